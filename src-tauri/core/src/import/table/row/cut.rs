//! What stands in the text and belongs beside it: its paragraph number in front, its recommending
//! States behind. Cut only where most texts of the table are built so.

use crate::import::clean::plain;
use crate::import::states::cut_states;

/// Texts that are looked at.
const LOOKED_AT: usize = 60;

/// Whether most texts begin like "115.12 Adopt". A bare "12. The Committee" is left: it may be the
/// first of several paragraphs in one cell.
pub(super) fn begin_with_paragraphs(texts: &[&str]) -> bool {
    let texts: Vec<String> = texts
        .iter()
        .take(LOOKED_AT)
        .map(|text| plain(text))
        .collect();
    let count = texts
        .iter()
        .filter(|text| cut_paragraph(text).is_some())
        .count();
    count * 5 >= texts.len() * 3 && count > 0
}

/// Whether at least half of the texts end in names of States in brackets.
pub(super) fn end_in_states(texts: &[&str]) -> bool {
    let texts: Vec<String> = texts
        .iter()
        .take(LOOKED_AT)
        .map(|text| plain(text))
        .collect();
    let short = texts.iter().filter(|text| text.len() < 5_000);
    let count = short
        .filter(|text| !cut_states(text).states.is_empty())
        .count();
    count * 2 >= texts.len() && count > 0
}

/// "115.12 Adopt it" is paragraph 115.12 and "Adopt it".
pub(super) fn cut_paragraph(text: &str) -> Option<(String, &str)> {
    let (first, rest) = number(text)?;
    let (second, rest) = number(rest.strip_prefix('.')?.trim_start())?;
    let rest = rest.trim_start_matches(['.', ':', ' ', ')']);
    let is_text = rest.chars().next().is_some_and(char::is_alphabetic);
    is_text.then(|| (format!("{first}.{second}"), rest))
}

fn number(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit())?;
    let digits = text
        .get(..end)
        .filter(|digits| (1..=3).contains(&digits.len()))?;
    Some((digits, text.get(end..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_of_two_parts_are_cut() {
        assert_eq!(
            cut_paragraph("115.12 Adopt it"),
            Some(("115.12".to_owned(), "Adopt it"))
        );
        assert_eq!(
            cut_paragraph("6.1. Adoptar"),
            Some(("6.1".to_owned(), "Adoptar"))
        );
        assert_eq!(cut_paragraph("12. The Committee"), None);
        assert_eq!(
            cut_paragraph("2.5 per cent"),
            Some(("2.5".to_owned(), "per cent"))
        );
        assert!(!begin_with_paragraphs(&[
            "2.5 per cent more",
            "Adopt it",
            "Ratify it"
        ]));
        assert!(end_in_states(&["Ratify it (Chile)", "Adopt it"]));
    }
}
