//! Coming with others: inviting a friend, claiming places for a group, the names of a group.

use super::{FieldProblem, InputProblem, Problems};
use crate::ids::RoleId;
use crate::party::{FEWEST_PLACES, MOST_NAMES_DAYS, NAMES_DAYS, PartyKind};
use crate::person::age_on;
use crate::time::Day;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The most rows that are read of a list of names.
const MAX_ROWS: usize = 200;
/// The oldest guest, years.
const MAX_AGE: i64 = 120;

/// Inviting a friend, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InviteForm {
    /// An address to which the link is mailed, or empty.
    pub email: String,
}

impl InviteForm {
    /// The folded address, if one was typed.
    ///
    /// # Errors
    /// The fields that were not taken.
    pub fn check(&self) -> Result<Option<String>, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let email = (!self.email.trim().is_empty()).then(|| problems.email("email", &self.email));
        problems.finish().map(|()| email)
    }
}

/// Claiming places for a group, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PartyForm {
    /// A [`PartyKind`] code.
    pub kind: String,
    /// What the group is called.
    pub name: String,
    /// How many places, with that of the person who is responsible.
    pub places: String,
    /// How many days before the date the names are due; empty: [`NAMES_DAYS`].
    pub names_days: String,
    /// `on` to ask a coordinator for a turn in the waiting list if there are not so many places.
    pub queue: String,
    /// The role's id; empty where there is nothing to choose.
    pub role: String,
    /// Answers to the poster's questions, in their order.
    pub answers: Vec<String>,
}

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyDraft {
    /// What it is.
    pub kind: PartyKind,
    /// What it is called.
    pub name: String,
    /// How many places.
    pub places: i64,
    /// How many days before the date the names are due.
    pub names_days: i64,
    /// Also if there are not so many places now.
    pub queue: bool,
    /// In which role, if one was chosen.
    pub role: Option<RoleId>,
}

impl PartyForm {
    /// The group, of at most `most` places.
    ///
    /// # Errors
    /// The fields that were not taken.
    pub fn check(&self, most: i64) -> Result<PartyDraft, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let kind = PartyKind::ALL.into_iter().find(|kind| kind.code() == self.kind);
        if kind.is_none() {
            problems.add("kind", InputProblem::NotAChoice);
        }
        let name = problems.line("name", &self.name, 80);
        let places = problems.number("places", &self.places, FEWEST_PLACES, most.max(FEWEST_PLACES));
        let names_days = if self.names_days.trim().is_empty() {
            NAMES_DAYS
        } else {
            problems.number("names_days", &self.names_days, 1, MOST_NAMES_DAYS)
        };
        let role = problems.optional("role", &self.role, InputProblem::NotAChoice);
        let queue = !self.queue.is_empty();
        problems.finish().map(|()| PartyDraft {
            kind: kind.unwrap_or_default(),
            name,
            places,
            names_days,
            queue,
            role,
        })
    }
}

/// Another number of places of a group, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResizeForm {
    /// How many places, with that of the person who is responsible.
    pub places: String,
}

impl ResizeForm {
    /// The number: enough for `names` names and their person, at most `most`.
    ///
    /// # Errors
    /// The field, if it was not taken.
    pub fn check(&self, names: i64, most: i64) -> Result<i64, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let places = problems.number("places", &self.places, FEWEST_PLACES, most.max(FEWEST_PLACES));
        if !problems.has("places") && places < names + 1 {
            problems.add("places", InputProblem::BelowNames);
        }
        problems.finish().map(|()| places)
    }
}

/// The names of a group, as typed: a table, and a place to paste many.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NamesForm {
    /// Full names, one a row; a row may be empty.
    pub names: Vec<String>,
    /// Birth dates of the same rows.
    pub births: Vec<String>,
    /// More of them: a name and a birth date on each line.
    pub paste: String,
}

/// The field of a name.
pub fn name_field(row: usize) -> String {
    format!("name-{row}")
}

