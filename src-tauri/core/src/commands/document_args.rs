//! Arguments of commands about documents, reviews and the follow-up of committees.

use serde::Deserialize;
use ts_rs::TS;

use crate::documents::{DocumentPatch, FollowUpPatch, GradeGiven, ReviewPatch};

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditDocument {
    pub id: String,
    pub patch: DocumentPatch,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditReview {
    pub id: String,
    pub patch: ReviewPatch,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetFollowUp {
    pub ids: Vec<String>,
    pub patch: FollowUpPatch,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddGrade {
    pub ids: Vec<String>,
    pub grade: GradeGiven,
}
