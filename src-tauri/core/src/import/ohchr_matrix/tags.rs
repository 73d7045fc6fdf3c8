//! The tags of a row: themes, groups of persons and SDGs, in one cell or in two.

use super::super::clean::{key, plain};
use super::super::draft::{Draft, add_once};
use super::row::Reader;
use crate::base::Severity;
use crate::base::text::fold;
use crate::reference::vocabularies;

impl Reader<'_> {
    pub(super) fn tags(&mut self, draft: &mut Draft) {
        let lines = self
            .cell(self.columns.themes)
            .map(|cell| cell.lines.clone());
        let lines = lines.unwrap_or_default();
        let is_divided = lines.iter().any(|line| section_of(line).is_some());
        let mut section = Section::Themes;
        for line in &lines {
            let mut label = item(line);
            if let Some((begun, rest)) = section_of(line) {
                section = begun;
                label = item(rest);
            }
            if label.is_empty() {
                continue;
            }
            match section {
                Section::Sdgs => self.sdg(draft, &label),
                Section::Groups => add_once(&mut draft.groups, &label),
                Section::Themes if is_divided || self.columns.states.is_none() => {
                    add_once(&mut draft.themes, &label);
                }
                Section::Themes => self.undivided(draft, &label),
            }
        }
    }

    /// In a cell of "rights/affected persons" without a heading between them, the vocabulary
    /// decides; what it does not know is shown and not taken.
    fn undivided(&mut self, draft: &mut Draft, label: &str) {
        if is_coded(label) || vocabularies::find_theme(label).is_some() {
            add_once(&mut draft.themes, label);
        } else if vocabularies::find_group(label).is_some() {
            add_once(&mut draft.groups, label);
        } else {
            self.report(
                Severity::Warning,
                "import-tag-not-placed",
                "Full list",
                label,
            );
        }
    }

    pub(super) fn sdgs(&mut self, draft: &mut Draft) {
        let cell = self.columns.sdgs.and_then(|column| self.cell(column));
        let lines = cell.map(|cell| cell.lines.clone()).unwrap_or_default();
        for line in &lines {
            let label = item(line);
            if !label.is_empty() {
                self.sdg(draft, &label);
            }
        }
    }

    fn sdg(&mut self, draft: &mut Draft, label: &str) {
        match sdg_number(label) {
            Some(number) => add_once(&mut draft.sdg_targets, &number),
            None => self.report(
                Severity::Warning,
                "import-sdg-not-recognised",
                "SDGs",
                label,
            ),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Themes,
    Sdgs,
    Groups,
}

/// A line that begins another list inside the theme cell, and what follows its colon.
fn section_of(line: &str) -> Option<(Section, &str)> {
    let (before, after) = line.split_once(':')?;
    let section = match key(before).as_str() {
        "affectedpersons" | "groupsofpersons" | "personsaffected" => Section::Groups,
        "sdgs" | "sdg" | "relevantsdgs" => Section::Sdgs,
        "themes" | "rights" | "humanrightsthemes" => Section::Themes,
        _ => return None,
    };
    Some((section, after))
}

/// An item of a list without its bullet.
pub(in crate::import) fn item(line: &str) -> String {
    let text = plain(line);
    let bare = text.trim_start_matches(['-', '\u{2013}', '\u{2022}', '\u{b7}', '*', '\u{25aa}']);
    bare.trim().trim_end_matches(';').to_owned()
}

/// "A12 Acceptance of international norms": the older thematic codes.
pub(super) fn is_coded(label: &str) -> bool {
    let mut letters = label.chars();
    let first = letters
        .next()
        .is_some_and(|letter| letter.is_ascii_uppercase());
    first && letters.next().is_some_and(|letter| letter.is_ascii_digit())
}

/// "16 - PEACE, JUSTICE …" is goal 16, "16.2 - End abuse …" target 16.2.
pub(in crate::import) fn sdg_number(label: &str) -> Option<String> {
    let folded = fold(label);
    let bare = folded
        .trim_start_matches("sdg")
        .trim_start_matches("goal")
        .trim_start();
    let number: String = bare
        .chars()
        .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '.')
        .collect();
    let number = number.trim_end_matches('.');
    let goal: u32 = number.split('.').next()?.parse().ok()?;
    let is_known = !number.contains('.') || vocabularies::find_sdg_target(number).is_some();
    ((1..=17).contains(&goal) && is_known).then(|| number.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goals_and_targets_are_told_apart() {
        assert_eq!(sdg_number("16 - PEACE, JUSTICE").as_deref(), Some("16"));
        assert_eq!(sdg_number("16.2 - End abuse").as_deref(), Some("16.2"));
        assert_eq!(sdg_number("SDG 5").as_deref(), Some("5"));
        assert_eq!(sdg_number("18 - Something"), None);
        assert_eq!(sdg_number("16.99 - Something"), None);
    }
}
