//! The schema of a plan file. Ministries run different versions and swap files: a migration adds, it
//! never changes or takes away, and what has been released is never edited (ARCHITECTURE).

use std::fs;

use upright_core::base::Clock;
use upright_core::desk::opening;
use upright_core::dossier::{Dossier, NewPlan, SCHEMA_VERSION, Storage};

use crate::{golden, is_writing};

/// Checks that a later version widened: what was allowed still is (decision 0010).
const RELAXED: &[&str] =
    &["vocabulary text not null check (vocabulary in ('theme', 'group', 'sdg'))"];

/// The statements of a fresh plan, as SQLite keeps them.
fn fresh() -> Vec<String> {
    let plan = NewPlan {
        title: "Golden".to_owned(),
        state: "XAA".to_owned(),
        language: "en".to_owned(),
    };
    let dossier = Dossier::create(Storage::Memory, &plan, &opening(Clock::System)).expect("a plan");
    dossier
        .read(|reader| {
            reader.rows(
                "select sql || ';'
                 from sqlite_schema
                 where sql is not null
                 order by type desc, name",
                [],
                |row| row.get(0),
            )
        })
        .expect("readable")
}

fn text(statements: &[String]) -> String {
    format!("{}\n", statements.join("\n\n"))
}

/// Names of tables and columns, and of indexes: what older and newer programs rely on.
fn missing<'a>(older: &'a str, newer: &str) -> Vec<&'a str> {
    // SQLite quotes the name of a table that was laid anew.
    let newer = newer.replace('"', "");
    older
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("--") && *line != ") strict;")
        .map(|line| line.trim_end_matches([',', ';']))
        .filter(|line| !newer.contains(&line.replace('"', "")))
        .collect()
}

#[test]
fn the_schema_is_the_one_that_was_read_and_agreed() {
    let now = text(&fresh());
    let file = golden("schema.sql");
    if is_writing() {
        fs::write(&file, &now).expect("written");
    }
    let agreed = fs::read_to_string(&file).expect("tests/golden/schema.sql");
    assert_eq!(
        now, agreed,
        "a new migration? UPRIGHT_GOLDEN=write, and read the difference"
    );
}

#[test]
fn nothing_of_an_older_schema_is_missing() {
    let now = text(&fresh());
    for version in 1..=SCHEMA_VERSION {
        let file = golden(&format!("schema-{version}.sql"));
        if is_writing() && version == SCHEMA_VERSION {
            fs::write(&file, &now).expect("written");
        }
        let older = fs::read_to_string(&file).expect("the schema of every version stands here");
        let mut gone = missing(&older, &now);
        gone.retain(|line| !RELAXED.contains(line));
        assert!(gone.is_empty(), "version {version}: {gone:#?}");
    }
    let renamed = now.replace("short_name text", "abbreviation text");
    assert!(
        !missing(&now, &renamed).is_empty(),
        "a renamed column is noticed"
    );
}
