//! Priorities: criteria, scores, what they suggest, and who decides.

use kit::sample::Sample;
use upright_core::priorities::{
    AcceptPriorities, Appraisal, CriterionPatch, NewCriterion, ScoreRecommendations,
    accept_priorities, add_criterion, add_starter_criteria, edit_criterion, list_appraisals,
    list_criteria, remove_criterion, score_recommendations,
};
use upright_core::recommendations::{Priority, RecommendationPatch, edit_recommendations};

fn criterion(sample: &mut Sample, name: &str, weight: u8) -> String {
    let new = NewCriterion {
        name: name.to_owned(),
        description: None,
        weight: Some(weight),
    };
    sample.change(|tx| add_criterion(tx, &new))
}

fn score(sample: &mut Sample, ids: &[String], criterion: &str, score: Option<u8>) {
    let wish = ScoreRecommendations {
        ids: ids.to_vec(),
        criterion_id: criterion.to_owned(),
        score,
    };
    sample.change(|tx| score_recommendations(tx, &wish));
}

fn appraisal(sample: &Sample, id: &str) -> Appraisal {
    let ids = [id.to_owned()];
    let mut found = sample
        .dossier
        .read(|reader| list_appraisals(reader, &ids))
        .unwrap();
    assert_eq!(found.len(), 1);
    found.remove(0)
}

#[test]
fn scores_over_a_selection_suggest_a_priority_that_a_person_confirms() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(3);
    let (severe, owed) = (
        criterion(&mut sample, "Severe", 3),
        criterion(&mut sample, "Owed", 1),
    );
    score(&mut sample, &ids[..2], &severe, Some(3));
    score(&mut sample, &ids[..1], &owed, Some(1));
    let verdict = appraisal(&sample, &ids[0]).verdict.expect("scored");
    assert_eq!(
        (
            verdict.priority,
            verdict.percent,
            verdict.high,
            verdict.criteria
        ),
        (Priority::Urgent, 83, 1, 2)
    );
    assert_eq!(
        appraisal(&sample, &ids[0]).priority,
        None,
        "never silently applied"
    );
    assert_eq!(appraisal(&sample, &ids[2]).verdict, None);

    let accept = AcceptPriorities { ids: ids.clone() };
    assert_eq!(sample.change(|tx| accept_priorities(tx, &accept)), 2);
    let found = appraisal(&sample, &ids[0]);
    assert_eq!(found.priority, Some(Priority::Urgent));
    assert_eq!(
        found.priority_reason.as_deref(),
        Some("1 of 2 criteria high (83 %)")
    );
    assert_eq!(appraisal(&sample, &ids[2]).priority, None);
}

#[test]
fn a_priority_set_by_hand_drops_the_reason_of_the_old_one() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(1);
    let severe = criterion(&mut sample, "Severe", 1);
    score(&mut sample, &ids, &severe, Some(3));
    let accept = AcceptPriorities { ids: ids.clone() };
    sample.change(|tx| accept_priorities(tx, &accept));
    let by_hand = |reason: Option<&str>| RecommendationPatch {
        priority: Some(Some(Priority::Low)),
        priority_reason: reason.map(|reason| Some(reason.to_owned())),
        ..RecommendationPatch::default()
    };
    sample.change(|tx| edit_recommendations(tx, &ids, &by_hand(None)));
    assert_eq!(appraisal(&sample, &ids[0]).priority_reason, None);
    let with_reason = by_hand(Some("The minister asked"));
    sample.change(|tx| edit_recommendations(tx, &ids, &with_reason));
    assert_eq!(
        appraisal(&sample, &ids[0]).priority_reason.as_deref(),
        Some("The minister asked")
    );
}

#[test]
fn a_score_is_corrected_and_taken_back() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(1);
    let severe = criterion(&mut sample, "Severe", 1);
    for given in [Some(3), Some(1), None, Some(2)] {
        score(&mut sample, &ids, &severe, given);
        let scores = appraisal(&sample, &ids[0]).scores;
        assert_eq!(scores.first().map(|one| one.score), given);
    }
    assert_eq!(sample.count("select count(*) from priority_score"), 1);
}

#[test]
fn bad_scores_and_weights_are_refused() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(1);
    let severe = criterion(&mut sample, "Severe", 1);
    let wish = |criterion: &str, score| ScoreRecommendations {
        ids: ids.clone(),
        criterion_id: criterion.to_owned(),
        score: Some(score),
    };
    let error = sample.refused(|tx| score_recommendations(tx, &wish(&severe, 4)));
    assert_eq!(error.code, "score-out-of-range");
    let error = sample.refused(|tx| score_recommendations(tx, &wish("nowhere", 1)));
    assert_eq!(error.code, "record-not-found");
    let accept = AcceptPriorities { ids: ids.clone() };
    let error = sample.refused(|tx| accept_priorities(tx, &accept));
    assert_eq!(error.code, "no-priority-suggested");
    for (name, weight, code) in [
        ("", 1, "name-missing"),
        (" severe ", 1, "name-taken"),
        ("Owed", 0, "weight-out-of-range"),
        ("Owed", 11, "weight-out-of-range"),
    ] {
        let new = NewCriterion {
            name: name.to_owned(),
            description: None,
            weight: Some(weight),
        };
        let error = sample.refused(|tx| add_criterion(tx, &new));
        assert_eq!(error.code, code, "{name} {weight}");
    }
}

#[test]
fn the_starter_set_comes_once_and_can_be_changed() {
    let mut sample = Sample::new();
    assert_eq!(sample.change(add_starter_criteria), 5);
    assert_eq!(sample.change(add_starter_criteria), 0);
    let criteria = sample.dossier.read(list_criteria).unwrap();
    assert!(criteria.iter().all(|one| one.description.is_some()));
    let patch = CriterionPatch {
        name: Some("Gravity".to_owned()),
        description: Some(String::new()),
        weight: Some(10),
        place: Some(9),
    };
    sample.change(|tx| edit_criterion(tx, &criteria[0].id, &patch));
    let last = sample.dossier.read(list_criteria).unwrap().pop().unwrap();
    assert_eq!(
        (
            last.name.as_str(),
            last.description,
            last.weight,
            last.place
        ),
        ("Gravity", None, 10, 5)
    );
}

#[test]
fn a_removed_criterion_no_longer_weighs() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(1);
    let (severe, owed) = (
        criterion(&mut sample, "Severe", 1),
        criterion(&mut sample, "Owed", 1),
    );
    score(&mut sample, &ids, &severe, Some(3));
    score(&mut sample, &ids, &owed, Some(0));
    sample.change(|tx| remove_criterion(tx, &owed));
    let found = appraisal(&sample, &ids[0]);
    assert_eq!(found.scores.len(), 1);
    assert_eq!(found.verdict.map(|verdict| verdict.percent), Some(100));
}
