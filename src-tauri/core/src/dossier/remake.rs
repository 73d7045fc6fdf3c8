//! Derived tables (the full text) of another edition than this program's are made anew on opening.

use rusqlite::{OptionalExtension, named_params};

use super::change::Tx;
use super::open::{Dossier, OpenAs};
use crate::base::{Error, Result};

/// How derived tables are made anew from the records, and the edition of the rules for it: a plan
/// that was written under another edition is brought up to date once, on opening.
#[derive(Debug, Clone, Copy)]
pub struct Remake {
    pub edition: &'static str,
    pub make: fn(&Tx<'_>) -> Result<()>,
}

/// In `meta`: the edition of the rules by which the derived tables were made.
pub(super) const DERIVED_EDITION: &str = "derived_edition";

pub(super) fn edition_of(opening: &OpenAs) -> String {
    opening
        .remake
        .map_or_else(String::new, |remake| remake.edition.to_owned())
}

impl Dossier {
    /// Makes the derived tables anew where they are of another edition.
    pub(super) fn remake(&mut self, remake: Remake) -> Result<()> {
        let clock = self.clock;
        let Some(connection) = self.connection.as_mut() else {
            return Err(Error::file("plan-lost"));
        };
        let edition: Option<String> = connection
            .query_row(
                "select value from meta where key = :key",
                named_params! {":key": DERIVED_EDITION},
                |row| row.get(0),
            )
            .optional()?;
        if edition.as_deref() == Some(remake.edition) {
            return Ok(());
        }
        let transaction = connection.transaction()?;
        (remake.make)(&Tx::over(&transaction, &mut self.ids, clock))?;
        transaction.execute(
            "insert into meta (key, value) values (:key, :value)
             on conflict (key) do update set value = excluded.value",
            named_params! {":key": DERIVED_EDITION, ":value": remake.edition},
        )?;
        Ok(transaction.commit()?)
    }
}
