//! matching
mod bound;
mod instance;
mod neighbourhood;
mod rematch;
mod rng;
mod search;
mod state;
pub mod yardstick;
pub use bound::Bound;
pub use instance::Instance;
pub use search::{Objective, Search};
