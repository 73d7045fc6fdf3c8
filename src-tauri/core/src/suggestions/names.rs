//! What the name of a theme or cluster says by itself: its words in the text, and whether both speak
//! of the same issues. So a plan gets suggestions before anything in it is confirmed.

use std::sync::Arc;

use super::texts::{TextSeen, look_at};

/// Words of names that say nothing about the matter.
const EMPTY: [&str; 12] = [
    "human", "rights", "right", "genera", "other", "intern", "measur", "includ", "person",
    "issues", "freedo", "area",
];

pub(super) struct Name {
    seen: Arc<TextSeen>,
    telling: Vec<String>,
}

impl Name {
    pub(super) fn of(name: &str) -> Self {
        let seen = look_at(name);
        let telling = seen
            .words
            .counts
            .keys()
            .filter(|word| !word.contains(' ') && !EMPTY.contains(&word.as_str()))
            .cloned()
            .collect();
        Name { seen, telling }
    }

    /// How much the text has of the name, 0 to 1, and the words of the name it has.
    pub(super) fn speaks_for(&self, text: &TextSeen) -> (f64, Vec<String>) {
        let found: Vec<&String> = self
            .telling
            .iter()
            .filter(|word| text.words.counts.contains_key(*word))
            .collect();
        let many = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        let by_words = if self.telling.is_empty() {
            0.0
        } else {
            many(found.len()) / many(self.telling.len()).sqrt() / 2.0
        };
        let by_topics = if self.seen.topics.says_something() && text.topics.says_something() {
            // Texts about nothing in particular are alike to all; only what stands out counts.
            (self.seen.topics.likeness(&text.topics) - 0.5).max(0.0)
        } else {
            0.0
        };
        let words = found.into_iter().map(|word| self.seen.words.spoken(word));
        ((by_words + by_topics).min(1.0), words.collect())
    }
}
