//! Reads reports of the UPR Working Group in Word (FORMATS b4), for instance A/HRC/59/15.
//!
//! Nothing stands in rows here. The position of a recommendation is said by the sentence that leads in
//! the list it stands in; the number before it is often set by Word and stands in no text; the States
//! that made it stand in brackets at its end. What in the section of recommendations is understood as
//! none of these is listed with its place, and nothing is dropped in silence.

mod front;
mod gathered;

use super::clean::plain;
use super::draft::{Format, Reading};
use super::recognise::{Ask, choose_state};
use super::review_text::about::{self, About};
use super::review_text::positions::position_of;
use super::review_text::speaks_of_recommendations;
use super::states::cut_states;
use crate::base::text::fold;
use crate::base::{Error, Problem, Result, Severity};
use crate::office::docx_read::{Block, Document, Paragraph};

use self::gathered::Gathered;

/// The headings of the section, folded, and the language of the report that has them.
const SECTIONS: [(&str, &str); 8] = [
    ("conclusions and/or recommendations", "en"),
    ("conclusions and recommendations", "en"),
    ("conclusions et/ou recommandations", "fr"),
    ("conclusions et recommandations", "fr"),
    ("conclusiones y/o recomendaciones", "es"),
    ("conclusiones y recomendaciones", "es"),
    ("выводы и/или рекомендации", "ru"),
    ("выводы и рекомендации", "ru"),
];

/// Where the part on pledges begins, and where the annexes do.
const PLEDGES: [&str; 6] = [
    "voluntary pledges",
    "voluntary commitments",
    "engagements volontaires",
    "promesas y compromisos voluntarios",
    "compromisos voluntarios",
    "добровольн",
];
const ANNEXES: [&str; 9] = [
    "annex",
    "annexe",
    "anexo",
    "приложение",
    "composition of the delegation",
    "composition de la delegation",
    "composicion de la delegacion",
    "состав делегации",
    "appendix",
];

/// The longest heading.
const LONGEST_HEADING: usize = 200;
/// The most bytes of text in a report; long ones have half a million.
pub(super) const MOST_TEXT_BYTES: usize = 4 << 20;

/// A document that is a report of the Working Group.
pub(super) struct Report<'a> {
    document: &'a Document,
    /// The block behind the heading of the section.
    from: usize,
    language: &'static str,
    about: About,
}

/// Finds the section of recommendations; `None` where the document is no such report.
pub(super) fn find_report(document: &Document) -> Option<Report<'_>> {
    let about = about::read(document);
    if about.is_addendum || text_bytes(document) > MOST_TEXT_BYTES {
        return None;
    }
    // The table of contents has the heading too: the section is where positions are given.
    let headings = document.blocks.iter().enumerate();
    let sections: Vec<(usize, &'static str)> = headings
        .filter_map(|(at, block)| Some((at, section_heading(paragraph_of(block)?)?)))
        .collect();
    let is_lead = |block: &Block| {
        let paragraph = paragraph_of(block);
        paragraph.is_some_and(|paragraph| lead_in(&plain(&paragraph.text), None).is_some())
    };
    let last_lead = document.blocks.iter().rposition(is_lead)?;
    let before = sections.iter().rev().copied();
    let (at, language) = before.into_iter().find(|(at, _)| *at < last_lead)?;
    Some(Report {
        document,
        from: at + 1,
        language,
        about,
    })
}

pub(super) fn text_bytes(document: &Document) -> usize {
    let paragraphs = document.blocks.iter().filter_map(paragraph_of);
    paragraphs.map(|paragraph| paragraph.text.len()).sum()
}

fn paragraph_of(block: &Block) -> Option<&Paragraph> {
    match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::Table(_) => None,
    }
}

