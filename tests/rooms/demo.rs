//! The demonstration: what it promises to hold, and that it is the same every time.

mod plan;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use upright_core::assignments::{Assignment, list_assignments};
use upright_core::base::Clock;
use upright_core::clusters::{Cluster, list_clusters};
use upright_core::demo;
use upright_core::dossier::{Dossier, Reader, Storage};
use upright_core::figures::{Board, Standing, standing};
use upright_core::people::{Agency, list_agencies};
use upright_core::plan::{Action, list_actions};
use upright_core::recommendations::{Recommendation, list_recommendations};
use upright_core::reference::positions::PositionGroup;
use upright_core::reference::{categories, positions, states, symbols, vocabularies};

fn demonstration(clock: Clock) -> Dossier {
    demo::create(Storage::Memory, clock).expect("the demonstration keeps the rules of the rooms")
}

/// What the demonstration holds.
struct Lists {
    recommendations: Vec<Recommendation>,
    clusters: Vec<Cluster>,
    agencies: Vec<Agency>,
    actions: Vec<Action>,
    assignments: Vec<Assignment>,
    standing: Standing,
}

/// Built once: most tests only look.
fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        let read = |reader: &Reader<'_>| {
            Ok(Lists {
                recommendations: list_recommendations(reader)?,
                clusters: list_clusters(reader)?,
                agencies: list_agencies(reader)?,
                actions: list_actions(reader)?,
                assignments: list_assignments(reader)?,
                standing: standing(&Board::read(reader, demo::reference_day())?),
            })
        };
        demonstration(demo::clock()).read(read).expect("the lists")
    })
}

fn by_paragraph(paragraph: &str) -> &'static Recommendation {
    lists()
        .recommendations
        .iter()
        .find(|found| found.paragraph.as_deref() == Some(paragraph))
        .expect(paragraph)
}

#[test]
fn there_are_168_supported_and_4_noted_recommendations() {
    let all = &lists().recommendations;
    let in_group = |wanted: PositionGroup| {
        all.iter()
            .filter_map(|found| positions::by_code(found.position.as_deref()?))
            .filter(|position| position.group == wanted)
            .count()
    };
    assert_eq!(all.len(), 172);
    assert_eq!(in_group(PositionGroup::Accepted), 168);
    assert_eq!(in_group(PositionGroup::Noted), 4);
}

#[test]
fn the_categories_have_the_shares_of_the_first_cycle() {
    let mut counts = [0_usize; 6];
    for found in &lists().recommendations {
        counts[usize::from(found.action_category.expect("a category"))] += 1;
    }
    assert_eq!(
        counts,
        [0, 5, 26, 17, 69, 55],
        "3, 15, 10, 40 and 32 % of 172"
    );
}

#[test]
fn the_suggested_category_is_the_intended_one_on_95_of_100_texts() {
    let all = &lists().recommendations;
    let differing: Vec<_> = all
        .iter()
        .filter(|found| {
            categories::suggest(&found.text).map(|s| s.category) != found.action_category
        })
        .map(|found| (found.reference.clone(), found.action_category_confirmed))
        .collect();
    assert!(differing.len() * 100 <= all.len() * 5, "{differing:?}");
    assert!(
        differing.iter().all(|(_, confirmed)| *confirmed),
        "what the rules would not say, a person said: {differing:?}"
    );
}

#[test]
fn paragraphs_run_from_121_1_to_121_172_in_the_order_of_numbers() {
    let paragraphs: Vec<_> = lists()
        .recommendations
        .iter()
        .filter_map(|found| found.paragraph.clone())
        .collect();
    let expected: Vec<_> = (1..=172).map(|number| format!("121.{number}")).collect();
    assert_eq!(paragraphs, expected, "121.2 before 121.10");
}

#[test]
fn every_text_is_its_own_and_of_a_usual_length() {
    let all = &lists().recommendations;
    let texts: BTreeSet<_> = all.iter().map(|found| &found.text).collect();
    assert_eq!(texts.len(), 172);
    for found in all {
        let length = found.text.chars().count();
        let usual = (150..=400).contains(&length);
        assert!(
            usual || found.paragraph.as_deref() == Some("121.53"),
            "{length}: {}",
            found.text
        );
    }
}

