//! What a reader makes of a foreign file: drafts of recommendations and the problems it met. Both
//! cross the border between the child process that reads and the program as JSON.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::base::Problem;
use crate::recommendations::{Priority, RecordType};

/// The formats Upright reads recommendations from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Export of UPR Info's database as xls, xlsx or csv (FORMATS b5).
    UprInfo,
    /// OHCHR's thematic list or matrix of recommendations in Word (FORMATS b3).
    OhchrMatrix,
    /// Export of the Universal Human Rights Index as Excel or JSON (FORMATS b1, b2).
    Uhri,
    /// Report of the UPR Working Group in Word (FORMATS b4).
    WorkingGroupReport,
    /// The State's answers to such a report, in Word.
    Addendum,
    /// A whole plan taken out of Upright (`docs/export-json.md`).
    UprightJson,
    /// The register taken out of Upright.
    UprightCsv,
    /// Import template or export of IMPACT OSS (FORMATS b7, b8).
    ImpactOss,
    /// Download of DIHR's Explorer (FORMATS b9).
    DihrExplorer,
    /// Any other table, read by its columns.
    Table,
}

impl Format {
    pub const ALL: [Format; 10] = [
        Format::UprInfo,
        Format::OhchrMatrix,
        Format::Uhri,
        Format::WorkingGroupReport,
        Format::Addendum,
        Format::UprightJson,
        Format::UprightCsv,
        Format::ImpactOss,
        Format::DihrExplorer,
        Format::Table,
    ];

    /// The name by which commands and stored sources know the format.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Format::UprInfo => "upr-info",
            Format::OhchrMatrix => "ohchr-matrix",
            Format::Uhri => "uhri",
            Format::WorkingGroupReport => "working-group-report",
            Format::Addendum => "addendum",
            Format::UprightJson => "upright-json",
            Format::UprightCsv => "upright-csv",
            Format::ImpactOss => "impact-oss",
            Format::DihrExplorer => "dihr-explorer",
            Format::Table => "table",
        }
    }

    /// Fluent id of its name.
    #[must_use]
    pub fn label_key(self) -> String {
        format!("import-format-{}", self.code())
    }

    /// Whether its files are read by their columns.
    #[must_use]
    pub fn is_by_columns(self) -> bool {
        matches!(
            self,
            Format::ImpactOss | Format::DihrExplorer | Format::Table
        )
    }

    /// The format with this code.
    #[must_use]
    pub fn by_code(code: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.code() == code)
    }
}

/// What one foreign file holds about one State.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub format: Format,
    /// Which of the format's layouts was met, for instance `2025` or `xls`.
    pub layout: String,
    /// How certain the recognition is, 0 to 1.
    pub confidence: f32,
    /// The character encoding of a text file.
    pub encoding: Option<String>,
    /// ISO 3166-1 alpha-3 of the State under review; `None` where the file does not say.
    pub state: Option<String>,
    /// Every State under review the file holds.
    pub states_found: Vec<StateFound>,
    /// Rows of the file that speak of this State, headings not counted.
    pub read: u32,
    pub drafts: Vec<Draft>,
    pub problems: Vec<Problem>,
}

/// A State under review met in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StateFound {
    /// ISO 3166-1 alpha-3; `None` where the name does not resolve.
    pub iso3: Option<String>,
    /// The name as it stands in the file.
    pub name: String,
    /// Rows about it.
    pub rows: u32,
}

