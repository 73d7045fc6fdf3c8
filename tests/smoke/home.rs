//! A home of its own for every window test, so that none sees another's plans.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::driver::Browser;

/// The tests share a session bus, on which only one window would otherwise open.
pub const ALLOW_SECOND: &str = "UPRIGHT_ALLOW_SECOND";

/// A private home, gone with the test.
pub struct Home {
    folder: TempDir,
}

impl Home {
    pub fn new() -> Home {
        let folder = tempfile::tempdir().expect("a folder for the test");
        for name in ["home", "run", "files"] {
            fs::create_dir(folder.path().join(name)).expect("a folder");
        }
        // D-Bus and WebKit refuse a runtime folder that others may read.
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let private = fs::Permissions::from_mode(0o700);
            fs::set_permissions(folder.path().join("run"), private).expect("a private folder");
        }
        Home { folder }
    }

    /// Where the test's own files stand.
    pub fn files(&self) -> PathBuf {
        self.folder.path().join("files")
    }

    /// What stands among the test's own files.
    pub fn file_names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.files()).expect("the test's files");
        let names = entries
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    /// What the next dialogs answer, in order.
    pub fn answer_dialogs(&self, paths: &[&Path]) {
        let lines: Vec<String> = paths
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        fs::write(self.folder.path().join("answers"), lines.join("\n")).expect("the answers");
    }

    /// A program at home here, not yet started.
    pub fn environment_of(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        let at = |name: &str| self.folder.path().join(name);
        command
            .env("HOME", at("home"))
            .env("XDG_RUNTIME_DIR", at("run"));
        for (name, inside) in [
            ("XDG_DATA_HOME", "home/data"),
            ("XDG_CONFIG_HOME", "home/config"),
            ("XDG_CACHE_HOME", "home/cache"),
        ] {
            command.env(name, at(inside));
        }
        command.env(ALLOW_SECOND, "1");
        command.env("UPRIGHT_DIALOG_ANSWERS", at("answers"));
        command.env("LIBGL_ALWAYS_SOFTWARE", "1");
        command
    }

    /// True once a plan stands in the program's own folder: the demo plan is made there.
    pub fn has_a_plan(&self) -> bool {
        let mut folders = vec![self.folder.path().join("home/data")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension() == Some(OsStr::new("upright")) {
                    return true;
                }
            }
        }
        false
    }

    /// Opens the window, driven.
    pub fn open(&self, arguments: &[&str]) -> Browser {
        let program = program();
        let environment = self.environment_of(&program);
        Browser::start(&environment, &program.display().to_string(), arguments)
    }

    /// Opens the window, driven, as the one window of this session.
    pub fn open_alone(&self, arguments: &[&str]) -> Browser {
        let program = program();
        let mut environment = self.environment_of(&program);
        environment.env_remove(ALLOW_SECOND);
        Browser::start(&environment, &program.display().to_string(), arguments)
    }
}

/// The window as built for debugging: the workspace's build puts it beside the folder of the tests.
pub fn program() -> PathBuf {
    let test = std::env::current_exe().expect("the test's own place");
    let profile = test.ancestors().nth(2).expect("target/debug");
    let program = profile.join(format!("upright{}", std::env::consts::EXE_SUFFIX));
    assert!(
        program.is_file(),
        "{} is not built: cargo build --workspace",
        program.display()
    );
    program
}
