//! Which format a foreign file is in, and the way from its bytes to a reading. Runs in the child
//! process; nothing here touches a plan.

use std::io::BufRead;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::addendum::{self, Addendum};
use super::content::{self, Content};
use super::draft::{Format, Reading, StateFound, list_states};
use super::ohchr_matrix::{self, Matrix};
use super::review_text::about::About;
use super::table::{ByColumns, TableStudy, TableWish};
use super::upright::Own;
use super::working_group_report::{self, Report};
use super::{uhri, upr_info, upright};
use crate::base::{Error, Result};
use crate::office::docx_read::Document;
use crate::office::table_read::{Tables, TextReading};

/// What the person said about a file, and what the plan says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// Read the file as this format or not at all.
    pub format: Option<Format>,
    /// ISO 3166-1 alpha-3 of the State the person named.
    pub state: Option<String>,
    /// ISO 3166-1 alpha-3 of the plan; it is taken where the person named none and the file
    /// speaks of it.
    pub plan_state: Option<String>,
    /// How a table is to be read by its columns.
    #[serde(default)]
    pub table: TableWish,
}

/// What a file was recognised as, before anything of it is taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Recognition {
    pub format: Format,
    pub layout: String,
    /// 0 to 1.
    pub confidence: f32,
    pub encoding: Option<String>,
    /// States under review met in the file; more than one means that one must be chosen.
    pub states: Vec<StateFound>,
}

/// A foreign file, opened: its tables or its document.
pub struct ForeignFile(Content);

impl ForeignFile {
    /// Opens a file by what its bytes say, whatever its name.
    ///
    /// # Errors
    /// `file-format-unknown` and the codes of files that cannot be read at all.
    pub fn open(bytes: &[u8]) -> Result<Self> {
        Self::open_as(bytes, &TableWish::default())
    }

    /// As [`ForeignFile::open`], a text file in the encoding and with the separator a person named.
    ///
    /// # Errors
    /// As [`ForeignFile::open`]; `encoding-unknown`, `separator-unknown`.
    pub fn open_as(bytes: &[u8], wish: &TableWish) -> Result<Self> {
        let mut separator = wish.separator.iter().flat_map(|sign| sign.chars());
        let reading = TextReading {
            encoding: wish.encoding.clone(),
            separator: separator.next(),
        };
        content::open(bytes, &reading).map(ForeignFile)
    }

    /// Says what the file is.
    ///
    /// # Errors
    /// `file-format-unknown`, `matrix-not-found`, `matrix-table-not-understood`,
    /// `table-is-of-actions`.
    pub fn recognise(&self) -> Result<Recognition> {
        let ask = Ask::default();
        match &self.0 {
            Content::Records(bytes) => uhri::json::recognise(bytes.as_slice()),
            Content::Dump(bytes) => uhri::table::recognise_dump(bytes),
            Content::Tables(tables) => {
                if let Some(export) = uhri::table::find_export(tables) {
                    return export.recognise();
                }
                let Some(export) = upr_info::find_export(tables) else {
                    return recognise_columns(&by_columns(tables, &ask)?, &ask);
                };
                Ok(Recognition {
                    format: Format::UprInfo,
                    layout: export.layout(),
                    confidence: 1.0,
                    encoding: export.encoding(),
                    states: export.states()?,
                })
            }
            Content::Document(document) => Ok(match word_of(document, &ask)? {
                Word::Columns(table) => recognise_columns(&table, &ask)?,
                Word::Matrix(matrix) => Recognition {
                    format: Format::OhchrMatrix,
                    layout: matrix.layout(),
                    confidence: matrix.confidence(),
                    encoding: None,
                    states: matrix.states(),
                },
                Word::Report(report) => {
                    of_text(Format::WorkingGroupReport, report.layout(), report.about())
                }
                Word::Addendum(found) => {
                    of_text(Format::Addendum, "docx".to_owned(), found.about())
                }
            }),
            Content::Own(format, own) => Ok(Recognition {
                format: *format,
                layout: upright::VERSION.to_string(),
                confidence: 1.0,
                encoding: None,
                states: own.states(),
            }),
        }
    }

