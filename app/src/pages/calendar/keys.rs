//! The calendar by keyboard and by a swipe. Both follow the links of the page: what they do works without them too.

use leptos::ev::{FocusEvent, KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A finger that moves less far does not turn, CSS pixels.
const SWIPE: f64 = 56.0;

/// Follows one of the links above the calendar; `n` counts from 1: earlier, today, later.
fn turn(n: u8) -> bool {
    let found = document().query_selector(&format!(".cal-move a:nth-child({n})")).ok().flatten();
    let link = found.and_then(|link| link.dyn_into::<HtmlElement>().ok());
    link.inspect(HtmlElement::click).is_some()
}

/// `PageUp`, `PageDown` and `t` turn the pages; whether the key was one of them.
pub fn turned(event: &KeyboardEvent) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return false;
    }
    let n = match event.key().as_str() {
        "PageUp" => 1,
        "t" => 2,
        "PageDown" => 3,
        _ => return false,
    };
    if turn(n) {
        event.prevent_default();
    }
    true
}

/// The links below an element that can be seen.
fn links(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let found = root.query_selector_all(selector).ok();
    let nodes = found.iter().flat_map(|list| (0..list.length()).filter_map(|index| list.get(index)));
    let links = nodes.filter_map(|node| node.dyn_into::<HtmlElement>().ok());
    links.filter(|link| link.offset_height() > 0).collect()
}

fn root(event: &web_sys::Event) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}

/// One tab stop: while the focus is in the grid, only the link that has it can be reached by Tab.
pub fn one_stop(event: &FocusEvent) {
    let Some(root) = root(event) else { return };
    let focused = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    for link in links(&root, "a") {
        link.set_tab_index(if Some(&link) == focused.as_ref() { 0 } else { -1 });
    }
}

/// Arrows between slots and days, Home and End within the day.
pub fn in_grid(event: &KeyboardEvent) {
    if turned(event) {
        return;
    }
    let Some(root) = root(event) else { return };
    let columns: Vec<Vec<HtmlElement>> =
        links(&root, ".wg-col").iter().map(|column| links(column, "a")).collect();
    let focused = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let here = columns.iter().enumerate().find_map(|(column, links)| {
        Some((column, links.iter().position(|link| Some(link) == focused.as_ref())?))
    });
    let Some((column, row)) = here else { return };
    let in_day = |row: usize| columns.get(column).and_then(|links| links.get(row));
    let beside = |column: Option<usize>| {
        let links = columns.get(column?)?;
        let height = in_day(row).map(HtmlElement::offset_top)?;
        // The names of the days are beside each other, slots beside slots.
        let slots = if row == 0 {
            links.get(..1)?
        } else {
            links.get(1..).filter(|slots| !slots.is_empty()).unwrap_or(links)
        };
        slots.iter().min_by_key(|link| (link.offset_top() - height).abs())
    };
    let to = match event.key().as_str() {
        "ArrowUp" => row.checked_sub(1).and_then(in_day),
        "ArrowDown" => in_day(row + 1),
        "ArrowLeft" => beside(column.checked_sub(1)),
        "ArrowRight" => beside(Some(column + 1)),
        "Home" => in_day(0),
        "End" => columns.get(column).and_then(|links| links.last()),
        _ => return,
    };
    event.prevent_default();
    if let Some(link) = to {
        // Focusing an element that is on the page cannot fail.
        let _ = link.focus();
    }
}

/// Where a finger touched the page.
pub type Touch = StoredValue<Option<(f64, f64)>>;

/// A finger touches the calendar. A mouse does not swipe.
pub fn touched(touch: Touch, event: &PointerEvent) {
    let finger = event.pointer_type() == "touch" && event.is_primary();
    touch.set_value(finger.then(|| (f64::from(event.client_x()), f64::from(event.client_y()))));
}

/// The finger leaves it: far to the side and not much up or down turns to what comes later or before.
pub fn released(touch: Touch, event: &PointerEvent) {
    let Some((x, y)) = touch.get_value() else { return };
    touch.set_value(None);
    let (right, down) = (f64::from(event.client_x()) - x, f64::from(event.client_y()) - y);
    if right.abs() >= SWIPE && right.abs() > 2.0 * down.abs() {
        turn(if right > 0.0 { 1 } else { 3 });
    }
}
