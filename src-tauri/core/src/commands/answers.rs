//! Answers that put several rooms' records together, and the one change that spans two rooms.

use std::collections::BTreeMap;

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::args::{ActionAdded, ActionDetail, AddAction, FacetQuestion, Filtered};
use super::record_args::{Body, RecommendationDetail, SourceRef, SuggestedTag};
use crate::assignments::{self, Assign, Role, SubjectKind};
use crate::base::word::{from_word, word_of};
use crate::base::{Error, Result};
use crate::clusters;
use crate::desk::Desk;
use crate::documents;
use crate::dossier::{Reader, Tx};
use crate::figures::{self, Basis, Shares, Summary, Workload};
use crate::people;
use crate::plan;
use crate::readings;
use crate::recommendations::{self, Recommendation};
use crate::reference::{mechanisms, special_procedures, treaty_bodies};
use crate::search::{self, ActionFilter, FacetColumn, FacetValue, Filter, Page, Query};
use crate::views::query_of_view;

pub fn page_rows(desk: &mut Desk, query: &Query) -> Result<Page> {
    desk.read_view(query, |reader, board, view| {
        search::page_rows(reader, board, view, query)
    })
}

pub fn select_ids(desk: &mut Desk, query: &Query) -> Result<Vec<String>> {
    desk.read_view(query, |_, board, view| {
        let entries = view
            .places
            .iter()
            .filter_map(|place| board.recommendations.get(*place));
        Ok(entries.map(|entry| entry.id.to_string()).collect())
    })
}

pub fn facet_values(desk: &mut Desk, question: &FacetQuestion) -> Result<Vec<FacetValue>> {
    desk.read_board(|reader, board| {
        search::facet_values(reader, board, &question.filter, question.column)
    })
}

/// What is to be counted, by what, and over which recommendations.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ShareQuestion {
    pub dimension: FacetColumn,
    /// By paragraph where absent.
    #[serde(default)]
    #[ts(optional, as = "Option<Basis>")]
    pub basis: Basis,
    /// Everything where absent.
    #[serde(default)]
    #[ts(optional, as = "Option<Filter>")]
    pub filter: Filter,
    /// Name or id of a saved view; the filter narrows it further.
    pub view: Option<String>,
}

pub fn list_shares(desk: &mut Desk, wish: ShareQuestion) -> Result<Shares> {
    desk.read_board(|reader, board| {
        let query = query_meant(reader, wish.view.as_deref(), wish.filter)?;
        search::shares(reader, board, &query.filter, wish.dimension, wish.basis)
    })
}

/// The question that is meant: a view's, narrowed by the filter beside it.
pub(super) fn query_meant(
    reader: &Reader<'_>,
    view: Option<&str>,
    filter: Filter,
) -> Result<Query> {
    let query = match view {
        Some(view) => query_of_view(reader, view)?,
        None => Query::default(),
    };
    Ok(Query {
        filter: query.filter.and(filter),
        group: None,
        ..query
    })
}

pub fn list_recommendations(desk: &mut Desk, wish: Filtered) -> Result<Vec<Recommendation>> {
    let query = desk.read(|reader| query_meant(reader, wish.view.as_deref(), wish.filter))?;
    let mut found = desk.read(recommendations::list_recommendations)?;
    if query == Query::default() {
        return Ok(found);
    }
    let order: BTreeMap<String, usize> = select_ids(desk, &query)?
        .into_iter()
        .zip(0_usize..)
        .collect();
    found.retain(|recommendation| order.contains_key(&recommendation.id));
    found.sort_by_key(|recommendation| order.get(&recommendation.id).copied());
    Ok(found)
}

pub fn get_recommendation(desk: &mut Desk, id: &str) -> Result<RecommendationDetail> {
    desk.read_board(|reader, board| {
        let recommendation = recommendations::get_recommendation(reader, id)?;
        let entry = board
            .place(id)
            .and_then(|place| board.recommendations.get(place));
        let entry = entry.ok_or_else(|| Error::bug("board-stale"))?;
        let filter = ActionFilter {
            recommendation: vec![id.to_owned()],
            ..ActionFilter::default()
        };
        Ok(RecommendationDetail {
            has_position: mechanisms::by_code(&recommendation.mechanism)
                .is_some_and(|mechanism| mechanism.has_position),
            is_right_to_left: readings::is_right_to_left(&recommendation.language),
            positions: recommendations::position_history(reader, id)?,
            parts: recommendations::parts_of(reader, id)?,
            noted_pathway: recommendations::find_noted_pathway(reader, id)?,
            smart_check: readings::find_smart_check(reader, id)?,
            readings: readings::readings_of(reader, id)?,
            translations: readings::translations_of(reader, id)?,
            corrigenda: readings::corrigenda_of(reader, id)?,
            follow_up: documents::find_follow_up(reader, &recommendation)?,
            recommendation,
            assignments: assignments::assignments_of(reader, &SubjectKind::Recommendation, id)?,
            actions: search::action_rows(reader, board, &filter)?,
            sources: sources_of(reader, id)?,
            suggested_tags: suggested_tags(reader, id)?,
            retired_tags: retired_tags(reader, id)?,
            progress: entry.progress,
            percent: entry.percent,
            due: entry.due.clone(),
        })
    })
}

