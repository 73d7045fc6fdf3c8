//! Opening and closing. A received plan file is code: it is looked at before SQLite runs anything of
//! it, its own triggers and views are off, and its schema must be the known one (SAFETY, "Opening").

use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, named_params};

use super::change::Tx;
use super::claim::Claim;
use super::hardening::{connect, lock, look_before_opening, told};
use super::holder::{Holder, HolderFile};
use super::remake::{DERIVED_EDITION, Remake, edition_of};
use super::undo::Stack;
use super::{APPLICATION_ID, Operation, SCHEMA_VERSION, Touched, check, journal, migrations};
use crate::base::id::Ids;
use crate::base::{Clock, Error, Result};

/// Keeps derived tables true inside the same transaction; given by the rooms above.
pub type Derive = fn(&Tx<'_>, &Touched) -> Result<()>;

/// Who opens, with what.
#[derive(Debug, Clone)]
pub struct OpenAs {
    pub clock: Clock,
    /// Shown to a second opener.
    pub author: Option<String>,
    pub derive: Derive,
    pub remake: Option<Remake>,
    pub read_only: bool,
}

/// Where the bytes lie.
#[derive(Debug, Clone)]
pub enum Storage {
    /// In memory, gone when closed; for tests.
    Memory,
    File(PathBuf),
    /// Through another of SQLite's file systems, named; for the fault tests.
    Vfs {
        path: PathBuf,
        vfs: String,
    },
}

/// What a new plan starts with.
#[derive(Debug, Clone)]
pub struct NewPlan {
    pub title: String,
    /// ISO 3166-1 alpha-3.
    pub state: String,
    pub language: String,
}

/// Who makes the changes: an id of the plan's list of authors.
#[derive(Debug, Clone)]
pub struct Author {
    pub(super) id: String,
    name: String,
}

/// One open plan.
pub struct Dossier {
    pub(super) connection: Option<Connection>,
    pub(super) storage: Storage,
    pub(super) clock: Clock,
    pub(super) ids: Ids,
    pub(super) derive: Derive,
    pub(super) session_id: String,
    pub(super) opened_at: String,
    pub(super) lamport: i64,
    pub(super) last_hash: String,
    pub(super) author: Option<Author>,
    pub(super) stack: Stack,
    pub(super) saved_at: Option<String>,
    pub(super) operations_since_backup: u32,
    read_only: Option<&'static str>,
    holder: Option<HolderFile>,
    /// Given up last, after the connection.
    _claim: Option<Claim>,
}

impl Dossier {
    /// Makes a new plan file and opens it. Never writes over a file that is there.
    ///
    /// # Errors
    /// `file-exists`; the disk's own.
    pub fn create(storage: Storage, plan: &NewPlan, opening: &OpenAs) -> Result<Self> {
        Self::create_with_ids(storage, plan, opening, Ids::Random)
    }

    /// As [`Dossier::create`], with ids from `ids` (reproducible plans).
    ///
    /// # Errors
    /// As [`Dossier::create`].
    pub fn create_with_ids(
        storage: Storage,
        plan: &NewPlan,
        opening: &OpenAs,
        mut ids: Ids,
    ) -> Result<Self> {
        if let Storage::File(path) = &storage {
            // Claims the name: two programs making the same plan do not share a file.
            File::options()
                .write(true)
                .create_new(true)
                .open(path)
                .map_err(|error| {
                    let code = match error.kind() {
                        std::io::ErrorKind::AlreadyExists => Error::person("file-exists"),
                        _ => Error::from(error),
                    };
                    code.with("file", path.display())
                })?;
        }
        let claim = Claim::on(&storage)?;
        let connection = connect(&storage, false)?;
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        connection.execute_batch("begin immediate")?;
        migrations::migrate(&connection, 0)?;
        for (key, value) in [
            ("plan_id", ids.make()),
            ("compat_min", migrations::OLDEST_READER.to_string()),
            ("made_at", opening.clock.stamp()),
            ("maker", format!("Upright {}", env!("CARGO_PKG_VERSION"))),
            (DERIVED_EDITION, edition_of(opening)),
        ] {
            connection.execute(
                "insert into meta (key, value) values (:key, :value)",
                named_params! {":key": key, ":value": value},
            )?;
        }
        connection.execute_batch("commit")?;
        crate::base::files::sync_parent(storage.path())?;
        let mut dossier = Self::over(connection, claim, storage, opening, ids)?;
        dossier.change(
            Operation::new("create_plan")
                .with("title", &plan.title)
                .lasting(),
            |tx| {
                tx.execute(
                    "insert into profile (id, title, state, language)
                 values ('profile', :title, :state, :language)",
                    named_params! {
                    ":title": plan.title, ":state": plan.state, ":language": plan.language},
                )
            },
        )?;
        Ok(dossier)
    }

    /// Opens a plan file.
    ///
    /// # Errors
    /// `plan-not-upright`, `plan-suspicious`, `plan-damaged`, `plan-newer`, `plan-in-use` (with
    /// `holder` and `since`), `file-not-found`; the bytes of a refused file are untouched.
    pub fn open(storage: Storage, opening: &OpenAs) -> Result<Self> {
        let mut was_open = false;
        let claim = Claim::on(&storage).map_err(|error| told(error, &storage))?;
        if let Storage::File(path) = &storage {
            look_before_opening(path)?;
            was_open = Holder::of(path).is_some();
        }
        let connection = connect(&storage, opening.read_only).map_err(|e| told(e, &storage))?;
        let version = check::refuse_strange(&connection).map_err(|e| told(e, &storage))?;
        let mut read_only = opening.read_only.then_some("asked");
        if version > SCHEMA_VERSION {
            read_only = Some("newer");
        }
        if read_only.is_none() {
            lock(&connection).map_err(|error| told(error, &storage))?;
            if was_open {
                // Not closed cleanly, or the marker was copied along: look at everything.
                check::refuse_damaged(&connection)?;
            }
        }
        let connection = match (version < SCHEMA_VERSION, read_only) {
            (false, _) => connection,
            (true, None) => {
                migrations::migrate_older(&connection, &storage, version)?;
                connection
            }
            (true, Some(_)) => migrations::migrated_in_memory(&connection, version)?,
        };
        let is_writable = read_only.is_none() || version < SCHEMA_VERSION;
        let mut dossier =
            Self::over_as(connection, claim, storage, opening, Ids::Random, read_only)?;
        if is_writable && let Some(remake) = opening.remake {
            dossier.remake(remake)?;
        }
        Ok(dossier)
    }

    fn over(
        connection: Connection,
        claim: Option<Claim>,
        storage: Storage,
        opening: &OpenAs,
        ids: Ids,
    ) -> Result<Self> {
        lock(&connection)?;
        Self::over_as(connection, claim, storage, opening, ids, None)
    }

    fn over_as(
        connection: Connection,
        claim: Option<Claim>,
        storage: Storage,
        opening: &OpenAs,
        mut ids: Ids,
        read_only: Option<&'static str>,
    ) -> Result<Self> {
        if read_only.is_some() {
            journal::install_views(&connection)?;
        } else {
            journal::install(&connection)?;
        }
        let (lamport, last_hash) = connection
            .query_row(
                "select lamport, hash from operation order by number desc limit 1",
                [],
                |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)),
            )
            .optional()?
            .unwrap_or_default();
        let stack = Stack::read(&connection)?;
        let holder = match (&storage, read_only) {
            (Storage::File(path), None) => {
                let plan_id = connection
                    .query_row("select value from meta where key = 'plan_id'", [], |row| {
                        row.get(0)
                    })
                    .optional()?;
                Some(HolderFile::write(path, opening, plan_id)?)
            }
            _ => None,
        };
        // Fresh and random at every opening: people copy files, so a counter would collide.
        let session_id = ids.make();
        Ok(Dossier {
            connection: Some(connection),
            storage,
            clock: opening.clock,
            ids,
            derive: opening.derive,
            session_id,
            opened_at: opening.clock.stamp(),
            lamport,
            last_hash,
            author: None,
            stack,
            saved_at: None,
            operations_since_backup: 0,
            read_only,
            holder,
            _claim: claim,
        })
    }

    pub(super) fn connection(&self) -> Result<&Connection> {
        self.connection
            .as_ref()
            .ok_or_else(|| Error::file("plan-lost"))
    }

    /// After a failed commit: opens the file afresh and looks whether the operation is there.
    pub(super) fn resolve_commit(
        &mut self,
        operation_id: &str,
        failed: rusqlite::Error,
    ) -> Result<()> {
        self.connection = None;
        let reopened = connect(&self.storage, false)
            .and_then(|connection| {
                lock(&connection)?;
                journal::install(&connection)?;
                Ok(connection)
            })
            .map_err(|_| {
                Error::file("commit-unknown")
                    .with("operation", operation_id)
                    .detail(&failed)
            })?;
        let is_there = reopened
            .prepare("select 1 from operation where id = :id")?
            .exists(named_params! {":id": operation_id})?;
        self.connection = Some(reopened);
        if is_there { Ok(()) } else { Err(failed.into()) }
    }

    /// Whether the operation of that id is in the file.
    ///
    /// # Errors
    /// SQLite's own.
    pub fn has_operation(&self, id: &str) -> Result<bool> {
        let sql = "select count(*) from operation where id = :id";
        Ok(self.read(|reader| reader.count(sql, named_params! {":id": id}))? > 0)
    }

    pub(super) fn refuse_read_only(&self) -> Result<()> {
        match self.read_only {
            Some(reason) => Err(Error::person("plan-read-only").with("reason", reason)),
            None => Ok(()),
        }
    }

    /// Why nothing can be changed here: `asked` or `newer`.
    #[must_use]
    pub fn read_only_reason(&self) -> Option<&'static str> {
        self.read_only
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        self.storage.path()
    }

    #[must_use]
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// When the last change reached the disk, in this session.
    #[must_use]
    pub fn saved_at(&self) -> Option<&str> {
        self.saved_at.as_deref()
    }

    /// The plan's own random id; copies of a file share it.
    ///
    /// # Errors
    /// `plan-damaged` where the file has none.
    pub fn plan_id(&self) -> Result<String> {
        self.read(|reader| {
            reader
                .find("select value from meta where key = 'plan_id'", [], |row| {
                    row.get(0)
                })?
                .ok_or_else(|| Error::file("plan-damaged"))
        })
    }

    /// Names the author of the changes to come.
    pub fn set_author(&mut self, id: &str, name: &str) {
        self.author = Some(Author {
            id: id.to_owned(),
            name: name.to_owned(),
        });
        if let Some(holder) = &mut self.holder {
            holder.name(name);
        }
    }

    #[must_use]
    pub fn author(&self) -> Option<(&str, &str)> {
        self.author
            .as_ref()
            .map(|author| (author.id.as_str(), author.name.as_str()))
    }

    /// Number of operations since opening, for backups.
    #[must_use]
    pub fn operations_since_backup(&self) -> u32 {
        self.operations_since_backup
    }

    /// Closes the file and takes the holder's note away.
    ///
    /// # Errors
    /// SQLite's own; everything acknowledged is on the disk already.
    pub fn close(mut self) -> Result<()> {
        if let Some(connection) = self.connection.take() {
            connection.close().map_err(|(_, error)| error)?;
        }
        Ok(())
    }
}

impl Storage {
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Storage::Memory => Path::new(""),
            Storage::File(path) | Storage::Vfs { path, .. } => path,
        }
    }
}
