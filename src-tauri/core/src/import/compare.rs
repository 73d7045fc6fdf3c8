//! Drafts against the plan: what is new, what changes, what stays, what is gone from the file.
//!
//! An import adds to what people have done and never overwrites it: cluster, priority, assignments
//! and notes are not looked at; a confirmed category, a removed tag and a later answer stand; the
//! verbatim text is never touched (I1, I2, I4).

use std::collections::HashSet;

use super::draft::{Draft, Reading};
use super::known::{Found, Known, Register, reference_by_place};
use super::national::{Agencies, National};
use super::papers::papers;
use super::said::said_of;
use crate::base::text::squeeze;
use crate::base::word::word_of;
use crate::base::{Problem, Result, Severity};
use crate::documents::{Met, unregistered};
use crate::dossier::Reader;
use crate::recommendations::{Origin, Vocabulary, reference_of};
use crate::reference::mechanisms;
use crate::reference::positions::{self, PositionGroup};

/// What the file says that a record does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Difference {
    /// The record gets its place in a document, and the reference that follows from it.
    Place {
        document: Option<String>,
        paragraph: String,
        reference: String,
    },
    /// A further recommending State, or another answer to one.
    State {
        iso3: String,
        position: Option<String>,
        before: Option<String>,
    },
    Position(String),
    Category(u8),
    Tag(Vocabulary, String),
}

/// What becomes of one draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    /// New, under this reference.
    Added(String),
    Changed(usize, Vec<Difference>),
    Unchanged(usize),
    /// Could be several records of the plan; the first of them.
    Duplicate(usize),
    /// An answer to a recommendation the plan does not have.
    Unplaced,
}

pub(super) struct Comparison {
    pub register: Register,
    /// One outcome a draft, in the order of the file.
    pub outcomes: Vec<Outcome>,
    /// One source a draft: what the plan is told about where the record was met.
    pub mentions: Vec<Mention>,
    /// What the file says about the national side and the plan does not, one list a draft.
    pub national: Vec<Vec<National>>,
    /// Records that came from such a file and are no longer in it.
    pub withdrawn: Vec<usize>,
    /// Documents and reviews the register does not have yet.
    pub papers: Vec<Met>,
    pub problems: Vec<Problem>,
}

/// The file as a source of one record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Mention {
    /// What the file says where it differs from the record, a JSON object of texts.
    pub said: Option<String>,
    /// The plan does not know this source of the record yet, or not what it says now.
    pub is_news: bool,
}

impl Comparison {
    /// Records the plan has as the file says them and of which this kind of file is a new source.
    pub(super) fn new_sources(&self) -> usize {
        let outcomes = self.outcomes.iter().zip(&self.mentions);
        outcomes
            .filter(|(outcome, mention)| {
                matches!(outcome, Outcome::Unchanged(_)) && mention.is_news
            })
            .count()
    }
}

/// Compares a reading with the plan.
pub(super) fn compare(reader: &Reader<'_>, reading: &Reading) -> Result<Comparison> {
    let register = Register::load(reader, reading)?;
    let mut claimed = HashSet::new();
    let mut references = HashSet::new();
    let mut outcomes = Vec::with_capacity(reading.drafts.len());
    let mut problems = Vec::new();
    for draft in &reading.drafts {
        if draft.is_answer {
            outcomes.push(answered(&register, draft, &mut problems));
            continue;
        }
        let found = register.find(draft, &claimed);
        let outcome = match found {
            Found::Nothing => Outcome::Added(free_reference(&register, draft, &mut references)),
            Found::Several(at) => {
                let problem = Problem::new(Severity::Warning, "import-several-alike");
                problems.push(placed(problem, draft).value(draft.text.clone()));
                Outcome::Duplicate(at)
            }
            Found::Placed(at) | Found::Worded(at) => {
                claimed.insert(at);
                let Some(known) = register.records.get(at) else {
                    continue;
                };
                if found == Found::Placed(at) && squeeze(&known.record.text) != draft.text {
                    problems.push(text_differs(draft, known));
                }
                outcome_of(&register, at, known, draft)?
            }
        };
        outcomes.push(outcome);
    }
    let withdrawn = withdrawn(&register, reading, &claimed);
    let agencies = Agencies::load(reader, reading)?;
    let mut national = Vec::with_capacity(outcomes.len());
    for (draft, outcome) in reading.drafts.iter().zip(&mut outcomes) {
        national.push(agencies.beside(&register, draft, outcome, &mut problems));
    }
    let drafts = reading.drafts.iter().zip(&outcomes);
    let mentions = drafts
        .map(|(draft, outcome)| mention(&register, reading, draft, outcome))
        .collect::<Result<_>>()?;
    Ok(Comparison {
        register,
        outcomes,
        mentions,
        national,
        withdrawn,
        papers: unregistered(reader, papers(reading))?,
        problems,
    })
}

