//! One change: a transaction, an operation in the journal, a step of undo, and word of what changed.

use std::collections::BTreeMap;
use std::ops::Deref;

use rusqlite::{Connection, Params, TransactionBehavior, named_params};
use serde::Serialize;
use ts_rs::TS;

use super::journal::{OperationParts, operation_hash};
use super::open::Dossier;
use super::reader::Reader;
use crate::base::{Clock, Error, ErrorKind, Result};

/// What a person did, for the journal and for "Undo: …". The words stand in Fluent under
/// `op-<command>`, filled with `args`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OperationName {
    pub command: String,
    pub args: BTreeMap<String, String>,
}

/// An operation about to happen.
#[derive(Debug, Clone)]
pub struct Operation {
    pub name: OperationName,
    /// Name of the foreign file the values come from.
    pub origin_file: Option<String>,
    /// False for what no undo should take back (the making of the plan, an author's name).
    pub is_undoable: bool,
}

impl Operation {
    #[must_use]
    pub fn new(command: &str) -> Self {
        let name = OperationName {
            command: command.to_owned(),
            args: BTreeMap::new(),
        };
        Operation {
            name,
            origin_file: None,
            is_undoable: true,
        }
    }

    /// An argument of the operation's name.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        self.name.args.insert(name.to_owned(), value.to_string());
        self
    }

    #[must_use]
    pub fn from_file(mut self, name: &str) -> Self {
        self.origin_file = Some(name.to_owned());
        self
    }

    #[must_use]
    pub fn lasting(mut self) -> Self {
        self.is_undoable = false;
        self
    }
}

/// What came of a change. The screen refreshes by `tables`.
#[derive(Debug)]
pub struct Changed<T> {
    pub value: T,
    /// Id of the operation; absent when nothing changed.
    pub operation_id: Option<String>,
    /// The rows that changed, by table; empty when nothing did.
    pub touched: Touched,
}

/// Rows touched by the operation being made, by table.
#[derive(Debug, Default)]
pub struct Touched {
    pub rows: BTreeMap<String, Vec<String>>,
}

/// A transaction in which rooms write. It reads like a [`Reader`].
pub struct Tx<'a> {
    reader: Reader<'a>,
    ids: std::cell::RefCell<&'a mut crate::base::id::Ids>,
    clock: Clock,
    name: std::cell::RefCell<OperationName>,
}

impl<'a> Deref for Tx<'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl<'a> Tx<'a> {
    /// A transaction outside of any operation, for derived tables.
    pub(super) fn over(
        connection: &'a Connection,
        ids: &'a mut crate::base::id::Ids,
        clock: Clock,
    ) -> Self {
        Tx {
            reader: Reader { connection },
            ids: std::cell::RefCell::new(ids),
            clock,
            name: std::cell::RefCell::new(Operation::new("").name),
        }
    }
}

impl Tx<'_> {
    /// Runs an insert or update; gives the number of rows.
    ///
    /// # Errors
    /// `value-refused` where the schema's own checks refuse it.
    pub fn execute(&self, sql: &str, params: impl Params) -> Result<usize> {
        Ok(self
            .reader
            .connection
            .prepare_cached(sql)?
            .execute(params)?)
    }

    #[must_use]
    pub fn new_id(&self) -> String {
        self.ids.borrow_mut().make()
    }

    #[must_use]
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// Sets an argument of the operation's name that is known only while it runs (a count).
    pub fn name_with(&self, name: &str, value: impl std::fmt::Display) {
        self.name
            .borrow_mut()
            .args
            .insert(name.to_owned(), value.to_string());
    }
}

/// Kind and target of the operation row.
#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    Do,
    Lasting,
    Undo(&'a str),
    Redo(&'a str),
}

impl Step<'_> {
    fn kind(self) -> &'static str {
        match self {
            Step::Do => "do",
            Step::Lasting => "lasting",
            Step::Undo(_) => "undo",
            Step::Redo(_) => "redo",
        }
    }
    fn target(&self) -> Option<&str> {
        match self {
            Step::Undo(target) | Step::Redo(target) => Some(target),
            Step::Do | Step::Lasting => None,
        }
    }
}

impl Dossier {
    /// Reads from the plan.
    ///
    /// # Errors
    /// `read`'s own.
    pub fn read<T>(&self, read: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        read(&Reader {
            connection: self.connection()?,
        })
    }

