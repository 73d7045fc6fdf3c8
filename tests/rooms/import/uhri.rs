//! Exports of the Universal Human Rights Index: every quirk on a small file made here.

use kit::xlsx;
use serde_json::{Value, json};
use upright_core::import::{Ask, Draft, ForeignFile, Format, Reading};
use upright_core::recommendations::RecordType;

use super::read;

/// The header row as OHCHR spells it.
const HEADERS: [&str; 16] = [
    "Text",
    "Countries Concerned",
    "Reccomending Body",
    "Document Symbol",
    "Themes",
    "Affected Persons",
    "Sdgs",
    "Document Publication Date",
    "UPR Reccomending States",
    "UPR Position",
    "Type",
    "OHCHR Annotation Id",
    "UPR Session",
    "Regions Concerned",
    "Recommending Regions",
    "Date of publication on UHRI",
];

const UPR: [&str; 16] = [
    "115.1 Ratify the Convention (Chile) (Peru);",
    "- Slovenia",
    "- UPR",
    "A/HRC/28/15",
    "- Ratification of & accession to international instruments\n- Detention",
    "- Children\n- Women & girls",
    "- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS\n- 16.2 - Protect children",
    "41983",
    "- Chile\n- Peru",
    "- Supported",
    "- Recommendations",
    "a-1",
    "- 20 Session",
    "- Eastern Europe",
    "",
    "42000.5",
];

fn ask() -> Ask {
    Ask {
        plan_state: Some("SVN".to_owned()),
        ..Ask::default()
    }
}

fn sheet_of(headers: &[&str], rows: &[Vec<&str>]) -> Vec<u8> {
    let mut lines = String::new();
    let all = std::iter::once(headers.to_vec()).chain(rows.iter().cloned());
    for (line, row) in (1..).zip(all) {
        let cells: String = ('A'..='Z')
            .zip(row)
            .map(|(column, text)| cell(column, line, text))
            .collect();
        lines.push_str(&format!("<row r=\"{line}\">{cells}</row>"));
    }
    let sheet = xlsx::sheet("A1:P9", &lines);
    xlsx::workbook(&sheet, &format!("<sst {}/>", xlsx::MAIN))
}

fn cell(column: char, line: u32, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    if text.parse::<f64>().is_ok() {
        return format!("<c r=\"{column}{line}\"><v>{text}</v></c>");
    }
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<c r=\"{column}{line}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
    )
}

fn changed<'a>(changes: &[(&str, &'a str)]) -> Vec<&'a str>
where
    'static: 'a,
{
    let mut row: Vec<&'a str> = UPR.to_vec();
    for (header, value) in changes {
        let place = HEADERS.iter().position(|known| known == header).unwrap();
        row[place] = value;
    }
    row
}

fn excel(rows: &[Vec<&str>]) -> Reading {
    read(&sheet_of(&HEADERS, rows), &ask()).unwrap()
}

fn record(changes: Value) -> Value {
    let mut record = json!({
        "AnnotationId": "a-1", "AnnotationType": "- Recommendations", "Body": "- UPR",
        "Countries": ["Slovenia"], "Regions": ["Eastern Europe"], "DocumentId": "d-1",
        "Symbol": "A/HRC/28/15", "PublicationDate": "2014-12-10T00:00:00",
        "PublicationDateOnUhri": "2014-12-27T14:10:00.0",
        "Text": "115.1 Ratify the Convention (Chile) (Peru);",
        "Themes": ["Ratification of & accession to international instruments", "Detention"],
        "AffectedPersons": ["Children", "Women & girls"],
        "Sdgs": ["16 - PEACE, JUSTICE AND STRONG INSTITUTIONS", "16.2 - Protect children"],
        "UprCycle": null, "UprPositions": ["- Supported"],
        "UprRecommendingCountry": ["Chile", "Peru"], "UprRecommendingRegions": [],
        "UprSession": ["20"],
    });
    for (name, value) in changes.as_object().unwrap() {
        record[name] = value.clone();
    }
    record
}

fn json_file(records: &[Value]) -> Vec<u8> {
    serde_json::to_vec(records).unwrap()
}

fn codes(reading: &Reading) -> Vec<&str> {
    reading.problems.iter().map(|p| p.code.as_str()).collect()
}

fn essence(draft: &Draft) -> Draft {
    Draft {
        sheet: None,
        row: 0,
        ..draft.clone()
    }
}

