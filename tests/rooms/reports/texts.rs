//! Texts stay texts (G8): never a formula, a link, a number or a date, and nothing is lost silently.

use std::fs::File;
use std::path::Path;

use calamine::Data;
use kit::chance::Chance;
use kit::host::folder;
use kit::sample::{Sample, day};
use upright_core::office::xlsx_write::{Book, Cell, Column, MOST_IN_A_CELL, Running};

use super::workbook::{Sheet, parts, text};
use super::{Report, everything};

/// What a spreadsheet might take for something else.
const BEGINNINGS: [&str; 16] = [
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://example.org\")",
    "http://example.org/",
    "mailto:a@example.org",
    "1/2",
    "121.10",
    "0042",
    "TRUE",
    "#REF!",
    "'=",
];

/// Strings of letters, signs and white space after every dangerous beginning, from one seed.
pub fn hostile(count: usize) -> Vec<String> {
    let letters: Vec<char> = "aZ09 =+-@\t\r\n\"'&<>;,|_xÉжҷ中ع\u{200f}😀"
        .chars()
        .collect();
    let mut chance = Chance::new(8);
    (0..count)
        .map(|place| {
            let tail = (0..chance.below(12)).map(|_| letters[chance.below(letters.len())]);
            let begin = BEGINNINGS[place % BEGINNINGS.len()];
            format!("{begin}{}", tail.collect::<String>())
        })
        .collect()
}

fn running() -> Running {
    Running {
        title: "Title".to_owned(),
        date: String::new(),
        stamp: String::new(),
        pages: "&P".to_owned(),
    }
}

fn write_column(path: &Path, texts: &[String]) {
    let mut book = Book::new(day("2026-11-24"), running(), false).expect("a book");
    let columns = vec![Column::text("Texts".to_owned(), 40.0)];
    let mut table = book.table("Texts", columns).expect("a table");
    for text in texts {
        table.row(&[Cell::text(text)], "").expect("a row");
    }
    table.finish().expect("a sheet");
    let mut file = File::create(path).expect("a file");
    book.save(&mut file).expect("a workbook");
}

#[test]
fn a_hundred_thousand_hostile_texts_come_back_as_they_were() {
    let (folder, texts) = (folder(), hostile(100_000));
    let path = folder.path().join("texts.xlsx");
    write_column(&path, &texts);
    let sheet = Sheet::read(&path, "Texts");
    assert_eq!(sheet.cells.len(), texts.len() + 1);
    for (row, expected) in sheet.cells.iter().skip(1).zip(&texts) {
        assert_eq!(
            row[0],
            Data::String(expected.clone()),
            "a text, byte for byte"
        );
    }
    for (name, bytes) in parts(&path) {
        let xml = String::from_utf8_lossy(&bytes);
        assert!(
            !xml.contains("<f>") && !xml.contains("<f "),
            "a formula in {name}"
        );
        assert!(!xml.contains("<hyperlink"), "a link in {name}");
    }
}

#[test]
pub fn hostile_texts_of_a_plan_stay_texts_in_its_report() {
    let mut sample = Sample::new();
    let formula = "=HYPERLINK(\"http://example.org\";\"open\")";
    let id = sample.recommendation("1.1", formula);
    sample.action("+1+cmd|' /C calc'!A0", &[&id]);
    sample.cluster("@SUM(A1)");
    sample.agency("-2+3; =1+1");
    let report = Report::of(&sample.dossier, &everything());
    assert_eq!(
        text(&report.sheet("Matrix").rows()[0]["Recommendation"]),
        formula
    );
    assert_eq!(
        text(&report.sheet("Actions").rows()[0]["Title"]),
        "+1+cmd|' /C calc'!A0"
    );
    for (name, bytes) in parts(&report.path) {
        let xml = String::from_utf8_lossy(&bytes);
        let is_sheet = name.starts_with("xl/worksheets/sheet");
        assert!(!(is_sheet && xml.contains("<f>")), "a formula in {name}");
        assert!(!xml.contains("<hyperlink"), "a link in {name}");
    }
}

/// A person who edits such a cell and presses Enter would make it a formula; the quote prevents it.
#[test]
fn a_text_like_a_formula_keeps_its_quote() {
    let mut sample = Sample::new();
    sample.recommendation("1.1", "=1+1");
    let report = Report::of(&sample.dossier, &everything());
    let styles = String::from_utf8(parts(&report.path)["xl/styles.xml"].clone()).expect("UTF-8");
    assert!(styles.contains("quotePrefix=\"1\""));
}

#[test]
fn a_text_too_long_for_a_cell_is_cut_and_told() {
    let mut sample = Sample::new();
    let long = "The State should act. ".repeat(2_000);
    sample.recommendation("1.1", "Short");
    sample.recommendation("1.2", &long);
    let report = Report::of(&sample.dossier, &everything());
    let cell = text(&report.sheet("Matrix").rows()[1]["Recommendation"]);
    assert_eq!(cell.encode_utf16().count(), MOST_IN_A_CELL);
    assert!(cell.ends_with("the plan keeps the whole text]"));
    let problem = &report.written.problems[0];
    assert_eq!(problem.code, "report-text-cut");
    assert_eq!(
        (problem.sheet.as_deref(), problem.row),
        (Some("Matrix"), Some(3))
    );
    assert_eq!(problem.cell.as_deref(), Some("Recommendation"));
    assert_eq!(report.written.problems.len(), 1);
}
