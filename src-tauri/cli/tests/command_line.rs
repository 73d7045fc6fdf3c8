//! The built `uprightctl`: exit codes, what goes to standard output, and the shapes others rely on.

#![expect(
    clippy::disallowed_methods,
    reason = "tests make files as a person's other programs would"
)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

const DONE: Option<i32> = Some(0);
const REFUSED: Option<i32> = Some(1);
const USAGE: Option<i32> = Some(2);
const FILE_TROUBLE: Option<i32> = Some(3);

/// A folder with a home of its own and room for a plan.
struct Bench {
    folder: TempDir,
}

impl Bench {
    fn new() -> Self {
        Bench {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A bench with a new plan on it.
    fn with_plan() -> Self {
        let bench = Self::new();
        let made = bench.run(&["new", "plan.upright", "--state", "XUP", "--title", "Plan"]);
        assert_eq!(made.status.code(), DONE, "{made:?}");
        bench
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_uprightctl"));
        command
            .args(words)
            .current_dir(self.folder.path())
            .env("UPRIGHT_HOME", self.path("home"));
        command
    }

    fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    /// What a command that must be done answers on standard output.
    fn json(&self, words: &[&str]) -> Value {
        let output = self.run(&[words, &["--json"]].concat());
        assert_eq!(output.status.code(), DONE, "{words:?}: {output:?}");
        parse(&output)
    }

    fn call(&self, command: &str, args: &Value) -> Value {
        self.json(&["call", "plan.upright", command, &args.to_string()])
    }
}

/// Standard output as one JSON value; anything beside it is a fault.
fn parse(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stdout)))
}

