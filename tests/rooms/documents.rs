//! Documents and reviews, and the follow-up of the committees.

use kit::host::{TestHost, text, texts};
use serde_json::{Value, json};

fn document(test: &TestHost, symbol: &str) -> Value {
    let list = test.call("list_documents", json!({}));
    let mut list = list.as_array().unwrap().iter();
    list.find(|document| document["symbol"] == symbol)
        .unwrap_or_else(|| panic!("{symbol} is listed"))
        .clone()
}

fn committee(test: &TestHost, body: &str, document: &str) -> String {
    test.added(
        "add_recommendation",
        json!({
            "mechanism": "TB", "body": body, "year": 2015, "document": document, "paragraph": "9",
            "text": "Repeal the law",
        }),
    )
}

#[test]
fn a_document_is_what_its_symbol_says() {
    let test = TestHost::new();
    test.added("add_document", json!({"symbol": " CEDAW/C/MDA/ CO/4-5 "}));
    let found = document(&test, "CEDAW/C/MDA/CO/4-5");
    assert_eq!(found["kind"], "tb_concluding_observations");
    assert_eq!(found["parsed"]["body"], "CEDAW");
    assert_eq!(found["parsed"]["iso3"], "MDA");
    test.added(
        "add_document",
        json!({"symbol": "Council of Ministers 14", "kind": "other"}),
    );
    let other = document(&test, "Council of Ministers 14");
    assert_eq!(
        (&other["kind"], &other["parsed"]),
        (&json!("other"), &Value::Null)
    );
}

#[test]
fn a_document_records_only_name_is_listed_and_can_be_entered() {
    let test = TestHost::new();
    test.recommendation("1.1", "Ratify it");
    test.recommendation("1.2", "Sign it");
    let named = document(&test, "A/HRC/44/10");
    assert_eq!(
        (&named["id"], &named["recommendations"]),
        (&Value::Null, &json!(2))
    );
    assert_eq!(named["kind"], "hrc_report");
    let id = test.added("add_document", json!({"symbol": "A/HRC/44/10"}));
    assert_eq!(document(&test, "A/HRC/44/10")["id"], json!(id));
    assert_eq!(document(&test, "A/HRC/44/10")["recommendations"], 2);
}

#[test]
fn a_symbol_stands_once_and_stays_while_recommendations_stand_in_it() {
    let test = TestHost::new();
    test.recommendation("1.1", "Ratify it");
    let id = test.added("add_document", json!({"symbol": "A/HRC/44/10"}));
    let again = test.refused("add_document", json!({"symbol": "A/HRC/44/10"}));
    assert_eq!(again.code, "document-known");
    let patch = json!({"id": id, "patch": {"symbol": "A/HRC/44/11"}});
    assert_eq!(test.refused("edit_document", patch).code, "document-in-use");
    test.call("remove_document", json!({"id": id}));
    assert_eq!(
        document(&test, "A/HRC/44/10")["id"],
        Value::Null,
        "records keep its symbol"
    );
    test.added("add_document", json!({"symbol": "A/HRC/44/10"}));
}

#[test]
fn what_is_no_symbol_no_kind_no_day_and_no_review_is_refused() {
    let test = TestHost::new();
    for (wish, code) in [
        (json!({"symbol": "  "}), "symbol-missing"),
        (
            json!({"symbol": "X/1", "kind": "poem"}),
            "document-kind-unknown",
        ),
        (
            json!({"symbol": "X/1", "published_on": "soon"}),
            "date-not-understood",
        ),
        (
            json!({"symbol": "X/1", "review_id": "nobody"}),
            "record-not-found",
        ),
    ] {
        assert_eq!(test.refused("add_document", wish).code, code);
    }
    assert_eq!(test.call("list_documents", json!({})), json!([]));
}

#[test]
fn cycle_and_session_of_a_review_follow_from_each_other() {
    let test = TestHost::new();
    test.call("edit_profile", json!({"state": "SVN"}));
    test.added("add_review", json!({"mechanism": "UPR", "session": 20}));
    test.added("add_review", json!({"mechanism": "UPR", "cycle": 4}));
    let reviews = test.call("list_reviews", json!({}));
    let told: Vec<(&Value, &Value, &Value)> = reviews
        .as_array()
        .unwrap()
        .iter()
        .map(|review| (&review["cycle"], &review["session"], &review["kind"]))
        .collect();
    let kind = json!("upr_review");
    assert_eq!(
        told,
        [
            (&json!(4), &json!(48), &kind),
            (&json!(2), &json!(20), &kind)
        ]
    );
}

#[test]
fn a_review_amiss_is_refused() {
    let test = TestHost::new();
    test.added("add_review", json!({"mechanism": "UPR", "session": 20}));
    for (wish, code) in [
        (json!({"mechanism": "MOON"}), "mechanism-unknown"),
        (json!({"mechanism": "TB"}), "review-body-missing"),
        (json!({"mechanism": "UPR", "session": 20}), "review-known"),
        (
            json!({"mechanism": "SP", "body": "SR Food", "held_on": "2026-02-02", "until_on": "2026-02-01"}),
            "dates-in-wrong-order",
        ),
        (
            json!({"mechanism": "TB", "body": "CAT", "adopted_on": "in May"}),
            "date-not-understood",
        ),
    ] {
        assert_eq!(test.refused("add_review", wish).code, code);
    }
}

