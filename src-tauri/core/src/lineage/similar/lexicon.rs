//! Word lists of the comparison: words that say little, verbs that ask for the opposite, names of
//! instruments that are written in many ways.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::words::plain_word;
use crate::reference::table::{members, rows};

/// What a word says about what is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Content,
    /// A group of persons a demand is about: the same demand for others is another one.
    Group,
    /// Persons in general.
    Persons,
    /// What is to be done in general: prevented, protected, raised.
    Verb,
    /// Polite openings and words that stand in every recommendation ("continue its efforts to").
    Opening,
    /// A small word with which another demand or a means begins ("and", "including", "by").
    Break,
    /// Articles, prepositions and the like: not compared.
    Small,
}

impl Weight {
    /// Whether it is compared.
    pub fn counts(self) -> bool {
        !matches!(self, Weight::Small | Weight::Break)
    }

    /// Whether it names what a demand is about.
    pub fn is_about(self) -> bool {
        matches!(self, Weight::Content | Weight::Group | Weight::Persons)
    }
}

#[derive(Deserialize)]
struct CommonRow {
    kind: String,
    word: String,
}

#[derive(Deserialize)]
struct OppositeRow {
    verb: String,
    opposites: String,
}

#[derive(Deserialize)]
struct SynonymRow {
    word: String,
    variants: String,
}

#[derive(Deserialize)]
struct InstrumentRow {
    code: String,
    name: String,
}

/// A name of an instrument, as plain words.
pub struct Instrument {
    pub code: String,
    pub words: Vec<String>,
}

pub struct Lexicon {
    weights: HashMap<String, Weight>,
    opposites: HashSet<(String, String)>,
    /// The word that stands for each of its variants.
    synonyms: HashMap<String, String>,
    /// By their first word, the longest first.
    instruments: HashMap<String, Vec<Instrument>>,
}

pub fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon {
        weights: weights(),
        opposites: opposites(),
        synonyms: synonyms(),
        instruments: instruments(),
    })
}

fn weights() -> HashMap<String, Weight> {
    let text = include_str!("../../../../../assets/reference/common_words.tsv");
    rows::<CommonRow>(text)
        .into_iter()
        .map(|row| {
            let weight = match row.kind.as_str() {
                "small" => Weight::Small,
                "break" => Weight::Break,
                "group" => Weight::Group,
                "persons" => Weight::Persons,
                "verb" => Weight::Verb,
                _ => Weight::Opening,
            };
            (plain_word(&row.word), weight)
        })
        .collect()
}

fn opposites() -> HashSet<(String, String)> {
    let text = include_str!("../../../../../assets/reference/opposite_verbs.tsv");
    let mut pairs = HashSet::new();
    for row in rows::<OppositeRow>(text) {
        let verb = plain_word(&row.verb);
        for opposite in members(&row.opposites, ' ') {
            let opposite = plain_word(&opposite);
            pairs.insert((verb.clone(), opposite.clone()));
            pairs.insert((opposite, verb.clone()));
        }
    }
    pairs
}

fn synonyms() -> HashMap<String, String> {
    let text = include_str!("../../../../../assets/reference/synonyms.tsv");
    let mut found = HashMap::new();
    for row in rows::<SynonymRow>(text) {
        for variant in members(&row.variants, ' ') {
            found.insert(plain_word(&variant), plain_word(&row.word));
        }
    }
    found
}

fn instruments() -> HashMap<String, Vec<Instrument>> {
    let text = include_str!("../../../../../assets/reference/instrument_names.tsv");
    let mut found: HashMap<String, Vec<Instrument>> = HashMap::new();
    for row in rows::<InstrumentRow>(text) {
        let words: Vec<String> = row.name.split(' ').map(plain_word).collect();
        if let Some(first) = words.first() {
            let instrument = Instrument {
                code: row.code,
                words: words.clone(),
            };
            let named = found.entry(first.clone()).or_default();
            named.push(instrument);
            named.sort_by_key(|instrument| std::cmp::Reverse(instrument.words.len()));
        }
    }
    found
}

impl Lexicon {
    /// What kind of word it is; short ones of unlisted languages count as small.
    pub fn weight(&self, word: &str, is_acronym: bool) -> Weight {
        if let Some(weight) = self.weights.get(word) {
            return *weight;
        }
        let is_short = word.chars().nth(2).is_none() && word.chars().all(char::is_alphabetic);
        let is_letter_script = word
            .chars()
            .all(|letter| !super::words::is_ideograph(letter));
        if is_short && is_letter_script && !is_acronym {
            Weight::Small
        } else {
            Weight::Content
        }
    }

    /// The word under which a word is compared.
    pub fn canonical<'w>(&'w self, word: &'w str) -> &'w str {
        self.synonyms.get(word).map_or(word, String::as_str)
    }

    /// The stem under which binding oneself to an instrument is compared, in the languages at hand.
    pub fn ratify() -> &'static str {
        "ratif"
    }

    /// Whether one verb asks for the opposite of the other.
    pub fn are_opposite(&self, one: &str, other: &str) -> bool {
        self.opposites.contains(&(one.to_owned(), other.to_owned()))
    }

    /// The instrument whose name begins where `words` begins, and how many words it takes.
    pub fn instrument<'w>(
        &self,
        words: impl Iterator<Item = &'w str> + Clone,
    ) -> Option<(&str, usize)> {
        let first = words.clone().next()?;
        self.instruments.get(first)?.iter().find_map(|named| {
            let mut words = words.clone();
            let is_it = named
                .words
                .iter()
                .all(|wanted| words.next() == Some(wanted.as_str()));
            is_it.then_some((named.code.as_str(), named.words.len()))
        })
    }
}
