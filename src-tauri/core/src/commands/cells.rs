//! A block of cells written at once, as it is pasted from a spreadsheet: one step of undo over two
//! rooms.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;

use crate::assignments::{self, Assign, Role, SubjectKind};
use crate::base::{Error, Result};
use crate::dossier::Tx;
use crate::recommendations::{self, PositionGiven, RecommendationPatch};

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetCells {
    pub cells: Vec<CellGiven>,
}

/// One cell of the register with its new value.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CellGiven {
    /// Of the recommendation.
    pub id: String,
    pub column: CellColumn,
    /// Code or id; text for a note. Absent: the cell is cleared.
    pub value: Option<String>,
}

/// The columns that can be changed in the register itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CellColumn {
    Position,
    Category,
    Cluster,
    Priority,
    Lead,
    Note,
    PlainText,
    Scope,
    Duration,
    CrossBorder,
    NeedsLaw,
}

/// Writes the cells, all or none; gives their number.
///
/// # Errors
/// `selection-empty`, `cell-value-unknown`, `position-not-cleared`; those of the single edits.
pub fn set_cells(tx: &Tx<'_>, wish: &SetCells) -> Result<u32> {
    if wish.cells.is_empty() {
        return Err(Error::person("selection-empty"));
    }
    // The same value for the same column is one edit of many records.
    let mut alike: BTreeMap<(CellColumn, Option<&str>), Vec<String>> = BTreeMap::new();
    for cell in &wish.cells {
        let value = cell
            .value
            .as_deref()
            .map(str::trim)
            .filter(|v| !v.is_empty());
        alike
            .entry((cell.column, value))
            .or_default()
            .push(cell.id.clone());
    }
    for ((column, value), ids) in alike {
        set(tx, column, value, &ids)?;
    }
    let count = u32::try_from(wish.cells.len()).unwrap_or(u32::MAX);
    tx.name_with("count", count);
    Ok(count)
}

fn set(tx: &Tx<'_>, column: CellColumn, value: Option<&str>, ids: &[String]) -> Result<()> {
    let field = match column {
        CellColumn::Lead => return set_lead(tx, value, ids),
        CellColumn::Position => {
            let position = value.ok_or_else(|| Error::person("position-not-cleared"))?;
            let answer = PositionGiven {
                position: position.to_owned(),
                ..PositionGiven::default()
            };
            return recommendations::set_position(tx, ids, &answer).map(drop);
        }
        CellColumn::Category => "action_category",
        CellColumn::Cluster => "cluster_id",
        CellColumn::Priority => "priority",
        CellColumn::Note => "note",
        CellColumn::PlainText => "plain_text",
        CellColumn::Scope => "scope",
        CellColumn::Duration => "duration",
        CellColumn::CrossBorder => "cross_border",
        CellColumn::NeedsLaw => "needs_law",
    };
    let value = match (column, value) {
        (CellColumn::Category, Some(text)) => match text.parse::<u8>() {
            Ok(number) => json!(number),
            Err(_) => return Err(unknown(field, text)),
        },
        (CellColumn::CrossBorder, Some("yes")) => json!(true),
        (CellColumn::CrossBorder, Some("no")) => json!(false),
        (_, value) => json!(value),
    };
    let patch: RecommendationPatch = serde_json::from_value(json!({field: value}))
        .map_err(|_| unknown(field, value.as_str().unwrap_or_default()))?;
    recommendations::edit_recommendations(tx, ids, &patch).map(drop)
}

fn unknown(field: &str, value: &str) -> Error {
    Error::person("cell-value-unknown")
        .with("field", field)
        .with("value", value)
}

fn set_lead(tx: &Tx<'_>, agency: Option<&str>, ids: &[String]) -> Result<()> {
    if let Some(agency) = agency {
        let wish = Assign {
            subject: SubjectKind::Recommendation,
            ids: ids.to_vec(),
            agency_id: agency.to_owned(),
            role: Role::Lead,
            from_on: None,
            note: None,
        };
        return assignments::assign(tx, &wish).map(drop);
    }
    let mut held = Vec::new();
    for id in ids {
        let of_record = assignments::assignments_of(tx, &SubjectKind::Recommendation, id)?;
        held.extend(
            of_record
                .into_iter()
                .filter(|held| held.role == Role::Lead && held.to_on.is_none())
                .map(|held| held.id),
        );
    }
    if held.is_empty() {
        return Ok(());
    }
    assignments::end_assignments(tx, &held, None).map(drop)
}
