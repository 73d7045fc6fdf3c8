//! Rows on their way to drafts: those that speak of one recommendation become one, with the States
//! and tags of all.

use std::collections::HashMap;

use super::wish::same;
use crate::base::{Problem, Severity};
use crate::import::draft::{Draft, DraftState, MIXED, add_once};

type Identity = (
    (String, Option<String>, Option<u32>, Option<u32>),
    (Option<String>, Option<String>, Option<String>),
    String,
);

#[derive(Default)]
pub(super) struct Gathered {
    drafts: Vec<Draft>,
    places: HashMap<Identity, usize>,
    numbers: HashMap<(String, Option<u32>), u32>,
}

impl Gathered {
    /// Takes a row's draft, or gives what it says to the draft of the same recommendation.
    pub(super) fn take(&mut self, mut draft: Draft, problems: &mut Vec<Problem>) {
        let identity = (
            (
                draft.mechanism.clone(),
                draft.body.clone(),
                draft.cycle,
                draft.session,
            ),
            (
                draft.document.clone(),
                draft
                    .paragraph
                    .clone()
                    .zip(Some(draft.letter.clone()))
                    .map(|(number, letter)| format!("{number}{}", letter.unwrap_or_default())),
                draft.reference.clone(),
            ),
            same(&draft.text),
        );
        if let Some(known) = self
            .places
            .get(&identity)
            .and_then(|at| self.drafts.get_mut(*at))
        {
            join(known, draft, problems);
            return;
        }
        self.places.insert(identity, self.drafts.len());
        if draft.paragraph.is_none() && draft.reference.is_none() {
            let key = (draft.mechanism.clone(), draft.cycle);
            let number = self.numbers.entry(key).or_default();
            *number += 1;
            draft.file_number = Some(*number);
        }
        self.drafts.push(draft);
    }

    pub(super) fn finish(mut self) -> Vec<Draft> {
        for draft in &mut self.drafts {
            settle(draft);
        }
        self.drafts
    }
}

fn join(known: &mut Draft, other: Draft, problems: &mut Vec<Problem>) {
    let is_known = |state: &DraftState| {
        let named = known.states.iter().find(|named| named.iso3 == state.iso3);
        let answer = named.map(|named| named.position.as_ref().or(known.position.as_ref()));
        answer == Some(other.position.as_ref())
    };
    let has_themes = other
        .themes
        .iter()
        .all(|theme| known.themes.contains(theme));
    let says_nothing_new = has_themes
        && match other.states.is_empty() {
            true => other.position == known.position,
            false => other.states.iter().all(is_known),
        };
    if says_nothing_new {
        let problem = Problem::new(Severity::Notice, "import-row-repeated");
        let problem = problem.at(other.sheet.as_deref(), other.row, None);
        problems.push(problem.with("first", known.row));
    }
    // Each State keeps what was answered to it until all rows are there.
    for state in &mut known.states {
        if state.position.is_none() {
            state.position.clone_from(&known.position);
        }
    }
    for mut state in other.states {
        state.position = state.position.or_else(|| other.position.clone());
        if !known.states.iter().any(|named| named.iso3 == state.iso3) {
            known.states.push(state);
        }
    }
    if known.states.is_empty() && known.position.is_none() {
        known.position.clone_from(&other.position);
    }
    for (mine, others) in [
        (&mut known.themes, &other.themes),
        (&mut known.groups, &other.groups),
        (&mut known.sdg_targets, &other.sdg_targets),
        (&mut known.issues, &other.issues),
        (&mut known.agencies, &other.agencies),
    ] {
        for label in others {
            add_once(mine, label);
        }
    }
    known.action_category = known.action_category.or(other.action_category);
    known.cluster = known.cluster.take().or(other.cluster);
    known.priority = known.priority.or(other.priority);
    known.note = match (known.note.take(), other.note) {
        (Some(mine), Some(others)) if !mine.contains(&others) => Some(format!("{mine}\n{others}")),
        (mine, others) => mine.or(others),
    };
}

/// One answer for all States is the answer; different ones are kept State by State.
fn settle(draft: &mut Draft) {
    let mut answers: Vec<&String> = draft
        .states
        .iter()
        .filter_map(|state| state.position.as_ref())
        .collect();
    answers.dedup();
    match answers.as_slice() {
        [] => {}
        [only] => {
            draft.position = Some((*only).clone());
            for state in &mut draft.states {
                state.position = None;
            }
        }
        _ => draft.position = Some(MIXED.to_owned()),
    }
}
