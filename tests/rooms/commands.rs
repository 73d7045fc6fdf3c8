//! The table of commands: every change is one step of undo and comes back to the letter; the doors
//! refuse what they do not know.

mod cells;
mod every_change;

use kit::host::{TestHost, text};
use kit::sample::{TODAY, noon};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use upright_core::commands::{COMMANDS, Kind, contract};

#[test]
fn names_are_verb_and_noun_and_each_stands_once() {
    let names: BTreeSet<&str> = COMMANDS.iter().map(|command| command.name).collect();
    assert_eq!(names.len(), COMMANDS.len());
    let lone = ["assign", "undo", "redo", "standing", "summary"];
    for name in names {
        assert!(name.contains('_') || lone.contains(&name), "{name}");
        assert!(
            name.chars().all(|c| c.is_ascii_lowercase() || c == '_'),
            "{name}"
        );
    }
}

#[test]
fn a_command_nobody_knows_is_refused_by_name() {
    let test = TestHost::new();
    let error = test.refused("drop_everything", json!({}));
    assert_eq!(
        (error.code.as_str(), error.args["command"].as_str()),
        ("command-unknown", "drop_everything")
    );
}

#[test]
fn an_argument_nobody_knows_is_refused_by_every_command() {
    let test = TestHost::new();
    let before = test.hash();
    for command in COMMANDS {
        let error = test.refused(command.name, json!({"bogus": true}));
        assert_eq!(error.code, "arguments-not-understood", "{}", command.name);
        assert_eq!(error.args["command"], command.name);
    }
    assert_eq!(test.hash(), before);
}

#[test]
fn no_arguments_at_all_are_an_empty_set_of_them() {
    let test = TestHost::new();
    assert_eq!(test.call("list_agencies", Value::Null), json!([]));
    let error = test.refused("get_agency", Value::Null);
    assert_eq!(
        error.code, "arguments-not-understood",
        "what is needed is still asked for"
    );
}

#[test]
fn without_an_open_plan_every_question_about_one_is_refused() {
    let test = TestHost::empty(noon(TODAY));
    for (name, args) in [
        ("get_profile", json!({})),
        ("page_rows", json!({"limit": 10})),
        ("standing", json!({})),
        ("list_operations", json!({})),
        ("list_backups", json!({})),
        ("make_backup", json!({})),
        ("copy_out", json!({})),
        ("check_plan", json!({})),
        ("choose_author", json!({"name": "Ana"})),
        ("add_agencies", json!({"lines": "Justice"})),
        ("undo", json!({})),
        ("redo", json!({})),
    ] {
        assert_eq!(test.refused(name, args).code, "no-plan-open", "{name}");
    }
    assert_eq!(test.state()["plan"], Value::Null);
    assert_eq!(
        test.call("close_plan", json!({})),
        Value::Null,
        "closing nothing is no fault"
    );
}

#[test]
fn vocabularies_are_answered_without_a_plan() {
    let test = TestHost::empty(noon(TODAY));
    for name in [
        "list_states",
        "list_positions",
        "list_mechanisms",
        "list_categories",
    ] {
        let answer = test.call(name, json!({}));
        assert!(
            answer.as_array().is_some_and(|list| list.len() > 3),
            "{name}"
        );
    }
    let statuses = test.call("list_statuses", json!({"scale": "CORE_ACT"}));
    assert!(
        statuses
            .as_array()
            .unwrap()
            .iter()
            .any(|status| status["code"] == "NS")
    );
}

#[test]
fn the_screen_is_told_which_tables_changed() {
    let test = TestHost::new();
    let told = Arc::new(Mutex::new(Vec::new()));
    let heard = told.clone();
    test.host.on_changed(move |event| {
        heard
            .lock()
            .unwrap()
            .push(serde_json::to_value(event).unwrap());
    });
    test.agencies("Ministry of Justice\nMinistry of Health");
    test.call("list_agencies", json!({}));
    test.refused("add_agencies", json!({"lines": " "}));
    test.call("undo", json!({}));
    let told = told.lock().unwrap();
    let both = json!({"tables": {"agency": 2}});
    assert_eq!(
        *told,
        [both.clone(), both],
        "once for the change, once for the undo, else silence"
    );
}

