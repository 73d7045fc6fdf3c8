//! Action categories: the test sentences, the order of the rules, and UPR Info's own column.

use std::fs;

use upright_core::reference::categories;

use super::{csv_rows, lines, real};

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
