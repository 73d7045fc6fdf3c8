//! What a paragraph of a report begins with, and the sentence that closes the section.

use super::super::review_text::numbers::{Number, split_front};
use super::LONGEST_LEAD_IN;
use crate::base::text::fold;
use crate::office::docx_read::Paragraph;

/// The sentence that closes the section, folded: "They should not be construed as endorsed …".
const CLOSING: [&str; 5] = [
    "should not be construed",
    "ne doivent pas etre",
    "ne sauraient etre",
    "no debe interpretarse",
    "не следует рассматривать",
];

/// Whether a paragraph is the one that closes the section.
pub(super) fn closes(text: &str) -> bool {
    if text.len() > LONGEST_LEAD_IN {
        return false;
    }
    let folded = fold(text);
    CLOSING.iter().any(|words| folded.contains(words))
}

/// The number of a paragraph, typed or set by Word, and the text behind it. Of two the typed one holds
/// where it is whole ("115.4"), else that of Word.
pub(super) fn number_of<'a>(paragraph: &Paragraph, text: &'a str) -> (Option<Number>, &'a str) {
    let typed = split_front(text);
    if let Some((Number::Sub(..), _)) = &typed {
        let (number, body) = typed.map_or((None, text), |(number, body)| (Some(number), body));
        return (number, body);
    }
    let printed = paragraph.number.as_deref();
    match printed.and_then(|number| split_front(&format!("{number} ")).map(|(number, _)| number)) {
        Some(number) => (Some(number), text),
        None => match typed {
            Some((number, body)) => (Some(number), body),
            None => (None, text),
        },
    }
}
