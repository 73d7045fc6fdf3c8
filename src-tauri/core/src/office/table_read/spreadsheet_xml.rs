//! Reads workbooks in the XML of Excel 2003 (SpreadsheetML), often saved as `.xls` by data bases.
//!
//! Rows and cells may say at which place they stand (`ss:Index`); what they skip is empty. Texts may hold
//! markup for bold letters and the like, which goes.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::{
    Budget, MOST_COLUMNS, MOST_MERGED, MOST_ROWS, Merged, Sheet, SheetRow, TableKind, Tables,
};
use super::{damaged, decode, too_many_rows};
use crate::base::{Error, Result};
use crate::office::entities::letters_of;

/// Elements may stand this deep in one another.
const DEEPEST: usize = 64;
/// The most sheets that are read.
const MOST_SHEETS: usize = 256;

/// Reads a workbook from the bytes of the file.
///
/// # Errors
/// `file-damaged`, `file-has-entities`, `file-too-deep`, `file-too-many-rows`, `file-too-many-cells`.
pub fn read_spreadsheet_xml(bytes: &[u8]) -> Result<Tables> {
    let (text, _) = decode(bytes);
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = true;
    let mut walk = Walk::default();
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Eof => break,
            Event::DocType(_) => return Err(Error::file("file-has-entities")),
            Event::Start(element) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Error::file("file-too-deep").with("limit", DEEPEST));
                }
                walk.begin(&element)?;
            }
            Event::Empty(element) => {
                walk.begin(&element)?;
                walk.end(element.local_name().as_ref())?;
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                walk.end(element.local_name().as_ref())?;
            }
            Event::Text(text) => walk.write(&text.xml10_content()),
            Event::CData(text) => walk.write(&text.xml10_content()),
            Event::GeneralRef(entity) => walk.write(&letters_of(&entity)?),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
        }
    }
    if depth > 0 {
        return Err(damaged("the workbook ends too early"));
    }
    Ok(Tables {
        kind: TableKind::Xls,
        encoding: None,
        separator: None,
        sheets: walk.sheets,
    })
}

#[derive(Default)]
struct Walk {
    sheets: Vec<Sheet>,
    budget: Budget,
    /// The row that is open, and where the next cell of it stands.
    row: Option<SheetRow>,
    column: usize,
    next_row: u32,
    cell: Option<String>,
    kind: String,
    /// Text counts only inside `Data`; a comment on the cell has one too.
    in_data: bool,
    in_comment: bool,
}

impl Walk {
    fn begin(&mut self, element: &BytesStart<'_>) -> Result<()> {
        let number = |name: &str| attribute(element, name).and_then(|n| n.parse::<u32>().ok());
        match element.local_name().as_ref() {
            "Worksheet" => {
                if self.sheets.len() >= MOST_SHEETS {
                    return Err(too_many_rows());
                }
                self.next_row = 1;
                self.sheets.push(Sheet {
                    name: attribute(element, "Name").unwrap_or_default(),
                    rows: Vec::new(),
                    merged: Vec::new(),
                });
            }
            "Row" => {
                let at = number("Index").unwrap_or(self.next_row).max(self.next_row);
                if usize::try_from(at).unwrap_or(MOST_ROWS + 1) > MOST_ROWS {
                    return Err(too_many_rows());
                }
                let span = number("Span").unwrap_or(0);
                self.next_row = at.saturating_add(1).saturating_add(span);
                self.column = 0;
                self.row = Some(SheetRow {
                    number: at,
                    cells: Vec::new(),
                });
            }
            "Cell" => {
                let place = number("Index").and_then(|at| usize::try_from(at).ok());
                let at = place.map_or(self.column, |at| at.saturating_sub(1).max(self.column));
                if at >= usize::try_from(MOST_COLUMNS).unwrap_or(0) {
                    return Err(too_many_rows());
                }
                self.column = at;
                self.cell = Some(String::new());
                let merged = number("MergeAcross").and_then(|n| usize::try_from(n).ok());
                self.merge(number("MergeAcross"), number("MergeDown"));
                self.place_cell(merged.unwrap_or(0))?;
            }
            "Data" if self.cell.is_some() && !self.in_comment => {
                self.in_data = true;
                self.kind = attribute(element, "Type").unwrap_or_default();
            }
            "Comment" => self.in_comment = true,
            _ => {}
        }
        Ok(())
    }

    /// Notes which cells the one that is open covers.
    fn merge(&mut self, across: Option<u32>, down: Option<u32>) {
        let (across, down) = (across.unwrap_or(0), down.unwrap_or(0));
        let column = u32::try_from(self.column).unwrap_or(u32::MAX);
        let (Some(row), Some(sheet)) = (&self.row, self.sheets.last_mut()) else {
            return;
        };
        if (across > 0 || down > 0) && sheet.merged.len() < MOST_MERGED {
            sheet.merged.push(Merged {
                first_row: row.number,
                last_row: row.number.saturating_add(down),
                first_column: column,
                last_column: column.saturating_add(across),
            });
        }
    }

    /// Makes room for the cell and the ones merged into it.
    fn place_cell(&mut self, merged: usize) -> Result<()> {
        let Some(row) = &mut self.row else {
            return Ok(());
        };
        let width = self.column + 1;
        self.budget.take(0, width.saturating_sub(row.cells.len()))?;
        row.cells.resize(width.max(row.cells.len()), String::new());
        self.column = width.saturating_add(merged);
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<()> {
        match name {
            "Data" => self.in_data = false,
            "Comment" => self.in_comment = false,
            "Cell" => {
                let text = self.cell.take().unwrap_or_default();
                let text = match self.kind.as_str() {
                    "DateTime" => text.trim_end_matches("T00:00:00.000").to_owned(),
                    _ => text,
                };
                if let Some(cell) = self.row.as_mut().and_then(|row| row.cells.last_mut()) {
                    *cell = text;
                }
                self.kind.clear();
            }
            "Row" => {
                let Some(row) = self.row.take() else {
                    return Ok(());
                };
                if row.cells.iter().all(String::is_empty) {
                    return Ok(());
                }
                if let Some(sheet) = self.sheets.last_mut() {
                    self.budget.take(sheet.rows.len(), 0)?;
                    sheet.rows.push(row);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn write(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.in_data) {
            cell.push_str(text);
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|found| found.key.local_name().as_ref() == name)?;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}
