//! Where each district of Płock stands in the picture: five columns of tiles, the Vistula between the banks. Invented
//! for orientation; only who lies beside whom is roughly right.

/// The picture's size.
pub const WIDTH: i32 = 500;
/// The picture's size.
pub const HEIGHT: i32 = 492;
/// A tile's width and height.
pub const TILE: (i32, i32) = (96, 70);
/// From the south-east to the west, between the high bank and Radziwie.
pub const RIVER: &str = "M500 348C430 342 380 372 320 380C240 392 160 368 90 392C60 400 30 408 0 412L0 376C40 368 70 360 110 \
     352C170 340 240 356 300 346C360 334 420 306 500 304Z";

/// The columns of each row on the high bank, and of the one below the river.
const ROWS: [(i32, [&str; 5]); 5] = [
    (2, ["Winiary", "Trzepowo", "Międzytorze", "Zielony Jar", "Podolszyce Północ"]),
    (76, ["Skarpa", "Dobrzyńska", "Łukasiewicza", "Dworcowa", "Podolszyce Południe"]),
    (150, ["Kochanowskiego", "Tysiąclecia", "Kolegialna", "Wyszogrodzka", "Imielnica"]),
    (224, ["Pradolina Wisły", "Stare Miasto", "", "", "Borowiczki"]),
    (418, ["", "Radziwie", "Góry", "Ciechomice", ""]),
];

/// The upper left corner of a district's tile.
pub fn place(district: &str) -> Option<(i32, i32)> {
    ROWS.iter().find_map(|(y, names)| {
        let column = names.iter().position(|name| *name == district && !name.is_empty())?;
        Some((2 + 100 * i32::try_from(column).ok()?, *y))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_district_has_one_place_inside_the_picture() {
        let names: Vec<&str> =
            ROWS.iter().flat_map(|(_, names)| names).copied().filter(|name| !name.is_empty()).collect();
        assert_eq!(names.len(), 21);
        for name in names {
            let (x, y) = place(name).unwrap_or((-1, -1));
            assert!(x >= 0 && y >= 0 && x + TILE.0 <= WIDTH && y + TILE.1 <= HEIGHT, "{name}");
        }
        assert_eq!(place(""), None);
        assert_eq!(place("Warszawa"), None);
    }
}
