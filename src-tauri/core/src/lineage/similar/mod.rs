//! Near-duplicates: texts that ask for much the same, across cycles, mechanisms and languages of one
//! script, each with the words that led to it. Works on a snapshot, so that the desk stays free, and
//! knows no language: see [`words`](self::words) and [`corpus`](self::corpus) for what is compared.

mod compare;
mod corpus;
mod lexicon;
mod neighbours;
mod snapshot;
mod words;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::LinkKind;
use crate::base::{Progress, Result};

pub use compare::{ComparedText, Comparison, Mark, Segment, TwoRecords, compare_recommendations};
pub use corpus::Corpus;
pub use neighbours::{Effort, Near, all_pairs, neighbours};
pub use snapshot::{Snapshot, snapshot};

use self::words::{Word, are_opposite, words};

/// From here on a pair is offered. Frozen by the hand-labelled pairs of `tests/rooms/lineage`.
pub const OFFERED_FROM: u8 = 40;
/// From here on two texts say the same but for a word or two.
const SAME_FROM: f64 = 0.9;
/// Pairs told at once.
const MOST_PAIRS: u32 = 500;
/// Words shown as the reason of an offer.
const REASONS: usize = 5;

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SimilarWish {
    /// Only pairs of this record.
    pub record_id: Option<String>,
    /// Only pairs of which one is of these mechanisms.
    pub mechanism: Vec<String>,
    /// Only pairs of which one is of these cycles.
    pub cycle: Vec<u32>,
    pub across: Across,
    /// Only offers of these kinds.
    pub kind: Vec<LinkKind>,
    /// 0 to 100; the usual threshold where absent.
    pub least: Option<u8>,
    /// At most 500.
    pub limit: Option<u32>,
}

/// Which sides a pair must have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Across {
    #[default]
    Any,
    /// Different cycles of one mechanism.
    Cycles,
    /// Different mechanisms.
    Mechanisms,
    /// One mechanism, one cycle.
    Within,
}

/// An offer: what one recommendation may be to another, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SimilarPair {
    /// The first of the kind's sentence: the later one of a follow-up.
    pub from_id: String,
    pub from_reference: String,
    pub to_id: String,
    pub to_reference: String,
    pub kind: LinkKind,
    /// 0 to 100.
    pub score: u8,
    /// Words both have that few others have, the weightiest first.
    pub words: Vec<String>,
}

/// The offers, the most alike first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SimilarFound {
    pub pairs: Vec<SimilarPair>,
    /// With those beyond the limit.
    pub total: u32,
    /// Records compared.
    pub records: u32,
    /// The threshold used.
    pub least: u8,
}

/// Finds what is alike and not yet decided, as many as are shown at once.
///
/// # Errors
/// `cancelled`.
pub fn find(snapshot: &Snapshot, wish: &SimilarWish, progress: &Progress) -> Result<SimilarFound> {
    let mut pairs = offers(snapshot, wish, progress)?;
    let total = u32::try_from(pairs.len()).unwrap_or(u32::MAX);
    let limit = wish.limit.unwrap_or(MOST_PAIRS).min(MOST_PAIRS);
    pairs.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(SimilarFound {
        pairs,
        total,
        records: u32::try_from(snapshot.records.len()).unwrap_or(u32::MAX),
        least: least_of(wish),
    })
}

/// Every offer, the most alike first.
///
/// # Errors
/// `cancelled`.
pub fn offers(
    snapshot: &Snapshot,
    wish: &SimilarWish,
    progress: &Progress,
) -> Result<Vec<SimilarPair>> {
    let corpus = Corpus::of(snapshot.records.iter().map(|record| record.text.as_str()));
    let effort = Effort::usual(f64::from(least_of(wish)) / 100.0);
    let near = neighbours(&corpus, effort, progress)?;
    Ok(near
        .into_iter()
        .filter(|near| is_wanted(snapshot, wish, *near))
        .filter_map(|near| offer(snapshot, &corpus, near))
        .filter(|offer| wish.kind.is_empty() || wish.kind.contains(&offer.kind))
        .collect())
}

