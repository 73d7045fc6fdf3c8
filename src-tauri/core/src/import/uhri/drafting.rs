//! From an annotation to a draft.

use chrono::{NaiveDate, TimeDelta};

use super::super::clean::{MOST_CELL_BYTES, key};
use super::super::draft::{Draft, DraftState, add_once};
use super::super::ohchr_matrix::tags::sdg_number;
use super::super::states::{cut_states, read_list};
use super::annotation::Annotation;
use super::fields::Field;
use super::paragraph;
use crate::base::{Problem, Severity, date};
use crate::recommendations::RecordType;
use crate::reference::bodies::{self, Body};
use crate::reference::{mechanisms, positions, sessions, symbols};

/// A draft in the making, and what was met on the way.
pub(super) struct Drafting<'a> {
    annotation: &'a Annotation,
    sheet: Option<&'a str>,
    row: u32,
    pub(super) problems: Vec<Problem>,
}

/// Drafts an annotation about `state`; `None` where it cannot be taken, with the reason.
pub(super) fn draft(
    annotation: &Annotation,
    state: &str,
    sheet: Option<&str>,
    row: u32,
) -> (Option<Draft>, Vec<Problem>) {
    let mut drafting = Drafting {
        annotation,
        sheet,
        row,
        problems: Vec::new(),
    };
    let draft = drafting.draft(state);
    (draft, drafting.problems)
}

impl Drafting<'_> {
    fn report(&mut self, severity: Severity, code: &str, cell: &str, value: &str) {
        let problem = Problem::new(severity, code)
            .at(self.sheet, self.row, Some(cell))
            .value(value);
        self.problems.push(problem);
    }

    fn draft(&mut self, state: &str) -> Option<Draft> {
        let raw = self.annotation.raw(Field::Text).to_owned();
        if raw.len() > MOST_CELL_BYTES {
            self.report(Severity::Error, "import-cell-too-long", "Text", "");
            return None;
        }
        let cut = paragraph::cut(&raw);
        if cut.text.is_empty() {
            let id = self.annotation.one(Field::Id);
            self.report(Severity::Error, "import-text-missing", "Text", &id);
            return None;
        }
        let body = self.body()?;
        let mut draft = Draft::new(self.row, cut.text, raw);
        draft.sheet = self.sheet.map(str::to_owned);
        draft.paragraph = cut.paragraph;
        draft.letter = cut.letter;
        draft.record_type = self.record_type();
        draft.mechanism = body.mechanism;
        draft.body = body.body;
        draft.document = self.document();
        draft.foreign_id = Some(self.annotation.one(Field::Id)).filter(|id| !id.is_empty());
        draft.published_on = self.published_on();
        if draft.record_type == RecordType::VoluntaryPledge && draft.mechanism == "UPR" {
            draft.mechanism = "PLEDGE".to_owned();
        }
        if matches!(draft.mechanism.as_str(), "UPR" | "PLEDGE") {
            self.review(&mut draft, state);
            self.states(&mut draft);
        } else {
            let year = draft.published_on.as_deref().and_then(|day| day.get(..4));
            draft.year = year.and_then(|year| year.parse().ok());
        }
        if mechanisms::by_code(&draft.mechanism).is_some_and(|found| found.has_position) {
            self.position(&mut draft);
        }
        self.tags(&mut draft);
        Some(draft)
    }

    /// The body by its label, else by the symbol of the document.
    fn body(&mut self) -> Option<Body> {
        let label = self.annotation.one(Field::Body);
        if let Some(body) = bodies::named(&label) {
            return Some(body);
        }
        let symbol = symbols::parse(&self.annotation.one(Field::Symbol));
        let of_symbol = symbol.and_then(|symbol| {
            Some(Body {
                mechanism: symbol.mechanism?,
                body: symbol.body,
            })
        });
        if of_symbol.is_none() || !label.is_empty() {
            let severity = match of_symbol {
                Some(_) => Severity::Warning,
                None => Severity::Error,
            };
            let code = match of_symbol {
                Some(_) => "import-body-taken-from-symbol",
                None => "import-body-not-recognised",
            };
            self.report(severity, code, "Body", &label);
        }
        of_symbol
    }

    fn record_type(&mut self) -> RecordType {
        let kind = self.annotation.one(Field::Kind);
        match key(&kind) {
            kind if kind.contains("concern") || kind.contains("observation") => {
                RecordType::ConcernObservation
            }
            kind if kind.contains("pledge") || kind.contains("commitment") => {
                RecordType::VoluntaryPledge
            }
            kind if kind.is_empty() || kind.contains("recommendation") => {
                RecordType::Recommendation
            }
            _ => {
                self.report(
                    Severity::Warning,
                    "import-kind-not-recognised",
                    "Type",
                    &kind,
                );
                RecordType::Recommendation
            }
        }
    }

    /// The symbol without blanks where it is one, else as it is written.
    fn document(&self) -> Option<String> {
        let written = self.annotation.one(Field::Symbol);
        let symbol = symbols::parse(&written).map_or(written, |symbol| symbol.symbol);
        Some(symbol).filter(|symbol| !symbol.is_empty())
    }

    fn published_on(&mut self) -> Option<String> {
        let written = self.annotation.one(Field::Published);
        if written.is_empty() {
            return None;
        }
        let day = day(&written);
        if day.is_none() {
            let code = "import-date-not-recognised";
            self.report(
                Severity::Warning,
                code,
                "Document Publication Date",
                &written,
            );
        }
        day.map(date::iso)
    }

    /// Session and cycle: as stated; the one from the other; else by the Council's session.
    fn review(&self, draft: &mut Draft, state: &str) {
        draft.session = first_number(&self.annotation.one(Field::Session));
        let stated = first_number(&self.annotation.one(Field::Cycle));
        let by_session = draft.session.and_then(sessions::cycle_of_session);
        let by_document = || {
            let symbol = symbols::parse(draft.document.as_deref()?)?;
            sessions::cycle_of_council_session(symbol.council_session?)
        };
        let cycle = by_session.or_else(by_document).map(u32::from);
        draft.cycle = stated.filter(|cycle| (1..=9).contains(cycle)).or(cycle);
        if draft.session.is_none() {
            let cycle = draft.cycle.and_then(|cycle| u8::try_from(cycle).ok());
            draft.session = cycle.and_then(|cycle| sessions::session_of(state, cycle));
        }
    }

    /// The recommending States: those of their own field, else those at the end of the text, which
    /// are cut from it either way.
    fn states(&mut self, draft: &mut Draft) {
        let cut = cut_states(&draft.text);
        draft.text = cut.text;
        let names = self.annotation.list(Field::States);
        let (mut states, mut unknown) = (Vec::new(), Vec::new());
        for name in &names {
            let listed = read_list(name);
            for state in &listed.states {
                add_once(&mut states, state);
            }
            unknown.extend(listed.unknown);
        }
        if names.is_empty() {
            (states, unknown) = (cut.states, cut.unknown);
        }
        for name in &unknown {
            let code = "import-state-not-recognised";
            self.report(Severity::Warning, code, "UPR Recommending States", name);
        }
        let states = states.into_iter();
        draft.states = states.map(DraftState::named).collect();
    }

    fn position(&mut self, draft: &mut Draft) {
        let words = self.annotation.list(Field::Positions).join("/");
        if words.is_empty() {
            return;
        }
        let cycle = draft.cycle.and_then(|cycle| u8::try_from(cycle).ok());
        let position = positions::from_words(&words, cycle);
        if position.is_none() {
            let code = "import-position-not-recognised";
            self.report(Severity::Warning, code, "UPR Position", &words);
        }
        draft.position = position.map(|position| position.code.clone());
    }

    fn tags(&mut self, draft: &mut Draft) {
        for label in self.annotation.list(Field::Themes) {
            add_once(&mut draft.themes, &label);
        }
        for label in self.annotation.list(Field::Persons) {
            add_once(&mut draft.groups, &label);
        }
        for label in self.annotation.list(Field::Sdgs) {
            match sdg_number(&label) {
                Some(number) => add_once(&mut draft.sdg_targets, &number),
                None => {
                    self.report(
                        Severity::Warning,
                        "import-sdg-not-recognised",
                        "Sdgs",
                        &label,
                    );
                }
            }
        }
    }
}

