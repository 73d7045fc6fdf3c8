//! What can stand in a cell, and what a text may hold.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::Tone;

/// The most UTF-16 units Excel keeps in a cell.
pub const MOST_IN_A_CELL: usize = 32_767;

/// The content of a cell. A text is never read as anything else.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    /// A text that leads its row.
    Strong(Cow<'a, str>),
    /// Glyph and words on the tone's ground.
    Chip(Tone, Cow<'a, str>),
    Number(u32),
    /// A number with the tone's glyph before it; it stays a number.
    Counted(Tone, u32),
    Day(NaiveDate),
    /// A day with the tone's glyph before it; it stays a date.
    Marked(Tone, NaiveDate),
    /// A share in percent, 0–100.
    Percent(u8),
}

impl<'a> Cell<'a> {
    /// The text, or an empty cell.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Cell::Text(text.into())
    }

    /// The text where there is one.
    #[must_use]
    pub fn maybe(text: Option<&'a str>) -> Self {
        text.map_or(Cell::Empty, |text| Cell::Text(Cow::Borrowed(text)))
    }

    /// The texts, one after the other.
    #[must_use]
    pub fn list(texts: &[String]) -> Self {
        Self::joined(texts, "; ")
    }

    /// The texts, each on a line of its own: for codes that would break at their hyphens.
    #[must_use]
    pub fn lines(texts: &[String]) -> Self {
        Self::joined(texts, "\n")
    }

    fn joined(texts: &[String], between: &str) -> Self {
        if texts.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(Cow::Owned(texts.join(between)))
        }
    }

    pub fn strong(text: impl Into<Cow<'a, str>>) -> Self {
        Cell::Strong(text.into())
    }

    /// Glyph and words.
    #[must_use]
    pub fn chip(tone: Tone, words: &str) -> Self {
        Cell::Chip(tone, Cow::Owned(tone.with(words)))
    }

    pub(super) fn is_text(&self) -> bool {
        matches!(self, Cell::Text(_) | Cell::Strong(_) | Cell::Chip(..))
    }

    /// The day where there is one.
    #[must_use]
    pub fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Cell::Empty, Cell::Day)
    }
}

/// Whether a person who edits this cell would turn it into a formula.
pub(super) fn needs_quote(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The text as it fits a cell, with `mark` at its end where it was cut.
pub(super) fn fitting<'t>(text: &'t str, mark: &str) -> (Cow<'t, str>, bool) {
    // No character takes more UTF-16 units than bytes.
    if text.len() <= MOST_IN_A_CELL || text.encode_utf16().count() <= MOST_IN_A_CELL {
        return (Cow::Borrowed(text), false);
    }
    let room = MOST_IN_A_CELL.saturating_sub(mark.encode_utf16().count());
    let mut taken = 0;
    let kept: String = text
        .chars()
        .take_while(|c| {
            taken += c.len_utf16();
            taken <= room
        })
        .collect();
    (Cow::Owned(kept + mark), true)
}

#[cfg(test)]
mod tests {
    use super::{MOST_IN_A_CELL, fitting, needs_quote};

    #[test]
    fn a_text_that_fits_stays_as_it_is() {
        let text = "ж".repeat(MOST_IN_A_CELL);
        assert_eq!(fitting(&text, " …"), (text.as_str().into(), false));
    }

    #[test]
    fn a_longer_text_is_cut_at_a_whole_character_and_says_so() {
        let text = "😀".repeat(MOST_IN_A_CELL);
        let (cut, was_cut) = fitting(&text, " [cut]");
        assert!(was_cut && cut.ends_with("😀 [cut]"));
        assert!(cut.encode_utf16().count() <= MOST_IN_A_CELL);
    }

    #[test]
    fn what_begins_like_a_formula_keeps_its_quote() {
        for text in ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1"] {
            assert!(needs_quote(text), "{text:?}");
        }
        assert!(!needs_quote("121.10") && !needs_quote(""));
    }
}
