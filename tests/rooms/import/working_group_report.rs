//! Reports of the Working Group in Word: positions from the sentences above, numbers that stand in no
//! text, States in brackets, and what is not understood.

use kit::docx::{
    bold, document, document_with_lists, list, listed, paragraph, row, run, styled, table,
};
use upright_core::dossier::Dossier;
use upright_core::import::{Ask, Draft, Format, Reading};
use upright_core::recommendations::RecordType;

use super::plan::{all, counts, import, matrix, parsed, plan};
use super::read;

const SYMBOL: &str = "A/HRC/59/15";
const CLOSING: &str = "118. All conclusions and/or recommendations contained in the present report \
    reflect the position of the submitting State(s). They should not be construed as endorsed by the \
    Working Group as a whole.";

/// The first page of a report, its contents and its first paragraphs.
fn first_page(state: &str) -> String {
    [
        paragraph("Human Rights Council"),
        paragraph("Fifty-ninth session"),
        paragraph("Report of the Working Group on the Universal Periodic Review"),
        paragraph(&format!("{state}*")),
        paragraph("II.\tConclusions and/or recommendations\t12"),
        paragraph("1. The review of Chile was mentioned in A/HRC/41/6."),
        bold("II. Conclusions and/or recommendations"),
    ]
    .concat()
}

fn typed(paragraphs: &[&str]) -> Vec<u8> {
    let body: String = paragraphs.iter().map(|text| paragraph(text)).collect();
    document(SYMBOL, &(first_page("Slovenia") + &body))
}

fn read_all(bytes: &[u8]) -> Reading {
    read(bytes, &Ask::default()).unwrap()
}

fn told(reading: &Reading) -> Vec<(&str, &str, Option<&str>)> {
    let drafts = reading.drafts.iter();
    drafts
        .map(|draft| {
            (
                draft.paragraph.as_deref().unwrap_or("-"),
                draft.text.as_str(),
                draft.position.as_deref(),
            )
        })
        .collect()
}

fn codes(reading: &Reading) -> Vec<&str> {
    reading.problems.iter().map(|p| p.code.as_str()).collect()
}

fn states(draft: &Draft) -> Vec<&str> {
    draft.states.iter().map(|s| s.iso3.as_str()).collect()
}

const SUPPORTED: &str = "115. The recommendations below have been examined by Slovenia and enjoy the support of Slovenia:";
const PENDING: &str = "116. The following recommendations will be examined by Slovenia, which will \
    provide responses in due time, but no later than the fifty-ninth session of the Council:";
const NOTED: &str = "117. The recommendations below have been noted by Slovenia:";

#[test]
fn the_position_comes_from_the_sentence_that_leads_in() {
    let reading = read_all(&typed(&[
        SUPPORTED,
        "115.1\tRatify the Convention (Chile) (Peru);",
        "115.2 Adopt a law (Spain, Bolivia (Plurinational State of));",
        PENDING,
        "116.1 Train judges (Chad);",
        NOTED,
        "117.1 Repeal the law (Iran (Islamic Republic of)).",
        CLOSING,
    ]));
    assert_eq!(reading.format, Format::WorkingGroupReport);
    assert_eq!(
        told(&reading),
        [
            ("115.1", "Ratify the Convention", Some("SUP")),
            ("115.2", "Adopt a law", Some("SUP")),
            ("116.1", "Train judges", Some("PEN")),
            ("117.1", "Repeal the law", Some("NOT")),
        ]
    );
    assert_eq!(codes(&reading), [] as [&str; 0]);
    assert_eq!(reading.state.as_deref(), Some("SVN"));
    let second = &reading.drafts[1];
    assert_eq!(states(second), ["ESP", "BOL"]);
    assert_eq!(second.document.as_deref(), Some(SYMBOL));
    assert_eq!((second.cycle, second.session), (Some(4), Some(48)));
    assert_eq!(second.position_document.as_deref(), Some(SYMBOL));
    assert_eq!(second.position_paragraph.as_deref(), Some("115"));
    assert_eq!(reading.read, 4);
}

