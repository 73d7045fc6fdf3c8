//! What can be done: an import, in one transaction, one operation, one undo (I19).

use std::collections::BTreeMap;

use rusqlite::named_params;

use super::compare::{Difference, Mention, Outcome, compare, tags_of, takes_position};
use super::draft::Draft;
use super::list::result_of;
use super::national;
use super::result::ImportResult;
use super::upright;
use super::worker::Parsed;
use crate::base::{Progress, Result};
use crate::documents;
use crate::dossier::{Operation, Tx};
use crate::recommendations::{
    NewRecommendation, PositionGiven, add_answered, give_position, put_state, put_tag, sort_key,
};

/// The operation an import is in the history.
#[must_use]
pub fn operation(parsed: &Parsed) -> Operation {
    Operation::new("import_file")
        .from_file(&parsed.source.name)
        .with("file", &parsed.source.name)
}

/// Imports a file. Where it brings nothing new nothing is written, not even its name.
///
/// # Errors
/// `cancelled`; the storage's own. Then nothing of it stands in the plan.
pub fn apply(tx: &Tx<'_>, parsed: &Parsed, progress: &Progress) -> Result<ImportResult> {
    if let Some(own) = &parsed.own {
        return upright::apply(tx, parsed, own, progress);
    }
    let comparison = compare(tx, &parsed.reading)?;
    let mut result = result_of(tx, parsed, &comparison)?;
    let is_known = result.added + result.changed + result.sources == 0;
    if is_known && comparison.papers.is_empty() {
        return Ok(result);
    }
    let source = record_source(tx, parsed)?;
    let mut added: BTreeMap<&str, String> = BTreeMap::new();
    let total = u32::try_from(comparison.outcomes.len()).unwrap_or(u32::MAX);
    let drafts = parsed.reading.drafts.iter().zip(&comparison.national);
    let outcomes = drafts.zip(comparison.outcomes.iter().zip(&comparison.mentions));
    for (done, ((draft, national), (outcome, mention))) in (0_u32..).zip(outcomes) {
        if done.is_multiple_of(50) {
            progress.step(done, total)?;
        }
        let known = |at: &usize| comparison.register.records.get(*at);
        let id = match outcome {
            Outcome::Added(reference) => {
                let id = add(tx, draft, reference)?;
                added.insert(reference.as_str(), id.clone());
                Some(id)
            }
            Outcome::Changed(at, differences) => {
                let id = known(at).map(|known| known.record.id.clone());
                if let Some(id) = &id {
                    for difference in differences {
                        write(tx, id, draft, difference)?;
                    }
                }
                id
            }
            Outcome::Unchanged(at) if mention.is_news => {
                known(at).map(|known| known.record.id.clone())
            }
            Outcome::Unchanged(_) | Outcome::Duplicate(_) | Outcome::Unplaced => None,
        };
        if let Some(id) = id {
            for said in national {
                national::write(tx, &id, said)?;
            }
            link_source(tx, &id, &source, draft, mention)?;
        }
    }
    documents::register(tx, &comparison.papers)?;
    for row in result.rows.iter_mut().filter(|row| row.id.is_none()) {
        row.id = added.get(row.reference.as_str()).cloned();
    }
    tx.name_with("count", result.added + result.changed);
    Ok(result)
}

fn add(tx: &Tx<'_>, draft: &Draft, reference: &str) -> Result<String> {
    let new = NewRecommendation {
        mechanism: draft.mechanism.clone(),
        body: draft.body.clone(),
        year: draft.year,
        cycle: draft.cycle,
        session: draft.session,
        document: draft.document.clone(),
        paragraph: draft.paragraph.clone(),
        letter: draft.letter.clone(),
        text: draft.text.clone(),
        raw_text: Some(draft.raw.clone()),
        language: Some(draft.language.clone()),
        record_type: Some(draft.record_type),
        reference: Some(reference.to_owned()),
        action_category: draft.action_category,
        ..NewRecommendation::default()
    };
    let position = draft.position.as_ref().filter(|_| takes_position(draft));
    let answer = position.map(|position| answer(draft, position));
    let id = add_answered(tx, &new, answer.as_ref())?;
    for (place, state) in draft.states.iter().enumerate() {
        put_state(tx, &id, &state.iso3, place, state.position.as_deref())?;
    }
    for (vocabulary, label) in tags_of(draft) {
        put_tag(tx, &id, vocabulary, label, false)?;
    }
    Ok(id)
}

