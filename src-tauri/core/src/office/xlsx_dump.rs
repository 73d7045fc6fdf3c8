//! A very long xlsx sheet, read row by row and never held whole: UHRI's full dump has 267,000 rows.
//! The limits are its own (SAFETY, importers); what is not recognised by its first row is not read so.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader, Xlsx};

use super::parts::Parts;
use crate::base::{Error, Result};

/// The most rows of a dump.
const MOST_ROWS: usize = 400_000;
/// The most cells, empty ones among them.
const MOST_CELLS: usize = 6_000_000;
/// The most columns that are looked at.
const MOST_COLUMNS: u32 = 64;
/// How much of a part is looked at for the first row.
const HEAD_BYTES: usize = 1 << 18;

/// The texts of the first row of the first sheet, from the beginnings of its parts alone; empty where
/// they do not tell.
///
/// # Errors
/// `file-damaged`.
pub fn first_row(bytes: &[u8]) -> Result<Vec<String>> {
    let mut parts = Parts::open_dump(bytes)?;
    let sheet = parts.head("xl/worksheets/sheet1.xml", HEAD_BYTES)?;
    let strings = parts.head("xl/sharedStrings.xml", HEAD_BYTES)?;
    let sheet = sheet.unwrap_or_default();
    let row = sheet
        .split_once("<row")
        .and_then(|(_, rest)| rest.split_once("</row>"))
        .map_or("", |(row, _)| row);
    let strings = strings.unwrap_or_default();
    let shared: Vec<&str> = strings.split("<si>").skip(1).collect();
    let texts = row.split("<c ").skip(1).map(|cell| {
        let place = between(cell, "<v>", "</v>").and_then(|place| place.parse::<usize>().ok());
        let item = place.and_then(|place| shared.get(place)).copied();
        let text = item.unwrap_or(cell);
        let text = text
            .split_once("<t")
            .and_then(|(_, rest)| between(rest, ">", "</t>"));
        text.unwrap_or_default().to_owned()
    });
    Ok(texts.collect())
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    Some(rest.split_once(after)?.0)
}

/// Gives every row of the first sheet with its number, counted from 1, to `visit`.
///
/// # Errors
/// `file-damaged`, `file-inflates-too-much`, `file-too-many-rows`, `file-too-many-cells`, and those of
/// `visit`.
pub fn each_row(bytes: &[u8], mut visit: impl FnMut(u32, &[String]) -> Result<()>) -> Result<()> {
    Parts::open_dump(bytes)?.prove()?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let names = book.sheet_names();
    let Some(name) = names.first() else {
        return Ok(());
    };
    let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
    let (mut number, mut row) = (0, Vec::new());
    let (mut rows, mut seen) = (0_usize, 0_usize);
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let (line, column) = cell.get_position();
        if column >= MOST_COLUMNS {
            continue;
        }
        if line + 1 != number {
            if number > 0 {
                visit(number, &row)?;
            }
            row.clear();
            number = line + 1;
            rows += 1;
        }
        let width = usize::try_from(column).unwrap_or(0) + 1;
        seen += width.saturating_sub(row.len());
        if rows > MOST_ROWS {
            return Err(Error::file("file-too-many-rows").with("limit", MOST_ROWS));
        }
        if seen > MOST_CELLS {
            return Err(Error::file("file-too-many-cells").with("limit", MOST_CELLS));
        }
        row.resize(width.max(row.len()), String::new());
        if let Some(place) = row.get_mut(width - 1) {
            *place = text_of(cell.get_value());
        }
    }
    match number {
        0 => Ok(()),
        _ => visit(number, &row),
    }
}

fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::SharedString(text) => (*text).to_owned(),
        other => Data::from(other.clone()).to_string(),
    }
}

fn damaged(error: impl std::fmt::Display) -> Error {
    Error::file("file-damaged").detail(error)
}
