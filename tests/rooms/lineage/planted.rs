//! Near-duplicates planted among invented recommendations: what of them is found, and how much else.

use std::collections::BTreeSet;

use kit::chance::Chance;
use upright_core::base::Progress;
use upright_core::lineage::similar::{Corpus, Effort, OFFERED_FROM, all_pairs, neighbours};

const VERBS: [&str; 8] = [
    "Adopt",
    "Amend",
    "Repeal",
    "Publish",
    "Finance",
    "Inspect",
    "Translate",
    "Review",
];
const OPENINGS: [&str; 5] = [
    "Continue its efforts to ",
    "Take the necessary measures to ",
    "Consider steps to ",
    "Step up efforts to ",
    "",
];
const CLOSINGS: [&str; 4] = [
    ", in consultation with civil society",
    ", in line with its international obligations",
    ", with particular attention to rural areas",
    ", and report on progress in the next review",
];

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
        number * 7 % 20,
    ]
    .map(|syllable| SYLLABLES[syllable])
    .concat()
}

/// A demand of six to twelve words of content, frequent ones and rare ones.
fn demand(chance: &mut Chance) -> Vec<String> {
    let length = 6 + chance.below(7);
    let mut words = vec![(*chance.pick(&VERBS)).to_owned()];
    for _ in 0..length {
        let reach = [40, 400, 4_000][chance.below(3)];
        words.push(word(chance.below(reach)));
    }
    words
}

/// The same demand in other words: an opening, a clause added, two words swapped, one replaced, other States.
fn paraphrase(words: &[String], chance: &mut Chance) -> String {
    let mut words = words.to_vec();
    let (from, to) = (
        1 + chance.below(words.len() - 1),
        1 + chance.below(words.len() - 1),
    );
    words.swap(from, to);
    let other = 1 + chance.below(words.len() - 1);
    words[other] = word(chance.below(4_000));
    let opening = chance.pick(&OPENINGS);
    let closing = chance.pick(&CLOSINGS);
    format!(
        "{opening}{}{closing} (Chile) (France, Kenya);",
        words.join(" ").to_lowercase()
    )
}

#[test]
fn planted_paraphrases_are_found_and_little_else() {
    let mut chance = Chance::new(3);
    let (mut texts, mut planted) = (Vec::new(), BTreeSet::new());
    for _ in 0..900 {
        let words = demand(&mut chance);
        texts.push(format!("{}.", words.join(" ")));
        if chance.in_hundred(30) {
            planted.insert((texts.len() - 1, texts.len()));
            texts.push(paraphrase(&words, &mut chance));
        }
    }
    let corpus = Corpus::of(texts.iter().map(String::as_str));
    let least = f64::from(OFFERED_FROM) / 100.0;
    let found = neighbours(&corpus, Effort::usual(least), &Progress::silent()).unwrap();
    let found: BTreeSet<(usize, usize)> = found.iter().map(|near| (near.one, near.other)).collect();
    let right = found.intersection(&planted).count() as f64;
    let (precision, recall) = (right / found.len() as f64, right / planted.len() as f64);
    println!(
        "{} texts, {} planted: precision {precision:.3}, recall {recall:.3}",
        texts.len(),
        planted.len()
    );
    assert!(precision >= 0.95 && recall >= 0.95);
    let exact = all_pairs(&corpus, least, &Progress::silent()).unwrap();
    let exact: BTreeSet<(usize, usize)> = exact.iter().map(|near| (near.one, near.other)).collect();
    assert!(
        found.is_subset(&exact),
        "the quick way tells nothing that is not so"
    );
    assert!(
        found.len() as f64 >= 0.965 * exact.len() as f64,
        "{} of {}",
        found.len(),
        exact.len()
    );
}
