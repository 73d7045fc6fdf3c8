//! Counts and shares by one property, with what they count by named: paragraphs, recommending States
//! or parts (DOMAIN §2.6). Published totals differ for this reason alone; no figure stands without it.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::board::{Board, Entry, FacetColumn, NONE, Places, Word};
use crate::reference::positions::{self, PositionGroup};
use crate::reference::{mechanisms, states};

/// What one unit of a count is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// One recommendation, however many States made it (as OHCHR counts).
    #[default]
    Paragraph,
    /// Each recommending State of a recommendation; one where none is named (as UPR Info counts).
    State,
    /// Each lettered part that was answered by itself; one where there are none.
    Part,
}

/// How many were answered in which way. Partial acceptance stands apart; noted ones are in every
/// total (I5).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct Answers {
    pub accepted: u32,
    pub partial: u32,
    pub noted: u32,
    pub pending: u32,
    /// No clear answer, or none recorded.
    pub open: u32,
    /// Of a mechanism to which States give no position.
    pub not_asked: u32,
}

impl Answers {
    #[must_use]
    pub fn all(&self) -> u32 {
        self.asked() + self.not_asked
    }

    /// Those to which a position belongs.
    #[must_use]
    pub fn asked(&self) -> u32 {
        self.accepted + self.partial + self.noted + self.pending + self.open
    }

    fn add(&mut self, other: &Answers) {
        self.accepted += other.accepted;
        self.partial += other.partial;
        self.noted += other.noted;
        self.pending += other.pending;
        self.open += other.open;
        self.not_asked += other.not_asked;
    }

    fn take(&mut self, entry: &Entry, position: Option<&Word>) {
        let group = position
            .and_then(|code| positions::by_code(code))
            .map(|found| found.group);
        let slot = match group {
            Some(PositionGroup::Accepted) => &mut self.accepted,
            Some(PositionGroup::Partial) => &mut self.partial,
            Some(PositionGroup::Noted) => &mut self.noted,
            Some(PositionGroup::Pending) => &mut self.pending,
            Some(PositionGroup::NotApplicable) => &mut self.not_asked,
            Some(PositionGroup::Unclear) => &mut self.open,
            None if mechanisms::by_code(&entry.mechanism).is_some_and(|m| m.has_position) => {
                &mut self.open
            }
            None => &mut self.not_asked,
        };
        *slot += 1;
    }
}

/// One value of the property with its count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShareLine {
    /// Code, id or label; `none` where it is not set.
    pub value: String,
    /// Name as stored; absent for codes that Fluent names.
    pub name: Option<String>,
    pub count: u32,
    /// Of the total, in tenths of a per cent.
    pub share: u32,
    pub answers: Answers,
}

/// Counts by one property.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Shares {
    pub as_at: String,
    pub dimension: FacetColumn,
    pub basis: Basis,
    /// Recommendations meant, whatever is counted by.
    pub records: u32,
    /// Units of the basis.
    pub total: u32,
    pub answers: Answers,
    /// Accepted of those to which a position belongs, in tenths of a per cent; absent where there are
    /// none. Partial acceptance does not count here.
    pub acceptance: Option<u32>,
    pub lines: Vec<ShareLine>,
    /// One unit may stand under several values: the shares together are more than the whole.
    pub is_overlapping: bool,
}

