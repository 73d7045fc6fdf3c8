//! The whole workbook as text, so that a change of any word, number, order or column is read by a
//! person before it reaches a ministry. The text of a small plan stands in `tests/golden`; after a
//! change that is meant, copy the file the test names over it.

use kit::sample::{Sample, day};
use std::fmt::Write;
use upright_core::assignments::Role;
use upright_core::plan::{NewAction, NewMilestone, add_milestone};
use upright_core::recommendations::{
    PositionGiven, RecommendationPatch, TagChange, Vocabulary, edit_recommendations, set_position,
    tag_recommendations,
};

use calamine::Data;

use super::workbook::{Sheet, text};
use super::{Report, SHEETS, everything};

const GOLDEN: &str = include_str!("../../golden/progress-report.txt");

/// Three recommendations and two actions that use most of what a report can say.
fn small_plan() -> Sample {
    let mut sample = Sample::new();
    let justice = sample.agency("Ministry of Justice; MoJ");
    let police = sample.agency("National Police; Police");
    let cluster = sample.cluster("Fair trial");
    let first = sample.recommendation("121.2", "Ratify the Convention");
    let tenth = sample.recommendation("121.10", "=Consider it");
    let body = sample.concluding_observation("17", "Train judges");
    sample.change(|tx| {
        let patch = RecommendationPatch {
            cluster_id: Some(Some(cluster.clone())),
            action_category: Some(Some(5)),
            ..RecommendationPatch::default()
        };
        edit_recommendations(tx, std::slice::from_ref(&first), &patch)?;
        let noted = PositionGiven {
            position: "NOT".to_owned(),
            given_on: None,
            document: None,
            paragraph: None,
            explanation: None,
        };
        set_position(tx, std::slice::from_ref(&tenth), &noted)?;
        let themes = TagChange {
            ids: vec![first.clone()],
            vocabulary: Vocabulary::Theme,
            add: vec!["Access to justice & remedy".to_owned()],
            remove: Vec::new(),
            confirm: Vec::new(),
        };
        tag_recommendations(tx, &themes)
    });
    sample.assign(&first, &justice, Role::Lead);
    sample.assign(&first, &police, Role::Supporting);
    let late = sample.action_with(NewAction {
        title: "Draft the bill".to_owned(),
        deliverable: Some("Bill before Parliament".to_owned()),
        start_on: Some("2026-01-15".to_owned()),
        due_on: Some("2026-10-15".to_owned()),
        status: Some("IP".to_owned()),
        percent: Some(45),
        recommendation_ids: vec![first, body.clone()],
        ..NewAction::default()
    });
    sample.assign_action(&late, &justice, Role::Lead);
    sample.change(|tx| {
        let milestone = |title: &str, actual: Option<&str>| NewMilestone {
            action_id: late.clone(),
            title: title.to_owned(),
            kind: None,
            planned_on: Some("2026-06-01".to_owned()),
            actual_on: actual.map(str::to_owned),
        };
        add_milestone(tx, &milestone("Consulted", Some("2026-06-02")))?;
        add_milestone(tx, &milestone("Tabled", None))
    });
    sample.action_due("Train the trainers", &[&body], "2026-12-01");
    sample
}

/// A cell as a reader sees it.
fn shown(cell: &Data) -> String {
    match cell {
        Data::DateTime(date) => {
            let days = chrono::TimeDelta::days(date.as_f64().floor() as i64);
            (day("1899-12-30") + days).to_string()
        }
        other => text(other).replace('\n', " / "),
    }
}

fn as_text(report: &Report) -> String {
    let mut all = String::new();
    for name in SHEETS {
        writeln!(all, "== {name}").expect("a text");
        for row in Sheet::read(&report.path, name).cells {
            let line = row.iter().map(shown).collect::<Vec<_>>().join(" | ");
            let line = line.trim_end_matches([' ', '|']);
            if !line.is_empty() {
                writeln!(all, "{line}").expect("a text");
            }
        }
    }
    all
}

#[test]
fn the_workbook_of_a_small_plan_reads_as_agreed() {
    let written = as_text(&Report::of(&small_plan().dossier, &everything()));
    if written != GOLDEN.replace("\r\n", "\n") {
        let now = std::env::temp_dir().join("upright-progress-report.txt");
        std::fs::write(&now, &written).expect("a file");
        let differs = written
            .lines()
            .zip(GOLDEN.lines())
            .find(|(new, old)| new != old);
        panic!(
            "it reads otherwise: {differs:#?}\nthe whole of it: {}",
            now.display()
        );
    }
}