#[test]
fn excel_and_json_give_the_same_recommendation_in_every_field() {
    let excel = excel(&[UPR.to_vec()]);
    let json = read(&json_file(&[record(json!({}))]), &ask()).unwrap();
    assert_eq!(
        (excel.format, excel.layout.as_str()),
        (Format::Uhri, "xlsx")
    );
    assert_eq!((json.format, json.layout.as_str()), (Format::Uhri, "json"));
    let draft = &excel.drafts[0];
    assert_eq!(essence(draft), essence(&json.drafts[0]));
    assert_eq!(draft.text, "Ratify the Convention");
    assert_eq!(draft.raw, UPR[0]);
    assert_eq!(draft.paragraph.as_deref(), Some("115.1"));
    assert_eq!(draft.document.as_deref(), Some("A/HRC/28/15"));
    assert_eq!((draft.cycle, draft.session), (Some(2), Some(20)));
    let states: Vec<&str> = draft.states.iter().map(|s| s.iso3.as_str()).collect();
    assert_eq!(states, ["CHL", "PER"]);
    assert_eq!(draft.position.as_deref(), Some("SUP"));
    assert_eq!(draft.themes.len(), 2);
    assert_eq!(draft.groups, ["Children", "Women & girls"]);
    assert_eq!(draft.sdg_targets, ["16", "16.2"]);
    assert_eq!(draft.foreign_id.as_deref(), Some("a-1"));
    assert_eq!(draft.published_on.as_deref(), Some("2014-12-10"));
    assert!(excel.problems.is_empty() && json.problems.is_empty());
}

#[test]
fn a_sheet_longer_than_any_that_is_held_is_read_by_its_header_and_another_is_refused() {
    let headers = [
        "Text",
        "Countries Concerned",
        "Reccomending Body",
        "Document Symbol",
    ];
    let long = |headers: [&str; 4]| {
        let mut lines = String::from("<row r=\"1\">");
        for (column, header) in ('A'..).zip(headers) {
            lines.push_str(&cell(column, 1, header));
        }
        lines.push_str("</row>");
        for line in 2..=200_010 {
            let country = if line % 50_000 == 0 { 1 } else { 0 };
            lines.push_str(&format!(
                "<row r=\"{line}\"><c r=\"A{line}\" t=\"s\"><v>2</v></c>\
                 <c r=\"B{line}\" t=\"s\"><v>{country}</v></c>\
                 <c r=\"C{line}\" t=\"s\"><v>3</v></c></row>"
            ));
        }
        let strings = ["- Chile", "- Slovenia", "7. Adopt a law", "- CEDAW"]
            .map(|text| format!("<si><t>{text}</t></si>"))
            .concat();
        let strings = format!("<sst {}>{strings}</sst>", xlsx::MAIN);
        xlsx::workbook(&xlsx::sheet("A1:D200010", &lines), &strings)
    };
    let reading = read(&long(headers), &ask()).unwrap();
    assert_eq!((reading.read, reading.layout.as_str()), (4, "xlsx"));
    assert_eq!(reading.drafts[0].body.as_deref(), Some("CEDAW"));
    let rows: u32 = reading.states_found.iter().map(|state| state.rows).sum();
    assert_eq!(rows, 200_009);
    let other = read(&long(["One", "Two", "Three", "Four"]), &ask());
    assert_eq!(other.unwrap_err().code, "file-too-many-rows");
}

#[test]
fn corrected_headers_and_those_of_the_json_file_are_read_too() {
    let mut corrected = HEADERS;
    corrected[2] = "recommending  body";
    corrected[8] = "UPR Recommending States";
    corrected[11] = "AnnotationId";
    corrected[1] = "Countries";
    let reading = read(&sheet_of(&corrected, &[UPR.to_vec()]), &ask()).unwrap();
    assert_eq!(
        essence(&reading.drafts[0]),
        essence(&excel(&[UPR.to_vec()]).drafts[0])
    );
}

