//! How often suggestions are right, on real rows that nothing shipped was learned from. The figures
//! are printed (`-- --nocapture`), and held against the aims of the project.

use std::collections::BTreeMap;

use kit::real::real;
use kit::sample::Sample;
use upright_core::base::text::sha256;
use upright_core::import::{Ask, ForeignFile};
use upright_core::recommendations::{
    NewRecommendation, TagChange, Vocabulary, add_recommendation, tag_recommendations,
};
use upright_core::reference::categories;
use upright_core::suggestions::{Openings, SuggestionKind, SuggestionQuestion, list_suggestions};

use super::learned::{Row, held_out, rows};

/// Right guesses of all, for each category and together.
#[derive(Default)]
struct Tally {
    right: BTreeMap<u8, u32>,
    all: BTreeMap<u8, u32>,
}

impl Tally {
    fn of<'a>(rows: impl Iterator<Item = &'a Row>, guess: impl Fn(&str) -> Option<u8>) -> Self {
        let mut tally = Tally::default();
        for row in rows {
            *tally.all.entry(row.category).or_default() += 1;
            let right = guess(&row.text) == Some(row.category);
            *tally.right.entry(row.category).or_default() += u32::from(right);
        }
        tally
    }

    fn share(&self) -> f64 {
        share(self.right.values().sum(), self.all.values().sum())
    }

    fn told(&self, name: &str) -> String {
        let each: Vec<String> = self
            .all
            .iter()
            .map(|(category, all)| {
                format!(
                    "{category}: {:.3} of {all}",
                    share(self.right[category], *all)
                )
            })
            .collect();
        format!("{name}: {:.3} ({})", self.share(), each.join(", "))
    }
}

fn share(right: u32, all: u32) -> f64 {
    f64::from(right) / f64::from(all.max(1))
}

#[test]
fn action_categories_are_right_on_four_of_five_rows_of_states_held_out() {
    let Some(rows) = rows() else { return };
    let held_out = held_out(&rows);
    let (tested, training): (Vec<&Row>, Vec<&Row>) =
        rows.iter().partition(|row| held_out.contains(&row.state));
    let mut openings = Openings::default();
    let mut common: BTreeMap<u8, u32> = BTreeMap::new();
    for row in &training {
        openings.learn(&row.text, row.category);
        *common.entry(row.category).or_default() += 1;
    }
    let majority = *common.iter().max_by_key(|(_, many)| **many).unwrap().0;
    let learned = |text: &str| {
        let likely = openings.likely(text)?;
        likely
            .into_iter()
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(category, _)| category)
    };
    let together = |text: &str| {
        openings
            .suggest(text)
            .and_then(|one| one.value.parse().ok())
    };
    let tested = || tested.iter().copied();
    let baseline = Tally::of(tested(), |_| Some(majority));
    let by_rules = Tally::of(tested(), |text| {
        categories::suggest(text).map(|one| one.category)
    });
    let by_learning = Tally::of(tested(), learned);
    let by_both = Tally::of(tested(), together);
    println!(
        "action categories, {} States held out of 80",
        held_out.len()
    );
    println!("{}", baseline.told("always the commonest"));
    println!("{}", by_rules.told("rules"));
    println!("{}", by_learning.told("learned from the other States"));
    println!("{}", by_both.told("rules and learned"));
    assert!(by_rules.share() >= 0.80, "{:.3}", by_rules.share());
    assert!(by_both.share() >= 0.80, "{:.3}", by_both.share());
    assert!(
        by_rules.share() > baseline.share() + 0.3,
        "the baseline is far below"
    );
}

/// A recommendation and the labels its source gave it.
struct Labelled {
    text: String,
    labels: Vec<String>,
}

