//! The desk: opening and closing, files a person chose, backups, working copies, preferences.

mod backups;
mod working_copies;

use std::fs;

use kit::host::{TestHost, folder, text};
use kit::sample::{TODAY, instant, noon};
use serde_json::{Value, json};

fn recent(test: &TestHost) -> Vec<(String, bool)> {
    let list = test.call("list_recent_plans", json!({}));
    let list = list.as_array().unwrap();
    list.iter()
        .map(|plan| {
            (
                text(&plan["file"]["name"]),
                plan["exists"].as_bool().unwrap(),
            )
        })
        .collect()
}

fn make_plan(test: &TestHost, name: &str) -> std::path::PathBuf {
    let path = test.path().join(name);
    let wish = json!({"file": test.handle(&path), "title": name, "state": "XUP"});
    test.call("create_plan", wish);
    path
}

#[test]
fn a_new_plan_lies_open_with_its_author_and_says_where_it_stands() {
    let test = TestHost::new();
    let state = test.state();
    assert_eq!(state["plan"]["title"], "Plan of Uplandia");
    assert_eq!(
        (&state["plan"]["state"], &state["plan"]["place"]),
        (&json!("XUP"), &json!("fixed"))
    );
    assert_eq!(state["plan"]["file"]["name"], "plan.upright");
    assert_eq!(state["author"]["name"], "Ana Officer");
    assert_eq!(
        (&state["today"], &state["undo"]),
        (&json!(TODAY), &Value::Null)
    );
    test.agencies("Ministry of Justice");
    assert_eq!(test.state()["saved_at"], "2026-11-24T12:00:00.000Z");
}

#[test]
fn a_plan_that_cannot_be_made_leaves_the_open_one_open() {
    let test = TestHost::new();
    let other = test.handle(&test.path().join("other.upright"));
    for (wish, code) in [
        (
            json!({"file": other, "title": " ", "state": "XUP"}),
            "title-missing",
        ),
        (
            json!({"file": other, "title": "Plan", "state": "QQQ"}),
            "state-unknown",
        ),
        (
            json!({"file": test.handle(&test.plan()), "title": "Plan", "state": "XUP"}),
            "file-exists",
        ),
    ] {
        assert_eq!(test.refused("create_plan", wish).code, code);
        assert_eq!(
            test.state()["plan"]["title"],
            "Plan of Uplandia",
            "after {code}"
        );
    }
    assert!(!test.path().join("other.upright").exists());
}

#[test]
fn a_plan_that_cannot_be_opened_leaves_the_open_one_open() {
    let test = TestHost::new();
    let stranger = test.path().join("letter.docx");
    fs::write(&stranger, "not a plan").unwrap();
    assert_eq!(test.open(&stranger).unwrap_err().code, "plan-not-upright");
    assert_eq!(
        test.open(&test.path().join("gone.upright"))
            .unwrap_err()
            .code,
        "file-not-found"
    );
    assert_eq!(test.state()["plan"]["title"], "Plan of Uplandia");
    test.agencies("Ministry of Justice");
}

#[test]
fn another_plan_takes_the_place_of_the_open_one() {
    let test = TestHost::new();
    test.agencies("Ministry of Justice");
    make_plan(&test, "second.upright");
    assert_eq!(test.state()["plan"]["title"], "second.upright");
    assert_eq!(test.call("list_agencies", json!({})), json!([]));
    test.open(&test.plan()).unwrap();
    assert_eq!(
        test.call("list_agencies", json!({}))[0]["short_name"],
        "Justice"
    );
    let again = test.open(&test.plan()).unwrap();
    assert_eq!(
        again["plan"]["title"], "Plan of Uplandia",
        "opening it twice is opening it once"
    );
}

#[test]
fn recent_plans_stand_the_last_first_and_can_be_forgotten() {
    let test = TestHost::new();
    let second = make_plan(&test, "second.upright");
    test.open(&test.plan()).unwrap();
    let named = |name: &str, exists| (name.to_owned(), exists);
    assert_eq!(
        recent(&test),
        [named("plan.upright", true), named("second.upright", true)]
    );
    fs::remove_file(&second).unwrap();
    assert_eq!(recent(&test)[1], named("second.upright", false));
    test.call("forget_recent_plan", json!({"file": test.handle(&second)}));
    assert_eq!(recent(&test), [named("plan.upright", true)]);
    let test = test.closed(noon(TODAY));
    assert_eq!(
        recent(&test),
        [named("plan.upright", true)],
        "kept from session to session"
    );
    let list = test.call("list_recent_plans", json!({}));
    assert_eq!(list[0]["title"], "Plan of Uplandia");
    test.call("open_plan", json!({"file": list[0]["file"]["handle"]}));
}

#[test]
fn the_list_of_recent_plans_does_not_grow_for_ever() {
    let test = TestHost::empty(noon(TODAY));
    for n in 0..14 {
        make_plan(&test, &format!("plan-{n}.upright"));
    }
    let found = recent(&test);
    assert_eq!(found.len(), 12);
    assert_eq!(found[0].0, "plan-13.upright");
}

