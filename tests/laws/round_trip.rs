//! What goes out comes back in without loss: the plan as JSON and the register as CSV give equal plans,
//! over random histories.

use kit::chance::Chance;
use kit::deeds::{Deed, choose, perform};
use kit::own::{bring_in, out};
use kit::sample::{Sample, TODAY};
use upright_core::dossier::Dossier;
use upright_core::export::ExportFormat::{Csv, Json};

fn wanted() -> u64 {
    if std::env::var_os("UPRIGHT_LONG").is_some() {
        400
    } else {
        16
    }
}

const STEPS: usize = 30;

/// A plan after a random history.
fn lived(seed: u64) -> Dossier {
    let mut chance = Chance::new(seed);
    let mut dossier = Sample::new().dossier;
    for _ in 0..STEPS {
        let deed = choose(&mut chance);
        if deed != Deed::Reopen {
            perform(&mut dossier, deed, &mut chance).expect("a deed");
        }
    }
    dossier
}

/// A new plan on another computer.
fn empty() -> Dossier {
    Sample::elsewhere(TODAY).dossier
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn a_plan_out_as_json_and_in_again_is_the_same_plan() {
    let mut rows = 0;
    for seed in 1..=wanted() {
        let first = lived(seed);
        let file = out(&first, Json);
        assert_eq!(
            text(&file),
            text(&out(&first, Json)),
            "the same bytes each time"
        );
        rows += text(&file).lines().count();
        let mut second = empty();
        let before = second.state_hash().unwrap();
        let (_, has_written) = bring_in(&mut second, "plan.json", &file).expect("comes in");
        assert_eq!(text(&out(&second, Json)), text(&file), "seed {seed}");
        assert_eq!(
            text(&out(&second, Csv)),
            text(&out(&first, Csv)),
            "seed {seed}"
        );
        // What hangs on removed records stays behind; from then on the whole state is equal.
        let mut third = empty();
        bring_in(&mut third, "plan.json", &out(&second, Json)).expect("comes in");
        assert_eq!(third.state_hash().unwrap(), second.state_hash().unwrap());
        let (again, has_changed) = bring_in(&mut second, "plan.json", &file).expect("comes in");
        assert!(
            !has_changed && again.added + again.changed == 0,
            "seed {seed}: {again:?}"
        );
        if has_written {
            second.undo().expect("one step");
            assert_eq!(
                second.state_hash().unwrap(),
                before,
                "one undo takes all of it"
            );
            bring_in(&mut second, "plan.json", &file).expect("comes in after its undo");
            assert_eq!(
                text(&out(&second, Json)),
                text(&file),
                "seed {seed}: after an undo"
            );
        }
        let report = second.check().expect("readable");
        assert!(
            report.is_whole && report.is_chain_true,
            "seed {seed}: {report:?}"
        );
    }
    println!("round trips: {} plans, {rows} rows", wanted());
}

#[test]
fn a_register_out_as_csv_and_in_again_is_the_same_register() {
    for seed in 1..=wanted() {
        let first = lived(seed);
        let file = out(&first, Csv);
        let mut second = empty();
        bring_in(&mut second, "register.csv", &file).expect("comes in");
        let (before, after) = (register(&file), register(&out(&second, Csv)));
        assert_eq!(before, after, "seed {seed}");
        let (again, has_changed) = bring_in(&mut second, "register.csv", &file).expect("comes in");
        assert!(!has_changed, "seed {seed}: {again:?}");
        // Into the plan it came from it brings nothing.
        let mut first = first;
        let (own, has_changed) = bring_in(&mut first, "register.csv", &file).expect("comes in");
        assert!(!has_changed, "seed {seed}: {own:?}");
    }
}

/// The rows without what the actions say, which a register does not bring back.
fn register(bytes: &[u8]) -> Vec<Vec<String>> {
    let told = ["progress", "percent", "next_due_on", "actions"];
    let bytes = bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes);
    let rows: Vec<Vec<String>> = reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect();
    let kept: Vec<usize> = (0..rows[0].len())
        .filter(|at| !told.contains(&rows[0][*at].as_str()))
        .collect();
    rows.iter()
        .map(|row| kept.iter().map(|at| row[*at].clone()).collect())
        .collect()
}

#[test]
fn a_changed_field_is_noticed() {
    let mut chance = Chance::new(3);
    let mut first = Sample::new().dossier;
    perform(&mut first, Deed::Import(3), &mut chance).unwrap();
    let file = text(&out(&first, Json));
    let mut second = empty();
    let meddled = file.replacen("Continue its efforts", "Continue her efforts", 1);
    assert_ne!(meddled, file);
    bring_in(&mut second, "plan.json", meddled.as_bytes()).expect("comes in");
    assert_ne!(second.state_hash().unwrap(), first.state_hash().unwrap());
    assert_ne!(text(&out(&second, Json)), file);
}
