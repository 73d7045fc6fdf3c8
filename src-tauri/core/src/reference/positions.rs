//! Positions: what a State answered to a recommendation.
//!
//! In cycle 1 States "accepted" or "rejected"; since cycle 2 a recommendation is "supported" or
//! "noted" (HRC res. 16/21). The answer is kept in the words of its time: "Accepted" of cycle 1 is
//! not turned into "Supported". "Noted" is never read as "Rejected", not even in cycle 1, as data
//! bases of today use the word for every recommendation that was not accepted.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::table;
use crate::base::text;

/// How a position counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PositionGroup {
    Accepted,
    Partial,
    Noted,
    Pending,
    Unclear,
    NotApplicable,
}

impl PositionGroup {
    /// Fluent id of the group.
    #[must_use]
    pub fn label_key(self) -> &'static str {
        match self {
            PositionGroup::Accepted => "reference-position-group-accepted",
            PositionGroup::Partial => "reference-position-group-partial",
            PositionGroup::Noted => "reference-position-group-noted",
            PositionGroup::Pending => "reference-position-group-pending",
            PositionGroup::Unclear => "reference-position-group-unclear",
            PositionGroup::NotApplicable => "reference-position-group-not-applicable",
        }
    }
}

/// A position a State can take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Position {
    /// Stable: `SUP`, `NOT`, `ACC`, … .
    pub code: String,
    /// English label; shown through `label_key`.
    pub label: String,
    /// Fluent id.
    pub label_key: String,
    pub group: PositionGroup,
    /// The first UPR cycle in which States used it; `None` outside the UPR.
    pub first_cycle: Option<u8>,
    /// The last one; `None` while in use.
    pub last_cycle: Option<u8>,
}

#[derive(Deserialize)]
struct PositionRow {
    code: String,
    label: String,
    group: PositionGroup,
    first_cycle: Option<u8>,
    last_cycle: Option<u8>,
}

/// Every position, those of today first.
#[must_use]
pub fn all() -> &'static [Position] {
    static POSITIONS: OnceLock<Vec<Position>> = OnceLock::new();
    POSITIONS.get_or_init(|| {
        let text = include_str!("../../../../assets/reference/positions.tsv");
        table::rows::<PositionRow>(text)
            .into_iter()
            .map(|row| Position {
                label_key: format!("reference-position-{}", table::key(&row.code)),
                code: row.code,
                label: row.label,
                group: row.group,
                first_cycle: row.first_cycle,
                last_cycle: row.last_cycle,
            })
            .collect()
    })
}

#[must_use]
pub fn by_code(code: &str) -> Option<&'static Position> {
    all().iter().find(|position| position.code == code)
}

/// The position of a recommendation whose parts were answered one by one.
///
/// Parts that agree give their answer. As long as one part is pending or not answered the whole is
/// pending (I3: it stays listed as open); else one unclear part makes it unclear. Accepted beside noted
/// parts are "supported in part". "Mixed" is not used here: it says that States were answered
/// differently.
#[must_use]
pub fn of_parts(parts: &[Option<&str>]) -> Option<&'static str> {
    let answers: Vec<Option<&'static Position>> =
        parts.iter().map(|code| code.and_then(by_code)).collect();
    let first = answers.iter().flatten().next()?;
    if answers.iter().all(|answer| *answer == Some(first)) {
        return Some(&first.code);
    }
    let has = |group: PositionGroup| answers.iter().flatten().any(|answer| answer.group == group);
    let says = |code: &str| answers.iter().flatten().any(|answer| answer.code == code);
    Some(match () {
        () if answers.contains(&None) || has(PositionGroup::Pending) => "PEN",
        () if has(PositionGroup::Unclear) => "UNC",
        () if has(PositionGroup::Partial) => "SUP_PART",
        () if has(PositionGroup::Accepted) && has(PositionGroup::Noted) => "SUP_PART",
        () if has(PositionGroup::Accepted) && says("ACC") => "ACC",
        () if has(PositionGroup::Accepted) => "SUP",
        () if says("REJ") => "REJ",
        () if has(PositionGroup::Noted) => "NOT",
        () => "NA",
    })
}

/// The position a cell or sentence of a foreign file states; `None` where it states none.
///
/// `cycle` decides between the words of cycle 1 and those of today where one word serves for both.
#[must_use]
pub fn from_words(words: &str, cycle: Option<u8>) -> Option<&'static Position> {
    if let Some(position) = by_code(&words.trim().to_uppercase()) {
        return Some(position);
    }
    let words = text::fold(words).replace(['-', '\u{2013}', '\u{2014}', '_'], " ");
    let words = text::squeeze(words.trim_matches(|c: char| !c.is_alphanumeric()));
    by_code(code_of(&words, cycle)?)
}

/// The order matters: "partially supported" before "supported", "not supported" before "supported".
fn code_of(words: &str, cycle: Option<u8>) -> Option<&'static str> {
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| words.contains(phrase));
    let today = cycle.is_some_and(|cycle| cycle > 1);
    let accepts = says(&["support", "accept"]);
    let rejects = says(&["reject", "refused"]);
    let denies = says(&[
        "not enjoy",
        "not support",
        "not accept",
        "unable to support",
        "cannot support",
        "cannot accept",
    ]);
    let partly = says(&["partial", "in part"]);
    let code = match () {
        () if words == "n/a" || says(&["pledge", "commitment", "not applicable"]) => "NA",
        () if says(&["mixed"]) => "MIX",
        () if says(&["no response", "no answer", "not answered"]) => "NOR",
        () if says(&["outside"]) && says(&["mandate", "basis"]) => "OUT",
        () if partly && rejects => "NOT_PART",
        () if says(&["total", "fully"]) && rejects => "NOT_FULL",
        () if accepts && !denies && (partly || says(&["noted"])) => "SUP_PART",
        () if says(&["noted"]) => "NOT",
        () if rejects || (denies && !today) => "REJ",
        () if denies => "NOT",
        () if accepts && says(&["already"]) => "SUP_IMPL",
        () if accepts && says(&["process of"]) => "SUP_PROC",
        () if says(&["pending", "be examined", "under examination"]) => "PEN",
        () if says(&["unclear", "general response"]) => "UNC",
        () if says(&["accept"]) && !today => "ACC",
        () if accepts && cycle == Some(1) => "ACC",
        () if accepts => "SUP",
        () => return None,
    };
    Some(code)
}
