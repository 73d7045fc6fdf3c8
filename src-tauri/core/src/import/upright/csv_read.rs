//! The register as CSV, as [`super::columns`] lays it out: rows become the same content as the JSON
//! of a plan, with ids the plan is still to give.

use std::collections::BTreeMap;

use serde_json::Value;

use super::columns::{Part, TAGS, columns, split, unguarded};
use super::json_read::derive;
use super::{NOW, Own, PROVISIONAL};
use crate::base::text::{fold, squeeze};
use crate::base::{Problem, Result, Severity};
use crate::dossier::{ColumnShape, Fields, PlanContent, content_shapes};
use crate::office::table_read::{SheetRow, Tables};
use crate::reference::states;

/// Columns without which a table is not ours.
const HEAD: [&str; 4] = ["id", "record_type", "reference", "mechanism"];

/// Whether a table is a register taken out of Upright: its first row names the columns.
pub fn is_register(tables: &Tables) -> bool {
    let header = tables.sheets.first().and_then(|sheet| sheet.rows.first());
    header.is_some_and(|row| {
        HEAD.iter().zip(&row.cells).all(|(name, cell)| name == cell)
            && row.cells.len() >= HEAD.len()
    })
}

/// Reads a register.
///
/// # Errors
/// SQLite's own.
pub fn read_csv(tables: &Tables) -> Result<Own> {
    let Some(sheet) = tables.sheets.first() else {
        return Own::proven(PlanContent::default(), Vec::new());
    };
    let mut rows = sheet.rows.iter();
    let header = rows.next().map(|row| row.cells.clone()).unwrap_or_default();
    let known = columns()?;
    let mut problems = Vec::new();
    let parts: Vec<Option<Part>> = header
        .iter()
        .map(|name| {
            let found = known.iter().find(|(known, _)| known == name);
            if found.is_none() && !name.is_empty() {
                problems.push(
                    Problem::new(Severity::Warning, "upright-field-unknown")
                        .value(name.clone())
                        .with("count", sheet.rows.len().saturating_sub(1)),
                );
            }
            found.map(|(_, part)| part.clone())
        })
        .collect();
    let mut register = Register::new(problems)?;
    for row in rows {
        register.read(row, &parts);
    }
    Own::proven(register.content(), register.problems)
}

/// What has been read so far.
struct Register {
    columns: Vec<ColumnShape>,
    tables: BTreeMap<&'static str, Vec<Fields>>,
    clusters: BTreeMap<String, String>,
    agencies: BTreeMap<String, Fields>,
    problems: Vec<Problem>,
}

/// What one row says beside the fields of the recommendation.
#[derive(Default)]
struct Beside {
    states: Vec<String>,
    tags: Vec<(String, String, bool)>,
    position_on: String,
    position_document: String,
    position_paragraph: String,
    lead: String,
    lead_short: String,
    lead_since: String,
    roles: Vec<(&'static str, Vec<String>)>,
}

impl Register {
    fn new(problems: Vec<Problem>) -> Result<Self> {
        let shapes = content_shapes()?.iter();
        let mut recommendation = shapes.filter(|shape| shape.name == "recommendation");
        Ok(Register {
            columns: recommendation
                .next()
                .map(|s| s.columns.clone())
                .unwrap_or_default(),
            tables: BTreeMap::new(),
            clusters: BTreeMap::new(),
            agencies: BTreeMap::new(),
            problems,
        })
    }

    fn read(&mut self, row: &SheetRow, parts: &[Option<Part>]) {
        let mut fields = Fields::new();
        let mut beside = Beside::default();
        for (cell, part) in row.cells.iter().zip(parts) {
            let text = unguarded(cell);
            if let (false, Some(part)) = (text.is_empty(), part) {
                self.take(row, part, text, &mut fields, &mut beside);
            }
        }
        if fields.is_empty() {
            return;
        }
        let is_plain = |id: &&str| super::is_plain_id(id);
        let id = match fields.get("id").and_then(Value::as_str).filter(is_plain) {
            Some(id) => id.to_owned(),
            None => format!("{PROVISIONAL}recommendation:{}", row.number),
        };
        fields.insert("id".to_owned(), id.clone().into());
        derive(&mut fields);
        self.beside(row, &id, &fields, beside);
        self.add("recommendation", fields);
    }

    fn take(
        &mut self,
        row: &SheetRow,
        part: &Part,
        text: &str,
        fields: &mut Fields,
        beside: &mut Beside,
    ) {
        match part {
            Part::Field(name) => {
                let is_integer = self
                    .columns
                    .iter()
                    .any(|column| column.name == *name && column.is_integer);
                match (is_integer, text.parse::<i64>()) {
                    (true, Ok(number)) => {
                        fields.insert(name.clone(), number.into());
                    }
                    (true, Err(_)) => self.not_understood(row, name, text),
                    (false, _) => {
                        fields.insert(name.clone(), text.into());
                    }
                }
            }
            Part::States => beside.states = split(text),
            Part::PositionOn => text.clone_into(&mut beside.position_on),
            Part::PositionDocument => text.clone_into(&mut beside.position_document),
            Part::PositionParagraph => text.clone_into(&mut beside.position_paragraph),
            Part::Tags(word) => {
                let labels = split(text).into_iter();
                beside
                    .tags
                    .extend(labels.map(|label| ((*word).to_owned(), label, true)));
            }
            Part::SuggestedTags => {
                for tag in split(text) {
                    match tag.split_once('=') {
                        Some((word, label)) if TAGS.iter().any(|(.., known)| *known == word) => {
                            beside.tags.push((word.to_owned(), label.to_owned(), false));
                        }
                        _ => self.not_understood(row, "suggested_tags", &tag),
                    }
                }
            }
            Part::Cluster => {
                fields.insert("cluster_id".to_owned(), self.cluster(text).into());
            }
            Part::Lead => beside.lead = squeeze(text),
            Part::LeadShort => beside.lead_short = squeeze(text),
            Part::LeadSince => text.clone_into(&mut beside.lead_since),
            Part::Role(role) => beside.roles.push((role, split(text))),
            Part::Told(_) => {}
        }
    }

