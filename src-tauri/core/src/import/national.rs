//! What a table says about the national side: cluster, priority, lead and note. It fills what is
//! empty and never overwrites what people have done.

use std::collections::{HashMap, HashSet};

use rusqlite::named_params;

use super::compare::Outcome;
use super::draft::{Draft, Reading};
use super::known::{Known, Register};
use crate::assignments::{self, Assign, Role, SubjectKind};
use crate::base::text::fold;
use crate::base::word::word_of;
use crate::base::{Problem, Result, Severity};
use crate::clusters::{NewCluster, add_cluster, list_clusters};
use crate::dossier::{Reader, Tx};
use crate::people;
use crate::recommendations::Priority;

/// One thing a record does not say yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum National {
    /// The name of a cluster, made where the plan has none of it.
    Cluster(String),
    Priority(Priority),
    Note(String),
    Agency {
        id: String,
        name: String,
        role: Role,
    },
}

impl National {
    /// Field and new value, for the preview.
    ///
    /// # Errors
    /// The words of enums.
    pub(super) fn shown(&self) -> Result<(&'static str, String)> {
        Ok(match self {
            National::Cluster(name) => ("cluster", name.clone()),
            National::Priority(priority) => ("priority", word_of(priority)?),
            National::Note(note) => ("note", note.clone()),
            National::Agency {
                name,
                role: Role::Lead,
                ..
            } => ("lead", name.clone()),
            National::Agency { name, .. } => ("supporting", name.clone()),
        })
    }
}

/// The agencies of the plan and the recommendations that have one.
#[derive(Default)]
pub(super) struct Agencies {
    /// By id, name and short name.
    by_name: HashMap<String, (String, String)>,
    assigned: HashSet<String>,
}

impl Agencies {
    /// Read only where the file names agencies.
    ///
    /// # Errors
    /// The storage's own.
    pub(super) fn load(reader: &Reader<'_>, reading: &Reading) -> Result<Self> {
        let mut agencies = Agencies::default();
        if reading.drafts.iter().all(|draft| draft.agencies.is_empty()) {
            return Ok(agencies);
        }
        for agency in people::list_agencies(reader)? {
            for name in [&agency.id, &agency.name, &agency.short_name] {
                let found = (agency.id.clone(), agency.short_name.clone());
                agencies.by_name.entry(fold(name)).or_insert(found);
            }
        }
        let held = assignments::list_assignments(reader)?;
        let held = held
            .into_iter()
            .filter(|held| held.subject_kind == SubjectKind::Recommendation);
        agencies.assigned = held.map(|held| held.subject_id).collect();
        Ok(agencies)
    }

    /// The first agency of a draft leads, the others support it. Names the plan does not have are
    /// reported.
    fn of(&self, draft: &Draft, problems: &mut Vec<Problem>) -> Vec<National> {
        let mut found = Vec::new();
        for name in &draft.agencies {
            let Some((id, short_name)) = self.by_name.get(&fold(name)) else {
                let problem = Problem::new(Severity::Warning, "import-agency-unknown");
                problems.push(
                    problem
                        .at(draft.sheet.as_deref(), draft.row, None)
                        .value(name),
                );
                continue;
            };
            found.push(National::Agency {
                id: id.clone(),
                name: short_name.clone(),
                role: match found.is_empty() {
                    true => Role::Lead,
                    false => Role::Supporting,
                },
            });
        }
        found
    }

    /// What a draft says beside its outcome. A record that gains only this is changed all the same.
    pub(super) fn beside(
        &self,
        register: &Register,
        draft: &Draft,
        outcome: &mut Outcome,
        problems: &mut Vec<Problem>,
    ) -> Vec<National> {
        match outcome {
            Outcome::Added(_) => self.differences(None, draft, problems),
            Outcome::Changed(at, _) => self.differences(register.records.get(*at), draft, problems),
            Outcome::Unchanged(at) => {
                let at = *at;
                let found = self.differences(register.records.get(at), draft, problems);
                if !found.is_empty() {
                    *outcome = Outcome::Changed(at, Vec::new());
                }
                found
            }
            Outcome::Duplicate(_) | Outcome::Unplaced => Vec::new(),
        }
    }

    /// What a draft says about the national side and the record, where there is one, does not.
    fn differences(
        &self,
        known: Option<&Known>,
        draft: &Draft,
        problems: &mut Vec<Problem>,
    ) -> Vec<National> {
        let record = known.map(|known| &known.record);
        let mut found = Vec::new();
        if record.is_none_or(|record| record.cluster_id.is_none()) {
            found.extend(draft.cluster.clone().map(National::Cluster));
        }
        if record.is_none_or(|record| record.priority.is_none()) {
            found.extend(draft.priority.map(National::Priority));
        }
        if record.is_none_or(|record| record.note.is_none()) {
            found.extend(draft.note.clone().map(National::Note));
        }
        if record.is_none_or(|record| !self.assigned.contains(&record.id)) {
            found.extend(self.of(draft, problems));
        }
        found
    }
}

/// Writes one of them.
///
/// # Errors
/// The rooms' own.
pub(super) fn write(tx: &Tx<'_>, id: &str, said: &National) -> Result<()> {
    match said {
        National::Cluster(name) => {
            let cluster = cluster_called(tx, name)?;
            tx.execute(
                "update recommendation set cluster_id = :cluster where id = :id",
                named_params! {":id": id, ":cluster": cluster},
            )?;
        }
        National::Priority(priority) => {
            tx.execute(
                "update recommendation set priority = :priority where id = :id",
                named_params! {":id": id, ":priority": word_of(priority)?},
            )?;
        }
        National::Note(note) => {
            tx.execute(
                "update recommendation set note = :note where id = :id",
                named_params! {":id": id, ":note": note},
            )?;
        }
        National::Agency {
            id: agency, role, ..
        } => {
            let wish = Assign {
                subject: SubjectKind::Recommendation,
                ids: vec![id.to_owned()],
                agency_id: agency.clone(),
                role: *role,
                from_on: None,
                note: None,
            };
            assignments::assign(tx, &wish)?;
        }
    }
    Ok(())
}

fn cluster_called(tx: &Tx<'_>, name: &str) -> Result<String> {
    let clusters = list_clusters(tx)?;
    let known = clusters
        .into_iter()
        .find(|cluster| fold(&cluster.name) == fold(name));
    match known {
        Some(cluster) => Ok(cluster.id),
        None => add_cluster(
            tx,
            &NewCluster {
                name: name.to_owned(),
                ..NewCluster::default()
            },
        ),
    }
}
