//! The form of a plan as JSON in the words of JSON Schema, drawn from the schema of the plan file.

use regex::Regex;
use serde_json::{Map, Value, json};
use upright_core::dossier::{ColumnShape, Dossier, SCHEMA_VERSION, content_shapes};

use crate::full::{choices, statements};

/// The JSON Schema of the form, drawn from the schema of the plan file.
pub fn json_schema(dossier: &Dossier) -> Value {
    let statements = statements(dossier);
    let mut tables = Map::new();
    for shape in content_shapes().expect("the schema") {
        let statement = &statements[&shape.name];
        let columns = shape.columns.iter();
        let properties: Map<String, Value> = columns
            .map(|column| (column.name.clone(), field(statement, column)))
            .collect();
        let columns = shape.columns.iter();
        let required: Vec<&str> = columns
            .filter(|column| column.is_required)
            .map(|column| column.name.as_str())
            .collect();
        tables.insert(
            shape.name.clone(),
            json!({"type": "array", "items": {
                "type": "object", "properties": properties, "required": required,
                "additionalProperties": false}}),
        );
    }
    tables.sort_keys();
    let names: Vec<String> = tables.keys().cloned().collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A plan exported from Upright",
        "type": "object",
        "properties": {
            "format": {"type": "string", "enum": ["upright-plan"]},
            "version": {"type": "integer", "enum": [1]},
            "schema": {"type": "integer", "enum": [SCHEMA_VERSION]},
            "scope": {"type": "string", "enum": ["whole", "part"]},
            "audience": {"type": "string", "enum": ["full"]},
            "tables": {
                "type": "object", "properties": tables, "required": names,
                "additionalProperties": false}
        },
        "required": ["format", "version", "schema", "scope", "audience", "tables"],
        "additionalProperties": false
    })
}

fn field(statement: &str, column: &ColumnShape) -> Value {
    let mut field = Map::new();
    if let Some(words) = remark(statement, &column.name) {
        field.insert("description".to_owned(), words.into());
    }
    let kind = if column.is_integer {
        "integer"
    } else {
        "string"
    };
    field.insert("type".to_owned(), kind.into());
    let values: Vec<Value> = choices(statement, &column.name)
        .into_iter()
        .map(|value| match value.parse::<i64>() {
            Ok(number) => number.into(),
            Err(_) => value.into(),
        })
        .collect();
    if !values.is_empty() {
        field.insert("enum".to_owned(), values.into());
    }
    if let Some(other) = &column.references {
        let words = format!("id of a row of {other}");
        field.insert("$comment".to_owned(), words.into());
    }
    field.into()
}

/// The remark above a column where the table is made.
fn remark(statement: &str, column: &str) -> Option<String> {
    let above = Regex::new(&format!(r"((?:\n\s*-- [^\n]*)+)\n\s*{column} ")).expect("a pattern");
    let found = above.captures(statement)?;
    let lines: Vec<&str> = found[1]
        .lines()
        .map(|line| line.trim().trim_start_matches("-- "))
        .filter(|line| !line.is_empty())
        .collect();
    Some(lines.join(" "))
}