    fn not_understood(&mut self, row: &SheetRow, column: &str, text: &str) {
        if self.problems.len() < super::MOST_TOLD {
            self.problems.push(
                Problem::new(Severity::Warning, "upright-value-not-understood")
                    .at(None, row.number, Some(column))
                    .value(text),
            );
        }
    }

    fn add(&mut self, table: &'static str, fields: Fields) {
        self.tables.entry(table).or_default().push(fields);
    }

    /// The id of a cluster by its name.
    fn cluster(&mut self, name: &str) -> String {
        let key = fold(name);
        if let Some(id) = self.clusters.get(&key) {
            return id.clone();
        }
        let place = self.clusters.len() + 1;
        let id = format!("{PROVISIONAL}cluster:{place}");
        self.add(
            "cluster",
            row_of([
                ("id", id.as_str().into()),
                ("name", name.into()),
                ("place", place.into()),
            ]),
        );
        self.clusters.insert(key, id.clone());
        id
    }

    /// The id of an agency by its name; its short name where one is given.
    fn agency(&mut self, name: &str, short_name: &str) -> String {
        let key = fold(name);
        let next = self.agencies.len() + 1;
        let agency = self.agencies.entry(key).or_insert_with(|| {
            let id = format!("{PROVISIONAL}agency:{next}");
            row_of([
                ("id", id.into()),
                ("name", name.into()),
                ("short_name", name.into()),
            ])
        });
        if !short_name.is_empty() {
            agency.insert("short_name".to_owned(), short_name.into());
        }
        crate::dossier::text_of(agency, "id").to_owned()
    }

    fn beside(&mut self, row: &SheetRow, id: &str, fields: &Fields, beside: Beside) {
        let own = |kind: &str, what: &str| Value::from(format!("{PROVISIONAL}{kind}:{id}:{what}"));
        for (place, written) in beside.states.iter().enumerate() {
            let (code, answer) = written.split_once('=').unwrap_or((written.as_str(), ""));
            if states::by_iso3(code).is_none() {
                self.not_understood(row, "recommending_states", written);
                continue;
            }
            let mut state = row_of([
                ("id", own("state", code)),
                ("recommendation_id", id.into()),
                ("state", code.into()),
                ("place", place.into()),
            ]);
            set(&mut state, "position", answer);
            self.add("recommendation_state", state);
        }
        for (word, label, is_confirmed) in beside.tags {
            let tag = row_of([
                ("id", own(&word, &label)),
                ("recommendation_id", id.into()),
                ("vocabulary", word.into()),
                ("label", label.into()),
                ("confirmed", u8::from(is_confirmed).into()),
            ]);
            self.add("recommendation_tag", tag);
        }
        if let Some(position) = fields.get("position") {
            let mut entry = row_of([
                ("id", own("position", "")),
                ("recommendation_id", id.into()),
                ("position", position.clone()),
                ("recorded_at", NOW.into()),
            ]);
            set(&mut entry, "given_on", &beside.position_on);
            set(&mut entry, "document", &beside.position_document);
            set(&mut entry, "paragraph", &beside.position_paragraph);
            self.add("position_entry", entry);
        }
        let mut roles = beside.roles;
        if !beside.lead.is_empty() {
            roles.push(("lead", vec![beside.lead.clone()]));
        }
        for (role, names) in roles {
            for name in names {
                let is_lead = role == "lead";
                let short = if is_lead {
                    beside.lead_short.as_str()
                } else {
                    ""
                };
                let agency = self.agency(&squeeze(&name), short);
                let since = match is_lead && !beside.lead_since.is_empty() {
                    true => beside.lead_since.as_str(),
                    false => NOW,
                };
                let assignment = row_of([
                    ("id", own(role, &name)),
                    ("recommendation_id", id.into()),
                    ("agency_id", agency.into()),
                    ("role", role.into()),
                    ("from_on", since.into()),
                ]);
                self.add("assignment", assignment);
            }
        }
    }

    fn content(&mut self) -> PlanContent {
        let mut content = PlanContent::default();
        for (table, rows) in std::mem::take(&mut self.tables) {
            content.tables.insert(table.to_owned(), rows);
        }
        let agencies = std::mem::take(&mut self.agencies).into_values().collect();
        content.tables.insert("agency".to_owned(), agencies);
        content
    }
}

fn row_of<const N: usize>(fields: [(&str, Value); N]) -> Fields {
    fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn set(fields: &mut Fields, name: &str, text: &str) {
    if !text.is_empty() {
        fields.insert(name.to_owned(), text.into());
    }
}
