//! The lists of a row: recommending States, themes, groups, issues and SDGs.

use super::{Meaning, Reading, Value, plain, values};
use crate::base::Severity;
use crate::import::draft::{Draft, DraftState, add_once};
use crate::import::states::{cut_states, read_list};
use crate::import::table::pieces::pieces;

impl Reading<'_> {
    /// The values of every column with a meaning.
    pub(super) fn list(&self, meaning: Meaning, is_known: &dyn Fn(&str) -> bool) -> Vec<String> {
        let mut all = Vec::new();
        for place in self.reader.columns.places(meaning) {
            for value in pieces(self.line.cell(place), is_known) {
                add_once(&mut all, &value);
            }
        }
        all
    }

    pub(super) fn tags(&mut self, draft: &mut Draft) {
        self.states(draft);
        draft.themes = self.list(Meaning::Themes, &values::is_theme);
        draft.groups = self.list(Meaning::Groups, &values::is_group);
        draft.issues = self.list(Meaning::Issues, &values::is_issue);
        for value in self.list(Meaning::Sdg, &values::is_one_sdg) {
            match values::sdg(&value) {
                Some(number) => add_once(&mut draft.sdg_targets, &number),
                None => {
                    let code = "import-sdg-not-recognised";
                    self.report(Severity::Warning, code, Meaning::Sdg, &value);
                }
            }
        }
    }

    /// From their own column, else from the end of the text.
    fn states(&mut self, draft: &mut Draft) {
        let mut found: Vec<String> = Vec::new();
        if self.reader.cuts_states {
            let cut = cut_states(&draft.text);
            draft.text = cut.text;
            found.extend(cut.states);
            for name in &cut.unknown {
                self.name(name, &mut found, Meaning::Text);
            }
        }
        let is_state = |value: &str| self.reader.state(value).known().is_some();
        for value in self.list(Meaning::RecommendingStates, &is_state) {
            if self.answered(&value, &mut found) {
                continue;
            }
            let listed = read_list(&value);
            for iso3 in &listed.states {
                add_once(&mut found, iso3);
            }
            for name in &listed.unknown {
                self.name(name, &mut found, Meaning::RecommendingStates);
            }
        }
        draft.states = found.into_iter().map(DraftState::named).collect();
    }

    /// A whole cell that a person answered, or a code alone.
    fn answered(&self, value: &str, found: &mut Vec<String>) -> bool {
        match self.reader.state(value) {
            Value::Known(iso3) => add_once(found, &iso3),
            Value::Nothing => {}
            Value::Unknown => return false,
        }
        true
    }

    fn name(&mut self, name: &str, found: &mut Vec<String>, meaning: Meaning) {
        let name = plain(name);
        if !self.answered(&name, found) {
            let code = "import-state-not-recognised";
            self.report(Severity::Warning, code, meaning, &name);
        }
    }
}
