//! The open plan file: changes, the journal, undo, and what is refused at opening.

mod backups;
mod chain;
mod indexes;
mod opening;

use kit::host::folder;
use kit::sample::{Sample, TODAY, noon};
use rusqlite::{Connection, named_params};
use upright_core::base::{Error, Result};
use upright_core::desk::opening;
use upright_core::dossier::{Dossier, NewPlan, Operation, Reader, Storage, Tx};
use upright_core::search::Query;

fn rename(tx: &Tx<'_>, id: &str, name: &str) -> Result<usize> {
    tx.execute(
        "update agency set name = :name where id = :id",
        named_params! {":id": id, ":name": name},
    )
}

fn name_of(reader: &Reader<'_>, id: &str) -> Result<String> {
    let sql = "select name from live_agency where id = :id";
    let found = reader.find(sql, named_params! {":id": id}, |row| row.get(0))?;
    found.ok_or_else(|| Error::person("record-not-found"))
}

fn fields(sample: &Sample, operation: &str) -> Vec<Option<String>> {
    let sql = "select field from change where operation_id = :id order by number";
    sample
        .dossier
        .read(|reader| reader.rows(sql, named_params! {":id": operation}, |row| row.get(0)))
        .unwrap()
}

#[test]
fn a_change_that_fails_halfway_leaves_nothing() {
    let mut sample = Sample::new();
    let agency = sample.agency("Ministry of Justice");
    let operations = sample.count("select count(*) from operation");
    let error = sample.refused(|tx| {
        rename(tx, &agency, "Half done")?;
        Err::<(), _>(Error::person("value-refused"))
    });
    assert_eq!(error.code, "value-refused");
    assert_eq!(sample.count("select count(*) from operation"), operations);
    sample.change(|tx| rename(tx, &agency, "Whole"));
}

#[test]
fn where_nothing_changes_nothing_is_recorded() {
    let mut sample = Sample::new();
    let agency = sample.agency("Ministry of Justice");
    let operations = sample.count("select count(*) from operation");
    let changed = sample
        .dossier
        .change(Operation::new("edit_agency"), |tx| {
            rename(tx, &agency, "Ministry of Justice")
        })
        .unwrap();
    assert!(changed.operation_id.is_none() && changed.touched.rows.is_empty());
    assert_eq!(sample.count("select count(*) from operation"), operations);
}

#[test]
fn the_journal_has_one_entry_for_a_new_row_and_one_for_each_changed_field() {
    let mut sample = Sample::new();
    let make = |tx: &Tx<'_>| {
        let sql = "insert into cluster (id, name, place) values ('c', 'Health', 1)";
        tx.execute(sql, [])
    };
    let made = sample
        .dossier
        .change(Operation::new("add_cluster"), make)
        .unwrap();
    assert_eq!(made.touched.rows["cluster"].len(), 1);
    assert_eq!(fields(&sample, &made.operation_id.unwrap()), [None]);
    let edit = |tx: &Tx<'_>| {
        tx.execute(
            "update cluster set name = 'Healthcare', place = 2, note = null where id = 'c'",
            [],
        )
    };
    let edited = sample
        .dossier
        .change(Operation::new("edit_cluster"), edit)
        .unwrap();
    let mut changed = fields(&sample, &edited.operation_id.unwrap());
    changed.sort();
    assert_eq!(changed, [Some("name".to_owned()), Some("place".to_owned())]);
}

#[test]
fn a_row_is_never_deleted() {
    let mut sample = Sample::new();
    sample.agency("Ministry of Justice");
    let tables: Vec<String> = sample
        .dossier
        .read(|reader| {
            let sql = "select distinct table_name from change order by table_name";
            reader.rows(sql, [], |row| row.get(0))
        })
        .unwrap();
    assert!(tables.contains(&"agency".to_owned()));
    for table in tables {
        let error = sample.refused(|tx| tx.execute(&format!("delete from {table}"), []));
        assert_eq!(error.code, "value-refused", "{table} (I22)");
    }
}

#[test]
fn a_reader_sees_no_deleted_row() {
    let mut sample = Sample::new();
    let agency = sample.agency("Ministry of Justice");
    let sql = "update agency set deleted = 1 where id = :id";
    sample.change(|tx| tx.execute(sql, named_params! {":id": agency}));
    let error = sample
        .dossier
        .read(|reader| name_of(reader, &agency))
        .unwrap_err();
    assert_eq!(error.code, "record-not-found");
}

#[test]
fn undo_goes_back_step_by_step_and_redo_forward_again() {
    let mut sample = Sample::new();
    let mut hashes = vec![sample.hash()];
    for name in ["Justice", "Health", "Labour"] {
        sample.agency(name);
        hashes.push(sample.hash());
    }
    for hash in hashes.iter().rev().skip(1) {
        sample.dossier.undo().unwrap();
        assert_eq!(&sample.hash(), hash);
    }
    assert_eq!(sample.dossier.undo().unwrap_err().code, "nothing-to-undo");
    for hash in hashes.iter().skip(1) {
        sample.dossier.redo().unwrap();
        assert_eq!(&sample.hash(), hash);
    }
    assert_eq!(sample.dossier.redo().unwrap_err().code, "nothing-to-redo");
}

#[test]
fn a_new_change_leaves_nothing_to_redo() {
    let mut sample = Sample::new();
    sample.agency("Justice");
    sample.dossier.undo().unwrap();
    assert!(sample.dossier.next_redo().is_some());
    sample.agency("Health");
    assert!(sample.dossier.next_redo().is_none());
    assert_eq!(sample.dossier.redo().unwrap_err().code, "nothing-to-redo");
}

