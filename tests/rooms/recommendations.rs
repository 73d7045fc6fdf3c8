//! The source side: verbatim text, references, positions, tags and clusters.

mod answers;
mod noted;
mod parts;

use kit::sample::Sample;
use upright_core::base::Error;
use upright_core::recommendations::{
    NewRecommendation, PositionGiven, Priority, RecommendationPatch, TagChange, Vocabulary,
    add_recommendation, confirm_categories, edit_recommendations, get_recommendation,
    list_recommendations, position_history, remove_recommendations, set_position,
    tag_recommendations,
};

fn new(paragraph: &str) -> NewRecommendation {
    NewRecommendation {
        mechanism: "UPR".to_owned(),
        cycle: Some(3),
        paragraph: Some(paragraph.to_owned()),
        text: "Ratify the convention".to_owned(),
        ..NewRecommendation::default()
    }
}

fn code_and(error: &Error, arg: &str) -> (String, String) {
    (error.code.clone(), error.args[arg].clone())
}

fn tags(ids: &[String], vocabulary: Vocabulary) -> TagChange {
    TagChange {
        ids: ids.to_vec(),
        vocabulary,
        add: Vec::new(),
        remove: Vec::new(),
        confirm: Vec::new(),
    }
}

/// A tag as an import leaves it: a suggestion.
fn suggest_theme(sample: &mut Sample, id: &str, label: &str) {
    let sql = "insert into recommendation_tag (id, recommendation_id, vocabulary, label)
               values (:tag, :id, 'theme', :label)";
    sample.change(|tx| {
        let params = rusqlite::named_params! {":tag": tx.new_id(), ":id": id, ":label": label};
        tx.execute(sql, params)
    });
}

#[test]
fn the_text_is_kept_to_the_letter() {
    let mut sample = Sample::new();
    let verbatim = "Continue  “efforts”,\nas per art. 4 – ратифицировать · صدّق (Chile)…";
    let id = sample.recommendation("1.1", verbatim);
    let found = sample
        .dossier
        .read(|reader| get_recommendation(reader, &id))
        .unwrap();
    assert_eq!(found.text, verbatim, "verbatim text is immutable (I1)");
}

#[test]
fn a_recommendation_without_text_is_refused() {
    let mut sample = Sample::new();
    let blank = NewRecommendation {
        text: " \n".to_owned(),
        ..new("1.1")
    };
    assert_eq!(
        sample.refused(|tx| add_recommendation(tx, &blank)).code,
        "text-missing"
    );
}

#[test]
fn a_reference_is_taken_once_among_the_living() {
    let mut sample = Sample::new();
    let id = sample.change(|tx| add_recommendation(tx, &new("121.10")));
    let error = sample.refused(|tx| add_recommendation(tx, &new("121.10")));
    assert_eq!(
        code_and(&error, "reference"),
        ("reference-taken".to_owned(), "3-UPR-121.10".to_owned()),
        "I2"
    );
    sample.change(|tx| add_recommendation(tx, &new("121.1")));
    let lettered = NewRecommendation {
        letter: Some("a".to_owned()),
        ..new("121.10")
    };
    sample.change(|tx| add_recommendation(tx, &lettered));
    sample.change(|tx| remove_recommendations(tx, &[id]));
    sample.change(|tx| add_recommendation(tx, &new("121.10")));
}

#[test]
fn the_register_stands_in_the_order_of_paragraphs() {
    let mut sample = Sample::new();
    for paragraph in ["121.10", "121.2", "21.3", "121.1"] {
        sample.change(|tx| add_recommendation(tx, &new(paragraph)));
    }
    let found = sample.dossier.read(list_recommendations).unwrap();
    let order: Vec<_> = found
        .iter()
        .filter_map(|r| r.paragraph.as_deref())
        .collect();
    assert_eq!(order, ["21.3", "121.1", "121.2", "121.10"]);
}

#[test]
fn unknown_mechanisms_states_and_positions_are_refused_by_name() {
    let mut sample = Sample::new();
    let mechanism = NewRecommendation {
        mechanism: "XYZ".to_owned(),
        ..new("1.1")
    };
    let state = NewRecommendation {
        recommending_states: vec!["CHL".to_owned(), "QQQ".to_owned()],
        ..new("1.1")
    };
    let position = NewRecommendation {
        position: Some("YES".to_owned()),
        ..new("1.1")
    };
    for (wrong, code, arg, value) in [
        (mechanism, "mechanism-unknown", "mechanism", "XYZ"),
        (state, "state-unknown", "state", "QQQ"),
        (position, "position-unknown", "position", "YES"),
    ] {
        let error = sample.refused(|tx| add_recommendation(tx, &wrong));
        assert_eq!(code_and(&error, arg), (code.to_owned(), value.to_owned()));
    }
    assert!(
        sample
            .dossier
            .read(list_recommendations)
            .unwrap()
            .is_empty()
    );
}

