//! The officer's first journey: a new plan, the ministries, the recommendations of a review, clusters,
//! leads, actions, where things stand, a report for the minister, a mistake taken back, home, and on
//! the next morning.

use std::path::Path;

use calamine::{Reader, Xlsx, open_workbook};
use kit::docx::{document, row, table};
use kit::host::{TestHost, number, text, texts};
use kit::sample::{TODAY, noon};
use serde_json::{Value, json};
use upright_core::import::Worker;

const READER: &str = env!("CARGO_BIN_EXE_foreign-file-reader");

const HEADER: &str = "SuR;Rgrp;Org;Recommendation;RS;Rgrp;Org;Response;Action;Issue;Session";

/// An export of twenty recommendations, made by two States each.
fn export(path: &Path) {
    let mut lines = vec![HEADER.to_owned()];
    for n in 1..=20 {
        let response = if n % 10 == 0 { "Noted" } else { "Supported" };
        let issue = [
            "Justice",
            "Right to education",
            "Torture and other CID treatment",
        ][n % 3];
        for state in ["Chile", "Uruguay"] {
            lines.push(format!(
                "Morocco;Africa;OIC;Adopt measure number {n} of the national plan;{state};GRULAC;OAS;{response};5;{issue};27"
            ));
        }
    }
    std::fs::write(path, lines.join("\r\n")).unwrap();
}

fn officer() -> TestHost {
    let test = TestHost::empty(noon(TODAY));
    test.host
        .read_foreign_files_with(Worker::at(Path::new(READER)));
    test
}

fn ids(test: &TestHost, filter: &Value) -> Vec<String> {
    texts(&test.call("select_ids", json!({"filter": filter})))
}

#[test]
fn from_a_review_to_a_report_and_on_the_next_morning() {
    let test = officer();

    // A new plan, and the ministries as they stand in a letter.
    let wish = json!({
        "file": test.handle(&test.plan()), "title": "Follow-up plan", "state": "MAR",
        "author": "Ana Officer",
    });
    test.call("create_plan", wish);
    let ministries = test.agencies(
        "Ministry of Justice; MoJ\nMinistry of Education; MoE\nMinistry of the Interior; MoI",
    );

    // The recommendations of the review, looked at before they come in.
    let file = test.path().join("export.csv");
    export(&file);
    let wish = json!({"file": test.handle(&file)});
    let preview = test.call("preview_import", wish.clone());
    assert_eq!(
        (&preview["added"], &preview["read"]),
        (&json!(20), &json!(40))
    );
    assert!(ids(&test, &json!({})).is_empty(), "looking changes nothing");
    assert_eq!(test.call("import_file", wish.clone())["added"], 20);
    let by_hand = json!({
        "mechanism": "TB", "document": "CRC/C/MAR/CO/3-4", "paragraph": "17", "letter": "b",
        "text": "Amend the Family Code",
    });
    test.call("add_recommendation", by_hand);

    // Clusters by theme, over whole selections.
    for (name, theme) in [("Justice", "Justice"), ("Education", "Right to education")] {
        let cluster = test.added("add_cluster", json!({"name": name}));
        let chosen = ids(&test, &json!({"theme": [theme]}));
        assert!(chosen.len() >= 6, "{theme}");
        test.call(
            "edit_recommendations",
            json!({"ids": chosen, "patch": {"cluster_id": cluster}}),
        );
    }

    // Twelve recommendations to one ministry, in one go.
    let twelve = &ids(&test, &json!({"mechanism": ["UPR"]}))[..12];
    let wish = json!({"subject": "recommendation", "ids": twelve, "agency_id": ministries[0], "role": "lead"});
    assert_eq!(test.call("assign", wish)["count"], 12);

    // Tasks with dates, one of them late by today.
    for (title, due_on, status) in [
        ("Draft the law", "2026-10-31", "IP"),
        ("Train judges", "2026-12-10", "NS"),
        ("Open shelters", "2027-06-30", "NS"),
    ] {
        let action = json!({
            "title": title, "deliverable": "Adopted text", "start_on": "2026-01-15",
            "due_on": due_on, "status": status, "recommendation_ids": twelve[..2],
        });
        let added = test.call(
            "add_action",
            json!({"action": action, "lead_agency_id": ministries[0]}),
        );
        let milestone =
            json!({"action_id": added["id"], "title": "Concept", "planned_on": "2026-03-01"});
        test.call("add_milestone", milestone);
    }

    // Where things stand: each count is one click from its rows.
    let standing = test.call("standing", json!({}));
    for (count, value) in [
        ("recommendations", 21),
        ("supported", 18),
        ("noted", 2),
        ("actions", 3),
        ("late_actions", 1),
        ("due_soon_actions", 1),
        ("unassigned", 9),
        ("without_action", 19),
    ] {
        assert_eq!(number(&standing[count]), value, "{count}");
    }
    let unassigned = ids(&test, &json!({"standing": ["unassigned"]}));
    assert_eq!(unassigned.len(), 9);

    // The report for the minister.
    let report = test.path().join("progress.xlsx");
    let wish = json!({"kind": "progress", "file": test.handle(&report)});
    let written = test.call("write_report", wish);
    assert!(
        test.host
            .written_path(&text(&written["file"]["handle"]))
            .is_some()
    );
    let mut book: Xlsx<_> = open_workbook(&report).unwrap();
    let sheets = book.sheet_names();
    let late = sheets.iter().any(|name| {
        let range = book.worksheet_range(name).unwrap();
        range.rows().flatten().any(|cell| *cell == "Draft the law")
    });
    assert!(sheets.len() >= 6 && late, "{sheets:?}");

    // A mistake: a ministry takes everything. Taken back by its name.
    let before = test.hash();
    let all = ids(&test, &json!({}));
    let wish = json!({"subject": "recommendation", "ids": all, "agency_id": ministries[2], "role": "lead"});
    test.call("assign", wish);
    assert_eq!(test.state()["undo"]["args"]["agency"], "MoI");
    assert_eq!(test.call("undo", json!({}))["command"], "assign");
    assert_eq!(test.hash(), before);

    // The next morning: the plan is in the list, and yesterday's steps can still be taken back.
    let test = test.closed(noon("2026-11-25"));
    test.host
        .read_foreign_files_with(Worker::at(Path::new(READER)));
    let recent = test.call("list_recent_plans", json!({}));
    assert_eq!(recent[0]["title"], "Follow-up plan");
    let state = test.call("open_plan", json!({"file": recent[0]["file"]["handle"]}));
    assert_eq!(state["undo"]["command"], "add_milestone");
    assert_eq!(test.hash(), before);
    test.call("choose_author", json!({"name": "Ben Deputy"}));
    let before = test.hash();
    let again = test.call("import_file", json!({"file": test.handle(&file)}));
    assert_eq!(
        (&again["added"], &again["changed"]),
        (&json!(0), &json!(0)),
        "the same file twice"
    );
    assert_eq!(test.hash(), before);
    let history = test.call("list_operations", json!({"record_id": twelve[0]}));
    let told = history.as_array().unwrap();
    let import = told
        .iter()
        .find(|operation| operation["command"] == "import_file")
        .unwrap();
    assert_eq!(
        (&import["origin_file"], &import["author"]),
        (&json!("export.csv"), &json!("Ana Officer"))
    );
}

