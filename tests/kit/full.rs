//! A plan with something in every column of every table, made from the schema: a text of its own in
//! every field that takes any, so that it can be looked for.

use std::collections::BTreeMap;

use regex::Regex;
use serde_json::{Map, Value, json};
use upright_core::dossier::{ColumnShape, Dossier, TableShape, content_shapes};

/// The tables of content with the statement that makes each.
pub fn statements(dossier: &Dossier) -> BTreeMap<String, String> {
    dossier
        .read(|reader| {
            reader.rows(
                "select name, sql from sqlite_schema where type = 'table' order by name",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
        })
        .expect("readable")
        .into_iter()
        .collect()
}

/// The values a column is confined to; none where it takes any.
pub fn choices(statement: &str, column: &str) -> Vec<String> {
    let pattern = format!(r"(?s)check \({column} in \(([^)]*)\)\)");
    let pattern = Regex::new(&pattern).expect("a pattern");
    let Some(found) = pattern.captures(statement) else {
        return Vec::new();
    };
    found[1]
        .split(',')
        .map(|value| value.trim().trim_matches('\'').to_owned())
        .collect()
}

/// The text that stands in a field, where it takes any.
pub fn canary(mark: &str, table: &str, column: &str) -> String {
    format!("{mark}{table}{column}").replace('_', "")
}

/// The content of a full plan; `mark` begins every id and every text.
pub fn content(dossier: &Dossier, mark: &str) -> Value {
    let statements = statements(dossier);
    let mut tables = Map::new();
    for shape in content_shapes().expect("the schema") {
        let statement = &statements[&shape.name];
        let rows = match shape.name.as_str() {
            "profile" => vec![row(shape, statement, mark, "profile", &[])],
            // A link needs two ends.
            "recommendation" => ["1", "2"]
                .map(|which| {
                    let id = format!("{mark}-recommendation-{which}");
                    row(shape, statement, mark, &id, &[])
                })
                .to_vec(),
            // Either on a recommendation or on an action.
            "assignment" => ["recommendation_id", "action_id"]
                .map(|left_out| {
                    let id = format!("{mark}-assignment-{}", left_out.replace('_', "-"));
                    row(shape, statement, mark, &id, &[left_out])
                })
                .to_vec(),
            name => {
                let id = format!("{mark}-{}", name.replace('_', "-"));
                vec![row(shape, statement, mark, &id, &[])]
            }
        };
        tables.insert(shape.name.clone(), Value::Array(rows));
    }
    json!({"format": "upright-plan", "version": 1, "tables": tables})
}

fn row(shape: &TableShape, statement: &str, mark: &str, id: &str, left_out: &[&str]) -> Value {
    let mut fields = Map::new();
    for column in &shape.columns {
        let name = column.name.as_str();
        if left_out.contains(&name) || column.references.as_deref() == Some(shape.name.as_str()) {
            continue;
        }
        let value = match name {
            "id" => id.into(),
            _ => value(shape, column, statement, mark, id),
        };
        fields.insert(name.to_owned(), value);
    }
    Value::Object(fields)
}

fn value(shape: &TableShape, column: &ColumnShape, statement: &str, mark: &str, id: &str) -> Value {
    let name = column.name.as_str();
    if let Some(other) = &column.references {
        let other = other.replace('_', "-");
        return match (other.as_str(), name) {
            ("recommendation", "to_id") => format!("{mark}-recommendation-2").into(),
            ("recommendation", _) => format!("{mark}-recommendation-1").into(),
            _ => format!("{mark}-{other}").into(),
        };
    }
    if let Some(first) = choices(statement, name).first() {
        return match column.is_integer {
            true => json!(1),
            false => first.as_str().into(),
        };
    }
    match (shape.name.as_str(), name) {
        (_, _) if column.is_integer => json!(1),
        // The codes a plan cannot do without.
        ("profile", "state") => "XUP".into(),
        ("recommendation", "mechanism") => "UPR".into(),
        ("recommendation", "position") | ("position_entry", "position") => "NOT".into(),
        ("recommendation_state", "state") => "CHL".into(),
        ("action", "status") => "in_progress".into(),
        ("recommendation", "reference") => id.into(),
        ("action" | "assignment", _) if name.ends_with("_on") => "2026-11-01".into(),
        (_, "language") => "en".into(),
        (_, _) if name.ends_with("_on") => "2026-11-01".into(),
        (_, _) if name.ends_with("_at") => "2026-11-01T10:00:00Z".into(),
        _ => canary(mark, &shape.name, name).into(),
    }
}
