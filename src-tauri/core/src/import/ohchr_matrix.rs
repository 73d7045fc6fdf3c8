//! Reads OHCHR's "thematic list" or "matrix" of recommendations in Word (FORMATS b3).
//!
//! Four generations circulate: 2014 (coded themes, `Affected persons:` in the theme cell), 2015
//! (States in a column of their own), 2019 (bulleted themes, then `SDGs:` and `Affected persons:`)
//! and 2025 (`Groups of Persons:`, SDGs in a column of their own). The columns are found by their
//! headings; a table whose headings are not understood is refused, never half read.

mod heading;
mod row;
pub(super) mod tags;

use std::collections::HashMap;

use super::clean::key;
use super::draft::{Draft, Format, Reading, StateFound, add_once};
use super::recognise::{Ask, choose_state};
use crate::base::{Error, Problem, Result, Severity};
use crate::office::docx_read::{Cell, Document, Row, Table};
use crate::reference::{sessions, states};

use self::heading::About;
use self::row::{Heading, Recommendation};

/// Where the columns stand, by grid column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Columns {
    recommendation: u32,
    /// Recommending States, where they have their own column (2015).
    states: Option<u32>,
    position: u32,
    themes: u32,
    sdgs: Option<u32>,
    /// `Assessment/comments on level of implementation`: empty in what OHCHR gives out.
    comments: Option<u32>,
    /// Grid columns of the whole table.
    width: u32,
}

/// The most bytes of a heading; the longest in use has fifty.
const LONGEST_HEADING: usize = 500;

impl Columns {
    /// `None` where the row is no header of a matrix.
    fn of(row: &Row) -> Option<Columns> {
        if row
            .cells
            .iter()
            .any(|cell| row::length(cell) > LONGEST_HEADING)
        {
            return None;
        }
        let cells: Vec<(u32, String)> = row
            .cells
            .iter()
            .map(|cell| (cell.column, key(&cell.text())))
            .collect();
        let find = |fits: &dyn Fn(&str) -> bool| {
            cells
                .iter()
                .find(|(_, key)| fits(key))
                .map(|(column, _)| *column)
        };
        let columns = Columns {
            recommendation: find(&|key| {
                key == "recommendation"
                    || key == "recommendations"
                    || key.starts_with("recommendationandrecommendingstate")
            })?,
            states: find(&|key| key.starts_with("recommendingstate")),
            position: find(&|key| key.starts_with("position"))?,
            themes: find(&|key| {
                key.starts_with("fulllistof") || key.starts_with("humanrightsthemes")
            })?,
            sdgs: find(&|key| key.contains("sdg")),
            comments: find(&|key| key.starts_with("assessment") || key.starts_with("comments")),
            width: row.cells.last().map_or(0, |cell| cell.column + cell.span),
        };
        let known = 3
            + usize::from(columns.states.is_some())
            + usize::from(columns.sdgs.is_some())
            + usize::from(columns.comments.is_some());
        let written = cells.iter().filter(|(_, key)| !key.is_empty()).count();
        (known == written).then_some(columns)
    }
}

/// A document that holds a matrix.
pub(super) struct Matrix<'a> {
    tables: Vec<(&'a Table, Columns)>,
    about: About,
    cell_holds_sdgs: bool,
}

/// Finds the matrix in a document.
///
/// # Errors
/// `matrix-not-found` where no table has the headings, `matrix-table-not-understood` where further
/// tables of recommendations stand beside one that has them.
pub(super) fn find_matrix(document: &Document) -> Result<Matrix<'_>> {
    let mut tables: Vec<(&Table, Columns)> = Vec::new();
    for table in &document.tables {
        let header = table.rows.iter().take(5).find_map(Columns::of);
        // A long matrix is sometimes cut into tables of which only the first has headings.
        let goes_on = tables
            .last()
            .map(|(_, columns)| *columns)
            .filter(|columns| row::looks_like_rows_of(table, *columns));
        match header.or(goes_on) {
            Some(columns) => tables.push((table, columns)),
            None if row::holds_paragraph_numbers(table) => {
                let headings = table.rows.first().map(row::headings).unwrap_or_default();
                return Err(Error::person("matrix-table-not-understood")
                    .with("table", table.number)
                    .with("headings", headings));
            }
            None => {}
        }
    }
    if tables.is_empty() {
        return Err(Error::person("matrix-not-found"));
    }
    let cells = tables.iter().flat_map(|(table, columns)| {
        let rows = table.rows.iter();
        rows.filter_map(|row| cell_at(row, columns.themes))
    });
    let cell_holds_sdgs = cells
        .flat_map(|cell| &cell.lines)
        .any(|line| key(line).starts_with("sdgs"));
    Ok(Matrix {
        tables,
        about: heading::read(document),
        cell_holds_sdgs,
    })
}