/// The field of a birth date.
pub fn birth_field(row: usize) -> String {
    format!("birth-{row}")
}

impl NamesForm {
    /// Full names with birth dates, at most `most`; empty rows are left out. `paste` is read after the table.
    ///
    /// # Errors
    /// The fields that were not taken: `name-<row>`, `birth-<row>`, `paste`.
    pub fn check(&self, today: Day, most: i64) -> Result<Vec<(String, Day)>, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let mut guests = Vec::new();
        let rows = self.names.len().max(self.births.len()).min(MAX_ROWS);
        for row in 0..rows {
            let name = self.names.get(row).map(String::as_str).unwrap_or_default();
            let birth = self.births.get(row).map(String::as_str).unwrap_or_default();
            if name.trim().is_empty() && birth.trim().is_empty() {
                continue;
            }
            let fields = (name_field(row), birth_field(row));
            guests.extend(guest(&mut problems, (&fields.0, &fields.1), name, birth, today));
        }
        for line in self.paste.lines().filter(|line| !line.trim().is_empty()).take(MAX_ROWS) {
            let (name, birth) = split(line);
            guests.extend(guest(&mut problems, ("paste", "paste"), &name, birth, today));
        }
        if i64::try_from(guests.len()).is_ok_and(|count| count > most) {
            let field = if self.paste.trim().is_empty() { "name-0" } else { "paste" };
            problems.add(field, InputProblem::TooManyNames);
        }
        problems.finish().map(|()| guests)
    }
}

fn guest(
    problems: &mut Problems,
    (name_field, birth_field): (&str, &str),
    name: &str,
    birth: &str,
    today: Day,
) -> Option<(String, Day)> {
    let before = (problems.has(name_field), problems.has(birth_field));
    let name = problems.line(name_field, name, 80);
    if !problems.has(name_field) && !name.contains(' ') {
        problems.add(name_field, InputProblem::NotFullName);
    }
    let day = read_day(birth);
    match day {
        None if !problems.has(birth_field) => {
            let empty = birth.trim().is_empty();
            problems.add(birth_field, if empty { InputProblem::Empty } else { InputProblem::NotDate });
        }
        Some(day) if day > today => problems.add(birth_field, InputProblem::InTheFuture),
        Some(day) if age_on(day, today) > MAX_AGE => problems.add(birth_field, InputProblem::NotDate),
        _ => {}
    }
    let wrong = (problems.has(name_field), problems.has(birth_field)) != before;
    if wrong { None } else { day.map(|day| (name, day)) }
}

/// A line that was pasted: the birth date is its last part, what stands before it is the name.
fn split(line: &str) -> (String, &str) {
    let line = line.trim().trim_end_matches([';', ',']).trim_end();
    let at = line.rfind(|c: char| c.is_whitespace() || matches!(c, ';' | ','));
    let (name, birth) = at.map_or((line, ""), |at| {
        (&line[..at], line[at..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ';' | ',')))
    });
    let name: String = name.chars().map(|c| if matches!(c, ';' | ',') { ' ' } else { c }).collect();
    if birth.chars().any(|c| c.is_ascii_digit()) { (name, birth) } else { (line.to_owned(), "") }
}

