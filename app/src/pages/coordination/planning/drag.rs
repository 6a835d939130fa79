//! Dragging on the week with a mouse: over an empty place for a new date, a date to move it. A drop changes nothing; it
//! opens the form or the preview.
//!
//! What only this needs of the browser is asked for by name: each binding would stand in the script that every phone
//! fetches.

use super::{moved, time_of};
use crate::components::fresh::Fresh;
use crate::i18n::use_locale;
use crate::pages::calendar::grid::rows;
use domain::calendar::{Hours, Spot, Stretch, dragged, drawn, plus_days};
use domain::locale::when;
use domain::time::Day;
use domain::view::{SlotCard, WeekPlan};
use leptos::ev::{MouseEvent, PointerEvent};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// A mouse that moves less far clicks, CSS pixels.
const STILL: f64 = 5.0;

#[derive(Clone, Debug)]
struct Drag {
    date: Option<SlotCard>,
    from: Spot,
    to: Spot,
    at: (f64, f64),
    far: bool,
}

impl Drag {
    /// What comes of it. Only dates that forms plan are dragged.
    fn time(&self) -> (Day, Hours) {
        let moved =
            self.date.as_ref().map(|date| dragged((date.starts_at, date.ends_at), self.from, self.to));
        moved.map_or_else(|| drawn(self.from, self.to), |time| time.unwrap_or(drawn(self.from, self.to)))
    }
}

/// Goes to an address.
type Go = Box<dyn Fn(&str) + Send + Sync>;

/// What the mouse drags.
#[derive(Clone, Copy)]
pub(super) struct Dragged {
    week: Fresh<WeekPlan>,
    drag: RwSignal<Option<Drag>>,
    made: RwSignal<Option<(Day, Hours)>>,
    /// The click that ends a drag opens nothing.
    dropped: StoredValue<bool>,
    go: StoredValue<Go>,
}

impl Dragged {
    /// Nothing yet.
    pub fn new(week: Fresh<WeekPlan>) -> Self {
        let navigate = use_navigate();
        let go: Go = Box::new(move |to| navigate(to, NavigateOptions::default()));
        Self {
            week,
            drag: RwSignal::new(None),
            made: RwSignal::new(None),
            dropped: StoredValue::new(false),
            go: StoredValue::new(go),
        }
    }

    /// The time of the new date that was drawn.
    pub fn new_date(self) -> Option<(Day, Hours)> {
        self.made.get()
    }

    /// What would come of it, in words.
    pub fn said(self) -> Option<String> {
        let (day, hours) = self.drag.with(|drag| drag.as_ref().filter(|drag| drag.far).map(Drag::time))?;
        let (starts_at, ends_at) = hours.on(day);
        Some(when(use_locale(), starts_at, ends_at))
    }

    /// The date of a link; `Err` for one that the reader may not move.
    fn date(self, link: &Element) -> Result<SlotCard, ()> {
        let href = link.get_attribute("href").unwrap_or_default();
        let id = href.rsplit('/').next().unwrap_or_default();
        self.week.view.with_untracked(|week| {
            let movable = week.movable.iter().any(|known| known.to_string() == id);
            let mut dates = week.days.iter().flat_map(|day| day.over.iter().chain(&day.slots));
            dates.find(|date| movable && date.id.to_string() == id).cloned().ok_or(())
        })
    }

    /// The button of a mouse goes down.
    pub fn begin(self, event: &PointerEvent) {
        self.dropped.set_value(false);
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target.filter(|_| event.pointer_type() == "mouse" && event.button() == 0) else {
            return;
        };
        let inside = |selector: &str| target.closest(selector).ok().flatten();
        let Some(from) = self.spot(event).filter(|_| inside("h3, .wg-more").is_none()) else { return };
        let Ok(date) = inside("a.wg-event").map(|link| self.date(&link)).transpose() else { return };
        event.prevent_default();
        let at = (number(event, "clientX"), number(event, "clientY"));
        self.drag.set(Some(Drag { date, from, to: from, at, far: false }));
    }

    /// The mouse moves.
    pub fn over(self, event: &PointerEvent) {
        let Some(mut drag) = self.drag.get_untracked() else { return };
        if number(event, "buttons") < 1.0 && event.button() != 0 {
            return self.forget();
        }
        let Some(to) = self.spot(event) else { return };
        let way = (number(event, "clientX") - drag.at.0, number(event, "clientY") - drag.at.1);
        let far = drag.far || way.0.abs().max(way.1.abs()) > STILL;
        if (to, far) != (drag.to, drag.far) {
            (drag.to, drag.far) = (to, far);
            if let Some(grid) = event.current_target().filter(|_| far) {
                self.draw(&grid.unchecked_into(), drag.time());
            }
            self.drag.set(Some(drag));
        }
    }

