//! What a merge would do, told: the recommendations of the file one by one, the other rows counted,
//! what is kept as it stands here.

use std::collections::HashMap;

use serde_json::Value;

use super::merge::Counts;
use super::{MOST_TOLD, field_key, record_key};
use crate::base::{Problem, Severity};
use crate::dossier::{Fields, TableShape, text_of};
use crate::import::{FieldDifference, ImportKind, ImportRow};

pub(super) struct Told {
    problems: Vec<Problem>,
    conflicts: usize,
    /// Rows that are not taken: removed here, or hanging on something that is not taken.
    pub kept_out: usize,
    counts: Counts,
    rows: Vec<ImportRow>,
    /// Places in `rows` by id in the plan.
    places: HashMap<String, usize>,
    references: HashMap<String, String>,
    /// Names of what rows speak of, by id.
    names: HashMap<String, String>,
}

/// Columns of further rows that are shown beside their recommendation, by table.
const SHOWN: [(&str, &str); 3] = [
    ("recommendation_tag", "label"),
    ("recommendation_state", "state"),
    ("position_entry", "position"),
];

impl Told {
    pub(super) fn new(problems: Vec<Problem>) -> Self {
        Told {
            problems,
            conflicts: 0,
            kept_out: 0,
            counts: Counts::new(),
            rows: Vec::new(),
            places: HashMap::new(),
            references: HashMap::new(),
            names: HashMap::new(),
        }
    }

    /// What a row of this id is called.
    pub(super) fn named(&mut self, id: &str, name: &str) {
        if !name.is_empty() {
            self.names.insert(id.to_owned(), name.to_owned());
        }
    }

    /// A value as a person reads it: what an id stands for by its name.
    fn said(&self, value: &Value) -> String {
        let name = value.as_str().and_then(|id| self.names.get(id));
        name.cloned().unwrap_or_else(|| shown(value))
    }

    /// A recommendation the plan does not have.
    pub(super) fn added(&mut self, id: &str, row: &Fields) {
        self.record(ImportKind::Added, id, row, Vec::new());
    }

    /// A recommendation the plan has, and what is filled in.
    pub(super) fn met(&mut self, id: &str, known: &Fields, set: &Fields) {
        let differences: Vec<FieldDifference> = set
            .iter()
            .map(|(name, value)| FieldDifference {
                field: name.clone(),
                before: known.get(name).map(|value| self.said(value)),
                after: self.said(value),
            })
            .collect();
        let kind = match differences.is_empty() {
            true => ImportKind::Unchanged,
            false => ImportKind::Changed,
        };
        self.references
            .insert(id.to_owned(), text_of(known, "reference").to_owned());
        self.record(kind, id, known, differences);
    }

    /// A recommendation that could be several of the plan's.
    pub(super) fn duplicate(&mut self, row: &Fields, id: String) {
        self.problems.push(
            Problem::new(Severity::Warning, "upright-several-alike")
                .value(text_of(row, "text"))
                .with("reference", text_of(row, "reference")),
        );
        self.record(ImportKind::Duplicate, &id, row, Vec::new());
        self.places.remove(&id);
    }

    fn record(
        &mut self,
        kind: ImportKind,
        id: &str,
        row: &Fields,
        differences: Vec<FieldDifference>,
    ) {
        let is_known = kind != ImportKind::Added;
        self.places.insert(id.to_owned(), self.rows.len());
        let set = |name: &str| Some(text_of(row, name).to_owned()).filter(|text| !text.is_empty());
        self.rows.push(ImportRow {
            kind,
            row: None,
            id: is_known.then(|| id.to_owned()),
            reference: text_of(row, "reference").to_owned(),
            text: text_of(row, "text").to_owned(),
            recommending_states: Vec::new(),
            position: set("position"),
            differences,
        });
    }

    /// A row of another table, made or filled in.
    pub(super) fn further(
        &mut self,
        shape: &'static TableShape,
        row: &Fields,
        _id: &str,
        is_filled: bool,
    ) {
        let count = self.counts.entry(shape.name.as_str()).or_default();
        match is_filled {
            true => count.1 += 1,
            false => count.0 += 1,
        }
        let record = text_of(row, "recommendation_id");
        let Some(found) = self
            .places
            .get(record)
            .and_then(|at| self.rows.get_mut(*at))
        else {
            return;
        };
        if shape.name == "recommendation_state" {
            found
                .recommending_states
                .push(text_of(row, "state").to_owned());
        }
        if !matches!(found.kind, ImportKind::Changed | ImportKind::Unchanged) {
            return;
        }
        found.kind = ImportKind::Changed;
        let column = SHOWN.iter().find(|(table, _)| *table == shape.name);
        let (field, after) = match column {
            Some((_, "state")) => ("recommending_states".to_owned(), text_of(row, "state")),
            Some((_, "label")) => (text_of(row, "vocabulary").to_owned(), text_of(row, "label")),
            Some((_, column)) => ((*column).to_owned(), text_of(row, column)),
            None => (shape.name.clone(), ""),
        };
        found.differences.push(FieldDifference {
            field,
            before: None,
            after: after.to_owned(),
        });
    }

    /// The position that follows from the answers put together.
    pub(super) fn position(&mut self, id: &str, before: Option<&str>, after: &str) {
        let Some(found) = self.places.get(id).and_then(|at| self.rows.get_mut(*at)) else {
            return;
        };
        found
            .differences
            .retain(|difference| difference.field != "position");
        found.differences.push(FieldDifference {
            field: "position".to_owned(),
            before: before.map(str::to_owned),
            after: after.to_owned(),
        });
    }

    /// Both sides say something: the plan's word stands.
    pub(super) fn conflict(
        &mut self,
        shape: &TableShape,
        id: &str,
        name: &str,
        here: &Value,
        file: &Value,
        known: &Fields,
    ) {
        self.conflicts += 1;
        if self.conflicts > MOST_TOLD {
            return;
        }
        let of = |name: &str| Some(text_of(known, name)).filter(|text| !text.is_empty());
        let record = of("reference")
            .or(of("title"))
            .or(of("name"))
            .or(of("label"));
        let hangs_on = self.references.get(text_of(known, "recommendation_id"));
        let what = record.or(hangs_on.map(String::as_str)).unwrap_or(id);
        self.problems.push(
            Problem::new(Severity::Warning, "upright-kept-here")
                .value(self.said(file))
                .with("record_key", record_key(&shape.name))
                .with("what", what)
                .with("field_key", field_key(name))
                .with("here", self.said(here)),
        );
    }

    /// One lead at a time: the plan's stays.
    pub(super) fn lead_stays(&mut self, row: &Fields) {
        let reference = self.references.get(text_of(row, "recommendation_id"));
        self.problems.push(
            Problem::new(Severity::Warning, "upright-lead-stays")
                .with("reference", reference.map_or("", String::as_str)),
        );
    }

    pub(super) fn finish(mut self) -> (Vec<ImportRow>, Vec<Problem>) {
        if self.conflicts > MOST_TOLD {
            let more = self.conflicts - MOST_TOLD;
            self.problems.push(
                Problem::new(Severity::Warning, "upright-more-kept-here").with("count", more),
            );
        }
        for (table, (made, filled)) in self.counts {
            self.problems.push(
                Problem::new(Severity::Notice, "upright-brings")
                    .with("record_key", record_key(table))
                    .with("made", made)
                    .with("filled", filled),
            );
        }
        if self.kept_out > 0 {
            self.problems.push(
                Problem::new(Severity::Notice, "upright-kept-out").with("count", self.kept_out),
            );
        }
        (self.rows, self.problems)
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
