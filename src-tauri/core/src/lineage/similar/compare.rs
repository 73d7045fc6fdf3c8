//! Two texts side by side: which words both have, and which only one.

use std::collections::HashSet;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::words::{Word, words};
use crate::base::{Error, Result};
use crate::dossier::Reader;

/// Which texts are to be compared.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TwoRecords {
    pub from_id: String,
    pub to_id: String,
}

/// What a piece of a text is to the other text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Small words and signs: not compared.
    Plain,
    /// In both.
    Shared,
    /// Only here.
    Own,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Segment {
    pub text: String,
    pub mark: Mark,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ComparedText {
    pub id: String,
    pub reference: String,
    pub mechanism: String,
    pub body: Option<String>,
    pub cycle: Option<u32>,
    pub document: Option<String>,
    pub position: Option<String>,
    pub language: String,
    /// The whole text, in pieces.
    pub segments: Vec<Segment>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Comparison {
    pub from: ComparedText,
    pub to: ComparedText,
}

/// Compares the texts of two records word by word.
///
/// # Errors
/// `record-not-found`.
pub fn compare_recommendations(reader: &Reader<'_>, from: &str, to: &str) -> Result<Comparison> {
    let (mut from, from_text) = read(reader, from)?;
    let (mut to, to_text) = read(reader, to)?;
    let (from_words, to_words) = (words(&from_text), words(&to_text));
    from.segments = segments(&from_text, &from_words, &to_words);
    to.segments = segments(&to_text, &to_words, &from_words);
    Ok(Comparison { from, to })
}

fn read(reader: &Reader<'_>, id: &str) -> Result<(ComparedText, String)> {
    let found = reader.find(
        "select id, reference, mechanism, body, cycle, document, position, language, text
         from live_recommendation
         where id = :id",
        named_params! {":id": id},
        |row| {
            let text = ComparedText {
                id: row.get(0)?,
                reference: row.get(1)?,
                mechanism: row.get(2)?,
                body: row.get(3)?,
                cycle: row.get(4)?,
                document: row.get(5)?,
                position: row.get(6)?,
                language: row.get(7)?,
                segments: Vec::new(),
            };
            Ok((text, row.get(8)?))
        },
    )?;
    found.ok_or_else(|| Error::person("record-not-found").with("record", id))
}

/// The text in pieces; neighbours of one mark, with what stands between them, are one piece.
fn segments(text: &str, own: &[Word], others: &[Word]) -> Vec<Segment> {
    let stems: HashSet<&str> = others.iter().map(|word| word.stem.as_str()).collect();
    let mut found: Vec<Segment> = Vec::new();
    let mut at = 0;
    for word in own {
        let mark = match word.weight {
            weight if !weight.counts() => Mark::Plain,
            _ if stems.contains(word.stem.as_str()) => Mark::Shared,
            _ => Mark::Own,
        };
        let between = text.get(at..word.from).unwrap_or_default();
        let is_blank = between.chars().all(char::is_whitespace);
        let same = found.last().is_some_and(|last| last.mark == mark);
        put(
            &mut found,
            between,
            if same && is_blank { mark } else { Mark::Plain },
        );
        put(
            &mut found,
            text.get(word.from..word.to).unwrap_or_default(),
            mark,
        );
        at = word.to;
    }
    put(&mut found, text.get(at..).unwrap_or_default(), Mark::Plain);
    found
}

fn put(segments: &mut Vec<Segment>, text: &str, mark: Mark) {
    if text.is_empty() {
        return;
    }
    match segments.last_mut().filter(|last| last.mark == mark) {
        Some(last) => last.text.push_str(text),
        None => segments.push(Segment {
            text: text.to_owned(),
            mark,
        }),
    }
}
