//! What the reports of the Working Group and the addenda to them have in common: paragraph numbers,
//! the words in which a position is given, and whom and what the document is about.

pub(super) mod about;
pub(super) mod numbers;
pub(super) mod positions;

use crate::base::text::fold;

/// Whether a text speaks of recommendations, in the languages of the reports that are read.
pub(super) fn speaks_of_recommendations(text: &str) -> bool {
    names_recommendations(&fold(text))
}

/// As [`speaks_of_recommendations`], for a folded text.
pub(super) fn names_recommendations(folded: &str) -> bool {
    ["recommend", "recommand", "recomend", "рекомендац"]
        .iter()
        .any(|word| folded.contains(word))
}

/// The start of a text, for a message.
pub(super) fn start_of(text: &str) -> String {
    text.chars().take(120).collect()
}
