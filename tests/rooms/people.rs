//! Agencies, focal points, authors and the plan's own page.

use kit::host::{TestHost, text, texts};
use kit::sample::Sample;
use serde_json::json;
use upright_core::assignments::{Role, SubjectKind, assign, end_assignments};
use upright_core::people::{
    AgencyKind, AgencyPatch, NewFocalPoint, ProfilePatch, add_agencies, add_author,
    add_focal_point, edit_agency, edit_focal_point, edit_profile, find_agency, get_agency,
    get_profile, list_agencies, list_authors, remove_agency, remove_focal_point,
};

fn short_names(sample: &Sample) -> Vec<String> {
    let agencies = sample.dossier.read(list_agencies).unwrap();
    agencies
        .into_iter()
        .map(|agency| agency.short_name)
        .collect()
}

fn contact(name: &str) -> NewFocalPoint {
    NewFocalPoint {
        name: name.to_owned(),
        function: Some(" Head of unit ".to_owned()),
        email: Some("  ".to_owned()),
        phone: None,
        kind: None,
        from_on: Some("2026-01-01".to_owned()),
        to_on: None,
    }
}

#[test]
fn a_pasted_list_becomes_agencies_one_a_line() {
    let mut sample = Sample::new();
    let lines = "Ministry of Justice; MoJ\r\n\n  Ministry of   Health  \nOmbudsman\tNHRI\n";
    let added = sample.change(|tx| add_agencies(tx, lines, AgencyKind::Ministry));
    assert_eq!((added.added, added.known, added.ids.len()), (3, 0, 3));
    assert_eq!(short_names(&sample), ["Health", "MoJ", "NHRI"]);
}

#[test]
fn a_list_pasted_twice_adds_nothing() {
    let mut sample = Sample::new();
    let first = sample.change(|tx| add_agencies(tx, "Ministry of Justice", AgencyKind::Ministry));
    let before = sample.hash();
    let again = sample.change(|tx| add_agencies(tx, "MINISTRY OF JUSTICE", AgencyKind::Ministry));
    assert_eq!((again.added, again.known), (0, 1));
    assert_eq!(again.ids, first.ids, "the known one is named");
    assert_eq!(sample.hash(), before);
}

#[test]
fn two_agencies_of_one_short_name_are_told_apart_or_refused() {
    let mut sample = Sample::new();
    let lines = "Ministry of Health\nMinistry for Health";
    sample.change(|tx| add_agencies(tx, lines, AgencyKind::Ministry));
    assert_eq!(
        short_names(&sample),
        ["Health", "Health 2"],
        "made names never collide"
    );
    let error = sample.refused(|tx| add_agencies(tx, "Clinic; HEALTH", AgencyKind::Ministry));
    assert_eq!(
        (error.code.as_str(), error.args["name"].as_str()),
        ("short-name-taken", "HEALTH")
    );
}

#[test]
fn an_empty_list_and_a_line_without_a_name_are_refused() {
    let mut sample = Sample::new();
    let empty = sample.refused(|tx| add_agencies(tx, " \n\t\n", AgencyKind::Ministry));
    assert_eq!(empty.code, "list-empty");
    let nameless = sample.refused(|tx| add_agencies(tx, "Justice\n; MoH", AgencyKind::Ministry));
    assert_eq!(nameless.code, "name-missing");
}

#[test]
fn a_change_of_an_agency_leaves_what_it_does_not_name() {
    let mut sample = Sample::new();
    let id = sample.agency("Ministry of Justice; MoJ");
    let patch = AgencyPatch {
        kind: Some(AgencyKind::Judiciary),
        note: Some("Chairs the council".to_owned()),
        ..AgencyPatch::default()
    };
    sample.change(|tx| edit_agency(tx, &id, &patch));
    let agency = sample
        .dossier
        .read(|reader| get_agency(reader, &id))
        .unwrap();
    assert_eq!(
        (agency.name.as_str(), agency.short_name.as_str()),
        ("Ministry of Justice", "MoJ")
    );
    assert_eq!(agency.kind, AgencyKind::Judiciary);
    let cleared = AgencyPatch {
        note: Some(" ".to_owned()),
        ..AgencyPatch::default()
    };
    sample.change(|tx| edit_agency(tx, &id, &cleared));
    let agency = sample
        .dossier
        .read(|reader| get_agency(reader, &id))
        .unwrap();
    assert_eq!(agency.note, None, "a blank note is no note");
}

