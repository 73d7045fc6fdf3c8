//! Grounds for the same suggestion, put together.

use super::{Suggestion, SuggestionKind, SuggestionReason};

/// Suggestions of one kind as they come together: several grounds make one surer.
pub(super) struct Gathered {
    kind: SuggestionKind,
    pub(super) suggestions: Vec<Suggestion>,
}

impl Gathered {
    pub(super) fn new(kind: SuggestionKind) -> Self {
        Gathered {
            kind,
            suggestions: Vec::new(),
        }
    }

    pub(super) fn add(
        &mut self,
        value: &str,
        label: &str,
        confidence: f64,
        reason: SuggestionReason,
    ) {
        // A ground too weak to show would only blur the reasons.
        const LEAST_GROUND: f64 = 0.05;
        if confidence < LEAST_GROUND {
            return;
        }
        match self.suggestions.iter_mut().find(|one| one.value == value) {
            Some(one) => {
                one.confidence = 1.0 - (1.0 - one.confidence) * (1.0 - confidence);
                one.reasons.push(reason);
            }
            None => self.suggestions.push(Suggestion {
                kind: self.kind,
                value: value.to_owned(),
                label: label.to_owned(),
                confidence,
                reasons: vec![reason],
            }),
        }
    }
}
