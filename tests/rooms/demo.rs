//! The demonstration: what it promises to hold, and that it is the same every time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use chrono::{NaiveDate, TimeDelta};
use upright_core::assignments::{Role, SubjectKind, list_assignments};
use upright_core::base::Clock;
use upright_core::demo;
use upright_core::dossier::{Dossier, Storage};
use upright_core::figures::{Board, standing};
use upright_core::people::list_agencies;
use upright_core::plan::{Action, list_actions};
use upright_core::recommendations::{Recommendation, list_clusters, list_recommendations};
use upright_core::reference::positions::PositionGroup;
use upright_core::reference::scales::ProgressKind;
use upright_core::reference::{categories, positions, scales, states, symbols, vocabularies};

fn demonstration(clock: Clock) -> Dossier {
    demo::create(Storage::Memory, clock).expect("the demonstration keeps the rules of the rooms")
}

/// Built once: most tests only look.
fn recommendations() -> Vec<Recommendation> {
    static RECOMMENDATIONS: OnceLock<Vec<Recommendation>> = OnceLock::new();
    let build = || {
        demonstration(demo::clock())
            .read(list_recommendations)
            .expect("recommendations")
    };
    RECOMMENDATIONS.get_or_init(build).clone()
}

fn actions(clock: Clock) -> Vec<Action> {
    demonstration(clock).read(list_actions).expect("actions")
}

fn by_paragraph(paragraph: &str) -> Recommendation {
    recommendations()
        .into_iter()
        .find(|found| found.paragraph.as_deref() == Some(paragraph))
        .expect(paragraph)
}

