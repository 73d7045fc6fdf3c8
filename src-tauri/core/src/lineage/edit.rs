//! Making, taking out and refusing links.

use std::collections::BTreeSet;

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::LinkKind;
use super::moment::moment_of;
use crate::base::word::word_of;
use crate::base::{Error, Result};
use crate::dossier::{Reader, Tx};

/// A link to be made, or an offer to be refused.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct NewLink {
    /// The first of the kind's sentence: the later one of a follow-up.
    pub from_id: String,
    pub to_id: String,
    pub kind: LinkKind,
    /// 0 to 100, where the comparison of texts offered it.
    pub score: Option<u8>,
    pub note: Option<String>,
}

/// Several of them, made or refused as one step.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ManyLinks {
    pub links: Vec<NewLink>,
}

/// Makes links; gives how many are new. A link that is there already stays as it is.
///
/// # Errors
/// `selection-empty`, `record-not-found`, `link-to-itself`, `predecessor-not-earlier`,
/// `predecessor-undated`, `links-in-a-circle` (I21).
pub fn add_links(tx: &Tx<'_>, links: &[NewLink]) -> Result<u32> {
    if links.is_empty() {
        return Err(Error::person("selection-empty"));
    }
    let mut made = 0;
    for link in links {
        made += u32::from(add_link(tx, link)?);
    }
    tx.name_with("count", made);
    Ok(made)
}

fn add_link(tx: &Tx<'_>, link: &NewLink) -> Result<bool> {
    refuse_breach(tx, link)?;
    let (from, to) = ends(link);
    if decision_of(tx, from, to, link.kind)?.as_deref() == Some("accepted") {
        return Ok(false);
    }
    take_refusals_back(tx, link)?;
    write(tx, link, "accepted")?;
    Ok(true)
}

/// Refuses offers: none of them is offered again. Pairs that are linked stay so. Gives how many.
///
/// # Errors
/// `selection-empty`, `record-not-found`, `link-to-itself`.
pub fn reject_links(tx: &Tx<'_>, links: &[NewLink]) -> Result<u32> {
    if links.is_empty() {
        return Err(Error::person("selection-empty"));
    }
    let mut refused = 0;
    for link in links {
        refuse_strange_ends(tx, link)?;
        if is_decided(tx, &link.from_id, &link.to_id)? {
            continue;
        }
        write(tx, link, "rejected")?;
        refused += 1;
    }
    tx.name_with("count", refused);
    Ok(refused)
}

/// Takes links out, or refusals back; gives how many.
///
/// # Errors
/// `selection-empty`, `record-not-found`.
pub fn remove_links(tx: &Tx<'_>, ids: &[String]) -> Result<u32> {
    if ids.is_empty() {
        return Err(Error::person("selection-empty"));
    }
    for id in ids {
        let touched = tx.execute(
            "update recommendation_link set deleted = 1 where id = :id and deleted = 0",
            named_params! {":id": id},
        )?;
        if touched == 0 {
            return Err(Error::person("record-not-found").with("record", id));
        }
    }
    let count = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    tx.name_with("count", count);
    Ok(count)
}

fn write(tx: &Tx<'_>, link: &NewLink, decision: &str) -> Result<()> {
    let (from, to) = ends(link);
    let origin = if link.score.is_some() {
        "similarity"
    } else {
        "person"
    };
    tx.execute(
        "insert into recommendation_link (id, from_id, to_id, kind, decision, origin, score, note)
         values (:id, :from, :to, :kind, :decision, :origin, :score, :note)
         on conflict (from_id, to_id, kind) do update
         set decision = excluded.decision, origin = excluded.origin, score = excluded.score,
             note = excluded.note, deleted = 0",
        named_params! {
            ":id": tx.new_id(),
            ":from": from,
            ":to": to,
            ":kind": word_of(&link.kind)?,
            ":decision": decision,
            ":origin": origin,
            ":score": link.score.map(|score| score.min(100)),
            ":note": link.note.as_deref().map(str::trim).filter(|note| !note.is_empty()),
        },
    )?;
    Ok(())
}

