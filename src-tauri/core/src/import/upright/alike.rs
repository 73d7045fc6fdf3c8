//! The record a recommendation of the file is, found as any import finds it: by its place in the
//! document, its reference, its wording.

use std::collections::{HashMap, HashSet};

use crate::base::Result;
use crate::dossier::{Fields, Reader, text_of};
use crate::import::known::{Found, Register};
use crate::import::{Draft, Reading};

pub(super) struct Alikes {
    register: Register,
    places: HashMap<String, usize>,
    claimed: HashSet<usize>,
}

pub(super) enum Alike {
    None,
    One(String),
    Several(String),
}

impl Alikes {
    pub(super) fn load(reader: &Reader<'_>, reading: &Reading) -> Result<Self> {
        let register = Register::load(reader, reading)?;
        let ids = register.records.iter().map(|known| known.record.id.clone());
        Ok(Alikes {
            places: ids.zip(0..).collect(),
            claimed: HashSet::new(),
            register,
        })
    }

    /// A row of the file is this record.
    pub(super) fn claim(&mut self, id: &str) {
        self.claimed.extend(self.places.get(id));
    }

    pub(super) fn find(&self, row: &Fields) -> Alike {
        let known = |at: usize| self.register.records.get(at);
        let id_of = |at: usize| known(at).map(|known| known.record.id.clone());
        match self.register.find(&draft(row), &self.claimed) {
            Found::Nothing => Alike::None,
            Found::Several(at) => id_of(at).map_or(Alike::None, Alike::Several),
            Found::Placed(at) | Found::Worded(at) if self.claimed.contains(&at) => Alike::None,
            Found::Placed(at) | Found::Worded(at) => id_of(at).map_or(Alike::None, Alike::One),
        }
    }
}

/// What the search for a record needs to know.
fn draft(row: &Fields) -> Draft {
    let text = text_of(row, "text").to_owned();
    let set = |name: &str| Some(text_of(row, name).to_owned()).filter(|text| !text.is_empty());
    let number = |name: &str| {
        let value = row.get(name)?.as_u64()?;
        u32::try_from(value).ok()
    };
    Draft {
        mechanism: text_of(row, "mechanism").to_owned(),
        body: set("body"),
        year: number("year"),
        cycle: number("cycle"),
        session: number("session"),
        document: set("document"),
        paragraph: set("paragraph"),
        letter: set("letter"),
        ..Draft::new(0, text.clone(), text)
    }
}
