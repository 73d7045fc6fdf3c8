//! Arguments and small results of commands.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::assignments::Assignment;
use crate::clusters::{ClusterPatch, SchemePatch};
use crate::figures::{Due, ProgressState};
use crate::people::{AgencyKind, AgencyPatch};
use crate::plan::{Action, ActionPatch, MilestonePatch, NewAction};
use crate::priorities::CriterionPatch;
use crate::recommendations::{PositionGiven, RecommendationPatch, Vocabulary};
use crate::search::{ActionFilter, FacetColumn, Filter};
use crate::views::ViewPatch;

#[derive(Debug, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

impl From<()> for Nothing {
    fn from((): ()) -> Self {
        Nothing {}
    }
}

#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneId {
    pub id: String,
}

impl From<String> for OneId {
    fn from(id: String) -> Self {
        OneId { id }
    }
}

#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ManyIds {
    pub ids: Vec<String>,
}

impl From<Vec<String>> for ManyIds {
    fn from(ids: Vec<String>) -> Self {
        ManyIds { ids }
    }
}

/// How many records an operation concerned.
#[derive(Debug, Serialize, TS)]
pub struct HowMany {
    pub count: u32,
}

impl From<u32> for HowMany {
    fn from(count: u32) -> Self {
        HowMany { count }
    }
}

#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneText {
    pub text: String,
}

impl From<String> for OneText {
    fn from(text: String) -> Self {
        OneText { text }
    }
}

/// The handle of a file a person chose.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneFile {
    pub file: String,
}

#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneName {
    pub name: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneScale {
    /// Id of a scale, for instance `CORE_ACT`.
    pub scale: String,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneVocabulary {
    pub vocabulary: Vocabulary,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AgencyLines {
    /// One agency a line: name, then after a semicolon or tab its short name.
    pub lines: String,
    pub kind: Option<AgencyKind>,
}

impl AgencyLines {
    pub fn kind(&self) -> AgencyKind {
        self.kind.unwrap_or(AgencyKind::Ministry)
    }
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditAgency {
    pub id: String,
    pub patch: AgencyPatch,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FacetQuestion {
    pub column: FacetColumn,
    #[serde(default)]
    #[ts(optional, as = "Option<Filter>")]
    pub filter: Filter,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Filtered {
    /// Everything where absent.
    #[serde(default)]
    #[ts(optional, as = "Option<Filter>")]
    pub filter: Filter,
    /// Name or id of a saved view; the filter narrows it further.
    pub view: Option<String>,
}

/// A line of search as it is being typed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TypedLine {
    pub words: String,
    /// Where the cursor stands, in UTF-16 units; at the end where absent.
    pub cursor: Option<u32>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditView {
    pub id: String,
    pub patch: ViewPatch,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FilteredActions {
    #[serde(default)]
    #[ts(optional, as = "Option<ActionFilter>")]
    pub filter: ActionFilter,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditRecommendations {
    pub ids: Vec<String>,
    pub patch: RecommendationPatch,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetPosition {
    pub ids: Vec<String>,
    pub answer: PositionGiven,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditCluster {
    pub id: String,
    pub patch: ClusterPatch,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditScheme {
    pub id: String,
    pub patch: SchemePatch,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditCriterion {
    pub id: String,
    pub patch: CriterionPatch,
}

/// An action with its lead agency, added in one step.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AddAction {
    pub action: NewAction,
    pub lead_agency_id: Option<String>,
}

#[derive(Debug, Serialize, TS)]
pub struct ActionAdded {
    pub id: String,
    pub number: u32,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftActions {
    pub recommendation_ids: Vec<String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditActions {
    pub ids: Vec<String>,
    pub patch: ActionPatch,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LinkActions {
    pub action_ids: Vec<String>,
    pub recommendation_ids: Vec<String>,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditMilestone {
    pub id: String,
    pub patch: MilestonePatch,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct EndAssignments {
    /// Ids of assignments.
    pub ids: Vec<String>,
    /// The last day; yesterday where absent.
    pub to_on: Option<String>,
}

/// An action with all that hangs on it.
#[derive(Debug, Serialize, TS)]
pub struct ActionDetail {
    pub action: Action,
    pub assignments: Vec<Assignment>,
    pub progress: ProgressState,
    pub due: Due,
}
