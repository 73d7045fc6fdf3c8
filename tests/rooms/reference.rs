//! The vocabularies: every row read, every label worded, every name resolved.

mod categories;
mod states;

use std::fs;
use std::path::{Path, PathBuf};

use upright_core::base::lang::Words;
use upright_core::reference::positions::PositionGroup;
use upright_core::reference::scales::ProgressKind;
use upright_core::reference::{
    categories as action_categories, mechanisms, positions, scales, sessions, special_procedures,
    spellings, states as all_states, symbols, treaty_bodies, vocabularies,
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

#[test]
fn every_row_of_every_table_is_read() {
    assert_eq!(all_states::all().len(), lines("states.tsv").len());
    assert_eq!(sessions::all().len(), lines("upr_sessions.tsv").len());
    assert_eq!(mechanisms::all().len(), lines("mechanisms.tsv").len());
    assert_eq!(treaty_bodies::all().len(), lines("treaty_bodies.tsv").len());
    let mandates = special_procedures::all().len();
    assert_eq!(mandates, lines("special_procedures.tsv").len());
    assert_eq!(positions::all().len(), lines("positions.tsv").len());
    let steps: usize = scales::ids().iter().map(|id| scales::scale(id).len()).sum();
    assert_eq!(steps, lines("status_scales.tsv").len());
    assert_eq!(action_categories::all().len(), 5);
    assert_eq!(vocabularies::themes().len(), lines("themes.tsv").len());
    assert_eq!(vocabularies::groups().len(), lines("groups.tsv").len());
    assert_eq!(
        vocabularies::issues().len(),
        lines("upr_info_issues.tsv").len()
    );
    let headings = lines("column_headers.tsv").len();
    assert_eq!(spellings::headings().len(), headings);
    assert_eq!(spellings::spellings().len(), lines("value_words.tsv").len());
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
    keys.extend(
        action_categories::all()
            .iter()
            .map(|c| c.label_key.as_str()),
    );
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
    let about = action_categories::all()
        .iter()
        .all(|c| words.find(&format!("{}.about", c.label_key), &[]).is_some());
    assert!(about, "a category without its definition");
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

#[test]
fn headings_and_spellings_of_foreign_tables_mean_one_thing_each() {
    for (header, meaning) in [
        ("RECOMMENDATION", "text"),
        ("Pa\u{ed}s recomendante", "recommending_states"),
        ("№", "reference"),
    ] {
        assert_eq!(spellings::meaning_of(header), Some(meaning), "{header}");
    }
    for spelling in spellings::spellings() {
        let found = spellings::code_of(&spelling.field, &spelling.words);
        assert!(found.is_some(), "{spelling:?}");
        match spelling.field.as_str() {
            "position" => assert!(positions::by_code(&spelling.code).is_some(), "{spelling:?}"),
            "mechanism" => assert!(
                mechanisms::by_code(&spelling.code).is_some(),
                "{spelling:?}"
            ),
            "body" => assert!(
                treaty_bodies::by_code(&spelling.code).is_some(),
                "{spelling:?}"
            ),
            field => assert!(["priority", "record_type"].contains(&field), "{spelling:?}"),
        }
    }
    assert_eq!(spellings::code_of("position", "tomada  NOTA"), Some("NOT"));
    assert_eq!(spellings::meaning_of("weather"), None);
}
