//! Backups over a year of work (G13): every one that the rotation keeps restores, beside the plan,
//! to exactly the state it was made of; a clock that jumps costs none of the newest five.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use kit::chance::Chance;
use kit::deeds::{Deed, perform};
use kit::host::folder;
use upright_core::base::Clock;
use upright_core::desk::opening;
use upright_core::dossier::{
    Backup, BackupFolder, BackupReason, Dossier, NewPlan, OpenAs, Storage,
};

fn at(start: DateTime<Utc>, hours: i64) -> Clock {
    Clock::Fixed(start + TimeDelta::hours(hours))
}

fn open(path: &Path, clock: Clock) -> Dossier {
    let opening: OpenAs = opening(clock);
    Dossier::open(Storage::File(path.to_owned()), &opening).expect("opens")
}

#[test]
fn every_kept_backup_restores_to_the_state_it_was_made_of() {
    let folder = folder();
    let path = folder.path().join("plan.upright");
    let start = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let plan = NewPlan {
        title: "Follow-up".to_owned(),
        state: "XAA".to_owned(),
        language: "en".to_owned(),
    };
    Dossier::create(Storage::File(path.clone()), &plan, &opening(at(start, 0)))
        .and_then(Dossier::close)
        .expect("a new plan");
    let backups = BackupFolder::new(folder.path().join("backups"));
    let mut chance = Chance::new(13);
    let mut states: BTreeMap<u32, String> = BTreeMap::new();
    let mut made = 0;
    let mut hours = 0;
    while hours < 400 * 24 {
        // Mostly a working day apart, now and then several in an hour or a clock that is wrong.
        hours += *chance.pick(&[1, 2, 20, 24, 24, 72, 160]);
        let shown = match chance.below(12) {
            0 => hours - 24 * 400,
            1 => hours + 24 * 4000,
            _ => hours,
        };
        let mut dossier = open(&path, at(start, shown));
        for deed in [Deed::AddAgency, Deed::EditAction] {
            perform(&mut dossier, deed, &mut chance).expect("done");
        }
        let backup = backups
            .make(&mut dossier, BackupReason::Interval)
            .expect("a backup");
        states.insert(backup.number, dossier.state_hash().expect("readable"));
        made += 1;
        dossier.close().expect("closes");
        let kept = backups.list().expect("a list");
        let newest: Vec<u32> = kept.iter().take(5).map(|backup| backup.number).collect();
        let expected: Vec<u32> = states.keys().rev().take(5).copied().collect();
        assert_eq!(
            newest, expected,
            "the newest five stay whatever the clock says"
        );
    }
    let kept = backups.list().expect("a list");
    for backup in &kept {
        assert_eq!(restored_state(backup, &path), states[&backup.number]);
    }
    println!(
        "backups: {made} made in a year, {} kept, all restore",
        kept.len()
    );
    assert!(kept.len() >= 12 && kept.len() < 80, "{} kept", kept.len());

    let oldest = kept.last().expect("one");
    let newest = kept.first().expect("one");
    fs::copy(&newest.path, &oldest.path).expect("swapped");
    assert_ne!(
        restored_state(oldest, &path),
        states[&oldest.number],
        "another plan under its name is noticed"
    );
}

/// The state of the file a restore makes beside the plan; the plan itself is not touched.
fn restored_state(backup: &Backup, plan: &Path) -> String {
    let before = fs::read(plan).expect("the plan");
    let restored = BackupFolder::restore_beside(&backup.path, plan).expect("restores");
    assert_eq!(fs::read(plan).expect("the plan"), before);
    let dossier = open(&restored, Clock::System);
    let report = dossier.check().expect("readable");
    assert!(report.is_whole && report.is_chain_true, "{report:?}");
    dossier.close().expect("closes");
    fs::remove_file(restored).expect("removed");
    report.state_hash
}
