//! The schema: numbered SQL, forward only, additive only (ministries run different versions and swap
//! files). The text of every version is known, so that a received file can be held against it.

use std::sync::OnceLock;

use rusqlite::Connection;

use crate::base::{Error, Result};

/// `application_id` in the header of every plan file: "UPRT".
pub const APPLICATION_ID: i32 = 0x5550_5254;

/// `user_version` of the plan files this program writes.
pub const SCHEMA_VERSION: i32 = 1;

const MIGRATIONS: [&str; 1] = [include_str!("migrations/001_first_storeys.sql")];

/// Brings the schema from `from` to the newest version inside the caller's transaction.
pub(super) fn migrate(connection: &Connection, from: i32) -> Result<()> {
    let done = usize::try_from(from).map_err(|_| Error::file("plan-not-upright"))?;
    for migration in MIGRATIONS.iter().skip(done) {
        connection.execute_batch(migration)?;
    }
    connection.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    Ok(())
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
