//! Tables of known layout that are read like any other, their columns known beforehand: the files of
//! IMPACT OSS (FORMATS b7, b8) and of DIHR's Explorer (b9).

use super::grid::{Grid, Line};
use super::guess::Guess;
use super::meaning::Meaning;
use crate::base::{Error, Result};
use crate::import::clean::key;
use crate::import::draft::Format;

/// A layout that was recognised.
pub(super) struct KnownLayout {
    pub format: Format,
    pub layout: &'static str,
    /// One a column.
    pub columns: Vec<Guess>,
    /// Rows that only explain the columns.
    pub hints: Vec<u32>,
}

/// The layout of a table, where it is a known one.
///
/// # Errors
/// `table-is-of-actions` for the tables of IMPACT OSS that hold no recommendations.
pub(super) fn recognise(grid: &Grid) -> Result<Option<KnownLayout>> {
    let headings: Vec<String> = (0..grid.width).map(|column| grid.heading(column)).collect();
    let marks: Vec<Option<String>> = headings.iter().map(|heading| mark(heading)).collect();
    if marks.iter().any(Option::is_some) {
        return impact_template(grid, &marks).map(Some);
    }
    let keys: Vec<String> = headings.iter().map(|heading| key(heading)).collect();
    let has = |name: &str| keys.iter().any(|key| key == name);
    if has("supportlevel") && has("reference") && has("title") {
        let columns = keys.iter().map(|key| known(impact_export(key))).collect();
        return Ok(Some(KnownLayout {
            format: Format::ImpactOss,
            layout: "export",
            columns,
            hints: Vec::new(),
        }));
    }
    if has("text") && has("mechanism") && (has("recommendingstateupr") || has("responseupr")) {
        let columns = keys.iter().map(|key| known(explorer(key))).collect();
        return Ok(Some(KnownLayout {
            format: Format::DihrExplorer,
            layout: "explorer",
            columns,
            hints: Vec::new(),
        }));
    }
    Ok(None)
}

fn known(meaning: Meaning) -> Guess {
    Guess {
        meaning,
        confidence: 1.0,
    }
}

/// The attribute in the brackets of "Label [database:attribute]": labels differ from one deployment
/// to the next, brackets do not.
fn mark(heading: &str) -> Option<String> {
    let (_, inside) = heading.rsplit_once('[')?;
    let inside = inside.trim_end().strip_suffix(']')?.trim();
    let is_mark = ["database:", "rel:"]
        .iter()
        .any(|kind| inside.starts_with(kind));
    is_mark.then(|| inside.to_lowercase())
}

/// Whether a row is the headings of such a template.
pub(super) fn is_template_header(row: &Line) -> bool {
    row.cells
        .iter()
        .any(|cell| cell.len() < 300 && mark(cell).is_some())
}

fn impact_template(grid: &Grid, marks: &[Option<String>]) -> Result<KnownLayout> {
    let has = |name: &str| marks.iter().flatten().any(|mark| mark == name);
    let others = [
        "database:target_date",
        "database:outcome",
        "database:indicator_summary",
        "database:frequency_months",
        "database:end_date",
    ];
    if others.iter().any(|name| has(name)) {
        return Err(Error::person("table-is-of-actions"));
    }
    let columns = marks
        .iter()
        .map(|mark| known(impact_meaning(mark.as_deref())))
        .collect();
    // The hint stands in a last column without heading, in the row below the headings.
    let hint_column = marks.len().checked_sub(1);
    let hint_column = hint_column.filter(|column| grid.heading(*column).is_empty());
    let hint = grid
        .lines()
        .next()
        .filter(|line| hint_column.is_some_and(|column| !line.cell(column).trim().is_empty()));
    Ok(KnownLayout {
        format: Format::ImpactOss,
        layout: "template",
        columns,
        hints: hint.map(|line| line.number).into_iter().collect(),
    })
}

fn impact_meaning(mark: Option<&str>) -> Meaning {
    match mark.unwrap_or_default() {
        "database:reference" => Meaning::Reference,
        "database:title" => Meaning::Title,
        "database:description" => Meaning::Text,
        "database:response" => Meaning::Note,
        "database:support_level" => Meaning::Position,
        "rel:category-short-title" => Meaning::Themes,
        _ => Meaning::Ignore,
    }
}

fn impact_export(key: &str) -> Meaning {
    match key {
        "id" => Meaning::ForeignId,
        "reference" => Meaning::Reference,
        "title" => Meaning::Title,
        "description" => Meaning::Text,
        "response" => Meaning::Note,
        "supportlevel" => Meaning::Position,
        "humanrightsbody" | "body" | "unhumanrightsbody" => Meaning::Mechanism,
        "cycle" | "uprcycle" => Meaning::Cycle,
        "sdg" | "sdgs" | "sdgtarget" => Meaning::Sdg,
        "affectedperson" | "affectedpersons" => Meaning::Groups,
        "humanrightsissue" | "thematiccluster" | "theme" | "issue" => Meaning::Themes,
        "recommendingstate" | "recommendingstates" | "country" => Meaning::RecommendingStates,
        _ => Meaning::Ignore,
    }
}

fn explorer(key: &str) -> Meaning {
    match key {
        "mechanism" => Meaning::Mechanism,
        "state" => Meaning::StateUnderReview,
        "year" => Meaning::Date,
        "cycle" => Meaning::Cycle,
        "sdggoals" => Meaning::Sdg,
        "responseupr" => Meaning::Position,
        "recommendingstateupr" => Meaning::RecommendingStates,
        "paragraph" => Meaning::Paragraph,
        "text" => Meaning::Text,
        "session" => Meaning::Session,
        _ => Meaning::Ignore,
    }
}
