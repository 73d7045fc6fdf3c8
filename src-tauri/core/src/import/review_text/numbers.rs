//! Numbers of paragraphs: at the front of a paragraph, and in sentences that list many of them.

use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;

/// A number before a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum Number {
    /// `115.`
    Main(u32),
    /// `115.12`
    Sub(u32, u32),
    /// `(a)`
    Letter(String),
}

/// Splits the number off the front of a text: "115.12 Adopt", "115. The …", "(a) Adopt".
pub(in crate::import) fn split_front(text: &str) -> Option<(Number, &str)> {
    let text = text.trim_start();
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(text);
    if first == 0 {
        return split_letter(text);
    }
    if first > 3 {
        return None;
    }
    let main: u32 = text.get(..first)?.parse().ok()?;
    let rest = text.get(first..)?;
    if let Some(rest) = rest.strip_prefix(')') {
        return Some((Number::Main(main), rest.trim_start()));
    }
    let behind = rest.strip_prefix('.')?;
    let close = behind.strip_prefix(' ').unwrap_or(behind);
    let second = digits(close);
    let sub = close.get(..second).and_then(|sub| sub.parse().ok());
    let tail = close.get(second..)?;
    let is_number = (1..=3).contains(&second) && !tail.starts_with(['%', ',', '/', ')']);
    match sub.filter(|_| is_number) {
        Some(sub) => Some((Number::Sub(main, sub), tail.trim_start_matches(is_sign))),
        None if behind.is_empty() || behind.starts_with(char::is_whitespace) => {
            Some((Number::Main(main), behind.trim_start()))
        }
        None => {
            let is_word = behind.starts_with(char::is_alphabetic);
            is_word.then_some((Number::Main(main), behind))
        }
    }
}

fn is_sign(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '.' | ':')
}

fn split_letter(text: &str) -> Option<(Number, &str)> {
    let inside = text.strip_prefix('(').unwrap_or(text);
    let (letters, rest) = inside.split_once(')')?;
    let is_letter =
        (1..=2).contains(&letters.len()) && letters.chars().all(|c| c.is_ascii_lowercase());
    is_letter.then(|| (Number::Letter(letters.to_owned()), rest.trim_start()))
}

/// The most numbers one range may stand for; a review has some 300 recommendations.
const LONGEST_RANGE: u32 = 400;

/// A run of numbers in a sentence, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Listed {
    pub place: Range<usize>,
    pub paragraphs: Vec<String>,
}

fn pattern() -> Option<&'static Regex> {
    static PATTERN: OnceLock<Option<Regex>> = OnceLock::new();
    PATTERN
        .get_or_init(|| {
            let range =
                r"\s*(?:-|\x{2010}|\x{2011}|\x{2013}|\x{2014}|to|through|up to|à|al?|до|по)\s*";
            let number = r"(\d{1,3})\.\s?(\d{1,3})";
            let bare = format!(r"{number}(?:{range}(?:(\d{{1,3}})\.)?(\d{{1,3}}))?");
            Regex::new(&bare).ok()
        })
        .as_ref()
}

/// Every paragraph number of the form `115.4` in a text, ranges written out: "115.1–115.4".
pub(in crate::import) fn listed(text: &str) -> Vec<Listed> {
    let Some(pattern) = pattern() else {
        return Vec::new();
    };
    let mut all = Vec::new();
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| pattern.captures(rest)) {
        let Some(whole) = found.get(0) else { break };
        let number = |at: usize| {
            found
                .get(at)
                .and_then(|part| part.as_str().parse::<u32>().ok())
        };
        let simple = found.get(2).map_or(whole.end(), |part| part.end());
        let (Some(main), Some(first)) = (number(1), number(2)) else {
            break;
        };
        let last = number(4)
            .filter(|last| number(3).is_none_or(|other| other == main) && *last > first)
            .filter(|last| last - first < LONGEST_RANGE)
            .filter(|_| is_whole(text, from + whole.start(), from + whole.end()));
        let end = from + last.map_or(simple, |_| whole.end());
        let start = from + whole.start();
        if is_whole(text, start, end) {
            all.push(Listed {
                place: start..end,
                paragraphs: (first..=last.unwrap_or(first))
                    .map(|sub| format!("{main}.{sub}"))
                    .collect(),
            });
        }
        from = end;
    }
    all
}