#[test]
fn numbers_that_word_sets_are_counted() {
    let (definition, own) = list(
        3,
        &[
            ("decimal", "%1.", 115),
            ("decimal", "%1.%2", 1),
            ("lowerLetter", "(%3)", 1),
        ],
    );
    let lead = |text: &str| listed(3, 0, text.split_once(' ').unwrap().1);
    let body = [
        first_page("Slovenia"),
        lead(SUPPORTED),
        listed(3, 1, "Ratify the Convention (Chile);"),
        // An empty paragraph of the list is counted, as Word does.
        listed(3, 1, ""),
        listed(3, 1, "Adopt a law (Spain);"),
        lead(PENDING),
        listed(3, 1, "Train judges (Chad);"),
    ];
    let file = document_with_lists(SYMBOL, &body.concat(), "", &(definition + &own));
    let reading = read_all(&file);
    assert_eq!(
        told(&reading),
        [
            ("115.1", "Ratify the Convention", Some("SUP")),
            ("115.3", "Adopt a law", Some("SUP")),
            ("116.1", "Train judges", Some("PEN")),
        ]
    );
    assert!(
        reading.drafts[0].raw.starts_with("115.1 "),
        "{}",
        reading.drafts[0].raw
    );
}

#[test]
fn a_list_may_belong_to_a_style_begin_anew_and_hold_the_number_as_text() {
    let numbering = "<w:abstractNum w:abstractNumId=\"5\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
         <w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Rec\"/><w:lvlText w:val=\"115.%1\"/></w:lvl>\
         </w:abstractNum>\
         <w:num w:numId=\"7\"><w:abstractNumId w:val=\"5\"/></w:num>\
         <w:num w:numId=\"8\"><w:abstractNumId w:val=\"5\"/><w:lvlOverride w:ilvl=\"0\">\
         <w:startOverride w:val=\"21\"/></w:lvlOverride></w:num>";
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:pPr><w:numPr>\
         <w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Rec\"><w:basedOn w:val=\"Base\"/></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Head\"><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>\
         </w:style>";
    let body = [
        first_page("Slovenia"),
        paragraph(SUPPORTED),
        styled("Rec", "Ratify it (Chile);"),
        styled("Head", "Rights of the child"),
        styled("Rec", "Adopt it (Spain);"),
        listed(8, 0, "Train them (Chad);"),
        listed(8, 0, "Fund them (Peru);"),
    ];
    let reading = read_all(&document_with_lists(
        SYMBOL,
        &body.concat(),
        styles,
        numbering,
    ));
    let numbers: Vec<&str> = told(&reading).iter().map(|(number, ..)| *number).collect();
    assert_eq!(numbers, ["115.1", "115.2", "115.21", "115.22"]);
    assert_eq!(codes(&reading), [] as [&str; 0], "a heading says nothing");
}

#[test]
fn plain_numbers_beneath_a_sentence_belong_to_its_paragraph() {
    let file = document(
        "A/HRC/14/15",
        &(first_page("Slovenia")
            + &paragraph("111. The recommendations below enjoy the support of Slovenia:")
            + &paragraph("1. Ratify it (Chile);")
            + &paragraph("2. Adopt it (Spain);")
            + &paragraph("112. The recommendations below do not enjoy the support of Slovenia:")
            + &paragraph("1. Repeal it (Peru).")),
    );
    let reading = read_all(&file);
    // In cycle 1 States accepted and rejected.
    assert_eq!(
        told(&reading),
        [
            ("111.1", "Ratify it", Some("ACC")),
            ("111.2", "Adopt it", Some("ACC")),
            ("112.1", "Repeal it", Some("REJ")),
        ]
    );
}

