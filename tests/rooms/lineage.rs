//! How recommendations hang together: links and their rules (I21), offers and their reasons.

mod planted;
mod real_pairs;
mod similar;

use kit::host::{TestHost, number, text};
use kit::sample::Sample;
use serde_json::{Value, json};
use upright_core::lineage::{LinkKind, NewLink, add_links, list_links, reject_links, remove_links};
use upright_core::recommendations::{
    NewRecommendation, add_recommendation, remove_recommendations,
};

/// A UPR recommendation of a cycle.
fn of_cycle(sample: &mut Sample, cycle: u32, paragraph: &str) -> String {
    let new = NewRecommendation {
        mechanism: "UPR".to_owned(),
        cycle: Some(cycle),
        paragraph: Some(paragraph.to_owned()),
        text: format!("Ratify the convention {paragraph}"),
        ..NewRecommendation::default()
    };
    sample.change(|tx| add_recommendation(tx, &new))
}

/// A paragraph of a treaty body of a year.
fn of_year(sample: &mut Sample, year: Option<u32>, paragraph: &str) -> String {
    let new = NewRecommendation {
        mechanism: "TB".to_owned(),
        body: Some("CEDAW".to_owned()),
        year,
        paragraph: Some(paragraph.to_owned()),
        text: format!("Ratify the convention {paragraph}"),
        ..NewRecommendation::default()
    };
    sample.change(|tx| add_recommendation(tx, &new))
}

fn link(from: &str, kind: LinkKind, to: &str) -> NewLink {
    NewLink {
        from_id: from.to_owned(),
        to_id: to.to_owned(),
        kind,
        score: None,
        note: None,
    }
}

fn add(sample: &mut Sample, from: &str, kind: LinkKind, to: &str) -> u32 {
    let links = [link(from, kind, to)];
    sample.change(|tx| add_links(tx, &links))
}

fn refused(sample: &mut Sample, from: &str, kind: LinkKind, to: &str) -> String {
    let links = [link(from, kind, to)];
    sample.refused(|tx| add_links(tx, &links)).code
}

/// What a record sees: kind, direction, reference of the other.
fn seen(sample: &Sample, id: &str) -> Vec<(LinkKind, bool, String)> {
    let links = sample
        .dossier
        .read(|reader| list_links(reader, id))
        .unwrap();
    links
        .into_iter()
        .map(|link| (link.kind, link.is_forward, link.other_reference))
        .collect()
}

fn rows(sample: &Sample) -> u32 {
    sample.count("select count(*) from live_recommendation_link")
}

#[test]
fn what_holds_both_ways_is_stored_once_and_seen_from_both_sides() {
    let mut sample = Sample::new();
    let (one, other) = (
        of_cycle(&mut sample, 3, "1.1"),
        of_cycle(&mut sample, 3, "1.2"),
    );
    for kind in [LinkKind::Same, LinkKind::Overlaps, LinkKind::Contradicts] {
        assert_eq!(add(&mut sample, &one, kind, &other), 1);
        assert_eq!(
            add(&mut sample, &other, kind, &one),
            0,
            "the other way round it is there"
        );
    }
    assert_eq!(rows(&sample), 3);
    let ways = |id: &str| -> Vec<bool> { seen(&sample, id).iter().map(|link| link.1).collect() };
    assert_eq!((ways(&one), ways(&other)), (vec![true; 3], vec![true; 3]));
}

#[test]
fn what_has_a_direction_is_told_from_each_end() {
    let mut sample = Sample::new();
    let (early, late) = (
        of_cycle(&mut sample, 2, "1.1"),
        of_cycle(&mut sample, 4, "2.1"),
    );
    add(&mut sample, &late, LinkKind::FollowUpOf, &early);
    add(&mut sample, &late, LinkKind::Reinforces, &early);
    assert_eq!(
        seen(&sample, &late),
        [
            (LinkKind::FollowUpOf, true, "2-UPR-1.1".to_owned()),
            (LinkKind::Reinforces, true, "2-UPR-1.1".to_owned())
        ],
        "the predecessor comes first"
    );
    assert!(seen(&sample, &early).iter().all(|link| !link.1));
}

#[test]
fn nothing_is_its_own_predecessor() {
    let mut sample = Sample::new();
    let one = of_cycle(&mut sample, 3, "1.1");
    for kind in [LinkKind::Same, LinkKind::FollowUpOf, LinkKind::FollowsFrom] {
        assert_eq!(refused(&mut sample, &one, kind, &one), "link-to-itself");
    }
}

