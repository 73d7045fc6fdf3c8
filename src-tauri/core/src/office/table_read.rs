//! Reads tables of text cells from xls, xlsx, ods and csv files.
//!
//! Numbers become texts without a decimal point where they are whole, days become ISO dates. Call it for foreign files in
//! the child process only: a workbook of two kilobytes can make calamine ask for 96 GB.

mod encoding;
mod separator;
mod spreadsheet_xml;

use std::io::Cursor;

use calamine::{Data, DataRef, Dimensions, ExcelDateTime, Ods, Range, Reader, Xls, Xlsx};

pub use self::encoding::{ENCODINGS, decode, decode_as, is_wide};
pub use self::separator::SEPARATORS;
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
    Ods,
    Csv,
}

impl TableKind {
    /// The ending of its files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            TableKind::Xls => "xls",
            TableKind::Xlsx => "xlsx",
            TableKind::Ods => "ods",
            TableKind::Csv => "csv",
        }
    }
}

/// How a person wants a text file read; what is left open is recognised.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextReading {
    /// One of [`ENCODINGS`].
    pub encoding: Option<String>,
    /// One of [`SEPARATORS`].
    pub separator: Option<char>,
}

/// The sheets of one file.
#[derive(Debug)]
pub struct Tables {
    pub kind: TableKind,
    /// The character encoding of a csv file, by its usual name.
    pub encoding: Option<String>,
    /// What separates the cells of a csv file.
    pub separator: Option<char>,
    pub sheets: Vec<Sheet>,
}

#[derive(Debug)]
pub struct Sheet {
    /// Empty for a csv file.
    pub name: String,
    pub rows: Vec<SheetRow>,
    /// Cells merged into one; the value stands in the first.
    pub merged: Vec<Merged>,
}

/// A rectangle of merged cells, its ends included; rows counted from 1, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    pub first_row: u32,
    pub last_row: u32,
    pub first_column: u32,
    pub last_column: u32,
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
        let rows = rows_of(&range, &mut budget)?;
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let merged = merged_of(&merged);
        sheets.push(Sheet { name, rows, merged });
    }
    Ok(Tables {
        kind: TableKind::Xls,
        encoding: None,
        separator: None,
        sheets,
    })
}

/// Reads an ods workbook.
///
/// # Errors
/// `file-damaged`, `file-too-many-parts`, `file-inflates-too-much`, `file-too-many-rows`,
/// `file-too-many-cells`.
pub fn read_ods(bytes: &[u8]) -> Result<Tables> {
    Parts::open(bytes)?.prove()?;
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(damaged)?;
        let rows = rows_of(&range, &mut budget)?;
        sheets.push(Sheet {
            name,
            rows,
            merged: Vec::new(),
        });
    }
    Ok(Tables {
        kind: TableKind::Ods,
        encoding: None,
        separator: None,
        sheets,
    })
}

fn rows_of(range: &Range<Data>, budget: &mut Budget) -> Result<Vec<SheetRow>> {
    let (first, left) = range.start().unwrap_or((0, 0));
    let mut rows = Vec::new();
    for (number, cells) in (first + 1..).zip(range.rows()) {
        budget.take(rows.len(), cells.len())?;
        let blanks = (0..left).map(|_| String::new());
        rows.push(SheetRow {
            number,
            cells: blanks.chain(cells.iter().map(text_of)).collect(),
        });
    }
    Ok(rows)
}

/// More rectangles than anybody merges by hand say nothing true about the table.
const MOST_MERGED: usize = 50_000;

fn merged_of(found: &[Dimensions]) -> Vec<Merged> {
    let found = found.iter().take(MOST_MERGED);
    let fits = found.filter(|at| at.start.0 <= at.end.0 && at.start.1 <= at.end.1);
    fits.map(|at| Merged {
        first_row: at.start.0.saturating_add(1),
        last_row: at.end.0.saturating_add(1),
        first_column: at.start.1,
        last_column: at.end.1,
    })
    .collect()
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
        // A sheet whose merged cells cannot be read is read without them.
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let merged = merged_of(&merged);
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
        sheets.push(Sheet { name, rows, merged });
    }
    Ok(Tables {
        kind: TableKind::Xlsx,
        encoding: None,
        separator: None,
        sheets,
    })
}

/// Reads a csv file: comma, semicolon, tab or bar, any line ends, the encoding recognised.
///
/// # Errors
/// `file-damaged`, `file-too-many-rows`, `file-too-many-cells`, `file-row-too-long`.
pub fn read_csv(bytes: &[u8]) -> Result<Tables> {
    read_csv_as(bytes, &TextReading::default())
}

/// As [`read_csv`], where a person may have said how the file is to be read.
///
/// # Errors
/// As [`read_csv`]; `encoding-unknown`, `separator-unknown`.
pub fn read_csv_as(bytes: &[u8], reading: &TextReading) -> Result<Tables> {
    let (text, encoding) = match &reading.encoding {
        Some(name) => decode_as(bytes, name)?,
        None => decode(bytes),
    };
    let separator = match reading.separator {
        Some(sign) => separator::known(sign)?,
        None => separator::recognise(&text),
    };
    let mut reader = separator::reader(&text, separator);
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
        separator: Some(char::from(separator)),
        sheets: vec![Sheet {
            name: String::new(),
            rows,
            merged: Vec::new(),
        }],
    })
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
        Data::DateTime(moment) => day_of(moment),
        Data::DateTimeIso(moment) => moment.split('T').next().unwrap_or_default().to_owned(),
        other => other.to_string(),
    }
}

fn text_of_ref(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::SharedString(text) => (*text).to_owned(),
        other => text_of(&Data::from(other.clone())),
    }
}

/// The day of a cell that Excel shows as a date; its number where it shows a length of time.
fn day_of(moment: &ExcelDateTime) -> String {
    if !moment.is_datetime() {
        return moment.to_string();
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

fn damaged(error: impl std::fmt::Display) -> Error {
    Error::file("file-damaged").detail(error)
}
