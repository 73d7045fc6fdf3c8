//! Backups: made, thinned, restored beside.

use std::fs;
use std::path::Path;

use kit::host::folder;
use kit::sample::noon;
use upright_core::base::Clock;
use upright_core::desk::opening;
use upright_core::dossier::{Backup, BackupFolder, BackupReason, Dossier, NewPlan, Storage};

fn dossier(clock: Clock) -> Dossier {
    let plan = NewPlan {
        title: "Plan".to_owned(),
        state: "XUP".to_owned(),
        language: "en".to_owned(),
    };
    Dossier::create(Storage::Memory, &plan, &opening(clock)).unwrap()
}

fn make(backups: &BackupFolder, clock: Clock) -> Backup {
    backups
        .make(&mut dossier(clock), BackupReason::Asked)
        .unwrap()
}

/// Noon so many days after the first of January 2024.
fn days_on(days: u64) -> Clock {
    let first = kit::sample::day("2024-01-01");
    let day = first.checked_add_days(chrono::Days::new(days)).unwrap();
    noon(&day.to_string())
}

#[test]
fn a_folder_that_is_not_there_is_empty() {
    let backups = BackupFolder::new(folder().path().join("nowhere"));
    assert_eq!(backups.list().unwrap(), []);
}

#[test]
fn a_backup_opens_as_a_plan_with_the_same_content() {
    let folder = folder();
    let backups = BackupFolder::new(folder.path().to_owned());
    let mut plan = dossier(days_on(0));
    let backup = backups.make(&mut plan, BackupReason::BeforeImport).unwrap();
    assert_eq!(backup.reason, BackupReason::BeforeImport);
    assert_eq!(backup.bytes, fs::metadata(&backup.path).unwrap().len());
    let copy = Dossier::open(Storage::File(backup.path), &opening(days_on(0))).unwrap();
    assert_eq!(copy.state_hash().unwrap(), plan.state_hash().unwrap());
}

#[test]
fn backups_are_thinned_to_days_weeks_and_months() {
    let folder = folder();
    let backups = BackupFolder::new(folder.path().to_owned());
    for day in (0..384).step_by(4).chain(384..400) {
        make(&backups, days_on(day));
    }
    let kept = backups.list().unwrap();
    let age = |backup: &Backup| (days_on(399).now() - backup.made_at).num_days();
    let ages: Vec<i64> = kept.iter().map(age).collect();
    assert_eq!(
        &ages[..12],
        (0..12).collect::<Vec<i64>>(),
        "twelve days, each"
    );
    assert!(kept.len() <= 12 + 10 + 9, "{ages:?}");
    assert!(
        ages.iter().any(|age| (55..=70).contains(age)),
        "ten weeks back: {ages:?}"
    );
    assert!(
        ages.iter().any(|age| (210..=280).contains(age)),
        "nine months back: {ages:?}"
    );
    assert!(ages.iter().all(|age| *age < 310), "and no more: {ages:?}");
}

#[test]
fn all_backups_of_two_days_stay() {
    let folder = folder();
    let backups = BackupFolder::new(folder.path().to_owned());
    for _ in 0..20 {
        make(&backups, days_on(0));
    }
    make(&backups, days_on(1));
    assert_eq!(backups.list().unwrap().len(), 21);
}

#[test]
fn a_clock_set_years_ahead_does_not_cost_the_newest_backups() {
    let folder = folder();
    let backups = BackupFolder::new(folder.path().to_owned());
    for _ in 0..8 {
        make(&backups, days_on(0));
    }
    make(&backups, days_on(9000));
    let numbers: Vec<u32> = backups
        .list()
        .unwrap()
        .iter()
        .map(|backup| backup.number)
        .collect();
    assert_eq!(numbers, [9, 8, 7, 6, 5], "the newest five always stay");
    make(&backups, days_on(1));
    assert_eq!(
        backups.list().unwrap()[0].number,
        10,
        "newest by number, whatever the clock says"
    );
}

#[test]
fn other_files_in_the_folder_are_left_alone() {
    let folder = folder();
    let backups = BackupFolder::new(folder.path().to_owned());
    let note = folder.path().join("read me.txt");
    fs::write(&note, "mine").unwrap();
    make(&backups, days_on(0));
    assert_eq!(backups.list().unwrap().len(), 1);
    assert!(note.exists());
}

#[test]
fn a_restore_makes_a_new_file_beside_the_plan_each_time() {
    let folder = folder();
    let backups = BackupFolder::new(folder.path().join("backups"));
    let backup = make(&backups, days_on(0));
    let plan = folder.path().join("plan.upright");
    fs::write(&plan, "the plan that lies open").unwrap();
    let restore = |backup: &Path| BackupFolder::restore_beside(backup, &plan).unwrap();
    let (first, second) = (restore(&backup.path), restore(&backup.path));
    assert_eq!(
        first.file_name().unwrap(),
        "plan (restored 2024-01-01 1200).upright"
    );
    assert_eq!(
        second.file_name().unwrap(),
        "plan (restored 2024-01-01 1200) 1.upright"
    );
    assert_eq!(fs::read(&plan).unwrap(), b"the plan that lies open");
}

#[test]
fn a_damaged_backup_is_not_restored() {
    let folder = folder();
    let backup = folder.path().join("000001-20240101T120000-asked.upright");
    fs::write(&backup, vec![7_u8; 8192]).unwrap();
    let plan = folder.path().join("plan.upright");
    let error = BackupFolder::restore_beside(&backup, &plan).unwrap_err();
    assert_eq!(error.code, "plan-damaged");
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        1,
        "no half file is left"
    );
}
