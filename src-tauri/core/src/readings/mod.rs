//! How a recommendation is read beside its verbatim text: translations, what the parties agreed it
//! means (the report, §4.1.2: record understandings), whether it is specific enough to be acted on,
//! and corrections by the body itself, which keep the old text (I1).

mod corrigenda;
mod edit;
mod list;
mod smart;

use serde::Serialize;
use ts_rs::TS;

pub use corrigenda::{NewCorrigendum, correct_text, corrigenda_of};
pub use edit::{
    NewReading, NewTranslation, ReadingPatch, add_reading, edit_reading, put_translation,
    remove_reading, remove_translation,
};
pub use list::{is_right_to_left, readings_of, translations_of};
pub use smart::{
    SmartCheck, SmartPatch, WordingHint, edit_smart_check, find_smart_check, inspect_wording,
};

/// How the parties read a recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AgreedReading {
    pub id: String,
    pub text: String,
    pub agreed_on: Option<String>,
    /// Who agreed, in words.
    pub parties: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Translation {
    pub id: String,
    /// BCP 47.
    pub language: String,
    pub text: String,
    pub is_official: bool,
    pub is_right_to_left: bool,
}

/// A correction by the body that made the recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Corrigendum {
    pub id: String,
    pub text_before: String,
    pub text_after: String,
    pub document: Option<String>,
    pub given_on: Option<String>,
    pub reason: Option<String>,
}