#[test]
fn a_review_counts_its_recommendations_and_lets_its_documents_go_when_removed() {
    let test = TestHost::new();
    let symbol = "CEDAW/C/SVN/CO/5-6";
    committee(&test, "CEDAW", symbol);
    let review = test.added(
        "add_review",
        json!({"mechanism": "TB", "body": "CEDAW", "document": symbol}),
    );
    test.added(
        "add_document",
        json!({"symbol": symbol, "review_id": review}),
    );
    let reviews = test.call("list_reviews", json!({}));
    assert_eq!(reviews[0]["recommendations"], 1);
    test.call("remove_review", json!({"id": review}));
    assert_eq!(test.call("list_reviews", json!({})), json!([]));
    assert_eq!(document(&test, symbol)["review_id"], Value::Null);
}

#[test]
fn follow_up_is_selected_with_a_day_worked_out_or_typed() {
    let test = TestHost::new();
    let symbol = "CEDAW/C/SVN/CO/5-6";
    let record = committee(&test, "CEDAW", symbol);
    test.added(
        "add_document",
        json!({"symbol": symbol, "published_on": "2025-11-24"}),
    );
    let follow_up = || test.call("get_recommendation", json!({"id": record}))["follow_up"].clone();
    assert_eq!(follow_up()["is_selected"], Value::Null);
    let select = json!({"ids": [record], "patch": {"is_selected": true}});
    test.call("set_follow_up", select);
    let found = follow_up();
    assert_eq!(
        (&found["due_on"], &found["is_due_typed"]),
        (&json!("2027-11-24"), &json!(false))
    );
    let typed = json!({"ids": [record], "patch": {"due_on": "2027-07-01"}});
    test.call("set_follow_up", typed);
    assert_eq!(follow_up()["due_on"], "2027-07-01");
    assert_eq!(follow_up()["is_selected"], true, "what is not named stays");
    let again = json!({"ids": [record], "patch": {"due_on": null}});
    test.call("set_follow_up", again);
    assert_eq!(follow_up()["due_on"], "2027-11-24");
}

#[test]
fn grades_are_only_added_on_the_committees_scale() {
    let test = TestHost::new();
    let record = committee(&test, "CCPR", "CCPR/C/SVN/CO/3");
    for (grade, day) in [("C", "2018-03-01"), ("B", "2019-03-01")] {
        test.call(
            "add_grade",
            json!({"ids": [record], "grade": {"grade": grade, "given_on": day}}),
        );
    }
    let found = test.call("get_recommendation", json!({"id": record}));
    let grades: Vec<&Value> = found["follow_up"]["grades"]
        .as_array()
        .unwrap()
        .iter()
        .collect();
    assert_eq!(grades.len(), 2);
    assert_eq!(
        (&grades[0]["grade"], &grades[1]["grade"]),
        (&json!("C"), &json!("B"))
    );
    assert_eq!(grades[1]["scale"], "CCPR_AE");
    let unknown = test.refused(
        "add_grade",
        json!({"ids": [record], "grade": {"grade": "Z"}}),
    );
    assert_eq!(unknown.code, "grade-unknown");
    let child = committee(&test, "CRC", "CRC/C/SVN/CO/3-4");
    let wish = json!({"ids": [child], "grade": {"grade": "A"}});
    assert_eq!(test.refused("add_grade", wish).code, "grade-scale-missing");
    let named = json!({"ids": [child], "grade": {"grade": "A", "scale": "CCPR_AE"}});
    test.call("add_grade", named);
}

#[test]
fn only_recommendations_of_committees_are_followed_up_so() {
    let test = TestHost::new();
    let upr = test.recommendation("1.1", "Ratify it");
    let record = committee(&test, "CAT", "CAT/C/SVN/CO/3");
    let wish = json!({"ids": [record, upr], "patch": {"is_selected": true}});
    let error = test.refused("set_follow_up", wish);
    assert_eq!(error.code, "follow-up-only-committees");
    assert_eq!(error.args["reference"], "3-UPR-1.1");
    let found = test.call("get_recommendation", json!({"id": upr}));
    assert_eq!(found["follow_up"], Value::Null);
}

#[test]
fn the_history_names_documents_reviews_and_grades() {
    let test = TestHost::new();
    let document = test.added("add_document", json!({"symbol": "A/HRC/44/10"}));
    let record = committee(&test, "CCPR", "CCPR/C/SVN/CO/3");
    test.call(
        "add_grade",
        json!({"ids": [record], "grade": {"grade": "B"}}),
    );
    let changes = test.call("list_changes", json!({"record_id": document}));
    assert_eq!(text(&changes[0]["label"]), "A/HRC/44/10");
    let changes = test.call("list_changes", json!({"record_id": record}));
    let tables: Vec<String> = changes
        .as_array()
        .unwrap()
        .iter()
        .map(|change| text(&change["table"]))
        .collect();
    assert!(tables.contains(&"grade_entry".to_owned()), "{tables:?}");
    assert!(!texts(&test.call("list_document_kinds", json!({}))).is_empty());
}
