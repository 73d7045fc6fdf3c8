//! Upright's own files, brought back in: the whole plan as JSON, the register as CSV.
//!
//! Both become the same [`PlanContent`]; in the child process it is proven by being put into an empty
//! plan in memory, so that what reaches the plan is known to fit its schema. It is then merged: into
//! an empty plan whole, into another one row by row. A merge adds and fills in, it never overwrites:
//! where both sides say something else the plan's word stands and the file's is told (I2, I4).

mod alike;
mod answers;
mod columns;
mod csv_read;
mod fill;
mod here;
mod identity;
mod json_read;
mod merge;
mod told;
mod write;

use serde::{Deserialize, Serialize};

use super::draft::{Format, Reading, StateFound};
use super::recognise::{Ask, choose_state};
use crate::base::{Problem, Result, Severity};
use crate::dossier::{ColumnShape, PlanContent, prove};
use crate::reference::states;

pub use columns::{Part, TAGS, columns, guarded, joined, names_of_columns};
pub use json_read::{FORMAT, VERSION};

pub(super) use csv_read::{is_register, read_csv};
pub(super) use json_read::{is_plan, read_json};
pub(super) use write::{apply, preview};

/// Stands for an id the plan is to give.
const PROVISIONAL: &str = "new:";
/// Stands for the moment or the day of the import.
const NOW: &str = "now";
/// The most findings of one kind that are told one by one.
const MOST_TOLD: usize = 200;

/// What stands in one of Upright's own files.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Own {
    pub content: PlanContent,
    /// ISO 3166-1 alpha-3 of the State the plan is of.
    pub state: Option<String>,
    pub recommendations: u32,
    pub problems: Vec<Problem>,
}

impl Own {
    /// Proves the rows and keeps those that can stand in a plan.
    fn proven(mut content: PlanContent, mut problems: Vec<Problem>) -> Result<Self> {
        let unfit = prove(&mut content)?;
        let more = unfit.len().saturating_sub(MOST_TOLD);
        problems.extend(unfit.into_iter().take(MOST_TOLD).map(|row| {
            Problem::new(Severity::Error, "upright-row-unfit")
                .with("record_key", record_key(&row.table))
                .with("id", row.id)
                .with("reason", row.reason)
        }));
        if more > 0 {
            problems.push(Problem::new(Severity::Error, "upright-rows-unfit").with("count", more));
        }
        let profiles = content.tables.get("profile");
        let state = profiles
            .and_then(|rows| rows.first())
            .map(|row| crate::dossier::text_of(row, "state").to_owned())
            .filter(|state| !state.is_empty());
        let recommendations = content.tables.get("recommendation").map_or(0, Vec::len);
        Ok(Own {
            content,
            state,
            recommendations: u32::try_from(recommendations).unwrap_or(u32::MAX),
            problems,
        })
    }
}

impl Own {
    /// The State the plan is of; a register does not say.
    pub(super) fn states(&self) -> Vec<StateFound> {
        let found = self.state.iter().map(|iso3| StateFound {
            iso3: states::by_iso3(iso3).map(|state| state.iso3.clone()),
            name: states::by_iso3(iso3).map_or_else(|| iso3.clone(), |state| state.name.clone()),
            rows: self.recommendations,
        });
        found.collect()
    }

    /// What an import asks of any file; the rows themselves go beside it.
    pub(super) fn reading(&self, format: Format, ask: &Ask) -> Result<Reading> {
        let found = self.states();
        Ok(Reading {
            format,
            layout: VERSION.to_string(),
            confidence: 1.0,
            encoding: None,
            state: choose_state(&found, ask)?,
            states_found: found,
            read: self.recommendations,
            drafts: Vec::new(),
            problems: Vec::new(),
        })
    }
}

/// Whether a row stands only with what this column names: without it the row means nothing.
#[must_use]
pub fn hangs(column: &ColumnShape) -> bool {
    let other = column.references.as_deref();
    other.is_some_and(|other| column.is_required || matches!(other, "recommendation" | "action"))
}

/// Letters, digits and hyphens, not too many: what an id of a plan is made of.
fn is_plain_id(id: &str) -> bool {
    let is_plain = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-';
    !id.is_empty() && id.len() <= 64 && id.bytes().all(is_plain)
}

/// Fluent id of what a row of a table is.
fn record_key(table: &str) -> String {
    format!("history-record-{}", table.replace('_', "-"))
}

/// Fluent id of a field's name.
fn field_key(column: &str) -> String {
    format!("history-field-{}", column.replace('_', "-"))
}
