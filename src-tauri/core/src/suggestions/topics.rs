//! Issues of UPR Info that the words of a text speak for.
//!
//! `issue_words.tsv` holds, for each issue, the words and pairs of words that stand out in the
//! recommendations UPR Info gave it, with the logarithm of how many times likelier they are there
//! than elsewhere. It was counted over two thirds of the States of the export of 2015, none of whose
//! sentences is kept; `tests/rooms/suggestions` counts it anew and measures it on the other third.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::words::TextWords;
use crate::reference::table;

/// Marks the row with an issue's own share.
const BASE: &str = "*";
/// So many words of a text speak for an issue at most: long texts would speak for all.
const MOST_WORDS: usize = 6;
/// Words say much the same: each counts less than if it stood alone.
const SHARE_OF_WORD: f64 = 0.7;
/// Words kept of an issue.
const KEPT: usize = 80;

/// One row: how much a word speaks for an issue.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct TopicWords {
    pub issue: String,
    pub word: String,
    pub weight: f64,
}

struct Topics {
    issues: Vec<String>,
    base: Vec<f64>,
    by_word: BTreeMap<String, Vec<(usize, f64)>>,
}

fn topics() -> &'static Topics {
    static TOPICS: OnceLock<Topics> = OnceLock::new();
    TOPICS.get_or_init(|| {
        let rows: Vec<TopicWords> =
            table::rows(include_str!("../../../../assets/reference/issue_words.tsv"));
        let mut topics = Topics {
            issues: Vec::new(),
            base: Vec::new(),
            by_word: BTreeMap::new(),
        };
        for row in rows {
            if row.word == BASE {
                topics.issues.push(row.issue);
                topics.base.push(row.weight);
            } else if let Some(last) = topics.issues.len().checked_sub(1) {
                let of_word = topics.by_word.entry(row.word).or_default();
                of_word.push((last, row.weight));
            }
        }
        topics
    })
}

/// How much a text speaks for each issue.
#[derive(Debug, Clone)]
pub(super) struct TopicsOf {
    /// 0 to 1, in the order of the issues.
    pub(super) likely: Vec<f64>,
    words: Vec<Vec<(f64, String)>>,
}

impl TopicsOf {
    pub(super) fn of(text: &TextWords) -> Self {
        let topics = topics();
        let mut words: Vec<Vec<(f64, String)>> = vec![Vec::new(); topics.issues.len()];
        for feature in text.counts.keys() {
            for (issue, weight) in topics.by_word.get(feature).into_iter().flatten() {
                if let Some(found) = words.get_mut(*issue) {
                    found.push((*weight, feature.clone()));
                }
            }
        }
        for found in &mut words {
            found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
            found.truncate(MOST_WORDS);
        }
        let likely = words.iter().zip(&topics.base).map(|(found, base)| {
            let sum: f64 = found.iter().map(|(weight, _)| weight).sum();
            1.0 / (1.0 + (-(base + SHARE_OF_WORD * sum)).exp())
        });
        TopicsOf {
            likely: likely.collect(),
            words,
        }
    }

    /// Each issue with its likelihood and the words that speak for it.
    pub(super) fn issues(&self) -> impl Iterator<Item = (&'static str, f64, Vec<&str>)> {
        let rows = topics().issues.iter().zip(&self.likely).zip(&self.words);
        rows.map(|((issue, likely), words)| {
            let words = words.iter().map(|(_, word)| word.as_str()).collect();
            (issue.as_str(), *likely, words)
        })
    }

    /// How alike two texts are in what they speak of, 0 to 1.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        let length =
            dot(&self.likely, &self.likely).sqrt() * dot(&other.likely, &other.likely).sqrt();
        if length > 0.0 {
            dot(&self.likely, &other.likely) / length
        } else {
            0.0
        }
    }

    /// Whether the text speaks for any issue at all.
    pub(super) fn says_something(&self) -> bool {
        self.words.iter().any(|words| !words.is_empty())
    }
}

/// Counts the words anew over texts and their issues; the same text counts once.
#[must_use]
pub fn topic_words_learned_from<'a>(
    rows: impl Iterator<Item = (&'a str, Vec<&'a str>)>,
) -> Vec<TopicWords> {
    let mut seen = BTreeSet::new();
    let mut texts: u32 = 0;
    let mut with_word: BTreeMap<String, u32> = BTreeMap::new();
    let mut with_issue: BTreeMap<&str, u32> = BTreeMap::new();
    let mut with_both: BTreeMap<&str, BTreeMap<String, u32>> = BTreeMap::new();
    for (text, issues) in rows {
        if !seen.insert(text) {
            continue;
        }
        texts += 1;
        let words = TextWords::of(text);
        for word in words.counts.keys() {
            *with_word.entry(word.clone()).or_default() += 1;
        }
        for issue in issues {
            *with_issue.entry(issue).or_default() += 1;
            let of_issue = with_both.entry(issue).or_default();
            for word in words.counts.keys() {
                *of_issue.entry(word.clone()).or_default() += 1;
            }
        }
    }
    let mut learned = Vec::new();
    for (issue, many) in &with_issue {
        let (inside, all) = (f64::from(*many), f64::from(texts));
        learned.push(TopicWords {
            issue: (*issue).to_owned(),
            word: BASE.to_owned(),
            weight: rounded(((inside + 0.5) / (all - inside + 0.5)).ln()),
        });
        let mut words: Vec<(f64, f64, &String)> = with_both
            .get(issue)
            .into_iter()
            .flatten()
            .filter_map(|(word, both)| {
                let everywhere = *with_word.get(word)?;
                if everywhere < 3 || *both < 2 {
                    return None;
                }
                let (both, everywhere) = (f64::from(*both), f64::from(everywhere));
                let here = (both + 0.3) / (inside + 0.6);
                let elsewhere = (everywhere - both + 0.3) / (all - inside + 0.6);
                let weight = (here / elsewhere).ln();
                (weight > 1.0).then_some((weight * both.sqrt(), weight, word))
            })
            .collect();
        words.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.2.cmp(b.2)));
        learned.extend(
            words
                .into_iter()
                .take(KEPT)
                .map(|(_, weight, word)| TopicWords {
                    issue: (*issue).to_owned(),
                    word: word.clone(),
                    weight: rounded(weight),
                }),
        );
    }
    learned
}

/// Two digits are enough, and the same on every machine.
fn rounded(weight: f64) -> f64 {
    (weight * 100.0).round() / 100.0
}
