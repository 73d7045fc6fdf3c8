//! A vocabulary as a table of values between commas, out and in again.

use serde::Serialize;
use ts_rs::TS;

use super::edit::{fresh, refuse_closed, refuse_wrong_parent, said, write};
use super::{Entry, list};
use crate::base::text::fold;
use crate::base::{Error, Result};
use crate::dossier::{Reader, Tx};
use crate::office::table_read::read_csv;
use crate::recommendations::Vocabulary;

/// In this order; the first line of the file names them.
const COLUMNS: [&str; 5] = ["label", "parent", "active", "edition", "note"];

/// Signs with which a cell would be taken for a formula; such a cell begins with an apostrophe.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct Imported {
    pub added: u32,
    pub changed: u32,
    pub unchanged: u32,
}

/// Every listed entry, one a line, with a head.
///
/// # Errors
/// The storage's own.
pub fn as_csv(reader: &Reader<'_>, vocabulary: Vocabulary) -> Result<String> {
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .from_writer(Vec::new());
    let fault = |error: csv::Error| Error::bug("storage-fault").detail(error);
    writer.write_record(COLUMNS).map_err(fault)?;
    for entry in list::list_entries(reader, vocabulary)? {
        let active = if entry.is_active { "yes" } else { "no" };
        let cells = [
            guarded(&entry.label),
            guarded(&entry.parent.unwrap_or_default()),
            active.to_owned(),
            guarded(&entry.edition.unwrap_or_default()),
            guarded(&entry.note.unwrap_or_default()),
        ];
        writer.write_record(&cells).map_err(fault)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| Error::bug("storage-fault").detail(error))?;
    String::from_utf8(bytes).map_err(|error| Error::bug("storage-fault").detail(error))
}

fn guarded(cell: &str) -> String {
    if cell.starts_with(FORMULA) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) => rest,
        _ => cell,
    }
}

/// Takes over a table: new labels are added, the others changed where it says something else. Labels
/// it does not name stay. All of it or nothing.
///
/// # Errors
/// `table-without-label` where no column is headed `label`; `row-label-empty`, `row-label-twice`,
/// `row-active-unclear` with the line; `vocabulary-closed` for a new State or target;
/// `parent-unknown`, `parent-below-itself`; those of reading a table.
pub fn import_entries(tx: &Tx<'_>, vocabulary: Vocabulary, csv: &str) -> Result<Imported> {
    let mut rows = rows_of(csv)?;
    // Parents before what stands under them, however the file is sorted.
    rows.sort_by_key(|row| row.parent.is_some());
    let known = list::list_entries(tx, vocabulary)?;
    let mut done = Imported::default();
    for row in &rows {
        let old = known.iter().find(|entry| entry.label == row.label);
        let mut entry = old.cloned().unwrap_or_else(|| fresh(&row.label));
        entry.is_active = row.active.unwrap_or(entry.is_active);
        entry.edition = row.edition.clone().or(entry.edition);
        entry.note = row.note.clone().or(entry.note);
        match old {
            None => {
                refuse_closed(vocabulary)?;
                done.added += 1;
            }
            Some(old) if old.is_listed && is_same(old, &entry, row) => {
                done.unchanged += 1;
                continue;
            }
            Some(_) => done.changed += 1,
        }
        write(tx, vocabulary, &entry)?;
    }
    for row in rows.iter().filter(|row| row.parent.is_some()) {
        refuse_wrong_parent(tx, vocabulary, &row.label, row.parent.as_deref())?;
        if let Some(mut entry) = list::find_entry(tx, vocabulary, &row.label)?
            && entry.parent != row.parent
        {
            entry.parent.clone_from(&row.parent);
            write(tx, vocabulary, &entry)?;
        }
    }
    tx.name_with("count", done.added + done.changed);
    Ok(done)
}

fn is_same(old: &Entry, new: &Entry, row: &Row) -> bool {
    old == new && (row.parent.is_none() || row.parent == old.parent)
}

struct Row {
    label: String,
    parent: Option<String>,
    active: Option<bool>,
    edition: Option<String>,
    note: Option<String>,
}

fn rows_of(csv: &str) -> Result<Vec<Row>> {
    let tables = read_csv(csv.as_bytes())?;
    let mut lines = tables.sheets.into_iter().flat_map(|sheet| sheet.rows);
    let head = lines.next().map(|row| row.cells).unwrap_or_default();
    let place = |name: &str| head.iter().position(|cell| fold(cell) == name);
    let Some(label_at) = place("label") else {
        return Err(Error::person("table-without-label"));
    };
    let [_, parent_at, active_at, edition_at, note_at] = COLUMNS.map(place);
    let mut rows: Vec<Row> = Vec::new();
    for line in lines {
        let cell = |at: Option<usize>| {
            let cell = at.and_then(|at| line.cells.get(at)).map(String::as_str);
            said(cell.map(unguarded))
        };
        if line.cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let Some(label) = cell(Some(label_at)) else {
            return Err(Error::person("row-label-empty").with("row", line.number));
        };
        if rows.iter().any(|row| fold(&row.label) == fold(&label)) {
            return Err(Error::person("row-label-twice")
                .with("row", line.number)
                .with("label", label));
        }
        let active = match cell(active_at).map(|word| fold(&word)).as_deref() {
            None => None,
            Some("yes" | "y" | "true" | "1") => Some(true),
            Some("no" | "n" | "false" | "0") => Some(false),
            Some(other) => {
                return Err(Error::person("row-active-unclear")
                    .with("row", line.number)
                    .with("value", other));
            }
        };
        rows.push(Row {
            label,
            parent: cell(parent_at),
            active,
            edition: cell(edition_at),
            note: cell(note_at),
        });
    }
    Ok(rows)
}
