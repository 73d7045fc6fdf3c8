//! Tables read by their columns, as typed.

use std::fs;

use serde_json::json;

use crate::bench::{Bench, REFUSED, USAGE, parse};

const TABLE: &str = "Nr\tWas\tWer\tWann\n\
    1\tAdopt the law on equality and apply it everywhere\tChile\t03/04/2018\n\
    2\tRatify the Optional Protocol to the Convention\tRuritania\t05/04/2018\n\
    3\t\tChad\t\n";

fn with_table() -> Bench {
    let bench = Bench::with_plan();
    fs::write(bench.path("table.txt"), TABLE).unwrap();
    bench
}

#[test]
fn columns_are_studied_said_and_remembered() {
    let bench = with_table();
    let plain = bench.run(&["import", "plan.upright", "table.txt", "--json"]);
    assert_eq!(plain.status.code(), REFUSED);
    assert_eq!(parse(&plain)["error"]["code"], "import-columns-needed");
    let study = bench.json(&["import", "plan.upright", "table.txt", "--study"]);
    assert_eq!(
        (&study["separator"], &study["header_row"]),
        (&json!("\t"), &json!(1))
    );
    assert_eq!(study["columns"][1]["letter"], "B");
    fs::write(
        bench.path("answers.json"),
        r#"[{"field": "state", "value": "Ruritania", "meaning": "PER"}]"#,
    )
    .unwrap();
    let words = [
        "import",
        "plan.upright",
        "table.txt",
        "--map",
        "reference=1,text=B,recommending-states=c,date=4",
        "--date-order",
        "day",
        "--mechanism",
        "TB",
        "--body",
        "CEDAW",
        "--language",
        "en",
        "--answers",
        "answers.json",
        "--failed-rows",
        "failed.xlsx",
        "--json",
    ];
    let output = bench.run(&words);
    assert_eq!(output.status.code(), REFUSED, "done, with a problem");
    let result = parse(&output);
    assert_eq!(
        (&result["format"], &result["added"]),
        (&json!("table"), &json!(2))
    );
    assert_eq!(result["problems"].as_array().unwrap().len(), 1);
    assert!(bench.path("failed.xlsx").is_file());
    let records = bench.json(&["list", "plan.upright", "recommendations"]);
    assert_eq!(
        (
            &records[1]["body"],
            &records[1]["year"],
            &records[1]["recommending_states"]
        ),
        (&json!("CEDAW"), &json!(2018), &json!(["PER"]))
    );
    let again = bench.json(&["import", "plan.upright", "table.txt", "--study"]);
    assert_eq!(again["is_remembered"], true);
}

#[test]
fn sheets_headings_encodings_and_separators_can_be_said() {
    let bench = with_table();
    let study = |more: &[&str]| {
        bench.json(&[&["import", "plan.upright", "table.txt", "--study"], more].concat())
    };
    assert_eq!(study(&["--header-row", "0"])["rows"], 4);
    assert_eq!(
        study(&["--separator", "|"])["columns"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        study(&["--encoding", "windows-1251"])["encoding"],
        "windows-1251"
    );
    let code = |more: &[&str]| {
        let words = [&["import", "plan.upright", "table.txt", "--json"], more].concat();
        parse(&bench.run(&words))["error"]["code"].clone()
    };
    assert_eq!(code(&["--sheet", "2", "--study"]), "table-sheet-unknown");
    assert_eq!(code(&["--encoding", "klingon"]), "encoding-unknown");
    assert_eq!(code(&["--separator", "x"]), "separator-unknown");
    assert_eq!(code(&["--map", "text"]), "cli-map-not-understood");
    assert_eq!(code(&["--map", "text=9"]), "table-column-unknown");
    assert_eq!(code(&["--map", "colour=1"]), "arguments-not-understood");
    let order = bench.run(&[
        "import",
        "plan.upright",
        "table.txt",
        "--date-order",
        "year",
    ]);
    assert_eq!(order.status.code(), USAGE);
    assert_eq!(
        bench.json(&["list", "plan.upright", "recommendations"]),
        json!([])
    );
}
