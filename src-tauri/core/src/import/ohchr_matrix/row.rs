//! One row of a matrix: paragraph number, text, States, position and its source, themes, groups, SDGs.

use super::super::clean::{MOST_CELL_BYTES, key, plain};
use super::super::draft::{Draft, DraftState};
use super::super::states::{cut_states, read_list};
use super::Columns;
use super::tags::is_coded;
use crate::base::{Problem, Severity};
use crate::office::docx_read::{Cell, Row, Table};
use crate::reference::{positions, symbols, vocabularies};

pub(super) struct Recommendation {
    pub draft: Draft,
}

#[derive(Default)]
pub(super) struct Found {
    pub recommendation: Option<Recommendation>,
    pub problems: Vec<Problem>,
    /// The column for comments is filled in.
    pub has_comments: bool,
}

/// What a heading row says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Heading {
    Theme(String),
    /// A title or note that names no theme.
    Other(String),
}

/// Labels before the theme of a heading, in one generation or another.
const THEME_LABELS: [&str; 5] = ["theme", "themes", "right", "rightorarea", "area"];

/// A row of one cell across the table is a heading: "Theme: Right to education".
pub(super) fn heading(row: &Row, columns: Columns) -> Option<Heading> {
    let mut written = row
        .cells
        .iter()
        .filter(|cell| !cell.text().trim().is_empty());
    let (only, more) = (written.next()?, written.next());
    if more.is_some() || only.column != 0 || length(only) > MOST_CELL_BYTES {
        return None;
    }
    let text = plain(&only.text());
    let mut labels = THEME_LABELS.iter();
    if let Some(theme) = labels.find_map(|label| strip_label(&text, label)) {
        return Some(Heading::Theme(theme.to_owned()));
    }
    let spans_all = only.span >= columns.width || row.cells.len() == 1;
    if !spans_all {
        return None;
    }
    let is_theme = is_coded(&text) || vocabularies::find_theme(&text).is_some();
    Some(match is_theme {
        true => Heading::Theme(text),
        false => Heading::Other(text),
    })
}

/// What follows "Label:" at the start of a line, whatever its case and blanks.
fn strip_label<'a>(line: &'a str, label: &str) -> Option<&'a str> {
    let (before, after) = line.split_once(':')?;
    (key(before) == label).then(|| after.trim())
}

/// The cells of a row; one that continues the cell above has that cell's text.
pub(super) fn filled_from_above(row: &Row, above: &[Cell]) -> Vec<Cell> {
    let fill = |cell: &Cell| {
        let source = above
            .iter()
            .find(|other| cell.continues && other.column == cell.column);
        source.map_or_else(
            || cell.clone(),
            |source| Cell {
                lines: source.lines.clone(),
                ..cell.clone()
            },
        )
    };
    row.cells.iter().map(fill).collect()
}

/// Whether a table without headings goes on with the rows of a matrix.
pub(super) fn looks_like_rows_of(table: &Table, columns: Columns) -> bool {
    let width = |row: &Row| row.cells.last().map_or(0, |cell| cell.column + cell.span);
    table.rows.iter().all(|row| width(row) == columns.width)
        && table.rows.iter().any(|row| {
            let text = super::cell_at(row, columns.recommendation).map(|cell| plain(&cell.text()));
            let position = super::cell_at(row, columns.position).map(|cell| plain(&cell.text()));
            text.is_some_and(|text| paragraph_number(&text).is_some())
                && position.is_some_and(|words| positions::from_words(&words, None).is_some())
        })
}

/// Whether a table has cells that begin like a recommendation ("115.12 …") and a position.
pub(super) fn holds_paragraph_numbers(table: &Table) -> bool {
    let begins = |row: &Row| {
        let mut cells = row.cells.iter().map(|cell| plain(&cell.text()));
        cells.any(|text| paragraph_number(&text).is_some_and(|(number, _)| number.contains('.')))
    };
    table.rows.iter().filter(|row| begins(row)).count() >= 2
}

/// The headings of a table on one line, for a message.
pub(super) fn headings(row: &Row) -> String {
    let cells = row.cells.iter().map(|cell| plain(&cell.text()));
    cells
        .collect::<Vec<_>>()
        .join(" | ")
        .chars()
        .take(200)
        .collect()
}

