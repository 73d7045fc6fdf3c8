//! The built `uprightctl`: exit codes, what goes to standard output, and the shapes others rely on.

#![expect(
    clippy::disallowed_methods,
    reason = "tests make files as a person's other programs would"
)]

mod bench;
mod export;
mod files;
mod tables;

use std::io::Write;
use std::process::Stdio;

use serde_json::{Value, json};

use bench::{Bench, DONE, REFUSED, USAGE, keys, message, parse};

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
fn a_view_and_a_line_of_search_mean_what_they_do_in_the_register() {
    let bench = Bench::with_plan();
    for (paragraph, text, position) in [
        ("1.1", "End torture", "SUP"),
        ("1.2", "Prevent torture and ill-treatment", "NOT"),
        ("1.3", "Train teachers", "NOT"),
    ] {
        bench.call(
            "add_recommendation",
            &json!({"mechanism": "UPR", "cycle": 3, "paragraph": paragraph, "text": text, "position": position}),
        );
    }
    let settings =
        json!({"filter": {"words": "position:noted"}, "sort": "reference", "descending": true});
    bench.call("save_view", &json!({"name": "Noted", "settings": settings}));
    let list = |narrowed: &[&str]| -> Vec<String> {
        let mut words = vec!["list", "plan.upright", "recommendations"];
        words.extend(narrowed);
        let found = bench.json(&words);
        let found = found.as_array().unwrap().clone();
        found
            .iter()
            .map(|record| record["paragraph"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        list(&["--view", "noted"]),
        ["1.3", "1.2"],
        "in the view's order"
    );
    assert_eq!(list(&["--filter", "torture"]), ["1.1", "1.2"]);
    assert_eq!(list(&["--view", "Noted", "--filter", "torture"]), ["1.2"]);
    assert_eq!(list(&["--filter", "{\"position\": [\"SUP\"]}"]), ["1.1"]);
    let refused = |narrowed: [&str; 2]| {
        let output = bench.run(&[
            "list",
            "plan.upright",
            "recommendations",
            narrowed[0],
            narrowed[1],
        ]);
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    };
    let (code, said) = refused(["--view", "Gone"]);
    assert!(code == REFUSED && said.contains("Noted"), "{code:?} {said}");
    let (code, said) = refused(["--filter", "stat:late"]);
    assert!(code == REFUSED && said.contains("stat:"), "{code:?} {said}");
    let agencies = bench.run(&["list", "plan.upright", "agencies", "--view", "Noted"]);
    assert_eq!(agencies.status.code(), REFUSED);
}
