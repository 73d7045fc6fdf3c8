//! The register as CSV, as OHCHR's matrix, in the columns of the Index and as tables of IMPACT OSS.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use kit::own::{bring_in, out, out_of, parsed};
use kit::sample::{Sample, TODAY, day};
use upright_core::assignments::Role;
use upright_core::dossier::Dossier;
use upright_core::export::ExportFormat::{self, Csv, ImpactOss, Json, Matrix, Uhri};
use upright_core::import::{Ask, Format};
use upright_core::plan::NewAction;
use upright_core::recommendations::{
    NewRecommendation, RecordType, TagChange, Vocabulary, add_recommendation, list_recommendations,
    tag_recommendations,
};
use upright_core::search::{Filter, Query, SortColumn};

use super::{demonstration, empty, text};

/// What Excel would run, and what looks like it.
const HOSTILE: [&str; 8] = [
    "=HYPERLINK(\"http://example.org\")",
    "+41 22",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "'=1",
    "''-x",
    "it's",
];

fn sample() -> Sample {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", "Ratify it, \"all\" of it; today\nand tomorrow");
    sample.recommendation("1.2", "Consider a moratorium");
    let observation = NewRecommendation {
        mechanism: "TB".to_owned(),
        body: Some("CEDAW".to_owned()),
        document: Some("CEDAW/C/XUP/CO/6".to_owned()),
        paragraph: Some("17".to_owned()),
        letter: Some("b".to_owned()),
        text: "Train judges".to_owned(),
        ..NewRecommendation::default()
    };
    sample.change(|tx| add_recommendation(tx, &observation));
    let agency = sample.agency("Ministry of Justice; MoJ");
    sample.assign(&id, &agency, Role::Lead);
    let tags = TagChange {
        ids: vec![id.clone()],
        vocabulary: Vocabulary::Theme,
        add: vec![
            "Detention, & more".to_owned(),
            "Torture; ill-treatment".to_owned(),
        ],
        remove: Vec::new(),
        confirm: Vec::new(),
    };
    sample.change(|tx| tag_recommendations(tx, &tags));
    sample.action_with(NewAction {
        title: "Draft a bill".to_owned(),
        deliverable: Some("A bill".to_owned()),
        due_on: Some("2027-06-30".to_owned()),
        recommendation_ids: vec![id],
        ..NewAction::default()
    });
    sample
}

fn csv_rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes);
    let rows = reader.records();
    rows.map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

fn sheet(bytes: &[u8]) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook");
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).expect("a sheet");
    range.rows().map(<[Data]>::to_vec).collect()
}

fn part(archive: &[u8], name: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(archive.to_vec())).expect("an archive");
    let mut bytes = Vec::new();
    archive
        .by_name(name)
        .expect("the part")
        .read_to_end(&mut bytes)
        .unwrap();
    bytes
}

fn cell(rows: &[Vec<String>], row: usize, column: &str) -> String {
    let at = rows[0]
        .iter()
        .position(|name| name == column)
        .expect("the column");
    rows[row][at].clone()
}

#[test]
fn a_register_has_one_row_a_recommendation_every_cell_quoted() {
    let bytes = out(&sample().dossier, Csv);
    assert!(bytes.starts_with(b"\xef\xbb\xbf\"id\",\"record_type\","));
    let rows = csv_rows(&bytes);
    assert_eq!(rows.len(), 4);
    assert_eq!(cell(&rows, 1, "reference"), "3-UPR-1.1");
    assert_eq!(
        cell(&rows, 1, "themes"),
        "Detention, & more; \"Torture; ill-treatment\""
    );
    assert_eq!(cell(&rows, 1, "recommending_states"), "CHL");
    assert_eq!(cell(&rows, 1, "lead"), "Ministry of Justice");
    assert_eq!(cell(&rows, 1, "lead_since"), TODAY);
    assert_eq!(cell(&rows, 1, "next_due_on"), "2027-06-30");
    assert_eq!(cell(&rows, 1, "actions"), "1");
    let inside = text(&bytes).replace("\"\"", "");
    let inside = inside.trim_start_matches('\u{feff}');
    assert!(
        inside
            .split("\r\n")
            .filter(|line| !line.is_empty())
            .all(|line| line.starts_with('"'))
    );
}

