//! A person's own side: who I am, my schedule, my profile, signing in.

use crate::actor::Role;
use crate::form::ProfileForm;
use crate::ids::{ClaimId, MailId, OpportunityId, PersonId, SlotId, WatchId};
use crate::locale::Locale;
use crate::person::{MissingStep, VolunteerStatus};
use crate::time::Instant;
use crate::view::{Choices, HeldRow, OwnPlace, SlotCard};
use serde::{Deserialize, Serialize};

/// Who is reading, for the frame around every page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// The person, if signed in.
    pub person_id: Option<PersonId>,
    /// Their name.
    pub name: String,
    /// Their roles.
    pub roles: Vec<Role>,
    /// Where they stand as a volunteer.
    pub status: Option<VolunteerStatus>,
    /// They decide claims and post opportunities.
    pub coordinates: bool,
    /// They host volunteers.
    pub hosts: bool,
    /// The database holds demonstration data.
    pub demo: bool,
    /// The event number at which this was true; the live stream starts after it.
    pub seq: i64,
}

/// Someone to sign in as; in demonstration data only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Persona {
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// Their main role.
    pub role: Role,
    /// Their status, if a volunteer.
    pub status: Option<VolunteerStatus>,
    /// Their age in years, if a volunteer.
    pub age: Option<i64>,
}

/// A mail as the demonstration shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentMail {
    /// Which.
    pub id: MailId,
    /// To whom.
    pub recipient: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// When it was, or is, to be sent.
    pub at: Instant,
}

/// The sign-in page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInView {
    /// People to sign in as, in demonstration data.
    pub personas: Vec<Persona>,
    /// A code was sent from this browser and waits to be typed.
    pub code_sent: bool,
    /// In demonstration data: the mail with the code.
    pub mail: Option<SentMail>,
}

/// One of the reader's claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyClaim {
    /// Which.
    pub claim_id: ClaimId,
    /// The slot; its standing is `Mine`.
    pub card: SlotCard,
    /// Where exactly.
    pub place: String,
    /// What the coordinator wrote.
    pub reason: Option<String>,
    /// The reader can still withdraw.
    pub can_withdraw: bool,
    /// Their turn, or what is to be said about their place.
    pub own: OwnPlace,
    /// Confirmed minutes.
    pub minutes: Option<i64>,
    /// In which role, if the date has roles.
    pub role: Option<String>,
}

/// The reader's schedule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MySchedule {
    /// To come, the next first.
    pub coming: Vec<MyClaim>,
    /// Over, the latest first; the last 50.
    pub past: Vec<MyClaim>,
    /// All confirmed minutes.
    pub total_minutes: i64,
    /// What is missing before the reader may claim.
    pub missing: Vec<MissingStep>,
}

/// The address of the reader's own calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarLink {
    /// Since when it has the address it has; `None`: it has none.
    pub since: Option<Instant>,
    /// The address itself: only shortly after it was made, in the browser that asked for it. Nobody can look it up.
    pub address: Option<String>,
}

/// The reader's profile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileView {
    /// What is stored, as the form shows it.
    pub form: ProfileForm,
    /// The address they sign in with.
    pub email: String,
    /// The language of their messages.
    pub locale: Locale,
    /// Where they stand.
    pub status: Option<VolunteerStatus>,
    /// What is missing before they may claim.
    pub missing: Vec<MissingStep>,
    /// What the form offers.
    pub choices: Choices,
    /// What they can show.
    pub qualifications: Vec<HeldRow>,
    /// In how many browsers they are signed in.
    pub sessions: i64,
    /// What they wish to hear of.
    pub watched: Vec<Watched>,
}

/// A wish to hear of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watched {
    /// Which.
    pub id: WatchId,
    /// Of what.
    pub thing: WatchedThing,
    /// Its name in the reader's language.
    pub name: String,
}

/// What somebody wishes to hear of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WatchedThing {
    /// A kind of help: until it is ended.
    Kind,
    /// A facility or a partner: until it is ended.
    Organisation,
    /// A place on a date: once.
    Slot(SlotId),
    /// A place on a date of an opportunity: once.
    Opportunity(OpportunityId),
}
