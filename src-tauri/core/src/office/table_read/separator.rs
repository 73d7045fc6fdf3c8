//! What separates the cells of a text file.

use crate::base::{Error, Result};

/// The signs that are known to separate cells.
pub const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];

/// How much of the text is looked at.
const LOOKED_AT: usize = 1 << 16;
const ROWS_LOOKED_AT: usize = 30;

/// A reader of the records of `text`.
pub(super) fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes())
}

/// The sign a person named.
///
/// # Errors
/// `separator-unknown`.
pub(super) fn known(sign: char) -> Result<u8> {
    let is_known = SEPARATORS.contains(&sign);
    u8::try_from(sign)
        .ok()
        .filter(|_| is_known)
        .ok_or_else(|| Error::person("separator-unknown").with("separator", sign))
}

/// The sign by which the most rows have the same number of cells; a comma where there is none.
pub(super) fn recognise(text: &str) -> u8 {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let start = text.get(..end).unwrap_or_default();
    let signs = SEPARATORS
        .iter()
        .filter_map(|sign| u8::try_from(*sign).ok());
    // Of two signs that do as well the first one stands: `max_by_key` would take the last.
    let mut best = (b',', (0, 0));
    for sign in signs {
        let likeness = likeness(start, sign);
        if likeness > best.1 {
            best = (sign, likeness);
        }
    }
    best.0
}

/// Per cent of the rows that have the usual number of cells, and that number.
fn likeness(text: &str, sign: u8) -> (usize, usize) {
    let widths: Vec<usize> = reader(text, sign)
        .records()
        .take(ROWS_LOOKED_AT)
        .filter_map(Result::ok)
        .filter(|record| record.iter().any(|cell| !cell.trim().is_empty()))
        .map(|record| record.len())
        .collect();
    let share = |width: usize| widths.iter().filter(|other| **other == width).count();
    let usual = widths
        .iter()
        .copied()
        .filter(|width| *width > 1)
        .max_by_key(|width| (share(*width), *width));
    usual.map_or((0, 0), |width| {
        // A broken last row and a title above the table do not count against a sign.
        let percent = share(width) * 100 / widths.len();
        (percent.div_ceil(20), width)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_that_makes_even_rows_separates() {
        assert_eq!(recognise("a;b\nOne, two, three;x\nFour, five;y\n"), b';');
        assert_eq!(recognise("a,b\n\"x; y; z\",1\n\"u; v\",2\n"), b',');
        assert_eq!(recognise("a\tb\n1, 2\t3\n"), b'\t');
        assert_eq!(recognise("a|b|c\n1|2, 3|4\n"), b'|');
        assert_eq!(
            recognise("A title, with a comma\na;b;c\n1;2;3\n4;5;6\n"),
            b';'
        );
        assert_eq!(recognise("only one column"), b',');
    }

    #[test]
    fn a_sign_that_separates_nothing_is_refused() {
        assert_eq!(known('x').unwrap_err().code, "separator-unknown");
        assert_eq!(known(';').unwrap(), b';');
    }
}
