//! Pages, components and server functions: what the browser and the server share.

mod root;
pub mod shell;

pub use root::App;
