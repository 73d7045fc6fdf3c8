//! Reads the tables of a Word document (docx).
//!
//! An own small reader: it takes only what a matrix needs and knows no macros, links or relations.
//! Read are merged cells (`gridSpan`, `vMerge`), nested tables, content controls and tracked
//! insertions; left out are tracked deletions, hidden text, field codes, drawings and text boxes.
//! A document type declaration or an unknown entity is an error: that is how XML bombs are built.
//!
//! The layout is that of ECMA-376 part 1, §17.4 (tables), §17.3 (runs) and §17.13 (revisions).

mod marks;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use self::marks::{Mark, mark_of, value};
use super::parts::Parts;
use crate::base::{Error, Result};

/// Elements may stand this deep in one another; Word itself stays below 60.
const DEEPEST: usize = 256;
/// The most cells of all tables together; the longest matrix has some 2,000.
const MOST_CELLS: usize = 200_000;

/// What a document holds.
#[derive(Debug, Default)]
pub struct Document {
    /// All tables, a nested one before the table it stands in.
    pub tables: Vec<Table>,
    /// The text of each page header.
    pub headers: Vec<String>,
    /// The first paragraphs outside tables, at most a hundred.
    pub paragraphs: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Table {
    /// Counted from 1 in the order in which tables begin.
    pub number: u32,
    pub rows: Vec<Row>,
}

#[derive(Debug, Default)]
pub struct Row {
    /// Counted from 1, rows marked as deleted among them, as they still stand in the file.
    pub number: u32,
    pub cells: Vec<Cell>,
}

#[derive(Debug, Default, Clone)]
pub struct Cell {
    /// The grid column in which it begins, counted from 0.
    pub column: u32,
    /// Grid columns it covers.
    pub span: u32,
    /// Continues the cell above it (vertical merge); it then has no text of its own.
    pub continues: bool,
    /// One line a paragraph or line break; empty lines at the ends are left out.
    pub lines: Vec<String>,
}

impl Cell {
    /// All lines, as a person reads them.
    #[must_use]
    pub fn text(&self) -> String {
        self.lines.join("\n")
    }
}

/// Reads a document from the bytes of the file.
///
/// # Errors
/// `file-damaged`, `file-not-a-document`, `file-too-many-parts`, `file-inflates-too-much`,
/// `file-has-entities`, `file-too-deep`, `file-too-many-cells`.
pub fn read(bytes: &[u8]) -> Result<Document> {
    let mut parts = Parts::open(bytes)?;
    let name = parts.main_part()?.unwrap_or_default();
    let main = parts
        .text(&name)?
        .ok_or_else(|| Error::file("file-not-a-document"))?;
    let mut document = read_part(&main)?;
    let mut names = parts.names()?;
    names.retain(|name| name.starts_with("word/header") && name.ends_with(".xml"));
    names.sort();
    for name in names {
        if let Some(text) = parts.text(&name)? {
            let lines = read_part(&text)?;
            let within = lines.tables.iter().flat_map(|table| &table.rows);
            let cells = within.flat_map(|row| &row.cells).map(Cell::text);
            let header: Vec<String> = lines.paragraphs.iter().cloned().chain(cells).collect();
            document.headers.push(header.join("\n"));
        }
    }
    Ok(document)
}

fn read_part(xml: &str) -> Result<Document> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut walk = Walk::default();
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Eof => break,
            Event::DocType(_) => return Err(Error::file("file-has-entities")),
            Event::Start(element) => {
                let mark = mark_of(&element);
                if mark == Mark::Aside || walk.is_deleted_content(mark) {
                    reader.read_to_end(element.name()).map_err(damaged)?;
                } else {
                    walk.begin(mark, &element)?;
                }
            }
            Event::Empty(element) => {
                let mark = mark_of(&element);
                if mark != Mark::Aside {
                    walk.begin(mark, &element)?;
                    walk.end()?;
                }
            }
            Event::End(_) => walk.end()?,
            Event::Text(text) => walk.write(&text.xml10_content()),
            Event::CData(text) => walk.write(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                let letter = match entity.resolve_char_ref().map_err(damaged)? {
                    Some(letter) => letter.to_string(),
                    None => resolve_predefined_entity(&entity)
                        .ok_or_else(|| Error::file("file-has-entities").detail(&*entity))?
                        .to_owned(),
                };
                walk.write(&letter);
            }
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
        }
    }
    walk.finish()
}

fn damaged(error: impl std::fmt::Display) -> Error {
    Error::file("file-damaged").detail(error)
}

/// Where the reader stands in the document.
#[derive(Default)]
struct Walk {
    marks: Vec<Mark>,
    open: Vec<OpenTable>,
    /// Text is taken only inside `w:t`.
    in_text: bool,
    /// The run is hidden (`w:vanish`).
    hidden: bool,
    /// The paragraph's own mark is deleted: the next paragraph goes on in its line.
    joins: bool,
    line: String,
    tables_begun: u32,
    cells: usize,
    done: Document,
}

/// A table that has begun and not ended.
#[derive(Default)]
struct OpenTable {
    table: Table,
    rows_begun: u32,
    row: Row,
    row_is_deleted: bool,
    next_column: u32,
    cell: Cell,
}

