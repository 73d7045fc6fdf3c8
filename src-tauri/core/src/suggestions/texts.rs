//! Texts taken apart. The verbatim text never changes (I1), so that a text taken apart once need not
//! be taken apart again while the program runs.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::topics::TopicsOf;
use super::words::TextWords;

/// Texts kept; beyond them all are forgotten and begun anew.
const MOST_KEPT: usize = 8_000;

/// A text with its words and what it speaks of.
pub(super) struct TextSeen {
    pub(super) words: TextWords,
    pub(super) topics: TopicsOf,
}

/// Takes a text apart, or finds it as it was taken apart before.
pub(super) fn look_at(text: &str) -> Arc<TextSeen> {
    static KEPT: Mutex<Option<HashMap<String, Arc<TextSeen>>>> = Mutex::new(None);
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let kept = kept.get_or_insert_default();
    if let Some(seen) = kept.get(text) {
        return Arc::clone(seen);
    }
    let words = TextWords::of(text);
    let seen = Arc::new(TextSeen {
        topics: TopicsOf::of(&words),
        words,
    });
    if kept.len() >= MOST_KEPT {
        kept.clear();
    }
    kept.insert(text.to_owned(), Arc::clone(&seen));
    seen
}