#[test]
fn the_contract_of_the_screens_is_that_of_the_table() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/host/contract.ts");
    let kept = std::fs::read_to_string(&path)
        .expect("the contract")
        .replace("\r\n", "\n");
    let fresh = contract();
    let differs = kept
        .lines()
        .zip(fresh.lines())
        .find(|(kept, fresh)| kept != fresh);
    let is_fresh = differs.is_none() && kept.lines().count() == fresh.lines().count();
    let make_fresh = "make it fresh: uprightctl contract > ui/src/host/contract.ts";
    assert!(is_fresh, "{make_fresh}; first difference: {differs:?}");
}

#[test]
fn the_contract_names_every_command_with_its_kind() {
    let contract = contract();
    for command in COMMANDS {
        let line = format!("{}: ", command.name);
        assert!(contract.contains(&line), "{}", command.name);
    }
    for kind in [Kind::Desk, Kind::Read, Kind::Change, Kind::Job] {
        assert!(
            COMMANDS.iter().any(|command| command.kind == kind),
            "{}",
            kind.word()
        );
    }
}

#[test]
fn several_callers_at_once_wait_for_each_other_and_lose_nothing() {
    let test = TestHost::new();
    std::thread::scope(|scope| {
        for caller in 0..4 {
            let test = &test;
            scope.spawn(move || {
                for n in 0..25 {
                    test.agencies(&format!("Agency {caller}-{n}"));
                    let page = test.call("page_rows", json!({"limit": 10}));
                    assert_eq!(page["total"], 0);
                }
            });
        }
    });
    let agencies = test.call("list_agencies", json!({}));
    assert_eq!(agencies.as_array().unwrap().len(), 100);
    assert_eq!(test.call("check_plan", json!({}))["is_chain_true"], true);
}

#[test]
fn an_action_and_its_lead_are_one_step() {
    let test = TestHost::new();
    let agency = test.agencies("Ministry of Justice").remove(0);
    let before = test.hash();
    let wish = json!({"action": {"title": "Draft a law"}, "lead_agency_id": agency});
    let id = test.added("add_action", wish);
    let found = test.call("get_action", json!({"id": id}));
    assert_eq!(found["assignments"][0]["role"], "lead");
    let no_agency = json!({"action": {"title": "Draft a law"}, "lead_agency_id": "stranger"});
    assert_eq!(
        test.refused("add_action", no_agency).code,
        "record-not-found"
    );
    let actions = test.call("list_actions", json!({}));
    assert_eq!(
        actions.as_array().unwrap().len(),
        1,
        "no action without the lead asked for"
    );
    test.call("undo", json!({}));
    assert_eq!(test.hash(), before);
}

#[test]
fn a_record_is_answered_with_all_that_hangs_on_it() {
    let test = TestHost::new();
    let id = test.recommendation("1.1", "Ratify the convention");
    let agency = test.agencies("Ministry of Justice").remove(0);
    test.call(
        "assign",
        json!({"subject": "recommendation", "ids": [id], "agency_id": agency, "role": "lead"}),
    );
    let action = json!({"action": {"title": "Draft a law", "due_on": "2026-11-01", "percent": 40, "status": "IP", "recommendation_ids": [id]}});
    test.added("add_action", action);
    let found = test.call("get_recommendation", json!({"id": id}));
    assert_eq!(found["recommendation"]["reference"], "3-UPR-1.1");
    assert_eq!(found["positions"][0]["position"], "SUP");
    assert_eq!(found["assignments"][0]["agency_short_name"], "Justice");
    assert_eq!(found["actions"][0]["title"], "Draft a law");
    assert_eq!(
        (&found["percent"], &found["progress"]),
        (&json!(40), &json!("in_progress"))
    );
    assert_eq!(
        (&found["due"]["kind"], &found["due"]["days"]),
        (&json!("late"), &json!(23))
    );
    assert_eq!(
        test.refused("get_recommendation", json!({"id": "stranger"}))
            .code,
        "record-not-found"
    );
    assert_eq!(text(&found["recommendation"]["id"]), id);
}

#[test]
fn labels_are_the_built_in_ones_and_those_the_plan_uses_besides() {
    let test = TestHost::new();
    let id = test.recommendation("1.1", "Ratify the convention");
    let labels = |test: &TestHost| {
        test.call("list_labels", json!({"vocabulary": "theme"}))
            .as_array()
            .unwrap()
            .clone()
    };
    let built_in = labels(&test);
    let own = json!({"ids": [id], "vocabulary": "theme", "add": ["Rights of nomads", built_in[0]]});
    test.call("tag_recommendations", own);
    let now = labels(&test);
    assert_eq!(now.len(), built_in.len() + 1);
    assert!(now.contains(&json!("Rights of nomads")));
}
