//! Two histories of answers put together: the answer recorded last is the record's position (I4).

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::named_params;

use super::NOW;
use super::merge::{Merging, Step};
use crate::base::Result;
use crate::dossier::{Fields, Reader, content_shapes, text_of};

/// When an answer was recorded, under which id, and which it is.
type Entry = (String, String, String);

#[derive(Default)]
pub(super) struct Answers {
    /// The position of each record that stood here, where it has one.
    standing: BTreeMap<String, Option<String>>,
    /// Answers the file adds to records that stood here.
    added: BTreeMap<String, BTreeSet<Entry>>,
}

impl Answers {
    pub(super) fn stands(&mut self, id: &str, position: Option<&str>) {
        self.standing
            .insert(id.to_owned(), position.map(str::to_owned));
    }

    pub(super) fn has_answer(&self, id: &str) -> bool {
        self.standing.get(id).is_some_and(Option::is_some)
    }

    /// An answer the file adds; one to a part says nothing about the whole.
    pub(super) fn given(&mut self, row: &Fields) {
        let id = text_of(row, "recommendation_id");
        if self.standing.contains_key(id) && row.get("part_id").is_none() {
            let entry = entry_of(row);
            self.added.entry(id.to_owned()).or_default().insert(entry);
        }
    }
}

fn entry_of(row: &Fields) -> Entry {
    let of = |name| text_of(row, name).to_owned();
    (of("recorded_at"), of("id"), of("position"))
}

impl Merging<'_> {
    /// Where the file's answer was recorded after the plan's last one, it becomes the position.
    pub(super) fn settle_answers(&mut self) -> Result<()> {
        let shapes = content_shapes()?.iter();
        let Some(table) = shapes
            .into_iter()
            .find(|shape| shape.name == "recommendation")
        else {
            return Ok(());
        };
        for (id, entries) in std::mem::take(&mut self.answers.added) {
            let last_here = last_answer(self.reader, &id)?;
            let Some(newest) = entries.into_iter().max() else {
                continue;
            };
            let standing = self.answers.standing.get(&id).cloned().flatten();
            let is_later = newest.0 == NOW || last_here.is_none_or(|last| last < newest);
            if is_later && standing.as_ref() != Some(&newest.2) {
                self.told.position(&id, standing.as_deref(), &newest.2);
                self.steps.push(Step {
                    table,
                    id: Some(id),
                    fields: [("position".to_owned(), newest.2.into())]
                        .into_iter()
                        .collect(),
                });
            }
        }
        Ok(())
    }
}

/// The answer to the whole of a record that was recorded last.
fn last_answer(reader: &Reader<'_>, id: &str) -> Result<Option<Entry>> {
    reader.find(
        "select recorded_at, id, position
         from live_position_entry
         where recommendation_id = :id and part_id is null
         order by recorded_at desc, id desc
         limit 1",
        named_params! {":id": id},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}
