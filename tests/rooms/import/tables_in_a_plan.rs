//! Tables through the command table: what the plan remembers of them, what they say about the
//! national side, rows that come back, and tables from the clipboard.

use std::path::Path;

use calamine::{Reader, Xlsx, open_workbook};
use kit::host::{TestHost, number, text, texts};
use serde_json::{Value, json};
use upright_core::import::Worker;

fn test_host() -> TestHost {
    let test = TestHost::new();
    let reader = Path::new(env!("CARGO_BIN_EXE_foreign-file-reader"));
    test.host.read_foreign_files_with(Worker::at(reader));
    test
}

fn file(test: &TestHost, name: &str, bytes: &[u8]) -> String {
    let path = test.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    test.handle(&path)
}

fn records(test: &TestHost) -> Vec<Value> {
    let list = test.call("list_recommendations", json!({}));
    list.as_array().unwrap().clone()
}

fn counts(result: &Value) -> [u64; 4] {
    ["read", "added", "changed", "unchanged"].map(|name| number(&result[name]))
}

fn codes(result: &Value) -> Vec<String> {
    let problems = result["problems"].as_array().unwrap();
    problems
        .iter()
        .map(|problem| text(&problem["code"]))
        .collect()
}

const TABLE: &str = "Nr;Was;Wer\n1;Adopt the law on equality and apply it everywhere;Chile\n2;Ratify the Optional Protocol to the Convention;Ruritania\n";

fn mapped(file: &str) -> Value {
    json!({"file": file, "format": "table", "table": {
        "columns": [
            {"column": 1, "meaning": "reference"}, {"column": 2, "meaning": "text"},
            {"column": 3, "meaning": "recommending_states"}],
        "for_all_rows": {"mechanism": "UPR", "cycle": 3},
        "answers": [{"field": "state", "value": "Ruritania", "meaning": "PER"}]}})
}

#[test]
fn what_was_said_about_a_table_is_remembered_by_its_headings_and_one_undo_forgets_it() {
    let test = test_host();
    let first = file(&test, "first.csv", TABLE.as_bytes());
    let before = test.call("study_table", json!({"file": first}));
    assert_eq!(before["is_remembered"], false);
    assert_eq!(before["columns"][0]["meaning"], "reference");
    assert_eq!(before["columns"][2]["meaning"], "ignore");
    let empty = test.hash();
    assert_eq!(
        counts(&test.call("import_file", mapped(&first))),
        [2, 2, 0, 0]
    );
    assert_eq!(records(&test)[1]["recommending_states"], json!(["PER"]));
    // Another file with the same headings, not a word said about it.
    let more = TABLE
        .replace("Adopt the law", "NR 3: adopt another law")
        .replace('1', "3");
    let second = file(&test, "second.csv", more.as_bytes());
    let after = test.call("study_table", json!({"file": second}));
    assert_eq!(after["is_remembered"], true);
    assert_eq!(after["columns"][2]["meaning"], "recommending_states");
    assert_eq!(after["unknown"][0]["answer"], "PER");
    let result = test.call(
        "import_file",
        json!({"file": second, "table": {"for_all_rows": {"cycle": 3}}}),
    );
    assert_eq!(counts(&result), [2, 1, 0, 1]);
    assert_eq!(codes(&result), Vec::<String>::new());
    test.call("undo", json!({}));
    test.call("undo", json!({}));
    assert_eq!(test.hash(), empty);
    assert_eq!(
        test.call("study_table", json!({"file": second}))["is_remembered"],
        false
    );
}

#[test]
fn the_same_table_again_changes_nothing_and_is_one_operation() {
    let test = test_host();
    let table = file(&test, "table.csv", TABLE.as_bytes());
    test.call("import_file", mapped(&table));
    let full = test.hash();
    assert_eq!(
        counts(&test.call("import_file", mapped(&table))),
        [2, 0, 0, 2]
    );
    assert_eq!(test.hash(), full);
    let operations = test.call("list_operations", json!({"limit": 50}));
    let imports = operations.as_array().unwrap().iter();
    assert_eq!(
        imports.filter(|op| op["command"] == "import_file").count(),
        1
    );
}