#[test]
fn names_of_agencies_stay_unique() {
    let mut sample = Sample::new();
    let justice = sample.agency("Ministry of Justice; MoJ");
    sample.agency("Ministry of Health; MoH");
    let named = |name: Option<&str>, short: Option<&str>| AgencyPatch {
        name: name.map(str::to_owned),
        short_name: short.map(str::to_owned),
        ..AgencyPatch::default()
    };
    let taken =
        sample.refused(|tx| edit_agency(tx, &justice, &named(Some("ministry of health"), None)));
    assert_eq!(taken.code, "name-taken");
    let taken = sample.refused(|tx| edit_agency(tx, &justice, &named(None, Some("moh"))));
    assert_eq!(taken.code, "short-name-taken");
    let missing = sample.refused(|tx| edit_agency(tx, &justice, &named(Some("  "), None)));
    assert_eq!(missing.code, "name-missing");
    sample.change(|tx| edit_agency(tx, &justice, &named(Some("MINISTRY OF JUSTICE"), None)));
}

#[test]
fn an_agency_is_found_by_either_name_whatever_its_capitals_and_accents() {
    let mut sample = Sample::new();
    let id = sample.agency("Ministère de la Santé; Santé");
    for name in ["ministere de la sante", "SANTE", "Santé"] {
        let found = sample
            .dossier
            .read(|reader| find_agency(reader, name))
            .unwrap();
        assert_eq!(found.map(|agency| agency.id), Some(id.clone()), "{name}");
    }
    let none = sample
        .dossier
        .read(|reader| find_agency(reader, "Sant"))
        .unwrap();
    assert!(none.is_none(), "half a name is no name");
}

#[test]
fn an_agency_with_work_in_hand_is_not_removed() {
    let mut sample = Sample::new();
    let record = sample.recommendation("1.1", "Ratify the convention");
    let agency = sample.agency("Ministry of Justice");
    sample.assign(&record, &agency, Role::Lead);
    let error = sample.refused(|tx| remove_agency(tx, &agency));
    assert_eq!(
        (error.code.as_str(), error.args["count"].as_str()),
        ("agency-in-use", "1")
    );
}

#[test]
fn an_agency_whose_assignments_have_ended_can_be_removed() {
    let mut sample = Sample::new();
    let record = sample.recommendation("1.1", "Ratify the convention");
    let agency = sample.agency("Ministry of Justice");
    let wish = upright_core::assignments::Assign {
        from_on: Some("2026-01-01".to_owned()),
        ..kit::sample::wish(SubjectKind::Recommendation, &[&record], &agency, Role::Lead)
    };
    sample.change(|tx| assign(tx, &wish));
    let held = sample
        .dossier
        .read(upright_core::assignments::list_assignments)
        .unwrap();
    sample.change(|tx| end_assignments(tx, &[held[0].id.clone()], None));
    sample.change(|tx| remove_agency(tx, &agency));
    assert!(short_names(&sample).is_empty());
}

#[test]
fn an_agency_whose_only_work_was_removed_can_be_removed() {
    let mut sample = Sample::new();
    let record = sample.recommendation("1.1", "Ratify the convention");
    let agency = sample.agency("Ministry of Justice");
    sample.assign(&record, &agency, Role::Lead);
    sample.change(|tx| upright_core::recommendations::remove_recommendations(tx, &[record]));
    sample.change(|tx| remove_agency(tx, &agency));
    assert!(short_names(&sample).is_empty());
}

#[test]
fn a_removed_agency_frees_its_names_and_stays_in_the_file() {
    let mut sample = Sample::new();
    let first = sample.agency("Ministry of Justice; MoJ");
    sample.change(|tx| remove_agency(tx, &first));
    let second = sample.agency("Ministry of Justice; MoJ");
    assert_ne!(first, second);
    assert_eq!(
        sample.count("select count(*) from agency"),
        2,
        "nothing is deleted (I22)"
    );
    let error = sample.refused(|tx| remove_agency(tx, &first));
    assert_eq!(error.code, "record-not-found");
}