    /// Makes one change: everything `make` writes, or nothing. When this returns the change is on
    /// the disk. Where nothing changed no operation is recorded.
    ///
    /// # Errors
    /// `plan-read-only`; `make`'s own; the disk's, after which the plan stands as it was.
    pub fn change<T>(
        &mut self,
        operation: Operation,
        make: impl FnOnce(&Tx<'_>) -> Result<T>,
    ) -> Result<Changed<T>> {
        let step = if operation.is_undoable {
            Step::Do
        } else {
            Step::Lasting
        };
        self.make_step(operation, step, make)
    }

    /// One step; trouble with the disk says which plan it struck.
    pub(super) fn make_step<T>(
        &mut self,
        operation: Operation,
        step: Step<'_>,
        make: impl FnOnce(&Tx<'_>) -> Result<T>,
    ) -> Result<Changed<T>> {
        self.refuse_read_only()?;
        let made = self.write_step(operation, step, make);
        made.map_err(|error| match error.kind {
            ErrorKind::File => error.with("file", self.path().display()),
            ErrorKind::Person | ErrorKind::Bug => error,
        })
    }

    fn write_step<T>(
        &mut self,
        operation: Operation,
        step: Step<'_>,
        make: impl FnOnce(&Tx<'_>) -> Result<T>,
    ) -> Result<Changed<T>> {
        let id = self.ids.make();
        let derive = self.derive;
        let lamport = self.lamport + 1;
        let clock = self.clock;
        let stated_at = clock.stamp();
        let author_id = self.author.as_ref().map(|author| author.id.clone());
        let previous_hash = self.last_hash.clone();
        let session_id = self.session_id.clone();
        let opened_at = self.opened_at.clone();
        let Some(connection) = self.connection.as_mut() else {
            return Err(Error::file("plan-lost"));
        };
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute("delete from current_operation", [])?;
        transaction.execute(
            "insert into current_operation (id) values (:id)",
            named_params! {":id": id},
        )?;

        let tx = Tx {
            reader: Reader {
                connection: &transaction,
            },
            ids: std::cell::RefCell::new(&mut self.ids),
            clock,
            name: std::cell::RefCell::new(operation.name),
        };
        let value = make(&tx)?;
        let touched = touched_by(&transaction, &id)?;
        if touched.rows.is_empty() {
            return Ok(Changed {
                value,
                operation_id: None,
                touched: Touched::default(),
            });
        }
        derive(&tx, &touched)?;
        let name = tx.name.into_inner();
        let args = serde_json::to_string(&name.args)?;
        let parts = OperationParts {
            previous_hash: &previous_hash,
            id: &id,
            kind: step.kind(),
            target_id: step.target(),
            command: &name.command,
            args: &args,
            author_id: author_id.as_deref(),
            session_id: &session_id,
            lamport,
            stated_at: &stated_at,
            origin_file: operation.origin_file.as_deref(),
        };
        let hash = operation_hash(&transaction, &parts)?;
        record_session(&transaction, &session_id, &opened_at)?;
        insert_operation(&transaction, &parts, &hash)?;
        let committed = transaction.commit();
        if let Err(error) = committed {
            // A failed commit may have committed: never retried blindly, looked up instead.
            self.resolve_commit(&id, error)?;
        }
        self.lamport = lamport;
        self.last_hash = hash;
        self.saved_at = Some(stated_at);
        self.operations_since_backup += 1;
        self.stack.push(step.kind(), &id, step.target(), &name);
        Ok(Changed {
            value,
            operation_id: Some(id),
            touched,
        })
    }
}

fn touched_by(connection: &Connection, operation_id: &str) -> Result<Touched> {
    let mut statement = connection.prepare_cached(
        "select distinct table_name, row_id
         from change
         where operation_id = :id
         order by table_name, row_id",
    )?;
    let mut rows = statement.query(named_params! {":id": operation_id})?;
    let mut touched = Touched::default();
    while let Some(row) = rows.next()? {
        touched
            .rows
            .entry(row.get(0)?)
            .or_default()
            .push(row.get(1)?);
    }
    Ok(touched)
}

/// Enters the session with its first operation: a plan that is only read keeps its bytes.
fn record_session(connection: &Connection, session_id: &str, opened_at: &str) -> Result<()> {
    connection
        .prepare_cached(
            "insert into session (id, opened_at, program)
             values (:id, :opened_at, :program)
             on conflict (id) do nothing",
        )?
        .execute(named_params! {
            ":id": session_id,
            ":opened_at": opened_at,
            ":program": format!("Upright {}", env!("CARGO_PKG_VERSION")),
        })?;
    Ok(())
}

fn insert_operation(connection: &Connection, parts: &OperationParts<'_>, hash: &str) -> Result<()> {
    connection
        .prepare_cached(
            "insert into operation (
               id, kind, target_id, command, args, author_id, session_id, lamport, stated_at,
               origin_file, previous_hash, hash)
             values (
               :id, :kind, :target_id, :command, :args, :author_id, :session_id, :lamport,
               :stated_at, :origin_file, :previous_hash, :hash)",
        )?
        .execute(named_params! {
            ":id": parts.id,
            ":kind": parts.kind,
            ":target_id": parts.target_id,
            ":command": parts.command,
            ":args": parts.args,
            ":author_id": parts.author_id,
            ":session_id": parts.session_id,
            ":lamport": parts.lamport,
            ":stated_at": parts.stated_at,
            ":origin_file": parts.origin_file,
            ":previous_hash": parts.previous_hash,
            ":hash": hash,
        })?;
    Ok(())
}
