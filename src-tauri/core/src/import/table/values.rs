//! What the value of a cell stands for. A person's answer decides first, then the vocabularies; a
//! value neither knows is told apart from one that says nothing.

use super::wish::{AnsweredField, TableWish};
use crate::base::text::{fold, squeeze};
use crate::base::word::value_of;
use crate::import::ohchr_matrix::tags::sdg_number;
use crate::recommendations::{Priority, RecordType};
use crate::reference::{
    mechanisms, positions, spellings, states, symbols, treaty_bodies, vocabularies,
};

/// What became of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value<T> {
    Known(T),
    /// Empty, or a person said that it says nothing.
    Nothing,
    Unknown,
}

impl<T> Value<T> {
    pub(super) fn of(found: Option<T>) -> Self {
        found.map_or(Value::Unknown, Value::Known)
    }

    pub(super) fn known(self) -> Option<T> {
        match self {
            Value::Known(value) => Some(value),
            Value::Nothing | Value::Unknown => None,
        }
    }
}

/// Where a recommendation comes from, as far as a cell says it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Source {
    pub mechanism: Option<String>,
    pub body: Option<String>,
    pub session: Option<u32>,
    pub document: Option<String>,
}

/// Bytes of the longest name of a State in any language, with room.
const LONGEST_NAME: usize = 200;

