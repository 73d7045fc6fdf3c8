//! Counts and formulas: each figure equals a count of the rows beneath it.

mod shares;

use kit::host::{TestHost, number};
use kit::sample::{Sample, day};
use serde_json::{Value, json};
use upright_core::assignments::Role;
use upright_core::clusters::list_clusters;
use upright_core::figures::{DueKind, ProgressState, standing, summary};
use upright_core::people::list_agencies;
use upright_core::plan::{ActionPatch, NewAction, edit_actions};
use upright_core::recommendations::{PositionGiven, remove_recommendations, set_position};

fn status(sample: &mut Sample, action: &str, status: &str, percent: u32) {
    let patch = ActionPatch {
        status: Some(status.to_owned()),
        percent: Some(percent),
        ..ActionPatch::default()
    };
    sample.change(|tx| edit_actions(tx, &[action.to_owned()], &patch));
}

#[test]
fn late_is_worked_out_on_the_day_asked_for_and_stored_nowhere() {
    let mut sample = Sample::new();
    let record = sample.recommendation("1.1", "Ratify");
    sample.action_due("Draft a law", &[&record], "2026-12-31");
    let before = sample.hash();
    let kind = |today: &str| sample.board_on(day(today)).recommendations[0].due.kind;
    assert_eq!(kind("2026-11-24"), DueKind::Later);
    assert_eq!(kind("2026-12-01"), DueKind::Soon);
    assert_eq!(kind("2026-12-31"), DueKind::Soon);
    assert_eq!(kind("2027-01-01"), DueKind::Late);
    assert_eq!(sample.hash(), before, "the same plan, another day (I20)");
}

#[test]
fn noted_recommendations_stay_in_every_total() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(4);
    let noted = PositionGiven {
        position: "NOT".to_owned(),
        ..PositionGiven::default()
    };
    sample.change(|tx| set_position(tx, &ids[..1], &noted));
    let found = standing(&sample.board());
    assert_eq!(
        (found.recommendations, found.supported, found.noted),
        (4, 3, 1),
        "I5"
    );
}

#[test]
fn what_was_removed_is_counted_nowhere() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(2);
    sample.action_due("Draft a law", &[&ids[0]], "2026-01-01");
    sample.change(|tx| remove_recommendations(tx, &ids[..1]));
    let found = standing(&sample.board());
    assert_eq!((found.recommendations, found.late), (1, 0));
    assert_eq!(
        (found.actions, found.late_actions),
        (1, 1),
        "the action itself is still in the plan"
    );
}

#[test]
fn one_recommendation_is_counted_once_however_many_states_made_it() {
    let test = TestHost::new();
    test.call(
        "add_recommendation",
        json!({"mechanism": "UPR", "paragraph": "1.1", "text": "Ratify", "position": "SUP",
               "recommending_states": ["CHL", "URY", "ARG"]}),
    );
    assert_eq!(
        number(&test.call("standing", json!({}))["supported"]),
        1,
        "counted by paragraph"
    );
}

#[test]
fn a_recommendations_percentage_is_the_mean_of_its_actions() {
    let mut sample = Sample::new();
    let record = sample.recommendation("1.1", "Ratify");
    assert_eq!(
        sample.board().recommendations[0].percent,
        None,
        "no action, no figure"
    );
    let first = sample.action("First", &[&record]);
    let second = sample.action("Second", &[&record]);
    status(&mut sample, &first, "IP", 25);
    status(&mut sample, &second, "IP", 50);
    assert_eq!(
        sample.board().recommendations[0].percent,
        Some(38),
        "37.5, rounded half up"
    );
}

#[test]
fn a_recommendation_is_done_when_all_its_actions_are() {
    let mut sample = Sample::new();
    let record = sample.recommendation("1.1", "Ratify");
    let first = sample.action("First", &[&record]);
    let second = sample.action("Second", &[&record]);
    let progress = |sample: &Sample| sample.board().recommendations[0].progress;
    assert_eq!(progress(&sample), ProgressState::NotStarted);
    status(&mut sample, &first, "DO", 100);
    assert_eq!(progress(&sample), ProgressState::Partial);
    status(&mut sample, &second, "DO", 100);
    assert_eq!(progress(&sample), ProgressState::Done);
    status(&mut sample, &second, "CA", 10);
    assert_eq!(
        progress(&sample),
        ProgressState::Partial,
        "a cancelled one is not done"
    );
}

