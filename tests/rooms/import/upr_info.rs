//! UPR Info's export: rows that share a text, encodings and variants, States to choose from.

use kit::xlsx::{MAIN, sheet, workbook};
use upright_core::import::{Ask, Reading};

use super::read;
use upright_core::recommendations::RecordType;

fn ask(state: &str) -> Ask {
    Ask {
        state: Some(state.to_owned()),
        ..Ask::default()
    }
}

const HEADER: &str = "SuR;Rgrp;Org;Recommendation;RS;Rgrp;Org;Response;Action;Issue;Session";

fn read_rows(rows: &[&str]) -> Reading {
    let text = format!("{HEADER}\r\n{}\r\n", rows.join("\r\n"));
    read(text.as_bytes(), &ask("MAR")).unwrap()
}

#[test]
fn the_semicolon_file_with_doubled_headers_is_read() {
    let reading = read_rows(&[
        "Morocco;Africa;OIC;\"Ratify the Convention;\nwithout delay\";Cote d'Ivoire;Africa;OIC;Supported;5;Justice,Other;27",
    ]);
    let draft = &reading.drafts[0];
    assert_eq!(draft.text, "Ratify the Convention; without delay");
    assert_eq!(draft.states[0].iso3, "CIV");
    assert_eq!(draft.position.as_deref(), Some("SUP"));
    assert_eq!((draft.cycle, draft.session), (Some(3), Some(27)));
    assert_eq!(draft.themes, ["Justice", "Other"]);
}

#[test]
fn rows_sharing_text_and_session_are_one_recommendation_whatever_blanks_and_entities() {
    let reading = read_rows(&[
        "Morocco;;;\"Ratify it &#40;soon&#41; \";Chad;;;Accepted;5;Justice;1",
        "Morocco;;;Ratify  it\u{a0}(soon);Chile;;;Accepted;5;Other;1",
        "Morocco;;;Ratify it (soon);Peru;;;Accepted;5;Other;13",
    ]);
    assert_eq!((reading.read, reading.drafts.len()), (3, 2));
    let first = &reading.drafts[0];
    let states: Vec<&str> = first
        .states
        .iter()
        .map(|state| state.iso3.as_str())
        .collect();
    assert_eq!(states, ["TCD", "CHL"]);
    assert_eq!(first.themes, ["Justice", "Other"]);
    assert_eq!(reading.drafts[1].cycle, Some(2));
}

#[test]
fn differing_answers_to_one_text_are_kept_by_state_and_reported_as_mixed() {
    let reading = read_rows(&[
        "Morocco;;;Ratify it;Chad;;;Accepted;5;Justice;1",
        "Morocco;;;Ratify it;Chile;;;Noted;5;Justice;1",
    ]);
    let draft = &reading.drafts[0];
    assert_eq!(draft.position.as_deref(), Some(upright_core::import::MIXED));
    let answers: Vec<Option<&str>> = draft.states.iter().map(|s| s.position.as_deref()).collect();
    assert_eq!(answers, [Some("ACC"), Some("NOT")]);
}

#[test]
fn differing_action_categories_take_the_most_frequent_and_say_so() {
    let reading = read_rows(&[
        "Morocco;;;Ratify it;Chad;;;Accepted;4;Justice;1",
        "Morocco;;;Ratify it;Chile;;;Accepted;2;Justice;1",
        "Morocco;;;Ratify it;Peru;;;Accepted;2;Justice;1",
    ]);
    assert_eq!(reading.drafts[0].action_category, Some(2));
    assert_eq!(reading.problems[0].code, "import-action-category-differs");
}

#[test]
fn what_does_not_resolve_is_shown_with_its_place_and_not_guessed() {
    let reading = read_rows(&[
        "Morocco;;;Ratify it;\"&#40;Unknown&#41;\";;;Maybe;7;Justice;1",
        "Morocco;;;Sign it;Chad;;;Accepted;5;Justice;soon",
        "Morocco;;;;Chad;;;Accepted;5;Justice;1",
    ]);
    let seen: Vec<(&str, Option<u32>, Option<&str>)> = reading
        .problems
        .iter()
        .map(|p| (p.code.as_str(), p.row, p.value.as_deref()))
        .collect();
    assert_eq!(
        seen,
        [
            ("import-state-not-recognised", Some(2), Some("(Unknown)")),
            ("import-position-not-recognised", Some(2), Some("Maybe")),
            ("import-action-category-not-recognised", Some(2), Some("7")),
            ("import-session-not-recognised", Some(3), Some("soon")),
            ("import-text-missing", Some(4), Some("")),
        ]
    );
    assert_eq!(reading.drafts.len(), 1);
    assert_eq!(reading.drafts[0].position, None);
}

#[test]
fn a_pledge_of_the_state_itself_is_no_recommendation() {
    let reading =
        read_rows(&["Morocco;;;We shall ratify it;Morocco;;;Voluntary Pledge;5;Justice;1"]);
    let draft = &reading.drafts[0];
    assert_eq!(draft.record_type, RecordType::VoluntaryPledge);
    assert_eq!(draft.mechanism, "PLEDGE");
    assert_eq!(draft.position.as_deref(), Some("NA"));
    assert!(draft.states.is_empty());
}

fn refusal(ask: &Ask) -> (String, String) {
    let text = format!(
        "{HEADER}\nMorocco;;;Ratify it;Chad;;;Accepted;5;Justice;1\nTunisia;;;Sign it;Chad;;;Noted;5;Other;1"
    );
    let error = read(text.as_bytes(), ask).unwrap_err();
    (
        error.code,
        error.args.get("states").cloned().unwrap_or_default(),
    )
}

