//! The report in a second program: LibreOffice opens it and reads the same rows.

use std::path::Path;
use std::process::{Command, Stdio};

use kit::host::folder;
use kit::sample::Sample;

use super::texts::hostile;
use super::workbook::text;
use super::{Report, everything};

/// Every sheet as CSV beside the workbook, texts as they stand in the cells.
const EVERY_SHEET: &str =
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/// Whether the program could be asked.
fn convert(workbook: &Path, into: &Path, form: &str) -> bool {
    let profile = format!("-env:UserInstallation=file://{}/profile", into.display());
    let done = Command::new("soffice")
        .args([
            profile.as_str(),
            "--headless",
            "--convert-to",
            form,
            "--outdir",
        ])
        .args([into, workbook])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match done {
        Ok(status) => {
            assert!(status.success(), "LibreOffice opens the workbook");
            true
        }
        Err(_) => {
            println!("skipped: LibreOffice (soffice) is not installed");
            false
        }
    }
}

fn csv(path: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_path(path)
        .expect("a sheet");
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

/// Programs write the end of a line in a cell each in their way, some several as one.
fn one_kind_of_line_end(text: &str) -> String {
    let lines = text.split(['\r', '\n']).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn libreoffice_reads_every_sheet_and_takes_no_text_for_a_formula() {
    let mut sample = Sample::new();
    let texts: Vec<String> = hostile(160)
        .into_iter()
        .filter(|text| !text.trim().is_empty())
        .collect();
    for (place, text) in texts.iter().enumerate() {
        sample.recommendation(&format!("{}.10", place + 1), text);
    }
    let report = Report::of(&sample.dossier, &everything());
    let folder = folder();
    if !convert(&report.path, folder.path(), EVERY_SHEET) {
        return;
    }
    for sheet in super::SHEETS {
        let file = folder.path().join(format!("report-{sheet}.csv"));
        assert!(!csv(&file).is_empty(), "{sheet}");
    }
    let rows = csv(&folder.path().join("report-Matrix.csv"));
    let read: Vec<(String, String)> = rows[1..]
        .iter()
        .map(|row| (one_kind_of_line_end(&row[1]), row[3].clone()))
        .collect();
    let expected: Vec<(String, String)> = report
        .sheet("Matrix")
        .rows()
        .iter()
        .map(|row| {
            let words = one_kind_of_line_end(&text(&row["Recommendation"]));
            (words, text(&row["Paragraph"]))
        })
        .collect();
    assert_eq!(expected.len(), texts.len());
    for (read, expected) in read.iter().zip(&expected) {
        assert_eq!(read, expected);
    }
    assert!(read.iter().any(|(_, paragraph)| paragraph == "121.10"));
}
