//! The whole plan as JSON: every living row of every table of content, drawn from the schema. The same
//! plan is the same bytes: tables by name, rows by id, fields in the order of the schema, one row a
//! line. `docs/export-json.md` tells the form.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Write;
use std::path::Path;

use crate::base::{Progress, Result, files};
use crate::dossier::{ColumnShape, Fields, Reader, SCHEMA_VERSION, TableShape, text_of};
use crate::import::upright::{FORMAT, VERSION, hangs};
use crate::reports::Written;

/// The rows of each table, a line each.
pub struct Plan {
    is_whole: bool,
    rows: u32,
    tables: BTreeMap<String, Vec<Vec<u8>>>,
}

/// Gathers the rows, all or those of the `chosen` recommendations and what hangs on them.
pub(super) fn gather(
    reader: &Reader<'_>,
    chosen: Option<&[String]>,
    progress: &Progress,
) -> Result<Plan> {
    let shapes = reader.content_shapes()?;
    let mut taken = Taken {
        ids: HashMap::new(),
        chosen: chosen.map(|ids| ids.iter().cloned().collect()),
        linked: match chosen {
            Some(_) => linked_actions(reader, chosen)?,
            None => HashSet::new(),
        },
    };
    let mut plan = Plan {
        is_whole: chosen.is_none(),
        rows: 0,
        tables: BTreeMap::new(),
    };
    let total = u32::try_from(shapes.len()).unwrap_or(u32::MAX);
    for (done, shape) in (0..).zip(&shapes) {
        progress.step(done, total)?;
        let mut found = Vec::new();
        reader.each_living(shape, |row| {
            found.push(row);
            Ok(())
        })?;
        let lines = taken.lines(shape, found)?;
        plan.rows = plan
            .rows
            .saturating_add(u32::try_from(lines.len()).unwrap_or(u32::MAX));
        plan.tables.insert(shape.name.clone(), lines);
    }
    Ok(plan)
}

/// Which rows go out: those whose every owner goes out.
struct Taken {
    ids: HashMap<String, HashSet<String>>,
    chosen: Option<HashSet<String>>,
    linked: HashSet<String>,
}

impl Taken {
    fn lines(&mut self, shape: &TableShape, rows: Vec<Fields>) -> Result<Vec<Vec<u8>>> {
        let own: HashSet<String> = rows
            .iter()
            .filter(|row| self.is_taken(shape, row))
            .map(|row| text_of(row, "id").to_owned())
            .collect();
        // Entered first: rows may name others of their own table.
        self.ids.insert(shape.name.clone(), own);
        let mut lines = Vec::new();
        for mut row in rows {
            let own = self.ids.get(&shape.name);
            if own.is_some_and(|own| own.contains(text_of(&row, "id"))) {
                self.drop_loose_ends(shape, &mut row);
                lines.push(serde_json::to_vec(&row)?);
            }
        }
        Ok(lines)
    }

    fn is_taken(&self, shape: &TableShape, row: &Fields) -> bool {
        let id = text_of(row, "id");
        let is_chosen = match (&self.chosen, shape.name.as_str()) {
            (Some(chosen), "recommendation") => chosen.contains(id),
            (Some(_), "action") => self.linked.contains(id),
            _ => true,
        };
        let mut owners = shape.columns.iter().filter(|column| hangs(column));
        is_chosen
            && owners.all(|column| !row.contains_key(&column.name) || self.is_there(column, row))
    }

    fn is_there(&self, column: &ColumnShape, row: &Fields) -> bool {
        let ids = column
            .references
            .as_ref()
            .and_then(|other| self.ids.get(other));
        ids.is_some_and(|ids| ids.contains(text_of(row, &column.name)))
    }

    /// What a row names without hanging on it, and what does not go out, is not named.
    fn drop_loose_ends(&self, shape: &TableShape, row: &mut Fields) {
        for column in &shape.columns {
            if column.references.is_some()
                && row.contains_key(&column.name)
                && !self.is_there(column, row)
            {
                row.shift_remove(&column.name);
            }
        }
    }
}

/// The actions of the chosen recommendations.
fn linked_actions(reader: &Reader<'_>, chosen: Option<&[String]>) -> Result<HashSet<String>> {
    let chosen: HashSet<&str> = chosen
        .unwrap_or_default()
        .iter()
        .map(String::as_str)
        .collect();
    let links: Vec<(String, String)> = reader.rows(
        "select recommendation_id, action_id
         from live_action_recommendation
         order by id",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let own = links
        .into_iter()
        .filter(|(recommendation, _)| chosen.contains(recommendation.as_str()));
    Ok(own.map(|(_, action)| action).collect())
}

pub(super) fn write(plan: &Plan, target: &Path, progress: &Progress) -> Result<Written> {
    let scope = if plan.is_whole { "whole" } else { "part" };
    files::write_with(target, |file| {
        let mut out = std::io::BufWriter::with_capacity(1 << 16, file);
        writeln!(
            out,
            "{{\"format\": \"{FORMAT}\",\n\"version\": {VERSION},\n\"schema\": {SCHEMA_VERSION},\n\
             \"scope\": \"{scope}\",\n\"audience\": \"full\",\n\"tables\": {{"
        )?;
        let mut done = 0;
        for (place, (name, rows)) in plan.tables.iter().enumerate() {
            let before = if place == 0 { "" } else { ",\n" };
            write!(out, "{before}\"{name}\": [")?;
            for (place, row) in rows.iter().enumerate() {
                out.write_all(if place == 0 { b"\n" } else { b",\n" })?;
                out.write_all(row)?;
                done += 1;
                if done % 1000 == 0 {
                    progress.step(done, plan.rows)?;
                }
            }
            out.write_all(if rows.is_empty() { b"]" } else { b"\n]" })?;
        }
        out.write_all(b"\n}}\n")?;
        out.flush()?;
        progress.step(plan.rows, plan.rows)
    })?;
    Ok(Written {
        rows: plan.rows,
        problems: Vec::new(),
    })
}
