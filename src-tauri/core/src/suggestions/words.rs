//! A text as the suggestions see it: beginnings of words, and pairs of them. Six letters stand for a
//! word, so that "torture" and "tortured" are one, in any language that bends its words at the end.

use std::collections::BTreeMap;

use crate::base::text::fold;

const STEM: usize = 6;
/// Too common to tell anything.
const COMMON: [&str; 31] = [
    "the", "and", "for", "its", "with", "that", "all", "from", "are", "this", "which", "their",
    "into", "les", "des", "aux", "une", "par", "dans", "pour", "los", "las", "del", "que", "para",
    "con", "por", "una", "как", "для", "что",
];

/// The features of a text with their counts, and the word behind each beginning.
#[derive(Debug, Clone, Default)]
pub struct TextWords {
    pub counts: BTreeMap<String, u32>,
    spoken: BTreeMap<String, String>,
}

impl TextWords {
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut found = TextWords::default();
        let mut before: Option<String> = None;
        for word in words(text) {
            let stem: String = word.chars().take(STEM).collect();
            if let Some(before) = &before {
                *found.counts.entry(format!("{before} {stem}")).or_default() += 1;
            }
            *found.counts.entry(stem.clone()).or_default() += 1;
            found.spoken.entry(stem.clone()).or_insert(word);
            before = Some(stem);
        }
        found
    }

    /// A feature as it was written: "tortur" as "torture".
    pub(super) fn spoken(&self, feature: &str) -> String {
        let parts = feature.split(' ').map(|stem| {
            let word = self.spoken.get(stem).map(String::as_str);
            word.unwrap_or(stem)
        });
        parts.collect::<Vec<_>>().join(" ")
    }
}

/// Words of three letters and more, folded. Scripts without blanks give pairs of signs.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for word in fold(text).split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'') {
        let word = word.trim_matches(['-', '\'']);
        if word.chars().any(is_without_blanks) {
            let signs: Vec<char> = word.chars().collect();
            found.extend(signs.windows(2).map(|pair| pair.iter().collect::<String>()));
        } else if word.chars().count() > 2 && !COMMON.contains(&word) {
            found.push(word.to_owned());
        }
    }
    found
}

/// Chinese, Japanese, Thai, Lao, Khmer, Burmese.
fn is_without_blanks(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}
