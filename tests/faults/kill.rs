//! The program is killed while it works (G2): `uprightctl` adds agencies, imports files and takes
//! back, and is killed at any moment. What it acknowledged on its output is there; what it did not is
//! there entirely or not at all; the file is whole, and so is every backup.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use kit::chance::Chance;
use kit::host::folder;
use serde_json::{Value, json};
use upright_core::base::Clock;
use upright_core::desk::opening;
use upright_core::dossier::{Dossier, Storage};

use crate::program::uprightctl;

/// Kills in both runs together.
fn wanted() -> usize {
    if std::env::var_os("UPRIGHT_LONG").is_some() {
        2_000
    } else {
        500
    }
}

const ROWS: u32 = 40;

#[test]
fn a_killed_program_loses_nothing_it_acknowledged_first_half() {
    run(1);
}

#[test]
fn a_killed_program_loses_nothing_it_acknowledged_second_half() {
    run(2);
}

#[test]
fn a_lost_agency_and_a_halved_import_are_noticed() {
    let office = Office::open();
    for work in [Work::Add(1), Work::Import(2)] {
        let output = office.command(work).output().expect("starts");
        assert!(acknowledged(&output.stdout), "{output:?}");
    }
    let told = Contents::default()
        .after(Work::Add(1))
        .after(Work::Import(2));
    assert_eq!(
        office.contents(),
        Ok(told.clone()),
        "an honest file is believed"
    );

    let behind = rusqlite::Connection::open(&office.plan).expect("the file");
    behind
        .execute(
            "update recommendation set deleted = 1 where text like '2: ratify instrument 7 %'",
            [],
        )
        .expect("half an import");
    drop(behind);
    assert_ne!(office.contents(), Ok(told), "a halved import is seen");

    let length = fs::metadata(&office.plan).expect("the file").len();
    let file = fs::File::options()
        .write(true)
        .open(&office.plan)
        .expect("the file");
    file.set_len(length - 8192).expect("cut off");
    assert!(office.contents().is_err(), "a damaged file is seen");
}

#[test]
fn a_killed_report_leaves_the_old_workbook_or_a_whole_new_one() {
    let office = Office::open();
    let output = office.command(Work::Import(1)).output().expect("starts");
    assert!(acknowledged(&output.stdout), "{output:?}");
    let report = office.plan.with_file_name("progress.xlsx");
    let plan = text(&office.plan);
    let words = [
        "--json",
        "report",
        plan,
        "progress",
        "--output",
        text(&report),
    ];
    let mut pace = Pace::default();
    let mut chance = Chance::new(9);
    let (mut old, mut new) = (0, 0);
    for number in 0..60 {
        // What stood there before is told from a new one by its bytes.
        let before = format!("the workbook of day {number}").into_bytes();
        fs::write(&report, &before).expect("an old file");
        let mut command = uprightctl(&office.home, &words);
        let is_acknowledged = strike(&mut command, 3, &mut pace, &mut chance);
        let bytes = fs::read(&report).expect("never nothing");
        if bytes == before {
            assert!(
                !is_acknowledged,
                "kill {number}: acknowledged and not written"
            );
            old += 1;
        } else {
            is_whole_workbook(bytes).unwrap_or_else(|error| panic!("kill {number}: {error}"));
            new += 1;
        }
    }
    println!("kill: 60 reports, {old} old, {new} new and whole, 0 half");
    assert!(old > 3 && new > 3, "{old} old, {new} new");
    let output = uprightctl(&office.home, &words).output().expect("starts");
    assert!(output.status.success(), "{output:?}");
    let bytes = fs::read(&report).expect("a file");
    let half = bytes[..bytes.len() / 2].to_vec();
    assert!(is_whole_workbook(half).is_err(), "half a file is noticed");
}

