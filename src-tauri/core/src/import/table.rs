//! Reads any table by its columns: workbooks, text files and tables of Word in no known layout.
//!
//! Everything is found by itself and can be said otherwise: sheet, row of headings, meaning of each
//! column, encoding, separator, order of day and month, language ([`wish`]). [`study`] says what was
//! found; [`row`] makes drafts of it. What is not understood is reported with its place, never
//! blanked and never guessed.

mod columns;
mod dates;
mod gathered;
mod grid;
mod guess;
mod language;
mod layouts;
mod meaning;
mod numbers;
mod pieces;
mod row;
mod study;
mod values;
mod wish;

use super::draft::{Format, Reading, StateFound};
use super::recognise::{Ask, choose_state};
use crate::base::{Error, Problem, Result, Severity};
use crate::office::docx_read::Document;
use crate::office::table_read::Tables;

use self::columns::Columns;
use self::gathered::Gathered;
use self::grid::Grid;

pub use self::dates::DateOrder;
pub use self::meaning::Meaning;
pub use self::study::{ColumnFound, SheetFound, TableStudy, TopRow, UnknownValue};
pub(super) use self::wish::same;
pub use self::wish::{
    AnsweredField, CellRepair, ColumnMeaning, ForAllRows, TableWish, ValueAnswer,
};

/// The tables of a file, one of them chosen and its columns understood.
pub(super) struct ByColumns {
    /// What kind of file it was, for instance `csv`.
    layout: String,
    format: Format,
    encoding: Option<String>,
    separator: Option<char>,
    sheets: Vec<SheetFound>,
    grid: Grid,
    columns: Columns,
    /// How sure the guess of the columns is, 0 to 1.
    confidence: f32,
    /// Positions are the levels of IMPACT OSS.
    has_levels: bool,
}

/// A column of texts guessed with less than this is asked for before anything is read.
const SURE: f32 = 0.7;

impl ByColumns {
    /// The table of a workbook or text file.
    ///
    /// # Errors
    /// `table-not-found`, `table-sheet-unknown`, `table-column-unknown`, `table-column-twice`,
    /// `table-is-of-actions`.
    pub(super) fn of_tables(tables: &Tables, ask: &Ask) -> Result<Self> {
        let layout = tables.kind.word().to_owned();
        let (encoding, separator) = (tables.encoding.clone(), tables.separator);
        Self::of_grids(grid::of_tables(tables), layout, encoding, separator, ask)
    }

    /// The table of a Word document.
    ///
    /// # Errors
    /// As [`ByColumns::of_tables`].
    pub(super) fn of_document(document: &Document, ask: &Ask) -> Result<Self> {
        let grids = grid::of_document(document);
        Self::of_grids(grids, "docx".to_owned(), None, None, ask)
    }

    fn of_grids(
        grids: Vec<Grid>,
        layout: String,
        encoding: Option<String>,
        separator: Option<char>,
        ask: &Ask,
    ) -> Result<Self> {
        let wish = &ask.table;
        let sheets = study::sheets_of(&grids);
        let (mut grid, place) = grid::choose(grids, wish.sheet)?;
        grid.place = place;
        grid.header = grid::header_of(&grid, wish.header_row);
        grid.repair(wish);
        let known = layouts::recognise(&grid)?;
        let is_meant =
            |known: &&layouts::KnownLayout| ask.format.is_none_or(|format| format == known.format);
        let (format, layout) = match known.as_ref().filter(is_meant) {
            Some(known) => (known.format, known.layout.to_owned()),
            None => (Format::Table, layout),
        };
        let has_levels = known
            .as_ref()
            .is_some_and(|known| known.format == Format::ImpactOss);
        if let Some(known) = &known {
            grid.drop_hints(known);
        }
        let guessed = match known {
            Some(known) => known.columns,
            None => guess::columns(&grid),
        };
        let columns = Columns::of(&grid, &guessed, wish)?;
        let confidence = study::confidence(&columns);
        Ok(ByColumns {
            layout,
            format,
            encoding,
            separator,
            sheets,
            grid,
            columns,
            confidence,
            has_levels,
        })
    }

    pub(super) fn format(&self) -> Format {
        self.format
    }