    /// Reads what the file says about one State.
    ///
    /// # Errors
    /// As [`ForeignFile::recognise`], `file-is-another-format`, `import-state-needed`,
    /// `import-state-not-in-file`, `import-without-recommendations`, `import-columns-needed`.
    pub fn read(&self, ask: &Ask) -> Result<Reading> {
        match &self.0 {
            Content::Tables(tables) if ask.format == Some(Format::Table) => {
                by_columns(tables, ask)?.read(ask)
            }
            Content::Records(bytes) => {
                expect_format(ask, Format::Uhri)?;
                uhri::json::read(bytes.as_slice(), ask)
            }
            Content::Dump(bytes) => {
                expect_format(ask, Format::Uhri)?;
                uhri::table::read_dump(bytes, ask)
            }
            Content::Tables(tables) => {
                if let Some(export) = uhri::table::find_export(tables) {
                    expect_format(ask, Format::Uhri)?;
                    return export.read(ask);
                }
                if let Some(export) = upr_info::find_export(tables) {
                    expect_format(ask, Format::UprInfo)?;
                    return export.read(ask);
                }
                let table = by_columns(tables, ask)?;
                expect_format(ask, table.format())?;
                table.read(ask)
            }
            Content::Document(document) => match word_of(document, ask)? {
                Word::Columns(table) => {
                    expect_format(ask, table.format())?;
                    table.read(ask)
                }
                Word::Matrix(matrix) => {
                    expect_format(ask, Format::OhchrMatrix)?;
                    matrix.read(ask)
                }
                Word::Report(report) => {
                    expect_format(ask, Format::WorkingGroupReport)?;
                    report.read(ask)
                }
                Word::Addendum(found) => {
                    expect_format(ask, Format::Addendum)?;
                    found.read(ask)
                }
            },
            Content::Own(format, own) => {
                expect_format(ask, *format)?;
                own.reading(*format, ask)
            }
        }
    }

    /// The rows of one of Upright's own files.
    #[must_use]
    pub fn into_own(self) -> Option<Own> {
        match self.0 {
            Content::Own(_, own) => Some(*own),
            Content::Tables(_) | Content::Records(_) | Content::Dump(_) | Content::Document(_) => {
                None
            }
        }
    }

    /// What a table of the file holds and how its columns are understood.
    ///
    /// # Errors
    /// `table-not-found`, `table-sheet-unknown`, `table-column-unknown`, `table-column-twice`,
    /// `table-is-of-actions`.
    pub fn study(&self, ask: &Ask) -> Result<TableStudy> {
        self.by_columns(ask)?.study(ask)
    }

    /// The headings and some rows of a table, as they stand in the file.
    ///
    /// # Errors
    /// As [`ForeignFile::study`].
    pub fn rows(&self, ask: &Ask, numbers: &[u32]) -> Result<RawRows> {
        let (headings, rows) = self.by_columns(ask)?.rows(numbers);
        Ok(RawRows { headings, rows })
    }

    fn by_columns(&self, ask: &Ask) -> Result<ByColumns> {
        match &self.0 {
            Content::Tables(tables) => ByColumns::of_tables(tables, ask),
            Content::Document(document) => ByColumns::of_document(document, ask),
            Content::Records(_) | Content::Dump(_) | Content::Own(..) => {
                Err(Error::person("table-not-found"))
            }
        }
    }
}

/// Rows of a foreign table as they stand there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawRows {
    pub headings: Vec<String>,
    /// Number and cells.
    pub rows: Vec<(u32, Vec<String>)>,
}

/// A table in no known layout. One that holds nothing is no format at all.
fn by_columns(tables: &Tables, ask: &Ask) -> Result<ByColumns> {
    ByColumns::of_tables(tables, ask).map_err(|error| match error.code.as_str() {
        "table-not-found" => unknown(),
        _ => error,
    })
}

/// The table of a document that is nothing else. Where none can be one of recommendations, the refusal
/// says what was looked for.
fn in_document(document: &Document, ask: &Ask, refused: Error) -> Result<ByColumns> {
    let is_asked = ask.format == Some(Format::Table);
    if refused.code == "matrix-table-not-understood" && !is_asked {
        return Err(refused);
    }
    match ByColumns::of_document(document, ask) {
        Ok(table) if is_asked || table.is_sure(ask) => Ok(table),
        Err(error) if error.code != "table-not-found" => Err(error),
        _ => Err(refused),
    }
}

