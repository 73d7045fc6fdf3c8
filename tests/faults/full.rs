//! A real disk of one MiB runs full (G4): nothing acknowledged is lost, what there is stays readable,
//! and the message says which plan there is no room for. Where mounting is refused the test says so;
//! the same rule is shown on the disk in memory in `errors`.

use std::path::Path;
use std::process::{Command, Stdio};

use kit::chance::Chance;
use kit::deeds::{Deed, choose, perform};
use kit::host::folder;
use upright_core::base::Clock;
use upright_core::desk::opening;
use upright_core::dossier::{Dossier, NewPlan, Storage};

/// A disk in memory of the system's own, taken away at the end.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn mount() -> Option<Self> {
        let folder = folder();
        let options = ["-t", "tmpfs", "-o", "size=1m", "upright-test"];
        let mounted = Command::new("mount")
            .args(options)
            .arg(folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        if mounted.is_ok_and(|status| status.success()) {
            return Some(SmallDisk(folder));
        }
        println!("skipped: this machine does not let a test mount a disk of one MiB");
        None
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.path()).status();
    }
}

#[test]
fn a_disk_of_one_mebibyte_runs_full_and_loses_nothing() {
    let Some(disk) = SmallDisk::mount() else {
        return;
    };
    let tries = if std::env::var_os("UPRIGHT_LONG").is_some() {
        3_000
    } else {
        300
    };
    let path = disk.path().join("plan.upright");
    let plan = NewPlan {
        title: "Follow-up".to_owned(),
        state: "XAA".to_owned(),
        language: "en".to_owned(),
    };
    let storage = || Storage::File(path.clone());
    let mut dossier =
        Dossier::create(storage(), &plan, &opening(Clock::System)).expect("a new plan");
    let mut chance = Chance::new(17);
    let (mut acknowledged, mut full) = (1, 0);
    for number in 1..=tries {
        let deed = match choose(&mut chance) {
            Deed::Reopen => Deed::AddAgency,
            deed => deed,
        };
        match perform(&mut dossier, deed, &mut chance) {
            Ok(done) => acknowledged += u32::from(done.is_some()),
            Err(error) => {
                assert_eq!(error.code, "disk-full", "{error}");
                assert_eq!(error.args["file"], path.display().to_string());
                full += 1;
            }
        }
        if number % 25 == 0 {
            let report = dossier.check().expect("still readable");
            assert!(report.is_whole && report.is_chain_true, "{report:?}");
            assert_eq!(
                report.operations, acknowledged,
                "nothing lost, nothing half"
            );
        }
        if number % 100 == 0 {
            let state = dossier.state_hash().expect("still readable");
            dossier.close().expect("closes");
            dossier = reopen(&path);
            assert_eq!(dossier.state_hash().expect("readable"), state);
        }
    }
    println!("full: {tries} tries, {acknowledged} acknowledged, {full} without room, 0 lost");
    assert!(full > tries / 10, "the disk was full {full} times");
}

fn reopen(path: &Path) -> Dossier {
    Dossier::open(Storage::File(path.to_owned()), &opening(Clock::System))
        .expect("a full disk keeps no plan from opening")
}