/// The first number in a text: "48 Session" is 48.
fn first_number(text: &str) -> Option<u32> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = text.get(start..)?;
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    rest.get(..end)?.parse().ok()
}

/// A day as the exports write it: an ISO date with or without a time, or a serial of Excel.
fn day(written: &str) -> Option<NaiveDate> {
    let text = written.trim();
    let parsed = |text: &str, form: &str| NaiveDate::parse_from_str(text, form).ok();
    if let Some(start) = text.get(..10)
        && let Some(day) = parsed(start, "%Y-%m-%d")
    {
        return Some(day);
    }
    let forms = [
        "%d %b %Y",
        "%d %B %Y",
        "%b %d, %Y",
        "%B %d, %Y",
        "%Y/%m/%d",
        "%d.%m.%Y",
    ];
    if let Some(day) = forms.iter().find_map(|form| parsed(text, form)) {
        return Some(day);
    }
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    let serial: i64 = whole.parse().ok()?;
    // 1990 to 2100: a smaller or larger number is no date of a document.
    (32_874..=73_050).contains(&serial).then_some(())?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_signed(TimeDelta::days(serial))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_serials_or_texts() {
        let told = |text: &str| day(text).map(date::iso);
        for text in [
            "45740",
            "45740.59",
            "2025-03-24T00:00:00",
            "2025-03-24",
            "24 Mar 2025",
        ] {
            assert_eq!(told(text).as_deref(), Some("2025-03-24"), "{text}");
        }
        assert_eq!(told("12"), None);
        assert_eq!(told("03/04/2025"), None, "day or month first is not known");
    }
}
