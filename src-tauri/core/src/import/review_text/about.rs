//! Whom and what a report or an addendum is about: symbol, State under review, cycle, session, language.

use std::sync::OnceLock;

use regex::Regex;

use crate::base::text::{fold, squeeze};
use crate::import::clean::plain;
use crate::import::draft::StateFound;
use crate::office::docx_read::{Block, Document};
use crate::reference::{sessions, states, symbols};

/// What the first page says, as far as it says.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(in crate::import) struct About {
    /// `A/HRC/59/15/Add.1`.
    pub symbol: Option<String>,
    /// A draft of the Working Group (`A/HRC/WG.6/48/L.9`): its paragraph numbers are not the last.
    pub is_provisional: bool,
    pub is_addendum: bool,
    /// The State under review as written.
    pub name: Option<String>,
    /// ISO 3166-1 alpha-3.
    pub state: Option<String>,
    pub cycle: Option<u32>,
    pub session: Option<u32>,
}

/// Lines in which symbol and title are looked for, and the most bytes of one.
const FIRST_LINES: usize = 150;
const LONGEST_LINE: usize = 500;

/// The title of reports and addenda, folded.
const TITLES: [&str; 8] = [
    "working group on the universal periodic review",
    "groupe de travail sur l'examen periodique universel",
    "grupo de trabajo sobre el examen periodico universal",
    "рабочеи группы по универсальному периодическому обзору",
    "views on conclusions and/or recommendations",
    "observations sur les conclusions et/ou recommandations",
    "opiniones sobre las conclusiones y/o recomendaciones",
    "мнения в отношении выводов и/или рекомендации",
];
/// Where those of addenda begin.
const OF_ADDENDA: usize = 4;

pub(in crate::import) fn read(document: &Document) -> About {
    let lines = first_lines(document);
    let headers = document.headers.iter().flat_map(|header| header.lines());
    let symbol = headers
        .clone()
        .filter(|line| line.len() <= LONGEST_LINE)
        .find_map(|line| symbol_in(line, false))
        .or_else(|| lines.iter().find_map(|line| symbol_in(line, true)));
    let mut about = About {
        is_addendum: lines
            .iter()
            .any(|line| titled(line, OF_ADDENDA..TITLES.len())),
        ..About::default()
    };
    let parsed = symbol.as_deref().and_then(symbols::parse);
    about.is_addendum |= parsed
        .as_ref()
        .is_some_and(|parsed| parsed.addendum.is_some());
    about.is_provisional = parsed
        .as_ref()
        .is_some_and(|parsed| parsed.kind == "upr_wg_draft");
    let found = state_of(&lines);
    about.state = found.as_ref().and_then(|found| found.iso3.clone());
    about.name = found.map(|found| found.name);
    let own = parsed.as_ref().and_then(|parsed| parsed.session);
    about.cycle = own
        .and_then(sessions::cycle_of_session)
        .map(u32::from)
        .or_else(|| {
            let session = parsed.as_ref()?.council_session?;
            sessions::cycle_of_council_session(session).map(u32::from)
        });
    about.session = own.or_else(|| {
        let cycle = u8::try_from(about.cycle?).ok()?;
        sessions::session_of(about.state.as_deref()?, cycle)
    });
    about.symbol = symbol;
    about
}

impl About {
    /// The symbol of the report: that of the addendum without its last part.
    pub(in crate::import) fn report(&self) -> Option<String> {
        let symbol = self.symbol.as_deref()?;
        symbol.split("/Add.").next().map(str::to_owned)
    }

    pub(in crate::import) fn states(&self, rows: usize) -> Vec<StateFound> {
        let named = self.state.iter().zip(&self.name);
        named
            .map(|(iso3, name)| StateFound {
                iso3: Some(iso3.clone()),
                name: name.clone(),
                rows: u32::try_from(rows).unwrap_or(u32::MAX),
            })
            .collect()
    }

    pub(in crate::import) fn confidence(&self) -> f32 {
        match (&self.symbol, &self.state) {
            (Some(_), Some(_)) => 1.0,
            _ => 0.8,
        }
    }
}