#[test]
fn a_focal_point_has_a_period_and_blank_fields_are_empty() {
    let mut sample = Sample::new();
    let agency = sample.agency("Ministry of Justice");
    let id = sample.change(|tx| add_focal_point(tx, &agency, &contact("Ben  Contact")));
    let found = sample
        .dossier
        .read(|reader| get_agency(reader, &agency))
        .unwrap();
    let point = &found.focal_points[0];
    assert_eq!(
        (point.id.as_str(), point.name.as_str()),
        (id.as_str(), "Ben Contact")
    );
    assert_eq!(
        (point.function.as_deref(), point.email.as_deref()),
        (Some("Head of unit"), None)
    );
    let ends_before_it_begins = NewFocalPoint {
        to_on: Some("2025-12-31".to_owned()),
        ..contact("Ben Contact")
    };
    let error = sample.refused(|tx| edit_focal_point(tx, &id, &ends_before_it_begins));
    assert_eq!(error.code, "dates-in-wrong-order", "I8");
    let no_day = NewFocalPoint {
        from_on: Some("soon".to_owned()),
        ..contact("Ben Contact")
    };
    let error = sample.refused(|tx| edit_focal_point(tx, &id, &no_day));
    assert_eq!(error.code, "date-not-understood");
    let error = sample.refused(|tx| edit_focal_point(tx, &id, &contact(" ")));
    assert_eq!(error.code, "name-missing");
    sample.change(|tx| remove_focal_point(tx, &id));
    let error = sample.refused(|tx| remove_focal_point(tx, &id));
    assert_eq!(error.code, "record-not-found");
}

#[test]
fn main_focal_points_stand_before_their_alternates() {
    let test = TestHost::new();
    let agency = &test.agencies("Ministry of Justice")[0];
    for (name, kind) in [("Ada", "alternate"), ("Zoe", "main")] {
        let point = json!({"name": name, "kind": kind});
        test.added(
            "add_focal_point",
            json!({"agency_id": agency, "focal_point": point}),
        );
    }
    let found = test.call("get_agency", json!({"id": agency}));
    let names: Vec<String> = found["focal_points"]
        .as_array()
        .unwrap()
        .iter()
        .map(|point| text(&point["name"]))
        .collect();
    assert_eq!(names, ["Zoe", "Ada"]);
}

#[test]
fn a_focal_point_of_no_agency_is_refused() {
    let mut sample = Sample::new();
    let error = sample.refused(|tx| add_focal_point(tx, "nobody", &contact("Ben")));
    assert_eq!(
        (error.code.as_str(), error.args["record"].as_str()),
        ("record-not-found", "nobody")
    );
}

#[test]
fn an_author_is_listed_once_however_written() {
    let mut sample = Sample::new();
    let first = sample.change(|tx| add_author(tx, "Ana Officer"));
    let again = sample.change(|tx| add_author(tx, "  ana   OFFICER "));
    assert_eq!(first, again);
    assert_eq!(sample.dossier.read(list_authors).unwrap().len(), 1);
    assert_eq!(
        sample.refused(|tx| add_author(tx, "\t ")).code,
        "name-missing"
    );
}

#[test]
fn the_author_of_the_changes_is_chosen_and_changed() {
    let test = TestHost::new();
    assert_eq!(test.state()["author"]["name"], "Ana Officer");
    let state = test.call("choose_author", json!({"name": "Ben Deputy"}));
    assert_eq!(state["author"]["name"], "Ben Deputy");
    assert_eq!(state["authors"].as_array().unwrap().len(), 2);
    assert_eq!(
        state["undo"],
        json!(null),
        "choosing who works is no step of undo"
    );
}

#[test]
fn the_plans_own_page_changes_field_by_field() {
    let mut sample = Sample::new();
    let patch = ProfilePatch {
        mechanism_name: Some("Interministerial council".to_owned()),
        ..ProfilePatch::default()
    };
    sample.change(|tx| edit_profile(tx, &patch));
    let profile = sample.dossier.read(get_profile).unwrap();
    assert_eq!(
        (profile.title.as_str(), profile.state.as_str()),
        ("Sample plan", "XUP")
    );
    assert_eq!(
        profile.mechanism_name.as_deref(),
        Some("Interministerial council")
    );
    let titled = |title: &str, state: &str| ProfilePatch {
        title: Some(title.to_owned()),
        state: Some(state.to_owned()),
        ..ProfilePatch::default()
    };
    let error = sample.refused(|tx| edit_profile(tx, &titled(" ", "XUP")));
    assert_eq!(error.code, "title-missing");
    let error = sample.refused(|tx| edit_profile(tx, &titled("Plan", "QQQ")));
    assert_eq!(
        (error.code.as_str(), error.args["state"].as_str()),
        ("state-unknown", "QQQ")
    );
}

#[test]
fn agencies_are_listed_alphabetically_never_ranked() {
    let test = TestHost::new();
    test.agencies("Ministry of Labour; zeta\nMinistry of Health; Alpha\nMinistry of Justice; beta");
    let found = test.call("list_agencies", json!({}));
    let names: Vec<&str> = found
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|agency| agency["short_name"].as_str())
        .collect();
    assert_eq!(names, ["Alpha", "beta", "zeta"]);
    assert_eq!(texts(&json!(names)).len(), 3);
}
