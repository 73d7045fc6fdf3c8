//! The command table over a home of its own, with a fixed clock: what a person does, without a window.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use upright_core::base::{Clock, Error, Progress};
use upright_core::commands::Host;
use upright_core::desk::Home;

use crate::sample::{TODAY, noon};

/// A folder for one test. In memory where the system offers that: the tests ask what is written, not
/// how long a disk takes to write it.
pub fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).expect("a folder")
    } else {
        tempfile::tempdir().expect("a folder")
    }
}

/// A host at work on the plan `plan.upright`.
pub struct TestHost {
    pub host: Host,
    folder: TempDir,
}

impl TestHost {
    /// A host with a new plan open and its author named.
    pub fn new() -> Self {
        let test = Self::empty(noon(TODAY));
        let file = test.handle(&test.plan());
        test.call(
            "create_plan",
            json!({"file": file, "title": "Plan of Uplandia", "state": "XUP", "author": "Ana Officer"}),
        );
        test
    }

    /// A host with nothing open.
    pub fn empty(clock: Clock) -> Self {
        Self::in_folder(folder(), clock)
    }

    fn in_folder(folder: TempDir, clock: Clock) -> Self {
        let host = Host::new(Home::at(folder.path().join("home")), clock);
        TestHost { host, folder }
    }

    /// The same computer later: the plan closed, the program started anew, the plan opened again.
    pub fn reopened(self, clock: Clock) -> Self {
        let later = self.closed(clock);
        later.open(&later.plan()).expect("the plan opens again");
        later
    }

    /// The same computer later, with nothing open.
    pub fn closed(self, clock: Clock) -> Self {
        self.host.close().expect("the plan closes");
        let TestHost { host, folder } = self;
        drop(host);
        Self::in_folder(folder, clock)
    }

    /// The same computer after the program ended without closing the plan.
    pub fn broken_off(self, clock: Clock) -> Self {
        let TestHost { host, folder } = self;
        drop(host);
        Self::in_folder(folder, clock)
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn home(&self) -> PathBuf {
        self.path().join("home")
    }

    /// Where the plan lies.
    pub fn plan(&self) -> PathBuf {
        self.path().join("plan.upright")
    }

    /// The handle of a file as if a person had chosen it.
    pub fn handle(&self, path: &Path) -> String {
        self.host.register(path).handle
    }

    pub fn open(&self, path: &Path) -> Result<Value, Error> {
        self.try_call("open_plan", json!({"file": self.handle(path)}))
    }

    pub fn try_call(&self, name: &str, args: Value) -> Result<Value, Error> {
        self.host.call(name, args, &Progress::silent())
    }

    /// Calls a command that must be answered.
    pub fn call(&self, name: &str, args: Value) -> Value {
        match self.try_call(name, args) {
            Ok(answer) => answer,
            Err(error) => panic!("{name} was refused: {error}"),
        }
    }

    /// Calls a command that must be refused; gives the error.
    pub fn refused(&self, name: &str, args: Value) -> Error {
        match self.try_call(name, args) {
            Ok(answer) => panic!("{name} was answered: {answer}"),
            Err(error) => error,
        }
    }

    /// The id in the answer of a command that adds something.
    pub fn added(&self, name: &str, args: Value) -> String {
        text(&self.call(name, args)["id"])
    }

    pub fn agencies(&self, lines: &str) -> Vec<String> {
        texts(&self.call("add_agencies", json!({"lines": lines}))["ids"])
    }

    /// A UPR recommendation of cycle 3, supported.
    pub fn recommendation(&self, paragraph: &str, words: &str) -> String {
        self.added(
            "add_recommendation",
            json!({
                "mechanism": "UPR", "cycle": 3, "document": "A/HRC/44/10", "paragraph": paragraph,
                "text": words, "recommending_states": ["CHL"], "position": "SUP",
            }),
        )
    }

    pub fn state(&self) -> Value {
        self.call("desk_state", json!({}))
    }

    /// Hash over all living rows.
    pub fn hash(&self) -> String {
        let desk = self.host.desk();
        let dossier = desk.dossier().expect("an open plan");
        dossier.state_hash().expect("a hash")
    }
}

impl Default for TestHost {
    fn default() -> Self {
        Self::new()
    }
}

pub fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

pub fn texts(value: &Value) -> Vec<String> {
    let list = value.as_array().expect("a list");
    list.iter().map(text).collect()
}

pub fn number(value: &Value) -> u64 {
    value.as_u64().expect("a number")
}
