//! The progress workbook: its numbers, its texts, what may never stand in it.

mod counts;
mod discretion;
mod golden;
mod libreoffice;
mod texts;
mod workbook;

use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use calamine::Data;
use chrono::TimeDelta;
use kit::host::{TestHost, folder};
use kit::sample::{Sample, day};
use serde_json::json;
use tempfile::TempDir;
use upright_core::assignments::Role;
use upright_core::base::Progress;
use upright_core::base::lang::Words;
use upright_core::demo;
use upright_core::dossier::{Dossier, Storage};
use upright_core::figures::Board;
use upright_core::plan::NewAction;
use upright_core::reports::progress::{ProgressData, gather, write};
use upright_core::reports::{ReportKind, Written};
use upright_core::search::Filter;
use workbook::{Sheet, part, text};

const SHEETS: [&str; 6] = ["Cover", "Summary", "Matrix", "Actions", "Overdue", "Legend"];

/// A report in a folder of its own.
struct Report {
    path: PathBuf,
    written: Written,
    _folder: TempDir,
}

impl Report {
    fn of(dossier: &Dossier, filter: &Filter) -> Self {
        Self::in_language(dossier, filter, "en")
    }

    fn in_language(dossier: &Dossier, filter: &Filter, language: &str) -> Self {
        let folder = folder();
        let path = folder.path().join("report.xlsx");
        let data = data(dossier, filter);
        let words = Words::of(language);
        let written = write(&data, &words, &path, &Progress::silent()).expect("a report");
        Report {
            path,
            written,
            _folder: folder,
        }
    }

    fn sheet(&self, name: &str) -> Sheet {
        Sheet::read(&self.path, name)
    }
}

fn data(dossier: &Dossier, filter: &Filter) -> ProgressData {
    let today = dossier.clock().today();
    dossier
        .read(|reader| gather(reader, &Board::read(reader, today)?, filter))
        .expect("a snapshot")
}

fn demonstration() -> Dossier {
    demo::create(Storage::Memory, demo::clock()).expect("the demonstration")
}

fn everything() -> Filter {
    Filter::default()
}

#[test]
fn a_row_says_what_the_plan_says() {
    let mut sample = Sample::new();
    let (lead, other) = (
        sample.agency("Ministry of Justice; MoJ"),
        sample.agency("Police"),
    );
    let id = sample.recommendation("121.10", "Ratify the Convention");
    sample.assign(&id, &lead, Role::Lead);
    sample.assign(&id, &other, Role::Supporting);
    let action = sample.action_with(NewAction {
        title: "Draft the bill".to_owned(),
        deliverable: Some("Bill before Parliament".to_owned()),
        start_on: Some("2026-01-15".to_owned()),
        due_on: Some("2026-10-15".to_owned()),
        status: Some("IP".to_owned()),
        percent: Some(45),
        recommendation_ids: vec![id],
        ..NewAction::default()
    });
    sample.assign_action(&action, &lead, Role::Lead);
    let report = Report::of(&sample.dossier, &everything());
    let matrix = report.sheet("Matrix").rows();
    let row = &matrix[0];
    let says = |heading: &str| text(&row[heading]);
    assert_eq!(says("No."), "3-UPR-121.10");
    assert_eq!(
        row["Paragraph"],
        Data::String("121.10".to_owned()),
        "no number"
    );
    assert_eq!(says("Recommendation"), "Ratify the Convention");
    assert_eq!(says("Document"), "A/HRC/44/10");
    assert_eq!(says("Recommending States"), "Chile");
    assert_eq!(says("Position"), "Supported");
    assert_eq!(
        (says("Lead"), says("Supporting")),
        ("MoJ".into(), "Police".into())
    );
    assert_eq!(says("Progress"), "◔ In progress");
    assert_eq!(
        (says("%"), says("Days late"), says("Actions")),
        ("0.45".into(), "40".into(), "1".into())
    );
    let actions = report.sheet("Actions").rows();
    let says = |heading: &str| text(&actions[0][heading]);
    assert_eq!(
        (says("Title"), says("Deliverable")),
        ("Draft the bill".into(), "Bill before Parliament".into())
    );
    assert_eq!(
        (says("Status"), says("Recommendations")),
        ("◔ In progress".into(), "3-UPR-121.10".into())
    );
    assert_eq!(report.sheet("Overdue").rows().len(), 1);
}

