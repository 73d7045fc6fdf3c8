//! What an import does to a plan: new, changed, unchanged, withdrawn; one operation, one undo; the
//! same file twice; and what people have done stays.

use kit::docx::{document, row, table};
use upright_core::base::{Clock, Progress};
use upright_core::dossier::{Dossier, NewPlan, OpenAs, Storage};
use upright_core::import::{
    self, Ask, Format, ImportKind, ImportResult, MIXED, Parsed, SourceFile,
};
use upright_core::recommendations::{
    self, PositionGiven, Recommendation, RecommendationPatch, RecordType, TagChange, Vocabulary,
};

use super::read;

const HEADER: &str = "SuR;Rgrp;Org;Recommendation;RS;Rgrp;Org;Response;Action;Issue;Session";

pub(super) fn plan() -> Dossier {
    let plan = NewPlan {
        title: "A plan".to_owned(),
        state: "SVN".to_owned(),
        language: "en".to_owned(),
    };
    let opening = OpenAs {
        clock: Clock::Fixed("2025-07-01T10:00:00Z".parse().unwrap()),
        author: None,
        derive: recommendations::refresh_words,
        remake: Some(recommendations::REMAKE_WORDS),
        read_only: false,
    };
    Dossier::create(Storage::Memory, &plan, &opening).unwrap()
}

pub(super) fn parsed(name: &str, bytes: &[u8]) -> Parsed {
    let ask = Ask {
        plan_state: Some("SVN".to_owned()),
        ..Ask::default()
    };
    Parsed {
        source: SourceFile {
            name: name.to_owned(),
            sha256: upright_core::base::text::sha256(bytes),
        },
        reading: read(bytes, &ask).unwrap(),
        own: None,
    }
}

pub fn csv(rows: &[&str]) -> Parsed {
    let text = format!("{HEADER}\n{}\n", rows.join("\n"));
    parsed("export.csv", text.as_bytes())
}

pub(super) fn matrix(rows: &[[&str; 3]]) -> Parsed {
    let mut all = vec![row(&[
        "Recommendation",
        "Position",
        "Full list of themes",
        "",
    ])];
    for [text, position, themes] in rows {
        let text = format!("{text};\nSource of Position: A/HRC/28/15/Add.1 - Para. 3");
        all.push(row(&[&text, position, themes, ""]));
    }
    let header = "UPR of Slovenia (2nd Cycle \u{2013} 20th session)";
    parsed("matrix.docx", &document(header, &table(&all)))
}

pub(super) fn import(dossier: &mut Dossier, parsed: &Parsed) -> ImportResult {
    let changed = dossier.change(import::operation(parsed), |tx| {
        import::apply(tx, parsed, &Progress::silent())
    });
    changed.unwrap().value
}

pub(super) fn counts(result: &ImportResult) -> [u32; 4] {
    [
        result.added,
        result.changed,
        result.unchanged,
        result.withdrawn,
    ]
}

pub(super) fn all(dossier: &Dossier) -> Vec<Recommendation> {
    dossier.read(recommendations::list_recommendations).unwrap()
}

pub(super) fn operations(dossier: &Dossier) -> u32 {
    dossier
        .read(|reader| reader.count("select count(*) from operation", []))
        .unwrap()
}

const TWO: [[&str; 3]; 2] = [
    [
        "115.1 Ratify the Convention (Chile) (Peru)",
        "Supported",
        "A12 Norms\nAffected persons:\n- general",
    ],
    ["115.2 Adopt a law (Spain)", "Noted", "B31 Equality"],
];

#[test]
fn a_first_import_adds_everything_with_its_place_in_the_document() {
    let mut dossier = plan();
    let result = import(&mut dossier, &matrix(&TWO));
    assert_eq!(result.format, Format::OhchrMatrix);
    assert_eq!(counts(&result), [2, 0, 0, 0]);
    let first = &all(&dossier)[0];
    assert_eq!(first.reference, "2-UPR-115.1");
    assert_eq!(first.document.as_deref(), Some("A/HRC/28/15"));
    assert_eq!(first.text, "Ratify the Convention");
    assert_eq!(first.recommending_states, ["CHL", "PER"]);
    assert_eq!(first.position.as_deref(), Some("SUP"));
    assert_eq!(
        (first.themes.as_slice(), first.groups.as_slice()),
        (
            ["A12 Norms".to_owned()].as_slice(),
            ["general".to_owned()].as_slice()
        )
    );
    assert!(first.has_suggested_tags, "imported tags are suggestions");
    assert_eq!(
        (first.action_category, first.action_category_confirmed),
        (Some(5), false)
    );
    let history = dossier
        .read(|reader| recommendations::position_history(reader, &first.id))
        .unwrap();
    assert_eq!(history[0].document.as_deref(), Some("A/HRC/28/15/Add.1"));
    assert_eq!(history[0].paragraph.as_deref(), Some("3"));
}

