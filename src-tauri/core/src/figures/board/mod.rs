//! The board: every living recommendation and action as a few small columns in memory, read in a
//! handful of scans. Filters, counts and facets walk over it, so that a figure and the rows behind
//! it can never disagree. After a change the touched rows are read again ([`refresh`]).

mod columns;
mod index;
mod places;
mod read;
mod refresh;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use rusqlite::Row;

pub use columns::{FacetColumn, NONE, STANDINGS};
pub use places::Places;

use self::index::Index;
use super::due::{most_pressing, progress_of_actions};
use super::{Due, DueKind, ProgressState};
use crate::base::Result;
use crate::dossier::Reader;
use crate::recommendations::{Priority, Vocabulary};

pub type Word = Arc<str>;

/// One recommendation's columns.
#[derive(Debug, Clone)]
pub struct Entry {
    pub key: i64,
    pub id: Word,
    pub record_type: Word,
    pub mechanism: Word,
    /// Treaty body or mandate.
    pub body: Option<Word>,
    pub cycle: Option<Word>,
    pub session: Option<Word>,
    pub year: Option<Word>,
    pub document: Option<Word>,
    pub language: Word,
    pub scope: Option<Word>,
    pub duration: Option<Word>,
    /// `yes` or `no`.
    pub cross_border: Option<Word>,
    pub needs_law: Option<Word>,
    /// Chosen by a treaty body for its follow-up procedure: `yes` or `no`.
    pub follow_up: Option<Word>,
    pub position: Option<Word>,
    pub category: Option<u8>,
    pub cluster: Option<Word>,
    /// Clusters of other schemes.
    pub other_clusters: Vec<Word>,
    pub priority: Option<Priority>,
    pub states: Vec<Word>,
    /// States that were answered otherwise than the whole, each with its answer.
    pub state_answers: Vec<(Word, Word)>,
    /// The answers of the lettered parts; none where a part has no answer of its own yet.
    pub part_answers: Vec<Option<Word>>,
    pub tags: Vec<(Vocabulary, Word)>,
    /// A suggested category or tag waits for a person.
    pub is_unconfirmed: bool,
    /// Follows one of an earlier cycle.
    pub is_repeated: bool,
    /// Noted, and the day on which it is looked at again has come.
    pub is_review_due: bool,
    /// One bit for each of [`STANDINGS`] that holds.
    standing: u32,
    /// The lead agency today.
    pub lead: Option<Word>,
    /// Agencies with any role today on itself.
    own_agencies: Vec<Word>,
    /// Agencies with any role today, on it or on one of its actions.
    pub agencies: Vec<Word>,
    /// Places in [`Board::actions`].
    pub actions: Vec<usize>,
    pub progress: ProgressState,
    pub percent: Option<u8>,
    pub due: Due,
}

/// One action's columns.
#[derive(Debug, Clone)]
pub struct ActionEntry {
    pub key: i64,
    pub id: Word,
    pub status: Word,
    pub progress: ProgressState,
    pub percent: u8,
    pub due: Due,
    pub lead: Option<Word>,
    pub supporting: Vec<Word>,
    pub agencies: Vec<Word>,
    /// Places in [`Board::recommendations`].
    pub recommendations: Vec<usize>,
}

/// All of them, recommendations in the order of their reference, actions by number.
#[derive(Debug)]
pub struct Board {
    pub today: NaiveDate,
    pub recommendations: Vec<Entry>,
    pub actions: Vec<ActionEntry>,
    places: HashMap<Word, usize>,
    action_places: HashMap<Word, usize>,
    words: Words,
    index: Index,
    /// Keys of recommendations in their order, each with its place.
    keys: Vec<(i64, u32)>,
}

impl Board {
    /// Reads the board as it stands on `today`.
    ///
    /// # Errors
    /// The storage's own.
    pub fn read(reader: &Reader<'_>, today: NaiveDate) -> Result<Self> {
        let mut board = Board {
            today,
            recommendations: Vec::new(),
            actions: Vec::new(),
            places: HashMap::new(),
            action_places: HashMap::new(),
            words: Words::default(),
            index: Index::default(),
            keys: Vec::new(),
        };
        board.read_all(reader)?;
        for place in 0..board.recommendations.len() {
            board.sum_up(place);
        }
        board.keys = (0_u32..)
            .zip(&board.recommendations)
            .map(|(place, entry)| (entry.key, place))
            .collect();
        board.keys.sort_unstable();
        Ok(board)
    }

