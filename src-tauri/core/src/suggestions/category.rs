//! The action category: by the verb rules, and by how records begun with the same words were
//! confirmed in this plan.

use std::collections::{BTreeMap, BTreeSet};

use super::words;
use super::{Suggestion, SuggestionKind, SuggestionReason};
use crate::reference::categories;

/// Less says nothing about how this plan sorts.
const FEWEST: u32 = 20;
/// What the plan's own records weigh beside the rules.
const SHARE_OF_OPENINGS: f64 = 0.35;
/// Words of the beginning that are looked at.
const EARLY: usize = 8;

/// How often each beginning was confirmed under each category: naive Bayes over the first words.
#[derive(Debug, Clone, Default)]
pub struct Openings {
    texts: BTreeSet<String>,
    of_category: BTreeMap<u8, u32>,
    counts: BTreeMap<String, BTreeMap<u8, u32>>,
}

impl Openings {
    /// Takes a confirmed record into account; the same text once.
    pub fn learn(&mut self, text: &str, category: u8) {
        if !self.texts.insert(text.to_owned()) {
            return;
        }
        *self.of_category.entry(category).or_default() += 1;
        for feature in openings(text) {
            *self
                .counts
                .entry(feature)
                .or_default()
                .entry(category)
                .or_default() += 1;
        }
    }

    /// The likelihood of each category by the first words alone; `None` while too little is known.
    #[must_use]
    pub fn likely(&self, text: &str) -> Option<BTreeMap<u8, f64>> {
        let all: u32 = self.of_category.values().sum();
        if all < FEWEST {
            return None;
        }
        let features = openings(text);
        let scores: Vec<(u8, f64)> = self
            .of_category
            .iter()
            .map(|(category, many)| {
                let many = f64::from(*many);
                let words: f64 = features
                    .iter()
                    .filter_map(|feature| self.counts.get(feature))
                    .filter(|counts| counts.values().sum::<u32>() > 1)
                    .map(|counts| {
                        let here = f64::from(counts.get(category).copied().unwrap_or(0));
                        0.5 * ((here + 0.2) / (many + 1.0)).ln()
                    })
                    .sum();
                (*category, many.ln() + words)
            })
            .collect();
        Some(shares(&scores))
    }

    /// The category suggested by rules and openings together.
    #[must_use]
    pub fn suggest(&self, text: &str) -> Option<Suggestion> {
        let rule = categories::suggest(text);
        let learned = self.likely(text);
        let mut reasons = Vec::new();
        let by_rule: BTreeMap<u8, f64> = match &rule {
            Some(rule) => (1..=5)
                .map(|category| {
                    let sure = f64::from(rule.confidence);
                    let share = if category == rule.category {
                        sure
                    } else {
                        (1.0 - sure) / 4.0
                    };
                    (category, share)
                })
                .collect(),
            None => (1..=5).map(|category| (category, 0.2)).collect(),
        };
        let likely = match &learned {
            None => by_rule,
            Some(learned) => {
                let scores: Vec<(u8, f64)> = by_rule
                    .iter()
                    .map(|(category, share)| {
                        let own = learned.get(category).copied().unwrap_or(0.0).max(0.001);
                        (*category, share.ln() + SHARE_OF_OPENINGS * own.ln())
                    })
                    .collect();
                shares(&scores)
            }
        };
        let (category, confidence) = likely.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
        if let Some(rule) = rule.filter(|rule| rule.category == category) {
            reasons.push(SuggestionReason::Verb {
                words: vec![rule.verb],
            });
        }
        let own = learned.and_then(|learned| learned.get(&category).copied());
        if own.is_some_and(|own| own > 0.5) {
            let words = words::words(text).into_iter().take(2).collect();
            reasons.push(SuggestionReason::Opening { words });
        }
        (!reasons.is_empty()).then(|| Suggestion {
            kind: SuggestionKind::Category,
            value: category.to_string(),
            label: category.to_string(),
            confidence,
            reasons,
        })
    }
}

/// Logarithms as shares of 1.
fn shares(scores: &[(u8, f64)]) -> BTreeMap<u8, f64> {
    let most = scores
        .iter()
        .map(|(_, score)| *score)
        .fold(f64::MIN, f64::max);
    let sum: f64 = scores.iter().map(|(_, score)| (score - most).exp()).sum();
    scores
        .iter()
        .map(|(category, score)| (*category, (score - most).exp() / sum))
        .collect()
}

/// The first words with their places, the first pair, and what stands early. Adverbs and numbers are
/// left out: "urgently adopt" begins with "adopt".
fn openings(text: &str) -> BTreeSet<String> {
    let sentence = crate::reference::categories::opening_sentence(text);
    let words: Vec<String> = crate::reference::categories::all_words(sentence)
        .into_iter()
        .filter(|word| !(word.len() > 4 && word.ends_with("ly")))
        .filter(|word| !word.chars().all(|c| c.is_ascii_digit()))
        .take(EARLY)
        .collect();
    let mut found = BTreeSet::new();
    for (place, word) in words.iter().enumerate() {
        if place < 3 {
            found.insert(format!("{place}:{word}"));
        }
        found.insert(format!("early:{word}"));
    }
    for pair in words.windows(2) {
        found.insert(format!("pair:{}", pair.join(" ")));
    }
    if let Some(first) = words.get(..2) {
        found.insert(format!("first:{}", first.join(" ")));
    }
    found
}
