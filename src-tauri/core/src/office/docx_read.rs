//! Reads the tables and paragraphs of a Word document (docx).
//!
//! An own small reader: it takes only what a matrix or a report needs and knows no macros, links or
//! relations. The numbers Word sets before paragraphs stand in no text and are computed.
//! Read are merged cells (`gridSpan`, `vMerge`), nested tables, content controls and tracked
//! insertions; left out are tracked deletions, hidden text, field codes, drawings and text boxes.
//! A document type declaration or an unknown entity is an error: that is how XML bombs are built.
//!
//! The layout is that of ECMA-376 part 1, §17.4 (tables), §17.3 (runs) and §17.13 (revisions).

mod elements;
mod marks;
mod numbering;
mod paragraph;
mod styles;
mod walk;

use quick_xml::Reader;
use quick_xml::events::Event;

use self::marks::{Mark, mark_of};
use self::numbering::Numbering;
pub use self::paragraph::Paragraph;
use self::paragraph::Setting;
use self::styles::Styles;
use self::walk::Walk;
use super::entities::letters_of;
use super::parts::Parts;
use crate::base::{Error, Result};

/// Elements may stand this deep in one another; Word itself stays below 60.
const DEEPEST: usize = 256;
/// The most cells of all tables together; the longest matrix has some 2,000.
const MOST_CELLS: usize = 200_000;

/// The most paragraphs outside tables that have a text; the longest reports have some 2,000.
const MOST_PARAGRAPHS: usize = 200_000;

/// What a document holds.
#[derive(Debug, Default)]
pub struct Document {
    /// All tables, a nested one before the table it stands in.
    pub tables: Vec<Table>,
    /// The text of each page header.
    pub headers: Vec<String>,
    /// The first paragraphs outside tables, at most a hundred.
    pub paragraphs: Vec<String>,
    /// Paragraphs with a text and tables, in the order of the document; nothing that stands in a table.
    pub blocks: Vec<Block>,
}

#[derive(Debug)]
pub enum Block {
    Paragraph(Paragraph),
    /// The number of a table.
    Table(u32),
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
    let mut names = parts.names()?;
    let setting = Setting {
        styles: match the_part(&mut parts, &names, "word/styles")? {
            Some(xml) => Styles::read(&xml)?,
            None => Styles::default(),
        },
        numbering: match the_part(&mut parts, &names, "word/numbering")? {
            Some(xml) => Numbering::read(&xml)?,
            None => Numbering::default(),
        },
    };
    let mut document = read_part(&main, setting)?;
    names.retain(|name| name.starts_with("word/header") && name.ends_with(".xml"));
    names.sort();
    for name in names {
        if let Some(text) = parts.text(&name)? {
            let lines = read_part(&text, Setting::default())?;
            let within = lines.tables.iter().flat_map(|table| &table.rows);
            let cells = within.flat_map(|row| &row.cells).map(Cell::text);
            let header: Vec<String> = lines.paragraphs.iter().cloned().chain(cells).collect();
            document.headers.push(header.join("\n"));
        }
    }
    Ok(document)
}

/// The text of the part `word/styles.xml` or, as some programs write it, `word/styles2.xml`.
fn the_part(parts: &mut Parts<'_>, names: &[String], stem: &str) -> Result<Option<String>> {
    let is_it = |name: &&String| {
        let number = name
            .strip_prefix(stem)
            .and_then(|rest| rest.strip_suffix(".xml"));
        number.is_some_and(|number| number.chars().all(|letter| letter.is_ascii_digit()))
    };
    match names.iter().find(is_it) {
        Some(name) => parts.text(name),
        None => Ok(None),
    }
}

fn read_part(xml: &str, setting: Setting) -> Result<Document> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut walk = Walk::new(setting);
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
            Event::GeneralRef(entity) => walk.write(&letters_of(&entity)?),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
        }
    }
    walk.finish()
}

fn damaged(error: impl std::fmt::Display) -> Error {
    Error::file("file-damaged").detail(error)
}
