//! Plans on sticks, shares and in sync folders: worked on in a copy, copied out whole.

use std::fs;
use std::path::{Path, PathBuf};

use kit::host::TestHost;
use kit::sample::{TODAY, noon};
use serde_json::{Value, json};
use upright_core::desk::opening;
use upright_core::dossier::{Dossier, OpenAs, Storage};
use upright_core::people::list_agencies;

/// A plan in a sync folder, closed.
fn plan_in_a_sync_folder() -> (TestHost, PathBuf) {
    let test = TestHost::empty(noon(TODAY));
    let folder = test.path().join("Dropbox");
    fs::create_dir(&folder).unwrap();
    let path = folder.join("plan.upright");
    let wish = json!({"file": test.handle(&path), "title": "Plan", "state": "XUP"});
    test.call("create_plan", wish);
    let test = test.closed(noon(TODAY));
    (test, path)
}

/// Short names of the agencies in a plan file, read from the file itself.
fn agencies_in(path: &Path) -> Vec<String> {
    let reading = OpenAs {
        read_only: true,
        ..opening(noon(TODAY))
    };
    let dossier = Dossier::open(Storage::File(path.to_owned()), &reading).unwrap();
    let agencies = dossier.read(list_agencies).unwrap();
    agencies
        .into_iter()
        .map(|agency| agency.short_name)
        .collect()
}

fn is_ahead(test: &TestHost) -> Value {
    test.state()["plan"]["is_ahead"].clone()
}

#[test]
fn a_plan_in_a_sync_folder_is_worked_on_in_a_copy() {
    let (test, path) = plan_in_a_sync_folder();
    let before = fs::read(&path).unwrap();
    let state = test.open(&path).unwrap();
    assert_eq!(state["plan"]["place"], "sync_folder");
    assert_eq!(is_ahead(&test), false);
    test.agencies("Ministry of Justice");
    assert_eq!(is_ahead(&test), true);
    assert_eq!(fs::read(&path).unwrap(), before, "the original rests");
    let copied = test.call("close_plan", json!({}));
    assert_eq!(copied["name"], "plan.upright");
    assert_eq!(agencies_in(&path), ["Justice"]);
}

