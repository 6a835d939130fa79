//! For a facility: who comes, with room to sign.

use crate::Frame;
use crate::pages::group;
use crate::parts::{Content, Guest, Part, named};
use crate::typeset::Paper;
use crate::words::Words;
use domain::claim::ClaimState;
use domain::locale::{duration, when};
use domain::view::{HostPerson, HostSlot, HostView};
use std::iter;

/// The dates to come with the people who have a place, each with a line to sign on.
pub fn host(frame: Frame<'_>, view: &HostView) -> Paper {
    let mut content = Content::new(frame, &frame.say("sheet-host-title"));
    content.lede = frame.say("sheet-host-lede").into();
    if view.coming.is_empty() {
        content.parts.push(Part::Note { text: frame.say("host-coming-none").into() });
    }
    content.parts.extend(view.coming.iter().map(|slot| people(frame, slot)));
    Paper::new(&content)
}

fn people(frame: Frame<'_>, slot: &HostSlot) -> Part {
    let much = slot.work_minutes.map(|minutes| duration(frame.locale, minutes));
    let when = when(frame.locale, slot.starts_at, slot.ends_at);
    let note = [Some(when), much, Some(slot.organisation.clone())];
    let comes = slot.people.iter().filter(|person| person.state == ClaimState::Approved);
    let rows: Vec<Guest> = comes.flat_map(|person| who(frame, person)).collect();
    Part::People {
        title: named(slot.title.as_str().into()),
        note: note.into_iter().flatten().collect::<Vec<_>>().join(" · ").into(),
        nobody: if rows.is_empty() { frame.say("host-nobody").into() } else { Words::default() },
        head: ["sheet-host-name", "sheet-host-phone", "sheet-host-sign"].map(|key| frame.say(key).into()),
        rows,
    }
}

/// A person, and below the names of the group they bring.
fn who(frame: Frame<'_>, person: &HostPerson) -> Vec<Guest> {
    let with = match &person.party {
        Some(party) => Some(group(frame, party)),
        None => (person.places > 1).then(|| frame.say("party-two")),
    };
    let role = person.role.clone().map(|role| frame.text("roles-as", &[("role", role.into())]));
    let note: Vec<String> = role.into_iter().chain(with).collect();
    let own = Guest {
        name: person.name.as_str().into(),
        note: note.join(" · ").into(),
        phone: person.phone.as_str().into(),
    };
    let of = person.party.as_ref().map(|party| party.name.as_str()).unwrap_or_default();
    let brought = person.guests.iter().map(|guest| Guest {
        name: guest.name.as_str().into(),
        note: of.into(),
        phone: Words::default(),
    });
    iter::once(own).chain(brought).collect()
}
