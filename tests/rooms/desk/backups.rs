//! When backups are made, and what a restore leaves.

use kit::host::{TestHost, text};
use kit::sample::{TODAY, instant, noon};
use serde_json::{Value, json};

/// A day before the computer's own: the plan's file is newer than any backup made then.
const MORNING: &str = "2026-03-02T08:00:00Z";

fn reasons(test: &TestHost) -> Vec<String> {
    let list = test.call("list_backups", json!({}));
    let list = list.as_array().unwrap();
    list.iter().map(|backup| text(&backup["reason"])).collect()
}

fn plan_at(at: &str) -> TestHost {
    let test = TestHost::empty(instant(at));
    let wish = json!({"file": test.handle(&test.plan()), "title": "Plan", "state": "XUP"});
    test.call("create_plan", wish);
    test
}

#[test]
fn a_backup_is_made_at_opening_unless_a_fresh_one_is_there() {
    let test = plan_at(MORNING);
    assert_eq!(reasons(&test), ["opening"]);
    let test = test.reopened(instant("2026-03-02T08:29:00Z"));
    assert_eq!(reasons(&test), ["opening"], "half an hour is fresh");
    let test = test.reopened(instant("2026-03-02T08:31:00Z"));
    assert_eq!(reasons(&test), ["opening", "opening"]);
}

#[test]
fn a_clock_set_back_does_not_stop_backups() {
    let test = plan_at(MORNING).reopened(instant("2026-03-01T08:00:00Z"));
    assert_eq!(reasons(&test), ["opening", "opening"]);
}

#[test]
fn an_unchanged_plan_needs_no_backup_at_opening() {
    let test = plan_at("2035-03-02T08:00:00Z").reopened(instant("2035-03-05T08:00:00Z"));
    assert_eq!(
        reasons(&test),
        ["opening"],
        "the file is older than its backup"
    );
}

#[test]
fn a_change_half_an_hour_after_the_last_backup_makes_one() {
    let test = plan_at("2035-03-02T08:00:00Z");
    test.agencies("First");
    assert_eq!(reasons(&test), ["opening"], "not for every change");
    let test = test.reopened(instant("2035-03-02T08:40:00Z"));
    assert_eq!(reasons(&test), ["opening"]);
    test.agencies("Second");
    assert_eq!(reasons(&test), ["interval", "opening"]);
    test.agencies("Third");
    assert_eq!(reasons(&test), ["interval", "opening"]);
}

#[test]
fn a_backup_is_made_when_asked_for() {
    let test = plan_at(MORNING);
    let made = test.call("make_backup", json!({}));
    assert_eq!(
        (&made["reason"], &made["made_at"]),
        (&json!("asked"), &json!("2026-03-02T08:00:00.000Z"))
    );
    assert_ne!(made["bytes"], json!(0));
    assert_eq!(reasons(&test), ["asked", "opening"]);
}

#[test]
fn a_restore_stands_beside_and_the_open_plan_is_backed_up_first() {
    let test = TestHost::new();
    test.agencies("Ministry of Justice");
    let backup = test.call("make_backup", json!({}));
    test.agencies("Ministry of Health");
    let now = test.hash();
    let restored = test.call("restore_backup", json!({"file": backup["file"]["handle"]}));
    assert_eq!(test.hash(), now, "the open plan is not touched");
    assert_eq!(reasons(&test)[0], "before_restore");
    assert_eq!(
        restored["file"]["name"],
        "plan (restored 2026-11-24 1200).upright"
    );
    test.call("open_plan", json!({"file": restored["file"]["handle"]}));
    let agencies = test.call("list_agencies", json!({}));
    assert_eq!(agencies.as_array().unwrap().len(), 1, "as it was then");
    assert_eq!(
        test.state()["undo"]["command"],
        "add_agencies",
        "its undo came along"
    );
}

#[test]
fn copies_of_one_plan_share_its_backups_and_other_plans_do_not() {
    let test = plan_at(MORNING);
    let copy = test.path().join("copy.upright");
    std::fs::copy(test.plan(), &copy).unwrap();
    test.open(&copy).unwrap();
    assert_eq!(
        reasons(&test),
        ["opening"],
        "the copy finds the backups of its original"
    );
    let other = test.path().join("other.upright");
    let wish = json!({"file": test.handle(&other), "title": "Other", "state": "XUP"});
    test.call("create_plan", wish);
    let list = test.call("list_backups", json!({}));
    assert_eq!(list.as_array().map(Vec::len), Some(1));
    assert_ne!(list[0]["file"], Value::Null);
}

#[test]
fn a_plan_opened_for_reading_makes_no_backup() {
    let test = TestHost::new().closed(noon(TODAY));
    let before = backups_on_disk(&test);
    let connection = rusqlite::Connection::open(test.plan()).unwrap();
    connection.execute_batch("pragma user_version = 9").unwrap();
    drop(connection);
    test.open(&test.plan()).unwrap();
    assert_eq!(backups_on_disk(&test), before);
}

fn backups_on_disk(test: &TestHost) -> usize {
    let folders = std::fs::read_dir(test.home().join("backups")).unwrap();
    folders
        .map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap().count())
        .sum()
}
