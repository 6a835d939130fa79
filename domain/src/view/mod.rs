//! What a page shows. A view is made by a use case for one reader and holds only what that reader may see.

mod account;
mod calendar;
mod centre;
mod dates;
mod party;
mod place;
mod planning;
mod posting;
mod presence;
mod query;
mod risk;
mod role;
mod staff;
mod staffing;
mod taking_part;

pub use account::{
    CalendarLink, Me, MyClaim, MySchedule, Persona, ProfileView, SentMail, SignInView, Watched, WatchedThing,
};
pub use calendar::{
    ALL_FITS, CalendarDay, CalendarView, Choice, Choices, Filters, Fit, FittingSlot, KindChoice, KindLabel,
    MapDistrict, MapView, OpportunityView, SlotCard, SlotPage, Standing,
};
pub use centre::Contact;
pub use dates::{
    AddDatesView, AddPreview, ChangeDatesView, ChangeDetail, ChangeEntry, ChangePreview, DateChange, Fate,
    MessageKind, MessagePreview, SeriesView,
};
pub use party::{Company, GuestPresence, GuestRow, InvitationView, Invited, PartyLine, PartyView};
pub use place::{Agreement, HandOver, OwnPlace, QueueRow, SteppedBack, SwapChoice};
pub use planning::{CopiedDate, CopyFate, Cover, WeekCopy, WeekPlan, YearDay, YearPlan};
pub use posting::{AutomaticDecision, FieldChange, Power, Review, RuleRow, RulesView, TemplateRow, TrustRow};
pub use presence::{PlaceRow, PosterView, PresenceDate, PresenceView, QrCode, ScreenView};
pub use query::{CalendarQuery, NARROWINGS, Narrowing};
pub use risk::{Risk, RiskRow};
pub use role::{HeldRow, QualificationsView, RoleSeats};
pub use staff::{
    CentreView, ClaimFacts, Dashboard, EditorView, HostPerson, HostSlot, HostView, OpportunityRow,
    PeopleView, PersonRow, RecentDecision, SlotRow, WaitingClaim,
};
pub use staffing::{
    Alongside, BetterUse, BoardQuery, BoardView, CandidateRow, Considered, DayCover, DayPlan, DayPlanRow,
    Done, ExcludedRow, OfferView, OpenSlot, PlanLine, RejectedRow, RivalRow, SeatRow, Seating, StaffingView,
    Step, WeightsView,
};
pub use taking_part::{
    DateOutcome, Outcome, SeriesDate, SeriesOffer, StandingView, StintView, WorkView, common_weekday,
};
