//! Suggestions: what a recommendation could be sorted under, computed on this machine from three
//! things: rules (the verb, words of a theme), words counted over UPR Info's own coding of issues,
//! and what a person has already confirmed on similar records of this plan. Each suggestion says
//! why and how sure it is. Nothing is applied by itself: a person accepts, one by one or in bulk,
//! or dismisses, which is remembered.

mod category;
mod edit;
mod gathered;
mod list;
mod names;
mod neighbours;
mod records;
mod rules;
mod texts;
mod topics;
mod words;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use category::Openings;
pub use edit::{
    AcceptSuggestions, DismissSuggestions, SuggestionRef, accept_suggestions, dismiss_suggestions,
};
pub use list::{SuggestionQuestion, list_suggestions};
pub use topics::{TopicWords, topic_words_learned_from};

/// What is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SuggestionKind {
    /// Action category, 1 to 5.
    Category,
    /// Primary cluster, by its id.
    Cluster,
    Theme,
    Issue,
    Group,
    Sdg,
}

/// All kinds, in the order in which they are shown.
pub const KINDS: [SuggestionKind; 6] = [
    SuggestionKind::Category,
    SuggestionKind::Cluster,
    SuggestionKind::Theme,
    SuggestionKind::Issue,
    SuggestionKind::Group,
    SuggestionKind::Sdg,
];

/// What is suggested for one recommendation, the surest of each kind first.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RecordSuggestions {
    pub recommendation_id: String,
    pub suggestions: Vec<Suggestion>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Suggestion {
    pub kind: SuggestionKind,
    /// A category's number, a cluster's id, a tag's label.
    pub value: String,
    /// How a person reads it; a category's name is shown by its number.
    pub label: String,
    /// 0 to 1.
    pub confidence: f64,
    pub reasons: Vec<SuggestionReason>,
}

/// Why something is suggested.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum SuggestionReason {
    /// The file it came from said so.
    Imported,
    /// The verb or phrase that decides the category.
    Verb { words: Vec<String> },
    /// Words that stand for it.
    Words { words: Vec<String> },
    /// Words of its own name.
    Name { words: Vec<String> },
    /// Records begun with the same words were sorted so.
    Opening { words: Vec<String> },
    /// A record sorted so already.
    Similar {
        recommendation_id: String,
        reference: String,
        /// In per cent.
        likeness: u8,
        /// Words both have.
        words: Vec<String>,
    },
}
