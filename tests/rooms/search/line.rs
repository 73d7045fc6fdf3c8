//! The line a person types: words, phrases, beginnings, exclusions, field words; folding of scripts.

use kit::host::{TestHost, number, text};
use kit::sample::Sample;
use serde_json::{Value, json};

use super::{found, page, register, rows};

#[test]
fn phrases_beginnings_and_exclusions_are_understood() {
    let mut sample = Sample::new();
    sample.recommendation("1.1", "Combat trafficking in persons and domestic violence");
    sample.recommendation("1.2", "End violence in the domestic sphere");
    sample.recommendation("1.3", "Train judges on gender");
    for (line, count) in [
        ("traffick*", 1),
        ("traffick* judges", 0),
        ("\"domestic violence\"", 1),
        ("\"violence domestic\"", 0),
        ("domestic violence", 2),
        ("violence -trafficking", 1),
        ("-violence", 1),
        ("-\"domestic violence\"", 2),
        ("violence -\"domestic violence\"", 1),
        ("“domestic violence”", 1),
        ("in", 2),
        ("\"domestic viol\"*", 1),
        ("text:domestic", 2),
        ("text:chile", 0),
        ("chile", 3),
    ] {
        assert_eq!(found(&sample, line), count, "{line}");
    }
}

#[test]
fn letters_written_for_each_other_are_one() {
    let mut sample = Sample::new();
    for (paragraph, text) in [
        ("1.1", "Ещё раз рассмотреть вопрос"),
        ("1.2", "اتِّخَاذُ إجراءات لحماية المرأة إلى مستوى أعلى"),
        ("1.3", "Consolidarea statului de drept și a justiției"),
        ("1.4", "Hacer más por la niñez y la educación"),
        ("1.5", "确保儿童受教育的权利"),
        ("1.6", "Förderung der Großfamilie"),
    ] {
        sample.recommendation(paragraph, text);
    }
    for line in [
        "еще",
        "ЕЩЁ", // ё
        "اتخاذ",
        "اجراءات",
        "المراه",
        "الى", // tashkeel, alef, taa marbuta, yaa
        "şi",
        "si",
        "justitiei", // cedilla and comma
        "ninez",
        "EDUCACION",
        "儿童",
        "受教育",
        "grossfamilie",
    ] {
        assert_eq!(found(&sample, line), 1, "{line}");
    }
    assert_eq!(found(&sample, "教儿"), 0, "signs stand in their order");
}

fn total(test: &TestHost, words: &str) -> u64 {
    number(&page(test, json!({"filter": {"words": words}}))["total"])
}

#[test]
fn a_field_word_means_what_the_filter_of_that_name_means() {
    let test = register();
    let agency = |name: &str| {
        let agencies = test.call("list_agencies", json!({}));
        let found = agencies
            .as_array()
            .unwrap()
            .iter()
            .find(|a| a["short_name"] == name)
            .cloned();
        found.unwrap()["id"].clone()
    };
    let cases = [
        ("state:URY", json!({"state": ["URY"]})),
        ("state:uruguay", json!({"state": ["URY"]})),
        ("state:URY,KEN", json!({"state": ["URY", "KEN"]})),
        ("position:NOT", json!({"position": ["NOT"]})),
        ("position:noted", json!({"position": ["NOT"]})),
        ("position:pending", json!({"position": ["PEN"]})),
        ("theme:torture", json!({"theme": ["Torture"]})),
        ("theme:\"tort\"", json!({"theme": ["Torture"]})),
        ("sdg:16.2", json!({"sdg": ["16.2"]})),
        ("group:child", json!({"group": ["Children"]})),
        ("priority:high", json!({"priority": ["high"]})),
        ("mechanism:TB", json!({"mechanism": ["TB"]})),
        ("cycle:3", json!({"cycle": ["3"]})),
        ("category:5", json!({"category": ["5"]})),
        ("status:late", json!({"standing": ["late"]})),
        ("status:done", json!({"progress": ["done"]})),
        ("lead:moj", json!({"lead": [agency("MoJ")]})),
        (
            "lead:\"ministry of health\"",
            json!({"lead": [agency("MoH")]}),
        ),
        ("without:lead", json!({"without": ["lead"]})),
        ("without:lead", json!({"standing": ["unassigned"]})),
        ("without:action", json!({"standing": ["without_action"]})),
        ("without:cluster", json!({"standing": ["unclustered"]})),
        ("without:theme", json!({"theme": ["none"]})),
        ("without:priority", json!({"priority": ["none"]})),
        (
            "due:2026",
            json!({"due_from": "2026-01-01", "due_until": "2026-12-31"}),
        ),
        ("due:2026-12..", json!({"due_from": "2026-12-01"})),
        ("region:grulac", json!({"region": ["GRULAC"]})),
    ];
    for (line, filter) in cases {
        let with_words = page(&test, json!({"filter": {"words": line}}));
        let with_filter = page(&test, json!({"filter": filter}));
        assert_eq!(rows(&with_words), rows(&with_filter), "{line}");
        let count = total(&test, line);
        assert!(count > 0 && count < 40, "{line} narrows: {count}");
        let opposite = total(&test, &format!("-{line}"));
        assert_eq!(
            count + opposite,
            40,
            "{line} and its exclusion are everything"
        );
    }
    assert_eq!(
        total(&test, "priority:high \"measure\" -state:CHL"),
        total(&test, "-state:CHL measure priority:high"),
        "the order of words does not matter"
    );
    assert_eq!(
        total(&test, "theme:"),
        40,
        "a word being typed narrows nothing yet"
    );
    assert_eq!(
        total(&test, "https://example.org"),
        0,
        "an address is no field word"
    );
}

