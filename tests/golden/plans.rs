//! Plan files of every version: they open, migrate, hold the same state and can be worked on (G12).

use std::fs;
use std::path::Path;

use kit::chance::Chance;
use kit::deeds::{Deed, perform};
use kit::host::folder;
use upright_core::base::Clock;
use upright_core::base::id::Ids;
use upright_core::desk::opening;
use upright_core::dossier::{Dossier, NewPlan, SCHEMA_VERSION, Storage};

use crate::{golden, is_writing};

/// What people did in every golden plan.
const PAST: [Deed; 11] = [
    Deed::AddAgency,
    Deed::AddAgency,
    Deed::Import(12),
    Deed::EditSelection,
    Deed::Tag,
    Deed::AddAction,
    Deed::Assign,
    Deed::EditAction,
    Deed::Undo,
    Deed::Redo,
    Deed::RenameAgency,
];

fn file_of(version: i32) -> String {
    format!("plan-{version}.upright")
}

fn open(path: &Path) -> Dossier {
    Dossier::open(Storage::File(path.to_owned()), &opening(Clock::System)).expect("opens")
}

/// Writes the golden plan of the newest version, once; it is never written again after a release.
fn write(path: &Path) {
    let plan = NewPlan {
        title: "Golden".to_owned(),
        state: "XAA".to_owned(),
        language: "en".to_owned(),
    };
    let clock = Clock::Fixed(chrono::DateTime::UNIX_EPOCH + chrono::TimeDelta::days(20_000));
    let storage = Storage::File(path.to_owned());
    let mut dossier = Dossier::create_with_ids(storage, &plan, &opening(clock), Ids::counted(12))
        .expect("a plan");
    let mut chance = Chance::new(12);
    for deed in PAST {
        perform(&mut dossier, deed, &mut chance).expect("done");
    }
    let state = dossier.state_hash().expect("readable");
    dossier.close().expect("closes");
    fs::write(path.with_extension("state"), state + "\n").expect("written");
}

#[test]
fn plans_of_every_version_open_with_the_same_state_and_can_be_worked_on() {
    for version in 1..=SCHEMA_VERSION {
        let kept = golden(&file_of(version));
        if is_writing() && version == SCHEMA_VERSION && !kept.exists() {
            write(&kept);
        }
        let state = fs::read_to_string(kept.with_extension("state")).expect("its state");
        let folder = folder();
        let path = folder.path().join("plan.upright");
        fs::copy(&kept, &path).expect("a copy");
        let mut dossier = open(&path);
        let report = dossier.check().expect("readable");
        assert!(
            report.is_whole && report.is_chain_true,
            "version {version}: {report:?}"
        );
        assert_eq!(report.state_hash, state.trim(), "version {version}");

        let mut chance = Chance::new(1);
        for deed in [Deed::AddAgency, Deed::Undo] {
            let done = perform(&mut dossier, deed, &mut chance).expect("done");
            assert!(done.is_some(), "version {version}: {deed:?}");
        }
        assert_eq!(dossier.state_hash().expect("readable"), state.trim());
        let done = perform(&mut dossier, Deed::EditSelection, &mut chance).expect("done");
        assert!(done.is_some());
        assert_ne!(
            dossier.state_hash().expect("readable"),
            state.trim(),
            "the hash tells states apart"
        );
        dossier.close().expect("closes");
    }
}
