//! The board: every living recommendation and action as a few small columns in memory, read in a
//! handful of scans. Filters, counts and facets walk over it, so that a figure and the rows behind
//! it can never disagree. After a change the touched rows are read again ([`refresh`]).

mod read;
mod refresh;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::due::{most_pressing, progress_of_actions};
use super::{Due, ProgressState};
use crate::base::Result;
use crate::dossier::Reader;
use crate::recommendations::{Priority, Vocabulary};

pub type Word = Arc<str>;

/// One recommendation's columns.
#[derive(Debug, Clone)]
pub struct Entry {
    pub key: i64,
    pub id: Word,
    pub mechanism: Word,
    pub position: Option<Word>,
    pub category: Option<u8>,
    pub cluster: Option<Word>,
    pub priority: Option<Priority>,
    pub states: Vec<Word>,
    pub tags: Vec<(Vocabulary, Word)>,
    /// A suggested category or tag waits for a person.
    pub is_unconfirmed: bool,
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
        };
        board.read_all(reader)?;
        for place in 0..board.recommendations.len() {
            board.sum_up(place);
        }
        Ok(board)
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

    fn optional(&mut self, text: Option<&str>) -> Option<Word> {
        text.map(|text| self.word(text))
    }
}
