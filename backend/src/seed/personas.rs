//! The people of a demonstration that anybody may sign in as.

/// Their addresses, in the order in which they are shown.
pub const PERSONAS: &[&str] = &[
    "julia@example.org",
    "koordynator@example.org",
    "kierownik@example.org",
    "piotr@example.org",
    "olena@example.org",
    "bartek@example.org",
    "nowa@example.org",
    "koordynator2@example.org",
    "partner@example.org",
    "dyrektor@example.org",
    "admin@example.org",
];
