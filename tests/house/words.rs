//! Words: every one in Fluent, none missing, none left over.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;
use upright_core::commands::{COMMANDS, Kind};

use crate::tree::{Source, assert_caught, assert_none, sources};

/// Message and attribute ids (`id`, `id.attribute`) of one file.
fn ids(file: &Source) -> Vec<String> {
    let message = Regex::new(r"^([a-zA-Z][\w-]*)\s*=").expect("a pattern");
    let attribute = Regex::new(r"^\s+\.([a-z][\w-]*)\s*=").expect("a pattern");
    let mut all = Vec::new();
    let mut current = String::new();
    for line in file.text.lines() {
        if let Some(found) = message.captures(line) {
            current = found[1].to_owned();
            all.push(current.clone());
        } else if let Some(found) = attribute.captures(line) {
            all.push(format!("{current}.{}", &found[1]));
        }
    }
    all
}

fn english() -> Vec<Source> {
    sources("assets/text/en", &[".ftl"])
}

fn known(files: &[Source]) -> BTreeSet<String> {
    files.iter().flat_map(ids).collect()
}

/// What the program is written in, without its tests.
fn program() -> Vec<Source> {
    let mut all = sources("src-tauri", &[".rs"]);
    all.extend(sources("ui/src", &[".ts", ".svelte"]));
    all.retain(|source| {
        !source.path.contains("/xtask/")
            && !source.name().contains(".test.")
            && !source.name().contains(".spec.")
    });
    all.into_iter()
        .map(|source| Source {
            text: if source.path.ends_with(".rs") {
                source.code()
            } else {
                source.text
            },
            ..source
        })
        .collect()
}

