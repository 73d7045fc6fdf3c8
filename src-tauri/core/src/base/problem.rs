//! A finding about data: what an import preview, a returned workbook or a check reports. Problems
//! never stop the whole; an `Error` does.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The row is not taken over.
    Error,
    /// Taken over; a person should look.
    Warning,
    /// Worth knowing.
    Notice,
}

/// One finding, with the place where it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Problem {
    /// Stable, kebab-case, also the Fluent message id.
    pub code: String,
    pub severity: Severity,
    /// Sheet or table, as the person sees its name; `None` where the file has only one.
    pub sheet: Option<String>,
    /// Counted from 1, as the person sees it in the file; `None` for the file as a whole.
    pub row: Option<u32>,
    /// The cell or column, for instance `D17` or the header's text.
    pub cell: Option<String>,
    /// The value in question, as it stands in the file.
    pub value: Option<String>,
    /// Further arguments of the sentence.
    pub args: BTreeMap<String, String>,
    /// The sentence in the reader's language; empty until [`crate::base::lang::Words::tell`] fills it.
    pub message: String,
}

impl Problem {
    #[must_use]
    pub fn new(severity: Severity, code: &str) -> Self {
        Problem {
            code: code.to_owned(),
            severity,
            sheet: None,
            row: None,
            cell: None,
            value: None,
            args: BTreeMap::new(),
            message: String::new(),
        }
    }

    #[must_use]
    pub fn at(mut self, sheet: Option<&str>, row: u32, cell: Option<&str>) -> Self {
        self.sheet = sheet.map(str::to_owned);
        self.row = Some(row);
        self.cell = cell.map(str::to_owned);
        self
    }

    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}
