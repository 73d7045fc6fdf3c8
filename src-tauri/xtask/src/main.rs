//! Everything a person or a build machine asks of this repository: `cargo xtask run`, `cargo xtask
//! test` and the smaller ones. Standard library only, so that it builds before anything is installed.

mod checks;
mod machine;
mod packages;
mod screens;
mod steps;
mod tests;

use std::path::PathBuf;
use std::process::ExitCode;

use machine::{Outcome, cargo, npx};

const USAGE: &str = "\
cargo xtask run [PLAN]        installs what is missing, builds, opens the window on the demo plan or PLAN
cargo xtask test [--long]     installs what is missing, then every check and every test
cargo xtask check             formatting, lints, the house rules, licences
cargo xtask bundle            .deb and .rpm
cargo xtask bindings          writes the TypeScript contract from the command table
cargo xtask demo PLAN         writes the demo plan to a file
cargo xtask bench             speed, beside its floors
cargo xtask screenshots       takes the pictures of the README and the guide from the demo plan
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let rest = arguments.get(1..).unwrap_or_default();
    let outcome = match arguments.first().map(String::as_str) {
        Some("run") => run(rest),
        Some("test") => tests::all(rest.iter().any(|word| word == "--long")),
        Some("check") => checks::alone(),
        Some("bundle") => bundle(),
        Some("bindings") => bindings(),
        Some("demo") => demo(rest),
        Some("bench") => bench(rest),
        Some("screenshots") => tests::screenshots(),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            if !reason.is_empty() {
                eprintln!("{reason}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Builds the window and opens it. `upright` and not the whole workspace: a newcomer waits for less.
fn run(rest: &[String]) -> Outcome {
    packages::install(packages::BUILD)?;
    screens::build()?;
    cargo(&["build", "--locked", "--package", "upright"])?;
    let argument = match rest.first() {
        // The window starts elsewhere than the person: a path must not depend on where that is.
        Some(plan) => std::path::absolute(plan).map_err(|error| error.to_string())?,
        None => PathBuf::from("--demo"),
    };
    println!("opening {}", argument.display());
    machine::run(std::process::Command::new(machine::built("upright")).arg(argument))
}

fn bundle() -> Outcome {
    packages::install(packages::BUILD)?;
    screens::install()?;
    screens::build()?;
    let kinds: &[&str] = match std::env::consts::OS {
        "linux" => &["tauri", "build", "--bundles", "deb,rpm"],
        _ => &["tauri", "build"],
    };
    npx(kinds)
}

/// Writes what `uprightctl contract` prints to where the screens read it.
#[expect(
    clippy::disallowed_methods,
    reason = "a file made anew, kept under version control"
)]
fn bindings() -> Outcome {
    cargo(&["build", "--locked", "--package", "upright-cli"])?;
    let printed = std::process::Command::new(machine::built("uprightctl"))
        .arg("contract")
        .output()
        .map_err(|error| error.to_string())?;
    if !printed.status.success() {
        return Err("uprightctl contract failed".to_owned());
    }
    let target = machine::root().join("ui/src/host/contract.ts");
    std::fs::write(&target, printed.stdout).map_err(|error| error.to_string())
}

fn demo(rest: &[String]) -> Outcome {
    let Some(plan) = rest.first() else {
        return Err("cargo xtask demo PLAN: name the file to write".to_owned());
    };
    cargo(&[
        "run",
        "--locked",
        "--package",
        "upright-cli",
        "--",
        "demo",
        plan,
    ])
}

fn bench(rest: &[String]) -> Outcome {
    let mut words = vec!["run", "--locked", "--release", "--package", "upright-tests"];
    words.extend(["--bin", "bench", "--"]);
    words.extend(rest.iter().map(String::as_str));
    cargo(&words)
}
