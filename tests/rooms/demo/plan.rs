//! The plan side of the demonstration: agencies, actions, dates and who leads.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeDelta};
use upright_core::assignments::{Assignment, Role, SubjectKind};
use upright_core::base::Clock;
use upright_core::demo;
use upright_core::plan::{Action, list_actions};
use upright_core::recommendations::list_recommendations;
use upright_core::reference::scales::{self, ProgressKind};

use super::{by_paragraph, demonstration, lists};

#[test]
fn a_noted_recommendation_has_an_action() {
    let noted = by_paragraph("121.122");
    assert_eq!(noted.position.as_deref(), Some("NOT"));
    let linked = lists().actions.iter().any(|action| {
        action
            .recommendations
            .iter()
            .any(|link| link.id == noted.id)
    });
    assert!(linked);
}

#[test]
fn there_are_15_agencies_and_no_persons() {
    let agencies = &lists().agencies;
    assert_eq!(agencies.len(), 15);
    for agency in agencies {
        assert!(!agency.focal_points.is_empty(), "{}", agency.name);
        for point in &agency.focal_points {
            let is_function = [
                "Head",
                "Deputy",
                "Chief",
                "Senior",
                "Second",
                "Officer",
                "Statistician",
            ]
            .iter()
            .any(|word| point.name.starts_with(word));
            assert!(is_function && point.email.is_none(), "{}", point.name);
        }
    }
}

#[test]
fn sixty_actions_stand_over_the_whole_scale() {
    let all = &lists().actions;
    assert_eq!(all.len(), 60);
    let mut statuses: BTreeMap<&str, usize> = BTreeMap::new();
    for action in all {
        *statuses.entry(action.status.as_str()).or_default() += 1;
        assert!(action.deliverable.is_some() && action.start_on.is_some());
        assert!(!action.recommendations.is_empty(), "{}", action.title);
        let kind = scales::of_action(&action.status)
            .expect("a status")
            .progress;
        assert_eq!(
            kind == ProgressKind::Done,
            action.done_on.is_some(),
            "{}",
            action.title
        );
        assert_eq!(action.continuous, action.status == "CT", "{}", action.title);
        assert_eq!(
            action.continuous,
            action.due_on.is_none(),
            "{}",
            action.title
        );
    }
    let settable: BTreeSet<&str> = scales::scale(scales::ACTION_SCALE)
        .into_iter()
        .filter(|status| !status.computed)
        .map(|status| status.code.as_str())
        .collect();
    assert_eq!(statuses.keys().copied().collect::<BTreeSet<_>>(), settable);
    let milestones: usize = all.iter().map(|action| action.milestones.len()).sum();
    assert_eq!(milestones, 40);
    let many = all
        .iter()
        .filter(|action| action.recommendations.len() > 1)
        .count();
    assert!(many > 30, "{many} actions serve several recommendations");
}

#[test]
fn some_actions_are_late_and_some_due_soon() {
    let standing = &lists().standing;
    assert_eq!(standing.late_actions, 10);
    assert_eq!(standing.due_soon_actions, 6);
    assert_eq!(standing.unassigned, 20);
    assert_eq!(standing.actions_unassigned, 4);
    assert_eq!((standing.supported, standing.noted), (168, 4));
}

#[test]
fn dates_follow_the_callers_clock() {
    let later = demo::reference_day() + TimeDelta::days(400);
    let noon = later.and_hms_opt(12, 0, 0).expect("noon").and_utc();
    let due = |action: &Action| {
        let day = action.due_on.as_deref()?;
        NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()
    };
    let moved = demonstration(Clock::Fixed(noon));
    let actions = moved.read(list_actions).expect("actions");
    for (then, now) in lists().actions.iter().zip(&actions) {
        assert_eq!(due(then).map(|day| day + TimeDelta::days(400)), due(now));
    }
    assert_eq!(
        moved.read(list_recommendations).expect("recommendations"),
        lists().recommendations,
        "the review's own dates stay"
    );
}

#[test]
fn there_is_one_lead_at_a_time_and_it_is_not_supporting() {
    let assignments = &lists().assignments;
    let holding = || assignments.iter().filter(|given| given.to_on.is_none());
    let mut roles: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut leads: BTreeMap<&str, usize> = BTreeMap::new();
    for given in holding() {
        let pair = (given.subject_id.as_str(), given.agency_id.as_str());
        *roles.entry(pair).or_default() += 1;
        if given.role == Role::Lead {
            *leads.entry(given.subject_id.as_str()).or_default() += 1;
        }
    }
    assert!(roles.values().all(|count| *count == 1));
    assert!(leads.values().all(|count| *count == 1));
    let of = |kind: SubjectKind| {
        let is_lead = |given: &&Assignment| given.role == Role::Lead && given.subject_kind == kind;
        holding().filter(is_lead).count()
    };
    assert_eq!(of(SubjectKind::Recommendation), 152);
    assert_eq!(of(SubjectKind::Action), 56);
    assert!(holding().any(|given| given.role == Role::DataProvider));
}

#[test]
fn three_actions_were_handed_over() {
    let ended: Vec<&Assignment> = lists()
        .assignments
        .iter()
        .filter(|given| given.to_on.is_some())
        .collect();
    assert_eq!(ended.len(), 3);
    for past in ended {
        let follows = lists().assignments.iter().any(|given| {
            given.subject_id == past.subject_id
                && given.role == Role::Lead
                && Some(&given.from_on) > past.to_on.as_ref()
        });
        assert!(follows && past.role == Role::Lead, "{}", past.agency);
    }
}
