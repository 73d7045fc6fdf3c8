//! What can be asked about documents and reviews.

use rusqlite::{Row, named_params};

use super::{Document, Review};
use crate::base::word::from_word;
use crate::base::{Error, Result};
use crate::dossier::Reader;
use crate::reference::symbols;

const DOCUMENT: &str = "
    d.id, d.symbol, d.kind, d.title, d.published_on, d.language, d.review_id, d.note,
    (select count(*) from live_recommendation r where r.document = d.symbol)";

/// A recommendation belongs to a review by its document; where the review has none, by mechanism,
/// body, cycle and session.
const REVIEW: &str = "
    v.id, v.kind, v.mechanism, v.body, v.cycle, v.session, v.held_on, v.until_on, v.adopted_on,
    v.next_due_on, v.document, v.note,
    (select count(*)
     from live_recommendation r
     where case
       when v.mechanism = 'UPR' then r.mechanism = 'UPR' and r.session is v.session
         and r.cycle is v.cycle
       when v.document is not null then r.document = v.document
       else r.mechanism = v.mechanism and r.body is v.body and r.session is v.session
     end)";

/// Every document of the register, and those that only records name, by symbol.
///
/// # Errors
/// The storage's own.
pub fn list_documents(reader: &Reader<'_>) -> Result<Vec<Document>> {
    let mut found = reader.rows(
        &format!("select {DOCUMENT} from live_document d order by d.symbol"),
        [],
        document,
    )?;
    found.extend(reader.rows(
        "select null, r.document, '', null, null, null, null, null, count(*)
         from live_recommendation r
         where r.document is not null
           and not exists (select 1 from live_document d where d.symbol = r.document)
         group by r.document
         order by r.document",
        [],
        document,
    )?);
    found.sort_by(|one, other| one.symbol.cmp(&other.symbol));
    Ok(found)
}

/// One document of the register.
///
/// # Errors
/// `record-not-found`.
pub fn get_document(reader: &Reader<'_>, id: &str) -> Result<Document> {
    let found = reader.find(
        &format!("select {DOCUMENT} from live_document d where d.id = :id"),
        named_params! {":id": id},
        document,
    )?;
    found.ok_or_else(|| Error::person("record-not-found").with("record", id))
}

/// Every review, the newest first.
///
/// # Errors
/// The storage's own.
pub fn list_reviews(reader: &Reader<'_>) -> Result<Vec<Review>> {
    reader.rows(
        &format!(
            "select {REVIEW}
             from live_review v
             left join live_document d on d.symbol = v.document
             order by coalesce(v.held_on, v.adopted_on, d.published_on) desc, v.session desc,
                      v.mechanism, v.body, v.id"
        ),
        [],
        review,
    )
}

/// One review.
///
/// # Errors
/// `record-not-found`.
pub fn get_review(reader: &Reader<'_>, id: &str) -> Result<Review> {
    let found = reader.find(
        &format!("select {REVIEW} from live_review v where v.id = :id"),
        named_params! {":id": id},
        review,
    )?;
    found.ok_or_else(|| Error::person("record-not-found").with("record", id))
}

fn document(row: &Row<'_>) -> rusqlite::Result<Document> {
    let symbol: String = row.get(1)?;
    let parsed = symbols::parse(&symbol);
    let stored: String = row.get(2)?;
    let of_symbol = || parsed.as_ref().map(|parsed| parsed.kind.clone());
    let kind = Some(stored)
        .filter(|kind| !kind.is_empty())
        .or_else(of_symbol);
    Ok(Document {
        id: row.get(0)?,
        kind: kind.unwrap_or_else(|| "other".to_owned()),
        title: row.get(3)?,
        published_on: row.get(4)?,
        language: row.get(5)?,
        review_id: row.get(6)?,
        note: row.get(7)?,
        recommendations: row.get(8)?,
        parsed,
        symbol,
    })
}

fn review(row: &Row<'_>) -> rusqlite::Result<Review> {
    Ok(Review {
        id: row.get(0)?,
        kind: from_word(row, 1)?,
        mechanism: row.get(2)?,
        body: row.get(3)?,
        cycle: row.get(4)?,
        session: row.get(5)?,
        held_on: row.get(6)?,
        until_on: row.get(7)?,
        adopted_on: row.get(8)?,
        next_due_on: row.get(9)?,
        document: row.get(10)?,
        note: row.get(11)?,
        recommendations: row.get(12)?,
    })
}