#[test]
fn the_same_file_again_changes_nothing_and_leaves_no_trace() {
    for file in [
        matrix(&TWO),
        csv(&["Slovenia;;;Ratify it;Chad;;;Accepted;5;Justice;20"]),
    ] {
        let mut dossier = plan();
        let first = import(&mut dossier, &file);
        let (before, operations_before) = (all(&dossier), operations(&dossier));
        let second = import(&mut dossier, &file);
        assert_eq!(counts(&second), [0, 0, first.added, 0]);
        assert_eq!(all(&dossier), before);
        assert_eq!(operations(&dossier), operations_before);
    }
}

#[test]
fn a_preview_says_what_the_import_then_does_and_writes_nothing() {
    let mut dossier = plan();
    let file = matrix(&TWO);
    let preview = dossier
        .read(|reader| import::preview(reader, &file))
        .unwrap();
    assert!(all(&dossier).is_empty());
    let result = import(&mut dossier, &file);
    assert_eq!(counts(&preview), counts(&result));
    assert_eq!(preview.rows[0].id, None);
    assert_eq!(result.rows[0].id.as_ref(), Some(&all(&dossier)[0].id));
    assert_eq!(preview.rows[0].kind, ImportKind::Added);
    assert_eq!(preview.rows[0].reference, "2-UPR-115.1");
    assert_eq!(preview.rows[0].row, Some(2));
}

#[test]
fn one_import_is_one_operation_and_one_undo() {
    let mut dossier = plan();
    let before = operations(&dossier);
    import(&mut dossier, &matrix(&TWO));
    assert_eq!(operations(&dossier), before + 1);
    dossier.undo().unwrap();
    assert!(all(&dossier).is_empty());
    let again = import(&mut dossier, &matrix(&TWO));
    assert_eq!(
        counts(&again),
        [2, 0, 0, 0],
        "after an undo the file is new again"
    );
}

#[test]
fn a_cancelled_import_leaves_nothing() {
    let mut dossier = plan();
    let file = matrix(&TWO);
    let progress = Progress::silent();
    progress.cancel();
    let outcome = dossier.change(import::operation(&file), |tx| {
        import::apply(tx, &file, &progress)
    });
    assert_eq!(outcome.unwrap_err().code, "cancelled");
    assert!(all(&dossier).is_empty());
}

#[test]
fn a_newer_file_changes_what_it_says_otherwise_and_names_what_is_gone() {
    let mut dossier = plan();
    import(&mut dossier, &matrix(&TWO));
    let newer = matrix(&[
        [
            "115.2 Adopt a law (Spain) (Iraq)",
            "Supported",
            "B31 Equality\nG1 Minorities",
        ],
        ["115.3 Train judges (Togo)", "Supported", "D51 Justice"],
    ]);
    let result = import(&mut dossier, &newer);
    assert_eq!(counts(&result), [1, 1, 0, 1]);
    let changed = result
        .rows
        .iter()
        .find(|row| row.kind == ImportKind::Changed)
        .unwrap();
    let fields: Vec<(&str, &str)> = changed
        .differences
        .iter()
        .map(|difference| (difference.field.as_str(), difference.after.as_str()))
        .collect();
    assert_eq!(
        fields,
        [
            ("recommending_states", "IRQ"),
            ("position", "SUP"),
            ("theme", "G1 Minorities")
        ]
    );
    let withdrawn = result
        .rows
        .iter()
        .find(|row| row.kind == ImportKind::Withdrawn)
        .unwrap();
    assert_eq!(withdrawn.reference, "2-UPR-115.1");
    let records = all(&dossier);
    assert_eq!(
        records.len(),
        3,
        "what is gone from the file stays in the plan"
    );
    assert_eq!(records[1].recommending_states, ["ESP", "IRQ"]);
    assert_eq!(records[1].position.as_deref(), Some("SUP"));
}

