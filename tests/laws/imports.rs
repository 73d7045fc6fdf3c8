//! Imports and their undo: whatever was imported around it, taking one import back takes exactly its
//! part, or is refused because something later stands on it (I19).

use kit::chance::Chance;
use serde_json::{Value, json};
use upright_core::base::{Clock, ErrorKind, Progress};
use upright_core::desk::opening;
use upright_core::dossier::{Dossier, NewPlan, Storage};
use upright_core::import::{self, Ask, ForeignFile, ImportResult, Parsed, SourceFile};

const HISTORIES: u64 = 40;
const PARAGRAPHS: usize = 9;

/// One recommendation as three sources have it: all of them know its words.
fn words(paragraph: usize) -> String {
    let verbs = ["Ratify", "Adopt", "Train", "Repeal", "Consider", "Continue"];
    let verb = verbs[paragraph % verbs.len()];
    format!("{verb} what paragraph {paragraph} of the report is about")
}

fn position(paragraph: usize, kind: usize) -> &'static str {
    let accepted = !paragraph.is_multiple_of(3);
    match (kind, accepted) {
        (1, true) => "Accepted",
        (_, true) => "Supported",
        (_, false) => "Noted",
    }
}

fn index(paragraphs: &[usize]) -> Vec<u8> {
    let record = |paragraph: &usize| -> Value {
        json!({
            "AnnotationId": format!("a-{paragraph}"), "AnnotationType": "Recommendations",
            "Body": "UPR", "Countries": ["Slovenia"], "Symbol": "A/HRC/28/15",
            "Text": format!("115.{paragraph} {} (Chile);", words(*paragraph)),
            "Themes": ["Detention"], "UprPositions": [position(*paragraph, 0)],
            "UprRecommendingCountry": ["Chile"], "UprSession": ["20"],
        })
    };
    let records: Vec<Value> = paragraphs.iter().map(record).collect();
    serde_json::to_vec(&records).unwrap()
}

fn export(paragraphs: &[usize]) -> Vec<u8> {
    let mut text =
        "SuR;Rgrp;Org;Recommendation;RS;Rgrp;Org;Response;Action;Issue;Session\n".to_owned();
    for paragraph in paragraphs {
        text.push_str(&format!(
            "Slovenia;;;{};Chile;;;{};4;Justice;20\n",
            words(*paragraph),
            position(*paragraph, 1)
        ));
    }
    text.into_bytes()
}

fn matrix(paragraphs: &[usize]) -> Vec<u8> {
    let mut rows = vec![kit::docx::row(&[
        "Recommendation",
        "Position",
        "Full list of themes",
        "",
    ])];
    for paragraph in paragraphs {
        let text = format!(
            "115.{paragraph} {} (Chile);\nSource of Position: A/HRC/28/15/Add.1 - Para. 3",
            words(*paragraph)
        );
        rows.push(kit::docx::row(&[
            &text,
            position(*paragraph, 2),
            "B31 Equality",
            "",
        ]));
    }
    let header = "UPR of Slovenia (2nd Cycle \u{2013} 20th session)";
    kit::docx::document(header, &kit::docx::table(&rows))
}

fn parsed(bytes: &[u8]) -> Parsed {
    let ask = Ask {
        plan_state: Some("SVN".to_owned()),
        ..Ask::default()
    };
    Parsed {
        source: SourceFile {
            name: "file".to_owned(),
            sha256: upright_core::base::text::sha256(bytes),
        },
        reading: ForeignFile::open(bytes).unwrap().read(&ask).unwrap(),
        own: None,
    }
}

/// A file of one of three kinds with some of the paragraphs.
fn a_file(chance: &mut Chance) -> Parsed {
    let mut paragraphs: Vec<usize> = (1..=PARAGRAPHS).filter(|_| chance.in_hundred(60)).collect();
    if paragraphs.is_empty() {
        paragraphs.push(1);
    }
    match chance.below(3) {
        0 => parsed(&index(&paragraphs)),
        1 => parsed(&export(&paragraphs)),
        _ => parsed(&matrix(&paragraphs)),
    }
}

struct Plan {
    dossier: Dossier,
}

fn plan() -> Plan {
    let new = NewPlan {
        title: "Plan".to_owned(),
        state: "SVN".to_owned(),
        language: "en".to_owned(),
    };
    let clock = Clock::Fixed("2026-11-24T12:00:00Z".parse().unwrap());
    let dossier = Dossier::create(Storage::Memory, &new, &opening(clock)).unwrap();
    Plan { dossier }
}