/// Of a plan whose first quarter (by a seed) is confirmed: records with a right label among the first
/// three suggested, and records asked.
fn right_among_three(
    records: &[Labelled],
    seed: &str,
    confirmed_share: usize,
    kind: SuggestionKind,
    vocabulary: Vocabulary,
) -> (u32, u32) {
    let mut order: Vec<&Labelled> = records
        .iter()
        .filter(|one| !one.labels.is_empty())
        .collect();
    order.sort_by_key(|one| sha256(format!("{seed} {}", one.text).as_bytes()));
    let confirmed = order.len().checked_div(confirmed_share).unwrap_or(0);
    let mut sample = Sample::new();
    let mut asked = Vec::new();
    sample.change(|tx| {
        for (place, record) in order.iter().enumerate() {
            let new = NewRecommendation {
                mechanism: "UPR".to_owned(),
                cycle: Some(1),
                paragraph: Some(format!("1.{}", place + 1)),
                text: record.text.clone(),
                ..NewRecommendation::default()
            };
            let id = add_recommendation(tx, &new)?;
            if place < confirmed {
                let change = TagChange {
                    ids: vec![id],
                    vocabulary,
                    add: record.labels.clone(),
                    remove: Vec::new(),
                    confirm: Vec::new(),
                };
                tag_recommendations(tx, &change)?;
            } else {
                asked.push((id, *record));
            }
        }
        Ok(())
    });
    let question = SuggestionQuestion {
        kinds: vec![kind],
        least: Some(0.0),
        ..SuggestionQuestion::default()
    };
    let found = sample
        .dossier
        .read(|reader| list_suggestions(reader, &question))
        .unwrap();
    let found: BTreeMap<String, Vec<String>> = found
        .into_iter()
        .map(|one| {
            let values = one.suggestions.into_iter().map(|each| each.value);
            (one.recommendation_id, values.collect())
        })
        .collect();
    let right = asked.iter().filter(|(id, record)| {
        let three = found.get(id).into_iter().flatten();
        three.into_iter().any(|label| record.labels.contains(label))
    });
    (
        u32::try_from(right.count()).unwrap(),
        u32::try_from(asked.len()).unwrap(),
    )
}

fn drafts_of(bytes: &[u8], state: &str) -> Vec<upright_core::import::Draft> {
    let ask = Ask {
        state: Some(state.to_owned()),
        ..Ask::default()
    };
    ForeignFile::open(bytes).unwrap().read(&ask).unwrap().drafts
}

#[test]
fn issues_are_right_among_three_for_states_held_out() {
    let Some(rows) = rows() else { return };
    let held_out = held_out(&rows);
    let (mut right, mut all, mut cold_right, mut cold_all) = (0, 0, 0, 0);
    for state in &held_out {
        let mut records: Vec<Labelled> = Vec::new();
        for row in rows.iter().filter(|row| row.state == *state) {
            // One text stands in a row for each recommending State.
            match records.iter_mut().find(|record| record.text == row.text) {
                Some(record) => record.labels.extend(row.issues.iter().cloned()),
                None => records.push(Labelled {
                    text: row.text.clone(),
                    labels: row.issues.clone(),
                }),
            }
        }
        let (kind, vocabulary) = (SuggestionKind::Issue, Vocabulary::Issue);
        let (of_state, asked) = right_among_three(&records, state, 4, kind, vocabulary);
        println!("{state}: {:.3} of {asked}", share(of_state, asked));
        (right, all) = (right + of_state, all + asked);
        let (of_state, asked) = right_among_three(&records, state, 0, kind, vocabulary);
        (cold_right, cold_all) = (cold_right + of_state, cold_all + asked);
    }
    println!(
        "issues of UPR Info, a quarter confirmed: {:.3} of {all}",
        share(right, all)
    );
    println!(
        "issues of UPR Info, none confirmed: {:.3} of {cold_all}",
        share(cold_right, cold_all)
    );
    assert!(share(right, all) >= 0.75);
}

#[test]
fn themes_of_two_matrices_are_right_among_three() {
    for file in ["slovenia-2014.docx", "slovenia-2025.docx"] {
        let Some(bytes) = real(&format!("ohchr-matrices/{file}")) else {
            return;
        };
        let mut records: Vec<Labelled> = Vec::new();
        for draft in drafts_of(&bytes, "SVN") {
            match records.iter_mut().find(|record| record.text == draft.text) {
                Some(record) => record.labels.extend(draft.themes),
                None => records.push(Labelled {
                    text: draft.text,
                    labels: draft.themes,
                }),
            }
        }
        let (kind, vocabulary) = (SuggestionKind::Theme, Vocabulary::Theme);
        let (mut right, mut all) = (0, 0);
        for seed in ["1", "2", "3", "4", "5"] {
            let (of_seed, asked) = right_among_three(&records, seed, 4, kind, vocabulary);
            (right, all) = (right + of_seed, all + asked);
        }
        let (cold, asked) = right_among_three(&records, "1", 0, kind, vocabulary);
        println!(
            "themes of {file}, a quarter confirmed, five draws: {:.3} of {all}",
            share(right, all)
        );
        println!(
            "themes of {file}, none confirmed: {:.3} of {asked}",
            share(cold, asked)
        );
        assert!(
            share(right, all) >= 0.75,
            "{file}: {:.3}",
            share(right, all)
        );
    }
}
