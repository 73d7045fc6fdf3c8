//! What the plan already holds, arranged for finding the record a draft speaks of.
//!
//! Identity, in this order: document + paragraph + letter; the reference, where one side does not
//! know the document; mechanism + cycle + fingerprint of the text (FORMATS, rules for importers).

use std::collections::{BTreeMap, HashMap, HashSet};

use rusqlite::named_params;

use super::draft::{Draft, Reading};
use crate::base::Result;
use crate::base::text::{fingerprint, squeeze};
use crate::dossier::Reader;
use crate::recommendations::{Origin, Recommendation, list_recommendations, reference_of};

type Place = (String, String, Option<String>);
type Wording = (String, Option<u32>, String);

/// One record of the plan with what an import must not undo.
pub(super) struct Known {
    pub record: Recommendation,
    /// Every answer in its history: position, document, paragraph.
    pub answers: Vec<(String, Option<String>, Option<String>)>,
    /// Every tag it has or had, by vocabulary: a removed one does not come back.
    pub tags: HashSet<(String, String)>,
    /// It came from a file of the same format about the same State.
    pub is_of_this_source: bool,
}

pub(super) struct Register {
    pub records: Vec<Known>,
    by_place: HashMap<Place, usize>,
    by_reference: HashMap<String, usize>,
    by_wording: HashMap<Wording, Vec<usize>>,
}

/// What was found for a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    Nothing,
    /// By its place in the document or by its reference.
    Placed(usize),
    /// By its wording.
    Worded(usize),
    /// Several records have this wording; the first of them.
    Several(usize),
}

impl Register {
    pub(super) fn load(reader: &Reader<'_>, reading: &Reading) -> Result<Self> {
        let records = list_recommendations(reader)?;
        let mut answers = answers(reader)?;
        let mut tags = tags(reader)?;
        let here = of_this_source(reader, reading)?;
        let records: Vec<Known> = records
            .into_iter()
            .map(|record| Known {
                answers: answers.remove(&record.id).unwrap_or_default(),
                tags: tags.remove(&record.id).unwrap_or_default(),
                is_of_this_source: here.contains(&record.id),
                record,
            })
            .collect();
        let mut register = Register {
            by_place: HashMap::new(),
            by_reference: HashMap::new(),
            by_wording: HashMap::new(),
            records,
        };
        for (at, known) in register.records.iter().enumerate() {
            let record = &known.record;
            if let (Some(document), Some(paragraph)) = (&record.document, &record.paragraph) {
                let place = (document.clone(), paragraph.clone(), record.letter.clone());
                register.by_place.insert(place, at);
            }
            register.by_reference.insert(record.reference.clone(), at);
            let wording = wording(&record.mechanism, record.cycle, &record.text);
            register.by_wording.entry(wording).or_default().push(at);
        }
        Ok(register)
    }

    /// Whether a reference is taken by a record of the plan.
    pub(super) fn has_reference(&self, reference: &str) -> bool {
        self.by_reference.contains_key(reference)
    }

    /// The record a draft speaks of. Records already `claimed` by other drafts are passed over
    /// where only the wording decides.
    pub(super) fn find(&self, draft: &Draft, claimed: &HashSet<usize>) -> Found {
        if let Some(placed) = self.placed(draft) {
            return Found::Placed(placed);
        }
        let wording = wording(&draft.mechanism, draft.cycle, &draft.text);
        let alike: Vec<usize> = self.by_wording.get(&wording).cloned().unwrap_or_default();
        let fits = |at: &usize| {
            let known = self.records.get(*at);
            // Two paragraphs of one document may have the same words and are two recommendations.
            let is_open = draft.paragraph.is_none()
                || known.is_some_and(|known| known.record.paragraph.is_none());
            is_open && !claimed.contains(at)
        };
        let alike: Vec<usize> = alike.into_iter().filter(fits).collect();
        let exact = self.narrowed(&alike, |known| squeeze(&known.record.text) == draft.text);
        let shares_a_state = |known: &Known| {
            let mut states = draft.states.iter();
            states.any(|state| known.record.recommending_states.contains(&state.iso3))
        };
        let shared = self.narrowed(&exact, shares_a_state);
        // Where no State tells them apart, having come from such a file before tells nothing either.
        let is_told_apart = draft.states.is_empty()
            || shared
                .iter()
                .any(|at| self.records.get(*at).is_some_and(shares_a_state));
        let own = match is_told_apart {
            true => self.narrowed(&shared, |known| known.is_of_this_source),
            false => shared,
        };
        match own.as_slice() {
            [] => Found::Nothing,
            [one] => Found::Worded(*one),
            [first, ..] => Found::Several(*first),
        }
    }

