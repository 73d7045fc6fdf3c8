//! OHCHR's matrix in Word: its generations, its quirks, and documents that are something else.

use kit::docx::{cell_of, document, heading, paragraph, row, run, table};
use upright_core::import::{Ask, Draft, Format, Reading};

use super::read;

const HEADER_2014: [&str; 4] = [
    "Recommendation",
    "Position",
    "Full list of themes",
    "Assessment/comments on level of implementation",
];
const ABOUT: &str = "UPR of Kyrgyzstan (3rd Cycle \u{2013} 35th session)";
const SOURCE: &str = "Source of Position: A/HRC/44/4/Add.1 - Para.5";

fn matrix_2014(rows: &[String]) -> Vec<u8> {
    let mut all = vec![row(&HEADER_2014)];
    all.extend_from_slice(rows);
    document(ABOUT, &table(&all))
}

fn recommendation(text: &str, position: &str, themes: &str) -> String {
    row(&[&format!("{text};\n{SOURCE}"), position, themes, ""])
}

fn read_all(bytes: &[u8]) -> Reading {
    read(bytes, &Ask::default()).unwrap()
}

fn only(bytes: &[u8]) -> Draft {
    let reading = read_all(bytes);
    assert_eq!(reading.drafts.len(), 1, "{:?}", reading.problems);
    reading.drafts[0].clone()
}

fn states(draft: &Draft) -> Vec<&str> {
    draft
        .states
        .iter()
        .map(|state| state.iso3.as_str())
        .collect()
}

#[test]
fn the_layout_of_2019_has_sdgs_and_affected_persons_inside_the_theme_cell() {
    let themes = "- Right to health\n- Violence against women\nSDGs:\n- 3 - GOOD HEALTH\n\
                  - 16.2 - End abuse\nAffected persons:\n- Women & girls\n- Children";
    let file = matrix_2014(&[
        heading(4, "Theme: Right to health"),
        recommendation("140.3 Adopt a law (Chile)", "Supported", themes),
    ]);
    let reading = read_all(&file);
    assert_eq!(
        (reading.format, reading.layout.as_str()),
        (Format::OhchrMatrix, "2019")
    );
    let draft = &reading.drafts[0];
    assert_eq!(draft.themes, ["Right to health", "Violence against women"]);
    assert_eq!(draft.sdg_targets, ["3", "16.2"]);
    assert_eq!(draft.groups, ["Women & girls", "Children"]);
    assert_eq!((draft.cycle, draft.session), (Some(3), Some(35)));
}

#[test]
fn the_layout_of_2015_has_states_in_a_column_of_their_own() {
    let header = row(&[
        "Recommendation",
        "Recommending state/s",
        "Position",
        "Full list of rights/affected persons",
    ]);
    let body = table(&[
        header,
        heading(4, "Right or area: 3.1. Equality"),
        row(&[
            &format!("117.4 Adopt a law (No. 12)\n{SOURCE}"),
            "Chile\nMicronesia (Federated States of)",
            "Supported",
            "B31 Equality & non-discrimination\nAffected persons:\n- women",
        ]),
        row(&[
            &format!("117.5 Repeal a law\n{SOURCE}"),
            "Peru, Spain",
            "Noted",
            "B31 Equality & non-discrimination\n- Children\n- Something odd",
        ]),
    ]);
    let reading = read_all(&document(ABOUT, &body));
    assert_eq!(reading.layout, "2015");
    let (first, second) = (&reading.drafts[0], &reading.drafts[1]);
    assert_eq!(first.text, "Adopt a law (No. 12)");
    assert_eq!(states(first), ["CHL", "FSM"]);
    assert_eq!(
        first.themes,
        ["B31 Equality & non-discrimination", "3.1. Equality"]
    );
    assert_eq!(first.groups, ["women"]);
    assert_eq!(second.groups, ["Children"]);
    let codes: Vec<&str> = reading.problems.iter().map(|p| p.code.as_str()).collect();
    assert_eq!(codes, ["import-tag-not-placed"], "shown and not taken");
}

