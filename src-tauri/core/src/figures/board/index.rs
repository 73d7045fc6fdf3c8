//! For each column its values and where they stand, made when a column is first asked for and kept
//! true by what changed: a filter is then a few lists put together, a facet a few lists counted.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Board, Entry, FacetColumn, NONE, Word};

type Values = BTreeMap<Word, Vec<u32>>;

#[derive(Debug, Default)]
pub(super) struct Index {
    columns: [OnceLock<Values>; FacetColumn::ALL.len()],
}

/// The values places had before they were read again.
#[derive(Default)]
pub(super) struct Before(BTreeMap<usize, Vec<(usize, String)>>);

impl Index {
    pub(super) fn values(&self, column: FacetColumn, entries: &[Entry]) -> &Values {
        static NOTHING: Values = BTreeMap::new();
        let slot = FacetColumn::ALL.iter().position(|other| *other == column);
        match slot.and_then(|slot| self.columns.get(slot)) {
            Some(values) => values.get_or_init(|| read(entries, column)),
            None => &NOTHING,
        }
    }

    fn is_made(&self, slot: usize) -> bool {
        self.columns
            .get(slot)
            .is_some_and(|column| column.get().is_some())
    }
}

fn read(entries: &[Entry], column: FacetColumn) -> Values {
    let mut found = Values::new();
    for (place, entry) in (0_u32..).zip(entries) {
        each(entry, column, |value| match found.get_mut(value) {
            Some(places) => places.push(place),
            None => drop(found.insert(Word::from(value), vec![place])),
        });
    }
    found
}

/// As [`Entry::each_value`], with [`NONE`] where there is none.
fn each(entry: &Entry, column: FacetColumn, mut visit: impl FnMut(&str)) {
    let mut is_none = true;
    entry.each_value(column, |value| {
        is_none = false;
        visit(value);
    });
    if is_none {
        visit(NONE);
    }
}

impl Board {
    /// Keeps what a place had, the first time it is asked to.
    pub(super) fn remember(&self, place: usize, before: &mut Before) {
        if !before.0.contains_key(&place)
            && let Some(entry) = self.recommendations.get(place)
        {
            before.0.insert(place, self.made_values(entry));
        }
    }

    /// The values of an entry in the columns that are made.
    fn made_values(&self, entry: &Entry) -> Vec<(usize, String)> {
        let mut values = Vec::new();
        for (slot, column) in FacetColumn::ALL.into_iter().enumerate() {
            if self.index.is_made(slot) {
                each(entry, column, |value| values.push((slot, value.to_owned())));
            }
        }
        values
    }

    /// Brings the columns up to date where values of remembered places are others now.
    pub(super) fn reindex(&mut self, before: Before) {
        for (place, old) in before.0 {
            let Some(entry) = self.recommendations.get(place) else {
                continue;
            };
            let new = self.made_values(entry);
            let Ok(place) = u32::try_from(place) else {
                continue;
            };
            for (slot, value) in old.iter().filter(|value| !new.contains(value)) {
                self.move_value(*slot, value, place, false);
            }
            for (slot, value) in new.iter().filter(|value| !old.contains(value)) {
                self.move_value(*slot, value, place, true);
            }
        }
    }

    fn move_value(&mut self, slot: usize, value: &str, place: u32, is_added: bool) {
        let Some(values) = self.index.columns.get_mut(slot).and_then(OnceLock::get_mut) else {
            return;
        };
        if is_added && !values.contains_key(value) {
            values.insert(Word::from(value), Vec::new());
        }
        let Some(places) = values.get_mut(value) else {
            return;
        };
        match (places.binary_search(&place), is_added) {
            (Err(at), true) => places.insert(at, place),
            (Ok(at), false) => drop(places.remove(at)),
            (Ok(_), true) | (Err(_), false) => {}
        }
        if places.is_empty() {
            values.remove(value);
        }
    }
}
