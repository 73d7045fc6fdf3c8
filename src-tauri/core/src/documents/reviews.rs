//! What can be done with reviews.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::edit::{iso_day, symbol_of, take};
use super::{Review, ReviewKind, list};
use crate::base::patch::given;
use crate::base::word::word_of;
use crate::base::{Error, Result, date};
use crate::dossier::Tx;
use crate::people;
use crate::reference::{mechanisms, sessions};

/// A review to be entered.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct NewReview {
    /// What reviews of the mechanism usually are where absent.
    pub kind: Option<ReviewKind>,
    pub mechanism: String,
    pub body: Option<String>,
    pub cycle: Option<u32>,
    pub session: Option<u32>,
    pub held_on: Option<String>,
    pub until_on: Option<String>,
    pub adopted_on: Option<String>,
    pub next_due_on: Option<String>,
    pub document: Option<String>,
    pub note: Option<String>,
}

/// Enters a review; gives its id. Of a review of the UPR the cycle follows from the session, and the
/// session from the cycle.
///
/// # Errors
/// `mechanism-unknown`, `review-body-missing`, `review-known`, `date-not-understood`,
/// `dates-in-wrong-order`.
pub fn add_review(tx: &Tx<'_>, new: &NewReview) -> Result<String> {
    if mechanisms::by_code(&new.mechanism).is_none() {
        return Err(Error::person("mechanism-unknown").with("mechanism", &new.mechanism));
    }
    let kind = new
        .kind
        .unwrap_or_else(|| ReviewKind::of_mechanism(&new.mechanism));
    let id = tx.new_id();
    tx.execute(
        "insert into review (id, kind, mechanism) values (:id, :kind, :mechanism)",
        named_params! {":id": id, ":kind": word_of(&kind)?, ":mechanism": new.mechanism},
    )?;
    let patch = ReviewPatch {
        kind: Some(kind),
        body: Some(new.body.clone()),
        cycle: Some(new.cycle),
        session: Some(new.session),
        held_on: Some(new.held_on.clone()),
        until_on: Some(new.until_on.clone()),
        adopted_on: Some(new.adopted_on.clone()),
        next_due_on: Some(new.next_due_on.clone()),
        document: Some(new.document.clone()),
        note: Some(new.note.clone()),
    };
    edit_review(tx, &id, &patch)?;
    Ok(id)
}

/// Changed fields of a review; an absent field stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ReviewPatch {
    pub kind: Option<ReviewKind>,
    #[serde(deserialize_with = "given")]
    pub body: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub cycle: Option<Option<u32>>,
    #[serde(deserialize_with = "given")]
    pub session: Option<Option<u32>>,
    #[serde(deserialize_with = "given")]
    pub held_on: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub until_on: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub adopted_on: Option<Option<String>>,
    /// `null`: computed again.
    #[serde(deserialize_with = "given")]
    pub next_due_on: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub document: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    pub note: Option<Option<String>>,
}

/// Changes a review.
///
/// # Errors
/// As [`add_review`], `record-not-found`.
pub fn edit_review(tx: &Tx<'_>, id: &str, patch: &ReviewPatch) -> Result<()> {
    let mut review = list::get_review(tx, id)?;
    review.kind = patch.kind.unwrap_or(review.kind);
    take(&mut review.body, patch.body.as_ref());
    take(&mut review.note, patch.note.as_ref());
    review.cycle = patch.cycle.unwrap_or(review.cycle);
    review.session = patch.session.unwrap_or(review.session);
    for (field, new) in [
        (&mut review.held_on, &patch.held_on),
        (&mut review.until_on, &patch.until_on),
        (&mut review.adopted_on, &patch.adopted_on),
        (&mut review.next_due_on, &patch.next_due_on),
    ] {
        if let Some(new) = new {
            *field = iso_day(new.as_deref())?;
        }
    }
    if let Some(document) = &patch.document {
        let written = document.as_deref().filter(|text| !text.trim().is_empty());
        review.document = written.map(symbol_of).transpose()?;
    }
    complete(tx, &mut review)?;
    refuse_amiss(tx, &review)?;
    write(tx, &review)
}

fn write(tx: &Tx<'_>, review: &Review) -> Result<()> {
    tx.execute(
        "update review
         set kind = :kind, body = :body, cycle = :cycle, session = :session, held_on = :held_on,
             until_on = :until_on, adopted_on = :adopted_on, next_due_on = :next_due_on,
             document = :document, note = :note
         where id = :id",
        named_params! {
            ":id": review.id,
            ":kind": word_of(&review.kind)?,
            ":body": review.body,
            ":cycle": review.cycle,
            ":session": review.session,
            ":held_on": review.held_on,
            ":until_on": review.until_on,
            ":adopted_on": review.adopted_on,
            ":next_due_on": review.next_due_on,
            ":document": review.document,
            ":note": review.note,
        },
    )?;
    tx.name_with(
        "mechanism",
        review.body.as_ref().unwrap_or(&review.mechanism),
    );
    Ok(())
}

/// Cycle and session of the UPR follow from each other.
fn complete(tx: &Tx<'_>, review: &mut Review) -> Result<()> {
    if review.mechanism != "UPR" {
        return Ok(());
    }
    if let Some(session) = review.session {
        let cycle = sessions::cycle_of_session(session).map(u32::from);
        review.cycle = cycle.or(review.cycle);
    } else if let Some(cycle) = review.cycle {
        let state = people::get_profile(tx)?.state;
        let cycle = u8::try_from(cycle).ok();
        review.session = cycle.and_then(|cycle| sessions::session_of(&state, cycle));
    }
    Ok(())
}

fn refuse_amiss(tx: &Tx<'_>, review: &Review) -> Result<()> {
    date::refuse_wrong_order(review.held_on.as_deref(), review.until_on.as_deref())?;
    date::refuse_wrong_order(review.held_on.as_deref(), review.adopted_on.as_deref())?;
    if review.mechanism == "TB" && review.body.is_none() {
        return Err(Error::person("review-body-missing"));
    }
    let same = tx.count(
        "select count(*)
         from live_review
         where id <> :id and mechanism = :mechanism and body is :body and cycle is :cycle
           and session is :session and document is :document and held_on is :held_on",
        named_params! {
            ":id": review.id,
            ":mechanism": review.mechanism,
            ":body": review.body,
            ":cycle": review.cycle,
            ":session": review.session,
            ":document": review.document,
            ":held_on": review.held_on,
        },
    )?;
    match same {
        0 => Ok(()),
        _ => Err(Error::person("review-known").with(
            "mechanism",
            review.body.as_ref().unwrap_or(&review.mechanism),
        )),
    }
}

/// Takes a review out of the register; its documents and recommendations stay.
///
/// # Errors
/// `record-not-found`.
pub fn remove_review(tx: &Tx<'_>, id: &str) -> Result<()> {
    let review = list::get_review(tx, id)?;
    tx.execute(
        "update document set review_id = null where review_id = :id and deleted = 0",
        named_params! {":id": id},
    )?;
    tx.execute(
        "update review set deleted = 1 where id = :id",
        named_params! {":id": id},
    )?;
    tx.name_with(
        "mechanism",
        review.body.as_ref().unwrap_or(&review.mechanism),
    );
    Ok(())
}
