//! The rules of the volunteering programme and the models everyone shares.
//!
//! Pure functions over typed models: no database, no HTTP, no clock, no random source, no file.
//! Whoever calls brings the moment and the facts; the same code answers on the server and in the browser.
//!
//! | room | what lives there |
//! |---|---|
//! | [`ids`] | one macro makes every typed id |
//! | [`time`] | instants in whole UTC seconds, civil time in Europe/Warsaw |
//! | [`calendar`] | ranges of days, public holidays, weekly repetition |
//! | [`person`] | roles, a volunteer's states, profile, availability |
//! | [`kind`] | the kinds of activity with their flags |
//! | [`opportunity`] | what is offered: opportunity and slot, their states |
//! | [`question`] | what is asked at sign-up |
//! | [`role`], [`qualification`] | roles within an opportunity, and what somebody must be able to show |
//! | [`party`] | coming with a friend, a class, a company |
//! | [`standing`], [`window`] | places in a whole series, tasks without an hour |
//! | [`claim`] | a claim's states and their transitions |
//! | [`opening`] | from when places can be claimed |
//! | [`approval`] | rules that approve by themselves |
//! | [`change`] | the actions of an opportunity's history |
//! | [`claiming`] | may this person take this place, and if not, why |
//! | [`matching`] | who helps where, and why: ranking, plan, explanations |
//! | [`actor`], [`policy`] | who is asking, and what they may do |
//! | [`waitlist`], [`stepping_back`] | how long a freed place waits for whom, when mails may leave; why people step back |
//! | [`event`] | what the live stream tells (ids only) |
//! | [`feed`] | dates as other programs read them: iCalendar, JSON |
//! | [`declaration`] | the declaration of accessibility |
//! | [`locale`] | three languages: texts, plurals, dates |
//! | [`form`] | what people type, checked field by field |
//! | [`problem`] | why something was not done |
//! | [`view`] | what a page shows, already stripped to what its reader may see |
#![deny(missing_docs)]

pub mod actor;
pub mod approval;
pub mod calendar;
pub mod change;
pub mod claim;
pub mod claiming;
pub mod declaration;
pub mod event;
pub mod feed;
pub mod form;
pub mod ids;
pub mod kind;
pub mod locale;
pub mod matching;
pub mod offer;
pub mod opening;
pub mod opportunity;
pub mod party;
pub mod person;
pub mod policy;
pub mod problem;
pub mod qualification;
pub mod question;
pub mod refusal;
pub mod role;
pub mod standing;
pub mod step;
pub mod stepping_back;
pub mod text;
pub mod time;
pub mod view;
pub mod waitlist;
pub mod window;