#[test]
fn the_making_of_the_plan_is_no_step_of_undo() {
    let mut sample = Sample::new();
    assert!(sample.dossier.next_undo().is_none());
    assert_eq!(sample.dossier.undo().unwrap_err().code, "nothing-to-undo");
}

#[test]
fn undo_is_refused_where_something_later_touched_the_field_and_says_what() {
    let mut sample = Sample::new();
    let agency = sample.agency("Ministry of Justice");
    sample.change(|tx| rename(tx, &agency, "Justice"));
    let lasting = Operation::new("edit_agency").lasting();
    sample
        .dossier
        .change(lasting, |tx| rename(tx, &agency, "Justice and Home"))
        .unwrap();
    let before = sample.hash();
    let error = sample.dossier.undo().unwrap_err();
    assert_eq!(error.code, "undo-later-change");
    assert_eq!(
        (error.args["table"].as_str(), error.args["field"].as_str()),
        ("agency", "name")
    );
    assert_eq!(error.args["record"], agency);
    assert_eq!(sample.hash(), before, "the later value stands");
}

#[test]
fn a_field_set_twice_in_one_change_is_taken_back_to_the_first() {
    let mut sample = Sample::new();
    let agency = sample.agency("Ministry of Justice");
    let before = sample.hash();
    sample.change(|tx| {
        rename(tx, &agency, "One")?;
        rename(tx, &agency, "Two")?;
        rename(tx, &agency, "One")
    });
    sample.dossier.undo().unwrap();
    assert_eq!(sample.hash(), before);
    sample.dossier.redo().unwrap();
    let name = sample
        .dossier
        .read(|reader| name_of(reader, &agency))
        .unwrap();
    assert_eq!(name, "One");
}

#[test]
fn the_full_text_follows_undo_and_redo() {
    let mut sample = Sample::new();
    sample.recommendation("1.1", "Ratify the convention against torture");
    let mut query = Query {
        limit: 10,
        ..Query::default()
    };
    query.filter.words = "torture".to_owned();
    assert_eq!(sample.page(&query).total, 1);
    sample.dossier.undo().unwrap();
    assert_eq!(
        sample.count(
            "select count(*) from recommendation_search where recommendation_search match 'torture'"
        ),
        0
    );
    sample.dossier.redo().unwrap();
    assert_eq!(sample.page(&query).total, 1);
}

#[test]
fn undo_survives_closing_and_opening() {
    let folder = folder();
    let path = folder.path().join("plan.upright");
    let plan = NewPlan {
        title: "Plan".to_owned(),
        state: "XUP".to_owned(),
        language: "en".to_owned(),
    };
    let as_of = opening(noon(TODAY));
    let sql = "insert into cluster (id, name, place) values ('c', 'Health', 1)";
    let mut dossier = Dossier::create(Storage::File(path.clone()), &plan, &as_of).unwrap();
    let before = dossier.state_hash().unwrap();
    dossier
        .change(
            Operation::new("add_cluster").with("cluster", "Health"),
            |tx| tx.execute(sql, []),
        )
        .unwrap();
    let after = dossier.state_hash().unwrap();
    dossier.close().unwrap();

    let mut dossier = Dossier::open(Storage::File(path.clone()), &as_of).unwrap();
    assert_eq!(dossier.next_undo().unwrap().args["cluster"], "Health");
    dossier.undo().unwrap();
    assert_eq!(dossier.state_hash().unwrap(), before);
    dossier.close().unwrap();

    let mut dossier = Dossier::open(Storage::File(path.clone()), &as_of).unwrap();
    assert!(dossier.next_undo().is_none());
    dossier.redo().unwrap();
    assert_eq!(dossier.state_hash().unwrap(), after);
    assert!(dossier.check().unwrap().is_chain_true);
    dossier.close().unwrap();

    let reader = Connection::open(&path).unwrap();
    let sessions: u32 = reader
        .query_row(
            "select count(distinct session_id) from operation",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(sessions, 3, "a fresh session at every opening");
    let order: Vec<i64> = reader
        .prepare("select lamport from operation order by number")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(|lamport| lamport.unwrap())
        .collect();
    assert!(
        order.is_sorted_by(|a, b| a < b),
        "the count goes on over openings: {order:?}"
    );
}

#[test]
fn the_same_steps_make_the_same_plan() {
    let make = || {
        let mut sample = Sample::new();
        let ids = sample.recommendations(3);
        sample.action("Draft a law", &[&ids[0]]);
        sample.hash()
    };
    assert_eq!(make(), make());
}

#[test]
fn an_operation_is_known_by_its_id() {
    let mut sample = Sample::new();
    let agency = sample.agency("Justice");
    let changed = sample
        .dossier
        .change(Operation::new("edit_agency"), |tx| {
            rename(tx, &agency, "Law")
        })
        .unwrap();
    assert!(
        sample
            .dossier
            .has_operation(&changed.operation_id.unwrap())
            .unwrap()
    );
    assert!(!sample.dossier.has_operation("stranger").unwrap());
}

#[test]
fn what_the_schema_refuses_is_refused_as_a_value() {
    let mut sample = Sample::new();
    let action = sample.action("Draft a law", &[]);
    for sql in [
        "update action set percent = 101 where id = :id",
        "update action set start_on = '2027-02-01', due_on = '2027-01-01' where id = :id",
        "update action set title = '' where id = :id",
    ] {
        let error = sample.refused(|tx| tx.execute(sql, named_params! {":id": action}));
        assert_eq!(error.code, "value-refused", "the second wall: {sql}");
    }
}
