//! Makes a draft of a row.

mod cut;
mod origin;
mod tags;

use std::cell::RefCell;
use std::collections::HashMap;

use super::columns::Columns;
use super::dates::{self, DateOrder, Day};
use super::grid::{Grid, Line};
use super::guess::sample;
use super::language;
use super::meaning::Meaning;
use super::numbers;
use super::values::{self, Value};
use super::wish::{AnsweredField, TableWish};
use crate::base::text::squeeze;
use crate::base::{Problem, Severity};
use crate::import::clean::{MOST_CELL_BYTES, plain};
use crate::import::draft::Draft;
use crate::recommendations::RecordType;

/// The answer that keeps the name of an agency in the note.
const KEPT_IN_NOTE: &str = "note";

/// What a row says, and what of it was not understood.
#[derive(Default)]
pub(super) struct RowRead {
    pub draft: Option<Draft>,
    pub problems: Vec<Problem>,
}

/// Reads the rows of one table.
pub(super) struct RowReader<'a> {
    columns: &'a Columns,
    wish: &'a TableWish,
    labels: Vec<String>,
    sheet: Option<String>,
    order: Option<DateOrder>,
    language: String,
    /// The texts begin with their paragraph number.
    cuts_paragraphs: bool,
    /// The texts end in their recommending States.
    cuts_states: bool,
    /// Positions are the levels of IMPACT OSS.
    has_levels: bool,
    /// The beginning of the fingerprint of the headings.
    headings: String,
    /// States met before: names repeat from row to row.
    met: RefCell<HashMap<String, Value<String>>>,
    /// Cells of the row of headings; 0 where nothing follows from it.
    even: usize,
}

/// One row while it is read.
struct Reading<'a> {
    reader: &'a RowReader<'a>,
    line: &'a Line,
    problems: Vec<Problem>,
}

impl<'a> RowReader<'a> {
    pub(super) fn new(
        grid: &'a Grid,
        columns: &'a Columns,
        wish: &'a TableWish,
        has_levels: bool,
    ) -> Self {
        let texts = columns
            .place(Meaning::Text)
            .or(columns.place(Meaning::Title));
        let texts = texts.map(|column| sample(grid, column)).unwrap_or_default();
        let header = grid.rows.iter().find(|row| row.number == grid.header);
        RowReader {
            labels: grid.labels(),
            sheet: Some(grid.name.clone()).filter(|name| !name.is_empty()),
            order: wish.date_order.or_else(|| order_of(grid, columns)),
            language: language_of(&texts, wish),
            cuts_paragraphs: !columns.has(Meaning::Paragraph) && cut::begin_with_paragraphs(&texts),
            cuts_states: !columns.has(Meaning::RecommendingStates) && cut::end_in_states(&texts),
            has_levels,
            headings: super::study::fingerprint(grid, grid.width)
                .chars()
                .take(8)
                .collect(),
            even: header
                .filter(|_| grid.is_text)
                .map_or(0, |row| row.cells.len()),
            met: RefCell::default(),
            columns,
            wish,
        }
    }

    /// ISO 3166-1 alpha-3 of a State.
    fn state(&self, value: &str) -> Value<String> {
        if let Some(known) = self.met.borrow().get(value) {
            return known.clone();
        }
        let found = values::state(self.wish, value);
        self.met
            .borrow_mut()
            .insert(value.to_owned(), found.clone());
        found
    }

    pub(super) fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// A row the person left out.
    pub(super) fn is_skipped(&self, number: u32) -> bool {
        self.wish.skipped.contains(&number)
    }

    /// Whether a row speaks of this State; one that names none speaks of every one.
    pub(super) fn is_about(&self, line: &Line, state: Option<&str>) -> bool {
        let Some(column) = self.columns.place(Meaning::StateUnderReview) else {
            return true;
        };
        match self.state(&plain(line.cell(column))) {
            Value::Known(iso3) => Some(iso3.as_str()) == state,
            Value::Nothing => true,
            Value::Unknown => false,
        }
    }

    pub(super) fn read(&self, line: &Line) -> RowRead {
        let mut reading = Reading {
            reader: self,
            line,
            problems: Vec::new(),
        };
        let draft = reading.draft();
        RowRead {
            draft,
            problems: reading.problems,
        }
    }
}

/// The order that the days of the table show by themselves.
pub(super) fn order_of(grid: &Grid, columns: &Columns) -> Option<DateOrder> {
    let column = columns.place(Meaning::Date)?;
    dates::order_of(grid.lines().map(|line| line.cell(column)))
}

/// The language of the texts: as said, as guessed, else English.
pub(super) fn language_of(texts: &[&str], wish: &TableWish) -> String {
    let said = wish.language.clone();
    said.unwrap_or_else(|| {
        language::guess(texts.iter().copied())
            .unwrap_or("en")
            .to_owned()
    })
}

