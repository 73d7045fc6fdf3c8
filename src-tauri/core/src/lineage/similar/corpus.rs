//! All texts as sets of features with weights: rare words weigh more, words of every recommendation
//! next to nothing. Likeness is the cosine of whole texts, helped where one text holds the whole of
//! the other, or that of the two clauses that are most alike: one demand of several may be the same.

use std::collections::HashMap;

use super::lexicon::{Lexicon, Weight, lexicon};
use super::words::{Word, words};

/// What a feature counts beside a stem of content.
const WHOLE_WORD: f64 = 0.5;
const PAIR: f64 = 0.3;
const OPENING: f64 = 0.3;
const VERB: f64 = 0.6;
const PERSONS: f64 = 0.6;
const NUMBER: f64 = 0.6;
const INSTRUMENT: f64 = 1.3;
const RATIFYING: f64 = 2.4;
/// Added to counts, so that in a plan of a few records no word counts as rare or common.
const SMOOTHING: f64 = 15.0;
/// Rarity counts a little less than in proportion: the great topic of a plan is still a topic.
const RARITY: f64 = 0.85;

/// How much being held by the other text counts, beside being alike as a whole.
const HELD: f64 = 0.95;
const HELD_SHARE: f64 = 0.7;
/// A text with less than this of weight is too short to be held by another.
const SHORT: f64 = 3.0;
/// How much being alike in one clause counts, and the weight from which a clause says something.
const CLAUSE: f64 = 0.85;
const SHORT_CLAUSE: f64 = 1.5;
/// Clauses of a text that are compared.
const MOST_CLAUSES: usize = 12;
/// What is left where the two name other groups of persons, or only one names any.
const OTHER_GROUPS: f64 = 0.7;
const ONE_GROUP: f64 = 0.9;

/// One clause of a text.
struct Clause {
    features: Vec<u32>,
    length: f64,
}

pub struct Corpus {
    /// Number of each feature by its hash.
    ids: HashMap<u64, u32>,
    /// Features of each text, ascending.
    features: Vec<Vec<u32>>,
    /// Clauses of each text that has several, each with the length of its vector.
    clauses: Vec<Vec<Clause>>,
    /// The groups of persons each text names, as features.
    groups: Vec<Vec<u32>>,
    /// Square of the weight of each feature.
    squares: Vec<f64>,
    /// Length of each text's vector.
    lengths: Vec<f64>,
    /// Texts of each feature, ascending.
    texts: Vec<Vec<u32>>,
}

