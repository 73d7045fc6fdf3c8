//! States under the names people write, and the sessions at which they are reviewed.

use std::collections::BTreeSet;
use std::fs;

use upright_core::reference::{sessions, states};

use super::{csv_rows, real};

fn iso3(name: &str) -> Option<&'static str> {
    states::resolve(name).map(|state| state.iso3.as_str())
}

#[test]
fn there_are_193_members_in_their_regional_groups() {
    let members: Vec<_> = states::all()
        .iter()
        .filter(|state| state.un_member)
        .collect();
    assert_eq!(members.len(), 193);
    let in_group = |code: &str| members.iter().filter(|s| s.group_code == code).count();
    assert_eq!(
        ["AFR", "APG", "EEG", "GRULAC", "WEOG"].map(in_group),
        [54, 54, 23, 33, 29],
        "the UN's own count, the United States with WEOG"
    );
}

#[test]
fn codes_are_unique() {
    let codes: BTreeSet<_> = states::all().iter().map(|state| &state.iso3).collect();
    assert_eq!(codes.len(), states::all().len());
}

#[test]
fn the_fictional_state_is_known_and_says_so() {
    let fictional: Vec<_> = states::all().iter().filter(|s| s.fictional).collect();
    assert_eq!(fictional.len(), 1);
    let state = states::by_iso3("xup").expect("the demonstration's State");
    assert!(state.fictional && !state.un_member);
    assert!(
        ("XAA"..="XZZ").contains(&state.iso3.as_str()),
        "a code ISO 3166-1 leaves to users"
    );
    assert_eq!(iso3("Republic of Velmora"), Some("XUP"));
}

#[test]
fn every_state_resolves_by_name_code_and_alias() {
    for state in states::all() {
        assert_eq!(iso3(&state.iso3), Some(state.iso3.as_str()));
        for name in std::iter::once(&state.name).chain(&state.aliases) {
            assert_eq!(iso3(name), Some(state.iso3.as_str()), "{name}");
            assert_eq!(
                iso3(&format!("  the {} ", name.to_uppercase())),
                Some(state.iso3.as_str()),
                "{name} in capitals after a the"
            );
        }
    }
}