/// One recommendation as read. Absent is `None` or empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Sheet or table as the person sees its name.
    pub sheet: Option<String>,
    /// The first row in which it stands, counted from 1.
    pub row: u32,
    pub record_type: RecordType,
    /// Code of mechanisms.tsv.
    pub mechanism: String,
    /// Treaty body or mandate.
    pub body: Option<String>,
    /// Of the document, where the mechanism has no cycles.
    pub year: Option<u32>,
    pub cycle: Option<u32>,
    pub session: Option<u32>,
    /// Symbol of the document that holds the recommendation.
    pub document: Option<String>,
    pub paragraph: Option<String>,
    pub letter: Option<String>,
    /// Place in file order among the recommendations of its cycle, where the format has no
    /// paragraph numbers: becomes `<cycle>-UPR-i<nnn>` (FORMATS b5).
    pub file_number: Option<u32>,
    /// Verbatim; paragraph number, States and source of position cut off, white space as single
    /// blanks.
    pub text: String,
    /// The cell as it stands in the file.
    pub raw: String,
    /// BCP 47.
    pub language: String,
    /// Recommending States in the order of the file.
    pub states: Vec<DraftState>,
    /// Code of positions.tsv, or [`MIXED`].
    pub position: Option<String>,
    pub position_document: Option<String>,
    pub position_paragraph: Option<String>,
    /// What the State said with its answer.
    pub explanation: Option<String>,
    /// Only an answer to a recommendation that stands in another document: it has no text of its own
    /// and never makes a record.
    pub is_answer: bool,
    pub themes: Vec<String>,
    pub groups: Vec<String>,
    /// Targets (`16.2`) or whole goals (`16`).
    pub sdg_targets: Vec<String>,
    /// In the words of UPR Info.
    pub issues: Vec<String>,
    /// The id of the record in the plan this file was written out of.
    pub own_id: Option<String>,
    /// The file's own key of the record, for instance the annotation id of UHRI.
    pub foreign_id: Option<String>,
    /// ISO day on which the document was published.
    pub published_on: Option<String>,
    /// 1 to 5 where the file states it.
    pub action_category: Option<u8>,
    /// As the file calls the record, where it says more than a paragraph.
    pub reference: Option<String>,
    /// What a national table says beside the recommendation itself.
    pub cluster: Option<String>,
    pub priority: Option<Priority>,
    /// Names or ids of agencies, the lead first.
    pub agencies: Vec<String>,
    pub note: Option<String>,
}

/// The position of a recommendation whose answer differs from recommending State to State.
pub const MIXED: &str = "MIX";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftState {
    /// ISO 3166-1 alpha-3.
    pub iso3: String,
    /// The answer to this State where it differs from the answers to others.
    pub position: Option<String>,
}

impl DraftState {
    /// A State that was answered like the others.
    #[must_use]
    pub fn named(iso3: String) -> Self {
        DraftState {
            iso3,
            position: None,
        }
    }
}

impl Draft {
    /// A draft of a recommendation of the UPR with nothing but its place and text.
    #[must_use]
    pub fn new(row: u32, text: String, raw: String) -> Self {
        Draft {
            sheet: None,
            row,
            record_type: RecordType::Recommendation,
            mechanism: "UPR".to_owned(),
            body: None,
            year: None,
            cycle: None,
            session: None,
            document: None,
            paragraph: None,
            letter: None,
            file_number: None,
            text,
            raw,
            language: "en".to_owned(),
            states: Vec::new(),
            position: None,
            position_document: None,
            position_paragraph: None,
            explanation: None,
            is_answer: false,
            themes: Vec::new(),
            groups: Vec::new(),
            sdg_targets: Vec::new(),
            issues: Vec::new(),
            own_id: None,
            foreign_id: None,
            published_on: None,
            action_category: None,
            reference: None,
            cluster: None,
            priority: None,
            agencies: Vec::new(),
            note: None,
        }
    }
}

/// The most States named in a message; there are 193, and a hostile file may hold a million names.
const MOST_NAMED: usize = 250;

/// The States of a file as one line, for a message: "Ecuador (ECU), Tunisia (TUN)".
#[must_use]
pub fn list_states(found: &[StateFound]) -> String {
    let mut names: Vec<String> = found
        .iter()
        .take(MOST_NAMED)
        .map(|state| match &state.iso3 {
            Some(iso3) => format!("{} ({iso3})", state.name),
            None => state.name.chars().take(60).collect(),
        })
        .collect();
    names.sort();
    names.join(", ")
}

/// Adds `value` where it is not there yet and not empty.
pub(super) fn add_once(list: &mut Vec<String>, value: &str) {
    if !value.is_empty() && !list.iter().any(|known| known == value) {
        list.push(value.to_owned());
    }
}