impl Reading<'_> {
    /// The cell with a meaning as it stands in the file; empty where no column has it.
    fn raw(&self, meaning: Meaning) -> &str {
        let column = self.reader.columns.place(meaning);
        column.map_or("", |column| self.line.cell(column))
    }

    /// As plain text on one line.
    fn plain(&self, meaning: Meaning) -> String {
        plain(self.raw(meaning))
    }

    fn report(&mut self, severity: Severity, code: &str, meaning: Meaning, value: &str) {
        let column = self.reader.columns.place(meaning);
        let label = column
            .and_then(|column| self.reader.labels.get(column))
            .cloned();
        let shown: String = value.chars().take(300).collect();
        let problem = Problem::new(severity, code);
        let sheet = self.reader.sheet.as_deref();
        self.problems.push(
            problem
                .at(sheet, self.line.number, label.as_deref())
                .value(shown),
        );
    }

    /// What a value says; one that is not known is reported.
    fn settle<T>(
        &mut self,
        value: Value<T>,
        code: &str,
        meaning: Meaning,
        said: &str,
    ) -> Option<T> {
        if matches!(value, Value::Unknown) {
            self.report(Severity::Warning, code, meaning, said);
        }
        value.known()
    }

    fn draft(&mut self) -> Option<Draft> {
        let longest = self.line.cells.iter().map(String::len).max().unwrap_or(0);
        if longest > MOST_CELL_BYTES {
            self.report(Severity::Error, "import-cell-too-long", Meaning::Text, "");
            return None;
        }
        self.report_uneven();
        let (raw, text) = self.text()?;
        let mut draft = Draft::new(self.line.number, text, raw);
        draft.sheet.clone_from(&self.reader.sheet);
        self.origin(&mut draft);
        self.place(&mut draft);
        self.answers(&mut draft);
        self.tags(&mut draft);
        self.national(&mut draft);
        Some(draft)
    }

    /// A row of a text file with more or fewer cells than headings: a sign too many in a text, or a
    /// file broken off.
    fn report_uneven(&mut self) {
        let (count, even) = (self.line.cells.len(), self.reader.even);
        if even == 0 || count == even {
            return;
        }
        let problem = Problem::new(Severity::Warning, "import-row-uneven");
        let problem = problem.at(self.reader.sheet.as_deref(), self.line.number, None);
        self.problems
            .push(problem.with("count", count).with("even", even));
    }

    /// The verbatim text and the cell it stands in. A concern and a recommendation in one cell stay
    /// together.
    fn text(&mut self) -> Option<(String, String)> {
        let meanings = [Meaning::Text, Meaning::Title];
        let filled = meanings
            .into_iter()
            .find(|meaning| !self.plain(*meaning).is_empty());
        let Some(meaning) = filled else {
            self.report(Severity::Error, "import-text-missing", Meaning::Text, "");
            return None;
        };
        let raw = self.raw(meaning).to_owned();
        let text = plain(&raw);
        Some((raw, text))
    }

    fn answers(&mut self, draft: &mut Draft) {
        let said = self.plain(Meaning::Position);
        let level = match (self.reader.has_levels, said.as_str()) {
            (true, "2" | "2.0") => Some("SUP"),
            (true, "1" | "1.0") => Some("SUP_PART"),
            (true, "0" | "0.0") => Some("NOT"),
            _ => None,
        };
        let value = match level {
            Some(code) => Value::Known(code.to_owned()),
            None => values::position(self.reader.wish, &said, draft.cycle),
        };
        let code = "import-position-not-recognised";
        draft.position = self.settle(value, code, Meaning::Position, &said);
        let said = self.plain(Meaning::ActionCategory);
        let code = "import-action-category-not-recognised";
        let category = numbers::category(&said);
        draft.action_category = self.settle(category, code, Meaning::ActionCategory, &said);
        let said = self.plain(Meaning::RecordType);
        let kind = values::record_type(&said);
        let code = "import-record-type-not-recognised";
        if let Some(kind) = self.settle(kind, code, Meaning::RecordType, &said) {
            draft.record_type = kind;
        }
        if draft.mechanism == "PLEDGE" {
            draft.record_type = RecordType::VoluntaryPledge;
        }
    }

    /// What the plan itself says: cluster, priority, lead and note.
    fn national(&mut self, draft: &mut Draft) {
        draft.cluster = Some(self.plain(Meaning::Cluster)).filter(|name| !name.is_empty());
        let said = self.plain(Meaning::Priority);
        let priority = values::priority(self.reader.wish, &said);
        let code = "import-priority-not-recognised";
        draft.priority = self.settle(priority, code, Meaning::Priority, &said);
        let mut noted = Vec::new();
        for name in self.list(Meaning::LeadAgency, &|_| false) {
            match self.reader.wish.answer(AnsweredField::Agency, &name) {
                Some("") => {}
                Some(KEPT_IN_NOTE) => noted.push(name),
                Some(id) => draft.agencies.push(id.to_owned()),
                None => draft.agencies.push(name),
            }
        }
        draft.note = self.note(draft);
        if !noted.is_empty() {
            let column = self.reader.columns.place(Meaning::LeadAgency);
            let label = column.and_then(|column| self.reader.labels.get(column));
            let line = format!("{}: {}", label.map_or("", String::as_str), noted.join("; "));
            let note = draft.note.take();
            draft.note = Some(note.map_or(line.clone(), |note| format!("{note}\n{line}")));
        }
    }

    /// The columns of notes, each under its heading where there are several.
    fn note(&self, draft: &Draft) -> Option<String> {
        let places: Vec<usize> = self.reader.columns.places(Meaning::Note).collect();
        let title = self.plain(Meaning::Title);
        let has_title = !title.is_empty() && title != draft.text;
        let is_one = places.len() + usize::from(has_title) == 1;
        let mut notes = Vec::new();
        let titles = self
            .reader
            .columns
            .place(Meaning::Title)
            .filter(|_| has_title);
        for place in titles.into_iter().chain(places) {
            let lines = self.line.cell(place).lines().map(plain);
            let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
            let label = self.reader.labels.get(place).cloned();
            match (lines.is_empty(), label.filter(|_| !is_one)) {
                (true, _) => {}
                (false, Some(label)) => notes.push(format!("{label}: {}", lines.join("\n"))),
                (false, None) => notes.push(lines.join("\n")),
            }
        }
        (!notes.is_empty()).then(|| notes.join("\n"))
    }
}