/// Reads every part of a workbook to its end, checksums included.
fn is_whole_workbook(bytes: Vec<u8>) -> Result<(), String> {
    let archive = zip::ZipArchive::new(std::io::Cursor::new(bytes));
    let mut archive = archive.map_err(|error| error.to_string())?;
    for number in 0..archive.len() {
        let mut part = archive
            .by_index(number)
            .map_err(|error| error.to_string())?;
        std::io::copy(&mut part, &mut std::io::sink()).map_err(|error| error.to_string())?;
    }
    Ok(())
}

#[derive(Debug, Clone, Copy)]
enum Work {
    Add(usize),
    Import(usize),
    Undo,
}

/// What a plan holds, as far as this test writes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Contents {
    agencies: BTreeSet<String>,
    /// Recommendations by the file they came from.
    imported: BTreeMap<String, u32>,
}

impl Contents {
    fn after(mut self, work: Work) -> Self {
        match work {
            Work::Add(number) => {
                self.agencies.insert(agency(number));
            }
            Work::Import(number) => {
                self.imported.insert(number.to_string(), ROWS);
            }
            Work::Undo => {}
        }
        self
    }
}

fn run(seed: u64) {
    let office = Office::open();
    let mut chance = Chance::new(seed);
    let mut pace = Pace::default();
    let mut now = Contents::default();
    // The contents before each operation that stands: what the undos lead back to.
    let mut before = Vec::new();
    let (mut acknowledged_in_all, mut unacknowledged_but_there) = (0, 0);
    let count = wanted() / 2;
    for number in 0..count {
        let work = match chance.below(10) {
            0..=5 => Work::Add(number),
            6..=7 => Work::Import(number),
            _ if before.is_empty() => Work::Add(number),
            _ => Work::Undo,
        };
        let after = match work {
            Work::Undo => before.last().cloned().unwrap_or_default(),
            work => now.clone().after(work),
        };
        let is_acknowledged = office.kill(work, &mut pace, &mut chance);
        let found = office
            .contents()
            .unwrap_or_else(|error| panic!("seed {seed}, kill {number} in {work:?}: {error}"));
        let is_done = found == after;
        assert!(
            is_done || (!is_acknowledged && found == now),
            "seed {seed}, kill {number} in {work:?}, acknowledged: {is_acknowledged}: {found:?}"
        );
        acknowledged_in_all += usize::from(is_acknowledged);
        unacknowledged_but_there += usize::from(is_done && !is_acknowledged);
        match work {
            Work::Undo if is_done => {
                before.pop();
            }
            Work::Undo => {}
            _ if is_done => before.push(now),
            _ => {}
        }
        now = found;
    }
    let backups = office.look_at_backups();
    println!(
        "kill {seed}: {count} kills, {acknowledged_in_all} acknowledged before, \
         {unacknowledged_but_there} done but not yet told, {backups} backups whole, 0 lost"
    );
    assert!(acknowledged_in_all > count / 20, "some finish");
    assert!(acknowledged_in_all < count * 19 / 20, "some do not");
}

/// After how long each kind of work is killed.
#[derive(Default)]
struct Pace(BTreeMap<u8, Duration>);

/// A folder with one plan and a home of its own.
struct Office {
    _folder: tempfile::TempDir,
    home: PathBuf,
    plan: PathBuf,
}

impl Office {
    fn open() -> Self {
        let folder = folder();
        let office = Office {
            home: folder.path().join("home"),
            plan: folder.path().join("plan.upright"),
            _folder: folder,
        };
        let words = [
            "new",
            text(&office.plan),
            "--state",
            "MAR",
            "--title",
            "Follow-up",
        ];
        let output = uprightctl(&office.home, &words).output().expect("starts");
        assert!(output.status.success(), "{output:?}");
        office
    }

    fn command(&self, work: Work) -> Command {
        let plan = text(&self.plan);
        match work {
            Work::Add(number) => {
                let lines = json!({"lines": agency(number)}).to_string();
                uprightctl(&self.home, &["call", plan, "add_agencies", &lines])
            }
            Work::Import(number) => {
                let file = self.plan.with_file_name(format!("export-{number}.csv"));
                fs::write(&file, export(number)).expect("a file to import");
                uprightctl(&self.home, &["import", plan, text(&file), "--json"])
            }
            Work::Undo => uprightctl(&self.home, &["undo", plan, "--json"]),
        }
    }

