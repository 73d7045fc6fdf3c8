//! The tables IMPACT OSS takes in (FORMATS b7), in one archive: recommendations and actions. It
//! matches columns by the brackets of their headers, knows lists between commas, wants UTF-8 without a
//! byte order mark and dates as 31/12/2026.

use std::io::Write;
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::csv::table;
use crate::base::{Error, Problem, Progress, Result, Severity, date, files};
use crate::figures::DueKind;
use crate::reference::positions::{self, PositionGroup as Group};
use crate::reports::Written;
use crate::reports::progress::{ActionLine, ProgressData, RecommendationLine};

const RECOMMENDATIONS: [&str; 13] = [
    "Framework: 1 - HR; 2 - SDGs; 3 - NDP [database:framework_id]",
    "Reference [database:reference]",
    "Title [database:title]",
    "Description [database:description]",
    "Response comment [database:response]",
    "Government response (UPR only; supported: 2; supported in part: 1; noted: 0; not applicable: leave blank) [database:support_level]",
    "action-id [rel:action-id]",
    "action-reference [rel:action-reference]",
    "indicator-id [rel:indicator-id]",
    "indicator-reference [rel:indicator-reference]",
    "category-id [rel:category-id]",
    "category-short-title [rel:category-short-title]",
    "category-reference [rel:category-reference]",
];

const ACTIONS: [&str; 14] = [
    "Reference [database:reference]",
    "Title [database:title]",
    "Description [database:description]",
    "Desired outcome [database:outcome]",
    "Indicator summary [database:indicator_summary]",
    "Target date [database:target_date]",
    "Target date comment [database:target_date_comment]",
    "recommendation-id [rel:recommendation-id]",
    "recommendation-reference [rel:recommendation-reference]",
    "indicator-id [rel:indicator-id]",
    "indicator-reference [rel:indicator-reference]",
    "category-id [rel:category-id]",
    "category-short-title [rel:category-short-title]",
    "category-reference [rel:category-reference]",
];

/// The framework of human rights, as its headers number it.
const HUMAN_RIGHTS: &str = "1";

/// Writes the archive.
pub(super) fn write(data: &ProgressData, target: &Path, progress: &Progress) -> Result<Written> {
    let recommendations = data.recommendations.iter().map(recommendation);
    let actions = data.actions.iter().map(action);
    let tables = [
        (
            "recommendations.csv",
            with_header(&RECOMMENDATIONS, recommendations),
        ),
        ("actions.csv", with_header(&ACTIONS, actions)),
    ];
    let rows: usize = tables
        .iter()
        .map(|(_, rows)| rows.len().saturating_sub(1))
        .sum();
    let rows = u32::try_from(rows).unwrap_or(u32::MAX);
    files::write_with(target, |file| {
        let mut archive = ZipWriter::new(file);
        // Without a date of its own: the same data is the same bytes.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(zip::DateTime::default());
        for (name, rows) in &tables {
            archive.start_file(*name, options).map_err(not_written)?;
            archive.write_all(&table(rows, |done| progress.step(done, 0))?)?;
        }
        archive.finish().map_err(not_written)?;
        progress.step(rows, rows)
    })?;
    Ok(Written {
        rows,
        problems: commas(data),
    })
}

fn not_written(error: zip::result::ZipError) -> Error {
    Error::file("file-not-written").detail(error)
}

fn with_header(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<Vec<String>> {
    let header = header.iter().map(|name| (*name).to_owned()).collect();
    std::iter::once(header).chain(rows).collect()
}

fn recommendation(line: &RecommendationLine) -> Vec<String> {
    let numbers: Vec<String> = line.actions.iter().map(u32::to_string).collect();
    let none = String::new;
    vec![
        HUMAN_RIGHTS.to_owned(),
        line.reference.clone(),
        line.text.clone(),
        line.states.join(", "),
        none(),
        support_level(line.position.as_deref()).to_owned(),
        none(),
        numbers.join(","),
        none(),
        none(),
        none(),
        categories(line.cluster.as_deref()),
        none(),
    ]
}

/// 2 supported, 1 in part, 0 noted; nothing where there is no answer to speak of.
fn support_level(position: Option<&str>) -> &'static str {
    let group = position
        .and_then(positions::by_code)
        .map(|position| position.group);
    match group {
        Some(Group::Accepted) => "2",
        Some(Group::Partial) => "1",
        Some(Group::Noted) => "0",
        _ => "",
    }
}

/// A name with a comma would be read as two.
fn categories(cluster: Option<&str>) -> String {
    let whole = cluster.filter(|name| !name.contains(','));
    whole.unwrap_or_default().to_owned()
}

fn action(line: &ActionLine) -> Vec<String> {
    let none = String::new;
    let due = line.due.on.as_deref().and_then(|day| date::parse(day).ok());
    let comment = match line.due.kind {
        DueKind::Continuous => "continuous",
        _ => "",
    };
    vec![
        line.number.to_string(),
        line.title.clone(),
        none(),
        line.deliverable.clone().unwrap_or_default(),
        none(),
        due.map_or_else(String::new, |day| day.format("%d/%m/%Y").to_string()),
        comment.to_owned(),
        none(),
        line.recommendations.join(","),
        none(),
        none(),
        none(),
        none(),
        none(),
    ]
}

/// References that its lists would break.
fn commas(data: &ProgressData) -> Vec<Problem> {
    let broken = data.recommendations.iter().map(|line| &line.reference);
    broken
        .filter(|reference| reference.contains(','))
        .map(|reference| {
            Problem::new(Severity::Warning, "export-reference-with-comma").value(reference.clone())
        })
        .collect()
}