    /// The record an answer speaks of: by its place; where the answer does not name the document, the
    /// only recommendation of the review with this paragraph.
    pub(super) fn find_answered(&self, draft: &Draft) -> Option<(usize, &Known)> {
        let at = self.placed(draft).or_else(|| {
            let is_meant = |record: &Recommendation| {
                record.mechanism == draft.mechanism
                    && record.paragraph == draft.paragraph
                    && record.letter == draft.letter
            };
            let records = self.records.iter().enumerate();
            let mut meant = records.filter(|(_, known)| is_meant(&known.record));
            let only = meant.next().filter(|_| draft.document.is_none())?;
            meant.next().is_none().then_some(only.0)
        })?;
        Some((at, self.records.get(at)?))
    }

    fn placed(&self, draft: &Draft) -> Option<usize> {
        let paragraph = draft.paragraph.as_ref()?;
        if let Some(document) = &draft.document {
            let place = (document.clone(), paragraph.clone(), draft.letter.clone());
            if let Some(at) = self.by_place.get(&place) {
                return Some(*at);
            }
        }
        let at = *self.by_reference.get(&reference_by_place(draft))?;
        let known = self.records.get(at)?;
        let one_side_is_open = draft.document.is_none() || known.record.document.is_none();
        one_side_is_open.then_some(at)
    }

    /// The records that fit, or all of them where none does.
    fn narrowed(&self, places: &[usize], fits: impl Fn(&Known) -> bool) -> Vec<usize> {
        let fitting: Vec<usize> = places
            .iter()
            .copied()
            .filter(|at| self.records.get(*at).is_some_and(&fits))
            .collect();
        match fitting.is_empty() {
            true => places.to_vec(),
            false => fitting,
        }
    }
}

/// The reference of a draft that knows its paragraph.
pub(super) fn reference_by_place(draft: &Draft) -> String {
    let (paragraph, letter) = (draft.paragraph.as_deref(), draft.letter.as_deref());
    let origin = Origin {
        mechanism: &draft.mechanism,
        body: draft.body.as_deref(),
        cycle: draft.cycle,
        year: draft.year,
    };
    reference_of(&origin, paragraph, letter)
}

fn wording(mechanism: &str, cycle: Option<u32>, text: &str) -> Wording {
    (mechanism.to_owned(), cycle, fingerprint(text))
}

type Answer = (String, Option<String>, Option<String>);

fn answers(reader: &Reader<'_>) -> Result<BTreeMap<String, Vec<Answer>>> {
    let rows = reader.rows(
        "select recommendation_id, position, document, paragraph
         from live_position_entry
         order by recommendation_id, recorded_at, id",
        [],
        |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?, row.get(3)?))),
    )?;
    let mut by_record: BTreeMap<String, Vec<Answer>> = BTreeMap::new();
    for (id, answer) in rows {
        by_record.entry(id).or_default().push(answer);
    }
    Ok(by_record)
}

fn tags(reader: &Reader<'_>) -> Result<BTreeMap<String, HashSet<(String, String)>>> {
    let rows: Vec<(String, (String, String))> = reader.rows(
        "select recommendation_id, vocabulary, label
         from recommendation_tag
         order by recommendation_id, vocabulary, label",
        [],
        |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))),
    )?;
    let mut by_record: BTreeMap<String, HashSet<(String, String)>> = BTreeMap::new();
    for (id, tag) in rows {
        by_record.entry(id).or_default().insert(tag);
    }
    Ok(by_record)
}

fn of_this_source(reader: &Reader<'_>, reading: &Reading) -> Result<HashSet<String>> {
    let ids = reader.rows(
        "select distinct s.recommendation_id
         from live_recommendation_source s
         join live_source_file f on f.id = s.source_file_id
         where f.format = :format and f.state is :state
         order by s.recommendation_id",
        named_params! {":format": reading.format.code(), ":state": reading.state},
        |row| row.get(0),
    )?;
    Ok(ids.into_iter().collect())
}
