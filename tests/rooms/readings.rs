//! Translations, agreed readings, the SMART check and corrigenda beside the verbatim text.

use kit::sample::Sample;
use upright_core::base::Result;
use upright_core::dossier::Tx;
use upright_core::readings::{
    NewCorrigendum, NewReading, NewTranslation, ReadingPatch, SmartPatch, add_reading,
    correct_text, corrigenda_of, edit_reading, edit_smart_check, find_smart_check, inspect_wording,
    is_right_to_left, put_translation, readings_of, remove_reading, remove_translation,
    translations_of,
};
use upright_core::recommendations::{
    Duration, RecommendationPatch, Scope, edit_recommendations, get_recommendation,
};

fn translate(
    tx: &Tx<'_>,
    id: &str,
    language: &str,
    text: &str,
    is_official: bool,
) -> Result<String> {
    put_translation(
        tx,
        &NewTranslation {
            recommendation_id: id.to_owned(),
            language: language.to_owned(),
            text: text.to_owned(),
            is_official,
        },
    )
}

#[test]
fn translations_stand_beside_the_text_official_ones_first_with_their_direction() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", "Ratify");
    sample.change(|tx| translate(tx, &id, "fr", "Ratifier", false));
    sample.change(|tx| translate(tx, &id, "AR", "صدّق", true));
    let first = sample.change(|tx| translate(tx, &id, "pt_br", "Ratificar", false));
    let second = sample.change(|tx| translate(tx, &id, "pt-BR", "Ratifique", false));
    assert_eq!(first, second, "one a language");
    let read = |sample: &Sample| {
        let found = sample.dossier.read(|reader| translations_of(reader, &id));
        found
            .unwrap()
            .into_iter()
            .map(|each| (each.language, each.text, each.is_right_to_left))
            .collect::<Vec<_>>()
    };
    let text = |language: &str, text: &str, is_right_to_left| {
        (language.to_owned(), text.to_owned(), is_right_to_left)
    };
    assert_eq!(
        read(&sample),
        [
            text("ar", "صدّق", true),
            text("fr", "Ratifier", false),
            text("pt-BR", "Ratifique", false)
        ]
    );
    sample.change(|tx| remove_translation(tx, &first));
    assert_eq!(read(&sample).len(), 2);
    let whole = sample
        .dossier
        .read(|reader| get_recommendation(reader, &id));
    assert_eq!(whole.unwrap().text, "Ratify", "I1");
    assert!(is_right_to_left("uz-Arab") && !is_right_to_left("az-Latn") && !is_right_to_left("en"));
}

#[test]
fn a_translation_needs_words_and_another_language() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", "Ratify");
    for (language, text, code) in [
        ("fr", " ", "text-missing"),
        ("en", "Ratify!", "translation-same-language"),
        ("french", "Ratifier", "language-not-understood"),
        ("", "Ratifier", "language-not-understood"),
        ("f-", "Ratifier", "language-not-understood"),
    ] {
        let error = sample.refused(|tx| translate(tx, &id, language, text, false));
        assert_eq!(error.code, code, "{language}");
    }
    let error = sample.refused(|tx| translate(tx, "stranger", "fr", "x", false));
    assert_eq!(error.code, "record-not-found");
    assert_eq!(
        sample.refused(|tx| remove_translation(tx, "stranger")).code,
        "record-not-found"
    );
}

#[test]
fn what_the_parties_agreed_is_recorded_changed_and_taken_away() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", "Ratify");
    let new = NewReading {
        recommendation_id: id.clone(),
        text: "Ratify before the end of the cycle".to_owned(),
        agreed_on: Some("2026-10-01".to_owned()),
        parties: Some("Government, NHRI".to_owned()),
    };
    let reading = sample.change(|tx| add_reading(tx, &new));
    let patch = ReadingPatch {
        parties: Some(None),
        ..ReadingPatch::default()
    };
    sample.change(|tx| edit_reading(tx, &reading, &patch));
    let found = sample
        .dossier
        .read(|reader| readings_of(reader, &id))
        .unwrap();
    assert_eq!(found[0].parties, None);
    assert_eq!(found[0].agreed_on.as_deref(), Some("2026-10-01"));
    let no_words = ReadingPatch {
        text: Some(" ".to_owned()),
        ..ReadingPatch::default()
    };
    assert_eq!(
        sample
            .refused(|tx| edit_reading(tx, &reading, &no_words))
            .code,
        "text-missing"
    );
    let no_day = NewReading {
        agreed_on: Some("last week".to_owned()),
        ..new
    };
    assert_eq!(
        sample.refused(|tx| add_reading(tx, &no_day)).code,
        "date-not-understood"
    );
    sample.change(|tx| remove_reading(tx, &reading));
    assert!(
        sample
            .dossier
            .read(|reader| readings_of(reader, &id))
            .unwrap()
            .is_empty()
    );
    assert_eq!(
        sample.refused(|tx| remove_reading(tx, &reading)).code,
        "record-not-found"
    );
}