/// The ends as they are stored: of what holds both ways the smaller id first, so that it is stored once.
fn ends(link: &NewLink) -> (&str, &str) {
    if link.kind.is_symmetric() && link.from_id > link.to_id {
        (&link.to_id, &link.from_id)
    } else {
        (&link.from_id, &link.to_id)
    }
}

fn refuse_strange_ends(reader: &Reader<'_>, link: &NewLink) -> Result<(String, String)> {
    let from = reference_of(reader, &link.from_id)?;
    let to = reference_of(reader, &link.to_id)?;
    if link.from_id == link.to_id {
        return Err(Error::person("link-to-itself").with("record", from));
    }
    Ok((from, to))
}

/// I21: nothing is its own predecessor, a predecessor is earlier, a lineage does not run in a circle.
fn refuse_breach(reader: &Reader<'_>, link: &NewLink) -> Result<()> {
    let (from, to) = refuse_strange_ends(reader, link)?;
    let told = |code: &str| {
        Error::person(code)
            .with("later", &from)
            .with("earlier", &to)
    };
    if link.kind == LinkKind::FollowUpOf {
        let later = moment_of(reader, &link.from_id)?;
        let earlier = moment_of(reader, &link.to_id)?;
        let is_before = earlier
            .zip(later)
            .map(|(earlier, later)| earlier.is_before(&later));
        match is_before.flatten() {
            Some(true) => {}
            Some(false) => return Err(told("predecessor-not-earlier")),
            None => return Err(told("predecessor-undated")),
        }
    }
    if link.kind.is_lineage() && leads_to(reader, &link.to_id, &link.from_id)? {
        return Err(told("links-in-a-circle"));
    }
    Ok(())
}

/// Whether one comes to `end` by going from record to predecessor.
fn leads_to(reader: &Reader<'_>, start: &str, end: &str) -> Result<bool> {
    let mut seen = BTreeSet::from([start.to_owned()]);
    let mut ahead = vec![start.to_owned()];
    while let Some(id) = ahead.pop() {
        if id == end {
            return Ok(true);
        }
        let before: Vec<String> = reader.rows(
            "select to_id
             from live_recommendation_link
             where from_id = :id and decision = 'accepted' and kind in ('follow_up_of', 'follows_from')
             order by to_id",
            named_params! {":id": id},
            |row| row.get(0),
        )?;
        ahead.extend(before.into_iter().filter(|id| seen.insert(id.clone())));
    }
    Ok(false)
}

fn reference_of(reader: &Reader<'_>, id: &str) -> Result<String> {
    let found = reader.find(
        "select reference from live_recommendation where id = :id",
        named_params! {":id": id},
        |row| row.get(0),
    )?;
    found.ok_or_else(|| Error::person("record-not-found").with("record", id))
}

fn decision_of(
    reader: &Reader<'_>,
    from: &str,
    to: &str,
    kind: LinkKind,
) -> Result<Option<String>> {
    reader.find(
        "select decision
         from live_recommendation_link
         where from_id = :from and to_id = :to and kind = :kind",
        named_params! {":from": from, ":to": to, ":kind": word_of(&kind)?},
        |row| row.get(0),
    )
}

/// Whether anything was decided about a pair, either way round.
fn is_decided(reader: &Reader<'_>, one: &str, other: &str) -> Result<bool> {
    let count = reader.count(
        "select count(*)
         from live_recommendation_link
         where (from_id = :one and to_id = :other) or (from_id = :other and to_id = :one)",
        named_params! {":one": one, ":other": other},
    )?;
    Ok(count > 0)
}

/// A pair that is linked after all is no longer refused.
fn take_refusals_back(tx: &Tx<'_>, link: &NewLink) -> Result<()> {
    tx.execute(
        "update recommendation_link
         set deleted = 1
         where decision = 'rejected' and deleted = 0
           and ((from_id = :one and to_id = :other) or (from_id = :other and to_id = :one))",
        named_params! {":one": link.from_id, ":other": link.to_id},
    )?;
    Ok(())
}
