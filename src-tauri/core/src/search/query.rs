//! What is asked: which records, in which order, under which headings, with which columns.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::FacetColumn;

/// Which recommendations are meant. Every field narrows; an empty field does not. Inside a field
/// the values are alternatives; the value `none` means "not set".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Filter {
    /// As typed: words, "phrases", beginnings*, -exclusions, field words such as `state:FRA`. All
    /// of them must hold; the last word may be a beginning.
    pub words: String,
    pub position: Vec<String>,
    pub mechanism: Vec<String>,
    pub body: Vec<String>,
    pub cycle: Vec<String>,
    pub session: Vec<String>,
    pub year: Vec<String>,
    pub document: Vec<String>,
    /// Cluster ids of any scheme.
    pub cluster: Vec<String>,
    /// Agency id of the lead.
    pub lead: Vec<String>,
    /// Agency id in any role, on the recommendation or on one of its actions.
    pub agency: Vec<String>,
    pub progress: Vec<String>,
    pub theme: Vec<String>,
    pub issue: Vec<String>,
    pub group: Vec<String>,
    pub right: Vec<String>,
    pub sdg: Vec<String>,
    pub territory: Vec<String>,
    pub country: Vec<String>,
    pub national: Vec<String>,
    pub category: Vec<String>,
    pub priority: Vec<String>,
    pub state: Vec<String>,
    /// Regional group of a recommending State.
    pub region: Vec<String>,
    pub record_type: Vec<String>,
    pub language: Vec<String>,
    /// `yes`, `no`: chosen by a treaty body for its follow-up procedure.
    pub follow_up: Vec<String>,
    pub scope: Vec<String>,
    pub duration: Vec<String>,
    /// `yes`, `no`.
    pub cross_border: Vec<String>,
    pub needs_law: Vec<String>,
    /// What presses: `late`, `soon`, `unassigned`, `without_action`, `unclustered`, `unconfirmed`,
    /// `confirmed`, `position_unclear`, `position_pending`, `repeated`, `review_due`, `follow_up`.
    pub standing: Vec<String>,
    /// What is missing, each of them: `lead`, `action`, `deadline`, `cluster`, `theme` …
    pub without: Vec<String>,
    /// First and last day of the most pressing due date.
    pub due_from: Option<String>,
    pub due_until: Option<String>,
    /// Exactly these records (a selection).
    pub ids: Vec<String>,
}

impl Filter {
    /// The values asked for in a column.
    #[must_use]
    pub fn of(&self, column: FacetColumn) -> &[String] {
        match column {
            FacetColumn::Position => &self.position,
            FacetColumn::Mechanism => &self.mechanism,
            FacetColumn::Body => &self.body,
            FacetColumn::Cycle => &self.cycle,
            FacetColumn::Session => &self.session,
            FacetColumn::Year => &self.year,
            FacetColumn::Document => &self.document,
            FacetColumn::Cluster => &self.cluster,
            FacetColumn::Lead => &self.lead,
            FacetColumn::Agency => &self.agency,
            FacetColumn::Progress => &self.progress,
            FacetColumn::Theme => &self.theme,
            FacetColumn::Issue => &self.issue,
            FacetColumn::Group => &self.group,
            FacetColumn::Right => &self.right,
            FacetColumn::Sdg => &self.sdg,
            FacetColumn::Territory => &self.territory,
            FacetColumn::Country => &self.country,
            FacetColumn::National => &self.national,
            FacetColumn::Category => &self.category,
            FacetColumn::Priority => &self.priority,
            FacetColumn::State => &self.state,
            FacetColumn::Region => &self.region,
            FacetColumn::RecordType => &self.record_type,
            FacetColumn::Language => &self.language,
            FacetColumn::FollowUp => &self.follow_up,
            FacetColumn::Scope => &self.scope,
            FacetColumn::Duration => &self.duration,
            FacetColumn::CrossBorder => &self.cross_border,
            FacetColumn::NeedsLaw => &self.needs_law,
            FacetColumn::Standing => &self.standing,
        }
    }