impl Corpus {
    #[must_use]
    pub fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut ids: HashMap<u64, u32> = HashMap::new();
        let mut kinds: Vec<f64> = Vec::new();
        let mut lists: Vec<Vec<u32>> = Vec::new();
        let mut features = Vec::new();
        let mut clauses: Vec<Vec<Clause>> = Vec::new();
        let mut groups = Vec::new();
        for (place, text) in (0_u32..).zip(texts) {
            let words = words(text);
            let mut number = |found: Vec<(u64, f64)>| -> Vec<u32> {
                let mut own: Vec<u32> = found
                    .into_iter()
                    .map(|(key, kind)| {
                        *ids.entry(key).or_insert_with(|| {
                            kinds.push(kind);
                            lists.push(Vec::new());
                            u32::try_from(kinds.len() - 1).unwrap_or(u32::MAX)
                        })
                    })
                    .collect();
                own.sort_unstable();
                own.dedup();
                own
            };
            let own = number(features_of(&words));
            let parts = clauses_of(&words)
                .into_iter()
                .map(|clause| Clause {
                    features: number(features_of(clause)),
                    length: 0.0,
                })
                .collect();
            clauses.push(parts);
            groups.push(number(groups_of(&words)));
            for feature in &own {
                if let Some(list) = usize::try_from(*feature)
                    .ok()
                    .and_then(|at| lists.get_mut(at))
                {
                    list.push(place);
                }
            }
            features.push(own);
        }
        let all = count(features.len());
        let squares: Vec<f64> = kinds
            .iter()
            .zip(&lists)
            .map(|(kind, list)| {
                let rarity = (1.0 + (all + SMOOTHING) / (count(list.len()) + SMOOTHING)).ln();
                (kind * rarity.powf(RARITY)).powi(2)
            })
            .collect();
        let length = |own: &[u32]| own.iter().map(|f| square(&squares, *f)).sum::<f64>().sqrt();
        let lengths = features.iter().map(|own| length(own)).collect();
        for clause in clauses.iter_mut().flatten() {
            clause.length = length(&clause.features);
        }
        Corpus {
            ids,
            features,
            clauses,
            groups,
            squares,
            lengths,
            texts: lists,
        }
    }

    #[must_use]
    pub fn size(&self) -> usize {
        self.features.len()
    }

    #[must_use]
    pub fn features(&self, text: usize) -> &[u32] {
        self.features.get(text).map_or(&[], Vec::as_slice)
    }

    #[must_use]
    pub fn length(&self, text: usize) -> f64 {
        self.lengths.get(text).copied().unwrap_or(0.0)
    }

    #[must_use]
    pub fn square(&self, feature: u32) -> f64 {
        square(&self.squares, feature)
    }

    /// How rare a stem is in all texts; 0 where none has it.
    #[must_use]
    pub fn rarity_of(&self, stem: &str) -> f64 {
        self.ids
            .get(&hash(b's', &[stem]))
            .map_or(0.0, |feature| self.square(*feature))
    }

    /// The texts that have a feature.
    #[must_use]
    pub fn texts_with(&self, feature: u32) -> &[u32] {
        usize::try_from(feature)
            .ok()
            .and_then(|at| self.texts.get(at))
            .map_or(&[], Vec::as_slice)
    }

    /// How alike two texts are, 0 to 1.
    #[must_use]
    pub fn likeness(&self, one: usize, other: usize) -> f64 {
        let shared = self.shared(self.features(one), self.features(other));
        let (a, b) = (self.length(one), self.length(other));
        if shared <= 0.0 || a <= 0.0 || b <= 0.0 {
            return 0.0;
        }
        let cosine = shared / (a * b);
        let shorter = a.min(b);
        // Two words that stand in another text say little; a whole demand says much.
        let held = shared / shorter.powi(2) * HELD * (shorter / (shorter + SHORT));
        let whole = cosine.max(HELD_SHARE.mul_add(held - cosine, cosine));
        let likeness = whole.max(self.likest_clauses(one, other)).min(1.0);
        likeness * self.of_one_group(one, other)
    }

    fn likest_clauses(&self, one: usize, other: usize) -> f64 {
        let clauses = |text: usize| self.clauses.get(text).map_or(&[][..], Vec::as_slice);
        let mut most = 0.0_f64;
        for own in clauses(one) {
            for others in clauses(other) {
                let shorter = own.length.min(others.length);
                let most_possible = CLAUSE * shorter / (shorter + SHORT_CLAUSE);
                if most_possible <= most || shorter <= 0.0 {
                    continue;
                }
                let cosine =
                    self.shared(&own.features, &others.features) / (own.length * others.length);
                most = most.max(cosine * most_possible);
            }
        }
        most
    }

    /// What is left of a likeness: the same demand for other persons is another one.
    fn of_one_group(&self, one: usize, other: usize) -> f64 {
        let groups = |text: usize| self.groups.get(text).map_or(&[][..], Vec::as_slice);
        let (one, other) = (groups(one), groups(other));
        match (one.is_empty(), other.is_empty()) {
            (true, true) => 1.0,
            (false, false) if one.iter().any(|group| other.contains(group)) => 1.0,
            (false, false) => OTHER_GROUPS,
            _ => ONE_GROUP,
        }
    }

    /// The weight of the features both lists have.
    fn shared(&self, one: &[u32], other: &[u32]) -> f64 {
        let mut others = other.iter().peekable();
        let mut sum = 0.0;
        for feature in one {
            while others.next_if(|next| *next < feature).is_some() {}
            if others.next_if_eq(&feature).is_some() {
                sum += self.square(*feature);
            }
        }
        sum
    }
}

