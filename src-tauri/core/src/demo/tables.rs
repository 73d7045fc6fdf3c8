//! The tables of `assets/sample`, as they stand.

use serde::Deserialize;

use crate::people::AgencyKind;
use crate::plan::MilestoneKind;
use crate::recommendations::Priority;
use crate::reference::table;

#[derive(Deserialize)]
struct ValueRow {
    key: String,
    value: String,
}

/// A value of `plan.tsv`; empty where there is none (a test reads them all).
pub(super) fn value(key: &str) -> String {
    table::rows::<ValueRow>(include_str!("../../../../assets/sample/plan.tsv"))
        .into_iter()
        .find(|row| row.key == key)
        .map(|row| row.value)
        .unwrap_or_default()
}

#[derive(Deserialize)]
pub(super) struct ClusterRow {
    pub(super) place: u32,
    pub(super) name: String,
}

pub(super) fn clusters() -> Vec<ClusterRow> {
    table::rows(include_str!("../../../../assets/sample/clusters.tsv"))
}

#[derive(Deserialize)]
pub(super) struct AgencyRow {
    pub(super) short_name: String,
    pub(super) name: String,
    pub(super) kind: AgencyKind,
    /// A function, never a person.
    pub(super) main_focal_point: String,
    pub(super) alternate_focal_point: Option<String>,
    pub(super) note: Option<String>,
}

pub(super) fn agencies() -> Vec<AgencyRow> {
    table::rows(include_str!("../../../../assets/sample/agencies.tsv"))
}

#[derive(Deserialize)]
pub(super) struct RecommendationRow {
    pub(super) paragraph: String,
    pub(super) cluster: u32,
    pub(super) text: String,
    pub(super) states: String,
    pub(super) position: String,
    pub(super) explanation: Option<String>,
    pub(super) action_category: u8,
    pub(super) category_confirmed: String,
    pub(super) themes: String,
    pub(super) groups: String,
    pub(super) sdg_targets: String,
    pub(super) priority: Priority,
    pub(super) note: Option<String>,
    pub(super) lead: Option<String>,
    pub(super) supporting: String,
    pub(super) data_provider: Option<String>,
}

pub(super) fn recommendations() -> Vec<RecommendationRow> {
    table::rows(include_str!(
        "../../../../assets/sample/recommendations.tsv"
    ))
}

#[derive(Deserialize)]
pub(super) struct ActionRow {
    pub(super) number: u32,
    pub(super) title: String,
    pub(super) deliverable: String,
    pub(super) start_on: String,
    pub(super) due_on: Option<String>,
    pub(super) continuous: String,
    pub(super) status: String,
    pub(super) percent: u32,
    pub(super) done_on: Option<String>,
    pub(super) note: Option<String>,
    pub(super) recommendations: String,
    pub(super) lead: Option<String>,
    pub(super) supporting: String,
}

pub(super) fn actions() -> Vec<ActionRow> {
    table::rows(include_str!("../../../../assets/sample/actions.tsv"))
}

#[derive(Deserialize)]
pub(super) struct MilestoneRow {
    pub(super) action: u32,
    pub(super) title: String,
    pub(super) kind: MilestoneKind,
    pub(super) planned_on: String,
    pub(super) actual_on: Option<String>,
}

pub(super) fn milestones() -> Vec<MilestoneRow> {
    table::rows(include_str!("../../../../assets/sample/milestones.tsv"))
}

#[derive(Deserialize)]
pub(super) struct HandoverRow {
    pub(super) action: u32,
    pub(super) former_lead: String,
    pub(super) handed_on: String,
}

pub(super) fn handovers() -> Vec<HandoverRow> {
    table::rows(include_str!("../../../../assets/sample/handovers.tsv"))
}
