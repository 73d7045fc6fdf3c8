//! Near-duplicates (S11): the quick way beside every pair compared, and what it misses.

use std::collections::BTreeSet;

use kit::chance::Chance;
use upright_core::base::Progress;
use upright_core::lineage::similar::{Corpus, Effort, OFFERED_FROM, all_pairs, neighbours};

use crate::timing::{Line, Table, once};

/// Texts whose neighbours are looked for among all others, to estimate what is missed.
const SAMPLED: usize = 400;

pub fn measure(size: usize, table: &mut Table) {
    let texts = draft(size);
    let least = f64::from(OFFERED_FROM) / 100.0;
    let effort = Effort::usual(least);
    let (corpus, reading) = once(|| Corpus::of(texts.iter().map(String::as_str)));
    let (found, finding) =
        once(|| neighbours(&corpus, effort, &Progress::silent()).expect("not cancelled"));
    let found: BTreeSet<(usize, usize)> = found.iter().map(|near| (near.one, near.other)).collect();
    let quick = reading + finding;
    if size <= 3_000 {
        let (exact, plain) =
            once(|| all_pairs(&corpus, least, &Progress::silent()).expect("not cancelled"));
        let exact: BTreeSet<(usize, usize)> =
            exact.iter().map(|near| (near.one, near.other)).collect();
        let recall = share(found.intersection(&exact).count(), exact.len());
        table.add(Line {
            goal: "S11",
            work: "near-duplicates, texts read and compared".to_owned(),
            size,
            figure: format!("{quick:.0} ms, {} pairs, recall {recall:.3}", found.len()),
            beside: format!(
                "{:.2}× every pair compared ({:.0} ms)",
                quick / (plain + reading),
                plain + reading
            ),
            wanted: "recall ≥ 0.97".to_owned(),
            reached: Some(recall >= 0.97),
        });
        return;
    }
    let mut chance = Chance::new(11);
    let (mut right, mut all) = (0, 0);
    for _ in 0..SAMPLED {
        let one = chance.below(size);
        for other in (0..size).filter(|other| *other != one) {
            if corpus.likeness(one, other) >= least {
                all += 1;
                right += usize::from(found.contains(&(one.min(other), one.max(other))));
            }
        }
    }
    let recall = share(right, all);
    table.add(Line {
        goal: "S11",
        work: "near-duplicates, texts read and compared".to_owned(),
        size,
        figure: format!("{:.1} s, {} pairs", quick / 1000.0, found.len()),
        beside: format!("recall {recall:.3} over {all} pairs of {SAMPLED} texts"),
        wanted: "≤ 10 s on two cores, recall ≥ 0.965".to_owned(),
        reached: Some(quick <= 10_000.0 && recall >= 0.965),
    });
}

fn share(part: usize, whole: usize) -> f64 {
    f64::from(u32::try_from(part).unwrap_or(0))
        / f64::from(u32::try_from(whole.max(1)).unwrap_or(1))
}

/// Invented texts with frequent and rare words, one in ten a paraphrase of the one before.
fn draft(size: usize) -> Vec<String> {
    let mut chance = Chance::new(1948);
    let mut texts: Vec<String> = Vec::with_capacity(size);
    let mut words: Vec<String> = Vec::new();
    while texts.len() < size {
        if !words.is_empty() && chance.in_hundred(10) {
            let at = chance.below(words.len());
            words[at] = word(chance.below(20_000));
            texts.push(format!("Continue its efforts to {}", words.join(" ")));
            continue;
        }
        let length = 15 + chance.below(25);
        words = (0..length)
            .map(|_| {
                let reach = [30, 300, 3_000, 20_000][chance.below(4)];
                word(chance.below(reach))
            })
            .collect();
        texts.push(words.join(" "));
    }
    texts
}

/// A word nobody has met, always the same for the same number; small numbers are frequent ones.
fn word(number: usize) -> String {
    const SYLLABLES: [&str; 20] = [
        "ba", "co", "di", "fu", "ge", "ha", "jo", "ki", "lu", "me", "na", "po", "ri", "su", "te",
        "va", "wo", "xi", "yu", "ze",
    ];
    [
        number % 20,
        number / 20 % 20,
        number / 400 % 20,
        number / 8_000,
    ]
    .map(|syllable| SYLLABLES[syllable])
    .concat()
}
