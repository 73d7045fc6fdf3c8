//! The disk reports errors (G3) or is full (G4). Whatever was acknowledged is there; what was
//! refused is not; where the program could not know, looking the operation up tells.
//!
//! That an error alone does not tell is shown in `simulator`: some commits that failed stand.

use kit::chance::Chance;
use kit::deeds::{Deed, perform};
use upright_core::base::{Error, ErrorKind};
use upright_core::dossier::Dossier;

use crate::disk::{Files, Trouble};
use crate::plans::{Drive, PLAN, Standing, standing};

const OPERATIONS: u64 = 600;

/// Adds, imports, edits and takes back; long enough to reach operation 600 of the disk.
const WORK: [Deed; 12] = [
    Deed::AddAgency,
    Deed::Import(10),
    Deed::EditSelection,
    Deed::Undo,
    Deed::AddAction,
    Deed::Redo,
    Deed::Import(40),
    Deed::Undo,
    Deed::Redo,
    Deed::RenameAgency,
    Deed::Tag,
    Deed::AddAgency,
];

#[derive(Debug, Default)]
struct Tally {
    runs: usize,
    untroubled: usize,
    refused_to_open: usize,
    refused: usize,
    unknown: usize,
    unknown_but_there: usize,
}

#[test]
fn one_failing_operation_loses_nothing() {
    let tally = run("errors-once", Trouble::Once);
    assert!(tally.refused > 0, "the errors are noticed: {tally:?}");
}

#[test]
fn operations_that_fail_from_one_on_lose_nothing() {
    let tally = run("errors-lasting", Trouble::From);
    assert!(tally.unknown > 0, "some cannot be known at once: {tally:?}");
}

fn run(name: &str, trouble: fn(u64) -> Trouble) -> Tally {
    let drive = Drive::new(name);
    let start = a_plan_with_a_past(&drive);
    let mut tally = Tally::default();
    for operation in 1..=OPERATIONS {
        tally.runs += 1;
        drive.disk.replace(start.clone());
        drive.disk.trouble(trouble(operation), operation);
        let story = work(&drive, &mut tally);
        drive.disk.trouble(Trouble::None, 0);
        check(&drive, &story, operation, &mut tally);
    }
    println!("{name}: {tally:?}, 0 lost");
    assert!(
        tally.untroubled < tally.runs / 10,
        "the errors reach the work: {tally:?}"
    );
    tally
}

fn a_plan_with_a_past(drive: &Drive) -> Files {
    let mut dossier = drive.create().expect("a new plan");
    let mut chance = Chance::new(7);
    for deed in [Deed::AddAgency, Deed::Import(5), Deed::EditSelection] {
        perform(&mut dossier, deed, &mut chance).expect("nothing is wrong yet");
    }
    dossier.close().expect("closes");
    drive.disk.files()
}

/// What the program told while the disk failed.
#[derive(Debug, Default)]
struct Story {
    acknowledged: Vec<String>,
    /// The operation of which the program said that it cannot know.
    unknown: Option<String>,
}

fn work(drive: &Drive, tally: &mut Tally) -> Story {
    let mut story = Story::default();
    let mut dossier = match drive.open() {
        Ok(dossier) => dossier,
        Err(error) => {
            told_as_trouble(&error);
            tally.refused_to_open += 1;
            return story;
        }
    };
    let mut chance = Chance::new(11);
    let mut deeds_since = 0;
    for deed in WORK {
        deeds_since += usize::from(drive.disk.was_troubled());
        if deeds_since > 2 {
            // How it goes on after the error has been seen.
            break;
        }
        match perform(&mut dossier, deed, &mut chance) {
            Ok(operation) => story.acknowledged.extend(operation),
            Err(error) => {
                told_as_trouble(&error);
                if error.code == "commit-unknown" {
                    story.unknown = error.args.get("operation").cloned();
                    assert!(story.unknown.is_some(), "the operation is named");
                    break;
                }
                tally.refused += 1;
            }
        }
    }
    tally.untroubled += usize::from(!drive.disk.was_troubled());
    story
}

/// A failing disk is never told as a fault of the program.
fn told_as_trouble(error: &Error) {
    assert_eq!(error.kind, ErrorKind::File, "{error}");
}

fn check(drive: &Drive, story: &Story, operation: u64, tally: &mut Tally) {
    let dossier = drive
        .open()
        .unwrap_or_else(|error| panic!("operation {operation}: {error}, {story:?}"));
    let found = standing(&dossier).expect("readable");
    let Some((operations, _)) = found else {
        panic!("operation {operation}: damaged, {story:?}");
    };
    for id in &story.acknowledged {
        assert!(
            there(&dossier, id),
            "operation {operation}: {id} is lost, {story:?}"
        );
    }
    let mut expected = BEFORE + story.acknowledged.len();
    if let Some(id) = &story.unknown {
        tally.unknown += 1;
        if there(&dossier, id) {
            tally.unknown_but_there += 1;
            expected += 1;
        }
    }
    assert_eq!(
        usize::try_from(operations).expect("a small number"),
        expected,
        "operation {operation}: what was refused is not there, {story:?}"
    );
}

/// Operations of [`a_plan_with_a_past`]: its making, and three deeds.
const BEFORE: usize = 4;

fn there(dossier: &Dossier, id: &str) -> bool {
    dossier.has_operation(id).expect("readable")
}

#[test]
fn a_full_disk_is_named_and_loses_nothing() {
    let drive = Drive::new("errors-full");
    let start = a_plan_with_a_past(&drive);
    let size: usize = start.values().map(Vec::len).sum();
    let mut full = 0;
    for room in (0..60).map(|step| step * 4096) {
        drive.disk.replace(start.clone());
        drive.disk.trouble(Trouble::Capacity(size + room), 0);
        let Ok(mut dossier) = drive.open() else {
            continue;
        };
        let mut chance = Chance::new(13);
        let mut before = whole(&dossier);
        for deed in WORK.iter().chain(&WORK) {
            let answer = perform(&mut dossier, *deed, &mut chance);
            let after = whole(&dossier);
            if let Err(error) = answer {
                assert_eq!(error.code, "disk-full", "{error}");
                assert_eq!(error.args["file"], PLAN, "it says where: {error}");
                assert_eq!(after, before, "all or nothing, with {room} bytes of room");
                full += 1;
            }
            before = after;
        }
        drop(dossier);
        drive.disk.trouble(Trouble::None, 0);
        let again = drive.open().expect("still opens");
        assert_eq!(
            whole(&again),
            before,
            "nothing lost, with {room} bytes of room"
        );
    }
    println!("errors-full: {full} changes refused for want of room, 0 lost");
    assert!(full > 100, "the disk was full {full} times");
}

fn whole(dossier: &Dossier) -> Standing {
    standing(dossier).expect("readable").expect("whole")
}
