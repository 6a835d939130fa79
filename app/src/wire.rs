//! How a view travels: once inside the page that the server rendered, later as the answer of a server function.

use codee::{Decoder, Encoder};
use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;
use serde::{Serialize, de::DeserializeOwned};

/// JSON, read by the code that also reads the answers of server functions, so that the browser has one reader of
/// each view and not two.
#[derive(Clone, Copy, Debug)]
pub struct Json;

impl<T: Serialize> Encoder<T> for Json {
    type Error = serde_json::Error;
    type Encoded = String;

    fn encode(view: &T) -> Result<String, Self::Error> {
        serde_json::to_string(view)
    }
}

impl<T: DeserializeOwned> Decoder<T> for Json {
    type Error = serde_json::Error;
    type Encoded = str;

    fn decode(text: &str) -> Result<T, Self::Error> {
        serde_json::from_slice(text.as_bytes())
    }
}

/// What a page shows: read by the server before it answers, then again whenever `source` changes.
pub fn read<S, T, Fut>(
    source: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> Fut + Send + Sync + 'static,
) -> Resource<T, Json>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
    Fut: Future<Output = T> + Send + 'static,
{
    Resource::new_with_options(source, fetch, true)
}

/// A part of a page that is there when what it shows is; until then, and while that is read anew, what was there
/// before. The server answers pages whole, so nothing needs a `<Suspense>`, which would build the part twice.
pub fn when_there<V: IntoView + 'static>(
    part: impl Future<Output = V> + Send + 'static,
) -> Suspend<OwnedView<V>> {
    Suspend::new(async move { OwnedView::new(part.await) })
}
