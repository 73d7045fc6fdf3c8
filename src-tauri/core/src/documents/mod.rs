//! Documents and reviews: the papers recommendations stand in, and the events they came from. Records
//! name a document by its symbol; what the symbol tells is worked out, never stored (I20). The
//! follow-up procedure of the committees belongs here too: selected paragraphs and their grades.

mod edit;
mod follow_up;
mod list;
mod met;
mod reviews;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::reference::symbols::Symbol;

pub use edit::{DocumentPatch, NewDocument, add_document, edit_document, remove_document};
pub use follow_up::{
    FollowUp, FollowUpPatch, GradeEntry, GradeGiven, add_grade, find_follow_up, set_follow_up,
};
pub use list::{get_document, get_review, list_documents, list_reviews};
pub(crate) use met::{Met, register, unregistered};
pub use reviews::{NewReview, ReviewPatch, add_review, edit_review, remove_review};

/// A document of the register, or one that only records name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Document {
    /// `None` where records name it and nobody has entered it.
    pub id: Option<String>,
    pub symbol: String,
    /// Kind of document_symbols.json, or `other`.
    pub kind: String,
    pub title: Option<String>,
    /// ISO day.
    pub published_on: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    pub review_id: Option<String>,
    pub note: Option<String>,
    /// What the symbol says; `None` where no pattern fits.
    pub parsed: Option<Symbol>,
    /// Recommendations that stand in it.
    pub recommendations: u32,
}

/// One event recommendations came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Review {
    pub id: String,
    pub kind: ReviewKind,
    /// Code of mechanisms.tsv.
    pub mechanism: String,
    /// Treaty body or mandate.
    pub body: Option<String>,
    pub cycle: Option<u32>,
    pub session: Option<u32>,
    /// ISO day of the review, or the first of a visit.
    pub held_on: Option<String>,
    pub until_on: Option<String>,
    pub adopted_on: Option<String>,
    /// Typed by a person in place of the computed day.
    pub next_due_on: Option<String>,
    /// Symbol of the document it ended in.
    pub document: Option<String>,
    pub note: Option<String>,
    pub recommendations: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewKind {
    UprReview,
    ConcludingObservations,
    CountryVisit,
    Communication,
    Regional,
    Other,
}

impl ReviewKind {
    /// What a review of this mechanism usually is.
    #[must_use]
    pub fn of_mechanism(mechanism: &str) -> Self {
        match mechanism {
            "UPR" => ReviewKind::UprReview,
            "TB" => ReviewKind::ConcludingObservations,
            "SP" | "SPT" => ReviewKind::CountryVisit,
            "COE" | "OSCE" | "EU" | "AU" | "OAS" => ReviewKind::Regional,
            _ => ReviewKind::Other,
        }
    }
}
