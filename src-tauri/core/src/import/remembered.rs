//! What the plan remembers about tables: how columns were understood, and what values mean that no
//! vocabulary knows. Written in the import's own operation, so that one Undo forgets both.

use rusqlite::named_params;

use super::table::{
    AnsweredField, ColumnMeaning, TableStudy, TableWish, UnknownValue, ValueAnswer, same,
};
use crate::base::Result;
use crate::base::text::fold;
use crate::base::word::{from_word, word_of};
use crate::dossier::{Reader, Tx};
use crate::people;

/// How the columns under these headings were understood before.
///
/// # Errors
/// The storage's own.
pub fn find_mapping(reader: &Reader<'_>, headings: &str) -> Result<Option<Vec<ColumnMeaning>>> {
    let stored: Option<String> = reader.find(
        "select mapping
         from live_import_mapping
         where headers = :headings
         order by id",
        named_params! {":headings": headings},
        |row| row.get(0),
    )?;
    // A mapping written by a later program may hold meanings this one does not know: found anew.
    Ok(stored.and_then(|mapping| serde_json::from_str(&mapping).ok()))
}

/// Every answer given before.
///
/// # Errors
/// The storage's own.
pub fn list_answers(reader: &Reader<'_>) -> Result<Vec<ValueAnswer>> {
    reader.rows(
        "select field, value, meaning
         from live_import_answer
         order by field, value",
        [],
        |row| {
            Ok(ValueAnswer {
                field: from_word(row, 0)?,
                value: row.get(1)?,
                meaning: row.get(2)?,
            })
        },
    )
}

/// Fills a wish with how the columns were understood before, where the person has not said it; says
/// whether there was anything to remember.
///
/// # Errors
/// The storage's own.
pub fn recall(reader: &Reader<'_>, wish: &mut TableWish, study: &TableStudy) -> Result<bool> {
    if wish.columns.is_some() {
        return Ok(false);
    }
    wish.columns = match find_mapping(reader, &study.headings)? {
        Some(columns) => Some(columns),
        None => find_mapping(reader, &study.headings_before_last)?,
    };
    Ok(wish.columns.is_some())
}

/// Adds the answers of the plan that concern values of the file; what the person says now stands.
/// Agencies the plan has under the name in the file need no answer.
///
/// # Errors
/// The storage's own.
pub fn recall_answers(
    reader: &Reader<'_>,
    wish: &mut TableWish,
    study: &mut TableStudy,
) -> Result<()> {
    let agencies = people::list_agencies(reader)?;
    let is_known = |unknown: &UnknownValue| {
        let name = fold(&unknown.value);
        let mut names = agencies
            .iter()
            .flat_map(|agency| [&agency.name, &agency.short_name]);
        unknown.field == AnsweredField::Agency && names.any(|known| fold(known) == name)
    };
    study.unknown.retain(|unknown| !is_known(unknown));
    let answers = list_answers(reader)?;
    for unknown in &mut study.unknown {
        let key = same(&unknown.value);
        let mut known = answers.iter();
        let known = known.find(|known| known.field == unknown.field && known.value == key);
        if let (None, Some(known)) = (&unknown.answer, known) {
            unknown.answer = Some(known.meaning.clone());
            wish.answers.push(known.clone());
        }
    }
    Ok(())
}

/// Keeps the mapping and the answers of an import.
///
/// # Errors
/// The storage's own.
pub fn remember(
    tx: &Tx<'_>,
    name: &str,
    study: &TableStudy,
    answers: &[ValueAnswer],
) -> Result<()> {
    let columns: Vec<ColumnMeaning> = study
        .columns
        .iter()
        .map(|column| ColumnMeaning {
            column: column.column,
            meaning: column.meaning,
        })
        .collect();
    let mapping = serde_json::to_string(&columns)?;
    let known = find_mapping(tx, &study.headings)?;
    if known.as_ref() != Some(&columns) {
        tx.execute(
            "update import_mapping set deleted = 1 where headers = :headings and deleted = 0",
            named_params! {":headings": study.headings},
        )?;
        tx.execute(
            "insert into import_mapping (id, name, headers, mapping)
             values (:id, :name, :headings, :mapping)",
            named_params! {
                ":id": tx.new_id(),
                ":name": name,
                ":headings": study.headings,
                ":mapping": mapping,
            },
        )?;
    }
    for answer in answers {
        remember_answer(tx, answer.field, &same(&answer.value), &answer.meaning)?;
    }
    Ok(())
}

fn remember_answer(tx: &Tx<'_>, field: AnsweredField, value: &str, meaning: &str) -> Result<()> {
    if value.is_empty() {
        return Ok(());
    }
    let field = word_of(&field)?;
    let changed = tx.execute(
        "update import_answer
         set meaning = :meaning
         where field = :field and value = :value and deleted = 0 and meaning <> :meaning",
        named_params! {":field": field, ":value": value, ":meaning": meaning},
    )?;
    let known = tx.count(
        "select count(*) from live_import_answer where field = :field and value = :value",
        named_params! {":field": field, ":value": value},
    )?;
    if changed == 0 && known == 0 {
        tx.execute(
            "insert into import_answer (id, field, value, meaning)
             values (:id, :field, :value, :meaning)",
            named_params! {
                ":id": tx.new_id(),
                ":field": field,
                ":value": value,
                ":meaning": meaning,
            },
        )?;
    }
    Ok(())
}
