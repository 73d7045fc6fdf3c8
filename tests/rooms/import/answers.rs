//! Answers of the State that stand in another document than the recommendations: they settle what was
//! pending, on the records that are there, and never make one (I4).

use upright_core::dossier::Dossier;
use upright_core::import::{Draft, ImportKind, ImportResult, Parsed};
use upright_core::recommendations;

use super::plan::{all, counts, import, matrix, operations, plan};

const TWO: [[&str; 3]; 2] = [
    [
        "115.1 Ratify the Convention (Chile)",
        "Pending",
        "A12 Norms",
    ],
    ["115.2 Adopt a law (Spain)", "Pending", "B31 Equality"],
];

fn answer(paragraph: &str, position: &str, explanation: Option<&str>) -> Draft {
    let mut draft = Draft::new(7, String::new(), String::new());
    draft.is_answer = true;
    draft.document = Some("A/HRC/28/15".to_owned());
    draft.paragraph = Some(paragraph.to_owned());
    draft.position = Some(position.to_owned());
    draft.position_document = Some("A/HRC/28/15/Add.1".to_owned());
    draft.position_paragraph = Some("4".to_owned());
    draft.explanation = explanation.map(str::to_owned);
    draft
}

fn answers(drafts: Vec<Draft>) -> Parsed {
    let mut parsed = matrix(&TWO);
    parsed.source.name = "addendum.docx".to_owned();
    parsed.source.sha256 = "0".repeat(64);
    parsed.reading.drafts = drafts;
    parsed
}

fn with_records() -> Dossier {
    let mut dossier = plan();
    import(&mut dossier, &matrix(&TWO));
    dossier
}

fn codes(result: &ImportResult) -> Vec<(&str, Option<&str>)> {
    let problems = result.problems.iter();
    problems
        .map(|p| (p.code.as_str(), p.args.get("paragraph").map(String::as_str)))
        .collect()
}

#[test]
fn an_answer_settles_a_pending_position_and_the_earlier_entry_stays() {
    let mut dossier = with_records();
    let parsed = answers(vec![answer("115.2", "NOT", Some("It is under review."))]);
    let result = import(&mut dossier, &parsed);
    assert_eq!(counts(&result)[..3], [0, 1, 0]);
    let row = &result.rows[0];
    assert_eq!(
        (row.kind, row.text.as_str()),
        (ImportKind::Changed, "Adopt a law")
    );
    let records = all(&dossier);
    assert_eq!(records.len(), 2);
    assert_eq!(records[0].position.as_deref(), Some("PEN"));
    assert_eq!(records[1].position.as_deref(), Some("NOT"));
    assert_eq!(records[1].text, "Adopt a law");
    let id = records[1].id.clone();
    let history = dossier
        .read(|reader| recommendations::position_history(reader, &id))
        .unwrap();
    let mut told: Vec<_> = history
        .iter()
        .map(|entry| (entry.position.as_str(), entry.explanation.as_deref()))
        .collect();
    told.sort_unstable();
    assert_eq!(told, [("NOT", Some("It is under review.")), ("PEN", None)]);
    let given = history
        .iter()
        .find(|entry| entry.position == "NOT")
        .unwrap();
    assert_eq!(given.document.as_deref(), Some("A/HRC/28/15/Add.1"));
    assert_eq!(given.paragraph.as_deref(), Some("4"));
}

#[test]
fn the_same_answers_again_change_nothing_and_one_undo_takes_them_back() {
    let mut dossier = with_records();
    let parsed = answers(vec![
        answer("115.1", "SUP", None),
        answer("115.2", "NOT", None),
    ]);
    import(&mut dossier, &parsed);
    let before = operations(&dossier);
    assert_eq!(counts(&import(&mut dossier, &parsed))[..3], [0, 0, 2]);
    assert_eq!(operations(&dossier), before);
    dossier.undo().unwrap();
    let positions: Vec<_> = all(&dossier).into_iter().map(|r| r.position).collect();
    assert_eq!(positions, [Some("PEN".to_owned()), Some("PEN".to_owned())]);
}

#[test]
fn an_answer_without_its_recommendation_is_listed_and_makes_none() {
    let mut dossier = with_records();
    let result = import(&mut dossier, &answers(vec![answer("115.9", "SUP", None)]));
    assert_eq!(counts(&result)[..3], [0, 0, 0]);
    assert_eq!(
        codes(&result),
        [("import-answer-without-record", Some("115.9"))]
    );
    assert_eq!(all(&dossier).len(), 2);
}

#[test]
fn without_the_symbol_the_only_recommendation_with_the_paragraph_is_meant() {
    let mut dossier = with_records();
    let mut draft = answer("115.1", "SUP", None);
    draft.document = None;
    let result = import(&mut dossier, &answers(vec![draft]));
    assert_eq!(counts(&result)[..3], [0, 1, 0]);
    assert_eq!(all(&dossier)[0].position.as_deref(), Some("SUP"));
}
