//! Where a text that asks for several things could be cut: at (a), (b) …, at semicolons, at "and"
//! before a verb. An offer, never done by itself.

use crate::reference::categories;

/// Shorter stretches are no demands.
const FEWEST_WORDS: usize = 2;

/// Stretches of `text` that could stand alone; empty where it asks for one thing.
#[must_use]
pub fn suggest_parts(text: &str) -> Vec<String> {
    [by_enumeration, by_semicolon, by_verb]
        .iter()
        .map(|cut| cleaned(cut(text)))
        .find(|parts| parts.len() > 1)
        .unwrap_or_default()
}

/// Words that join demands and belong to neither.
const JOINTS: &[&str] = &["and", "or", "as well as", "et", "y", "и"];

fn cleaned(parts: Vec<&str>) -> Vec<String> {
    let is_edge = |c: char| c.is_whitespace() || matches!(c, ';' | ',' | '.' | ':');
    let mut found: Vec<String> = Vec::new();
    for part in parts {
        let mut part = part.trim_matches(is_edge);
        for joint in JOINTS {
            let head = part.get(..joint.len()).unwrap_or_default();
            let rest = part.get(joint.len()..).unwrap_or_default();
            if head.eq_ignore_ascii_case(joint) && rest.starts_with(char::is_whitespace) {
                part = rest.trim_start_matches(is_edge);
            }
            if let Some(rest) = part.strip_suffix(joint)
                && rest.ends_with(|c: char| c.is_whitespace() || c == ';')
            {
                part = rest.trim_end_matches(is_edge);
            }
        }
        if part.split_whitespace().count() >= FEWEST_WORDS {
            found.push(part.to_owned());
        }
    }
    found
}

/// `(a) … (b) …`, `a) … b) …`, `(i) … (ii) …`: cut before each mark, what introduces them left out.
fn by_enumeration(text: &str) -> Vec<&str> {
    let letters = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
    let romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    let numbers = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
    for marks in [&letters[..], &romans[..], &numbers[..]] {
        let mut cuts = Vec::new();
        let mut from = 0;
        for mark in marks {
            let Some(place) = find_mark(text, from, mark) else {
                break;
            };
            cuts.push(place);
            from = place + mark.len();
        }
        if cuts.len() > 1 {
            cuts.push(text.len());
            return stretches(text, &cuts);
        }
    }
    Vec::new()
}

/// Where `mark)` begins, its opening bracket included; a blank, a bracket or nothing stands before it.
fn find_mark(text: &str, from: usize, mark: &str) -> Option<usize> {
    let wanted = format!("{mark})");
    let mut at = from;
    while let Some(found) = text.get(at..)?.find(&wanted) {
        let place = at + found;
        let before = text.get(..place)?;
        if let Some(rest) = before.strip_suffix('(') {
            return Some(rest.len());
        }
        if before.is_empty() || before.ends_with(char::is_whitespace) {
            return Some(place);
        }
        at = place + wanted.len();
    }
    None
}

fn by_semicolon(text: &str) -> Vec<&str> {
    text.split(';').collect()
}

/// Before "and", "as well as" or a comma that a known verb follows.
fn by_verb(text: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    for (place, _) in text.match_indices([' ', ',']) {
        let Some(rest) = text.get(place..) else {
            continue;
        };
        let next = [
            ", and to ",
            ", and ",
            " and to ",
            " and ",
            " as well as to ",
            " as well as ",
            ", ",
        ]
        .iter()
        .find_map(|joint| rest.strip_prefix(joint));
        if next.is_some_and(begins_with_a_verb) && cuts.last().is_some_and(|last| place > last + 12)
        {
            cuts.push(place);
        }
    }
    cuts.push(text.len());
    stretches(text, &cuts)
}

fn begins_with_a_verb(text: &str) -> bool {
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
    categories::is_verb(&word)
}

fn stretches<'t>(text: &'t str, cuts: &[usize]) -> Vec<&'t str> {
    cuts.iter()
        .zip(cuts.iter().skip(1))
        .filter_map(|(from, to)| text.get(*from..*to))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let parts = suggest_parts(text);
        assert!(parts.iter().all(|part| text.contains(part)), "{parts:?}");
        parts
    }

    #[test]
    fn an_enumeration_is_cut_at_its_marks() {
        assert_eq!(
            cut(
                "The State party should: (a) Amend the Criminal Code; (b) Train judges; and (c) Report in 2027."
            ),
            [
                "(a) Amend the Criminal Code",
                "(b) Train judges",
                "(c) Report in 2027"
            ]
        );
        assert_eq!(cut("To: i) ratify OPCAT, ii) set up an NPM").len(), 2);
    }

    #[test]
    fn semicolons_come_before_verbs() {
        assert_eq!(
            cut("Ratify OPCAT; and establish a mechanism and fund it (Chile)"),
            ["Ratify OPCAT", "establish a mechanism and fund it (Chile)"]
        );
    }

    #[test]
    fn a_joint_before_a_verb_cuts_and_one_before_a_noun_does_not() {
        assert_eq!(
            cut(
                "Ratify the Convention on the Rights of the Child and adopt a law on violence against women and girls"
            ),
            [
                "Ratify the Convention on the Rights of the Child",
                "adopt a law on violence against women and girls"
            ]
        );
        assert!(cut("Protect the rights of women, children and older persons").is_empty());
        assert!(cut("").is_empty());
        assert!(cut("Ratify").is_empty());
    }
}