fn cell_at(row: &Row, column: u32) -> Option<&Cell> {
    row.cells
        .iter()
        .find(|cell| (cell.column..cell.column + cell.span).contains(&column))
}

impl Matrix<'_> {
    pub(super) fn layout(&self) -> String {
        let first = self.tables.first().map(|(_, columns)| columns);
        let layout = match first {
            Some(columns) if columns.states.is_some() => "2015",
            Some(columns) if columns.sdgs.is_some() => "2025",
            _ if self.cell_holds_sdgs => "2019",
            _ => "2014",
        };
        layout.to_owned()
    }

    /// Certain where the document also says which State and cycle it is about.
    pub(super) fn confidence(&self) -> f32 {
        match (&self.about.state, self.about.cycle) {
            (Some(_), Some(_)) => 1.0,
            _ => 0.8,
        }
    }

    /// The State the document names, where its name is known.
    pub(super) fn states(&self) -> Vec<StateFound> {
        let tables = self.tables.iter().map(|(table, _)| table.rows.len());
        let rows = u32::try_from(tables.sum::<usize>()).unwrap_or(u32::MAX);
        let named = self.about.state.iter().zip(&self.about.name);
        named
            .map(|(iso3, name)| StateFound {
                iso3: Some(iso3.clone()),
                name: name.clone(),
                rows,
            })
            .collect()
    }

    /// Reads every recommendation.
    ///
    /// # Errors
    /// `import-state-needed`, `import-state-not-in-file`, `import-without-recommendations`.
    pub(super) fn read(&self, ask: &Ask) -> Result<Reading> {
        let found = self.states();
        let state = choose_state(&found, ask)?;
        let mut gathered = Gathered::default();
        for (table, columns) in &self.tables {
            gathered.read_table(table, *columns, self.about.cycle);
        }
        if gathered.drafts.is_empty() {
            return Err(Error::person("import-without-recommendations"));
        }
        gathered.settle(&self.about);
        if found.is_empty() {
            let name = self.about.name.clone().unwrap_or_default();
            let problem = Problem::new(Severity::Notice, "import-state-not-stated");
            gathered.problems.push(problem.value(name));
        }
        Ok(Reading {
            format: Format::OhchrMatrix,
            layout: self.layout(),
            confidence: self.confidence(),
            encoding: None,
            state,
            states_found: found,
            read: gathered.read,
            drafts: gathered.drafts,
            problems: gathered.problems,
        })
    }
}

#[derive(Default)]
struct Gathered {
    read: u32,
    drafts: Vec<Draft>,
    /// Where each paragraph stands among the drafts.
    places: HashMap<Option<String>, usize>,
    problems: Vec<Problem>,
    comments: u32,
}

