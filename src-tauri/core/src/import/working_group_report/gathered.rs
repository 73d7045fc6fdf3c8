//! The recommendations of a report as they are met, paragraph by paragraph.

use std::collections::HashMap;

use super::super::clean::{MOST_CELL_BYTES, plain};
use super::super::draft::{Draft, DraftState};
use super::super::review_text::about::About;
use super::super::review_text::numbers::Number;
use super::super::review_text::{speaks_of_recommendations, start_of};
use super::super::states::cut_states;
use super::front::{closes, number_of};
use super::{Part, heading_of, lead_in};
use crate::base::text::fingerprint;
use crate::base::{Problem, Severity};
use crate::office::docx_read::{Document, Paragraph};
use crate::recommendations::RecordType;

/// The sentence that leads in a list.
struct LeadIn {
    number: Option<u32>,
    position: Option<&'static str>,
}

/// A recommendation whose end has not been met.
struct Open {
    place: u32,
    paragraph: Option<String>,
    letter: Option<String>,
    /// Where the sentence that leads it in stands among [`Gathered::leads`].
    lead: Option<usize>,
    text: String,
    raw: String,
}

pub(super) struct Gathered<'a> {
    about: &'a About,
    language: &'a str,
    leads: Vec<LeadIn>,
    open: Option<Open>,
    in_pledges: bool,
    read: u32,
    drafts: Vec<Draft>,
    places: HashMap<(Option<String>, Option<String>), usize>,
    problems: Vec<Problem>,
}

impl<'a> Gathered<'a> {
    pub(super) fn new(about: &'a About, language: &'a str) -> Self {
        Gathered {
            about,
            language,
            leads: Vec::new(),
            open: None,
            in_pledges: false,
            read: 0,
            drafts: Vec::new(),
            places: HashMap::new(),
            problems: Vec::new(),
        }
    }

    pub(super) fn finish(mut self) -> (u32, Vec<Draft>, Vec<Problem>) {
        self.close();
        (self.read, self.drafts, self.problems)
    }

    /// Takes one paragraph; false at the end of the section.
    pub(super) fn take(&mut self, paragraph: &Paragraph) -> bool {
        if paragraph.text.len() > MOST_CELL_BYTES {
            self.close();
            self.report(
                Severity::Error,
                "report-paragraph-too-long",
                paragraph.place,
                "",
            );
            return true;
        }
        let text = plain(&paragraph.text);
        if text.is_empty() {
            return true;
        }
        if closes(&text) {
            self.close();
            return true;
        }
        let (number, body) = number_of(paragraph, &text);
        if number.is_none()
            && let Some(part) = heading_of(paragraph, &text)
            && cut_states(&text).states.is_empty()
        {
            self.close();
            self.in_pledges |= part == Part::Pledges;
            return part != Part::Annexes;
        }
        match number {
            _ if self.in_pledges => self.pledge(paragraph, number, body),
            Some(number @ (Number::Sub(..) | Number::Letter(_))) => {
                self.numbered(paragraph, &number, body);
            }
            number => match lead_in(body, self.about.cycle) {
                Some(position) => self.lead_in(number.as_ref(), Some(position)),
                None => match number {
                    Some(number) => self.numbered(paragraph, &number, body),
                    None => self.without_number(paragraph, body),
                },
            },
        }
        true
    }

    /// Tables are not read here; one with a text is listed.
    pub(super) fn pass_table(&mut self, document: &Document, number: u32) -> bool {
        let table = document.tables.iter().find(|table| table.number == number);
        let mut rows = table.iter().flat_map(|table| &table.rows);
        let is_written =
            rows.any(|row| row.cells.iter().any(|cell| !cell.text().trim().is_empty()));
        if is_written {
            let problem = Problem::new(Severity::Warning, "report-table-not-read");
            self.problems.push(problem.with("table", number));
        }
        true
    }

    fn lead_in(&mut self, number: Option<&Number>, position: Option<&'static str>) {
        self.close();
        self.leads.push(LeadIn {
            number: match number {
                Some(Number::Main(number)) => Some(*number),
                _ => None,
            },
            position,
        });
    }

