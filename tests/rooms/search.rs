//! The register: filters, full text, sorting, pages; cross-checked row by row.

mod columns;
mod line;

use std::cmp::Ordering;

use kit::host::{TestHost, number, text, texts};
use kit::sample::Sample;
use serde_json::{Value, json};
use upright_core::search::{Filter, Query};

const FACETS: [&str; 12] = [
    "position",
    "mechanism",
    "cluster",
    "lead",
    "agency",
    "progress",
    "theme",
    "group",
    "sdg",
    "category",
    "priority",
    "state",
];

/// Forty records that differ in every column, some without a value in each.
fn register() -> TestHost {
    let test = TestHost::new();
    let agencies = test.agencies("Ministry of Justice; MoJ\nMinistry of Health; MoH\nLabour; aLab");
    let clusters = ["Ratification", "Education", "Health"]
        .map(|name| test.added("add_cluster", json!({"name": name})));
    let states = ["CHL", "URY", "ARG", "FRA", "KEN"];
    let openings = [
        "Ratify",
        "Consider adopting",
        "Continue",
        "Strengthen",
        "Amend the law on",
    ];
    for n in 0..40_usize {
        let mechanism = if n % 8 == 7 { "TB" } else { "UPR" };
        let made: Vec<&str> = states.iter().copied().take(n % 4).collect();
        let position =
            (mechanism == "UPR" && n % 5 != 0).then_some(["SUP", "NOT", "MIX", "PEN"][n % 4]);
        let id = test.added(
            "add_recommendation",
            json!({"mechanism": mechanism, "cycle": 1 + n % 3, "paragraph": format!("{}.{n}", 120 + n % 2),
                   "text": format!("{} measure {n} “against torture”", openings[n % 5]),
                   "recommending_states": made, "position": position}),
        );
        let priority = [
            Value::Null,
            json!("urgent"),
            json!("high"),
            json!("medium"),
            json!("low"),
        ][n % 5]
            .clone();
        let cluster = if n % 4 == 3 {
            Value::Null
        } else {
            json!(clusters[n % 4])
        };
        test.call(
            "edit_recommendations",
            json!({"ids": [id], "patch": {"priority": priority, "cluster_id": cluster}}),
        );
        if n % 3 == 0 {
            test.call("confirm_categories", json!({"ids": [id]}));
            for (vocabulary, label) in
                [("theme", "Torture"), ("group", "Children"), ("sdg", "16.2")]
            {
                test.call(
                    "tag_recommendations",
                    json!({"ids": [id], "vocabulary": vocabulary, "add": [label, "16.9"]}),
                );
            }
        }
        if n % 4 != 2 {
            let role = if n % 2 == 0 { "lead" } else { "supporting" };
            test.call("assign", json!({"subject": "recommendation", "ids": [id], "agency_id": agencies[n % 3], "role": role}));
        }
        if n % 3 != 1 {
            let due = [
                Value::Null,
                json!("2026-11-01"),
                json!("2026-12-01"),
                json!("2028-01-01"),
            ][n % 4]
                .clone();
            let status = ["NS", "IP", "DO", "CA", "SU"][n % 5];
            let action = json!({"title": format!("Action {n}"), "due_on": due, "status": status, "percent": n * 2, "recommendation_ids": [id]});
            test.call(
                "add_action",
                json!({"action": action, "lead_agency_id": agencies[n / 3 % 3]}),
            );
        }
    }
    test
}

fn page(test: &TestHost, query: Value) -> Value {
    let mut query = query;
    query["limit"] = json!(100);
    test.call("page_rows", query)
}

fn rows(page: &Value) -> &Vec<Value> {
    page["rows"].as_array().unwrap()
}

