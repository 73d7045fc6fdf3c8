//! Reads tables of text cells from xls, xlsx and csv files.
//!
//! Numbers become texts without a decimal point where they are whole. Call it for foreign files in
//! the child process only: a workbook of two kilobytes can make calamine ask for 96 GB.

mod encoding;
mod spreadsheet_xml;

use std::io::Cursor;

use calamine::{Data, DataRef, Reader, Xls, Xlsx};

pub use self::encoding::decode;
pub use self::spreadsheet_xml::read_spreadsheet_xml;
use super::parts::Parts;
use crate::base::{Error, Result};

/// The most rows of one sheet.
pub const MOST_ROWS: usize = 200_000;
/// The most cells of all sheets together, empty ones among them.
pub const MOST_CELLS: usize = 2_000_000;
/// The most columns that are looked at.
const MOST_COLUMNS: u32 = 256;
/// The most bytes of one row of a csv file.
const MOST_ROW_BYTES: usize = 1 << 20;

/// What kind of file the tables came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableKind {
    Xls,
    Xlsx,
    Csv,
}

/// The sheets of one file.
#[derive(Debug)]
pub struct Tables {
    pub kind: TableKind,
    /// The character encoding of a csv file, by its usual name.
    pub encoding: Option<String>,
    pub sheets: Vec<Sheet>,
}

#[derive(Debug)]
pub struct Sheet {
    /// Empty for a csv file.
    pub name: String,
    pub rows: Vec<SheetRow>,
}

#[derive(Debug)]
pub struct SheetRow {
    /// Counted from 1, as the person sees it.
    pub number: u32,
    pub cells: Vec<String>,
}

/// Reads an xls workbook (BIFF8).
///
/// # Errors
/// `file-damaged`, `file-too-many-rows`, `file-too-many-cells`.
pub fn read_xls(bytes: &[u8]) -> Result<Tables> {
    let mut book = Xls::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(damaged)?;
        let first = range.start().map_or(0, |(row, _)| row);
        let left = range.start().map_or(0, |(_, column)| column);
        let mut rows = Vec::new();
        for (number, cells) in (first + 1..).zip(range.rows()) {
            budget.take(rows.len(), cells.len())?;
            let blanks = (0..left).map(|_| String::new());
            rows.push(SheetRow {
                number,
                cells: blanks.chain(cells.iter().map(text_of)).collect(),
            });
        }
        sheets.push(Sheet { name, rows });
    }
    Ok(Tables {
        kind: TableKind::Xls,
        encoding: None,
        sheets,
    })
}

/// Reads an xlsx workbook, cell by cell: the size a sheet claims to have is not believed.
///
/// # Errors
/// `file-damaged`, `file-too-many-parts`, `file-inflates-too-much`, `file-too-many-rows`,
/// `file-too-many-cells`.
pub fn read_xlsx(bytes: &[u8]) -> Result<Tables> {
    Parts::open(bytes)?.prove()?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else {
            continue; // a chart sheet has no cells
        };
        let mut rows: Vec<SheetRow> = Vec::new();
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            let (row, column) = cell.get_position();
            let text = text_of_ref(cell.get_value());
            if text.is_empty() {
                continue;
            }
            if usize::try_from(row).unwrap_or(MOST_ROWS) >= MOST_ROWS || column >= MOST_COLUMNS {
                return Err(too_many_rows());
            }
            if rows.last().map(|last| last.number) != Some(row + 1) {
                budget.take(rows.len(), 0)?;
                rows.push(SheetRow {
                    number: row + 1,
                    cells: Vec::new(),
                });
            }
            if let Some(last) = rows.last_mut() {
                let width = usize::try_from(column).unwrap_or(0) + 1;
                budget.take(0, width.saturating_sub(last.cells.len()))?;
                last.cells
                    .resize(width.max(last.cells.len()), String::new());
                if let Some(place) = last.cells.get_mut(width - 1) {
                    *place = text;
                }
            }
        }
        sheets.push(Sheet { name, rows });
    }
    Ok(Tables {
        kind: TableKind::Xlsx,
        encoding: None,
        sheets,
    })
}

/// Reads a csv file: comma, semicolon or tab, any line ends, the encoding recognised.
///
/// # Errors
/// `file-damaged`, `file-too-many-rows`, `file-too-many-cells`, `file-row-too-long`.
pub fn read_csv(bytes: &[u8]) -> Result<Tables> {
    let (text, encoding) = decode(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter_of(&text))
        .from_reader(text.as_bytes());
    let mut budget = Budget::default();
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut number = 0;
    while reader.read_record(&mut record).map_err(damaged)? {
        number += 1;
        if record.as_slice().len() > MOST_ROW_BYTES {
            return Err(Error::file("file-row-too-long")
                .with("row", number)
                .with("limit", MOST_ROW_BYTES >> 20));
        }
        budget.take(rows.len(), record.len())?;
        rows.push(SheetRow {
            number,
            cells: record.iter().map(str::to_owned).collect(),
        });
    }
    Ok(Tables {
        kind: TableKind::Csv,
        encoding: Some(encoding),
        sheets: vec![Sheet {
            name: String::new(),
            rows,
        }],
    })
}

/// The sign that stands most often in the first line that has one; a comma where none does.
fn delimiter_of(text: &str) -> u8 {
    let mut lines = text.split(['\r', '\n']).take(20);
    let line = lines.find(|line| line.contains([',', ';', '\t']));
    let count = |sign: u8| line.map_or(0, |line| line.bytes().filter(|b| *b == sign).count());
    let signs = [b'\t', b';', b','];
    signs
        .into_iter()
        .max_by_key(|sign| count(*sign))
        .unwrap_or(b',')
}

/// What may still be read of one file.
#[derive(Default)]
struct Budget {
    cells: usize,
}

impl Budget {
    fn take(&mut self, rows_before: usize, cells: usize) -> Result<()> {
        self.cells += cells;
        if rows_before >= MOST_ROWS {
            return Err(too_many_rows());
        }
        if self.cells > MOST_CELLS {
            return Err(Error::file("file-too-many-cells").with("limit", MOST_CELLS));
        }
        Ok(())
    }
}

fn too_many_rows() -> Error {
    Error::file("file-too-many-rows").with("limit", MOST_ROWS)
}

fn text_of(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        other => other.to_string(),
    }
}

fn text_of_ref(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::SharedString(text) => (*text).to_owned(),
        other => Data::from(other.clone()).to_string(),
    }
}

fn damaged(error: impl std::fmt::Display) -> Error {
    Error::file("file-damaged").detail(error)
}
