//! One recommendation in several files: it meets on one record, each source is kept with what it says
//! otherwise, and national work stands.

use serde_json::{Value, json};
use upright_core::dossier::Dossier;
use upright_core::import::Parsed;
use upright_core::recommendations::{PositionGiven, set_position};

use super::plan::{all, counts, csv, import, matrix, operations, parsed, plan};

pub fn index(records: &[Value]) -> Parsed {
    parsed("index.json", &serde_json::to_vec(records).unwrap())
}

/// A recommendation of the review as the Index has it.
pub fn upr(id: &str, text: &str, position: &str, states: &[&str]) -> Value {
    json!({
        "AnnotationId": id, "AnnotationType": "Recommendations", "Body": "UPR",
        "Countries": ["Slovenia"], "Symbol": "A/HRC/28/15", "PublicationDate": "2014-12-10",
        "Text": text, "Themes": ["Detention"], "AffectedPersons": [], "Sdgs": [],
        "UprPositions": [position], "UprRecommendingCountry": states, "UprSession": ["20"],
    })
}

const MATRIX: [[&str; 3]; 2] = [
    [
        "115.1 Ratify the Convention (Chile) (Peru)",
        "Supported",
        "A12 Norms",
    ],
    ["115.2 Adopt a law (Spain)", "Noted", "B31 Equality"],
];

fn both() -> [Value; 2] {
    [
        upr(
            "a-1",
            "115.1 Ratify the Convention (Chile) (Peru);",
            "Supported",
            &["Chile", "Peru"],
        ),
        upr("a-2", "115.2 Adopt a law (Spain);", "Noted", &["Spain"]),
    ]
}

/// Format, key in the file and what is said otherwise, of every source of a record.
fn sources(dossier: &Dossier, reference: &str) -> Vec<(String, Option<String>, Option<Value>)> {
    let sql = "select f.format, s.foreign_id, s.said
               from live_recommendation_source s
               join live_source_file f on f.id = s.source_file_id
               join live_recommendation r on r.id = s.recommendation_id
               where r.reference = :reference
               order by f.format, f.id";
    dossier
        .read(|reader| {
            reader.rows(
                sql,
                rusqlite::named_params! {":reference": reference},
                |row| {
                    let said: Option<String> = row.get(2)?;
                    let said = said.map(|said| serde_json::from_str(&said).unwrap());
                    Ok((row.get(0)?, row.get(1)?, said))
                },
            )
        })
        .unwrap()
}

#[test]
fn index_matrix_and_upr_info_meet_on_one_record_in_any_order() {
    let export = || csv(&["Slovenia;;;Ratify the Convention;Chile;;;Accepted;5;Justice;20"]);
    let makers: [&dyn Fn() -> Parsed; 3] = [&|| index(&both()), &|| matrix(&MATRIX), &export];
    for order in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        let mut dossier = plan();
        for place in order {
            let result = import(&mut dossier, &makers[place]());
            assert_eq!(result.duplicate, 0, "{order:?}");
        }
        let records = all(&dossier);
        assert_eq!(records.len(), 2, "{order:?}");
        assert_eq!(records[0].reference, "2-UPR-115.1", "{order:?}");
        assert_eq!(records[0].recommending_states, ["CHL", "PER"], "{order:?}");
        let formats: Vec<String> = sources(&dossier, "2-UPR-115.1")
            .into_iter()
            .map(|(format, ..)| format)
            .collect();
        assert_eq!(formats, ["ohchr-matrix", "uhri", "upr-info"], "{order:?}");
        let before = all(&dossier);
        // What an earlier source says otherwise may have changed with the record: heard once.
        for maker in makers {
            let again = import(&mut dossier, &maker());
            assert_eq!((again.added, again.changed), (0, 0), "{order:?}");
        }
        let steps = operations(&dossier);
        for maker in makers {
            let again = import(&mut dossier, &maker());
            assert_eq!(
                (again.added, again.changed, again.sources),
                (0, 0, 0),
                "{order:?}"
            );
        }
        assert_eq!(
            (all(&dossier), operations(&dossier)),
            (before, steps),
            "{order:?}"
        );
    }
}

#[test]
fn what_a_source_says_otherwise_is_kept_beside_the_record() {
    let mut dossier = plan();
    import(&mut dossier, &matrix(&MATRIX));
    let result = import(
        &mut dossier,
        &index(&[
            upr(
                "a-1",
                "115.1 Ratify this Convention (Chile);",
                "Noted",
                &["Chile"],
            ),
            upr("a-2", "115.2 Adopt a law (Spain);", "Noted", &["Spain"]),
        ]),
    );
    assert_eq!(result.added, 0);
    let record = &all(&dossier)[0];
    assert_eq!(record.text, "Ratify the Convention", "I1");
    assert_eq!(
        record.position.as_deref(),
        Some("SUP"),
        "the document counts"
    );
    let (_, key, said) = sources(&dossier, "2-UPR-115.1").pop().unwrap();
    assert_eq!(key.as_deref(), Some("a-1"));
    assert_eq!(
        said,
        Some(json!({
            "text": "Ratify this Convention", "position": "NOT", "recommending_states": "CHL",
        }))
    );
    let (_, key, said) = sources(&dossier, "2-UPR-115.2").pop().unwrap();
    assert_eq!((key.as_deref(), said), (Some("a-2"), None));
}

