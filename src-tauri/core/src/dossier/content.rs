//! The content of a plan as rows by table: what is taken out whole and brought back in. Drawn from
//! the schema, so that no table and no column can be forgotten. Neither history nor what was removed
//! belongs to it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rusqlite::types::{ToSqlOutput, Value as SqlValue, ValueRef};
use rusqlite::{Connection, ToSql, named_params, params_from_iter};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::hardening::connect;
use super::journal::journaled_tables;
use super::migrations::migrate;
use super::{Reader, Storage, Tx};
use crate::base::{Error, Result};

/// The fields of one row; what is not set is absent.
pub type Fields = Map<String, Value>;

/// Rows by table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PlanContent {
    pub tables: BTreeMap<String, Vec<Fields>>,
}

/// A table whose rows are content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableShape {
    pub name: String,
    /// All but `key`, which is local to one file, and `deleted`.
    pub columns: Vec<ColumnShape>,
    /// Sets of columns no two rows share, the id apart.
    pub unique: Vec<Vec<String>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnShape {
    pub name: String,
    pub is_integer: bool,
    pub is_required: bool,
    /// It has a value where a row does not give one.
    pub has_default: bool,
    /// The table whose ids stand in it.
    pub references: Option<String>,
}

/// A row that cannot stand in a plan, and what SQLite said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfit {
    pub table: String,
    pub id: String,
    pub reason: String,
}

impl TableShape {
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&ColumnShape> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The other tables its rows speak of.
    fn leans_on(&self) -> impl Iterator<Item = &str> {
        self.columns
            .iter()
            .filter_map(|column| column.references.as_deref())
            .filter(|other| *other != self.name)
    }
}

/// The tables of content of this version of the schema, each after those its rows speak of.
///
/// # Errors
/// SQLite's own.
pub fn content_shapes() -> Result<&'static [TableShape]> {
    static SHAPES: OnceLock<Vec<TableShape>> = OnceLock::new();
    if let Some(shapes) = SHAPES.get() {
        return Ok(shapes);
    }
    let shapes = shapes_of(&empty_plan()?)?;
    Ok(SHAPES.get_or_init(|| shapes))
}

fn empty_plan() -> Result<Connection> {
    let connection = connect(&Storage::Memory, false)?;
    migrate(&connection, 0)?;
    Ok(connection)
}

fn shapes_of(connection: &Connection) -> Result<Vec<TableShape>> {
    let mut left = Vec::new();
    for table in journaled_tables(connection)? {
        left.push(TableShape {
            columns: columns_of(connection, &table.name)?,
            unique: unique_of(connection, &table.name)?,
            name: table.name,
        });
    }
    let mut ordered: Vec<TableShape> = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let known: BTreeSet<String> = ordered.iter().map(|shape| shape.name.clone()).collect();
        let (ready, waiting): (Vec<_>, Vec<_>) = left
            .into_iter()
            .partition(|shape| shape.leans_on().all(|other| known.contains(other)));
        if ready.is_empty() {
            return Err(Error::bug("plan-damaged").with("reason", "schema"));
        }
        ordered.extend(ready);
        left = waiting;
    }
    Ok(ordered)
}

fn columns_of(connection: &Connection, table: &str) -> Result<Vec<ColumnShape>> {
    let mut statement = connection.prepare(
        "select c.name, c.type, c.\"notnull\" or c.pk, c.dflt_value is not null,
                (select f.\"table\" from pragma_foreign_key_list(:table, 'main') f
                 where f.\"from\" = c.name)
         from pragma_table_info(:table, 'main') c
         where c.name not in ('key', 'deleted')
         order by c.cid",
    )?;
    let columns = statement.query_map(named_params! {":table": table}, |row| {
        Ok(ColumnShape {
            name: row.get(0)?,
            is_integer: row.get::<_, String>(1)?.eq_ignore_ascii_case("integer"),
            is_required: row.get(2)?,
            has_default: row.get(3)?,
            references: row.get(4)?,
        })
    })?;
    Ok(columns.collect::<rusqlite::Result<Vec<_>>>()?)
}

fn unique_of(connection: &Connection, table: &str) -> Result<Vec<Vec<String>>> {
    let mut statement = connection.prepare(
        "select l.name, i.name
         from pragma_index_list(:table, 'main') l
         join pragma_index_info(l.name, 'main') i
         where l.\"unique\" = 1
         order by l.name, i.seqno",
    )?;
    let mut sets: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut rows = statement.query(named_params! {":table": table})?;
    while let Some(row) = rows.next()? {
        sets.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(sets.into_values().filter(|set| set != &["id"]).collect())
}

/// Puts every row into an empty plan in memory and tells those its schema refuses; they and what
/// leans on them are taken out of `content`. Rows come back each after those of its own table that
/// it speaks of.
///
/// # Errors
/// SQLite's own.
pub fn prove(content: &mut PlanContent) -> Result<Vec<Unfit>> {
    let plan = empty_plan()?;
    let mut unfit = Vec::new();
    for shape in content_shapes()? {
        let Some(rows) = content.tables.get_mut(&shape.name) else {
            continue;
        };
        let mut left = std::mem::take(rows);
        loop {
            let mut refused = Vec::new();
            let before = left.len();
            for row in left {
                match put(&plan, shape, &row) {
                    Ok(()) => rows.push(row),
                    Err(error) => refused.push((row, error)),
                }
            }
            if refused.len() == before || refused.is_empty() {
                unfit.extend(refused.into_iter().map(|(row, error)| Unfit {
                    table: shape.name.clone(),
                    id: text_of(&row, "id").to_owned(),
                    reason: error.to_string(),
                }));
                break;
            }
            // Rows of one table may speak of each other in any order.
            left = refused.into_iter().map(|(row, _)| row).collect();
        }
    }
    Ok(unfit)
}

/// A text of a row; empty where it is none.
#[must_use]
pub fn text_of<'f>(row: &'f Fields, column: &str) -> &'f str {
    row.get(column).and_then(Value::as_str).unwrap_or_default()
}

