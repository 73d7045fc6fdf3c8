//! The data out and back in.

use std::fs;

use serde_json::json;

use crate::bench::{Bench, DONE, REFUSED, USAGE, message, parse};

/// The demonstration plan, with a focal point in it.
fn demonstration() -> Bench {
    let bench = Bench::new();
    let made = bench.run(&["demo", "plan.upright"]);
    assert_eq!(made.status.code(), DONE, "{made:?}");
    bench
}

fn export(bench: &Bench, plan: &str, format: &str, output: &str) -> String {
    let done = bench.run(&["export", plan, format, "--output", output]);
    assert_eq!(done.status.code(), DONE, "{format}: {done:?}");
    assert!(done.stdout.is_empty());
    String::from_utf8_lossy(&done.stderr).into_owned()
}

#[test]
fn every_form_is_written_and_says_for_whom_it_is() {
    let bench = demonstration();
    for (format, output) in [
        ("json", "plan.json"),
        ("csv", "register.csv"),
        ("matrix", "matrix.xlsx"),
        ("uhri", "uhri.xlsx"),
        ("impact-oss", "impact.zip"),
    ] {
        let said = export(&bench, "plan.upright", format, output);
        assert!(
            fs::metadata(bench.path(output)).unwrap().len() > 1000,
            "{output}"
        );
        assert!(said.contains(output), "{said}");
        assert_eq!(
            said.contains("names of focal points"),
            format == "json",
            "{said}"
        );
    }
    let answer = bench.json(&["export", "plan.upright", "csv", "--output", "again"]);
    assert_eq!(
        (&answer["rows"], &answer["audience"]),
        (&json!(172), &json!("public"))
    );
    assert!(
        bench.path("again").exists(),
        "the file has the name it was given"
    );
}

#[test]
fn a_plan_made_from_an_export_is_the_same_plan() {
    let bench = demonstration();
    export(&bench, "plan.upright", "json", "plan.json");
    let made = bench.json(&["new", "copy.upright", "--from", "plan.json"]);
    let first = bench.json(&["check", "plan.upright"]);
    let second = bench.json(&["check", "copy.upright"]);
    assert_eq!(first["state_hash"], second["state_hash"]);
    assert_eq!(second["is_chain_true"], true);
    assert!(made["plan"]["title"].is_string());
    export(&bench, "copy.upright", "json", "copy.json");
    assert!(
        fs::read(bench.path("plan.json")).unwrap() == fs::read(bench.path("copy.json")).unwrap()
    );
    // The same file again, and the register, bring nothing new.
    export(&bench, "plan.upright", "csv", "register.csv");
    for file in ["plan.json", "register.csv"] {
        let again = bench.json(&["import", "copy.upright", file]);
        assert_eq!(
            (&again["added"], &again["changed"]),
            (&json!(0), &json!(0)),
            "{again}"
        );
    }
}

#[test]
fn a_title_that_is_typed_stands_before_that_of_the_file() {
    let bench = demonstration();
    export(&bench, "plan.upright", "json", "plan.json");
    let made = bench.json(&[
        "new",
        "copy.upright",
        "--from",
        "plan.json",
        "--title",
        "My copy",
    ]);
    assert_eq!(made["plan"]["title"], "My copy");
}

#[test]
fn a_register_makes_a_plan_where_the_state_is_named() {
    let bench = demonstration();
    export(&bench, "plan.upright", "csv", "register.csv");
    let refused = bench.run(&["new", "copy.upright", "--from", "register.csv"]);
    assert_eq!(refused.status.code(), REFUSED, "{refused:?}");
    assert!(message(&refused).contains("--state"), "{refused:?}");
    let words = [
        "new",
        "copy.upright",
        "--from",
        "register.csv",
        "--state",
        "XUP",
        "--title",
        "Copy",
    ];
    assert_eq!(bench.run(&words).status.code(), DONE);
    let all = bench.json(&["list", "copy.upright", "recommendations"]);
    assert_eq!(all.as_array().map(Vec::len), Some(172));
}

#[test]
fn a_filter_and_a_saved_view_choose_what_goes_out() {
    let bench = demonstration();
    let rows = |words: &[&str]| {
        let mut all = vec!["export", "plan.upright", "csv", "--output", "part.csv"];
        all.extend(words);
        bench.json(&all)["rows"].as_u64().unwrap()
    };
    let torture = rows(&["--filter", "torture"]);
    assert!((1..172).contains(&torture), "{torture}");
    bench.call(
        "save_view",
        &json!({"name": "On torture", "settings": {"filter": {"words": "torture"}}}),
    );
    assert_eq!(rows(&["--view", "On torture"]), torture);
    let refused = bench.run(&[
        "export",
        "plan.upright",
        "csv",
        "--output",
        "x.csv",
        "--view",
        "None such",
        "--json",
    ]);
    assert_eq!(parse(&refused)["error"]["code"], "view-unknown");
}

#[test]
fn an_export_without_a_place_or_of_an_unknown_form_is_usage() {
    let bench = Bench::with_plan();
    for words in [
        &["export", "plan.upright", "csv"][..],
        &["export", "plan.upright", "pdf", "--output", "x.pdf"],
    ] {
        assert_eq!(bench.run(words).status.code(), USAGE, "{words:?}");
    }
}