pub(super) struct Reader<'a> {
    pub(super) columns: Columns,
    cells: &'a [Cell],
    table: u32,
    row: u32,
    found: Found,
}

/// Reads the cells of one row.
pub(super) fn read(
    cells: &[Cell],
    columns: Columns,
    cycle: Option<u32>,
    table: u32,
    row: u32,
) -> Found {
    let mut reader = Reader {
        columns,
        cells,
        table,
        row,
        found: Found::default(),
    };
    let draft = reader.draft(cycle);
    let mut found = reader.found;
    found.recommendation = draft.map(|draft| Recommendation { draft });
    found
}

impl Reader<'_> {
    pub(super) fn cell(&self, column: u32) -> Option<&Cell> {
        self.cells
            .iter()
            .find(|cell| (cell.column..cell.column + cell.span).contains(&column))
    }

    pub(super) fn report(&mut self, severity: Severity, code: &str, cell: &str, value: &str) {
        let table = self.table.to_string();
        let problem = Problem::new(severity, code)
            .at(Some(&table), self.row, Some(cell))
            .value(value);
        self.found.problems.push(problem);
    }

    fn draft(&mut self, cycle: Option<u32>) -> Option<Draft> {
        if let Some(long) = self
            .cells
            .iter()
            .position(|cell| length(cell) > MOST_CELL_BYTES)
        {
            let column = (long + 1).to_string();
            self.report(Severity::Error, "import-cell-too-long", &column, "");
            return None;
        }
        let raw = self.cell(self.columns.recommendation).map(Cell::text)?;
        let (body, source) = split_source(&raw);
        let body = plain(&body);
        let Some((paragraph, text)) = paragraph_number(&body) else {
            self.report(
                Severity::Error,
                "import-paragraph-missing",
                "Recommendation",
                &body,
            );
            return None;
        };
        let (text, states) = self.states(text);
        if text.is_empty() {
            self.report(
                Severity::Error,
                "import-text-missing",
                "Recommendation",
                &body,
            );
            return None;
        }
        let mut draft = Draft::new(self.row, text, raw);
        draft.sheet = Some(self.table.to_string());
        draft.paragraph = Some(paragraph);
        let states = states.into_iter();
        draft.states = states.map(DraftState::named).collect();
        draft.position = self.position(cycle);
        if let Some(source) = source {
            self.source(&mut draft, &plain(&source));
        }
        self.tags(&mut draft);
        self.sdgs(&mut draft);
        let comments = self.columns.comments.and_then(|column| self.cell(column));
        self.found.has_comments = comments.is_some_and(|cell| !plain(&cell.text()).is_empty());
        Some(draft)
    }

    /// The text without its States, and the States from its end or from their own column.
    fn states(&mut self, text: &str) -> (String, Vec<String>) {
        let own = self.columns.states.and_then(|column| self.cell(column));
        let (text, states, unknown) = match own.map(Cell::text) {
            Some(list) => {
                let listed = read_list(&list);
                let text = text.trim_end_matches([' ', ';']).to_owned();
                (text, listed.states, listed.unknown)
            }
            None => {
                let cut = cut_states(text);
                (cut.text, cut.states, cut.unknown)
            }
        };
        for name in &unknown {
            self.report(
                Severity::Warning,
                "import-state-not-recognised",
                "Recommendation",
                name,
            );
        }
        if states.is_empty() && unknown.is_empty() {
            let end: String = text.chars().rev().take(60).collect();
            let end: String = end.chars().rev().collect();
            self.report(
                Severity::Warning,
                "import-states-missing",
                "Recommendation",
                &end,
            );
        }
        (text, states)
    }

    fn position(&mut self, cycle: Option<u32>) -> Option<String> {
        let words = self
            .cell(self.columns.position)
            .map(|cell| plain(&cell.text()));
        let words = words.unwrap_or_default();
        let cycle = cycle.and_then(|cycle| u8::try_from(cycle).ok());
        let position = positions::from_words(&words, cycle).map(|found| found.code.clone());
        if position.is_none() {
            self.report(
                Severity::Warning,
                "import-position-not-recognised",
                "Position",
                &words,
            );
        }
        position
    }

    /// "A/HRC/59/15/Add.1 - Para.3": where the State gave its position. The recommendation itself
    /// stands in the report to which that document is the addendum.
    fn source(&mut self, draft: &mut Draft, source: &str) {
        let lower = source.to_ascii_lowercase();
        let end = lower.find("para").unwrap_or(source.len());
        let symbol = source.get(..end).unwrap_or_default();
        let symbol = symbol.trim_end_matches([' ', '-', '\u{2013}', ',', ';']);
        let parsed = symbols::parse(symbol);
        let Some(parsed) = parsed.filter(|parsed| parsed.council_session.is_some()) else {
            self.report(
                Severity::Warning,
                "import-source-not-recognised",
                "Recommendation",
                source,
            );
            return;
        };
        let report = parsed.symbol.split("/Add.").next().unwrap_or_default();
        draft.document = Some(report.to_owned());
        // The last "para" counts: some cells say it twice ("…, para. 3 - Para. 3").
        let tail = lower.rfind("para").and_then(|place| source.get(place..));
        let tail = tail
            .unwrap_or_default()
            .trim_start_matches(char::is_alphabetic);
        let tail = tail.trim_matches([' ', '.', ':', ';']);
        let number: String = tail
            .chars()
            .take_while(|letter| letter.is_ascii_digit() || *letter == '.')
            .collect();
        if number.len() != tail.len() {
            // "Para.3vv": the paragraph is understood, what follows it is not.
            let severity = match number.is_empty() {
                true => Severity::Warning,
                false => Severity::Notice,
            };
            let code = "import-source-not-recognised";
            self.report(severity, code, "Recommendation", source);
        }
        draft.position_paragraph = Some(number).filter(|number| !number.is_empty());
        draft.position_document = Some(parsed.symbol);
    }
}

