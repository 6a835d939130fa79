//! Standing places: somebody comes to every date of a series, but for the days they said they cannot.

/// Of a hundred places so many may be standing ones, where a poster says nothing.
pub const DEFAULT_PERCENT: i64 = 50;

/// How many places of a date standing people may hold when the poster gives them `percent` of `max_places`: rounded
/// down, so that newcomers find the room that was promised to them; but one where any are given, or a date for a single
/// person could have none.
pub const fn standing_places(max_places: i64, percent: i64) -> i64 {
    if percent <= 0 || max_places <= 0 {
        return 0;
    }
    let places = max_places.saturating_mul(percent) / 100;
    if places < 1 { 1 } else { places }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_is_for_newcomers() {
        let table =
            [(10, 70, 7), (3, 70, 2), (2, 70, 1), (1, 70, 1), (1, 0, 0), (5, 100, 5), (4, 99, 3), (0, 50, 0)];
        for (max, percent, places) in table {
            assert_eq!(standing_places(max, percent), places, "{percent} % of {max}");
        }
    }
}
