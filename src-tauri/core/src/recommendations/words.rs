//! The words under which a recommendation is found: its text, its reference and document, and the
//! names of the States that made it. Kept true inside every change, undo included.

use rusqlite::named_params;

use crate::base::Result;
use crate::dossier::{Touched, Tx};
use crate::reference::states;

/// Writes the full text of every recommendation an operation touched anew.
///
/// # Errors
/// The storage's own.
pub fn refresh_words(tx: &Tx<'_>, touched: &Touched) -> Result<()> {
    let mut ids: Vec<String> = touched
        .rows
        .get("recommendation")
        .cloned()
        .unwrap_or_default();
    for state_id in touched
        .rows
        .get("recommendation_state")
        .into_iter()
        .flatten()
    {
        ids.extend(tx.find(
            "select recommendation_id from recommendation_state where id = :id",
            named_params! {":id": state_id},
            |row| row.get::<_, String>(0),
        )?);
    }
    ids.sort();
    ids.dedup();
    for id in ids {
        refresh(tx, &id)?;
    }
    Ok(())
}

fn refresh(tx: &Tx<'_>, id: &str) -> Result<()> {
    let found = tx.find(
        "select key, reference, text, document, paragraph, deleted
         from recommendation
         where id = :id",
        named_params! {":id": id},
        |row| {
            let parts: (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let more: (Option<String>, Option<String>, bool) =
                (row.get(3)?, row.get(4)?, row.get(5)?);
            Ok((parts, more))
        },
    )?;
    let Some(((key, reference, text), (document, paragraph, is_deleted))) = found else {
        return Ok(());
    };
    tx.execute(
        "delete from recommendation_search where rowid = :key",
        named_params! {":key": key},
    )?;
    if is_deleted {
        return Ok(());
    }
    let mut facets = tx
        .rows(
            "select state
             from live_recommendation_state
             where recommendation_id = :id
             order by place",
            named_params! {":id": id},
            |row| row.get::<_, String>(0),
        )?
        .iter()
        .map(|code| states::by_iso3(code).map_or(code.clone(), |state| state.name.to_owned()))
        .collect::<Vec<_>>();
    facets.extend(document);
    facets.extend(paragraph);
    tx.execute(
        "insert into recommendation_search (rowid, reference, text, facets)
         values (:key, :reference, :text, :facets)",
        named_params! {
        ":key": key, ":reference": reference, ":text": text, ":facets": facets.join(" ")},
    )?;
    Ok(())
}
