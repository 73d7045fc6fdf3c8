//! What a source says where it differs from the record: kept beside it, so that a person can see what
//! each source says.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::compare::Difference;
use super::draft::Draft;
use super::known::Known;
use crate::base::Result;
use crate::base::text::squeeze;
use crate::base::word::word_of;

/// The fields in which `draft` differs from the record as it is after `differences` are written: a
/// JSON object of texts under the names of the record's fields; `None` where it says the same.
pub(super) fn said_of(
    known: &Known,
    draft: &Draft,
    differences: &[Difference],
) -> Result<Option<String>> {
    let record = &known.record;
    let mut said = Map::new();
    let mut differs = |field: &str, theirs: Option<String>, ours: Option<String>| {
        if let Some(theirs) = theirs
            && ours.as_ref() != Some(&theirs)
        {
            said.insert(field.to_owned(), Value::String(theirs));
        }
    };
    if !draft.is_answer {
        let text = Some(draft.text.clone());
        differs("text", text, Some(squeeze(&record.text)));
        let kind = Some(word_of(&draft.record_type)?);
        differs("record_type", kind, Some(word_of(&record.record_type)?));
    }
    differs(
        "document",
        draft.document.clone(),
        or_placed(record.document.as_ref(), draft.document.as_ref()),
    );
    differs(
        "paragraph",
        draft.paragraph.clone(),
        or_placed(record.paragraph.as_ref(), draft.paragraph.as_ref()),
    );
    let number = |number: Option<u32>| number.map(|number| number.to_string());
    differs(
        "cycle",
        number(draft.cycle),
        number(record.cycle.or(draft.cycle)),
    );
    differs(
        "session",
        number(draft.session),
        number(record.session.or(draft.session)),
    );
    differs(
        "position",
        draft.position.clone(),
        position_after(known, differences),
    );
    differs(
        "recommending_states",
        states_said(draft),
        states_after(known, draft),
    );
    differs(
        "action_category",
        category(draft.action_category),
        category_after(known, differences),
    );
    match said.is_empty() {
        true => Ok(None),
        false => Ok(Some(serde_json::to_string(&Value::Object(said))?)),
    }
}

/// What a record without a place gets from the draft.
fn or_placed(ours: Option<&String>, theirs: Option<&String>) -> Option<String> {
    ours.or(theirs).cloned()
}

fn position_after(known: &Known, differences: &[Difference]) -> Option<String> {
    let given = differences.iter().find_map(|difference| match difference {
        Difference::Position(position) => Some(position.clone()),
        _ => None,
    });
    given.or_else(|| known.record.position.clone())
}

fn category(category: Option<u8>) -> Option<String> {
    category.map(|category| category.to_string())
}

fn category_after(known: &Known, differences: &[Difference]) -> Option<String> {
    let taken = differences.iter().find_map(|difference| match difference {
        Difference::Category(taken) => Some(*taken),
        _ => None,
    });
    category(taken.or(known.record.action_category))
}

fn joined<'a>(states: impl Iterator<Item = &'a String>) -> Option<String> {
    let states: BTreeSet<&str> = states.map(String::as_str).collect();
    let list = states.into_iter().collect::<Vec<_>>().join(", ");
    Some(list).filter(|list| !list.is_empty())
}

fn states_said(draft: &Draft) -> Option<String> {
    joined(draft.states.iter().map(|state| &state.iso3))
}

/// The States of the record once the draft's are added.
fn states_after(known: &Known, draft: &Draft) -> Option<String> {
    let theirs = draft.states.iter().map(|state| &state.iso3);
    joined(known.record.recommending_states.iter().chain(theirs))
}