#[test]
fn done_or_cancelled_actions_are_never_late() {
    let mut sample = Sample::new();
    for (title, code) in [("First", "DO"), ("Second", "CA"), ("Third", "IP")] {
        let action = sample.action_due(title, &[], "2026-01-01");
        status(&mut sample, &action, code, 10);
    }
    assert_eq!(standing(&sample.board()).late_actions, 1);
}

#[test]
fn continuing_work_without_a_date_is_not_missing_one() {
    let mut sample = Sample::new();
    sample.action("Undated", &[]);
    sample.action_with(NewAction {
        title: "Train judges".to_owned(),
        continuous: Some(true),
        status: Some("CT".to_owned()),
        ..NewAction::default()
    });
    assert_eq!(standing(&sample.board()).actions_without_due, 1);
}

#[test]
fn every_standing_count_equals_the_rows_its_filter_opens() {
    let test = busy_plan();
    let found = test.call("standing", json!({}));
    for (count, word) in [
        ("late", "late"),
        ("due_soon", "soon"),
        ("unassigned", "unassigned"),
        ("without_action", "without_action"),
        ("unclustered", "unclustered"),
        ("unconfirmed", "unconfirmed"),
    ] {
        let page = test.call(
            "page_rows",
            json!({"filter": {"standing": [word]}, "limit": 100}),
        );
        assert_eq!(found[count], page["total"], "{count}");
        assert_ne!(number(&found[count]), 0, "{count} shows something here");
        assert_ne!(found[count], found["recommendations"], "and not everything");
    }
    for (count, word) in [
        ("late_actions", "late"),
        ("due_soon_actions", "soon"),
        ("actions_unassigned", "unassigned"),
        ("actions_without_due", "without_due"),
    ] {
        let page = test.call(
            "page_actions",
            json!({"filter": {"standing": [word]}, "limit": 100}),
        );
        assert_eq!(found[count], page["total"], "{count}");
        assert_ne!(number(&found[count]), 0, "{count} shows something here");
    }
    let all = test.call("page_rows", json!({"limit": 1}));
    assert_eq!(
        (&found["recommendations"], &found["actions"]),
        (&all["of"], &json!(5))
    );
}

#[test]
fn every_part_of_the_summary_adds_up_to_the_whole() {
    let test = busy_plan();
    let whole = |filter: Value| {
        let summary = test.call("summary", json!({"filter": filter}));
        let page = test.call("page_rows", json!({"filter": filter, "limit": 100}));
        let total = number(&page["total"]);
        let sum = |part: &Value, field: &str| -> u64 {
            part.as_array()
                .unwrap()
                .iter()
                .map(|count| number(&count[field]))
                .sum()
        };
        assert_eq!(sum(&summary["by_progress"], "count"), total);
        for part in ["by_position", "by_category", "by_cluster", "by_agency"] {
            assert_eq!(
                sum(&summary[part], "recommendations"),
                total,
                "{part} under {filter}"
            );
        }
        let actions = test.call("list_actions", json!({}));
        if filter == json!({}) {
            let all = actions.as_array().unwrap().len();
            assert_eq!(
                sum(&summary["actions_by_status"], "actions"),
                u64::try_from(all).unwrap()
            );
        }
    };
    whole(json!({}));
    whole(json!({"standing": ["late"]}));
    whole(json!({"position": ["NOT"]}));
}

#[test]
fn each_line_of_the_summary_equals_the_rows_of_its_filter() {
    let test = busy_plan();
    let summary = test.call("summary", json!({}));
    for (part, column) in [
        ("by_position", "position"),
        ("by_category", "category"),
        ("by_cluster", "cluster"),
        ("by_agency", "lead"),
    ] {
        for count in summary[part].as_array().unwrap() {
            let key = count["key"].as_str().unwrap_or("none");
            let page = test.call(
                "page_rows",
                json!({"filter": {column: [key]}, "limit": 100}),
            );
            assert_eq!(count["recommendations"], page["total"], "{part} {key}");
            let rows = page["rows"].as_array().unwrap();
            let with = |field: &str, inner: &str, value: &str| {
                let matching = rows.iter().filter(|row| {
                    let found = if inner.is_empty() {
                        &row[field]
                    } else {
                        &row[field][inner]
                    };
                    found == value
                });
                matching.count()
            };
            assert_eq!(
                count["done"],
                json!(with("progress", "", "done")),
                "{part} {key}"
            );
            assert_eq!(
                count["late"],
                json!(with("due", "kind", "late")),
                "{part} {key}"
            );
        }
    }
}

