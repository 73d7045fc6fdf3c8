//! A recommendation with all that hangs on it, and arguments of what is done about its parts, its
//! reading and its labels.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::assignments::Assignment;
use crate::documents::FollowUp;
use crate::figures::{Due, ProgressState};
use crate::readings::{
    AgreedReading, Corrigendum, ReadingPatch, SmartCheck, SmartPatch, Translation,
};
use crate::recommendations::{
    NotedPathway, Part, PartPatch, PathwayPatch, PositionEntry, PositionGiven, Recommendation,
    Vocabulary,
};
use crate::search::ActionRow;
use crate::vocabularies::EntryPatch;

/// A recommendation with all that hangs on it.
#[derive(Debug, Serialize, TS)]
pub struct RecommendationDetail {
    pub recommendation: Recommendation,
    /// In the order in which they hold.
    pub positions: Vec<PositionEntry>,
    pub parts: Vec<Part>,
    pub noted_pathway: Option<NotedPathway>,
    pub smart_check: Option<SmartCheck>,
    pub readings: Vec<AgreedReading>,
    pub translations: Vec<Translation>,
    pub corrigenda: Vec<Corrigendum>,
    /// False where the mechanism asks for no position (I3).
    pub has_position: bool,
    pub is_right_to_left: bool,
    pub assignments: Vec<Assignment>,
    pub actions: Vec<ActionRow>,
    pub sources: Vec<SourceRef>,
    /// `None` where the mechanism has no follow-up procedure.
    pub follow_up: Option<FollowUp>,
    /// Tags a person has not confirmed: vocabulary and label.
    pub suggested_tags: Vec<SuggestedTag>,
    /// Tags whose label is no longer offered (I23).
    pub retired_tags: Vec<SuggestedTag>,
    pub progress: ProgressState,
    pub percent: Option<u8>,
    pub due: Due,
}

#[derive(Debug, Serialize, TS)]
pub struct SuggestedTag {
    pub vocabulary: Vocabulary,
    pub label: String,
}

/// Where a recommendation was met.
#[derive(Debug, Serialize, TS)]
pub struct SourceRef {
    pub name: String,
    pub format: String,
    pub sheet: Option<String>,
    pub row: Option<u32>,
    pub imported_at: String,
    /// The file's own key of the record.
    pub foreign_id: Option<String>,
    /// What the source says where it differs from the record.
    pub said: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditPart {
    pub id: String,
    pub patch: PartPatch,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnswerPart {
    /// Id of the part.
    pub id: String,
    pub answer: PositionGiven,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetNotedPathway {
    pub ids: Vec<String>,
    pub patch: PathwayPatch,
}

/// A committee or mandate.
#[derive(Debug, Serialize, TS)]
pub struct Body {
    /// Code of a treaty body, label of a mandate.
    pub code: String,
    /// English name.
    pub name: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditSmartCheck {
    /// Id of the recommendation.
    pub id: String,
    pub patch: SmartPatch,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditReading {
    pub id: String,
    pub patch: ReadingPatch,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneLabel {
    pub vocabulary: Vocabulary,
    pub label: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditEntry {
    pub vocabulary: Vocabulary,
    /// As it is now.
    pub label: String,
    pub patch: EntryPatch,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportVocabulary {
    pub vocabulary: Vocabulary,
    /// A table with a head: `label`, and where wanted `parent`, `active`, `edition`, `note`.
    pub csv: String,
}
