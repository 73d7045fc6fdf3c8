//! The plan side: actions (tasks) n:m to recommendations with deliverable, dates, status and
//! milestones. Order of dates is refused (I8), percentages stay within 0–100 (I11), a continuing
//! action is never "complete". Late is computed, never stored (I20).

mod edit;
mod list;
mod milestones;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use edit::{
    ActionPatch, NewAction, add_action, draft_actions, edit_actions, link_actions, remove_actions,
    unlink_actions,
};
pub use list::{get_action, list_actions};
pub use milestones::{
    MilestonePatch, NewMilestone, add_milestone, edit_milestone, remove_milestone,
};

/// A concrete measure of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Action {
    pub id: String,
    /// Running number, unique in the plan.
    pub number: u32,
    pub title: String,
    pub description: Option<String>,
    /// What will exist when it is done.
    pub deliverable: Option<String>,
    /// ISO dates.
    pub start_on: Option<String>,
    pub due_on: Option<String>,
    pub continuous: bool,
    /// Code of scale CORE_ACT.
    pub status: String,
    /// 0–100.
    pub percent: u8,
    pub done_on: Option<String>,
    pub note: Option<String>,
    pub recommendations: Vec<RecommendationLink>,
    pub milestones: Vec<Milestone>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecommendationLink {
    pub id: String,
    pub reference: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Milestone {
    pub id: String,
    pub title: String,
    pub kind: MilestoneKind,
    pub planned_on: Option<String>,
    pub actual_on: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MilestoneKind {
    Milestone,
    Benchmark,
}
