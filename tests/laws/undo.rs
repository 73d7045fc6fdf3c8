//! Undo and redo lead back to exactly the states they left, across closing and opening again (G18).

use std::path::{Path, PathBuf};

use kit::chance::Chance;
use kit::deeds::{Deed, choose, perform};
use kit::host::folder;
use upright_core::base::Clock;
use upright_core::desk::opening;
use upright_core::dossier::{Dossier, NewPlan, Storage};

/// Sequences in all four runs together.
fn wanted() -> usize {
    if std::env::var_os("UPRIGHT_LONG").is_some() {
        10_000
    } else {
        2_000
    }
}

const STEPS: usize = 12;
/// A plan lives so many sequences, each going on where the last one ended.
const SEQUENCES: usize = 20;

#[test]
fn undo_and_redo_return_to_exact_states_first_quarter() {
    run(1);
}

#[test]
fn undo_and_redo_return_to_exact_states_second_quarter() {
    run(2);
}

#[test]
fn undo_and_redo_return_to_exact_states_third_quarter() {
    run(3);
}

#[test]
fn undo_and_redo_return_to_exact_states_fourth_quarter() {
    run(4);
}

#[test]
fn a_change_beside_the_journal_is_noticed() {
    let folder = folder();
    let path = folder.path().join("plan.upright");
    let mut walk = Walk::begin(&path);
    let mut chance = Chance::new(5);
    for deed in [Deed::Import(3), Deed::EditSelection, Deed::AddAgency] {
        walk.step(deed, &mut chance).expect("an honest step");
    }
    walk.close();
    let behind = rusqlite::Connection::open(&path).expect("the file");
    behind
        .execute("update recommendation set note = 'whispered'", [])
        .expect("nobody records it");
    drop(behind);
    let step = walk.step(Deed::Undo, &mut chance);
    assert!(step.is_err(), "the walk compares whole states");
}

fn run(seed: u64) {
    let folder = folder();
    let mut chance = Chance::new(seed);
    let mut sequences = 0;
    let mut steps = Steps::default();
    while sequences < wanted() / 4 {
        let path = folder.path().join(format!("plan-{sequences}.upright"));
        let mut walk = Walk::begin(&path);
        for _ in 0..SEQUENCES {
            sequences += 1;
            for _ in 0..STEPS {
                let deed = choose(&mut chance);
                steps.count(deed);
                if let Err(difference) = walk.step(deed, &mut chance) {
                    panic!("seed {seed}, sequence {sequences}, {deed:?}: {difference}");
                }
            }
        }
        walk.look_at_everything();
    }
    println!("undo {seed}: {sequences} sequences, {steps:?}");
}

#[derive(Debug, Default)]
struct Steps {
    edits: usize,
    undos: usize,
    redos: usize,
    openings: usize,
}

impl Steps {
    fn count(&mut self, deed: Deed) {
        match deed {
            Deed::Undo => self.undos += 1,
            Deed::Redo => self.redos += 1,
            Deed::Reopen => self.openings += 1,
            _ => self.edits += 1,
        }
    }
}

/// A plan, and beside it the states it went through: what undo and redo must lead to.
struct Walk {
    path: PathBuf,
    dossier: Option<Dossier>,
    states: Vec<String>,
    at: usize,
}

impl Walk {
    fn begin(path: &Path) -> Self {
        let plan = NewPlan {
            title: "Follow-up".to_owned(),
            state: "XAA".to_owned(),
            language: "en".to_owned(),
        };
        let dossier = Dossier::create(
            Storage::File(path.to_owned()),
            &plan,
            &opening(Clock::System),
        )
        .expect("a new plan");
        Walk {
            path: path.to_owned(),
            states: vec![dossier.state_hash().expect("readable")],
            dossier: Some(dossier),
            at: 0,
        }
    }

    fn dossier(&mut self) -> &mut Dossier {
        let path = &self.path;
        self.dossier.get_or_insert_with(|| {
            Dossier::open(Storage::File(path.clone()), &opening(Clock::System)).expect("opens")
        })
    }

    fn close(&mut self) {
        if let Some(dossier) = self.dossier.take() {
            dossier.close().expect("closes");
        }
    }

    /// Does a deed and compares the state with the one it must lead to.
    fn step(&mut self, deed: Deed, chance: &mut Chance) -> Result<(), String> {
        if deed == Deed::Reopen {
            self.close();
        }
        let done = perform(self.dossier(), deed, chance).map_err(|error| error.to_string())?;
        let state = self
            .dossier()
            .state_hash()
            .map_err(|error| error.to_string())?;
        let is_done = done.is_some();
        match deed {
            Deed::Undo if self.at > 0 => {
                self.at -= 1;
                if !is_done {
                    return Err("there was something to undo".to_owned());
                }
            }
            Deed::Redo if self.at + 1 < self.states.len() => {
                self.at += 1;
                if !is_done {
                    return Err("there was something to redo".to_owned());
                }
            }
            _ if is_done && matches!(deed, Deed::Undo | Deed::Redo) => {
                return Err("there was nothing to undo or redo".to_owned());
            }
            _ if is_done => {
                self.states.truncate(self.at + 1);
                self.states.push(state.clone());
                self.at += 1;
            }
            _ => {}
        }
        if state == self.states[self.at] {
            Ok(())
        } else {
            Err(format!("the state is not that of step {}", self.at))
        }
    }

    /// The file is whole, its history true, and the full text knows exactly the living records.
    fn look_at_everything(&mut self) {
        let dossier = self.dossier();
        let report = dossier.check().expect("readable");
        assert!(report.is_whole && report.is_chain_true, "{report:?}");
        let (living, found) = dossier
            .read(|reader| {
                let living = reader.count("select count(*) from live_recommendation", [])?;
                let found = reader.count(
                    "select count(*)
                     from live_recommendation
                     where key in (
                       select rowid from recommendation_search
                       where recommendation_search match 'detention')",
                    [],
                )?;
                let indexed = reader.count(
                    "select count(*) from recommendation_search
                     where recommendation_search match 'detention'",
                    [],
                )?;
                assert_eq!(found, indexed, "nothing deleted is found");
                Ok((living, found))
            })
            .expect("readable");
        assert_eq!(living, found, "every living record is found");
        self.close();
    }
}