#[test]
fn what_people_have_done_stands_against_the_file() {
    let mut dossier = plan();
    let file = csv(&["Slovenia;;;Ratify it;Chad;;;Noted;4;Justice,Other;20"]);
    import(&mut dossier, &file);
    let ids = vec![all(&dossier)[0].id.clone()];
    let edited = dossier.change(
        upright_core::dossier::Operation::new("edit_recommendations"),
        |tx| {
            let patch = RecommendationPatch {
                action_category: Some(Some(5)),
                note: Some(Some("Ask the Ministry".to_owned())),
                ..RecommendationPatch::default()
            };
            recommendations::edit_recommendations(tx, &ids, &patch)?;
            let tags = TagChange {
                ids: ids.clone(),
                vocabulary: Vocabulary::Theme,
                add: vec!["National theme".to_owned()],
                remove: vec!["Other".to_owned()],
                confirm: vec![],
            };
            recommendations::tag_recommendations(tx, &tags)?;
            let later = PositionGiven {
                position: "SUP".to_owned(),
                explanation: Some("Statement of 2016".to_owned()),
                ..PositionGiven::default()
            };
            recommendations::set_position(tx, &ids, &later)
        },
    );
    edited.unwrap();
    let before = all(&dossier);
    assert_eq!(counts(&import(&mut dossier, &file)), [0, 0, 1, 0]);
    assert_eq!(all(&dossier), before);
}

#[test]
fn the_verbatim_text_is_never_touched_and_a_difference_is_shown() {
    let mut dossier = plan();
    import(&mut dossier, &matrix(&TWO));
    let other = matrix(&[
        [
            "115.1 Ratify both Conventions (Chile) (Peru)",
            "Supported",
            "A12 Norms\nAffected persons:\n- general",
        ],
        TWO[1],
    ]);
    let result = import(&mut dossier, &other);
    assert_eq!(counts(&result), [0, 0, 2, 0]);
    assert_eq!(result.problems[0].code, "import-text-differs");
    assert_eq!(result.problems[0].args["reference"], "2-UPR-115.1");
    assert_eq!(all(&dossier)[0].text, "Ratify the Convention");
}

#[test]
fn references_without_a_paragraph_follow_the_file_and_skip_taken_numbers() {
    let mut dossier = plan();
    let one = "Slovenia;;;Ratify it;Chad;;;Accepted;5;Justice;20";
    let two = "Slovenia;;;Sign it;Chad;;;Accepted;5;Justice;20";
    let three = "Slovenia;;;Train them;Chad;;;Accepted;5;Justice;20";
    import(&mut dossier, &csv(&[one, two]));
    let references = |dossier: &Dossier| -> Vec<String> {
        all(dossier)
            .into_iter()
            .map(|record| record.reference)
            .collect()
    };
    assert_eq!(references(&dossier), ["2-UPR-i001", "2-UPR-i002"]);
    let result = import(&mut dossier, &csv(&[three, one, two]));
    assert_eq!(counts(&result), [1, 0, 2, 0]);
    assert_eq!(
        references(&dossier),
        ["2-UPR-i001", "2-UPR-i002", "2-UPR-i003"]
    );
}

#[test]
fn texts_that_differ_only_in_signs_stay_two_recommendations() {
    let mut dossier = plan();
    let file = csv(&[
        "Slovenia;;;Ratify it;Chad;;;Accepted;5;Justice;20",
        "Slovenia;;;Ratify it.;Chad;;;Accepted;5;Justice;20",
    ]);
    assert_eq!(counts(&import(&mut dossier, &file)), [2, 0, 0, 0]);
    assert_eq!(counts(&import(&mut dossier, &file)), [0, 0, 2, 0]);
}

