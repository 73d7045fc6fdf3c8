//! Undo is a new operation with the old values, newest first, so it survives a restart; redo undoes
//! the undo. Where something later touched the same field it refuses and says what.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, named_params};

use super::change::{Changed, Operation, OperationName, Step, Tx};
use super::journal::journaled_tables;
use super::open::Dossier;
use crate::base::{Error, Result};

/// How many steps are offered: older ones stay in the history.
const DEPTH: usize = 1000;
/// Undos and redos fill places too, so twice as many operations are read.
const READ_BACK: i64 = 2000;

#[derive(Debug, Clone)]
struct Entry {
    id: String,
    name: OperationName,
}

/// What can be undone and redone, read from the operations themselves.
#[derive(Debug, Default)]
pub(super) struct Stack {
    undo: Vec<Entry>,
    redo: Vec<Entry>,
}

impl Stack {
    pub(super) fn read(connection: &Connection) -> Result<Self> {
        let mut statement = connection.prepare(
            "select kind, id, target_id, command, args
             from operation
             where number > (select coalesce(max(number), 0) from operation) - :depth
             order by number",
        )?;
        let mut rows = statement.query(named_params! {":depth": READ_BACK})?;
        let mut stack = Stack::default();
        while let Some(row) = rows.next()? {
            let (kind, id): (String, String) = (row.get(0)?, row.get(1)?);
            let target: Option<String> = row.get(2)?;
            let args: String = row.get(4)?;
            let args: BTreeMap<String, String> = serde_json::from_str(&args)?;
            let name = OperationName {
                command: row.get(3)?,
                args,
            };
            stack.push(&kind, &id, target.as_deref(), &name);
        }
        Ok(stack)
    }

    pub(super) fn push(
        &mut self,
        kind: &str,
        id: &str,
        target: Option<&str>,
        name: &OperationName,
    ) {
        let is_target = |entry: &Entry| Some(entry.id.as_str()) == target;
        match kind {
            "do" => {
                self.undo.push(Entry {
                    id: id.to_owned(),
                    name: name.clone(),
                });
                self.redo.clear();
                if self.undo.len() > DEPTH {
                    self.undo.remove(0);
                }
            }
            // Mostly the last one; one further down where a person chose it.
            "undo" => {
                if let Some(place) = self.undo.iter().rposition(is_target) {
                    self.redo.push(self.undo.remove(place));
                }
            }
            "redo" => self.undo.extend(self.redo.pop_if(|entry| is_target(entry))),
            _ => {}
        }
    }
}

impl Dossier {
    /// What the next undo takes back.
    #[must_use]
    pub fn next_undo(&self) -> Option<&OperationName> {
        self.stack.undo.last().map(|entry| &entry.name)
    }

    /// What the next redo brings again.
    #[must_use]
    pub fn next_redo(&self) -> Option<&OperationName> {
        self.stack.redo.last().map(|entry| &entry.name)
    }

    /// Takes the last operation back.
    ///
    /// # Errors
    /// `nothing-to-undo`; `undo-later-change` where something later touched the same field.
    pub fn undo(&mut self) -> Result<Changed<OperationName>> {
        let entry = self
            .stack
            .undo
            .last()
            .cloned()
            .ok_or_else(|| Error::person("nothing-to-undo"))?;
        let operation = Operation {
            name: entry.name.clone(),
            origin_file: None,
            is_undoable: true,
        };
        self.make_step(operation, Step::Undo(&entry.id), |tx| {
            take_back(tx, &entry.id)?;
            Ok(entry.name.clone())
        })
    }

    /// Takes back one operation that is not the last, and exactly what it did.
    ///
    /// # Errors
    /// `undo-not-possible` where it is not among those that can be taken back; `undo-later-change`
    /// where something later touched the same field, `undo-later-use` where something later stands on
    /// a row it made.
    pub fn undo_operation(&mut self, id: &str) -> Result<Changed<OperationName>> {
        let entries = &self.stack.undo;
        let place = entries.iter().position(|entry| entry.id == id);
        let entry = place
            .and_then(|place| entries.get(place).cloned())
            .ok_or_else(|| Error::person("undo-not-possible"))?;
        let operation = Operation {
            name: entry.name.clone(),
            origin_file: None,
            is_undoable: true,
        };
        self.make_step(operation, Step::Undo(&entry.id), |tx| {
            take_back(tx, &entry.id)?;
            refuse_rows_in_use(tx, &entry.id)?;
            Ok(entry.name.clone())
        })
    }

