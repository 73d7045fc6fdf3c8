//! The schema: numbered SQL, forward only, additive only (ministries run different versions and swap
//! files). The text of every version is known, so that a received file can be held against it.

use std::sync::OnceLock;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::Backup;

use super::backup::copy_checked;
use super::hardening::connect;
use super::open::Storage;
use crate::base::{Error, Result};

/// `application_id` in the header of every plan file: "UPRT".
pub const APPLICATION_ID: i32 = 0x5550_5254;

/// `user_version` of the plan files this program writes.
pub const SCHEMA_VERSION: i32 = 2;

/// The oldest version of the schema whose programs can read what this one writes.
pub(super) const OLDEST_READER: i32 = 1;

const MIGRATIONS: [&str; 2] = [
    include_str!("migrations/001_first_storeys.sql"),
    include_str!("migrations/002_the_register.sql"),
];

/// Brings the schema from `from` to the newest version inside the caller's transaction.
pub(super) fn migrate(connection: &Connection, from: i32) -> Result<()> {
    let done = usize::try_from(from).map_err(|_| Error::file("plan-not-upright"))?;
    for migration in MIGRATIONS.iter().skip(done) {
        connection.execute_batch(migration)?;
    }
    connection.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    Ok(())
}

/// Brings a plan of an older version up to date. The plan as it was stays beside it, for colleagues
/// who have not the newer program.
///
/// # Errors
/// The storage's own; then nothing of the migration stands in the file.
pub(super) fn migrate_older(
    connection: &Connection,
    storage: &Storage,
    version: i32,
) -> Result<()> {
    if let Storage::File(path) = storage {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let kept = path.with_file_name(format!("{stem} (version {version}).upright"));
        if !kept.exists() {
            copy_checked(connection, &kept)?;
        }
    }
    connection.execute_batch("begin immediate")?;
    migrate(connection, version)?;
    connection.execute_batch("commit")?;
    Ok(())
}

/// A plan of an older version that may not be written: read from a copy in memory, brought up to date.
///
/// # Errors
/// The storage's own.
pub(super) fn migrated_in_memory(connection: &Connection, version: i32) -> Result<Connection> {
    let mut copy = connect(&Storage::Memory, false)?;
    Backup::new(connection, &mut copy)?.run_to_completion(1024, Duration::ZERO, None)?;
    migrate(&copy, version)?;
    Ok(copy)
}

/// The schema as SQLite keeps it, one statement a line group, in a stated order.
///
/// # Errors
/// SQLite's own.
pub fn schema_text(connection: &Connection) -> Result<String> {
    let mut statement = connection.prepare(
        "select type || ' ' || name || char(10) || coalesce(sql, '')
         from sqlite_schema
         where name not like 'sqlite!_%' escape '!'
         order by type, name",
    )?;
    let parts = statement.query_map([], |row| row.get::<_, String>(0))?;
    Ok(parts.collect::<rusqlite::Result<Vec<_>>>()?.join("\n\n"))
}

/// The known schema of `version`, made once in the life of the program.
pub(super) fn known_schema(version: i32) -> Result<&'static str> {
    static KNOWN: [OnceLock<String>; MIGRATIONS.len()] =
        [const { OnceLock::new() }; MIGRATIONS.len()];
    let count = usize::try_from(version).map_err(|_| Error::file("plan-not-upright"))?;
    let Some(known) = count.checked_sub(1).and_then(|place| KNOWN.get(place)) else {
        return Err(Error::file("plan-not-upright"));
    };
    if let Some(text) = known.get() {
        return Ok(text);
    }
    let connection = Connection::open_in_memory()?;
    for migration in MIGRATIONS.iter().take(count) {
        connection.execute_batch(migration)?;
    }
    let text = schema_text(&connection)?;
    Ok(known.get_or_init(|| text))
}
