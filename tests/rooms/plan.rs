//! Actions and milestones.

use kit::sample::Sample;
use upright_core::plan::{
    Action, ActionPatch, MilestoneKind, MilestonePatch, NewAction, NewMilestone, add_action,
    add_milestone, draft_actions, edit_actions, edit_milestone, get_action, link_actions,
    list_actions, remove_actions, remove_milestone, unlink_actions,
};

fn read(sample: &Sample, id: &str) -> Action {
    sample
        .dossier
        .read(|reader| get_action(reader, id))
        .unwrap()
}

fn dated(start_on: Option<&str>, due_on: Option<&str>) -> NewAction {
    NewAction {
        title: "Draft a law".to_owned(),
        start_on: start_on.map(str::to_owned),
        due_on: due_on.map(str::to_owned),
        ..NewAction::default()
    }
}

fn planned(action_id: &str, on: &str) -> NewMilestone {
    NewMilestone {
        action_id: action_id.to_owned(),
        title: "First reading".to_owned(),
        kind: None,
        planned_on: Some(on.to_owned()),
        actual_on: None,
    }
}

#[test]
fn an_action_without_a_title_is_refused() {
    let mut sample = Sample::new();
    let error = sample.refused(|tx| add_action(tx, &NewAction::default()));
    assert_eq!(error.code, "title-missing");
}

#[test]
fn actions_are_numbered_and_begin_not_started() {
    let mut sample = Sample::new();
    let ids = [sample.action("First", &[]), sample.action("Second", &[])];
    let found = ids.map(|id| read(&sample, &id));
    assert_eq!([found[0].number, found[1].number], [1, 2]);
    assert_eq!((found[0].status.as_str(), found[0].percent), ("NS", 0));
}

#[test]
fn an_action_due_before_it_starts_is_refused() {
    let mut sample = Sample::new();
    let wrong = dated(Some("2027-03-02"), Some("2027-03-01"));
    let error = sample.refused(|tx| add_action(tx, &wrong));
    assert_eq!(error.code, "dates-in-wrong-order", "I8");
    assert_eq!(
        (error.args["from"].as_str(), error.args["to"].as_str()),
        ("2027-03-02", "2027-03-01")
    );
    let id = sample.action_with(dated(Some("2027-03-01"), Some("2027-03-01")));
    let later = ActionPatch {
        start_on: Some(Some("2027-03-02".to_owned())),
        ..ActionPatch::default()
    };
    let error = sample.refused(|tx| edit_actions(tx, &[id], &later));
    assert_eq!(
        error.code, "dates-in-wrong-order",
        "one date alone is held against the other"
    );
}

#[test]
fn a_due_date_that_is_no_day_is_refused_with_its_text() {
    let mut sample = Sample::new();
    let error = sample.refused(|tx| add_action(tx, &dated(None, Some("third quarter"))));
    assert_eq!(error.code, "date-not-understood");
    assert_eq!(error.args["date"], "third quarter");
}

#[test]
fn a_percentage_lies_between_0_and_100() {
    let mut sample = Sample::new();
    let id = sample.action("Draft a law", &[]);
    for value in [101, 256, u32::MAX] {
        let patch = ActionPatch {
            percent: Some(value),
            ..ActionPatch::default()
        };
        let error = sample.refused(|tx| edit_actions(tx, std::slice::from_ref(&id), &patch));
        assert_eq!(
            (error.code.as_str(), error.args["value"].clone()),
            ("percent-out-of-range", value.to_string()),
            "I11"
        );
    }
    let full = ActionPatch {
        percent: Some(100),
        ..ActionPatch::default()
    };
    sample.change(|tx| edit_actions(tx, std::slice::from_ref(&id), &full));
    assert_eq!(read(&sample, &id).percent, 100);
}

#[test]
fn an_unknown_or_computed_status_is_refused() {
    let mut sample = Sample::new();
    let id = sample.action("Draft a law", &[]);
    for status in ["XX", "DL"] {
        let patch = ActionPatch {
            status: Some(status.to_owned()),
            ..ActionPatch::default()
        };
        let error = sample.refused(|tx| edit_actions(tx, std::slice::from_ref(&id), &patch));
        assert_eq!(
            (error.code.as_str(), error.args["status"].as_str()),
            ("status-unknown", status),
            "late is computed, never set (I20)"
        );
    }
}

