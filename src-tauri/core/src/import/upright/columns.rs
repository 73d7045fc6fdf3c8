//! The columns of the register as CSV: the fields of a recommendation by their names in the schema,
//! then what stands in other tables about it. The same list writes and reads.

use crate::base::Result;
use crate::dossier::content_shapes;
use crate::recommendations::Vocabulary;

/// Fields of a recommendation that are no column, and why.
const LEFT_OUT: [(&str, &str); 6] = [
    ("sort_key", "follows from the reference"),
    ("text_fingerprint", "follows from the text"),
    (
        "raw_text",
        "the cell of the foreign file; stays with the plan",
    ),
    ("cluster_id", "stands as the cluster's name"),
    ("note", "internal"),
    ("priority_reason", "internal"),
];

/// Every vocabulary with its column and its word in the schema.
pub const TAGS: [(Vocabulary, &str, &str); 8] = [
    (Vocabulary::Theme, "themes", "theme"),
    (Vocabulary::Group, "groups", "group"),
    (Vocabulary::Sdg, "sdg_targets", "sdg"),
    (Vocabulary::Issue, "issues", "issue"),
    (Vocabulary::Right, "rights", "right"),
    (Vocabulary::Territory, "territories", "territory"),
    (Vocabulary::Country, "countries", "country"),
    (Vocabulary::National, "national_tags", "national"),
];

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A field of the recommendation.
    Field(String),
    /// Recommending States: ISO codes, one with an answer of its own as `CUB=NOT`.
    States,
    /// When and where the answer was given that is the record's position.
    PositionOn,
    PositionDocument,
    PositionParagraph,
    /// Confirmed tags of a vocabulary, by its word in the schema.
    Tags(&'static str),
    /// Tags nobody has confirmed, as `theme=Detention`.
    SuggestedTags,
    Cluster,
    /// Name, short name and first day of the lead agency.
    Lead,
    LeadShort,
    LeadSince,
    /// Names of agencies that hold a role today.
    Role(&'static str),
    /// What the actions say; for reading, not read back.
    Told(&'static str),
}

/// The columns in their order.
///
/// # Errors
/// SQLite's own.
pub fn columns() -> Result<Vec<(String, Part)>> {
    let shapes = content_shapes()?;
    let fields = shapes
        .iter()
        .filter(|shape| shape.name == "recommendation")
        .flat_map(|shape| shape.columns.iter())
        .filter(|column| LEFT_OUT.iter().all(|(name, _)| *name != column.name))
        .map(|column| (column.name.clone(), Part::Field(column.name.clone())));
    let tags = TAGS
        .iter()
        .map(|(_, column, word)| ((*column).to_owned(), Part::Tags(word)));
    let named = |name: &str, part: Part| (name.to_owned(), part);
    let mut all: Vec<(String, Part)> = fields.collect();
    all.extend([
        named("recommending_states", Part::States),
        named("position_on", Part::PositionOn),
        named("position_document", Part::PositionDocument),
        named("position_paragraph", Part::PositionParagraph),
    ]);
    all.extend(tags);
    all.extend([
        named("suggested_tags", Part::SuggestedTags),
        named("cluster", Part::Cluster),
        named("lead", Part::Lead),
        named("lead_short", Part::LeadShort),
        named("lead_since", Part::LeadSince),
    ]);
    for role in ["supporting", "consulted", "informed", "data_provider"] {
        all.push(named(role, Part::Role(role)));
    }
    for told in ["progress", "percent", "next_due_on", "actions"] {
        all.push(named(told, Part::Told(told)));
    }
    Ok(all)
}

/// The header.
///
/// # Errors
/// SQLite's own.
pub fn names_of_columns() -> Result<Vec<String>> {
    Ok(columns()?.into_iter().map(|(name, _)| name).collect())
}

const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Whether a text begins like a formula behind any marks of text.
fn looks_like_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

/// The text as it stands in a cell: one that would be run gets the mark of text before it (SAFETY
/// T9). One that already has such marks gets one more, so that taking one away gives the text.
#[must_use]
pub fn guarded(text: &str) -> String {
    match looks_like_formula(text) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

/// The text of a cell.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if looks_like_formula(rest) => rest,
        _ => cell,
    }
}

/// Several values in one cell, between semicolons; one that has a semicolon, a quote or blanks at
/// its ends stands in quotes.
#[must_use]
pub fn joined(values: &[String]) -> String {
    let parts: Vec<String> = values
        .iter()
        .map(|value| match needs_quotes(value) {
            true => format!("\"{}\"", value.replace('"', "\"\"")),
            false => value.clone(),
        })
        .collect();
    parts.join("; ")
}

fn needs_quotes(value: &str) -> bool {
    value.contains([';', '"']) || value.trim() != value || value.is_empty()
}

/// The values of a cell.
pub(super) fn split(cell: &str) -> Vec<String> {
    let mut values = Vec::new();
    let mut rest = cell.trim_start();
    while !rest.is_empty() {
        let (value, behind) = match rest.strip_prefix('"') {
            Some(quoted) => quoted_value(quoted),
            None => {
                let (value, behind) = rest.split_once(';').unwrap_or((rest, ""));
                (value.trim_end().to_owned(), behind)
            }
        };
        if !value.is_empty() {
            values.push(value);
        }
        rest = behind.trim_start();
    }
    values
}

/// A value up to its closing quote, and what stands behind the semicolon after it.
fn quoted_value(quoted: &str) -> (String, &str) {
    let mut value = String::new();
    let mut rest = quoted;
    while let Some((before, behind)) = rest.split_once('"') {
        value.push_str(before);
        match behind.strip_prefix('"') {
            Some(further) => {
                value.push('"');
                rest = further;
            }
            None => {
                let behind = behind.split_once(';').map_or("", |(_, behind)| behind);
                return (value, behind);
            }
        }
    }
    value.push_str(rest);
    (value, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_comes_back_from_its_cell() {
        for text in [
            "", "a", "'a", "=1", "'=1", "''=1", "+49", "-", "\t", "\r=1", "@x", "it's",
        ] {
            let cell = guarded(text);
            assert!(!cell.starts_with(FORMULA), "{cell:?}");
            assert_eq!(unguarded(&cell), text, "{cell:?}");
        }
    }

    #[test]
    fn any_values_come_back_from_one_cell() {
        let all = [
            "a; b",
            "\"quoted\"",
            " blanks ",
            "plain",
            "a\"b;c",
            "line\nline",
        ];
        let values: Vec<String> = all.iter().map(|value| (*value).to_owned()).collect();
        assert_eq!(split(&joined(&values)), values);
        assert_eq!(split("a;b ; \"c;d\""), ["a", "b", "c;d"]);
        assert_eq!(split(""), Vec::<String>::new());
    }
}