#[test]
fn several_states_and_none_named_is_refused_listing_them() {
    let (code, states) = refusal(&Ask::default());
    assert_eq!(code, "import-state-needed");
    assert_eq!(states, "Morocco (MAR), Tunisia (TUN)");
}

#[test]
fn a_plan_of_another_state_is_refused_unless_one_is_named() {
    let other = Ask {
        plan_state: Some("SVN".to_owned()),
        ..Ask::default()
    };
    assert_eq!(refusal(&other).0, "import-state-needed");
    assert_eq!(refusal(&ask("SVN")).0, "import-state-not-in-file");
}

#[test]
fn the_plans_own_state_is_taken_without_naming_it() {
    let text = format!(
        "{HEADER}\nMorocco;;;Ratify it;Chad;;;Accepted;5;Justice;1\nTunisia;;;Sign it;Chad;;;Noted;5;Other;1"
    );
    let own = Ask {
        plan_state: Some("TUN".to_owned()),
        ..Ask::default()
    };
    let reading = read(text.as_bytes(), &own).unwrap();
    assert_eq!(reading.state.as_deref(), Some("TUN"));
    assert_eq!(reading.drafts[0].text, "Sign it");
}

fn read_encoded(bytes: &[u8]) -> Reading {
    let mut file = HEADER.as_bytes().to_vec();
    file.extend_from_slice(b"\r\nMorocco;;;");
    file.extend_from_slice(bytes);
    file.extend_from_slice(b";Chad;;;Accepted;5;Justice;1\r\n");
    read(&file, &ask("MAR")).unwrap()
}

#[test]
fn the_encoding_is_recognised_and_said() {
    let western = read_encoded(b"Respect the Instance \xc9quit\xe9 and the people\x92s rights");
    assert_eq!(western.encoding.as_deref(), Some("windows-1252"));
    assert!(
        western.drafts[0]
            .text
            .contains("Équité and the people\u{2019}s")
    );
    let apple = read_encoded(b"Respect the Instance \x83quit\x8e and the people\xd5s rights");
    assert_eq!(apple.encoding.as_deref(), Some("MacRoman"));
    assert!(
        apple.drafts[0]
            .text
            .contains("Équité and the people\u{2019}s")
    );
    let modern = read_encoded("Respect the Instance Équité".as_bytes());
    assert_eq!(modern.encoding.as_deref(), Some("UTF-8"));
}

#[test]
fn cyrillic_and_arabic_code_pages_are_recognised() {
    let russian = "Принять закон о защите прав ребёнка и обеспечить его исполнение";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(russian);
    let reading = read_encoded(&bytes);
    assert_eq!(reading.encoding.as_deref(), Some("windows-1251"));
    assert_eq!(reading.drafts[0].text, russian);
    let arabic = "اعتماد قانون لحماية حقوق الطفل وضمان تنفيذه";
    let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode(arabic);
    let reading = read_encoded(&bytes);
    assert_eq!(reading.encoding.as_deref(), Some("windows-1256"));
    assert_eq!(reading.drafts[0].text, arabic);
}

#[test]
fn a_table_that_is_no_such_export_is_refused() {
    let error = read(b"a,b,c\n1,2,3\n", &Ask::default()).unwrap_err();
    assert_eq!(error.code, "file-format-unknown");
}

#[test]
fn an_export_saved_again_as_xlsx_is_read_alike() {
    let line = "Morocco;Africa;;Ratify it;Chad;Africa;;Accepted;5;Justice,Other;1";
    let from_csv = read_rows(&[line]);
    let strings = format!("<sst {MAIN}/>");
    let cells = |row: u32, line: &str| -> String {
        let cells: String = ('A'..='K')
            .zip(line.split(';'))
            .map(|(column, text)| match text.parse::<u32>() {
                Ok(number) => format!("<c r=\"{column}{row}\"><v>{number}</v></c>"),
                Err(_) => format!("<c r=\"{column}{row}\" t=\"str\"><v>{text}</v></c>"),
            })
            .collect();
        format!("<row r=\"{row}\">{cells}</row>")
    };
    let rows = cells(1, HEADER) + &cells(2, line);
    let file = workbook(&sheet("A1:K2", &rows), &strings);
    let from_xlsx = read(&file, &ask("MAR")).unwrap();
    assert_eq!(from_xlsx.layout, "xlsx");
    let draft = &from_xlsx.drafts[0];
    assert_eq!(draft.sheet.as_deref(), Some("a"));
    assert_eq!(
        (&draft.text, &draft.states),
        (&from_csv.drafts[0].text, &from_csv.drafts[0].states)
    );
    assert_eq!((draft.session, draft.action_category), (Some(1), Some(5)));
}

#[test]
fn columns_are_found_by_name_wherever_they_stand_and_whatever_stands_above_them() {
    let text = "UPR Info database export\n\
                Session,Recommending State,State under Review,Recommendation,Response,Action Category,Issues\n\
                44 - November 2023,Chad,Morocco,Ratify it,Supported,5 - Specific action,Justice\n";
    let draft = &read(text.as_bytes(), &ask("MAR")).unwrap().drafts[0];
    assert_eq!((draft.cycle, draft.session), (Some(4), Some(44)));
    assert_eq!(
        (draft.position.as_deref(), draft.action_category),
        (Some("SUP"), Some(5))
    );
    assert_eq!(draft.states[0].iso3, "TCD");
}
