//! Parts that several pages show. Markup and classes are those of `style/README.md`.

pub mod field;
pub mod fresh;
pub mod html;
pub mod icon;
pub mod message;
pub mod paper;
pub mod questions;
pub mod slot_card;
pub mod steady;
pub mod subscribe;
