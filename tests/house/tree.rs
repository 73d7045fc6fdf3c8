//! The files of the repository, as the rules read them.

use std::fs;
use std::path::{Path, PathBuf};

/// One text file: its path from the root, with `/` on every system, and what stands in it.
#[derive(Debug, Clone)]
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// For controls.
    pub fn new(path: &str, text: &str) -> Self {
        Source {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// The text without line comments and without the tests at the end of a Rust file.
    pub fn code(&self) -> String {
        let text = match self.text.find("\n#[cfg(test)]\nmod tests {") {
            Some(end) => &self.text[..end],
            None => &self.text,
        };
        text.lines()
            .map(without_comment)
            .collect::<Vec<_>>()
            .join("\n")
    }

    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

/// Cuts a `//` comment, but not the `//` of an address in a string.
fn without_comment(line: &str) -> &str {
    let mut from = 0;
    while let Some(at) = line[from..].find("//") {
        let at = from + at;
        let quotes = line[..at].matches('"').count();
        if quotes.is_multiple_of(2) {
            return &line[..at];
        }
        from = at + 2;
    }
    line
}

pub fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("the root above tests").to_owned()
}

/// What is built or fetched is nobody's work and no rule's business.
const NOT_OURS: &[&str] = &[
    "node_modules",
    "target",
    "dist",
    ".git",
    "gen",
    "permissions",
];

/// All files below `folder` with one of these endings, in a fixed order.
pub fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    gather(&root().join(folder), endings, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn gather(folder: &Path, endings: &[&str], found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if !NOT_OURS.contains(&name.as_str()) {
                gather(&path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let inside = path.strip_prefix(root()).unwrap_or(&path);
            found.push(Source {
                path: inside.to_string_lossy().replace('\\', "/"),
                text: fs::read_to_string(&path).unwrap_or_default(),
            });
        }
    }
}

/// Fails with every breach on a line of its own.
#[track_caller]
pub fn assert_none(rule: &str, breaches: &[String]) {
    assert!(breaches.is_empty(), "{rule}:\n{}", breaches.join("\n"));
}

/// Fails where a control is not caught: the rule then looks at nothing.
#[track_caller]
pub fn assert_caught(breaches: &[String], what: &str) {
    assert!(!breaches.is_empty(), "the rule does not catch: {what}");
}
