//! Priorities by stated criteria (the report, §4.2.2, §6.1: prioritization). Each criterion has a
//! weight; a recommendation is scored 0 to 3 on each. From the scores comes a total and from the
//! total a suggested priority with its reason; a person confirms it, or sets another.

mod criteria;
mod list;
mod rule;
mod scores;

use serde::Serialize;
use ts_rs::TS;

pub use criteria::{
    CriterionPatch, NewCriterion, add_criterion, add_starter_criteria, edit_criterion,
    remove_criterion,
};
pub use list::{list_appraisals, list_criteria};
pub use rule::{Verdict, verdict};
pub use scores::{
    AcceptPriorities, ScoreRecommendations, accept_priorities, score_recommendations,
};

use crate::recommendations::Priority;

/// The highest score.
pub const FULL: u8 = 3;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Criterion {
    pub id: String,
    pub name: String,
    pub description: Option<String>,
    /// 1 to 10.
    pub weight: u8,
    /// Counted from 1.
    pub place: u32,
}

/// What the scores of a recommendation say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Appraisal {
    pub recommendation_id: String,
    pub scores: Vec<Score>,
    /// `None` while too few criteria are scored.
    pub verdict: Option<Verdict>,
    pub priority: Option<Priority>,
    pub priority_reason: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Score {
    pub criterion_id: String,
    /// 0 does not apply, 3 applies fully.
    pub score: u8,
}
