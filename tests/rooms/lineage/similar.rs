//! Offers: what is found, what it is offered as, and that a decision is remembered.

use kit::host::{TestHost, number, text, texts};
use serde_json::{Value, json};
use upright_core::base::Progress;

/// A plan of two cycles and a treaty body, with records alike in several ways.
fn plan() -> TestHost {
    let test = TestHost::new();
    let records = [
        (
            "UPR",
            Some(3),
            "1.1",
            "Adopt a law against domestic violence in rural districts",
        ),
        (
            "UPR",
            Some(3),
            "1.2",
            "Retain the death penalty for the gravest crimes",
        ),
        (
            "UPR",
            Some(3),
            "1.3",
            "Build a new bridge over the northern river",
        ),
        (
            "UPR",
            Some(4),
            "2.1",
            "Continue its efforts to adopt a law against domestic violence in rural districts (Chile)",
        ),
        (
            "UPR",
            Some(4),
            "2.2",
            "Abolish the death penalty for the gravest crimes",
        ),
        (
            "UPR",
            Some(4),
            "2.3",
            "Continue its efforts to improve the situation",
        ),
        (
            "UPR",
            Some(4),
            "2.4",
            "Continue its efforts to strengthen its policies",
        ),
        (
            "TB",
            None,
            "17",
            "Adopt a law against domestic violence in rural districts",
        ),
        (
            "UPR",
            Some(4),
            "2.5",
            "Ратифицировать Конвенцию против пыток и наказаний",
        ),
        (
            "UPR",
            Some(4),
            "2.6",
            "Рассмотреть возможность ратификации Конвенции против пыток и наказаний",
        ),
        (
            "UPR",
            Some(4),
            "2.7",
            "Abolir la pena de muerte para los crímenes más graves de guerra",
        ),
        (
            "UPR",
            Some(4),
            "2.8",
            "حماية النساء من العنف الأسري في الأرياف",
        ),
        (
            "UPR",
            Some(4),
            "2.9",
            "حِماية المرأة والنساء من العُنف الأُسرى في الارياف",
        ),
    ];
    for (mechanism, cycle, paragraph, words) in records {
        test.added(
            "add_recommendation",
            json!({"mechanism": mechanism, "cycle": cycle, "paragraph": paragraph, "text": words}),
        );
    }
    test
}

fn find(test: &TestHost, wish: Value) -> Value {
    test.call("find_similar", wish)
}

/// The pair of two references, whichever comes first.
fn pair<'f>(found: &'f Value, one: &str, other: &str) -> Option<&'f Value> {
    let wanted = [one, other];
    found["pairs"].as_array().unwrap().iter().find(|pair| {
        let named = ["from_reference", "to_reference"].map(|end| text(&pair[end]));
        wanted
            .iter()
            .all(|reference| named.iter().any(|name| name.ends_with(reference)))
    })
}

#[test]
fn an_offer_says_what_it_is_and_why() {
    let test = plan();
    let found = find(&test, json!({}));
    let again = pair(&found, "3-UPR-1.1", "4-UPR-2.1").expect("the later cycle asks again");
    assert_eq!(
        (&again["kind"], text(&again["from_reference"])),
        (&json!("follow_up_of"), "4-UPR-2.1".to_owned())
    );
    let words = texts(&again["words"]);
    assert!(
        words.iter().any(|word| word == "domestic") && words.iter().any(|word| word == "rural")
    );
    assert!(
        !words
            .iter()
            .any(|word| word == "efforts" || word == "chile")
    );
    let same = pair(&found, "3-UPR-1.1", "TB-17").expect("another mechanism says the same");
    assert_eq!(
        (&same["kind"], number(&same["score"])),
        (&json!("same"), 100)
    );
}

#[test]
fn opposite_verbs_are_asked_about_as_a_contradiction() {
    let test = plan();
    let found = find(&test, json!({}));
    let asked = pair(&found, "3-UPR-1.2", "4-UPR-2.2").expect("alike but for the verb");
    assert_eq!(asked["kind"], "contradicts");
    let all = number(&found["total"]);
    let linked = number(&test.call("link_similar", json!({"least": 40}))["count"]);
    assert_eq!(linked, all - 1, "never linked in bulk unless asked for");
    let asked_for = json!({"least": 40, "kind": ["contradicts"]});
    assert_eq!(number(&test.call("link_similar", asked_for)["count"]), 1);
}

#[test]
fn polite_openings_make_nothing_alike() {
    let found = find(&plan(), json!({}));
    assert!(pair(&found, "2.3", "2.4").is_none());
    assert!(pair(&found, "1.3", "2.2").is_none());
}

#[test]
fn every_script_is_compared_with_itself() {
    let found = find(&plan(), json!({}));
    assert!(pair(&found, "2.5", "2.6").is_some(), "Cyrillic");
    assert!(
        pair(&found, "2.8", "2.9").is_some(),
        "Arabic, with and without vowel signs"
    );
    assert!(pair(&found, "2.5", "2.8").is_none());
}

