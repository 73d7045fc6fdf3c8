//! Importing, as long work. The foreign file is read in a child process without the desk; only the
//! comparison and the one transaction take it, so that the screen goes on answering.

use std::path::PathBuf;

use serde::Deserialize;
use ts_rs::TS;

use super::args::OneFile;
use super::host::Host;
use crate::base::{Error, Progress, Result};
use crate::dossier::BackupReason;
use crate::import::table::ValueAnswer;
use crate::import::{
    self, Ask, Format, ImportResult, Parsed, Recognition, TableStudy, TableWish, Worker,
};
use crate::people;

/// A foreign file, and what the person said about it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ForeignFileWish {
    /// Handle of the file.
    pub file: String,
    /// Read it as this format or not at all.
    pub format: Option<Format>,
    /// ISO 3166-1 alpha-3 of the State to take, where the file holds several.
    pub state: Option<String>,
    /// How to read it where it is read by its columns.
    pub table: Option<TableWish>,
}

/// Says what a foreign file is, before anything of it is taken.
pub fn recognise_file(host: &Host, wish: OneFile, progress: &Progress) -> Result<Recognition> {
    let path = host.desk().path(&wish.file)?;
    host.worker()?.recognise(&path, progress)
}

/// Says what a table holds and how its columns are understood.
pub fn study_table(host: &Host, wish: ForeignFileWish, progress: &Progress) -> Result<TableStudy> {
    let (worker, path, mut ask) = prepare(host, wish)?;
    study_with_memory(host, &worker, &path, &mut ask, progress)
}

/// Says what an import would do. Nothing is changed.
pub fn preview_import(
    host: &Host,
    wish: ForeignFileWish,
    progress: &Progress,
) -> Result<ImportResult> {
    let parsed = read_foreign_file(host, wish, progress)?.parsed;
    let mut result = host
        .desk()
        .read(|reader| import::preview(reader, &parsed))?;
    import::tell(&mut result, &host.words());
    Ok(result)
}

/// Imports a foreign file: a backup, one transaction, one step of undo. What was said about a table is
/// remembered in the same step.
pub fn import_file(
    host: &Host,
    wish: ForeignFileWish,
    progress: &Progress,
) -> Result<ImportResult> {
    let read = read_foreign_file(host, wish, progress)?;
    let parsed = &read.parsed;
    let mut desk = host.desk();
    desk.make_backup(BackupReason::BeforeImport)?;
    let operation = import::operation(parsed);
    let mut result = desk.change(operation, |tx| {
        let result = import::apply(tx, parsed, progress)?;
        if let Some(study) = &read.study
            && result.added + result.changed > 0
        {
            import::remember(tx, &parsed.source.name, study, &read.answers)?;
        }
        Ok(result)
    })?;
    drop(desk);
    import::tell(&mut result, &host.words());
    Ok(result)
}

/// A file as read, and how its columns were understood where it is a table.
pub(super) struct ReadFile {
    pub parsed: Parsed,
    pub study: Option<TableStudy>,
    /// What the person said about values just now.
    pub answers: Vec<ValueAnswer>,
    pub worker: Worker,
    pub path: PathBuf,
    pub ask: Ask,
}

fn prepare(host: &Host, wish: ForeignFileWish) -> Result<(Worker, PathBuf, Ask)> {
    let (path, profile) = {
        let desk = host.desk();
        (desk.path(&wish.file)?, desk.read(people::get_profile)?)
    };
    let ask = Ask {
        format: wish.format,
        state: wish.state,
        plan_state: Some(profile.state),
        table: wish.table.unwrap_or_default(),
    };
    Ok((host.worker()?, path, ask))
}

pub(super) fn read_foreign_file(
    host: &Host,
    wish: ForeignFileWish,
    progress: &Progress,
) -> Result<ReadFile> {
    let (worker, path, mut ask) = prepare(host, wish)?;
    let answers = ask.table.answers.clone();
    let asked = ask.table.clone();
    let first = match ask.format {
        Some(format) if format.is_by_columns() => None,
        _ => Some(worker.read(&path, &ask, progress)),
    };
    let is_by_columns = match &first {
        Some(Ok(parsed)) => parsed.reading.format.is_by_columns(),
        Some(Err(error)) => error.code == "import-columns-needed",
        None => true,
    };
    let study = match is_by_columns {
        true => Some(study_with_memory(host, &worker, &path, &mut ask, progress)?),
        false => None,
    };
    let parsed = match first {
        Some(first) if ask.table == asked => first?,
        _ => worker.read(&path, &ask, progress)?,
    };
    Ok(ReadFile {
        parsed,
        study,
        answers,
        worker,
        path,
        ask,
    })
}

/// Studies a table with what the plan remembers of its columns and values.
fn study_with_memory(
    host: &Host,
    worker: &Worker,
    path: &std::path::Path,
    ask: &mut Ask,
    progress: &Progress,
) -> Result<TableStudy> {
    let mut study = worker.study(path, ask, progress)?;
    let recalled = host
        .desk()
        .read(|reader| import::recall(reader, &mut ask.table, &study))?;
    if recalled {
        match worker.study(path, ask, progress) {
            Ok(again) => study = again,
            // What was remembered does not fit this file: found anew.
            Err(error) if error.code.starts_with("table-column") => ask.table.columns = None,
            Err(error) => return Err(error),
        }
        study.is_remembered = ask.table.columns.is_some();
    }
    host.desk()
        .read(|reader| import::recall_answers(reader, &mut ask.table, &mut study))?;
    Ok(study)
}

/// Refuses a format whose rows cannot be given back.
pub(super) fn refuse_other_formats(read: &ReadFile) -> Result<()> {
    match read.study.is_some() {
        true => Ok(()),
        false => Err(Error::person("import-rows-of-tables-only")),
    }
}