#[test]
fn committees_mandates_and_inquiries_are_told_apart_and_concerns_from_recommendations() {
    let row = |body: &str, symbol: &str, text: &str, kind: &str| {
        record(json!({
            "AnnotationId": body, "Body": body, "Symbol": symbol, "Text": text,
            "AnnotationType": kind, "UprPositions": ["- Noted"], "UprSession": [],
            "UprRecommendingCountry": [],
        }))
    };
    let file = json_file(&[
        row(
            "- CRC-OP-SC",
            "CRC/C/OPSC/SVN/CO/1",
            "17 (b) Adopt a law",
            "- Recommendations",
        ),
        row(
            "Committee on Migrant Workers",
            "CMW/C/SVN/CO/1",
            "49.The Committee is concerned",
            "- Concerns/Observations",
        ),
        row(
            "- SR Torture",
            "A/HRC/40/59/Add.1",
            "Train judges",
            "- Recommendations",
        ),
        row(
            "Commission of Inquiry on X",
            "A/HRC/40/70",
            "12. Investigate it",
            "- Recommendations",
        ),
        row("- SPT", "CAT/OP/SVN/1", "9. Close it", "- Recommendations"),
        row(
            "",
            "CEDAW/C/SVN/CO/5-6",
            "9. Repeal it",
            "- Recommendations",
        ),
    ]);
    let reading = read(&file, &ask()).unwrap();
    let told: Vec<(&str, Option<&str>, Option<u32>)> = reading
        .drafts
        .iter()
        .map(|draft| (draft.mechanism.as_str(), draft.body.as_deref(), draft.year))
        .collect();
    assert_eq!(
        told,
        [
            ("TB", Some("CRC-OPSC"), Some(2014)),
            ("TB", Some("CMW"), Some(2014)),
            ("SP", Some("SR Torture"), Some(2014)),
            ("CoI", None, Some(2014)),
            ("SPT", Some("SPT"), Some(2014)),
            ("TB", Some("CEDAW"), Some(2014)),
        ]
    );
    assert_eq!(reading.drafts[0].letter.as_deref(), Some("b"));
    assert_eq!(
        reading.drafts[1].record_type,
        RecordType::ConcernObservation
    );
    for draft in &reading.drafts {
        assert_eq!((draft.position.as_ref(), draft.cycle), (None, None), "I3");
    }
    assert_eq!(codes(&reading), ["import-paragraphs-not-stated"]);
}

#[test]
fn markup_goes_and_a_heading_before_the_number_does_too() {
    let text = "<p>C. Principal subjects</p><p>7.&nbsp;The Committee <b>recommends</b> it</p>";
    let committee = [
        ("Reccomending Body", "- CESCR"),
        ("Document Symbol", "E/C.12/SVN/CO/2"),
    ];
    let mut changes = committee.to_vec();
    changes.push(("Text", text));
    let reading = excel(&[changed(&changes)]);
    let draft = &reading.drafts[0];
    assert_eq!(draft.paragraph.as_deref(), Some("7"));
    assert_eq!(draft.text, "The Committee recommends it");
    assert_eq!(draft.raw, text);
}

#[test]
fn only_the_plans_state_is_taken_and_every_state_is_counted() {
    let file = json_file(&[
        record(json!({})),
        record(json!({"AnnotationId": "a-2", "Countries": ["Morocco"]})),
        record(
            json!({"AnnotationId": "a-3", "Countries": ["Morocco", "Slovenia"], "Text": "115.3 Train them (Chad)"}),
        ),
        record(json!({"AnnotationId": "a-4", "Countries": ["Atlantis"]})),
        record(json!({"AnnotationId": "a-5", "Countries": []})),
    ]);
    let reading = read(&file, &ask()).unwrap();
    assert_eq!((reading.read, reading.drafts.len()), (2, 2));
    let found: Vec<(Option<&str>, u32)> = reading
        .states_found
        .iter()
        .map(|state| (state.iso3.as_deref(), state.rows))
        .collect();
    assert_eq!(found, [(Some("SVN"), 2), (Some("MAR"), 2), (None, 1)]);
    assert_eq!(codes(&reading), ["import-country-not-recognised"]);
    assert_eq!(reading.problems[0].value.as_deref(), Some("Atlantis"));
    let recognised = ForeignFile::open(&file).unwrap().recognise().unwrap();
    assert_eq!(recognised.states, reading.states_found);
    let other = Ask {
        plan_state: Some("CHL".to_owned()),
        ..Ask::default()
    };
    assert_eq!(read(&file, &other).unwrap_err().code, "import-state-needed");
}

#[test]
fn one_annotation_under_several_themes_is_one_recommendation() {
    let again = changed(&[("Themes", "- Torture")]);
    let reading = excel(&[UPR.to_vec(), again]);
    assert_eq!((reading.read, reading.drafts.len()), (2, 1));
    assert_eq!(reading.drafts[0].themes.len(), 3);
}

#[test]
fn what_is_not_understood_is_named_with_its_row_and_the_rest_is_taken() {
    let reading = excel(&[
        changed(&[
            ("Reccomending Body", "- Moon Council"),
            ("Document Symbol", "X/1"),
        ]),
        changed(&[
            ("Reccomending Body", "- Moon Council"),
            ("OHCHR Annotation Id", "a-2"),
        ]),
        changed(&[("Text", " "), ("OHCHR Annotation Id", "a-3")]),
        changed(&[
            ("Text", "115.9 Adopt a law"),
            ("OHCHR Annotation Id", "a-4"),
            ("Document Publication Date", "soon"),
            ("UPR Reccomending States", "- Atlantis"),
            ("UPR Position", "- Perhaps"),
            ("Sdgs", "- 99 - Moon"),
            ("Type", "- Poem"),
        ]),
    ]);
    let told: Vec<(&str, Option<u32>)> = reading
        .problems
        .iter()
        .map(|problem| (problem.code.as_str(), problem.row))
        .collect();
    assert_eq!(
        told,
        [
            ("import-body-not-recognised", Some(2)),
            ("import-body-not-recognised", Some(3)),
            ("import-text-missing", Some(4)),
            ("import-kind-not-recognised", Some(5)),
            ("import-date-not-recognised", Some(5)),
            ("import-state-not-recognised", Some(5)),
            ("import-position-not-recognised", Some(5)),
            ("import-sdg-not-recognised", Some(5)),
        ]
    );
    assert_eq!(reading.drafts.len(), 1, "the bad rows stop themselves only");
    assert_eq!(reading.drafts[0].published_on, None);
}