/// Bytes of a cell's text.
pub(super) fn length(cell: &Cell) -> usize {
    cell.lines.iter().map(|line| line.len() + 1).sum()
}

/// The text of the cell, and what follows "Source of position:".
fn split_source(raw: &str) -> (String, Option<String>) {
    let lower = raw.to_ascii_lowercase();
    let mark = "source of position";
    match lower.find(mark) {
        Some(place) => {
            let body = raw.get(..place).unwrap_or_default().to_owned();
            let source = raw.get(place + mark.len()..).unwrap_or_default();
            (body, Some(source.trim_start_matches([':', ' ']).to_owned()))
        }
        None => (raw.to_owned(), None),
    }
}

/// Cuts the paragraph number from the front: "115.12 Adopt …", "26.1. Adopt …", "136.1Adopt …".
fn paragraph_number(text: &str) -> Option<(String, &str)> {
    let digits =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let first = digits(text);
    let rest = text.get(first..)?;
    if !(1..=3).contains(&first) {
        return None;
    }
    let behind = rest.strip_prefix('.')?;
    let behind_blank = behind.trim_start();
    let second = digits(behind_blank);
    let number = text.get(..first)?;
    if !(1..=3).contains(&second) {
        // "12. Adopt …": a running number alone.
        let text = behind_blank;
        return text
            .starts_with(char::is_alphabetic)
            .then(|| (number.to_owned(), text));
    }
    let sub = behind_blank.get(..second)?;
    let text = behind_blank
        .get(second..)?
        .trim_start_matches(['.', ' ', ':']);
    Some((format!("{number}.{sub}"), text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraph_numbers_are_cut_however_they_are_set() {
        for text in [
            "115.12 Adopt it",
            "115.12. Adopt it",
            "115.12Adopt it",
            "115. 12 Adopt it",
        ] {
            let found = paragraph_number(text);
            assert_eq!(found, Some(("115.12".to_owned(), "Adopt it")), "{text}");
        }
        assert_eq!(
            paragraph_number("12. Adopt it"),
            Some(("12".to_owned(), "Adopt it"))
        );
        assert_eq!(paragraph_number("Adopt it by 2030"), None);
        assert_eq!(paragraph_number("2030 Agenda"), None);
    }

    #[test]
    fn a_label_is_known_whatever_its_case_and_blanks() {
        assert_eq!(strip_label("Theme : Health", "theme"), Some("Health"));
        assert_eq!(strip_label("THEME:  Health", "theme").unwrap(), "Health");
        assert_eq!(strip_label("Children: family environment", "theme"), None);
    }
}
