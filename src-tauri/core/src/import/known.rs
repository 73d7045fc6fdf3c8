//! What the plan already holds, arranged for finding the record a draft speaks of.
//!
//! Identity, in this order: the plan's own id; the file's key of the record; document + paragraph +
//! letter; the reference, where one side does not know the document; mechanism + cycle + fingerprint
//! of the text (FORMATS, rules for importers).

use std::collections::{BTreeMap, HashMap, HashSet};

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
    /// Where it was met, the newest last.
    pub sources: Vec<Source>,
    /// It came from a file of the same format about the same State.
    pub is_of_this_source: bool,
}

/// One file a record was met in, and what that file says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Source {
    pub file_id: String,
    pub sha256: String,
    pub format: String,
    /// State under review as the file says it.
    pub state: Option<String>,
    /// The file's own key of the record.
    pub foreign_id: Option<String>,
    pub said: Option<String>,
}

impl Known {
    /// Whether every file it was met in is of one kind.
    pub(super) fn is_of_one_kind(&self) -> bool {
        let mut formats = self.sources.iter().map(|source| &source.format);
        let first = formats.next();
        first.is_some_and(|first| formats.all(|format| format == first))
    }
}

pub(super) struct Register {
    pub records: Vec<Known>,
    /// Code of the format that is being read.
    format: String,
    by_id: HashMap<String, usize>,
    /// By the keys files of this format give their records.
    by_foreign_id: HashMap<String, usize>,
    /// Two annotations of one paragraph are two records in one place.
    by_place: HashMap<Place, Vec<usize>>,
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
        let mut sources = sources(reader)?;
        let format = reading.format.code();
        let records: Vec<Known> = records
            .into_iter()
            .map(|record| {
                let sources = sources.remove(&record.id).unwrap_or_default();
                let is_here =
                    |source: &Source| source.format == format && source.state == reading.state;
                Known {
                    answers: answers.remove(&record.id).unwrap_or_default(),
                    tags: tags.remove(&record.id).unwrap_or_default(),
                    is_of_this_source: sources.iter().any(is_here),
                    sources,
                    record,
                }
            })
            .collect();
        Ok(Register::of(records, format))
    }

    fn of(records: Vec<Known>, format: &str) -> Self {
        let mut register = Register {
            format: format.to_owned(),
            by_id: HashMap::new(),
            by_foreign_id: HashMap::new(),
            by_place: HashMap::new(),
            by_reference: HashMap::new(),
            by_wording: HashMap::new(),
            records,
        };
        for (at, known) in register.records.iter().enumerate() {
            let record = &known.record;
            register.by_id.insert(record.id.clone(), at);
            for source in known.sources.iter().filter(|s| s.format == format) {
                let key = source.foreign_id.clone().map(|id| (id, at));
                register.by_foreign_id.extend(key);
            }
            if let (Some(document), Some(paragraph)) = (&record.document, &record.paragraph) {
                let place = (document.clone(), paragraph.clone(), record.letter.clone());
                register.by_place.entry(place).or_default().push(at);
            }
            register.by_reference.insert(record.reference.clone(), at);
            let wording = wording(&record.mechanism, record.cycle, &record.text);
            register.by_wording.entry(wording).or_default().push(at);
        }
        register
    }

    /// Whether a reference is taken by a record of the plan.
    pub(super) fn has_reference(&self, reference: &str) -> bool {
        self.by_reference.contains_key(reference)
    }

    /// The record a draft speaks of. Records already `claimed` by other drafts are passed over
    /// where only the wording decides.
    pub(super) fn find(&self, draft: &Draft, claimed: &HashSet<usize>) -> Found {
        let named = self.named(draft).or_else(|| self.placed(draft, claimed));
        if let Some(placed) = named {
            return Found::Placed(placed);
        }
        if let Some(called) = self.called(draft) {
            return Found::Placed(called);
        }
        // A first import of thousands needs no fingerprints to find nothing.
        if self.by_wording.is_empty() {
            return Found::Nothing;
        }
        let wording = wording(&draft.mechanism, draft.cycle, &draft.text);
        let alike: Vec<usize> = self.by_wording.get(&wording).cloned().unwrap_or_default();
        let fits = |at: &usize| {
            let known = self.records.get(*at);
            !claimed.contains(at) && known.is_some_and(|known| may_be_the_same(known, draft))
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
        let at = self.placed(draft, &HashSet::new()).or_else(|| {
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

    /// By the plan's own id or by the key the file gives the record.
    fn named(&self, draft: &Draft) -> Option<usize> {
        let own = draft.own_id.as_ref().and_then(|id| self.by_id.get(id));
        let foreign = || self.by_foreign_id.get(draft.foreign_id.as_ref()?);
        own.or_else(foreign).copied()
    }

    /// The record with the draft's reference and words: tables count from 1 each, so that a reference
    /// alone says nothing.
    fn called(&self, draft: &Draft) -> Option<usize> {
        let at = *self.by_reference.get(draft.reference.as_ref()?)?;
        let known = self.records.get(at)?;
        (squeeze(&known.record.text) == draft.text).then_some(at)
    }

    fn placed(&self, draft: &Draft, claimed: &HashSet<usize>) -> Option<usize> {
        let paragraph = draft.paragraph.as_ref()?;
        if let Some(document) = &draft.document {
            let place = (document.clone(), paragraph.clone(), draft.letter.clone());
            let there = self.by_place.get(&place).map(Vec::as_slice);
            if let Some(at) = self.placed_among(there.unwrap_or_default(), draft, claimed) {
                return Some(at);
            }
        }
        let at = *self.by_reference.get(&reference_by_place(draft))?;
        let known = self.records.get(at)?;
        let one_side_is_open = draft.document.is_none() || known.record.document.is_none();
        (one_side_is_open && !self.is_another(at, draft, claimed)).then_some(at)
    }

    /// The record of a place that a draft can speak of, rather one with the same words.
    fn placed_among(
        &self,
        there: &[usize],
        draft: &Draft,
        claimed: &HashSet<usize>,
    ) -> Option<usize> {
        let mut possible = there
            .iter()
            .filter(|at| !self.is_another(**at, draft, claimed));
        let first = *possible.clone().next()?;
        let has_the_words = |at: &&usize| {
            let known = self.records.get(**at);
            known.is_some_and(|known| squeeze(&known.record.text) == draft.text)
        };
        Some(possible.find(has_the_words).copied().unwrap_or(first))
    }

    /// Whether the record is known to be another one than the draft's: of another kind, or one to
    /// which this format gives another key.
    fn is_another(&self, at: usize, draft: &Draft, claimed: &HashSet<usize>) -> bool {
        let Some(known) = self.records.get(at) else {
            return true;
        };
        let Some(foreign_id) = &draft.foreign_id else {
            return false;
        };
        let other_kind = known.record.record_type != draft.record_type;
        let mut keys = known.sources.iter().filter(|s| s.format == self.format);
        let other_key = keys.any(|source| {
            let key = source.foreign_id.as_ref();
            key.is_some_and(|key| key != foreign_id)
        });
        claimed.contains(&at) || other_kind || other_key
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

/// Whether a record and a draft with the same words can be one recommendation: what both know of
/// where it stands must agree. Two paragraphs of one document may have the same words.
fn may_be_the_same(known: &Known, draft: &Draft) -> bool {
    fn agree<T: PartialEq>(left: Option<&T>, right: Option<&T>) -> bool {
        left.is_none() || right.is_none() || left == right
    }
    let record = &known.record;
    let is_open = draft.paragraph.is_none() || record.paragraph.is_none();
    is_open
        && agree(record.document.as_ref(), draft.document.as_ref())
        && agree(record.body.as_ref(), draft.body.as_ref())
        && agree(record.session.as_ref(), draft.session.as_ref())
        && agree(record.year.as_ref(), draft.year.as_ref())
        && (draft.foreign_id.is_none() || record.record_type == draft.record_type)
}

fn sources(reader: &Reader<'_>) -> Result<BTreeMap<String, Vec<Source>>> {
    let rows = reader.rows(
        "select s.recommendation_id, f.id, f.sha256, f.format, f.state, s.foreign_id, s.said
         from live_recommendation_source s
         join live_source_file f on f.id = s.source_file_id
         order by s.recommendation_id, f.imported_at, f.id",
        [],
        |row| {
            let source = Source {
                file_id: row.get(1)?,
                sha256: row.get(2)?,
                format: row.get(3)?,
                state: row.get(4)?,
                foreign_id: row.get(5)?,
                said: row.get(6)?,
            };
            Ok((row.get::<_, String>(0)?, source))
        },
    )?;
    let mut by_record: BTreeMap<String, Vec<Source>> = BTreeMap::new();
    for (id, source) in rows {
        by_record.entry(id).or_default().push(source);
    }
    Ok(by_record)
}
