//! The real `uprightctl`, started as a person's own shell would start it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A command line over a home of its own; what it says goes to pipes.
pub fn uprightctl<W: AsRef<OsStr>>(home: &Path, words: &[W]) -> Command {
    let mut command = Command::new(built());
    command
        .args(words)
        .env("UPRIGHT_HOME", home)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Built beside the tests: by `cargo xtask test`, or by hand with `cargo build --package upright-cli`.
fn built() -> PathBuf {
    let tests = std::env::current_exe().expect("this program");
    let folder = tests.ancestors().nth(2).expect("the folder of programs");
    let program = folder.join(format!("uprightctl{}", std::env::consts::EXE_SUFFIX));
    assert!(
        program.exists(),
        "build it first: cargo build --package upright-cli"
    );
    program
}
