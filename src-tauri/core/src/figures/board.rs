//! The board: every living recommendation and action as a few small columns in memory, read in a
//! handful of scans. Filters, counts and facets walk over it, so that a figure and the rows behind
//! it can never disagree. It is thrown away whenever something changes.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use rusqlite::named_params;

use super::due::{due_of, most_pressing, progress_of_actions, progress_of_status};
use super::{Due, ProgressState};
use crate::base::word::from_optional_word;
use crate::base::{Result, date};
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
}

impl Board {
    /// Reads the board as it stands on `today`.
    ///
    /// # Errors
    /// The storage's own.
    pub fn read(reader: &Reader<'_>, today: NaiveDate) -> Result<Self> {
        let mut words = Words::default();
        let recommendations = read_recommendations(reader, &mut words)?;
        let actions = read_actions(reader, today, &mut words)?;
        let places = recommendations
            .iter()
            .enumerate()
            .map(|(p, e)| (e.id.clone(), p))
            .collect();
        let action_places = actions
            .iter()
            .enumerate()
            .map(|(p, e)| (e.id.clone(), p))
            .collect();
        let mut board = Board {
            today,
            recommendations,
            actions,
            places,
            action_places,
        };
        board.add_states(reader, &mut words)?;
        board.add_tags(reader, &mut words)?;
        board.add_links(reader)?;
        board.add_assignments(reader, &mut words)?;
        board.sum_up();
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

    fn entry_mut(&mut self, id: &str) -> Option<&mut Entry> {
        let place = self.places.get(id)?;
        self.recommendations.get_mut(*place)
    }

    fn add_states(&mut self, reader: &Reader<'_>, words: &mut Words) -> Result<()> {
        reader.rows(
            "select recommendation_id, state
             from live_recommendation_state
             order by recommendation_id, place",
            [],
            |row| {
                let state = words.word(row.get_ref(1)?.as_str()?);
                if let Some(entry) = self.entry_mut(row.get_ref(0)?.as_str()?) {
                    entry.states.push(state);
                }
                Ok(())
            },
        )?;
        Ok(())
    }

    fn add_tags(&mut self, reader: &Reader<'_>, words: &mut Words) -> Result<()> {
        reader.rows(
            "select recommendation_id, vocabulary, label, confirmed
             from live_recommendation_tag
             order by recommendation_id, vocabulary, label",
            [],
            |row| {
                let label = words.word(row.get_ref(2)?.as_str()?);
                let vocabulary = match row.get_ref(1)?.as_str()? {
                    "theme" => Vocabulary::Theme,
                    "group" => Vocabulary::Group,
                    _ => Vocabulary::Sdg,
                };
                let is_confirmed: bool = row.get(3)?;
                if let Some(entry) = self.entry_mut(row.get_ref(0)?.as_str()?) {
                    entry.tags.push((vocabulary, label));
                    entry.is_unconfirmed |= !is_confirmed;
                }
                Ok(())
            },
        )?;
        Ok(())
    }

    fn add_links(&mut self, reader: &Reader<'_>) -> Result<()> {
        reader.rows(
            "select l.action_id, l.recommendation_id
             from live_action_recommendation l
             join live_action a on a.id = l.action_id
             order by a.number, l.id",
            [],
            |row| {
                let place = self.places.get(row.get_ref(1)?.as_str()?).copied();
                let action = self.action_places.get(row.get_ref(0)?.as_str()?).copied();
                if let (Some(place), Some(action)) = (place, action) {
                    if let Some(entry) = self.recommendations.get_mut(place) {
                        entry.actions.push(action);
                    }
                    if let Some(entry) = self.actions.get_mut(action) {
                        entry.recommendations.push(place);
                    }
                }
                Ok(())
            },
        )?;
        for action in &mut self.actions {
            action.recommendations.sort_unstable();
        }
        Ok(())
    }

    fn add_assignments(&mut self, reader: &Reader<'_>, words: &mut Words) -> Result<()> {
        reader.rows(
            "select s.recommendation_id, s.action_id, s.agency_id, s.role
             from live_assignment s
             join live_agency a on a.id = s.agency_id
             where s.from_on <= :today
               and (s.to_on is null or s.to_on >= :today)
             order by a.short_name, s.id",
            named_params! {":today": date::iso(self.today)},
            |row| {
                let agency = words.word(row.get_ref(2)?.as_str()?);
                let role: String = row.get(3)?;
                if let Some(id) = row.get_ref(0)?.as_str_or_null()? {
                    if let Some(entry) = self.entry_mut(id) {
                        take_role(&role, agency, &mut entry.lead, &mut entry.agencies);
                    }
                } else if let Some(id) = row.get_ref(1)?.as_str_or_null()? {
                    let place = self.action_places.get(id).copied();
                    if let Some(entry) = place.and_then(|place| self.actions.get_mut(place)) {
                        if role == "supporting" {
                            entry.supporting.push(agency.clone());
                        }
                        take_role(&role, agency, &mut entry.lead, &mut entry.agencies);
                    }
                }
                Ok(())
            },
        )?;
        Ok(())
    }

    /// Works out what a recommendation has from its actions together.
    fn sum_up(&mut self) {
        let actions = &self.actions;
        for entry in &mut self.recommendations {
            let own: Vec<&ActionEntry> = entry
                .actions
                .iter()
                .filter_map(|place| actions.get(*place))
                .collect();
            let kinds: Vec<ProgressState> = own.iter().map(|action| action.progress).collect();
            entry.progress = progress_of_actions(&kinds);
            entry.due = most_pressing(own.iter().map(|action| &action.due));
            entry.percent = mean_percent(&own);
            for action in own {
                for agency in &action.agencies {
                    if !entry.agencies.contains(agency) {
                        entry.agencies.push(agency.clone());
                    }
                }
            }
        }
    }
}

fn take_role(role: &str, agency: Word, lead: &mut Option<Word>, agencies: &mut Vec<Word>) {
    if role == "lead" {
        *lead = Some(agency.clone());
    }
    if !agencies.contains(&agency) {
        agencies.push(agency);
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

fn read_recommendations(reader: &Reader<'_>, words: &mut Words) -> Result<Vec<Entry>> {
    reader.rows(
        "select key, id, mechanism, position, action_category, action_category_confirmed,
                cluster_id, priority
         from live_recommendation
         order by sort_key, key",
        [],
        |row| {
            let category: Option<u8> = row.get(4)?;
            let is_confirmed: bool = row.get(5)?;
            Ok(Entry {
                key: row.get(0)?,
                id: Word::from(row.get_ref(1)?.as_str()?),
                mechanism: words.word(row.get_ref(2)?.as_str()?),
                position: words.optional(row.get_ref(3)?.as_str_or_null()?),
                category,
                cluster: words.optional(row.get_ref(6)?.as_str_or_null()?),
                priority: from_optional_word(row, 7)?,
                states: Vec::new(),
                tags: Vec::new(),
                is_unconfirmed: category.is_some() && !is_confirmed,
                lead: None,
                agencies: Vec::new(),
                actions: Vec::new(),
                progress: ProgressState::NoAction,
                percent: None,
                due: most_pressing([].iter()),
            })
        },
    )
}

fn read_actions(
    reader: &Reader<'_>,
    today: NaiveDate,
    words: &mut Words,
) -> Result<Vec<ActionEntry>> {
    reader.rows(
        "select key, id, status, percent, continuous, due_on
         from live_action
         order by number, key",
        [],
        |row| {
            let status = words.word(row.get_ref(2)?.as_str()?);
            let progress = progress_of_status(&status);
            let due_on: Option<String> = row.get(5)?;
            let due_on = due_on.and_then(|text| date::parse(&text).ok());
            Ok(ActionEntry {
                key: row.get(0)?,
                id: Word::from(row.get_ref(1)?.as_str()?),
                status,
                progress,
                percent: row.get(3)?,
                due: due_of(progress, row.get(4)?, due_on, today),
                lead: None,
                supporting: Vec::new(),
                agencies: Vec::new(),
                recommendations: Vec::new(),
            })
        },
    )
}

/// Each distinct word once in memory.
#[derive(Default)]
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
