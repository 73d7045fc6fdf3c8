//! What the history tells through the command table.

use kit::host::{TestHost, number, text, texts};
use kit::sample::{instant, noon};
use serde_json::{Value, json};
use upright_core::dossier::Operation;

fn commands(operations: &Value) -> Vec<String> {
    let list = operations.as_array().unwrap();
    list.iter()
        .map(|operation| text(&operation["command"]))
        .collect()
}

#[test]
fn the_history_tells_author_and_time_newest_first() {
    let test = TestHost::new();
    test.agencies("Ministry of Justice");
    let test = test.reopened(instant("2026-11-25T08:30:00Z"));
    test.call("choose_author", json!({"name": "Ben Deputy"}));
    test.agencies("Ministry of Health");
    let operations = test.call("list_operations", json!({}));
    assert_eq!(
        commands(&operations),
        [
            "add_agencies",
            "choose_author",
            "add_agencies",
            "choose_author",
            "create_plan"
        ]
    );
    assert_eq!(operations[0]["author"], "Ben Deputy");
    assert_eq!(operations[0]["stated_at"], "2026-11-25T08:30:00.000Z");
    assert_eq!(operations[2]["author"], "Ana Officer");
    assert_eq!(operations[2]["stated_at"], "2026-11-24T12:00:00.000Z");
    assert_eq!(operations[4]["author"], Value::Null, "nobody was named yet");
}

#[test]
fn a_value_from_a_file_names_the_file() {
    let test = TestHost::new();
    let record = test.recommendation("1.1", "Ratify");
    let operation = Operation::new("import_file").from_file("matrix.docx");
    test.host
        .desk()
        .change(operation, |tx| {
            let sql = "update recommendation set note = 'seen' where id = :id";
            tx.execute(sql, rusqlite::named_params! {":id": record})
        })
        .unwrap();
    let changes = test.call(
        "list_changes",
        json!({"record_id": record, "field": "note"}),
    );
    assert_eq!(changes[0]["operation"]["origin_file"], "matrix.docx");
    assert_eq!(
        (&changes[0]["before"], &changes[0]["after"]),
        (&Value::Null, &json!("seen"))
    );
}