    fn numbered(&mut self, paragraph: &Paragraph, number: &Number, body: &str) {
        let ends_in_states = !cut_states(body).states.is_empty();
        let last = self.leads.last().and_then(|lead| lead.number);
        match number {
            Number::Sub(main, sub) => {
                self.begin(paragraph, Some(format!("{main}.{sub}")), None, body);
            }
            // "1." beneath "76. The following recommendations …" is 76.1.
            Number::Main(sub) if ends_in_states && !self.leads.is_empty() => {
                let number = last.map_or(sub.to_string(), |main| format!("{main}.{sub}"));
                self.begin(paragraph, Some(number), None, body);
            }
            Number::Letter(letter) if self.is_in_list_of_letters(ends_in_states) => {
                let main = last.map(|main| main.to_string());
                self.begin(paragraph, main, Some(letter.clone()), body);
            }
            Number::Letter(letter) => self.go_on(paragraph, &format!("({letter}) {body}")),
            Number::Main(_) if speaks_of_recommendations(body) && body.ends_with(':') => {
                self.lead_in(Some(number), None);
                let code = "report-position-not-understood";
                self.report(Severity::Warning, code, paragraph.place, body);
            }
            Number::Main(_) => self.not_understood(paragraph, body),
        }
    }

    /// Letters are recommendations of their own where the list they stand in has no other numbers, and
    /// parts of one recommendation where that has not ended.
    fn is_in_list_of_letters(&self, ends_in_states: bool) -> bool {
        match &self.open {
            Some(open) => open.letter.is_some() && ends_in_states,
            None => ends_in_states && !self.leads.is_empty(),
        }
    }

    /// A paragraph without a number goes on with a recommendation that has no States yet.
    fn without_number(&mut self, paragraph: &Paragraph, body: &str) {
        let is_open = self.open.as_ref().is_some_and(|open| !open.is_complete());
        if is_open {
            self.go_on(paragraph, body);
        } else if !self.leads.is_empty() && !cut_states(body).states.is_empty() {
            self.begin(paragraph, None, None, body);
            self.report(
                Severity::Warning,
                "report-number-missing",
                paragraph.place,
                body,
            );
        } else {
            self.not_understood(paragraph, body);
        }
    }

    fn pledge(&mut self, paragraph: &Paragraph, number: Option<Number>, body: &str) {
        let paragraph_number = match &number {
            Some(Number::Main(main)) => main.to_string(),
            Some(Number::Sub(main, sub)) => format!("{main}.{sub}"),
            Some(Number::Letter(_)) | None if self.open.is_some() => {
                self.go_on(paragraph, body);
                return;
            }
            _ => {
                self.not_understood(paragraph, body);
                return;
            }
        };
        self.begin(paragraph, Some(paragraph_number), None, body);
    }

    fn not_understood(&mut self, paragraph: &Paragraph, body: &str) {
        self.close();
        let code = "report-paragraph-not-understood";
        self.report(Severity::Warning, code, paragraph.place, body);
    }

    fn go_on(&mut self, paragraph: &Paragraph, body: &str) {
        match &mut self.open {
            Some(open) if open.text.len() + body.len() <= MOST_CELL_BYTES => {
                open.text.push(' ');
                open.text.push_str(body);
                open.raw.push('\n');
                open.raw.push_str(&paragraph.text);
            }
            _ => self.not_understood(paragraph, body),
        }
    }

    fn begin(
        &mut self,
        paragraph: &Paragraph,
        number: Option<String>,
        letter: Option<String>,
        body: &str,
    ) {
        self.close();
        let main = number
            .as_deref()
            .and_then(|number| number.split('.').next()?.parse().ok());
        let by_number = self
            .leads
            .iter()
            .rposition(|lead| lead.number.is_some() && lead.number == main);
        let last = self.leads.len().checked_sub(1);
        // Numbers of the list do not always begin with that of the sentence above it.
        let lead =
            by_number.or_else(|| last.filter(|_| main.is_none() || self.has_no_number(last)));
        let raw = match &paragraph.number {
            Some(number) => format!("{number} {}", paragraph.text),
            None => paragraph.text.clone(),
        };
        self.open = Some(Open {
            place: paragraph.place,
            paragraph: number,
            letter,
            lead,
            text: body.to_owned(),
            raw,
        });
    }