fn outcome_of(register: &Register, at: usize, known: &Known, draft: &Draft) -> Result<Outcome> {
    let differences = differences(register, known, draft)?;
    Ok(match differences.is_empty() {
        true => Outcome::Unchanged(at),
        false => Outcome::Changed(at, differences),
    })
}

/// What is kept of the file beside the record. The newest file of a kind about a State speaks for
/// that kind; an older one that says the same needs no successor.
fn mention(
    register: &Register,
    reading: &Reading,
    draft: &Draft,
    outcome: &Outcome,
) -> Result<Mention> {
    let (at, differences) = match outcome {
        Outcome::Changed(at, differences) => (at, differences.as_slice()),
        Outcome::Unchanged(at) => (at, [].as_slice()),
        Outcome::Added(_) | Outcome::Duplicate(_) | Outcome::Unplaced => {
            return Ok(Mention::default());
        }
    };
    let Some(known) = register.records.get(*at) else {
        return Ok(Mention::default());
    };
    let said = said_of(known, draft, differences)?;
    let format = reading.format.code();
    let mut newest = known.sources.iter().rev();
    let known_source = newest.find(|s| s.format == format && s.state == reading.state);
    let is_news = known_source.is_none_or(|source| {
        let other_key = draft.foreign_id.is_some() && source.foreign_id != draft.foreign_id;
        other_key || source.said != said
    });
    Ok(Mention { said, is_news })
}

/// An answer by itself says nothing but the position (I4); where its recommendation is missing it is
/// listed, and no record is made up for it.
fn answered(register: &Register, draft: &Draft, problems: &mut Vec<Problem>) -> Outcome {
    let Some((at, known)) = register.find_answered(draft) else {
        let problem = Problem::new(Severity::Warning, "import-answer-without-record");
        let problem = problem.value(draft.position.clone().unwrap_or_default());
        let paragraph = draft.paragraph.as_deref().unwrap_or_default();
        problems.push(placed(problem, draft).with("paragraph", paragraph));
        return Outcome::Unplaced;
    };
    match position_difference(known, draft) {
        Some(position) => Outcome::Changed(at, vec![Difference::Position(position)]),
        None => Outcome::Unchanged(at),
    }
}

fn placed(problem: Problem, draft: &Draft) -> Problem {
    problem.at(draft.sheet.as_deref(), draft.row, None)
}

fn text_differs(draft: &Draft, known: &Known) -> Problem {
    placed(
        Problem::new(Severity::Warning, "import-text-differs"),
        draft,
    )
    .value(draft.text.clone())
    .with("reference", &known.record.reference)
}

/// `<cycle>-UPR-<paragraph>`; without a paragraph `<cycle>-UPR-i<nnn>` in file order (FORMATS b5),
/// the next free number where an earlier import has used it.
fn free_reference(register: &Register, draft: &Draft, taken: &mut HashSet<String>) -> String {
    let is_free = |reference: &String, taken: &HashSet<String>| {
        !taken.contains(reference) && !register.has_reference(reference)
    };
    let first = match (&draft.paragraph, draft.file_number) {
        _ if draft.reference.is_some() => draft.reference.clone().unwrap_or_default(),
        (None, Some(number)) => numbered(draft, number),
        _ => reference_by_place(draft),
    };
    let beside = draft
        .document
        .iter()
        .map(|document| format!("{first} ({document})"));
    let from = draft.file_number.unwrap_or(1);
    let further = (from..).map(|number| match draft.paragraph {
        None if draft.reference.is_none() => numbered(draft, number),
        _ => format!("{first} ({number})"),
    });
    let reference = std::iter::once(first.clone())
        .chain(beside)
        .chain(further)
        .find(|reference| is_free(reference, taken))
        .unwrap_or(first);
    taken.insert(reference.clone());
    reference
}

/// `<cycle>-UPR-i<nnn>`, of a committee `<body>-<year>-i<nnn>`.
fn numbered(draft: &Draft, number: u32) -> String {
    let origin = Origin {
        mechanism: &draft.mechanism,
        body: draft.body.as_deref(),
        cycle: draft.cycle,
        year: draft.year,
    };
    reference_of(&origin, Some(&format!("i{number:03}")), None)
}