impl Gathered {
    fn read_table(&mut self, table: &Table, columns: Columns, cycle: Option<u32>) {
        let mut theme = None;
        // A vertically merged cell speaks for the rows beneath it.
        let mut above: Vec<Cell> = Vec::new();
        for row in &table.rows {
            if Columns::of(row).is_some() {
                continue;
            }
            match row::heading(row, columns) {
                Some(Heading::Theme(heading)) => {
                    theme = Some(heading);
                    continue;
                }
                Some(Heading::Other(text)) => {
                    theme = None;
                    let problem = Problem::new(Severity::Notice, "import-heading-not-recognised");
                    let sheet = table.number.to_string();
                    self.problems
                        .push(problem.at(Some(&sheet), row.number, None).value(text));
                    continue;
                }
                None => {}
            }
            let goes_on = cell_at(row, columns.recommendation).is_some_and(|cell| cell.continues);
            let cells = row::filled_from_above(row, &above);
            above = cells.clone();
            if cells.iter().all(|cell| cell.text().trim().is_empty()) {
                continue;
            }
            if !goes_on {
                self.read += 1;
            }
            let found = row::read(&cells, columns, cycle, table.number, row.number);
            self.problems.extend(found.problems);
            self.comments += u32::from(found.has_comments);
            if let Some(mut recommendation) = found.recommendation {
                if let Some(theme) = &theme {
                    add_heading(&mut recommendation.draft.themes, theme);
                }
                self.add(recommendation, table.number);
            }
        }
    }

    /// The same paragraph under several theme headings is one recommendation with several themes.
    fn add(&mut self, recommendation: Recommendation, table: u32) {
        let draft = recommendation.draft;
        let next = self.drafts.len();
        let place = *self.places.entry(draft.paragraph.clone()).or_insert(next);
        let Some(known) = self.drafts.get_mut(place) else {
            self.drafts.push(draft);
            return;
        };
        let mut report = |severity, code: &str, value: &str| {
            let sheet = table.to_string();
            let paragraph = draft.paragraph.as_deref().unwrap_or_default();
            self.problems.push(
                Problem::new(severity, code)
                    .at(Some(&sheet), draft.row, None)
                    .value(value)
                    .with("paragraph", paragraph)
                    .with("first", known.row),
            );
        };
        if crate::base::text::fingerprint(&known.text)
            != crate::base::text::fingerprint(&draft.text)
        {
            report(Severity::Error, "import-paragraph-twice", &draft.text);
            return;
        }
        if known.position != draft.position {
            let position = draft.position.as_deref().unwrap_or_default();
            report(Severity::Warning, "import-position-differs", position);
        }
        for theme in &draft.themes {
            add_once(&mut known.themes, theme);
        }
        for group in &draft.groups {
            add_once(&mut known.groups, group);
        }
        for target in &draft.sdg_targets {
            add_once(&mut known.sdg_targets, target);
        }
        for state in draft.states {
            if !known.states.iter().any(|other| other.iso3 == state.iso3) {
                known.states.push(state);
            }
        }
    }

    /// What only the whole file says: cycle, session, and the document where a row has no source.
    fn settle(&mut self, about: &About) {
        let mut documents: Vec<String> = Vec::new();
        for draft in &self.drafts {
            if let Some(document) = &draft.document {
                add_once(&mut documents, document);
            }
        }
        let only = match documents.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        };
        let cycle = about.cycle.or_else(|| {
            let derived = only.as_deref().and_then(heading::cycle_of_document)?;
            self.problems.push(
                Problem::new(Severity::Notice, "import-cycle-derived")
                    .value(derived.to_string())
                    .with("document", only.as_deref().unwrap_or_default()),
            );
            Some(derived)
        });
        if cycle.is_none() {
            let problem = Problem::new(Severity::Warning, "import-cycle-not-stated");
            self.problems.push(problem);
        }
        let session = about.session.or_else(|| {
            let state = about.state.as_deref()?;
            sessions::session_of(state, u8::try_from(cycle?).ok()?)
        });
        for draft in &mut self.drafts {
            draft.cycle = cycle;
            draft.session = session;
            if draft.document.is_none() {
                draft.document.clone_from(&only);
            }
        }
        if self.comments > 0 {
            let problem = Problem::new(Severity::Notice, "matrix-comments-not-read")
                .with("count", self.comments);
            self.problems.push(problem);
        }
    }
}

/// The theme of the heading, unless the cell names it too, with or without a full stop in its number.
fn add_heading(themes: &mut Vec<String>, heading: &str) {
    if !themes.iter().any(|theme| key(theme) == key(heading)) {
        add_once(themes, heading);
    }
}

/// The code of a State named in a heading.
fn state_named(name: &str) -> Option<String> {
    states::resolve(name).map(|state| state.iso3.clone())
}