    /// Starts the work and kills it; tells whether it had been acknowledged.
    fn kill(&self, work: Work, pace: &mut Pace, chance: &mut Chance) -> bool {
        let kind = match work {
            Work::Add(_) => 0,
            Work::Import(_) => 1,
            Work::Undo => 2,
        };
        strike(&mut self.command(work), kind, pace, chance)
    }

    /// Opens the plan with the program's own code and looks at all of it.
    fn contents(&self) -> Result<Contents, String> {
        let dossier = whole(&self.plan)?;
        dossier
            .read(|reader| {
                let agencies =
                    reader.rows("select name from live_agency order by name", [], |row| {
                        row.get::<_, String>(0)
                    })?;
                let imported = reader.rows(
                    "select substr(text, 1, instr(text, ':') - 1), count(*)
                     from live_recommendation
                     group by 1
                     order by 1",
                    [],
                    |row| Ok((row.get::<_, String>(0)?, row.get(1)?)),
                )?;
                Ok(Contents {
                    agencies: agencies.into_iter().collect(),
                    imported: imported.into_iter().collect(),
                })
            })
            .map_err(|error| error.to_string())
    }

    /// Every backup that has its name is whole; gives their number.
    fn look_at_backups(&self) -> usize {
        let mut folders = vec![self.home.clone()];
        let mut backups = 0;
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "upright") {
                    whole(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                    backups += 1;
                }
            }
        }
        backups
    }
}

/// Starts a command and kills it; tells whether it had acknowledged.
fn strike(command: &mut Command, kind: u8, pace: &mut Pace, chance: &mut Chance) -> bool {
    let usual = pace
        .0
        .get(&kind)
        .copied()
        .unwrap_or(Duration::from_millis(60));
    let mut child = command.spawn().expect("starts");
    let percent = 70 + u32::try_from(chance.below(60)).unwrap_or(0);
    let deadline = Instant::now() + usual * percent / 100;
    let mut is_over = false;
    while Instant::now() < deadline && !is_over {
        sleep(Duration::from_micros(200));
        is_over = child.try_wait().expect("a child").is_some();
    }
    child.kill().expect("kill -9");
    let mut said = Vec::new();
    if let Some(mut pipe) = child.stdout.take() {
        pipe.read_to_end(&mut said).expect("a pipe");
    }
    child.wait().expect("ends");
    let is_acknowledged = acknowledged(&said);
    // Steered so that every second one finishes, however loaded the machine is.
    let next = if is_acknowledged {
        usual * 96 / 100
    } else {
        usual * 104 / 100
    };
    pace.0.insert(kind, next);
    is_acknowledged
}

/// Opens a plan and looks at pages, links and history.
fn whole(path: &Path) -> Result<Dossier, String> {
    let storage = Storage::File(path.to_owned());
    let dossier = Dossier::open(storage, &opening(Clock::System)).map_err(|e| e.to_string())?;
    let report = dossier.check().map_err(|error| error.to_string())?;
    if report.is_whole && report.is_chain_true {
        Ok(dossier)
    } else {
        Err(format!("damaged: {report:?}"))
    }
}

fn acknowledged(said: &[u8]) -> bool {
    serde_json::from_slice::<Value>(said).is_ok()
}

fn agency(number: usize) -> String {
    format!("Ministry number {number}")
}

/// A file as UPR Info exports it; the number stands before the colon in every text.
fn export(number: usize) -> String {
    let mut text =
        "SuR;Rgrp;Org;Recommendation;RS;Rgrp;Org;Response;Action;Issue;Session\r\n".to_owned();
    for row in 0..ROWS {
        text.push_str(&format!(
            "Morocco;Africa;OIC;{number}: ratify instrument {row} without delay;Chad;Africa;OIC;\
             Supported;5;Justice;27\r\n"
        ));
    }
    text
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in plain letters")
}
