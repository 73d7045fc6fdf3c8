//! Looking at a file: is it one of ours, is it whole, does its chain of operations hold.

use rusqlite::{Connection, named_params};
use serde::Serialize;
use ts_rs::TS;

use super::journal::{OperationParts, change_hash, journaled_tables, operation_hash};
use super::open::Dossier;
use super::{SCHEMA_VERSION, migrations, replay};
use crate::base::text::hex;
use crate::base::{Error, Result};
use sha2::{Digest, Sha256};

/// What a full check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckReport {
    pub is_whole: bool,
    /// The chain of operations holds, and the rows are what it says.
    pub is_chain_true: bool,
    pub operations: u32,
    pub changes: u32,
    /// Hash over all living rows: equal plans have equal hashes.
    pub state_hash: String,
}

/// Refuses a file that is not a plan or that carries anything a plan does not; gives its version.
pub(super) fn refuse_strange(connection: &Connection) -> Result<i32> {
    let quick: String = connection.query_row("pragma quick_check(1)", [], |row| row.get(0))?;
    if quick != "ok" {
        return Err(Error::file("plan-damaged").detail(quick));
    }
    let version: i32 = connection.query_row("pragma user_version", [], |row| row.get(0))?;
    if version < 1 {
        return Err(Error::file("plan-not-upright").with("reason", "version"));
    }
    let code_objects: i64 = connection.query_row(
        "select count(*) from sqlite_schema where type in ('trigger', 'view')",
        [],
        |row| row.get(0),
    )?;
    if code_objects > 0 {
        return Err(Error::file("plan-suspicious").with("reason", "code"));
    }
    if version > SCHEMA_VERSION {
        let least: String = connection
            .query_row(
                "select value from meta where key = 'compat_min'",
                [],
                |row| row.get(0),
            )
            .unwrap_or_default();
        let is_readable = least
            .parse::<i32>()
            .is_ok_and(|least| least <= SCHEMA_VERSION);
        return if is_readable {
            Ok(version)
        } else {
            Err(Error::file("plan-newer").with("version", version))
        };
    }
    if migrations::schema_text(connection)? != migrations::known_schema(version)? {
        return Err(Error::file("plan-suspicious").with("reason", "schema"));
    }
    Ok(version)
}

/// The full look after an unclean exit.
pub(super) fn refuse_damaged(connection: &Connection) -> Result<()> {
    if !is_whole(connection)? {
        return Err(Error::file("plan-damaged"));
    }
    if !is_chain_true(connection)? {
        return Err(Error::file("plan-damaged").with("reason", "chain"));
    }
    Ok(())
}

fn is_whole(connection: &Connection) -> Result<bool> {
    let found: String = connection.query_row("pragma integrity_check(1)", [], |row| row.get(0))?;
    let mut foreign = connection.prepare("pragma foreign_key_check")?;
    Ok(found == "ok" && !foreign.exists([])?)
}

fn is_chain_true(connection: &Connection) -> Result<bool> {
    Ok(are_entries_true(connection)?
        && are_operations_true(connection)?
        && replay::are_rows_as_told(connection)?)
}

/// Every entry's stored hash is that of its values. A redacted entry (empty body) keeps its hash.
fn are_entries_true(connection: &Connection) -> Result<bool> {
    let mut statement = connection.prepare(
        "select table_name, row_id, field, before, after, hash from change order by number",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let values = [
            row.get_ref(0)?,
            row.get_ref(1)?,
            row.get_ref(2)?,
            row.get_ref(3)?,
            row.get_ref(4)?,
        ];
        if change_hash(values) != row.get::<_, String>(5)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn are_operations_true(connection: &Connection) -> Result<bool> {
    let mut statement = connection.prepare(
        "select previous_hash, id, kind, target_id, command, args, author_id, session_id, lamport,
                stated_at, origin_file, hash
         from operation
         order by number",
    )?;
    let mut rows = statement.query([])?;
    let mut last = String::new();
    while let Some(row) = rows.next()? {
        let texts: [Option<String>; 8] = [
            row.get(0)?,
            row.get(1)?,
            row.get(2)?,
            row.get(3)?,
            row.get(4)?,
            row.get(5)?,
            row.get(6)?,
            row.get(7)?,
        ];
        let [previous, id, kind, target, command, args, author, session] = &texts;
        let (stated_at, origin): (String, Option<String>) = (row.get(9)?, row.get(10)?);
        let parts = OperationParts {
            previous_hash: previous.as_deref().unwrap_or_default(),
            id: id.as_deref().unwrap_or_default(),
            kind: kind.as_deref().unwrap_or_default(),
            target_id: target.as_deref(),
            command: command.as_deref().unwrap_or_default(),
            args: args.as_deref().unwrap_or_default(),
            author_id: author.as_deref(),
            session_id: session.as_deref().unwrap_or_default(),
            lamport: row.get(8)?,
            stated_at: &stated_at,
            origin_file: origin.as_deref(),
        };
        let hash: String = row.get(11)?;
        if parts.previous_hash != last || operation_hash(connection, &parts)? != hash {
            return Ok(false);
        }
        last = hash;
    }
    Ok(true)
}

impl Dossier {
    /// Looks at the whole file: pages, links, chain.
    ///
    /// # Errors
    /// SQLite's own, where the file cannot be read at all.
    pub fn check(&self) -> Result<CheckReport> {
        let connection = self.connection()?;
        Ok(CheckReport {
            is_whole: is_whole(connection)?,
            is_chain_true: is_chain_true(connection)?,
            operations: self.read(|r| r.count("select count(*) from operation", []))?,
            changes: self.read(|r| r.count("select count(*) from change", []))?,
            state_hash: self.state_hash()?,
        })
    }

    /// A hash over every living row of every journaled table: the plan's content, not its history.
    /// What is not set does not count, so that a column or table of a later version changes nothing.
    ///
    /// # Errors
    /// SQLite's own.
    pub fn state_hash(&self) -> Result<String> {
        let connection = self.connection()?;
        let mut digest = Sha256::new();
        for table in journaled_tables(connection)? {
            let object: Vec<String> = table
                .columns
                .iter()
                .map(|column| format!("'{column}', {column}"))
                .collect();
            let mut statement = connection.prepare(&format!(
                "select json_patch('{{}}', json_object({}))
                 from main.{}
                 where deleted = 0
                 order by id",
                object.join(", "),
                table.name
            ))?;
            let mut rows = statement.query(named_params! {})?;
            let mut is_empty = true;
            while let Some(row) = rows.next()? {
                if is_empty {
                    digest.update(table.name.as_bytes());
                    is_empty = false;
                }
                digest.update([0]);
                digest.update(row.get::<_, String>(0)?.as_bytes());
            }
        }
        Ok(hex(&digest.finalize()))
    }
}
