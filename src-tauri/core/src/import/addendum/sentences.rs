//! Sentences of an addendum: where they end, which position they give, and to which number.

use super::super::review_text::numbers::{Listed, listed};
use super::super::review_text::positions::{Said, folded, said_in, settle};

/// An answer stands within so many bytes of the beginning of what follows a recommendation.
const FRONT: usize = 60;

/// The position a text gives in its first words: "Accepted.", "The recommendation is noted".
pub(super) fn strictly(text: &str, cycle: Option<u32>) -> Option<&'static str> {
    let words = folded(first_sentence(text));
    let said = said_in(&words);
    let is_at_front = said.first().is_some_and(|said| said.place.start <= FRONT);
    if is_at_front {
        settle(&said, cycle)
    } else {
        None
    }
}

pub(super) fn is_at_front(said: &[Said]) -> bool {
    said.first().is_some_and(|said| said.place.start <= FRONT)
}

/// To each number of a sentence the position that belongs to it: where numbers come first, that behind
/// them ("115.1 and 115.2 are accepted, 115.3 is noted"), else that before them ("Slovenia accepts 115.1
/// and notes 115.3"). Where a position is left over that could be meant, none is taken.
pub(super) fn assign(
    words: &str,
    said: &[Said],
    cycle: Option<u32>,
) -> Vec<(String, Option<&'static str>)> {
    let runs = listed(words);
    let start = |run: &Listed| run.place.start;
    let between = |from: usize, to: usize| -> Vec<Said> {
        let within = said
            .iter()
            .filter(|said| said.place.start >= from && said.place.start < to);
        within.cloned().collect()
    };
    let (Some(first), Some(first_said)) = (runs.first(), said.first()) else {
        return Vec::new();
    };
    let numbers_first = start(first) < first_said.place.start;
    let mut all = Vec::new();
    for run in &runs {
        let own = if numbers_first {
            // Up to the next number that stands behind a position.
            let mut behind = runs.iter().map(start).filter(|at| *at > start(run));
            let end = behind.find(|at| !between(start(run), *at).is_empty());
            between(start(run), end.unwrap_or(usize::MAX))
        } else {
            let mut before = runs.iter().rev().map(start).filter(|at| *at < start(run));
            let from = before.find(|at| !between(*at, start(run)).is_empty());
            let mut own = between(from.unwrap_or(0), start(run));
            let is_followed = runs.iter().any(|other| {
                start(other) > start(run) && !between(start(run), start(other)).is_empty()
            });
            if !is_followed {
                own.extend(between(start(run), usize::MAX));
            }
            own
        };
        let code = settle(&own, cycle);
        all.extend(run.paragraphs.iter().map(|number| (number.clone(), code)));
    }
    all
}

/// "The remaining recommendations": those that no other sentence names.
pub(super) fn is_general(words: &str) -> bool {
    [
        "remaining recommend",
        "other recommend",
        "all recommend",
        "all the recommend",
        "rest of the recommend",
        "autres recommand",
        "demas recomend",
        "остальные рекоменд",
    ]
    .iter()
    .any(|phrase| words.contains(phrase))
}

/// The first sentence: up to a full stop before a capital, or a line break.
pub(super) fn first_sentence(text: &str) -> &str {
    split(text).first().copied().unwrap_or(text)
}

/// The sentences of a text. A full stop inside "115.4" or before a small letter ends none.
pub(super) fn split(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut from = 0;
    for (at, letter) in text.char_indices() {
        if !matches!(letter, '.' | ';' | '!' | '?' | '\n') {
            continue;
        }
        let end = at + letter.len_utf8();
        let rest = text.get(end..).unwrap_or_default();
        let next = rest.trim_start().chars().next();
        let is_apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
        let begins_anew = || {
            let until = rest
                .find([';', '.'])
                .and_then(|end| rest.get(..end))
                .unwrap_or(rest);
            !said_in(&folded(until)).is_empty()
        };
        if letter == ';' && !begins_anew() {
            continue;
        }
        let begins = next.is_none_or(|c| c.is_uppercase() || !c.is_alphanumeric() || letter != '.');
        if is_apart && begins {
            sentences.push(text.get(from..end).unwrap_or_default());
            from = end;
        }
    }
    if text.get(from..).is_some_and(|rest| !rest.trim().is_empty()) {
        sentences.extend(text.get(from..));
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(sentence: &str) -> Vec<(String, Option<&'static str>)> {
        let words = folded(sentence);
        assign(&words, &said_in(&words), Some(3))
    }

    #[test]
    fn each_number_gets_the_position_that_belongs_to_it() {
        let told = codes("Recommendations 115.1-115.2 are accepted, while 115.3 is noted.");
        let told: Vec<_> = told.iter().map(|(n, c)| (n.as_str(), *c)).collect();
        assert_eq!(
            told,
            [
                ("115.1", Some("SUP")),
                ("115.2", Some("SUP")),
                ("115.3", Some("NOT"))
            ]
        );
        let told = codes("Slovenia accepts 115.1 and 115.2 and does not accept 115.3.");
        let told: Vec<_> = told.iter().map(|(n, c)| (n.as_str(), *c)).collect();
        assert_eq!(
            told,
            [
                ("115.1", Some("SUP")),
                ("115.2", Some("SUP")),
                ("115.3", Some("NOT"))
            ]
        );
    }

    #[test]
    fn a_full_stop_in_a_number_ends_no_sentence() {
        assert_eq!(
            split("115.4. Accepted. It is law no. 5 of 2014."),
            ["115.4.", " Accepted.", " It is law no. 5 of 2014."]
        );
    }
}
