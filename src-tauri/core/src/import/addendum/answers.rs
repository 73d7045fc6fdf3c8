//! The answers of an addendum as they are met: one a paragraph number, and what contradicts.

use std::collections::HashMap;

use super::super::draft::Draft;
use super::super::review_text::about::About;
use super::super::review_text::start_of;
use crate::base::{Problem, Severity};

/// The most answers of one addendum; a review has some 300 recommendations.
const MOST_ANSWERS: usize = 5_000;

/// The most bytes of all explanations: as many as the longest document has, five times.
const MOST_EXPLAINED: usize = 20 << 20;

/// Where in the document something stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Place {
    /// The number of a table; `None` among the paragraphs.
    pub table: Option<u32>,
    /// Row of the table, or paragraph counted from 1.
    pub row: u32,
    /// The number of the addendum's own paragraph.
    pub paragraph: Option<String>,
}

pub(super) struct Answers<'a> {
    pub about: &'a About,
    drafts: Vec<Draft>,
    places: HashMap<String, usize>,
    /// Answered in different ways: neither is taken.
    contradicted: Vec<usize>,
    problems: Vec<Problem>,
    passed_over: u32,
    /// Bytes of all explanations.
    explained: usize,
}

impl<'a> Answers<'a> {
    pub(super) fn new(about: &'a About) -> Self {
        Answers {
            about,
            drafts: Vec::new(),
            places: HashMap::new(),
            contradicted: Vec::new(),
            problems: Vec::new(),
            passed_over: 0,
            explained: 0,
        }
    }

    pub(super) fn cycle(&self) -> Option<u32> {
        self.about.cycle
    }

    /// Takes the answer to one paragraph of the report.
    pub(super) fn give(
        &mut self,
        number: &str,
        code: &str,
        explanation: Option<&str>,
        place: &Place,
    ) {
        let explanation = explanation.map(str::trim).filter(|text| !text.is_empty());
        let explanation = explanation.filter(|text| self.explained + text.len() <= MOST_EXPLAINED);
        self.explained += explanation.map_or(0, str::len);
        if let Some(at) = self.places.get(number).copied() {
            self.again(at, number, code, explanation, place);
            return;
        }
        if self.drafts.len() >= MOST_ANSWERS {
            return;
        }
        let mut draft = Draft::new(place.row, String::new(), String::new());
        draft.is_answer = true;
        draft.sheet = place.table.map(|table| table.to_string());
        draft.cycle = self.about.cycle;
        draft.session = self.about.session;
        draft.document = self.about.report();
        draft.paragraph = Some(number.to_owned());
        draft.position = Some(code.to_owned());
        draft.position_document.clone_from(&self.about.symbol);
        draft.position_paragraph.clone_from(&place.paragraph);
        draft.explanation = explanation.map(str::to_owned);
        self.places.insert(number.to_owned(), self.drafts.len());
        self.drafts.push(draft);
    }

    fn again(
        &mut self,
        at: usize,
        number: &str,
        code: &str,
        explanation: Option<&str>,
        place: &Place,
    ) {
        let Some(known) = self.drafts.get_mut(at) else {
            return;
        };
        if known.position.as_deref() == Some(code) {
            if known.explanation.is_none() {
                known.explanation = explanation.map(str::to_owned);
            }
            return;
        }
        let problem = Problem::new(Severity::Error, "addendum-answers-differ")
            .at(known.sheet.as_deref(), place.row, None)
            .value(code)
            .with("paragraph", number)
            .with("first", known.position.as_deref().unwrap_or_default())
            .with("place", known.row);
        self.problems.push(problem);
        self.contradicted.push(at);
    }

    /// Lists what was met and not understood.
    pub(super) fn report(&mut self, code: &str, paragraph: &str, value: &str, place: &Place) {
        let table = place.table.map(|table| table.to_string());
        let problem = Problem::new(Severity::Warning, code)
            .at(table.as_deref(), place.row, None)
            .value(start_of(value));
        self.problems.push(problem.with("paragraph", paragraph));
    }

    pub(super) fn pass_over(&mut self) {
        self.passed_over += 1;
    }

    pub(super) fn finish(mut self) -> (Vec<Draft>, Vec<Problem>) {
        if self.passed_over > 0 {
            let problem = Problem::new(Severity::Notice, "addendum-paragraphs-passed-over");
            self.problems.push(problem.with("count", self.passed_over));
        }
        let contradicted = self.contradicted;
        let drafts = self.drafts.into_iter().enumerate();
        let drafts = drafts.filter(|(at, _)| !contradicted.contains(at));
        (drafts.map(|(_, draft)| draft).collect(), self.problems)
    }
}
