//! A folder with a plan on which the built program is tried.

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

pub const DONE: Option<i32> = Some(0);
pub const REFUSED: Option<i32> = Some(1);
pub const USAGE: Option<i32> = Some(2);
pub const FILE_TROUBLE: Option<i32> = Some(3);

/// A folder with a home of its own and room for a plan.
pub struct Bench {
    pub folder: TempDir,
}

impl Bench {
    pub fn new() -> Self {
        Bench {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A bench with a new plan on it.
    pub fn with_plan() -> Self {
        let bench = Self::new();
        let made = bench.run(&["new", "plan.upright", "--state", "XUP", "--title", "Plan"]);
        assert_eq!(made.status.code(), DONE, "{made:?}");
        bench
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_uprightctl"));
        command
            .args(words)
            .current_dir(self.folder.path())
            .env("UPRIGHT_HOME", self.path("home"));
        command
    }

    pub fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    /// What a command that must be done answers on standard output.
    pub fn json(&self, words: &[&str]) -> Value {
        let output = self.run(&[words, &["--json"]].concat());
        assert_eq!(output.status.code(), DONE, "{words:?}: {output:?}");
        parse(&output)
    }

    pub fn call(&self, command: &str, args: &Value) -> Value {
        self.json(&["call", "plan.upright", command, &args.to_string()])
    }
}

/// Standard output as one JSON value; anything beside it is a fault.
pub fn parse(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stdout)))
}

pub fn message(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

pub fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}
