//! Codes of the records in the words of a report.

use crate::base::lang::Words;
use crate::base::word::word_of;
use crate::figures::ProgressState;
use crate::office::xlsx_write::Tone;
use crate::recommendations::Priority;
use crate::reference::{positions, scales, states};

/// The words of a report, by what they name.
pub(crate) struct Labels<'w> {
    pub words: &'w Words,
}

impl Labels<'_> {
    pub fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    pub fn progress(&self, progress: ProgressState) -> String {
        self.say(match progress {
            ProgressState::NoAction => "reports-progress-no-action",
            ProgressState::NotStarted => "reference-progress-not-started",
            ProgressState::InProgress => "reference-progress-in-progress",
            ProgressState::Partial => "reference-progress-partial",
            ProgressState::Done => "reference-progress-done",
            ProgressState::Stopped => "reference-progress-stopped",
            ProgressState::NotApplicable => "reference-progress-not-applicable",
        })
    }

    /// A position; an unknown code stands as it is.
    pub fn position(&self, code: &str) -> String {
        positions::by_code(code).map_or_else(|| code.to_owned(), |found| self.say(&found.label_key))
    }

    /// A status of an action; an unknown code stands as it is.
    pub fn status(&self, code: &str) -> String {
        scales::of_action(code).map_or_else(|| code.to_owned(), |found| self.say(&found.label_key))
    }

    /// A category with its number: the number is what the literature speaks of.
    pub fn category(&self, category: u8) -> String {
        let name = self.say(&format!("reference-category-{category}"));
        format!("{category} {name}")
    }

    /// A category; one that no person has confirmed says so.
    pub fn category_of(&self, category: u8, is_confirmed: bool) -> String {
        let name = self.category(category);
        match is_confirmed {
            true => name,
            false => self
                .words
                .say_with("reports-suggested", &[("what", name.as_str())]),
        }
    }

    pub fn priority(&self, priority: Priority) -> String {
        match word_of(&priority) {
            Ok(word) => self.say(&format!("reference-priority-{word}")),
            Err(_) => String::new(),
        }
    }

    pub fn not_set(&self) -> String {
        self.say("reports-not-set")
    }
}

/// The name of a State; an unknown code stands as it is.
pub(crate) fn state(iso3: &str) -> String {
    states::by_iso3(iso3).map_or_else(|| iso3.to_owned(), |state| state.name.to_owned())
}

/// How a progress is shown.
pub(crate) fn tone(progress: ProgressState) -> Tone {
    match progress {
        ProgressState::NoAction => Tone::Blank,
        ProgressState::NotStarted => Tone::Waiting,
        ProgressState::InProgress => Tone::Begun,
        ProgressState::Partial => Tone::Half,
        ProgressState::Done => Tone::Whole,
        ProgressState::Stopped => Tone::Stopped,
        ProgressState::NotApplicable => Tone::Aside,
    }
}

/// How a status of an action is shown: what goes on without an end has its own glyph.
pub(super) fn status_tone(code: &str, progress: ProgressState) -> Tone {
    match scales::of_action(code) {
        Some(status) if status.continuous => Tone::Lasting,
        _ => tone(progress),
    }
}
