//! Numbers in their many spellings: cycles, sessions, categories and paragraphs.

use super::dates::latin_digits;
use super::values::{Value, is_nothing};
use crate::base::text::{fold, squeeze};
use crate::reference::categories;

/// 1 to 9, in digits, in Roman letters or as a word: "3", "Cycle 3", "3rd", "III", "third".
pub(super) fn cycle(value: &str) -> Value<u32> {
    let folded = fold(&latin_digits(value));
    if folded.is_empty() {
        return Value::Nothing;
    }
    let roman = ["i", "ii", "iii", "iv", "v", "vi"];
    let words: [&[&str]; 5] = [
        &["first", "premier", "primer", "primero", "первыи", "الاولى"],
        &["second", "deuxieme", "segundo", "второи", "الثانية"],
        &[
            "third",
            "troisieme",
            "tercer",
            "tercero",
            "третии",
            "الثالثة",
        ],
        &["fourth", "quatrieme", "cuarto", "четвертыи", "الرابعة"],
        &["fifth", "cinquieme", "quinto", "пятыи", "الخامسة"],
    ];
    let mut numbers = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter_map(|word| {
            let digits = word.trim_end_matches(char::is_alphabetic);
            let place = |found: Option<usize>| found.and_then(|at| u32::try_from(at + 1).ok());
            digits
                .parse()
                .ok()
                .or_else(|| place(roman.iter().position(|numeral| *numeral == word)))
                .or_else(|| place(words.iter().position(|names| names.contains(&word))))
        });
    Value::of(numbers.next().filter(|cycle| (1..=9).contains(cycle)))
}

/// "44", "44 - November 2023", "44th session".
pub(super) fn session(value: &str) -> Value<u32> {
    let folded = fold(&latin_digits(value));
    if folded.is_empty() {
        return Value::Nothing;
    }
    let mut numbers = folded
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|digits| !digits.is_empty());
    let first = numbers.next().and_then(|digits| digits.parse().ok());
    Value::of(first.filter(|session| (1..=999).contains(session)))
}

/// 1 to 5: "5", "5 - Specific action", "Specific action".
pub(super) fn category(value: &str) -> Value<u8> {
    let folded = fold(value);
    if is_nothing(&folded) {
        return Value::Nothing;
    }
    let digits: String = folded.chars().take_while(char::is_ascii_digit).collect();
    let by_number = digits.parse().ok().filter(|code| (1..=5).contains(code));
    let by_name = categories::all().iter().find(|category| {
        let name = fold(&category.name);
        name == folded || name.strip_suffix(" action") == Some(folded.as_str())
    });
    Value::of(by_number.or_else(|| by_name.map(|category| category.code)))
}

/// Paragraph and letter: "121.34", "para. 17 (b)", "§ 12", "17b".
pub(super) fn paragraph(value: &str) -> Value<(String, Option<String>)> {
    let folded = squeeze(&latin_digits(value));
    if folded.is_empty() {
        return Value::Nothing;
    }
    let start = folded.find(|letter: char| letter.is_ascii_digit());
    let Some(tail) = start.and_then(|start| folded.get(start..)) else {
        return Value::Unknown;
    };
    let end = tail.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
    let number = tail.get(..end.unwrap_or(tail.len())).unwrap_or_default();
    let number = number.trim_matches('.');
    let rest = tail.get(end.unwrap_or(tail.len())..).unwrap_or_default();
    let letter: String = rest.chars().filter(|c| c.is_alphanumeric()).collect();
    let letter = letter.to_lowercase();
    let is_letter = letter.chars().count() <= 4 && letter.chars().all(char::is_alphabetic);
    match is_letter && number.len() <= 12 {
        true => Value::Known((number.to_owned(), Some(letter).filter(|l| !l.is_empty()))),
        false => Value::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::table::values::{language, sdg};

    #[test]
    fn numbers_are_read_in_their_many_spellings() {
        for value in [
            "3",
            "Cycle 3",
            "3rd cycle",
            "III",
            "third",
            "tercer ciclo",
            "3.0",
        ] {
            assert_eq!(cycle(value), Value::Known(3), "{value}");
        }
        assert_eq!(cycle("soon"), Value::Unknown);
        assert_eq!(session("44 - November 2023"), Value::Known(44));
        let of = |value: &str| paragraph(value).known();
        let known = |number: &str, letter: &str| {
            Some((
                number.to_owned(),
                Some(letter.to_owned()).filter(|l| !l.is_empty()),
            ))
        };
        assert_eq!(of("121.10"), known("121.10", ""));
        assert_eq!(of("para. 17 (b)"), known("17", "b"));
        assert_eq!(of("§ 12"), known("12", ""));
        assert_eq!(paragraph("see annex"), Value::Unknown);
        assert_eq!(category("5 - Specific action"), Value::Known(5));
        assert_eq!(category("continuing"), Value::Known(2));
        assert_eq!(sdg("ODS 16"), Some("16".to_owned()));
        assert_eq!(language("Español"), Some("es".to_owned()));
    }
}
