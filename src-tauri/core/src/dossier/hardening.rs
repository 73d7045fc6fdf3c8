//! What stands between a foreign file and the program: a look before SQLite opens it, a connection
//! that runs nothing of the file, and the lock.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::APPLICATION_ID;
use super::holder::Holder;
use super::open::Storage;
use crate::base::{Error, Result};

/// Says which file, and for a locked one who holds it.
pub(super) fn told(error: Error, storage: &Storage) -> Error {
    let path = storage.path();
    let error = error.with("file", path.display());
    if error.code != "plan-in-use" {
        return error;
    }
    match Holder::of(path) {
        Some(holder) => error
            .with("holder", holder.author.unwrap_or_default())
            .with("computer", holder.computer)
            .with("since", holder.since),
        None => error
            .with("holder", "")
            .with("computer", "")
            .with("since", ""),
    }
}

/// What the file system shows before SQLite touches the file.
pub(super) fn look_before_opening(path: &Path) -> Result<()> {
    let at = |code: &str, reason: &str| {
        Error::file(code)
            .with("file", path.display())
            .with("reason", reason)
    };
    let metadata = fs::symlink_metadata(path)
        .map_err(|error| Error::from(error).with("file", path.display()))?;
    if metadata.file_type().is_symlink() {
        return Err(at("plan-suspicious", "link"));
    }
    if !metadata.is_file() {
        return Err(at("plan-not-upright", "folder"));
    }
    #[cfg(unix)]
    if std::os::unix::fs::MetadataExt::nlink(&metadata) > 1 {
        return Err(at("plan-suspicious", "hard-link"));
    }
    let mut wal = path.as_os_str().to_owned();
    wal.push("-wal");
    if Path::new(&wal).exists() {
        // A leftover -wal is replayed into whatever takes its place.
        return Err(at("plan-suspicious", "wal"));
    }
    let mut header = [0_u8; 100];
    let read = File::open(path)?.read(&mut header)?;
    if read < header.len() || !header.starts_with(b"SQLite format 3\0") {
        return Err(at("plan-not-upright", "header"));
    }
    // Bytes 18 and 19: 2 means write-ahead log; ours never is. Bytes 68 to 71: application id.
    if header.get(18..20) != Some(&[1, 1]) {
        return Err(at("plan-suspicious", "wal"));
    }
    if header.get(68..72) != Some(&APPLICATION_ID.to_be_bytes()) {
        return Err(at("plan-not-upright", "application"));
    }
    Ok(())
}

pub(super) fn connect(storage: &Storage, read_only: bool) -> Result<Connection> {
    let access = if read_only {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    } else {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    };
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = match storage {
        Storage::Memory => Connection::open_in_memory()?,
        Storage::File(path) => Connection::open_with_flags(path, flags)?,
        Storage::Vfs { path, vfs } => Connection::open_with_flags_and_vfs(
            path,
            flags | OpenFlags::SQLITE_OPEN_CREATE,
            vfs.as_str(),
        )?,
    };
    harden(&connection)?;
    connection.busy_timeout(Duration::from_millis(250))?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.execute_batch(
        "pragma locking_mode = exclusive;
         pragma mmap_size = 0;
         pragma temp_store = memory;
         pragma secure_delete = on;
         pragma foreign_keys = on;
         pragma cache_size = -32768;",
    )?;
    if !read_only {
        connection.execute_batch("pragma journal_mode = delete; pragma synchronous = extra;")?;
    }
    Ok(connection)
}

fn harden(connection: &Connection) -> Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // Temporary triggers and views, which are ours, still work.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    Ok(())
}

/// Takes SQLite's own lock at once and keeps it: the guard against a second opener.
pub(super) fn lock(connection: &Connection) -> Result<()> {
    connection.execute_batch("begin exclusive; commit;")?;
    Ok(())
}
