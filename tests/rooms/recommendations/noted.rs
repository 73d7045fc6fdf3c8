//! What becomes of a recommendation that was not accepted.

use kit::sample::Sample;
use upright_core::recommendations::{
    NewRecommendation, Pathway, PathwayPatch, TagChange, Vocabulary, add_recommendation,
    find_noted_pathway, set_noted_pathway, suggest_bodies, tag_recommendations,
};

fn noted(sample: &mut Sample) -> String {
    let new = NewRecommendation {
        mechanism: "UPR".to_owned(),
        cycle: Some(3),
        paragraph: Some("2.1".to_owned()),
        text: "Abolish the death penalty".to_owned(),
        position: Some("NOT".to_owned()),
        ..NewRecommendation::default()
    };
    sample.change(|tx| add_recommendation(tx, &new))
}

fn way(pathway: Pathway) -> PathwayPatch {
    PathwayPatch {
        pathway: Some(Some(pathway)),
        ..PathwayPatch::default()
    }
}

#[test]
fn a_noted_one_has_a_pathway_a_review_date_and_a_body() {
    let mut sample = Sample::new();
    let id = noted(&mut sample);
    let ids = [id.clone()];
    let first = PathwayPatch {
        review_on: Some(Some("2027-05-01".to_owned())),
        ..way(Pathway::DialogueWithMechanism)
    };
    sample.change(|tx| set_noted_pathway(tx, &ids, &first));
    let body = PathwayPatch {
        body: Some(Some("SR Summary executions".to_owned())),
        ..PathwayPatch::default()
    };
    sample.change(|tx| set_noted_pathway(tx, &ids, &body));
    let found = sample
        .dossier
        .read(|reader| find_noted_pathway(reader, &id));
    let found = found.unwrap().unwrap();
    assert_eq!(
        found.pathway,
        Pathway::DialogueWithMechanism,
        "the rest stays"
    );
    assert_eq!(found.review_on.as_deref(), Some("2027-05-01"));
    assert!(found.body_name.unwrap().starts_with("Special Rapporteur"));
    let away = PathwayPatch {
        pathway: Some(None),
        ..PathwayPatch::default()
    };
    sample.change(|tx| set_noted_pathway(tx, &ids, &away));
    let gone = sample
        .dossier
        .read(|reader| find_noted_pathway(reader, &id));
    assert_eq!(gone.unwrap(), None);
    sample.change(|tx| set_noted_pathway(tx, &ids, &way(Pathway::KeepUnderWatch)));
}

#[test]
fn an_accepted_one_and_a_wrong_body_are_refused_by_name() {
    let mut sample = Sample::new();
    let accepted = [sample.recommendation("1.1", "Ratify")];
    let id = [noted(&mut sample)];
    let body = [sample.concluding_observation("17", "Amend")];
    let watch = way(Pathway::KeepUnderWatch);
    assert_eq!(
        sample
            .refused(|tx| set_noted_pathway(tx, &accepted, &watch))
            .code,
        "pathway-only-noted"
    );
    assert_eq!(
        sample
            .refused(|tx| set_noted_pathway(tx, &body, &watch))
            .code,
        "position-not-for-mechanism",
        "I3"
    );
    let nobody = PathwayPatch {
        body: Some(Some("SR Nothing".to_owned())),
        ..PathwayPatch::default()
    };
    assert_eq!(
        sample
            .refused(|tx| set_noted_pathway(tx, &id, &nobody))
            .code,
        "body-unknown"
    );
    let closed = way(Pathway::ClosedWithReasons);
    assert_eq!(
        sample
            .refused(|tx| set_noted_pathway(tx, &id, &closed))
            .code,
        "pathway-reason-missing"
    );
    let no_day = PathwayPatch {
        review_on: Some(Some("soon".to_owned())),
        ..PathwayPatch::default()
    };
    assert_eq!(
        sample
            .refused(|tx| set_noted_pathway(tx, &id, &no_day))
            .code,
        "date-not-understood"
    );
}

#[test]
fn bodies_are_suggested_from_themes_and_groups_with_the_tag_that_speaks_for_them() {
    let mut sample = Sample::new();
    let id = noted(&mut sample);
    for (vocabulary, label) in [
        (Vocabulary::Theme, "Death penalty"),
        (Vocabulary::Group, "Children"),
    ] {
        let change = TagChange {
            ids: vec![id.clone()],
            vocabulary,
            add: vec![label.to_owned()],
            remove: Vec::new(),
            confirm: Vec::new(),
        };
        sample.change(|tx| tag_recommendations(tx, &change));
    }
    let found = sample
        .dossier
        .read(|reader| suggest_bodies(reader, &id))
        .unwrap();
    let told: Vec<_> = found
        .iter()
        .map(|each| (each.body.as_str(), each.label.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("CCPR", "Death penalty"),
            ("SR Summary executions", "Death penalty"),
            ("CRC", "Children")
        ]
    );
}
