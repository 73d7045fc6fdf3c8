//! Keeping the board true after a change: only the touched records are read again, so that an edit
//! in a plan of 250,000 recommendations costs what it does in one of 300.

use std::collections::BTreeSet;

use rusqlite::named_params;

use super::Board;
use super::index::Before;
use super::read::Scope;
use crate::base::Result;
use crate::dossier::{Reader, Touched};

/// Beyond so many touched rows reading the whole board is quicker.
const MOST_ROWS: usize = 400;

/// Records to be read again.
#[derive(Default)]
struct Dirty {
    recommendations: BTreeSet<String>,
    actions: BTreeSet<String>,
}

impl Board {
    /// Reads what an operation touched again; false where the whole board must be read (records came
    /// or went, or too many changed).
    ///
    /// # Errors
    /// The storage's own.
    pub fn refresh(&mut self, reader: &Reader<'_>, touched: &Touched) -> Result<bool> {
        if touched.rows.values().map(Vec::len).sum::<usize>() > MOST_ROWS {
            return Ok(false);
        }
        let Some(dirty) = self.dirty(reader, touched)? else {
            return Ok(false);
        };
        let mut before = Before::default();
        let mut to_sum: BTreeSet<usize> = BTreeSet::new();
        for id in &dirty.actions {
            let Some(place) = self.action_place(id) else {
                return Ok(false);
            };
            to_sum.extend(
                self.actions
                    .get(place)
                    .iter()
                    .flat_map(|action| &action.recommendations),
            );
            if !self.read_action_again(reader, id, place)? {
                return Ok(false);
            }
            to_sum.extend(
                self.actions
                    .get(place)
                    .iter()
                    .flat_map(|action| &action.recommendations),
            );
        }
        for id in &dirty.recommendations {
            let Some(place) = self.place(id) else {
                return Ok(false);
            };
            self.remember(place, &mut before);
            if !self.read_recommendation_again(reader, id, place)? {
                return Ok(false);
            }
            to_sum.insert(place);
        }
        for place in to_sum {
            self.remember(place, &mut before);
            self.sum_up(place);
        }
        self.reindex(before);
        Ok(true)
    }

    fn dirty(&self, reader: &Reader<'_>, touched: &Touched) -> Result<Option<Dirty>> {
        let mut dirty = Dirty::default();
        // Plain match on the tables of the schema; one that is not named here leaves the board as it is.
        for (table, ids) in &touched.rows {
            for id in ids {
                let owner = match table.as_str() {
                    "recommendation" => (Some(id.clone()), None),
                    "action" => (None, Some(id.clone())),
                    "recommendation_state"
                    | "recommendation_part"
                    | "recommendation_tag"
                    | "recommendation_cluster"
                    | "noted_pathway" => owners(
                        reader,
                        &format!("select recommendation_id, null from {table}"),
                        id,
                    )?,
                    "recommendation_link" => {
                        owners(reader, "select from_id, null from recommendation_link", id)?
                    }
                    "assignment" => owners(
                        reader,
                        "select recommendation_id, action_id from assignment",
                        id,
                    )?,
                    "action_recommendation" => owners(
                        reader,
                        "select recommendation_id, action_id from action_recommendation",
                        id,
                    )?,
                    // Their names order and label what the board shows.
                    "agency" | "cluster" => return Ok(None),
                    _ => (None, None),
                };
                dirty.recommendations.extend(owner.0);
                dirty.actions.extend(owner.1);
            }
        }
        Ok(Some(dirty))
    }

    fn read_action_again(&mut self, reader: &Reader<'_>, id: &str, place: usize) -> Result<bool> {
        let Some(fresh) = self.action_columns(reader, Scope::One(id))?.pop() else {
            return Ok(false);
        };
        let old = match self.actions.get_mut(place) {
            Some(entry) => std::mem::replace(entry, fresh),
            None => return Ok(false),
        };
        for linked in old.recommendations {
            if let Some(entry) = self.recommendations.get_mut(linked) {
                entry.actions.retain(|action| *action != place);
            }
        }
        self.add_links(reader, Scope::One(id), "l.action_id")?;
        self.add_assignments(reader, Scope::One(id), "s.action_id")?;
        Ok(true)
    }

    fn read_recommendation_again(
        &mut self,
        reader: &Reader<'_>,
        id: &str,
        place: usize,
    ) -> Result<bool> {
        let Some(fresh) = self.recommendation_columns(reader, Scope::One(id))?.pop() else {
            return Ok(false);
        };
        let old = match self.recommendations.get_mut(place) {
            Some(entry) => std::mem::replace(entry, fresh),
            None => return Ok(false),
        };
        for linked in old.actions {
            if let Some(action) = self.actions.get_mut(linked) {
                action.recommendations.retain(|other| *other != place);
            }
        }
        self.add_states(reader, Scope::One(id))?;
        self.add_tags(reader, Scope::One(id))?;
        self.add_marks(reader, Scope::One(id))?;
        self.add_links(reader, Scope::One(id), "l.recommendation_id")?;
        self.add_assignments(reader, Scope::One(id), "s.recommendation_id")?;
        Ok(true)
    }
}

/// The recommendation and the action a row belongs to, deleted or not.
fn owners(reader: &Reader<'_>, select: &str, id: &str) -> Result<(Option<String>, Option<String>)> {
    let found = reader.find(
        &format!("{select} where id = :id"),
        named_params! {":id": id},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(found.unwrap_or_default())
}