/// The values of a row in a facet's column, as a person would read them off.
fn values(row: &Value, record: &Value, column: &str) -> Vec<String> {
    let one = |value: &Value| match value {
        Value::Null => vec!["none".to_owned()],
        Value::Number(number) => vec![number.to_string()],
        other => vec![text(other)],
    };
    let many = |value: &Value| {
        let found = texts(value);
        if found.is_empty() {
            vec!["none".to_owned()]
        } else {
            found
        }
    };
    let recommendation = &record["recommendation"];
    match column {
        "cluster" => one(&row["cluster_id"]),
        "lead" => one(&row["lead_id"]),
        "category" => one(&row["action_category"]),
        "state" => many(&row["recommending_states"]),
        "theme" => many(&recommendation["themes"]),
        "group" => many(&recommendation["groups"]),
        "sdg" => many(&recommendation["sdg_targets"]),
        "agency" => agencies(record),
        _ => one(&row[column]),
    }
}

/// Agencies with a role on the record or on one of its actions.
fn agencies(record: &Value) -> Vec<String> {
    let held = record["assignments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|held| text(&held["agency_id"]));
    let led = record["actions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|action| text(&action["lead_id"]));
    let mut found: Vec<String> = held.chain(led).collect();
    found.sort();
    found.dedup();
    if found.is_empty() {
        found.push("none".to_owned());
    }
    found
}

#[test]
fn every_facet_counts_the_rows_its_filter_opens() {
    let test = register();
    let all = page(&test, json!({}));
    assert_eq!(number(&all["total"]), 40);
    let records: Vec<Value> = rows(&all)
        .iter()
        .map(|row| test.call("get_recommendation", json!({"id": row["id"]})))
        .collect();
    for column in FACETS {
        let facets = test.call("facet_values", json!({"column": column}));
        let facets = facets.as_array().unwrap();
        assert!(facets.len() > 1, "{column} has several values here");
        for facet in facets {
            let value = text(&facet["value"]);
            let by_hand: Vec<&Value> = rows(&all)
                .iter()
                .zip(&records)
                .filter(|(row, record)| values(row, record, column).contains(&value))
                .map(|(row, _)| &row["id"])
                .collect();
            let filtered = page(&test, json!({"filter": {column: [value]}}));
            let opened: Vec<&Value> = rows(&filtered).iter().map(|row| &row["id"]).collect();
            assert_eq!(opened, by_hand, "{column} = {value}");
            assert_eq!(
                number(&facet["count"]),
                u64::try_from(opened.len()).unwrap(),
                "{column} = {value}"
            );
        }
    }
}

#[test]
fn facets_are_counted_under_the_other_filters_and_offer_the_own_columns_rest() {
    let test = register();
    let filter = json!({"mechanism": ["UPR"], "priority": ["urgent"], "words": "torture"});
    let others = json!({"mechanism": ["UPR"], "words": "torture"});
    let facets = test.call(
        "facet_values",
        json!({"column": "priority", "filter": filter}),
    );
    assert_eq!(
        facets.as_array().unwrap().len(),
        5,
        "its own choice does not narrow the menu"
    );
    for facet in facets.as_array().unwrap() {
        let mut narrowed = others.clone();
        narrowed["priority"] = json!([facet["value"]]);
        assert_eq!(
            facet["count"],
            page(&test, json!({"filter": narrowed}))["total"]
        );
    }
    let last = facets.as_array().unwrap().last().unwrap();
    assert_eq!(last["value"], "none", "not set stands at the end");
}

#[test]
fn fields_narrow_together_and_values_within_a_field_are_alternatives() {
    let test = register();
    let total = |filter: Value| number(&page(&test, json!({"filter": filter}))["total"]);
    let urgent = total(json!({"priority": ["urgent"]}));
    let high = total(json!({"priority": ["high"]}));
    assert_eq!(
        total(json!({"priority": ["urgent", "high"]})),
        urgent + high
    );
    let both = total(json!({"priority": ["urgent"], "position": ["NOT"]}));
    assert!(both > 0 && both < urgent);
    assert_eq!(total(json!({"priority": ["nonsense"]})), 0);
    assert_eq!(total(json!({"standing": ["nonsense"]})), 0);
    assert_eq!(total(json!({})), 40, "an empty filter means everything");
}

#[test]
fn a_selection_is_a_filter_like_any_other() {
    let test = register();
    let ids = texts(&test.call("select_ids", json!({"filter": {"priority": ["low"]}})));
    let chosen = page(
        &test,
        json!({"filter": {"ids": ids[..3], "priority": ["low"]}}),
    );
    assert_eq!(number(&chosen["total"]), 3);
    let none = page(
        &test,
        json!({"filter": {"ids": ids[..3], "priority": ["high"]}}),
    );
    assert_eq!(number(&none["total"]), 0);
}

#[test]
fn every_column_sorts_both_ways_with_empty_last_and_references_within_equals() {
    let test = register();
    let natural: Vec<String> = ids(&page(&test, json!({})));
    let clusters = texts(&json!(
        test.call("list_clusters", json!({}))
            .as_array()
            .unwrap()
            .iter()
            .map(|c| c["id"].clone())
            .collect::<Vec<_>>()
    ));
    let positions = codes(&test.call("list_positions", json!({})));
    let progress = [
        "no_action",
        "not_started",
        "in_progress",
        "partial",
        "done",
        "stopped",
        "not_applicable",
    ]
    .map(str::to_owned);
    let priorities = ["urgent", "high", "medium", "low"].map(str::to_owned);
    let place = |order: &[String], value: &Value| {
        let value = value.as_str()?;
        order
            .iter()
            .position(|known| known == value)
            .map(|place| format!("{place:04}"))
    };
    for column in [
        "text", "position", "category", "cluster", "lead", "progress", "due", "percent", "priority",
    ] {
        let key = |row: &Value| -> Option<String> {
            let padded = |value: &Value| value.as_u64().map(|number| format!("{number:04}"));
            match column {
                "text" => Some(text(&row["text"]).to_lowercase()),
                "position" => place(&positions, &row["position"]),
                "category" => padded(&row["action_category"]),
                "cluster" => place(&clusters, &row["cluster_id"]),
                "lead" => row["lead"].as_str().map(str::to_lowercase),
                "progress" => place(&progress, &row["progress"]),
                "due" => row["due"]["on"].as_str().map(str::to_owned),
                "percent" => padded(&row["percent"]),
                _ => place(&priorities, &row["priority"]),
            }
        };
        for descending in [false, true] {
            let sorted = page(&test, json!({"sort": column, "descending": descending}));
            let found = rows(&sorted);
            let mut by_hand = found.clone();
            by_hand.sort_by(|a, b| {
                let by_key = match (key(a), key(b)) {
                    (Some(a), Some(b)) if descending => b.cmp(&a),
                    (Some(a), Some(b)) => a.cmp(&b),
                    (Some(_), None) => Ordering::Less,
                    (None, Some(_)) => Ordering::Greater,
                    (None, None) => Ordering::Equal,
                };
                let at = |row: &Value| natural.iter().position(|id| *id == text(&row["id"]));
                by_key.then(at(a).cmp(&at(b)))
            });
            let order = |rows: &[Value]| {
                rows.iter()
                    .map(|row| text(&row["reference"]))
                    .collect::<Vec<_>>()
            };
            assert_eq!(
                order(found),
                order(&by_hand),
                "{column}, descending: {descending}"
            );
        }
    }
    let mut backwards = natural.clone();
    backwards.reverse();
    assert_eq!(
        ids(&page(
            &test,
            json!({"sort": "reference", "descending": true})
        )),
        backwards
    );
}

fn ids(page: &Value) -> Vec<String> {
    rows(page).iter().map(|row| text(&row["id"])).collect()
}

fn codes(list: &Value) -> Vec<String> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|item| text(&item["code"]))
        .collect()
}

