//! Treaties and the rights they guarantee, by article.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::table;

/// A treaty, or a protocol to one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Treaty {
    /// Stable: `ICCPR`, `CEDAW`, … .
    pub code: String,
    pub name: String,
    /// The committee that watches over it, as its code; `-` without one.
    pub monitored_by: String,
    pub kind: String,
}

/// An article of a core treaty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Article {
    /// Code of the treaty.
    pub treaty: String,
    pub article: u32,
    /// Short title written for Upright, not the treaty's wording.
    pub title: String,
}

impl Article {
    /// As a record is tagged with it: `CEDAW 12`.
    #[must_use]
    pub fn label(&self) -> String {
        format!("{} {}", self.treaty, self.article)
    }
}

/// Every treaty, the core ones first.
#[must_use]
pub fn all() -> &'static [Treaty] {
    static TREATIES: OnceLock<Vec<Treaty>> = OnceLock::new();
    TREATIES.get_or_init(|| table::rows(include_str!("../../../../assets/reference/treaties.tsv")))
}

/// The articles of the core treaties that guarantee a right or ask for a measure.
#[must_use]
pub fn articles() -> &'static [Article] {
    static ARTICLES: OnceLock<Vec<Article>> = OnceLock::new();
    ARTICLES.get_or_init(|| table::rows(include_str!("../../../../assets/reference/rights.tsv")))
}

#[must_use]
pub fn by_code(code: &str) -> Option<&'static Treaty> {
    all().iter().find(|treaty| treaty.code == code)
}