#[test]
fn letters_are_recommendations_or_parts_of_one() {
    let reading = read_all(&typed(&[
        SUPPORTED,
        "(a) Ratify it (Chile);",
        "(b) Adopt it (Spain);",
        NOTED,
        "117.1 Adopt measures to:",
        "(a) Train judges;",
        "(b) Pay them (Peru).",
    ]));
    let drafts = &reading.drafts;
    assert_eq!(drafts.len(), 3);
    assert_eq!(
        (drafts[1].paragraph.as_deref(), drafts[1].letter.as_deref()),
        (Some("115"), Some("b"))
    );
    assert_eq!(
        drafts[2].text,
        "Adopt measures to: (a) Train judges; (b) Pay them"
    );
    assert_eq!(states(&drafts[2]), ["PER"]);
}

#[test]
fn breaks_deletions_soft_hyphens_and_form_feeds_leave_the_words() {
    let deleted = "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>";
    let broken = format!(
        "<w:p>{}{deleted}{}<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
        run("115.1 Co\u{ad}operate "),
        run("fully")
    );
    let body = [
        first_page("Slovenia"),
        paragraph(SUPPORTED),
        broken,
        paragraph("with the Court\u{2028} (Chile);"),
    ];
    let reading = read_all(&document(SYMBOL, &body.concat()));
    assert_eq!(told(&reading)[0].1, "Cooperate fully with the Court");
}

#[test]
fn what_is_not_understood_is_listed_with_its_place() {
    let body = [
        first_page("Slovenia"),
        paragraph(SUPPORTED),
        paragraph("115.1 Ratify it (Chile);"),
        paragraph("An observation nobody numbered and nobody made."),
        paragraph("115.2 Adopt it (Atlantis);"),
        paragraph("115.2 Another text under that number (Peru);"),
        paragraph("Fund it (Chad);"),
        paragraph("116. The recommendations below were discussed by Slovenia:"),
        paragraph("116.1 Teach it (Spain);"),
        paragraph("119.1 Publish it (Spain);"),
        table(&[row(&["120.1 Print it (Chile)", "yes"])]),
    ];
    let reading = read_all(&document(SYMBOL, &body.concat()));
    assert_eq!(
        codes(&reading),
        [
            "report-paragraph-not-understood",
            "report-state-not-recognised",
            "report-paragraph-twice",
            "report-number-missing",
            "report-position-not-understood",
            "report-table-not-read",
            "report-position-not-understood",
        ]
    );
    let first = &reading.problems[0];
    assert_eq!(first.row, Some(10));
    assert_eq!(
        first.value.as_deref(),
        Some("An observation nobody numbered and nobody made.")
    );
    let told = told(&reading);
    assert_eq!(
        told[2..],
        [
            ("-", "Fund it", Some("SUP")),
            ("116.1", "Teach it", None),
            ("119.1", "Publish it", None),
        ],
        "a position is never guessed"
    );
}

#[test]
fn pledges_of_the_state_are_pledges_and_annexes_are_left_out() {
    let body = [
        first_page("Slovenia"),
        paragraph(SUPPORTED),
        paragraph("115.1 Ratify it (Chile);"),
        bold("III. Voluntary pledges and commitments"),
        paragraph("117. Slovenia commits itself to adopt a plan."),
        bold("Annex"),
        paragraph("Composition of the delegation"),
        paragraph("1. The delegation was headed by the Minister (Slovenia)"),
    ];
    let reading = read_all(&document(SYMBOL, &body.concat()));
    assert_eq!(reading.drafts.len(), 2);
    let pledge = &reading.drafts[1];
    assert_eq!(pledge.record_type, RecordType::VoluntaryPledge);
    assert_eq!(
        (pledge.mechanism.as_str(), pledge.position.as_deref()),
        ("PLEDGE", None)
    );
    assert_eq!(codes(&reading), [] as [&str; 0]);
}

