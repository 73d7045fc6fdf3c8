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

/// Records read at a time where all are written anew.
const AT_ONCE: u32 = 5_000;

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
                let sql = format!("select recommendation_id from {table} where id = :id");
                for id in rows {
                    ids.extend(tx.find(&sql, named_params! {":id": id}, |row| {
                        row.get::<_, String>(0)
                    })?);
                }
            }
            _ => {}
        }
    }
    for id in ids {
        refresh(tx, &id)?;
    }
    Ok(())
}

fn refresh(tx: &Tx<'_>, id: &str) -> Result<()> {
    tx.execute(
        "delete from recommendation_search
         where rowid = (select key from recommendation where id = :id)",
        named_params! {":id": id},
    )?;
    let sql = format!("select {COLUMNS} from live_recommendation where id = :id");
    let Some(mut record) = tx.find(&sql, named_params! {":id": id}, worded)? else {
        return Ok(());
    };
    for (sql, is_state) in [
        (
            "select state from live_recommendation_state where recommendation_id = :id order by place",
            true,
        ),
        (
            "select text from live_translation where recommendation_id = :id order by language",
            false,
        ),
        (
            "select text from live_agreed_reading where recommendation_id = :id order by id",
            false,
        ),
    ] {
        for word in tx.rows(sql, named_params! {":id": id}, |row| {
            row.get::<_, String>(0)
        })? {
            record.add(&word, is_state);
        }
    }
    record.write(tx)
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
        let params = named_params! {":last": last, ":many": AT_ONCE};
        let mut records = tx.rows(&sql, params, worded)?;
        let Some(end) = records.last().map(|record| record.key) else {
            return Ok(());
        };
        add_from_tables(tx, last, end, &mut records)?;
        for record in &records {
            record.write(tx)?;
        }
        last = end;
    }
}

/// Adds what stands in other tables to the records with a key after `last` up to `end`.
fn add_from_tables(tx: &Tx<'_>, last: i64, end: i64, records: &mut [Worded]) -> Result<()> {
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
                "select t.recommendation_id, t.{column}
                 from live_recommendation r
                 join {table} t on t.recommendation_id = r.id
                 where r.key > :last and r.key <= :end
                 order by r.key, t.{order}"
            ),
            named_params! {":last": last, ":end": end},
            |row| {
                let place = places.get(row.get_ref(0)?.as_str()?);
                if let Some(record) = place.and_then(|place| records.get_mut(*place)) {
                    record.add(row.get_ref(1)?.as_str()?, is_state);
                }
                Ok(())
            },
        )?;
    }
    Ok(())
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
