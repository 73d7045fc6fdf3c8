//! Every column: filters, facets, "without", several orders, headings, further cells.

use kit::host::{number, text, texts};
use serde_json::{Value, json};
use upright_core::search::FacetColumn;

use super::{ids, page, register, rows};

#[test]
fn the_counts_of_every_column_are_those_of_the_rows_they_open() {
    let test = register();
    for column in FacetColumn::ALL {
        let column = serde_json::to_value(column).unwrap();
        let name = text(&column);
        let facets = test.call("facet_values", json!({"column": column}));
        let mut seen = 0;
        for facet in facets.as_array().unwrap() {
            let opened = page(&test, json!({"filter": {name.clone(): [facet["value"]]}}));
            assert_eq!(
                opened["total"], facet["count"],
                "{name} = {}",
                facet["value"]
            );
            seen += number(&facet["count"]);
        }
        assert!(
            seen >= 40,
            "{name}: every record stands under a value or under none"
        );
    }
}

#[test]
fn facets_stay_true_through_edits_and_undo() {
    let test = register();
    let columns: Vec<Value> = FacetColumn::ALL
        .iter()
        .map(|column| serde_json::to_value(column).unwrap())
        .collect();
    let counts = |test: &kit::host::TestHost| -> Vec<Value> {
        columns
            .iter()
            .map(|column| test.call("facet_values", json!({"column": column})))
            .collect()
    };
    let before = counts(&test);
    let all = ids(&page(&test, json!({})));
    test.call(
        "edit_recommendations",
        json!({"ids": all[3..9], "patch": {"priority": "urgent", "cluster_id": null, "action_category": 3}}),
    );
    test.call(
        "tag_recommendations",
        json!({"ids": all[..5], "vocabulary": "theme", "add": ["Education"], "remove": ["Torture"]}),
    );
    test.call("draft_actions", json!({"recommendation_ids": all[10..12]}));
    let kept = counts(&test);
    assert_ne!(kept, before);
    // The same counts as of a board read anew.
    let plan = test.plan();
    let again = test.reopened(kit::sample::noon(kit::sample::TODAY));
    assert_eq!(counts(&again), kept, "{}", plan.display());
    for _ in 0..3 {
        again.call("undo", json!({}));
    }
    assert_eq!(counts(&again), before);
}

#[test]
fn without_narrows_by_each_of_its_words() {
    let test = register();
    let of = |filter: Value| ids(&page(&test, json!({"filter": filter})));
    let both = of(json!({"without": ["lead", "action"]}));
    assert!(!both.is_empty());
    let leads = of(json!({"without": ["lead"]}));
    let actions = of(json!({"without": ["action"]}));
    let by_hand: Vec<String> = leads
        .into_iter()
        .filter(|id| actions.contains(id))
        .collect();
    assert_eq!(both, by_hand);
    let refused = test.refused(
        "page_rows",
        json!({"filter": {"without": ["hope"]}, "limit": 1}),
    );
    assert_eq!(refused.code, "search-value-unknown");
}

#[test]
fn further_columns_order_within_equals() {
    let test = register();
    let sorted = page(
        &test,
        json!({"sort": "mechanism", "then": [{"column": "priority", "descending": true}, {"column": "reference", "descending": true}]}),
    );
    let order = ["urgent", "high", "medium", "low"];
    let rank = |row: &Value| {
        row["priority"]
            .as_str()
            .map(|p| order.iter().position(|o| *o == p))
    };
    for pair in rows(&sorted).windows(2) {
        let (a, b) = (&pair[0], &pair[1]);
        if a["mechanism"] != b["mechanism"] {
            assert_eq!(
                (text(&a["mechanism"]), text(&b["mechanism"])),
                ("UPR".into(), "TB".into())
            );
            continue;
        }
        match (rank(a), rank(b)) {
            (Some(x), Some(y)) => assert!(x >= y, "low before urgent"),
            (None, Some(_)) => panic!("without a priority comes last"),
            _ => {}
        }
    }
}

#[test]
fn rows_stand_under_headings_with_their_counts() {
    let test = register();
    for column in ["lead", "theme", "position", "cycle", "state", "standing"] {
        let answer = page(&test, json!({"group": column, "sort": "text"}));
        let facets = test.call("facet_values", json!({"column": column}));
        let groups = answer["groups"].as_array().unwrap();
        let mut next = 0;
        for group in groups {
            assert_eq!(
                number(&group["first"]),
                next,
                "{column}: one after the other"
            );
            next += number(&group["count"]);
            let facet = facets
                .as_array()
                .unwrap()
                .iter()
                .find(|f| f["value"] == group["value"]);
            if let Some(facet) = facet {
                assert_eq!(
                    facet["count"], group["count"],
                    "{column} = {}",
                    group["value"]
                );
            }
        }
        assert_eq!(number(&answer["lines"]), next);
        assert_eq!(
            number(&answer["total"]),
            40,
            "{column}: each record counts once"
        );
        let chosen = texts(&test.call("select_ids", json!({"group": column})));
        assert_eq!(chosen.len(), 40, "{column}: each record is chosen once");
    }
    let by_theme = page(&test, json!({"group": "theme"}));
    assert!(number(&by_theme["lines"]) > 40, "two themes, two lines");
    let last = by_theme["groups"].as_array().unwrap().last().unwrap();
    assert_eq!(last["value"], "none", "not set stands at the end");
}

#[test]
fn a_window_under_headings_is_part_of_the_whole() {
    let test = register();
    let whole = page(&test, json!({"group": "theme"}));
    let mut seen = Vec::new();
    for offset in (0..number(&whole["lines"])).step_by(11) {
        seen.extend(ids(&test.call(
            "page_rows",
            json!({"group": "theme", "offset": offset, "limit": 11}),
        )));
    }
    assert_eq!(seen, ids(&whole));
}

#[test]
fn only_the_cells_asked_for_are_sent() {
    let test = register();
    let plain = page(&test, json!({}));
    assert!(rows(&plain).iter().all(|row| row["cells"] == json!({})));
    let columns = ["cycle", "sdg", "agency", "region", "note", "record_type"];
    let id = ids(&plain)[0].clone();
    test.call(
        "edit_recommendations",
        json!({"ids": [id], "patch": {"note": "Ask Parliament"}}),
    );
    let answer = page(&test, json!({"columns": columns}));
    let first = &rows(&answer)[0]["cells"];
    assert_eq!(first["note"], json!(["Ask Parliament"]));
    assert_eq!(first["record_type"], json!(["recommendation"]));
    assert!(
        rows(&answer)
            .iter()
            .any(|row| row["cells"]["sdg"] == json!(["16.2", "16.9"]))
    );
    assert!(
        rows(&answer)
            .iter()
            .any(|row| row["cells"]["agency"] == json!(["aLab"]))
    );
    let refused = test.refused("page_rows", json!({"columns": ["colour"], "limit": 1}));
    assert_eq!(refused.code, "column-unknown");
}
