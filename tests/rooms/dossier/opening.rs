//! What is refused at opening, and what a check sees.

use std::fs;
use std::path::{Path, PathBuf};

use kit::host::{TestHost, folder};
use kit::sample::{TODAY, noon};
use rusqlite::Connection;
use serde_json::json;
use tempfile::TempDir;
use upright_core::base::{Error, ErrorKind};
use upright_core::desk::opening;
use upright_core::dossier::{Dossier, NewPlan, OpenAs, Operation, Storage};

fn new_plan() -> NewPlan {
    NewPlan {
        title: "Plan".to_owned(),
        state: "XUP".to_owned(),
        language: "en".to_owned(),
    }
}

/// A closed plan with a few operations.
fn closed_plan() -> (TempDir, PathBuf) {
    let folder = folder();
    let path = folder.path().join("plan.upright");
    let mut dossier = Dossier::create(
        Storage::File(path.clone()),
        &new_plan(),
        &opening(noon(TODAY)),
    )
    .unwrap();
    for (id, name) in [("a", "Health"), ("b", "Justice"), ("c", "Labour")] {
        let sql = format!("insert into cluster (id, name, place) values ('{id}', '{name}', 1)");
        dossier
            .change(Operation::new("add_cluster"), |tx| tx.execute(&sql, []))
            .unwrap();
    }
    dossier.close().unwrap();
    (folder, path)
}

fn open(path: &Path) -> Result<Dossier, Error> {
    Dossier::open(Storage::File(path.to_owned()), &opening(noon(TODAY)))
}

/// Writes into a plan as another program would.
fn meddle(path: &Path, sql: &str) {
    let connection = Connection::open(path).unwrap();
    connection.execute_batch(sql).unwrap();
}

/// The code with which a file is refused; its bytes must stay as they were.
fn refusal(path: &Path) -> (String, ErrorKind, Option<String>) {
    let before = fs::read(path).ok();
    let error = open(path).err().expect("a refusal");
    assert_eq!(
        fs::read(path).ok(),
        before,
        "the bytes of a refused file are untouched"
    );
    (error.code, error.kind, error.args.get("reason").cloned())
}