/// Whether the first page has the title of a report or of an addendum.
pub(in crate::import) fn has_title(document: &Document) -> bool {
    first_lines(document)
        .iter()
        .any(|line| titled(line, 0..TITLES.len()))
}

fn titled(line: &str, which: std::ops::Range<usize>) -> bool {
    let line = fold(line).replace('\u{2019}', "'");
    let mut titles = TITLES.get(which).unwrap_or_default().iter();
    titles.any(|title| line.contains(title))
}

/// The lines of the first page: the masthead is a table.
fn first_lines(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => lines.extend(paragraph.text.lines().map(plain_short)),
            Block::Table(number) => {
                let table = document.tables.iter().find(|table| table.number == *number);
                let rows = table.iter().flat_map(|table| table.rows.iter().take(20));
                let cells = rows.flat_map(|row| row.cells.iter().take(20));
                let within = cells.flat_map(|cell| cell.lines.iter().take(20));
                lines.extend(within.map(|line| plain_short(line)));
            }
        }
        if lines.len() >= FIRST_LINES {
            break;
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn plain_short(line: &str) -> String {
    match line.len() <= LONGEST_LINE {
        true => plain(line),
        false => String::new(),
    }
}

/// The symbol in a line; `alone`: only where the line is nothing else, as in a masthead.
fn symbol_in(line: &str, alone: bool) -> Option<String> {
    static PATTERN: OnceLock<Option<Regex>> = OnceLock::new();
    let pattern = PATTERN.get_or_init(|| {
        Regex::new(r"A/HRC/(?:WG\.6/\d{1,2}/L\.\d{1,3}|\d{1,2}/\d{1,3}(?:/Add\.\d{1,2})?)").ok()
    });
    let bare: String = line
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let found = pattern.as_ref()?.find(&bare)?;
    let is_alone = bare.len() <= found.len() + 20 && found.start() == 0;
    (is_alone || !alone).then(|| found.as_str().to_owned())
}

/// The State stands in the title, or in one of the lines beneath it.
fn state_of(lines: &[String]) -> Option<StateFound> {
    let titles = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| titled(line, 0..TITLES.len()));
    let beneath = titles.flat_map(|(at, _)| lines.iter().skip(at).take(6));
    let found = beneath.flat_map(|line| named(line)).next();
    found.or_else(|| lines.iter().find_map(|line| named_alone(line)))
}

fn named(line: &str) -> Option<StateFound> {
    named_alone(line).or_else(|| {
        let (_, behind) = line.rsplit_once([':', '\u{2013}', '\u{2014}'])?;
        named_alone(behind)
    })
}

/// A line that is the name of a State, with the signs of a footnote or not.
fn named_alone(line: &str) -> Option<StateFound> {
    let name = squeeze(line.trim_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != '('));
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim();
    // "CHE" on a page is more likely something else.
    if name.len() < 4 {
        return None;
    }
    states::resolve(name).map(|state| StateFound {
        iso3: Some(state.iso3.clone()),
        name: name.to_owned(),
        rows: 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_is_found_in_a_header_and_alone_in_a_masthead() {
        let page = "A/HRC/59/15/Add. 1 page 2";
        assert_eq!(symbol_in(page, false).as_deref(), Some("A/HRC/59/15/Add.1"));
        assert_eq!(symbol_in("see document A/HRC/59/15", true), None);
        assert_eq!(
            symbol_in("A/HRC/WG.6/48/L.9", true).as_deref(),
            Some("A/HRC/WG.6/48/L.9")
        );
    }

    #[test]
    fn a_name_alone_may_have_the_sign_of_a_footnote() {
        let of = |line: &str| named(line).and_then(|found| found.iso3);
        assert_eq!(of("Slovenia*").as_deref(), Some("SVN"));
        assert_eq!(
            of("Report of the Working Group: Slovenia").as_deref(),
            Some("SVN")
        );
        assert_eq!(of("Iran (Islamic Republic of)").as_deref(), Some("IRN"));
        assert_eq!(of("The review of Slovenia was held"), None);
    }
}