fn differences(register: &Register, known: &Known, draft: &Draft) -> Result<Vec<Difference>> {
    let mut differences = Vec::new();
    differences.extend(place_difference(register, known, draft));
    for state in &draft.states {
        let record = &known.record;
        let answered = record
            .state_positions
            .iter()
            .find(|p| p.state == state.iso3);
        let before = answered.map(|answered| answered.position.clone());
        let is_named = record.recommending_states.contains(&state.iso3);
        if !is_named || (state.position.is_some() && state.position != before) {
            differences.push(Difference::State {
                iso3: state.iso3.clone(),
                position: state.position.clone(),
                before,
            });
        }
    }
    differences.extend(position_difference(known, draft).map(Difference::Position));
    if let Some(category) = draft.action_category
        && !known.record.action_category_confirmed
        && known.record.action_category != Some(category)
    {
        differences.push(Difference::Category(category));
    }
    for (vocabulary, label) in tags_of(draft) {
        let tag = (word_of(&vocabulary)?, squeeze(label));
        if !known.tags.contains(&tag) {
            differences.push(Difference::Tag(vocabulary, tag.1));
        }
    }
    Ok(differences)
}

/// Every tag of a draft.
pub(super) fn tags_of(draft: &Draft) -> impl Iterator<Item = (Vocabulary, &str)> {
    let themes = draft
        .themes
        .iter()
        .map(|label| (Vocabulary::Theme, label.as_str()));
    let groups = draft
        .groups
        .iter()
        .map(|label| (Vocabulary::Group, label.as_str()));
    let targets = draft
        .sdg_targets
        .iter()
        .map(|label| (Vocabulary::Sdg, label.as_str()));
    let issues = draft
        .issues
        .iter()
        .map(|label| (Vocabulary::Issue, label.as_str()));
    themes.chain(groups).chain(targets).chain(issues)
}

fn place_difference(register: &Register, known: &Known, draft: &Draft) -> Option<Difference> {
    let paragraph = draft.paragraph.clone()?;
    let record = &known.record;
    let document_is_new = record.document.is_none() && draft.document.is_some();
    if record.paragraph.is_some() && !document_is_new {
        return None;
    }
    let reference = reference_by_place(draft);
    let is_taken = register.has_reference(&reference);
    Some(Difference::Place {
        document: draft.document.clone().or_else(|| record.document.clone()),
        paragraph,
        reference: match is_taken {
            true => record.reference.clone(),
            false => reference,
        },
    })
}

/// An answer is new where its history does not have it; the same answer from a file that does not
/// say where it was given adds nothing.
fn position_difference(known: &Known, draft: &Draft) -> Option<String> {
    let position = draft.position.as_ref()?;
    if !takes_position(draft) {
        return None;
    }
    let answer = (
        position.clone(),
        draft.position_document.clone(),
        draft.position_paragraph.clone(),
    );
    if known.answers.contains(&answer) {
        return None;
    }
    let group = |code: &str| positions::by_code(code).map(|position| position.group);
    let current = known.record.position.as_deref();
    if answer.1.is_none() && !may_answer_without_document(known, current.and_then(group)) {
        return None;
    }
    let says_the_same = current.is_some_and(|current| group(current) == group(position));
    // An answer of this kind was given and left behind since: the later one stands.
    let is_left_behind = known
        .answers
        .iter()
        .any(|(old, ..)| group(old) == group(position));
    if is_left_behind && !says_the_same {
        return None;
    }
    (answer.1.is_some() || !says_the_same).then(|| position.clone())
}

/// A file that does not say where the answer was given settles what is open, and corrects what came
/// from nowhere else. Against another source it is only what this one says.
fn may_answer_without_document(known: &Known, current: Option<PositionGroup>) -> bool {
    let is_open = matches!(
        current,
        None | Some(PositionGroup::Pending | PositionGroup::Unclear)
    );
    is_open || (known.is_of_this_source && known.is_of_one_kind())
}

/// Positions belong to the mechanisms that have them (I3): a pledge has none.
pub(super) fn takes_position(draft: &Draft) -> bool {
    mechanisms::by_code(&draft.mechanism).is_some_and(|mechanism| mechanism.has_position)
}

/// Records that came from a file of this kind about this State and that the file no longer has: of
/// the documents it speaks of; where it names none, of the same mechanism, body and session.
fn withdrawn(register: &Register, reading: &Reading, claimed: &HashSet<usize>) -> Vec<usize> {
    let mut documents = HashSet::new();
    let mut sessions = HashSet::new();
    for draft in reading.drafts.iter().filter(|draft| !draft.is_answer) {
        match &draft.document {
            Some(document) => drop(documents.insert(document)),
            None => drop(sessions.insert((&draft.mechanism, &draft.body, draft.session))),
        }
    }
    let concerns = |known: &Known| {
        let record = &known.record;
        let of_document = record.document.as_ref();
        of_document.is_some_and(|document| documents.contains(document))
            || sessions.contains(&(&record.mechanism, &record.body, record.session))
    };
    let records = register.records.iter().enumerate();
    records
        .filter(|(at, known)| known.is_of_this_source && !claimed.contains(at) && concerns(known))
        .map(|(at, _)| at)
        .collect()
}