fn square(squares: &[f64], feature: u32) -> f64 {
    usize::try_from(feature)
        .ok()
        .and_then(|at| squares.get(at))
        .copied()
        .unwrap_or(0.0)
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// Hashes of the features of a text with what each kind counts: stems, whole words, pairs of
/// neighbours, and instruments however they are named.
fn features_of(words: &[Word]) -> Vec<(u64, f64)> {
    let mut found = Vec::with_capacity(words.len() * 3);
    if !words.iter().any(|word| word.weight.is_about()) {
        return found;
    }
    let mut before: Option<&Word> = None;
    let mut named_until = 0;
    let ratify = Lexicon::ratify();
    let mut is_ratifying = false;
    for (place, word) in words.iter().enumerate() {
        let rest = words.get(place..).unwrap_or_default();
        is_ratifying |= word.stem == ratify;
        if place >= named_until
            && let Some((code, count)) =
                lexicon().instrument(rest.iter().map(|word| word.plain.as_str()))
        {
            found.push((hash(b'i', &[code]), INSTRUMENT));
            if is_ratifying {
                found.push((hash(b'r', &[code]), RATIFYING));
            }
            named_until = place + count;
            before = None;
        }
        if place < named_until || !word.weight.counts() {
            continue;
        }
        let kind = match word.weight {
            Weight::Content if word.plain.chars().all(char::is_numeric) => NUMBER,
            Weight::Content | Weight::Group => 1.0,
            Weight::Persons => PERSONS,
            Weight::Verb => VERB,
            Weight::Opening | Weight::Small | Weight::Break => OPENING,
        };
        found.push((hash(b's', &[&word.stem]), kind));
        if word.plain.len() > word.stem.len() {
            found.push((hash(b'w', &[&word.plain]), kind * WHOLE_WORD));
        }
        if word.weight.is_about() {
            if let Some(before) = before {
                found.push((hash(b'p', &[&before.stem, &word.stem]), PAIR));
            }
            before = Some(word);
        }
    }
    found
}

/// The clauses of a text that say something: what they are about, and a second word. What says less
/// goes with the clause after it.
fn clauses_of(words: &[Word]) -> Vec<&[Word]> {
    let mut found = Vec::new();
    let mut start = 0;
    for (place, word) in words.iter().enumerate() {
        if word.is_break && says_something(words.get(start..place).unwrap_or_default()) {
            found.extend(words.get(start..place));
            start = place;
        }
    }
    found.extend(words.get(start..).filter(|rest| says_something(rest)));
    found.truncate(MOST_CLAUSES);
    found
}

fn says_something(clause: &[Word]) -> bool {
    let mut stems: Vec<&str> = clause
        .iter()
        .filter(|word| word.weight.is_about() || word.weight == Weight::Verb)
        .map(|word| word.stem.as_str())
        .collect();
    stems.sort_unstable();
    stems.dedup();
    stems.len() > 1 && clause.iter().any(|word| word.weight == Weight::Content)
}

/// The groups of persons a text names.
fn groups_of(words: &[Word]) -> Vec<(u64, f64)> {
    words
        .iter()
        .filter(|word| word.weight == Weight::Group)
        .map(|word| (hash(b's', &[&word.stem]), 1.0))
        .collect()
}

/// FNV-1a over a kind and its words.
fn hash(kind: u8, words: &[&str]) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let mut hash = step(0xcbf2_9ce4_8422_2325, kind);
    for word in words {
        hash = word.bytes().fold(step(hash, 0), step);
    }
    hash
}