#[test]
fn windows_put_together_are_the_whole_view() {
    let test = register();
    let query = json!({"filter": {"mechanism": ["UPR"]}, "sort": "priority", "descending": true});
    let whole = page(&test, query.clone());
    let mut seen = Vec::new();
    for offset in (0..40).step_by(7) {
        let mut window = query.clone();
        window["offset"] = json!(offset);
        window["limit"] = json!(7);
        let answer = test.call("page_rows", window);
        assert_eq!(
            (&answer["total"], &answer["of"]),
            (&whole["total"], &json!(40))
        );
        seen.extend(ids(&answer));
    }
    assert_eq!(seen, ids(&whole));
    assert_eq!(
        texts(&test.call("select_ids", query)),
        seen,
        "a whole selection has the same order"
    );
    let beyond = test.call("page_rows", json!({"offset": 400, "limit": 10}));
    assert_eq!((rows(&beyond).len(), number(&beyond["total"])), (0, 40));
}

#[test]
fn a_page_is_never_larger_than_a_hundred_rows() {
    let test = TestHost::new();
    assert_eq!(
        test.refused("page_rows", json!({"limit": 101})).code,
        "page-too-large"
    );
    assert_eq!(
        test.refused("page_actions", json!({"limit": 201})).code,
        "page-too-large"
    );
}

