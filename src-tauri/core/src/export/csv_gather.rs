//! The rows of the register as CSV, by the columns an import of it knows.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::matrix;
use crate::assignments::{Assignment, SubjectKind, list_assignments};
use crate::base::word::word_of;
use crate::base::{Result, date};
use crate::dossier::{Fields, Reader, content_shapes, text_of};
use crate::figures::Board;
use crate::figures::board::Entry;
use crate::import::upright::{Part, columns, joined};
use crate::plan::list_actions;
use crate::search::Query;

/// Vocabulary, label, and whether a person confirmed it.
type Tag = (String, String, bool);

/// What stands about recommendations in other tables, by recommendation.
struct Beside {
    states: BTreeMap<String, Vec<String>>,
    tags: BTreeMap<String, Vec<Tag>>,
    answers: BTreeMap<String, Fields>,
    clusters: BTreeMap<String, String>,
    assignments: BTreeMap<String, Vec<Assignment>>,
    numbers: HashMap<String, u32>,
}

/// The header, then one row a recommendation in the order of the query.
pub(super) fn gather(
    reader: &Reader<'_>,
    board: &Board,
    query: &Query,
) -> Result<Vec<Vec<String>>> {
    let mut records: HashMap<String, Fields> = HashMap::new();
    for shape in content_shapes()? {
        if shape.name == "recommendation" {
            reader.each_living(shape, |row| {
                records.insert(text_of(&row, "id").to_owned(), row);
                Ok(())
            })?;
        }
    }
    let beside = Beside::read(reader, board)?;
    let columns = columns()?;
    let mut rows = vec![columns.iter().map(|(name, _)| name.clone()).collect()];
    for entry in matrix::entries(reader, board, query)? {
        let Some(record) = records.get(&*entry.id) else {
            continue;
        };
        let cells: Result<Vec<String>> = columns
            .iter()
            .map(|(_, part)| beside.cell(part, record, entry, board))
            .collect();
        rows.push(cells?);
    }
    Ok(rows)
}