#[test]
fn cluster_priority_lead_and_note_fill_what_is_empty_and_overwrite_nothing() {
    let test = test_host();
    test.agencies("Ministry of Justice; MOJ\nMinistry of the Interior; MOI");
    let table = "Para;Recommendation;Cycle;Position;Cluster;Priority;Lead agency;Notes\n\
        115.1;Punish torture;3;Noted;Torture;high;\"MOJ\nministry of the interior\";A first step\n\
        115.2;Train guards;3;Noted;torture;;Ministry of Love;\n";
    let table = file(&test, "national.csv", table.as_bytes());
    let preview = test.call("preview_import", json!({"file": table}));
    let shown = preview["rows"][0]["differences"].as_array().unwrap();
    let shown: Vec<(String, String)> = shown
        .iter()
        .map(|d| (text(&d["field"]), text(&d["after"])))
        .collect();
    let expected = [
        ("cluster", "Torture"),
        ("priority", "high"),
        ("note", "A first step"),
        ("lead", "MOJ"),
        ("supporting", "MOI"),
    ];
    assert_eq!(
        shown,
        expected.map(|(field, after)| (field.to_owned(), after.to_owned()))
    );
    assert_eq!(codes(&preview), ["import-agency-unknown"]);
    test.call("import_file", json!({"file": table}));
    let [first, second] = records(&test).try_into().unwrap();
    assert_eq!(first["cluster"], "Torture");
    assert_eq!(
        second["cluster"], "Torture",
        "one cluster whatever its capitals"
    );
    assert_eq!(
        (&first["priority"], &first["note"]),
        (&json!("high"), &json!("A first step"))
    );
    let detail = test.call("get_recommendation", json!({"id": first["id"]}));
    let roles: Vec<String> = detail["assignments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| text(&a["role"]))
        .collect();
    assert_eq!(roles.len(), 2);
    assert!(roles.contains(&"lead".to_owned()) && roles.contains(&"supporting".to_owned()));
    let patch = json!({"priority": "low", "note": "Decided otherwise"});
    test.call(
        "edit_recommendations",
        json!({"ids": [first["id"]], "patch": patch}),
    );
    let again = test.call("import_file", json!({"file": table}));
    assert_eq!(counts(&again), [2, 0, 0, 2]);
    assert_eq!(records(&test)[0]["note"], "Decided otherwise");
}

#[test]
fn tables_that_each_count_from_one_do_not_fall_on_one_another() {
    let test = test_host();
    let of = |body: &str, words: &str| {
        format!("id;No;Committee;Recommendation\n1;1;{body};{words} everywhere and at once\n")
    };
    let first = file(&test, "cat.csv", of("CAT", "Punish torture").as_bytes());
    let second = file(&test, "crc.csv", of("CRC", "Protect children").as_bytes());
    assert_eq!(
        number(&test.call("import_file", json!({"file": first}))["added"]),
        1
    );
    assert_eq!(
        number(&test.call("import_file", json!({"file": second}))["added"]),
        1
    );
    let references: Vec<String> = records(&test)
        .iter()
        .map(|record| text(&record["reference"]))
        .collect();
    assert_eq!(references.len(), 2);
    assert!(
        references.contains(&"1".to_owned()) && references.contains(&"1 (1)".to_owned()),
        "{references:?}"
    );
}

#[test]
fn rows_that_were_not_taken_come_back_as_a_workbook_and_go_in_again() {
    let test = test_host();
    let table = "Para;Recommendation;Position\n115.1;Adopt it;Noted\n115.2;;Noted\n115.3;;Noted\n";
    let table = file(&test, "table.csv", table.as_bytes());
    test.call("import_file", json!({"file": table}));
    let target = test.path().join("failed.xlsx");
    let wish = json!({"import": {"file": table}, "file": test.handle(&target)});
    let saved = test.call("save_failed_rows", wish);
    assert_eq!(number(&saved["rows"]), 2);
    let mut book: Xlsx<_> = open_workbook(&target).unwrap();
    let sheet = book.worksheet_range("Not taken").unwrap();
    let cell = |row: u32, column: u32| {
        sheet
            .get_value((row, column))
            .map(ToString::to_string)
            .unwrap_or_default()
    };
    assert_eq!(
        (cell(0, 1).as_str(), cell(0, 3).as_str()),
        ("Recommendation", "Problem")
    );
    assert_eq!(cell(1, 0), "115.2");
    assert!(cell(1, 3).contains("no text"), "{}", cell(1, 3));
    let studied = test.call("study_table", json!({"file": test.handle(&target)}));
    assert_eq!(
        studied["is_remembered"], true,
        "the columns are those of the file they came from"
    );
    let repairs = json!([{"row": 2, "column": 2, "text": "Sign it"}, {"row": 3, "column": 2, "text": "Try it"}]);
    let again = json!({"file": test.handle(&target), "table": {"repairs": repairs}});
    assert_eq!(counts(&test.call("import_file", again)), [2, 2, 0, 0]);
    let good = file(
        &test,
        "good.csv",
        b"Para;Recommendation;Position\n115.1;Adopt it;Noted\n",
    );
    let wish = json!({"import": {"file": good}, "file": test.handle(&target)});
    assert_eq!(
        test.refused("save_failed_rows", wish).code,
        "import-no-failed-rows"
    );
}

#[test]
fn a_pasted_table_is_imported_and_gone_when_the_plan_closes() {
    let test = test_host();
    let pasted = test.call(
        "keep_pasted",
        json!({"text": "Recommendation\tPosition\nAdopt it\tNoted\n"}),
    );
    let handle = text(&pasted["handle"]);
    let kept = test.home().join("pasted").join("pasted.txt");
    assert!(kept.is_file());
    assert_eq!(
        counts(&test.call("import_file", json!({"file": handle}))),
        [1, 1, 0, 0]
    );
    test.call("close_plan", json!({}));
    assert!(!kept.exists());
    assert_eq!(
        test.refused("keep_pasted", json!({"text": " \n"})).code,
        "paste-empty"
    );
}

#[test]
fn more_corrections_than_one_import_takes_are_refused_in_words() {
    let test = test_host();
    let table = file(&test, "table.csv", b"Recommendation\nAdopt it\n");
    let repairs: Vec<Value> = (0..2_000)
        .map(|row| json!({"row": row, "column": 1, "text": "x"}))
        .collect();
    let error = test.refused(
        "preview_import",
        json!({"file": table, "table": {"repairs": repairs}}),
    );
    assert_eq!(error.code, "import-too-many-corrections");
}

#[test]
fn the_national_table_of_bolivia_is_read_row_by_row() {
    let Some(path) = kit::real::real_path("national/bolivia-40-rows.csv") else {
        return;
    };
    let test = test_host();
    let handle = test.handle(&path);
    let studied = test.call("study_table", json!({"file": handle}));
    let meanings: Vec<String> = studied["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| text(&c["meaning"]))
        .collect();
    assert_eq!(
        meanings,
        [
            "foreign_id",
            "reference",
            "mechanism",
            "text",
            "date",
            "themes",
            "groups",
            "lead_agency",
            "ignore",
            "note"
        ]
    );
    let result = test.call("import_file", json!({"file": handle}));
    assert_eq!(counts(&result), [9, 9, 0, 0]);
    assert_eq!(
        number(&result["problems"][0]["row"]),
        10,
        "the file is broken off in its last row"
    );
    let records = records(&test);
    assert_eq!(records.len(), 9);
    for record in &records[..8] {
        assert_eq!(
            (&record["body"], &record["year"]),
            (&json!("CESCR"), &json!(2008))
        );
        assert_eq!(record["language"], "es");
        assert!(!texts(&record["themes"]).is_empty() && !texts(&record["groups"]).is_empty());
        let said = text(&record["text"]);
        let asks = ["recomienda", "insta"]
            .iter()
            .any(|verb| said.contains(verb));
        assert!(asks && said.contains("Comit\u{e9}"), "{said}");
    }
    assert_eq!(texts(&records[2]["themes"]).len(), 9);
}
