//! A file of ours against the plan that lies open: what is new, what is filled in, what stays.

use std::collections::{BTreeMap, HashMap};

use super::alike::{Alike, Alikes};
use super::answers::Answers;
use super::here::Here;
use super::identity::is_deleted;
use super::told::Told;
use super::{Own, hangs};
use crate::base::{Problem, Result};
use crate::dossier::{Fields, Reader, TableShape, content_shapes, text_of};
use crate::import::{Format, ImportRow, Reading};

/// What an import of our own file does.
pub(in crate::import) struct Merge {
    pub steps: Vec<Step>,
    /// One a recommendation of the file.
    pub rows: Vec<ImportRow>,
    pub problems: Vec<Problem>,
}

/// One row made or changed.
pub(in crate::import) struct Step {
    pub table: &'static TableShape,
    /// The row that is changed; `None` where it is made.
    pub id: Option<String>,
    pub fields: Fields,
}

/// What became of a row of the file.
#[derive(Clone)]
pub(super) struct Fate {
    /// Its id in the plan; a provisional one where the plan is to give it.
    pub id: String,
    /// It stood in the plan before.
    pub was_living: bool,
}

pub(super) struct Merging<'r> {
    pub reader: &'r Reader<'r>,
    /// The plan is empty and takes the whole of the file.
    pub is_whole: bool,
    /// The file is a register, which knows no history.
    pub is_register: bool,
    /// By table and the file's id.
    fates: HashMap<&'static str, HashMap<String, Fate>>,
    pub steps: Vec<Step>,
    pub told: Told,
    pub answers: Answers,
}

/// Holds a file against the plan.
pub(in crate::import) fn merge(reader: &Reader<'_>, own: &Own, reading: &Reading) -> Result<Merge> {
    let shapes = content_shapes()?;
    let mut merging = Merging {
        reader,
        is_whole: is_empty(reader, shapes)?,
        is_register: reading.format == Format::UprightCsv,
        fates: HashMap::new(),
        steps: Vec::new(),
        told: Told::new(own.problems.clone()),
        answers: Answers::default(),
    };
    for shape in shapes {
        let rows = own.content.tables.get(&shape.name);
        let Some(rows) = rows.filter(|rows| !rows.is_empty()) else {
            continue;
        };
        let alikes = match shape.name.as_str() {
            "recommendation" => Some(Alikes::load(reader, reading)?),
            _ => None,
        };
        merging.table(shape, rows, alikes)?;
    }
    merging.settle_answers()?;
    let (rows, problems) = merging.told.finish();
    Ok(Merge {
        steps: merging.steps,
        rows,
        problems,
    })
}

/// Whether a plan holds nothing but its title and its authors: it then takes the whole of a file.
fn is_empty(reader: &Reader<'_>, shapes: &[TableShape]) -> Result<bool> {
    for shape in shapes {
        if !matches!(shape.name.as_str(), "profile" | "author") {
            let sql = format!("select count(*) from live_{}", shape.name);
            if reader.count(&sql, [])? > 0 {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

impl Merging<'_> {
    fn table(
        &mut self,
        shape: &'static TableShape,
        rows: &[Fields],
        mut alikes: Option<Alikes>,
    ) -> Result<()> {
        let mut here = Here::load(self.reader, shape)?;
        if let Some(alikes) = &mut alikes {
            rows.iter().for_each(|row| alikes.claim(text_of(row, "id")));
        }
        for row in rows {
            let fate = self.row(shape, row, &mut here, alikes.as_mut());
            match fate {
                Some(fate) => {
                    self.told.named(&fate.id, text_of(row, "name"));
                    let file_id = text_of(row, "id").to_owned();
                    let fates = self.fates.entry(shape.name.as_str()).or_default();
                    fates.insert(file_id, fate);
                }
                None => self.told.kept_out += 1,
            }
        }
        Ok(())
    }

    /// What becomes of one row; `None` where it is not taken.
    fn row(
        &mut self,
        shape: &'static TableShape,
        row: &Fields,
        here: &mut Here<'_>,
        alikes: Option<&mut Alikes>,
    ) -> Option<Fate> {
        let (placed, hangs_on_living) = self.placed(shape, row)?;
        let id = text_of(row, "id");
        let found = match (here.rows.contains_key(id), alikes) {
            (true, _) => Some(id.to_owned()),
            (false, None) => here.same(&placed),
            (false, Some(alikes)) => match alikes.find(&placed) {
                Alike::None => None,
                Alike::One(id) => {
                    alikes.claim(&id);
                    Some(id)
                }
                Alike::Several(id) => {
                    self.told.duplicate(&placed, id);
                    return None;
                }
            },
        };
        let known = found.and_then(|id| here.rows.get(&id).cloned().map(|row| (id, row)));
        match known {
            Some((id, known)) if !is_deleted(&known) => {
                self.fill(shape, &id, &known, &placed);
                Some(Fate {
                    id,
                    was_living: true,
                })
            }
            // What was taken from a record that stands here stays taken from it.
            Some(_) if hangs_on_living => None,
            known => self.make(shape, placed, known.map(|(id, _)| id), here),
        }
    }

    /// The row with the ids of this plan, and whether it hangs on what stood here before; `None`
    /// where what it hangs on is not taken.
    fn placed(&self, shape: &TableShape, row: &Fields) -> Option<(Fields, bool)> {
        let mut placed = row.clone();
        let mut hangs_on = 0_u32;
        let mut is_living = true;
        for column in &shape.columns {
            let (Some(other), Some(value)) = (&column.references, row.get(&column.name)) else {
                continue;
            };
            let fate = self.fate_of(other, value.as_str().unwrap_or_default());
            let hangs = hangs(column);
            match fate {
                Some(fate) => {
                    placed.insert(column.name.clone(), fate.id.clone().into());
                    if hangs {
                        hangs_on += 1;
                        is_living &= fate.was_living;
                    }
                }
                None if hangs => return None,
                None => {
                    placed.remove(&column.name);
                }
            }
        }
        Some((placed, hangs_on > 0 && is_living))
    }

    pub(super) fn fate_of(&self, table: &str, file_id: &str) -> Option<&Fate> {
        self.fates.get(table)?.get(file_id)
    }
}

/// How often each kind of row was made or changed.
pub(super) type Counts = BTreeMap<&'static str, (usize, usize)>;
