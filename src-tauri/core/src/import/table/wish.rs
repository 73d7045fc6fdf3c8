//! What a person says about a table; what is left open is found.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::dates::DateOrder;
use super::meaning::Meaning;

/// How a table is to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TableWish {
    /// Sheet or Word table, counted from 1.
    pub sheet: Option<u32>,
    /// Number of the row that holds the headings; 0 where there are none.
    pub header_row: Option<u32>,
    /// Character encoding of a text file.
    pub encoding: Option<String>,
    /// What separates the cells of a text file.
    pub separator: Option<String>,
    /// Language of the texts (BCP 47).
    pub language: Option<String>,
    pub date_order: Option<DateOrder>,
    /// What the columns mean; those not named are ignored. Guessed where absent.
    pub columns: Option<Vec<ColumnMeaning>>,
    #[ts(optional, as = "Option<ForAllRows>")]
    pub for_all_rows: ForAllRows,
    /// What values mean that no vocabulary knows.
    #[ts(optional, as = "Option<Vec<ValueAnswer>>")]
    pub answers: Vec<ValueAnswer>,
    /// Cells put right before they are read; the file itself stays as it is.
    #[ts(optional, as = "Option<Vec<CellRepair>>")]
    pub repairs: Vec<CellRepair>,
    /// Rows left out.
    #[ts(optional, as = "Option<Vec<u32>>")]
    pub skipped: Vec<u32>,
}

/// The meaning of one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ColumnMeaning {
    /// Counted from 1.
    pub column: u32,
    pub meaning: Meaning,
}

/// What holds for every row that does not say it itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ForAllRows {
    /// Code of mechanisms.tsv.
    pub mechanism: Option<String>,
    pub body: Option<String>,
    pub cycle: Option<u32>,
    pub session: Option<u32>,
    pub document: Option<String>,
    pub year: Option<u32>,
}

/// The fields whose values are asked for where no vocabulary knows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AnsweredField {
    State,
    Position,
    Mechanism,
    Priority,
    Agency,
}

/// What a person answered about a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ValueAnswer {
    pub field: AnsweredField,
    /// As it stands in the file; capitals, accents and signs do not matter.
    pub value: String,
    /// Code of a State, position or mechanism (`TB:CESCR` with its body), a priority, the id of an
    /// agency or `note`, which keeps its name in the note; empty: the value says nothing and is passed
    /// over.
    pub meaning: String,
}

/// A cell put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CellRepair {
    /// As the file counts.
    pub row: u32,
    /// Counted from 1.
    pub column: u32,
    /// The part of the cell that is put right, where it is one of several; the whole where absent.
    #[serde(default)]
    pub part: Option<String>,
    pub text: String,
}

impl CellRepair {
    /// The cell put right; `None` where the part does not stand in it.
    pub(super) fn of(&self, cell: &str) -> Option<String> {
        match self.part.as_deref().filter(|part| !part.is_empty()) {
            None => Some(self.text.clone()),
            Some(part) if crate::import::clean::plain(cell) == part => Some(self.text.clone()),
            Some(part) => cell
                .contains(part)
                .then(|| cell.replacen(part, &self.text, 1)),
        }
    }
}

impl TableWish {
    /// The answer to a value, if a person gave one; empty where it says nothing.
    pub(super) fn answer(&self, field: AnsweredField, value: &str) -> Option<&str> {
        let key = same(value);
        let mut answers = self.answers.iter();
        let answer = answers.find(|answer| answer.field == field && same(&answer.value) == key);
        answer.map(|answer| answer.meaning.as_str())
    }
}

/// A value for comparing: letters and digits; a value of signs alone stands for itself.
pub(in crate::import) fn same(value: &str) -> String {
    let key = crate::import::clean::key(value);
    match key.is_empty() {
        true => crate::base::text::squeeze(value),
        false => key,
    }
}
