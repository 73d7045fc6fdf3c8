//! Reading of the tab-separated tables compiled in. A row that does not fit its type is left out
//! rather than taking the program down; tests count the rows of every table.

use serde::de::DeserializeOwned;

/// The rows of a table with a header line, in their order.
pub(crate) fn rows<T: DeserializeOwned>(text: &str) -> Vec<T> {
    csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .from_reader(text.as_bytes())
        .deserialize()
        .filter_map(Result::ok)
        .collect()
}

/// Members of a cell in which they stand between `separator`, blanks at the ends removed.
pub(crate) fn members(cell: &str, separator: char) -> Vec<String> {
    cell.split(separator)
        .map(str::trim)
        .filter(|member| !member.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The tables write `Y` for yes and nothing for no.
pub(crate) fn is_yes(cell: &str) -> bool {
    cell == "Y"
}

/// A code as it stands in a Fluent id: lower case, hyphens only.
pub(super) fn key(code: &str) -> String {
    code.to_lowercase().replace(['_', ' '], "-")
}
