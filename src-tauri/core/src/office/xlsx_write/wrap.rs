//! How many lines a text takes in a column. Excel finds the height of a row by itself, LibreOffice
//! and others do not: so every row is given one, rather too high than too low.

use super::cell::Cell;

/// Points of one line of the usual font, and of the room around a row.
const LINE: f64 = 15.0;
const ROOM: f64 = 3.0;
/// The highest row Excel knows.
const HIGHEST: f64 = 409.0;
/// How much broader another font may be.
const SAFETY: f64 = 1.04;

/// The height in points of a row of cells in columns of these widths.
pub(super) fn height<'a>(cells: impl Iterator<Item = (&'a Cell<'a>, f64)>, room: f64) -> f64 {
    let lines = cells.map(|(cell, width)| match cell {
        Cell::Text(text) | Cell::Chip(_, text) => lines(text, width),
        // Bold letters are wider.
        Cell::Strong(text) => lines(text, width * 0.93),
        _ => 1,
    });
    let most = lines.max().unwrap_or(1);
    (f64::from(most) * LINE + ROOM + room).min(HIGHEST)
}

/// Lines of a text broken at blanks in a column of `width` digits.
fn lines(text: &str, width: f64) -> u32 {
    // A cell keeps some room at its sides.
    let room = (width - 1.5).max(1.0);
    text.split('\n')
        .map(|paragraph| lines_of_paragraph(paragraph, room))
        .fold(0, u32::saturating_add)
        .max(1)
}

fn lines_of_paragraph(paragraph: &str, room: f64) -> u32 {
    let mut lines: u32 = 1;
    let mut used = 0.0;
    for word in paragraph.split(' ') {
        let mut length: f64 = word.chars().map(breadth).sum();
        if used > 0.0 && used + breadth(' ') + length > room {
            lines = lines.saturating_add(1);
            used = 0.0;
        } else if used > 0.0 {
            used += breadth(' ');
        }
        // A word longer than the line breaks where the line ends.
        while length > room {
            lines = lines.saturating_add(1);
            length -= room;
        }
        used += length;
    }
    lines
}

/// The breadth of a letter of Calibri in digits, with some safety for programs that lack it.
fn breadth(letter: char) -> f64 {
    SAFETY
        * match letter {
            'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | ' ' => 0.48,
            'f' | 't' | 'r' | '(' | ')' | '-' | '/' | '!' | 'I' => 0.66,
            'c' | 's' | 'z' | 'k' | 'v' | 'x' | 'y' => 0.87,
            'm' | 'w' | 'M' | 'W' | '@' | '%' => 1.6,
            'A'..='Z' => 1.18,
            '\u{0}'..='\u{7f}' => 1.02,
            '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' => 0.0,
            '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{ff00}'..='\u{ff60}' => 2.1,
            _ => 1.15,
        }
}

#[cfg(test)]
mod tests {
    use super::{height, lines};
    use crate::office::xlsx_write::Cell;

    #[test]
    fn a_text_takes_the_lines_it_needs() {
        assert_eq!(lines("", 10.0), 1);
        assert_eq!(lines("Supported", 15.0), 1);
        assert_eq!(lines("one\ntwo\nthree", 15.0), 3);
        assert_eq!(lines("Minority rights and non-discrimination", 20.0), 2);
        assert_eq!(lines(&"n".repeat(100), 11.5), 11);
    }

    #[test]
    fn no_row_is_higher_than_excel_allows() {
        let long = Cell::text("word ".repeat(6_000));
        assert!((height([(&long, 60.0)].into_iter(), 0.0) - 409.0).abs() < f64::EPSILON);
    }
}