fn message(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

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
fn a_new_plan_is_made_and_told_about() {
    let bench = Bench::new();
    let state = bench.json(&[
        "new",
        "plan.upright",
        "--state",
        "XUP",
        "--title",
        "Plan of Uplandia",
    ]);
    assert_eq!(state["plan"]["title"], "Plan of Uplandia");
    assert!(bench.path("plan.upright").exists());
}

#[test]
fn wrong_words_are_usage() {
    let bench = Bench::with_plan();
    for words in [
        &["fly"][..],
        &["new", "other.upright", "--title", "No State"],
        &["list", "plan.upright", "ministers"],
        &["call", "plan.upright", "drop_everything"],
        &["call", "plan.upright", "add_agencies", "{\"rows\": 3}"],
        &["call", "plan.upright", "add_agencies", "{half"],
        &["report", "plan.upright", "progress"],
    ] {
        let output = bench.run(words);
        assert_eq!(output.status.code(), USAGE, "{words:?}: {output:?}");
        assert!(
            output.stdout.is_empty() && !output.stderr.is_empty(),
            "messages go to stderr"
        );
    }
}

#[test]
fn what_is_refused_is_told_in_words_and_as_json() {
    let bench = Bench::with_plan();
    let words = ["call", "plan.upright", "add_agencies", "{\"lines\": \" \"}"];
    let output = bench.run(&words);
    assert_eq!(output.status.code(), REFUSED);
    assert!(output.stdout.is_empty());
    assert!(
        !message(&output).contains("list-empty"),
        "a sentence, not a code: {}",
        message(&output)
    );
    let output = bench.run(&[&words[..], &["--json"]].concat());
    assert_eq!(output.status.code(), REFUSED);
    let error = &parse(&output)["error"];
    assert_eq!(
        (&error["kind"], &error["code"]),
        (&json!("person"), &json!("list-empty"))
    );
    assert_eq!(keys(error), ["kind", "code", "args", "detail"]);
    let undo = bench.run(&["undo", "plan.upright"]);
    assert_eq!(undo.status.code(), REFUSED, "nothing to undo yet");
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
fn every_command_of_the_table_is_listed_with_its_kind() {
    let bench = Bench::new();
    let list = bench.json(&["commands"]);
    let list = list.as_array().unwrap();
    let kinds = ["desk", "read", "change", "job"];
    assert!(
        list.iter()
            .all(|command| kinds.contains(&command["kind"].as_str().unwrap()))
    );
    assert!(list.iter().any(|command| command["name"] == "page_rows"));
    let plain = bench.run(&["commands"]);
    assert_eq!(
        String::from_utf8_lossy(&plain.stdout).lines().count(),
        list.len()
    );
}

#[test]
fn arguments_come_from_standard_input_too() {
    let bench = Bench::with_plan();
    let mut child = bench
        .command(&["call", "plan.upright", "add_agencies", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = json!({"lines": "Ministry of Justice\nMinistry of Health"}).to_string();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(lines.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), DONE);
    assert_eq!(parse(&output)["added"], 2);
}

#[test]
fn lists_are_arrays_with_the_promised_fields() {
    let bench = Bench::with_plan();
    for what in ["recommendations", "actions", "agencies"] {
        assert_eq!(
            bench.json(&["list", "plan.upright", what]),
            json!([]),
            "{what}"
        );
    }
    let new = json!({"mechanism": "UPR", "cycle": 3, "document": "A/HRC/44/10", "paragraph": "139.119",
        "text": "Ratify the convention", "recommending_states": ["CHL"], "position": "SUP"});
    bench.call("add_recommendation", &new);
    bench.call(
        "add_recommendation",
        &json!({"mechanism": "TB", "paragraph": "17", "text": "Amend the law"}),
    );
    let list = bench.json(&["list", "plan.upright", "recommendations"]);
    let full = &list[0];
    for (field, value) in [
        ("reference", json!("3-UPR-139.119")),
        ("mechanism", json!("UPR")),
        ("document", json!("A/HRC/44/10")),
        ("paragraph", json!("139.119")),
        ("text", json!("Ratify the convention")),
        ("recommending_states", json!(["CHL"])),
        ("position", json!("SUP")),
        ("themes", json!([])),
        ("groups", json!([])),
        ("sdg_targets", json!([])),
        ("cluster", Value::Null),
    ] {
        assert_eq!(full[field], value, "{field}");
    }
    assert!((1..=5).contains(&full["action_category"].as_u64().unwrap()));
    let bare = &list[1];
    assert_eq!(
        (&bare["document"], &bare["position"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(
        bare["recommending_states"],
        json!([]),
        "absent is null or []"
    );
    let plain = bench.run(&["list", "plan.upright", "recommendations"]);
    assert!(String::from_utf8_lossy(&plain.stdout).contains("3-UPR-139.119"));
}

#[test]
fn a_change_is_undone_and_done_again_from_another_call() {
    let bench = Bench::with_plan();
    bench.call("add_agencies", &json!({"lines": "Ministry of Justice"}));
    let undone = bench.json(&["undo", "plan.upright"]);
    assert_eq!(undone["command"], "add_agencies");
    assert_eq!(bench.json(&["list", "plan.upright", "agencies"]), json!([]));
    let said = message(&bench.run(&["redo", "plan.upright"]));
    assert!(
        !said.contains("add_agencies") && !said.contains("cli-"),
        "in words: {said}"
    );
    assert_eq!(
        bench.json(&["list", "plan.upright", "agencies"])[0]["short_name"],
        "Justice"
    );
}

#[test]
fn the_history_names_the_author_and_narrows_to_a_record() {
    let bench = Bench::with_plan();
    let author = ["--author", "Ana Officer"];
    let new =
        json!({"mechanism": "UPR", "cycle": 3, "paragraph": "1.1", "text": "Ratify"}).to_string();
    let add = ["call", "plan.upright", "add_recommendation", &new];
    assert_eq!(bench.run(&[&add[..], &author].concat()).status.code(), DONE);
    bench.call("add_agencies", &json!({"lines": "Ministry of Justice"}));
    let all = bench.json(&["history", "plan.upright"]);
    assert_eq!(all[0]["command"], "add_agencies");
    let added = all
        .as_array()
        .unwrap()
        .iter()
        .find(|o| o["command"] == "add_recommendation")
        .unwrap();
    assert_eq!(added["author"], "Ana Officer");
    let of_record = bench.json(&["history", "plan.upright", "--record", "3-UPR-1.1"]);
    let commands: Vec<&Value> = of_record
        .as_array()
        .unwrap()
        .iter()
        .map(|c| &c["operation"]["command"])
        .collect();
    assert!(
        !commands.is_empty()
            && commands
                .iter()
                .all(|command| *command == "add_recommendation")
    );
    let plain = bench.run(&["history", "plan.upright"]);
    assert!(String::from_utf8_lossy(&plain.stdout).contains("Ana Officer"));
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
