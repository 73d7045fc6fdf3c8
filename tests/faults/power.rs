//! The power goes (G1): the program's own changes, imports, undos and openings over a disk that is
//! cut after every operation. Whatever was acknowledged must be there, whole, with a true history;
//! what was not acknowledged is there entirely or not at all.
//!
//! That the same cuts find losses where there are some is shown in `simulator`.

use std::collections::HashSet;

use kit::chance::Chance;
use kit::deeds::{Deed, choose, perform};
use upright_core::base::text::sha256;

use crate::disk::Cut;
use crate::plans::{Drive, Standing, standing};

/// Cuts in all four runs together.
fn wanted() -> usize {
    if std::env::var_os("UPRIGHT_LONG").is_some() {
        1_000_000
    } else {
        50_000
    }
}

#[test]
fn no_acknowledged_change_is_lost_when_the_power_goes_first_quarter() {
    run(1, wanted() / 4);
}

#[test]
fn no_acknowledged_change_is_lost_when_the_power_goes_second_quarter() {
    run(2, wanted() / 4);
}

#[test]
fn no_acknowledged_change_is_lost_when_the_power_goes_third_quarter() {
    run(3, wanted() / 4);
}

#[test]
fn no_acknowledged_change_is_lost_when_the_power_goes_fourth_quarter() {
    run(4, wanted() / 4);
}

#[derive(Debug, Default)]
struct Tally {
    cuts: usize,
    /// Cuts that left the very same bytes as an earlier one: looked at once.
    alike: usize,
    in_recovery: usize,
    plans: usize,
    deeds: usize,
}

/// How many deeds one plan sees before a fresh one takes its place: a long journal only makes the
/// check after each cut slower.
const DEEDS: usize = 25;

fn run(seed: u64, wanted: usize) {
    let drive = Drive::new(&format!("power-{seed}"));
    let survivor = Drive::new(&format!("power-{seed}-survivor"));
    let mut chance = Chance::new(seed);
    let mut tally = Tally::default();
    while tally.cuts < wanted {
        tally.plans += 1;
        life(&drive, &survivor, &mut chance, &mut tally, wanted);
    }
    println!("power cut {seed}: {tally:?}, 0 lost, 0 half, 0 damaged");
}

/// One plan from its making on.
fn life(drive: &Drive, survivor: &Drive, chance: &mut Chance, tally: &mut Tally, wanted: usize) {
    drive.disk.replace(Default::default());
    let mut dossier = drive.create().expect("a new plan");
    drive.disk.watch(chance.number(), 2);
    let mut before = standing(&dossier).expect("readable").expect("whole");
    for number in 1..=DEEDS {
        let deed = choose(chance);
        if deed == Deed::Reopen {
            dossier.close().expect("closes");
            dossier = drive.open().expect("opens");
        } else {
            perform(&mut dossier, deed, chance).expect("nothing is wrong yet");
        }
        drive.disk.acknowledge(number);
        let after = standing(&dossier).expect("readable").expect("whole");
        tally.deeds += 1;
        let mut looked_at = HashSet::new();
        for cut in drive.disk.take_cuts() {
            tally.cuts += 1;
            if !looked_at.insert(fingerprint(&cut)) {
                tally.alike += 1;
                continue;
            }
            let allowed = if cut.acknowledged == number {
                vec![&after]
            } else {
                vec![&before, &after]
            };
            survive(survivor, cut, &allowed, deed, chance, tally);
        }
        before = after;
        if tally.cuts >= wanted {
            break;
        }
    }
}

fn fingerprint(cut: &Cut) -> (usize, Vec<(String, String)>) {
    let files = cut.files.iter();
    let files = files.map(|(name, bytes)| (name.clone(), sha256(bytes)));
    (cut.acknowledged, files.collect())
}

/// Opens what a cut left, now and then cutting the power again while it recovers.
fn survive(
    survivor: &Drive,
    cut: Cut,
    allowed: &[&Standing],
    deed: Deed,
    chance: &mut Chance,
    tally: &mut Tally,
) {
    let during = cut.during;
    survivor.disk.replace(cut.files);
    if chance.in_hundred(10) {
        survivor.disk.watch(chance.number(), 1);
        drop(survivor.open());
        let mut again = survivor.disk.take_cuts();
        if !again.is_empty() {
            let second = again.swap_remove(chance.below(again.len()));
            tally.in_recovery += 1;
            survivor.disk.replace(second.files);
        }
    }
    let dossier = match survivor.open() {
        Ok(dossier) => dossier,
        Err(error) => panic!("cut {} while {during} in {deed:?}: {error}", tally.cuts),
    };
    let found = standing(&dossier)
        .unwrap_or_else(|error| panic!("cut {} while {during} in {deed:?}: {error}", tally.cuts));
    let Some(found) = found else {
        panic!("cut {} while {during} in {deed:?}: damaged", tally.cuts);
    };
    assert!(
        allowed.contains(&&found),
        "cut {} while {during} in {deed:?}: {found:?} is none of {allowed:?}",
        tally.cuts
    );
}