#[test]
fn one_paragraph_under_two_themes_is_one_recommendation_with_both() {
    let reading = read_all(&matrix_2014(&[
        heading(4, "Theme: Right to health"),
        recommendation(
            "140.3 Adopt a law (Chile)",
            "Supported",
            "- Right to health",
        ),
        heading(4, "Theme: Right to education"),
        recommendation(
            "140.3 Adopt a law (Chile)",
            "Supported",
            "- Right to education",
        ),
    ]));
    assert_eq!((reading.read, reading.drafts.len()), (2, 1));
    assert_eq!(
        reading.drafts[0].themes,
        ["Right to health", "Right to education"]
    );
}

#[test]
fn one_paragraph_with_two_texts_is_reported_and_the_second_not_taken() {
    let reading = read_all(&matrix_2014(&[
        recommendation(
            "140.3 Adopt a law (Chile)",
            "Supported",
            "- Right to health",
        ),
        recommendation(
            "140.3 Repeal a law (Chile)",
            "Supported",
            "- Right to health",
        ),
    ]));
    assert_eq!(reading.drafts.len(), 1);
    assert_eq!(reading.problems[0].code, "import-paragraph-twice");
    assert_eq!(reading.problems[0].row, Some(3));
}

#[test]
fn the_position_and_its_source_are_read_and_the_report_derived() {
    let reading = read_all(&matrix_2014(&[
        recommendation(
            "140.3 Adopt a law (Chile)",
            "Supported/Noted",
            "- Right to health",
        ),
        recommendation("140.4 Keep a law (Peru)", "Perhaps", "- Right to health"),
    ]));
    let draft = &reading.drafts[0];
    assert_eq!(draft.position.as_deref(), Some("SUP_PART"));
    assert_eq!(draft.document.as_deref(), Some("A/HRC/44/4"));
    assert_eq!(draft.position_document.as_deref(), Some("A/HRC/44/4/Add.1"));
    assert_eq!(draft.position_paragraph.as_deref(), Some("5"));
    assert_eq!(reading.drafts[1].position, None);
    assert_eq!(reading.problems[0].code, "import-position-not-recognised");
    assert_eq!(reading.problems[0].value.as_deref(), Some("Perhaps"));
}

#[test]
fn a_row_without_a_paragraph_stops_the_row_and_not_the_file() {
    let reading = read_all(&matrix_2014(&[
        recommendation("Adopt a law (Chile)", "Supported", "- Right to health"),
        recommendation("140.4 Keep a law (Peru)", "Supported", "- Right to health"),
    ]));
    assert_eq!((reading.read, reading.drafts.len()), (2, 1));
    assert_eq!(reading.problems[0].code, "import-paragraph-missing");
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    let text = format!(
        "<w:tc><w:p>{}<w:del>{}<w:r><w:delText>old </w:delText></w:r></w:del><w:ins>{}</w:ins>\
         <w:moveFrom>{}</w:moveFrom>{}</w:p></w:tc>",
        run("140.3 Adopt "),
        run("the "),
        run("a new "),
        run("gone "),
        run("law (Chile);")
    );
    let deleted = "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>".to_owned()
        + &cell_of("140.9 A deleted row (Chile)")
        + &cell_of("Supported").repeat(3)
        + "</w:tr>";
    let kept = format!(
        "<w:tr>{text}{}{}{}</w:tr>",
        cell_of("Supported"),
        cell_of("- Right to health"),
        cell_of("")
    );
    assert_eq!(only(&matrix_2014(&[deleted, kept])).text, "Adopt a new law");
}

#[test]
fn breaks_tabs_hyphens_controls_fields_and_pictures_leave_the_words_right() {
    let text = "<w:tc><w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:p>\
        <w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>\
        <w:r><w:t>140.3</w:t><w:tab/><w:t>Co</w:t><w:softHyphen/><w:t>operate with non</w:t>\
        <w:noBreakHyphen/><w:t>State</w:t><w:br/><w:t>actors</w:t><w:cr/><w:t>\u{a0}R&amp;D &#252;</w:t></w:r>\
        <w:r><w:instrText> PAGE </w:instrText></w:r>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>\
        <w:r><w:drawing><w:t>picture</w:t></w:drawing><w:pict><w:txbxContent><w:p><w:r>\
        <w:t>box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>\
        <w:r><w:t xml:space=\"preserve\"> (Chile);</w:t></w:r></w:p></w:sdtContent></w:sdt></w:tc>";
    let line = format!(
        "<w:tr>{text}{}{}{}</w:tr>",
        cell_of("Supported"),
        cell_of("- Right to health"),
        cell_of("")
    );
    let draft = only(&matrix_2014(&[line]));
    assert_eq!(
        draft.text,
        "Cooperate with non\u{2011}State actors R&D \u{fc}"
    );
}