#[test]
fn a_handle_nobody_gave_out_is_refused() {
    let test = TestHost::new();
    let path = test.plan().display().to_string();
    for handle in ["", "0", "../plan.upright", path.as_str()] {
        for name in ["open_plan", "restore_backup", "forget_recent_plan"] {
            let error = test.refused(name, json!({"file": handle}));
            assert_eq!(error.code, "file-not-chosen", "{name} {handle:?}");
        }
        let wish = json!({"file": handle, "title": "Plan", "state": "XUP"});
        assert_eq!(test.refused("create_plan", wish).code, "file-not-chosen");
    }
}

#[test]
fn a_file_has_one_handle_that_tells_nothing_of_its_folder() {
    let test = TestHost::new();
    let first = test.host.register(&test.plan());
    let again = test.host.register(&test.plan());
    assert_eq!(first, again);
    assert_eq!(first.name, "plan.upright");
    assert!(first.handle.chars().all(|c| c.is_ascii_hexdigit()));
}

#[test]
fn only_what_the_program_wrote_can_be_shown_in_its_folder() {
    let test = TestHost::new();
    let chosen = test.handle(&test.plan());
    assert_eq!(test.host.written_path(&chosen), None);
    let backup = test.call("make_backup", json!({}));
    let written = test
        .host
        .written_path(&text(&backup["file"]["handle"]))
        .unwrap();
    assert!(written.starts_with(test.home()) && written.exists());
    assert_eq!(test.host.written_path("stranger"), None);
}

#[test]
fn preferences_are_kept_for_the_person_and_not_in_the_plan() {
    let test = TestHost::new();
    let before = test.hash();
    let defaults = test.call("get_preferences", json!({}));
    assert_eq!(
        (&defaults["language"], &defaults["text_size"]),
        (&json!("en"), &json!(100))
    );
    let changed = test.call(
        "set_preferences",
        json!({"theme": "dark", "text_size": 140}),
    );
    assert_eq!(
        (&changed["theme"], &changed["single_keys"]),
        (&json!("dark"), &json!(true))
    );
    assert_eq!(test.hash(), before);
    let test = test.closed(noon(TODAY));
    assert_eq!(test.call("get_preferences", json!({})), changed);
}

#[test]
fn preferences_that_make_no_sense_are_refused() {
    let test = TestHost::empty(noon(TODAY));
    for size in [0, 89, 201] {
        let error = test.refused("set_preferences", json!({"text_size": size}));
        assert_eq!(error.code, "text-size-out-of-range");
        assert_eq!(error.args["value"], size.to_string());
    }
    for wrong in [
        json!({"theme": "pink"}),
        json!({"density": 3}),
        json!({"colour": "red"}),
    ] {
        assert_eq!(
            test.refused("set_preferences", wrong).code,
            "arguments-not-understood"
        );
    }
    assert_eq!(test.call("get_preferences", json!({}))["text_size"], 100);
}

#[test]
fn preferences_that_cannot_be_read_any_more_fall_back() {
    let test = TestHost::empty(noon(TODAY));
    fs::create_dir_all(test.home()).unwrap();
    fs::write(test.home().join("preferences.json"), "{half").unwrap();
    fs::write(test.home().join("recent.json"), "[1, 2]").unwrap();
    assert_eq!(test.call("get_preferences", json!({}))["language"], "en");
    assert_eq!(test.call("list_recent_plans", json!({})), json!([]));
}

#[test]
fn nothing_is_left_beside_a_closed_plan() {
    let test = TestHost::new();
    test.agencies("Ministry of Justice");
    test.call("close_plan", json!({}));
    let left: Vec<_> = fs::read_dir(test.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    let mut left: Vec<_> = left.iter().map(|name| name.to_string_lossy()).collect();
    left.sort();
    assert_eq!(left, ["home", "plan.upright"]);
}

#[test]
fn a_held_plan_is_read_from_the_newest_backup_and_nothing_is_written() {
    let test = TestHost::new();
    test.agencies("Ministry of Justice");
    test.call("make_backup", json!({}));
    let plan = test.plan();
    // The same person a second time: another window on the same computer.
    let home = upright_core::desk::Home::at(test.home());
    let second = upright_core::commands::Host::new(home, instant("2026-11-24T12:05:00Z"));
    let silent = upright_core::base::Progress::silent();
    let args = json!({"file": second.register(&plan).handle});
    let error = second.call("open_plan", args.clone(), &silent).unwrap_err();
    assert_eq!(error.code, "plan-in-use");
    let state = second.call("open_newest_backup", args, &silent).unwrap();
    assert_eq!(state["plan"]["read_only_reason"], "asked");
    let agencies = second.call("list_agencies", json!({}), &silent).unwrap();
    assert_eq!(agencies[0]["short_name"], "Justice");
    let lines = json!({"lines": "Ministry of Health"});
    let error = second.call("add_agencies", lines, &silent).unwrap_err();
    assert_eq!(error.code, "plan-read-only");
}

#[test]
fn without_a_backup_there_is_none_to_read() {
    let first = TestHost::new();
    let second = TestHost::empty(noon(TODAY));
    let args = json!({"file": second.handle(&first.plan())});
    assert_eq!(
        second.refused("open_newest_backup", args).code,
        "backup-none"
    );
    let elsewhere = folder();
    let args = json!({"file": second.handle(&elsewhere.path().join("x.upright"))});
    assert_eq!(
        second.refused("open_newest_backup", args).code,
        "backup-none"
    );
}
