//! Foreign files are read in a child process: the same program, started with a hidden sub-command.
//!
//! Readers of office files can be made to ask for a hundred gigabytes or to run for hours (SAFETY,
//! measurement 5). The child gets the open file as its input, never a path, has limits on memory
//! and time, and answers with JSON. However it ends, the program goes on and the person reads a
//! sentence.

mod child;
mod parent;

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::draft::Reading;
use super::recognise::{Ask, RawRows, Recognition};
use super::table::TableStudy;
use super::upright::Own;
use crate::base::{Error, Progress, Result};

pub use self::child::run_if_child;

/// Above so many bytes a file is long: it may take its time.
const LONG_FILE_BYTES: u64 = 16 << 20;

/// The hidden sub-command.
pub const SUB_COMMAND: &str = "parse-foreign-file";

/// The file a reading came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFile {
    /// Its name without the folders, which are nobody's business.
    pub name: String,
    pub sha256: String,
}

/// A reading and the file it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    pub source: SourceFile,
    pub reading: Reading,
    /// The rows of one of Upright's own files, which are merged.
    pub own: Option<Own>,
}

/// What the child is asked.
#[derive(Debug, Serialize, Deserialize)]
enum Request {
    Recognise,
    Read(Ask),
    Study(Ask),
    Rows(Ask, Vec<u32>),
}

/// What it answers.
#[derive(Debug, Serialize, Deserialize)]
struct Reply {
    sha256: String,
    answer: Answer,
    own: Option<Own>,
}

#[derive(Debug, Serialize, Deserialize)]
enum Answer {
    Recognised(Recognition),
    Read(Box<Reading>),
    Studied(Box<TableStudy>),
    Rows(RawRows),
    Refused(Error),
}

/// Starts children that read foreign files.
#[derive(Debug, Clone)]
pub struct Worker {
    program: PathBuf,
    patience: Duration,
}

/// A child's life on the wall clock; its processor time is limited by itself.
const PATIENCE: Duration = Duration::from_secs(30);

impl Worker {
    /// Children of the running program, whose `main` calls [`run_if_child`] first.
    ///
    /// # Errors
    /// The operating system's own.
    pub fn this_program() -> Result<Self> {
        Ok(Worker::at(&std::env::current_exe()?))
    }

    /// Children of another program of this kind.
    #[must_use]
    pub fn at(program: &Path) -> Self {
        Worker {
            program: program.to_owned(),
            patience: PATIENCE,
        }
    }

    /// Ends children after so long on the wall clock.
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Says what a file is.
    ///
    /// # Errors
    /// Those of [`super::ForeignFile`], `file-too-slow`, `file-too-demanding`, `file-not-readable`,
    /// `cancelled`.
    pub fn recognise(&self, path: &Path, progress: &Progress) -> Result<Recognition> {
        match parent::ask(self, path, &Request::Recognise, progress)?.answer {
            Answer::Recognised(recognition) => Ok(recognition),
            Answer::Refused(error) => Err(error),
            _ => Err(Error::bug("reader-answers-amiss")),
        }
    }

    /// Reads what a file says about one State.
    ///
    /// # Errors
    /// As [`Worker::recognise`].
    pub fn read(&self, path: &Path, ask: &Ask, progress: &Progress) -> Result<Parsed> {
        let request = Request::Read(ask.clone());
        let reply = parent::ask(self, path, &request, progress)?;
        match reply.answer {
            Answer::Read(reading) => Ok(Parsed {
                source: SourceFile {
                    name: name_of(path),
                    sha256: reply.sha256,
                },
                reading: *reading,
                own: reply.own,
            }),
            Answer::Refused(error) => Err(error),
            _ => Err(Error::bug("reader-answers-amiss")),
        }
    }

    /// Says what a table of a file holds and how its columns are understood.
    ///
    /// # Errors
    /// Those of [`super::ForeignFile::study`] and as [`Worker::recognise`].
    pub fn study(&self, path: &Path, ask: &Ask, progress: &Progress) -> Result<TableStudy> {
        match parent::ask(self, path, &Request::Study(ask.clone()), progress)?.answer {
            Answer::Studied(study) => Ok(*study),
            Answer::Refused(error) => Err(error),
            _ => Err(Error::bug("reader-answers-amiss")),
        }
    }

    /// Some rows of a table, as they stand in the file.
    ///
    /// # Errors
    /// As [`Worker::study`].
    pub fn rows(
        &self,
        path: &Path,
        ask: &Ask,
        numbers: &[u32],
        progress: &Progress,
    ) -> Result<RawRows> {
        let request = Request::Rows(ask.clone(), numbers.to_vec());
        match parent::ask(self, path, &request, progress)?.answer {
            Answer::Rows(rows) => Ok(rows),
            Answer::Refused(error) => Err(error),
            _ => Err(Error::bug("reader-answers-amiss")),
        }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