#[test]
fn names_resolve_however_they_are_written() {
    for (name, code) in [
        ("St Vincent & the Grenadines", "VCT"),
        ("Czech Republic", "CZE"),
        ("Turkey", "TUR"),
        ("Islamic Republic of Iran", "IRN"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Iran, Islamic Republic of", "IRN"),
        ("Kingdom of the Netherlands", "NLD"),
        ("Netherlands, Kingdom of the", "NLD"),
        ("Bolivia (Plurinational S tate of)", "BOL"),
        ("Venezuela (Bolivarian\u{a0}Republic of)", "VEN"),
        (
            "United Kingdom of Great Britain and Northern Ireland",
            "GBR",
        ),
        ("Holy See", "VAT"),
        ("State of Palestine", "PSE"),
        ("Macedonia FYR", "MKD"),
        ("Democratic Republic of Congo", "COD"),
        ("Republic of Congo", "COG"),
        ("Congo", "COG"),
        ("Republic of Korea", "KOR"),
        ("Korea (Republic of)", "KOR"),
        ("DPR Korea", "PRK"),
        ("Cote d\u{2019}Ivoire", "CIV"),
        ("C\u{f4}te d'Ivoire", "CIV"),
        ("Lao People\u{2019}s Democratic Republic", "LAO"),
        ("TIMOR LESTE", "TLS"),
        ("Sao Tome & Principe", "STP"),
        ("Trinidad & Tobago", "TTO"),
        ("T\u{fc}rkiye", "TUR"),
        ("Turkiye", "TUR"),
        ("Republic of T\u{fc}rkiye", "TUR"),
        ("\u{c9}tats-Unis", "USA"),
        ("Espa\u{f1}a", "ESP"),
        ("Узбекистан", "UZB"),
        ("la R\u{e9}publique de Slov\u{e9}nie", "SVN"),
        ("l\u{2019}Australie", "AUS"),
        ("Reino de Espa\u{f1}a", "ESP"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Guinea Bissau", "GNB"),
        ("Dominica", "DMA"),
        ("Dominican Republic", "DOM"),
    ] {
        assert_eq!(iso3(name), Some(code), "{name}");
    }
}

#[test]
fn a_name_nobody_bears_is_not_guessed() {
    for name in [
        "",
        "  ",
        "Unknown",
        "Korea",
        "Republic of China",
        "R\u{e9}publique de Chine",
        "Slovenija 2",
        "S",
        "the",
    ] {
        assert_eq!(iso3(name), None, "{name:?}");
    }
}

#[test]
fn every_name_in_the_upr_info_export_resolves() {
    let Some(path) = real("upr-info/1-5.csv") else {
        return;
    };
    // Names are plain ASCII in this MacRoman file.
    let bytes = fs::read(path).expect("readable");
    let text = String::from_utf8_lossy(&bytes);
    let mut unresolved = BTreeSet::new();
    let mut seen = 0;
    for row in csv_rows(&text.replace('\r', "\n")) {
        for name in [row.first(), row.get(4)].into_iter().flatten() {
            seen += 1;
            if states::resolve(name).is_none() && name != "&#40;Unknown&#41;" {
                unresolved.insert(name.clone());
            }
        }
    }
    assert!(seen > 12_000, "{seen} names read");
    assert!(unresolved.is_empty(), "{unresolved:?}");
}

#[test]
fn every_recommending_state_in_the_matrices_resolves() {
    for file in ["slovenia-2014.csv", "slovenia-2025.csv"] {
        let Some(path) = real(&format!("ohchr-matrices/{file}")) else {
            return;
        };
        let text = fs::read_to_string(path).expect("readable");
        let mut unresolved = BTreeSet::new();
        let mut seen = 0;
        for row in csv_rows(&text) {
            let Some(cell) = row.get(2) else { continue };
            for name in states_at_the_end(cell) {
                seen += 1;
                if states::resolve(&name).is_none() {
                    unresolved.insert(name);
                }
            }
        }
        assert!(seen > 160, "{seen} names in {file}");
        // The short name of a treaty, in brackets before those of the State.
        unresolved.remove("ICRMW");
        assert!(unresolved.is_empty(), "{file}: {unresolved:?}");
    }
}

/// The brackets at the end of a matrix's first cell, one name each or several.
fn states_at_the_end(cell: &str) -> Vec<String> {
    let text = cell.split("Source of").next().unwrap_or_default();
    let mut text = text.trim().trim_end_matches([';', '.', ' ']);
    let mut names = Vec::new();
    while text.ends_with(')') {
        let mut depth = 0;
        let Some(open) = text.char_indices().rev().find_map(|(at, c)| {
            depth += match c {
                ')' => 1,
                '(' => -1,
                _ => 0,
            };
            (depth == 0).then_some(at)
        }) else {
            break;
        };
        names.extend(
            text[open + 1..text.len() - 1]
                .split(',')
                .map(|n| n.trim().to_owned()),
        );
        text = text[..open].trim_end().trim_end_matches(',').trim_end();
    }
    names
}

#[test]
fn sessions_make_up_the_cycles() {
    let cycle = sessions::cycle_of_session;
    assert_eq!(
        [0, 1, 12, 13, 26, 27, 40, 41, 54, 55].map(cycle),
        [
            None,
            Some(1),
            Some(1),
            Some(2),
            Some(2),
            Some(3),
            Some(3),
            Some(4),
            Some(4),
            None
        ]
    );
    assert_eq!(
        sessions::by_number(13).map(|s| s.start_on.as_str()),
        Some("2012-05-21")
    );
}

#[test]
fn the_session_of_a_state_lists_that_state() {
    for state in states::all().iter().filter(|state| !state.fictional) {
        for cycle in 1..=4 {
            let Some(number) = sessions::session_of(&state.iso3, cycle) else {
                continue;
            };
            let session = sessions::by_number(number).expect("a session of the table");
            assert_eq!(session.cycle, cycle, "{} at {number}", state.iso3);
            assert!(
                session.states.contains(&state.iso3),
                "{} at {number}",
                state.iso3
            );
        }
    }
    let listed: usize = sessions::all().iter().map(|s| s.states.len()).sum();
    let reviewed: usize = states::all()
        .iter()
        .filter(|state| !state.fictional)
        .map(|state| state.upr_sessions.iter().flatten().count())
        .sum();
    assert_eq!(listed, reviewed);
}

#[test]
fn there_is_no_session_in_cycle_0_or_5_nor_for_the_holy_see() {
    assert_eq!(sessions::session_of("SVN", 4), Some(48));
    assert_eq!(sessions::session_of("SVN", 0), None);
    assert_eq!(sessions::session_of("SVN", 5), None);
    assert_eq!(sessions::session_of("VAT", 4), None);
    assert_eq!(sessions::session_of("???", 4), None);
}