/// Ids that a text asks for in so many words.
fn asked(source: &Source) -> Vec<String> {
    let rust = r#"(?:Error::(?:person|file|bug)|\.say|\.say_with|\.tell)\(\s*"([^"]*)""#;
    let problem = r#"Problem::(?:new|error|warning|notice)\(\s*(?:[\w:]+,\s*)?"([^"]*)""#;
    let screen = r#"(?:^|[^\w.])(?:text|say|t)\(\s*['"]([^'"]*)['"]"#;
    let patterns: &[&str] = if source.path.ends_with(".rs") {
        &[rust, problem]
    } else {
        &[screen]
    };
    patterns
        .iter()
        .flat_map(|pattern| {
            let pattern = Regex::new(pattern).expect("a pattern");
            pattern
                .captures_iter(&source.text)
                .map(|found| found[1].to_owned())
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Every string that stands in a text, and the beginnings of those that are put together.
fn literals(source: &Source) -> (BTreeSet<String>, BTreeSet<String>) {
    let literal = Regex::new(r#""([a-zA-Z][\w.{}$()-]*)"|'([a-zA-Z][\w.-]*)'|`([^`\n]*)`"#)
        .expect("a pattern");
    let mut whole = BTreeSet::new();
    let mut beginnings = BTreeSet::new();
    for found in literal.captures_iter(&source.text) {
        let text = found
            .iter()
            .skip(1)
            .flatten()
            .next()
            .map_or("", |text| text.as_str());
        match text.find(['{', '$']) {
            Some(at) if text[..at].ends_with('-') => {
                beginnings.insert(text[..at].to_owned());
            }
            Some(_) => {}
            None => {
                whole.insert(text.to_owned());
            }
        }
    }
    (whole, beginnings)
}

fn missing(known: &BTreeSet<String>, program: &[Source]) -> Vec<String> {
    let mut breaches = Vec::new();
    for source in program {
        for id in asked(source) {
            if !known.contains(&id) {
                breaches.push(format!("{}: {id}", source.path));
            }
        }
    }
    breaches
}

/// An attribute is used with its message; an undo name with its command.
fn left_over(known: &BTreeSet<String>, program: &[Source]) -> Vec<String> {
    let mut whole = BTreeSet::new();
    let mut beginnings = BTreeSet::new();
    for source in program {
        let (some, parts) = literals(source);
        whole.extend(some);
        beginnings.extend(parts);
    }
    let is_used = |id: &str| {
        let message = id.split('.').next().unwrap_or(id);
        whole.contains(id)
            || whole.contains(message)
            || message.strip_prefix("op-").is_some_and(|command| {
                whole.contains(command) || whole.contains(&command.replace('-', "_"))
            })
            || beginnings
                .iter()
                .any(|beginning| message.starts_with(beginning.as_str()))
    };
    known.iter().filter(|id| !is_used(id)).cloned().collect()
}

/// Codes are stable names, never sentences.
fn sentences_as_codes(program: &[Source]) -> Vec<String> {
    let code = Regex::new(r"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?$").expect("a pattern");
    program
        .iter()
        .filter(|source| source.path.ends_with(".rs"))
        .flat_map(|source| asked(source).into_iter().map(move |id| (source, id)))
        .filter(|(_, id)| !code.is_match(id))
        .map(|(source, id)| format!("{}: {id}", source.path))
        .collect()
}

fn twice(files: &[Source]) -> Vec<String> {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in files {
        for id in ids(file).into_iter().filter(|id| !id.contains('.')) {
            places.entry(id).or_default().push(file.path.clone());
        }
    }
    places
        .into_iter()
        .filter(|(_, files)| files.len() > 1)
        .map(|(id, files)| format!("{id}: {}", files.join(", ")))
        .collect()
}

/// `NUMBER()` and `DATETIME()` do nothing in Rust: numbers and dates arrive preformatted.
fn formatting(files: &[Source]) -> Vec<String> {
    let call = Regex::new(r"\b(NUMBER|DATETIME)\s*\(").expect("a pattern");
    files
        .iter()
        .filter(|file| call.is_match(&file.text))
        .map(|file| file.path.clone())
        .collect()
}

#[test]
fn every_word_asked_for_is_there() {
    let files = english();
    assert_none("no message", &missing(&known(&files), &program()));
    let known = known(&[Source::new("a.ftl", "a-b = X\n")]);
    for (path, text) in [
        ("a.rs", "Err(Error::person(\"no-such-code\"))"),
        ("a.rs", "Problem::new(Severity::Error, \"no-such-code\")"),
        ("a.rs", "words.say_with(\n    \"no-such-id\", &[])"),
        ("a.svelte", "<p>{text('no-such-id')}</p>"),
    ] {
        assert_caught(&missing(&known, &[Source::new(path, text)]), text);
    }
}

#[test]
fn no_word_is_left_over() {
    let files = english();
    assert_none("unused messages", &left_over(&known(&files), &program()));
    let known = known(&[Source::new(
        "a.ftl",
        "a-b = X\n    .hint = Y\nstatus-late = Z\nop-set-it = S\n",
    )]);
    let used = Source::new(
        "a.rs",
        "say(\"a-b\"); format!(\"status-{code}\"); change(\"set_it\")",
    );
    assert_none("used", &left_over(&known, &[used]));
    assert_eq!(
        left_over(&known, &[]).len(),
        4,
        "all are left over where nobody speaks"
    );
}

#[test]
fn codes_are_names_and_not_sentences() {
    assert_none("sentences", &sentences_as_codes(&program()));
    let sentence = Source::new("a.rs", "Error::person(\"The plan is closed.\")");
    assert_caught(&sentences_as_codes(&[sentence]), "a sentence");
}

/// The undo button names what it undoes.
fn without_undo_name(changes: &[&str], known: &BTreeSet<String>) -> Vec<String> {
    changes
        .iter()
        .map(|name| format!("op-{}", name.replace('_', "-")))
        .filter(|id| !known.contains(id))
        .collect()
}

#[test]
fn every_change_has_a_name_to_undo_it_by() {
    let known = known(&english());
    let changes: Vec<&str> = COMMANDS
        .iter()
        .filter(|command| command.kind == Kind::Change)
        .map(|command| command.name)
        .collect();
    assert!(!changes.is_empty(), "there are changes in the table");
    assert_none("no undo name", &without_undo_name(&changes, &known));
    assert_caught(
        &without_undo_name(&["fly_away"], &known),
        "a change without a name",
    );
}

#[test]
fn a_message_stands_in_one_place() {
    assert_none("twice", &twice(&english()));
    let twice_there = [
        Source::new("a.ftl", "a-b = X\n"),
        Source::new("b.ftl", "a-b = Y\n"),
    ];
    assert_caught(&twice(&twice_there), "a message in two files");
}

#[test]
fn messages_format_no_numbers_and_no_dates() {
    assert_none(
        "formatting",
        &formatting(&sources("assets/text", &[".ftl"])),
    );
    assert_caught(
        &formatting(&[Source::new("a.ftl", "a = { NUMBER($n) }")]),
        "NUMBER()",
    );
}