#[test]
fn what_is_not_understood_is_refused_with_what_it_is() {
    let test = register();
    let refused =
        |words: &str| test.refused("page_rows", json!({"filter": {"words": words}, "limit": 1}));
    let field = refused("stat:late");
    assert_eq!(
        (field.code.as_str(), field.args["field"].as_str()),
        ("search-field-unknown", "stat")
    );
    let value = refused("state:Atlantis");
    assert_eq!(
        (value.code.as_str(), value.args["value"].as_str()),
        ("search-value-unknown", "Atlantis")
    );
    for words in ["due:soon", "without:hope", "lead:nobody", "cycle:99"] {
        assert_eq!(refused(words).code, "search-value-unknown", "{words}");
    }
    assert_eq!(total(&test, "\"stat:late\""), 0, "in quotes it is text");
    let read = test.call(
        "read_words",
        json!({"words": "torture stat:late state:Atlantis"}),
    );
    let codes: Vec<String> = read["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| text(&p["code"]))
        .collect();
    assert_eq!(codes, ["search-field-unknown", "search-value-unknown"]);
}

fn offers(test: &TestHost, words: &str, cursor: usize) -> Vec<Value> {
    let read = test.call("read_words", json!({"words": words, "cursor": cursor}));
    read["completions"].as_array().unwrap().clone()
}

#[test]
fn a_word_under_the_cursor_is_completed() {
    let test = register();
    let fields = offers(&test, "torture st", 10);
    let names: Vec<String> = fields.iter().map(|offer| text(&offer["text"])).collect();
    assert_eq!(names, ["status:", "state:"]);
    assert_eq!(
        (number(&fields[0]["from"]), number(&fields[0]["to"])),
        (8, 10)
    );
    let states = offers(&test, "état state:u", 12);
    assert_eq!(text(&states[0]["text"]), "state:URY ");
    assert_eq!(text(&states[0]["name"]), "Uruguay");
    assert!(number(&states[0]["count"]) > 0);
    assert_eq!(
        (number(&states[0]["from"]), number(&states[0]["to"])),
        (5, 12)
    );
    let missing = offers(&test, "-without:le", 11);
    assert_eq!(text(&missing[0]["text"]), "-without:lead ");
    let leads = offers(&test, "lead:min", 8);
    let shown: Vec<String> = leads.iter().map(|offer| text(&offer["text"])).collect();
    assert!(shown.contains(&"lead:MoJ ".to_owned()), "{shown:?}");
    for offer in leads {
        let words = text(&offer["text"]);
        assert_eq!(total(&test, &words), number(&offer["count"]), "{words}");
    }
    assert!(
        offers(&test, "torture ", 8).is_empty(),
        "between words nothing is offered"
    );
}

#[test]
fn the_words_to_mark_come_with_the_page() {
    let test = register();
    let answer = page(
        &test,
        json!({"filter": {"words": "Ratify -noted \"against torture\" cycle:1 MÉAS"}}),
    );
    let marks: Vec<(String, bool)> = answer["marks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|mark| (text(&mark["words"]), mark["is_beginning"] == json!(true)))
        .collect();
    assert_eq!(
        marks,
        [
            ("ratify".to_owned(), false),
            ("against torture".to_owned(), false),
            ("meas".to_owned(), true)
        ]
    );
}

#[test]
fn a_plan_indexed_under_older_rules_is_indexed_anew_once_on_opening() {
    let mut test = TestHost::new();
    test.recommendation("1.1", "Ещё раз");
    let plan = test.plan();
    test = test.closed(kit::sample::noon(kit::sample::TODAY));
    let connection = rusqlite::Connection::open(&plan).unwrap();
    connection
        .execute_batch(
            "insert into recommendation_search (recommendation_search) values ('delete-all');
             insert into recommendation_search (rowid, reference, text, facets)
               values (1, '3-UPR-1.1', 'Ещё раз', '');
             update meta set value = '1' where key = 'derived_edition';",
        )
        .unwrap();
    drop(connection);
    test.open(&plan).unwrap();
    assert_eq!(total(&test, "еще"), 1);
    let _closed = test.closed(kit::sample::noon(kit::sample::TODAY));
    let connection = rusqlite::Connection::open(&plan).unwrap();
    let edition: String = connection
        .query_row(
            "select value from meta where key = 'derived_edition'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(edition, upright_core::recommendations::REMAKE_WORDS.edition);
}