#[test]
fn continuing_work_is_never_complete() {
    let mut sample = Sample::new();
    let continuing = NewAction {
        continuous: Some(true),
        ..dated(Some("2026-01-01"), None)
    };
    let id = sample.action_with(continuing);
    let done = ActionPatch {
        status: Some("DO".to_owned()),
        ..ActionPatch::default()
    };
    let error = sample.refused(|tx| edit_actions(tx, std::slice::from_ref(&id), &done));
    assert_eq!(error.code, "continuous-not-complete", "I14");
    let ended = ActionPatch {
        continuous: Some(false),
        ..done
    };
    sample.change(|tx| edit_actions(tx, std::slice::from_ref(&id), &ended));
    assert_eq!(read(&sample, &id).status, "DO");
}

#[test]
fn continuing_work_has_no_due_date() {
    let mut sample = Sample::new();
    let wrong = NewAction {
        continuous: Some(true),
        ..dated(None, Some("2027-01-01"))
    };
    assert_eq!(
        sample.refused(|tx| add_action(tx, &wrong)).code,
        "continuous-with-due"
    );
}

#[test]
fn a_bulk_edit_with_one_wrong_action_changes_none() {
    let mut sample = Sample::new();
    let plain = sample.action("Draft a law", &[]);
    let late_start = sample.action_with(dated(Some("2028-01-01"), None));
    let patch = ActionPatch {
        due_on: Some(Some("2027-01-01".to_owned())),
        ..ActionPatch::default()
    };
    let ids = [plain.clone(), late_start];
    assert_eq!(
        sample.refused(|tx| edit_actions(tx, &ids, &patch)).code,
        "dates-in-wrong-order"
    );
    assert_eq!(read(&sample, &plain).due_on, None);
}