#[test]
fn a_whole_import_goes_with_one_undo_and_comes_back_with_one_redo() {
    let test = officer();
    let wish = json!({"file": test.handle(&test.plan()), "title": "Plan", "state": "MAR"});
    test.call("create_plan", wish);
    let empty = test.hash();
    let file = test.path().join("export.csv");
    export(&file);
    test.call("import_file", json!({"file": test.handle(&file)}));
    let full = test.hash();
    let name = test.state()["undo"].clone();
    assert_eq!(name["command"], "import_file");
    let test = test.reopened(noon("2026-11-25"));
    test.call("undo", json!({}));
    assert_eq!(test.hash(), empty);
    assert!(ids(&test, &json!({"words": "measure"})).is_empty());
    test.call("redo", json!({}));
    assert_eq!(test.hash(), full);
    assert_eq!(ids(&test, &json!({"words": "measure"})).len(), 20);
    let backups = test.call("list_backups", json!({}));
    let reasons: Vec<String> = backups
        .as_array()
        .unwrap()
        .iter()
        .map(|b| text(&b["reason"]))
        .collect();
    assert!(reasons.contains(&"before_import".to_owned()), "{reasons:?}");
}

#[test]
fn what_people_did_stays_when_a_later_matrix_comes_in() {
    let test = officer();
    let wish = json!({"file": test.handle(&test.plan()), "title": "Plan", "state": "SVN"});
    test.call("create_plan", wish);
    let matrix = |position: &str| {
        let rows = [
            row(&["Recommendation", "Position", "Full list of themes", ""]),
            row(&[
                "139.1 Ratify the Convention (Chile);\nSource of Position: A/HRC/28/15/Add.1 - Para. 3",
                position,
                "A12 Acceptance of international norms\nAffected persons:\n- general",
                "",
            ]),
        ];
        document("Universal Periodic Review - Slovenia", &table(&rows))
    };
    let file = test.path().join("matrix.docx");
    std::fs::write(&file, matrix("Supported")).unwrap();
    let first = test.call("import_file", json!({"file": test.handle(&file)}));
    assert_eq!(first["added"], 1, "{first}");
    let id = ids(&test, &json!({})).remove(0);
    let agency = test.agencies("Ministry of Justice").remove(0);
    test.call(
        "assign",
        json!({"subject": "recommendation", "ids": [id], "agency_id": agency, "role": "lead"}),
    );
    test.call(
        "edit_recommendations",
        json!({"ids": [id], "patch": {"priority": "high", "note": "First of all"}}),
    );
    std::fs::write(&file, matrix("Noted")).unwrap();
    let second = test.call("import_file", json!({"file": test.handle(&file)}));
    assert_eq!(
        (&second["added"], &second["changed"]),
        (&json!(0), &json!(1)),
        "{second}"
    );
    let found = test.call("get_recommendation", json!({"id": id}));
    assert_eq!(found["recommendation"]["priority"], "high");
    assert_eq!(found["recommendation"]["note"], "First of all");
    assert_eq!(found["assignments"][0]["agency_short_name"], "Justice");
    let positions: Vec<String> = found["positions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| text(&p["position"]))
        .collect();
    assert_eq!(
        positions,
        ["SUP", "NOT"],
        "the old answer stays in the history (I4)"
    );
}
