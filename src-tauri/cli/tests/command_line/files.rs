//! Files: what comes in, what goes out, what is in the way.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::json;

use crate::bench::{Bench, DONE, FILE_TROUBLE, REFUSED, USAGE, parse};

fn export(folder: &Path, rows: &[&str]) -> PathBuf {
    let header = "SuR;Rgrp;Org;Recommendation;RS;Rgrp;Org;Response;Action;Issue;Session";
    let path = folder.join("export.csv");
    fs::write(&path, format!("{header}\r\n{}\r\n", rows.join("\r\n"))).unwrap();
    path
}

const TWO_ROWS: [&str; 2] = [
    "Morocco;Africa;OIC;Ratify the Convention;Chile;GRULAC;OAS;Supported;5;Justice,Other;27",
    "Morocco;Africa;OIC;Consider a moratorium;Uruguay;GRULAC;OAS;Noted;3;Death penalty;27",
];

/// A bench with a plan of Morocco and an export about it.
fn with_export() -> Bench {
    let bench = Bench::new();
    let made = bench.run(&["new", "plan.upright", "--state", "MAR", "--title", "Plan"]);
    assert_eq!(made.status.code(), DONE, "{made:?}");
    export(bench.folder.path(), &TWO_ROWS);
    bench
}

#[test]
fn trouble_with_a_file_has_a_code_of_its_own() {
    let bench = Bench::with_plan();
    fs::write(bench.path("letter.docx"), "not a plan").unwrap();
    for plan in ["gone.upright", "letter.docx", "."] {
        let output = bench.run(&["list", plan, "agencies", "--json"]);
        assert_eq!(output.status.code(), FILE_TROUBLE, "{plan}: {output:?}");
        assert_eq!(parse(&output)["error"]["kind"], "file");
    }
    assert_eq!(fs::read(bench.path("letter.docx")).unwrap(), b"not a plan");
}

#[test]
fn a_check_tells_a_true_plan_from_one_that_was_meddled_with() {
    let bench = Bench::with_plan();
    bench.call("add_agencies", &json!({"lines": "Ministry of Justice"}));
    let report = bench.json(&["check", "plan.upright"]);
    assert_eq!(
        (&report["is_whole"], &report["is_chain_true"]),
        (&json!(true), &json!(true))
    );
    let bytes = fs::read(bench.path("plan.upright")).unwrap();
    let old = b"Ministry of Justice";
    let new = b"Ministry of Injured";
    let mut meddled = bytes.clone();
    let mut places = 0;
    for place in 0..bytes.len() - old.len() {
        if &bytes[place..place + old.len()] == old {
            meddled[place..place + old.len()].copy_from_slice(new);
            places += 1;
        }
    }
    assert!(places >= 2, "in the record and in the journal");
    fs::write(bench.path("plan.upright"), meddled).unwrap();
    let output = bench.run(&["check", "plan.upright", "--json"]);
    assert_eq!(output.status.code(), REFUSED);
    assert_eq!(parse(&output)["is_chain_true"], false);
}

#[test]
fn an_import_tells_its_counts_and_twice_changes_nothing() {
    let bench = with_export();
    let words = ["import", "plan.upright", "export.csv"];
    let preview = bench.json(&[&words[..], &["--dry-run"]].concat());
    assert_eq!(
        (&preview["read"], &preview["added"]),
        (&json!(2), &json!(2))
    );
    assert_eq!(
        bench.json(&["list", "plan.upright", "recommendations"]),
        json!([]),
        "nothing changed yet"
    );
    let first = bench.json(&words);
    for field in [
        "format",
        "read",
        "added",
        "changed",
        "unchanged",
        "withdrawn",
        "problems",
    ] {
        assert!(first.get(field).is_some(), "{field}");
    }
    assert_eq!(
        (&first["format"], &first["added"]),
        (&json!("upr-info"), &json!(2))
    );
    let second = bench.json(&words);
    assert_eq!(
        (&second["added"], &second["changed"], &second["unchanged"]),
        (&json!(0), &json!(0), &json!(2))
    );
    bench.json(&["undo", "plan.upright"]);
    assert_eq!(
        bench.json(&["list", "plan.upright", "recommendations"]),
        json!([]),
        "one undo"
    );
}

#[test]
fn an_import_that_is_not_understood_is_refused_and_changes_nothing() {
    let bench = with_export();
    fs::write(bench.path("poem.csv"), "roses;are\nred;violets\n").unwrap();
    let output = bench.run(&["import", "plan.upright", "poem.csv", "--json"]);
    assert_eq!(output.status.code(), REFUSED);
    assert!(parse(&output)["error"]["code"].is_string());
    let as_matrix = [
        "import",
        "plan.upright",
        "export.csv",
        "--as",
        "ohchr-matrix",
        "--json",
    ];
    let output = bench.run(&as_matrix);
    assert_eq!(output.status.code(), REFUSED);
    assert!(parse(&output)["error"]["code"].is_string());
    let no_format = bench.run(&["import", "plan.upright", "export.csv", "--as", "poetry"]);
    assert_eq!(no_format.status.code(), USAGE);
    assert_eq!(
        bench.json(&["list", "plan.upright", "recommendations"]),
        json!([])
    );
}

#[test]
fn a_report_is_written_where_it_was_asked_for() {
    let bench = with_export();
    bench.json(&["import", "plan.upright", "export.csv"]);
    bench.json(&[
        "report",
        "plan.upright",
        "progress",
        "--output",
        "progress.xlsx",
    ]);
    let bytes = fs::read(bench.path("progress.xlsx")).unwrap();
    assert!(bytes.starts_with(b"PK\x03\x04"), "a workbook");
    let nowhere = bench.run(&[
        "report",
        "plan.upright",
        "progress",
        "--output",
        "no/such/folder.xlsx",
    ]);
    assert_eq!(nowhere.status.code(), FILE_TROUBLE, "{nowhere:?}");
}

#[test]
fn a_plan_held_by_another_program_is_file_trouble_and_says_who() {
    let bench = Bench::with_plan();
    let mut child = bench
        .command(&[
            "--author",
            "Ana Officer",
            "call",
            "plan.upright",
            "list_agencies",
            "-",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let note = bench.path(".plan.upright.holder");
    let is_held = || fs::read_to_string(&note).is_ok_and(|text| text.contains("Ana Officer"));
    while !is_held() && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    let output = bench.run(&["list", "plan.upright", "agencies", "--json"]);
    assert_eq!(output.status.code(), FILE_TROUBLE, "{output:?}");
    let error = &parse(&output)["error"];
    assert_eq!(
        (&error["code"], &error["args"]["holder"]),
        (&json!("plan-in-use"), &json!("Ana Officer"))
    );
    drop(child.stdin.take());
    child.wait().unwrap();
    assert_eq!(
        bench.json(&["list", "plan.upright", "agencies"]),
        json!([]),
        "free again"
    );
}