    pub(super) fn layout(&self) -> String {
        self.layout.clone()
    }

    pub(super) fn encoding(&self) -> Option<String> {
        self.encoding.clone()
    }

    pub(super) fn confidence(&self) -> f32 {
        self.confidence
    }

    /// Every State under review the table names, in the order of the file.
    ///
    /// # Errors
    /// `import-too-many-states`.
    pub(super) fn states(&self, ask: &Ask) -> Result<Vec<StateFound>> {
        columns::states_under_review(&self.grid, &self.columns, &ask.table)
    }

    /// Whether the file is taken for such a table without being asked to.
    pub(super) fn is_sure(&self, ask: &Ask) -> bool {
        let is_said = ask.table.columns.is_some() || ask.format == Some(self.format);
        is_said || self.columns.confidence_of(Meaning::Text) >= SURE
    }

    /// Reads the rows about one State.
    ///
    /// # Errors
    /// `import-columns-needed`, `file-format-unknown`, `import-state-needed`, `import-state-not-in-file`,
    /// `import-too-many-states`, `import-without-recommendations`.
    pub(super) fn read(&self, ask: &Ask) -> Result<Reading> {
        if !self.is_sure(ask) || !self.columns.has_text() {
            // A table with nothing like a recommendation in it is one of something else.
            let is_asked = ask.format.is_some() || self.columns.has_text();
            return Err(Error::person(match is_asked {
                true => "import-columns-needed",
                false => "file-format-unknown",
            }));
        }
        let found = self.states(ask)?;
        let state = choose_state(&found, ask)?.or_else(|| ask.plan_state.clone());
        let reader = row::RowReader::new(&self.grid, &self.columns, &ask.table, self.has_levels);
        let mut gathered = Gathered::default();
        let mut problems = Vec::new();
        let mut read = 0;
        for line in self.grid.lines() {
            if reader.is_skipped(line.number) || !reader.is_about(line, state.as_deref()) {
                continue;
            }
            read += 1;
            if read == 1 && !self.says_mechanism(ask) {
                problems.push(Problem::new(Severity::Notice, "import-mechanism-assumed"));
            }
            let row = reader.read(line);
            problems.extend(row.problems);
            if let Some(draft) = row.draft {
                gathered.take(draft, &mut problems);
            }
        }
        for line in self.grid.headings() {
            let filled = line.cells.iter().find(|cell| !cell.trim().is_empty());
            let problem = Problem::new(Severity::Notice, "import-heading-passed-over");
            let problem = problem.at(reader.sheet(), line.number, None);
            problems.push(problem.value(study::shortened(filled.map_or("", String::as_str))));
        }
        let drafts = gathered.finish();
        if read == 0 {
            return Err(Error::person("import-without-recommendations"));
        }
        Ok(Reading {
            format: self.format,
            layout: self.layout(),
            confidence: self.confidence,
            encoding: self.encoding(),
            state,
            states_found: found,
            read,
            drafts,
            problems,
        })
    }

    /// Whether the rows, or a person, say which mechanism the recommendations come from.
    fn says_mechanism(&self, ask: &Ask) -> bool {
        let telling = [
            Meaning::Mechanism,
            Meaning::Body,
            Meaning::Document,
            Meaning::Position,
            Meaning::RecommendingStates,
            Meaning::Cycle,
        ];
        ask.table.for_all_rows.mechanism.is_some()
            || telling.iter().any(|meaning| self.columns.has(*meaning))
    }

    /// What was found in the file and how it is understood, for a person to look at.
    ///
    /// # Errors
    /// `import-too-many-states`.
    pub(super) fn study(&self, ask: &Ask) -> Result<TableStudy> {
        study::study(self, ask)
    }

    /// The headings and the cells of some rows, as they stand in the file.
    pub(super) fn rows(&self, numbers: &[u32]) -> (Vec<String>, Vec<(u32, Vec<String>)>) {
        let wanted = self.grid.rows.iter();
        let wanted = wanted.filter(|row| numbers.contains(&row.number));
        let rows = wanted.map(|row| (row.number, row.cells.clone())).collect();
        (self.grid.labels(), rows)
    }
}
