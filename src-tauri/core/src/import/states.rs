//! Recommending States: cut from the end of a recommendation, or read from a list of names.
//!
//! States stand in brackets at the end, one pair of brackets each or several in one, and have
//! brackets and commas of their own: "(Senegal, Venezuela (Bolivarian Republic of),Peru)". A
//! bracket that is no State belongs to the text: "… Members of Their Families (ICRMW) (Iran …)".
//! A name that does not resolve is reported, never guessed.

use crate::reference::states;

/// A text and the States that stood at its end.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// The text without its States and the sign that closes the line.
    pub text: String,
    /// ISO 3166-1 alpha-3, in the order of the text, each once.
    pub states: Vec<String>,
    /// Names that look like States and did not resolve.
    pub unknown: Vec<String>,
}

/// Cuts the bracketed States from the end of `text`.
#[must_use]
pub fn cut_states(text: &str) -> Cut {
    let mut rest = text.trim_end_matches(is_closing);
    let mut groups: Vec<Listed> = Vec::new();
    let mut doubtful: Vec<&str> = Vec::new();
    while let Some((before, inside)) = last_bracket(before_separator(rest)) {
        let listed = read_list(inside);
        if listed.states.is_empty() {
            if groups.is_empty() && doubtful.is_empty() && looks_like_a_name(inside) {
                // Perhaps a State with others before it: decided by what stands to the left.
                doubtful.push(inside);
                let left = before_separator(before);
                if last_bracket(left).is_some_and(|(_, next)| !read_list(next).states.is_empty()) {
                    rest = left;
                    continue;
                }
            }
            break;
        }
        groups.push(listed);
        rest = before.trim_end();
    }
    let mut cut = Cut::default();
    for listed in groups.into_iter().rev() {
        for state in listed.states {
            super::draft::add_once(&mut cut.states, &state);
        }
        cut.unknown.extend(listed.unknown);
    }
    cut.unknown.extend(doubtful.into_iter().map(str::to_owned));
    cut.text = match cut.states.is_empty() {
        true => text.trim_end_matches([' ', ';']).to_owned(),
        false => rest.trim_end_matches([' ', ';', ',']).to_owned(),
    };
    cut
}

/// There are 193 States; a longer list is none of States.
const MOST_NAMES: usize = 250;

/// Names of States in a list, and what is left over.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Listed {
    pub states: Vec<String>,
    pub unknown: Vec<String>,
}

/// Reads a list of States: separated by comma, semicolon, slash, line, brackets or "and".
#[must_use]
pub fn read_list(list: &str) -> Listed {
    let mut listed = Listed::default();
    if let Some(state) = find(list) {
        listed.states.push(state);
        return listed;
    }
    let names = split_outside_brackets(list);
    if names.len() > MOST_NAMES {
        let start: String = list.chars().take(60).collect();
        listed.unknown.push(start);
        return listed;
    }
    let mut at = 0;
    while let Some(name) = names.get(at) {
        // "Tanzania, United Republic of" is one State: the longest run of names that resolves.
        let run = (at + 1..=names.len().min(at + 3)).rev().find_map(|end| {
            let joined = names.get(at..end)?.join(", ");
            Some((find(&joined)?, end))
        });
        if let Some((state, end)) = run {
            super::draft::add_once(&mut listed.states, &state);
            at = end;
            continue;
        }
        read_joined(name, &mut listed);
        at += 1;
    }
    listed
}

/// "Chile and Peru", where neither "Chile and Peru" nor "Trinidad and" is a State.
fn read_joined(name: &str, listed: &mut Listed) {
    let name = name.trim().trim_start_matches("and ").trim();
    if let Some(state) = find(name) {
        super::draft::add_once(&mut listed.states, &state);
        return;
    }
    let split = name.match_indices(" and ").find_map(|(place, sign)| {
        let (left, right) = (name.get(..place)?, name.get(place + sign.len()..)?);
        Some((find(left)?, right))
    });
    match split {
        Some((state, right)) => {
            super::draft::add_once(&mut listed.states, &state);
            read_joined(right, listed);
        }
        None if !name.is_empty() => listed.unknown.push(name.to_owned()),
        None => {}
    }
}

/// The code of one State. Codes of three letters are not taken for names here: in a text "(CAN)"
/// or "(PER)" is more likely an abbreviation.
fn find(name: &str) -> Option<String> {
    let name = name.trim().trim_matches([',', ';', '.', ':']).trim();
    let is_code = name.len() == 3 && name.chars().all(|letter| letter.is_ascii_uppercase());
    if name.is_empty() || is_code {
        return None;
    }
    states::resolve(name).map(|state| state.iso3.clone())
}

fn split_outside_brackets(list: &str) -> Vec<String> {
    let mut depth = 0_u32;
    let mut names = vec![String::new()];
    for letter in list.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let separates = depth == 0 && matches!(letter, ',' | ';' | '/' | '\n' | '\r');
        if separates {
            names.push(String::new());
        } else if let Some(name) = names.last_mut() {
            name.push(letter);
        }
    }
    names.retain(|name| !name.trim().is_empty());
    names.iter().map(|name| bare(name)).collect()
}

/// A name without brackets around the whole of it: "(Chile)" in a column of States.
fn bare(name: &str) -> String {
    let name = name.trim();
    match name
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        Some(inside) if !inside.starts_with('(') => inside.trim().to_owned(),
        _ => name.to_owned(),
    }
}