#[test]
fn a_predecessor_is_of_an_earlier_cycle_or_date() {
    let mut sample = Sample::new();
    let second = of_cycle(&mut sample, 2, "1.1");
    let third = of_cycle(&mut sample, 3, "1.1");
    let beside = of_cycle(&mut sample, 3, "1.2");
    let in_2010 = of_year(&mut sample, Some(2010), "7");
    let in_2026 = of_year(&mut sample, Some(2026), "8");
    let undated = of_year(&mut sample, None, "9");
    let follow = LinkKind::FollowUpOf;
    assert_eq!(
        refused(&mut sample, &second, follow, &third),
        "predecessor-not-earlier"
    );
    assert_eq!(
        refused(&mut sample, &third, follow, &beside),
        "predecessor-not-earlier"
    );
    assert_eq!(
        refused(&mut sample, &in_2010, follow, &third),
        "predecessor-not-earlier"
    );
    assert_eq!(
        refused(&mut sample, &third, follow, &undated),
        "predecessor-undated"
    );
    assert_eq!(add(&mut sample, &third, follow, &second), 1);
    assert_eq!(
        add(&mut sample, &third, follow, &in_2010),
        1,
        "across mechanisms by the date"
    );
    assert_eq!(add(&mut sample, &in_2026, follow, &third), 1);
    assert_eq!(
        add(&mut sample, &third, LinkKind::Overlaps, &undated),
        1,
        "no date is asked for"
    );
}

#[test]
fn the_date_of_the_document_decides_before_the_year() {
    let mut sample = Sample::new();
    let (one, other) = (
        of_year(&mut sample, None, "1"),
        of_year(&mut sample, None, "2"),
    );
    sample.change(|tx| {
        for (symbol, on, record) in [("A/1", "2019-05-01", &one), ("A/2", "2019-05-02", &other)] {
            tx.execute(
                "insert into document (id, symbol, published_on) values (:id, :symbol, :on)",
                rusqlite::named_params! {":id": tx.new_id(), ":symbol": symbol, ":on": on},
            )?;
            tx.execute(
                "update recommendation set document = :symbol where id = :id",
                rusqlite::named_params! {":id": record, ":symbol": symbol},
            )?;
        }
        Ok(())
    });
    let follow = LinkKind::FollowUpOf;
    assert_eq!(
        refused(&mut sample, &one, follow, &other),
        "predecessor-not-earlier"
    );
    assert_eq!(add(&mut sample, &other, follow, &one), 1);
}

#[test]
fn a_lineage_does_not_run_in_a_circle() {
    let mut sample = Sample::new();
    let ids: Vec<String> = (1..=4)
        .map(|n| of_cycle(&mut sample, 3, &format!("1.{n}")))
        .collect();
    let from = LinkKind::FollowsFrom;
    for pair in ids.windows(2) {
        add(&mut sample, &pair[0], from, &pair[1]);
    }
    assert_eq!(
        refused(&mut sample, &ids[3], from, &ids[0]),
        "links-in-a-circle"
    );
    assert_eq!(
        refused(&mut sample, &ids[1], from, &ids[0]),
        "links-in-a-circle"
    );
    assert_eq!(
        add(&mut sample, &ids[0], from, &ids[3]),
        1,
        "a second way there is none"
    );
}

#[test]
fn one_bad_link_of_many_leaves_all_unmade() {
    let mut sample = Sample::new();
    let (one, other) = (
        of_cycle(&mut sample, 3, "1.1"),
        of_cycle(&mut sample, 3, "1.2"),
    );
    let links = [
        link(&one, LinkKind::Same, &other),
        link(&one, LinkKind::Same, "nowhere"),
    ];
    assert_eq!(
        sample.refused(|tx| add_links(tx, &links)).code,
        "record-not-found"
    );
    assert_eq!(
        sample.refused(|tx| add_links(tx, &[])).code,
        "selection-empty"
    );
    assert_eq!(
        sample.refused(|tx| reject_links(tx, &[])).code,
        "selection-empty"
    );
    assert_eq!(
        sample.refused(|tx| remove_links(tx, &[])).code,
        "selection-empty"
    );
    let strange = ["nowhere".to_owned()];
    assert_eq!(
        sample.refused(|tx| remove_links(tx, &strange)).code,
        "record-not-found"
    );
}

