//! The word under which a value of an enum is stored and sent: its serde name, one source for the
//! schema, the journal and the border.

use rusqlite::Row;
use rusqlite::types::{FromSqlError, Type};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Error, Result};

/// The stored word of a value.
///
/// # Errors
/// `arguments-not-understood` for a type that is no plain enum.
pub fn word_of(value: &impl Serialize) -> Result<String> {
    match serde_json::to_value(value)? {
        Value::String(word) => Ok(word),
        other => Err(Error::bug("arguments-not-understood").detail(other)),
    }
}

/// The value of a word, or `None` where it is not one of the enum's.
#[must_use]
pub fn value_of<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(Value::String(word.to_owned())).ok()
}

/// Reads a stored word back.
///
/// # Errors
/// A conversion error where the file holds a word the enum does not know.
pub fn from_word<T: DeserializeOwned>(row: &Row<'_>, index: usize) -> rusqlite::Result<T> {
    let word: String = row.get(index)?;
    value_of(&word).ok_or_else(|| strange(index))
}

/// As [`from_word`], the column may be empty.
///
/// # Errors
/// As [`from_word`].
pub fn from_optional_word<T: DeserializeOwned>(
    row: &Row<'_>,
    index: usize,
) -> rusqlite::Result<Option<T>> {
    let word: Option<String> = row.get(index)?;
    word.map(|word| value_of(&word).ok_or_else(|| strange(index)))
        .transpose()
}

fn strange(index: usize) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(
        index,
        Type::Text,
        Box::new(FromSqlError::InvalidType),
    )
}