/// What stands before the sign or word between two pairs of brackets: "(Chile); (Peru)".
fn before_separator(text: &str) -> &str {
    let text = text.trim_end_matches(is_closing);
    text.strip_suffix(" and").unwrap_or(text).trim_end()
}

fn is_closing(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, ';' | '.' | ',' | ':')
}

/// The last pair of brackets of `text`, if it ends in one: what stands before and what inside.
/// A missing bracket, as in "(Iran (Islamic Republic of)", is taken for closed.
fn last_bracket(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_suffix(')')?;
    let mut depth = 1_u32;
    let mut opening = None;
    for (place, letter) in inner.char_indices().rev() {
        match letter {
            ')' => depth += 1,
            '(' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            opening = Some(place);
            break;
        }
    }
    let opening = opening?;
    let (before, inside) = (inner.get(..opening)?, inner.get(opening + 1..)?);
    if read_list(inside).states.is_empty()
        && let Some(further) = before.rfind('(')
        && let Some(wider) = inner.get(further + 1..)
        && find(wider).is_some()
    {
        return Some((inner.get(..further)?, wider));
    }
    Some((before, inside))
}

/// Written like a name: begins with a capital, has small letters, no digits, and is short.
fn looks_like_a_name(text: &str) -> bool {
    let text = text.trim();
    text.chars().next().is_some_and(char::is_uppercase)
        && text.chars().any(char::is_lowercase)
        && !text.chars().any(|letter| letter.is_ascii_digit())
        && text.chars().count() <= 60
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> (String, Vec<String>, Vec<String>) {
        let cut = cut_states(text);
        (cut.text, cut.states, cut.unknown)
    }

    fn states(text: &str) -> Vec<String> {
        cut_states(text).states
    }

    #[test]
    fn one_pair_of_brackets_each_or_several_in_one() {
        assert_eq!(states("Ratify it (Maldives) (Portugal);"), ["MDV", "PRT"]);
        assert_eq!(
            states("Ratify it (Spain, Tunisia, Portugal);"),
            ["ESP", "TUN", "PRT"]
        );
    }

    #[test]
    fn signs_and_words_between_the_brackets_are_no_end() {
        for text in [
            "Ratify it. (Chile); (Peru);",
            "Ratify it. (Chile) and (Peru)",
            "Ratify it. (Chile), (Peru).",
        ] {
            let (text, states, _) = cut(text);
            assert_eq!(text, "Ratify it.");
            assert_eq!(states, ["CHL", "PER"]);
        }
    }

    #[test]
    fn states_with_brackets_and_without_blanks_between_them() {
        let text =
            "Accede (Senegal, Sierra Leone, Venezuela (Bolivarian Republic of),Peru, Uruguay);";
        assert_eq!(states(text), ["SEN", "SLE", "VEN", "PER", "URY"]);
    }

    #[test]
    fn a_bracket_that_is_no_state_stays_in_the_text() {
        let (text, states, unknown) =
            cut("Ratify the Convention (ICRMW) (Iran (Islamic Republic of));");
        assert_eq!(text, "Ratify the Convention (ICRMW)");
        assert_eq!((states, unknown), (vec!["IRN".to_owned()], vec![]));
    }

    #[test]
    fn a_broken_name_resolves_and_a_comma_may_belong_to_it() {
        assert_eq!(
            states("Go on (Bolivia (Plurinational S tate of));"),
            ["BOL"]
        );
        assert_eq!(
            states("Go on (Tanzania, United Republic of, Chad)."),
            ["TZA", "TCD"]
        );
        assert_eq!(states("Go on (Micronesia (Federated States of))"), ["FSM"]);
    }

    #[test]
    fn and_joins_names_but_also_belongs_to_them() {
        assert_eq!(
            states("Go on (Bosnia and Herzegovina and Croatia)"),
            ["BIH", "HRV"]
        );
        assert_eq!(
            states("Go on (Chile, Peru, and Spain)"),
            ["CHL", "PER", "ESP"]
        );
    }

    #[test]
    fn a_missing_bracket_is_taken_for_closed() {
        let (text, states, _) = cut("Protect minorities (Iran (Islamic Republic of);");
        assert_eq!(
            (text.as_str(), states),
            ("Protect minorities", vec!["IRN".to_owned()])
        );
    }

    #[test]
    fn an_unknown_name_is_shown_and_not_guessed() {
        let (text, states, unknown) = cut("Protect minorities (Atlantis);");
        assert_eq!(text, "Protect minorities (Atlantis)");
        assert_eq!((states.len(), unknown), (0, vec!["Atlantis".to_owned()]));
        let (text, states, unknown) = cut("Protect minorities (France, Atlantis);");
        assert_eq!(text, "Protect minorities");
        assert_eq!(
            (states, unknown),
            (vec!["FRA".to_owned()], vec!["Atlantis".to_owned()])
        );
        let (_, states, unknown) = cut("Protect minorities (France) (Atlantis);");
        assert_eq!(
            (states, unknown),
            (vec!["FRA".to_owned()], vec!["Atlantis".to_owned()])
        );
    }

    #[test]
    fn an_abbreviation_is_not_taken_for_a_country_code() {
        let (text, states, unknown) = cut("Support the Network (CAN).");
        assert_eq!(text, "Support the Network (CAN).");
        assert!(states.is_empty() && unknown.is_empty());
    }

    #[test]
    fn a_column_of_states_may_have_lines_and_brackets() {
        assert_eq!(
            read_list("Chile;\n(Peru)\nViet Nam").states,
            ["CHL", "PER", "VNM"]
        );
    }
}
