//! The matching engine: who helps where, and why.
//!
//! # Model
//!
//! A **pair** is a volunteer in a role of a slot. **Hard rules** decide whether a pair is possible at all; every rule
//! that fails is kept, with its facts, never only the first. The rules of a single claim are asked of
//! [`crate::claiming`] itself, so a plan never proposes what a claim would refuse. **Soft criteria** give whole points
//! that add up exactly to a score. A **plan** is a set of pairs that breaks no rule, also not between the pairs of one
//! person: overlap with travel, weekly limit, a minor's rest. Plans are compared as [`Objective`]: coverage (urgency
//! weights 1, 2, 4, 8, 16 of the seats that count), then soft points (fairness and continuity included), then how much
//! of the published plan stays. What was approved is fixed, what was refused is out, and what was shown stays
//! unless a change gains more than a threshold.
//!
//! # Method
//!
//! 1. [`Table`] keeps the volunteers as columns; a pass over a column is a rule or a criterion for everybody at once.
//! 2. Each role becomes a task with a sparse row of possible people, best first.
//! 3. Construction matches day by day, exactly, around what is fixed and published.
//! 4. Large-neighbourhood search takes a handful of related tasks, frees at most one task of each person among them, and
//!    matches the set anew by shortest augmenting paths. Without noise that never makes a plan worse; noise
//!    that is halved again and again, with late acceptance, leads out of local optima. The best plan is always kept.
//! 5. [`Bound`] says what no plan can exceed, by prices of seats.
//! 6. An [`Event`] changes the numbers and rematches only what it touches.
//!
//! All numbers are whole. There is no clock, no thread, no ambient randomness: problem, seed, events and numbers of
//! moves decide the plan, on the server and in the browser alike. Whoever calls decides when time is up.
//!
//! # Use
//!
//! ```
//! # fn demo(problem: domain::matching::Problem) -> Result<(), domain::matching::ProblemError> {
//! use domain::matching::Planner;
//! let mut planner = Planner::new(problem, 1)?; // a first plan is there
//! planner.step(500); // better; again and again while there is time
//! let plan = planner.plan();
//! planner.publish(); // this is what people see now
//! # Ok(())
//! # }
//! ```
//!
//! # Files
//!
//! | file | what lives there |
//! |---|---|
//! | `problem`, `availability` | the problem in the words of the domain |
//! | `rules`, `score` | hard rules with facts, soft points with facts |
//! | `table`, `columns` | the same for everybody at once |
//! | `ranking`, `explain` | candidates, why not, what else, why empty, the plan in one line |
//! | `planner` | the door: problem in, plan out, events |
//! | `trial` | what other weights would change |
//! | `compile` | from words to numbers |
//! | `instance`, `state` | the numbers; who holds what, and what it is worth |
//! | `rematch` | the one move, exact |
//! | `search`, `neighbourhood` | when to move and what |
//! | `event` | local repair |
//! | `bound` | the upper bound |
//! | `check`, `yardstick` | a second opinion; the instances by which the search is measured |

mod availability;
mod bound;
mod check;
mod columns;
mod compile;
mod event;
mod explain;
mod instance;
mod neighbourhood;
mod planner;
mod problem;
mod ranking;
mod rematch;
mod rng;
mod rules;
mod score;
mod search;
mod state;
mod table;
mod trial;
pub mod yardstick;

pub use availability::{Availability, Exception, Pause, Span, WeeklyWindow};
pub use bound::Bound;
pub use check::{Violation, check};
pub use compile::ProblemError;
pub use event::Moved;
pub use explain::{Alternative, EmptySeat, Header, Relaxation, Relief, Rival};
pub use instance::{Instance, Person, TaskIndex};
pub use planner::{Change, Event, Plan, Planner};
pub use problem::{Lock, Pair, Past, Point, Problem, Refused, Role, Scope, Sex, Slot, Valid, Volunteer};
pub use ranking::{Candidate, Ranking, Rejected};
pub use rules::{ALL_RULES, Failure, Lacking, Mask, Rule, failures};
pub use score::{Before, Contribution, Criterion, Fact, MAX_WEIGHT, Weights, contributions};
pub use search::{Objective, Search};
pub use table::Table;
pub use trial::{Comparison, Trial, Worth};