    /// Brings back what the last undo took.
    ///
    /// # Errors
    /// `nothing-to-redo`; `undo-later-change`.
    pub fn redo(&mut self) -> Result<Changed<OperationName>> {
        let entry = self
            .stack
            .redo
            .last()
            .cloned()
            .ok_or_else(|| Error::person("nothing-to-redo"))?;
        let operation = Operation {
            name: entry.name.clone(),
            origin_file: None,
            is_undoable: true,
        };
        self.make_step(operation, Step::Redo(&entry.id), |tx| {
            let undo_id: String = tx
                .find(
                    "select id
                     from operation
                     where kind = 'undo' and target_id = :id
                     order by number desc
                     limit 1",
                    named_params! {":id": entry.id},
                    |row| row.get(0),
                )?
                .ok_or_else(|| Error::person("nothing-to-redo"))?;
            take_back(tx, &undo_id)?;
            Ok(entry.name.clone())
        })
    }
}

/// Refuses to leave rows that stand on one which `operation_id` made and which is now taken back.
fn refuse_rows_in_use(tx: &Tx<'_>, operation_id: &str) -> Result<()> {
    for table in journaled_tables(tx.connection)? {
        let references = tx.rows(
            &format!(
                "select \"table\", \"from\" from pragma_foreign_key_list('{}') order by id",
                table.name
            ),
            [],
            |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)),
        )?;
        for (parent, column) in references {
            let left = tx.find(
                &format!(
                    "select c.row_id
                     from change c
                     join main.{} child on child.{column} = c.row_id and child.deleted = 0
                     where c.operation_id = :id and c.table_name = :parent and c.field is null
                     order by c.number",
                    table.name
                ),
                named_params! {":id": operation_id, ":parent": parent},
                |row| row.get::<_, String>(0),
            )?;
            if let Some(record) = left {
                return Err(Error::person("undo-later-use")
                    .with("table", parent)
                    .with("record", record));
            }
        }
    }
    Ok(())
}

struct Recorded {
    table: String,
    row_id: String,
    field: Option<String>,
    before: Value,
    after: Value,
}

/// Writes the old values of an operation's changes, newest first.
fn take_back(tx: &Tx<'_>, operation_id: &str) -> Result<()> {
    let tables = journaled_tables(tx.connection)?;
    let changes = tx.rows(
        "select table_name, row_id, field, before, after
         from change
         where operation_id = :id
         order by number desc",
        named_params! {":id": operation_id},
        |row| {
            Ok(Recorded {
                table: row.get(0)?,
                row_id: row.get(1)?,
                field: row.get(2)?,
                before: row.get(3)?,
                after: row.get(4)?,
            })
        },
    )?;
    for change in changes {
        // Names come from the file: only those of the schema reach SQL.
        let is_known = tables.iter().any(|table| {
            table.name == change.table
                && change
                    .field
                    .as_ref()
                    .is_none_or(|field| table.columns.contains(field))
        });
        if !is_known {
            return Err(Error::file("plan-damaged").with("reason", "journal"));
        }
        let (field, before, after) = match change.field {
            Some(field) => (field, change.before, change.after),
            // The row was made: taking back is marking it deleted.
            None => ("deleted".to_owned(), Value::Integer(1), Value::Integer(0)),
        };
        let written = tx.execute(
            &format!(
                "update main.{} set {field} = :before where id = :id and {field} is :after",
                change.table
            ),
            named_params! {":before": before, ":after": after, ":id": change.row_id},
        )?;
        if written == 0 {
            return Err(Error::person("undo-later-change")
                .with("table", &change.table)
                .with("field", &field)
                .with("record", &change.row_id));
        }
    }
    Ok(())
}