#[test]
fn a_corrigendum_gives_the_new_text_and_keeps_the_old_one() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", "Ratify the Covenent");
    let new = NewCorrigendum {
        recommendation_id: id.clone(),
        text: "Ratify the Covenant".to_owned(),
        document: Some("A/HRC/44/10/Corr.1".to_owned()),
        given_on: Some("2026-02-01".to_owned()),
        reason: None,
    };
    sample.change(|tx| correct_text(tx, &new));
    let read = |sample: &Sample| {
        let found = sample
            .dossier
            .read(|reader| get_recommendation(reader, &id));
        found.unwrap().text
    };
    assert_eq!(read(&sample), "Ratify the Covenant");
    let kept = sample
        .dossier
        .read(|reader| corrigenda_of(reader, &id))
        .unwrap();
    assert_eq!(kept[0].text_before, "Ratify the Covenent", "I1");
    assert_eq!(
        sample.refused(|tx| correct_text(tx, &new)).code,
        "text-unchanged"
    );
    let unsaid = NewCorrigendum {
        text: "Ratify it".to_owned(),
        document: Some(" ".to_owned()),
        ..new
    };
    assert_eq!(
        sample.refused(|tx| correct_text(tx, &unsaid)).code,
        "corrigendum-source-missing"
    );
    sample.dossier.undo().unwrap();
    assert_eq!(
        read(&sample),
        "Ratify the Covenent",
        "undo gives the old text back"
    );
}

#[test]
fn the_check_keeps_what_was_not_looked_at_open() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", "Strengthen measures as soon as possible");
    let patch = SmartPatch {
        is_vague: Some(Some(true)),
        time_bound: Some(Some(false)),
        ..SmartPatch::default()
    };
    sample.change(|tx| edit_smart_check(tx, &id, &patch));
    let note = SmartPatch {
        note: Some(Some("Ask which measures".to_owned())),
        ..SmartPatch::default()
    };
    sample.change(|tx| edit_smart_check(tx, &id, &note));
    let found = sample.dossier.read(|reader| find_smart_check(reader, &id));
    let found = found.unwrap().unwrap();
    assert_eq!(
        (found.is_vague, found.time_bound),
        (Some(true), Some(false))
    );
    assert_eq!(
        (found.specific, found.note.as_deref()),
        (None, Some("Ask which measures"))
    );
    let error = sample.refused(|tx| edit_smart_check(tx, "stranger", &patch));
    assert_eq!(error.code, "record-not-found");
}

#[test]
fn vague_words_are_shown_and_nothing_of_it_is_stored() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", "Strengthen measures as soon as possible");
    let before = sample.hash();
    let hint = sample
        .dossier
        .read(|reader| inspect_wording(reader, &id))
        .unwrap();
    let vague: Vec<_> = hint
        .pieces
        .iter()
        .filter(|piece| piece.vague.is_some())
        .map(|piece| piece.text.as_str())
        .collect();
    assert_eq!(vague, ["Strengthen", "as soon as possible"]);
    assert!(hint.is_language_known && !hint.names_a_year);
    assert_eq!(sample.hash(), before, "I20");
}

#[test]
fn scope_duration_borders_and_law_are_set_over_a_selection_and_cleared() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(3);
    let patch: RecommendationPatch = serde_json::from_value(serde_json::json!({
        "scope": "specific", "duration": "one_off", "cross_border": true,
        "cross_border_topic": "Trafficking", "needs_law": "ratification",
        "plain_text": "Join the treaty",
    }))
    .unwrap();
    sample.change(|tx| edit_recommendations(tx, &ids, &patch));
    let read = |sample: &Sample| {
        let found = sample
            .dossier
            .read(|reader| get_recommendation(reader, &ids[2]));
        found.unwrap()
    };
    let found = read(&sample);
    assert_eq!(
        (found.scope, found.duration),
        (Some(Scope::Specific), Some(Duration::OneOff))
    );
    assert_eq!(found.cross_border, Some(true));
    assert_eq!(found.cross_border_topic.as_deref(), Some("Trafficking"));
    assert_eq!(found.plain_text.as_deref(), Some("Join the treaty"));
    let clear: RecommendationPatch =
        serde_json::from_value(serde_json::json!({"scope": null, "plain_text": " "})).unwrap();
    sample.change(|tx| edit_recommendations(tx, &ids, &clear));
    let found = read(&sample);
    assert_eq!((found.scope, found.plain_text), (None, None));
    assert_eq!(
        found.duration,
        Some(Duration::OneOff),
        "what is not named stays"
    );
}
