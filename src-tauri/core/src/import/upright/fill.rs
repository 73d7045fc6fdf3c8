//! One row of the file and one of the plan: made where there is none, filled in where it says less,
//! never overwritten.

use serde_json::Value;

use super::NOW;
use super::here::Here;
use super::merge::{Fate, Merging, Step};
use crate::dossier::{Fields, TableShape, text_of};

/// Columns that differ from plan to plan without meaning anything.
const OWN_TO_A_PLAN: [&str; 9] = [
    "id",
    "place",
    "number",
    "reference",
    "sort_key",
    "text_fingerprint",
    "raw_text",
    "recorded_at",
    "imported_at",
];

impl Merging<'_> {
    /// Fills in what the plan's row does not say.
    pub(super) fn fill(
        &mut self,
        shape: &'static TableShape,
        id: &str,
        known: &Fields,
        row: &Fields,
    ) {
        let mut set = Fields::new();
        for column in &shape.columns {
            let name = column.name.as_str();
            let Some(value) = row.get(name).filter(|_| !OWN_TO_A_PLAN.contains(&name)) else {
                continue;
            };
            match known.get(name) {
                None => {
                    set.insert(name.to_owned(), value.clone());
                }
                Some(here) if here == value => {}
                Some(_) if self.takes(shape, name, known, row) => {
                    set.insert(name.to_owned(), value.clone());
                }
                Some(_) if self.settles_later(shape, name, row) => {}
                Some(here) => self.told.conflict(shape, id, name, here, value, known),
            }
        }
        if shape.name == "recommendation" {
            let position = known.get("position").or(set.get("position"));
            self.answers.stands(id, position.and_then(Value::as_str));
            self.told.met(id, known, &set);
        } else if !set.is_empty() {
            self.told.further(shape, row, id, true);
        }
        if !set.is_empty() {
            self.steps.push(Step {
                table: shape,
                id: Some(id.to_owned()),
                fields: set,
            });
        }
    }

    /// Where the file's word counts more than what stands here.
    fn takes(&self, shape: &TableShape, name: &str, known: &Fields, row: &Fields) -> bool {
        let is_set = |fields: &Fields, name: &str| fields.get(name) == Some(&Value::from(1));
        let confirmed = "action_category_confirmed";
        match (shape.name.as_str(), name) {
            // An empty plan takes title and language with everything else.
            ("profile", "title" | "language" | "mechanism_name") => self.is_whole,
            // What a person has confirmed stands before a suggestion.
            ("recommendation_tag", "confirmed") => is_set(row, name),
            ("recommendation", "action_category" | "action_category_confirmed") => {
                is_set(row, confirmed) && !is_set(known, confirmed)
            }
            _ => false,
        }
    }

    /// What is no contradiction: the history of answers is put together and tells the position; a
    /// suggestion does not stand against what is confirmed.
    fn settles_later(&self, shape: &TableShape, name: &str, row: &Fields) -> bool {
        let is_confirmed = row.get("action_category_confirmed") == Some(&Value::from(1));
        match (shape.name.as_str(), name) {
            // A plan that is not empty has its own title page.
            ("profile", _) => true,
            ("recommendation", "position") => !self.is_register,
            ("recommendation", "action_category" | "action_category_confirmed") => !is_confirmed,
            ("recommendation_tag", "confirmed") => true,
            // Which agency is named by its full name alone has no short one to give.
            ("agency", "short_name" | "kind") => self.is_register,
            ("assignment", "from_on") => text_of(row, name) == NOW,
            _ => false,
        }
    }

    /// Makes a row, or brings back the one of this id that was removed.
    pub(super) fn make(
        &mut self,
        shape: &'static TableShape,
        mut row: Fields,
        removed: Option<String>,
        here: &mut Here<'_>,
    ) -> Option<Fate> {
        if shape.name == "assignment" && here.has_lead_beside(&row) {
            self.told.lead_stays(&row);
            return None;
        }
        if shape.name == "position_entry" && !self.takes_answer(&row) {
            return None;
        }
        let file_id = text_of(&row, "id").to_owned();
        let id = removed.clone().unwrap_or(file_id);
        row.insert("id".to_owned(), id.clone().into());
        match shape.name.as_str() {
            "recommendation" => {
                let reference = here.free_reference(&row);
                let order = crate::recommendations::sort_key(&reference);
                row.insert("reference".to_owned(), reference.into());
                row.insert("sort_key".to_owned(), order.into());
                self.told.added(&id, &row);
            }
            "action" => {
                let number = row.get("number").and_then(Value::as_i64).unwrap_or(1);
                row.insert("number".to_owned(), here.free_number(number).into());
                self.told.further(shape, &row, &id, false);
            }
            _ => self.told.further(shape, &row, &id, false),
        }
        if shape.name == "position_entry" {
            self.answers.given(&row);
        }
        here.enter(&id, &row);
        self.steps.push(match removed {
            None => Step {
                table: shape,
                id: None,
                fields: row,
            },
            Some(_) => Step {
                table: shape,
                id: Some(id.clone()),
                fields: as_in_file(shape, row),
            },
        });
        Some(Fate {
            id,
            was_living: false,
        })
    }

    /// A register knows one answer and not when it was recorded: it stands only where there is none.
    fn takes_answer(&self, row: &Fields) -> bool {
        let is_dated = text_of(row, "recorded_at") != NOW;
        is_dated || !self.answers.has_answer(text_of(row, "recommendation_id"))
    }
}

/// Every field as the file has it, those it does not name emptied.
fn as_in_file(shape: &TableShape, row: Fields) -> Fields {
    let mut fields = Fields::new();
    for column in shape.columns.iter().filter(|column| column.name != "id") {
        let value = row.get(&column.name).cloned();
        match value {
            Some(value) => {
                fields.insert(column.name.clone(), value);
            }
            None if column.is_required => {}
            None => {
                fields.insert(column.name.clone(), Value::Null);
            }
        }
    }
    fields.insert("deleted".to_owned(), 0.into());
    fields
}
