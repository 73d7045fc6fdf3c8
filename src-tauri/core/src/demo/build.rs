//! Writes the demonstration into a new plan, all of it or nothing; no undo takes it back.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::tables::{self, ActionRow, RecommendationRow};
use crate::assignments::{Assign, Role, SubjectKind, assign};
use crate::base::{Error, Result, date};
use crate::clusters::{NewCluster, add_cluster};
use crate::documents::{self, Met};
use crate::dossier::{Dossier, Operation, Tx};
use crate::people::{
    AgencyPatch, FocalPointKind, NewFocalPoint, add_agencies, add_author, add_focal_point,
    edit_agency,
};
use crate::plan::{NewAction, NewMilestone, add_action, add_milestone};
use crate::recommendations::{
    NewRecommendation, PositionGiven, RecommendationPatch, TagChange, Vocabulary,
    add_recommendation, confirm_categories, edit_recommendations, set_position,
    tag_recommendations,
};
use crate::reference::table::{is_yes, members};

/// Ids by the name the tables use.
type Ids = BTreeMap<String, String>;

/// Fills a new plan with the demonstration; the plan's author becomes the secretariat officer.
///
/// # Errors
/// The rooms' own, where the tables break a rule of theirs.
pub fn build(dossier: &mut Dossier) -> Result<()> {
    let name = tables::value("author");
    let author = dossier.change(Operation::new("demo_authors").lasting(), |tx| {
        add_author(tx, &tables::value("second_author"))?;
        add_author(tx, &name)
    })?;
    dossier.set_author(&author.value, &name);
    dossier.change(Operation::new("demo_plan").lasting(), |tx| {
        let agencies = add_people(tx)?;
        let recommendations = add_recommendations(tx, &agencies)?;
        documents::register(tx, &papers())?;
        add_actions(tx, &agencies, &recommendations)
    })?;
    Ok(())
}

/// The report of the review and the addendum with the State's answers.
fn papers() -> [Met; 2] {
    let report = Met {
        symbol: Some(tables::value("document")),
        mechanism: tables::value("mechanism"),
        cycle: tables::value("cycle").parse().ok(),
        session: tables::value("session").parse().ok(),
        language: Some("en".to_owned()),
        ..Met::default()
    };
    let addendum = format!("{}/Add.1", tables::value("document"));
    [
        Met {
            symbol: Some(addendum),
            ..report.clone()
        },
        report,
    ]
}

fn add_people(tx: &Tx<'_>) -> Result<Ids> {
    let mut ids = Ids::new();
    for row in tables::agencies() {
        let line = format!("{}\t{}", row.name, row.short_name);
        for id in add_agencies(tx, &line, row.kind)?.ids {
            if row.note.is_some() {
                let patch = AgencyPatch {
                    note: row.note.clone(),
                    ..AgencyPatch::default()
                };
                edit_agency(tx, &id, &patch)?;
            }
            let main = Some((row.main_focal_point.as_str(), FocalPointKind::Main));
            let alternate = row.alternate_focal_point.as_deref();
            let alternate = alternate.map(|function| (function, FocalPointKind::Alternate));
            for (function, kind) in main.into_iter().chain(alternate) {
                add_focal_point(tx, &id, &focal_point(tx, function, kind)?)?;
            }
            ids.insert(row.short_name.clone(), id);
        }
    }
    Ok(ids)
}

fn focal_point(tx: &Tx<'_>, function: &str, kind: FocalPointKind) -> Result<NewFocalPoint> {
    Ok(NewFocalPoint {
        name: function.to_owned(),
        function: None,
        email: None,
        phone: None,
        kind: Some(kind),
        from_on: Some(moved(tx, &tables::value("assigned_on"))?),
        to_on: None,
    })
}

fn add_recommendations(tx: &Tx<'_>, agencies: &Ids) -> Result<Ids> {
    let mut clusters = BTreeMap::new();
    for row in tables::clusters() {
        let new = NewCluster {
            name: row.name,
            ..NewCluster::default()
        };
        clusters.insert(row.place, add_cluster(tx, &new)?);
    }
    let mut ids = Ids::new();
    for row in tables::recommendations() {
        let id = add_recommendation(tx, &new_recommendation(&row))?;
        describe(tx, &id, &row, clusters.get(&row.cluster))?;
        ids.insert(row.paragraph.clone(), id);
    }
    for row in tables::recommendations() {
        let id = known(&ids, &row.paragraph)?;
        let agency = |role: Role, short_name: &str| {
            give(
                tx,
                agencies,
                SubjectKind::Recommendation,
                id,
                role,
                short_name,
            )
        };
        row.lead
            .iter()
            .try_for_each(|name| agency(Role::Lead, name))?;
        let supporting = members(&row.supporting, ' ');
        supporting
            .iter()
            .try_for_each(|name| agency(Role::Supporting, name))?;
        let data = row.data_provider.iter();
        data.into_iter()
            .try_for_each(|name| agency(Role::DataProvider, name))?;
    }
    Ok(ids)
}

fn new_recommendation(row: &RecommendationRow) -> NewRecommendation {
    NewRecommendation {
        mechanism: tables::value("mechanism"),
        cycle: tables::value("cycle").parse().ok(),
        session: tables::value("session").parse().ok(),
        document: Some(tables::value("document")),
        paragraph: Some(row.paragraph.clone()),
        text: row.text.clone(),
        recommending_states: members(&row.states, ' '),
        action_category: Some(row.action_category),
        ..NewRecommendation::default()
    }
}

