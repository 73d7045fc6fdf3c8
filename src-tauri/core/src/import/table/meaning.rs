//! What a column can mean.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The meaning of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// The verbatim text.
    Text,
    /// A short title; the text where there is none.
    Title,
    Reference,
    Paragraph,
    Document,
    Mechanism,
    Body,
    Cycle,
    Session,
    /// A day or a year.
    Date,
    StateUnderReview,
    RecommendingStates,
    Position,
    ActionCategory,
    Themes,
    Groups,
    Issues,
    Sdg,
    Cluster,
    Priority,
    LeadAgency,
    RecordType,
    Note,
    Language,
    /// The file's own key of the record.
    ForeignId,
    Ignore,
}

impl Meaning {
    pub const ALL: [Meaning; 26] = [
        Meaning::Text,
        Meaning::Title,
        Meaning::Reference,
        Meaning::Paragraph,
        Meaning::Document,
        Meaning::Mechanism,
        Meaning::Body,
        Meaning::Cycle,
        Meaning::Session,
        Meaning::Date,
        Meaning::StateUnderReview,
        Meaning::RecommendingStates,
        Meaning::Position,
        Meaning::ActionCategory,
        Meaning::Themes,
        Meaning::Groups,
        Meaning::Issues,
        Meaning::Sdg,
        Meaning::Cluster,
        Meaning::Priority,
        Meaning::LeadAgency,
        Meaning::RecordType,
        Meaning::Note,
        Meaning::Language,
        Meaning::ForeignId,
        Meaning::Ignore,
    ];

    /// Whether several columns may have it: their values are put together.
    pub(super) fn may_repeat(self) -> bool {
        matches!(
            self,
            Meaning::Themes
                | Meaning::Groups
                | Meaning::Issues
                | Meaning::Sdg
                | Meaning::Note
                | Meaning::LeadAgency
                | Meaning::RecommendingStates
                | Meaning::Ignore
        )
    }

    /// Its word, as in column_headers.tsv.
    pub(super) fn word(self) -> String {
        crate::base::word::word_of(&self).unwrap_or_default()
    }

    pub(super) fn by_word(word: &str) -> Option<Meaning> {
        crate::base::word::value_of(word)
    }
}
