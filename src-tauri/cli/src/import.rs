//! Importing from the command line: how a foreign file is read, and what came of it.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::{Value, json};
use upright_core::base::{Error, Result};
use upright_core::commands::Host;

use crate::options::Options;
use crate::output;
use crate::run::{call, parse_json, path_text};
use crate::ways;

#[derive(Args)]
pub struct ImportOptions {
    pub plan: PathBuf,
    pub file: PathBuf,
    /// The format, where it should not be recognised: `upr-info`, `ohchr-matrix`, `uhri`, `impact-oss`,
    /// `dihr-explorer`, `working-group-report`, `addendum`, `upright-json`, `upright-csv` or `table`.
    #[arg(long = "as", value_name = "FORMAT")]
    pub format: Option<String>,
    /// Which State under review to take from a file that holds several.
    #[arg(long)]
    pub state: Option<String>,
    #[command(flatten)]
    pub table: TableOptions,
    /// Show how a table is understood; import nothing.
    #[arg(long)]
    pub study: bool,
    /// Write the rows that are not taken to this workbook.
    #[arg(long, value_name = "FILE")]
    pub failed_rows: Option<PathBuf>,
    /// Say what would come in; change nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// How a table is to be read by its columns.
#[derive(Args)]
pub struct TableOptions {
    /// What the columns mean: `text=3,position=D,themes=6`; columns by number or letter.
    #[arg(long, value_name = "MEANING=COLUMN,…")]
    map: Option<String>,
    /// Which sheet of a workbook, or table of a document, counted from 1.
    #[arg(long)]
    sheet: Option<u32>,
    /// The row of the headings, counted from 1; 0 where there are none.
    #[arg(long)]
    header_row: Option<u32>,
    /// Encoding of a text file, for instance `windows-1251`.
    #[arg(long)]
    encoding: Option<String>,
    /// What separates the cells of a text file: `,` `;` `|` or `tab`.
    #[arg(long)]
    separator: Option<String>,
    /// Language of the texts (BCP 47).
    #[arg(long)]
    language: Option<String>,
    /// What stands first in days such as 03/04/2018.
    #[arg(long, value_name = "day|month", value_parser = ["day", "month"])]
    date_order: Option<String>,
    /// The mechanism of all rows that do not say it, for instance `UPR` or `TB`.
    #[arg(long)]
    mechanism: Option<String>,
    /// The body of all rows that do not say it, for instance `CEDAW`.
    #[arg(long)]
    body: Option<String>,
    /// The cycle of all rows that do not say it.
    #[arg(long)]
    cycle: Option<u32>,
    /// A JSON file with what values mean: `[{"field": "state", "value": "…", "meaning": "CHL"}]`.
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
}

impl TableOptions {
    fn is_used(&self) -> bool {
        let texts = [&self.map, &self.encoding, &self.separator, &self.language];
        let more = [&self.date_order, &self.mechanism, &self.body];
        let numbers = [self.sheet, self.header_row, self.cycle];
        texts.iter().chain(&more).any(|text| text.is_some())
            || numbers.iter().any(Option::is_some)
            || self.answers.is_some()
    }

    fn wish(&self) -> Result<Value> {
        let answers = match &self.answers {
            Some(file) => parse_json(&std::fs::read_to_string(file)?)?,
            None => json!([]),
        };
        Ok(json!({
            "sheet": self.sheet,
            "header_row": self.header_row,
            "encoding": self.encoding,
            "separator": self.separator.as_ref().map(|sign| match sign.as_str() {
                "tab" | "\\t" => "\t",
                sign => sign,
            }),
            "language": self.language,
            "date_order": self.date_order.as_ref().map(|first| format!("{first}_first")),
            "columns": self.map.as_deref().map(columns).transpose()?,
            "for_all_rows": {
                "mechanism": self.mechanism, "body": self.body, "cycle": self.cycle},
            "answers": answers,
        }))
    }
}

/// `text=3,position=D` as the list the command takes.
fn columns(map: &str) -> Result<Value> {
    let columns: Result<Vec<Value>> = map
        .split(',')
        .filter(|part| !part.trim().is_empty())
        .map(|part| {
            let refused = || Error::person("cli-map-not-understood").with("part", part);
            let (meaning, column) = part.split_once('=').ok_or_else(refused)?;
            let column = number_of(column.trim()).ok_or_else(refused)?;
            Ok(json!({"column": column, "meaning": meaning.trim().replace('-', "_")}))
        })
        .collect();
    Ok(Value::Array(columns?))
}

/// The number of a column written as a number or as a spreadsheet's letters.
fn number_of(column: &str) -> Option<u32> {
    if let Ok(number) = column.parse() {
        return Some(number);
    }
    let letters = column.chars().map(|letter| letter.to_ascii_uppercase());
    let number = letters.take(4).try_fold(0_u32, |number, letter| {
        let place = u32::from(letter).checked_sub(u32::from('A'))?;
        (place < 26).then_some(number * 26 + place + 1)
    });
    number.filter(|number| (1..=20_000).contains(number))
}

pub fn run(host: &Host, options: &Options, wish: &ImportOptions) -> Result<ExitCode> {
    let is_table = wish.table.is_used();
    let format = match (&wish.format, &wish.table.map) {
        (None, Some(_)) => Some("table".to_owned()),
        (format, _) => format.clone(),
    };
    let table = match is_table {
        true => wish.table.wish()?,
        false => Value::Null,
    };
    let args = json!({
        "file": path_text(&wish.file), "format": format, "state": wish.state, "table": table});
    if wish.study {
        return study(options, &call(host, "study_table", args)?);
    }
    if let Some(target) = &wish.failed_rows {
        let saved = call(
            host,
            "save_failed_rows",
            json!({"import": args.clone(), "file": path_text(target)}),
        );
        match saved {
            Ok(_) => {}
            Err(error) if error.code == "import-no-failed-rows" => {}
            Err(error) => return Err(error),
        }
    }
    let name = match wish.dry_run {
        true => "preview_import",
        false => "import_file",
    };
    ways::import(options, &call(host, name, args)?)
}

/// The columns, one a line: letter, meaning, certainty, heading and the first value.
fn study(options: &Options, found: &Value) -> Result<ExitCode> {
    if options.json {
        output::json(found);
        return Ok(ExitCode::SUCCESS);
    }
    let text = |value: &Value, name: &str| {
        value
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let columns = found.get("columns").and_then(Value::as_array);
    let rows: Vec<Vec<String>> = columns
        .into_iter()
        .flatten()
        .map(|column| {
            let sure = column
                .get("confidence")
                .and_then(Value::as_f64)
                .unwrap_or(0.0);
            let sample = column.pointer("/samples/0").and_then(Value::as_str);
            let sample: String = sample.unwrap_or_default().chars().take(40).collect();
            let sure = format!("{:.0} %", sure * 100.0);
            vec![
                text(column, "letter"),
                text(column, "meaning"),
                sure,
                text(column, "heading"),
                sample,
            ]
        })
        .collect();
    output::table(&rows);
    Ok(ExitCode::SUCCESS)
}
