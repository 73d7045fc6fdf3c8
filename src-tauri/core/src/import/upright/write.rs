//! A merge as the ordinary preview shows it, and in the plan.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::merge::{Merge, Step, merge};
use super::{NOW, Own, PROVISIONAL};
use crate::base::{Progress, Result, date};
use crate::dossier::{Fields, Reader, Tx, text_of};
use crate::import::list::other_state;
use crate::import::{ImportResult, Parsed};

/// Says what the import of a file of ours would do.
pub(in crate::import) fn preview(
    reader: &Reader<'_>,
    parsed: &Parsed,
    own: &Own,
) -> Result<ImportResult> {
    let merge = merge(reader, own, &parsed.reading)?;
    result_of(reader, parsed, merge)
}

/// Imports a file of ours.
pub(in crate::import) fn apply(
    tx: &Tx<'_>,
    parsed: &Parsed,
    own: &Own,
    progress: &Progress,
) -> Result<ImportResult> {
    let mut merge = merge(tx, own, &parsed.reading)?;
    let mut ids = Ids {
        tx,
        given: HashMap::new(),
    };
    let mut added = BTreeMap::new();
    let total = u32::try_from(merge.steps.len()).unwrap_or(u32::MAX);
    for (done, step) in (0_u32..).zip(std::mem::take(&mut merge.steps)) {
        if done.is_multiple_of(200) {
            progress.step(done, total)?;
        }
        let is_record = step.table.name == "recommendation";
        let reference = text_of(&step.fields, "reference").to_owned();
        let id = ids.write(step)?;
        if is_record && !reference.is_empty() {
            added.insert(reference, id);
        }
    }
    for row in merge.rows.iter_mut().filter(|row| row.id.is_none()) {
        row.id = added.get(&row.reference).cloned();
    }
    let result = result_of(tx, parsed, merge)?;
    tx.name_with("count", result.added + result.changed);
    Ok(result)
}

fn result_of(reader: &Reader<'_>, parsed: &Parsed, merge: Merge) -> Result<ImportResult> {
    let mut problems = merge.problems;
    problems.extend(other_state(reader, parsed.reading.state.as_deref())?);
    Ok(ImportResult::of(parsed, merge.rows, problems, 0))
}

/// Ids the plan gives in place of provisional ones.
struct Ids<'a, 't> {
    tx: &'a Tx<'t>,
    given: HashMap<String, String>,
}

impl Ids<'_, '_> {
    fn write(&mut self, mut step: Step) -> Result<String> {
        self.settle(&mut step);
        match step.id {
            Some(id) => {
                let id = self.real(&id);
                self.tx.set_fields(step.table, &id, &step.fields)?;
                Ok(id)
            }
            None => {
                self.tx.put_row(step.table, &step.fields)?;
                Ok(text_of(&step.fields, "id").to_owned())
            }
        }
    }

    /// Gives ids, days and moments where the file left them to the plan.
    fn settle(&mut self, step: &mut Step) {
        let names: Vec<&str> = step
            .table
            .columns
            .iter()
            .filter(|column| column.name == "id" || column.references.is_some())
            .map(|column| column.name.as_str())
            .collect();
        for name in names {
            let value = text_of(&step.fields, name);
            if value.starts_with(PROVISIONAL) {
                let real = self.real(value);
                step.fields.insert(name.to_owned(), Value::from(real));
            }
        }
        let clock = self.tx.clock();
        replace_now(&mut step.fields, "recorded_at", || clock.stamp());
        replace_now(&mut step.fields, "from_on", || date::iso(clock.today()));
    }

    fn real(&mut self, id: &str) -> String {
        if !id.starts_with(PROVISIONAL) {
            return id.to_owned();
        }
        let given = self.given.entry(id.to_owned());
        given.or_insert_with(|| self.tx.new_id()).clone()
    }
}

fn replace_now(fields: &mut Fields, name: &str, now: impl FnOnce() -> String) {
    if text_of(fields, name) == NOW {
        fields.insert(name.to_owned(), now().into());
    }
}
