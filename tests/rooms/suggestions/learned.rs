//! The words shipped for UPR Info's issues are those counted over the training States, and no other.
//! `UPRIGHT_LEARN=write` writes them anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use kit::real::real;
use upright_core::base::text::sha256;
use upright_core::suggestions::{TopicWords, topic_words_learned_from};

/// A row of UPR Info's export.
pub struct Row {
    pub state: String,
    pub text: String,
    pub category: u8,
    pub issues: Vec<String>,
}

/// The rows of the export of 2015, or `None` said aloud.
pub fn rows() -> Option<Vec<Row>> {
    let bytes = real("upr-info/1-5.csv")?;
    let text = encoding_rs::MACINTOSH.decode(&bytes).0.replace('\r', "\n");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.unwrap()).map(|row| Row {
        state: row[0].trim().to_owned(),
        text: row[3].trim().to_owned(),
        category: row[8].trim().parse().unwrap(),
        issues: row[9]
            .split(',')
            .map(|issue| issue.trim().to_owned())
            .filter(|issue| !issue.is_empty())
            .collect(),
    });
    Some(rows.collect())
}

/// A third of the States, by a fixed seed; nothing shipped has seen their rows.
pub fn held_out(rows: &[Row]) -> BTreeSet<String> {
    let states: BTreeSet<&String> = rows.iter().map(|row| &row.state).collect();
    let mut order: Vec<(String, &String)> = states
        .into_iter()
        .map(|state| (sha256(format!("upright 2026 {state}").as_bytes()), state))
        .collect();
    order.sort();
    let third = order.len() / 3;
    order.truncate(third);
    order.into_iter().map(|(_, state)| state.clone()).collect()
}

fn table(words: &[TopicWords]) -> String {
    let mut text = String::from("issue\tword\tweight\n");
    for row in words {
        text.push_str(&format!("{}\t{}\t{:.2}\n", row.issue, row.word, row.weight));
    }
    text
}

#[test]
fn the_words_of_the_issues_are_those_of_the_training_states() {
    let Some(rows) = rows() else { return };
    let held_out = held_out(&rows);
    assert_eq!((rows.len(), held_out.len()), (6094, 26));
    let training = rows.iter().filter(|row| !held_out.contains(&row.state));
    let training = training.map(|row| {
        let issues = row.issues.iter().map(String::as_str).collect();
        (row.text.as_str(), issues)
    });
    let learned = table(&topic_words_learned_from(training));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/reference/issue_words.tsv");
    if std::env::var_os("UPRIGHT_LEARN").is_some_and(|what| what == "write") {
        fs::write(&path, &learned).unwrap();
    }
    let shipped = fs::read_to_string(&path).unwrap();
    let differs = shipped.lines().zip(learned.lines()).find(|(a, b)| a != b);
    assert!(shipped == learned, "{differs:?}");
}
