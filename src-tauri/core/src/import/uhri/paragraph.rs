//! The paragraph number, which the Index leaves glued to the front of the text, sometimes with the
//! heading of its section before it.

use super::super::clean::plain;

/// A text and the paragraph it was.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Cut {
    pub(super) paragraph: Option<String>,
    pub(super) letter: Option<String>,
    pub(super) text: String,
}

/// Lines before the numbered one that may be headings.
const MOST_HEADINGS: usize = 3;
/// Letters of a heading.
const LONGEST_HEADING: usize = 160;

/// Cuts headings and number from the front of a text.
pub(super) fn cut(raw: &str) -> Cut {
    let lines: Vec<String> = lines(raw);
    for (place, line) in lines.iter().enumerate().take(MOST_HEADINGS + 1) {
        if let Some((number, rest)) = numbered(line) {
            let behind = lines.get(place + 1..).unwrap_or_default();
            let text = std::iter::once(rest).chain(behind.iter().map(String::as_str));
            let text = text.filter(|part| !part.is_empty()).collect::<Vec<_>>();
            return Cut {
                paragraph: Some(number.paragraph),
                letter: number.letter,
                text: text.join(" "),
            };
        }
        if line.chars().count() > LONGEST_HEADING || line.ends_with('.') {
            break;
        }
    }
    Cut {
        text: lines.join(" "),
        ..Cut::default()
    }
}

/// The lines of a text, those made by tags among them, each without markup.
fn lines(raw: &str) -> Vec<String> {
    let mut broken = raw.replace(['\r', '\u{b}', '\u{c}'], "\n");
    for tag in ["<br>", "<br/>", "<br />", "</p>", "</div>", "</li>"] {
        broken = broken.replace(tag, "\n");
    }
    let lines = broken.lines().map(plain);
    lines.filter(|line| !line.is_empty()).collect()
}

struct Number {
    paragraph: String,
    letter: Option<String>,
}

/// "136.1 Adopt …", "49.The Committee …", "17 (b) Adopt …", "Recommendation No. 21, para. 96: 21 …".
fn numbered(line: &str) -> Option<(Number, &str)> {
    if let Some((number, rest)) = named_paragraph(line) {
        return Some((number, rest));
    }
    let (first, rest) = digits(line)?;
    if let Some((letter, rest)) = bracketed_letter(rest) {
        let letter = Some(letter.to_owned());
        let paragraph = first.to_owned();
        return Some((Number { paragraph, letter }, rest));
    }
    let rest = rest.strip_prefix('.')?.trim_start();
    let (paragraph, rest) = match digits(rest) {
        // "136.1", but not "7. 2030 Agenda": a second number has at most three digits.
        Some((second, behind)) if !behind.starts_with(|c: char| c.is_ascii_digit()) => {
            (format!("{first}.{second}"), behind)
        }
        _ => (first.to_owned(), rest),
    };
    let (letter, rest) = match bracketed_letter(rest) {
        Some((letter, rest)) => (Some(letter.to_owned()), rest),
        None => (None, rest.trim_start_matches(['.', ':', ' '])),
    };
    // "1.5 million children": a number that belongs to the sentence is followed by a small letter.
    if rest.starts_with(char::is_lowercase) && paragraph.contains('.') && letter.is_none() {
        return None;
    }
    Some((Number { paragraph, letter }, rest))
}

/// "Recommendation No. 5 of the report, para. 96: 21 Adopt …": paragraph and running number.
fn named_paragraph(line: &str) -> Option<(Number, &str)> {
    let opening = line.get(.."recommendation no".len())?;
    if !opening.eq_ignore_ascii_case("recommendation no") {
        return None;
    }
    let lower = line.to_ascii_lowercase();
    let place = lower.find("para")?;
    if place > LONGEST_HEADING {
        return None;
    }
    let rest = line.get(place..)?;
    let rest = rest
        .trim_start_matches(|c: char| c.is_alphabetic())
        .trim_start_matches(['.', ' ']);
    let (first, rest) = digits(rest)?;
    let rest = rest.trim_start_matches([':', '.', ' ', ',']);
    let (paragraph, rest) = match digits(rest) {
        Some((second, behind)) => (format!("{first}.{second}"), behind),
        None => (first.to_owned(), rest),
    };
    let letter = None;
    let rest = rest.trim_start_matches(['.', ':', ' ', ',', ';']);
    Some((Number { paragraph, letter }, rest))
}

/// One to three digits at the front, no fourth behind them.
fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if !(1..=3).contains(&end) {
        return None;
    }
    Some((text.get(..end)?, text.get(end..)?))
}

/// "(b)" at the front, one or two letters.
fn bracketed_letter(text: &str) -> Option<(&str, &str)> {
    let inside = text.trim_start().strip_prefix('(')?;
    let (letter, rest) = inside.split_once(')')?;
    let is_letter =
        (1..=2).contains(&letter.len()) && letter.chars().all(|c| c.is_ascii_lowercase());
    is_letter.then(|| (letter, rest.trim_start_matches(['.', ' '])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(raw: &str) -> (Option<String>, Option<String>, String) {
        let cut = cut(raw);
        (cut.paragraph, cut.letter, cut.text)
    }

    fn is(paragraph: &str, letter: &str, text: &str) -> (Option<String>, Option<String>, String) {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        (some(paragraph), some(letter), text.to_owned())
    }

    #[test]
    fn numbers_are_cut_however_they_are_glued() {
        assert_eq!(told("136.1 Adopt it"), is("136.1", "", "Adopt it"));
        assert_eq!(told("136.1.Adopt it"), is("136.1", "", "Adopt it"));
        assert_eq!(
            told("49.The Committee&nbsp;asks"),
            is("49", "", "The Committee asks")
        );
        assert_eq!(told("17 (b) Adopt it"), is("17", "b", "Adopt it"));
        assert_eq!(told("17.(b)Adopt it"), is("17", "b", "Adopt it"));
        let named = "Recommendation No. 21 of A/HRC/11/29, para. 96: 21 Adopt it";
        assert_eq!(told(named), is("96.21", "", "Adopt it"));
    }

    #[test]
    fn a_heading_of_the_section_may_come_first() {
        let raw = "Domestic application of the Covenant\n7. The Committee asks\nthat it be done";
        let expected = is("7", "", "The Committee asks that it be done");
        assert_eq!(told(raw), expected);
        assert_eq!(
            told("<p>B.Positive aspects</p><p>3.The Committee asks that it be done</p>").0,
            Some("3".to_owned())
        );
    }

    #[test]
    fn numbers_of_the_sentence_are_no_paragraph() {
        for text in [
            "2030 Agenda goals are to be met",
            "1.5 million children are to be schooled",
            "The Committee asks.\n12. That is another paragraph",
            "Adopt it by 2030",
        ] {
            let cut = cut(text);
            assert_eq!(cut.paragraph, None, "{text}");
            assert_eq!(cut.text, plain(text));
        }
    }
}