fn answered<T>(
    wish: &TableWish,
    field: AnsweredField,
    value: &str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Option<Value<T>> {
    if wish.answers.is_empty() {
        return None;
    }
    let meaning = wish.answer(field, value)?;
    Some(match meaning {
        "" => Value::Nothing,
        meaning => Value::of(read(meaning)),
    })
}

pub(super) fn is_nothing(value: &str) -> bool {
    value.chars().all(|letter| !letter.is_alphanumeric())
        || ["n/a", "na", "none", "s/d", "n.a."].contains(&fold(value).as_str())
}

/// ISO 3166-1 alpha-3 of a State.
pub(super) fn state(wish: &TableWish, value: &str) -> Value<String> {
    let code = |value: &str| states::resolve(value).map(|state| state.iso3.clone());
    if let Some(answer) = answered(wish, AnsweredField::State, value, code) {
        return answer;
    }
    match () {
        () if is_nothing(value) => Value::Nothing,
        () if value.len() > LONGEST_NAME => Value::Unknown,
        () => Value::of(code(value)),
    }
}

/// Code of positions.tsv.
pub(super) fn position(wish: &TableWish, value: &str, cycle: Option<u32>) -> Value<String> {
    let by_code = |code: &str| positions::by_code(code).map(|found| found.code.clone());
    if let Some(answer) = answered(wish, AnsweredField::Position, value, by_code) {
        return answer;
    }
    if value.trim().is_empty() {
        return Value::Nothing;
    }
    let cycle = cycle.and_then(|cycle| u8::try_from(cycle).ok());
    let spelled = spellings::code_of("position", value).map(str::to_owned);
    let found = positions::from_words(value, cycle).map(|found| found.code.clone());
    match spelled.or(found) {
        None if is_nothing(value) => Value::Nothing,
        found => Value::of(found),
    }
}

pub(super) fn priority(wish: &TableWish, value: &str) -> Value<Priority> {
    if let Some(answer) = answered(wish, AnsweredField::Priority, value, value_of) {
        return answer;
    }
    match is_nothing(value) {
        true => Value::Nothing,
        false => Value::of(spellings::code_of("priority", value).and_then(value_of)),
    }
}

pub(super) fn record_type(value: &str) -> Value<RecordType> {
    let bare = value.trim_start_matches(['-', ' ']);
    match is_nothing(value) {
        true => Value::Nothing,
        false => Value::of(spellings::code_of("record_type", bare).and_then(value_of)),
    }
}

/// Mechanism, body and document that a cell names: "CEDAW", "Comité contra la Tortura", "UPR, 3rd
/// cycle", "A/HRC/44/10".
pub(super) fn source(wish: &TableWish, value: &str) -> Value<Source> {
    let by_code = |code: &str| {
        let (mechanism, body) = code
            .split_once(':')
            .map_or((code, None), |(m, b)| (m, Some(b)));
        mechanisms::by_code(mechanism).map(|found| Source {
            mechanism: Some(found.code.clone()),
            body: body.map(str::to_owned),
            ..Source::default()
        })
    };
    if let Some(answer) = answered(wish, AnsweredField::Mechanism, value, by_code) {
        return answer;
    }
    let bare = squeeze(value.trim_start_matches(['-', ' ']));
    if is_nothing(&bare) {
        return Value::Nothing;
    }
    let spelled =
        named(&bare).or_else(|| parts_of(&bare).into_iter().find_map(|part| named(&part)));
    let mut found = spelled.unwrap_or_default();
    if let Some(symbol) = symbol_in(&bare) {
        found.mechanism = found.mechanism.or(symbol.mechanism);
        found.body = found.body.or(symbol.body);
        found.session = symbol.session;
        found.document = Some(symbol.symbol);
    }
    Value::of((found != Source::default()).then_some(found))
}

/// A symbol among the words of a cell.
pub(super) fn symbol_in(value: &str) -> Option<symbols::Symbol> {
    let whole = Some(value).filter(|value| value.len() <= 60);
    whole.and_then(symbols::parse).or_else(|| {
        let mut words = value
            .split([' ', ';', ',', '(', ')', '\u{a0}', '\n'])
            .take(60);
        words.find_map(|word| {
            Some(word)
                .filter(|word| word.contains('/'))
                .and_then(symbols::parse)
        })
    })
}

/// The whole of `words` as the name of a body or mechanism.
fn named(words: &str) -> Option<Source> {
    if let Some(code) = spellings::code_of("body", words) {
        // The Subcommittee is a mechanism of its own.
        let of_committee = mechanisms::by_code(code).map(|found| found.code.clone());
        let body = of_committee.is_none().then(|| code.to_owned());
        return Some(Source {
            mechanism: of_committee.or_else(|| Some("TB".to_owned())),
            body,
            ..Source::default()
        });
    }
    let own = mechanisms::all()
        .iter()
        .find(|m| m.code.eq_ignore_ascii_case(words));
    let code = own.map(|found| found.code.as_str());
    let code = code.or_else(|| spellings::code_of("mechanism", words))?;
    Some(Source {
        mechanism: Some(code.to_owned()),
        ..Source::default()
    })
}

/// What may name a mechanism inside a longer cell: between signs, and the words at its beginning.
fn parts_of(value: &str) -> Vec<String> {
    let value: String = value.chars().take(300).collect();
    let between = value.split(['(', ')', ',', ';', ':', '-', '\u{2013}', '/', '\n']);
    let mut parts: Vec<String> = between
        .map(squeeze)
        .filter(|part| !part.is_empty())
        .collect();
    let words: Vec<&str> = value.split_whitespace().take(12).collect();
    parts.extend(
        (1..words.len())
            .rev()
            .filter_map(|end| words.get(..end))
            .map(|w| w.join(" ")),
    );
    parts
}

/// The mandate a cell of special procedures names.
pub(super) fn mandate(value: &str) -> Option<String> {
    let words = squeeze(value.trim_start_matches(['-', ' ']));
    let is_general = ["SP", "special procedures", "special procedure"]
        .iter()
        .any(|general| fold(general) == fold(&words));
    (!is_general && !words.is_empty()).then(|| words.chars().take(200).collect())
}

/// The committee a cell names, by its code.
pub(super) fn committee(value: &str) -> Option<String> {
    let bare = value.trim_start_matches(['-', ' ']);
    let code = spellings::code_of("body", bare)?;
    treaty_bodies::by_code(code).map(|body| body.code.clone())
}

pub(super) fn is_theme(value: &str) -> bool {
    vocabularies::find_theme(value).is_some() || is_issue(value)
}

pub(super) fn is_group(value: &str) -> bool {
    vocabularies::find_group(value).is_some()
}

pub(super) fn is_issue(value: &str) -> bool {
    let wanted = fold(value);
    vocabularies::issues()
        .iter()
        .any(|issue| fold(&issue.label) == wanted)
}

/// A goal or target of the SDGs.
pub(super) fn sdg(value: &str) -> Option<String> {
    let folded = fold(value);
    let bare = ["ods", "odd", "цур", "target", "meta", "cible"]
        .iter()
        .fold(folded.as_str(), |rest, word| {
            rest.trim_start_matches(word).trim_start()
        });
    sdg_number(bare)
}

/// Whether a value is one goal or target, with or without its title: "16.2, 5.c" is two.
pub(super) fn is_one_sdg(value: &str) -> bool {
    let Some(number) = sdg(value) else {
        return false;
    };
    let folded = fold(value);
    let rest = folded.split_once(&number).map_or("", |(_, rest)| rest);
    !rest
        .trim_start()
        .starts_with([',', '/', ';', '&', '\u{60c}'])
}

/// BCP 47 of a code or name.
pub(super) fn language(value: &str) -> Option<String> {
    let folded = fold(value);
    let names = [
        (
            "en",
            [
                "en",
                "eng",
                "english",
                "anglais",
                "ingles",
                "англиискии",
                "الانجليزية",
            ],
        ),
        (
            "fr",
            [
                "fr",
                "fra",
                "french",
                "francais",
                "frances",
                "французскии",
                "الفرنسية",
            ],
        ),
        (
            "es",
            [
                "es",
                "spa",
                "spanish",
                "espagnol",
                "espanol",
                "испанскии",
                "الاسبانية",
            ],
        ),
        (
            "ru",
            [
                "ru",
                "rus",
                "russian",
                "russe",
                "ruso",
                "русскии",
                "الروسية",
            ],
        ),
        (
            "ar",
            [
                "ar",
                "ara",
                "arabic",
                "arabe",
                "العربية",
                "арабскии",
                "عربي",
            ],
        ),
        (
            "zh",
            [
                "zh",
                "zho",
                "chinese",
                "chinois",
                "chino",
                "китаискии",
                "الصينية",
            ],
        ),
    ];
    let by_name = names
        .iter()
        .find(|(_, names)| names.contains(&folded.as_str()));
    let is_tag = |tag: &&str| {
        let main = tag.split('-').next().unwrap_or_default();
        (2..=3).contains(&main.len())
            && tag.len() <= 11
            && main.chars().all(|c| c.is_ascii_lowercase())
    };
    let tag = Some(folded.as_str()).filter(is_tag).map(str::to_owned);
    by_name.map(|(code, _)| (*code).to_owned()).or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_found_in_many_languages_and_among_other_words() {
        let of = |value: &str| {
            let found = source(&TableWish::default(), value)
                .known()
                .unwrap_or_default();
            (
                found.mechanism.unwrap_or_default(),
                found.body.unwrap_or_default(),
            )
        };
        let pair = |mechanism: &str, body: &str| (mechanism.to_owned(), body.to_owned());
        assert_eq!(of("UPR"), pair("UPR", ""));
        assert_eq!(of("- UPR"), pair("UPR", ""));
        assert_eq!(of("Examen Periódico Universal, 2014"), pair("UPR", ""));
        assert_eq!(
            of("Comité de Derechos Económicos, Sociales y Culturales"),
            pair("TB", "CESCR")
        );
        assert_eq!(of("Committee against Torture (CAT)"), pair("TB", "CAT"));
        assert_eq!(of("CEDAW/C/MDA/CO/6"), pair("TB", "CEDAW"));
        assert_eq!(of("Комитет по правам ребенка"), pair("TB", "CRC"));
        assert_eq!(of("Special Rapporteur on torture").0, "SP");
        assert_eq!(of("SPT"), pair("SPT", ""));
        assert_eq!(
            source(&TableWish::default(), "the neighbours"),
            Value::Unknown
        );
        assert_eq!(source(&TableWish::default(), " - "), Value::Nothing);
    }

    #[test]
    fn an_answer_of_a_person_decides_before_any_vocabulary() {
        use crate::import::table::wish::ValueAnswer;
        let answer = |field, value: &str, meaning: &str| ValueAnswer {
            field,
            value: value.to_owned(),
            meaning: meaning.to_owned(),
        };
        let wish = TableWish {
            answers: vec![
                answer(AnsweredField::State, "Ruritania", "CHL"),
                answer(AnsweredField::State, "Chad", ""),
                answer(AnsweredField::Position, "à voir", "PEN"),
            ],
            ..TableWish::default()
        };
        assert_eq!(state(&wish, "RURITANIA "), Value::Known("CHL".to_owned()));
        assert_eq!(state(&wish, "Chad"), Value::Nothing);
        assert_eq!(state(&wish, "Atlantis"), Value::Unknown);
        assert_eq!(
            position(&wish, "A voir", None),
            Value::Known("PEN".to_owned())
        );
        assert_eq!(
            position(&wish, "tomada nota", None),
            Value::Known("NOT".to_owned())
        );
    }
}
