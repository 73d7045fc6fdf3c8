//! Tables of every kind of file in one shape: rows of texts, merged cells filled down.

use super::layouts::{self, KnownLayout};
use super::wish::TableWish;
use crate::base::text::squeeze;
use crate::base::{Error, Result};
use crate::import::clean::plain;
use crate::office::docx_read::{Document, Table};
use crate::office::table_read::{Merged, Sheet, TableKind, Tables};
use crate::reference::spellings;

/// Columns that are looked at.
const MOST_COLUMNS: usize = 100;
/// Rows above the headings that may hold a title.
const HEADER_WITHIN: usize = 25;
/// The longest heading; the longest in use has a hundred letters.
const LONGEST_HEADING: usize = 160;

/// One table.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// As the person sees it; empty where the file has only one table.
    pub name: String,
    /// Place among the tables of the file, counted from 1.
    pub place: u32,
    pub rows: Vec<Line>,
    /// Number of the row of headings; 0 where there are none.
    pub header: u32,
    pub width: usize,
    /// From a text file, where every row has a cell for each heading.
    pub is_text: bool,
}

/// One row.
#[derive(Debug, Default, Clone)]
pub(super) struct Line {
    /// Counted from 1, as the person sees it.
    pub number: u32,
    pub cells: Vec<String>,
    /// One cell across the table: a heading between rows, not a row.
    pub is_heading: bool,
}

impl Line {
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

impl Grid {
    /// The rows below the headings that hold something.
    pub(super) fn lines(&self) -> impl Iterator<Item = &Line> {
        let rows = self.rows.iter().filter(|row| row.number > self.header);
        rows.filter(|row| !row.is_blank() && !row.is_heading)
    }

    /// Headings between the rows.
    pub(super) fn headings(&self) -> impl Iterator<Item = &Line> {
        let rows = self.rows.iter().filter(|row| row.number > self.header);
        rows.filter(|row| row.is_heading)
    }

    /// The heading of a column; empty where it has none.
    pub(super) fn heading(&self, column: usize) -> String {
        let row = self.rows.iter().find(|row| row.number == self.header);
        let text = row.map(|row| plain(row.cell(column))).unwrap_or_default();
        text.chars().take(LONGEST_HEADING).collect()
    }

    /// What a person calls each column: its heading, or its letter where that tells nothing.
    pub(super) fn labels(&self) -> Vec<String> {
        let headings: Vec<String> = (0..self.width).map(|column| self.heading(column)).collect();
        let is_own = |heading: &String| {
            !heading.is_empty() && headings.iter().filter(|other| *other == heading).count() == 1
        };
        let columns = headings.iter().enumerate();
        columns
            .map(|(column, heading)| match is_own(heading) {
                true => heading.clone(),
                false => squeeze(&format!("{} {heading}", letter(column))),
            })
            .collect()
    }

    /// Puts cells right as a person asked for.
    pub(super) fn repair(&mut self, wish: &TableWish) {
        for repair in &wish.repairs {
            let column = usize::try_from(repair.column).unwrap_or(usize::MAX);
            let column = column.saturating_sub(1);
            let row = self.rows.iter_mut().find(|row| row.number == repair.row);
            if let Some(row) = row.filter(|_| column < self.width) {
                if row.cells.len() <= column {
                    row.cells.resize(column + 1, String::new());
                }
                if let Some(cell) = row.cells.get_mut(column)
                    && let Some(text) = repair.of(cell)
                {
                    *cell = text;
                }
            }
        }
    }

    /// Takes out rows that only explain the columns.
    pub(super) fn drop_hints(&mut self, known: &KnownLayout) {
        self.rows.retain(|row| !known.hints.contains(&row.number));
    }
}

/// The letter by which a spreadsheet calls a column, counted from 0.
pub(super) fn letter(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        let place = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + place));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The sheets of a workbook or text file.
pub(super) fn of_tables(tables: &Tables) -> Vec<Grid> {
    let is_text = tables.kind == TableKind::Csv;
    let mut grids: Vec<Grid> = tables.sheets.iter().map(of_sheet).collect();
    for grid in &mut grids {
        grid.is_text = is_text;
    }
    grids
}

fn of_sheet(sheet: &Sheet) -> Grid {
    let rows = sheet.rows.iter().map(|row| Line {
        number: row.number,
        cells: row.cells.iter().take(MOST_COLUMNS).cloned().collect(),
        is_heading: false,
    });
    let mut grid = Grid {
        name: sheet.name.clone(),
        rows: rows.collect(),
        ..Grid::default()
    };
    grid.width = width_of(&grid.rows);
    for merged in &sheet.merged {
        fill(&mut grid, merged);
    }
    grid
}

fn width_of(rows: &[Line]) -> usize {
    let filled = |row: &Line| {
        let last = row.cells.iter().rposition(|cell| !cell.trim().is_empty());
        last.map_or(0, |last| last + 1)
    };
    rows.iter().map(filled).max().unwrap_or(0)
}