#[test]
fn a_page_shows_a_change_at_once() {
    let test = register();
    let query = json!({"filter": {"priority": ["urgent"]}});
    let before = ids(&page(&test, query.clone()));
    test.call(
        "edit_recommendations",
        json!({"ids": [before[0]], "patch": {"priority": "low"}}),
    );
    assert_eq!(ids(&page(&test, query.clone())), before[1..]);
    test.call("undo", json!({}));
    assert_eq!(ids(&page(&test, query)), before);
}

fn found(sample: &Sample, words: &str) -> u32 {
    let query = Query {
        filter: Filter {
            words: words.to_owned(),
            ..Filter::default()
        },
        limit: 10,
        ..Query::default()
    };
    sample.page(&query).total
}

#[test]
fn words_are_found_in_text_reference_document_and_names_of_states() {
    let mut sample = Sample::new();
    sample.recommendation("121.34", "Prohibit “la torture” à l’école");
    sample.recommendation("5.6", "Adopt a plan");
    for words in [
        "torture",
        "TORTURE",
        "ecole",
        "école",
        "tort",
        "3-UPR-121.34",
        "121.34",
        "A/HRC/44/10 torture",
        "chile prohibit",
    ] {
        assert_eq!(found(&sample, words), 1, "{words}");
    }
    assert_eq!(found(&sample, "chile"), 2);
    assert_eq!(found(&sample, "torture plan"), 0, "every word must occur");
    assert_eq!(found(&sample, "ortur"), 0, "a middle is no beginning");
}

#[test]
fn quotes_and_operators_do_no_harm() {
    let mut sample = Sample::new();
    sample.recommendation(
        "1.1",
        "End torture and/or ill-treatment NOT near NEAR schools (art. 4)",
    );
    for words in [
        "\"torture\"",
        "torture AND",
        "OR",
        "NOT torture",
        "NEAR(torture",
        "torture)",
        "tor*ture*",
        "text:torture",
        "^torture",
        "-torture",
        "tor\"ture",
        "''",
        "; drop table recommendation",
        "{torture}",
        "torture + ill",
        "\\",
        "%",
        "_",
        "\u{0}torture",
        "ill-treatment",
        "(art. 4)",
    ] {
        let count = found(&sample, words);
        assert!(count <= 1, "{words}");
    }
    for words in [
        "\"torture\"",
        "NOT torture",
        "^torture",
        "ill-treatment",
        "(art. 4)",
    ] {
        assert_eq!(found(&sample, words), 1, "read as plain words: {words}");
    }
    assert_eq!(found(&sample, "…"), 1, "signs alone ask for nothing");
}

#[test]
fn words_of_many_scripts_are_found() {
    let mut sample = Sample::new();
    sample.recommendation("1.1", "Ратифицировать Конвенцию");
    sample.recommendation("1.2", "التصديق على الاتفاقية");
    assert_eq!(found(&sample, "конвенцию"), 1);
    assert_eq!(found(&sample, "الاتفاقية"), 1);
}

