//! Letters written by name or number in markup: `&amp;`, `&#10;`. Others are declared in a document type,
//! which none of our formats has: that is how XML bombs are built.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::BytesRef;

use crate::base::{Error, Result};

/// What a reference stands for.
///
/// # Errors
/// `file-has-entities`; `file-damaged` for a number that is no letter.
pub(super) fn letters_of(entity: &BytesRef<'_>) -> Result<String> {
    let damaged = |error: quick_xml::Error| Error::file("file-damaged").detail(error);
    match entity.resolve_char_ref().map_err(damaged)? {
        Some(letter) => Ok(letter.to_string()),
        None => resolve_predefined_entity(entity)
            .map(str::to_owned)
            .ok_or_else(|| Error::file("file-has-entities").detail(&**entity)),
    }
}