    fn has_no_number(&self, lead: Option<usize>) -> bool {
        let lead = lead.and_then(|at| self.leads.get(at));
        lead.is_some_and(|lead| lead.number.is_none())
    }

    /// What is open has come to its end: it becomes a draft.
    fn close(&mut self) {
        let Some(open) = self.open.take() else {
            return;
        };
        self.read += 1;
        let cut = cut_states(&open.text);
        if cut.text.is_empty() {
            self.report(
                Severity::Error,
                "report-text-missing",
                open.place,
                &open.raw,
            );
            return;
        }
        for name in &cut.unknown {
            self.report(
                Severity::Warning,
                "report-state-not-recognised",
                open.place,
                name,
            );
        }
        if cut.states.is_empty() && cut.unknown.is_empty() && !self.in_pledges {
            let end: String = open.text.chars().rev().take(60).collect();
            let end: String = end.chars().rev().collect();
            self.report(Severity::Warning, "report-states-missing", open.place, &end);
        }
        let mut draft = Draft::new(open.place, cut.text, open.raw);
        draft.states = cut.states.into_iter().map(DraftState::named).collect();
        self.settle(&mut draft, open.lead);
        self.place(&mut draft, open.paragraph, open.letter);
        self.add(draft);
    }

    /// Position and language.
    fn settle(&mut self, draft: &mut Draft, lead: Option<usize>) {
        draft.language = self.language.to_owned();
        draft.cycle = self.about.cycle;
        draft.session = self.about.session;
        if self.in_pledges {
            draft.record_type = RecordType::VoluntaryPledge;
            draft.mechanism = "PLEDGE".to_owned();
            return;
        }
        let lead = lead.and_then(|at| self.leads.get(at));
        draft.position = lead.and_then(|lead| lead.position).map(str::to_owned);
        if draft.position.is_some() {
            draft.position_document.clone_from(&self.about.symbol);
            let number = lead.and_then(|lead| lead.number);
            draft.position_paragraph = number.map(|number| number.to_string());
        } else if lead.is_none() {
            let code = "report-position-not-understood";
            self.report(Severity::Warning, code, draft.row, &draft.text);
        }
    }

    /// Paragraph numbers of a draft report change: there the words tell the record.
    fn place(&self, draft: &mut Draft, paragraph: Option<String>, letter: Option<String>) {
        if self.about.is_provisional || paragraph.is_none() {
            draft.file_number = u32::try_from(self.drafts.len() + 1).ok();
        }
        if !self.about.is_provisional {
            draft.document.clone_from(&self.about.symbol);
            draft.paragraph = paragraph;
            draft.letter = letter;
        } else if draft.position_document.is_some() {
            draft.position_paragraph = None;
        }
    }

    fn add(&mut self, draft: Draft) {
        let key = (draft.paragraph.clone(), draft.letter.clone());
        let first = key.0.as_ref().and_then(|_| self.places.get(&key));
        if let Some(known) = first.and_then(|at| self.drafts.get(*at)) {
            let is_same = fingerprint(&known.text) == fingerprint(&draft.text);
            let (severity, code) = match is_same {
                true => (Severity::Notice, "report-paragraph-repeated"),
                false => (Severity::Error, "report-paragraph-twice"),
            };
            let problem = Problem::new(severity, code).at(None, draft.row, None);
            let problem = problem
                .value(start_of(&draft.text))
                .with("first", known.row);
            let number = draft.paragraph.unwrap_or_default();
            self.problems.push(problem.with("paragraph", number));
            return;
        }
        self.places.insert(key, self.drafts.len());
        self.drafts.push(draft);
    }

    fn report(&mut self, severity: Severity, code: &str, place: u32, value: &str) {
        let problem = Problem::new(severity, code).at(None, place, None);
        self.problems.push(problem.value(start_of(value)));
    }
}

impl Open {
    fn is_complete(&self) -> bool {
        let cut = cut_states(&self.text);
        !cut.states.is_empty() || !cut.unknown.is_empty()
    }
}
