//! Mails: composed in the reader's language inside the transaction that causes them, sent by a job.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::Result;
use crate::jobs;
use crate::store::mails::{self, MailRow};
use crate::store::people::PersonRow;
use domain::ids::{ClaimId, OfferId, PersonId};
use domain::locale::{Locale, Value, text};
use lettre::message::{Mailbox, header::ContentType};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

/// Which mail; its texts are `mail-<name>-subject` and `mail-<name>-body`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// The code to sign in with.
    Code,
    /// A coordinator gave the place.
    Approved,
    /// A coordinator said no.
    Refused,
    /// A date will not take place.
    Cancelled,
    /// A date was moved.
    Moved,
    /// A place is offered.
    Offer,
    /// An offer was taken back.
    OfferGone,
    /// A place that a rule had given waits for a coordinator again.
    Reconsidered,
    /// What a poster handed in is published.
    Published,
    /// What a poster handed in comes back with a note.
    SentBack,
    /// A place became free for somebody who waits.
    PlaceFree,
    /// Nobody answered in time; the place went on.
    Lapsed,
    /// A coordinator put a claim on the waiting list.
    Queued,
    /// A place became free on a date that somebody watches.
    Watched,
    /// What is new of kinds and facilities that somebody watches.
    WatchNews,
    /// Another volunteer seeks somebody to come instead.
    StandIn,
    /// Another volunteer seeks to change dates.
    Swap,
    /// Somebody comes instead.
    HandedOver,
    /// Two volunteers changed dates.
    Swapped,
    /// For coordinators and hosts: somebody comes instead of somebody.
    HandsChanged,
    /// For coordinators: two volunteers agreed, decide.
    Agreed,
    /// A coordinator did not allow a change.
    ChangeRefused,
    /// Nobody could come instead.
    NobodyInstead,
    /// For coordinators and hosts: somebody stepped back late.
    SteppedBack,
    /// A claim was given back, because a rule does not allow the date's new time or place.
    Released,
    /// For an address that was typed: a volunteer comes with a friend.
    Invitation,
    /// The friend comes.
    FriendYes,
    /// The friend does not come.
    FriendNo,
    /// The friend did not answer in time.
    FriendLapsed,
    /// For coordinators and hosts: a friend came in beside their decision.
    FriendJoined,
    /// The names of a group are due soon.
    NamesSoon,
    /// Places of a group without a name were freed.
    NamesClosed,
}

/// Every template, for the test that each has its texts.
pub const TEMPLATES: [Template; 32] = [
    Template::Code,
    Template::Approved,
    Template::Refused,
    Template::Cancelled,
    Template::Moved,
    Template::Offer,
    Template::OfferGone,
    Template::Reconsidered,
    Template::Published,
    Template::SentBack,
    Template::PlaceFree,
    Template::Lapsed,
    Template::Queued,
    Template::Watched,
    Template::WatchNews,
    Template::StandIn,
    Template::Swap,
    Template::HandedOver,
    Template::Swapped,
    Template::HandsChanged,
    Template::Agreed,
    Template::ChangeRefused,
    Template::NobodyInstead,
    Template::SteppedBack,
    Template::Released,
    Template::Invitation,
    Template::FriendYes,
    Template::FriendNo,
    Template::FriendLapsed,
    Template::FriendJoined,
    Template::NamesSoon,
    Template::NamesClosed,
];

impl Template {
    /// The middle of its keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Approved => "approved",
            Self::Refused => "refused",
            Self::Cancelled => "cancelled",
            Self::Moved => "moved",
            Self::Offer => "offer",
            Self::OfferGone => "offer-gone",
            Self::Reconsidered => "reconsidered",
            Self::Published => "published",
            Self::SentBack => "sent-back",
            Self::PlaceFree => "place-free",
            Self::Lapsed => "lapsed",
            Self::Queued => "queued",
            Self::Watched => "watched",
            Self::WatchNews => "watch-news",
            Self::StandIn => "stand-in",
            Self::Swap => "swap",
            Self::HandedOver => "handed-over",
            Self::Swapped => "swapped",
            Self::HandsChanged => "hands-changed",
            Self::Agreed => "agreed",
            Self::ChangeRefused => "change-refused",
            Self::NobodyInstead => "nobody-instead",
            Self::SteppedBack => "stepped-back",
            Self::Released => "released",
            Self::Invitation => "invitation",
            Self::FriendYes => "friend-yes",
            Self::FriendNo => "friend-no",
            Self::FriendLapsed => "friend-lapsed",
            Self::FriendJoined => "friend-joined",
            Self::NamesSoon => "names-soon",
            Self::NamesClosed => "names-closed",
        }
    }
}