impl Walk {
    fn begin(&mut self, mark: Mark, element: &BytesStart<'_>) -> Result<()> {
        if self.marks.len() >= DEEPEST {
            return Err(Error::file("file-too-deep").with("limit", DEEPEST));
        }
        match mark {
            Mark::Table => {
                self.break_line();
                self.tables_begun += 1;
                self.open.push(OpenTable::default());
                if let Some(open) = self.open.last_mut() {
                    open.table.number = self.tables_begun;
                }
            }
            Mark::Row => self.begin_row(),
            Mark::Cell => self.begin_cell()?,
            Mark::Run => self.hidden = false,
            Mark::Text => self.in_text = true,
            Mark::Tab if self.marks.last() == Some(&Mark::Run) => self.write_letters("\t"),
            Mark::Break if self.marks.last() == Some(&Mark::Run) => self.break_line(),
            Mark::NoBreakHyphen => self.write_letters("\u{2011}"),
            Mark::Symbol => self.write_letters(marks::symbol(element)),
            Mark::Vanish => self.hidden = marks::is_on(element),
            Mark::Span | Mark::Before | Mark::VerticalMerge => self.shape(mark, element),
            Mark::Deletion => self.delete_mark(),
            _ => {}
        }
        self.marks.push(mark);
        Ok(())
    }

    /// `w:del` and `w:moveFrom` around runs; inside properties they only mark.
    fn is_deleted_content(&self, mark: Mark) -> bool {
        mark == Mark::Deletion
            && !matches!(
                self.marks.last(),
                Some(Mark::RunProperties | Mark::RowProperties)
            )
    }

    fn end(&mut self) -> Result<()> {
        match self.marks.pop() {
            Some(Mark::Text) => self.in_text = false,
            Some(Mark::Paragraph) if self.joins => self.joins = false,
            Some(Mark::Paragraph) => self.break_line(),
            Some(Mark::Cell) => self.end_cell(),
            Some(Mark::Row) => self.end_row(),
            Some(Mark::Table) => self.end_table(),
            Some(_) => {}
            None => return Err(Error::file("file-damaged")),
        }
        Ok(())
    }

    fn finish(self) -> Result<Document> {
        if !self.marks.is_empty() {
            return Err(Error::file("file-damaged").detail("the document ends too early"));
        }
        Ok(self.done)
    }

    fn write(&mut self, text: &str) {
        if self.in_text {
            self.write_letters(text);
        }
    }

    fn write_letters(&mut self, text: &str) {
        if !self.hidden {
            self.line.push_str(text);
        }
    }

    fn break_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        match self.open.last_mut() {
            Some(open) => open.cell.lines.push(line),
            None if !line.trim().is_empty() && self.done.paragraphs.len() < 100 => {
                self.done.paragraphs.push(line);
            }
            None => {}
        }
    }

    fn begin_row(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.rows_begun += 1;
            open.row = Row {
                number: open.rows_begun,
                cells: Vec::new(),
            };
            open.row_is_deleted = false;
            open.next_column = 0;
        }
    }

    fn begin_cell(&mut self) -> Result<()> {
        self.cells += 1;
        if self.cells > MOST_CELLS {
            return Err(Error::file("file-too-many-cells").with("limit", MOST_CELLS));
        }
        if let Some(open) = self.open.last_mut() {
            open.cell = Cell {
                column: open.next_column,
                span: 1,
                ..Cell::default()
            };
        }
        Ok(())
    }

    fn shape(&mut self, mark: Mark, element: &BytesStart<'_>) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        // More columns than Word allows (63) say nothing true about the table.
        let columns = value(element)
            .and_then(|value| value.parse::<u32>().ok())
            .unwrap_or(1)
            .min(63);
        match mark {
            Mark::Span => open.cell.span = columns.max(1),
            Mark::Before => open.next_column = columns,
            _ => open.cell.continues = value(element).as_deref() != Some("restart"),
        }
    }

    /// `w:del` inside properties marks the row, or the end of the paragraph, as deleted.
    fn delete_mark(&mut self) {
        match self.marks.last() {
            Some(Mark::RowProperties) => {
                if let Some(open) = self.open.last_mut() {
                    open.row_is_deleted = true;
                }
            }
            Some(Mark::RunProperties)
                if self.marks.iter().rev().nth(1) == Some(&Mark::ParagraphProperties) =>
            {
                self.joins = true;
            }
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        if !self.line.is_empty() {
            self.break_line();
        }
        if let Some(open) = self.open.last_mut() {
            let mut cell = std::mem::take(&mut open.cell);
            trim_lines(&mut cell.lines);
            open.next_column = cell.column + cell.span;
            open.row.cells.push(cell);
        }
    }

    fn end_row(&mut self) {
        if let Some(open) = self.open.last_mut() {
            let row = std::mem::take(&mut open.row);
            if !open.row_is_deleted {
                open.table.rows.push(row);
            }
        }
    }

    /// The text of a nested table stands in the cell around it too, line by line.
    fn end_table(&mut self) {
        let Some(open) = self.open.pop() else {
            return;
        };
        if let Some(around) = self.open.last_mut() {
            let cells = open.table.rows.iter().flat_map(|row| &row.cells);
            around
                .cell
                .lines
                .extend(cells.flat_map(|cell| cell.lines.clone()));
        }
        self.done.tables.push(open.table);
    }
}

fn trim_lines(lines: &mut Vec<String>) {
    while lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    let blank = lines
        .iter()
        .take_while(|line| line.trim().is_empty())
        .count();
    lines.drain(..blank);
}