#[test]
fn an_unchanged_plan_is_not_written_back() {
    let (test, path) = plan_in_a_sync_folder();
    let before = fs::read(&path).unwrap();
    test.open(&path).unwrap();
    test.call("list_agencies", json!({}));
    test.call("close_plan", json!({}));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_copy_out_leaves_the_plan_open() {
    let (test, path) = plan_in_a_sync_folder();
    test.open(&path).unwrap();
    test.call("choose_author", json!({"name": "Ana Officer"}));
    test.agencies("Ministry of Justice");
    assert_eq!(test.call("copy_out", json!({}))["name"], "plan.upright");
    assert_eq!(agencies_in(&path), ["Justice"]);
    assert_eq!(is_ahead(&test), false);
    assert_eq!(test.state()["author"]["name"], "Ana Officer");
    test.agencies("Ministry of Health");
    assert_eq!(is_ahead(&test), true);
    test.call("undo", json!({}));
    test.call("close_plan", json!({}));
    assert_eq!(agencies_in(&path), ["Justice"]);
}

#[test]
fn an_original_changed_meanwhile_is_not_written_over() {
    let (test, path) = plan_in_a_sync_folder();
    test.open(&path).unwrap();
    test.agencies("Mine");
    let other = TestHost::empty(noon(TODAY));
    let copy = other.path().join("plan.upright");
    fs::copy(&path, &copy).unwrap();
    other.open(&copy).unwrap();
    other.agencies("Theirs");
    other.call("close_plan", json!({}));
    fs::copy(&copy, &path).unwrap();
    let copied = test.call("close_plan", json!({}));
    assert_eq!(copied["name"], "plan (2).upright");
    assert_eq!(agencies_in(&path), ["Theirs"], "nobody's work is lost");
    assert_eq!(
        agencies_in(&path.with_file_name("plan (2).upright")),
        ["Mine"]
    );
}

#[test]
fn work_goes_on_in_the_copy_put_beside() {
    let (test, path) = plan_in_a_sync_folder();
    test.open(&path).unwrap();
    test.agencies("Mine");
    let other = TestHost::empty(noon(TODAY));
    let copy = other.path().join("plan.upright");
    fs::copy(&path, &copy).unwrap();
    other.open(&copy).unwrap();
    other.agencies("Theirs");
    other.call("close_plan", json!({}));
    fs::copy(&copy, &path).unwrap();
    assert_eq!(test.call("copy_out", json!({}))["name"], "plan (2).upright");
    assert_eq!(test.state()["plan"]["file"]["name"], "plan (2).upright");
    test.agencies("Mine too");
    test.call("close_plan", json!({}));
    assert_eq!(agencies_in(&path), ["Theirs"]);
    let beside = agencies_in(&path.with_file_name("plan (2).upright"));
    assert_eq!(beside, ["Mine", "Mine too"]);
}

#[test]
fn what_was_refused_or_changed_nothing_does_not_put_the_copy_ahead() {
    let (test, path) = plan_in_a_sync_folder();
    test.open(&path).unwrap();
    test.refused("add_agencies", json!({"lines": " "}));
    test.refused("undo", json!({}));
    test.call("edit_profile", json!({"title": "Plan"}));
    assert_eq!(is_ahead(&test), false);
    test.agencies("Ministry of Justice");
    test.refused("add_agencies", json!({"lines": " "}));
    assert_eq!(is_ahead(&test), true, "what was done before still is");
}

#[test]
fn a_copy_that_could_not_be_copied_out_is_taken_up_again() {
    let (test, path) = plan_in_a_sync_folder();
    test.open(&path).unwrap();
    test.agencies("Ministry of Justice");
    let pulled = test.path().join("pulled");
    fs::rename(path.parent().unwrap(), &pulled).unwrap();
    let error = test.refused("close_plan", json!({}));
    assert_eq!(error.code, "copy-out-failed");
    assert_eq!(test.state()["plan"], Value::Null, "the plan is closed");
    fs::rename(&pulled, path.parent().unwrap()).unwrap();
    test.open(&path).unwrap();
    assert_eq!(
        test.call("list_agencies", json!({}))[0]["short_name"],
        "Justice"
    );
    assert_eq!(is_ahead(&test), true);
    test.call("close_plan", json!({}));
    assert_eq!(agencies_in(&path), ["Justice"]);
}

#[test]
fn what_was_acknowledged_before_the_program_broke_off_goes_out_later() {
    let (test, path) = plan_in_a_sync_folder();
    test.open(&path).unwrap();
    test.agencies("Ministry of Justice");
    let test = test.broken_off(noon(TODAY));
    assert!(agencies_in(&path).is_empty(), "not copied out yet");
    test.open(&path).unwrap();
    assert_eq!(is_ahead(&test), true);
    assert_eq!(
        test.call("list_agencies", json!({}))[0]["short_name"],
        "Justice"
    );
    test.call("close_plan", json!({}));
    assert_eq!(agencies_in(&path), ["Justice"]);
}

#[test]
fn a_half_written_change_of_the_original_is_rolled_back_in_the_copy() {
    let (test, path) = plan_in_a_sync_folder();
    let torn = test.path().join("torn.upright");
    fs::copy(&path, &torn).unwrap();
    let writer = rusqlite::Connection::open(&torn).unwrap();
    // So little memory that pages reach the file before the change is whole.
    writer
        .execute_batch("pragma cache_size = 1; begin immediate")
        .unwrap();
    for n in 0..200 {
        let sql = "insert into agency (id, name, short_name) values (?1, ?2, ?1)";
        let name = "Half written ".repeat(50);
        writer
            .execute(sql, rusqlite::params![format!("half-{n}"), name])
            .unwrap();
    }
    let with_journal = |path: &Path| path.with_extension("upright-journal");
    fs::copy(&torn, &path).unwrap();
    fs::copy(with_journal(&torn), with_journal(&path)).unwrap();
    drop(writer);
    let bytes = fs::read(&path).unwrap();
    let is_torn = bytes.windows(12).any(|window| window == b"Half written");
    assert!(is_torn, "a part of the change lies in the file");
    test.open(&path).unwrap();
    assert_eq!(test.call("list_agencies", json!({})), json!([]));
    let report = test.call("check_plan", json!({}));
    assert_eq!(
        (&report["is_whole"], &report["is_chain_true"]),
        (&json!(true), &json!(true))
    );
}

#[test]
fn a_plan_on_a_fixed_disk_needs_no_copying_out() {
    let test = TestHost::new();
    assert_eq!(test.refused("copy_out", json!({})).code, "plan-in-place");
    test.agencies("Ministry of Justice");
    assert_eq!(test.call("close_plan", json!({})), Value::Null);
    assert_eq!(agencies_in(&test.plan()), ["Justice"]);
}
