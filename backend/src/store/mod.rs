//! Statements, a file per noun. A store method takes a [`crate::db::Tx`], runs one or a few statements and gives back
//! typed rows; it decides nothing. Each one has its line in the conformance suite, which runs on both engines.

pub mod accounts;
pub mod approval;
pub mod audit;
pub mod centre;
pub mod changes;
pub mod claims;
pub mod dashboard;
pub mod dates;
pub mod events;
pub mod feeds;
pub mod history;
pub mod hosting;
pub mod hours;
pub mod invitations;
pub mod jobs;
pub mod locks;
pub mod mails;
pub mod matching;
pub mod offers;
pub mod opportunities;
pub mod parties;
pub mod past;
pub mod people;
pub mod places;
pub mod presence;
pub mod public;
pub mod roles;
pub mod series;
pub mod slots;
pub mod standing;
pub mod templates;
pub mod watches;
pub mod windows;