/// A mail to be written.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Which.
    pub template: Template,
    /// The claim it is about; a decision that is undone in time takes the mail back.
    pub claim_id: Option<ClaimId>,
    /// The offer it is about; one that is taken back in time takes the mail back.
    pub offer_id: Option<OfferId>,
    /// Seconds to wait before it is sent.
    pub delay_seconds: i64,
    /// What its texts need.
    pub values: Vec<(&'static str, Value)>,
}

/// Writes a mail to an address into the outbox and enqueues its sending.
///
/// # Errors
/// When the database fails.
pub async fn post_to(
    cx: &Cx,
    tx: &mut Tx,
    email: &str,
    locale: Locale,
    person: Option<&PersonRow>,
    letter: Letter,
) -> Result<()> {
    let mail = written(cx, email, locale, person.map(|person| person.id), &letter);
    post_all(cx, tx, &[mail]).await
}

/// Writes a mail to a person, in their language.
///
/// # Errors
/// When the database fails.
pub async fn post(cx: &Cx, tx: &mut Tx, person: &PersonRow, letter: Letter) -> Result<()> {
    post_to(cx, tx, &person.email, person.locale, Some(person), letter).await
}

/// A mail as it would be sent; nothing is stored.
pub fn written(
    cx: &Cx,
    email: &str,
    locale: Locale,
    person_id: Option<PersonId>,
    letter: &Letter,
) -> MailRow {
    let now = cx.now();
    let part = |part: &str| text(locale, &format!("mail-{}-{part}", letter.template.code()), &letter.values);
    MailRow {
        id: cx.new_id(),
        recipient: email.to_owned(),
        person_id,
        claim_id: letter.claim_id,
        offer_id: letter.offer_id,
        invitation_id: None,
        subject: part("subject"),
        body: part("body"),
        created_at: now,
        due_at: now.plus_seconds(letter.delay_seconds),
        sent_at: None,
    }
}

/// Puts mails into the outbox and enqueues their sending.
///
/// # Errors
/// When the database fails.
pub async fn post_all(cx: &Cx, tx: &mut Tx, mails: &[MailRow]) -> Result<()> {
    mails::add(tx, mails).await?;
    let tasks: Vec<_> =
        mails.iter().map(|mail| (jobs::Task::SendMail { mail_id: mail.id }, mail.due_at)).collect();
    jobs::enqueue(cx, tx, &tasks).await
}

/// How mails leave the program.
#[derive(Clone, Debug)]
pub enum Post {
    /// They do not: a demonstration only shows them.
    Shown,
    /// Over SMTP.
    Smtp {
        /// The connection.
        transport: Box<AsyncSmtpTransport<Tokio1Executor>>,
        /// The sender.
        from: Box<Mailbox>,
    },
}

/// Why a mail could not be sent.
#[derive(Debug, thiserror::Error)]
pub enum PostError {
    /// The address cannot be written to.
    #[error("the address cannot be used: {0}")]
    Address(#[from] lettre::address::AddressError),
    /// The mail cannot be built.
    #[error("the mail cannot be built: {0}")]
    Build(#[from] lettre::error::Error),
    /// The server did not take it.
    #[error("the mail server did not take it: {0}")]
    Server(#[from] lettre::transport::smtp::Error),
}

impl Post {
    /// Sends one mail.
    ///
    /// # Errors
    /// [`PostError`]; worth another try later when the server did not take it.
    pub async fn send(&self, mail: &MailRow) -> std::result::Result<(), PostError> {
        let Self::Smtp { transport, from } = self else { return Ok(()) };
        let message = Message::builder()
            .from((**from).clone())
            .to(Mailbox::new(None, mail.recipient.parse()?))
            .subject(mail.subject.clone())
            .header(ContentType::TEXT_PLAIN)
            .body(mail.body.clone())?;
        transport.send(message).await?;
        Ok(())
    }
}
