//! What a page shows. A view is made by a use case for one reader and holds only what that reader may see.

mod account;
mod calendar;
mod centre;
mod staff;
mod staffing;

pub use account::{Me, MyClaim, MySchedule, Persona, ProfileView, SentMail, SignInView};
pub use calendar::{
    ALL_FITS, CalendarDay, CalendarQuery, CalendarView, Choice, Choices, Filters, Fit, FittingSlot,
    KindChoice, KindLabel, OpportunityView, SlotCard, SlotPage, Standing,
};
pub use centre::Contact;
pub use staff::{
    ClaimFacts, Dashboard, EditorView, HostPerson, HostSlot, HostView, OpportunityRow, PeopleView, PersonRow,
    RecentDecision, SlotRow, WaitingClaim,
};
pub use staffing::{
    BetterUse, BoardQuery, BoardView, CandidateRow, Considered, DayCover, DayPlan, DayPlanRow, Done,
    ExcludedRow, OfferView, OpenSlot, PlanLine, RejectedRow, Risk, RiskRow, RivalRow, SeatRow, Seating,
    StaffingView, Step, WeightsView,
};
