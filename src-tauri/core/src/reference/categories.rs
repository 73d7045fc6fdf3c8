//! Action categories of UPR Info, 1 minimal to 5 specific, and the category a text suggests.
//!
//! UPR Info classifies on the main verb. The rules (`action_category_rules.json`, in its order) and
//! the verbs (`action_verbs.tsv`) follow its notes and were tuned on half of the 6,094 rows of its
//! export of 2015: they agree with its own column on 88 % of all rows, and on 87 % of the half not
//! looked at. A person confirms or overrides what they suggest. "Consider ratifying" is 3 and
//! "continue to ratify" is 2: the first verb decides.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::table;
use super::wording::{Lexicon, first_sentence, lexicon, words};

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
    /// The rule that decided, as in `action_category_rules.json`: `r1` … `r6`, `r4-by`, `clause`.
    pub rule: String,
    /// The verb or phrase that decided.
    pub verb: String,
    /// Share of UPR Info's rows on which the rule agrees with its own classification, 0 to 1.
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

/// The category the wording suggests; `None` where no rule finds a verb it knows.
#[must_use]
pub fn suggest(text: &str) -> Option<Suggestion> {
    let lexicon = lexicon();
    let clauses = lexicon.clauses(first_sentence(text));
    for (place, clause) in clauses.iter().enumerate() {
        if let Some((category, rule, verb)) = by_opening(lexicon, clause) {
            let rule = if place == 0 { rule } else { "clause" };
            return Some(suggestion(category, rule, verb));
        }
    }
    let verb = lexicon.verb_within(clauses.first()?)?;
    Some(suggestion(verb.category, "r6", verb.phrase()))
}

/// Whether a word is the plain form of a verb the rules know.
#[must_use]
pub fn is_verb(word: &str) -> bool {
    lexicon().is_verb(word)
}

/// The sentence whose verb decides.
#[must_use]
pub fn opening_sentence(text: &str) -> &str {
    first_sentence(text)
}

/// Its words as the rules see them, folded.
#[must_use]
pub fn all_words(sentence: &str) -> Vec<String> {
    words(sentence)
}

/// The rules for words that open with a verb, in the order of the rules file.
fn by_opening(lexicon: &Lexicon, clause: &[String]) -> Option<(u8, &'static str, String)> {
    let words = lexicon.opening(clause);
    let verb = lexicon.verb_at(words);
    match verb.map(|verb| verb.category) {
        Some(1) => return verb.map(|verb| (1, "r1", verb.phrase())),
        Some(2) => return verb.map(|verb| (2, "r2", verb.phrase())),
        Some(3) => return verb.map(|verb| (3, "r3", verb.phrase())),
        Some(_) => {}
        None => {
            if let Some(word) = lexicon.considering_within(words) {
                return Some((3, "r3-within", word));
            }
        }
    }
    let measures = lexicon.measures_at(words);
    let general = measures.is_some() || verb.is_some_and(|verb| verb.category == 4);
    if general && let Some(means) = lexicon.specific_means(words) {
        return Some((5, "r4-by", means.phrase()));
    }
    match (measures, verb) {
        (Some(phrase), _) => Some((4, "r4-measures", phrase)),
        (None, Some(verb)) if verb.category == 4 => Some((4, "r4", verb.phrase())),
        (None, Some(verb)) => Some((verb.category, "r5", verb.phrase())),
        (None, None) => None,
    }
}

fn suggestion(category: u8, rule: &str, verb: String) -> Suggestion {
    Suggestion {
        category,
        rule: rule.to_owned(),
        verb,
        confidence: confidence(rule),
    }
}

/// Shares measured on UPR Info's export of 2015 (6,094 rows), rounded.
fn confidence(rule: &str) -> f32 {
    match rule {
        "r1" => 0.93,
        "r2" => 0.92,
        "r3" => 0.97,
        "r4-measures" => 0.94,
        "r4" => 0.9,
        "r5" => 0.89,
        "clause" => 0.75,
        "r4-by" => 0.6,
        _ => 0.5,
    }
}
