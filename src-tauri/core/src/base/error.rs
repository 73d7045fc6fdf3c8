//! Errors: a kind, a stable code and arguments. The sentence and its hint live in
//! `assets/text/<lang>/*.ftl` under the code itself; tests match codes, never sentences.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who can mend it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ErrorKind {
    /// The person can: a refused value, a missing choice, something that changed meanwhile.
    Person,
    /// The file or the disk is in the way: full, locked, damaged, newer, not readable.
    File,
    /// A fault of the program.
    Bug,
}

/// What went wrong, to which thing. Crosses the border as `{kind, code, args, detail}`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Error {
    pub kind: ErrorKind,
    /// Stable, kebab-case, also the Fluent message id.
    pub code: String,
    /// Arguments of the sentence.
    pub args: BTreeMap<String, String>,
    /// Technical detail for a log or a support request; never shown as the message.
    pub detail: Option<String>,
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    fn new(kind: ErrorKind, code: &str) -> Self {
        Error {
            kind,
            code: code.to_owned(),
            args: BTreeMap::new(),
            detail: None,
        }
    }

    /// Something the person can put right.
    #[must_use]
    pub fn person(code: &str) -> Self {
        Self::new(ErrorKind::Person, code)
    }

    /// Trouble with a file or the disk.
    #[must_use]
    pub fn file(code: &str) -> Self {
        Self::new(ErrorKind::File, code)
    }

    /// A fault of the program.
    #[must_use]
    pub fn bug(code: &str) -> Self {
        Self::new(ErrorKind::Bug, code)
    }

    /// Adds an argument of the sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    /// Adds technical detail.
    #[must_use]
    pub fn detail(mut self, detail: impl fmt::Display) -> Self {
        self.detail = Some(detail.to_string());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        for (name, value) in &self.args {
            write!(f, " {name}={value}")?;
        }
        if let Some(detail) = &self.detail {
            write!(f, " ({detail})")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Error::file("disk-full").with("file", "none").detail(error),
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => {
                Error::file("plan-in-use").detail(error)
            }
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => {
                Error::file("plan-damaged").detail(error)
            }
            Some(Code::SystemIoFailure | Code::CannotOpen) => {
                Error::file("disk-trouble").detail(error)
            }
            Some(Code::ReadOnly) => Error::file("plan-read-only").detail(error),
            Some(Code::ConstraintViolation) => Error::person("value-refused").detail(error),
            // The schema is known when rows are read: a value of another type or no text at all is
            // the file's doing.
            _ if matches!(
                error,
                rusqlite::Error::FromSqlConversionFailure(..)
                    | rusqlite::Error::InvalidColumnType(..)
                    | rusqlite::Error::Utf8Error(..)
            ) =>
            {
                Error::file("plan-damaged").detail(error)
            }
            _ => Error::bug("storage-fault").detail(error),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind as Io;
        match error.kind() {
            Io::StorageFull | Io::QuotaExceeded => {
                Error::file("disk-full").with("file", "none").detail(error)
            }
            Io::NotFound => Error::file("file-not-found").detail(error),
            Io::PermissionDenied => Error::file("file-not-permitted").detail(error),
            _ => Error::file("disk-trouble").detail(error),
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Error::bug("arguments-not-understood").detail(error)
    }
}