#[test]
fn the_action_plan_is_grouped_filtered_and_paged() {
    let test = register();
    let all = test.call("page_actions", json!({"limit": 200}));
    let total = number(&all["total"]);
    assert_eq!(all["total"], all["of"]);
    let groups: Vec<Value> = rows(&all).iter().map(|row| row["group"].clone()).collect();
    let mut runs = groups.clone();
    runs.dedup();
    assert_eq!(
        runs,
        [
            json!("Ratification"),
            json!("Education"),
            json!("Health"),
            Value::Null
        ],
        "in the order of clusters, none last"
    );
    let by_agency = test.call("page_actions", json!({"group": "agency", "limit": 200}));
    let mut runs: Vec<Value> = rows(&by_agency)
        .iter()
        .map(|row| row["group"].clone())
        .collect();
    runs.dedup();
    assert_eq!(
        runs,
        [json!("aLab"), json!("MoH"), json!("MoJ")],
        "alphabetical, whatever the capitals"
    );
    let mut seen = Vec::new();
    for offset in (0..total).step_by(9) {
        seen.extend(ids(
            &test.call("page_actions", json!({"offset": offset, "limit": 9}))
        ));
    }
    assert_eq!(seen, ids(&all));
    for status in ["NS", "IP", "DO", "CA", "SU"] {
        let filtered = test.call(
            "page_actions",
            json!({"filter": {"status": [status]}, "limit": 200}),
        );
        let by_hand = rows(&all)
            .iter()
            .filter(|row| row["status"] == status)
            .count();
        assert_eq!(
            number(&filtered["total"]),
            u64::try_from(by_hand).unwrap(),
            "{status}"
        );
    }
    let words = test.call(
        "page_actions",
        json!({"filter": {"words": "ÁCTION 12"}, "limit": 200}),
    );
    assert_eq!(rows(&words)[0]["title"], "Action 12");
    let record = text(&test.call("select_ids", json!({}))[0]);
    let of_record = test.call(
        "page_actions",
        json!({"filter": {"recommendation": [record]}, "limit": 200}),
    );
    let detail = test.call("get_recommendation", json!({"id": record}));
    assert_eq!(
        rows(&of_record).len(),
        detail["actions"].as_array().unwrap().len()
    );
}

#[test]
fn the_actions_of_an_agency_and_of_a_cluster_are_found() {
    let test = register();
    let all = test.call("list_actions", json!({}));
    let all = all.as_array().unwrap();
    for agency in test.call("list_agencies", json!({})).as_array().unwrap() {
        for field in ["lead", "agency"] {
            let filtered = test.call(
                "page_actions",
                json!({"filter": {field: [agency["id"]]}, "limit": 200}),
            );
            let by_hand = all
                .iter()
                .filter(|row| row["lead_id"] == agency["id"])
                .count();
            assert!(by_hand > 0);
            assert_eq!(rows(&filtered).len(), by_hand, "only leads act here");
        }
    }
    let clusters = test.call("list_clusters", json!({}));
    let ids = texts(&json!([clusters[0]["id"]]));
    let in_cluster = test.call(
        "page_actions",
        json!({"filter": {"cluster": ids}, "limit": 200}),
    );
    assert!(
        rows(&in_cluster)
            .iter()
            .all(|row| row["group"] == clusters[0]["name"])
    );
    let unclustered = test.call(
        "page_actions",
        json!({"filter": {"cluster": ["none"]}, "limit": 200}),
    );
    assert!(
        !rows(&unclustered).is_empty()
            && rows(&unclustered).iter().all(|row| row["group"].is_null())
    );
}

#[test]
fn an_export_has_the_rows_of_the_view() {
    let test = register();
    let filter = json!({"priority": ["urgent"], "mechanism": ["UPR"]});
    let exported = test.call("list_recommendations", json!({"filter": filter}));
    let exported: Vec<String> = exported
        .as_array()
        .unwrap()
        .iter()
        .map(|r| text(&r["id"]))
        .collect();
    assert_eq!(exported, ids(&page(&test, json!({"filter": filter}))));
}