/// Counts the places of a view by a property, in the order of its values.
#[must_use]
pub fn shares(board: &Board, places: &Places, dimension: FacetColumn, basis: Basis) -> Shares {
    let mut tallies = vec![Answers::default(); board.len()];
    let mut answers = Answers::default();
    for place in places.iter() {
        let slot = usize::try_from(place)
            .ok()
            .and_then(|at| tallies.get_mut(at));
        if let (Some(entry), Some(tally)) = (board.at(place), slot) {
            each_unit(entry, basis, |_, position| tally.take(entry, position));
            answers.add(tally);
        }
    }
    let found = if is_of_units(dimension, basis) {
        by_units(board, places, dimension, basis)
    } else {
        by_places(board, places, dimension, &tallies)
    };
    let total = answers.all();
    let lines: Vec<ShareLine> = found
        .into_iter()
        .filter(|(_, answers)| answers.all() > 0)
        .map(|(value, answers)| ShareLine {
            value: value.to_owned(),
            name: None,
            count: answers.all(),
            share: tenths(answers.all(), total),
            answers,
        })
        .collect();
    let counted: u64 = lines.iter().map(|line| u64::from(line.count)).sum();
    Shares {
        as_at: crate::base::date::iso(board.today),
        dimension,
        basis,
        records: places.count(),
        total,
        acceptance: (answers.asked() > 0).then(|| tenths(answers.accepted, answers.asked())),
        answers,
        is_overlapping: counted > u64::from(total),
        lines,
    }
}

/// Tenths of a per cent, rounded.
fn tenths(part: u32, whole: u32) -> u32 {
    let whole = u64::from(whole.max(1));
    u32::try_from((u64::from(part) * 1000 + whole / 2) / whole).unwrap_or(u32::MAX)
}

/// Visits what is counted of a recommendation: the State it is of, and the answer to it.
fn each_unit<'e>(
    entry: &'e Entry,
    basis: Basis,
    mut visit: impl FnMut(Option<&'e Word>, Option<&'e Word>),
) {
    let own = entry.position.as_ref();
    match basis {
        Basis::State if !entry.states.is_empty() => {
            for state in &entry.states {
                let answer = entry.state_answers.iter().find(|(of, _)| of == state);
                visit(Some(state), answer.map(|(_, position)| position).or(own));
            }
        }
        Basis::Part if !entry.part_answers.is_empty() => {
            for position in &entry.part_answers {
                visit(None, position.as_ref().or(own));
            }
        }
        _ => visit(None, own),
    }
}

/// Whether the value belongs to the unit rather than to the recommendation. Of clusters only the
/// primary one counts (I16).
fn is_of_units(dimension: FacetColumn, basis: Basis) -> bool {
    match dimension {
        FacetColumn::Cluster => true,
        FacetColumn::Position => basis != Basis::Paragraph,
        FacetColumn::State | FacetColumn::Region => basis == Basis::State,
        _ => false,
    }
}

fn by_places<'b>(
    board: &'b Board,
    places: &Places,
    dimension: FacetColumn,
    tallies: &[Answers],
) -> Vec<(&'b str, Answers)> {
    let sum = |with: &Vec<u32>| {
        let mut answers = Answers::default();
        for place in with.iter().filter(|place| places.has(**place)) {
            if let Some(tally) = usize::try_from(*place).ok().and_then(|at| tallies.get(at)) {
                answers.add(tally);
            }
        }
        answers
    };
    let values = board.values(dimension).iter();
    values.map(|(value, with)| (&**value, sum(with))).collect()
}

fn by_units<'b>(
    board: &'b Board,
    places: &Places,
    dimension: FacetColumn,
    basis: Basis,
) -> Vec<(&'b str, Answers)> {
    let mut found: Vec<(&str, Answers)> = Vec::new();
    let mut slots: HashMap<&str, usize> = HashMap::new();
    for place in places.iter() {
        let Some(entry) = board.at(place) else {
            continue;
        };
        each_unit(entry, basis, |state, position| {
            let value = match dimension {
                FacetColumn::Cluster => word(entry.cluster.as_ref()),
                FacetColumn::Position => word(position),
                FacetColumn::Region => state
                    .and_then(|state| states::by_iso3(state))
                    .map_or(NONE, |state| state.group_code.as_str()),
                _ => word(state),
            };
            let slot = *slots.entry(value).or_insert_with(|| {
                found.push((value, Answers::default()));
                found.len() - 1
            });
            if let Some((_, answers)) = found.get_mut(slot) {
                answers.take(entry, position);
            }
        });
    }
    found
}

fn word(value: Option<&Word>) -> &str {
    value.map_or(NONE, |word| &**word)
}
