//! Reads the instances by which the search is measured.

use super::instance::{Edge, Instance, MAX_POINTS, MAX_SEATS, NONE, SlotGroup, Task, index};

/// What is wrong with the text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The text ends too early.
    #[error("line {line} is missing: {what} expected")]
    Missing {
        /// From 1.
        line: usize,
        /// What should stand there.
        what: &'static str,
    },
    /// A line does not hold the numbers it should.
    #[error("line {line}: {what} expected")]
    Invalid {
        /// From 1.
        line: usize,
        /// What should stand there.
        what: &'static str,
    },
    /// More than the engine takes.
    #[error("line {line}: too large")]
    TooLarge {
        /// From 1.
        line: usize,
    },
}

const MINUTES_PER_DAY: i64 = 1_440;
const WEEKS: u32 = 2;

struct Lines<'a> {
    rest: std::str::Lines<'a>,
    line: usize,
}

impl Lines<'_> {
    fn numbers<const N: usize>(&mut self, what: &'static str) -> Result<[i64; N], ReadError> {
        let all = self.all(what)?;
        all.try_into().map_err(|_| self.invalid(what))
    }

    fn all(&mut self, what: &'static str) -> Result<Vec<i64>, ReadError> {
        self.line += 1;
        let line = self.line;
        let text = self.rest.next().ok_or(ReadError::Missing { line, what })?;
        text.split_ascii_whitespace()
            .map(str::parse)
            .collect::<Result<_, _>>()
            .map_err(|_| self.invalid(what))
    }

    const fn invalid(&self, what: &'static str) -> ReadError {
        ReadError::Invalid { line: self.line, what }
    }
}

/// Reads an instance.
///
/// Line 1: the numbers of volunteers, slots and edges. Line 2: weekly caps in minutes. Then a line per slot: start
/// and length in minutes, places, urgency 0–4, need. Then a line per edge: slot, volunteer, points. Minute 0 is
/// Monday of week 0 of two weeks.
///
/// # Errors
/// Which line is missing, malformed or beyond what the engine takes.
pub fn read(text: &str) -> Result<Instance, ReadError> {
    let mut lines = Lines { rest: text.lines(), line: 0 };
    let what = "volunteers, slots and edges";
    let sizes: [i64; 3] = lines.numbers(what)?;
    let [people, slots, edges] = sizes.map(|size| usize::try_from(size).unwrap_or(usize::MAX));
    let caps = lines.all("a weekly cap for every volunteer")?;
    if caps.len() != people {
        return Err(lines.invalid("a weekly cap for every volunteer"));
    }
    let mut instance = Instance {
        rest: vec![0; people],
        tasks_of: vec![Vec::new(); people],
        weeks: WEEKS,
        travel: 20 * 60,
        fairness: 40,
        ..Instance::default()
    };
    for cap in caps {
        let cap = cap.clamp(0, MINUTES_PER_DAY * 7);
        instance.room.extend([cap; WEEKS as usize]);
    }
    let mut seats = 0;
    for slot in 0..slots {
        let [start, length, places, urgency, _] = lines.numbers("start, length, places, urgency, need")?;
        if !(0..MINUTES_PER_DAY * 7 * i64::from(WEEKS)).contains(&start)
            || !(1..=MINUTES_PER_DAY * 7).contains(&length)
            || !(0..=4).contains(&urgency)
            || places < 0
        {
            return Err(lines.invalid("start, length, places, urgency, need"));
        }
        let places = u32::try_from(places).unwrap_or(u32::MAX);
        seats += places as usize;
        if seats > MAX_SEATS {
            return Err(ReadError::TooLarge { line: lines.line });
        }
        instance.tasks.push(task(index(slot), start, length, places, urgency));
        instance.slots.push(SlotGroup { tasks: vec![index(slot)], all_or_nothing: false });
    }
    let mut rows = vec![Vec::new(); slots];
    for _ in 0..edges {
        let [slot, person, points] = lines.numbers("slot, volunteer, points")?;
        let (Ok(slot), Ok(person)) = (usize::try_from(slot), u32::try_from(person)) else {
            return Err(lines.invalid("slot, volunteer, points"));
        };
        if slot >= slots || person as usize >= people {
            return Err(lines.invalid("slot, volunteer, points"));
        }
        let points = i32::try_from(points)
            .ok()
            .filter(|points| (-MAX_POINTS..=MAX_POINTS).contains(points))
            .ok_or(ReadError::TooLarge { line: lines.line })?;
        rows[slot].push(Edge { person, task: index(slot), points, shown: false, fixed: false, open: true });
    }
    for (task, row) in rows.into_iter().enumerate() {
        instance.set_row(index(task), row);
    }
    Ok(instance)
}

