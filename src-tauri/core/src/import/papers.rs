//! The documents and reviews a file speaks of: each is entered once, with what is known of it.

use std::collections::BTreeMap;

use super::draft::{Draft, Reading};
use crate::documents::Met;

/// Every document and review of a reading, in the order of their symbols.
pub(super) fn papers(reading: &Reading) -> Vec<Met> {
    let mut met: BTreeMap<(Option<String>, Option<u32>), Met> = BTreeMap::new();
    for draft in &reading.drafts {
        if draft.document.is_some() || draft.session.is_some() {
            let report = Met {
                published_on: draft.published_on.clone(),
                ..met_of(draft, draft.document.clone())
            };
            keep(&mut met, report);
        }
        if let Some(answer) = &draft.position_document {
            keep(&mut met, met_of(draft, Some(answer.clone())));
        }
    }
    met.into_values().collect()
}

fn met_of(draft: &Draft, symbol: Option<String>) -> Met {
    Met {
        symbol,
        mechanism: draft.mechanism.clone(),
        body: draft.body.clone(),
        cycle: draft.cycle,
        session: draft.session,
        published_on: None,
        language: Some(draft.language.clone()),
    }
}

/// One entry a symbol; a review without one by its session.
fn keep(met: &mut BTreeMap<(Option<String>, Option<u32>), Met>, new: Met) {
    let session = match new.symbol {
        Some(_) => None,
        None => new.session,
    };
    let known = met
        .entry((new.symbol.clone(), session))
        .or_insert_with(|| new.clone());
    if known.published_on.is_none() {
        known.published_on = new.published_on;
    }
}