#[test]
fn every_word_of_a_vocabulary_is_in_that_vocabulary() {
    for found in &lists().recommendations {
        for theme in &found.themes {
            let known = vocabularies::find_theme(theme).map(|known| &known.label);
            assert_eq!(known, Some(theme), "{}", found.reference);
        }
        for group in &found.groups {
            let known = vocabularies::find_group(group).map(|known| &known.label);
            assert_eq!(known, Some(group), "{}", found.reference);
        }
        for target in &found.sdg_targets {
            assert!(vocabularies::find_sdg_target(target).is_some(), "{target}");
        }
        assert!(
            !found.themes.is_empty() && !found.groups.is_empty(),
            "{}",
            found.reference
        );
        assert!(
            !found.sdg_targets.is_empty() && found.priority.is_some(),
            "{}",
            found.reference
        );
    }
}

#[test]
fn every_recommending_state_is_real() {
    let mut seen = BTreeSet::new();
    for found in &lists().recommendations {
        assert!(
            (1..=20).contains(&found.recommending_states.len()),
            "{}",
            found.reference
        );
        for code in &found.recommending_states {
            let state = states::by_iso3(code).expect(code);
            assert!(!state.fictional);
            seen.insert(code.clone());
        }
    }
    assert!(seen.len() > 80, "{} States", seen.len());
}

#[test]
fn the_state_under_review_and_its_document_are_fictional_and_well_formed() {
    let state = states::by_iso3(&demo::new_plan().state).expect("a State");
    assert!(state.fictional);
    let found = by_paragraph("121.1");
    assert_eq!(found.reference, "4-UPR-121.1");
    assert_eq!(found.session, state.upr_sessions[3]);
    let symbol = symbols::parse(found.document.as_deref().expect("a document"));
    assert_eq!(symbol.expect("a symbol").kind, "hrc_report");
}

#[test]
fn the_seven_areas_divide_all_recommendations() {
    let counts: Vec<_> = lists()
        .clusters
        .iter()
        .map(|cluster| cluster.recommendations)
        .collect();
    assert_eq!(counts, [35, 14, 30, 28, 20, 15, 30]);
}

#[test]
fn the_awkward_cases_are_there() {
    assert_eq!(by_paragraph("121.53").text.chars().count(), 4_000);
    assert_eq!(by_paragraph("121.6").recommending_states.len(), 20);
    assert!(
        by_paragraph("121.29")
            .text
            .contains("cross-border cooperation")
    );
    assert!(
        by_paragraph("121.1")
            .note
            .as_ref()
            .is_some_and(|note| note.starts_with('='))
    );
    assert!(
        by_paragraph("121.10")
            .note
            .as_ref()
            .is_some_and(|note| note.starts_with('+'))
    );
    let words: String = lists()
        .recommendations
        .iter()
        .map(|found| found.text.clone() + found.note.as_deref().unwrap_or_default())
        .collect();
    for word in ["ș", "ț", "Перечень", "Жарандыгы", "حرية", "« Nos voisins »"]
    {
        assert!(words.contains(word), "{word}");
    }
}

#[test]
fn two_demonstrations_are_the_same() {
    let state = || {
        let dossier = demonstration(demo::clock());
        dossier.state_hash().expect("a hash")
    };
    assert_eq!(state(), state());
}

#[test]
fn the_register_finds_words_of_the_demonstration() {
    let found = demonstration(demo::clock())
        .read(|reader| {
            reader.count(
                "select count(*) from recommendation_search where text match 'trafficking'",
                [],
            )
        })
        .expect("a search");
    assert!(found >= 4, "{found}");
}

#[test]
fn the_demonstration_never_writes_over_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("demo.upright");
    std::fs::write(&path, "something else").expect("a file");
    let refused = demo::create(Storage::File(path.clone()), demo::clock()).err();
    assert_eq!(
        refused.map(|error| error.code),
        Some("file-exists".to_owned())
    );
    assert_eq!(std::fs::read(&path).expect("the file"), b"something else");
}

#[test]
fn the_demonstration_cannot_be_undone_away() {
    let dossier = demonstration(demo::clock());
    assert_eq!(dossier.next_undo(), None);
    assert_eq!(
        dossier.author().map(|(_, name)| name),
        Some("Secretariat officer")
    );
}

#[test]
fn a_plan_that_already_holds_the_demonstration_refuses_another() {
    let mut dossier = demonstration(demo::clock());
    let before = dossier.state_hash().expect("a hash");
    let error = demo::build(&mut dossier).expect_err("the clusters' names are taken");
    assert_eq!(error.code, "name-taken");
    assert_eq!(
        dossier.state_hash().expect("a hash"),
        before,
        "nothing half built"
    );
}
