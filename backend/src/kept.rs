//! What is the same for every reader is read once and kept until something changes.

use crate::events::Live;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

/// Values that hold until the node hears of a change, see [`Live::generation`]; at most `MOST`, all go when there are
/// more.
#[derive(Debug)]
pub struct Kept<K, V, const MOST: usize = 512>(Mutex<Entries<K, V>>);

#[derive(Debug)]
struct Entries<K, V> {
    generation: u64,
    values: HashMap<K, Arc<V>>,
}

impl<K, V, const MOST: usize> Default for Kept<K, V, MOST> {
    fn default() -> Self {
        Self(Mutex::new(Entries { generation: 0, values: HashMap::new() }))
    }
}

impl<K: Eq + Hash, V, const MOST: usize> Kept<K, V, MOST> {
    /// The value of `key`; where none is kept, `read` gives it.
    ///
    /// # Errors
    /// Those of `read`; nothing is kept then.
    pub async fn get<E>(
        &self,
        live: &Live,
        key: K,
        read: impl Future<Output = Result<V, E>>,
    ) -> Result<Arc<V>, E> {
        // Before reading: what changes meanwhile is then known to be newer than what was read.
        let generation = live.generation();
        {
            let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if entries.generation != generation {
                *entries = Entries { generation, values: HashMap::new() };
            }
            if let Some(value) = entries.values.get(&key) {
                return Ok(Arc::clone(value));
            }
        }
        let value = Arc::new(read.await?);
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if entries.generation == generation {
            if entries.values.len() >= MOST {
                entries.values.clear();
            }
            entries.values.insert(key, Arc::clone(&value));
        }
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_value_is_kept_until_something_changes() {
        let (kept, live) = (Kept::<&str, u8>::default(), Live::default());
        let get =
            async |value: u8| *kept.get::<()>(&live, "key", async { Ok(value) }).await.unwrap_or_default();
        assert_eq!((get(1).await, get(2).await), (1, 1));
        live.wake();
        assert_eq!(get(3).await, 3);
    }

    #[tokio::test]
    async fn what_was_read_while_something_changed_is_not_kept() {
        let (kept, live) = (Kept::<&str, u8>::default(), Live::default());
        let changing = async {
            live.wake();
            Ok::<_, ()>(1)
        };
        assert_eq!(kept.get(&live, "key", changing).await.map(|value| *value), Ok(1));
        assert_eq!(kept.get(&live, "key", async { Ok::<_, ()>(2) }).await.map(|value| *value), Ok(2));
    }

    #[tokio::test]
    async fn a_failure_is_not_kept() {
        let (kept, live) = (Kept::<&str, u8>::default(), Live::default());
        assert!(kept.get(&live, "key", async { Err::<u8, _>("no") }).await.is_err());
        assert_eq!(kept.get(&live, "key", async { Ok::<_, ()>(2) }).await.map(|value| *value), Ok(2));
    }
}
