//! The walk through a part: what each element that begins or ends means for the tables and
//! paragraphs that are open.

use quick_xml::events::BytesStart;

use super::marks::{self, Mark, value};
use super::paragraph::{OpenParagraph, Setting};
use super::{Block, Cell, DEEPEST, Document, MOST_CELLS, MOST_PARAGRAPHS, Row, Table};
use crate::base::{Error, Result};

/// Where the reader stands in the document.
#[derive(Default)]
pub(super) struct Walk {
    marks: Vec<Mark>,
    open: Vec<OpenTable>,
    /// Text is taken only inside `w:t`.
    in_text: bool,
    /// The run is hidden (`w:vanish`).
    hidden: bool,
    /// The paragraph's own mark is deleted: the next paragraph goes on in its line.
    joins: bool,
    line: String,
    paragraph: OpenParagraph,
    paragraphs_ended: u32,
    setting: Setting,
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
    pub(super) fn new(setting: Setting) -> Self {
        Walk {
            setting,
            ..Walk::default()
        }
    }

    pub(super) fn begin(&mut self, mark: Mark, element: &BytesStart<'_>) -> Result<()> {
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
            Mark::Paragraph => self.paragraph.begin(),
            Mark::Run => {
                self.hidden = false;
                self.paragraph.begin_run();
            }
            Mark::Text => self.in_text = true,
            Mark::Tab if self.marks.last() == Some(&Mark::Run) => self.write_letters("\t"),
            Mark::Break if self.marks.last() == Some(&Mark::Run) => {
                self.paragraph.break_line();
                self.break_line();
            }
            Mark::NoBreakHyphen => self.write_letters("\u{2011}"),
            Mark::Symbol => self.write_letters(marks::symbol(element)),
            Mark::Vanish => self.hidden = marks::is_on(element),
            Mark::Span | Mark::Before | Mark::VerticalMerge => self.shape(mark, element),
            Mark::Deletion => self.delete_mark(),
            Mark::Style | Mark::List | Mark::ListLevel | Mark::OutlineLevel | Mark::Bold => {
                self.paragraph.set(mark, &self.marks, element);
            }
            _ => {}
        }
        self.marks.push(mark);
        Ok(())
    }

    /// `w:del` and `w:moveFrom` around runs; inside properties they only mark.
    pub(super) fn is_deleted_content(&self, mark: Mark) -> bool {
        mark == Mark::Deletion
            && !matches!(
                self.marks.last(),
                Some(Mark::RunProperties | Mark::RowProperties)
            )
    }

    pub(super) fn end(&mut self) -> Result<()> {
        match self.marks.pop() {
            Some(Mark::Text) => self.in_text = false,
            Some(Mark::Paragraph) if self.joins => self.joins = false,
            Some(Mark::Paragraph) => {
                self.break_line();
                self.end_paragraph()?;
            }
            Some(Mark::Cell) => self.end_cell(),
            Some(Mark::Row) => self.end_row(),
            Some(Mark::Table) => self.end_table(),
            Some(_) => {}
            None => return Err(Error::file("file-damaged")),
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Result<Document> {
        if !self.marks.is_empty() {
            return Err(Error::file("file-damaged").detail("the document ends too early"));
        }
        Ok(self.done)
    }

    pub(super) fn write(&mut self, text: &str) {
        if self.in_text {
            self.write_letters(text);
        }
    }

    fn write_letters(&mut self, text: &str) {
        if !self.hidden {
            self.line.push_str(text);
            self.paragraph.write(text, &self.setting);
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

    fn end_paragraph(&mut self) -> Result<()> {
        let is_in_table = !self.open.is_empty();
        self.paragraphs_ended += u32::from(!is_in_table);
        let ended = self.paragraph.end(self.paragraphs_ended, &mut self.setting);
        if is_in_table || ended.text.trim().is_empty() {
            return Ok(());
        }
        if self.done.blocks.len() >= MOST_PARAGRAPHS {
            return Err(Error::file("file-too-demanding"));
        }
        self.done.blocks.push(Block::Paragraph(ended));
        Ok(())
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
        if self.open.is_empty() {
            self.done.blocks.push(Block::Table(open.table.number));
        }
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