    /// The button goes up.
    pub fn end(self, event: &PointerEvent) {
        self.over(event);
        let drag = self.drag.get_untracked().filter(|drag| drag.far);
        self.forget();
        let Some(drag) = drag else { return };
        self.dropped.set_value(true);
        let (day, hours) = drag.time();
        match drag.date {
            Some(date) if hours.on(day) == (date.starts_at, date.ends_at) => {}
            Some(date) => self.go.with_value(|go| go(&moved(date.id, day, hours))),
            None => {
                self.made.set(Some((day, hours)));
                // Once it is there, it is what the keyboard goes on from.
                request_animation_frame(|| {
                    let head = document().get_element_by_id("nowy-termin");
                    if let Some(head) = head.and_then(|head| head.dyn_into::<HtmlElement>().ok()) {
                        // Focusing an element that is on the page cannot fail.
                        let _ = head.focus();
                    }
                });
            }
        }
    }

    /// Nothing is dragged any more.
    pub fn forget(self) {
        erase();
        if self.drag.with_untracked(Option::is_some) {
            self.drag.set(None);
        }
    }

    /// The click after a drop is part of it.
    pub fn clicked(self, event: &MouseEvent) {
        if self.dropped.get_value() {
            self.dropped.set_value(false);
            event.prevent_default();
        }
    }

    /// The day and the quarter under the mouse; hours that are not shown do not count.
    fn spot(self, event: &PointerEvent) -> Option<Spot> {
        let root: Element = event.current_target()?.dyn_into().ok()?;
        let (x, y) = (number(event, "clientX"), number(event, "clientY"));
        let days = all(&root, ".wg-col");
        let day = days.iter().position(|day| {
            let (left, _, wide, _) = area(day);
            (left..left + wide).contains(&x)
        })?;
        let hours = (0..).zip(all(&root, ".wg-hours > span"));
        let shown: Vec<(i64, f64)> = hours
            .map(|(hour, label)| (hour, area(&label)))
            .filter(|(_, (.., tall))| *tall > 0.0)
            .map(|(hour, (_, top, ..))| (hour, top))
            .collect();
        let tall = shown.windows(2).map(|pair| pair[1].1 - pair[0].1).next().filter(|tall| *tall >= 4.0)?;
        let (hour, top) = shown.iter().rev().find(|(_, top)| *top <= y)?;
        let quarter = (0..3).take_while(|quarter| top + tall * f64::from(quarter + 1) / 4.0 <= y).count();
        let monday = self.week.view.with_untracked(|week| week.monday);
        Some(Spot {
            day: plus_days(monday, i64::try_from(day).ok()?),
            quarter: hour * 4 + i64::try_from(quarter).ok()?,
        })
    }

    /// Shows in the grid where it would be, on each of its days.
    fn draw(self, grid: &Element, (day, hours): (Day, Hours)) {
        erase();
        let monday = self.week.view.with_untracked(|week| week.monday);
        let (starts_at, ends_at) = hours.on(day);
        for (ahead, column) in (0..).zip(all(grid, ".wg-col")) {
            let Some(stretch) = Stretch::on(plus_days(monday, ahead), starts_at, ends_at) else { continue };
            let (Ok(list), Ok(item)) = (document().create_element("ol"), document().create_element("li"))
            else {
                return;
            };
            // Setting an attribute and appending what was just made cannot fail.
            let _ = item.set_attribute("data-time", &time_of(hours));
            let _ = item.set_attribute("class", &format!("{} x-0 w-12", rows(stretch)));
            let _ = list.set_attribute("class", "wg-day planning-shade");
            let _ = list.set_attribute("aria-hidden", "true");
            let _ = list.append_child(&item);
            let _ = column.append_child(&list);
        }
    }
}

/// Takes it out again.
fn erase() {
    if let Some(page) = document().body() {
        all(&page, ".planning-shade").iter().for_each(Element::remove);
    }
}

fn all(root: &Element, selector: &str) -> Vec<Element> {
    let found = root.query_selector_all(selector).ok();
    let nodes = found.iter().flat_map(|list| (0..list.length()).filter_map(|index| list.get(index)));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

/// A number that something of the browser has under this name; 0 if it has none.
fn number(of: &JsValue, name: &str) -> f64 {
    js_sys::Reflect::get(of, &name.into()).ok().and_then(|value| value.as_f64()).unwrap_or_default()
}

/// What a method without arguments of something of the browser answers.
pub(super) fn called(of: &JsValue, method: &str) -> JsValue {
    let method = js_sys::Reflect::get(of, &method.into()).ok();
    let method = method.and_then(|method| method.dyn_into::<js_sys::Function>().ok());
    method.and_then(|method| method.call0(of).ok()).unwrap_or(JsValue::UNDEFINED)
}

/// Where an element is in the window: left, top, how wide and how tall, CSS pixels.
fn area(element: &Element) -> (f64, f64, f64, f64) {
    let area = called(element, "getBoundingClientRect");
    (number(&area, "left"), number(&area, "top"), number(&area, "width"), number(&area, "height"))
}
