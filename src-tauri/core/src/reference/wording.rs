//! Words of a recommendation as the category rules see them: the verb it opens with, whatever stands
//! before it, and the forms a verb takes. English only; other languages get no suggestion.

use std::cmp::Reverse;
use std::sync::OnceLock;

use serde::Deserialize;

use super::table;
use crate::base::text;

/// How far from its start a clause is looked at, in words: about 60 characters.
const EARLY: usize = 9;
/// How far behind "take" the word "measures" may stand.
const MEASURES_REACH: usize = 8;

/// A verb or phrase and the category it stands for.
pub(super) struct Verb {
    words: Vec<String>,
    pub(super) category: u8,
}

impl Verb {
    pub(super) fn phrase(&self) -> String {
        self.words.join(" ")
    }
}

#[derive(Deserialize)]
struct VerbRow {
    verb_or_phrase: String,
    category: u8,
}

#[derive(Deserialize, Default)]
struct Rules {
    lead_ins: Vec<String>,
    fillers: Vec<String>,
    considering: Vec<String>,
    considering_phrases: Vec<String>,
    measure_verbs: Vec<String>,
    measure_nouns: Vec<String>,
    measure_not_before: Vec<String>,
}

/// The verbs, the longest phrases first so that "invite other" decides before "invite", and what
/// may stand around them.
pub(super) struct Lexicon {
    verbs: Vec<Verb>,
    lead_ins: Vec<Vec<String>>,
    fillers: Vec<String>,
    considering: Vec<String>,
    considering_phrases: Vec<Vec<String>>,
    measure_verbs: Vec<Vec<String>>,
    measure_nouns: Vec<String>,
    measure_not_before: Vec<String>,
}

pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let rules: Rules = serde_json::from_str(include_str!(
            "../../../../assets/reference/action_category_rules.json"
        ))
        .unwrap_or_default();
        let rows: Vec<VerbRow> = table::rows(include_str!(
            "../../../../assets/reference/action_verbs.tsv"
        ));
        let mut verbs: Vec<Verb> = rows
            .into_iter()
            .map(|row| Verb {
                words: words(&row.verb_or_phrase),
                category: row.category,
            })
            .collect();
        verbs.sort_by_key(|verb| Reverse(verb.words.len()));
        Lexicon {
            verbs,
            lead_ins: phrases(&rules.lead_ins),
            fillers: rules.fillers,
            considering: rules.considering,
            considering_phrases: phrases(&rules.considering_phrases),
            measure_verbs: phrases(&rules.measure_verbs),
            measure_nouns: rules.measure_nouns,
            measure_not_before: rules.measure_not_before,
        }
    })
}

fn phrases(list: &[String]) -> Vec<Vec<String>> {
    let mut phrases: Vec<Vec<String>> = list.iter().map(|phrase| words(phrase)).collect();
    phrases.sort_by_key(|phrase| Reverse(phrase.len()));
    phrases
}

impl Lexicon {
    /// Whether one word alone is a verb, in its plain form.
    pub(super) fn is_verb(&self, word: &str) -> bool {
        let word = text::fold(word);
        self.verbs
            .iter()
            .any(|verb| matches!(verb.words.as_slice(), [only] if *only == word))
    }

    /// The words from each clause on to the end of the sentence.
    pub(super) fn clauses(&self, sentence: &str) -> Vec<Vec<String>> {
        let parts: Vec<Vec<String>> = sentence
            .split([',', ';', ':'])
            .map(words)
            .filter(|part| !part.is_empty())
            .collect();
        (0..parts.len())
            .filter_map(|place| parts.get(place..).map(<[_]>::concat))
            .collect()
    }