fn recognise_columns(table: &ByColumns, ask: &Ask) -> Result<Recognition> {
    Ok(Recognition {
        format: table.format(),
        layout: table.layout(),
        confidence: table.confidence(),
        encoding: table.encoding(),
        states: table.states(ask)?,
    })
}

/// Whether a file beginning so is a list of records that is read as it comes, however long it is.
pub(super) fn is_stream(head: &[u8]) -> bool {
    let mut letters = head.iter().filter(|byte| !byte.is_ascii_whitespace());
    let first = letters.find(|byte| !matches!(byte, 0xef | 0xbb | 0xbf));
    first == Some(&b'[') && uhri::json::begins(head)
}

/// As [`ForeignFile::recognise`], for a file that is never held whole.
///
/// # Errors
/// As [`ForeignFile::recognise`], `import-json-cut-off`, `import-json-not-understood`.
pub(super) fn recognise_stream(input: impl BufRead) -> Result<Recognition> {
    uhri::json::recognise(input)
}

/// As [`ForeignFile::read`], for a file that is never held whole.
///
/// # Errors
/// As [`ForeignFile::read`], `import-json-cut-off`, `import-json-not-understood`.
pub(super) fn read_stream(input: impl BufRead, ask: &Ask) -> Result<Reading> {
    expect_format(ask, Format::Uhri)?;
    uhri::json::read(input, ask)
}

/// What a document is.
enum Word<'a> {
    Matrix(Matrix<'a>),
    Report(Report<'a>),
    Addendum(Addendum<'a>),
    Columns(Box<ByColumns>),
}

/// A matrix is told by its headings, the others by their first page and sections. What is none of them
/// is read by its columns where a table of it can be, and else refused as a matrix that was not found.
fn word_of<'a>(document: &'a Document, ask: &Ask) -> Result<Word<'a>> {
    if ask.format == Some(Format::Table) {
        return in_document(document, ask, unknown()).map(|table| Word::Columns(Box::new(table)));
    }
    let refused = match ohchr_matrix::find_matrix(document) {
        Ok(matrix) => return Ok(Word::Matrix(matrix)),
        Err(refused) => refused,
    };
    if let Some(found) = addendum::find_addendum(document) {
        return Ok(Word::Addendum(found));
    }
    match working_group_report::find_report(document) {
        Some(report) => Ok(Word::Report(report)),
        None => in_document(document, ask, refused).map(|table| Word::Columns(Box::new(table))),
    }
}

fn of_text(format: Format, layout: String, about: &About) -> Recognition {
    Recognition {
        format,
        layout,
        confidence: about.confidence(),
        encoding: None,
        states: about.states(0),
    }
}

fn expect_format(ask: &Ask, found: Format) -> Result<()> {
    match ask.format {
        Some(asked) if asked != found => Err(Error::person("file-is-another-format")
            .with("asked", asked.code())
            .with("found", found.code())),
        _ => Ok(()),
    }
}

fn unknown() -> Error {
    Error::person("file-format-unknown")
}

/// The State to read: the one named, else the plan's where the file speaks of it, else the only
/// one of a file without a plan. `None` where the file does not say whom it speaks of.
///
/// # Errors
/// `import-state-needed` where none is named and the file does not speak of the plan's State,
/// `import-state-not-in-file`; both list what the file holds.
pub(super) fn choose_state(found: &[StateFound], ask: &Ask) -> Result<Option<String>> {
    let holds = |iso3: &str| {
        found
            .iter()
            .any(|state| state.iso3.as_deref() == Some(iso3))
    };
    if let Some(named) = &ask.state {
        if found.is_empty() || holds(named) {
            return Ok(Some(named.clone()));
        }
        return Err(Error::person("import-state-not-in-file")
            .with("state", named)
            .with("states", list_states(found)));
    }
    match (&ask.plan_state, found) {
        (Some(plan), _) if holds(plan) => Ok(Some(plan.clone())),
        (_, []) => Ok(None),
        (None, [only]) if only.iso3.is_some() => Ok(only.iso3.clone()),
        _ => Err(Error::person("import-state-needed").with("states", list_states(found))),
    }
}