/// A day as browsers send it (`2011-03-12`) or as people write it (`12.03.2011`, `12/3/2011`).
fn read_day(typed: &str) -> Option<Day> {
    let typed = typed.trim();
    if let Ok(day) = typed.parse::<Day>() {
        return Some(day);
    }
    let parts: Vec<i16> =
        typed.split(['.', '/', '-']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [day, month, year] = parts.as_slice() else { return None };
    let (day, month) = (i8::try_from(*day).ok()?, i8::try_from(*month).ok()?);
    Date::new(*year, month, day).ok().filter(|_| *year > 1_000).map(Day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Day = Day(date(2026, 11, 23));

    fn names(rows: &[(&str, &str)], paste: &str) -> Result<Vec<(String, Day)>, Vec<FieldProblem>> {
        NamesForm {
            names: rows.iter().map(|row| row.0.to_owned()).collect(),
            births: rows.iter().map(|row| row.1.to_owned()).collect(),
            paste: paste.to_owned(),
        }
        .check(TODAY, 4)
    }

    #[test]
    fn a_table_with_holes_and_pasted_lines_become_one_list() {
        let pasted = "Ala Nowak; 12.03.2011\n\nJan  Maria Kos\t2010-01-02;\nOla Żak, 1/2/2012";
        let list = names(&[("", ""), ("Ewa Lis", "2011-05-05")], pasted).expect("a list");
        let said: Vec<(&str, Day)> = list.iter().map(|(name, day)| (name.as_str(), *day)).collect();
        assert_eq!(
            said,
            [
                ("Ewa Lis", Day(date(2011, 5, 5))),
                ("Ala Nowak", Day(date(2011, 3, 12))),
                ("Jan Maria Kos", Day(date(2010, 1, 2))),
                ("Ola Żak", Day(date(2012, 2, 1))),
            ]
        );
    }

    #[test]
    fn what_is_wrong_stands_at_its_row() {
        let wrong = |rows: &[(&str, &str)], paste: &str| {
            let found = names(rows, paste).expect_err("a problem");
            found.into_iter().map(|one| (one.field, one.problem)).collect::<Vec<_>>()
        };
        assert_eq!(wrong(&[("Ala Nowak", "")], ""), [("birth-0".into(), InputProblem::Empty)]);
        assert_eq!(wrong(&[("Ala", "2011-01-01")], ""), [("name-0".into(), InputProblem::NotFullName)]);
        assert_eq!(wrong(&[("", ""), ("", "2011-01-01")], ""), [("name-1".into(), InputProblem::Empty)]);
        assert_eq!(wrong(&[("Ala N", "2027-01-01")], ""), [("birth-0".into(), InputProblem::InTheFuture)]);
        assert_eq!(wrong(&[("Ala N", "1811-01-01")], ""), [("birth-0".into(), InputProblem::NotDate)]);
        assert_eq!(wrong(&[], "Ala Nowak"), [("paste".into(), InputProblem::Empty)]);
        assert_eq!(wrong(&[], "Ala Nowak 31.02.2011"), [("paste".into(), InputProblem::NotDate)]);
        let five = ["Ala Nowak 1.1.2011"; 5].join("\n");
        assert_eq!(wrong(&[], &five), [("paste".into(), InputProblem::TooManyNames)]);
    }

    #[test]
    fn a_group_has_a_kind_a_name_and_a_number() {
        let form = |kind: &str, name: &str, places: &str, days: &str| PartyForm {
            kind: kind.into(),
            name: name.into(),
            places: places.into(),
            names_days: days.into(),
            ..PartyForm::default()
        };
        let class = form("school", " Klasa 2b ", "12", "").check(30).expect("a group");
        assert_eq!((class.name.as_str(), class.places, class.names_days), ("Klasa 2b", 12, NAMES_DAYS));
        for wrong in [
            form("tłum", "x", "12", ""),
            form("school", " ", "12", ""),
            form("school", "x", "1", ""),
            form("school", "x", "31", ""),
            form("school", "x", "12", "0"),
            form("school", "x", "12", "15"),
        ] {
            assert!(wrong.check(30).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_group_does_not_shrink_below_its_names() {
        let to = |places: &str| ResizeForm { places: places.into() }.check(7, 30);
        assert_eq!((to("8"), to("30")), (Ok(8), Ok(30)));
        assert!(to("7").is_err() && to("31").is_err() && to("").is_err());
    }

    #[test]
    fn an_address_may_be_left_out() {
        let invited = |email: &str| InviteForm { email: email.into() }.check();
        assert_eq!(invited(" "), Ok(None));
        assert_eq!(invited(" Ola@Example.org"), Ok(Some("ola@example.org".into())));
        assert!(invited("ola").is_err());
    }
}
