//! Upright's own files out of a plan and into one, without the child process that reads them.

use std::path::Path;

use chrono::NaiveDate;
use upright_core::base::lang::Words;
use upright_core::base::text::sha256;
use upright_core::base::{Error, Progress, Result};
use upright_core::dossier::Dossier;
use upright_core::export::{ExportFormat, gather};
use upright_core::figures::Board;
use upright_core::import::{Ask, ForeignFile, ImportResult, Parsed, SourceFile, apply, operation};
use upright_core::search::Query;

use crate::host::folder;
use crate::sample::{TODAY, day};

/// Takes a plan out whole.
pub fn out(dossier: &Dossier, format: ExportFormat) -> Vec<u8> {
    out_of(dossier, format, &Query::default(), day(TODAY))
}

/// Takes out what a query means, on a day.
pub fn out_of(dossier: &Dossier, format: ExportFormat, query: &Query, today: NaiveDate) -> Vec<u8> {
    let snapshot = dossier
        .read(|reader| {
            let board = Board::read(reader, today)?;
            gather(reader, &board, format, query, &Progress::silent())
        })
        .expect("a snapshot");
    let folder = folder();
    let path = folder.path().join("out");
    snapshot
        .write(&Words::of("en"), &path, &Progress::silent())
        .expect("written");
    std::fs::read(path).expect("a file")
}

/// What the child process would answer.
///
/// # Errors
/// What it would refuse.
pub fn parsed(name: &str, bytes: &[u8], ask: &Ask) -> Result<Parsed> {
    let file = ForeignFile::open(bytes)?;
    let reading = file.read(ask)?;
    Ok(Parsed {
        source: SourceFile {
            name: name.to_owned(),
            sha256: sha256(bytes),
        },
        reading,
        own: file.into_own(),
    })
}

/// Brings a file into a plan; gives what came of it and whether anything was written.
///
/// # Errors
/// What the import refuses.
pub fn bring_in(dossier: &mut Dossier, name: &str, bytes: &[u8]) -> Result<(ImportResult, bool)> {
    let parsed = parsed(name, bytes, &Ask::default())?;
    let changed = dossier.change(operation(&parsed), |tx| {
        apply(tx, &parsed, &Progress::silent())
    })?;
    Ok((changed.value, changed.operation_id.is_some()))
}

/// As [`bring_in`], from a file on the disk.
///
/// # Errors
/// As [`bring_in`]; the disk's own.
pub fn bring_in_file(dossier: &mut Dossier, path: &Path) -> Result<(ImportResult, bool)> {
    let bytes = std::fs::read(path).map_err(Error::from)?;
    bring_in(dossier, "file", &bytes)
}