fn reason(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn a_file_that_is_there_is_never_written_over() {
    let (_folder, path) = closed_plan();
    let before = fs::read(&path).unwrap();
    let made = Dossier::create(
        Storage::File(path.clone()),
        &new_plan(),
        &opening(noon(TODAY)),
    );
    let error = made.err().expect("a refusal");
    assert_eq!(
        (error.code.as_str(), error.kind),
        ("file-exists", ErrorKind::Person)
    );
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn what_is_no_plan_is_refused() {
    let folder = folder();
    let path = folder.path().join("plan.upright");
    assert_eq!(refusal(&path).0, "file-not-found");
    for bytes in [b"".as_slice(), b"PK\x03\x04", &[0_u8; 4096]] {
        fs::write(&path, bytes).unwrap();
        assert_eq!(
            refusal(&path),
            (
                "plan-not-upright".to_owned(),
                ErrorKind::File,
                reason("header")
            )
        );
    }
    fs::remove_file(&path).unwrap();
    meddle(&path, "create table other (id integer)");
    assert_eq!(refusal(&path).2, reason("application"));
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    let error = open(&path).err().expect("a refusal");
    assert_eq!(error.code, "plan-not-upright");
}

#[test]
fn a_plan_that_carries_code_is_refused() {
    for code in [
        "create trigger t after insert on agency begin select 1; end",
        "create view v as select 1",
    ] {
        let (_folder, path) = closed_plan();
        meddle(&path, code);
        assert_eq!(
            refusal(&path),
            (
                "plan-suspicious".to_owned(),
                ErrorKind::File,
                reason("code")
            )
        );
    }
}

#[test]
fn a_plan_with_a_strange_schema_is_refused() {
    let (_folder, path) = closed_plan();
    meddle(&path, "create table extra (id text)");
    assert_eq!(
        refusal(&path),
        (
            "plan-suspicious".to_owned(),
            ErrorKind::File,
            reason("schema")
        )
    );
}

#[test]
fn a_plan_with_a_log_beside_it_is_refused() {
    let (_folder, path) = closed_plan();
    fs::write(path.with_file_name("plan.upright-wal"), b"replay me").unwrap();
    assert_eq!(
        refusal(&path),
        ("plan-suspicious".to_owned(), ErrorKind::File, reason("wal"))
    );
}

#[cfg(unix)]
#[test]
fn a_plan_behind_a_link_is_refused() {
    let (folder, path) = closed_plan();
    let link = folder.path().join("link.upright");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    assert_eq!(
        refusal(&link),
        (
            "plan-suspicious".to_owned(),
            ErrorKind::File,
            reason("link")
        )
    );
    fs::remove_file(&link).unwrap();
    fs::hard_link(&path, &link).unwrap();
    assert_eq!(
        refusal(&path),
        (
            "plan-suspicious".to_owned(),
            ErrorKind::File,
            reason("hard-link")
        )
    );
}

#[test]
fn a_newer_plan_opens_for_reading_only_where_it_says_so() {
    let (_folder, path) = closed_plan();
    meddle(
        &path,
        "pragma user_version = 9; update meta set value = '1' where key = 'compat_min'",
    );
    let mut dossier = open(&path).unwrap();
    assert_eq!(dossier.read_only_reason(), Some("newer"));
    let sql = "insert into cluster (id, name, place) values ('d', 'Extra', 4)";
    let error = dossier
        .change(Operation::new("add_cluster"), |tx| tx.execute(sql, []))
        .expect_err("a refusal");
    assert_eq!(
        (error.code.as_str(), error.args["reason"].as_str()),
        ("plan-read-only", "newer")
    );
    assert_eq!(
        dossier.undo().expect_err("a refusal").code,
        "plan-read-only"
    );
    dossier.close().unwrap();
    meddle(
        &path,
        "update meta set value = '9' where key = 'compat_min'",
    );
    let (code, kind, _) = refusal(&path);
    assert_eq!((code.as_str(), kind), ("plan-newer", ErrorKind::File));
}

#[test]
fn a_plan_opened_for_reading_refuses_every_change_in_words() {
    let test = TestHost::new();
    test.agencies("Ministry of Health");
    let test = test.closed(noon(TODAY));
    let path = test.plan();
    meddle(&path, "pragma user_version = 9");
    test.open(&path).unwrap();
    assert_eq!(test.state()["plan"]["read_only_reason"], "newer");
    for (name, args) in [
        ("add_agencies", json!({"lines": "Justice"})),
        ("choose_author", json!({"name": "Ben Deputy"})),
        ("undo", json!({})),
    ] {
        let error = test.refused(name, args);
        assert_eq!(error.code, "plan-read-only", "{name}");
        assert_ne!(
            test.host.words().explain(&error),
            error.code,
            "there is a sentence for it"
        );
    }
    let agencies = test.call("list_agencies", json!({}));
    assert_eq!(agencies[0]["short_name"], "Health", "reading goes on");
}

#[test]
fn a_plan_asked_for_reading_is_not_written_at_all() {
    let (_folder, path) = closed_plan();
    let before = fs::read(&path).unwrap();
    let reading = OpenAs {
        read_only: true,
        ..opening(noon(TODAY))
    };
    let dossier = Dossier::open(Storage::File(path.clone()), &reading).unwrap();
    assert_eq!(dossier.read_only_reason(), Some("asked"));
    assert!(dossier.check().unwrap().is_whole);
    dossier.close().unwrap();
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn the_second_to_open_a_plan_is_told_who_holds_it() {
    let first = TestHost::new();
    let second = TestHost::empty(noon(TODAY));
    let error = second.open(&first.plan()).expect_err("a refusal");
    assert_eq!(
        (error.code.as_str(), error.kind),
        ("plan-in-use", ErrorKind::File)
    );
    assert_eq!(error.args["holder"], "Ana Officer");
    assert!(error.args["since"].starts_with(TODAY));
    first.agencies("Ministry of Justice");
    first.call("close_plan", json!({}));
    second.open(&first.plan()).expect("free again");
}

#[test]
fn a_check_finds_a_true_chain_true() {
    let (_folder, path) = closed_plan();
    let report = open(&path).unwrap().check().unwrap();
    assert!(report.is_whole && report.is_chain_true);
    assert_eq!((report.operations, report.changes), (4, 4));
}

#[test]
fn a_check_sees_every_kind_of_meddling_with_the_journal() {
    for sql in [
        "update change set after = replace(after, 'Health', 'Wealth')",
        "update change set row_id = 'x' where number = 2",
        "update operation set author_id = 'somebody' where number = 2",
        "update operation set stated_at = '2020-01-01T00:00:00.000Z' where number = 2",
        "update operation set origin_file = 'other.xlsx' where number = 2",
        "delete from change where operation_id = (select id from operation where number = 3);
         delete from operation where number = 3",
        "update operation set lamport = lamport + 1 where number = 4",
    ] {
        let (_folder, path) = closed_plan();
        meddle(&path, sql);
        let report = open(&path).unwrap().check().unwrap();
        assert!(!report.is_chain_true, "unseen: {sql}");
    }
}

#[test]
fn after_an_unclean_exit_a_plan_with_a_false_chain_is_refused() {
    let (_folder, path) = closed_plan();
    meddle(
        &path,
        "update change set after = replace(after, 'Health', 'Wealth')",
    );
    let note = r#"{"author": "Ana", "computer": "desk-1", "since": "2026-11-24T08:00:00Z"}"#;
    fs::write(path.with_file_name(".plan.upright.holder"), note).unwrap();
    let error = open(&path).err().expect("a refusal");
    assert_eq!(
        (error.code.as_str(), error.args["reason"].as_str()),
        ("plan-damaged", "chain")
    );
}

#[test]
fn after_an_unclean_exit_a_whole_plan_opens() {
    let (_folder, path) = closed_plan();
    let note = path.with_file_name(".plan.upright.holder");
    fs::write(&note, r#"{"author": null, "computer": "", "since": ""}"#).unwrap();
    open(&path).unwrap().close().unwrap();
    assert!(!note.exists(), "the note goes when the plan is closed");
}
