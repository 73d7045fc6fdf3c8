//! Special procedures: rapporteurs, experts and working groups, and which of them or of the
//! committees could take a matter up.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{table, treaty_bodies};
use crate::base::text;

/// A mandate of the Human Rights Council.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SpecialProcedure {
    /// Stable: `SR Torture`, `WG Arbitrary detention`, … .
    pub label: String,
    /// As UHRI writes it, blanks included; empty for mandates on one country.
    pub uhri_label_verbatim: String,
    /// `thematic` or `country`.
    pub kind: String,
    /// `SR`, `IE`, `WG` or `SRSG`.
    #[serde(rename = "type")]
    pub form: String,
    pub mandate: String,
    /// ISO 3166-1 alpha-3 of a mandate on one country.
    pub iso3: String,
}

#[derive(Deserialize)]
struct TopicRow {
    vocabulary: String,
    label: String,
    bodies: String,
}

/// Every mandate, thematic ones first.
#[must_use]
pub fn all() -> &'static [SpecialProcedure] {
    static MANDATES: OnceLock<Vec<SpecialProcedure>> = OnceLock::new();
    MANDATES.get_or_init(|| {
        table::rows(include_str!(
            "../../../../assets/reference/special_procedures.tsv"
        ))
    })
}

#[must_use]
pub fn by_label(label: &str) -> Option<&'static SpecialProcedure> {
    all().iter().find(|mandate| mandate.label == label)
}

/// The English name of a committee or mandate by its code or label.
#[must_use]
pub fn name_of_body(code: &str) -> Option<String> {
    if let Some(body) = treaty_bodies::by_code(code) {
        return Some(body.name.clone());
    }
    let mandate = by_label(code)?;
    let form = match mandate.form.as_str() {
        "SR" => "Special Rapporteur",
        "IE" => "Independent Expert",
        "WG" => "Working Group",
        _ => "Special Representative",
    };
    Some(format!("{form}: {}", mandate.mandate))
}

/// Codes of the committees and labels of the mandates that could take up what is tagged `label` in
/// `vocabulary` (`theme` or `group`), the nearest first.
#[must_use]
pub fn bodies_for(vocabulary: &str, label: &str) -> Vec<String> {
    static TOPICS: OnceLock<Vec<TopicRow>> = OnceLock::new();
    let topics = TOPICS.get_or_init(|| {
        table::rows(include_str!(
            "../../../../assets/reference/topic_bodies.tsv"
        ))
    });
    let wanted = text::fold(label);
    topics
        .iter()
        .filter(|row| row.vocabulary == vocabulary && text::fold(&row.label) == wanted)
        .flat_map(|row| table::members(&row.bodies, ';'))
        .collect()
}
