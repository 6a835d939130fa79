//! For a facility: who comes, with room to sign.

use crate::Frame;
use crate::parts::{Content, Part, named};
use crate::typeset::Paper;
use crate::words::Words;
use domain::claim::ClaimState;
use domain::locale::{duration, when};
use domain::view::{HostSlot, HostView};

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
    let rows: Vec<[Words; 2]> =
        comes.map(|person| [person.name.as_str().into(), person.phone.as_str().into()]).collect();
    Part::People {
        title: named(slot.title.as_str().into()),
        note: note.into_iter().flatten().collect::<Vec<_>>().join(" · ").into(),
        nobody: if rows.is_empty() { frame.say("host-nobody").into() } else { Words::default() },
        head: ["sheet-host-name", "sheet-host-phone", "sheet-host-sign"].map(|key| frame.say(key).into()),
        rows,
    }
}
