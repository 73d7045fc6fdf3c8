//! Answers to standard output, messages to standard error.

use std::io::Write;
use std::process::ExitCode;

use serde_json::Value;
use upright_core::base::lang::Words;
use upright_core::base::{Error, ErrorKind};

pub const DONE_WITH_PROBLEMS: u8 = 1;
pub const USAGE: u8 = 2;
pub const FILE_TROUBLE: u8 = 3;

/// Writes a line to standard output. A reader that went away is no fault of ours.
pub fn answer(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

pub fn message(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Prints a value as JSON.
pub fn json(value: &Value) {
    match serde_json::to_string_pretty(value) {
        Ok(text) => answer(&text),
        Err(error) => message(&error.to_string()),
    }
}

/// Explains an error; gives the exit code of its kind.
pub fn refuse(error: &Error, words: &Words, as_json: bool) -> ExitCode {
    message(&words.explain(error));
    if as_json {
        json(&serde_json::json!({ "error": error }));
    }
    let usage = ["command-unknown", "arguments-not-understood"];
    ExitCode::from(match error.kind {
        _ if usage.contains(&error.code.as_str()) => USAGE,
        ErrorKind::File => FILE_TROUBLE,
        ErrorKind::Person | ErrorKind::Bug => DONE_WITH_PROBLEMS,
    })
}

/// A table of a few columns, aligned.
pub fn table(rows: &[Vec<String>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
    };
    let widths: Vec<usize> = (0..columns)
        .map(|column| width(column).unwrap_or(0))
        .collect();
    for row in rows {
        let cells: Vec<String> = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:<width$}", width = *width))
            .collect();
        answer(cells.join("  ").trim_end());
    }
}
