//! By what a row of another plan is the same as one here, where the ids differ.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use crate::base::text::fold;
use crate::dossier::{Fields, TableShape, text_of};

/// Sets of columns that name a thing, beside those the schema keeps unique.
const NAMING: [(&str, &[&str]); 13] = [
    ("agency", &["name"]),
    ("author", &["name"]),
    ("cluster", &["name", "scheme_id"]),
    ("cluster_scheme", &["name"]),
    ("priority_criterion", &["name"]),
    ("focal_point", &["agency_id", "name"]),
    (
        "position_entry",
        &[
            "recommendation_id",
            "part_id",
            "position",
            "given_on",
            "document",
            "paragraph",
        ],
    ),
    (
        "grade_entry",
        &[
            "recommendation_id",
            "scale",
            "grade",
            "given_on",
            "document",
        ],
    ),
    (
        "review",
        &[
            "kind",
            "mechanism",
            "body",
            "cycle",
            "session",
            "held_on",
            "document",
        ],
    ),
    ("source_file", &["sha256", "format", "state"]),
    (
        "assignment",
        &[
            "recommendation_id",
            "action_id",
            "agency_id",
            "role",
            "from_on",
        ],
    ),
    ("agreed_reading", &["recommendation_id", "text"]),
    ("corrigendum", &["recommendation_id", "text_after"]),
];

/// Numbers and references are given by each plan: the same one may mean two things.
const GIVEN_BY_THE_PLAN: [(&str, &str); 2] =
    [("action", "number"), ("recommendation", "reference")];

/// The sets of columns by which rows of a table are the same.
fn sets(shape: &TableShape) -> Vec<Vec<&str>> {
    let unique = shape.unique.iter().filter(|set| {
        !GIVEN_BY_THE_PLAN
            .iter()
            .any(|(table, column)| *table == shape.name && set.iter().any(|name| name == column))
    });
    let unique = unique.map(|set| set.iter().map(String::as_str).collect());
    let naming = NAMING
        .iter()
        .filter(|(table, _)| *table == shape.name)
        .map(|(_, set)| set.to_vec());
    unique.chain(naming).collect()
}

/// Rows by what names them.
pub(super) struct Keys<'s> {
    sets: Vec<Vec<&'s str>>,
    found: HashMap<(usize, String), String>,
}

impl<'s> Keys<'s> {
    pub(super) fn of(shape: &'s TableShape, here: &BTreeMap<String, Fields>) -> Self {
        let mut keys = Keys {
            sets: sets(shape),
            found: HashMap::new(),
        };
        // The living last: they are found before what was removed.
        for is_living in [false, true] {
            for (id, row) in here {
                if is_deleted(row) != is_living {
                    keys.enter(id, row);
                }
            }
        }
        keys
    }

    pub(super) fn enter(&mut self, id: &str, row: &Fields) {
        for (place, set) in self.sets.iter().enumerate() {
            if let Some(key) = key(set, row) {
                self.found.insert((place, key), id.to_owned());
            }
        }
    }

    /// The row here that is the same.
    pub(super) fn find(&self, row: &Fields) -> Option<&str> {
        let mut sets = self.sets.iter().enumerate();
        sets.find_map(|(place, set)| self.found.get(&(place, key(set, row)?)))
            .map(String::as_str)
    }
}

pub(super) fn is_deleted(row: &Fields) -> bool {
    row.get("deleted").and_then(Value::as_i64) == Some(1)
}

/// `None` where nothing of the set is said.
fn key(set: &[&str], row: &Fields) -> Option<String> {
    let mut parts = Vec::with_capacity(set.len());
    for name in set {
        parts.push(match row.get(*name) {
            None => String::new(),
            Some(Value::String(_)) if *name == "name" => fold(text_of(row, name)),
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        });
    }
    let says_something = parts.iter().any(|part| !part.is_empty());
    says_something.then(|| parts.join("\u{1f}"))
}
