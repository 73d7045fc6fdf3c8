//! The whole plan as JSON (`docs/export-json.md`).

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::Own;
use crate::base::text::fingerprint;
use crate::base::{Error, Problem, Result, Severity};
use crate::dossier::{Fields, PlanContent, TableShape, content_shapes, text_of};
use crate::recommendations::sort_key;

/// What the file calls itself.
pub const FORMAT: &str = "upright-plan";
/// The version of the file's own form; the tables are those of the schema.
pub const VERSION: u32 = 1;

/// Where the name of the format must stand: at the head of the file.
const HEAD: usize = 256;

#[derive(Deserialize)]
struct File {
    version: u32,
    tables: BTreeMap<String, Vec<Fields>>,
}

/// Whether the bytes begin as a plan of ours does.
pub fn is_plan(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD.min(bytes.len())).unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    let head: String = head.split_whitespace().collect();
    head.trim_start_matches('\u{feff}')
        .starts_with(&format!("{{\"format\":\"{FORMAT}\""))
}

/// Reads a plan.
///
/// # Errors
/// `file-damaged`, `upright-json-newer`.
pub fn read_json(bytes: &[u8]) -> Result<Own> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let file: File =
        serde_json::from_slice(bytes).map_err(|error| Error::file("file-damaged").detail(error))?;
    if file.version > VERSION {
        return Err(Error::person("upright-json-newer").with("version", file.version));
    }
    let shapes = content_shapes()?;
    let mut strange: BTreeMap<String, usize> = BTreeMap::new();
    let mut problems = Vec::new();
    let mut content = PlanContent::default();
    for (table, rows) in file.tables {
        let Some(shape) = shapes.iter().find(|shape| shape.name == table) else {
            *strange.entry(table).or_default() += rows.len();
            continue;
        };
        let mut taken = Vec::with_capacity(rows.len());
        for row in rows {
            match understood(shape, row, &mut strange) {
                Ok(row) => taken.push(row),
                Err(problem) => problems.push(*problem),
            }
        }
        content.tables.insert(table, taken);
    }
    problems.truncate(super::MOST_TOLD);
    problems.extend(strange.into_iter().map(|(name, count)| {
        Problem::new(Severity::Warning, "upright-field-unknown")
            .value(name)
            .with("count", count)
    }));
    Own::proven(content, problems)
}

/// The row as the schema knows it: its own columns with values of their kinds, what follows from
/// others computed anew.
fn understood(
    shape: &TableShape,
    row: Fields,
    strange: &mut BTreeMap<String, usize>,
) -> Result<Fields, Box<Problem>> {
    let id = text_of(&row, "id").to_owned();
    let unfit = |reason: String| {
        let problem = Problem::new(Severity::Error, "upright-row-unfit")
            .with("record_key", super::record_key(&shape.name))
            .with("id", id.chars().take(64).collect::<String>())
            .with("reason", reason);
        Err(Box::new(problem))
    };
    if !super::is_plain_id(&id) {
        return unfit("id".to_owned());
    }
    let mut fields = Fields::new();
    for (name, value) in row {
        let Some(column) = shape.column(&name) else {
            *strange.entry(format!("{}.{name}", shape.name)).or_default() += 1;
            continue;
        };
        let fits = match &value {
            Value::Null => continue,
            Value::String(_) => !column.is_integer,
            Value::Number(number) => column.is_integer && number.is_i64(),
            _ => false,
        };
        if !fits {
            return unfit(name);
        }
        fields.insert(name, value);
    }
    if shape.name == "recommendation" {
        derive(&mut fields);
    }
    Ok(fields)
}

/// What follows from reference and text is not believed.
pub(super) fn derive(fields: &mut Fields) {
    let order = sort_key(text_of(fields, "reference"));
    let print = fingerprint(text_of(fields, "text"));
    fields.insert("sort_key".to_owned(), order.into());
    fields.insert("text_fingerprint".to_owned(), print.into());
}
