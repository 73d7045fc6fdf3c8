//! The snapshot: a few scans under the reader, then nothing more is asked of the plan.

use std::collections::{BTreeMap, BTreeSet};

use super::{ActionLine, AgencyName, ProgressData, RecommendationLine, filter_words};
use crate::assignments::{Role, SubjectKind, list_assignments};
use crate::base::{Result, date};
use crate::clusters::list_clusters;
use crate::dossier::Reader;
use crate::figures::board::{ActionEntry, Board, Entry};
use crate::figures::{actions_in, summary};
use crate::people::{get_profile, list_agencies};
use crate::plan::{Action, list_actions};
use crate::recommendations::{Recommendation, list_recommendations};
use crate::reports::labels;
use crate::search::{Filter, Query, View};

/// Gathers what the report says about the recommendations `filter` means, and their actions; about
/// all actions where it means the whole plan.
///
/// # Errors
/// The storage's own.
pub fn gather(reader: &Reader<'_>, board: &Board, filter: &Filter) -> Result<ProgressData> {
    let query = Query {
        filter: filter.clone(),
        ..Query::default()
    };
    let view = View::of(reader, board, &query)?;
    let is_whole = *filter == Filter::default();
    let entries: Vec<&Entry> = view
        .places
        .iter()
        .filter_map(|place| board.recommendations.get(*place))
        .collect();
    let profile = get_profile(reader)?;
    let clusters = list_clusters(reader)?;
    let agencies = list_agencies(reader)?;
    let names: BTreeMap<&str, &str> = agencies
        .iter()
        .map(|agency| (agency.id.as_str(), agency.short_name.as_str()))
        .collect();
    let numbers = Numbers::of(reader)?;
    Ok(ProgressData {
        title: profile.title,
        state: labels::state(&profile.state),
        mechanism: profile.mechanism_name,
        as_at: board.today,
        filter: filter_words::parts(filter, &clusters, &agencies),
        recommendations_in_plan: whole(board.recommendations.len()),
        actions_in_plan: whole(board.actions.len()),
        summary: summary(
            board,
            (!is_whole).then_some(view.places.as_slice()),
            &clusters,
            &agencies,
        ),
        recommendations: recommendation_lines(reader, board, &entries, &names, &numbers)?,
        actions: action_lines(&actions_in(board, &entries, is_whole), &names, &numbers),
        agencies: agencies
            .iter()
            .map(|agency| AgencyName {
                short_name: agency.short_name.clone(),
                name: agency.name.clone(),
            })
            .collect(),
    })
}

/// The actions by id: what the board does not keep of them.
struct Numbers(BTreeMap<String, Action>);

impl Numbers {
    fn of(reader: &Reader<'_>) -> Result<Self> {
        let actions = list_actions(reader)?;
        Ok(Numbers(
            actions
                .into_iter()
                .map(|action| (action.id.clone(), action))
                .collect(),
        ))
    }
}

fn recommendation_lines(
    reader: &Reader<'_>,
    board: &Board,
    entries: &[&Entry],
    names: &BTreeMap<&str, &str>,
    numbers: &Numbers,
) -> Result<Vec<RecommendationLine>> {
    let wanted: BTreeSet<&str> = entries.iter().map(|entry| &*entry.id).collect();
    let mut records: BTreeMap<String, Recommendation> = list_recommendations(reader)?
        .into_iter()
        .filter(|record| wanted.contains(record.id.as_str()))
        .map(|record| (record.id.clone(), record))
        .collect();
    let mut supporting = supporting_agencies(reader, board, &wanted)?;
    Ok(entries
        .iter()
        .filter_map(|entry| {
            let record = records.remove(&*entry.id)?;
            let supporting = supporting.remove(&*entry.id).unwrap_or_default();
            let actions = board
                .actions_of(entry)
                .filter_map(|action| numbers.0.get(&*action.id))
                .map(|action| action.number)
                .collect();
            Some(recommendation_line(
                entry, record, supporting, actions, names,
            ))
        })
        .collect())
}

fn recommendation_line(
    entry: &Entry,
    record: Recommendation,
    supporting: Vec<String>,
    actions: Vec<u32>,
    names: &BTreeMap<&str, &str>,
) -> RecommendationLine {
    RecommendationLine {
        reference: record.reference,
        text: record.text,
        document: record.document,
        paragraph: match (record.paragraph, record.letter) {
            (Some(paragraph), Some(letter)) => Some(format!("{paragraph} ({letter})")),
            (paragraph, letter) => paragraph.or(letter),
        },
        states: record
            .recommending_states
            .iter()
            .map(|iso3| labels::state(iso3))
            .collect(),
        position: record.position,
        category: record.action_category,
        is_category_confirmed: record.action_category_confirmed,
        cluster: record.cluster,
        priority: record.priority,
        lead: name_of(names, entry.lead.as_deref()),
        supporting,
        progress: entry.progress,
        percent: entry.percent,
        due: entry.due.clone(),
        actions,
        themes: record.themes,
        groups: record.groups,
        sdg_targets: record.sdg_targets,
    }
}

/// Short names of the agencies that support a recommendation today.
fn supporting_agencies(
    reader: &Reader<'_>,
    board: &Board,
    wanted: &BTreeSet<&str>,
) -> Result<BTreeMap<String, Vec<String>>> {
    let today = date::iso(board.today);
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in list_assignments(reader)? {
        let holds = one.from_on <= today && one.to_on.is_none_or(|to_on| to_on >= today);
        if holds
            && one.role == Role::Supporting
            && one.subject_kind == SubjectKind::Recommendation
            && wanted.contains(one.subject_id.as_str())
        {
            let names = found.entry(one.subject_id).or_default();
            if !names.contains(&one.agency_short_name) {
                names.push(one.agency_short_name);
            }
        }
    }
    Ok(found)
}

fn action_lines(
    entries: &[&ActionEntry],
    names: &BTreeMap<&str, &str>,
    numbers: &Numbers,
) -> Vec<ActionLine> {
    entries
        .iter()
        .filter_map(|entry| {
            let action = numbers.0.get(&*entry.id)?;
            let done = action
                .milestones
                .iter()
                .filter(|milestone| milestone.actual_on.is_some());
            Some(ActionLine {
                number: action.number,
                title: action.title.clone(),
                deliverable: action.deliverable.clone(),
                status: action.status.clone(),
                progress: entry.progress,
                lead: name_of(names, entry.lead.as_deref()),
                supporting: entry
                    .supporting
                    .iter()
                    .filter_map(|id| name_of(names, Some(id)))
                    .collect(),
                start_on: action
                    .start_on
                    .as_deref()
                    .and_then(|text| date::parse(text).ok()),
                due: entry.due.clone(),
                percent: entry.percent,
                milestones: whole(action.milestones.len()),
                milestones_done: whole(done.count()),
                recommendations: action
                    .recommendations
                    .iter()
                    .map(|link| link.reference.clone())
                    .collect(),
            })
        })
        .collect()
}

fn name_of(names: &BTreeMap<&str, &str>, id: Option<&str>) -> Option<String> {
    names.get(id?).map(|name| (*name).to_owned())
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
