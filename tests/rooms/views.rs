//! Saved views: kept in their order, under names of their own, meaning the same everywhere.

use kit::host::{TestHost, number, text};
use serde_json::{Value, json};

fn plan() -> TestHost {
    let test = TestHost::new();
    for (paragraph, position) in [("1.1", "SUP"), ("1.2", "NOT"), ("1.3", "NOT")] {
        test.added(
            "add_recommendation",
            json!({"mechanism": "UPR", "cycle": 3, "paragraph": paragraph, "text": format!("Adopt law {paragraph}"), "position": position}),
        );
    }
    test
}

fn names(test: &TestHost) -> Vec<String> {
    let views = test.call("list_views", json!({}));
    views
        .as_array()
        .unwrap()
        .iter()
        .map(|view| text(&view["name"]))
        .collect()
}

fn noted() -> Value {
    json!({
        "filter": {"words": "position:noted"}, "sort": "priority", "descending": true,
        "then": [{"column": "text", "descending": false}], "group": "cluster",
        "columns": [{"name": "text", "width": 320}, {"name": "lead"}],
    })
}

#[test]
fn a_view_keeps_filter_order_headings_and_columns() {
    let test = plan();
    test.added(
        "save_view",
        json!({"name": " Noted  ones ", "settings": noted()}),
    );
    let view = &test.call("list_views", json!({}))[0];
    assert_eq!(text(&view["name"]), "Noted ones");
    let settings = &view["settings"];
    for (field, value) in noted().as_object().unwrap() {
        if field == "filter" {
            assert_eq!(settings["filter"]["words"], "position:noted");
        } else if field == "columns" {
            assert_eq!(
                settings["columns"][0],
                json!({"name": "text", "width": 320})
            );
            assert_eq!(settings["columns"][1]["name"], "lead");
        } else {
            assert_eq!(&settings[field], value, "{field}");
        }
    }
}

#[test]
fn views_are_renamed_replaced_moved_and_removed_each_with_undo() {
    let test = plan();
    let ids: Vec<String> = ["One", "Two", "Three"]
        .map(|name| test.added("save_view", json!({"name": name, "settings": {}})))
        .to_vec();
    test.call("edit_view", json!({"id": ids[2], "patch": {"place": 1}}));
    assert_eq!(names(&test), ["Three", "One", "Two"]);
    test.call(
        "edit_view",
        json!({"id": ids[0], "patch": {"name": "First", "settings": noted()}}),
    );
    assert_eq!(names(&test), ["Three", "First", "Two"]);
    test.call("remove_view", json!({"id": ids[1]}));
    assert_eq!(names(&test), ["Three", "First"]);
    for expected in [
        vec!["Three", "First", "Two"],
        vec!["Three", "One", "Two"],
        vec!["One", "Two", "Three"],
    ] {
        test.call("undo", json!({}));
        assert_eq!(names(&test), expected);
    }
}

#[test]
fn names_of_views_are_told_apart() {
    let test = plan();
    let id = test.added("save_view", json!({"name": "Késő", "settings": {}}));
    let refused = |name: &str| {
        test.refused("save_view", json!({"name": name, "settings": {}}))
            .code
    };
    assert_eq!(refused("keso"), "name-taken");
    assert_eq!(refused("  "), "name-missing");
    assert_eq!(refused(&"x".repeat(81)), "view-name-long");
    test.call("edit_view", json!({"id": id, "patch": {"name": "keso"}}));
    assert_eq!(
        test.refused("edit_view", json!({"id": "nothing", "patch": {}}))
            .code,
        "record-not-found"
    );
    let wrong = json!({"name": "B", "settings": {"sort": "colour"}});
    assert_eq!(
        test.refused("save_view", wrong).code,
        "arguments-not-understood"
    );
}

#[test]
fn a_view_means_the_same_in_lists_counts_and_beside_a_filter() {
    let test = plan();
    test.added("save_view", json!({"name": "Noted", "settings": noted()}));
    let listed = test.call("list_recommendations", json!({"view": "noted"}));
    let references: Vec<String> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|r| text(&r["reference"]))
        .collect();
    assert_eq!(references, ["3-UPR-1.2", "3-UPR-1.3"]);
    let summary = test.call("summary", json!({"view": "Noted"}));
    let count: u64 = summary["by_position"]
        .as_array()
        .unwrap()
        .iter()
        .map(|count| number(&count["recommendations"]))
        .sum();
    assert_eq!(count, 2);
    let narrowed = json!({"view": "Noted", "filter": {"words": "1.3"}});
    assert_eq!(
        test.call("list_recommendations", narrowed)
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let nothing = json!({"view": "Noted", "filter": {"position": ["SUP"]}});
    assert!(
        test.call("list_recommendations", nothing)
            .as_array()
            .unwrap()
            .is_empty()
    );
    let unknown = test.refused("list_recommendations", json!({"view": "Gone"}));
    assert_eq!(
        (unknown.code.as_str(), unknown.args["names"].as_str()),
        ("view-unknown", "Noted")
    );
}

#[test]
fn a_view_of_a_newer_program_is_kept_and_told() {
    let test = plan();
    let id = test.added("save_view", json!({"name": "New", "settings": {}}));
    {
        let mut desk = test.host.desk();
        desk.change(upright_core::dossier::Operation::new("edit_view"), |tx| {
            tx.execute(
                "update saved_view set query = '{\"shape\": \"map\"}' where id = :id",
                rusqlite::named_params! {":id": id},
            )
        })
        .unwrap();
    }
    let views = test.call("list_views", json!({}));
    assert!(views[0]["settings"].is_null());
    let refused = test.refused("summary", json!({"view": "New"}));
    assert_eq!(refused.code, "view-not-understood");
}

#[test]
fn how_a_plan_was_last_looked_at_is_kept_without_a_word_of_its_content() {
    let test = plan();
    let layout = json!({
        "filter": {"words": "secret"}, "sort": "lead", "group": "cluster",
        "columns": [{"name": "lead", "width": 210}],
    });
    assert_eq!(test.call("get_layout", json!({}))["columns"], json!([]));
    test.call("keep_layout", layout);
    let kept = test.call("get_layout", json!({}));
    assert_eq!(
        (&kept["sort"], &kept["group"]),
        (&json!("lead"), &json!("cluster"))
    );
    assert_eq!(kept["columns"][0], json!({"name": "lead", "width": 210}));
    assert_eq!(kept["filter"]["words"], "");
    let home = test.host.desk().home().path().to_owned();
    let stored = std::fs::read_to_string(home.join("layouts.json")).unwrap();
    assert!(!stored.contains("secret"));
}