    /// Recommendations on the board.
    #[must_use]
    pub fn len(&self) -> usize {
        self.recommendations.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.recommendations.is_empty()
    }

    /// The recommendation at a place.
    #[must_use]
    pub fn at(&self, place: u32) -> Option<&Entry> {
        self.recommendations.get(usize::try_from(place).ok()?)
    }

    /// The places of records by their keys, which come in their order.
    #[must_use]
    pub fn places_of_keys(&self, keys: &[i64]) -> Places {
        let mut places = Places::none(self.len());
        let mut rest = &self.keys[..];
        for key in keys {
            // Neighbours among many hits lie close together: a few steps before a search by halves.
            let near = rest.iter().take(8).position(|(other, _)| other >= key);
            let at = near.unwrap_or_else(|| rest.partition_point(|(other, _)| other < key));
            rest = rest.get(at..).unwrap_or_default();
            match rest.first() {
                Some((other, place)) if other == key => places.add(*place),
                Some(_) => {}
                None => break,
            }
        }
        places
    }

    /// The values of a column, each with the places that have it in their order. What has no value
    /// stands under [`NONE`].
    #[must_use]
    pub fn values(&self, column: FacetColumn) -> &std::collections::BTreeMap<Word, Vec<u32>> {
        self.index.values(column, &self.recommendations)
    }

    /// The place of a recommendation.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    #[must_use]
    pub fn action_place(&self, id: &str) -> Option<usize> {
        self.action_places.get(id).copied()
    }

    /// The actions of a recommendation.
    pub fn actions_of<'a>(&'a self, entry: &'a Entry) -> impl Iterator<Item = &'a ActionEntry> {
        entry
            .actions
            .iter()
            .filter_map(|place| self.actions.get(*place))
    }

    /// Works out what a recommendation has from its actions together.
    fn sum_up(&mut self, place: usize) {
        let actions = &self.actions;
        let Some(entry) = self.recommendations.get_mut(place) else {
            return;
        };
        let own: Vec<&ActionEntry> = entry
            .actions
            .iter()
            .filter_map(|place| actions.get(*place))
            .collect();
        let kinds: Vec<ProgressState> = own.iter().map(|action| action.progress).collect();
        entry.progress = progress_of_actions(&kinds);
        entry.due = most_pressing(own.iter().map(|action| &action.due));
        entry.percent = mean_percent(&own);
        entry.agencies.clone_from(&entry.own_agencies);
        for agency in own.iter().flat_map(|action| &action.agencies) {
            if !entry.agencies.contains(agency) {
                entry.agencies.push(agency.clone());
            }
        }
        let has_due = |kind: DueKind| own.iter().any(|action| action.due.kind == kind);
        entry.standing =
            columns::standing_of(entry, has_due(DueKind::Late), has_due(DueKind::Soon));
    }
}

/// The rounded mean over the actions that count (not applicable ones do not).
fn mean_percent(actions: &[&ActionEntry]) -> Option<u8> {
    let counting: Vec<u32> = actions
        .iter()
        .filter(|action| action.progress != ProgressState::NotApplicable)
        .map(|action| u32::from(action.percent))
        .collect();
    let count = u32::try_from(counting.len())
        .ok()
        .filter(|count| *count > 0)?;
    let sum: u32 = counting.iter().sum();
    u8::try_from((sum + count / 2) / count).ok()
}

/// Each distinct word once in memory.
#[derive(Debug, Default)]
struct Words(HashMap<String, Word>);

impl Words {
    fn word(&mut self, text: &str) -> Word {
        if let Some(word) = self.0.get(text) {
            return word.clone();
        }
        let word = Word::from(text);
        self.0.insert(text.to_owned(), word.clone());
        word
    }

    /// A column that may be empty.
    fn of_column(&mut self, row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Word>> {
        let text = row.get_ref(column)?.as_str_or_null()?;
        Ok(text.map(|text| self.word(text)))
    }

    fn of_number(&mut self, row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Word>> {
        let number: Option<i64> = row.get(column)?;
        Ok(number.map(|number| self.word(&number.to_string())))
    }

    fn of_yes_or_no(&mut self, row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Word>> {
        let holds: Option<bool> = row.get(column)?;
        Ok(holds.map(|holds| self.word(if holds { "yes" } else { "no" })))
    }
}