#[test]
fn merged_cells_speak_for_the_rows_beneath_them() {
    let merge = |value: &str, text: &str| {
        format!(
            "<w:tc><w:tcPr><w:vMerge{value}/></w:tcPr>{}</w:tc>",
            paragraph(text)
        )
    };
    let line = |text: &str, position: String| {
        format!(
            "<w:tr>{}{position}{}{}</w:tr>",
            cell_of(text),
            cell_of("- Right to health"),
            cell_of("")
        )
    };
    let reading = read_all(&matrix_2014(&[
        line(
            "140.3 Adopt a law (Chile);",
            merge(" w:val=\"restart\"", "Noted"),
        ),
        line("140.4 Keep a law (Peru);", merge("", "")),
    ]));
    let positions: Vec<_> = reading
        .drafts
        .iter()
        .map(|d| d.position.as_deref())
        .collect();
    assert_eq!(positions, [Some("NOT"), Some("NOT")]);
}

#[test]
fn a_matrix_inside_a_layout_table_is_found() {
    let inner = table(&[
        row(&HEADER_2014),
        recommendation(
            "140.3 Adopt a law (Chile)",
            "Supported",
            "- Right to health",
        ),
    ]);
    let outer = format!("<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>");
    assert_eq!(
        only(&document(ABOUT, &outer)).paragraph.as_deref(),
        Some("140.3")
    );
}

#[test]
fn a_matrix_cut_into_two_tables_is_read_whole() {
    let first = table(&[
        row(&HEADER_2014),
        recommendation(
            "140.3 Adopt a law (Chile)",
            "Supported",
            "- Right to health",
        ),
    ]);
    let second = table(&[recommendation(
        "140.4 Keep a law (Peru)",
        "Noted",
        "- Right to health",
    )]);
    let reading = read_all(&document(ABOUT, &format!("{first}<w:p/>{second}")));
    assert_eq!(reading.drafts.len(), 2);
}

#[test]
fn a_second_table_of_another_make_is_refused_rather_than_half_read() {
    let first = table(&[
        row(&HEADER_2014),
        recommendation(
            "140.3 Adopt a law (Chile)",
            "Supported",
            "- Right to health",
        ),
    ]);
    let second = table(&[
        row(&["No.", "Measure"]),
        row(&["140.4 Keep a law (Peru)", "done"]),
        row(&["140.5 Change a law (Peru)", "done"]),
    ]);
    let file = document(ABOUT, &format!("{first}<w:p/>{second}"));
    let error = read(&file, &Ask::default()).unwrap_err();
    assert_eq!(error.code, "matrix-table-not-understood");
    assert_eq!(error.args["headings"], "No. | Measure");
}

#[test]
fn unknown_headings_are_refused() {
    let mut header = HEADER_2014;
    header[3] = "Budget";
    let file = document(ABOUT, &table(&[row(&header)]));
    assert_eq!(
        read(&file, &Ask::default()).unwrap_err().code,
        "matrix-not-found"
    );
    let prose = document(ABOUT, &paragraph("A letter."));
    assert_eq!(
        read(&prose, &Ask::default()).unwrap_err().code,
        "matrix-not-found"
    );
}

#[test]
fn comments_already_filled_in_are_named_and_not_taken() {
    let reading = read_all(&matrix_2014(&[row(&[
        "140.3 Adopt a law (Chile);",
        "Supported",
        "- Right to health",
        "Adopted in 2021",
    ])]));
    let codes: Vec<&str> = reading.problems.iter().map(|p| p.code.as_str()).collect();
    assert!(codes.contains(&"matrix-comments-not-read"));
}

