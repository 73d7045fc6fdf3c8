//! The columns of a table, as a person said or as guessed, and the States under review they name.

use super::grid::Grid;
use super::guess::Guess;
use super::meaning::Meaning;
use super::values;
use super::wish::TableWish;
use crate::base::{Error, Result};
use crate::import::clean::plain;
use crate::import::draft::StateFound;

/// Different States under review; there are 193 States.
const MOST_STATES: usize = 1_000;

/// What the columns mean.
pub(super) struct Columns {
    guesses: Vec<Guess>,
}

impl Columns {
    /// As a person said, else as guessed.
    ///
    /// # Errors
    /// `table-column-unknown`, `table-column-twice`.
    pub(super) fn of(grid: &Grid, guessed: &[Guess], wish: &TableWish) -> Result<Self> {
        let Some(said) = &wish.columns else {
            return Ok(Columns {
                guesses: guessed.to_vec(),
            });
        };
        let ignored = Guess {
            meaning: Meaning::Ignore,
            confidence: 1.0,
        };
        let mut guesses = vec![ignored; grid.width];
        for column in said {
            let place = usize::try_from(column.column).unwrap_or(0).checked_sub(1);
            let is_taken = guesses.iter().any(|guess| guess.meaning == column.meaning);
            let guess = place
                .and_then(|place| guesses.get_mut(place))
                .ok_or_else(|| {
                    Error::person("table-column-unknown")
                        .with("column", column.column)
                        .with("count", grid.width)
                })?;
            if is_taken && !column.meaning.may_repeat() {
                return Err(
                    Error::person("table-column-twice").with("meaning", column.meaning.word())
                );
            }
            guess.meaning = column.meaning;
        }
        Ok(Columns { guesses })
    }

    pub(super) fn all(&self) -> &[Guess] {
        &self.guesses
    }

    /// Places of the columns with a meaning, counted from 0.
    pub(super) fn places(&self, meaning: Meaning) -> impl Iterator<Item = usize> {
        let columns = self.guesses.iter().enumerate();
        columns
            .filter(move |(_, guess)| guess.meaning == meaning)
            .map(|(place, _)| place)
    }

    pub(super) fn place(&self, meaning: Meaning) -> Option<usize> {
        self.places(meaning).next()
    }

    pub(super) fn has(&self, meaning: Meaning) -> bool {
        self.place(meaning).is_some()
    }

    pub(super) fn has_text(&self) -> bool {
        self.has(Meaning::Text) || self.has(Meaning::Title)
    }

    pub(super) fn confidence_of(&self, meaning: Meaning) -> f32 {
        let place = self.place(meaning);
        let guess = place.and_then(|place| self.guesses.get(place));
        guess.map_or(0.0, |guess| guess.confidence)
    }
}

/// Every State under review the table names.
///
/// # Errors
/// `import-too-many-states`.
pub(super) fn states_under_review(
    grid: &Grid,
    columns: &Columns,
    wish: &TableWish,
) -> Result<Vec<StateFound>> {
    let mut found: Vec<StateFound> = Vec::new();
    let Some(column) = columns.place(Meaning::StateUnderReview) else {
        return Ok(found);
    };
    for line in grid.lines() {
        let name: String = plain(line.cell(column)).chars().take(200).collect();
        if name.is_empty() {
            continue;
        }
        if let Some(known) = found.iter_mut().find(|state| state.name == name) {
            known.rows += 1;
            continue;
        }
        if found.len() >= MOST_STATES {
            return Err(Error::person("import-too-many-states").with("limit", MOST_STATES));
        }
        let iso3 = values::state(wish, &name).known();
        found.push(StateFound {
            iso3,
            name,
            rows: 1,
        });
    }
    // Several spellings of one State are one State.
    let mut joined: Vec<StateFound> = Vec::new();
    for state in found {
        let same = |other: &&mut StateFound| state.iso3.is_some() && other.iso3 == state.iso3;
        match joined.iter_mut().find(same) {
            Some(known) => known.rows += state.rows,
            None => joined.push(state),
        }
    }
    Ok(joined)
}
