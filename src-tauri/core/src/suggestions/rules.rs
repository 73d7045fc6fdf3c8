//! Words that stand for a theme, a group of persons or an SDG target: `tag_words.tsv`, written for
//! Upright. A phrase counts where its words follow one another; a word with a star is the beginning
//! of a longer one ("traffick*" of "trafficking").

use std::sync::OnceLock;

use serde::Deserialize;

use super::SuggestionKind;
use crate::base::text::fold;
use crate::reference::{table, vocabularies};

/// One phrase is likely right; a second makes it surer.
const ONE_PHRASE: f64 = 0.55;
const LONG_PHRASE: f64 = 0.7;

#[derive(Deserialize)]
struct Row {
    kind: SuggestionKind,
    label: String,
    /// Separated by `; `.
    words: String,
}

struct TagRule {
    kind: SuggestionKind,
    label: String,
    phrases: Vec<Vec<String>>,
}

/// A tag whose words stand in a text.
pub(super) struct Ruled {
    pub(super) label: &'static str,
    pub(super) confidence: f64,
    pub(super) words: Vec<String>,
}

fn rules() -> &'static [TagRule] {
    static RULES: OnceLock<Vec<TagRule>> = OnceLock::new();
    RULES.get_or_init(|| {
        let rows: Vec<Row> =
            table::rows(include_str!("../../../../assets/reference/tag_words.tsv"));
        rows.into_iter()
            .map(|row| TagRule {
                kind: row.kind,
                label: row.label,
                phrases: row
                    .words
                    .split(';')
                    .map(|phrase| phrase.split_whitespace().map(fold).collect())
                    .collect(),
            })
            .collect()
    })
}

/// Whether a label is one of the built-in vocabulary.
pub(super) fn knows(kind: SuggestionKind, label: &str) -> bool {
    match kind {
        SuggestionKind::Theme => vocabularies::themes()
            .iter()
            .any(|theme| theme.label == label),
        SuggestionKind::Group => vocabularies::groups()
            .iter()
            .any(|group| group.label == label),
        SuggestionKind::Sdg => vocabularies::find_sdg_target(label).is_some(),
        _ => true,
    }
}

/// The words of a text as the rules look at them.
pub(super) fn words_of(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The tags of one kind whose words stand in a text.
pub(super) fn tags_in(kind: SuggestionKind, words: &[String]) -> Vec<Ruled> {
    rules()
        .iter()
        .filter(|rule| rule.kind == kind)
        .filter_map(|rule| {
            let found: Vec<&Vec<String>> = rule
                .phrases
                .iter()
                .filter(|phrase| stands_in(phrase, words))
                .collect();
            let wrong = found.iter().fold(1.0, |wrong, phrase| {
                let right = if phrase.len() > 1 {
                    LONG_PHRASE
                } else {
                    ONE_PHRASE
                };
                wrong * (1.0 - right)
            });
            (!found.is_empty()).then(|| Ruled {
                label: &rule.label,
                confidence: (1.0 - wrong).min(0.9),
                words: found
                    .iter()
                    .map(|phrase| phrase.join(" ").replace('*', "…"))
                    .collect(),
            })
        })
        .collect()
}

fn stands_in(phrase: &[String], words: &[String]) -> bool {
    !phrase.is_empty()
        && words.windows(phrase.len()).any(|window| {
            window
                .iter()
                .zip(phrase)
                .all(|(word, wanted)| match wanted.strip_suffix('*') {
                    Some(beginning) => word.starts_with(beginning),
                    None => word == wanted,
                })
        })
}
