//! Are the rows what the history says? The chain of hashes guards the history; this guards the rows
//! against it, so that nothing recorded changes silently: not by a failing disk, not by another
//! program. Fields of which the history is silent (added by a later version) are not compared.

use std::collections::BTreeMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, named_params};
use serde_json::{Map, Value};

use super::journal::{Table, journaled_tables};
use crate::base::{Error, Result};

type Fields = Map<String, Value>;

/// Compares every journaled row with the last values the history gives it.
pub(super) fn are_rows_as_told(connection: &Connection) -> Result<bool> {
    let tables = journaled_tables(connection)?;
    let mut told: BTreeMap<&str, u32> = BTreeMap::new();
    let mut statement = connection.prepare(
        "select row_id, table_name, field, after
         from change
         order by row_id, number",
    )?;
    let mut rows = statement.query([])?;
    let mut row_id = String::new();
    let mut history: BTreeMap<String, Fields> = BTreeMap::new();
    loop {
        let row = rows.next()?;
        let next: Option<String> = row.map(|row| row.get(0)).transpose()?;
        if next.as_ref() != Some(&row_id) {
            for (name, fields) in std::mem::take(&mut history) {
                let Some(table) = tables.iter().find(|table| table.name == name) else {
                    return Ok(false);
                };
                if !is_row_as_told(connection, table, &row_id, &fields)? {
                    return Ok(false);
                }
                *told.entry(&table.name).or_default() += 1;
            }
        }
        let (Some(row), Some(next)) = (row, next) else {
            break;
        };
        row_id = next;
        let fields = history.entry(row.get(1)?).or_default();
        match row.get::<_, Option<String>>(2)? {
            Some(field) => {
                fields.insert(field, json_of(row.get_ref(3)?)?);
            }
            None => *fields = serde_json::from_str(&row.get::<_, String>(3)?)?,
        }
    }
    has_no_row_untold(connection, &tables, &told)
}

fn is_row_as_told(
    connection: &Connection,
    table: &Table,
    row_id: &str,
    told: &Fields,
) -> Result<bool> {
    let object: Vec<String> = table
        .columns
        .iter()
        .map(|column| format!("'{column}', {column}"))
        .collect();
    let found: Option<String> = connection
        .prepare_cached(&format!(
            "select json_object({}) from main.{} where id = :id",
            object.join(", "),
            table.name
        ))?
        .query_row(named_params! {":id": row_id}, |row| row.get(0))
        .optional()?;
    let Some(found) = found else {
        return Ok(false);
    };
    let found: Fields = serde_json::from_str(&found)?;
    Ok(told
        .iter()
        .all(|(field, value)| found.get(field) == Some(value)))
}

/// Every row was made by an operation.
fn has_no_row_untold(
    connection: &Connection,
    tables: &[Table],
    told: &BTreeMap<&str, u32>,
) -> Result<bool> {
    for table in tables {
        let count: u32 = connection.query_row(
            &format!("select count(*) from main.{}", table.name),
            [],
            |row| row.get(0),
        )?;
        if told.get(table.name.as_str()).copied().unwrap_or(0) != count {
            return Ok(false);
        }
    }
    Ok(true)
}

fn json_of(value: ValueRef<'_>) -> Result<Value> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Text(text) => std::str::from_utf8(text)
            .map_err(|error| Error::file("plan-damaged").detail(error))?
            .into(),
        ValueRef::Blob(_) => return Err(Error::file("plan-damaged")),
    })
}