fn task(slot: u32, start: i64, length: i64, places: u32, urgency: i64) -> Task {
    let day = |minute: i64| i32::try_from(minute / MINUTES_PER_DAY).unwrap_or(0);
    Task {
        start: start * 60,
        end: (start + length) * 60,
        minutes: length,
        week: u32::try_from(start / (MINUTES_PER_DAY * 7)).unwrap_or(0),
        days: (day(start), day(start + length)),
        place: slot,
        weight: 1 << urgency,
        min: places,
        max: places,
        slot,
        series: NONE,
        edges: (0, 0),
    }
}

/// Recomputes what pairs of slot and volunteer are worth in an instance, from its text alone.
///
/// # Errors
/// A sentence about the first pair that is unknown, double, overfull, overlapping or beyond a weekly cap.
pub fn check(text: &str, pairs: &[(u32, u32)]) -> Result<super::Objective, String> {
    let numbers = |line: &str| line.split_ascii_whitespace().map(str::parse).collect::<Result<Vec<i64>, _>>();
    let lines: Vec<Vec<i64>> =
        text.lines().map(numbers).collect::<Result<_, _>>().map_err(|error| error.to_string())?;
    let [Some(&[_, slots, _]), Some(caps)] =
        [lines.first().map(Vec::as_slice), lines.get(1).map(Vec::as_slice)]
    else {
        return Err("no instance".to_owned());
    };
    let slots = usize::try_from(slots).map_err(|error| error.to_string())?;
    let edges: std::collections::HashMap<(i64, i64), i64> = lines
        .iter()
        .skip(2 + slots)
        .filter(|line| line.len() == 3)
        .map(|edge| ((edge[0], edge[1]), edge[2]))
        .collect();
    let slot_of =
        |slot: u32| lines.get(2 + slot as usize).filter(|line| (slot as usize) < slots && line.len() == 5);
    let (mut coverage, mut soft) = (0, 0);
    for (at, &(slot, person)) in pairs.iter().enumerate() {
        let points = edges.get(&(i64::from(slot), i64::from(person)));
        let (Some(mine), Some(points), Some(cap)) = (slot_of(slot), points, caps.get(person as usize)) else {
            return Err(format!("slot {slot}, volunteer {person}: no such pair"));
        };
        let mut held = 0;
        let (mut minutes, mut taken) = (mine[1], 1);
        for &(other_slot, other_person) in &pairs[..at] {
            let Some(other) = slot_of(other_slot) else { continue };
            taken += i64::from(other_slot == slot);
            if other_person == person {
                held += 1;
                if mine[0] < other[0] + other[1] + 20 && other[0] < mine[0] + mine[1] + 20 {
                    return Err(format!("volunteer {person}: slots {slot} and {other_slot} overlap"));
                }
                if mine[0] / 10_080 == other[0] / 10_080 {
                    minutes += other[1];
                }
            }
        }
        if taken > mine[2] || minutes > *cap {
            return Err(format!("slot {slot}, volunteer {person}: too many people or minutes"));
        }
        coverage += 1i64 << mine[3].clamp(0, 4);
        soft += points - 40 * held;
    }
    Ok(super::Objective { coverage, soft, stability: 0 })
}
