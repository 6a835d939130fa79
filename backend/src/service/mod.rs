//! Use cases. Each is one transaction and names the permission it needs in its first line.

mod asking;
pub mod calendar;
pub mod centre;
pub mod claims;
pub mod coverage;
pub mod dashboard;
pub mod demo;
mod for_me;
pub mod handing_over;
pub mod hosting;
pub mod matching;
pub mod offers;
pub mod opportunities;
mod own_place;
pub mod pairs;
pub mod people;
pub mod profile;
pub mod schedule;
pub mod sign_in;
pub mod stand_in;
pub mod stepping_back;
pub(crate) mod trace;
pub mod waitlist;
pub mod watching;