#[test]
fn an_action_under_two_recommendations_is_counted_once_in_each_line() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(2);
    sample.action("Serves both", &[&ids[0], &ids[1]]);
    let board = sample.board();
    let (clusters, agencies) = sample
        .dossier
        .read(|reader| Ok((list_clusters(reader)?, list_agencies(reader)?)))
        .unwrap();
    let found = summary(&board, None, &clusters, &agencies);
    let supported = found
        .by_position
        .iter()
        .find(|line| line.key.as_deref() == Some("SUP"))
        .unwrap();
    assert_eq!((supported.recommendations, supported.actions), (2, 1));
}

#[test]
fn the_workload_of_an_agency_is_what_lies_with_it_today() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(3);
    let agency = sample.agency("Ministry of Justice");
    sample.assign(&ids[0], &agency, Role::Lead);
    sample.assign(&ids[1], &agency, Role::Supporting);
    sample.assign(&ids[2], &agency, Role::DataProvider);
    let late = sample.action_due("Late", &[&ids[0]], "2026-01-01");
    let later = sample.action_due("Later", &[&ids[0]], "2028-01-01");
    for action in [&late, &later] {
        sample.assign_action(action, &agency, Role::Lead);
    }
    let board = sample.board();
    let agencies = sample.dossier.read(list_agencies).unwrap();
    let roles = [
        (agency.clone(), "supporting".to_owned()),
        (agency.clone(), "data_provider".to_owned()),
    ];
    let found = &upright_core::figures::workload(&board, &agencies, &roles)[0];
    assert_eq!((found.leads, found.supports, found.other_roles), (1, 1, 1));
    assert_eq!((found.actions_led, found.actions_late), (2, 1));
}

#[test]
fn the_workload_through_the_table_leaves_out_what_has_ended() {
    let test = TestHost::new();
    let agency = test.agencies("Ministry of Justice").remove(0);
    let records: Vec<String> = (1..=2)
        .map(|n| test.recommendation(&format!("1.{n}"), "Ratify"))
        .collect();
    for record in &records {
        test.call("assign", json!({"subject": "recommendation", "ids": [record], "agency_id": agency, "role": "supporting", "from_on": "2026-01-01"}));
    }
    let found = test.call("get_recommendation", json!({"id": records[0]}));
    test.call(
        "end_assignments",
        json!({"ids": [found["assignments"][0]["id"]]}),
    );
    let workload = test.call("list_workload", json!({}));
    assert_eq!(workload[0]["supports"], 1);
}

/// A plan in which every count of the first look shows something.
fn busy_plan() -> TestHost {
    let test = TestHost::new();
    let agencies = test.agencies("Ministry of Justice\nMinistry of Health");
    let records: Vec<String> = (1..=8)
        .map(|n| test.recommendation(&format!("1.{n}"), "Consider ratifying the convention"))
        .collect();
    let cluster = test.added("add_cluster", json!({"name": "Ratification"}));
    test.call(
        "edit_recommendations",
        json!({"ids": records[..5], "patch": {"cluster_id": cluster}}),
    );
    test.call("confirm_categories", json!({"ids": records[..3]}));
    test.call(
        "set_position",
        json!({"ids": records[6..], "answer": {"position": "NOT"}}),
    );
    for (records, agency) in [
        (&records[..3], &agencies[0]),
        (&records[3..6], &agencies[1]),
    ] {
        test.call("assign", json!({"subject": "recommendation", "ids": records, "agency_id": agency, "role": "lead"}));
    }
    let actions = [
        json!({"title": "Late", "due_on": "2026-11-01", "status": "IP", "percent": 30, "recommendation_ids": [records[0], records[6]]}),
        json!({"title": "Soon", "due_on": "2026-12-01", "recommendation_ids": [records[1]]}),
        json!({"title": "Done", "due_on": "2026-10-01", "status": "DO", "percent": 100, "recommendation_ids": [records[2]]}),
        json!({"title": "Undated", "recommendation_ids": [records[3]]}),
        json!({"title": "Alone", "due_on": "2027-12-01"}),
    ];
    for (place, action) in actions.iter().enumerate() {
        let lead = (place % 2 == 0).then(|| agencies[0].clone());
        test.call(
            "add_action",
            json!({"action": action, "lead_agency_id": lead}),
        );
    }
    test
}
