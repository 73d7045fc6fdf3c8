//! Two programs open one plan (G11): one writes, the other is told who holds it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Output};

use kit::chance::Chance;
use kit::host::folder;
use serde_json::{Value, json};
use upright_core::base::Clock;
use upright_core::desk::opening;
use upright_core::dossier::{Dossier, NewPlan, OpenAs, Storage};

use crate::program::uprightctl;

const RACES: usize = 200;

struct Table {
    _folder: tempfile::TempDir,
    home: PathBuf,
    plan: PathBuf,
}

impl Table {
    fn lay() -> Self {
        let folder = folder();
        let table = Table {
            home: folder.path().join("home"),
            plan: folder.path().join("plan.upright"),
            _folder: folder,
        };
        let plan = NewPlan {
            title: "Follow-up".to_owned(),
            state: "MAR".to_owned(),
            language: "en".to_owned(),
        };
        Dossier::create(table.storage(), &plan, &opening(Clock::System))
            .and_then(Dossier::close)
            .expect("a new plan");
        table
    }

    fn storage(&self) -> Storage {
        Storage::File(self.plan.clone())
    }

    fn open(&self) -> upright_core::base::Result<Dossier> {
        let who = OpenAs {
            author: Some("Ana Officer".to_owned()),
            ..opening(Clock::System)
        };
        Dossier::open(self.storage(), &who)
    }

    fn start(&self, name: &str) -> Child {
        let lines = json!({"lines": name}).to_string();
        let plan = self.plan.to_str().expect("plain letters");
        uprightctl(
            &self.home,
            &["--json", "call", plan, "add_agencies", &lines],
        )
        .spawn()
        .expect("starts")
    }

    fn agencies(&self) -> Vec<String> {
        let dossier = self.open().expect("opens");
        let report = dossier.check().expect("readable");
        assert!(report.is_whole && report.is_chain_true, "{report:?}");
        dossier
            .read(|reader| {
                reader.rows("select name from live_agency order by name", [], |row| {
                    row.get(0)
                })
            })
            .expect("readable")
    }
}

/// Acknowledged, or the error's code with its arguments.
fn answer(output: &Output) -> Result<(), Value> {
    let said: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {output:?}"));
    match said.get("error") {
        None => Ok(()),
        Some(error) => Err(error.clone()),
    }
}

#[test]
fn the_second_opener_is_told_who_holds_the_plan_and_writes_nothing() {
    let table = Table::lay();
    let held = table.open().expect("opens");
    let output = table
        .start("Ministry of Haste")
        .wait_with_output()
        .expect("ends");
    assert_eq!(output.status.code(), Some(3), "trouble with the file");
    let error = answer(&output).expect_err("refused");
    assert_eq!(error["code"], "plan-in-use");
    assert_eq!(error["args"]["holder"], "Ana Officer");
    assert!(
        error["args"]["since"]
            .as_str()
            .is_some_and(|since| since.contains('T')),
        "{error}"
    );
    held.close().expect("closes");
    assert!(table.agencies().is_empty(), "nothing was written");

    let output = table
        .start("Ministry of Patience")
        .wait_with_output()
        .expect("ends");
    assert_eq!(answer(&output), Ok(()), "after closing the next one may");
    assert_eq!(table.agencies(), ["Ministry of Patience"]);
}

#[test]
fn a_second_look_from_the_same_program_leaves_the_guard_in_place() {
    let table = Table::lay();
    let held = table.open().expect("opens");
    let again = table.open().err().expect("refused");
    assert_eq!(again.code, "plan-in-use");
    let roundabout = table
        .plan
        .parent()
        .expect("a folder")
        .join(".")
        .join("plan.upright");
    let again = Dossier::open(Storage::File(roundabout), &opening(Clock::System));
    assert_eq!(again.err().expect("refused").code, "plan-in-use");

    let output = table
        .start("Ministry of Haste")
        .wait_with_output()
        .expect("ends");
    assert!(
        answer(&output).is_err(),
        "the lock still holds against other programs"
    );
    held.close().expect("closes");
}

#[test]
#[cfg(target_os = "linux")]
fn reading_the_open_file_with_the_system_would_take_the_guard_away() {
    let table = Table::lay();
    let held = table.open().expect("opens");
    fs::read(&table.plan).expect("bytes");
    let output = table
        .start("Ministry of Haste")
        .wait_with_output()
        .expect("ends");
    assert_eq!(
        answer(&output),
        Ok(()),
        "why the program never does it: the lock is gone"
    );
    drop(held);
}

#[test]
fn of_two_programs_at_once_each_is_served_or_told() {
    let table = Table::lay();
    let mut chance = Chance::new(3);
    let (mut served, mut told) = (Vec::new(), 0);
    for race in 0..RACES {
        let names = [
            format!("Ministry {race} first"),
            format!("Ministry {race} second"),
        ];
        let first = table.start(&names[0]);
        if chance.in_hundred(50) {
            std::thread::sleep(std::time::Duration::from_micros(chance.number() % 20_000));
        }
        let second = table.start(&names[1]);
        for (name, child) in names.into_iter().zip([first, second]) {
            let output = child.wait_with_output().expect("ends");
            match answer(&output) {
                Ok(()) => served.push(name),
                Err(error) => {
                    assert_eq!(error["code"], "plan-in-use", "{error}");
                    told += 1;
                }
            }
        }
    }
    served.sort();
    assert_eq!(
        table.agencies(),
        served,
        "all that was acknowledged, and nothing else"
    );
    println!(
        "race: {RACES} races, {} served, {told} told who holds it",
        served.len()
    );
    assert!(served.len() >= RACES, "at least one is served each time");
    assert!(told > RACES / 20, "some met");
    assert!(
        leftovers(&table.plan).is_empty(),
        "{:?}",
        leftovers(&table.plan)
    );
}

/// What lies beside a closed plan that is neither it nor the home.
fn leftovers(plan: &Path) -> Vec<String> {
    fs::read_dir(plan.parent().expect("a folder"))
        .expect("a folder")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name != "home" && name != "plan.upright")
        .collect()
}
