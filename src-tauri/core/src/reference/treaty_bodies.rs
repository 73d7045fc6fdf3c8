//! Treaty bodies: the committees, the treaty each watches over, and the prefix of its symbols.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::table;

/// A committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TreatyBody {
    /// Stable: `CCPR`, `CESCR`, … .
    pub code: String,
    /// The label UHRI uses.
    pub uhri_label: String,
    /// English name of the committee.
    pub name: String,
    pub treaty_code: String,
    /// Beginning of its document symbols, for instance `E/C.12`.
    pub symbol_prefix: String,
    /// Scale of its follow-up assessments; empty where it grades nothing.
    pub followup_scale_id: String,
    /// Years from concluding observations to the next report, as practised; `None` where there is no
    /// fixed interval.
    pub report_interval_years: Option<u32>,
    /// Months within which the State reports on paragraphs selected for follow-up.
    pub followup_months: Option<u32>,
}

/// Every committee; the two optional protocols that share the Committee on the Rights of the Child
/// stand last.
#[must_use]
pub fn all() -> &'static [TreatyBody] {
    static BODIES: OnceLock<Vec<TreatyBody>> = OnceLock::new();
    BODIES.get_or_init(|| {
        table::rows(include_str!(
            "../../../../assets/reference/treaty_bodies.tsv"
        ))
    })
}

#[must_use]
pub fn by_code(code: &str) -> Option<&'static TreatyBody> {
    all().iter().find(|body| body.code == code)
}