impl Beside {
    fn read(reader: &Reader<'_>, board: &Board) -> Result<Self> {
        let today = date::iso(board.today);
        let mut assignments: BTreeMap<String, Vec<Assignment>> = BTreeMap::new();
        for one in list_assignments(reader)? {
            let is_over = one.to_on.as_ref().is_some_and(|to_on| *to_on < today);
            let holds = one.from_on <= today && !is_over;
            if holds && one.subject_kind == SubjectKind::Recommendation {
                assignments
                    .entry(one.subject_id.clone())
                    .or_default()
                    .push(one);
            }
        }
        let actions = list_actions(reader)?.into_iter();
        Ok(Beside {
            states: states(reader)?,
            tags: tags(reader)?,
            answers: answers(reader)?,
            clusters: reader
                .rows("select id, name from live_cluster order by id", [], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })?
                .into_iter()
                .collect(),
            assignments,
            numbers: actions.map(|action| (action.id, action.number)).collect(),
        })
    }

    fn cell(&self, part: &Part, record: &Fields, entry: &Entry, board: &Board) -> Result<String> {
        let id = text_of(record, "id");
        let answer = |name: &str| {
            let given = self.answers.get(id);
            given.map_or("", |given| text_of(given, name)).to_owned()
        };
        Ok(match part {
            Part::Field(name) => shown(record.get(name)),
            Part::States => joined(self.states.get(id).map_or(&[], Vec::as_slice)),
            Part::PositionOn => answer("given_on"),
            Part::PositionDocument => answer("document"),
            Part::PositionParagraph => answer("paragraph"),
            Part::Tags(word) => self.labels(id, |(vocabulary, label, is_confirmed)| {
                (*is_confirmed && vocabulary == word).then(|| label.clone())
            }),
            Part::SuggestedTags => self.labels(id, |(vocabulary, label, is_confirmed)| {
                (!is_confirmed).then(|| format!("{vocabulary}={label}"))
            }),
            Part::Cluster => {
                let cluster = self.clusters.get(text_of(record, "cluster_id"));
                cluster.cloned().unwrap_or_default()
            }
            Part::Lead => self.agencies(id, "lead", |one| one.agency.clone())?,
            Part::LeadShort => self.agencies(id, "lead", |one| one.agency_short_name.clone())?,
            Part::LeadSince => self.agencies(id, "lead", |one| one.from_on.clone())?,
            Part::Role(role) => self.agencies(id, role, |one| one.agency.clone())?,
            Part::Told("progress") => word_of(&entry.progress)?,
            Part::Told("percent") => entry.percent.map_or(String::new(), |p| p.to_string()),
            Part::Told("next_due_on") => entry.due.on.clone().unwrap_or_default(),
            Part::Told(_) => {
                let numbers = board
                    .actions_of(entry)
                    .filter_map(|action| self.numbers.get(&*action.id));
                joined(&numbers.map(u32::to_string).collect::<Vec<_>>())
            }
        })
    }

    fn labels(&self, id: &str, of: impl FnMut(&Tag) -> Option<String>) -> String {
        let labels: Vec<String> = self
            .tags
            .get(id)
            .into_iter()
            .flatten()
            .filter_map(of)
            .collect();
        joined(&labels)
    }

    /// One lead stands alone in its cell; other roles may have several agencies.
    fn agencies(&self, id: &str, role: &str, of: impl Fn(&Assignment) -> String) -> Result<String> {
        let mut found = Vec::new();
        for one in self.assignments.get(id).into_iter().flatten() {
            let text = of(one);
            if word_of(&one.role)? == role && !found.contains(&text) {
                found.push(text);
            }
        }
        found.sort();
        Ok(match (role, found.first()) {
            ("lead", Some(lead)) => lead.clone(),
            _ => joined(&found),
        })
    }
}

fn shown(value: Option<&Value>) -> String {
    match value {
        None => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

fn states(reader: &Reader<'_>) -> Result<BTreeMap<String, Vec<String>>> {
    let rows: Vec<(String, String, Option<String>)> = reader.rows(
        "select recommendation_id, state, position
         from live_recommendation_state
         order by recommendation_id, place, state",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (id, state, position) in rows {
        found.entry(id).or_default().push(match position {
            Some(position) => format!("{state}={position}"),
            None => state,
        });
    }
    Ok(found)
}

fn tags(reader: &Reader<'_>) -> Result<BTreeMap<String, Vec<Tag>>> {
    let rows: Vec<(String, Tag)> = reader.rows(
        "select recommendation_id, vocabulary, label, confirmed
         from live_recommendation_tag
         order by recommendation_id, vocabulary, label",
        [],
        |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?, row.get(3)?))),
    )?;
    let mut found: BTreeMap<String, Vec<Tag>> = BTreeMap::new();
    for (id, tag) in rows {
        found.entry(id).or_default().push(tag);
    }
    Ok(found)
}

/// The answer recorded last to the whole of each recommendation.
fn answers(reader: &Reader<'_>) -> Result<BTreeMap<String, Fields>> {
    let mut found: BTreeMap<String, Fields> = BTreeMap::new();
    for shape in content_shapes()?
        .iter()
        .filter(|shape| shape.name == "position_entry")
    {
        reader.each_living(shape, |row| {
            let is_later = |known: &Fields| {
                let when = |row: &Fields| {
                    (
                        text_of(row, "recorded_at").to_owned(),
                        text_of(row, "id").to_owned(),
                    )
                };
                when(known) <= when(&row)
            };
            let id = text_of(&row, "recommendation_id").to_owned();
            if row.get("part_id").is_none() && found.get(&id).is_none_or(is_later) {
                found.insert(id, row);
            }
            Ok(())
        })?;
    }
    Ok(found)
}