#[test]
fn there_are_168_supported_and_4_noted_recommendations() {
    let all = recommendations();
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
    for found in recommendations() {
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
    let all = recommendations();
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
    let paragraphs: Vec<_> = recommendations()
        .into_iter()
        .filter_map(|found| found.paragraph)
        .collect();
    let expected: Vec<_> = (1..=172).map(|number| format!("121.{number}")).collect();
    assert_eq!(paragraphs, expected, "121.2 before 121.10");
}

#[test]
fn every_text_is_its_own_and_of_a_usual_length() {
    let all = recommendations();
    let texts: BTreeSet<_> = all.iter().map(|found| &found.text).collect();
    assert_eq!(texts.len(), 172);
    for found in &all {
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
    for found in recommendations() {
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
    for found in recommendations() {
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
    let clusters = demonstration(demo::clock())
        .read(list_clusters)
        .expect("clusters");
    let counts: Vec<_> = clusters
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
            .is_some_and(|note| note.starts_with('='))
    );
    assert!(
        by_paragraph("121.10")
            .note
            .is_some_and(|note| note.starts_with('+'))
    );
    let words: String = recommendations()
        .into_iter()
        .map(|found| found.text + found.note.as_deref().unwrap_or_default())
        .collect();
    for word in ["ș", "ț", "Перечень", "Жарандыгы", "حرية", "« Nos voisins »"]
    {
        assert!(words.contains(word), "{word}");
    }
}

#[test]
fn a_noted_recommendation_has_an_action() {
    let noted = by_paragraph("121.122");
    assert_eq!(noted.position.as_deref(), Some("NOT"));
    let linked = actions(demo::clock()).iter().any(|action| {
        action
            .recommendations
            .iter()
            .any(|link| link.id == noted.id)
    });
    assert!(linked);
}

#[test]
fn there_are_15_agencies_and_no_persons() {
    let agencies = demonstration(demo::clock())
        .read(list_agencies)
        .expect("agencies");
    assert_eq!(agencies.len(), 15);
    for agency in &agencies {
        assert!(!agency.focal_points.is_empty(), "{}", agency.name);
        for point in &agency.focal_points {
            let is_function = [
                "Head",
                "Deputy",
                "Chief",
                "Senior",
                "Second",
                "Officer",
                "Statistician",
            ]
            .iter()
            .any(|word| point.name.starts_with(word));
            assert!(is_function && point.email.is_none(), "{}", point.name);
        }
    }
}

#[test]
fn sixty_actions_stand_over_the_whole_scale() {
    let all = actions(demo::clock());
    assert_eq!(all.len(), 60);
    let mut statuses: BTreeMap<&str, usize> = BTreeMap::new();
    for action in &all {
        *statuses.entry(action.status.as_str()).or_default() += 1;
        assert!(action.deliverable.is_some() && action.start_on.is_some());
        assert!(!action.recommendations.is_empty(), "{}", action.title);
        let kind = scales::of_action(&action.status)
            .expect("a status")
            .progress;
        assert_eq!(
            kind == ProgressKind::Done,
            action.done_on.is_some(),
            "{}",
            action.title
        );
        assert_eq!(action.continuous, action.status == "CT", "{}", action.title);
        assert_eq!(
            action.continuous,
            action.due_on.is_none(),
            "{}",
            action.title
        );
    }
    let settable: BTreeSet<&str> = scales::scale(scales::ACTION_SCALE)
        .into_iter()
        .filter(|status| !status.computed)
        .map(|status| status.code.as_str())
        .collect();
    assert_eq!(statuses.keys().copied().collect::<BTreeSet<_>>(), settable);
    let milestones: usize = all.iter().map(|action| action.milestones.len()).sum();
    assert_eq!(milestones, 40);
    let many = all
        .iter()
        .filter(|action| action.recommendations.len() > 1)
        .count();
    assert!(many > 30, "{many} actions serve several recommendations");
}

#[test]
fn some_actions_are_late_and_some_due_soon() {
    let dossier = demonstration(demo::clock());
    let board = dossier
        .read(|reader| Board::read(reader, demo::reference_day()))
        .expect("the board");
    let standing = standing(&board);
    assert_eq!(standing.late_actions, 10);
    assert_eq!(standing.due_soon_actions, 6);
    assert_eq!(standing.unassigned, 20);
    assert_eq!(standing.actions_unassigned, 4);
    assert_eq!((standing.supported, standing.noted), (168, 4));
}

#[test]
fn dates_follow_the_callers_clock() {
    let later = demo::reference_day() + TimeDelta::days(400);
    let noon = later.and_hms_opt(12, 0, 0).expect("noon").and_utc();
    let due = |action: &Action| {
        let day = action.due_on.as_deref()?;
        NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()
    };
    for (then, now) in actions(demo::clock())
        .iter()
        .zip(actions(Clock::Fixed(noon)))
    {
        assert_eq!(due(then).map(|day| day + TimeDelta::days(400)), due(&now));
    }
    assert_eq!(
        demonstration(Clock::Fixed(noon))
            .read(list_recommendations)
            .expect("recommendations"),
        recommendations(),
        "the review's own dates stay"
    );
}

#[test]
fn a_lead_is_never_also_supporting() {
    let assignments = demonstration(demo::clock())
        .read(list_assignments)
        .expect("assignments");
    let mut roles: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut leads: BTreeMap<String, usize> = BTreeMap::new();
    for given in &assignments {
        let pair = (given.subject_id.clone(), given.agency_id.clone());
        *roles.entry(pair).or_default() += 1;
        if given.role == Role::Lead {
            *leads.entry(given.subject_id.clone()).or_default() += 1;
        }
    }
    assert!(roles.values().all(|count| *count == 1));
    assert!(leads.values().all(|count| *count == 1));
    let of = |kind: SubjectKind| {
        let mine = |given: &&_| is_lead_of(given, &kind);
        assignments.iter().filter(mine).count()
    };
    assert_eq!(of(SubjectKind::Recommendation), 152);
    assert_eq!(of(SubjectKind::Action), 56);
    assert!(
        assignments
            .iter()
            .any(|given| given.role == Role::DataProvider)
    );
}

fn is_lead_of(given: &upright_core::assignments::Assignment, kind: &SubjectKind) -> bool {
    given.role == Role::Lead && given.subject_kind == *kind
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
    assert!(found >= 5, "{found}");
}

#[test]
fn the_demonstration_never_writes_over_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("demo.upright");
    std::fs::write(&path, "something else").expect("a file");
    let refused = demo::create(Storage::File(path.clone()), demo::clock()).err();
    assert_eq!(refused.map(|error| error.code), Some("file-exists".to_owned()));
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
