//! Importing, as long work. The foreign file is read in a child process without the desk; only the
//! comparison and the one transaction take it, so that the screen goes on answering.

use serde::Deserialize;
use ts_rs::TS;

use super::args::OneFile;
use super::host::Host;
use crate::base::{Progress, Result};
use crate::dossier::BackupReason;
use crate::import::{self, Ask, Format, ImportResult, Parsed, Recognition};
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
}

/// Says what a foreign file is, before anything of it is taken.
pub fn recognise_file(host: &Host, wish: OneFile, progress: &Progress) -> Result<Recognition> {
    let path = host.desk().path(&wish.file)?;
    host.worker()?.recognise(&path, progress)
}

/// Says what an import would do. Nothing is changed.
pub fn preview_import(
    host: &Host,
    wish: ForeignFileWish,
    progress: &Progress,
) -> Result<ImportResult> {
    let parsed = read_foreign_file(host, wish, progress)?;
    let mut result = host
        .desk()
        .read(|reader| import::preview(reader, &parsed))?;
    import::tell(&mut result, &host.words());
    Ok(result)
}

/// Imports a foreign file: a backup, one transaction, one step of undo.
pub fn import_file(
    host: &Host,
    wish: ForeignFileWish,
    progress: &Progress,
) -> Result<ImportResult> {
    let parsed = read_foreign_file(host, wish, progress)?;
    let mut desk = host.desk();
    desk.make_backup(BackupReason::BeforeImport)?;
    let operation = import::operation(&parsed);
    let mut result = desk.change(operation, |tx| import::apply(tx, &parsed, progress))?;
    drop(desk);
    import::tell(&mut result, &host.words());
    Ok(result)
}

fn read_foreign_file(host: &Host, wish: ForeignFileWish, progress: &Progress) -> Result<Parsed> {
    let (path, profile) = {
        let desk = host.desk();
        (desk.path(&wish.file)?, desk.read(people::get_profile)?)
    };
    let ask = Ask {
        format: wish.format,
        state: wish.state,
        plan_state: Some(profile.state),
    };
    host.worker()?.read(&path, &ask, progress)
}