#[test]
fn a_link_that_was_removed_can_be_made_again() {
    let mut sample = Sample::new();
    let (one, other) = (
        of_cycle(&mut sample, 3, "1.1"),
        of_cycle(&mut sample, 3, "1.2"),
    );
    add(&mut sample, &one, LinkKind::Same, &other);
    let links = sample
        .dossier
        .read(|reader| list_links(reader, &one))
        .unwrap();
    let ids = [links[0].id.clone()];
    assert_eq!(sample.change(|tx| remove_links(tx, &ids)), 1);
    assert!(seen(&sample, &one).is_empty() && seen(&sample, &other).is_empty());
    assert_eq!(
        sample.refused(|tx| remove_links(tx, &ids)).code,
        "record-not-found"
    );
    assert_eq!(add(&mut sample, &one, LinkKind::Same, &other), 1);
    assert_eq!(seen(&sample, &one).len(), 1);
}

#[test]
fn what_was_set_aside_is_no_link_until_someone_links_it() {
    let mut sample = Sample::new();
    let (one, other) = (
        of_cycle(&mut sample, 3, "1.1"),
        of_cycle(&mut sample, 3, "1.2"),
    );
    let offer = [link(&one, LinkKind::Overlaps, &other)];
    assert_eq!(sample.change(|tx| reject_links(tx, &offer)), 1);
    assert_eq!(
        sample.change(|tx| reject_links(tx, &offer)),
        0,
        "decided already"
    );
    assert!(seen(&sample, &one).is_empty());
    add(&mut sample, &other, LinkKind::Same, &one);
    assert_eq!(
        seen(&sample, &one),
        [(LinkKind::Same, true, "3-UPR-1.2".to_owned())]
    );
    assert_eq!(rows(&sample), 1, "the refusal is gone");
}

#[test]
fn a_link_to_a_removed_recommendation_is_not_shown() {
    let mut sample = Sample::new();
    let (early, late) = (
        of_cycle(&mut sample, 2, "1.1"),
        of_cycle(&mut sample, 4, "2.1"),
    );
    add(&mut sample, &late, LinkKind::FollowUpOf, &early);
    sample.change(|tx| remove_recommendations(tx, std::slice::from_ref(&early)));
    assert!(seen(&sample, &late).is_empty());
    let board = sample.board();
    let place = board.place(&late).unwrap();
    assert!(!board.recommendations[place].is_repeated);
}

/// Two cycles of three recommendations, the first of which returns.
fn two_cycles(test: &TestHost) -> (String, String) {
    let record = |cycle: u32, paragraph: &str, words: &str| {
        let new =
            json!({"mechanism": "UPR", "cycle": cycle, "paragraph": paragraph, "text": words});
        test.added("add_recommendation", new)
    };
    record(3, "1.2", "Close the old prison of the capital");
    (
        record(3, "1.1", "Abolish the death penalty"),
        record(4, "2.1", "Abolish the death penalty for all crimes"),
    )
}

fn repeated(test: &TestHost) -> u64 {
    let filter = json!({"standing": ["repeated"]});
    number(&test.call("page_rows", json!({"filter": filter, "limit": 10}))["total"])
}

#[test]
fn as_previously_recommended_is_a_filter_that_follows_each_change() {
    let test = TestHost::new();
    let (early, late) = two_cycles(&test);
    assert_eq!(repeated(&test), 0);
    let follow = json!([{"from_id": late, "to_id": early, "kind": "follow_up_of"}]);
    test.call("add_links", json!({"links": follow}));
    assert_eq!(repeated(&test), 1);
    test.call("undo", json!({}));
    assert_eq!(repeated(&test), 0);
    test.call("redo", json!({}));
    assert_eq!(repeated(&test), 1);
    test.call("remove_recommendations", json!({"ids": [early]}));
    assert_eq!(repeated(&test), 0, "its predecessor left the register");
}

#[test]
fn the_history_of_a_recommendation_tells_its_links_from_both_ends() {
    let test = TestHost::new();
    let (early, late) = two_cycles(&test);
    test.call(
        "add_links",
        json!({"links": [{"from_id": late, "to_id": early, "kind": "follow_up_of"}]}),
    );
    for id in [&early, &late] {
        let changes = test.call("list_changes", json!({"record_id": id}));
        let changes: Vec<&Value> = changes.as_array().unwrap().iter().collect();
        let made = changes
            .iter()
            .find(|change| change["table"] == "recommendation_link")
            .expect("the link is told");
        assert_eq!(text(&made["label"]), "4-UPR-2.1 – 3-UPR-1.1");
    }
}