/// G8: nothing is run, and every text comes back as it was.
#[test]
fn no_text_is_a_formula_and_every_text_comes_back() {
    let mut sample = Sample::new();
    for (number, words) in HOSTILE.into_iter().enumerate() {
        let new = NewRecommendation {
            mechanism: "UPR".to_owned(),
            paragraph: Some(format!("{number}")),
            text: words.to_owned(),
            cycle: Some(3),
            ..NewRecommendation::default()
        };
        sample.change(|tx| add_recommendation(tx, &new));
    }
    let bytes = out(&sample.dossier, Csv);
    for row in csv_rows(&bytes) {
        assert!(
            row.iter()
                .all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])),
            "{row:?}"
        );
    }
    let mut other = empty();
    bring_in(&mut other, "register.csv", &bytes).unwrap();
    let texts = |dossier: &Dossier| -> Vec<String> {
        let all = dossier.read(list_recommendations).unwrap();
        all.into_iter().map(|record| record.text).collect()
    };
    assert_eq!(texts(&other), texts(&sample.dossier));
    for format in [Matrix, Uhri] {
        let bytes = out(&sample.dossier, format);
        let markup = String::from_utf8(part(&bytes, "xl/worksheets/sheet1.xml")).unwrap();
        assert!(
            !markup.contains("<f>") && !markup.contains("hyperlink"),
            "{format:?}"
        );
    }
    let rows = csv_rows(&part(
        &out(&sample.dossier, ImpactOss),
        "recommendations.csv",
    ));
    assert_eq!(
        cell(&rows, 1, "Title [database:title]"),
        "'=HYPERLINK(\"http://example.org\")"
    );
}

#[test]
fn the_same_plan_is_the_same_bytes_in_every_form() {
    let dossier = demonstration();
    for format in [Json, Csv, Matrix, Uhri, ImpactOss] {
        assert!(out(&dossier, format) == out(&dossier, format), "{format:?}");
    }
}

#[test]
fn a_query_chooses_and_orders_the_rows() {
    let dossier = demonstration();
    let query = Query {
        filter: Filter {
            words: "torture".to_owned(),
            ..Filter::default()
        },
        sort: SortColumn::Reference,
        descending: true,
        ..Query::default()
    };
    let references = |query: &Query| -> Vec<String> {
        let rows = csv_rows(&out_of(&dossier, Csv, query, day(TODAY)));
        (1..rows.len())
            .map(|row| cell(&rows, row, "reference"))
            .collect()
    };
    let mut up = references(&Query {
        descending: false,
        ..query.clone()
    });
    let down = references(&query);
    up.reverse();
    assert!(down.len() > 1 && down.len() < 172);
    assert_eq!(up, down);
    let first_column = |format: ExportFormat| -> Vec<String> {
        let rows = sheet(&out_of(&dossier, format, &query, day(TODAY)));
        rows.iter().skip(1).map(|row| row[0].to_string()).collect()
    };
    assert_eq!(first_column(Matrix), down);
    assert_eq!(first_column(Uhri).len(), down.len());
}

#[test]
fn the_matrix_has_the_columns_of_ohchr_and_then_the_plans_own() {
    let rows = sheet(&out(&sample().dossier, Matrix));
    let header: Vec<String> = rows[0].iter().map(ToString::to_string).collect();
    assert_eq!(
        header[1..5],
        [
            "Recommendation",
            "Position",
            "Full list of themes",
            "Assessment/comments on level of implementation"
        ]
    );
    assert_eq!(rows[1][0].to_string(), "3-UPR-1.1");
    assert_eq!(
        rows[1][3].to_string(),
        "Detention, & more\nTorture; ill-treatment"
    );
    assert_eq!(rows[1][4], Data::Empty, "left to be filled in");
    assert!(header.contains(&"Lead".to_owned()), "{header:?}");
    let markup = text(&part(
        &out(&sample().dossier, Matrix),
        "xl/worksheets/sheet1.xml",
    ));
    assert!(markup.contains("<autoFilter") && markup.contains("state=\"frozen\""));
}

