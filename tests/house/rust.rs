//! How the Rust of the house is written, where no lint of clippy looks.

use regex::Regex;

use crate::tree::{Source, assert_caught, assert_none, sources};

/// Lines of a file without its tests. A table of data may be longer: each is named here.
const LONGEST: usize = 400;
const TABLES_OF_DATA: &[&str] = &[];

/// Where `unsafe` is allowed: SQLite's own interface in the fault tests, the limits of a child process.
const UNSAFE_ALLOWED: &[&str] = &["tests/faults/", "src-tauri/core/src/import/limits.rs"];

/// What may not be written anywhere, and why.
const FORBIDDEN: &[(&str, &str)] = &[
    (r"(?i)\bselect\s+\*", "columns are named one by one"),
    (r"(?i)\binsert\s+or\s+replace\b", "it deletes silently"),
    (r"#!?\[allow\(", "expect(…, reason) instead"),
    (r"\b(todo|unimplemented)!\(", "no stubs"),
    (r"#\[ignore", "no ignored tests"),
];

/// Names that name nothing.
const EMPTY_NAMES: &str = r"\b(?:mod|struct|enum|trait|fn|class|interface|type)\s+(\w*(?:[Uu]tils?|[Hh]elpers?|[Mm]anager|[Ss]ervice|[Hh]andler)|common)\b";
const EMPTY_FILES: &str = r"(?i)^(utils?|helpers?|common|manager|service|handlers?)(\.|$)";

/// The rules themselves show what they forbid, in their controls.
fn rust() -> Vec<Source> {
    let mut all = sources("src-tauri", &[".rs"]);
    all.extend(sources("tests", &[".rs"]));
    all.retain(|source| !source.path.starts_with("tests/house/"));
    all
}

fn too_long(all: &[Source], longest: usize, allowed: &[&str]) -> Vec<String> {
    all.iter()
        .filter(|source| !allowed.contains(&source.path.as_str()))
        .filter_map(|source| {
            let lines = source.code().lines().count();
            (lines > longest).then(|| format!("{}: {lines} lines", source.path))
        })
        .collect()
}

fn forbidden(all: &[Source]) -> Vec<String> {
    let mut breaches = Vec::new();
    for (pattern, why) in FORBIDDEN {
        let pattern = Regex::new(pattern).expect("a pattern");
        for source in all {
            if let Some(found) = pattern.find(&source.code()) {
                breaches.push(format!("{}: {} ({why})", source.path, found.as_str()));
            }
        }
    }
    breaches
}

fn empty_names(all: &[Source]) -> Vec<String> {
    let names = Regex::new(EMPTY_NAMES).expect("a pattern");
    let files = Regex::new(EMPTY_FILES).expect("a pattern");
    let mut breaches = Vec::new();
    for source in all {
        if let Some(found) = names.captures(&source.code()) {
            breaches.push(format!("{}: {}", source.path, &found[1]));
        }
        if source.path.split('/').any(|part| files.is_match(part)) {
            breaches.push(format!("{}: the name of the file", source.path));
        }
    }
    breaches
}

fn unsafe_code(all: &[Source]) -> Vec<String> {
    let block = Regex::new(r"\bunsafe\s*(\{|fn|impl|extern)").expect("a pattern");
    all.iter()
        .filter(|source| {
            !UNSAFE_ALLOWED
                .iter()
                .any(|place| source.path.starts_with(place))
        })
        .filter(|source| block.is_match(&source.text))
        .map(|source| source.path.clone())
        .collect()
}

fn without_opening_words(all: &[Source]) -> Vec<String> {
    all.iter()
        .filter(|source| {
            let first = source.text.lines().find(|line| !line.starts_with("#!"));
            !first.is_some_and(|line| line.starts_with("//!"))
        })
        .map(|source| source.path.clone())
        .collect()
}

#[test]
fn no_file_is_longer_than_a_person_reads_at_once() {
    let mut program = rust();
    program.retain(|source| !source.path.starts_with("tests/") || source.path.contains("/kit/"));
    assert_none("too long", &too_long(&program, LONGEST, TABLES_OF_DATA));
    let long = Source::new("a.rs", &"let a = 1;\n".repeat(LONGEST + 1));
    assert_caught(
        &too_long(std::slice::from_ref(&long), LONGEST, &[]),
        "a long file",
    );
    let tested = Source::new(
        "a.rs",
        &format!(
            "fn a() {{}}\n\n#[cfg(test)]\nmod tests {{\n{}}}\n",
            "let a = 1;\n".repeat(500)
        ),
    );
    assert_none("tests do not count", &too_long(&[tested], LONGEST, &[]));
}

#[test]
fn nothing_forbidden_is_written() {
    let mut all = rust();
    all.extend(sources("src-tauri", &[".sql"]));
    assert_none("forbidden", &forbidden(&all));
    for text in [
        "\"select  * from action\"",
        "INSERT OR REPLACE into action",
        "#[allow(dead_code)]",
        "fn a() { todo!() }",
        "#[ignore = \"slow\"]",
    ] {
        assert_caught(&forbidden(&[Source::new("a.rs", text)]), text);
    }
}

#[test]
fn names_name_something() {
    let mut all = rust();
    all.extend(sources("ui/src", &[".ts", ".svelte"]));
    assert_none("empty names", &empty_names(&all));
    for text in [
        "struct PlanManager;",
        "mod utils;",
        "class ImportService {",
        "fn click_handler() {",
    ] {
        assert_caught(&empty_names(&[Source::new("a.rs", text)]), text);
    }
    assert_caught(
        &empty_names(&[Source::new("ui/src/helpers/a.ts", "")]),
        "a folder",
    );
    let good = Source::new(
        "commands.rs",
        "struct Handle; mod commands; fn common_words() {}",
    );
    assert_none("names that say something", &empty_names(&[good]));
}

#[test]
fn unsafe_code_stands_only_where_it_must() {
    assert_none("unsafe", &unsafe_code(&rust()));
    let elsewhere = Source::new("src-tauri/core/src/search/list.rs", "unsafe { a() }");
    assert_caught(&unsafe_code(&[elsewhere]), "unsafe");
}

#[test]
fn every_file_says_what_it_is_for() {
    assert_none("no //! at the head", &without_opening_words(&rust()));
    assert_caught(
        &without_opening_words(&[Source::new("a.rs", "use std::fs;\n")]),
        "no head",
    );
}

/// A room's test that its `main.rs` does not name would never run.
#[test]
fn no_test_file_is_forgotten() {
    let forgotten = |folder: &str, main: &str, all: &[Source]| -> Vec<String> {
        all.iter()
            .filter(|source| source.path.matches('/').count() == folder.matches('/').count() + 1)
            .map(|source| source.name().trim_end_matches(".rs").to_owned())
            .filter(|name| name != "main" && name != "lib")
            .filter(|name| !main.contains(&format!("mod {name};")))
            .map(|name| format!("{folder}/{name}.rs"))
            .collect()
    };
    let all = sources("tests", &["/main.rs", "main.rs"]);
    for main in all.iter().filter(|source| source.name() == "main.rs") {
        let folder = main.path.trim_end_matches("/main.rs");
        let beside = sources(folder, &[".rs"]);
        assert_none("forgotten tests", &forgotten(folder, &main.text, &beside));
    }
    let control = [Source::new("tests/rooms/plan.rs", "")];
    assert_caught(
        &forgotten("tests/rooms", "mod people;", &control),
        "a forgotten file",
    );
}
