//! Which texts are alike, without comparing all with all: only texts that share one of the weightiest
//! words of the other are looked at closely. What is passed over is measured by the bench.

use std::sync::atomic::{AtomicU32, Ordering};

use super::corpus::Corpus;
use crate::base::{Progress, Result};

/// Two texts, by their places, and how alike they are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    pub one: usize,
    pub other: usize,
    pub likeness: f64,
}

/// How thoroughly is looked.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// Pairs below this are not told.
    pub least: f64,
    /// The weightiest features of a text by which others are found.
    pub probes: usize,
    /// Features of more texts than this find nobody.
    pub most_common: usize,
    /// Neighbours kept of one text among those before it.
    pub each: usize,
}

impl Effort {
    /// Enough for what is shipped: see `cargo xtask bench`.
    #[must_use]
    pub fn usual(least: f64) -> Self {
        Effort {
            least,
            probes: 24,
            most_common: 4_000,
            each: 12,
        }
    }
}

/// A cosine this far below the likeness asked for can still reach it, where one text holds the other.
const REACH: f64 = 0.55;
/// Texts a worker takes at a time.
const PORTION: usize = 256;

/// The pairs that are alike, the most alike first. The same for any number of workers.
///
/// # Errors
/// `cancelled`.
pub fn neighbours(corpus: &Corpus, effort: Effort, progress: &Progress) -> Result<Vec<Near>> {
    let next = AtomicU32::new(0);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let mut found = Vec::new();
    let outcomes: Vec<Result<Vec<Near>>> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..workers)
            .map(|_| scope.spawn(|| work(corpus, effort, progress, &next)))
            .collect();
        running
            .into_iter()
            .map(|worker| {
                worker
                    .join()
                    .unwrap_or_else(|_| Err(crate::base::Error::bug("comparison-broken")))
            })
            .collect()
    });
    for outcome in outcomes {
        found.extend(outcome?);
    }
    found.sort_by(|a, b| {
        b.likeness
            .total_cmp(&a.likeness)
            .then((a.one, a.other).cmp(&(b.one, b.other)))
    });
    Ok(found)
}

/// Takes portions until none is left.
fn work(
    corpus: &Corpus,
    effort: Effort,
    progress: &Progress,
    next: &AtomicU32,
) -> Result<Vec<Near>> {
    let total = u32::try_from(corpus.size()).unwrap_or(u32::MAX);
    let mut search = Search {
        corpus,
        effort,
        sums: vec![0.0; corpus.size()],
        touched: Vec::new(),
    };
    let mut found = Vec::new();
    loop {
        let portion = next.fetch_add(1, Ordering::Relaxed);
        let from = usize::try_from(portion)
            .unwrap_or(usize::MAX)
            .saturating_mul(PORTION);
        if from >= corpus.size() {
            return Ok(found);
        }
        progress.step(u32::try_from(from).unwrap_or(u32::MAX), total)?;
        for text in from..(from + PORTION).min(corpus.size()) {
            search.before(text, &mut found);
        }
    }
}

struct Search<'c> {
    corpus: &'c Corpus,
    effort: Effort,
    /// What each text shares with the one looked at, by its probes.
    sums: Vec<f64>,
    touched: Vec<u32>,
}

impl Search<'_> {
    /// Finds the neighbours of a text among those before it.
    fn before(&mut self, text: usize, found: &mut Vec<Near>) {
        let length = self.corpus.length(text);
        if length <= 0.0 {
            return;
        }
        let rest = self.probe(text);
        let own = u32::try_from(text).unwrap_or(u32::MAX);
        let mut near: Vec<Near> = Vec::new();
        for other in std::mem::take(&mut self.touched) {
            let other = usize::try_from(other).unwrap_or(usize::MAX);
            let Some(sum) = self.sums.get_mut(other) else {
                continue;
            };
            let partial = std::mem::take(sum);
            let most = (partial + rest) / (length * self.corpus.length(other));
            if most < self.effort.least * REACH {
                continue;
            }
            let likeness = self.corpus.likeness(text, other);
            if likeness >= self.effort.least {
                near.push(Near {
                    one: other,
                    other: text,
                    likeness,
                });
            }
        }
        debug_assert!(
            near.iter()
                .all(|near| u32::try_from(near.one).is_ok_and(|one| one < own))
        );
        near.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.one.cmp(&b.one)));
        near.truncate(self.effort.each);
        found.append(&mut near);
    }

    /// Adds up what earlier texts share of the weightiest features; gives the weight not looked at.
    fn probe(&mut self, text: usize) -> f64 {
        let mut features: Vec<(f64, u32)> = self
            .corpus
            .features(text)
            .iter()
            .map(|feature| (self.corpus.square(*feature), *feature))
            .collect();
        features.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let all: f64 = features.iter().map(|(square, _)| square).sum();
        let mut looked_at = 0.0;
        let mut probes = 0;
        for (square, feature) in features {
            let texts = self.corpus.texts_with(feature);
            if probes == self.effort.probes || texts.len() > self.effort.most_common {
                continue;
            }
            probes += 1;
            looked_at += square;
            for other in texts {
                let place = usize::try_from(*other).unwrap_or(usize::MAX);
                if place >= text {
                    break;
                }
                if let Some(sum) = self.sums.get_mut(place) {
                    if *sum == 0.0 {
                        self.touched.push(*other);
                    }
                    *sum += square;
                }
            }
        }
        (all - looked_at).max(0.0)
    }
}

/// Every pair compared: the plain way, to measure what the quick way misses.
///
/// # Errors
/// `cancelled`.
pub fn all_pairs(corpus: &Corpus, least: f64, progress: &Progress) -> Result<Vec<Near>> {
    let total = u32::try_from(corpus.size()).unwrap_or(u32::MAX);
    let mut found = Vec::new();
    for other in 0..corpus.size() {
        progress.step(u32::try_from(other).unwrap_or(u32::MAX), total)?;
        for one in 0..other {
            let likeness = corpus.likeness(one, other);
            if likeness >= least {
                found.push(Near {
                    one,
                    other,
                    likeness,
                });
            }
        }
    }
    Ok(found)
}
