//! Our own icons: strokes on a 24 × 24 grid, listed in `style/ICONS.md`. An icon never stands without a word.

use crate::components::html::Html;
use crate::html;
use domain::kind::Family;

/// The icon of this name.
pub fn icon(name: &str) -> Html {
    html!("<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"" {stroke(name)} "\"></path></svg>")
}

/// The wordmark: two links joined.
pub fn mark() -> Html {
    html!(
        "<svg class=\"mark\" viewBox=\"0 0 26 20\" aria-hidden=\"true\">"
        "<path d=\"M10 14.5H7.5a5 5 0 0 1 0-10H11M16 5.5h2.5a5 5 0 0 1 0 10H15M9.5 10h7\"></path></svg>"
    )
}

/// The name of a family's icon.
pub const fn family_icon(family: Family) -> &'static str {
    match family {
        Family::Children => "child",
        Family::Elders => "elder",
        Family::Work => "work",
        Family::Home => "home",
        Family::Town => "paw",
        Family::Support => "hands",
    }
}

/// The class that gives a component a family's colour.
pub const fn family_class(family: Family) -> &'static str {
    match family {
        Family::Children => "family-children",
        Family::Elders => "family-elders",
        Family::Work => "family-work",
        Family::Home => "family-home",
        Family::Town => "family-town",
        Family::Support => "family-support",
    }
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn stroke(name: &str) -> &'static str {
    match name {
        "calendar" => {
            "M4.5 7.5a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2zM4.5 10h15M8.5 3.5v4M15.5 3.5v4"
        }
        "check" => "m5 12.5 4.5 4.5L19 7.5",
        "check-circle" => "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM8 12.2l2.8 2.8L16 9.5",
        "clock" => "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5V12l3 2",
        "pin" => {
            "M12 20.5s-6.5-5.6-6.5-10.6a6.5 6.5 0 0 1 13 0c0 5-6.5 10.6-6.5 10.6zM12 7.6a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6z"
        }
        "people" => {
            "M9 5a3.2 3.2 0 1 1 0 6.4A3.2 3.2 0 0 1 9 5zM3.5 19v-.8a5.5 5.5 0 0 1 11 0v.8M15.5 5.4a3 3 0 0 1 0 5.7M17.5 13.8a5 5 0 0 1 3 4.6v.6"
        }
        "person" => "M12 4a3.75 3.75 0 1 1 0 7.5A3.75 3.75 0 0 1 12 4zM5 20v-.5a7 7 0 0 1 14 0v.5",
        "heart" => "M12 19.5 5 12.6a4.4 4.4 0 0 1 6.2-6.2l.8.8.8-.8a4.4 4.4 0 0 1 6.2 6.2z",
        "info" => "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 11v5.5M12 7.6v.1",
        "alert" => "M12 4 3.2 19.2h17.6zM12 10v4.5M12 16.9v.1",
        "search" => "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.3 15.3 20 20",
        "filter" => {
            "M4 7h8.5M17.5 7H20M4 17h2.5M11.5 17H20M15 4.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8zM9 14.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8z"
        }
        "globe" => {
            "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM3.5 12h17M12 3.5c2.4 2.3 3.6 5.2 3.6 8.5s-1.2 6.2-3.6 8.5c-2.4-2.3-3.6-5.2-3.6-8.5S9.6 5.8 12 3.5z"
        }
        "chevron-left" => "m14.5 5.5-6.5 6.5 6.5 6.5",
        "chevron-right" => "m9.5 5.5 6.5 6.5-6.5 6.5",
        "chevron-down" => "m5.5 9 6.5 6.5L18.5 9",
        "close" => "m6 6 12 12M18 6 6 18",
        "undo" => "M8.5 5 4 9.5 8.5 14M4.5 9.5H14a5 5 0 0 1 0 10h-4",
        "list" => "M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5v.1M4.5 12v.1M4.5 17.5v.1",
        "grid" => "M4.5 5.5h15v13h-15zM4.5 10h15M4.5 14.2h15M9.5 5.5v13M14.5 5.5v13",
        "week" => "M4.5 5h15v14h-15zM9.5 5v14M14.5 5v14M5.5 9h3M10.5 12.5h3M15.5 8h3",
        "mail" => "M4 6.5h16v11H4zM4.5 7l7.5 6 7.5-6",
        "phone" => {
            "M7.2 4.5 9.5 9 7.8 10.8a12 12 0 0 0 5.4 5.4l1.8-1.7 4.5 2.3v2.4c0 .8-.7 1.4-1.5 1.3C11 20 4 13 3.5 6c0-.8.5-1.5 1.3-1.5z"
        }
        "key" => "M8 11.5a4.25 4.25 0 1 1 0 8.5 4.25 4.25 0 0 1 0-8.5zM11 12.7 19.5 4.2M16 7.7l3 3",
        "leaf" => "M5 19c0-9 5-14 14.5-14.5C20 14 15 19.5 8 18.5M5 19.5c1.5-4 4-7 8-9",
        "paw" => {
            "M12 12.2c2.6 0 5 2.6 5 4.9 0 1.6-1.2 2.4-2.6 2.4-.9 0-1.6-.4-2.4-.4s-1.5.4-2.4.4c-1.4 0-2.6-.8-2.6-2.4 0-2.3 2.4-4.9 5-4.9zM5.2 10.2v1.4M9.2 5.8v1.9M14.8 5.8v1.9M18.8 10.2v1.4"
        }
        "child" => {
            "M12 4.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM9 10.5v.1M15 10.5v.1M8.7 14.2a4 4 0 0 0 6.6 0M12 4.5c-.4 1.5.3 2.6 1.8 2.7"
        }
        "elder" => {
            "M9.5 3.8a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2zM6 20.2v-4.4a3.6 3.6 0 0 1 7.2 0v4.4M9.6 12.2h4.1l2.3 2M16.2 20.2v-7a1.6 1.6 0 0 1 3.2 0"
        }
        "work" => "M4 19h16M6 16V6.5a1.5 1.5 0 0 1 1.5-1.5H12v11H6M12 7l5-1.5L19.5 15 14 16.3",
        "home" => "m3.8 11.5 8.2-7 8.2 7M6 9.8v9.7h12V9.8M10 19.5v-5.2h4v5.2",
        "hands" => {
            "M3.5 12.5 7 9l3.4-.5 1.8 1.3M20.5 12.5 17 9l-3-.6-4 3.1a1.4 1.4 0 0 0 1.9 2l2-1.3 4 3.7M3.5 12.5l6.4 6a1.6 1.6 0 0 0 2.2 0l4.7-4.2"
        }
        "print" => "M7.5 8.5v-4h9v4M7.5 16.5h-3v-8h15v8h-3M7.5 13.5h9v6h-9z",
        "eye" => {
            "M2.8 12C5 8.2 8.2 6.2 12 6.2s7 2 9.2 5.8c-2.2 3.8-5.4 5.8-9.2 5.8S5 15.8 2.8 12zM12 9.3a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4z"
        }
        "bell" => "M6.5 16.5v-5.7a5.5 5.5 0 0 1 11 0v5.7l1.5 1H5zM10 20.2a2.3 2.3 0 0 0 4 0M12 3.5v1.6",
        "plus" => "M12 5v14M5 12h14",
        "edit" => "m5 19 .8-4L16.5 4.3l3.2 3.2L9 18.2zM14.2 6.6l3.2 3.2",
        "trash" => "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.3 10.5v5.5M13.7 10.5v5.5",
        "logout" => "M10.5 4.5h-5v15h5M9.5 12h11M16.5 8l4 4-4 4",
        "share" => "M12 15V4M8 7.5 12 3.5l4 4M7 11H5.5v9h13v-9H17",
        "board" => "M4.5 19.5v-6M9.5 19.5v-11M14.5 19.5v-8M19.5 19.5v-15",
        "menu" => "M4.5 7h15M4.5 12h15M4.5 17h15",
        "down" => "M12 4v11M8 11.5l4 4 4-4M5 19.5h14",
        _ => "",
    }
}