fn sources_of(reader: &Reader<'_>, id: &str) -> Result<Vec<SourceRef>> {
    reader.rows(
        "select f.name, f.format, s.sheet, s.row, f.imported_at, s.foreign_id, s.said
         from live_recommendation_source s
         join live_source_file f on f.id = s.source_file_id
         where s.recommendation_id = :id
         order by f.imported_at, f.id",
        named_params! {":id": id},
        |row| {
            Ok(SourceRef {
                name: row.get(0)?,
                format: row.get(1)?,
                sheet: row.get(2)?,
                row: row.get(3)?,
                imported_at: row.get(4)?,
                foreign_id: row.get(5)?,
                said: said_of(row.get(6)?),
            })
        },
    )
}

/// A JSON object of texts; what is none of these is left out.
fn said_of(said: Option<String>) -> BTreeMap<String, String> {
    said.and_then(|said| serde_json::from_str(&said).ok())
        .unwrap_or_default()
}

fn suggested_tags(reader: &Reader<'_>, id: &str) -> Result<Vec<SuggestedTag>> {
    reader.rows(
        "select vocabulary, label
         from live_recommendation_tag
         where recommendation_id = :id and confirmed = 0
         order by vocabulary, label",
        named_params! {":id": id},
        |row| {
            Ok(SuggestedTag {
                vocabulary: from_word(row, 0)?,
                label: row.get(1)?,
            })
        },
    )
}

fn retired_tags(reader: &Reader<'_>, id: &str) -> Result<Vec<SuggestedTag>> {
    reader.rows(
        "select t.vocabulary, t.label
         from live_recommendation_tag t
         join live_vocabulary_entry e on e.vocabulary = t.vocabulary and e.label = t.label
         where t.recommendation_id = :id and e.is_active = 0
         order by t.vocabulary, t.label",
        named_params! {":id": id},
        |row| {
            Ok(SuggestedTag {
                vocabulary: from_word(row, 0)?,
                label: row.get(1)?,
            })
        },
    )
}

pub fn get_action(desk: &mut Desk, id: &str) -> Result<ActionDetail> {
    desk.read_board(|reader, board| {
        let action = plan::get_action(reader, id)?;
        let entry = board
            .action_place(id)
            .and_then(|place| board.actions.get(place));
        let entry = entry.ok_or_else(|| Error::bug("board-stale"))?;
        Ok(ActionDetail {
            action,
            assignments: assignments::assignments_of(reader, &SubjectKind::Action, id)?,
            progress: entry.progress,
            due: entry.due.clone(),
        })
    })
}

pub fn summary(desk: &mut Desk, wish: Filtered) -> Result<Summary> {
    let query = desk.read(|reader| query_meant(reader, wish.view.as_deref(), wish.filter))?;
    let is_all = query.filter == Filter::default();
    desk.read_view(&query, |reader, board, view| {
        let clusters = clusters::list_clusters(reader)?;
        let agencies = people::list_agencies(reader)?;
        let places = (!is_all).then_some(view.places.as_slice());
        Ok(figures::summary(board, places, &clusters, &agencies))
    })
}

pub fn list_workload(desk: &mut Desk) -> Result<Vec<Workload>> {
    desk.read_board(|reader, board| {
        let agencies = people::list_agencies(reader)?;
        let today = crate::base::date::iso(board.today);
        let held = assignments::list_assignments(reader)?;
        let roles: Vec<(String, String)> = held
            .into_iter()
            .filter(|held| held.role != Role::Lead && held.from_on <= today)
            .filter(|held| held.to_on.as_ref().is_none_or(|to_on| *to_on >= today))
            .map(|held| Ok((held.agency_id, word_of(&held.role)?)))
            .collect::<Result<_>>()?;
        Ok(figures::workload(board, &agencies, &roles))
    })
}

/// Committees and mandates.
pub fn list_bodies() -> Vec<Body> {
    let committees = treaty_bodies::all().iter().map(|body| &body.code);
    let mandates = special_procedures::all()
        .iter()
        .map(|mandate| &mandate.label);
    committees
        .chain(mandates)
        .filter_map(|code| {
            let name = special_procedures::name_of_body(code)?;
            Some(Body {
                code: code.clone(),
                name,
            })
        })
        .collect()
}

/// Adds an action and assigns its lead in one step.
pub fn add_action(tx: &Tx<'_>, wish: &AddAction) -> Result<ActionAdded> {
    let (id, number) = plan::add_action(tx, &wish.action)?;
    if let Some(agency_id) = &wish.lead_agency_id {
        let lead = Assign {
            subject: SubjectKind::Action,
            ids: vec![id.clone()],
            agency_id: agency_id.clone(),
            role: Role::Lead,
            from_on: None,
            note: None,
        };
        assignments::assign(tx, &lead)?;
    }
    Ok(ActionAdded { id, number })
}
