//! Which answer holds: by the day it was given, then by when it was recorded; parts and the whole.

use kit::sample::Sample;
use upright_core::recommendations::{
    NewParts, PartKind, PositionGiven, add_parts, answer_part, get_recommendation, parts_of,
    position_history, remove_part, set_position,
};

const TEXT: &str = "Ratify OPCAT and abolish the death penalty (Chile)";

fn answer(position: &str, given_on: Option<&str>) -> PositionGiven {
    PositionGiven {
        position: position.to_owned(),
        given_on: given_on.map(str::to_owned),
        ..PositionGiven::default()
    }
}

fn give(sample: &mut Sample, id: &str, position: &str, given_on: Option<&str>) {
    let ids = [id.to_owned()];
    sample.change(|tx| set_position(tx, &ids, &answer(position, given_on)));
}

fn position(sample: &Sample, id: &str) -> Option<String> {
    let found = sample.dossier.read(|reader| get_recommendation(reader, id));
    found.unwrap().position
}

/// Two answered parts.
fn split(sample: &mut Sample, id: &str) -> Vec<String> {
    let new = NewParts {
        recommendation_id: id.to_owned(),
        kind: PartKind::Answer,
        texts: vec![
            "Ratify OPCAT".to_owned(),
            "abolish the death penalty".to_owned(),
        ],
    };
    sample.change(|tx| add_parts(tx, &new))
}

#[test]
fn an_answer_given_earlier_does_not_take_the_place_of_a_later_one() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", TEXT);
    give(&mut sample, &id, "NOT", Some("2026-06-01"));
    give(&mut sample, &id, "PEN", Some("2026-01-15"));
    assert_eq!(position(&sample, &id).as_deref(), Some("NOT"), "I4");
    let history = sample.dossier.read(|reader| position_history(reader, &id));
    let told: Vec<_> = history
        .unwrap()
        .into_iter()
        .map(|entry| (entry.position, entry.holds))
        .collect();
    let expected = [("SUP", false), ("PEN", false), ("NOT", true)];
    assert_eq!(told, expected.map(|(code, holds)| (code.to_owned(), holds)));
}

#[test]
fn an_answer_without_a_date_stands_after_those_known_when_it_was_recorded() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", TEXT);
    give(&mut sample, &id, "NOT", Some("2026-06-01"));
    give(&mut sample, &id, "SUP_PROC", None);
    assert_eq!(position(&sample, &id).as_deref(), Some("SUP_PROC"));
    give(&mut sample, &id, "REJ", Some("2026-05-01"));
    assert_eq!(position(&sample, &id).as_deref(), Some("SUP_PROC"));
    give(&mut sample, &id, "SUP", Some("2026-09-30"));
    assert_eq!(position(&sample, &id).as_deref(), Some("SUP"));
}

#[test]
fn parts_answered_differently_make_the_whole_supported_in_part() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", TEXT);
    let parts = split(&mut sample, &id);
    assert_eq!(position(&sample, &id).as_deref(), Some("SUP"), "as before");
    sample.change(|tx| answer_part(tx, &parts[1], &answer("NOT", Some("2026-06-01"))));
    assert_eq!(position(&sample, &id).as_deref(), Some("SUP_PART"));
    let own: Vec<_> = sample
        .dossier
        .read(|reader| parts_of(reader, &id))
        .unwrap()
        .into_iter()
        .map(|part| (part.letter, part.position))
        .collect();
    let expected = [("a", None), ("b", Some("NOT"))];
    assert_eq!(
        own,
        expected.map(|(letter, code)| (letter.to_owned(), code.map(str::to_owned)))
    );
    sample.change(|tx| answer_part(tx, &parts[0], &answer("NOT", Some("2026-06-01"))));
    assert_eq!(position(&sample, &id).as_deref(), Some("NOT"), "they agree");
}

#[test]
fn a_pending_part_keeps_the_whole_pending() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", TEXT);
    let parts = split(&mut sample, &id);
    sample.change(|tx| answer_part(tx, &parts[0], &answer("PEN", None)));
    assert_eq!(
        position(&sample, &id).as_deref(),
        Some("PEN"),
        "I3: it stays open"
    );
}

#[test]
fn a_later_answer_to_the_whole_takes_the_place_of_those_to_the_parts() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", TEXT);
    let parts = split(&mut sample, &id);
    sample.change(|tx| answer_part(tx, &parts[1], &answer("NOT", Some("2026-06-01"))));
    give(&mut sample, &id, "SUP", Some("2026-10-01"));
    assert_eq!(position(&sample, &id).as_deref(), Some("SUP"));
    let held = sample.dossier.read(|reader| parts_of(reader, &id)).unwrap();
    assert!(
        held.iter().all(|part| part.position.is_none()),
        "as the whole"
    );
}

#[test]
fn a_part_taken_away_leaves_its_answers_in_the_history() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", TEXT);
    let parts = split(&mut sample, &id);
    sample.change(|tx| answer_part(tx, &parts[1], &answer("NOT", None)));
    sample.change(|tx| remove_part(tx, &parts[1]));
    assert_eq!(position(&sample, &id).as_deref(), Some("SUP"));
    let history = sample
        .dossier
        .read(|reader| position_history(reader, &id))
        .unwrap();
    let last = history.last().unwrap();
    assert_eq!(
        (last.position.as_str(), last.letter.as_deref(), last.holds),
        ("NOT", None, false)
    );
}

#[test]
fn parts_are_answered_only_where_there_is_a_position() {
    let mut sample = Sample::new();
    let id = sample.concluding_observation("17", TEXT);
    let new = NewParts {
        recommendation_id: id,
        kind: PartKind::Answer,
        texts: vec!["Ratify OPCAT".to_owned()],
    };
    let error = sample.refused(|tx| add_parts(tx, &new));
    assert_eq!(error.code, "position-not-for-mechanism", "I3");
}
