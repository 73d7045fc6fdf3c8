//! A text as words that can be compared: folded (accents, Arabic vowel signs, forms of alef), cut to
//! stems without knowing the language, with their places in the text.

use super::lexicon::{Weight, lexicon};
use crate::base::text::fold_words;
use crate::reference::states;

/// A word where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Bytes of the text.
    pub from: usize,
    pub to: usize,
    /// Folded.
    pub plain: String,
    pub stem: String,
    pub weight: Weight,
    /// A sign before it or the word itself begins another clause.
    pub is_break: bool,
}

/// Letters of a stem. Five keep "ratify" and "ratification" together.
const STEM: usize = 5;

/// The words of a text, without the States in brackets at its end.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let lexicon = lexicon();
    let mut found = Vec::new();
    let mut end = 0;
    for (from, to) in places(without_states(text)) {
        let Some(original) = text.get(from..to) else {
            continue;
        };
        let plain = plain_word(original);
        if plain.is_empty() || (plain == "s" && from > 0) {
            continue;
        }
        let is_acronym =
            original.chars().nth(1).is_some() && original.chars().all(char::is_uppercase);
        let weight = lexicon.weight(&plain, is_acronym);
        let between = text.get(end..from).unwrap_or_default();
        found.push(Word {
            from,
            to,
            stem: stem(lexicon.canonical(&plain)),
            is_break: weight == Weight::Break || between.contains([',', ';', ':', '(', ')', '.']),
            weight,
            plain,
        });
        end = to;
    }
    found
}

/// From and to of each run of letters and digits; an ideograph is a word of its own.
fn places(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices() {
        let is_sign = is_ideograph(letter);
        let goes_on = !is_sign && (letter.is_alphanumeric() || is_mark(letter));
        if goes_on {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            found.push((from, at));
        }
        if is_sign {
            found.push((at, at + letter.len_utf8()));
        }
    }
    if let Some(from) = start {
        found.push((from, text.len()));
    }
    found
}

fn is_mark(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter) || letter == '\u{640}'
}

/// Scripts written without blanks between words.
#[must_use]
pub fn is_ideograph(letter: char) -> bool {
    matches!(u32::from(letter), 0x0E00..=0x0E7F | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF)
}

/// A word as it is compared: as the search folds it.
#[must_use]
pub fn plain_word(word: &str) -> String {
    match word.is_ascii() {
        true => word.to_ascii_lowercase(),
        false => fold_words(word),
    }
}

/// The beginning of a word, which its forms share in most languages.
fn stem(plain: &str) -> String {
    if plain.is_ascii() {
        let bare = plain.strip_suffix('s').filter(|bare| bare.len() >= 3);
        let bare = bare.unwrap_or(plain);
        return bare.get(..STEM).unwrap_or(bare).to_owned();
    }
    without_arabic_article(plain).chars().take(STEM).collect()
}

fn without_arabic_article(plain: &str) -> &str {
    const ARTICLES: [&str; 6] = ["وال", "بال", "فال", "كال", "ال", "لل"];
    const ENDINGS: [&str; 5] = ["ات", "ين", "ون", "ها", "ه"];
    let is_long = |rest: &&str| rest.chars().nth(2).is_some();
    let bare = ARTICLES
        .iter()
        .find_map(|article| plain.strip_prefix(article).filter(is_long))
        .unwrap_or(plain);
    ENDINGS
        .iter()
        .find_map(|ending| bare.strip_suffix(ending).filter(is_long))
        .unwrap_or(bare)
}

/// The text before the closing brackets that hold nothing but States.
fn without_states(text: &str) -> &str {
    let mut rest = text;
    loop {
        let end =
            rest.trim_end_matches(|letter: char| letter.is_whitespace() || ";.,".contains(letter));
        let Some(open) = end.strip_suffix(')').and_then(|inside| inside.rfind('(')) else {
            return rest;
        };
        let (before, bracket) = end.split_at(open);
        let names = bracket.trim_matches(['(', ')']);
        let are_states = names
            .split([',', ';'])
            .all(|name| states::resolve(name.trim()).is_some());
        if !are_states {
            return rest;
        }
        rest = before;
    }
}

/// Whether the texts ask for opposite things: of what their leading verbs say.
#[must_use]
pub fn are_opposite(one: &[Word], other: &[Word]) -> bool {
    /// Words of content among which the verb of a demand stands.
    const LEADING: usize = 3;
    let leading = |words: &[Word]| -> Vec<String> {
        words
            .iter()
            .filter(|word| word.weight == Weight::Content)
            .take(LEADING)
            .map(|word| word.plain.clone())
            .collect()
    };
    let (one, other) = (leading(one), leading(other));
    one.iter().any(|verb| {
        !other.contains(verb)
            && other
                .iter()
                .any(|opposite| !one.contains(opposite) && lexicon().are_opposite(verb, opposite))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(text: &str) -> Vec<String> {
        words(text)
            .into_iter()
            .filter(|word| word.weight == Weight::Content)
            .map(|word| word.stem)
            .collect()
    }

    #[test]
    fn forms_of_a_word_share_their_stem() {
        assert_eq!(
            stems("Ratify conventions"),
            stems("the ratification of the Convention")
        );
        assert_eq!(stems("Éducation"), stems("education"));
        assert_eq!(stems("полиция"), stems("полиции"));
    }

    #[test]
    fn arabic_is_read_without_vowel_signs_and_articles() {
        assert_eq!(stems("المَرْأَة"), stems("مراه"));
        assert_eq!(stems("التعذيب"), stems("تعذيب"));
    }

    #[test]
    fn recommending_states_and_openings_do_not_count() {
        assert_eq!(
            stems("Abolish torture (France) (Czech Republic, Chile);"),
            ["aboli", "tortu"]
        );
        assert_eq!(
            stems("Continue its efforts to abolish torture"),
            ["aboli", "tortu"]
        );
        assert_eq!(
            stems("Abolish torture (all prisons)"),
            ["aboli", "tortu", "priso"]
        );
    }

    #[test]
    fn opposite_verbs_are_found_where_they_lead() {
        let opposite = |one: &str, other: &str| are_opposite(&words(one), &words(other));
        assert!(opposite(
            "Abolish the death penalty",
            "Retain the death penalty"
        ));
        assert!(opposite(
            "Withdraw from the Convention",
            "Ratify the Convention"
        ));
        assert!(!opposite(
            "Abolish the death penalty",
            "Abolish the death penalty in law"
        ));
    }
}