    /// What both filters mean together.
    #[must_use]
    pub fn and(self, other: Filter) -> Self {
        /// Narrower than both; a value nothing has where they share none.
        fn both(mine: Vec<String>, theirs: Vec<String>) -> Vec<String> {
            if mine.is_empty() || theirs.is_empty() {
                return [mine, theirs].concat();
            }
            let mut shared = mine;
            shared.retain(|value| theirs.contains(value));
            if shared.is_empty() {
                shared.push(String::new());
            }
            shared
        }
        let later = |a: Option<String>, b: Option<String>| a.max(b);
        let sooner = |a: Option<String>, b: Option<String>| match (a, b) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Filter {
            // The last word may be a beginning: of the two lines, the one typed now.
            words: format!("{} {}", self.words, other.words).trim().to_owned(),
            position: both(self.position, other.position),
            mechanism: both(self.mechanism, other.mechanism),
            body: both(self.body, other.body),
            cycle: both(self.cycle, other.cycle),
            session: both(self.session, other.session),
            year: both(self.year, other.year),
            document: both(self.document, other.document),
            cluster: both(self.cluster, other.cluster),
            lead: both(self.lead, other.lead),
            agency: both(self.agency, other.agency),
            progress: both(self.progress, other.progress),
            theme: both(self.theme, other.theme),
            issue: both(self.issue, other.issue),
            group: both(self.group, other.group),
            right: both(self.right, other.right),
            sdg: both(self.sdg, other.sdg),
            territory: both(self.territory, other.territory),
            country: both(self.country, other.country),
            national: both(self.national, other.national),
            category: both(self.category, other.category),
            priority: both(self.priority, other.priority),
            state: both(self.state, other.state),
            region: both(self.region, other.region),
            record_type: both(self.record_type, other.record_type),
            language: both(self.language, other.language),
            follow_up: both(self.follow_up, other.follow_up),
            scope: both(self.scope, other.scope),
            duration: both(self.duration, other.duration),
            cross_border: both(self.cross_border, other.cross_border),
            needs_law: both(self.needs_law, other.needs_law),
            standing: both(self.standing, other.standing),
            without: [self.without, other.without].concat(),
            due_from: later(self.due_from, other.due_from),
            due_until: sooner(self.due_until, other.due_until),
            ids: both(self.ids, other.ids),
        }
    }
}

/// A column by which the register can be ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SortColumn {
    #[default]
    Reference,
    Text,
    Position,
    Category,
    Cluster,
    Lead,
    Progress,
    Due,
    Percent,
    Priority,
    Actions,
    Mechanism,
    Body,
    Cycle,
    Session,
    Year,
    Document,
    State,
    Theme,
    Issue,
    Group,
    Right,
    Sdg,
    Territory,
    National,
    RecordType,
    Language,
    FollowUp,
    Scope,
    Duration,
    CrossBorder,
    NeedsLaw,
}

impl SortColumn {
    /// The column whose values it orders by.
    pub(super) fn facet(self) -> Option<FacetColumn> {
        Some(match self {
            SortColumn::Position => FacetColumn::Position,
            SortColumn::Category => FacetColumn::Category,
            SortColumn::Cluster => FacetColumn::Cluster,
            SortColumn::Lead => FacetColumn::Lead,
            SortColumn::Progress => FacetColumn::Progress,
            SortColumn::Priority => FacetColumn::Priority,
            SortColumn::Mechanism => FacetColumn::Mechanism,
            SortColumn::Body => FacetColumn::Body,
            SortColumn::Cycle => FacetColumn::Cycle,
            SortColumn::Session => FacetColumn::Session,
            SortColumn::Year => FacetColumn::Year,
            SortColumn::Document => FacetColumn::Document,
            SortColumn::State => FacetColumn::State,
            SortColumn::Theme => FacetColumn::Theme,
            SortColumn::Issue => FacetColumn::Issue,
            SortColumn::Group => FacetColumn::Group,
            SortColumn::Right => FacetColumn::Right,
            SortColumn::Sdg => FacetColumn::Sdg,
            SortColumn::Territory => FacetColumn::Territory,
            SortColumn::National => FacetColumn::National,
            SortColumn::RecordType => FacetColumn::RecordType,
            SortColumn::Language => FacetColumn::Language,
            SortColumn::FollowUp => FacetColumn::FollowUp,
            SortColumn::Scope => FacetColumn::Scope,
            SortColumn::Duration => FacetColumn::Duration,
            SortColumn::CrossBorder => FacetColumn::CrossBorder,
            SortColumn::NeedsLaw => FacetColumn::NeedsLaw,
            SortColumn::Reference
            | SortColumn::Text
            | SortColumn::Due
            | SortColumn::Percent
            | SortColumn::Actions => return None,
        })
    }
}

/// One more column to order by, within equals of the ones before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SortBy {
    pub column: SortColumn,
    pub descending: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Query {
    pub filter: Filter,
    pub sort: SortColumn,
    pub descending: bool,
    #[ts(optional, as = "Option<Vec<SortBy>>")]
    pub then: Vec<SortBy>,
    /// Rows stand under headings of this column, under each of several values.
    pub group: Option<FacetColumn>,
    /// Further columns whose cells are wanted: names of [`FacetColumn`], or `note`, `plain_text`,
    /// `priority_reason`, `follow_up_due`.
    #[ts(optional, as = "Option<Vec<String>>")]
    pub columns: Vec<String>,
    pub offset: u32,
    /// At most 100.
    pub limit: u32,
}
