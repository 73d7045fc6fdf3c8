//! Counts and shares: each equals a count by hand, and says what it counts.

use kit::host::{TestHost, number, text};
use serde_json::{Value, json};

/// Adds a recommendation with so many States and an answer; gives its id.
fn add(
    test: &TestHost,
    paragraph: usize,
    states: &[&str],
    position: Option<&str>,
    words: &str,
) -> String {
    test.added(
        "add_recommendation",
        json!({"mechanism": "UPR", "cycle": 3, "paragraph": format!("1.{paragraph}"), "text": words,
               "recommending_states": states, "position": position}),
    )
}

fn ask(test: &TestHost, question: Value) -> Value {
    test.call("list_shares", question)
}

fn line<'s>(shares: &'s Value, value: &str) -> &'s Value {
    let lines = shares["lines"].as_array().unwrap();
    lines
        .iter()
        .find(|line| line["value"] == value)
        .unwrap_or_else(|| panic!("no line {value}"))
}

/// Splits an answer into lettered parts, each answered by itself.
fn answer_in_parts(test: &TestHost, record: &str, parts: &[(&str, &str)]) {
    let words: Vec<&str> = parts.iter().map(|part| part.0).collect();
    let new = json!({"recommendation_id": record, "kind": "answer", "texts": words});
    let ids = kit::host::texts(&test.call("add_parts", new)["ids"]);
    for (id, (_, position)) in ids.iter().zip(parts) {
        test.call(
            "answer_part",
            json!({"id": id, "answer": {"position": position}}),
        );
    }
}

#[test]
fn shares_of_the_five_action_categories_are_those_of_the_report() {
    let test = TestHost::new();
    let counts = [(1, 3), (2, 15), (3, 10), (4, 40), (5, 32)];
    let mut paragraph = 0;
    for (category, count) in counts {
        let ids: Vec<String> = (0..count)
            .map(|_| {
                paragraph += 1;
                add(
                    &test,
                    paragraph,
                    &["CHL"],
                    Some("SUP"),
                    "Ratify the convention",
                )
            })
            .collect();
        test.call(
            "edit_recommendations",
            json!({"ids": ids, "patch": {"action_category": category}}),
        );
    }
    let shares = ask(&test, json!({"dimension": "category"}));
    assert_eq!(
        (number(&shares["total"]), number(&shares["records"])),
        (100, 100)
    );
    assert_eq!(shares["basis"], "paragraph");
    let told: Vec<(String, u64, u64)> = shares["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            (
                text(&line["value"]),
                number(&line["count"]),
                number(&line["share"]),
            )
        })
        .collect();
    let wanted: Vec<(String, u64, u64)> = counts
        .iter()
        .map(|(c, n)| (c.to_string(), *n, n * 10))
        .collect();
    assert_eq!(
        told, wanted,
        "in tenths of a per cent, in the order of the categories"
    );
}

#[test]
fn the_basis_decides_what_is_counted() {
    let test = TestHost::new();
    let mixed = add(
        &test,
        1,
        &["CHL", "FRA", "KEN"],
        Some("SUP_PART"),
        "Abolish, and ratify",
    );
    add(&test, 2, &["FRA"], Some("NOT"), "Close the prison");
    let body = json!({"mechanism": "TB", "paragraph": "7", "text": "Adopt a law"});
    test.added("add_recommendation", body);
    answer_in_parts(&test, &mixed, &[("Abolish", "SUP"), ("ratify", "NOT")]);
    let of = |basis: &str| ask(&test, json!({"dimension": "position", "basis": basis}));
    let total = |basis: &str| number(&of(basis)["total"]);
    assert_eq!(
        (total("paragraph"), total("state"), total("part")),
        (3, 5, 4),
        "a paragraph without States or parts is one"
    );
    let answers = |basis: &str| {
        let shares = of(basis);
        ["accepted", "partial", "noted", "not_asked"].map(|kind| number(&shares["answers"][kind]))
    };
    assert_eq!(answers("state"), [0, 3, 1, 1], "mixed is partial");
    assert_eq!(answers("part"), [1, 0, 2, 1], "each part by its own answer");
    let regions = ask(&test, json!({"dimension": "region", "basis": "state"}));
    assert_eq!(number(&line(&regions, "WEOG")["count"]), 2);
    assert_eq!(regions["is_overlapping"], false);
    let regions = ask(&test, json!({"dimension": "region"}));
    assert_eq!(
        regions["is_overlapping"], true,
        "one paragraph of three regions"
    );
}

#[test]
fn acceptance_counts_partial_answers_apart_and_leaves_out_who_was_not_asked() {
    let test = TestHost::new();
    let none = ask(&test, json!({"dimension": "position"}));
    assert_eq!(
        (number(&none["total"]), &none["acceptance"]),
        (0, &Value::Null)
    );
    for (place, position) in [
        Some("SUP"),
        Some("SUP"),
        Some("SUP_PART"),
        Some("NOT"),
        None,
    ]
    .into_iter()
    .enumerate()
    {
        add(
            &test,
            place + 1,
            &["CHL"],
            position,
            "Ratify the convention",
        );
    }
    test.added(
        "add_recommendation",
        json!({"mechanism": "TB", "paragraph": "7", "text": "Adopt a law"}),
    );
    let shares = ask(&test, json!({"dimension": "mechanism"}));
    assert_eq!(number(&shares["acceptance"]), 400, "two of five");
    let upr = &line(&shares, "UPR")["answers"];
    assert_eq!(
        ["accepted", "partial", "noted", "open"].map(|kind| number(&upr[kind])),
        [2, 1, 1, 1]
    );
    assert_eq!(number(&line(&shares, "TB")["answers"]["not_asked"]), 1);
}

#[test]
fn every_count_is_that_of_its_rows() {
    let test = TestHost::new();
    test.call("open_demo", json!({}));
    for dimension in [
        "position",
        "category",
        "theme",
        "group",
        "cluster",
        "cycle",
        "mechanism",
        "priority",
        "region",
        "state",
        "sdg",
        "lead",
    ] {
        let filter = json!({"position": ["SUP", "NOT"]});
        let shares = ask(&test, json!({"dimension": dimension, "filter": filter}));
        for line in shares["lines"].as_array().unwrap() {
            let mut filter = filter.clone();
            filter[dimension] = json!([line["value"]]);
            let rows = test.call("page_rows", json!({"filter": filter, "limit": 1}));
            assert_eq!(
                line["count"], rows["total"],
                "{dimension} {}",
                line["value"]
            );
            let answers = line["answers"].as_object().unwrap();
            let all: u64 = answers.values().map(number).sum();
            assert_eq!(number(&line["count"]), all, "the answers make up the count");
        }
    }
}

#[test]
fn a_part_answered_anew_is_counted_anew() {
    let test = TestHost::new();
    let record = add(&test, 1, &["CHL"], Some("SUP"), "Abolish, and ratify");
    let counted = || {
        number(&ask(&test, json!({"dimension": "position", "basis": "part"}))["answers"]["noted"])
    };
    assert_eq!(counted(), 0);
    answer_in_parts(&test, &record, &[("Abolish", "NOT")]);
    assert_eq!(counted(), 1);
    test.call("undo", json!({}));
    assert_eq!(counted(), 0);
}
