//! Reading the board: the whole, or the columns of one record again.

use rusqlite::named_params;

use super::{ActionEntry, Board, Entry, Word};
use crate::base::word::{from_optional_word, from_word};
use crate::base::{Result, date};
use crate::dossier::Reader;
use crate::figures::ProgressState;
use crate::figures::due::{due_of, most_pressing, progress_of_status};
use crate::recommendations::Vocabulary;

/// All records, or one.
#[derive(Clone, Copy)]
pub(super) enum Scope<'a> {
    All,
    One(&'a str),
}

impl<'a> Scope<'a> {
    /// The condition on a column; `:id` is bound either way.
    fn on(self, column: &str) -> String {
        match self {
            Scope::All => "(:id is null)".to_owned(),
            Scope::One(_) => format!("{column} = :id"),
        }
    }

    fn id(self) -> Option<&'a str> {
        match self {
            Scope::All => None,
            Scope::One(id) => Some(id),
        }
    }
}

impl Board {
    pub(super) fn read_all(&mut self, reader: &Reader<'_>) -> Result<()> {
        for entry in self.recommendation_columns(reader, Scope::All)? {
            self.places
                .insert(entry.id.clone(), self.recommendations.len());
            self.recommendations.push(entry);
        }
        for entry in self.action_columns(reader, Scope::All)? {
            self.action_places
                .insert(entry.id.clone(), self.actions.len());
            self.actions.push(entry);
        }
        self.add_states(reader, Scope::All)?;
        self.add_tags(reader, Scope::All)?;
        self.add_marks(reader, Scope::All)?;
        self.add_links(reader, Scope::All, "l.action_id")?;
        self.add_assignments(reader, Scope::All, "s.id")
    }

    pub(super) fn recommendation_columns(
        &mut self,
        reader: &Reader<'_>,
        scope: Scope<'_>,
    ) -> Result<Vec<Entry>> {
        let words = &mut self.words;
        reader.rows(
            &format!(
                "select key, id, mechanism, position, action_category, action_category_confirmed,
                        cluster_id, priority, record_type, body, cycle, session, year, document,
                        language, scope, duration, cross_border, needs_law, followup_selected
                 from live_recommendation
                 where {}
                 order by sort_key, key",
                scope.on("id")
            ),
            named_params! {":id": scope.id()},
            |row| {
                let category: Option<u8> = row.get(4)?;
                let is_confirmed: bool = row.get(5)?;
                Ok(Entry {
                    key: row.get(0)?,
                    id: Word::from(row.get_ref(1)?.as_str()?),
                    body: words.of_column(row, 9)?,
                    cycle: words.of_number(row, 10)?,
                    session: words.of_number(row, 11)?,
                    year: words.of_number(row, 12)?,
                    document: words.of_column(row, 13)?,
                    scope: words.of_column(row, 15)?,
                    duration: words.of_column(row, 16)?,
                    cross_border: words.of_yes_or_no(row, 17)?,
                    needs_law: words.of_column(row, 18)?,
                    follow_up: words.of_yes_or_no(row, 19)?,
                    record_type: words.word(row.get_ref(8)?.as_str()?),
                    language: words.word(row.get_ref(14)?.as_str()?),
                    other_clusters: Vec::new(),
                    is_repeated: false,
                    is_review_due: false,
                    standing: 0,
                    mechanism: words.word(row.get_ref(2)?.as_str()?),
                    position: words.of_column(row, 3)?,
                    category,
                    cluster: words.of_column(row, 6)?,
                    priority: from_optional_word(row, 7)?,
                    states: Vec::new(),
                    state_answers: Vec::new(),
                    part_answers: Vec::new(),
                    tags: Vec::new(),
                    is_unconfirmed: category.is_some() && !is_confirmed,
                    lead: None,
                    own_agencies: Vec::new(),
                    agencies: Vec::new(),
                    actions: Vec::new(),
                    progress: ProgressState::NoAction,
                    percent: None,
                    due: most_pressing([].iter()),
                })
            },
        )
    }

