//! Labels with which recommendations are tagged, and short lists of values.
//!
//! Themes and groups of persons are those of the Universal Human Rights Index, issues those of UPR
//! Info; SDG titles are written for Upright. A plan stores the label of a theme or group and the
//! number of a target ("16.2"), so that it can be read without this program.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::table;
use crate::base::text;

/// A theme of the Universal Human Rights Index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Theme {
    pub id: String,
    /// As UHRI writes it.
    pub label: String,
    /// A broader heading, made for Upright after the letters of the older index.
    pub family: String,
    /// `current`: the index in use since 2017. The coded one before it ("A12 Acceptance of
    /// international norms") is not listed; a plan keeps its labels as the file wrote them.
    pub edition: String,
}

/// A group of persons affected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Group {
    pub id: String,
    pub label: String,
    /// `current`, `older`, `superseded`, or `national` for additions a country often needs.
    pub edition: String,
}

/// An issue of UPR Info.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Issue {
    pub id: String,
    pub label: String,
}

/// A Sustainable Development Goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SdgGoal {
    /// 1 to 17.
    pub goal: u8,
    pub title: String,
}

/// A target of a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SdgTarget {
    pub goal: u8,
    /// As the UN numbers it: "16.2", "5.c".
    pub target: String,
    /// Short title written for Upright, not the wording of A/RES/70/1.
    pub title: String,
}

/// A heading of a ready-made set of clusters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClusterHeading {
    pub set_id: String,
    #[serde(rename = "no")]
    pub place: u32,
    #[serde(rename = "cluster")]
    pub name: String,
}

/// A value a person chooses from a short list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Choice {
    /// Stable.
    pub code: String,
    /// Fluent id.
    pub label_key: String,
}

#[must_use]
pub fn themes() -> &'static [Theme] {
    static THEMES: OnceLock<Vec<Theme>> = OnceLock::new();
    THEMES.get_or_init(|| table::rows(include_str!("../../../../assets/reference/themes.tsv")))
}

#[must_use]
pub fn groups() -> &'static [Group] {
    static GROUPS: OnceLock<Vec<Group>> = OnceLock::new();
    GROUPS.get_or_init(|| table::rows(include_str!("../../../../assets/reference/groups.tsv")))
}

#[must_use]
pub fn issues() -> &'static [Issue] {
    static ISSUES: OnceLock<Vec<Issue>> = OnceLock::new();
    ISSUES.get_or_init(|| {
        table::rows(include_str!(
            "../../../../assets/reference/upr_info_issues.tsv"
        ))
    })
}

#[must_use]
pub fn sdg_goals() -> &'static [SdgGoal] {
    static GOALS: OnceLock<Vec<SdgGoal>> = OnceLock::new();
    GOALS.get_or_init(|| table::rows(include_str!("../../../../assets/reference/sdg_goals.tsv")))
}

#[must_use]
pub fn sdg_targets() -> &'static [SdgTarget] {
    static TARGETS: OnceLock<Vec<SdgTarget>> = OnceLock::new();
    TARGETS
        .get_or_init(|| table::rows(include_str!("../../../../assets/reference/sdg_targets.tsv")))
}

/// Ready-made sets of clusters, each in its order.
#[must_use]
pub fn cluster_headings() -> &'static [ClusterHeading] {
    static HEADINGS: OnceLock<Vec<ClusterHeading>> = OnceLock::new();
    HEADINGS.get_or_init(|| {
        table::rows(include_str!(
            "../../../../assets/reference/cluster_sets.tsv"
        ))
    })
}

/// The theme with this label, whatever its capitals, accents and white space.
#[must_use]
pub fn find_theme(label: &str) -> Option<&'static Theme> {
    let wanted = same(label);
    themes().iter().find(|theme| same(&theme.label) == wanted)
}

/// The group with this label, whatever its capitals, accents and white space.
#[must_use]
pub fn find_group(label: &str) -> Option<&'static Group> {
    let wanted = same(label);
    groups().iter().find(|group| same(&group.label) == wanted)
}

/// The target with this number.
#[must_use]
pub fn find_sdg_target(number: &str) -> Option<&'static SdgTarget> {
    sdg_targets().iter().find(|target| target.target == number)
}

/// How soon a recommendation is to be taken up, the most pressing first.
#[must_use]
pub fn priorities() -> Vec<Choice> {
    choices("priority", &["urgent", "high", "medium", "low"])
}

/// What an agency does for a recommendation or an action.
#[must_use]
pub fn roles() -> Vec<Choice> {
    choices(
        "role",
        &[
            "lead",
            "supporting",
            "consulted",
            "informed",
            "data_provider",
        ],
    )
}

/// What kind of body an agency is.
#[must_use]
pub fn agency_kinds() -> Vec<Choice> {
    choices(
        "agency-kind",
        &[
            "ministry",
            "agency",
            "parliament",
            "judiciary",
            "local",
            "statistics",
            "nhri",
            "civil_society",
            "international",
            "other",
        ],
    )
}

/// What a record is: a recommendation, an observation of concern, or a pledge of the State.
#[must_use]
pub fn record_types() -> Vec<Choice> {
    choices(
        "record-type",
        &["recommendation", "concern_observation", "voluntary_pledge"],
    )
}

fn choices(list: &str, codes: &[&str]) -> Vec<Choice> {
    codes
        .iter()
        .map(|code| Choice {
            code: (*code).to_owned(),
            label_key: format!("reference-{list}-{}", table::key(code)),
        })
        .collect()
}

/// UHRI writes the same label with and without blanks around "/" and "&".
fn same(label: &str) -> String {
    text::fold(label)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}