#[test]
fn mixed_answers_are_kept_by_state() {
    let mut dossier = plan();
    let file = csv(&[
        "Slovenia;;;Ratify it;Chad;;;Accepted;5;Justice;20",
        "Slovenia;;;Ratify it;Peru;;;Noted;5;Justice;20",
    ]);
    import(&mut dossier, &file);
    let record = &all(&dossier)[0];
    assert_eq!(record.position.as_deref(), Some(MIXED));
    let answers: Vec<(&str, &str)> = record
        .state_positions
        .iter()
        .map(|answer| (answer.state.as_str(), answer.position.as_str()))
        .collect();
    assert_eq!(answers, [("TCD", "SUP"), ("PER", "NOT")]);
    assert_eq!(counts(&import(&mut dossier, &file)), [0, 0, 1, 0]);
}

#[test]
fn pledges_have_their_own_references_and_no_position() {
    let mut dossier = plan();
    let file = csv(&[
        "Slovenia;;;Ratify it;Chad;;;Accepted;5;Justice;20",
        "Slovenia;;;We shall sign it;Slovenia;;;Voluntary Pledge;5;Justice;20",
    ]);
    import(&mut dossier, &file);
    let records = all(&dossier);
    let pledge = records
        .iter()
        .find(|r| r.record_type == RecordType::VoluntaryPledge)
        .unwrap();
    assert_eq!(
        (pledge.reference.as_str(), pledge.mechanism.as_str()),
        ("2-PLEDGE-i001", "PLEDGE")
    );
    assert_eq!(pledge.position, None);
    assert_eq!(counts(&import(&mut dossier, &file)), [0, 0, 2, 0]);
}

#[test]
fn a_matrix_gives_paragraphs_to_what_came_without_them() {
    let mut dossier = plan();
    import(
        &mut dossier,
        &csv(&["Slovenia;;;Ratify the Convention;Chile;;;Accepted;5;Justice;20"]),
    );
    let result = import(&mut dossier, &matrix(&TWO));
    assert_eq!(counts(&result), [1, 1, 0, 0]);
    let record = &all(&dossier)[0];
    assert_eq!(record.reference, "2-UPR-115.1");
    assert_eq!(record.paragraph.as_deref(), Some("115.1"));
    assert_eq!(record.recommending_states, ["CHL", "PER"]);
    assert_eq!(record.themes, ["A12 Norms", "Justice"]);
    assert_eq!(counts(&import(&mut dossier, &matrix(&TWO))), [0, 0, 2, 0]);
}

#[test]
fn equal_texts_in_two_paragraphs_are_two_and_an_export_does_not_guess_between_them() {
    let mut dossier = plan();
    let file = matrix(&[
        ["115.1 Ratify it (Chile)", "Supported", "A12 Norms"],
        ["115.2 Ratify it (Peru)", "Supported", "A12 Norms"],
    ]);
    assert_eq!(counts(&import(&mut dossier, &file)), [2, 0, 0, 0]);
    let peru = csv(&["Slovenia;;;Ratify it;Peru;;;Accepted;5;Justice;20"]);
    let result = import(&mut dossier, &peru);
    assert_eq!(
        result
            .rows
            .iter()
            .find(|row| row.kind == ImportKind::Changed)
            .unwrap()
            .reference,
        "2-UPR-115.2"
    );
    let togo = csv(&["Slovenia;;;Ratify it;Togo;;;Accepted;5;Justice;20"]);
    let result = import(&mut dossier, &togo);
    assert_eq!((result.duplicate, result.added, result.changed), (1, 0, 0));
    assert_eq!(result.problems[0].code, "import-several-alike");
}

#[test]
fn an_export_finds_its_own_record_among_equal_texts() {
    let mut dossier = plan();
    let export = csv(&[
        "Slovenia;;;Ratify it;Chile;;;Accepted;5;Justice;20",
        "Slovenia;;;Ratify it;Peru;;;Accepted;5;Justice;20",
    ]);
    import(&mut dossier, &export);
    let file = matrix(&[
        ["115.1 Ratify it (Chile)", "Supported", "A12 Norms"],
        ["115.2 Ratify it (Peru)", "Supported", "A12 Norms"],
    ]);
    assert_eq!(counts(&import(&mut dossier, &file)), [1, 1, 0, 0]);
    let again = import(&mut dossier, &export);
    assert_eq!((again.duplicate, counts(&again)), (0, [0, 0, 1, 0]));
    assert_eq!(counts(&import(&mut dossier, &file)), [0, 0, 2, 0]);
}