#[test]
fn recommending_states_keep_the_order_of_the_text() {
    let mut sample = Sample::new();
    let wanted = NewRecommendation {
        recommending_states: ["URY", "CHL", "ARG"].map(str::to_owned).to_vec(),
        ..new("1.1")
    };
    let id = sample.change(|tx| add_recommendation(tx, &wanted));
    let found = sample
        .dossier
        .read(|reader| get_recommendation(reader, &id))
        .unwrap();
    assert_eq!(found.recommending_states, ["URY", "CHL", "ARG"]);
}

#[test]
fn only_the_universal_periodic_review_has_positions() {
    let mut sample = Sample::new();
    let id = sample.concluding_observation("17", "Amend the law");
    let answer = PositionGiven {
        position: "SUP".to_owned(),
        ..PositionGiven::default()
    };
    let error = sample.refused(|tx| set_position(tx, &[id], &answer));
    assert_eq!(
        code_and(&error, "mechanism"),
        ("position-not-for-mechanism".to_owned(), "TB".to_owned()),
        "I3"
    );
}

#[test]
fn one_record_without_a_position_refuses_the_whole_selection() {
    let mut sample = Sample::new();
    let upr = sample.recommendation("1.1", "Ratify");
    let body = sample.concluding_observation("17", "Amend the law");
    let answer = PositionGiven {
        position: "NOT".to_owned(),
        ..PositionGiven::default()
    };
    sample.refused(|tx| set_position(tx, &[upr.clone(), body], &answer));
    let found = sample
        .dossier
        .read(|reader| get_recommendation(reader, &upr))
        .unwrap();
    assert_eq!(
        found.position.as_deref(),
        Some("SUP"),
        "nothing is half done"
    );
}

#[test]
fn a_new_position_is_added_to_the_history_and_the_old_one_stays() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", "Ratify");
    let answer = PositionGiven {
        position: "NOT".to_owned(),
        given_on: Some("2026-11-20".to_owned()),
        document: Some("A/HRC/45/3/Add.1".to_owned()),
        explanation: Some("Reconsidered".to_owned()),
        ..PositionGiven::default()
    };
    sample.change(|tx| set_position(tx, std::slice::from_ref(&id), &answer));
    let history = sample
        .dossier
        .read(|reader| position_history(reader, &id))
        .unwrap();
    let given: Vec<_> = history
        .iter()
        .map(|entry| entry.position.as_str())
        .collect();
    assert_eq!(given, ["SUP", "NOT"], "positions are append-only (I4)");
    assert_eq!(history[1].document.as_deref(), Some("A/HRC/45/3/Add.1"));
    let found = sample
        .dossier
        .read(|reader| get_recommendation(reader, &id))
        .unwrap();
    assert_eq!(
        found.position.as_deref(),
        Some("NOT"),
        "the last answer counts"
    );
}

#[test]
fn a_position_given_on_no_day_is_refused() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", "Ratify");
    let answer = PositionGiven {
        position: "NOT".to_owned(),
        given_on: Some("20.11.2026".to_owned()),
        ..PositionGiven::default()
    };
    let error = sample.refused(|tx| set_position(tx, &[id], &answer));
    assert_eq!(error.code, "date-not-understood");
}

#[test]
fn the_action_category_is_suggested_and_a_person_confirms_it() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", "Consider ratifying the convention");
    let ids = [id.clone()];
    let read = |sample: &Sample| {
        let found = sample
            .dossier
            .read(|reader| get_recommendation(reader, &id))
            .unwrap();
        (found.action_category, found.action_category_confirmed)
    };
    assert_eq!(
        read(&sample),
        (Some(3), false),
        "considering, as suggested by the verb"
    );
    sample.change(|tx| confirm_categories(tx, &ids));
    assert_eq!(read(&sample), (Some(3), true));
    let other = RecommendationPatch {
        action_category: Some(Some(5)),
        ..RecommendationPatch::default()
    };
    sample.change(|tx| edit_recommendations(tx, &ids, &other));
    assert_eq!(read(&sample), (Some(5), true), "setting is confirming");
    let cleared = RecommendationPatch {
        action_category: Some(None),
        ..RecommendationPatch::default()
    };
    sample.change(|tx| edit_recommendations(tx, &ids, &cleared));
    assert_eq!(read(&sample), (None, false));
    sample.change(|tx| confirm_categories(tx, &ids));
    assert_eq!(
        read(&sample),
        (None, false),
        "nothing to confirm where nothing is suggested"
    );
}

#[test]
fn a_category_is_one_of_five() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(1);
    for value in [0, 6] {
        let patch = RecommendationPatch {
            action_category: Some(Some(value)),
            ..RecommendationPatch::default()
        };
        let error = sample.refused(|tx| edit_recommendations(tx, &ids, &patch));
        assert_eq!(
            code_and(&error, "value"),
            ("category-out-of-range".to_owned(), value.to_string())
        );
    }
}