#[test]
fn a_file_that_only_confirms_becomes_a_source_and_one_step_of_undo() {
    let mut dossier = plan();
    import(&mut dossier, &index(&both()));
    let steps = operations(&dossier);
    let confirming = matrix(&[
        [
            "115.1 Ratify the Convention (Chile) (Peru)",
            "Supported",
            "Detention",
        ],
        ["115.2 Adopt a law (Spain)", "Noted", "Detention"],
    ]);
    let first = import(&mut dossier, &confirming);
    // The matrix names the document of the answer: that is news of each.
    assert_eq!(counts(&first), [0, 2, 0, 0]);
    dossier.undo().unwrap();
    assert_eq!(sources(&dossier, "2-UPR-115.1").len(), 1);
    import(
        &mut dossier,
        &csv(&["Slovenia;;;Adopt a law;Spain;;;Noted;4;Detention;20"]),
    );
    let again = csv(&["Slovenia;;;Adopt a law;Spain;;;Noted;4;Detention;20"]);
    assert_eq!(import(&mut dossier, &again).sources, 0);
    assert_eq!(operations(&dossier), steps + 3);
}

#[test]
fn the_key_of_the_file_finds_the_record_whatever_else_has_changed() {
    let mut dossier = plan();
    import(&mut dossier, &index(&both()));
    let corrected = upr(
        "a-2",
        "115.3 Adopt two laws (Spain);",
        "Supported",
        &["Spain"],
    );
    let result = import(&mut dossier, &index(&[both()[0].clone(), corrected]));
    assert_eq!(counts(&result), [0, 1, 1, 0]);
    let record = &all(&dossier)[1];
    assert_eq!(record.reference, "2-UPR-115.2");
    assert_eq!(
        record.position.as_deref(),
        Some("SUP"),
        "the same source corrects itself"
    );
    let (_, _, said) = sources(&dossier, "2-UPR-115.2").pop().unwrap();
    assert_eq!(
        said.unwrap(),
        json!({"text": "Adopt two laws", "paragraph": "115.3"})
    );
}

#[test]
fn an_answer_given_by_a_person_stands_and_the_source_is_heard() {
    let mut dossier = plan();
    import(&mut dossier, &index(&both()));
    let ids = vec![all(&dossier)[1].id.clone()];
    let later = PositionGiven {
        position: "SUP".to_owned(),
        explanation: Some("Statement of 2016".to_owned()),
        ..PositionGiven::default()
    };
    let operation = upright_core::dossier::Operation::new("set_position");
    dossier
        .change(operation, |tx| set_position(tx, &ids, &later))
        .unwrap();
    let result = import(&mut dossier, &index(&both()));
    assert_eq!(counts(&result), [0, 0, 2, 0]);
    assert_eq!(all(&dossier)[1].position.as_deref(), Some("SUP"));
    let (_, _, said) = sources(&dossier, "2-UPR-115.2").pop().unwrap();
    assert_eq!(said.unwrap(), json!({"position": "NOT"}));
}

fn committee(id: &str, symbol: &str, day: &str, text: &str, kind: &str) -> Value {
    json!({
        "AnnotationId": id, "AnnotationType": kind, "Body": "CEDAW", "Countries": ["Slovenia"],
        "Symbol": symbol, "PublicationDate": day, "Text": text, "Themes": [], "Sdgs": [],
    })
}

#[test]
fn concern_and_recommendation_of_one_paragraph_are_two_and_so_are_two_reviews() {
    let mut dossier = plan();
    let old = "CEDAW/C/SVN/CO/4";
    let new = "CEDAW/C/SVN/CO/5-6";
    let file = index(&[
        committee(
            "c-1",
            old,
            "2008-10-16",
            "17. The Committee is concerned",
            "Concerns/Observations",
        ),
        committee(
            "c-2",
            old,
            "2008-10-16",
            "17. The Committee recommends it",
            "Recommendations",
        ),
        committee(
            "c-3",
            old,
            "2008-10-16",
            "It also recommends it",
            "Recommendations",
        ),
        committee(
            "c-4",
            new,
            "2015-11-24",
            "17. The Committee recommends it",
            "Recommendations",
        ),
    ]);
    assert_eq!(counts(&import(&mut dossier, &file)), [4, 0, 0, 0]);
    let references: Vec<String> = all(&dossier).into_iter().map(|r| r.reference).collect();
    assert_eq!(
        references,
        [
            "CEDAW-2008-17",
            "CEDAW-2008-17 (CEDAW/C/SVN/CO/4)",
            "CEDAW-2008-i001",
            "CEDAW-2015-17"
        ]
    );
    assert_eq!(counts(&import(&mut dossier, &file)), [0, 0, 4, 0]);
}

#[test]
fn withdrawn_is_only_what_the_same_kind_of_file_had_of_the_same_document() {
    let mut dossier = plan();
    let old = committee(
        "c-1",
        "CEDAW/C/SVN/CO/4",
        "2008-10-16",
        "9. Repeal it",
        "Recommendations",
    );
    let new = |id: &str, text: &str| {
        committee(
            id,
            "CEDAW/C/SVN/CO/5-6",
            "2015-11-24",
            text,
            "Recommendations",
        )
    };
    import(&mut dossier, &matrix(&MATRIX));
    import(
        &mut dossier,
        &index(&[old, new("c-2", "9. Adopt it"), new("c-3", "10. Sign it")]),
    );
    let later = import(&mut dossier, &index(&[new("c-2", "9. Adopt it")]));
    assert_eq!(counts(&later), [0, 0, 1, 1]);
    assert_eq!(all(&dossier).len(), 5, "what is withdrawn stays");
}