/// Gives every row of merged cells their value; one cell across the table makes its row a heading.
fn fill(grid: &mut Grid, merged: &Merged) {
    let column = usize::try_from(merged.first_column).unwrap_or(usize::MAX);
    let last = usize::try_from(merged.last_column).unwrap_or(usize::MAX);
    let across = last.saturating_sub(column) + 1;
    let width = grid.width;
    let start = grid
        .rows
        .partition_point(|row| row.number < merged.first_row);
    let mut value = String::new();
    for row in grid.rows.iter_mut().skip(start) {
        if row.number > merged.last_row || column >= width {
            break;
        }
        if row.number == merged.first_row {
            row.cell(column).clone_into(&mut value);
            let filled = row.cells.iter().filter(|cell| !cell.trim().is_empty());
            row.is_heading = across > 1 && across * 2 > width && filled.count() == 1;
            continue;
        }
        if row.cells.len() <= column {
            row.cells.resize(column + 1, String::new());
        }
        if let Some(cell) = row.cells.get_mut(column).filter(|cell| cell.is_empty()) {
            cell.clone_from(&value);
        }
    }
}

/// The tables of a document.
pub(super) fn of_document(document: &Document) -> Vec<Grid> {
    let mut grids: Vec<(u32, Grid)> = document
        .tables
        .iter()
        .map(|table| (table.number, of_word_table(table)))
        .collect();
    grids.sort_by_key(|(number, _)| *number);
    grids.into_iter().map(|(_, grid)| grid).collect()
}

fn of_word_table(table: &Table) -> Grid {
    let mut rows: Vec<Line> = Vec::with_capacity(table.rows.len());
    let ends = table.rows.iter().flat_map(|row| &row.cells);
    let width = ends.map(|cell| cell.column + cell.span).max().unwrap_or(0);
    let width = usize::try_from(width).unwrap_or(0).min(MOST_COLUMNS);
    for row in &table.rows {
        let mut line = Line {
            number: row.number,
            cells: vec![String::new(); width],
            is_heading: row.cells.len() == 1 && width > 1,
        };
        for cell in &row.cells {
            let column = usize::try_from(cell.column).unwrap_or(usize::MAX);
            let above = rows.last().map_or("", |above| above.cell(column));
            let text = match cell.continues {
                true => above.to_owned(),
                false => cell.text(),
            };
            if let Some(place) = line.cells.get_mut(column) {
                *place = text;
            }
        }
        rows.push(line);
    }
    Grid {
        name: table.number.to_string(),
        width,
        rows,
        ..Grid::default()
    }
}

/// The table a person named, or the one that looks most like one of recommendations.
///
/// # Errors
/// `table-not-found`, `table-sheet-unknown`.
pub(super) fn choose(mut grids: Vec<Grid>, wanted: Option<u32>) -> Result<(Grid, u32)> {
    let count = grids.len();
    let at = match wanted {
        Some(place) => {
            let at = usize::try_from(place).unwrap_or(0).checked_sub(1);
            at.filter(|at| *at < count).ok_or_else(|| {
                Error::person("table-sheet-unknown")
                    .with("sheet", place)
                    .with("count", count)
            })?
        }
        None => grids
            .iter()
            .enumerate()
            .max_by_key(|(at, grid)| (promise(grid), std::cmp::Reverse(*at)))
            .map(|(at, _)| at)
            .ok_or_else(|| Error::person("table-not-found"))?,
    };
    let grid = grids.swap_remove(at);
    if grid.rows.iter().all(Line::is_blank) {
        return Err(Error::person("table-not-found"));
    }
    Ok((grid, u32::try_from(at + 1).unwrap_or(u32::MAX)))
}

/// How much a table looks like one of recommendations: known headings first, then its size.
fn promise(grid: &Grid) -> (usize, usize) {
    let best = grid.rows.iter().take(HEADER_WITHIN).map(known_headings);
    let rows = grid.rows.iter().filter(|row| !row.is_blank()).count();
    (best.max().unwrap_or(0), rows * grid.width.min(20))
}

fn known_headings(row: &Line) -> usize {
    let short = row
        .cells
        .iter()
        .filter(|cell| cell.len() <= LONGEST_HEADING);
    short
        .filter(|cell| spellings::meaning_of(&plain(cell)).is_some())
        .count()
}

/// The number of the row that holds the headings: as a person said, else the one with the most known
/// headings, else the first that looks like one. 0 where the table has none.
pub(super) fn header_of(grid: &Grid, wanted: Option<u32>) -> u32 {
    if let Some(row) = wanted {
        return row;
    }
    let top = grid.rows.iter().take(HEADER_WITHIN);
    if let Some(row) = top.clone().find(|row| layouts::is_template_header(row)) {
        return row.number;
    }
    let known = top
        .clone()
        .map(|row| (known_headings(row), row))
        .filter(|(known, row)| *known >= 2 || (*known == 1 && looks_like_headings(row, grid.width)))
        .max_by_key(|(known, row)| (*known, std::cmp::Reverse(row.number)));
    if let Some((_, row)) = known {
        return row.number;
    }
    let first = top.clone().find(|row| !row.is_blank() && !row.is_heading);
    first
        .filter(|row| looks_like_headings(row, grid.width))
        .map_or(0, |row| row.number)
}

/// Short texts without numbers, in most columns.
fn looks_like_headings(row: &Line, width: usize) -> bool {
    let filled: Vec<&String> = row.cells.iter().filter(|c| !c.trim().is_empty()).collect();
    let is_short = |cell: &&String| {
        cell.chars().count() <= 60 && !cell.chars().any(|letter| letter.is_ascii_digit())
    };
    !filled.is_empty() && filled.len() * 2 > width && filled.iter().all(is_short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_in_a_spreadsheet() {
        let called = [0, 25, 26, 51, 52, 701, 702].map(letter);
        assert_eq!(called, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
