//! The screens in `ui`: node modules from the lockfile, and the build that the window embeds.

use std::fs;

use crate::machine::{self, Outcome, npm_command, root};
use crate::packages::{self, Package};

/// The oldest Node that the build of the screens runs on (Vite 8).
const OLDEST_NODE: (u32, u32) = (20, 19);

const NODE: &[Package] = &[
    Package {
        name: "nodejs",
        purpose: "builds the screens",
    },
    Package {
        name: "npm",
        purpose: "fetches what that takes, as the lockfile says",
    },
];

/// Makes sure of Node, then of `ui/node_modules` as the lockfile has them.
pub fn install() -> Outcome {
    if !machine::has("node") || !has_npm() {
        packages::install(NODE)?;
    }
    match node_version() {
        Some(version) if version >= OLDEST_NODE => {}
        found => {
            let (major, minor) = OLDEST_NODE;
            let found = found.map_or("none".to_owned(), |(major, minor)| {
                format!("{major}.{minor}")
            });
            return Err(format!(
                "Node {major}.{minor} or newer is needed to build the screens; found: {found}. See https://nodejs.org/en/download"
            ));
        }
    }
    if is_fresh() {
        return Ok(());
    }
    println!("Installing the node modules of ui/package-lock.json (Svelte, Vite and their kin)");
    machine::run(&mut npm_command(&["ci", "--no-audit", "--no-fund"]))
}

/// Builds `ui/dist`, which the window embeds: always before cargo.
pub fn build() -> Outcome {
    install()?;
    machine::run(&mut npm_command(&["run", "build"]))
}

fn has_npm() -> bool {
    machine::has("npm") || cfg!(windows)
}

fn node_version() -> Option<(u32, u32)> {
    let answer = machine::answer("node", &["--version"])?;
    let mut numbers = answer.trim_start_matches('v').split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

/// npm writes what it installed into the modules' folder: newer than the lockfile is as good as fresh.
fn is_fresh() -> bool {
    let changed = |path: &str| {
        fs::metadata(root().join(path))
            .and_then(|file| file.modified())
            .ok()
    };
    match (
        changed("ui/node_modules/.package-lock.json"),
        changed("ui/package-lock.json"),
    ) {
        (Some(installed), Some(asked)) => installed >= asked,
        _ => false,
    }
}
