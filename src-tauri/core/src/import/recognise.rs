//! Which format a foreign file is in, and the way from its bytes to a reading. Runs in the child
//! process; nothing here touches a plan.

use std::io::BufRead;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::addendum::{self, Addendum};
use super::draft::{Format, Reading, StateFound, list_states};
use super::ohchr_matrix::{self, Matrix};
use super::review_text::about::About;
use super::upright::Own;
use super::working_group_report::{self, Report};
use super::{container, uhri, upr_info, upright};
use crate::base::{Error, Result};
use crate::office::docx_read::{self, Document};
use crate::office::parts::{MOST_FILE_BYTES, Parts};
use crate::office::table_read::{self, Tables};

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

enum Content {
    Tables(Tables),
    /// Records as JSON.
    Records(Vec<u8>),
    Document(Document),
    Own(Format, Box<Own>),
}

impl ForeignFile {
    /// Opens a file by what its bytes say, whatever its name.
    ///
    /// # Errors
    /// `file-format-unknown` and the codes of files that cannot be read at all.
    pub fn open(bytes: &[u8]) -> Result<Self> {
        open(bytes).map(ForeignFile)
    }

    /// Says what the file is.
    ///
    /// # Errors
    /// `file-format-unknown`, `matrix-not-found`, `matrix-table-not-understood`.
    pub fn recognise(&self) -> Result<Recognition> {
        match &self.0 {
            Content::Records(bytes) => uhri::json::recognise(bytes.as_slice()),
            Content::Tables(tables) => {
                if let Some(export) = uhri::table::find_export(tables) {
                    return export.recognise();
                }
                let export = upr_info::find_export(tables).ok_or_else(unknown)?;
                Ok(Recognition {
                    format: Format::UprInfo,
                    layout: export.layout(),
                    confidence: 1.0,
                    encoding: export.encoding(),
                    states: export.states()?,
                })
            }
            Content::Document(document) => Ok(match word_of(document)? {
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
    /// `import-state-not-in-file`, `import-without-recommendations`.
    pub fn read(&self, ask: &Ask) -> Result<Reading> {
        match &self.0 {
            Content::Records(bytes) => {
                expect_format(ask, Format::Uhri)?;
                uhri::json::read(bytes.as_slice(), ask)
            }
            Content::Tables(tables) => {
                if let Some(export) = uhri::table::find_export(tables) {
                    expect_format(ask, Format::Uhri)?;
                    return export.read(ask);
                }
                let export = upr_info::find_export(tables).ok_or_else(unknown)?;
                expect_format(ask, Format::UprInfo)?;
                export.read(ask)
            }
            Content::Document(document) => match word_of(document)? {
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
            Content::Tables(_) | Content::Records(_) | Content::Document(_) => None,
        }
    }
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
}

/// A matrix is told by its headings, the others by their first page and sections. What is none of them
/// is refused as a matrix that was not found.
fn word_of(document: &Document) -> Result<Word<'_>> {
    let refused = match ohchr_matrix::find_matrix(document) {
        Ok(matrix) => return Ok(Word::Matrix(matrix)),
        Err(refused) => refused,
    };
    if let Some(found) = addendum::find_addendum(document) {
        return Ok(Word::Addendum(found));
    }
    match working_group_report::find_report(document) {
        Some(report) => Ok(Word::Report(report)),
        None => Err(refused),
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

fn open(bytes: &[u8]) -> Result<Content> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_FILE_BYTES {
        return Err(Error::file("file-too-large").with("limit", MOST_FILE_BYTES >> 20));
    }
    if bytes.is_empty() {
        return Err(Error::file("file-empty"));
    }
    if bytes.starts_with(b"PK") {
        return open_zip(bytes);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return open_compound(bytes);
    }
    if let Some(refused) = container::refusal(bytes) {
        return Err(refused);
    }
    if container::is_spreadsheet_xml(bytes) {
        return table_read::read_spreadsheet_xml(bytes).map(Content::Tables);
    }
    if upright::is_plan(bytes) {
        let own = upright::read_json(bytes)?;
        return Ok(Content::Own(Format::UprightJson, Box::new(own)));
    }
    if uhri::json::begins(bytes) {
        return Ok(Content::Records(bytes.to_vec()));
    }
    let is_wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    if !is_wide && bytes.contains(&0) {
        return Err(unknown());
    }
    tables_or_own(table_read::read_csv(bytes)?)
}

/// A register taken out of Upright is known by its header, also when Excel has saved it.
fn tables_or_own(tables: Tables) -> Result<Content> {
    if upright::is_register(&tables) {
        let own = upright::read_csv(&tables)?;
        return Ok(Content::Own(Format::UprightCsv, Box::new(own)));
    }
    Ok(Content::Tables(tables))
}

fn open_zip(bytes: &[u8]) -> Result<Content> {
    let main = Parts::open(bytes)?.main_part()?.unwrap_or_default();
    if main.starts_with("word/") {
        docx_read::read(bytes).map(Content::Document)
    } else if main.starts_with("xl/") {
        tables_or_own(table_read::read_xlsx(bytes)?)
    } else {
        Err(container::refusal_of_archive(bytes))
    }
}

/// The old container of Microsoft: xls, doc, or an encrypted xlsx or docx.
fn open_compound(bytes: &[u8]) -> Result<Content> {
    if holds_stream(bytes, "EncryptedPackage") {
        return Err(Error::person("file-has-password"));
    }
    if holds_stream(bytes, "WordDocument") {
        return Err(Error::person("file-is-old-word"));
    }
    table_read::read_xls(bytes).map(Content::Tables)
}

/// Whether a stream of this name stands in the container's directory (names are UTF-16).
fn holds_stream(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wide.len()).any(|window| window == wide)
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