#[test]
fn a_bulk_edit_changes_every_record_and_leaves_other_fields() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(12);
    let cluster = sample.cluster("Ratification");
    let patch = RecommendationPatch {
        cluster_id: Some(Some(cluster)),
        priority: Some(Some(Priority::High)),
        note: Some(Some("Check with Justice".to_owned())),
        ..RecommendationPatch::default()
    };
    assert_eq!(
        sample.change(|tx| edit_recommendations(tx, &ids, &patch)),
        12
    );
    let cleared = RecommendationPatch {
        note: Some(Some("  ".to_owned())),
        ..RecommendationPatch::default()
    };
    sample.change(|tx| edit_recommendations(tx, &ids, &cleared));
    let found = sample.dossier.read(list_recommendations).unwrap();
    assert!(
        found
            .iter()
            .all(|r| r.cluster.as_deref() == Some("Ratification"))
    );
    assert!(
        found
            .iter()
            .all(|r| r.priority == Some(Priority::High) && r.note.is_none())
    );
}

#[test]
fn an_empty_selection_and_an_unknown_record_are_refused() {
    let mut sample = Sample::new();
    let known = sample.recommendation("1.1", "Ratify");
    let patch = RecommendationPatch::default();
    let error = sample.refused(|tx| edit_recommendations(tx, &[], &patch));
    assert_eq!(error.code, "selection-empty");
    let ids = [known, "stranger".to_owned()];
    for error in [
        sample.refused(|tx| edit_recommendations(tx, &ids, &patch)),
        sample.refused(|tx| confirm_categories(tx, &ids)),
        sample.refused(|tx| remove_recommendations(tx, &ids)),
        sample.refused(|tx| tag_recommendations(tx, &tags(&ids, Vocabulary::Theme))),
    ] {
        assert_eq!(
            code_and(&error, "record"),
            ("record-not-found".to_owned(), "stranger".to_owned())
        );
    }
}

#[test]
fn a_suggested_tag_is_confirmed_by_a_person_and_says_so() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(1);
    suggest_theme(&mut sample, &ids[0], "Right to health");
    let read = |sample: &Sample| {
        let found = sample
            .dossier
            .read(|reader| get_recommendation(reader, &ids[0]))
            .unwrap();
        (found.themes, found.has_suggested_tags)
    };
    assert_eq!(read(&sample), (vec!["Right to health".to_owned()], true));
    let confirm = TagChange {
        confirm: vec!["Right to health".to_owned()],
        ..tags(&ids, Vocabulary::Theme)
    };
    sample.change(|tx| tag_recommendations(tx, &confirm));
    assert_eq!(read(&sample), (vec!["Right to health".to_owned()], false));
}

#[test]
fn a_removed_tag_comes_back_as_one_row_when_added_again() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(1);
    let label = vec!["Children".to_owned()];
    let add = TagChange {
        add: label.clone(),
        ..tags(&ids, Vocabulary::Group)
    };
    let remove = TagChange {
        remove: label.clone(),
        ..tags(&ids, Vocabulary::Group)
    };
    sample.change(|tx| tag_recommendations(tx, &add));
    sample.change(|tx| tag_recommendations(tx, &remove));
    let groups = |sample: &Sample| {
        sample
            .dossier
            .read(|reader| get_recommendation(reader, &ids[0]))
            .unwrap()
            .groups
    };
    assert!(groups(&sample).is_empty());
    sample.change(|tx| tag_recommendations(tx, &add));
    assert_eq!(groups(&sample), label);
    assert_eq!(
        sample.count("select count(*) from recommendation_tag"),
        1,
        "revived, not doubled"
    );
}

#[test]
fn adding_a_suggested_tag_confirms_it_and_adding_it_again_changes_nothing() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(1);
    suggest_theme(&mut sample, &ids[0], "Right to health");
    let add = TagChange {
        add: vec![" Right  to health ".to_owned()],
        ..tags(&ids, Vocabulary::Theme)
    };
    sample.change(|tx| tag_recommendations(tx, &add));
    let found = sample
        .dossier
        .read(|reader| get_recommendation(reader, &ids[0]))
        .unwrap();
    assert!(!found.has_suggested_tags);
    let before = sample.hash();
    sample.change(|tx| tag_recommendations(tx, &add));
    assert_eq!(sample.hash(), before);
}

#[test]
fn a_tag_without_a_label_is_refused() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(1);
    let add = TagChange {
        add: vec![" ".to_owned()],
        ..tags(&ids, Vocabulary::Sdg)
    };
    assert_eq!(
        sample.refused(|tx| tag_recommendations(tx, &add)).code,
        "label-empty"
    );
}

#[test]
fn an_unknown_cluster_is_refused() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(1);
    let patch = RecommendationPatch {
        cluster_id: Some(Some("nowhere".to_owned())),
        ..RecommendationPatch::default()
    };
    let error = sample.refused(|tx| edit_recommendations(tx, &ids, &patch));
    assert_eq!(error.code, "record-not-found");
}

#[test]
fn a_removed_recommendation_leaves_the_register_and_stays_in_the_file() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(3);
    sample.change(|tx| remove_recommendations(tx, &ids[..1]));
    assert_eq!(sample.dossier.read(list_recommendations).unwrap().len(), 2);
    assert_eq!(
        sample.count("select count(*) from recommendation"),
        3,
        "I22"
    );
}
