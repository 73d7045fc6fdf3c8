//! The vocabularies: every row read, every label worded, every name resolved.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use upright_core::base::lang::Words;
use upright_core::reference::positions::PositionGroup;
use upright_core::reference::scales::ProgressKind;
use upright_core::reference::{
    categories, mechanisms, positions, scales, sessions, states, symbols, treaty_bodies,
    vocabularies,
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Lines of a reference table below its header.
fn lines(table: &str) -> Vec<String> {
    let path = root().join("assets/reference").join(table);
    let text = fs::read_to_string(path).expect("the table is in the project");
    text.lines().skip(1).map(str::to_owned).collect()
}

/// The folder of real files, or `None` said aloud.
fn real(file: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("UPRIGHT_REAL")
        .map_or_else(|| root().join("../shared/real"), PathBuf::from);
    let path = folder.join(file);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: {} is not here (UPRIGHT_REAL)", path.display());
    None
}

fn iso3(name: &str) -> Option<&'static str> {
    states::resolve(name).map(|state| state.iso3.as_str())
}

#[test]
fn every_row_of_every_table_is_read() {
    assert_eq!(states::all().len(), lines("states.tsv").len());
    assert_eq!(sessions::all().len(), lines("upr_sessions.tsv").len());
    assert_eq!(mechanisms::all().len(), lines("mechanisms.tsv").len());
    assert_eq!(treaty_bodies::all().len(), lines("treaty_bodies.tsv").len());
    assert_eq!(positions::all().len(), lines("positions.tsv").len());
    let steps: usize = scales::ids().iter().map(|id| scales::scale(id).len()).sum();
    assert_eq!(steps, lines("status_scales.tsv").len());
    assert_eq!(categories::all().len(), 5);
    assert_eq!(vocabularies::themes().len(), lines("themes.tsv").len());
    assert_eq!(vocabularies::groups().len(), lines("groups.tsv").len());
    assert_eq!(
        vocabularies::issues().len(),
        lines("upr_info_issues.tsv").len()
    );
    assert_eq!(vocabularies::sdg_goals().len(), 17);
    assert_eq!(vocabularies::sdg_targets().len(), 169);
    assert_eq!(
        vocabularies::cluster_headings().len(),
        lines("cluster_sets.tsv").len()
    );
}

