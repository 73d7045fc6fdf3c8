//! Action categories of UPR Info, 1 minimal to 5 specific, and the category a text suggests.
//!
//! UPR Info classifies on the main verb. The rules (`action_category_rules.json`) and the verbs
//! (`action_verbs.tsv`) follow its notes; a person confirms or overrides what they suggest.
//! "Consider ratifying" is 3 and "continue to ratify" is 2: the first verb decides.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::table;
use crate::base::text;

/// How much a recommendation asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Category {
    /// 1 to 5.
    pub code: u8,
    /// English name; shown through `label_key`.
    pub name: String,
    /// Fluent id; `.about` is the definition.
    pub label_key: String,
}

/// A category drawn from the wording.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Suggestion {
    /// 1 to 5.
    pub category: u8,
    /// The rule that decided, as in `action_category_rules.json`: `r1` … `r6`, `r4-by`.
    pub rule: String,
    /// The verb or phrase that decided.
    pub verb: String,
    /// Share of texts on which the rule agrees with UPR Info's own classification, 0 to 1.
    pub confidence: f32,
}

#[derive(Deserialize)]
struct CategoryRow {
    code: u8,
    name: String,
}

/// The five categories.
#[must_use]
pub fn all() -> &'static [Category] {
    static CATEGORIES: OnceLock<Vec<Category>> = OnceLock::new();
    CATEGORIES.get_or_init(|| {
        let text = include_str!("../../../../assets/reference/action_categories.tsv");
        table::rows::<CategoryRow>(text)
            .into_iter()
            .map(|row| Category {
                code: row.code,
                label_key: format!("reference-category-{}", row.code),
                name: row.name,
            })
            .collect()
    })
}

#[derive(Deserialize)]
struct VerbRow {
    verb_or_phrase: String,
    category: u8,
}

struct Verb {
    words: Vec<String>,
    category: u8,
}

#[derive(Deserialize, Default)]
struct Rules {
    lead_ins: Vec<String>,
    fillers: Vec<String>,
    considering: Vec<String>,
}

struct Lexicon {
    /// The longest phrases first, so that "invite other" decides before "invite".
    verbs: Vec<Verb>,
    lead_ins: Vec<Vec<String>>,
    fillers: Vec<String>,
    considering: Vec<String>,
}

fn lexicon() -> &'static Lexicon {
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
        verbs.sort_by_key(|verb| std::cmp::Reverse(verb.words.len()));
        let mut lead_ins: Vec<Vec<String>> = rules.lead_ins.iter().map(|l| words(l)).collect();
        lead_ins.sort_by_key(|lead_in| std::cmp::Reverse(lead_in.len()));
        Lexicon {
            verbs,
            lead_ins,
            fillers: rules.fillers,
            considering: rules.considering,
        }
    })
}

/// The category the wording suggests; `None` where no rule finds a verb it knows.
#[must_use]
pub fn suggest(text: &str) -> Option<Suggestion> {
    let lexicon = lexicon();
    let sentence = words(first_sentence(text));
    let start = lexicon.start(&sentence);
    let first = lexicon.verb_at(start);
    let early = start.get(..start.len().min(EARLY_WORDS)).unwrap_or(start);
    if let Some(verb) = first.filter(|verb| verb.category <= 3) {
        let rule = format!("r{}", verb.category);
        return Some(suggestion(verb.category, &rule, &verb.words));
    }
    if let Some(word) = early
        .iter()
        .find(|word| lexicon.considering.iter().any(|verb| is_form(word, verb)))
    {
        return Some(suggestion(3, "r3-within", std::slice::from_ref(word)));
    }
    if let Some(verb) = first {
        if verb.category == 4
            && let Some(specific) = lexicon.specific_means(start)
        {
            return Some(suggestion(5, "r4-by", &specific.words));
        }
        let rule = format!("r{}", verb.category);
        return Some(suggestion(verb.category, &rule, &verb.words));
    }
    let anywhere = (0..start.len())
        .filter_map(|place| start.get(place..))
        .find_map(|rest| lexicon.verb_at(rest))?;
    Some(suggestion(anywhere.category, "r6", &anywhere.words))
}

