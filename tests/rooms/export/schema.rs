//! The form of a plan as JSON: nothing of the schema forgotten, described in a JSON Schema and in
//! words.

use std::collections::BTreeMap;
use std::path::PathBuf;

use kit::full::content;
use kit::json_schema::json_schema;
use kit::own::{bring_in, out};
use serde_json::Value;
use upright_core::dossier::{Dossier, content_shapes};
use upright_core::export::ExportFormat::Json;

use super::{demonstration, empty};

/// What of a plan file does not go out, and why.
const LEFT_IN: [(&str, &str); 7] = [
    ("change", "history"),
    ("operation", "history"),
    ("session", "history"),
    ("meta", "belongs to the file, not to the plan"),
    ("recommendation_search", "follows from the records"),
    ("*.key", "local to one file"),
    ("*.deleted", "only what is not removed goes out"),
];

fn full() -> Dossier {
    let mut dossier = empty();
    let file = content(&dossier, "full").to_string();
    let (result, _) = bring_in(&mut dossier, "full.json", file.as_bytes()).expect("comes in");
    let unfit: Vec<_> = result
        .problems
        .iter()
        .filter(|problem| problem.code.contains("unfit"))
        .collect();
    assert!(unfit.is_empty(), "{unfit:?}");
    dossier
}

fn exported(dossier: &Dossier) -> Value {
    serde_json::from_slice(&out(dossier, Json)).expect("JSON")
}

#[test]
fn every_table_and_column_goes_out_or_is_named_as_left_in() {
    let dossier = full();
    let plan = exported(&dossier);
    let columns: Vec<(String, String)> = dossier
        .read(|reader| {
            reader.rows(
                "select t.name, c.name
                 from sqlite_schema t
                 join pragma_table_info(t.name) c
                 where t.type = 'table'
                   and t.name not like 'sqlite!_%' escape '!'
                   and t.name not like 'recommendation!_search!_%' escape '!'
                 order by t.name, c.cid",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
        })
        .unwrap();
    assert!(columns.len() > 200);
    let goes_out = |table: &str, column: &str| {
        let rows = plan["tables"][table].as_array();
        rows.is_some_and(|rows| rows.iter().any(|row| row.get(column).is_some()))
    };
    let left_in = |table: &str, column: &str| {
        LEFT_IN
            .iter()
            .any(|(name, _)| *name == table || *name == format!("*.{column}"))
    };
    let own_kind = |table: &str, column: &str| {
        // Rows of one table that speak of each other are not part of the full plan.
        let shapes = content_shapes().unwrap();
        let shape = shapes.iter().find(|shape| shape.name == table);
        let column = shape.and_then(|shape| shape.column(column));
        column.is_some_and(|column| column.references.as_deref() == Some(table))
    };
    let forgotten: Vec<String> = columns
        .iter()
        .filter(|(table, column)| {
            !goes_out(table, column) && !left_in(table, column) && !own_kind(table, column)
        })
        .map(|(table, column)| format!("{table}.{column}"))
        .collect();
    assert_eq!(
        forgotten,
        Vec::<String>::new(),
        "neither exported nor named as left in"
    );
    assert!(
        !goes_out("meta", "value") && !goes_out("recommendation", "deleted"),
        "the control"
    );
}

#[test]
fn a_full_plan_comes_back_with_every_field() {
    let dossier = full();
    let mut other = empty();
    bring_in(&mut other, "plan.json", &out(&dossier, Json)).unwrap();
    assert_eq!(other.state_hash().unwrap(), dossier.state_hash().unwrap());
}

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../docs")
        .join(name)
}

/// What of a value breaks a schema of the few words used here.
fn breaches(schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let is_kind = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_i64(),
        other => panic!("{at}: a type nobody checks: {other:?}"),
    };
    if !is_kind {
        found.push(format!("{at}: kind"));
    }
    if let Some(values) = schema["enum"].as_array()
        && !values.contains(value)
    {
        found.push(format!("{at}: {value}"));
    }
    for name in schema["required"].as_array().into_iter().flatten() {
        if value.get(name.as_str().unwrap()).is_none() {
            found.push(format!("{at}: {name} is missing"));
        }
    }
    for (name, value) in value.as_object().into_iter().flatten() {
        match schema["properties"].get(name) {
            Some(schema) => breaches(schema, value, &format!("{at}.{name}"), found),
            None => found.push(format!("{at}: {name} is unknown")),
        }
    }
    for (place, value) in value.as_array().into_iter().flatten().enumerate() {
        breaches(&schema["items"], value, &format!("{at}[{place}]"), found);
    }
}

#[test]
fn real_files_keep_to_the_json_schema() {
    let dossier = full();
    let schema = json_schema(&dossier);
    for plan in [
        exported(&dossier),
        exported(&demonstration()),
        exported(&empty()),
    ] {
        let mut found = Vec::new();
        breaches(&schema, &plan, "plan", &mut found);
        assert_eq!(found, Vec::<String>::new());
    }
}

#[test]
fn a_file_of_another_form_breaks_the_json_schema() {
    let dossier = full();
    let schema = json_schema(&dossier);
    let plan = exported(&dossier).to_string();
    for (from, to) in [
        ("\"whole\"", "\"half\""),
        ("\"percent\":1", "\"percent\":\"1\""),
        ("\"percent\":1", "\"per_cent\":1"),
        ("\"mechanism\":\"UPR\"", "\"letter\":\"a\""),
        ("\"version\":1", "\"version\":2"),
    ] {
        let meddled = plan.replacen(from, to, 1);
        assert_ne!(meddled, plan, "{from}");
        let mut found = Vec::new();
        breaches(
            &schema,
            &serde_json::from_str(&meddled).unwrap(),
            "plan",
            &mut found,
        );
        assert!(!found.is_empty(), "{to} is noticed");
    }
}

#[test]
fn every_table_is_told_in_words() {
    let text = std::fs::read_to_string(path("export-json.md")).unwrap();
    let untold: Vec<String> = content_shapes()
        .unwrap()
        .iter()
        .filter(|shape| !text.contains(&format!("| `{}` |", shape.name)))
        .map(|shape| shape.name.clone())
        .collect();
    assert_eq!(
        untold,
        Vec::<String>::new(),
        "docs/export-json.md tells every table"
    );
    let told: BTreeMap<&str, &str> = LEFT_IN.into_iter().collect();
    assert!(
        told.keys()
            .filter(|name| !name.contains('*'))
            .all(|name| text.contains(*name))
    );
}
