//! Suggestions: where they come from, what they say, and that only a person applies them.

mod learned;
mod measured;

use kit::host::{TestHost, number, text};
use serde_json::{Value, json};

/// Suggestions of one kind for one record.
fn suggested(test: &TestHost, record: &str, kind: &str) -> Vec<Value> {
    let found = test.call(
        "list_suggestions",
        json!({"ids": [record], "kinds": [kind]}),
    );
    let of_record = found.as_array().unwrap().first();
    of_record.map_or_else(Vec::new, |one| {
        one["suggestions"].as_array().unwrap().clone()
    })
}

fn values(suggestions: &[Value]) -> Vec<String> {
    suggestions.iter().map(|one| text(&one["value"])).collect()
}

fn refer(record: &str, kind: &str, value: &str) -> Value {
    json!({"suggestions": [{"recommendation_id": record, "kind": kind, "value": value}]})
}

#[test]
fn rules_give_a_category_themes_groups_and_targets_with_their_words() {
    let test = TestHost::new();
    let record = test.recommendation("1.1", "Continue to combat domestic violence");
    let category = &suggested(&test, &record, "category")[0];
    assert_eq!(category["value"], "2");
    assert_eq!(
        category["reasons"][0],
        json!({"why": "verb", "words": ["continue"]})
    );
    let themes = suggested(&test, &record, "theme");
    let theme = themes
        .iter()
        .find(|one| one["value"] == "Violence against women");
    assert_eq!(
        theme.unwrap()["reasons"][0],
        json!({"why": "words", "words": ["domestic violence"]})
    );
    let groups = values(&suggested(&test, &record, "group"));
    assert_eq!(groups[0], "Women & girls");
    assert_eq!(values(&suggested(&test, &record, "sdg"))[0], "5.2");
    for kind in ["category", "theme", "group", "sdg"] {
        for one in suggested(&test, &record, kind) {
            let sure = one["confidence"].as_f64().unwrap();
            assert!((0.2..=1.0).contains(&sure), "{one}");
        }
    }
}

#[test]
fn nothing_is_applied_until_a_person_accepts() {
    let test = TestHost::new();
    let record = test.recommendation("1.1", "Combat domestic violence");
    let before = test.hash();
    assert!(!suggested(&test, &record, "theme").is_empty());
    assert_eq!(test.hash(), before);
    test.call(
        "accept_suggestions",
        refer(&record, "theme", "Violence against women"),
    );
    let found = test.call("get_recommendation", json!({"id": record}));
    assert_eq!(
        found["recommendation"]["themes"],
        json!(["Violence against women"])
    );
    assert_eq!(found["suggested_tags"], json!([]), "confirmed");
    let left = values(&suggested(&test, &record, "theme"));
    assert!(
        !left.contains(&"Violence against women".to_owned()),
        "{left:?}"
    );
}

#[test]
fn a_dismissed_suggestion_does_not_come_back() {
    let test = TestHost::new();
    let record = test.recommendation("1.1", "Combat domestic violence");
    let theme = "Violence against women";
    test.call("dismiss_suggestions", refer(&record, "theme", theme));
    assert!(!values(&suggested(&test, &record, "theme")).contains(&theme.to_owned()));
    test.call("undo", json!({}));
    assert!(values(&suggested(&test, &record, "theme")).contains(&theme.to_owned()));
    test.call("redo", json!({}));
    test.call("accept_suggestions", refer(&record, "theme", theme));
    let taken = json!({"ids": [record], "vocabulary": "theme", "remove": [theme]});
    test.call("tag_recommendations", taken);
    assert!(
        values(&suggested(&test, &record, "theme")).contains(&theme.to_owned()),
        "who accepts it after all has taken the dismissal back"
    );
}

#[test]
fn a_dismissed_category_leaves_the_record_without_one() {
    let test = TestHost::new();
    let record = test.recommendation("1.1", "Continue the reform");
    test.call("dismiss_suggestions", refer(&record, "category", "2"));
    let found = test.call("get_recommendation", json!({"id": record}));
    assert_eq!(found["recommendation"]["action_category"], Value::Null);
    assert_eq!(suggested(&test, &record, "category"), [] as [Value; 0]);
}

