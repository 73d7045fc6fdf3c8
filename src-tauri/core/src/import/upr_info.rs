//! Reads the export of UPR Info's database (FORMATS b5): xls, xlsx or csv, any generation of it.
//!
//! One row is one recommendation of one recommending State. The rows of the chosen State under
//! review that share session and text become one recommendation. The columns are found by their
//! names; `Rgrp` and `Org` stand twice and are not needed.

use std::collections::HashMap;

use super::clean::{key, plain};
use super::draft::{Draft, DraftState, Format, MIXED, Reading, StateFound, add_once};
use super::recognise::{Ask, choose_state};
use crate::base::{Error, Problem, Result, Severity};
use crate::office::table_read::{Sheet, SheetRow, TableKind, Tables};
use crate::recommendations::RecordType;
use crate::reference::{positions, sessions, states};

/// Rows above the header that may hold a title.
const HEADER_WITHIN: usize = 10;

/// Where the columns stand that are read.
struct Columns {
    reviewed: usize,
    text: usize,
    from: usize,
    response: usize,
    action: usize,
    issue: usize,
    session: usize,
}

impl Columns {
    fn of(row: &SheetRow) -> Option<Columns> {
        let keys: Vec<String> = row.cells.iter().map(|cell| key(cell)).collect();
        let find = |names: &[&str]| {
            keys.iter().position(|key| names.contains(&key.as_str()))
        };
        Some(Columns {
            reviewed: find(&["sur", "to", "stateunderreview"])?,
            text: find(&["recommendation", "text"])?,
            from: find(&["rs", "from", "recommendingstate"])?,
            response: find(&["response"])?,
            action: find(&["action", "actioncategory"])?,
            issue: find(&["issue", "issues"])?,
            session: find(&["session"])?,
        })
    }
}

/// The table of a file that is such an export.
pub(super) struct Export<'a> {
    sheet: &'a Sheet,
    columns: Columns,
    header: usize,
    kind: TableKind,
    encoding: Option<String>,
}

/// Finds the export in a file's tables; `None` where it is something else.
pub(super) fn find_export(tables: &Tables) -> Option<Export<'_>> {
    tables.sheets.iter().find_map(|sheet| {
        let top = sheet.rows.iter().take(HEADER_WITHIN).enumerate();
        let (header, columns) = top
            .filter_map(|(place, row)| Some((place, Columns::of(row)?)))
            .next()?;
        Some(Export {
            sheet,
            columns,
            header,
            kind: tables.kind,
            encoding: tables.encoding.clone(),
        })
    })
}

/// One row, its cells by meaning.
struct Line<'a> {
    number: u32,
    /// The text as it stands in the file.
    raw: &'a str,
    from: String,
    response: String,
    action: String,
    issue: String,
    session: String,
}

impl Export<'_> {
    pub(super) fn layout(&self) -> String {
        let kind = match self.kind {
            TableKind::Xls => "xls",
            TableKind::Xlsx => "xlsx",
            TableKind::Csv => "csv",
        };
        kind.to_owned()
    }

    pub(super) fn encoding(&self) -> Option<String> {
        self.encoding.clone()
    }

    fn rows(&self) -> impl Iterator<Item = &SheetRow> {
        let rows = self.sheet.rows.iter().skip(self.header + 1);
        rows.filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()))
    }

    fn line<'a>(&self, row: &'a SheetRow) -> Line<'a> {
        let cell = |column: usize| plain(cell_of(row, column));
        Line {
            number: row.number,
            raw: cell_of(row, self.columns.text),
            from: cell(self.columns.from),
            response: cell(self.columns.response),
            action: cell(self.columns.action),
            issue: cell(self.columns.issue),
            session: cell(self.columns.session),
        }
    }

    /// Every State under review, in the order of the file, with the spellings of its name.
    fn named(&self) -> Vec<(StateFound, Vec<&str>)> {
        let mut found: Vec<(StateFound, Vec<&str>)> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for row in self.rows() {
            let raw = cell_of(row, self.columns.reviewed);
            if let Some((state, _)) = places.get(raw).and_then(|place| found.get_mut(*place)) {
                state.rows += 1;
                continue;
            }
            let name = plain(raw);
            let known = found.iter().position(|(state, _)| state.name == name);
            let place = known.unwrap_or(found.len());
            places.insert(raw, place);
            match found.get_mut(place) {
                Some((state, spellings)) => {
                    state.rows += 1;
                    spellings.push(raw);
                }
                None => {
                    let iso3 = states::resolve(&name).map(|state| state.iso3.clone());
                    let rows = 1;
                    found.push((StateFound { iso3, name, rows }, vec![raw]));
                }
            }
        }
        found
    }

    /// Every State under review, in the order of the file.
    pub(super) fn states(&self) -> Vec<StateFound> {
        self.named().into_iter().map(|(state, _)| state).collect()
    }

    /// Reads the rows of one State.
    ///
    /// # Errors
    /// `import-state-needed`, `import-state-not-in-file`, both listing the States found.
    pub(super) fn read(&self, ask: &Ask) -> Result<Reading> {
        let named = self.named();
        let found: Vec<StateFound> = named.iter().map(|(state, _)| state.clone()).collect();
        let state = choose_state(&found, ask)?
            .ok_or_else(|| Error::person("import-without-recommendations"))?;
        let spellings: Vec<&str> = named
            .into_iter()
            .filter(|(found, _)| found.iso3.as_ref() == Some(&state))
            .flat_map(|(_, spellings)| spellings)
            .collect();
        let sheet = Some(self.sheet.name.clone()).filter(|name| !name.is_empty());
        let mut gathered = Gathered::new(sheet, state.clone());
        for row in self.rows() {
            if spellings.contains(&cell_of(row, self.columns.reviewed)) {
                gathered.take(&self.line(row));
            }
        }
        let (read, drafts, problems) = gathered.finish();
        Ok(Reading {
            format: Format::UprInfo,
            layout: self.layout(),
            confidence: 1.0,
            encoding: self.encoding(),
            state: Some(state),
            states_found: found,
            read,
            drafts,
            problems,
        })
    }
}

