//! Use cases on both engines, each test in a small centre of its own.

#[macro_use]
#[path = "../world/mod.rs"]
mod world;

mod calendar;
mod dates;
mod feeds;
mod friends;
mod groups;
mod life;
mod lookout;
mod main_loop;
mod offers;
mod parts;
mod posting;
mod presence;
mod roles;
mod signing_up;
mod stand_in;
mod standing;
mod turns;
mod waitlist;
mod week;
mod windows;
