//! Addenda: lists of numbers in sentences, tables, and answers beneath recommendations settle what was
//! pending on the records of the report.

use kit::docx::{bold, document, heading, paragraph, row, table};
use upright_core::dossier::Dossier;
use upright_core::import::{Ask, Format, Parsed, Reading};
use upright_core::recommendations;

use super::plan::{all, counts, import, parsed, plan};
use super::read;

const SYMBOL: &str = "A/HRC/59/15/Add.1";
const TITLE: &str = "Views on conclusions and/or recommendations, voluntary commitments and replies \
    presented by the State under review";

fn file(body: &[String]) -> Vec<u8> {
    let page = [
        paragraph(TITLE),
        paragraph("Slovenia"),
        paragraph("Addendum"),
    ]
    .concat();
    document(SYMBOL, &(page + &body.concat()))
}

fn read_all(body: &[String]) -> Reading {
    read(&file(body), &Ask::default()).unwrap()
}

/// Number, position and explanation of each answer.
fn told(reading: &Reading) -> Vec<(&str, &str, &str)> {
    let drafts = reading.drafts.iter();
    drafts
        .map(|draft| {
            assert!(draft.is_answer && draft.text.is_empty());
            (
                draft.paragraph.as_deref().unwrap(),
                draft.position.as_deref().unwrap(),
                draft.explanation.as_deref().unwrap_or("-"),
            )
        })
        .collect()
}

fn answers(reading: &Reading) -> Vec<(&str, &str)> {
    told(reading)
        .into_iter()
        .map(|(number, code, _)| (number, code))
        .collect()
}

fn problems(reading: &Reading) -> Vec<(&str, &str)> {
    let problems = reading.problems.iter();
    problems
        .map(|p| {
            (
                p.code.as_str(),
                p.args.get("paragraph").map_or("", String::as_str),
            )
        })
        .collect()
}

#[test]
fn numbers_listed_in_sentences_are_answered() {
    let reading = read_all(&[
        paragraph("1. Slovenia welcomes the constructive dialogue."),
        paragraph("2. Recommendations 115.1\u{2013}115.3, 115.7 and 115.9 are accepted."),
        paragraph(
            "3. Slovenia does not accept recommendation 116.1 and partially accepts recommendation 116.2.",
        ),
        paragraph("4. The following have been noted: 117.1; 117.2."),
    ]);
    assert_eq!(reading.format, Format::Addendum);
    assert_eq!(
        answers(&reading),
        [
            ("115.1", "SUP"),
            ("115.2", "SUP"),
            ("115.3", "SUP"),
            ("115.7", "SUP"),
            ("115.9", "SUP"),
            ("116.1", "NOT"),
            ("116.2", "SUP_PART"),
            ("117.1", "NOT"),
            ("117.2", "NOT"),
        ]
    );
    let first = &reading.drafts[0];
    assert_eq!(first.document.as_deref(), Some("A/HRC/59/15"));
    assert_eq!(first.position_document.as_deref(), Some(SYMBOL));
    assert_eq!(first.position_paragraph.as_deref(), Some("2"));
    assert_eq!(
        (reading.state.as_deref(), first.cycle),
        (Some("SVN"), Some(4))
    );
    assert_eq!(problems(&reading)[0].0, "addendum-paragraphs-passed-over");
}

#[test]
fn a_recommendation_its_answer_and_the_reasons_follow_one_another() {
    let reading = read_all(&[
        bold("Recommendation 115.1"),
        paragraph("Accept that NGOs support victims and adopt a law (Chile)."),
        paragraph("Noted. The Constitution does not allow it."),
        paragraph("A commission will look at it in 2027."),
        paragraph("115.2 Support the Court (Peru);"),
        paragraph("Slovenia supports this recommendation."),
        paragraph("115.3: Accepted. The law is in force since 2024."),
        paragraph("115.4 Ratify the Convention (Spain);"),
        paragraph("The matter is being studied."),
    ]);
    assert_eq!(
        told(&reading),
        [
            (
                "115.1",
                "NOT",
                "Accept that NGOs support victims and adopt a law (Chile).\nNoted. The Constitution \
                 does not allow it.\nA commission will look at it in 2027."
            ),
            ("115.2", "SUP", "Slovenia supports this recommendation."),
            ("115.3", "SUP", "The law is in force since 2024."),
        ]
    );
    assert_eq!(
        problems(&reading)[0],
        ("addendum-answer-not-understood", "115.4"),
        "what is not answered clearly is listed"
    );
}

#[test]
fn headings_give_the_position_of_what_stands_beneath_them() {
    let reading = read_all(&[
        bold("A. Recommendations that enjoy the support of Slovenia"),
        paragraph("115.1 Ratify it (Chile);"),
        paragraph("It will be ratified in 2026."),
        bold("Rights of the child"),
        paragraph("115.2 Adopt it (Peru);"),
        bold("B. Noted recommendations"),
        paragraph("116.1 Repeal it (Spain);"),
    ]);
    assert_eq!(
        told(&reading),
        [
            ("115.1", "SUP", "It will be ratified in 2026."),
            ("115.2", "SUP", "-"),
            ("116.1", "NOT", "-"),
        ]
    );
}