#[test]
fn dates_are_dates_and_not_texts() {
    let mut sample = Sample::new();
    sample.action_due("Late", &[], "2026-10-15");
    sample.action_due("Soon", &[], "2026-12-01");
    sample.action_due("Later", &[], "2027-12-31");
    let report = Report::of(&sample.dossier, &everything());
    let due: Vec<_> = report
        .sheet("Actions")
        .rows()
        .iter()
        .map(|row| match &row["Due"] {
            Data::DateTime(date) => {
                day("1899-12-30") + TimeDelta::days(date.as_f64().floor() as i64)
            }
            other => panic!("{other:?} is no date"),
        })
        .collect();
    assert_eq!(
        due,
        [day("2026-10-15"), day("2026-12-01"), day("2027-12-31")]
    );
}

#[test]
fn the_most_late_stand_first_and_then_what_is_due_soon() {
    let mut sample = Sample::new();
    for (title, due) in [
        ("soon", "2026-12-01"),
        ("a little late", "2026-11-20"),
        ("very late", "2025-11-20"),
        ("soonest", "2026-11-25"),
        ("far", "2028-01-01"),
    ] {
        sample.action_due(title, &[], due);
    }
    let report = Report::of(&sample.dossier, &everything());
    let titles: Vec<String> = report
        .sheet("Overdue")
        .rows()
        .iter()
        .map(|row| text(&row["Title"]))
        .collect();
    assert_eq!(titles, ["very late", "a little late", "soonest", "soon"]);
}

#[test]
fn an_empty_plan_has_all_its_sheets() {
    let sample = Sample::new();
    let report = Report::of(&sample.dossier, &everything());
    assert_eq!(report.written.rows, 0);
    for name in SHEETS {
        report.sheet(name);
    }
    assert!(report.sheet("Matrix").rows().is_empty());
    let counts = report
        .sheet("Summary")
        .section("Recommendations by progress");
    assert!(
        counts
            .iter()
            .all(|row| text(&row["Recommendations"]) == "0")
    );
}

#[test]
fn three_thousand_recommendations_are_three_thousand_rows() {
    let mut sample = Sample::new();
    sample.change(|tx| {
        for number in 1..=3_000_u32 {
            let new = upright_core::recommendations::NewRecommendation {
                mechanism: "UPR".to_owned(),
                cycle: Some(4),
                paragraph: Some(format!("{}.{}", 100 + number / 200, number % 200)),
                text: format!(
                    "Recommendation {number}: {}",
                    "act on what was promised ".repeat(12)
                ),
                recommending_states: vec!["CHL".to_owned(), "KEN".to_owned()],
                position: Some("SUP".to_owned()),
                ..Default::default()
            };
            upright_core::recommendations::add_recommendation(tx, &new)?;
        }
        Ok(())
    });
    let report = Report::of(&sample.dossier, &everything());
    assert_eq!(report.written.rows, 3_000);
    assert_eq!(report.sheet("Matrix").rows().len(), 3_000);
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let bytes = || {
        let report = Report::of(&demonstration(), &everything());
        std::fs::read(&report.path).expect("a report")
    };
    assert!(bytes() == bytes(), "two exports of the same plan differ");
}

#[test]
fn a_report_in_arabic_runs_from_right_to_left() {
    let sample = Sample::new();
    let sheets = |language: &str| {
        let report = Report::in_language(&sample.dossier, &everything(), language);
        let parts = workbook::parts(&report.path);
        parts
            .iter()
            .filter(|(name, _)| name.starts_with("xl/worksheets/sheet"))
            .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("rightToLeft=\"1\""))
            .count()
    };
    assert_eq!((sheets("ar"), sheets("en")), (6, 0));
}

