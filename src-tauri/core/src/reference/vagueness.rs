//! Words that leave open what is to be done, how much, for whom or by when. A hint for the person
//! who checks a recommendation, never stored. English only.

use std::cmp::Reverse;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::table;

/// What a word leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Vague {
    /// What is to be done: "strengthen".
    Verb,
    /// How much: "adequate".
    Amount,
    /// For whom, of what: "vulnerable groups".
    Scope,
    /// By when: "as soon as possible".
    Time,
}

/// A stretch of a text. All pieces one after the other are the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Piece {
    pub text: String,
    /// Absent where the words are plain.
    pub vague: Option<Vague>,
}

#[derive(Deserialize)]
struct VagueRow {
    words: String,
    kind: Vague,
}

struct Phrase {
    words: Vec<String>,
    kind: Vague,
}

/// The longest phrases first.
fn phrases() -> &'static [Phrase] {
    static PHRASES: OnceLock<Vec<Phrase>> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let rows: Vec<VagueRow> =
            table::rows(include_str!("../../../../assets/reference/vague_words.tsv"));
        let mut phrases: Vec<Phrase> = rows
            .into_iter()
            .map(|row| Phrase {
                words: row.words.split_whitespace().map(str::to_owned).collect(),
                kind: row.kind,
            })
            .collect();
        phrases.sort_by_key(|phrase| Reverse(phrase.words.len()));
        phrases
    })
}

/// The text cut at its vague words.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece> {
    let words = words_of(text);
    let mut found = Vec::new();
    let (mut at, mut from) = (0, 0);
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        match phrase_at(rest) {
            Some(phrase) => {
                let last = rest.get(phrase.words.len() - 1);
                if let (Some(first), Some(last)) = (rest.first(), last) {
                    push(&mut found, text, from, first.from, None);
                    push(&mut found, text, first.from, last.to, Some(phrase.kind));
                    from = last.to;
                }
                at += phrase.words.len();
            }
            None => at += 1,
        }
    }
    push(&mut found, text, from, text.len(), None);
    found
}

fn push(found: &mut Vec<Piece>, text: &str, from: usize, to: usize, vague: Option<Vague>) {
    if let Some(text) = text.get(from..to).filter(|text| !text.is_empty()) {
        let text = text.to_owned();
        found.push(Piece { text, vague });
    }
}

fn phrase_at(words: &[Word]) -> Option<&'static Phrase> {
    phrases().iter().find(|phrase| {
        !phrase.words.is_empty()
            && words.len() >= phrase.words.len()
            && phrase.words.iter().zip(words).all(|(a, b)| *a == b.lower)
    })
}

struct Word {
    from: usize,
    to: usize,
    lower: String,
}

fn words_of(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut is_inside = false;
    for (place, letter) in text.char_indices() {
        if !letter.is_alphanumeric() {
            is_inside = false;
            continue;
        }
        let to = place + letter.len_utf8();
        match words.last_mut().filter(|_| is_inside) {
            Some(word) => {
                word.to = to;
                word.lower.extend(letter.to_lowercase());
            }
            None => words.push(Word {
                from: place,
                to,
                lower: letter.to_lowercase().collect(),
            }),
        }
        is_inside = true;
    }
    words
}

/// Whether the text names a year, as in "by 2030".
#[must_use]
pub fn names_a_year(text: &str) -> bool {
    words_of(text).iter().any(|word| {
        word.lower.len() == 4
            && word.lower.parse::<u16>().is_ok()
            && (word.lower.starts_with("19") || word.lower.starts_with("20"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_are_the_text_and_the_longest_phrase_wins() {
        let text = "Continue its efforts to improve—as soon as possible—l’éducation (Chile)";
        let pieces = pieces(text);
        let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(whole, text);
        let vague: Vec<_> = pieces
            .iter()
            .filter_map(|piece| piece.vague.map(|kind| (piece.text.as_str(), kind)))
            .collect();
        assert_eq!(
            vague,
            [
                ("Continue its efforts", Vague::Verb),
                ("improve", Vague::Verb),
                ("as soon as possible", Vague::Time)
            ]
        );
    }

    #[test]
    fn a_precise_text_has_one_plain_piece() {
        let text = "Ratify the Optional Protocol by 2027";
        assert_eq!(pieces(text).len(), 1);
        assert!(names_a_year(text));
        assert!(!names_a_year("Ratify paragraph 1234 of 12 conventions"));
        assert!(pieces("").is_empty());
    }
}