#[test]
fn an_absent_field_stays_and_an_empty_one_is_cleared() {
    let mut sample = Sample::new();
    let id = sample.action_with(NewAction {
        note: Some("Ask Finance".to_owned()),
        ..dated(None, Some("2027-01-01"))
    });
    let patch: ActionPatch = serde_json::from_str(r#"{"due_on": null}"#).unwrap();
    sample.change(|tx| edit_actions(tx, std::slice::from_ref(&id), &patch));
    let found = read(&sample, &id);
    assert_eq!(
        (found.due_on, found.note.as_deref()),
        (None, Some("Ask Finance"))
    );
}

#[test]
fn a_selection_becomes_one_drafted_action_each() {
    let mut sample = Sample::new();
    let long = format!(
        "Adopt a national plan {}",
        "with all ministries ".repeat(12)
    );
    let ids = [
        sample.recommendation("1.1", "Ratify the convention."),
        sample.recommendation("1.2", &long),
    ];
    let drafted = sample.change(|tx| draft_actions(tx, &ids));
    let found: Vec<Action> = drafted.iter().map(|id| read(&sample, id)).collect();
    assert_eq!(found[0].title, "Ratify the convention");
    assert!(found[1].title.chars().count() <= 91 && found[1].title.ends_with('…'));
    assert_eq!(found[1].recommendations[0].id, ids[1]);
    let error = sample.refused(|tx| draft_actions(tx, &[]));
    assert_eq!(error.code, "selection-empty");
}

#[test]
fn actions_and_recommendations_are_linked_many_to_many() {
    let mut sample = Sample::new();
    let records = sample.recommendations(2);
    let actions = [sample.action("First", &[]), sample.action("Second", &[])];
    assert_eq!(sample.change(|tx| link_actions(tx, &actions, &records)), 4);
    assert_eq!(
        sample.change(|tx| link_actions(tx, &actions, &records)),
        0,
        "linked already"
    );
    assert_eq!(
        sample.change(|tx| unlink_actions(tx, &actions[..1], &records)),
        2
    );
    assert_eq!(read(&sample, &actions[0]).recommendations.len(), 0);
    assert_eq!(read(&sample, &actions[1]).recommendations.len(), 2);
    sample.change(|tx| link_actions(tx, &actions[..1], &records[..1]));
    assert_eq!(
        sample.count("select count(*) from action_recommendation"),
        4,
        "revived, not doubled"
    );
    for error in [
        sample.refused(|tx| link_actions(tx, &[], &records)),
        sample.refused(|tx| unlink_actions(tx, &actions, &[])),
    ] {
        assert_eq!(error.code, "selection-empty");
    }
    let error = sample.refused(|tx| link_actions(tx, &actions, &["stranger".to_owned()]));
    assert_eq!(error.code, "record-not-found");
}

#[test]
fn a_milestone_lies_between_start_and_due_date() {
    let mut sample = Sample::new();
    let action = sample.action_with(dated(Some("2027-01-01"), Some("2027-06-30")));
    for outside in ["2026-12-31", "2027-07-01"] {
        let error = sample.refused(|tx| add_milestone(tx, &planned(&action, outside)));
        assert_eq!(
            (error.code.as_str(), error.args["number"].as_str()),
            ("milestone-outside-action", "1"),
            "I8"
        );
    }
    for inside in ["2027-01-01", "2027-06-30"] {
        sample.change(|tx| add_milestone(tx, &planned(&action, inside)));
    }
    assert_eq!(read(&sample, &action).milestones.len(), 2);
}

#[test]
fn an_action_does_not_move_away_from_its_milestones() {
    let mut sample = Sample::new();
    let action = sample.action_with(dated(Some("2027-01-01"), Some("2027-06-30")));
    sample.change(|tx| add_milestone(tx, &planned(&action, "2027-06-01")));
    for patch in [
        r#"{"due_on": "2027-05-31"}"#,
        r#"{"start_on": "2027-06-02"}"#,
    ] {
        let patch: ActionPatch = serde_json::from_str(patch).unwrap();
        let error = sample.refused(|tx| edit_actions(tx, std::slice::from_ref(&action), &patch));
        assert_eq!(
            error.code, "milestone-outside-action",
            "start <= milestone <= due (I8)"
        );
    }
}

#[test]
fn a_milestone_of_no_action_or_without_a_title_is_refused() {
    let mut sample = Sample::new();
    let error = sample.refused(|tx| add_milestone(tx, &planned("stranger", "2027-01-01")));
    assert_eq!(
        (error.code.as_str(), error.args["record"].as_str()),
        ("record-not-found", "stranger")
    );
    let action = sample.action("Draft a law", &[]);
    let untitled = NewMilestone {
        title: " ".to_owned(),
        ..planned(&action, "2027-01-01")
    };
    assert_eq!(
        sample.refused(|tx| add_milestone(tx, &untitled)).code,
        "title-missing"
    );
    let error = sample.refused(|tx| add_milestone(tx, &planned(&action, "spring")));
    assert_eq!(error.code, "date-not-understood");
}

#[test]
fn a_milestone_is_reached_changed_and_removed() {
    let mut sample = Sample::new();
    let action = sample.action("Draft a law", &[]);
    let id = sample.change(|tx| add_milestone(tx, &planned(&action, "2027-01-01")));
    let reached = MilestonePatch {
        kind: Some(MilestoneKind::Benchmark),
        actual_on: Some(Some("2027-02-01".to_owned())),
        ..MilestonePatch::default()
    };
    sample.change(|tx| edit_milestone(tx, &id, &reached));
    let milestone = read(&sample, &action).milestones.remove(0);
    assert_eq!(milestone.kind, MilestoneKind::Benchmark);
    assert_eq!(
        milestone.planned_on.as_deref(),
        Some("2027-01-01"),
        "reached late is no refusal"
    );
    assert_eq!(milestone.actual_on.as_deref(), Some("2027-02-01"));
    sample.change(|tx| remove_milestone(tx, &id));
    assert!(read(&sample, &action).milestones.is_empty());
    assert_eq!(
        sample.refused(|tx| remove_milestone(tx, &id)).code,
        "record-not-found"
    );
}

#[test]
fn a_removed_action_leaves_the_plan_and_stays_in_the_file() {
    let mut sample = Sample::new();
    let first = sample.action("First", &[]);
    let second = sample.action("Second", &[]);
    sample.change(|tx| remove_actions(tx, std::slice::from_ref(&first)));
    let living = sample.dossier.read(list_actions).unwrap();
    assert_eq!(
        living.iter().map(|action| &action.id).collect::<Vec<_>>(),
        [&second]
    );
    assert_eq!(sample.count("select count(*) from action"), 2, "I22");
    assert_eq!(
        sample.refused(|tx| remove_actions(tx, &[])).code,
        "selection-empty"
    );
    assert_eq!(
        sample.refused(|tx| remove_actions(tx, &[first])).code,
        "record-not-found"
    );
}

#[test]
fn an_action_may_serve_a_noted_recommendation() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", "Abolish the death penalty");
    let noted = upright_core::recommendations::PositionGiven {
        position: "NOT".to_owned(),
        ..Default::default()
    };
    sample.change(|tx| {
        upright_core::recommendations::set_position(tx, std::slice::from_ref(&id), &noted)
    });
    let action = sample.action("Study the matter", &[&id]);
    assert_eq!(read(&sample, &action).recommendations[0].id, id, "I5");
}
