//! The words under which a recommendation is found: its text in every language, its reference and
//! document, and the names of the States that made it. Both what is stored here and what is looked
//! for are folded ([`fold_words`]). Kept true inside every change, undo included.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Row, named_params};

use crate::base::Result;
use crate::base::text::fold_words;
use crate::dossier::{Remake, Touched, Tx};
use crate::reference::states;

/// The rules below. A change of them, or of [`fold_words`], is a new edition.
pub const REMAKE_WORDS: Remake = Remake {
    edition: "2",
    make: remake_words,
};

/// Records read and written at a time.
const AT_ONCE: usize = 5_000;

const COLUMNS: &str = "key, id, reference, text, document, paragraph, plain_text, note";

/// Writes the full text of every recommendation an operation touched anew.
///
/// # Errors
/// The storage's own.
pub fn refresh_words(tx: &Tx<'_>, touched: &Touched) -> Result<()> {
    let mut ids = BTreeSet::new();
    for (table, rows) in &touched.rows {
        match table.as_str() {
            "recommendation" => ids.extend(rows.iter().cloned()),
            "recommendation_state" | "translation" | "agreed_reading" => {
                ids.extend(spoken_of(tx, table, rows)?);
            }
            _ => {}
        }
    }
    let ids: Vec<&String> = ids.iter().collect();
    for ids in ids.chunks(AT_ONCE) {
        let list = serde_json::to_string(ids)?;
        tx.execute(
            "delete from recommendation_search
             where rowid in (
               select key from recommendation where id in (select value from json_each(:ids)))",
            named_params! {":ids": list},
        )?;
        let sql = format!(
            "select {COLUMNS}
             from live_recommendation
             where id in (select value from json_each(:ids))
             order by key"
        );
        write_all(tx, tx.rows(&sql, named_params! {":ids": list}, worded)?)?;
    }
    Ok(())
}

/// The recommendations of which these rows of a table say something.
fn spoken_of(tx: &Tx<'_>, table: &str, rows: &[String]) -> Result<Vec<String>> {
    let sql = format!(
        "select distinct recommendation_id
         from {table}
         where id in (select value from json_each(:rows))
         order by recommendation_id"
    );
    let rows = serde_json::to_string(rows)?;
    tx.rows(&sql, named_params! {":rows": rows}, |row| row.get(0))
}

/// Writes the full text of every recommendation anew.
fn remake_words(tx: &Tx<'_>) -> Result<()> {
    tx.execute(
        "insert into recommendation_search (recommendation_search) values ('delete-all')",
        [],
    )?;
    let mut last = 0;
    loop {
        let sql = format!(
            "select {COLUMNS} from live_recommendation where key > :last order by key limit :many"
        );
        let many = u32::try_from(AT_ONCE).unwrap_or(u32::MAX);
        let records = tx.rows(&sql, named_params! {":last": last, ":many": many}, worded)?;
        let Some(end) = records.last().map(|record| record.key) else {
            return Ok(());
        };
        write_all(tx, records)?;
        last = end;
    }
}

/// Writes records with what stands about them in other tables.
fn write_all(tx: &Tx<'_>, mut records: Vec<Worded>) -> Result<()> {
    let ids: Vec<&String> = records.iter().map(|record| &record.id).collect();
    let list = serde_json::to_string(&ids)?;
    let places: HashMap<String, usize> = records
        .iter()
        .enumerate()
        .map(|(place, record)| (record.id.clone(), place))
        .collect();
    for (table, column, order, is_state) in [
        ("live_recommendation_state", "state", "place", true),
        ("live_translation", "text", "language", false),
        ("live_agreed_reading", "text", "id", false),
    ] {
        tx.rows(
            &format!(
                "select recommendation_id, {column}
                 from {table}
                 where recommendation_id in (select value from json_each(:ids))
                 order by recommendation_id, {order}"
            ),
            named_params! {":ids": list},
            |row| {
                let place = places.get(row.get_ref(0)?.as_str()?);
                if let Some(record) = place.and_then(|place| records.get_mut(*place)) {
                    record.add(row.get_ref(1)?.as_str()?, is_state);
                }
                Ok(())
            },
        )?;
    }
    records.iter().try_for_each(|record| record.write(tx))
}

/// A record's words, as they come.
struct Worded {
    key: i64,
    id: String,
    reference: String,
    text: String,
    /// Everything but the verbatim text and the reference.
    more: String,
}

fn worded(row: &Row<'_>) -> rusqlite::Result<Worded> {
    let mut record = Worded {
        key: row.get(0)?,
        id: row.get(1)?,
        reference: row.get(2)?,
        text: row.get(3)?,
        more: String::new(),
    };
    for column in 4..8 {
        if let Some(word) = row.get_ref(column)?.as_str_or_null()? {
            record.add(word, false);
        }
    }
    Ok(record)
}

impl Worded {
    fn add(&mut self, word: &str, is_state: bool) {
        let state = is_state.then(|| states::by_iso3(word)).flatten();
        self.more.push_str(state.map_or(word, |state| &state.name));
        self.more.push('\n');
    }

    fn write(&self, tx: &Tx<'_>) -> Result<()> {
        tx.execute(
            "insert into recommendation_search (rowid, reference, text, facets)
             values (:key, :reference, :text, :more)",
            named_params! {
                ":key": self.key,
                ":reference": fold_words(&self.reference),
                ":text": fold_words(&self.text),
                ":more": fold_words(&self.more),
            },
        )?;
        Ok(())
    }
}