#[test]
fn every_label_key_has_words() {
    let words = Words::of("en");
    let mut keys: Vec<&str> = Vec::new();
    keys.extend(mechanisms::all().iter().map(|m| m.label_key.as_str()));
    keys.extend(positions::all().iter().map(|p| p.label_key.as_str()));
    keys.extend(positions::all().iter().map(|p| p.group.label_key()));
    keys.extend(ProgressKind::ALL.iter().map(|kind| kind.label_key()));
    for id in scales::ids() {
        keys.extend(scales::scale(id).iter().map(|s| s.label_key.as_str()));
    }
    keys.extend(categories::all().iter().map(|c| c.label_key.as_str()));
    let choices = [
        vocabularies::priorities(),
        vocabularies::roles(),
        vocabularies::agency_kinds(),
        vocabularies::record_types(),
    ]
    .concat();
    keys.extend(choices.iter().map(|choice| choice.label_key.as_str()));
    let silent: Vec<&str> = keys
        .iter()
        .copied()
        .filter(|key| words.find(key, &[]).is_none())
        .collect();
    assert!(silent.is_empty(), "no words for {silent:?}");
    let about = categories::all()
        .iter()
        .all(|c| words.find(&format!("{}.about", c.label_key), &[]).is_some());
    assert!(about, "a category without its definition");
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

/// Rows below the header of comma-separated text with quoted cells.
fn csv_rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    for c in text.chars() {
        let cell = rows.last_mut().and_then(|row| row.last_mut());
        match (c, quoted) {
            ('"', _) => quoted = !quoted,
            (',', false) => rows.last_mut().expect("a row").push(String::new()),
            ('\n', false) => rows.push(vec![String::new()]),
            _ => cell.expect("a cell").push(c),
        }
    }
    rows.retain(|row| row.len() > 1);
    rows.split_off(1)
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

#[test]
fn positions_are_read_from_the_words_of_files() {
    let read = |words: &str, cycle| positions::from_words(words, cycle).map(|p| p.code.as_str());
    for (words, cycle, code) in [
        ("Supported", Some(4), "SUP"),
        (" supported ", None, "SUP"),
        ("Accepted", Some(1), "ACC"),
        ("Accepted", None, "ACC"),
        ("Accepted", Some(3), "SUP"),
        ("Noted", Some(4), "NOT"),
        ("Noted", Some(1), "NOT"),
        ("Supported/Noted", Some(4), "SUP_PART"),
        ("Supported / Noted", Some(2), "SUP_PART"),
        ("Partially supported", Some(3), "SUP_PART"),
        ("Supported in part", None, "SUP_PART"),
        ("Partially accepted", Some(1), "SUP_PART"),
        ("Noted - partially rejected", Some(3), "NOT_PART"),
        ("Noted - totally rejected", Some(3), "NOT_FULL"),
        ("Rejected", Some(1), "REJ"),
        ("Not supported", Some(2), "NOT"),
        ("Does not enjoy the support of Slovenia", Some(1), "REJ"),
        ("Enjoys the support of Armenia", Some(1), "ACC"),
        ("Enjoys the support of Armenia", Some(2), "SUP"),
        ("Pending", None, "PEN"),
        ("Will be examined", Some(1), "PEN"),
        ("No response", Some(1), "NOR"),
        ("General response", Some(1), "UNC"),
        (
            "Supported, considered already implemented",
            Some(2),
            "SUP_IMPL",
        ),
        (
            "Accepted, in the process of implementation",
            Some(2),
            "SUP_PROC",
        ),
        ("Voluntary Pledge", Some(1), "NA"),
        ("NOT_PART", None, "NOT_PART"),
        ("sup", None, "SUP"),
    ] {
        assert_eq!(read(words, cycle), Some(code), "{words} in {cycle:?}");
    }
    for words in ["", "-", "Position", "Slovenia", "Response"] {
        assert_eq!(read(words, None), None, "{words:?} states no position");
    }
}

#[test]
fn every_position_reads_back_from_its_own_label() {
    for position in positions::all() {
        let read = positions::from_words(&position.label, position.first_cycle);
        assert_eq!(
            read.map(|p| p.group),
            Some(position.group),
            "{}",
            position.label
        );
    }
}

#[test]
fn rejected_and_noted_count_alike() {
    let group = |code| positions::by_code(code).map(|position| position.group);
    assert_eq!(group("REJ"), Some(PositionGroup::Noted));
    assert_eq!(group("NOT"), Some(PositionGroup::Noted));
    assert_eq!(group("ACC"), group("SUP"));
    assert_eq!(group("SUP_PART"), Some(PositionGroup::Partial));
    assert_eq!(group("nonsense"), None);
}

#[test]
fn the_action_scale_says_what_each_status_means() {
    let kinds: Vec<_> = scales::scale(scales::ACTION_SCALE)
        .iter()
        .map(|status| (status.code.as_str(), status.progress))
        .collect();
    assert_eq!(
        kinds,
        [
            ("NS", ProgressKind::NotStarted),
            ("IP", ProgressKind::InProgress),
            ("DL", ProgressKind::InProgress),
            ("SU", ProgressKind::Stopped),
            ("DO", ProgressKind::Done),
            ("CA", ProgressKind::Stopped),
            ("CT", ProgressKind::InProgress),
        ]
    );
    assert!(scales::of_action("CT").is_some_and(|status| status.continuous));
    assert!(
        scales::of_action("FI").is_none(),
        "a status of the other scale"
    );
    assert!(scales::scale("no such scale").is_empty());
}

#[test]
fn delay_is_the_only_computed_status() {
    let computed: Vec<_> = scales::ids()
        .iter()
        .flat_map(|id| scales::scale(id))
        .filter(|status| status.computed)
        .map(|status| status.label_key.as_str())
        .collect();
    assert_eq!(computed, ["reference-status-core-act-dl"]);
}

#[test]
fn values_lie_between_nothing_and_all() {
    for status in scales::ids().iter().flat_map(|id| scales::scale(id)) {
        assert!(
            status
                .value
                .is_none_or(|value| (0.0..=1.0).contains(&value)),
            "{}",
            status.label_key
        );
    }
    let middle = scales::status("UPRINFO_MIA", "PI").and_then(|status| status.value);
    assert_eq!(middle, Some(0.49), "the middle of 0.33 to 0.65");
}

#[test]
fn every_symbol_pattern_reads_its_examples() {
    let path = root().join("assets/reference/document_symbols.json");
    let text = fs::read_to_string(path).expect("the patterns are in the project");
    let file: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let mut examples = 0;
    for pattern in file["patterns"].as_array().expect("patterns") {
        for example in pattern["examples"].as_array().expect("examples") {
            let example = example.as_str().expect("text");
            let symbol = symbols::parse(example).expect(example);
            assert_eq!(pattern["kind"], symbol.kind.as_str(), "{example}");
            examples += 1;
        }
    }
    assert!(examples >= 30, "{examples} examples");
}

#[test]
fn a_symbol_tells_body_session_and_state() {
    let report = symbols::parse("A/HRC/WG.6/26/MDA/1").expect("a national report");
    assert_eq!(report.mechanism.as_deref(), Some("UPR"));
    assert_eq!(report.session, Some(26));
    assert_eq!(report.iso3.as_deref(), Some("MDA"));
    let addendum = symbols::parse(" A/HRC/59/15/Add. 1").expect("an addendum");
    assert_eq!(addendum.symbol, "A/HRC/59/15/Add.1");
    assert_eq!(addendum.council_session, Some(59));
    assert_eq!(addendum.number.as_deref(), Some("15"));
    assert_eq!(addendum.addendum, Some(1));
    assert_eq!(addendum.mechanism, None, "a review or a country visit");
    let observations = symbols::parse("E/C.12/KGZ/CO/2\u{2013}3").expect("observations");
    assert_eq!(observations.body.as_deref(), Some("CESCR"));
    assert_eq!(observations.number.as_deref(), Some("2-3"));
    assert_eq!(observations.mechanism.as_deref(), Some("TB"));
}

#[test]
fn what_is_no_symbol_is_not_read() {
    for text in ["", "121.10", "A/HRC", "Slovenia", "A/HRC/WG.6/26/MDA/9"] {
        assert_eq!(symbols::parse(text), None, "{text:?}");
    }
}

#[test]
fn mechanisms_and_bodies_of_symbols_exist() {
    let path = root().join("assets/reference/document_symbols.json");
    let text = fs::read_to_string(path).expect("the patterns are in the project");
    let file: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    for pattern in file["patterns"].as_array().expect("patterns") {
        let code = pattern["mechanism"].as_str().expect("text");
        assert!(
            code.is_empty() || mechanisms::by_code(code).is_some(),
            "{code}"
        );
    }
    for code in file["treaty_prefix"]
        .as_object()
        .expect("prefixes")
        .values()
    {
        assert!(
            treaty_bodies::by_code(code.as_str().expect("text")).is_some(),
            "{code}"
        );
    }
}

#[test]
fn the_test_sentences_get_their_category() {
    let sentences = lines("action_category_testset.tsv");
    assert_eq!(sentences.len(), 25);
    for line in sentences {
        let mut cells = line.split('\t');
        let (text, expected) = (cells.next().expect("text"), cells.next().expect("category"));
        let suggestion = categories::suggest(text).expect(text);
        assert_eq!(
            suggestion.category.to_string(),
            expected,
            "{text}: {suggestion:?}"
        );
    }
}

#[test]
fn the_first_verb_decides_however_it_is_introduced() {
    for (text, category, rule) in [
        ("Continue to ratify the remaining treaties", 2, "r2"),
        ("Consider ratifying the remaining treaties", 3, "r3"),
        (
            "Adopt all necessary measures to protect journalists",
            4,
            "r4-measures",
        ),
        ("Adopt a law that protects journalists", 5, "r5"),
        ("Adopt a national action plan on human rights", 5, "r5"),
        ("Urgently and fully protect journalists", 4, "r4"),
        ("121.7 The State party should repeal article 12", 5, "r5"),
        ("Strengthen the Office by amending its statute", 5, "r4-by"),
        (
            "As recommended by the Committee, continue the reform",
            2,
            "clause",
        ),
        ("Seeking advice from others on its prisons", 1, "r1"),
        ("Laws on the press to be amended", 5, "r6"),
    ] {
        let found = categories::suggest(text).map(|s| (s.category, s.rule));
        assert_eq!(found, Some((category, rule.to_owned())), "{text}");
    }
}

#[test]
fn suggestions_agree_with_upr_info_on_more_than_86_of_100_rows() {
    let Some(path) = real("upr-info/1-5.csv") else {
        return;
    };
    let bytes = fs::read(path).expect("readable");
    let text = String::from_utf8_lossy(&bytes);
    let (mut agreed, mut rows) = (0_u32, 0_u32);
    for row in csv_rows(&text.replace('\r', "\n")) {
        let (Some(text), Some(action)) = (row.get(3), row.get(8)) else {
            continue;
        };
        rows += 1;
        let suggested = categories::suggest(text).map(|s| s.category.to_string());
        agreed += u32::from(suggested.as_deref() == Some(action.as_str()));
    }
    println!("{agreed} of {rows} rows agree");
    assert!(rows > 6_000, "{rows} rows");
    assert!(agreed * 100 > rows * 86, "{agreed} of {rows}");
}

#[test]
fn a_text_without_a_known_verb_gets_no_category() {
    for text in ["", "   ", "121.34", "Human rights", "Права человека"] {
        assert_eq!(categories::suggest(text), None, "{text:?}");
    }
}

#[test]
fn labels_are_found_whatever_their_blanks() {
    let theme = vocabularies::find_theme("human trafficking  & contemporary forms of slavery");
    assert_eq!(
        theme.map(|theme| theme.label.as_str()),
        Some("Human trafficking & contemporary forms of slavery")
    );
    assert!(vocabularies::find_theme("Fishing").is_none());
    assert!(vocabularies::find_group("Children").is_some());
    assert!(vocabularies::find_sdg_target("16.2").is_some());
    assert!(vocabularies::find_sdg_target("16.99").is_none());
}

#[test]
fn every_target_belongs_to_its_goal() {
    for target in vocabularies::sdg_targets() {
        let goal = target.target.split('.').next().expect("a number");
        assert_eq!(goal, target.goal.to_string());
    }
}