/// Position, tags, cluster, priority and note.
fn describe(
    tx: &Tx<'_>,
    id: &str,
    row: &RecommendationRow,
    cluster: Option<&String>,
) -> Result<()> {
    let ids = [id.to_owned()];
    let answer = PositionGiven {
        position: row.position.clone(),
        given_on: Some(tables::value("position_on")),
        document: Some(tables::value("addendum")),
        paragraph: Some(tables::value("addendum_paragraph")),
        explanation: row.explanation.clone(),
    };
    set_position(tx, &ids, &answer)?;
    for (vocabulary, add) in [
        (Vocabulary::Theme, members(&row.themes, '|')),
        (Vocabulary::Group, members(&row.groups, '|')),
        (Vocabulary::Sdg, members(&row.sdg_targets, ' ')),
    ] {
        let tags = TagChange {
            ids: ids.to_vec(),
            vocabulary,
            add,
            remove: Vec::new(),
            confirm: Vec::new(),
        };
        tag_recommendations(tx, &tags)?;
    }
    let patch = RecommendationPatch {
        cluster_id: Some(cluster.cloned()),
        priority: Some(Some(row.priority)),
        note: row.note.clone().map(Some),
        ..RecommendationPatch::default()
    };
    edit_recommendations(tx, &ids, &patch)?;
    if is_yes(&row.category_confirmed) {
        confirm_categories(tx, &ids)?;
    }
    Ok(())
}

fn add_actions(tx: &Tx<'_>, agencies: &Ids, recommendations: &Ids) -> Result<()> {
    let milestones = tables::milestones();
    let handovers = tables::handovers();
    for row in tables::actions() {
        let (id, _) = add_action(tx, &new_action(tx, &row, recommendations)?)?;
        for milestone in milestones.iter().filter(|step| step.action == row.number) {
            let new = NewMilestone {
                action_id: id.clone(),
                title: milestone.title.clone(),
                kind: Some(milestone.kind),
                planned_on: Some(moved(tx, &milestone.planned_on)?),
                actual_on: moved_where_given(tx, milestone.actual_on.as_ref())?,
            };
            add_milestone(tx, &new)?;
        }
        let agency = |role: Role, short_name: &str| {
            give(tx, agencies, SubjectKind::Action, &id, role, short_name)
        };
        let handover = handovers.iter().find(|past| past.action == row.number);
        let first_lead = handover.map(|past| &past.former_lead).or(row.lead.as_ref());
        first_lead
            .into_iter()
            .try_for_each(|name| agency(Role::Lead, name))?;
        if let (Some(past), Some(lead)) = (handover, &row.lead) {
            let agency_id = known(agencies, lead)?;
            let day = moved(tx, &past.handed_on)?;
            assign(
                tx,
                &assignment(SubjectKind::Action, &id, agency_id, Role::Lead, day),
            )?;
        }
        members(&row.supporting, ' ')
            .iter()
            .try_for_each(|name| agency(Role::Supporting, name))?;
    }
    Ok(())
}

fn new_action(tx: &Tx<'_>, row: &ActionRow, recommendations: &Ids) -> Result<NewAction> {
    let linked: Result<Vec<String>> = members(&row.recommendations, ' ')
        .iter()
        .map(|paragraph| known(recommendations, paragraph).map(str::to_owned))
        .collect();
    Ok(NewAction {
        title: row.title.clone(),
        description: None,
        deliverable: Some(row.deliverable.clone()),
        start_on: Some(moved(tx, &row.start_on)?),
        due_on: moved_where_given(tx, row.due_on.as_ref())?,
        continuous: Some(is_yes(&row.continuous)),
        status: Some(row.status.clone()),
        percent: Some(row.percent),
        done_on: moved_where_given(tx, row.done_on.as_ref())?,
        note: row.note.clone(),
        recommendation_ids: linked?,
    })
}

fn give(
    tx: &Tx<'_>,
    agencies: &Ids,
    subject: SubjectKind,
    id: &str,
    role: Role,
    short_name: &str,
) -> Result<()> {
    let agency_id = known(agencies, short_name)?;
    let day = moved(tx, &tables::value("assigned_on"))?;
    assign(tx, &assignment(subject, id, agency_id, role, day)).map(|_| ())
}

fn assignment(
    subject: SubjectKind,
    id: &str,
    agency_id: &str,
    role: Role,
    from_on: String,
) -> Assign {
    Assign {
        subject,
        ids: vec![id.to_owned()],
        agency_id: agency_id.to_owned(),
        role,
        from_on: Some(from_on),
        note: None,
    }
}

/// The tables name only what they hold: anything else is a fault of theirs.
fn known<'a>(ids: &'a Ids, name: &str) -> Result<&'a str> {
    ids.get(name)
        .map(String::as_str)
        .ok_or_else(|| Error::bug("demo-name-unknown").with("name", name))
}

/// A date of the tables, moved by as many days as the caller's clock is away from theirs.
fn moved(tx: &Tx<'_>, day: &str) -> Result<String> {
    let distance: TimeDelta = tx.clock().today() - super::reference_day();
    let day = date::parse(day)?;
    Ok(date::iso(day.checked_add_signed(distance).unwrap_or(day)))
}

fn moved_where_given(tx: &Tx<'_>, day: Option<&String>) -> Result<Option<String>> {
    day.map(|day| moved(tx, day)).transpose()
}