impl Plan {
    fn import(&mut self, file: &Parsed) -> (Option<String>, ImportResult) {
        let changed = self.dossier.change(import::operation(file), |tx| {
            import::apply(tx, file, &Progress::silent())
        });
        let changed = changed.unwrap();
        (changed.operation_id, changed.value)
    }

    fn count(&self, table: &str) -> u32 {
        self.dossier
            .read(|reader| reader.count(&format!("select count(*) from live_{table}"), []))
            .unwrap()
    }

    fn operations(&self) -> u32 {
        self.dossier
            .read(|reader| reader.count("select count(*) from operation", []))
            .unwrap()
    }

    /// Live rows made by one operation.
    fn made_by(&self, operation: &str, table: &str) -> u32 {
        let sql = format!(
            "select count(*)
             from change c
             join live_{table} t on t.id = c.row_id
             where c.operation_id = :id and c.table_name = '{table}' and c.field is null"
        );
        let params = rusqlite::named_params! {":id": operation};
        self.dossier
            .read(|reader| reader.count(&sql, params))
            .unwrap()
    }

    /// Rows that stand on a row which is not there.
    fn orphans(&self) -> u32 {
        let tables = [
            "recommendation_source",
            "recommendation_tag",
            "recommendation_state",
            "position_entry",
        ];
        let of = |table: &str| {
            let sql = format!(
                "select count(*)
                 from live_{table} t
                 where not exists (
                   select 1 from live_recommendation r where r.id = t.recommendation_id)"
            );
            self.dossier.read(|reader| reader.count(&sql, [])).unwrap()
        };
        tables.into_iter().map(of).sum()
    }

    fn hash(&self) -> String {
        self.dossier.state_hash().unwrap()
    }
}

#[test]
fn an_import_adds_exactly_what_it_says_and_again_nothing() {
    for seed in 0..HISTORIES {
        let mut chance = Chance::new(seed);
        let mut plan = plan();
        for _ in 0..5 {
            let file = a_file(&mut chance);
            let (records, operations) = (plan.count("recommendation"), plan.operations());
            let (operation, result) = plan.import(&file);
            assert_eq!(plan.count("recommendation"), records + result.added);
            let is_news = result.added + result.changed + result.sources > 0;
            assert_eq!(operation.is_some(), is_news, "{seed}");
            assert_eq!(plan.operations(), operations + u32::from(is_news));
            let before = plan.hash();
            let (operation, again) = plan.import(&file);
            let news = (again.added, again.changed, again.sources, operation);
            assert_eq!(news, (0, 0, 0, None), "{seed}");
            assert_eq!(plan.hash(), before, "{seed}");
        }
    }
}

#[test]
fn undo_of_an_import_in_the_middle_takes_exactly_its_part_or_says_what_stands_on_it() {
    let (mut taken, mut refused) = (0, 0);
    for seed in 0..HISTORIES {
        let mut chance = Chance::new(1_000 + seed);
        let mut plan = plan();
        let mut steps = Vec::new();
        for _ in 0..4 {
            steps.extend(plan.import(&a_file(&mut chance)).0);
        }
        let Some(middle) = steps.get(chance.below(steps.len())) else {
            continue;
        };
        let (before, records, operations) =
            (plan.hash(), plan.count("recommendation"), plan.operations());
        let made = plan.made_by(middle, "recommendation");
        match plan.dossier.undo_operation(middle) {
            Ok(_) => {
                taken += 1;
                assert_eq!(plan.count("recommendation"), records - made, "{seed}");
                assert_eq!(plan.made_by(middle, "recommendation"), 0, "{seed}");
                assert_eq!(plan.made_by(middle, "recommendation_source"), 0, "{seed}");
                assert_eq!(plan.operations(), operations + 1, "{seed}");
                assert_eq!(plan.orphans(), 0, "{seed}");
                let again = plan.dossier.undo_operation(middle).unwrap_err();
                assert_eq!(again.code, "undo-not-possible", "{seed}");
                plan.dossier.redo().unwrap();
                assert_eq!(plan.hash(), before, "redo of {seed}");
            }
            Err(error) => {
                refused += 1;
                assert_eq!(error.kind, ErrorKind::Person, "{error}");
                let code = error.code.as_str();
                assert!(
                    ["undo-later-change", "undo-later-use"].contains(&code),
                    "{error}"
                );
                assert_eq!(
                    (plan.hash(), plan.operations()),
                    (before, operations),
                    "{seed}"
                );
                // One after another, the newest first, it can always be taken back.
                while plan.dossier.next_undo().is_some() {
                    plan.dossier.undo().unwrap();
                }
                assert_eq!(plan.count("recommendation"), 0, "{seed}");
            }
        }
    }
    println!("{taken} taken back from the middle, {refused} refused");
    assert!(taken > 5 && refused > 5, "both happen");
}