#[test]
fn reports_in_french_spanish_and_russian_are_read() {
    let of = |section: &str, lead: &str, recommendation: &str| {
        let body = [
            paragraph("Rapport du Groupe de travail sur l\u{2019}Examen périodique universel"),
            paragraph("Maroc"),
            bold(section),
            paragraph(lead),
            paragraph(recommendation),
        ];
        let reading = read_all(&document("A/HRC/52/7", &body.concat()));
        let draft = reading.drafts[0].clone();
        assert_eq!(reading.state.as_deref(), Some("MAR"));
        (
            draft.language.clone(),
            draft.position.clone().unwrap(),
            states(&draft).join(" "),
        )
    };
    assert_eq!(
        of(
            "II. Conclusions et/ou recommandations",
            "55. Les recommandations ci-après ont été examinées par le Maroc et recueillent l\u{2019}adhésion du Maroc :",
            "55.1 Ratifier la Convention (Allemagne) ;",
        ),
        ("fr".into(), "SUP".into(), "DEU".into())
    );
    assert_eq!(
        of(
            "II. Conclusiones y/o recomendaciones",
            "55. Marruecos ha tomado nota de las recomendaciones siguientes:",
            "55.1 Ratificar la Convención (Alemania);",
        ),
        ("es".into(), "NOT".into(), "DEU".into())
    );
    assert_eq!(
        of(
            "II. Выводы и/или рекомендации",
            "55. Следующие рекомендации пользуются поддержкой Марокко:",
            "55.1 Ратифицировать Конвенцию (Германия);",
        ),
        ("ru".into(), "SUP".into(), "DEU".into())
    );
}

#[test]
fn a_draft_report_leaves_numbers_open_and_the_report_gives_them() {
    let paragraphs = |number: &str| {
        let body = [
            first_page("Slovenia"),
            paragraph(&format!(
                "{number}. The recommendations below enjoy the support of Slovenia:"
            )),
            paragraph(&format!("{number}.1 Ratify it (Chile);")),
        ];
        body.concat()
    };
    let draft = parsed(
        "draft.docx",
        &document("A/HRC/WG.6/48/L.9", &paragraphs("6")),
    );
    assert_eq!(codes(&draft.reading), ["report-is-a-draft"]);
    let mut dossier = plan();
    import(&mut dossier, &draft);
    assert_eq!(all(&dossier)[0].reference, "4-UPR-i001");
    let last = parsed("report.docx", &document(SYMBOL, &paragraphs("115")));
    assert_eq!(counts(&import(&mut dossier, &last))[..2], [0, 1]);
    let record = &all(&dossier)[0];
    assert_eq!(record.reference, "4-UPR-115.1");
    assert_eq!(record.document.as_deref(), Some(SYMBOL));
}

fn with_matrix() -> Dossier {
    let mut dossier = plan();
    import(
        &mut dossier,
        &matrix(&[[
            "115.1 Ratify the Convention (Chile)",
            "Supported",
            "A12 Norms",
        ]]),
    );
    dossier
}

#[test]
fn the_report_meets_the_records_of_the_matrix() {
    let mut dossier = with_matrix();
    let body = [
        first_page("Slovenia"),
        paragraph(SUPPORTED),
        paragraph("115.1 Ratify the Convention (Chile) (Peru);"),
        paragraph("115.2 Adopt a law (Spain);"),
    ];
    let report = parsed("report.docx", &document("A/HRC/28/15", &body.concat()));
    let result = import(&mut dossier, &report);
    assert_eq!(counts(&result)[..2], [1, 1]);
    let records = all(&dossier);
    assert_eq!(records[0].recommending_states, ["CHL", "PER"]);
    assert_eq!(records[0].themes, ["A12 Norms"]);
    assert_eq!(counts(&import(&mut dossier, &report))[..3], [0, 0, 2]);
}

#[test]
fn a_document_of_another_kind_is_refused() {
    let body = paragraph("A letter that gives no position on any recommendation.");
    let refused = read(&document(SYMBOL, &body), &Ask::default()).unwrap_err();
    assert_eq!(refused.code, "matrix-not-found");
    let asked = Ask {
        format: Some(Format::OhchrMatrix),
        ..Ask::default()
    };
    let refused = read(&typed(&[SUPPORTED, "115.1 Ratify it (Chile);"]), &asked).unwrap_err();
    assert_eq!(refused.code, "file-is-another-format");
}
