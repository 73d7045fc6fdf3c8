//! What the page header or title of a matrix says: "UPR of Slovenia (2nd Cycle – 20th session)".

use crate::base::text::{fold, squeeze};
use crate::office::docx_read::Document;
use crate::reference::{sessions, symbols};

/// Whom and what the document is about, as far as it says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct About {
    /// The State's name as written.
    pub name: Option<String>,
    /// ISO 3166-1 alpha-3, where the name resolves.
    pub state: Option<String>,
    pub cycle: Option<u32>,
    pub session: Option<u32>,
}

pub(super) fn read(document: &Document) -> About {
    let texts = document.headers.iter().flat_map(|header| header.lines());
    let mut lines = texts.chain(document.paragraphs.iter().take(20).map(String::as_str));
    lines.find_map(read_line).unwrap_or_default()
}

fn read_line(line: &str) -> Option<About> {
    let line = squeeze(line);
    let lower = fold(&line);
    let rest = [
        "upr of ",
        "universal periodic review of ",
        "universal periodic review - ",
    ]
    .iter()
    .find_map(|opening| after_ignoring_case(&line, opening))?;
    // The name ends before the bracket that holds the cycle or the session.
    let end = rest
        .char_indices()
        .filter(|(_, letter)| *letter == '(')
        .map(|(place, _)| place)
        .find(|place| {
            let inside = rest.get(*place..).map(fold).unwrap_or_default();
            inside
                .trim_start_matches(['(', ' '])
                .starts_with(|c: char| c.is_ascii_digit())
        });
    let name = rest.get(..end.unwrap_or(rest.len()))?;
    let name = name
        .trim_end_matches([' ', '-', '\u{2013}', ':', ','])
        .to_owned();
    let session = ordinal_before(&lower, "session");
    let cycle = ordinal_before(&lower, "cycle");
    Some(About {
        state: super::state_named(&name),
        cycle: cycle.or_else(|| session.and_then(sessions::cycle_of_session).map(u32::from)),
        session,
        name: Some(name).filter(|name| !name.is_empty()),
    })
}

fn after_ignoring_case<'a>(line: &'a str, opening: &str) -> Option<&'a str> {
    line.char_indices().find_map(|(place, _)| {
        let end = place + opening.len();
        let matches = line
            .get(place..end)
            .is_some_and(|part| part.eq_ignore_ascii_case(opening));
        matches.then(|| line.get(end..)).flatten()
    })
}

/// "2nd cycle", "20 th session": the number before a word.
fn ordinal_before(text: &str, word: &str) -> Option<u32> {
    let (before, _) = text.split_once(word)?;
    let before = before.trim_end();
    let number = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| before.strip_suffix(ending))?
        .trim_end();
    let start = number.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    number.get(start..)?.parse().ok()
}

/// The cycle of a Working Group report, by the session of the Council it was submitted to.
pub(super) fn cycle_of_document(symbol: &str) -> Option<u32> {
    let session = symbols::parse(symbol)?.council_session?;
    sessions::cycle_of_council_session(session).map(u32::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_names_state_cycle_and_session() {
        let about = read_line("UPR of Slovenia ( 2 nd Cycle \u{2013} 20 th session)").unwrap();
        assert_eq!((about.cycle, about.session), (Some(2), Some(20)));
        assert_eq!(about.name.as_deref(), Some("Slovenia"));
    }

    #[test]
    fn a_name_with_brackets_is_read_whole() {
        let line = "UPR of Iran (Islamic Republic of) (3rd Cycle \u{2013} 34th session)";
        let about = read_line(line).unwrap();
        assert_eq!(about.state.as_deref(), Some("IRN"));
        assert_eq!(about.cycle, Some(3));
    }

    #[test]
    fn other_lines_say_nothing() {
        assert_eq!(read_line("Thematic list of recommendations"), None);
    }

    #[test]
    fn the_council_session_tells_the_cycle() {
        assert_eq!(cycle_of_document("A/HRC/28/15"), Some(2));
        assert_eq!(cycle_of_document("A/HRC/59/15"), Some(4));
    }
}
