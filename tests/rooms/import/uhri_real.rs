//! The sample files of the Index against the answer key of OHCHR's matrix, row by row, and records of
//! treaty bodies as another project keeps them.

use std::collections::{BTreeMap, BTreeSet};

use kit::real::{real, real_path};
use serde_json::Value;
use upright_core::import::{Ask, Draft, Reading};

use super::read;

fn slovenia() -> Ask {
    Ask {
        state: Some("SVN".to_owned()),
        ..Ask::default()
    }
}

/// What both files say of one paragraph.
fn told(draft: &Draft) -> [String; 6] {
    let states: Vec<&str> = draft.states.iter().map(|s| s.iso3.as_str()).collect();
    [
        states.join(","),
        draft.position.clone().unwrap_or_default(),
        draft.themes.join("|"),
        draft.groups.join("|"),
        draft.sdg_targets.join("|"),
        draft.text.clone(),
    ]
}

fn by_paragraph(reading: &Reading) -> BTreeMap<String, [String; 6]> {
    let drafts = reading.drafts.iter();
    drafts
        .map(|draft| (draft.paragraph.clone().unwrap(), told(draft)))
        .collect()
}

#[test]
fn both_layouts_of_the_index_say_what_the_matrix_of_2025_says() {
    let (Some(excel), Some(json), Some(matrix)) = (
        real("uhri/DERIVED_slovenia48_uhri_xlsx_layout.xlsx"),
        real("uhri/DERIVED_slovenia48_uhri_json_layout.json"),
        real("ohchr-matrices/slovenia-2025.docx"),
    ) else {
        return;
    };
    let matrix = by_paragraph(&read(&matrix, &slovenia()).unwrap());
    assert_eq!(matrix.len(), 254);
    for bytes in [excel, json] {
        let reading = read(&bytes, &slovenia()).unwrap();
        assert_eq!((reading.read, reading.drafts.len()), (254, 254));
        assert_eq!(reading.problems, [], "{}", reading.layout);
        for draft in &reading.drafts {
            assert_eq!((draft.cycle, draft.session), (Some(4), Some(48)));
            assert_eq!(draft.document.as_deref(), Some("A/HRC/59/15"));
            assert!(draft.foreign_id.is_some());
        }
        let found = by_paragraph(&reading);
        let differ: Vec<String> = matrix
            .iter()
            .filter(|(paragraph, told)| found.get(*paragraph) != Some(told))
            .map(|(paragraph, told)| format!("{paragraph}: {told:?} / {:?}", found.get(paragraph)))
            .collect();
        assert_eq!(differ, Vec::<String>::new(), "{}", reading.layout);
    }
}

#[test]
fn records_of_treaty_bodies_are_read_each_with_its_paragraph_and_tags() {
    let Some(folder) = real_path("uhri/normalised") else {
        return;
    };
    let mut paragraphs = BTreeSet::new();
    let mut files = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let record: Value = serde_json::from_slice(&bytes).unwrap();
        let reading = read(&bytes, &Ask::default()).unwrap();
        assert_eq!(reading.state.as_deref(), Some("AUS"));
        let draft = &reading.drafts[0];
        println!(
            "{:?} {:?} {:.60}",
            draft.paragraph, draft.record_type, draft.text
        );
        let list = |name: &str| -> Vec<String> {
            let values = record[name].as_array().unwrap().iter();
            // Some labels have blanks around them, hard ones too.
            values
                .map(|value| value.as_str().unwrap().trim().to_owned())
                .collect()
        };
        assert_eq!(draft.themes, list("themes"));
        assert_eq!(draft.groups, list("affected_persons"));
        assert_eq!(draft.sdg_targets.len(), list("sdgs").len());
        assert_eq!(draft.document.as_deref(), record["symbol"].as_str());
        assert_eq!((draft.mechanism.as_str(), draft.year), ("TB", Some(2026)));
        assert_eq!(draft.foreign_id.as_deref(), record["_id"].as_str());
        assert_eq!(reading.problems, [], "{}", record["_id"]);
        paragraphs.insert(draft.paragraph.clone().unwrap());
        files += 1;
    }
    assert_eq!(files, 15);
    println!("{paragraphs:?}");
    assert!(paragraphs.len() >= 10);
}