fn answer(draft: &Draft, position: &str) -> PositionGiven {
    PositionGiven {
        position: position.to_owned(),
        document: draft.position_document.clone(),
        paragraph: draft.position_paragraph.clone(),
        explanation: draft.explanation.clone(),
        ..PositionGiven::default()
    }
}

fn write(tx: &Tx<'_>, id: &str, draft: &Draft, difference: &Difference) -> Result<()> {
    match difference {
        Difference::Place {
            document,
            paragraph,
            reference,
        } => {
            tx.execute(
                "update recommendation
                 set document = :document, paragraph = :paragraph, reference = :reference,
                     sort_key = :sort_key, cycle = coalesce(cycle, :cycle),
                     session = coalesce(session, :session), year = coalesce(year, :year),
                     body = coalesce(body, :body)
                 where id = :id",
                named_params! {
                    ":id": id,
                    ":document": document,
                    ":paragraph": paragraph,
                    ":reference": reference,
                    ":sort_key": sort_key(reference),
                    ":cycle": draft.cycle,
                    ":session": draft.session,
                    ":year": draft.year,
                    ":body": draft.body,
                },
            )?;
        }
        Difference::State { iso3, position, .. } => {
            let place = place_of_state(tx, id, iso3)?;
            put_state(tx, id, iso3, place, position.as_deref())?;
        }
        Difference::Position(position) => give_position(tx, id, &answer(draft, position))?,
        Difference::Category(category) => {
            tx.execute(
                "update recommendation set action_category = :category where id = :id",
                named_params! {":id": id, ":category": category},
            )?;
        }
        Difference::Tag(vocabulary, label) => put_tag(tx, id, *vocabulary, label, false)?,
    }
    Ok(())
}

/// Its own place where the State is named already, else behind the last.
fn place_of_state(tx: &Tx<'_>, id: &str, iso3: &str) -> Result<usize> {
    let place = tx.count(
        "select coalesce(
           (select place from live_recommendation_state
            where recommendation_id = :id and state = :state),
           (select max(place) + 1 from live_recommendation_state where recommendation_id = :id),
           0)",
        named_params! {":id": id, ":state": iso3},
    )?;
    Ok(usize::try_from(place).unwrap_or_default())
}

/// The file's own record: once for its bytes, its format and the State.
fn record_source(tx: &Tx<'_>, parsed: &Parsed) -> Result<String> {
    let (source, reading) = (&parsed.source, &parsed.reading);
    let known = tx.find(
        "select id
         from live_source_file
         where sha256 = :sha256 and format = :format and state is :state
         order by id",
        named_params! {
            ":sha256": source.sha256,
            ":format": reading.format.code(),
            ":state": reading.state,
        },
        |row| row.get(0),
    )?;
    if let Some(id) = known {
        return Ok(id);
    }
    let id = tx.new_id();
    tx.execute(
        "insert into source_file (id, name, format, sha256, state, imported_at)
         values (:id, :name, :format, :sha256, :state, :imported_at)",
        named_params! {
            ":id": id,
            ":name": source.name,
            ":format": reading.format.code(),
            ":sha256": source.sha256,
            ":state": reading.state,
            ":imported_at": tx.clock().stamp(),
        },
    )?;
    Ok(id)
}

fn link_source(
    tx: &Tx<'_>,
    id: &str,
    source: &str,
    draft: &Draft,
    mention: &Mention,
) -> Result<()> {
    tx.execute(
        "insert into recommendation_source (
           id, recommendation_id, source_file_id, sheet, row, foreign_id, said)
         values (:link, :id, :source, :sheet, :row, :foreign_id, :said)
         on conflict (recommendation_id, source_file_id) do update
         set foreign_id = excluded.foreign_id, said = excluded.said, deleted = 0",
        named_params! {
            ":link": tx.new_id(),
            ":id": id,
            ":source": source,
            ":sheet": draft.sheet,
            ":row": draft.row,
            ":foreign_id": draft.foreign_id,
            ":said": mention.said,
        },
    )?;
    Ok(())
}
