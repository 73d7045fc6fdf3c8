//! What is looked at before anything runs: layout, lints, house rules, contract, licences.

use crate::machine::{self, Outcome, cargo, cargo_command, npm_command};
use crate::steps::Steps;
use crate::{packages, screens, tests};

pub fn alone() -> Outcome {
    let mut steps = Steps::default();
    steps.step("packages for building", || {
        packages::install(packages::BUILD)
    });
    steps.step("node modules", screens::install);
    all(&mut steps);
    steps.finish()
}

pub fn all(steps: &mut Steps) {
    steps.step("layout of Rust", || cargo(&["fmt", "--all", "--check"]));
    steps.step("layout and lints of the screens", || npm("lint"));
    steps.step("types of the screens", || npm("check"));
    steps.step("lints of Rust", || {
        cargo(&[
            "clippy",
            "--locked",
            "--workspace",
            "--all-targets",
            "--quiet",
            "--",
            "-D",
            "warnings",
        ])
    });
    steps.tests("house rules", tests::runner().args(["--test", "house"]));
    steps.step("licences and sources", licences);
}

fn npm(script: &str) -> Outcome {
    machine::run(&mut npm_command(&["run", script]))
}

/// cargo-deny, installed where missing. Without network it says that this was skipped.
fn licences() -> Outcome {
    if !machine::has("cargo-deny") {
        println!("Installing cargo-deny, which looks at licences and sources of all packages used");
        if let Err(reason) = cargo(&["install", "--locked", "cargo-deny"]) {
            println!("SKIPPED: cargo-deny cannot be had here ({reason})");
            return Ok(());
        }
    }
    println!(
        "advisories: SKIPPED, their database is fetched from the network and this run stays without"
    );
    machine::run(&mut cargo_command(&[
        "deny",
        "--offline",
        "check",
        "--hide-inclusion-graph",
        "bans",
        "licenses",
        "sources",
    ]))
}
