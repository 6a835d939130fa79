//! The order of names, as a Polish dictionary has it: `Łucja` after `Luiza`, small beside large, whatever the database
//! thinks of letters.

use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;
use icu_locale_core::locale;
use std::cmp::Ordering;
use std::sync::LazyLock;

static POLISH: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
    CollatorBorrowed::try_new(locale!("pl").into(), CollatorOptions::default())
        .expect("the order of Polish letters is compiled in")
});

/// Which of two names comes first.
pub fn names(one: &str, other: &str) -> Ordering {
    POLISH.compare(one, other)
}

/// Puts rows in the order of their names; those of one name stay as they are.
pub fn by_name<T>(rows: &mut [T], name: impl Fn(&T) -> &str) {
    rows.sort_by(|one, other| names(name(one), name(other)));
}

#[cfg(test)]
mod tests {
    use super::by_name;

    #[test]
    fn polish_letters_have_their_places() {
        let mut names =
            ["Zofia", "Łucja", "Ćwirko", "Żaneta", "luiza", "Cezary", "Luba", "Dom", "Świetlica", "Sowa"];
        by_name(&mut names, |name| name);
        let wanted =
            ["Cezary", "Ćwirko", "Dom", "Luba", "luiza", "Łucja", "Sowa", "Świetlica", "Zofia", "Żaneta"];
        assert_eq!(names, wanted);
    }
}
