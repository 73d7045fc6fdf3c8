//! What is due next: worked out from reviews and documents, typed days before it.

use kit::host::TestHost;
use serde_json::{Value, json};

fn slovenia() -> TestHost {
    let test = TestHost::new();
    test.call("edit_profile", json!({"state": "SVN"}));
    test
}

/// Kind, day and basis of everything due, in its order.
fn told(test: &TestHost) -> Vec<(String, String, String)> {
    let dates = test.call("list_due_dates", json!({}));
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let dates = dates.as_array().unwrap().iter();
    dates
        .map(|date| {
            (
                word(&date["kind"]),
                word(&date["due"]["on"]),
                word(&date["basis"]),
            )
        })
        .collect()
}

fn is(kind: &str, on: &str, basis: &str) -> (String, String, String) {
    (kind.to_owned(), on.to_owned(), basis.to_owned())
}

#[test]
fn a_plan_without_reviews_has_nothing_due() {
    assert_eq!(told(&slovenia()), []);
}

#[test]
fn the_next_review_is_the_session_of_the_state_with_its_report_before_and_the_mid_term() {
    let test = slovenia();
    test.added(
        "add_review",
        json!({"mechanism": "UPR", "cycle": 3, "held_on": "2019-11-12", "adopted_on": "2020-03-12"}),
    );
    // Slovenia stood in session 48, from 20 January 2025.
    assert_eq!(
        told(&test),
        [
            is("mid_term_report", "2022-09-12", "adoption"),
            is("national_report", "2024-10-14", "session"),
            is("next_review", "2025-01-20", "session"),
        ]
    );
}

#[test]
fn where_no_session_is_known_four_and_a_half_years_are_counted_from_the_newest_review() {
    let test = slovenia();
    let older = json!({"mechanism": "UPR", "cycle": 3, "held_on": "2019-11-12"});
    test.added("add_review", older);
    let newest = json!({"mechanism": "UPR", "cycle": 4, "held_on": "2025-01-21"});
    test.added("add_review", newest);
    assert_eq!(
        told(&test),
        [
            is("mid_term_report", "2027-07-21", "review"),
            is("national_report", "2029-04-14", "review"),
            is("next_review", "2029-07-21", "review"),
        ]
    );
    let dates = test.call("list_due_dates", json!({}));
    assert_eq!(
        (&dates[2]["cycle"], &dates[2]["session"]),
        (&json!(5), &Value::Null)
    );
}

#[test]
fn a_typed_day_goes_before_and_leaves_again() {
    let test = slovenia();
    let review = test.added(
        "add_review",
        json!({"mechanism": "UPR", "cycle": 4, "held_on": "2025-01-21", "next_due_on": "2029-11-05"}),
    );
    let next = |test: &TestHost| told(test).pop().unwrap();
    assert_eq!(next(&test), is("next_review", "2029-11-05", "typed"));
    let before = test.hash();
    test.call(
        "edit_review",
        json!({"id": review, "patch": {"next_due_on": null}}),
    );
    assert_eq!(next(&test), is("next_review", "2029-07-21", "review"));
    test.call("undo", json!({}));
    assert_eq!(test.hash(), before);
}

#[test]
fn committees_have_their_own_intervals_counted_from_the_last_observations() {
    let test = slovenia();
    for (body, symbol, day) in [
        ("CEDAW", "CEDAW/C/SVN/CO/5-6", "2015-11-24"),
        ("CEDAW", "CEDAW/C/SVN/CO/7", "2023-02-20"),
        ("CCPR", "CCPR/C/SVN/CO/3", "2016-05-18"),
        ("CED", "CED/C/SVN/CO/1", "2024-10-01"),
    ] {
        test.added(
            "add_document",
            json!({"symbol": symbol, "published_on": day}),
        );
        test.added(
            "add_review",
            json!({"mechanism": "TB", "body": body, "document": symbol}),
        );
    }
    assert_eq!(
        told(&test),
        [
            is("treaty_report", "2024-05-18", "document"),
            is("treaty_report", "2027-02-20", "document"),
        ],
        "the Committee on Enforced Disappearances has no interval"
    );
}

#[test]
fn selected_paragraphs_make_one_report_until_they_are_graded() {
    let test = slovenia();
    let symbol = "CCPR/C/SVN/CO/4";
    test.added(
        "add_document",
        json!({"symbol": symbol, "published_on": "2025-11-06"}),
    );
    let records: Vec<String> = ["7", "9"]
        .map(|paragraph| {
            test.added(
                "add_recommendation",
                json!({
                    "mechanism": "TB", "body": "CCPR", "year": 2025, "document": symbol,
                    "paragraph": paragraph, "text": "Repeal it",
                }),
            )
        })
        .to_vec();
    test.call(
        "set_follow_up",
        json!({"ids": records, "patch": {"is_selected": true}}),
    );
    assert_eq!(
        told(&test),
        [is("follow_up_report", "2028-11-06", "document")]
    );
    let dates = test.call("list_due_dates", json!({}));
    assert_eq!(dates[0]["paragraphs"], 2);
    assert_eq!(
        dates[0]["distance"],
        json!({"unit": "months", "count": 23, "is_past": false})
    );
    test.call(
        "add_grade",
        json!({"ids": [records[0]], "grade": {"grade": "B"}}),
    );
    assert_eq!(test.call("list_due_dates", json!({}))[0]["paragraphs"], 1);
    test.call(
        "set_follow_up",
        json!({"ids": records, "patch": {"due_on": "2026-10-21"}}),
    );
    let dates = test.call("list_due_dates", json!({}));
    assert_eq!(
        dates[0]["distance"],
        json!({"unit": "days", "count": 34, "is_past": true})
    );
    assert_eq!(
        (&dates[0]["due"]["kind"], &dates[0]["is_typed"]),
        (&json!("late"), &json!(true))
    );
}

#[test]
fn what_a_person_typed_of_another_mechanism_is_due_too() {
    let test = slovenia();
    test.added(
        "add_review",
        json!({"mechanism": "SP", "body": "SR Food", "held_on": "2026-01-10", "next_due_on": "2026-12-01"}),
    );
    assert_eq!(told(&test), [is("other", "2026-12-01", "typed")]);
}
