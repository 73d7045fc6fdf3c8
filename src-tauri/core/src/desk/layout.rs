//! How this person last looked at the register of a plan: columns, order, headings. No filter and no
//! words: nothing of a plan's content is kept in the home folder.

use std::collections::BTreeMap;

use super::Desk;
use super::home::Home;
use crate::base::Result;
use crate::search::Filter;
use crate::views::ViewSettings;

/// Plans of which it is kept; more are forgotten together.
const MOST_PLANS: usize = 60;

impl Desk {
    /// How the register of the open plan was last looked at.
    ///
    /// # Errors
    /// `no-plan-open`.
    pub fn layout(&self) -> Result<ViewSettings> {
        let plan = self.dossier()?.plan_id()?;
        Ok(self.home().layouts().remove(&plan).unwrap_or_default())
    }

    /// Keeps it.
    ///
    /// # Errors
    /// `no-plan-open`; the disk's own.
    pub fn keep_layout(&self, layout: ViewSettings) -> Result<()> {
        let plan = self.dossier()?.plan_id()?;
        let mut layouts = self.home().layouts();
        if layouts.len() >= MOST_PLANS && !layouts.contains_key(&plan) {
            layouts.clear();
        }
        let layout = ViewSettings {
            filter: Filter::default(),
            ..layout
        };
        layouts.insert(plan, layout);
        self.home().keep_layouts(&layouts)
    }
}

type Layouts = BTreeMap<String, ViewSettings>;

impl Home {
    fn layouts(&self) -> Layouts {
        self.read("layouts.json")
    }

    fn keep_layouts(&self, layouts: &Layouts) -> Result<()> {
        self.write("layouts.json", layouts)
    }
}