#[test]
fn a_later_answer_stands_against_an_older_document() {
    let mut dossier = plan();
    import(
        &mut dossier,
        &csv(&["Slovenia;;;Adopt a law;Spain;;;Noted;5;Justice;20"]),
    );
    let ids = vec![all(&dossier)[0].id.clone()];
    let later = PositionGiven {
        position: "SUP".to_owned(),
        ..PositionGiven::default()
    };
    let given = dossier.change(
        upright_core::dossier::Operation::new("set_position"),
        |tx| recommendations::set_position(tx, &ids, &later),
    );
    given.unwrap();
    import(&mut dossier, &matrix(&[TWO[1]]));
    let record = &all(&dossier)[0];
    assert_eq!(record.reference, "2-UPR-115.2");
    assert_eq!(record.position.as_deref(), Some("SUP"));
}

#[test]
fn recommendations_to_another_state_are_pointed_out() {
    let mut dossier = plan();
    let text = format!("{HEADER}\nMorocco;;;Ratify it;Chad;;;Accepted;5;Justice;1\n");
    let ask = Ask {
        state: Some("MAR".to_owned()),
        plan_state: Some("SVN".to_owned()),
        ..Ask::default()
    };
    let mut file = parsed_as(text.as_bytes(), &ask);
    let mut result = import(&mut dossier, &file);
    assert_eq!(result.problems[0].code, "import-state-of-another-plan");
    import::tell(&mut result, &upright_core::base::lang::Words::of("en"));
    assert!(
        result.problems[0].message.contains("MAR"),
        "{}",
        result.problems[0].message
    );
    // Tunisia's recommendations of the same session do not make Morocco's withdrawn.
    let text = text.replace("Morocco", "Tunisia");
    file = parsed_as(
        text.as_bytes(),
        &Ask {
            state: Some("TUN".to_owned()),
            ..ask
        },
    );
    assert_eq!(import(&mut dossier, &file).withdrawn, 0);
}

fn parsed_as(bytes: &[u8], ask: &Ask) -> Parsed {
    Parsed {
        source: SourceFile {
            name: "export.csv".to_owned(),
            sha256: upright_core::base::text::sha256(bytes),
        },
        reading: read(bytes, ask).unwrap(),
        own: None,
    }
}

#[test]
fn real_files_imported_twice_change_nothing() {
    let files = [
        ("ohchr-matrices/slovenia-2014.docx", "SVN"),
        ("ohchr-matrices/slovenia-2025.docx", "SVN"),
        ("upr-info/1-5.xls", "MAR"),
        ("upr-info/1-5.csv", "CHN"),
        ("upr-info/voluntary.xls", "MAR"),
    ];
    for (name, state) in files {
        let Some(bytes) = kit::real::real(name) else {
            return;
        };
        let mut dossier = plan();
        let ask = Ask {
            state: Some(state.to_owned()),
            ..Ask::default()
        };
        let file = parsed_as(&bytes, &ask);
        let first = import(&mut dossier, &file);
        println!("{name} {state}: {} rows, {:?}", first.read, counts(&first));
        assert!(first.added > 0 && first.added == u32::try_from(all(&dossier).len()).unwrap());
        assert_eq!(counts(&import(&mut dossier, &file)), [0, 0, first.added, 0]);
    }
}

#[test]
fn the_csv_after_the_xls_of_three_states_changes_nothing() {
    let (Some(xls), Some(csv)) = (
        kit::real::real("upr-info/1-5.xls"),
        kit::real::real("upr-info/1-5.csv"),
    ) else {
        return;
    };
    let mut dossier = plan();
    let mut total = 0;
    for state in ["MAR", "CUB", "COG"] {
        let ask = Ask {
            state: Some(state.to_owned()),
            ..Ask::default()
        };
        total += import(&mut dossier, &parsed_as(&xls, &ask)).added;
    }
    let before = all(&dossier);
    assert_eq!(before.len(), usize::try_from(total).unwrap());
    for state in ["MAR", "CUB", "COG"] {
        let ask = Ask {
            state: Some(state.to_owned()),
            ..Ask::default()
        };
        let result = import(&mut dossier, &parsed_as(&csv, &ask));
        assert_eq!((result.added, result.changed, result.duplicate), (0, 0, 0));
    }
    assert_eq!(all(&dossier), before);
}
