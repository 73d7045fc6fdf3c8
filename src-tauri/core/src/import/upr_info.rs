//! Reads the export of UPR Info's database (FORMATS b5): xls, xlsx or csv, any generation of it.
//!
//! One row is one recommendation of one recommending State. The rows of the chosen State under
//! review that share session and text become one recommendation. The columns are found by their
//! names; `Rgrp` and `Org` stand twice and are not needed. The data base of today (Uwazi, FORMATS b6)
//! names them by label or property and puts a bar between several values of a cell.

mod gathered;

use std::collections::HashMap;

use super::clean::{key, plain};
use super::draft::{Format, Reading, StateFound};
use super::recognise::{Ask, choose_state};
use crate::base::{Error, Result};
use crate::office::table_read::{Sheet, SheetRow, TableKind, Tables};
use crate::reference::states;

use self::gathered::Gathered;

/// Rows above the header that may hold a title.
const HEADER_WITHIN: usize = 10;

/// Spellings of States under review; there are 193 States.
const MOST_NAMES: usize = 1_000;

/// Where the columns stand that are read.
struct Columns {
    reviewed: usize,
    text: usize,
    from: usize,
    response: usize,
    action: usize,
    issue: usize,
    session: usize,
    document: Option<usize>,
    /// The layout of today.
    is_uwazi: bool,
}

impl Columns {
    fn of(row: &SheetRow) -> Option<Columns> {
        let keys: Vec<String> = row.cells.iter().map(|cell| key(cell)).collect();
        let find = |names: &[&str]| keys.iter().position(|key| names.contains(&key.as_str()));
        Some(Columns {
            reviewed: find(&["sur", "to", "stateunderreview"])?,
            text: find(&["recommendation", "text"]).or_else(|| find(&["title"]))?,
            from: find(&["rs", "from", "recommendingstate"])?,
            response: find(&["response"])?,
            action: find(&["action", "actioncategory"])?,
            issue: find(&["issue", "issues"])?,
            session: find(&["session"])?,
            document: find(&["relateddocument", "relateddocuments"]),
            is_uwazi: find(&["stateunderreview"]).is_some(),
        })
    }
}

/// The table of a file that is such an export.
pub(super) struct Export<'a> {
    sheet: &'a Sheet,
    columns: Columns,
    header: usize,
    kind: TableKind,
    encoding: Option<String>,
}

/// Finds the export in a file's tables; `None` where it is something else.
pub(super) fn find_export(tables: &Tables) -> Option<Export<'_>> {
    tables.sheets.iter().find_map(|sheet| {
        let top = sheet.rows.iter().take(HEADER_WITHIN).enumerate();
        let (header, columns) = top
            .filter_map(|(place, row)| Some((place, Columns::of(row)?)))
            .next()?;
        Some(Export {
            sheet,
            columns,
            header,
            kind: tables.kind,
            encoding: tables.encoding.clone(),
        })
    })
}

/// One row, its cells by meaning.
struct Line<'a> {
    number: u32,
    /// Bytes of its longest cell.
    longest: usize,
    /// The text as it stands in the file.
    raw: &'a str,
    from: String,
    response: String,
    action: String,
    issue: String,
    session: String,
    document: String,
    is_uwazi: bool,
}

impl Line<'_> {
    /// The recommending States; one of no name where the cell is empty.
    fn names(&self) -> Vec<&str> {
        match self.is_uwazi {
            true => self.from.split('|').map(str::trim).collect(),
            false => vec![self.from.as_str()],
        }
    }

    fn issues(&self) -> impl Iterator<Item = &str> {
        let sign = if self.is_uwazi { '|' } else { ',' };
        self.issue.split(sign).map(str::trim)
    }
}

impl Export<'_> {
    pub(super) fn layout(&self) -> String {
        let is_uwazi = self.columns.is_uwazi;
        let word = if is_uwazi { "uwazi" } else { self.kind.word() };
        word.to_owned()
    }

    pub(super) fn encoding(&self) -> Option<String> {
        self.encoding.clone()
    }

    fn rows(&self) -> impl Iterator<Item = &SheetRow> {
        let rows = self.sheet.rows.iter().skip(self.header + 1);
        rows.filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()))
    }

    fn line<'a>(&self, row: &'a SheetRow) -> Line<'a> {
        let cell = |column: usize| plain(cell_of(row, column));
        Line {
            number: row.number,
            longest: row.cells.iter().map(String::len).max().unwrap_or(0),
            raw: cell_of(row, self.columns.text),
            from: cell(self.columns.from),
            response: cell(self.columns.response),
            action: cell(self.columns.action),
            issue: cell(self.columns.issue),
            session: cell(self.columns.session),
            document: self.columns.document.map(cell).unwrap_or_default(),
            is_uwazi: self.columns.is_uwazi,
        }
    }

    /// Every State under review, in the order of the file, with the spellings of its name.
    ///
    /// # Errors
    /// `import-too-many-states`.
    fn named(&self) -> Result<Vec<(StateFound, Vec<&str>)>> {
        let mut found: Vec<(StateFound, Vec<&str>)> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for row in self.rows() {
            let raw = cell_of(row, self.columns.reviewed);
            if let Some((state, _)) = places.get(raw).and_then(|place| found.get_mut(*place)) {
                state.rows += 1;
                continue;
            }
            if places.len() >= MOST_NAMES {
                return Err(Error::person("import-too-many-states").with("limit", MOST_NAMES));
            }
            let name: String = plain(raw).chars().take(200).collect();
            let known = found.iter().position(|(state, _)| state.name == name);
            let place = known.unwrap_or(found.len());
            places.insert(raw, place);
            match found.get_mut(place) {
                Some((state, spellings)) => {
                    state.rows += 1;
                    spellings.push(raw);
                }
                None => {
                    let iso3 = states::resolve(&name).map(|state| state.iso3.clone());
                    let rows = 1;
                    found.push((StateFound { iso3, name, rows }, vec![raw]));
                }
            }
        }
        Ok(found)
    }

    /// Every State under review, in the order of the file.
    ///
    /// # Errors
    /// `import-too-many-states`.
    pub(super) fn states(&self) -> Result<Vec<StateFound>> {
        Ok(self.named()?.into_iter().map(|(state, _)| state).collect())
    }

    /// Reads the rows of one State.
    ///
    /// # Errors
    /// `import-state-needed`, `import-state-not-in-file`, both listing the States found.
    pub(super) fn read(&self, ask: &Ask) -> Result<Reading> {
        let named = self.named()?;
        let found: Vec<StateFound> = named.iter().map(|(state, _)| state.clone()).collect();
        let state = choose_state(&found, ask)?
            .ok_or_else(|| Error::person("import-without-recommendations"))?;
        let spellings: Vec<&str> = named
            .into_iter()
            .filter(|(found, _)| found.iso3.as_ref() == Some(&state))
            .flat_map(|(_, spellings)| spellings)
            .collect();
        let sheet = Some(self.sheet.name.clone()).filter(|name| !name.is_empty());
        let mut gathered = Gathered::new(sheet, state.clone());
        for row in self.rows() {
            if spellings.contains(&cell_of(row, self.columns.reviewed)) {
                gathered.take(&self.line(row));
            }
        }
        let (read, drafts, problems) = gathered.finish();
        Ok(Reading {
            format: Format::UprInfo,
            layout: self.layout(),
            confidence: 1.0,
            encoding: self.encoding(),
            state: Some(state),
            states_found: found,
            read,
            drafts,
            problems,
        })
    }
}

fn cell_of(row: &SheetRow, column: usize) -> &str {
    row.cells.get(column).map_or("", String::as_str)
}