#[test]
fn the_history_of_a_field_tells_each_value_and_who_gave_it() {
    let test = TestHost::new();
    let record = test.recommendation("1.1", "Ratify");
    for (author, priority) in [("Ana Officer", "low"), ("Ben Deputy", "urgent")] {
        test.call("choose_author", json!({"name": author}));
        test.call(
            "edit_recommendations",
            json!({"ids": [record], "patch": {"priority": priority}}),
        );
    }
    let changes = test.call(
        "list_changes",
        json!({"record_id": record, "field": "priority"}),
    );
    let told: Vec<_> = changes
        .as_array()
        .unwrap()
        .iter()
        .map(|change| {
            (
                change["before"].clone(),
                change["after"].clone(),
                text(&change["operation"]["author"]),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (json!("low"), json!("urgent"), "Ben Deputy".to_owned()),
            (Value::Null, json!("low"), "Ana Officer".to_owned()),
        ]
    );
    assert_eq!(changes[0]["label"], "3-UPR-1.1");
}

#[test]
fn a_records_history_holds_what_hangs_on_it_and_nothing_of_others() {
    let test = TestHost::new();
    let agency = test.agencies("Ministry of Justice").remove(0);
    let record = test.recommendation("1.1", "Ratify");
    let other = test.recommendation("1.2", "Adopt");
    test.call(
        "tag_recommendations",
        json!({"ids": [record], "vocabulary": "theme", "add": ["Health"]}),
    );
    test.call(
        "assign",
        json!({"subject": "recommendation", "ids": [record], "agency_id": agency, "role": "lead"}),
    );
    let action = test.added(
        "add_action",
        json!({"action": {"title": "Draft", "recommendation_ids": [record]}}),
    );
    test.call(
        "edit_recommendations",
        json!({"ids": [other], "patch": {"note": "x"}}),
    );
    let operations = test.call("list_operations", json!({"record_id": record}));
    assert_eq!(
        commands(&operations),
        [
            "add_action",
            "assign",
            "tag_recommendations",
            "add_recommendation"
        ]
    );
    let of_action = test.call("list_operations", json!({"record_id": action}));
    assert_eq!(commands(&of_action), ["add_action"]);
    let of_nobody = test.call("list_operations", json!({"record_id": "stranger"}));
    assert_eq!(of_nobody, json!([]));
}

#[test]
fn a_new_record_is_told_with_its_whole_row() {
    let test = TestHost::new();
    let agency = test.agencies("Ministry of Justice; MoJ").remove(0);
    let changes = test.call("list_changes", json!({"record_id": agency}));
    assert_eq!(changes[0]["field"], Value::Null);
    assert_eq!(changes[0]["after"]["short_name"], "MoJ");
}

#[test]
fn undo_and_redo_stand_in_the_history_like_anything_else() {
    let test = TestHost::new();
    test.agencies("Ministry of Justice");
    test.call("undo", json!({}));
    test.call("redo", json!({}));
    let operations = test.call("list_operations", json!({"limit": 3}));
    let kinds: Vec<String> = operations
        .as_array()
        .unwrap()
        .iter()
        .map(|o| text(&o["kind"]))
        .collect();
    assert_eq!(kinds, ["redo", "undo", "do"]);
    assert!(
        operations
            .as_array()
            .unwrap()
            .iter()
            .all(|o| o["command"] == "add_agencies")
    );
}

#[test]
fn the_history_is_paged_backwards() {
    let test = TestHost::new();
    for n in 1..=7 {
        test.agencies(&format!("Agency {n}"));
    }
    let mut seen = Vec::new();
    let mut before = Value::Null;
    loop {
        let page = test.call("list_operations", json!({"limit": 4, "before": before}));
        let numbers: Vec<u64> = page
            .as_array()
            .unwrap()
            .iter()
            .map(|o| number(&o["number"]))
            .collect();
        let Some(last) = numbers.last() else { break };
        before = json!(last);
        seen.extend(numbers);
    }
    assert_eq!(
        seen,
        (1..=9).rev().collect::<Vec<u64>>(),
        "each once, none left out"
    );
}

#[test]
fn a_removed_record_is_still_told_by_its_name() {
    let test = TestHost::new();
    let agency = test.agencies("Ministry of Justice; MoJ").remove(0);
    test.call("remove_agency", json!({"id": agency}));
    let changes = test.call("list_changes", json!({"record_id": agency, "limit": 1}));
    assert_eq!(
        (&changes[0]["field"], &changes[0]["label"]),
        (&json!("deleted"), &json!("MoJ"))
    );
}

#[test]
fn a_clock_that_jumps_back_does_not_change_the_order() {
    let test = TestHost::new();
    test.agencies("First");
    let test = test.reopened(noon("2020-01-01"));
    test.agencies("Second");
    let operations = test.call("list_operations", json!({"limit": 2}));
    let times: Vec<String> = texts(&json!([
        operations[0]["stated_at"],
        operations[1]["stated_at"]
    ]));
    assert!(
        times[0].starts_with("2020") && times[1].starts_with("2026"),
        "by number, not by clock"
    );
}

#[test]
fn an_operation_lists_its_own_changes() {
    let test = TestHost::new();
    test.agencies("Ministry of Justice\nMinistry of Health");
    let operation = &test.call("list_operations", json!({"limit": 1}))[0];
    let changes = test.call("list_changes", json!({"operation_id": operation["id"]}));
    assert_eq!(
        json!(changes.as_array().unwrap().len()),
        operation["changes"]
    );
    let labels: Vec<String> = changes
        .as_array()
        .unwrap()
        .iter()
        .map(|c| text(&c["label"]))
        .collect();
    assert_eq!(labels, ["Health", "Justice"], "newest first");
}