fn least_of(wish: &SimilarWish) -> u8 {
    wish.least.unwrap_or(OFFERED_FROM).min(100)
}

fn is_wanted(snapshot: &Snapshot, wish: &SimilarWish, near: Near) -> bool {
    let (Some(one), Some(other)) = (
        snapshot.records.get(near.one),
        snapshot.records.get(near.other),
    ) else {
        return false;
    };
    let sides = [one, other];
    let own = |record: &snapshot::Record| Some(&record.id) == wish.record_id.as_ref();
    let same_mechanism = one.moment.mechanism() == other.moment.mechanism();
    let same_cycle = one.moment.cycle() == other.moment.cycle();
    let is_across = match wish.across {
        Across::Any => true,
        Across::Cycles => same_mechanism && !same_cycle,
        Across::Mechanisms => !same_mechanism,
        Across::Within => same_mechanism && same_cycle,
    };
    is_across
        && !snapshot.is_decided(near.one, near.other)
        && (wish.record_id.is_none() || sides.iter().any(|record| own(record)))
        && (wish.mechanism.is_empty()
            || sides.iter().any(|record| {
                wish.mechanism
                    .iter()
                    .any(|code| code == record.moment.mechanism())
            }))
        && (wish.cycle.is_empty()
            || sides.iter().any(|record| {
                record
                    .moment
                    .cycle()
                    .is_some_and(|cycle| wish.cycle.contains(&cycle))
            }))
}

/// The kind that fits best, and the words that speak for it. Contradiction is only ever a question:
/// the verbs are opposite, the rest is alike.
fn offer(snapshot: &Snapshot, corpus: &Corpus, near: Near) -> Option<SimilarPair> {
    let (one, other) = (
        snapshot.records.get(near.one)?,
        snapshot.records.get(near.other)?,
    );
    let (words_of_one, words_of_other) = (words(&one.text), words(&other.text));
    let one_is_before = one.moment.is_before(&other.moment) == Some(true);
    let other_is_before = other.moment.is_before(&one.moment) == Some(true);
    let is_one_mechanism = one.moment.mechanism() == other.moment.mechanism();
    let kind = if are_opposite(&words_of_one, &words_of_other) {
        LinkKind::Contradicts
    } else if is_one_mechanism && (one_is_before || other_is_before) {
        LinkKind::FollowUpOf
    } else if near.likeness >= SAME_FROM {
        LinkKind::Same
    } else {
        LinkKind::Overlaps
    };
    // The later one first.
    let (from, to) = if other_is_before || (kind != LinkKind::FollowUpOf && !one_is_before) {
        (one, other)
    } else {
        (other, one)
    };
    Some(SimilarPair {
        from_id: from.id.clone(),
        from_reference: from.reference.clone(),
        to_id: to.id.clone(),
        to_reference: to.reference.clone(),
        kind,
        score: percent(near.likeness),
        words: reasons(corpus, &words_of_one, &words_of_other),
    })
}

fn reasons(corpus: &Corpus, one: &[Word], other: &[Word]) -> Vec<String> {
    let stems: HashSet<&str> = other
        .iter()
        .filter(|word| word.weight.is_about())
        .map(|word| word.stem.as_str())
        .collect();
    let mut seen = HashSet::new();
    let mut shared: Vec<(f64, &Word)> = one
        .iter()
        .filter(|word| word.weight.is_about() && stems.contains(word.stem.as_str()))
        .filter(|word| seen.insert(word.stem.as_str()))
        .map(|word| (corpus.rarity_of(&word.stem), word))
        .collect();
    shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.from.cmp(&b.1.from)));
    shared
        .into_iter()
        .take(REASONS)
        .map(|(_, word)| word.plain.clone())
        .collect()
}

/// Whole per cents, rounded.
fn percent(share: f64) -> u8 {
    (0..=100_u8)
        .rev()
        .find(|whole| f64::from(*whole) <= share.mul_add(100.0, 0.5))
        .unwrap_or(0)
}