#[test]
fn a_like_record_is_named_with_the_words_both_have() {
    let test = TestHost::new();
    let first = test.recommendation("1.1", "Protect lighthouse keepers from frostbite");
    let second = test.recommendation("1.2", "Adopt a law that protects lighthouse keepers");
    let cluster = test.added("add_cluster", json!({"name": "Coasts"}));
    let patch = json!({"ids": [first], "patch": {"cluster_id": cluster}});
    test.call("edit_recommendations", patch);
    let one = &suggested(&test, &second, "cluster")[0];
    assert_eq!(
        (&one["value"], &one["label"]),
        (&json!(cluster), &json!("Coasts"))
    );
    let reason = &one["reasons"][0];
    assert_eq!(
        (&reason["why"], &reason["reference"]),
        (&json!("similar"), &json!("3-UPR-1.1"))
    );
    let words = reason["words"].to_string();
    assert!(
        words.contains("lighthouse") && words.contains("keepers"),
        "{words}"
    );
    assert!(number(&reason["likeness"]) > 10);
    test.call("accept_suggestions", refer(&second, "cluster", &cluster));
    let found = test.call("get_recommendation", json!({"id": second}));
    assert_eq!(found["recommendation"]["cluster"], "Coasts");
    assert_eq!(
        suggested(&test, &second, "cluster"),
        [] as [Value; 0],
        "it has one"
    );
}

#[test]
fn a_clusters_name_speaks_before_anything_is_sorted() {
    let test = TestHost::new();
    let record = test.recommendation("1.1", "Improve the conditions in prisons and end torture");
    test.call("load_cluster_set", json!({"set": "SUGGESTED_12"}));
    let found = suggested(&test, &record, "cluster");
    assert_eq!(found[0]["label"], "Life, liberty and freedom from torture");
    assert_eq!(found[0]["reasons"][0]["why"], "name");
}

#[test]
fn what_a_file_said_is_a_suggestion_too() {
    let test = TestHost::new();
    let record = test.recommendation("1.1", "Do the needful");
    let sql = "insert into recommendation_tag (id, recommendation_id, vocabulary, label)
               values (:tag, :record, 'theme', 'Zebras')";
    let operation = upright_core::dossier::Operation::new("import_file");
    let mut desk = test.host.desk();
    desk.change(operation, |tx| {
        tx.execute(
            sql,
            rusqlite::named_params! {":tag": tx.new_id(), ":record": record},
        )
    })
    .unwrap();
    drop(desk);
    let one = &suggested(&test, &record, "theme")[0];
    assert_eq!(
        (&one["value"], &one["reasons"][0]),
        (&json!("Zebras"), &json!({"why": "imported"}))
    );
    test.call("dismiss_suggestions", refer(&record, "theme", "Zebras"));
    let found = test.call("get_recommendation", json!({"id": record}));
    assert_eq!(
        found["recommendation"]["themes"],
        json!([]),
        "and the tag is gone"
    );
}

#[test]
fn a_label_the_plan_has_retired_is_not_suggested() {
    let test = TestHost::new();
    let record = test.recommendation("1.1", "Combat domestic violence");
    let theme = "Violence against women".to_owned();
    assert!(values(&suggested(&test, &record, "theme")).contains(&theme));
    let patch = json!({"vocabulary": "theme", "label": theme, "patch": {"is_active": false}});
    test.call("edit_vocabulary_entry", patch);
    assert!(!values(&suggested(&test, &record, "theme")).contains(&theme));
}

#[test]
fn many_are_accepted_in_one_step() {
    let test = TestHost::new();
    let records: Vec<String> = (1..=3)
        .map(|n| test.recommendation(&format!("1.{n}"), "Ratify the convention"))
        .collect();
    let found = test.call(
        "list_suggestions",
        json!({"kinds": ["category"], "least": 0.8}),
    );
    let all: Vec<Value> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            json!({"recommendation_id": one["recommendation_id"], "kind": "category",
                   "value": one["suggestions"][0]["value"]})
        })
        .collect();
    assert_eq!(all.len(), 3);
    let before = test.hash();
    let many = test.call("accept_suggestions", json!({"suggestions": all}));
    assert_eq!(many["count"], 3);
    test.call("undo", json!({}));
    assert_eq!(test.hash(), before, "one step of undo");
    assert_eq!(records.len(), 3);
}

#[test]
fn bad_suggestions_are_refused() {
    let test = TestHost::new();
    let record = test.recommendation("1.1", "Ratify the convention");
    for (wish, code) in [
        (json!({"suggestions": []}), "selection-empty"),
        (refer("nowhere", "theme", "x"), "record-not-found"),
        (
            refer(&record, "category", "six"),
            "suggestion-not-understood",
        ),
        (refer(&record, "category", "6"), "category-out-of-range"),
        (refer(&record, "cluster", "nowhere"), "record-not-found"),
        (refer(&record, "theme", " "), "label-empty"),
    ] {
        assert_eq!(test.refused("accept_suggestions", wish).code, code);
    }
}

#[test]
fn other_languages_learn_from_the_plan_itself() {
    let test = TestHost::new();
    let first = test.recommendation("1.1", "Обеспечить доступ инвалидов к образованию");
    let second = test.recommendation(
        "1.2",
        "Улучшить доступ к инклюзивному образованию инвалидов",
    );
    let tag = json!({"ids": [first], "vocabulary": "theme", "add": ["Образование"]});
    test.call("tag_recommendations", tag);
    assert_eq!(values(&suggested(&test, &second, "theme")), ["Образование"]);
}