fn cell_of(row: &SheetRow, column: usize) -> &str {
    row.cells.get(column).map_or("", String::as_str)
}

/// The rows that share session and text, on their way to one draft.
struct Group {
    draft: Draft,
    /// What was answered to each recommending State, in file order.
    answers: Vec<(Option<String>, Option<String>)>,
    /// Action category of each row that states one.
    actions: Vec<u8>,
}

struct Gathered {
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
    fn new(sheet: Option<String>, state: String) -> Self {
        Gathered {
            sheet,
            state,
            read: 0,
            groups: Vec::new(),
            places: HashMap::new(),
            problems: Vec::new(),
        }
    }

    fn take(&mut self, line: &Line<'_>) {
        self.read += 1;
        let text = plain(line.raw);
        if text.is_empty() {
            self.report(Severity::Error, "import-text-missing", line, "Recommendation", "");
            return;
        }
        let Some((session, cycle)) = session_and_cycle(&line.session) else {
            self.report(
                Severity::Error,
                "import-session-not-recognised",
                line,
                "Session",
                &line.session,
            );
            return;
        };
        let from = states::resolve(&line.from).map(|state| state.iso3.clone());
        let position = positions::from_words(&line.response, u8::try_from(cycle).ok());
        let is_pledge = from.as_ref() == Some(&self.state)
            || key(&line.response).contains("voluntarypledge");
        let kind = match is_pledge {
            true => RecordKind::Pledge,
            false => RecordKind::Recommendation,
        };
        if from.is_none() && !is_pledge {
            self.report(Severity::Warning, "import-state-not-recognised", line, "RS", &line.from);
        }
        if position.is_none() && !is_pledge {
            self.report(
                Severity::Warning,
                "import-position-not-recognised",
                line,
                "Response",
                &line.response,
            );
        }
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
            if is_pledge {
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
            let position = position.map(|position| position.code.clone());
            group.answers.push((from.filter(|_| !is_pledge), position));
            group.actions.extend(action);
            for issue in line.issue.split(',') {
                add_once(&mut group.draft.themes, issue.trim());
            }
        }
    }

    fn action_of(&mut self, line: &Line<'_>) -> Option<u8> {
        let digits: String = line.action.chars().take_while(char::is_ascii_digit).collect();
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

    fn finish(mut self) -> (u32, Vec<Draft>, Vec<Problem>) {
        let mut numbers: HashMap<(String, Option<u32>), u32> = HashMap::new();
        let mut drafts = Vec::with_capacity(self.groups.len());
        for group in std::mem::take(&mut self.groups) {
            let draft = self.settle(group, &mut numbers);
            drafts.push(draft);
        }
        (self.read, drafts, self.problems)
    }

    fn settle(
        &mut self,
        group: Group,
        numbers: &mut HashMap<(String, Option<u32>), u32>,
    ) -> Draft {
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
        let first = answers.first().and_then(|(_, position)| position.clone());
        let differs = answers.iter().any(|(_, position)| *position != first);
        for (state, position) in answers {
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
    let best = values.iter().rev().copied().max_by_key(|value| count(*value));
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
