//! What the plan holds of one table, while rows of a file are held against it.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value;

use super::NOW;
use super::identity::{Keys, is_deleted};
use crate::base::Result;
use crate::dossier::{Fields, Reader, TableShape, text_of};

pub(super) struct Here<'s> {
    pub rows: BTreeMap<String, Fields>,
    keys: Keys<'s>,
    references: HashSet<String>,
    numbers: HashSet<i64>,
    /// Who holds which role on what, whenever.
    roles: HashMap<String, String>,
    /// From when to when somebody leads, by record.
    leads: HashMap<String, Vec<(String, String)>>,
}

impl<'s> Here<'s> {
    pub(super) fn load(reader: &Reader<'_>, shape: &'s TableShape) -> Result<Self> {
        let rows = reader.rows_by_id(shape)?;
        let keys = Keys::of(shape, &rows);
        let living = || rows.values().filter(|row| !is_deleted(row));
        let references = living().map(|row| text_of(row, "reference").to_owned());
        let numbers = living().filter_map(|row| row.get("number").and_then(Value::as_i64));
        let mut leads = HashMap::new();
        living().for_each(|row| enter_lead(&mut leads, row));
        let roles = living().map(|row| (role(row), text_of(row, "id").to_owned()));
        Ok(Here {
            roles: roles.collect(),
            leads,
            references: references.collect(),
            numbers: numbers.collect(),
            keys,
            rows,
        })
    }

    /// The row here that is the same as one of the file with another id.
    pub(super) fn same(&self, row: &Fields) -> Option<String> {
        // A register does not say since when a role is held: whoever has it, has it.
        let held = (text_of(row, "from_on") == NOW).then(|| self.roles.get(&role(row)));
        let same = held.flatten().map(String::as_str);
        same.or_else(|| self.keys.find(row)).map(str::to_owned)
    }

    /// A reference nobody here has: that of the file, with its document, or with a number.
    pub(super) fn free_reference(&mut self, row: &Fields) -> String {
        let first = text_of(row, "reference").to_owned();
        let document = text_of(row, "document");
        let beside = (!document.is_empty()).then(|| format!("{first} ({document})"));
        let numbered = (2_u32..).map(|number| format!("{first} ({number})"));
        let reference = std::iter::once(first.clone())
            .chain(beside)
            .chain(numbered)
            .find(|reference| !self.references.contains(reference))
            .unwrap_or(first);
        self.references.insert(reference.clone());
        reference
    }

    /// The number of the file where it is free, else the next one here.
    pub(super) fn free_number(&mut self, number: i64) -> i64 {
        let free = match self.numbers.contains(&number) {
            true => self
                .numbers
                .iter()
                .max()
                .copied()
                .unwrap_or(0)
                .saturating_add(1),
            false => number,
        };
        self.numbers.insert(free);
        free
    }

    /// Enters a row that is made.
    pub(super) fn enter(&mut self, id: &str, row: &Fields) {
        self.keys.enter(id, row);
        self.rows.insert(id.to_owned(), row.clone());
        enter_lead(&mut self.leads, row);
    }

    /// Whether somebody here leads the same record in the same time.
    pub(super) fn has_lead_beside(&self, row: &Fields) -> bool {
        let (from, to) = period(row);
        let is_before_end = |from: &str, to: &str| to.is_empty() || from <= to;
        let others = self.leads.get(&subject(row));
        is_lead(row)
            && others.is_some_and(|others| {
                others
                    .iter()
                    .any(|(begin, end)| is_before_end(begin, &to) && is_before_end(&from, end))
            })
    }
}

fn is_lead(row: &Fields) -> bool {
    text_of(row, "role") == "lead"
}

fn role(row: &Fields) -> String {
    let of = |name| text_of(row, name);
    format!("{} {} {}", subject(row), of("agency_id"), of("role"))
}

fn subject(row: &Fields) -> String {
    let of = |name| text_of(row, name);
    format!("{} {}", of("recommendation_id"), of("action_id"))
}

fn period(row: &Fields) -> (String, String) {
    let of = |name| text_of(row, name).to_owned();
    (of("from_on"), of("to_on"))
}

fn enter_lead(leads: &mut HashMap<String, Vec<(String, String)>>, row: &Fields) {
    if is_lead(row) {
        leads.entry(subject(row)).or_default().push(period(row));
    }
}
