//! Parts are stretches of the text, each with a letter of its own.

use kit::sample::Sample;
use upright_core::recommendations::{
    NewParts, PartKind, PartPatch, PositionGiven, add_parts, answer_part, edit_part,
    get_recommendation, parts_of, remove_part,
};

const TEXT: &str = "Ratify OPCAT;  set up a mechanism\nand fund it";

fn demands(id: &str, texts: &[&str]) -> NewParts {
    NewParts {
        recommendation_id: id.to_owned(),
        kind: PartKind::Demand,
        texts: texts.iter().map(|text| (*text).to_owned()).collect(),
    }
}

#[test]
fn demands_take_the_next_letter_and_the_text_stays_whole() {
    let mut sample = Sample::new();
    let id = sample.concluding_observation("17", TEXT);
    sample.change(|tx| add_parts(tx, &demands(&id, &["Ratify OPCAT", "fund it"])));
    let third =
        sample.change(|tx| add_parts(tx, &demands(&id, &["set up a mechanism and fund it"])));
    let parts = sample.dossier.read(|reader| parts_of(reader, &id)).unwrap();
    let letters: Vec<_> = parts.iter().map(|part| part.letter.as_str()).collect();
    assert_eq!(letters, ["a", "b", "c"]);
    let record = sample
        .dossier
        .read(|reader| get_recommendation(reader, &id));
    assert_eq!(record.unwrap().text, TEXT, "I1");
    sample.change(|tx| remove_part(tx, &parts[0].id));
    let again = sample.change(|tx| add_parts(tx, &demands(&id, &["Ratify OPCAT"])));
    let parts = sample.dossier.read(|reader| parts_of(reader, &id)).unwrap();
    assert_eq!((&parts[0].id, parts[0].letter.as_str()), (&again[0], "a"));
    assert_ne!(third, again);
}

#[test]
fn words_that_do_not_stand_in_the_text_are_no_part() {
    let mut sample = Sample::new();
    let id = sample.concluding_observation("17", TEXT);
    for wrong in ["Ratify the OPCAT", " ", "fund them"] {
        let error = sample.refused(|tx| add_parts(tx, &demands(&id, &[wrong])));
        assert_eq!(error.code, "part-not-in-text", "{wrong:?}");
    }
    let twice = demands(&id, &["fund it", "fund  it"]);
    assert_eq!(
        sample.refused(|tx| add_parts(tx, &twice)).code,
        "part-twice"
    );
    let none = demands(&id, &[]);
    assert_eq!(
        sample.refused(|tx| add_parts(tx, &none)).code,
        "selection-empty"
    );
    let stranger = demands("stranger", &["fund it"]);
    assert_eq!(
        sample.refused(|tx| add_parts(tx, &stranger)).code,
        "record-not-found"
    );
}

#[test]
fn a_demand_has_a_status_and_an_answered_part_an_answer() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", TEXT);
    let demand = sample.change(|tx| add_parts(tx, &demands(&id, &["fund it"])))[0].clone();
    let answered = NewParts {
        kind: PartKind::Answer,
        ..demands(&id, &["fund it"])
    };
    let answered = sample.change(|tx| add_parts(tx, &answered))[0].clone();
    let status = |code: &str| PartPatch {
        status: Some(Some(code.to_owned())),
        ..PartPatch::default()
    };
    sample.change(|tx| edit_part(tx, &demand, &status("FI")));
    assert_eq!(
        sample
            .refused(|tx| edit_part(tx, &demand, &status("DO")))
            .code,
        "status-unknown"
    );
    assert_eq!(
        sample
            .refused(|tx| edit_part(tx, &answered, &status("FI")))
            .code,
        "part-is-answer"
    );
    let yes = PositionGiven {
        position: "SUP".to_owned(),
        ..PositionGiven::default()
    };
    assert_eq!(
        sample.refused(|tx| answer_part(tx, &demand, &yes)).code,
        "part-is-demand"
    );
    let parts = sample.dossier.read(|reader| parts_of(reader, &id)).unwrap();
    let statuses: Vec<_> = parts.iter().map(|part| part.status.as_deref()).collect();
    assert_eq!(statuses, [None, Some("FI")]);
}

#[test]
fn a_letter_is_given_once() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", TEXT);
    let ids = sample.change(|tx| add_parts(tx, &demands(&id, &["Ratify OPCAT", "fund it"])));
    let letter = |letter: &str| PartPatch {
        letter: Some(letter.to_owned()),
        ..PartPatch::default()
    };
    assert_eq!(
        sample
            .refused(|tx| edit_part(tx, &ids[1], &letter("a")))
            .code,
        "letter-taken"
    );
    assert_eq!(
        sample
            .refused(|tx| edit_part(tx, &ids[1], &letter(" ")))
            .code,
        "letter-missing"
    );
    sample.change(|tx| edit_part(tx, &ids[1], &letter("ii")));
}