    /// The words from the verb on: lead-ins ("the State party should") and fillers ("further",
    /// adverbs, numbers) are left out.
    pub(super) fn opening<'a>(&self, clause: &'a [String]) -> &'a [String] {
        let mut rest = clause;
        loop {
            let skipped = match self
                .lead_ins
                .iter()
                .find(|lead_in| rest.starts_with(lead_in))
            {
                Some(lead_in) => lead_in.len(),
                None if self.verb_at(rest).is_some() => return rest,
                None if rest.first().is_some_and(|word| self.is_filler(word)) => 1,
                None => match rest.iter().take(EARLY).position(|word| word == "should") {
                    Some(place) => place + 1,
                    None => return rest,
                },
            };
            match rest.get(skipped..) {
                Some(shorter) if !shorter.is_empty() => rest = shorter,
                _ => return rest,
            }
        }
    }

    fn is_filler(&self, word: &str) -> bool {
        let adverb = word.len() > 4 && word.ends_with("ly");
        adverb
            || self.fillers.iter().any(|filler| filler == word)
            || word.chars().all(|c| c.is_ascii_digit())
    }

    /// The longest verb or phrase the words begin with; a verb also in its form in -ing.
    pub(super) fn verb_at(&self, words: &[String]) -> Option<&Verb> {
        self.verbs.iter().find(|verb| begins(words, &verb.words))
    }

    /// "consider" or "the possibility of" among the first words.
    pub(super) fn considering_within(&self, words: &[String]) -> Option<String> {
        let early = words.get(..words.len().min(EARLY)).unwrap_or(words);
        let verb = early.iter().find(|word| {
            self.considering
                .iter()
                .any(|verb| is_gerund(word, verb) || *word == verb)
        });
        let phrase = || {
            self.considering_phrases.iter().find(|phrase| {
                early
                    .windows(phrase.len())
                    .any(|window| window == phrase.as_slice())
            })
        };
        verb.cloned()
            .or_else(|| phrase().map(|words| words.join(" ")))
    }

    /// "take all the necessary measures": a verb, and what it takes a few words on.
    pub(super) fn measures_at(&self, words: &[String]) -> Option<String> {
        const ENDS: [&str; 11] = [
            "to", "for", "that", "by", "of", "which", "against", "in", "with", "on", "aimed",
        ];
        let verb = self.measure_verbs.iter().find(|verb| begins(words, verb))?;
        let mut reach = words
            .iter()
            .skip(verb.len())
            .take(MEASURES_REACH + 1)
            .peekable();
        for _ in 0..MEASURES_REACH {
            let word = reach.next()?;
            let is_plan = reach
                .peek()
                .is_some_and(|next| self.measure_not_before.contains(next));
            if self.measure_nouns.contains(word) && !is_plan {
                return Some(format!("{} {word}", verb.join(" ")));
            }
            if ENDS.contains(&word.as_str()) {
                return None;
            }
        }
        None
    }

    /// "… by amending the Code": a general verb whose means are specific.
    pub(super) fn specific_means(&self, words: &[String]) -> Option<&Verb> {
        let by = words.iter().position(|word| word == "by")?;
        let means = words.get(by + 1..)?;
        let named = means.first().is_some_and(|word| word.ends_with("ing"));
        self.verb_at(means)
            .filter(|verb| verb.category == 5 && named)
    }

    /// The first verb after "to", "should" or "be" ("be amended"); else the first anywhere.
    pub(super) fn verb_within(&self, words: &[String]) -> Option<&Verb> {
        let rests = || (0..words.len()).filter_map(|place| words.get(place..));
        let asked = rests().find_map(|rest| match rest.split_first()? {
            (word, rest) if matches!(word.as_str(), "to" | "should" | "must") => self.verb_at(rest),
            (word, rest) if word == "be" => self.passive_at(rest),
            _ => None,
        });
        asked.or_else(|| rests().find_map(|rest| self.verb_at(rest)))
    }

    fn passive_at(&self, words: &[String]) -> Option<&Verb> {
        let word = words.first()?;
        self.verbs
            .iter()
            .find(|verb| matches!(verb.words.as_slice(), [only] if is_participle(word, only)))
    }
}

fn begins(words: &[String], phrase: &[String]) -> bool {
    let Some((verb, others)) = phrase.split_first() else {
        return false;
    };
    words.split_first().is_some_and(|(first, rest)| {
        (first == verb || is_gerund(first, verb)) && rest.starts_with(others)
    })
}

/// "ratifying" of "ratify", "abolishing", "introducing", "submitting".
fn is_gerund(word: &str, verb: &str) -> bool {
    let Some(stem) = word.strip_suffix("ing") else {
        return false;
    };
    let doubled = verb.chars().last().map(|last| format!("{verb}{last}"));
    stem == verb || verb.strip_suffix('e') == Some(stem) || doubled.as_deref() == Some(stem)
}

/// "amended" of "amend", "ratified", "introduced", "submitted".
fn is_participle(word: &str, verb: &str) -> bool {
    let Some(stem) = word.strip_suffix("ed") else {
        return false;
    };
    let doubled = verb.chars().last().map(|last| format!("{verb}{last}"));
    stem == verb
        || verb.strip_suffix('e') == Some(stem)
        || verb
            .strip_suffix('y')
            .is_some_and(|root| stem.strip_suffix('i') == Some(root))
        || doubled.as_deref() == Some(stem)
}

/// "F. 2 (b)" and such ends no sentence: a sentence holds letters.
pub(super) fn first_sentence(text: &str) -> &str {
    match text.split_once(". ") {
        Some((first, _)) if first.chars().any(char::is_alphabetic) => first,
        _ => text,
    }
}

/// Words of letters or digits, folded; "anti-discrimination" is one word.
pub(super) fn words(text: &str) -> Vec<String> {
    text::fold(text)
        .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'')
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(str::to_owned)
        .collect()
}