#[test]
fn records_may_stand_in_a_list_one_after_another_or_alone() {
    let (one, two) = (
        record(json!({})),
        record(json!({"AnnotationId": "a-2", "Text": "115.2 Sign it (Chad)"})),
    );
    let list = json_file(&[one.clone(), two.clone()]);
    let lines = format!("\u{feff}{one}\r\n{two}\n");
    let spread = serde_json::to_string_pretty(&[one.clone(), two]).unwrap();
    for file in [list, lines.into_bytes(), spread.into_bytes()] {
        assert_eq!(read(&file, &ask()).unwrap().drafts.len(), 2);
    }
    let alone = read(one.to_string().as_bytes(), &ask()).unwrap();
    assert_eq!(alone.drafts.len(), 1);
}

#[test]
fn records_as_others_keep_them_are_read_by_their_names() {
    let file = json!({
        "_id": "x-1", "_source": "UN/UHRI", "_type": "doctrine", "title": "not read",
        "text": "Consent\n17. The Committee recommends it", "date": "2026-03-23",
        "symbol": "E/C.12/SVN/CO/6", "body": "CESCR", "annotation_type": "Recommendations",
        "countries": ["Slovenia"], "themes": ["Land & property rights"], "sdgs": ["1.4 - Equal rights"],
        "affected_persons": ["Indigenous peoples"], "upr_cycle": null, "upr_recommending_country": [],
    });
    let reading = read(file.to_string().as_bytes(), &ask()).unwrap();
    assert_eq!(reading.layout, "json-records");
    let draft = &reading.drafts[0];
    assert_eq!(draft.foreign_id.as_deref(), Some("x-1"));
    assert_eq!(
        (draft.body.as_deref(), draft.paragraph.as_deref()),
        (Some("CESCR"), Some("17"))
    );
    assert_eq!(draft.published_on.as_deref(), Some("2026-03-23"));
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
}

#[test]
fn a_file_that_breaks_off_or_holds_something_else_is_refused_whole() {
    let whole = json_file(&[record(json!({})), record(json!({"AnnotationId": "a-2"}))]);
    for end in [whole.len() - 1, whole.len() - 40, whole.len() / 3] {
        let error = read(&whole[..end], &ask()).unwrap_err();
        assert_eq!(error.code, "import-json-cut-off", "{end}");
    }
    let strange = format!("[{}, 7, {}]", record(json!({})), record(json!({})));
    let error = read(strange.as_bytes(), &ask()).unwrap_err();
    assert_eq!(error.code, "import-json-not-understood");
    assert_eq!(error.args["record"], "2");
    for other in ["{\"a\": 1}", "[{\"Text\": \"x\"}]", "[]", "{}"] {
        let code = read(other.as_bytes(), &ask()).unwrap_err().code;
        assert!(
            ["file-format-unknown", "import-without-recommendations"].contains(&code.as_str()),
            "{other}: {code}"
        );
    }
}

#[test]
fn a_record_that_is_too_long_or_damaged_stops_itself_only() {
    let long = record(json!({"AnnotationId": "a-2", "Themes": ["x".repeat(1 << 20)]}));
    let damaged = record(json!({"AnnotationId": "a-3"}))
        .to_string()
        .replace("\"Body\":", "\"Body\" ");
    let file = format!("[{}, {long}, {damaged}]", record(json!({})));
    let reading = read(file.as_bytes(), &ask()).unwrap();
    assert_eq!(reading.drafts.len(), 1);
    assert_eq!(
        codes(&reading),
        ["import-record-too-long", "import-record-damaged"]
    );
    assert_eq!(
        (reading.problems[0].row, reading.problems[1].row),
        (Some(2), Some(3))
    );
}

#[test]
fn braces_quotes_and_escapes_inside_texts_do_not_end_a_record() {
    let text = "115.4 Keep \"}]{[\" and \\ and \\\" as they are \u{1F600} (Chad)";
    let file = json_file(&[record(json!({"Text": text}))]);
    let reading = read(&file, &ask()).unwrap();
    assert!(
        reading.drafts[0]
            .text
            .starts_with("Keep \"}]{[\" and \\ and \\\" as")
    );
}
