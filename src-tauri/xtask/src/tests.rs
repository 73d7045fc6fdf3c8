//! `cargo xtask test`: everything, from an empty machine.
//!
//! Every cargo call names the same packages (`--workspace`): features unify over that set, and another
//! set would compile the window's libraries a second time.

use std::fs;
use std::process::Command;

use crate::machine::{self, Outcome, cargo, cargo_command, npm_command, root};
use crate::steps::Steps;
use crate::{checks, packages, screens};

pub fn all(is_long: bool) -> Outcome {
    let mut steps = Steps::default();
    prepare(&mut steps);
    checks::all(&mut steps);
    steps.tests("logic of the screens", &mut npm_command(&["test"]));
    let is_built = steps.step("the programs", || {
        cargo(&["build", "--locked", "--workspace", "--all-targets"])
    });
    if is_built {
        steps.tests(
            "rules, rooms, laws, journeys, faults",
            &mut core_tests(is_long)?,
        );
        steps.tests(
            "the screens in Chromium",
            &mut npm_command(&["run", "test:browser"]),
        );
        steps.tests("the real window", &mut window_tests());
    }
    steps.finish()
}

/// Pictures for the README and the guide, taken from the real window on the demo plan.
pub fn screenshots() -> Outcome {
    let mut steps = Steps::default();
    prepare(&mut steps);
    let mut command = window_tests();
    steps.tests(
        "pictures",
        command.env("UPRIGHT_PICTURES", root().join("docs/guide/images")),
    );
    steps.finish()
}

fn prepare(steps: &mut Steps) {
    steps.step("packages for building", || {
        packages::install(packages::BUILD)
    });
    steps.step("packages for testing", || packages::install(packages::TEST));
    steps.step("node modules", screens::install);
    steps.step("build of the screens", screens::build);
}

/// cargo-nextest where it is installed: it runs the tests of all binaries side by side.
pub fn runner() -> Command {
    if machine::has("cargo-nextest") {
        cargo_command(&[
            "nextest",
            "run",
            "--locked",
            "--workspace",
            "--no-fail-fast",
        ])
    } else {
        cargo_command(&["test", "--locked", "--workspace", "--no-fail-fast"])
    }
}

/// All tests that need no window; the house rules were looked at before.
fn core_tests(is_long: bool) -> Result<Command, String> {
    let mut command = runner();
    command.args(["--lib", "--bins"]);
    let elsewhere = ["house", "smoke"];
    for name in test_names()?
        .iter()
        .filter(|name| !elsewhere.contains(&name.as_str()))
    {
        command.args(["--test", name]);
    }
    // Those of `uprightctl` stand beside it: only there does cargo tell where the program was built.
    command.args(["--test", "command_line"]);
    if is_long {
        command.env("UPRIGHT_LONG", "1");
    }
    Ok(command)
}

/// The real window, on a screen nobody sees and a session bus of its own.
fn window_tests() -> Command {
    let tests = runner();
    let mut command = if cfg!(target_os = "linux") {
        let mut shell = Command::new("xvfb-run");
        shell.args(["--auto-servernum", "--server-args=-screen 0 1600x1000x24"]);
        shell.args(["dbus-run-session", "--"]);
        shell.arg(tests.get_program()).args(tests.get_args());
        shell
    } else {
        tests
    };
    command.args(["--test", "smoke"]);
    command
}

/// The test binaries, as `tests/Cargo.toml` lists them.
fn test_names() -> Result<Vec<String>, String> {
    let path = root().join("tests/Cargo.toml");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let names: Vec<String> = text
        .split("[[test]]")
        .skip(1)
        .filter_map(|block| {
            let line = block.lines().find(|line| line.starts_with("name"))?;
            line.split('"').nth(1).map(str::to_owned)
        })
        .collect();
    Ok(names)
}
