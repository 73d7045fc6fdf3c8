//! The source side: recommendations with their verbatim text (I1, immutable), positions (I3, I4),
//! tags, primary cluster (I16) and priority. A noted recommendation stays in the register like any other
//! (I5). What the plan says about them (actions, assignments) lives in rooms below.

mod edit;
mod list;
mod noted;
mod parts;
mod positions;
mod reference;
mod splitting;
mod tags;
mod words;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use edit::add_answered;
pub use edit::{
    NewRecommendation, RecommendationPatch, add_recommendation, confirm_categories,
    edit_recommendations, remove_recommendations,
};
pub(crate) use edit::{put_state, refuse_missing};
pub use list::{find_by_reference, get_recommendation, list_recommendations};
pub use noted::{
    BodySuggestion, NotedPathway, Pathway, PathwayPatch, find_noted_pathway, set_noted_pathway,
    suggest_bodies,
};
pub use parts::{
    DEMAND_SCALE, NewParts, Part, PartKind, PartPatch, add_parts, edit_part, parts_of, remove_part,
};
pub(crate) use positions::give_position;
pub use positions::{PositionGiven, answer_part, position_history, set_position};
pub use reference::{Origin, reference_of, sort_key};
pub use splitting::suggest_parts;
pub(crate) use tags::put_tag;
pub use tags::{TagChange, tag_recommendations};
pub use words::{REMAKE_WORDS, refresh_words};

/// One recommendation as the command line and the reports see it. Absent is `null` or `[]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Recommendation {
    pub id: String,
    pub record_type: RecordType,
    /// `<cycle>-<mechanism>-<paragraph>`, for instance `3-UPR-139.119`.
    pub reference: String,
    /// Code of mechanisms.tsv.
    pub mechanism: String,
    /// Treaty body or mandate, where the mechanism is several bodies.
    pub body: Option<String>,
    /// Of the document, where the mechanism has no cycles.
    pub year: Option<u32>,
    pub cycle: Option<u32>,
    pub session: Option<u32>,
    /// Document symbol, for instance `A/HRC/44/10`.
    pub document: Option<String>,
    pub paragraph: Option<String>,
    pub letter: Option<String>,
    /// Verbatim.
    pub text: String,
    pub language: String,
    /// ISO 3166-1 alpha-3, in the order of the text.
    pub recommending_states: Vec<String>,
    /// Code of positions.tsv.
    pub position: Option<String>,
    /// 1–5 of the five action categories.
    pub action_category: Option<u8>,
    /// False while the category is only a suggestion.
    pub action_category_confirmed: bool,
    pub themes: Vec<String>,
    pub groups: Vec<String>,
    pub sdg_targets: Vec<String>,
    /// In the words of UPR Info.
    pub issues: Vec<String>,
    /// Rights and articles, for instance `CEDAW 12`.
    pub rights: Vec<String>,
    pub territories: Vec<String>,
    /// ISO 3166-1 alpha-3 of other countries a cross-border matter concerns.
    pub countries: Vec<String>,
    /// Tags of the plan's own.
    pub national_tags: Vec<String>,
    /// Name of the primary cluster.
    pub cluster: Option<String>,
    pub cluster_id: Option<String>,
    pub priority: Option<Priority>,
    /// Why it has that priority, in the words of the one who set it.
    pub priority_reason: Option<String>,
    pub note: Option<String>,
    /// A short restatement in plain words, never instead of the text.
    pub plain_text: Option<String>,
    pub scope: Option<Scope>,
    pub duration: Option<Duration>,
    pub cross_border: Option<bool>,
    /// What crosses the border.
    pub cross_border_topic: Option<String>,
    pub needs_law: Option<NeedsLaw>,
    /// True where at least one tag waits for a person's confirmation.
    pub has_suggested_tags: bool,
    /// States whose answer differs from the record's own position.
    pub state_positions: Vec<StatePosition>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatePosition {
    pub state: String,
    pub position: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RecordType {
    Recommendation,
    ConcernObservation,
    VoluntaryPledge,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    Urgent,
    High,
    Medium,
    Low,
}

/// Whether a recommendation asks for one thing or for a whole field (the report, §5.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    General,
    Specific,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Duration {
    OneOff,
    MultiStep,
    Continuing,
}

/// What Parliament has to do for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NeedsLaw {
    None,
    Law,
    Budget,
    Ratification,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Vocabulary {
    Theme,
    Group,
    Sdg,
    Issue,
    Right,
    Territory,
    Country,
    National,
}

/// One entry of the append-only history of positions (I4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PositionEntry {
    pub id: String,
    pub position: String,
    pub given_on: Option<String>,
    pub document: Option<String>,
    pub paragraph: Option<String>,
    pub explanation: Option<String>,
    pub recorded_at: String,
    /// The part it answers; absent: the whole.
    pub part_id: Option<String>,
    /// Letter of the part; absent where the part was taken away.
    pub letter: Option<String>,
    /// False where a later answer took its place.
    pub holds: bool,
}
