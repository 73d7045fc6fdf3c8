//! Records that a person has sorted already, and how like one of them another record is: seven parts
//! the words they share (rare ones weigh more), three parts the issues both speak of.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::SuggestionKind;
use super::texts::TextSeen;
use super::words::TextWords;

const SHARE_OF_TOPICS: f64 = 0.3;
/// So many neighbours are asked.
const ASKED: usize = 9;
/// A likeness from which a neighbour is fully trusted.
const TRUSTED: f64 = 0.35;
/// Words shown of what two records share.
const WORDS_SHOWN: usize = 4;

/// A sorted record.
pub(super) struct Known {
    pub(super) id: String,
    pub(super) reference: String,
    pub(super) text: Arc<TextSeen>,
    /// What it was sorted under.
    pub(super) labels: BTreeMap<SuggestionKind, Vec<String>>,
}

/// The sorted records, ready to be compared with.
pub(super) struct Neighbourhood {
    known: Vec<Known>,
    /// How rare each feature is.
    rarity: HashMap<String, f64>,
    /// Records with each feature, and how much it weighs in them.
    holders: HashMap<String, Vec<(usize, f64)>>,
}

/// A label that neighbours have.
pub(super) struct Voted<'a> {
    pub(super) label: &'a str,
    /// The neighbours' share, 0 to 1, less where none is very like.
    pub(super) share: f64,
    /// The most like of those that have it.
    pub(super) nearest: &'a Known,
    pub(super) likeness: f64,
    pub(super) words: Vec<String>,
}

impl Neighbourhood {
    pub(super) fn of(known: Vec<Known>) -> Self {
        let all = f64::from(u32::try_from(known.len()).unwrap_or(u32::MAX));
        let mut with_feature: HashMap<&str, u32> = HashMap::new();
        for feature in known
            .iter()
            .flat_map(|record| record.text.words.counts.keys())
        {
            *with_feature.entry(feature).or_default() += 1;
        }
        let rarity: HashMap<String, f64> = with_feature
            .into_iter()
            .map(|(feature, many)| {
                let rarity = ((all + 1.0) / (f64::from(many) + 0.5)).ln();
                (feature.to_owned(), rarity.max(0.0))
            })
            .collect();
        let mut holders: HashMap<String, Vec<(usize, f64)>> = HashMap::new();
        for (place, record) in known.iter().enumerate() {
            for (feature, weight) in weighed(&record.text.words, &rarity, all) {
                let of_feature = holders.entry(feature.to_owned()).or_default();
                of_feature.push((place, weight));
            }
        }
        Neighbourhood {
            known,
            rarity,
            holders,
        }
    }

    /// How like each sorted record is, in their order; 0 for the record itself.
    pub(super) fn likenesses(&self, id: &str, text: &TextSeen) -> Vec<f64> {
        let all = f64::from(u32::try_from(self.known.len()).unwrap_or(u32::MAX));
        let mut likeness = vec![0.0; self.known.len()];
        for (feature, weight) in weighed(&text.words, &self.rarity, all) {
            for (place, other) in self.holders.get(feature).into_iter().flatten() {
                if let Some(sum) = likeness.get_mut(*place) {
                    *sum += weight * other;
                }
            }
        }
        for (like, record) in likeness.iter_mut().zip(&self.known) {
            *like = if record.id == id {
                0.0
            } else {
                *like * (1.0 - SHARE_OF_TOPICS)
                    + text.topics.likeness(&record.text.topics) * SHARE_OF_TOPICS
            };
        }
        likeness
    }

    /// The labels of one kind that the nearest records have.
    pub(super) fn vote<'a>(
        &'a self,
        kind: SuggestionKind,
        likenesses: &[f64],
        words: &TextWords,
    ) -> Vec<Voted<'a>> {
        let mut near: Vec<(f64, &'a Known)> = self
            .known
            .iter()
            .zip(likenesses)
            .filter(|(record, like)| **like > 0.0 && record.labels.contains_key(&kind))
            .map(|(record, like)| (*like, record))
            .collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
        near.truncate(ASKED);
        let all: f64 = near.iter().map(|(like, _)| like * like).sum();
        let trust = near
            .first()
            .map_or(0.0, |(like, _)| (like / TRUSTED).min(1.0));
        let mut voted: Vec<Voted<'a>> = Vec::new();
        for (like, record) in near {
            for label in record.labels.get(&kind).into_iter().flatten() {
                let share = like * like / all * trust;
                match voted.iter_mut().find(|one| one.label == label) {
                    Some(one) => one.share += share,
                    None => voted.push(Voted {
                        label,
                        share,
                        nearest: record,
                        likeness: like,
                        words: self.shared(words, &record.text.words),
                    }),
                }
            }
        }
        voted
    }

    /// The rarest words two texts share.
    fn shared(&self, words: &TextWords, other: &TextWords) -> Vec<String> {
        let rarity = |feature: &str| self.rarity.get(feature).copied().unwrap_or(0.0);
        let mut both: Vec<&String> = words
            .counts
            .keys()
            .filter(|feature| !feature.contains(' ') && other.counts.contains_key(*feature))
            .collect();
        both.sort_by(|a, b| rarity(b).total_cmp(&rarity(a)).then_with(|| a.cmp(b)));
        let shown = both.into_iter().take(WORDS_SHOWN);
        shown.map(|feature| words.spoken(feature)).collect()
    }
}

/// The features with their weights, as a vector of length 1. What no sorted record has is the rarest.
fn weighed<'a>(
    words: &'a TextWords,
    rarity: &HashMap<String, f64>,
    all: f64,
) -> Vec<(&'a str, f64)> {
    let unknown = ((all + 1.0) / 0.5).ln();
    let mut found: Vec<(&str, f64)> = words
        .counts
        .iter()
        .map(|(feature, count)| {
            let rare = rarity.get(feature).copied().unwrap_or(unknown);
            (feature.as_str(), (1.0 + f64::from(*count).ln()) * rare)
        })
        .collect();
    let length = found.iter().map(|(_, w)| w * w).sum::<f64>().sqrt();
    if length > 0.0 {
        for (_, weight) in &mut found {
            *weight /= length;
        }
    }
    found
}
