//! What a public report must not hold (G9): persons, notes, history, what was deleted or undone, and
//! anything about the computer it was made on.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kit::host::TestHost;
use serde_json::json;

use super::workbook::{part, parts};
use super::{Report, demonstration, everything};

/// Where a text is found in the file: raw, inflated, in two encodings and in Base64.
fn places(path: &std::path::Path, canary: &str) -> Vec<String> {
    let mut all = parts(path);
    all.insert("raw".to_owned(), std::fs::read(path).expect("a file"));
    let utf16: Vec<u8> = canary.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut needles = vec![canary.as_bytes().to_vec(), utf16];
    // Base64 of a text inside another differs with its place modulo three.
    for shift in 0..3 {
        let shifted = STANDARD.encode([&b"xxx"[..shift], canary.as_bytes()].concat());
        let inner = shifted.get(4..shifted.len() - 4).unwrap_or_default();
        needles.push(inner.as_bytes().to_vec());
    }
    all.into_iter()
        .filter(|(_, bytes)| {
            needles
                .iter()
                .any(|needle| bytes.windows(needle.len()).any(|window| window == needle))
        })
        .map(|(name, _)| name)
        .collect()
}

/// A plan with a canary in every field that is not for the public, its report beside it.
fn plan_of_canaries() -> (TestHost, std::path::PathBuf) {
    let test = TestHost::new();
    let agencies = test.agencies("Ministry of Justice; MoJ\nCanaryRemovedAgency");
    test.call(
        "add_focal_point",
        json!({"agency_id": agencies[0], "focal_point": {
            "name": "CanaryFocalName", "function": "CanaryFocalFunction",
            "email": "canaryfocal@example.org", "phone": "CanaryFocalPhone"}}),
    );
    test.call("remove_agency", json!({"id": agencies[1]}));
    let id = test.recommendation("1.1", "VisibleText");
    test.call(
        "edit_recommendations",
        json!({"ids": [id], "patch": {"note": "CanaryRecommendationNote"}}),
    );
    test.call(
        "set_position",
        json!({"ids": [id], "answer": {"position": "NOT", "explanation": "CanaryExplanation"}}),
    );
    test.call(
        "assign",
        json!({"subject": "recommendation", "ids": [id], "agency_id": agencies[0], "role": "lead",
               "note": "CanaryAssignmentNote"}),
    );
    let action = test.added(
        "add_action",
        json!({"action": {
            "title": "VisibleTitle", "description": "CanaryDescription", "note": "CanaryActionNote",
            "recommendation_ids": [id]}}),
    );
    test.call(
        "add_milestone",
        json!({"action_id": action, "title": "CanaryMilestone"}),
    );
    let gone = test.recommendation("1.2", "CanaryDeletedText");
    test.call("remove_recommendations", json!({"ids": [gone]}));
    test.call(
        "edit_actions",
        json!({"ids": [action], "patch": {"deliverable": "CanaryUndoneDeliverable"}}),
    );
    test.call("undo", json!({}));
    test.call(
        "edit_actions",
        json!({"ids": [action], "patch": {"title": "CanaryFormerTitle"}}),
    );
    test.call(
        "edit_actions",
        json!({"ids": [action], "patch": {"title": "VisibleTitle"}}),
    );
    test.call("choose_author", json!({"name": "CanaryAuthor"}));
    test.call("add_cluster", json!({"name": "CanaryRemovedCluster"}));
    test.call("undo", json!({}));
    let path = test.path().join("report.xlsx");
    let file = test.handle(&path);
    test.call("write_report", json!({"kind": "progress", "file": file}));
    (test, path)
}

#[test]
fn nothing_that_is_not_public_reaches_the_file() {
    let (test, path) = plan_of_canaries();
    let folder = test.path().file_name().expect("a name").to_string_lossy();
    for canary in [
        "CanaryFocalName",
        "CanaryFocalFunction",
        "canaryfocal@example.org",
        "CanaryFocalPhone",
        "CanaryRemovedAgency",
        "CanaryRecommendationNote",
        "CanaryExplanation",
        "CanaryAssignmentNote",
        "CanaryDescription",
        "CanaryActionNote",
        "CanaryMilestone",
        "CanaryDeletedText",
        "CanaryUndoneDeliverable",
        "CanaryFormerTitle",
        "CanaryAuthor",
        "CanaryRemovedCluster",
        "Ana Officer",
        "plan.upright",
        &folder,
    ] {
        assert_eq!(places(&path, canary), Vec::<String>::new(), "{canary}");
    }
}

/// The search finds what is there, so that finding nothing means something.
#[test]
fn what_is_public_is_found_in_the_file() {
    let (_test, path) = plan_of_canaries();
    for word in ["VisibleText", "VisibleTitle", "Ministry of Justice"] {
        assert_eq!(places(&path, word), ["xl/sharedStrings.xml"], "{word}");
    }
}

#[test]
fn the_properties_of_the_document_are_blank() {
    let report = Report::of(&demonstration(), &everything());
    let core = part(&report.path, "docProps/core.xml");
    assert!(core.contains("<dc:creator></dc:creator>"));
    assert!(core.contains("<cp:lastModifiedBy></cp:lastModifiedBy>"));
    let day = "2026-11-24T00:00:00Z</dcterms:";
    assert_eq!(
        core.matches(day).count(),
        2,
        "made and changed on the day it speaks of"
    );
    for absent in ["title", "subject", "description", "keywords", "category"] {
        assert!(!core.contains(&format!("{absent}>")), "{absent}");
    }
    let app = part(&report.path, "docProps/app.xml");
    assert!(app.contains("<Company></Company>") && !app.contains("<Manager>"));
    assert!(!parts(&report.path).contains_key("docProps/custom.xml"));
}

#[test]
fn no_sheet_row_or_column_is_hidden() {
    let report = Report::of(&demonstration(), &everything());
    for (name, bytes) in parts(&report.path) {
        let xml = String::from_utf8_lossy(&bytes);
        let is_sheet = name.starts_with("xl/worksheets/");
        assert!(!(is_sheet && xml.contains("hidden=\"1\"")), "{name}");
        assert!(
            !xml.contains("state=\"hidden\"") && !xml.contains("veryHidden"),
            "{name}"
        );
        assert!(
            !name.contains("comments") && !name.contains("vmlDrawing"),
            "{name}"
        );
    }
}
