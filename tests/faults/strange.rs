//! Plan files that mean harm or came to harm (G10): refused by name, and not one byte changed.
//!
//! The control is the plan all of them are made from: it opens.

use std::fs;
use std::path::{Path, PathBuf};

use kit::chance::Chance;
use kit::deeds::{Deed, perform};
use kit::host::folder;
use rusqlite::Connection;
use upright_core::base::text::sha256;
use upright_core::base::{Clock, ErrorKind};
use upright_core::desk::opening;
use upright_core::dossier::{Dossier, NewPlan, Storage};

/// A way to spoil a plan file, and the code under which it must be refused.
struct Spoiled {
    name: &'static str,
    code: &'static str,
    how: How,
}

enum How {
    /// By statements, run with everything allowed.
    Sql(&'static str),
    /// By changing bytes.
    Bytes(fn(&mut Vec<u8>)),
    /// By what the file system shows.
    Place(fn(&Path)),
}

const fn sql(name: &'static str, code: &'static str, text: &'static str) -> Spoiled {
    let how = How::Sql(text);
    Spoiled { name, code, how }
}

const fn bytes(name: &'static str, code: &'static str, change: fn(&mut Vec<u8>)) -> Spoiled {
    let how = How::Bytes(change);
    Spoiled { name, code, how }
}

const fn place(name: &'static str, code: &'static str, change: fn(&Path)) -> Spoiled {
    let how = How::Place(change);
    Spoiled { name, code, how }
}

const SUSPICIOUS: &str = "plan-suspicious";
const DAMAGED: &str = "plan-damaged";
const OTHER: &str = "plan-not-upright";
const NEWER: &str = "plan-newer";

const SPOILED: &[Spoiled] = &[
    sql(
        "a trigger that changes another record",
        SUSPICIOUS,
        "create trigger t after update on action begin
           update action set status = 'CO' where id <> new.id; end",
    ),
    sql(
        "a trigger on insert",
        SUSPICIOUS,
        "create trigger t before insert on recommendation begin select raise(ignore); end",
    ),
    sql(
        "a trigger that deletes the journal",
        SUSPICIOUS,
        "create trigger t after insert on change begin delete from change; end",
    ),
    sql(
        "a view",
        SUSPICIOUS,
        "create view v as select id from recommendation",
    ),
    sql(
        "a view in the place of ours",
        SUSPICIOUS,
        "create view live_recommendation as select 1 as id",
    ),
    sql(
        "a view with a trigger",
        SUSPICIOUS,
        "create view v as select id from author;
         create trigger t instead of insert on v begin delete from author; end",
    ),
    sql("one table more", SUSPICIOUS, "create table extra (id text)"),
    sql(
        "one index more",
        SUSPICIOUS,
        "create index extra on recommendation (text)",
    ),
    sql(
        "an index over an expression",
        SUSPICIOUS,
        "create index extra on recommendation (upper(text))",
    ),
    sql(
        "one column more",
        SUSPICIOUS,
        "alter table recommendation add column extra text",
    ),
    sql(
        "a generated column",
        SUSPICIOUS,
        "alter table author add column extra text as (upper(name))",
    ),
    sql(
        "a renamed column",
        SUSPICIOUS,
        "alter table author rename column name to nom",
    ),
    sql("one table less", SUSPICIOUS, "drop table milestone"),
    sql("one index less", SUSPICIOUS, "drop index action_by_due"),
    sql(
        "a virtual table more",
        SUSPICIOUS,
        "create virtual table extra using fts5 (a)",
    ),
    sql(
        "the full text made otherwise",
        SUSPICIOUS,
        "drop table recommendation_search;
         create virtual table recommendation_search using fts5 (reference, text, facets)",
    ),
    sql(
        "a check that was loosened",
        SUSPICIOUS,
        "pragma writable_schema = on;
         update sqlite_schema set sql = replace(sql, 'check (name <> '''')', '')
         where name = 'author'",
    ),
    sql(
        "a default that says something else",
        SUSPICIOUS,
        "pragma writable_schema = on;
         update sqlite_schema set sql = replace(sql, 'default ''ministry''', 'default ''other''')
         where name = 'agency'",
    ),
    sql(
        "a trigger under a name of SQLite's own",
        DAMAGED,
        "create trigger t after insert on author begin select 1; end;
         pragma writable_schema = on;
         update sqlite_schema set name = 'sqlite_t',
           sql = replace(sql, 'trigger t', 'trigger sqlite_t') where name = 't'",
    ),
    sql(
        "a schema that cannot be read",
        DAMAGED,
        "pragma writable_schema = on;
         update sqlite_schema set sql = 'create table author (' where name = 'author'",
    ),
    sql(
        "another program's file",
        OTHER,
        "pragma application_id = 42",
    ),
    sql("a file of no program", OTHER, "pragma application_id = 0"),
    sql("a plan without a version", OTHER, "pragma user_version = 0"),
    sql(
        "a version before the first",
        OTHER,
        "pragma user_version = -3",
    ),
    sql(
        "a newer plan that asks for a newer program",
        NEWER,
        "pragma user_version = 99; update meta set value = '99' where key = 'compat_min'",
    ),
    sql(
        "a newer plan that does not say who may read it",
        NEWER,
        "pragma user_version = 99; delete from meta where key = 'compat_min'",
    ),
    sql(
        "a row against the checks",
        DAMAGED,
        "pragma ignore_check_constraints = on; update author set name = '';
         insert into author (id, name) values ('x', '')",
    ),
    sql(
        "kept as a log ahead",
        SUSPICIOUS,
        "pragma journal_mode = wal",
    ),
    bytes("nothing in it", OTHER, Vec::clear),
    bytes("half a header", OTHER, |bytes| bytes.truncate(50)),
    bytes("a letter", OTHER, |bytes| {
        *bytes = b"Dear Madam, ".repeat(500)
    }),
    bytes("a workbook's beginning", OTHER, |bytes| {
        bytes[..4].copy_from_slice(b"PK\x03\x04");
    }),
    bytes("cut off in the middle", DAMAGED, |bytes| {
        bytes.truncate(bytes.len() / 2);
    }),
    bytes("its last page lost", DAMAGED, |bytes| {
        bytes.truncate(bytes.len() - 4096);
    }),
    bytes("pages of zeros", DAMAGED, |bytes| {
        bytes[8192..20480].fill(0);
    }),
    bytes("a page from elsewhere", DAMAGED, |bytes| {
        bytes.copy_within(4096..8192, 12288);
    }),
    bytes("a page size there is none of", DAMAGED, |bytes| {
        bytes[16] = 0x13
    }),
    bytes("a schema root of rubbish", DAMAGED, |bytes| {
        bytes[100..108].fill(0xee);
    }),
    place("a log ahead beside it", SUSPICIOUS, |path| {
        fs::write(beside(path, "-wal"), [0x37; 64]).expect("written");
    }),
    place("nothing at all", "file-not-found", |path| {
        fs::remove_file(path).expect("removed");
    }),
    place("a folder", OTHER, |path| {
        fs::remove_file(path).expect("removed");
        fs::create_dir(path).expect("made");
    }),
    #[cfg(unix)]
    place("a link to a plan", SUSPICIOUS, |path| {
        let elsewhere = beside(path, ".elsewhere");
        fs::rename(path, &elsewhere).expect("moved");
        std::os::unix::fs::symlink(&elsewhere, path).expect("linked");
    }),
    #[cfg(unix)]
    place("one of two names of a file", SUSPICIOUS, |path| {
        fs::hard_link(path, beside(path, ".twin")).expect("linked");
    }),
    #[cfg(unix)]
    place("a socket", OTHER, |path| {
        fs::remove_file(path).expect("removed");
        std::os::unix::net::UnixListener::bind(path).expect("bound");
    }),
];

#[test]
fn strange_files_are_refused_by_name_and_left_as_they_are() {
    let folder = folder();
    let plan = honest_plan(folder.path());
    Dossier::open(Storage::File(plan.clone()), &opening(Clock::System))
        .expect("the honest plan opens")
        .close()
        .expect("closes");
    assert!(SPOILED.len() >= 30, "{} files", SPOILED.len());
    let mut wrong = Vec::new();
    for (number, spoiled) in SPOILED.iter().enumerate() {
        let room = folder.path().join(number.to_string());
        fs::create_dir(&room).expect("a folder");
        let path = room.join("received.upright");
        fs::copy(&plan, &path).expect("a copy");
        spoil(&path, &spoiled.how);
        let before = bytes_in(&room);
        let answer = Dossier::open(Storage::File(path), &opening(Clock::System));
        let said = match &answer {
            Ok(_) => "opened".to_owned(),
            Err(error) => error.code.clone(),
        };
        drop(answer);
        if said != spoiled.code {
            wrong.push(format!(
                "{}: {said} instead of {}",
                spoiled.name, spoiled.code
            ));
        }
        if bytes_in(&room) != before {
            wrong.push(format!("{}: the folder is not as it was", spoiled.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_newer_plan_that_allows_it_opens_to_be_read_and_stays_as_it_is() {
    let folder = folder();
    let path = honest_plan(folder.path());
    spoil(&path, &How::Sql("pragma user_version = 99"));
    let before = bytes_in(folder.path());
    let mut dossier =
        Dossier::open(Storage::File(path), &opening(Clock::System)).expect("opens to be read");
    assert_eq!(dossier.read_only_reason(), Some("newer"));
    let refused = perform(&mut dossier, Deed::AddAgency, &mut Chance::new(1));
    assert_eq!(refused.expect("a refusal"), None, "nothing can be changed");
    dossier.close().expect("closes");
    assert_eq!(bytes_in(folder.path()), before);
}

#[test]
fn an_altered_history_is_found() {
    let alterations = [
        "update change set after = 'whispered' where field = 'note'",
        "update operation set author_id = 'somebody' where number = 2",
        "update operation set stated_at = '2001-01-01T00:00:00.000Z' where number = 2",
        "delete from change where number = (select max(number) from change)",
        "update operation set command = 'undo' where number = 3",
        "update change set row_id = 'another' where number = 5",
        "update recommendation set note = 'whispered' where note is not null",
        "update recommendation set position = 'NOT' where key = 3",
        "update action set deleted = 1",
        "insert into author (id, name) values ('x', 'Nobody')",
    ];
    let folder = folder();
    let plan = honest_plan(folder.path());
    for alteration in alterations {
        let path = folder.path().join("altered.upright");
        fs::copy(&plan, &path).expect("a copy");
        spoil(&path, &How::Sql(alteration));
        let dossier = Dossier::open(Storage::File(path), &opening(Clock::System)).expect("opens");
        let report = dossier.check().expect("readable");
        assert!(!report.is_chain_true, "{alteration}");
        dossier.close().expect("closes");
    }
    let honest = Dossier::open(Storage::File(plan), &opening(Clock::System)).expect("opens");
    let report = honest.check().expect("readable");
    assert!(report.is_whole && report.is_chain_true, "the control holds");
}

#[test]
fn no_flipped_byte_and_no_cut_makes_the_program_fall() {
    let folder = folder();
    let plan = honest_plan(folder.path());
    let whole = fs::read(&plan).expect("bytes");
    let is_long = std::env::var_os("UPRIGHT_LONG").is_some();
    let (flips, cuts) = if is_long {
        (10_000, 1_000)
    } else {
        (1_000, 100)
    };
    let mut chance = Chance::new(10);
    let path = folder.path().join("received.upright");
    let (mut refused, mut found, mut unnoticed, mut silent) = (0, 0, 0, 0);
    let state = Dossier::open(Storage::File(plan.clone()), &opening(Clock::System))
        .and_then(|dossier| dossier.state_hash())
        .expect("readable");
    for number in 0..flips + cuts {
        let mut bytes = whole.clone();
        if number < flips {
            let at = chance.below(bytes.len());
            bytes[at] ^= 1 << chance.below(8);
        } else {
            bytes.truncate(chance.below(whole.len()));
        }
        fs::write(&path, &bytes).expect("written");
        match Dossier::open(Storage::File(path.clone()), &opening(Clock::System)) {
            Ok(dossier) => match dossier.check() {
                Ok(report) if report.is_whole && report.is_chain_true => {
                    unnoticed += 1;
                    silent += usize::from(report.state_hash != state);
                }
                _ => found += 1,
            },
            Err(error) => {
                assert_eq!(error.kind, ErrorKind::File, "{error}");
                refused += 1;
            }
        }
    }
    println!(
        "strange: {flips} flips and {cuts} cuts: {refused} refused, {found} found by the check, \
         {unnoticed} in bytes that say nothing, {silent} silent"
    );
    assert!(refused >= cuts, "every cut is refused");
    assert_eq!(silent, 0, "nothing recorded changes silently");
}

fn honest_plan(folder: &Path) -> PathBuf {
    let path = folder.join("plan.upright");
    let plan = NewPlan {
        title: "Follow-up".to_owned(),
        state: "XAA".to_owned(),
        language: "en".to_owned(),
    };
    let storage = Storage::File(path.clone());
    let mut dossier = Dossier::create(storage, &plan, &opening(Clock::System)).expect("a new plan");
    let mut chance = Chance::new(4);
    for deed in [
        Deed::AddAgency,
        Deed::Import(12),
        Deed::Import(9),
        Deed::AddAction,
        Deed::EditSelection,
        Deed::EditSelection,
    ] {
        perform(&mut dossier, deed, &mut chance).expect("done");
    }
    dossier
        .change(
            upright_core::dossier::Operation::new("choose_author"),
            |tx| upright_core::people::add_author(tx, "Ana Officer"),
        )
        .expect("an author");
    dossier.close().expect("closes");
    path
}

fn spoil(path: &Path, how: &How) {
    match how {
        How::Sql(text) => {
            let file = Connection::open(path).expect("the file");
            file.execute_batch("pragma foreign_keys = off")
                .expect("off");
            file.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)
                .expect("allowed");
            file.execute_batch(text).expect("spoiled");
        }
        How::Bytes(change) => {
            let mut bytes = fs::read(path).expect("bytes");
            change(&mut bytes);
            fs::write(path, bytes).expect("written");
        }
        How::Place(change) => change(path),
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Names and hashes of all files in a folder.
fn bytes_in(folder: &Path) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = fs::read_dir(folder)
        .expect("a folder")
        .flatten()
        .map(|entry| {
            let bytes = fs::read(entry.path()).unwrap_or_default();
            (
                entry.file_name().to_string_lossy().into_owned(),
                sha256(&bytes),
            )
        })
        .collect();
    all.sort();
    all
}