#[test]
fn a_matrix_of_another_state_is_refused_and_named() {
    let file = matrix_2014(&[recommendation("140.3 Adopt a law (Chile)", "Supported", "")]);
    let ask = Ask {
        plan_state: Some("SVN".to_owned()),
        ..Ask::default()
    };
    let error = read(&file, &ask).unwrap_err();
    assert_eq!(error.code, "import-state-needed");
    assert_eq!(error.args["states"], "Kyrgyzstan (KGZ)");
}

#[test]
fn a_document_that_does_not_say_its_state_and_cycle_is_read_with_notices() {
    let file = document(
        "Thematic list",
        &table(&[
            row(&HEADER_2014),
            recommendation(
                "140.3 Adopt a law (Chile)",
                "Supported",
                "- Right to health",
            ),
        ]),
    );
    let reading = read_all(&file);
    assert_eq!(reading.drafts[0].cycle, Some(3));
    let codes: Vec<&str> = reading.problems.iter().map(|p| p.code.as_str()).collect();
    assert_eq!(codes, ["import-cycle-derived", "import-state-not-stated"]);
}

#[test]
fn asking_for_the_other_format_is_refused() {
    let file = matrix_2014(&[recommendation("140.3 Adopt a law (Chile)", "Supported", "")]);
    let ask = Ask {
        format: Some(Format::UprInfo),
        ..Ask::default()
    };
    assert_eq!(
        read(&file, &ask).unwrap_err().code,
        "file-is-another-format"
    );
}

#[test]
fn files_of_other_programs_are_refused_with_a_code_each() {
    let code = |bytes: &[u8]| read(bytes, &Ask::default()).unwrap_err().code;
    assert_eq!(code(b"%PDF-1.7 ..."), "file-is-pdf");
    assert_eq!(code(b""), "file-empty");
    assert_eq!(code(b"{\\rtf1 ..."), "file-is-rtf");
    assert_eq!(code(b"PK\x03\x04 cut off"), "file-damaged");
    assert_eq!(
        code(&kit::docx::archive(&[("a.txt", b"x")])),
        "file-format-unknown"
    );
    let mut old = vec![0xd0, 0xcf, 0x11, 0xe0];
    old.extend("WordDocument".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(code(&old), "file-is-old-word");
}

#[test]
fn a_heading_that_names_no_theme_is_passed_over_and_shown() {
    let reading = read_all(&matrix_2014(&[
        heading(4, "Theme: Right to health"),
        heading(4, "Part 2. Recommendations noted"),
        recommendation("140.3 Adopt a law (Chile)", "Noted", "- Right to education"),
    ]));
    assert_eq!(reading.drafts[0].themes, ["Right to education"]);
    assert_eq!(reading.problems[0].code, "import-heading-not-recognised");
}

#[test]
fn a_state_under_review_whose_name_is_not_known_is_shown_and_no_dead_end() {
    let rows = [
        row(&HEADER_2014),
        recommendation(
            "140.3 Adopt a law (Chile)",
            "Supported",
            "- Right to health",
        ),
    ];
    let file = document(
        "UPR of Atlantis (3rd Cycle \u{2013} 35th session)",
        &table(&rows),
    );
    let ask = Ask {
        plan_state: Some("SVN".to_owned()),
        ..Ask::default()
    };
    let reading = read(&file, &ask).unwrap();
    assert_eq!(reading.drafts[0].cycle, Some(3));
    let notice = &reading.problems[0];
    assert_eq!(notice.code, "import-state-not-stated");
    assert_eq!(notice.value.as_deref(), Some("Atlantis"));
}

#[test]
fn a_document_whose_main_part_has_another_name_is_read() {
    let body = table(&[
        row(&HEADER_2014),
        recommendation(
            "140.3 Adopt a law (Chile)",
            "Supported",
            "- Right to health",
        ),
    ]);
    let main = format!("<w:document xmlns:w=\"urn:w\"><w:body>{body}</w:body></w:document>");
    let relations = "<Relationships><Relationship Id=\"a\" Target=\"/word/document2.xml\" \
        Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\"/></Relationships>";
    let file = kit::docx::archive(&[
        ("_rels/.rels", relations.as_bytes()),
        ("word/document2.xml", main.as_bytes()),
    ]);
    assert_eq!(only(&file).paragraph.as_deref(), Some("140.3"));
}
