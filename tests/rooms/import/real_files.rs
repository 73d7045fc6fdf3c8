//! The readers on real files, against the answer keys beside them.

use std::collections::BTreeMap;

use kit::real::real;
use serde_json::Value;
use upright_core::import::{Ask, Draft, ForeignFile, Reading};

use super::read;
use upright_core::reference::states;

fn ask(state: &str) -> Ask {
    Ask {
        state: Some(state.to_owned()),
        ..Ask::default()
    }
}

/// What must be the same whatever file a recommendation came from.
fn essence(draft: &Draft) -> Draft {
    Draft {
        sheet: None,
        raw: String::new(),
        ..draft.clone()
    }
}

#[test]
fn xls_and_csv_of_upr_info_give_the_same_recommendations_for_every_state() {
    let (Some(xls), Some(csv)) = (real("upr-info/1-5.xls"), real("upr-info/1-5.csv")) else {
        return;
    };
    let xls = ForeignFile::open(&xls).unwrap();
    let csv = ForeignFile::open(&csv).unwrap();
    let states = xls.recognise().unwrap().states;
    assert_eq!(states.len(), 80);
    let (mut rows, mut drafts) = (0, 0);
    for state in &states {
        let iso3 = state.iso3.as_deref().expect(&state.name);
        let (from_xls, from_csv) = (xls.read(&ask(iso3)).unwrap(), csv.read(&ask(iso3)).unwrap());
        assert_eq!(from_csv.encoding.as_deref(), Some("MacRoman"));
        assert_eq!(from_xls.read, from_csv.read, "{iso3}");
        assert_eq!(from_xls.drafts.len(), from_csv.drafts.len(), "{iso3}");
        for (left, right) in from_xls.drafts.iter().zip(&from_csv.drafts) {
            assert_eq!(essence(left), essence(right), "{iso3}");
        }
        rows += from_xls.read;
        drafts += from_xls.drafts.len();
    }
    println!("{rows} rows, {drafts} recommendations of 80 States");
    assert_eq!((rows, drafts), (6094, 5643));
}

#[test]
fn a_row_of_upr_info_is_read_in_every_column() {
    let Some(csv) = real("upr-info/1-5.csv") else {
        return;
    };
    let reading = read(&csv, &ask("AFG")).unwrap();
    let first = &reading.drafts[0];
    assert!(first.text.starts_with("Enact legislation") && first.text.ends_with("all girls."));
    assert_eq!(first.states[0].iso3, "AUT");
    assert_eq!(first.position.as_deref(), Some("ACC"));
    assert_eq!(first.themes, ["Rights of the Child", "Women's rights"]);
    assert_eq!((first.cycle, first.session), (Some(1), Some(5)));
    assert_eq!(
        (first.file_number, first.action_category),
        (Some(1), Some(5))
    );
    assert_eq!(
        (first.document.as_ref(), first.paragraph.as_ref()),
        (None, None)
    );
}

#[test]
fn voluntary_pledges_of_upr_info_are_pledges_of_the_state_itself() {
    let Some(xls) = real("upr-info/voluntary.xls") else {
        return;
    };
    let xls = ForeignFile::open(&xls).unwrap();
    let states = xls.recognise().unwrap().states;
    let mut rows = 0;
    for state in &states {
        let iso3 = state.iso3.as_deref().expect(&state.name);
        let reading = xls.read(&ask(iso3)).unwrap();
        rows += reading.read;
        for draft in &reading.drafts {
            assert_eq!(draft.mechanism, "PLEDGE", "{}", draft.text);
            assert!(draft.states.is_empty());
            assert_eq!(draft.position.as_deref(), Some("NA"));
        }
        for problem in &reading.problems {
            println!("{problem:?}");
        }
    }
    println!("{rows} pledges of {} States", states.len());
    assert_eq!(rows, 947);
}

struct Key {
    states: Vec<String>,
    position: String,
    themes: Vec<String>,
    groups: Vec<String>,
    sdgs: Vec<String>,
    text: String,
}