#[test]
fn headings_stay_in_sight_and_repeat_in_print() {
    let report = Report::of(&demonstration(), &everything());
    for sheet in ["3", "4", "5"] {
        let xml = part(&report.path, &format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(xml.contains("state=\"frozen\""), "frozen");
        assert!(xml.contains("<autoFilter"), "filters");
        assert!(xml.contains("orientation=\"landscape\"") && xml.contains("paperSize=\"9\""));
        assert!(
            xml.contains("&amp;P") && xml.contains("&amp;N"),
            "page numbers"
        );
    }
    let names = part(&report.path, "xl/workbook.xml");
    assert_eq!(
        names.matches("_xlnm.Print_Titles").count(),
        3,
        "repeated headings"
    );
}

#[test]
fn a_cancelled_report_leaves_the_old_file_and_no_half_one() {
    let folder = folder();
    let target = folder.path().join("report.xlsx");
    std::fs::write(&target, "the old one").expect("a file");
    let progress = Progress::silent();
    progress.cancel();
    let data = data(&demonstration(), &everything());
    let error = write(&data, &Words::of("en"), &target, &progress).expect_err("cancelled");
    assert_eq!(error.code, "cancelled");
    assert_eq!(
        std::fs::read_to_string(&target).expect("a file"),
        "the old one"
    );
    assert_eq!(files_in(folder.path()), ["report.xlsx"]);
}

#[test]
fn a_folder_that_is_not_there_is_an_error_and_not_a_crash() {
    let folder = folder();
    let target = folder.path().join("gone").join("report.xlsx");
    let data = data(&Sample::new().dossier, &everything());
    let error = write(&data, &Words::of("en"), &target, &Progress::silent());
    assert_eq!(error.expect_err("refused").code, "file-not-found");
}

#[test]
fn the_command_writes_the_file_and_lends_it_its_ending() {
    let test = TestHost::new();
    test.recommendation("1.1", "Ratify");
    let file = test.handle(&test.path().join("Our report 2026.11"));
    let args = json!({"kind": "progress", "file": file});
    let answer = test.call("write_report", args.clone());
    assert_eq!(answer["file"]["name"], "Our report 2026.11.xlsx");
    assert_eq!(answer["rows"], 1);
    let handle = answer["file"]["handle"].as_str().expect("a handle");
    let path = test.host.written_path(handle).expect("a file of its own");
    assert_eq!(Sheet::read(&path, "Matrix").rows().len(), 1);
    // The person was asked about the shorter name only.
    assert_eq!(test.refused("write_report", args).code, "file-exists");
}

/// The desk is held while the snapshot is gathered, never while the workbook is written.
#[test]
fn the_register_is_answered_while_a_report_is_written() {
    let test = Arc::new(TestHost::new());
    test.recommendation("1.1", "Ratify");
    let (answered, answers) = mpsc::channel();
    let asked = test.clone();
    let progress = Progress::new(move |_| {
        let (test, answered) = (asked.clone(), answered.clone());
        let page = thread::spawn(move || {
            let page = test.call("page_rows", json!({"limit": 10}));
            answered.send(page["total"].clone()).expect("a listener");
        });
        // Long enough for any page; a desk that is held would not answer at all.
        let begun = Instant::now();
        while !page.is_finished() && begun.elapsed() < Duration::from_secs(20) {
            thread::yield_now();
        }
    });
    let file = test.handle(&test.path().join("report.xlsx"));
    let args = json!({"kind": "progress", "file": file});
    test.host
        .call("write_report", args, &progress)
        .expect("a report");
    let during = answers.try_iter().collect::<Vec<_>>();
    assert!(!during.is_empty() && during.iter().all(|total| *total == 1));
}

#[test]
fn the_name_offered_says_what_when_and_for_whom() {
    let name = ReportKind::Progress.file_name(day("2026-11-24"));
    assert_eq!(name, "progress-report-2026-11-24-public.xlsx");
    let test = TestHost::new();
    let offered = test.call("suggest_report_name", json!({"kind": "progress"}));
    assert_eq!(offered["name"], name);
}

fn files_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect()
}
