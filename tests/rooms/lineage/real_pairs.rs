//! Precision and recall on pairs of real recommendations that were labelled by hand (`pairs.tsv`).

use std::collections::BTreeMap;

use kit::real::real;
use upright_core::import::{Ask, ForeignFile};
use upright_core::lineage::similar::{Corpus, OFFERED_FROM};

/// One labelled pair.
struct Label {
    plan: String,
    one: String,
    other: String,
    label: String,
    /// For how many pairs of the plan it stands.
    each: f64,
    use_: String,
}

fn labels() -> Vec<Label> {
    include_str!("pairs.tsv")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.starts_with("plan\t"))
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            Label {
                plan: cells[0].to_owned(),
                one: cells[1].to_owned(),
                other: cells[2].to_owned(),
                label: cells[3].to_owned(),
                each: cells[4].parse().expect("a number"),
                use_: cells[5].to_owned(),
            }
        })
        .collect()
}

/// The texts of one plan, compared.
struct Plan {
    places: BTreeMap<String, usize>,
    corpus: Corpus,
}

impl Plan {
    fn of(files: &[(&str, u8)], state: &str) -> Option<Plan> {
        let (mut texts, mut places) = (Vec::new(), BTreeMap::new());
        for (file, cycle) in files {
            let bytes = real(file)?;
            let ask = Ask {
                state: Some(state.to_owned()),
                ..Ask::default()
            };
            let reading = ForeignFile::open(&bytes).unwrap().read(&ask).unwrap();
            for draft in reading.drafts {
                let paragraph = draft
                    .paragraph
                    .or(draft.file_number.map(|number| number.to_string()))
                    .expect("a paragraph");
                places.insert(format!("{cycle}-UPR-{paragraph}"), texts.len());
                texts.push(draft.text);
            }
        }
        Some(Plan {
            corpus: Corpus::of(texts.iter().map(String::as_str)),
            places,
        })
    }

    fn likeness(&self, one: &str, other: &str) -> f64 {
        self.corpus.likeness(self.places[one], self.places[other])
    }
}

fn plans() -> Option<BTreeMap<String, Plan>> {
    let matrices = [
        ("ohchr-matrices/slovenia-2014.docx", 2),
        ("ohchr-matrices/slovenia-2025.docx", 4),
    ];
    Some(BTreeMap::from([
        ("SVN".to_owned(), Plan::of(&matrices, "SVN")?),
        (
            "VNM".to_owned(),
            Plan::of(&[("upr-info/1-5.csv", 1)], "VNM")?,
        ),
    ]))
}

/// How many labelled pairs were told right, each counted once and each for the pairs it stands for.
#[derive(Debug, Default)]
struct Measured {
    precision: f64,
    recall: f64,
    precision_in_the_plan: f64,
    recall_in_the_plan: f64,
}

fn measure(
    plans: &BTreeMap<String, Plan>,
    least: f64,
    wanted: impl Fn(&Label) -> bool,
) -> Measured {
    let (mut right, mut offered, mut related) = ([0.0; 2], [0.0; 2], [0.0; 2]);
    for label in labels().iter().filter(|label| wanted(label)) {
        let is_offered = plans[&label.plan].likeness(&label.one, &label.other) >= least;
        let is_related = label.label != "unrelated";
        for (way, worth) in [1.0, label.each].into_iter().enumerate() {
            right[way] += if is_offered && is_related { worth } else { 0.0 };
            offered[way] += if is_offered { worth } else { 0.0 };
            related[way] += if is_related { worth } else { 0.0 };
        }
    }
    Measured {
        precision: right[0] / offered[0],
        recall: right[0] / related[0],
        precision_in_the_plan: right[1] / offered[1],
        recall_in_the_plan: right[1] / related[1],
    }
}

#[test]
fn pairs_labelled_by_hand_are_told_apart() {
    let Some(plans) = plans() else {
        return;
    };
    let least = f64::from(OFFERED_FROM) / 100.0;
    let [chosen_on, held] = ["tune", "hold"].map(|use_| {
        let found = measure(&plans, least, |label| label.use_ == use_);
        println!(
            "{use_}: precision {:.2}, recall {:.2}; of all pairs of the plans {:.2} and {:.2}",
            found.precision, found.recall, found.precision_in_the_plan, found.recall_in_the_plan
        );
        found
    });
    // What was measured, so that a change for the worse is seen. The aim (0.9 and 0.8) is not reached on
    // the pairs held back: what is missed are demands in wholly other words.
    assert!(chosen_on.precision >= 0.87 && chosen_on.recall >= 0.78);
    assert!(held.precision >= 0.76 && held.recall >= 0.62);
}
