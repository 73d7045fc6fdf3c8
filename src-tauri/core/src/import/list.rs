//! What can be asked: what an import would do.

use super::compare::{Comparison, Difference, Outcome, compare};
use super::draft::Draft;
use super::national::National;
use super::result::{FieldDifference, ImportKind, ImportResult, ImportRow};
use super::upright;
use super::worker::Parsed;
use crate::base::word::word_of;
use crate::base::{Problem, Result, Severity};
use crate::dossier::Reader;
use crate::people;
use crate::recommendations::Recommendation;

/// Says what the import of a file would do to the plan.
///
/// # Errors
/// The storage's own.
pub fn preview(reader: &Reader<'_>, parsed: &Parsed) -> Result<ImportResult> {
    if let Some(own) = &parsed.own {
        return upright::preview(reader, parsed, own);
    }
    let comparison = compare(reader, &parsed.reading)?;
    result_of(reader, parsed, &comparison)
}

pub(super) fn result_of(
    reader: &Reader<'_>,
    parsed: &Parsed,
    comparison: &Comparison,
) -> Result<ImportResult> {
    let reading = &parsed.reading;
    let mut rows = Vec::with_capacity(comparison.outcomes.len());
    let outcomes = reading.drafts.iter().zip(&comparison.outcomes);
    for ((draft, outcome), national) in outcomes.zip(&comparison.national) {
        if *outcome != Outcome::Unplaced {
            let mut row = row_of(draft, outcome, comparison)?;
            for said in national {
                row.differences.push(shown_beside(said)?);
            }
            rows.push(row);
        }
    }
    for known in comparison
        .withdrawn
        .iter()
        .filter_map(|at| comparison.register.records.get(*at))
    {
        rows.push(row_of_record(ImportKind::Withdrawn, &known.record));
    }
    let mut problems = reading.problems.clone();
    problems.extend(comparison.problems.iter().cloned());
    problems.extend(other_state(reader, reading.state.as_deref())?);
    Ok(ImportResult::of(
        parsed,
        rows,
        problems,
        comparison.new_sources(),
    ))
}

fn shown_beside(said: &National) -> Result<FieldDifference> {
    let (field, after) = said.shown()?;
    Ok(FieldDifference {
        field: field.to_owned(),
        before: None,
        after,
    })
}

/// Recommendations to another State than the plan's are taken where a person asked for them, and
/// pointed out.
pub(super) fn other_state(reader: &Reader<'_>, state: Option<&str>) -> Result<Option<Problem>> {
    let plan = people::get_profile(reader)?.state;
    Ok(state.filter(|state| *state != plan).map(|state| {
        Problem::new(Severity::Notice, "import-state-of-another-plan")
            .with("state", state)
            .with("plan", plan)
    }))
}

fn row_of(draft: &Draft, outcome: &Outcome, comparison: &Comparison) -> Result<ImportRow> {
    let (kind, at, differences) = match outcome {
        Outcome::Added(_) => (ImportKind::Added, None, [].as_slice()),
        Outcome::Changed(at, differences) => {
            (ImportKind::Changed, Some(at), differences.as_slice())
        }
        Outcome::Unchanged(at) => (ImportKind::Unchanged, Some(at), [].as_slice()),
        Outcome::Duplicate(at) => (ImportKind::Duplicate, Some(at), [].as_slice()),
        Outcome::Unplaced => (ImportKind::Duplicate, None, [].as_slice()),
    };
    let record = at
        .and_then(|at| comparison.register.records.get(*at))
        .map(|known| &known.record);
    let reference = match (outcome, record) {
        (Outcome::Added(reference), _) => reference.clone(),
        (_, Some(record)) => record.reference.clone(),
        (_, None) => String::new(),
    };
    let differences: Result<Vec<FieldDifference>> = differences
        .iter()
        .map(|difference| shown(difference, record))
        .collect();
    Ok(ImportRow {
        kind,
        row: Some(draft.row),
        id: record.map(|record| record.id.clone()),
        reference,
        text: record
            .filter(|_| draft.is_answer)
            .map_or_else(|| draft.text.clone(), |record| record.text.clone()),
        recommending_states: draft
            .states
            .iter()
            .map(|state| state.iso3.clone())
            .collect(),
        position: draft.position.clone(),
        differences: differences?,
    })
}

fn row_of_record(kind: ImportKind, record: &Recommendation) -> ImportRow {
    ImportRow {
        kind,
        row: None,
        id: Some(record.id.clone()),
        reference: record.reference.clone(),
        text: record.text.clone(),
        recommending_states: record.recommending_states.clone(),
        position: record.position.clone(),
        differences: Vec::new(),
    }
}

fn shown(difference: &Difference, record: Option<&Recommendation>) -> Result<FieldDifference> {
    let (field, before, after) = match difference {
        Difference::Place {
            document,
            paragraph,
            ..
        } => {
            let before = record.and_then(|record| record.paragraph.clone());
            let document = document.as_deref().unwrap_or_default();
            let after = format!("{document} {paragraph}").trim().to_owned();
            ("paragraph".to_owned(), before, after)
        }
        Difference::State {
            iso3,
            position,
            before,
        } => {
            let after = match position {
                Some(position) => format!("{iso3}: {position}"),
                None => iso3.clone(),
            };
            ("recommending_states".to_owned(), before.clone(), after)
        }
        Difference::Position(position) => {
            let before = record.and_then(|record| record.position.clone());
            ("position".to_owned(), before, position.clone())
        }
        Difference::Category(category) => {
            let before = record.and_then(|record| record.action_category);
            let before = before.map(|category| category.to_string());
            ("action_category".to_owned(), before, category.to_string())
        }
        Difference::Tag(vocabulary, label) => (word_of(vocabulary)?, None, label.clone()),
    };
    Ok(FieldDifference {
        field,
        before,
        after,
    })
}