#[test]
fn the_index_has_its_sixteen_columns_and_comes_in_as_the_index() {
    let sample = sample();
    let bytes = out(&sample.dossier, Uhri);
    let rows = sheet(&bytes);
    let header: Vec<String> = rows[0].iter().map(ToString::to_string).collect();
    assert_eq!(header.len(), 16);
    assert_eq!(
        (header[2].as_str(), header[8].as_str()),
        ("Reccomending Body", "UPR Reccomending States")
    );
    let at = |row: usize, column: usize| rows[row][column].to_string();
    assert_eq!(at(1, 1), "- Velmora");
    assert_eq!(at(1, 4), "- Detention, & more\n- Torture; ill-treatment");
    assert_eq!(at(1, 8), "- Chile");
    assert_eq!(at(1, 9), "- Supported");
    assert_eq!(at(3, 2), "- CEDAW");
    let ask = Ask {
        plan_state: Some("XUP".to_owned()),
        ..Ask::default()
    };
    let parsed = parsed("uhri.xlsx", &bytes, &ask).unwrap();
    assert_eq!(parsed.reading.format, Format::Uhri);
    let drafts = &parsed.reading.drafts;
    assert_eq!(drafts.len(), 3, "{:?}", parsed.reading.problems);
    let first = &drafts[0];
    assert_eq!(first.paragraph.as_deref(), Some("1.1"));
    assert_eq!(first.document.as_deref(), Some("A/HRC/44/10"));
    assert_eq!(first.states[0].iso3, "CHL");
    assert_eq!(
        first.themes,
        ["Detention, & more", "Torture; ill-treatment"]
    );
}

#[test]
fn the_index_brings_the_plan_it_came_from_nothing_new() {
    let dossier = demonstration();
    let bytes = out(&dossier, Uhri);
    let ask = Ask {
        plan_state: Some("XUP".to_owned()),
        ..Ask::default()
    };
    let parsed = parsed("uhri.xlsx", &bytes, &ask).unwrap();
    let result = dossier
        .read(|reader| upright_core::import::preview(reader, &parsed))
        .unwrap();
    assert_eq!(
        (result.read, result.added),
        (172, 0),
        "{:?}",
        result.problems
    );
}

#[test]
fn a_pledge_goes_out_to_the_index_and_comes_back_a_pledge() {
    let mut sample = Sample::new();
    let pledge = NewRecommendation {
        mechanism: "PLEDGE".to_owned(),
        record_type: Some(RecordType::VoluntaryPledge),
        cycle: Some(3),
        text: "Submit the overdue report to the Committee".to_owned(),
        ..NewRecommendation::default()
    };
    sample.change(|tx| add_recommendation(tx, &pledge));
    let bytes = out(&sample.dossier, Uhri);
    assert_eq!(sheet(&bytes)[1][2].to_string(), "- UPR");
    let ask = Ask {
        plan_state: Some("XUP".to_owned()),
        ..Ask::default()
    };
    let reading = parsed("uhri.xlsx", &bytes, &ask).unwrap().reading;
    let found: Vec<_> = reading
        .drafts
        .iter()
        .map(|draft| (draft.mechanism.as_str(), draft.record_type))
        .collect();
    assert_eq!(
        found,
        [("PLEDGE", RecordType::VoluntaryPledge)],
        "{:?}",
        reading.problems
    );
}

#[test]
fn impact_oss_gets_its_tables() {
    let bytes = out(&sample().dossier, ImpactOss);
    let rows = csv_rows(&part(&bytes, "recommendations.csv"));
    assert!(!part(&bytes, "recommendations.csv").starts_with(b"\xef\xbb\xbf"));
    let brackets: Vec<String> = rows[0]
        .iter()
        .map(|name| {
            name.split('[')
                .next_back()
                .unwrap()
                .trim_end_matches(']')
                .to_owned()
        })
        .collect();
    assert_eq!(brackets[0], "database:framework_id");
    assert_eq!(brackets[5], "database:support_level");
    assert_eq!(brackets.len(), 13);
    assert_eq!(
        (
            rows[1][0].as_str(),
            rows[1][1].as_str(),
            rows[1][5].as_str()
        ),
        ("1", "3-UPR-1.1", "2")
    );
    assert_eq!(rows[3][5], "", "a treaty body's has no response");
    assert_eq!(
        cell(&rows, 1, "action-reference [rel:action-reference]"),
        "1"
    );
    let actions = csv_rows(&part(&bytes, "actions.csv"));
    assert_eq!(actions[0].len(), 14);
    assert_eq!(
        cell(&actions, 1, "Target date [database:target_date]"),
        "30/06/2027"
    );
    assert_eq!(
        cell(&actions, 1, "Desired outcome [database:outcome]"),
        "A bill"
    );
    let column = "recommendation-reference [rel:recommendation-reference]";
    assert_eq!(cell(&actions, 1, column), "3-UPR-1.1");
}
