//! Mechanisms that make recommendations, and what a record of each one carries.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::table;

/// A family of bodies that make recommendations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Mechanism {
    /// Stable: `UPR`, `TB`, `SP`, … .
    pub code: String,
    /// English name; shown through `label_key`.
    pub name: String,
    /// Fluent id.
    pub label_key: String,
    pub family: String,
    /// The State answers each recommendation with a position.
    pub has_position: bool,
    /// Recommendations name the States that made them.
    pub has_recommending_states: bool,
}

#[derive(Deserialize)]
struct MechanismRow {
    code: String,
    name: String,
    family: String,
    has_position: String,
    has_recommending_states: String,
}

/// Every mechanism, the UPR first.
#[must_use]
pub fn all() -> &'static [Mechanism] {
    static MECHANISMS: OnceLock<Vec<Mechanism>> = OnceLock::new();
    MECHANISMS.get_or_init(|| {
        let text = include_str!("../../../../assets/reference/mechanisms.tsv");
        table::rows::<MechanismRow>(text)
            .into_iter()
            .map(|row| Mechanism {
                label_key: format!("reference-mechanism-{}", table::key(&row.code)),
                has_position: table::is_yes(&row.has_position),
                has_recommending_states: table::is_yes(&row.has_recommending_states),
                code: row.code,
                name: row.name,
                family: row.family,
            })
            .collect()
    })
}

#[must_use]
pub fn by_code(code: &str) -> Option<&'static Mechanism> {
    all().iter().find(|mechanism| mechanism.code == code)
}