    pub(super) fn action_columns(
        &mut self,
        reader: &Reader<'_>,
        scope: Scope<'_>,
    ) -> Result<Vec<ActionEntry>> {
        let (words, today) = (&mut self.words, self.today);
        reader.rows(
            &format!(
                "select key, id, status, percent, continuous, due_on
                 from live_action
                 where {}
                 order by number, key",
                scope.on("id")
            ),
            named_params! {":id": scope.id()},
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

    /// Adds who made a recommendation, and the answers that are not to the whole of it.
    pub(super) fn add_states(&mut self, reader: &Reader<'_>, scope: Scope<'_>) -> Result<()> {
        reader.rows(
            &format!(
                "select recommendation_id, state, position
                 from live_recommendation_state
                 where {}
                 order by recommendation_id, place",
                scope.on("recommendation_id")
            ),
            named_params! {":id": scope.id()},
            |row| {
                let state = self.words.word(row.get_ref(1)?.as_str()?);
                let answer = row.get_ref(2)?.as_str_or_null()?;
                let answer = answer.map(|answer| self.words.word(answer));
                if let Some(entry) = self.entry_mut(row.get_ref(0)?.as_str()?) {
                    entry
                        .state_answers
                        .extend(answer.map(|answer| (state.clone(), answer)));
                    entry.states.push(state);
                }
                Ok(())
            },
        )?;
        reader.rows(
            &format!(
                "select recommendation_id, position
                 from live_recommendation_part
                 where {} and kind = 'answer'
                 order by recommendation_id, letter",
                scope.on("recommendation_id")
            ),
            named_params! {":id": scope.id()},
            |row| {
                let answer = row.get_ref(1)?.as_str_or_null()?;
                let answer = answer.map(|answer| self.words.word(answer));
                if let Some(entry) = self.entry_mut(row.get_ref(0)?.as_str()?) {
                    entry.part_answers.push(answer);
                }
                Ok(())
            },
        )?;
        Ok(())
    }

    pub(super) fn add_tags(&mut self, reader: &Reader<'_>, scope: Scope<'_>) -> Result<()> {
        reader.rows(
            &format!(
                "select recommendation_id, vocabulary, label, confirmed
                 from live_recommendation_tag
                 where {}
                 order by recommendation_id, vocabulary, label",
                scope.on("recommendation_id")
            ),
            named_params! {":id": scope.id()},
            |row| {
                let label = self.words.word(row.get_ref(2)?.as_str()?);
                let vocabulary: Vocabulary = from_word(row, 1)?;
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

    /// Adds clusters of other schemes, and which records repeat an earlier one or are to be looked
    /// at again.
    pub(super) fn add_marks(&mut self, reader: &Reader<'_>, scope: Scope<'_>) -> Result<()> {
        reader.rows(
            &format!(
                "select m.recommendation_id, m.cluster_id
                 from live_recommendation_cluster m
                 join live_cluster c on c.id = m.cluster_id
                 where {}
                 order by m.recommendation_id, c.place, c.id",
                scope.on("m.recommendation_id")
            ),
            named_params! {":id": scope.id()},
            |row| {
                let cluster = self.words.word(row.get_ref(1)?.as_str()?);
                if let Some(entry) = self.entry_mut(row.get_ref(0)?.as_str()?)
                    && entry.cluster.as_ref() != Some(&cluster)
                {
                    entry.other_clusters.push(cluster);
                }
                Ok(())
            },
        )?;
        reader.rows(
            &format!(
                "select l.from_id
                 from live_recommendation_link l
                 join live_recommendation r on r.id = l.to_id
                 where {} and l.decision = 'accepted' and l.kind = 'follow_up_of'
                 order by l.from_id",
                scope.on("l.from_id")
            ),
            named_params! {":id": scope.id()},
            |row| {
                if let Some(entry) = self.entry_mut(row.get_ref(0)?.as_str()?) {
                    entry.is_repeated = true;
                }
                Ok(())
            },
        )?;
        reader.rows(
            &format!(
                "select recommendation_id
                 from live_noted_pathway
                 where {} and review_on <= :today
                 order by recommendation_id",
                scope.on("recommendation_id")
            ),
            named_params! {":id": scope.id(), ":today": date::iso(self.today)},
            |row| {
                if let Some(entry) = self.entry_mut(row.get_ref(0)?.as_str()?) {
                    entry.is_review_due = true;
                }
                Ok(())
            },
        )?;
        Ok(())
    }

    /// Adds links on both ends, those whose `column` is in scope.
    pub(super) fn add_links(
        &mut self,
        reader: &Reader<'_>,
        scope: Scope<'_>,
        column: &str,
    ) -> Result<()> {
        reader.rows(
            &format!(
                "select l.action_id, l.recommendation_id
                 from live_action_recommendation l
                 join live_action a on a.id = l.action_id
                 where {}
                 order by a.number, l.id",
                scope.on(column)
            ),
            named_params! {":id": scope.id()},
            |row| {
                let place = self.place(row.get_ref(1)?.as_str()?);
                let action = self.action_place(row.get_ref(0)?.as_str()?);
                if let (Some(place), Some(action)) = (place, action) {
                    self.link(place, action);
                }
                Ok(())
            },
        )?;
        Ok(())
    }

    /// Links both ends, each list kept in order and without doubles.
    fn link(&mut self, place: usize, action: usize) {
        if let Some(entry) = self.recommendations.get_mut(place) {
            put_in_order(&mut entry.actions, action);
        }
        if let Some(entry) = self.actions.get_mut(action) {
            put_in_order(&mut entry.recommendations, place);
        }
    }

    /// Adds the roles that hold today, of assignments whose `column` is in scope.
    pub(super) fn add_assignments(
        &mut self,
        reader: &Reader<'_>,
        scope: Scope<'_>,
        column: &str,
    ) -> Result<()> {
        let today = date::iso(self.today);
        reader.rows(
            &format!(
                "select s.recommendation_id, s.action_id, s.agency_id, s.role
                 from live_assignment s
                 join live_agency a on a.id = s.agency_id
                 where {}
                   and s.from_on <= :today
                   and (s.to_on is null or s.to_on >= :today)
                 order by a.short_name, s.id",
                scope.on(column)
            ),
            named_params! {":id": scope.id(), ":today": today},
            |row| {
                let agency = self.words.word(row.get_ref(2)?.as_str()?);
                let role = row.get_ref(3)?.as_str()?;
                if let Some(id) = row.get_ref(0)?.as_str_or_null()? {
                    if let Some(entry) = self.entry_mut(id) {
                        take_role(role, agency, &mut entry.lead, &mut entry.own_agencies);
                    }
                } else if let Some(id) = row.get_ref(1)?.as_str_or_null()? {
                    let place = self.action_place(id);
                    if let Some(entry) = place.and_then(|place| self.actions.get_mut(place)) {
                        if role == "supporting" {
                            entry.supporting.push(agency.clone());
                        }
                        take_role(role, agency, &mut entry.lead, &mut entry.agencies);
                    }
                }
                Ok(())
            },
        )?;
        Ok(())
    }

    fn entry_mut(&mut self, id: &str) -> Option<&mut Entry> {
        let place = self.places.get(id)?;
        self.recommendations.get_mut(*place)
    }
}

fn put_in_order(places: &mut Vec<usize>, place: usize) {
    if let Err(slot) = places.binary_search(&place) {
        places.insert(slot, place);
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
