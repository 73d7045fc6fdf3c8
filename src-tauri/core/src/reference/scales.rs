//! Scales on which implementation is judged: the product's own (`CORE_REC` for recommendations,
//! `CORE_ACT` for actions) and those of committees and national bodies, kept in their own words.
//!
//! Every step has a progress kind, so that one glyph and colour speaks for all scales (UX.md §4).

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::table;

/// The scale of an action.
pub const ACTION_SCALE: &str = "CORE_ACT";
/// The scale of a recommendation.
pub const RECOMMENDATION_SCALE: &str = "CORE_REC";

/// What a status means for glyph, colour and count, on whatever scale it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProgressKind {
    NotStarted,
    InProgress,
    Partial,
    Done,
    /// Suspended, cancelled, no action.
    Stopped,
    /// Counts neither for nor against.
    NotApplicable,
}

impl ProgressKind {
    /// The six kinds, from least to most done, the two outside the ramp last.
    pub const ALL: [ProgressKind; 6] = [
        ProgressKind::NotStarted,
        ProgressKind::InProgress,
        ProgressKind::Partial,
        ProgressKind::Done,
        ProgressKind::Stopped,
        ProgressKind::NotApplicable,
    ];

    /// Fluent id of the kind.
    #[must_use]
    pub fn label_key(self) -> &'static str {
        match self {
            ProgressKind::NotStarted => "reference-progress-not-started",
            ProgressKind::InProgress => "reference-progress-in-progress",
            ProgressKind::Partial => "reference-progress-partial",
            ProgressKind::Done => "reference-progress-done",
            ProgressKind::Stopped => "reference-progress-stopped",
            ProgressKind::NotApplicable => "reference-progress-not-applicable",
        }
    }
}

/// One step of a scale.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Status {
    pub scale: String,
    /// Unique within its scale.
    pub code: String,
    /// Place on the scale, from 1.
    pub order: u32,
    /// English label; shown through `label_key`.
    pub label: String,
    /// Fluent id.
    pub label_key: String,
    /// Share implemented, 0 to 1; `None` where the step counts neither way. Of a range, its middle.
    pub value: Option<f64>,
    pub progress: ProgressKind,
    /// Has no end by its nature: shown with ∞, checked yearly, never complete.
    pub continuous: bool,
    /// Worked out from dates, never stored nor offered for choice.
    pub computed: bool,
}

#[derive(Deserialize)]
struct StatusRow {
    scale_id: String,
    order: u32,
    code: String,
    label: String,
    value_0_1: String,
    progress: ProgressKind,
    continuous: String,
    computed: String,
}

fn all() -> &'static [Status] {
    static STATUSES: OnceLock<Vec<Status>> = OnceLock::new();
    STATUSES.get_or_init(|| {
        let text = include_str!("../../../../assets/reference/status_scales.tsv");
        table::rows::<StatusRow>(text)
            .into_iter()
            .map(|row| Status {
                label_key: format!(
                    "reference-status-{}-{}",
                    table::key(&row.scale_id),
                    table::key(&row.code)
                ),
                value: middle(&row.value_0_1),
                continuous: table::is_yes(&row.continuous),
                computed: table::is_yes(&row.computed),
                scale: row.scale_id,
                code: row.code,
                order: row.order,
                label: row.label,
                progress: row.progress,
            })
            .collect()
    })
}

/// "0.5", "0.33-0.65" or nothing.
fn middle(cell: &str) -> Option<f64> {
    match cell.split_once('-') {
        Some((low, high)) => {
            let (low, high): (f64, f64) = (low.parse().ok()?, high.parse().ok()?);
            Some(f64::midpoint(low, high))
        }
        None => cell.parse().ok(),
    }
}

/// Ids of the scales, in the order of the table.
#[must_use]
pub fn ids() -> Vec<&'static str> {
    let mut ids: Vec<&'static str> = all().iter().map(|status| status.scale.as_str()).collect();
    ids.dedup();
    ids
}

/// The steps of a scale in their order; empty for a scale there is not.
#[must_use]
pub fn scale(id: &str) -> Vec<&'static Status> {
    all().iter().filter(|status| status.scale == id).collect()
}

/// One step of a scale.
#[must_use]
pub fn status(scale: &str, code: &str) -> Option<&'static Status> {
    all()
        .iter()
        .find(|status| status.scale == scale && status.code == code)
}

/// The status of an action under its code.
#[must_use]
pub fn of_action(code: &str) -> Option<&'static Status> {
    status(ACTION_SCALE, code)
}
