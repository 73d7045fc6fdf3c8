//! Proof that the power-cut simulator finds what it is there to find: SQLite alone over it, with
//! settings known to lose and with the settings a plan uses.

use std::sync::Arc;

use rusqlite::{Connection, OpenFlags};

use crate::disk::{Disk, Trouble};
use crate::vfs;

const PLAN: &str = "/ledger.db";
const ROWS: i64 = 40;

const PLAN_SETTINGS: &str =
    "pragma locking_mode=exclusive; pragma journal_mode=delete; pragma synchronous=extra;";
const SQLITE_DEFAULTS: &str = "pragma journal_mode=delete; pragma synchronous=full;";
const LOG_AHEAD: &str =
    "pragma locking_mode=exclusive; pragma journal_mode=wal; pragma synchronous=normal;";
const NO_SYNC: &str =
    "pragma locking_mode=exclusive; pragma journal_mode=delete; pragma synchronous=off;";

#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    cuts: usize,
    lost: usize,
    half: usize,
    damaged: usize,
}

#[test]
fn the_settings_of_a_plan_lose_nothing_in_a_power_cut() {
    let tally = cuts("simulator-plan", PLAN_SETTINGS, 4_000);
    assert_eq!(
        (tally.lost, tally.half, tally.damaged),
        (0, 0, 0),
        "{tally:?}"
    );
}

#[test]
fn extra_without_exclusive_loses_nothing_either() {
    let settings = "pragma journal_mode=delete; pragma synchronous=extra;";
    let tally = cuts("simulator-extra", settings, 4_000);
    assert_eq!(
        (tally.lost, tally.half, tally.damaged),
        (0, 0, 0),
        "{tally:?}"
    );
}

#[test]
fn the_defaults_of_sqlite_lose_acknowledged_changes() {
    let tally = cuts("simulator-defaults", SQLITE_DEFAULTS, 2_000);
    assert!(
        tally.lost > tally.cuts / 100,
        "the simulator finds it: {tally:?}"
    );
    assert_eq!(
        tally.damaged, 0,
        "full syncs lose, but never damage: {tally:?}"
    );
}

#[test]
fn a_log_ahead_with_normal_syncs_loses_acknowledged_changes() {
    let tally = cuts("simulator-wal", LOG_AHEAD, 2_000);
    assert!(
        tally.lost > tally.cuts / 100,
        "the simulator finds it: {tally:?}"
    );
}

#[test]
fn without_syncs_files_are_damaged_or_halved() {
    let tally = cuts("simulator-off", NO_SYNC, 2_000);
    assert!(
        tally.half + tally.damaged > 0,
        "the simulator tears writes: {tally:?}"
    );
}

#[test]
fn a_commit_that_failed_may_have_committed() {
    let disk = Arc::new(Disk::empty());
    vfs::register("simulator-trouble", &disk);
    let mut failed = 0;
    let mut committed_all_the_same = 0;
    for operation in 1..=200 {
        disk.replace(Default::default());
        let ledger = open("simulator-trouble", PLAN_SETTINGS).expect("a new ledger");
        ledger
            .execute_batch("create table ledger (id integer primary key, value integer, note text)")
            .expect("a table");
        write(&ledger, 1).expect("the first state");
        disk.trouble(Trouble::From(operation), operation);
        let answer = write(&ledger, 2);
        drop(ledger);
        disk.trouble(Trouble::None, 0);
        let stands = values("simulator-trouble", PLAN_SETTINGS).expect("a whole file");
        match answer {
            Ok(()) => assert_eq!(stands, (2, 2), "acknowledged, operation {operation}"),
            Err(_) => {
                failed += 1;
                assert_eq!(stands.0, stands.1, "no half, operation {operation}");
                committed_all_the_same += usize::from(stands.0 == 2);
            }
        }
    }
    println!("simulator-trouble: {failed} failed, {committed_all_the_same} committed all the same");
    assert!(failed > 0, "the trouble reaches the ledger");
    assert!(
        committed_all_the_same > 0,
        "so an error alone must never be told as \"not saved\""
    );
}

#[test]
fn a_full_disk_is_told_apart_from_a_broken_one() {
    let disk = Arc::new(Disk::empty());
    vfs::register("simulator-full", &disk);
    let ledger = open("simulator-full", PLAN_SETTINGS).expect("a new ledger");
    ledger
        .execute_batch("create table ledger (id integer primary key, value integer, note text)")
        .expect("a table");
    write(&ledger, 1).expect("the first state");
    disk.trouble(Trouble::Capacity(20_000), 0);
    let error = write(&ledger, 2).expect_err("no room for the journal");
    assert_eq!(
        error.sqlite_error_code(),
        Some(rusqlite::ErrorCode::DiskFull)
    );
}

/// Changes all rows of a ledger in one transaction after another, and cuts the power after every
/// operation of the disk until there were at least `wanted` cuts.
fn cuts(name: &str, settings: &str, wanted: usize) -> Tally {
    let disk = Arc::new(Disk::empty());
    let survivor = Arc::new(Disk::empty());
    let survivor_name = format!("{name}-survivor");
    vfs::register(name, &disk);
    vfs::register(&survivor_name, &survivor);

    let ledger = open(name, settings).expect("a new ledger");
    ledger
        .execute_batch("create table ledger (id integer primary key, value integer, note text)")
        .expect("a table");
    write(&ledger, 0).expect("the first state");

    disk.watch(1, 3);
    let mut tally = Tally::default();
    let mut value = 0;
    while tally.cuts < wanted {
        value += 1;
        write(&ledger, value).expect("a change");
        disk.acknowledge(usize::try_from(value).expect("a small number"));
        for cut in disk.take_cuts() {
            tally.cuts += 1;
            let acknowledged = i64::try_from(cut.acknowledged).expect("a small number");
            survivor.replace(cut.files);
            match values(&survivor_name, settings) {
                None => tally.damaged += 1,
                Some((least, most)) if least != most => tally.half += 1,
                Some((least, _)) if least < acknowledged => tally.lost += 1,
                Some(_) => {}
            }
        }
    }
    println!("{name}: {tally:?}");
    tally
}

fn open(name: &str, settings: &str) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags_and_vfs(PLAN, OpenFlags::default(), name)?;
    connection.execute_batch(settings)?;
    Ok(connection)
}

fn write(ledger: &Connection, value: i64) -> rusqlite::Result<()> {
    ledger.execute_batch("begin immediate")?;
    for id in 0..ROWS {
        let note =
            "a note that fills the page ".repeat(8 + usize::try_from(value % 5).unwrap_or(0));
        ledger.execute(
            "insert into ledger (id, value, note) values (?1, ?2, ?3)
             on conflict (id) do update set value = excluded.value, note = excluded.note",
            (id, value, note),
        )?;
    }
    ledger.execute_batch("commit")
}

/// The least and the greatest value in what survived, or nothing where it is damaged.
fn values(name: &str, settings: &str) -> Option<(i64, i64)> {
    let ledger = open(name, settings).ok()?;
    let check: String = ledger
        .query_row("pragma integrity_check", [], |row| row.get(0))
        .ok()?;
    if check != "ok" {
        return None;
    }
    ledger
        .query_row("select min(value), max(value) from ledger", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .ok()
}
