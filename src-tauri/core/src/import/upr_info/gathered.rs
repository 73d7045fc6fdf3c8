//! Rows on their way to drafts: those that share session and text become one.

use std::collections::HashMap;

use super::super::clean::{MOST_CELL_BYTES, key, plain};
use super::super::draft::{Draft, DraftState, MIXED, add_once};
use super::Line;
use crate::base::{Problem, Severity};
use crate::recommendations::RecordType;
use crate::reference::{positions, sessions, states, symbols};

/// The rows that share session and text, on their way to one draft.
struct Group {
    draft: Draft,
    /// What was answered to each recommending State, in file order.
    answers: Vec<Answer>,
    /// Action category of each row that states one.
    actions: Vec<u8>,
}

/// What was answered to one recommending State.
struct Answer {
    state: Option<String>,
    position: Option<String>,
}

pub(super) struct Gathered {
    sheet: Option<String>,
    state: String,
    read: u32,
    groups: Vec<Group>,
    places: HashMap<(u32, RecordKind, String), usize>,
    problems: Vec<Problem>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum RecordKind {
    Recommendation,
    Pledge,
}

impl Gathered {
    pub(super) fn new(sheet: Option<String>, state: String) -> Self {
        Gathered {
            sheet,
            state,
            read: 0,
            groups: Vec::new(),
            places: HashMap::new(),
            problems: Vec::new(),
        }
    }

    pub(super) fn take(&mut self, line: &Line<'_>) {
        self.read += 1;
        if line.longest > MOST_CELL_BYTES {
            self.report(
                Severity::Error,
                "import-cell-too-long",
                line,
                "Recommendation",
                "",
            );
            return;
        }
        let text = plain(line.raw);
        if text.is_empty() {
            self.report(
                Severity::Error,
                "import-text-missing",
                line,
                "Recommendation",
                "",
            );
            return;
        }
        let Some((session, cycle)) = session_and_cycle(&line.session) else {
            let code = "import-session-not-recognised";
            self.report(Severity::Error, code, line, "Session", &line.session);
            return;
        };
        let names = line.names();
        let by = |name: &&str| states::resolve(name).map(|state| state.iso3.clone());
        let from = names.first().and_then(by);
        let kind = match from.as_ref() == Some(&self.state) {
            true => RecordKind::Pledge,
            false if key(&line.response).contains("voluntarypledge") => RecordKind::Pledge,
            false => RecordKind::Recommendation,
        };
        let answers: Vec<Answer> = names
            .iter()
            .map(|name| self.answer(line, kind, name, cycle))
            .collect();
        let action = self.action_of(line);
        let place = *self
            .places
            .entry((session, kind, text.clone()))
            .or_insert(self.groups.len());
        if place == self.groups.len() {
            let mut draft = Draft::new(line.number, text, line.raw.to_owned());
            draft.sheet.clone_from(&self.sheet);
            draft.cycle = Some(cycle);
            draft.session = Some(session);
            draft.document = symbols::parse(&line.document).map(|parsed| parsed.symbol);
            if kind == RecordKind::Pledge {
                draft.record_type = RecordType::VoluntaryPledge;
                draft.mechanism = "PLEDGE".to_owned();
            }
            self.groups.push(Group {
                draft,
                answers: Vec::new(),
                actions: Vec::new(),
            });
        }
        if let Some(group) = self.groups.get_mut(place) {
            group.answers.extend(answers);
            group.actions.extend(action);
            for issue in line.issues() {
                add_once(&mut group.draft.themes, issue);
            }
        }
    }

    /// Who recommended and what was answered. A pledge is recommended by nobody.
    fn answer(&mut self, line: &Line<'_>, kind: RecordKind, name: &str, cycle: u32) -> Answer {
        let from = states::resolve(name).map(|state| state.iso3.clone());
        let position = positions::from_words(&line.response, u8::try_from(cycle).ok());
        let position = position.map(|position| position.code.clone());
        if kind == RecordKind::Pledge {
            let position = position.or_else(|| Some("NA".to_owned()));
            return Answer {
                state: None,
                position,
            };
        }
        if from.is_none() {
            let code = "import-state-not-recognised";
            self.report(Severity::Warning, code, line, "RS", name);
        }
        if position.is_none() {
            let code = "import-position-not-recognised";
            self.report(Severity::Warning, code, line, "Response", &line.response);
        }
        Answer {
            state: from,
            position,
        }
    }

    fn action_of(&mut self, line: &Line<'_>) -> Option<u8> {
        let digits: String = line
            .action
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        let action = digits.parse().ok().filter(|code| (1..=5).contains(code));
        if action.is_none() && !line.action.is_empty() {
            self.report(
                Severity::Warning,
                "import-action-category-not-recognised",
                line,
                "Action",
                &line.action,
            );
        }
        action
    }

    fn report(&mut self, severity: Severity, code: &str, line: &Line<'_>, cell: &str, value: &str) {
        let problem = Problem::new(severity, code)
            .at(self.sheet.as_deref(), line.number, Some(cell))
            .value(value);
        self.problems.push(problem);
    }

    pub(super) fn finish(mut self) -> (u32, Vec<Draft>, Vec<Problem>) {
        let mut numbers: HashMap<(String, Option<u32>), u32> = HashMap::new();
        let mut drafts = Vec::with_capacity(self.groups.len());
        for group in std::mem::take(&mut self.groups) {
            let draft = self.settle(group, &mut numbers);
            drafts.push(draft);
        }
        (self.read, drafts, self.problems)
    }

    fn settle(&mut self, group: Group, numbers: &mut HashMap<(String, Option<u32>), u32>) -> Draft {
        let Group {
            mut draft,
            answers,
            actions,
        } = group;
        let number = numbers
            .entry((draft.mechanism.clone(), draft.cycle))
            .or_default();
        *number += 1;
        draft.file_number = Some(*number);
        let first = answers.first().and_then(|answer| answer.position.clone());
        let differs = answers.iter().any(|answer| answer.position != first);
        for Answer { state, position } in answers {
            if let Some(iso3) = state
                && !draft.states.iter().any(|known| known.iso3 == iso3)
            {
                let position = position.filter(|_| differs);
                draft.states.push(DraftState { iso3, position });
            }
        }
        draft.position = match differs {
            true => Some(MIXED.to_owned()),
            false => first,
        };
        let (action, agreed) = most_frequent(&actions);
        draft.action_category = action;
        if !agreed {
            let stated: Vec<String> = actions.iter().map(u8::to_string).collect();
            self.problems.push(
                Problem::new(Severity::Notice, "import-action-category-differs")
                    .at(self.sheet.as_deref(), draft.row, Some("Action"))
                    .value(stated.join(", ")),
            );
        }
        draft
    }
}

/// The most frequent value, the first one met on a tie; whether all agree.
fn most_frequent(values: &[u8]) -> (Option<u8>, bool) {
    let count = |value: u8| values.iter().filter(|other| **other == value).count();
    let best = values
        .iter()
        .rev()
        .copied()
        .max_by_key(|value| count(*value));
    let agreed = best.is_none_or(|best| count(best) == values.len());
    (best, agreed)
}

/// "5", or "44 - November 2023" in exports of today.
fn session_and_cycle(cell: &str) -> Option<(u32, u32)> {
    let digits: String = cell.chars().take_while(char::is_ascii_digit).collect();
    let session = digits.parse().ok()?;
    let cycle = sessions::cycle_of_session(session)?;
    Some((session, u32::from(cycle)))
}
