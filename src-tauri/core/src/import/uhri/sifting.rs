//! Keeps the annotations about one State and counts those about others.

use std::collections::HashMap;

use super::super::draft::{Draft, DraftState, Format, Reading, StateFound, add_once};
use super::super::ohchr_matrix::tags::item;
use super::super::recognise::{Ask, Recognition, choose_state};
use super::annotation::Annotation;
use super::drafting::draft;
use crate::base::{Error, Problem, Result, Severity};
use crate::recommendations::RecordType;
use crate::reference::states;

/// Spellings of States; there are 193, and the Index names a few territories besides.
const MOST_NAMES: usize = 1_000;
/// Records that are not understood are named one by one up to this many.
const MOST_PROBLEMS: usize = 5_000;

type Place = (
    Option<String>,
    String,
    Option<String>,
    RecordTypeKey,
    String,
);
type RecordTypeKey = u8;

/// What has been met of a file so far.
#[derive(Default)]
pub(super) struct Sifting {
    /// The State looked for; the first one met where nobody named one.
    target: Option<String>,
    names: HashMap<String, usize>,
    found: Vec<StateFound>,
    drafts: Vec<Draft>,
    by_id: HashMap<String, usize>,
    by_place: HashMap<Place, usize>,
    numbers: HashMap<String, u32>,
    problems: Vec<Problem>,
    read: u32,
}

impl Sifting {
    pub(super) fn for_state(ask: &Ask) -> Self {
        Sifting {
            target: ask.state.clone().or_else(|| ask.plan_state.clone()),
            ..Sifting::default()
        }
    }

    /// Counts an annotation about these States; gives whether it is about the one looked for.
    ///
    /// # Errors
    /// `import-too-many-states`.
    pub(super) fn concerns(&mut self, countries: &[String]) -> Result<bool> {
        let mut is_meant = false;
        for country in countries {
            let place = match self.names.get(country) {
                Some(place) => *place,
                None => self.name(country)?,
            };
            let Some(state) = self.found.get_mut(place) else {
                continue;
            };
            state.rows += 1;
            if self.target.is_none() {
                self.target.clone_from(&state.iso3);
            }
            is_meant |= state.iso3.is_some() && state.iso3 == self.target;
        }
        Ok(is_meant)
    }

    fn name(&mut self, written: &str) -> Result<usize> {
        if self.names.len() >= MOST_NAMES {
            return Err(Error::person("import-too-many-states").with("limit", MOST_NAMES));
        }
        let name: String = item(written).chars().take(200).collect();
        let iso3 = states::resolve(&name).map(|state| state.iso3.clone());
        let known = self.found.iter().position(|found| match &iso3 {
            Some(iso3) => found.iso3.as_ref() == Some(iso3),
            None => found.name == name,
        });
        let place = known.unwrap_or(self.found.len());
        if known.is_none() {
            let rows = 0;
            self.found.push(StateFound { iso3, name, rows });
        }
        self.names.insert(written.to_owned(), place);
        Ok(place)
    }

    /// Takes an annotation about the State looked for.
    pub(super) fn take(&mut self, annotation: &Annotation, sheet: Option<&str>, row: u32) {
        self.read += 1;
        let target = self.target.clone().unwrap_or_default();
        let (draft, problems) = draft(annotation, &target, sheet, row);
        for problem in problems {
            self.report(problem);
        }
        if let Some(draft) = draft {
            self.keep(draft);
        }
    }

    pub(super) fn report(&mut self, problem: Problem) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem);
        }
    }

    /// The same annotation again, or the same paragraph with the same words, is one recommendation
    /// with the themes of both.
    fn keep(&mut self, mut draft: Draft) {
        let id = draft.foreign_id.clone();
        let place = (
            draft.document.clone(),
            draft.paragraph.clone().unwrap_or_default(),
            draft.letter.clone(),
            type_key(draft.record_type),
            draft.text.clone(),
        );
        let by_id = id.as_ref().and_then(|id| self.by_id.get(id)).copied();
        let known = by_id.or_else(|| self.by_place.get(&place).copied());
        if let Some(first) = known.and_then(|known| self.drafts.get_mut(known)) {
            join(first, &draft);
            return;
        }
        if draft.paragraph.is_none() {
            let origin = format!("{:?} {:?} {:?}", draft.body, draft.cycle, draft.year);
            let number = self.numbers.entry(origin).or_default();
            *number += 1;
            draft.file_number = Some(*number);
        }
        let at = self.drafts.len();
        self.by_id.extend(id.map(|id| (id, at)));
        self.by_place.insert(place, at);
        self.drafts.push(draft);
    }

    /// Every State met, as a recognition.
    pub(super) fn recognition(self, layout: &str, encoding: Option<String>) -> Recognition {
        Recognition {
            format: Format::Uhri,
            layout: layout.to_owned(),
            confidence: 1.0,
            encoding,
            states: self.found,
        }
    }

    /// What the file says about the State that was asked for.
    ///
    /// # Errors
    /// `import-state-needed`, `import-state-not-in-file`, `import-without-recommendations`.
    pub(super) fn reading(
        mut self,
        ask: &Ask,
        layout: &str,
        encoding: Option<String>,
    ) -> Result<Reading> {
        if self.found.is_empty() {
            return Err(Error::person("import-without-recommendations"));
        }
        let state = choose_state(&self.found, ask)?;
        self.report_unresolved();
        let without = self
            .drafts
            .iter()
            .filter(|draft| draft.paragraph.is_none())
            .count();
        if without > 0 {
            let code = "import-paragraphs-not-stated";
            self.problems
                .push(Problem::new(Severity::Notice, code).with("count", without));
        }
        Ok(Reading {
            format: Format::Uhri,
            layout: layout.to_owned(),
            confidence: 1.0,
            encoding,
            state,
            states_found: self.found,
            read: self.read,
            drafts: self.drafts,
            problems: self.problems,
        })
    }

    fn report_unresolved(&mut self) {
        let unresolved = self.found.iter().filter(|found| found.iso3.is_none());
        let problems = unresolved.map(|found| {
            Problem::new(Severity::Warning, "import-country-not-recognised")
                .value(&found.name)
                .with("count", found.rows)
        });
        self.problems.extend(problems.collect::<Vec<_>>());
    }
}

fn type_key(record_type: RecordType) -> RecordTypeKey {
    match record_type {
        RecordType::Recommendation => 0,
        RecordType::ConcernObservation => 1,
        RecordType::VoluntaryPledge => 2,
    }
}

fn join(first: &mut Draft, other: &Draft) {
    for label in &other.themes {
        add_once(&mut first.themes, label);
    }
    for label in &other.groups {
        add_once(&mut first.groups, label);
    }
    for target in &other.sdg_targets {
        add_once(&mut first.sdg_targets, target);
    }
    for state in &other.states {
        if !first.states.iter().any(|known| known.iso3 == state.iso3) {
            first.states.push(DraftState {
                iso3: state.iso3.clone(),
                position: state.position.clone(),
            });
        }
    }
}