/// The answer key, cut by means of its own: by hand-made rules that know these two files only.
fn answer_key(csv: &[u8]) -> BTreeMap<String, Key> {
    let mut reader = csv::Reader::from_reader(csv);
    let mut keys = BTreeMap::new();
    for row in reader.records() {
        let row = row.unwrap();
        let cell = row[2].replace("\r", "");
        let body = cell.split("\nSource of").next().unwrap().trim();
        let body = body.trim_end_matches([';', '.']);
        let mut rest = body.strip_prefix(&row[0]).unwrap().trim();
        let mut found = Vec::new();
        while rest.ends_with(')') {
            let mut depth = 0;
            let opening = rest
                .rmatch_indices(['(', ')'])
                .find(|(_, sign)| {
                    depth += if *sign == ")" { 1 } else { -1 };
                    depth == 0
                })
                .unwrap()
                .0;
            let inside = &rest[opening + 1..rest.len() - 1];
            if inside == "ICRMW" {
                break;
            }
            let names: Vec<String> = match states::resolve(inside) {
                Some(state) => vec![state.iso3.clone()],
                None => inside
                    .split(',')
                    .map(|name| states::resolve(name).expect(name).iso3.clone())
                    .collect(),
            };
            found.splice(0..0, names);
            rest = rest[..opening].trim();
        }
        let (themes, persons) = row[4]
            .split_once("Affected persons:")
            .or_else(|| row[4].split_once("Groups of Persons:"))
            .unwrap_or((&row[4], ""));
        let items = |list: &str| -> Vec<String> {
            list.lines()
                .map(|line| line.trim().trim_start_matches("- ").trim().to_owned())
                .filter(|line| !line.is_empty())
                .collect()
        };
        let is_2025 = row[5].contains(" - ");
        let mut sdgs = if is_2025 { items(&row[5]) } else { vec![] };
        // 140.205 of 2025 names goal 4 twice.
        sdgs.dedup();
        let number = |label: &String| label.split(" - ").next().unwrap().to_owned();
        keys.insert(
            row[0].to_owned(),
            Key {
                states: found,
                position: row[3].to_owned(),
                themes: items(themes),
                groups: items(persons),
                sdgs: sdgs.iter().map(number).collect(),
                text: rest.split_whitespace().collect::<Vec<_>>().join(" "),
            },
        );
    }
    keys
}

fn differences(reading: &Reading, keys: &BTreeMap<String, Key>) -> Vec<String> {
    let mut differ = Vec::new();
    for draft in &reading.drafts {
        let paragraph = draft.paragraph.clone().unwrap();
        let key = &keys[&paragraph];
        let states: Vec<String> = draft
            .states
            .iter()
            .map(|state| state.iso3.clone())
            .collect();
        let position = match draft.position.as_deref() {
            Some("SUP") => "Supported",
            Some("NOT") => "Noted",
            other => panic!("{other:?}"),
        };
        let mut check = |what: &str, same: bool, found: String, expected: String| {
            if !same {
                differ.push(format!("{paragraph} {what}: {found} instead of {expected}"));
            }
        };
        let show = |list: &[String]| list.join(" | ");
        check(
            "States",
            states == key.states,
            show(&states),
            show(&key.states),
        );
        check(
            "position",
            position == key.position,
            position.into(),
            key.position.clone(),
        );
        check(
            "themes",
            draft.themes == key.themes,
            show(&draft.themes),
            show(&key.themes),
        );
        check(
            "groups",
            draft.groups == key.groups,
            show(&draft.groups),
            show(&key.groups),
        );
        check(
            "SDGs",
            draft.sdg_targets == key.sdgs,
            show(&draft.sdg_targets),
            show(&key.sdgs),
        );
        check(
            "text",
            draft.text == key.text,
            draft.text.clone(),
            key.text.clone(),
        );
    }
    differ
}

fn count(facets: &Value, name: &str) -> BTreeMap<String, u64> {
    let pairs = facets[name].as_array().cloned().unwrap_or_default();
    pairs
        .iter()
        .map(|pair| {
            (
                pair[0].as_str().unwrap().to_owned(),
                pair[1].as_u64().unwrap(),
            )
        })
        .collect()
}

fn counted<'a>(labels: impl Iterator<Item = &'a String>) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for label in labels {
        *counts.entry(label.clone()).or_default() += 1;
    }
    counts
}

fn check_matrix(name: &str, total: usize, layout: &str, cycle: u32, session: u32) {
    let file = |ending: &str| real(&format!("ohchr-matrices/{name}{ending}"));
    let (Some(docx), Some(csv), Some(facets)) = (file(".docx"), file(".csv"), file(".facets.json"))
    else {
        return;
    };
    let reading = read(&docx, &Ask::default()).unwrap();
    for problem in &reading.problems {
        println!("{name}: {problem:?}");
    }
    assert_eq!(reading.drafts.len(), total);
    assert_eq!(
        (reading.layout.as_str(), reading.state.as_deref()),
        (layout, Some("SVN"))
    );
    let keys = answer_key(&csv);
    assert_eq!(keys.len(), total);
    assert_eq!(differences(&reading, &keys), Vec::<String>::new());
    let facets: Value = serde_json::from_slice(&facets).unwrap();
    let themes = counted(reading.drafts.iter().flat_map(|draft| &draft.themes));
    assert_eq!(themes, count(&facets, "themes"));
    let groups = counted(reading.drafts.iter().flat_map(|draft| &draft.groups));
    assert_eq!(groups, count(&facets, "persons"));
    for draft in &reading.drafts {
        assert_eq!((draft.cycle, draft.session), (Some(cycle), Some(session)));
        let document = draft.document.as_deref().unwrap();
        let source = draft.position_document.as_deref().unwrap();
        assert_eq!(source, format!("{document}/Add.1"));
        let paragraph = draft.position_paragraph.as_deref();
        assert!(matches!(paragraph, Some("3" | "4" | "5")), "{paragraph:?}");
    }
}

#[test]
fn the_matrix_of_2014_equals_its_answer_key() {
    check_matrix("slovenia-2014", 163, "2014", 2, 20);
}

#[test]
fn the_matrix_of_2025_equals_its_answer_key() {
    check_matrix("slovenia-2025", 254, "2025", 4, 48);
}