#[test]
fn what_was_decided_is_not_offered_again() {
    let test = plan();
    let before = number(&find(&test, json!({}))["total"]);
    let found = find(&test, json!({}));
    let first = &found["pairs"][0];
    let link = json!([{"from_id": first["from_id"], "to_id": first["to_id"], "kind": first["kind"], "score": first["score"]}]);
    test.call("reject_links", json!({"links": link}));
    assert_eq!(number(&find(&test, json!({}))["total"]), before - 1);
    let reopened = test.reopened(kit::sample::noon("2026-11-25"));
    assert_eq!(
        number(&find(&reopened, json!({}))["total"]),
        before - 1,
        "also tomorrow"
    );
    reopened.call("undo", json!({}));
    assert_eq!(number(&find(&reopened, json!({}))["total"]), before);
    reopened.call("add_links", json!({"links": link}));
    assert_eq!(number(&find(&reopened, json!({}))["total"]), before - 1);
}

#[test]
fn bulk_linking_is_one_step_and_taken_back_as_one() {
    let test = plan();
    let before = test.hash();
    let linked = number(&test.call("link_similar", json!({"least": 60}))["count"]);
    assert!(linked >= 3, "{linked} pairs");
    assert_eq!(
        number(&find(&test, json!({"least": 60}))["total"]),
        1,
        "the contradiction stays a question"
    );
    test.call("undo", json!({}));
    assert_eq!(test.hash(), before);
    assert_eq!(
        number(
            &test.call(
                "link_similar",
                json!({"least": 100, "kind": ["reinforces"]})
            )["count"]
        ),
        0
    );
}

#[test]
fn a_wish_narrows_what_is_offered() {
    let test = plan();
    let total = |wish: Value| number(&find(&test, wish)["total"]);
    let all = total(json!({}));
    let parts = ["cycles", "mechanisms", "within"].map(|across| total(json!({"across": across})));
    assert_eq!(
        parts.iter().sum::<u64>(),
        all,
        "each pair is one of the three"
    );
    assert!(parts.iter().all(|part| *part > 0), "{parts:?}");
    assert_eq!(total(json!({"mechanism": ["TB"]})), parts[1]);
    assert_eq!(total(json!({"cycle": [9]})), 0);
    assert!(total(json!({"least": 90})) < all);
    let of_one = test.call("page_rows", json!({"filter": {"words": "1.1"}, "limit": 1}));
    let id = &of_one["rows"][0]["id"];
    let own = find(&test, json!({"record_id": id}));
    assert!(
        own["pairs"]
            .as_array()
            .unwrap()
            .iter()
            .all(|pair| pair["from_id"] == *id || pair["to_id"] == *id)
    );
    assert_eq!(
        find(&test, json!({"limit": 1}))["pairs"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn two_texts_are_shown_word_by_word() {
    let test = plan();
    let found = find(&test, json!({}));
    let again = pair(&found, "3-UPR-1.1", "4-UPR-2.1").unwrap();
    let compared = test.call(
        "compare_recommendations",
        json!({"from_id": again["from_id"], "to_id": again["to_id"]}),
    );
    for end in ["from", "to"] {
        let id = &compared[end]["id"];
        let whole: String = compared[end]["segments"]
            .as_array()
            .unwrap()
            .iter()
            .map(|piece| text(&piece["text"]))
            .collect();
        let kept = test.call("get_recommendation", json!({"id": id}));
        assert_eq!(
            whole,
            text(&kept["recommendation"]["text"]),
            "no letter is lost"
        );
    }
    let marked = |mark: &str| -> String {
        let pieces = compared["from"]["segments"].as_array().unwrap();
        pieces
            .iter()
            .filter(|piece| piece["mark"] == mark)
            .map(|piece| text(&piece["text"]))
            .collect::<Vec<_>>()
            .join("|")
    };
    assert_eq!(marked("own"), "Continue|efforts");
    assert!(marked("shared").contains("domestic violence"));
    let nowhere = json!({"from_id": "nowhere", "to_id": again["to_id"]});
    assert_eq!(
        test.refused("compare_recommendations", nowhere).code,
        "record-not-found"
    );
}

#[test]
fn a_cancelled_comparison_changes_nothing() {
    let test = plan();
    let before = test.hash();
    let progress = Progress::silent();
    progress.cancel();
    for job in ["find_similar", "link_similar"] {
        let error = test.host.call(job, json!({}), &progress).unwrap_err();
        assert_eq!(error.code, "cancelled");
    }
    assert_eq!(test.hash(), before);
}

#[test]
fn a_plan_without_or_with_one_recommendation_offers_nothing() {
    let test = TestHost::new();
    assert_eq!(number(&find(&test, json!({}))["total"]), 0);
    test.recommendation("1.1", "Ratify");
    let found = find(&test, json!({}));
    assert_eq!((number(&found["total"]), number(&found["records"])), (0, 1));
}