/// About 60 characters, the reach of rule 3.
const EARLY_WORDS: usize = 9;

fn suggestion(category: u8, rule: &str, verb: &[String]) -> Suggestion {
    Suggestion {
        category,
        rule: rule.to_owned(),
        verb: verb.join(" "),
        confidence: confidence(rule),
    }
}

fn confidence(rule: &str) -> f32 {
    match rule {
        "r1" | "r2" | "r3" => 0.9,
        "r4" | "r5" => 0.8,
        "r3-within" => 0.6,
        "r4-by" => 0.5,
        _ => 0.4,
    }
}

impl Lexicon {
    /// The words from the first verb on: numbers, "to", lead-ins ("the State party should") and
    /// fillers ("further", "urgently") stripped.
    fn start<'a>(&self, sentence: &'a [String]) -> &'a [String] {
        let mut rest = sentence;
        loop {
            let lead_in = self.lead_ins.iter().find(|l| rest.starts_with(l));
            let skipped = match (lead_in, rest.first()) {
                (Some(lead_in), _) => lead_in.len(),
                (None, Some(word)) if self.is_filler(word) => 1,
                _ => return self.after_should(rest),
            };
            match rest.get(skipped..) {
                Some(shorter) if !shorter.is_empty() => rest = shorter,
                _ => return rest,
            }
        }
    }

    fn is_filler(&self, word: &str) -> bool {
        self.fillers.iter().any(|filler| filler == word) || word.chars().all(|c| c.is_ascii_digit())
    }

    /// "The prison administration should form …": the verb after "should", within the subject.
    fn after_should<'a>(&self, rest: &'a [String]) -> &'a [String] {
        if self.verb_at(rest).is_some() {
            return rest;
        }
        let reach = rest.iter().take(EARLY_WORDS).position(|w| w == "should");
        reach
            .and_then(|place| rest.get(place + 1..))
            .unwrap_or(rest)
    }

    /// The phrase the words begin with, the longest one.
    fn verb_at(&self, rest: &[String]) -> Option<&Verb> {
        self.verbs.iter().find(|verb| {
            verb.words.len() <= rest.len()
                && verb
                    .words
                    .iter()
                    .zip(rest)
                    .enumerate()
                    .all(|(place, (verb, word))| {
                        word == verb || (place == 0 && is_form(word, verb))
                    })
        })
    }

    /// "… by amending the Code": a general verb whose means are specific.
    fn specific_means(&self, start: &[String]) -> Option<&Verb> {
        let by = start.iter().position(|word| word == "by")?;
        let rest = start.get(by + 1..)?;
        self.verb_at(rest)
            .filter(|verb| verb.category == 5 && rest.first().is_some_and(|w| w.ends_with("ing")))
    }
}

/// The verb itself, or its form in -ing: "ratify" – "ratifying", "abolish", "amend", "submit".
fn is_form(word: &str, verb: &str) -> bool {
    if word == verb {
        return true;
    }
    let Some(stem) = word.strip_suffix("ing") else {
        return false;
    };
    let doubled = verb.chars().last().map(|last| format!("{verb}{last}"));
    stem == verb || verb.strip_suffix('e') == Some(stem) || doubled.as_deref() == Some(stem)
}

fn first_sentence(text: &str) -> &str {
    text.split_once(". ").map_or(text, |(first, _)| {
        if first.chars().any(char::is_alphabetic) {
            first
        } else {
            text
        }
    })
}

/// Words of letters or digits, folded; "anti-discrimination" is one word.
fn words(text: &str) -> Vec<String> {
    text::fold(text)
        .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'')
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(str::to_owned)
        .collect()
}