fn section_heading(paragraph: &Paragraph) -> Option<&'static str> {
    if paragraph.text.len() > LONGEST_HEADING {
        return None;
    }
    let text = fold(&plain(&paragraph.text));
    let found = SECTIONS
        .iter()
        .find(|(heading, _)| text.contains(heading))?;
    // A sentence that speaks of the section is no heading; "II. Conclusions and/or recommendations" is.
    (text.chars().count() <= found.0.chars().count() + 12).then_some(found.1)
}

/// The longest sentence that leads in a list.
const LONGEST_LEAD_IN: usize = 4_000;

/// The position a sentence gives to the recommendations beneath it; `None` where it leads in none.
fn lead_in(text: &str, cycle: Option<u32>) -> Option<&'static str> {
    if text.len() > LONGEST_LEAD_IN || !speaks_of_recommendations(text) {
        return None;
    }
    let position = position_of(text, cycle)?;
    cut_states(text).states.is_empty().then_some(position)
}

/// What a heading without a number begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Pledges,
    Annexes,
    /// A theme or another title, which says nothing about the recommendations.
    Other,
}

fn heading_of(paragraph: &Paragraph, text: &str) -> Option<Part> {
    let is_short = text.len() <= LONGEST_HEADING && !text.ends_with([';', ':']);
    if !is_short {
        return None;
    }
    let folded = fold(text);
    // "III. Voluntary pledges".
    let numeral = folded.split_once(". ").filter(|(numeral, _)| {
        numeral.len() <= 4 && numeral.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
    });
    let bare = numeral.map_or(folded.as_str(), |(_, rest)| rest);
    let begins = |words: &[&str]| {
        words
            .iter()
            .any(|word| folded.starts_with(word) || bare.starts_with(word))
    };
    match () {
        () if begins(&ANNEXES) => Some(Part::Annexes),
        () if begins(&PLEDGES) => Some(Part::Pledges),
        () if paragraph.is_heading => Some(Part::Other),
        () => None,
    }
}

impl Report<'_> {
    pub(super) fn layout(&self) -> String {
        match self.about.is_provisional {
            true => format!("{} (draft)", self.language),
            false => self.language.to_owned(),
        }
    }

    pub(super) fn about(&self) -> &About {
        &self.about
    }

    /// Reads every recommendation of the report.
    ///
    /// # Errors
    /// `import-state-needed`, `import-state-not-in-file`, `import-without-recommendations`.
    pub(super) fn read(&self, ask: &Ask) -> Result<Reading> {
        let mut gathered = Gathered::new(&self.about, self.language);
        for block in self.document.blocks.iter().skip(self.from) {
            let goes_on = match block {
                Block::Paragraph(paragraph) => gathered.take(paragraph),
                Block::Table(number) => gathered.pass_table(self.document, *number),
            };
            if !goes_on {
                break;
            }
        }
        let (read, drafts, mut problems) = gathered.finish();
        if drafts.is_empty() {
            return Err(Error::person("import-without-recommendations"));
        }
        let found = self.about.states(drafts.len());
        let state = choose_state(&found, ask)?;
        problems.extend(self.about_problems());
        Ok(Reading {
            format: Format::WorkingGroupReport,
            layout: self.layout(),
            confidence: self.about.confidence(),
            encoding: None,
            state,
            states_found: found,
            read,
            drafts,
            problems,
        })
    }

    fn about_problems(&self) -> Vec<Problem> {
        let about = &self.about;
        let mut problems = Vec::new();
        if about.state.is_none() {
            let problem = Problem::new(Severity::Notice, "import-state-not-stated");
            problems.push(problem.value(about.name.clone().unwrap_or_default()));
        }
        if about.symbol.is_none() {
            problems.push(Problem::new(Severity::Warning, "report-symbol-missing"));
        }
        if about.cycle.is_none() {
            problems.push(Problem::new(Severity::Warning, "import-cycle-not-stated"));
        }
        if about.is_provisional {
            let problem = Problem::new(Severity::Notice, "report-is-a-draft");
            problems.push(problem.value(about.symbol.clone().unwrap_or_default()));
        }
        problems
    }
}
