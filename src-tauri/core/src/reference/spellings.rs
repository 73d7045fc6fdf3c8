//! Words that foreign tables use: headings of columns, and how positions, priorities, kinds of
//! record, mechanisms and committees are written in the languages tables come in. Only to recognise
//! them, never shown.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::{table, treaty_bodies};
use crate::base::text;

/// A heading of a column and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Heading {
    /// Word of a meaning the import knows, for instance `recommending_states`.
    pub meaning: String,
    /// BCP 47.
    pub language: String,
    pub header: String,
}

/// A spelling of a value.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Spelling {
    /// `position`, `priority`, `record_type`, `mechanism` or `body`.
    pub field: String,
    pub code: String,
    /// BCP 47.
    pub language: String,
    pub words: String,
}

/// Every heading, in the order of the table.
#[must_use]
pub fn headings() -> &'static [Heading] {
    static HEADINGS: OnceLock<Vec<Heading>> = OnceLock::new();
    HEADINGS.get_or_init(|| {
        table::rows(include_str!(
            "../../../../assets/reference/column_headers.tsv"
        ))
    })
}

/// Every spelling, in the order of the table.
#[must_use]
pub fn spellings() -> &'static [Spelling] {
    static SPELLINGS: OnceLock<Vec<Spelling>> = OnceLock::new();
    SPELLINGS
        .get_or_init(|| table::rows(include_str!("../../../../assets/reference/value_words.tsv")))
}

/// What a heading means, whatever its capitals, accents and signs; `None` where no heading is
/// written so.
#[must_use]
pub fn meaning_of(header: &str) -> Option<&'static str> {
    static INDEX: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    let index = INDEX.get_or_init(|| {
        let mut index = HashMap::new();
        for heading in headings() {
            index
                .entry(letters(&heading.header))
                .or_insert(heading.meaning.as_str());
        }
        index
    });
    index.get(&letters(header)).copied()
}

/// The code that a value of a field spells; `None` where it spells none.
#[must_use]
pub fn code_of(field: &str, value: &str) -> Option<&'static str> {
    static INDEX: OnceLock<HashMap<(String, String), &'static str>> = OnceLock::new();
    let index = INDEX.get_or_init(|| {
        let mut index = HashMap::new();
        let mut learn = |field: &str, words: &str, code: &'static str| {
            let key = (field.to_owned(), letters(words));
            index.entry(key).or_insert(code);
        };
        for body in treaty_bodies::all() {
            for words in [&body.code, &body.uhri_label, &body.name] {
                learn("body", words, &body.code);
            }
        }
        for spelling in spellings() {
            learn(&spelling.field, &spelling.words, &spelling.code);
        }
        index
    });
    index.get(&(field.to_owned(), letters(value))).copied()
}

/// Letters and digits without capitals and accents. A heading of signs alone ("#", "№") keeps them.
fn letters(words: &str) -> String {
    let folded = text::fold(words);
    let letters: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    match letters.is_empty() {
        true => folded,
        false => letters,
    }
}
