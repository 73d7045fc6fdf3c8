//! Importing through the command table, the foreign file read in a child process as the program does.

use std::path::Path;

use kit::docx::{document, row, table};
use kit::host::{TestHost, number, text};
use serde_json::{Value, json};
use upright_core::base::Clock;
use upright_core::import::Worker;

const EXPORT: &str = "SuR;Rgrp;Org;Recommendation;RS;Rgrp;Org;Response;Action;Issue;Session\n\
    Morocco;;;Ratify it;Chad;;;Accepted;5;Justice;1\n\
    Morocco;;;Ratify it;Chile;;;Accepted;5;Justice;1\n\
    Tunisia;;;Sign it;Chad;;;Noted;5;Other;1\n";

fn with_reader(test: &TestHost) {
    let reader = Path::new(env!("CARGO_BIN_EXE_foreign-file-reader"));
    test.host.read_foreign_files_with(Worker::at(reader));
}

fn test_host() -> TestHost {
    let test = TestHost::new();
    with_reader(&test);
    test
}

fn file(test: &TestHost, name: &str, bytes: &[u8]) -> String {
    let path = test.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    test.handle(&path)
}

fn references(test: &TestHost) -> Vec<String> {
    let list = test.call("list_recommendations", json!({}));
    let list = list.as_array().unwrap();
    list.iter()
        .map(|record| text(&record["reference"]))
        .collect()
}

fn counts(result: &Value) -> [u64; 4] {
    ["read", "added", "changed", "unchanged"].map(|name| number(&result[name]))
}

#[test]
fn a_file_is_recognised_previewed_imported_undone_and_redone_after_a_restart() {
    let test = test_host();
    let export = file(&test, "export.csv", EXPORT.as_bytes());
    let recognised = test.call("recognise_file", json!({"file": export}));
    assert_eq!(text(&recognised["format"]), "upr-info");
    assert_eq!(recognised["states"].as_array().unwrap().len(), 2);
    let wish = json!({"file": export, "state": "MAR"});
    let empty = test.hash();
    let preview = test.call("preview_import", wish.clone());
    assert_eq!(counts(&preview), [2, 1, 0, 0]);
    assert_eq!(test.hash(), empty, "a preview writes nothing");
    let result = test.call("import_file", wish.clone());
    assert_eq!(counts(&result), [2, 1, 0, 0]);
    assert_eq!(references(&test), ["1-UPR-i001"]);
    let full = test.hash();
    assert_eq!(counts(&test.call("import_file", wish)), [2, 0, 0, 1]);
    assert_eq!(test.hash(), full, "the same file twice changes nothing");
    let later = test.reopened(Clock::System);
    later.call("undo", json!({}));
    assert_eq!(later.hash(), empty);
    later.call("redo", json!({}));
    assert_eq!(later.hash(), full);
}

#[test]
fn a_refusal_of_the_reader_arrives_with_its_code_its_arguments_and_the_files_name() {
    let test = test_host();
    let export = file(&test, "export.csv", EXPORT.as_bytes());
    let error = test.refused("import_file", json!({"file": export}));
    assert_eq!(error.code, "import-state-needed");
    assert_eq!(error.args["states"], "Morocco (MAR), Tunisia (TUN)");
    let pdf = file(&test, "report.pdf", b"%PDF-1.7");
    let error = test.refused("preview_import", json!({"file": pdf}));
    assert_eq!(error.code, "file-is-pdf");
    assert!(references(&test).is_empty());
}

#[test]
fn problems_arrive_as_sentences_with_their_place() {
    let test = test_host();
    let rows = [
        row(&["Recommendation", "Position", "Full list of themes", ""]),
        row(&[
            "115.1 Adopt a law (Atlantis);",
            "Perhaps",
            "- Right to health",
            "",
        ]),
    ];
    let bytes = document(
        "UPR of Morocco (2nd Cycle \u{2013} 13th session)",
        &table(&rows),
    );
    let matrix = file(&test, "matrix.docx", &bytes);
    let result = test.call("import_file", json!({"file": matrix, "state": "MAR"}));
    let problems = result["problems"].as_array().unwrap();
    let said: Vec<String> = problems
        .iter()
        .map(|problem| text(&problem["message"]))
        .collect();
    assert!(
        said.iter()
            .any(|said| said.contains("\"Atlantis\" is not known as a State")),
        "{said:?}"
    );
    assert!(
        said.iter().all(|said| !said.starts_with("import-")),
        "{said:?}"
    );
    assert_eq!(problems[0]["row"], 2);
}

#[test]
fn an_import_keeps_a_backup_of_the_plan_before_it() {
    let test = test_host();
    let export = file(&test, "export.csv", EXPORT.as_bytes());
    let backups = |test: &TestHost| {
        test.call("list_backups", json!({}))
            .as_array()
            .unwrap()
            .len()
    };
    let before = backups(&test);
    test.call("import_file", json!({"file": export, "state": "TUN"}));
    assert_eq!(backups(&test), before + 1);
}
