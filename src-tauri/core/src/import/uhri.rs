//! Reads exports of the Universal Human Rights Index (FORMATS b1, b2): the Excel file with OHCHR's
//! headers, the JSON file, and records of the Index as others keep them.
//!
//! One annotation is one paragraph of one document about one or more States. Those about the chosen
//! State become drafts; of the others only the names of their States are kept.

mod annotation;
mod drafting;
mod fields;
pub(super) mod json;
mod paragraph;
mod sifting;
pub(super) mod table;

pub(super) const LAYOUT_JSON: &str = "json";
/// Records under names in small letters, one or many to a file.
pub(super) const LAYOUT_RECORDS: &str = "json-records";