impl Reader<'_> {
    /// The tables of content of the open file, each after those its rows speak of.
    ///
    /// # Errors
    /// SQLite's own.
    pub fn content_shapes(&self) -> Result<Vec<TableShape>> {
        shapes_of(self.connection)
    }

    /// Every living row of a table, by id, its fields in the order of the schema.
    ///
    /// # Errors
    /// SQLite's own; `each`'s.
    pub fn each_living(
        &self,
        shape: &TableShape,
        mut each: impl FnMut(Fields) -> Result<()>,
    ) -> Result<()> {
        let names: Vec<&str> = shape.columns.iter().map(|c| c.name.as_str()).collect();
        let mut statement = self.connection.prepare(&format!(
            "select {} from live_{} order by id",
            names.join(", "),
            shape.name
        ))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let mut fields = Fields::new();
            for (place, name) in names.iter().enumerate() {
                add_field(&mut fields, name, row.get_ref(place)?)?;
            }
            each(fields)?;
        }
        Ok(())
    }

    /// Every row of a table by id, those removed among them, with the mark `deleted`.
    ///
    /// # Errors
    /// SQLite's own.
    pub fn rows_by_id(&self, shape: &TableShape) -> Result<BTreeMap<String, Fields>> {
        let mut names: Vec<&str> = shape.columns.iter().map(|c| c.name.as_str()).collect();
        names.push("deleted");
        let mut statement = self.connection.prepare(&format!(
            "select {} from main.{} order by id",
            names.join(", "),
            shape.name
        ))?;
        let mut found = BTreeMap::new();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let mut fields = Fields::new();
            for (place, name) in names.iter().enumerate() {
                add_field(&mut fields, name, row.get_ref(place)?)?;
            }
            found.insert(text_of(&fields, "id").to_owned(), fields);
        }
        Ok(found)
    }
}

impl Tx<'_> {
    /// Makes a row.
    ///
    /// # Errors
    /// `value-refused` where the schema's own checks refuse it.
    pub fn put_row(&self, shape: &TableShape, fields: &Fields) -> Result<()> {
        put(self.connection, shape, fields)
    }

    /// Sets fields of a row; `deleted` may be one of them.
    ///
    /// # Errors
    /// As [`Tx::put_row`].
    pub fn set_fields(&self, shape: &TableShape, id: &str, fields: &Fields) -> Result<()> {
        let set: Vec<(&String, &Value)> = fields
            .iter()
            .filter(|(name, _)| shape.column(name).is_some() || *name == "deleted")
            .collect();
        if set.is_empty() {
            return Ok(());
        }
        let assignments: Vec<String> = set.iter().map(|(name, _)| format!("{name} = ?")).collect();
        let mut values: Vec<Field<'_>> = set.iter().map(|(_, value)| Field(value)).collect();
        let id = Value::String(id.to_owned());
        values.push(Field(&id));
        self.connection
            .prepare_cached(&format!(
                "update main.{} set {} where id = ?",
                shape.name,
                assignments.join(", ")
            ))?
            .execute(params_from_iter(values))?;
        Ok(())
    }
}

fn put(connection: &Connection, shape: &TableShape, fields: &Fields) -> Result<()> {
    let set: Vec<(&str, &Value)> = shape
        .columns
        .iter()
        .filter_map(|column| Some((column.name.as_str(), fields.get(&column.name)?)))
        .collect();
    let names: Vec<&str> = set.iter().map(|(name, _)| *name).collect();
    let marks = vec!["?"; set.len()];
    connection
        .prepare_cached(&format!(
            "insert into main.{} ({}) values ({})",
            shape.name,
            names.join(", "),
            marks.join(", ")
        ))?
        .execute(params_from_iter(set.iter().map(|(_, value)| Field(value))))?;
    Ok(())
}

/// A JSON value as SQLite takes it: a number where it is whole, else a text.
struct Field<'v>(&'v Value);

impl ToSql for Field<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Value::Null => ToSqlOutput::Owned(SqlValue::Null),
            Value::String(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Value::Number(number) => match number.as_i64() {
                Some(whole) => ToSqlOutput::Owned(SqlValue::Integer(whole)),
                None => ToSqlOutput::Owned(SqlValue::Text(number.to_string())),
            },
            other => ToSqlOutput::Owned(SqlValue::Text(other.to_string())),
        })
    }
}

fn add_field(fields: &mut Fields, name: &str, value: ValueRef<'_>) -> Result<()> {
    let value = match value {
        ValueRef::Null => return Ok(()),
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Text(text) => std::str::from_utf8(text)
            .map_err(|error| Error::file("plan-damaged").detail(error))?
            .into(),
        ValueRef::Blob(_) => return Err(Error::file("plan-damaged")),
    };
    fields.insert(name.to_owned(), value);
    Ok(())
}
