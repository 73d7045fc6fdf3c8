//! SQLite's own plans for the core's selects: what asks for one record finds it by an index, and the
//! register comes in its order without sorting.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kit::sample::Sample;
use regex::Regex;
use rusqlite::ToSql;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every select of the core by where it stands; `{}` is a condition put in later.
fn selects() -> BTreeMap<String, Vec<String>> {
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/core/src");
    let mut files = Vec::new();
    sources(&core, &mut files);
    let literal = Regex::new(r#""(select[^"]*)""#).unwrap();
    files
        .iter()
        .map(|path| {
            let text = fs::read_to_string(path).unwrap();
            let found = literal
                .captures_iter(&text)
                .map(|found| found[1].to_owned());
            let name = path.strip_prefix(&core).unwrap().display().to_string();
            (name.replace('\\', "/"), found.collect())
        })
        .collect()
}

fn plan(sample: &Sample, sql: &str) -> Vec<String> {
    let unbound: &[(&str, &dyn ToSql)] = &[];
    sample
        .dossier
        .read(|reader| reader.explain(sql, unbound))
        .unwrap_or_else(|error| panic!("{error}: {sql}"))
}

#[test]
fn a_select_that_names_a_record_never_walks_over_a_large_table() {
    let sample = Sample::new();
    let names_a_record = Regex::new(
        r"(?s)where\s+(\w\.)?(id|key|rowid|reference|recommendation_id|action_id|operation_id) = :",
    )
    .unwrap();
    let walks = Regex::new(r"^SCAN (recommendation|action|assignment|change|operation)\b").unwrap();
    let mut looked_at = 0;
    for (file, selects) in selects() {
        for sql in selects
            .iter()
            .filter(|sql| !sql.contains('{') && names_a_record.is_match(sql))
        {
            let steps = plan(&sample, sql);
            assert!(
                !steps.iter().any(|step| walks.is_match(step)),
                "{file}: {sql}\n{steps:#?}"
            );
            looked_at += 1;
        }
    }
    assert!(
        looked_at > 15,
        "only {looked_at} selects were found: does this test still look?"
    );
    let control = plan(&sample, "select id from live_action where title = :title");
    assert!(
        control.iter().any(|step| step.starts_with("SCAN")),
        "a walk is seen: {control:?}"
    );
}

/// The board's select over the register, with a condition put in.
fn register_of_the_board(condition: &str) -> String {
    let selects = selects();
    let board = &selects["figures/board/read.rs"];
    assert!(board.len() >= 5, "the board's selects were found");
    let over_the_register = board.iter().find(|sql| sql.contains("order by sort_key"));
    over_the_register
        .expect("the register's")
        .replace("{}", condition)
}

#[test]
fn the_board_reads_the_register_in_its_order_without_sorting() {
    let steps = plan(&Sample::new(), &register_of_the_board("(:id is null)"));
    assert!(
        steps
            .iter()
            .any(|step| step.contains("recommendation_order")),
        "{steps:?}"
    );
    assert!(
        !steps.iter().any(|step| step.contains("TEMP B-TREE")),
        "{steps:?}"
    );
}

#[test]
fn the_board_reads_one_record_anew_by_its_id() {
    let steps = plan(&Sample::new(), &register_of_the_board("id = :id"));
    assert!(
        steps.iter().all(|step| !step.starts_with("SCAN")),
        "{steps:?}"
    );
}

#[test]
fn a_row_of_the_register_is_looked_up_by_its_keys() {
    let sample = Sample::new();
    let selects = selects();
    let steps = plan(&sample, &selects["search/register.rs"][0]);
    assert!(
        steps
            .iter()
            .all(|step| !step.starts_with("SCAN") || step.starts_with("SCAN k VIRTUAL TABLE")),
        "{steps:?}"
    );
    assert!(
        steps
            .iter()
            .any(|step| step.contains("INTEGER PRIMARY KEY")),
        "{steps:?}"
    );
}