/// Not a piece of a date, an amount, an article or a target.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let behind = text.get(end..).unwrap_or_default();
    let word = before
        .trim_end()
        .rsplit(' ')
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let is_other = [
        "target", "targets", "sdg", "goal", "article", "section", "art.",
    ]
    .contains(&word.trim_start_matches('('));
    let more = behind.strip_prefix('.').unwrap_or(behind);
    let goes_on = more.len() < behind.len() && more.starts_with(|c: char| c.is_ascii_digit());
    let trimmed = behind.trim_start();
    let is_amount = [
        "%",
        "per cent",
        "percent",
        "million",
        "billion",
        "pour cent",
        "por ciento",
    ]
    .iter()
    .any(|unit| trimmed.starts_with(unit));
    !before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '/' | ','))
        && !behind.starts_with(|c: char| c.is_ascii_digit() || c == '/')
        && !goes_on
        && !is_amount
        && !is_other
}

/// Words that may stand before the numbers at the front of a paragraph.
const OPENINGS: [&str; 14] = [
    "recommendations",
    "recommendation",
    "recommandations",
    "recommandation",
    "recomendaciones",
    "recomendacion",
    "recomendación",
    "рекомендации",
    "рекомендация",
    "response to",
    "paragraphs",
    "paragraph",
    "no.",
    "nos.",
];

/// The numbers a text begins with and what follows them: "Recommendations 115.1, 115.2 and 115.4:".
pub(in crate::import) fn open_with(text: &str) -> Option<(Vec<String>, &str)> {
    let mut rest = text.trim_start();
    while let Some(cut) = OPENINGS.iter().find_map(|word| strip_word(rest, word)) {
        rest = cut.trim_start();
    }
    let mut paragraphs = Vec::new();
    let mut end = 0;
    for run in listed(rest) {
        let between = rest.get(end..run.place.start)?;
        let between = between.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
        let joins = matches!(
            between.to_lowercase().as_str(),
            "" | "and" | "&" | "et" | "y" | "и"
        );
        if !joins {
            break;
        }
        end = run.place.end;
        paragraphs.extend(run.paragraphs);
    }
    (!paragraphs.is_empty()).then(|| (paragraphs, rest.get(end..).unwrap_or_default()))
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let start = text.get(..word.len())?;
    let matches = start.to_lowercase() == word;
    matches.then(|| text.get(word.len()..)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        listed(text)
            .into_iter()
            .flat_map(|run| run.paragraphs)
            .collect()
    }

    #[test]
    fn a_number_is_split_from_the_front_however_it_is_set() {
        assert_eq!(
            split_front("115.12\u{a0}Adopt"),
            Some((Number::Sub(115, 12), "Adopt"))
        );
        assert_eq!(
            split_front("115.12. Adopt"),
            Some((Number::Sub(115, 12), "Adopt"))
        );
        assert_eq!(split_front("115. The"), Some((Number::Main(115), "The")));
        assert_eq!(split_front("7) Adopt"), Some((Number::Main(7), "Adopt")));
        assert_eq!(
            split_front("(ab) Adopt"),
            Some((Number::Letter("ab".into()), "Adopt"))
        );
        assert_eq!(split_front("2030 Agenda"), None);
        assert_eq!(split_front("3.5% of it"), None);
        assert_eq!(split_front("(Chile)"), None);
    }

    #[test]
    fn ranges_are_written_out_and_dates_and_amounts_are_no_numbers() {
        assert_eq!(
            all("115.1\u{2013}115.3, 115.7 and 115.9"),
            ["115.1", "115.2", "115.3", "115.7", "115.9"]
        );
        assert_eq!(
            all("115.1 to 3 and 116.2"),
            ["115.1", "115.2", "115.3", "116.2"]
        );
        let none = all("on 12.05.2014, 3.5 per cent, target 16.2, 7.5%");
        assert!(none.is_empty(), "{none:?}");
        assert_eq!(all("115.9-115.2"), ["115.9", "115.2"]);
        assert_eq!(all("115.1-115.999").len(), 2, "no range of a thousand");
    }

    #[test]
    fn a_paragraph_opens_with_one_number_or_several() {
        let (numbers, rest) =
            open_with("Recommendations 115.1, 115.2 and 115.4: accepted").unwrap();
        assert_eq!((numbers.len(), rest), (3, ": accepted"));
        assert_eq!(open_with("Slovenia accepts 115.1"), None);
        assert_eq!(open_with("115.4").unwrap().1, "");
    }
}
