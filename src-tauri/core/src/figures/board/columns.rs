//! The columns of the register whose values can be listed, counted, filtered, grouped and sorted by.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Entry, Word};
use crate::base::word::word_of;
use crate::recommendations::Vocabulary;
use crate::reference::{positions, states};

/// The value that stands for "not set".
pub const NONE: &str = "none";

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FacetColumn {
    Position,
    Mechanism,
    Body,
    Cycle,
    Session,
    Year,
    Document,
    /// The primary cluster first, then those of other schemes.
    Cluster,
    /// Agency id of the lead.
    Lead,
    /// Agency id in any role, on the recommendation or on one of its actions.
    Agency,
    Progress,
    Theme,
    Issue,
    Group,
    Right,
    Sdg,
    Territory,
    Country,
    National,
    Category,
    Priority,
    State,
    /// Regional group of a recommending State.
    Region,
    RecordType,
    Language,
    FollowUp,
    Scope,
    Duration,
    CrossBorder,
    NeedsLaw,
    /// One of [`STANDINGS`].
    Standing,
}

impl FacetColumn {
    pub const ALL: [FacetColumn; 31] = [
        FacetColumn::Position,
        FacetColumn::Mechanism,
        FacetColumn::Body,
        FacetColumn::Cycle,
        FacetColumn::Session,
        FacetColumn::Year,
        FacetColumn::Document,
        FacetColumn::Cluster,
        FacetColumn::Lead,
        FacetColumn::Agency,
        FacetColumn::Progress,
        FacetColumn::Theme,
        FacetColumn::Issue,
        FacetColumn::Group,
        FacetColumn::Right,
        FacetColumn::Sdg,
        FacetColumn::Territory,
        FacetColumn::Country,
        FacetColumn::National,
        FacetColumn::Category,
        FacetColumn::Priority,
        FacetColumn::State,
        FacetColumn::Region,
        FacetColumn::RecordType,
        FacetColumn::Language,
        FacetColumn::FollowUp,
        FacetColumn::Scope,
        FacetColumn::Duration,
        FacetColumn::CrossBorder,
        FacetColumn::NeedsLaw,
        FacetColumn::Standing,
    ];

    /// The vocabulary whose tags the column shows.
    #[must_use]
    pub fn vocabulary(self) -> Option<Vocabulary> {
        Some(match self {
            FacetColumn::Theme => Vocabulary::Theme,
            FacetColumn::Issue => Vocabulary::Issue,
            FacetColumn::Group => Vocabulary::Group,
            FacetColumn::Right => Vocabulary::Right,
            FacetColumn::Sdg => Vocabulary::Sdg,
            FacetColumn::Territory => Vocabulary::Territory,
            FacetColumn::Country => Vocabulary::Country,
            FacetColumn::National => Vocabulary::National,
            _ => return None,
        })
    }
}

/// What presses or is missing. The order is that of the bits in [`Entry`].
pub const STANDINGS: [&str; 12] = [
    "late",
    "soon",
    "unassigned",
    "without_action",
    "unclustered",
    "unconfirmed",
    "confirmed",
    "position_unclear",
    "position_pending",
    "repeated",
    "review_due",
    "follow_up",
];

pub(super) fn standing_of(entry: &Entry, is_late: bool, is_soon: bool) -> u32 {
    let position = entry.position.as_deref().and_then(positions::by_code);
    let answered =
        |group: positions::PositionGroup| position.is_some_and(|position| position.group == group);
    let holds = [
        is_late,
        is_soon,
        entry.lead.is_none(),
        entry.actions.is_empty(),
        entry.cluster.is_none(),
        entry.is_unconfirmed,
        !entry.is_unconfirmed,
        answered(positions::PositionGroup::Unclear),
        answered(positions::PositionGroup::Pending),
        entry.is_repeated,
        entry.is_review_due,
        entry.follow_up.as_deref() == Some("yes"),
    ];
    holds
        .into_iter()
        .enumerate()
        .filter(|(_, holds)| *holds)
        .map(|(bit, _)| 1 << bit)
        .sum()
}

impl Entry {
    /// Visits the values of a column, each once, in their order; none where it is not set.
    pub fn each_value(&self, column: FacetColumn, mut visit: impl FnMut(&str)) {
        let mut one = |value: &Option<Word>| {
            if let Some(value) = value {
                visit(value);
            }
        };
        match column {
            FacetColumn::Position => one(&self.position),
            FacetColumn::Body => one(&self.body),
            FacetColumn::Cycle => one(&self.cycle),
            FacetColumn::Session => one(&self.session),
            FacetColumn::Year => one(&self.year),
            FacetColumn::Document => one(&self.document),
            FacetColumn::Lead => one(&self.lead),
            FacetColumn::FollowUp => one(&self.follow_up),
            FacetColumn::Scope => one(&self.scope),
            FacetColumn::Duration => one(&self.duration),
            FacetColumn::CrossBorder => one(&self.cross_border),
            FacetColumn::NeedsLaw => one(&self.needs_law),
            FacetColumn::Mechanism => visit(&self.mechanism),
            FacetColumn::RecordType => visit(&self.record_type),
            FacetColumn::Language => visit(&self.language),
            FacetColumn::Cluster => {
                one(&self.cluster);
                self.other_clusters
                    .iter()
                    .for_each(|cluster| visit(cluster));
            }
            FacetColumn::Agency => self.agencies.iter().for_each(|agency| visit(agency)),
            FacetColumn::State => self.states.iter().for_each(|state| visit(state)),
            FacetColumn::Region => self.each_region(visit),
            FacetColumn::Progress => visit(&word_of(&self.progress).unwrap_or_default()),
            FacetColumn::Category => {
                if let Some(category) = self.category {
                    visit(&category.to_string());
                }
            }
            FacetColumn::Priority => {
                if let Some(word) = self.priority.and_then(|given| word_of(&given).ok()) {
                    visit(&word);
                }
            }
            FacetColumn::Standing => STANDINGS
                .iter()
                .enumerate()
                .filter(|(bit, _)| self.standing & (1 << bit) != 0)
                .for_each(|(_, word)| visit(word)),
            tagged => {
                let wanted = tagged.vocabulary();
                self.tags
                    .iter()
                    .filter(|(vocabulary, _)| Some(*vocabulary) == wanted)
                    .for_each(|(_, label)| visit(label));
            }
        }
    }

    /// The values of a column as a list.
    #[must_use]
    pub fn values_of(&self, column: FacetColumn) -> Vec<String> {
        let mut values = Vec::new();
        self.each_value(column, |value| values.push(value.to_owned()));
        values
    }

    fn each_region(&self, mut visit: impl FnMut(&str)) {
        let mut seen: Vec<&str> = Vec::new();
        for state in &self.states {
            if let Some(state) = states::by_iso3(state)
                && !seen.contains(&state.group_code.as_str())
            {
                seen.push(&state.group_code);
                visit(&state.group_code);
            }
        }
    }
}
