//! The matching engine against slow and obvious ways of doing the same.

mod events;
mod explanations;
mod plans;
mod rules;
mod small;
mod town;
mod trial;
mod yardstick;
