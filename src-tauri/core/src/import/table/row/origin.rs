//! Where the recommendation of a row comes from and where it stands.

use super::Reading;
use super::cut::cut_paragraph;
use super::{Day, Meaning, dates, squeeze, values};
use crate::base::Severity;
use crate::import::draft::Draft;
use crate::import::table::dates::latin_digits;
use crate::import::table::numbers;
use crate::import::table::values::{Source, Value};
use crate::reference::sessions;

/// The longest symbol or title of a document, reference and key that are taken.
const LONGEST_NAME: usize = 300;
const LONGEST_REFERENCE: usize = 60;

impl Reading<'_> {
    /// The file's own key. Tables of one template count from 1 again for each document: the key is
    /// one only together with the headings and the origin.
    fn key(&self, draft: &Draft, key: &str) -> String {
        let origin = [
            Some(draft.mechanism.clone()),
            draft.body.clone(),
            draft.cycle.map(|cycle| cycle.to_string()),
            draft.document.clone(),
        ];
        let origin: Vec<String> = origin.into_iter().flatten().collect();
        format!("{}:{}:{key}", self.reader.headings, origin.join(" "))
    }

    pub(super) fn origin(&mut self, draft: &mut Draft) {
        let for_all = &self.reader.wish.for_all_rows;
        let said = self.plain(Meaning::Mechanism);
        let value = values::source(self.reader.wish, &said);
        let code = "import-mechanism-not-recognised";
        let own = self.settle(value, code, Meaning::Mechanism, &said);
        let is_own = own.as_ref().is_some_and(|own| own.mechanism.is_some());
        let mut source = own.unwrap_or_default();
        self.document(&mut source);
        self.body(&mut source);
        if source.mechanism.as_deref() == Some("SP") && source.body.is_none() && is_own {
            source.body = values::mandate(&said);
        }
        let by_body = source.body.as_ref().map(|_| "TB".to_owned());
        let is_open = source.mechanism.is_none();
        draft.mechanism = source
            .mechanism
            .or_else(|| for_all.mechanism.clone())
            .or(by_body)
            .unwrap_or_else(|| "UPR".to_owned());
        draft.body = source
            .body
            .or_else(|| for_all.body.clone().filter(|_| is_open));
        draft.document = source.document.or_else(|| for_all.document.clone());
        self.time(draft, source.session);
    }

    fn document(&mut self, source: &mut Source) {
        let said = self.plain(Meaning::Document);
        if said.is_empty() {
            return;
        }
        match values::symbol_in(&said) {
            Some(symbol) => {
                source.mechanism = source.mechanism.take().or(symbol.mechanism);
                source.body = source.body.take().or(symbol.body);
                source.session = symbol.session;
                source.document = Some(symbol.symbol);
            }
            None => source.document = Some(said.chars().take(LONGEST_NAME).collect()),
        }
    }

    fn body(&mut self, source: &mut Source) {
        let said = self.plain(Meaning::Body);
        let Some(known) = values::source(self.reader.wish, &said).known() else {
            if !said.is_empty() && source.body.is_none() {
                source.body = Some(said.chars().take(LONGEST_NAME).collect());
                if source.mechanism.is_none() {
                    let code = "import-mechanism-not-recognised";
                    self.report(Severity::Warning, code, Meaning::Body, &said);
                }
            }
            return;
        };
        source.mechanism = source.mechanism.take().or(known.mechanism);
        source.body = source.body.take().or(known.body);
        if source.mechanism.as_deref() == Some("SP") && source.body.is_none() {
            source.body = values::mandate(&said);
        }
        if source.body.is_none() {
            source.body = values::committee(&said);
        }
    }

    fn time(&mut self, draft: &mut Draft, session_of_document: Option<u32>) {
        let for_all = &self.reader.wish.for_all_rows;
        let has_cycles = matches!(draft.mechanism.as_str(), "UPR" | "PLEDGE");
        let said = self.plain(Meaning::Session);
        let code = "import-session-number-not-recognised";
        let session = self.settle(numbers::session(&said), code, Meaning::Session, &said);
        draft.session = session.or(session_of_document).or(for_all.session);
        let said = self.plain(Meaning::Cycle);
        let code = "import-cycle-not-recognised";
        let cycle = self.settle(numbers::cycle(&said), code, Meaning::Cycle, &said);
        if has_cycles {
            let by_session = draft
                .session
                .and_then(sessions::cycle_of_session)
                .map(u32::from);
            draft.cycle = cycle.or(by_session).or(for_all.cycle);
        }
        draft.year = for_all.year.filter(|_| !has_cycles);
        self.day(draft, has_cycles);
    }

    fn day(&mut self, draft: &mut Draft, has_cycles: bool) {
        let said = self.plain(Meaning::Date);
        if said.is_empty() {
            return;
        }
        let year = match dates::read(&said, self.reader.order) {
            Day::On(day) => {
                let year = day.get(..4).and_then(|year| year.parse().ok());
                draft.published_on = Some(day);
                year
            }
            Day::Year(year) => Some(year),
            Day::Ambiguous => {
                self.report(
                    Severity::Warning,
                    "import-date-ambiguous",
                    Meaning::Date,
                    &said,
                );
                None
            }
            Day::Unknown => {
                self.report(
                    Severity::Warning,
                    "import-date-not-recognised",
                    Meaning::Date,
                    &said,
                );
                None
            }
        };
        if !has_cycles {
            draft.year = year.or(draft.year);
        }
    }

    /// Paragraph, letter, reference, the file's own key and the language.
    pub(super) fn place(&mut self, draft: &mut Draft) {
        let said = self.plain(Meaning::Paragraph);
        let value = numbers::paragraph(&said);
        let code = "import-paragraph-not-recognised";
        if let Some((number, letter)) = self.settle(value, code, Meaning::Paragraph, &said) {
            draft.paragraph = Some(number);
            draft.letter = letter;
        }
        if self.reader.cuts_paragraphs
            && let Some((number, rest)) = cut_paragraph(&draft.text)
        {
            (draft.paragraph, draft.text) = (Some(number), rest.to_owned());
        }
        let said = squeeze(&latin_digits(&self.plain(Meaning::Reference)));
        match said.chars().count() {
            0 => {}
            1..=LONGEST_REFERENCE => draft.reference = Some(said),
            _ => {
                let code = "import-reference-too-long";
                self.report(Severity::Warning, code, Meaning::Reference, &said);
            }
        }
        let key: String = self
            .plain(Meaning::ForeignId)
            .chars()
            .take(LONGEST_NAME)
            .collect();
        draft.foreign_id = Some(key)
            .filter(|key| !key.is_empty())
            .map(|key| self.key(draft, &key));
        let said = self.plain(Meaning::Language);
        let language = match said.is_empty() {
            true => Value::Nothing,
            false => values::language(&said).map_or(Value::Unknown, Value::Known),
        };
        let code = "import-language-not-recognised";
        let language = self.settle(language, code, Meaning::Language, &said);
        draft.language = language.unwrap_or_else(|| self.reader.language.clone());
    }
}