#[test]
fn tables_of_number_position_and_comment_are_read() {
    let reading = read_all(&[table(&[
        row(&["Recommendation", "Position of Slovenia", "Comments"]),
        heading(3, "Rights of the child"),
        row(&[
            "115.1 Support the Court (Chile)",
            "Accepted",
            "In force since 2024.",
        ]),
        row(&["115.2 and 115.3", "Noted", ""]),
        row(&[
            "115.4 Adopt it (Peru)",
            "Under study",
            "It supports the aim.",
        ]),
    ])]);
    assert_eq!(
        told(&reading),
        [
            ("115.1", "SUP", "In force since 2024."),
            ("115.2", "NOT", "-"),
            ("115.3", "NOT", "-"),
        ],
        "a comment is no position"
    );
    assert_eq!(
        problems(&reading),
        [("addendum-answer-not-understood", "115.4")]
    );
}

#[test]
fn ticked_columns_and_answers_that_begin_a_comment_are_read() {
    let reading = read_all(&[
        table(&[
            row(&["No.", "Recommendation", "Supported", "Noted"]),
            row(&["115.1", "Accept refugees (Chile)", "x", ""]),
            row(&["115.2", "Adopt it (Peru)", "", "x"]),
        ]),
        table(&[
            row(&[
                "116.1 Support the Court (Chile)",
                "Partially accepted. The rest needs a law.",
            ]),
            row(&["116.2 Fund it (Chad)", "Accepted."]),
        ]),
    ]);
    assert_eq!(
        told(&reading),
        [
            ("115.1", "SUP", "-"),
            ("115.2", "NOT", "-"),
            (
                "116.1",
                "SUP_PART",
                "Partially accepted. The rest needs a law."
            ),
            ("116.2", "SUP", "-"),
        ]
    );
}

#[test]
fn what_contradicts_or_names_no_number_is_listed_and_not_taken() {
    let reading = read_all(&[
        paragraph("Recommendations 115.1 and 115.2 are accepted."),
        paragraph("Recommendation 115.2 is noted."),
        paragraph("All remaining recommendations are noted."),
        paragraph("Of its targets, 16.2 per cent were reached on 12.05.2014."),
    ]);
    assert_eq!(answers(&reading), [("115.1", "SUP")]);
    assert_eq!(
        problems(&reading),
        [
            ("addendum-answers-differ", "115.2"),
            ("addendum-answer-without-number", ""),
            ("addendum-paragraphs-passed-over", ""),
        ]
    );
}

fn report() -> Parsed {
    let body = [
        paragraph("Report of the Working Group on the Universal Periodic Review"),
        paragraph("Slovenia"),
        bold("II. Conclusions and/or recommendations"),
        paragraph(
            "115. The recommendations below will be examined by Slovenia, which will provide responses in due time:",
        ),
        paragraph("115.1 Ratify it (Chile);"),
        paragraph("115.2 Adopt it (Peru)."),
    ];
    parsed("report.docx", &document("A/HRC/59/15", &body.concat()))
}

#[test]
fn an_addendum_settles_what_the_report_left_pending() {
    let mut dossier = plan();
    import(&mut dossier, &report());
    let addendum = parsed(
        "addendum.docx",
        &file(&[
            paragraph("2. Recommendation 115.1 is accepted. It will be ratified."),
            paragraph("3. Recommendation 115.2 and recommendation 115.9 are noted."),
        ]),
    );
    let result = import(&mut dossier, &addendum);
    assert_eq!(counts(&result), [0, 2, 0, 0]);
    let missing = result
        .problems
        .iter()
        .find(|p| p.code == "import-answer-without-record");
    assert_eq!(missing.unwrap().args["paragraph"], "115.9");
    let records = all(&dossier);
    let positions: Vec<_> = records
        .iter()
        .map(|r| r.position.as_deref().unwrap())
        .collect();
    assert_eq!(positions, ["SUP", "NOT"]);
    let history = dossier
        .read(|reader| recommendations::position_history(reader, &records[0].id))
        .unwrap();
    assert_eq!(history.len(), 2, "append-only");
    assert_eq!(counts(&import(&mut dossier, &addendum))[..3], [0, 0, 2]);
    dossier.undo().unwrap();
    assert_eq!(pending(&dossier), 2);
    dossier.redo().unwrap();
    // The report again, after its addendum: the later answers stand.
    assert_eq!(counts(&import(&mut dossier, &report())), [0, 0, 2, 0]);
    assert_eq!(pending(&dossier), 0);
}

fn pending(dossier: &Dossier) -> usize {
    let records = all(dossier).into_iter();
    records
        .filter(|record| record.position.as_deref() == Some("PEN"))
        .count()
}

#[test]
fn an_addendum_without_any_answer_is_refused() {
    let refused = read(
        &file(&[paragraph("Slovenia is grateful.")]),
        &Ask::default(),
    )
    .unwrap_err();
    assert_eq!(refused.code, "addendum-without-answers");
}
