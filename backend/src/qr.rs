//! QR codes as geometry: the page draws them.

use domain::view::QrCode;
use qrcode::{Color, EcLevel, QrCode as Matrix};
use std::fmt::Write;

/// Squares around a code that stay light, as readers need.
const QUIET: usize = 4;

/// The code of a text; an empty one if the text is too long for any.
pub fn code(text: &str) -> QrCode {
    let Ok(matrix) = Matrix::with_error_correction_level(text, EcLevel::M) else { return QrCode::default() };
    let width = matrix.width();
    let colors = matrix.to_colors();
    let mut path = String::new();
    for (row, line) in colors.chunks(width).enumerate() {
        let mut column = 0;
        while let Some(color) = line.get(column) {
            let run = line.iter().skip(column).take_while(|next| *next == color).count();
            if *color == Color::Dark {
                // Writing to a String cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", column + QUIET, row + QUIET);
            }
            column += run;
        }
    }
    QrCode { size: width + 2 * QUIET, path }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners_and_a_quiet_zone() {
        let qr = code("https://lacznik.example.org/obecnosc/abcdefghijklmnopqrstuv");
        let far = qr.size - QUIET - 7;
        for corner in
            [format!("M{QUIET} {QUIET}h7v1"), format!("M{far} {QUIET}h7v1"), format!("M{QUIET} {far}h7v1")]
        {
            assert!(qr.path.contains(&corner), "{corner}: {}", qr.path);
        }
        assert_eq!(code(&"x".repeat(5_000)), QrCode::default());
    }

    /// Whether a square is dark, as the path draws it.
    fn dark(path: &str, (x, y): (usize, usize)) -> bool {
        path.split('M').filter_map(|run| run.split_once('h')).any(|(start, rest)| {
            let (left, top) = start.split_once(' ').expect("a point");
            let long: usize = rest.split('v').next().and_then(|long| long.parse().ok()).expect("a length");
            let left: usize = left.parse().expect("a number");
            top.parse() == Ok(y) && (left..left + long).contains(&x)
        })
    }

    #[test]
    fn a_reader_reads_what_is_drawn() {
        let address = "https://lacznik.example.org/obecnosc/abcdefghijklmnopqrstuv?numer=123456";
        let (qr, scale) = (code(address), 4);
        let side = qr.size * scale;
        let light = |x: usize, y: usize| if dark(&qr.path, (x / scale, y / scale)) { 0 } else { 255 };
        let mut seen = rqrr::PreparedImage::prepare_from_greyscale(side, side, light);
        let (_, read) = seen.detect_grids().first().expect("a code").decode().expect("a text");
        assert_eq!(read, address);
    }
}
