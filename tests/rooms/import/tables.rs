//! Any table by its columns: what is found, what can be said, and every quirk of real tables on one
//! that the test itself makes.

use kit::docx::{document, heading, row, table};
use kit::xlsx::{MAIN, sheet, workbook};
use upright_core::base::Severity;
use upright_core::import::table::{
    AnsweredField, CellRepair, ColumnMeaning, DateOrder, ForAllRows, Meaning, ValueAnswer,
};
use upright_core::import::{Ask, Draft, ForeignFile, Format, Reading, TableStudy, TableWish};
use upright_core::recommendations::{Priority, RecordType};

use super::read;

fn by(wish: TableWish) -> Ask {
    Ask {
        format: Some(Format::Table),
        plan_state: Some("SVN".to_owned()),
        table: wish,
        ..Ask::default()
    }
}

fn plain() -> Ask {
    by(TableWish::default())
}

fn of(text: &str) -> Reading {
    read(text.as_bytes(), &plain()).unwrap()
}

fn study(bytes: &[u8], wish: TableWish) -> TableStudy {
    let file = ForeignFile::open_as(bytes, &wish).unwrap();
    file.study(&by(wish)).unwrap()
}

fn meanings(study: &TableStudy) -> Vec<Meaning> {
    study.columns.iter().map(|column| column.meaning).collect()
}

fn codes(reading: &Reading) -> Vec<&str> {
    reading
        .problems
        .iter()
        .map(|problem| problem.code.as_str())
        .collect()
}

fn states(draft: &Draft) -> Vec<&str> {
    draft
        .states
        .iter()
        .map(|state| state.iso3.as_str())
        .collect()
}

fn answer(field: AnsweredField, value: &str, meaning: &str) -> ValueAnswer {
    ValueAnswer {
        field,
        value: value.to_owned(),
        meaning: meaning.to_owned(),
    }
}

fn columns(pairs: &[(u32, Meaning)]) -> Option<Vec<ColumnMeaning>> {
    let pairs = pairs.iter();
    Some(
        pairs
            .map(|(column, meaning)| ColumnMeaning {
                column: *column,
                meaning: *meaning,
            })
            .collect(),
    )
}

#[test]
fn columns_are_guessed_from_headings_in_five_languages() {
    use Meaning::*;
    for (header, expected) in [
        (
            "Paragraph;Recommendation;Recommending State;Position;Themes",
            [Paragraph, Text, RecommendingStates, Position, Themes],
        ),
        (
            "N\u{b0} de paragraphe;Recommandation;\u{c9}tat auteur;R\u{e9}ponse de l\u{2019}\u{c9}tat;Th\u{e8}mes",
            [Paragraph, Text, RecommendingStates, Position, Themes],
        ),
        (
            "P\u{e1}rrafo;RECOMENDACI\u{d3}N;Estado recomendante;Respuesta;Derechos",
            [Paragraph, Text, RecommendingStates, Position, Themes],
        ),
        (
            "Пункт;Рекомендация;Рекомендующее государство;Позиция;Тема",
            [Paragraph, Text, RecommendingStates, Position, Themes],
        ),
        (
            "الفقرة;التوصية;الدولة الموصية;الموقف;الموضوعات",
            [Paragraph, Text, RecommendingStates, Position, Themes],
        ),
    ] {
        let found = study(
            format!("{header}\n115.1;Adopt the law against torture at once;Chile;;Law\n")
                .as_bytes(),
            TableWish::default(),
        );
        assert_eq!(meanings(&found), expected, "{header}");
        assert!(
            found.columns.iter().all(|column| column.confidence > 0.6),
            "{found:?}"
        );
    }
}

#[test]
fn columns_without_known_headings_are_told_by_their_values() {
    use Meaning::*;
    let rows = "a;b;c;d;e;f\n\
        115.1;Chile;Supported;Adopt a law against every form of torture and ill-treatment;16.2;A/HRC/44/10\n\
        115.2;Peru, Spain;Noted;Abolish the death penalty and commute all sentences without delay;5.2;A/HRC/44/10\n";
    let found = study(rows.as_bytes(), TableWish::default());
    // The SDGs look like paragraphs, and two columns cannot both be those.
    assert_eq!(
        meanings(&found),
        [
            Paragraph,
            RecommendingStates,
            Position,
            Text,
            Ignore,
            Document
        ]
    );
    assert!(
        found.columns.iter().all(|column| column.confidence < 0.7),
        "a guess by values is not sure"
    );
}

#[test]
fn a_table_whose_texts_are_only_guessed_is_not_read_unasked() {
    let text = "a;b\n1;Adopt a law against every form of torture and ill-treatment in prisons\n";
    let ask = Ask::default();
    assert_eq!(
        read(text.as_bytes(), &ask).unwrap_err().code,
        "import-columns-needed"
    );
    let ask = by(TableWish {
        columns: columns(&[(2, Meaning::Text)]),
        ..TableWish::default()
    });
    let reading = read(text.as_bytes(), &ask).unwrap();
    assert_eq!(reading.drafts.len(), 1);
    assert_eq!(codes(&reading), ["import-mechanism-assumed"]);
}

#[test]
fn the_row_of_headings_is_found_below_titles_and_can_be_said() {
    let text =
        "Recommendations of 2020;;\n;;\nNo;Recommendation;Recommending State\n1;Adopt it;Chile\n";
    let found = study(text.as_bytes(), TableWish::default());
    assert_eq!((found.header_row, found.rows), (3, 1));
    assert_eq!(found.top.len(), 3, "blank rows are not shown");
    let none = "115.1;Adopt a law against torture in all its forms, wherever it occurs;Chile\n";
    let found = study(none.as_bytes(), TableWish::default());
    assert_eq!(found.header_row, 0);
    assert_eq!(found.columns[0].label, "A");
    let wish = TableWish {
        header_row: Some(1),
        ..TableWish::default()
    };
    assert_eq!(
        study(text.as_bytes(), wish).columns[0].heading,
        "Recommendations of 2020"
    );
}

#[test]
fn encodings_are_recognised_and_can_be_said() {
    let text =
        "Рекомендация;Рекомендующее государство\r\nПринять закон о запрещении пыток;Чили\r\n";
    let encoded = |name: &str| {
        let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap();
        encoding.encode(text).0.into_owned()
    };
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xff, 0xfe], wide.as_slice()].concat();
    let with_mark = [&[0xef, 0xbb, 0xbf], text.as_bytes()].concat();
    for (bytes, name) in [
        (encoded("windows-1251"), "windows-1251"),
        (text.as_bytes().to_vec(), "UTF-8"),
        (with_mark, "UTF-8"),
        (wide, "UTF-16"),
        (marked, "UTF-16"),
    ] {
        let reading = read(&bytes, &plain()).unwrap();
        assert_eq!(reading.encoding.as_deref(), Some(name));
        assert_eq!(reading.drafts[0].text, "Принять закон о запрещении пыток");
        assert_eq!(states(&reading.drafts[0]), ["CHL"]);
        assert_eq!(reading.drafts[0].language, "ru");
    }
    let arabic =
        "التوصية;الدولة الموصية\nالتصديق على البروتوكول الاختياري لاتفاقية مناهضة التعذيب;تشيلي\n";
    let (bytes, ..) = encoding_rs::WINDOWS_1256.encode(arabic);
    let wish = TableWish {
        encoding: Some("windows-1256".to_owned()),
        ..TableWish::default()
    };
    let file = ForeignFile::open_as(&bytes, &wish).unwrap();
    let reading = file.read(&by(wish)).unwrap();
    assert_eq!(reading.drafts[0].language, "ar");
    assert_eq!(states(&reading.drafts[0]), ["CHL"]);
    let wish = TableWish {
        encoding: Some("klingon".to_owned()),
        ..TableWish::default()
    };
    let refused = ForeignFile::open_as(b"a;b\n", &wish).err().unwrap();
    assert_eq!(refused.code, "encoding-unknown");
}

#[test]
fn old_macintosh_and_latin_letters_and_bare_carriage_returns_are_read() {
    let mac = b"Recommandation;Position\rAdopter une loi pour l'\x8egalit\x8e des femmes et des hommes;accept\x8ee\r";
    let reading = read(mac, &plain()).unwrap();
    assert_eq!(reading.encoding.as_deref(), Some("MacRoman"));
    assert!(reading.drafts[0].text.contains("\u{e9}galit\u{e9}"));
    assert_eq!(reading.drafts[0].position.as_deref(), Some("SUP"));
    let latin = b"Recommandation;Position\r\nAdopter une loi pour l'\xe9galit\xe9 des femmes et des hommes;not\xe9e\r\n";
    let reading = read(latin, &plain()).unwrap();
    assert_eq!(reading.encoding.as_deref(), Some("windows-1252"));
    assert_eq!(reading.drafts[0].position.as_deref(), Some("NOT"));
}

#[test]
fn four_separators_are_recognised_and_can_be_said() {
    for sign in [",", ";", "\t", "|"] {
        let text = format!("Recommendation{sign}Position\nAdopt it now{sign}Noted\n");
        let found = study(text.as_bytes(), TableWish::default());
        assert_eq!(found.separator.as_deref(), Some(sign));
        assert_eq!(found.columns.len(), 2);
    }
    let wish = TableWish {
        separator: Some(",".to_owned()),
        ..TableWish::default()
    };
    assert_eq!(
        study(b"Recommendation;Position\nAdopt, it;Noted\n", wish)
            .columns
            .len(),
        2
    );
    let wish = TableWish {
        separator: Some("!".to_owned()),
        ..TableWish::default()
    };
    assert_eq!(
        ForeignFile::open_as(b"a\n", &wish).err().unwrap().code,
        "separator-unknown"
    );
}

#[test]
fn a_pasted_block_of_excel_is_a_table() {
    let pasted =
        "No\tRecommendation\tRecommending State\n1\t\"Adopt a law,\nand apply it\"\tChile\n";
    let reading = of(pasted);
    assert_eq!(reading.drafts[0].text, "Adopt a law, and apply it");
    assert!(
        reading.drafts[0].raw.contains('\n'),
        "the cell as it stood is kept"
    );
    assert_eq!(reading.drafts[0].reference.as_deref(), Some("1"));
}

fn inline(cell: &str, text: &str) -> String {
    format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[test]
fn merged_cells_of_a_workbook_are_filled_down_and_days_of_excel_read() {
    let styles = "<row r=\"1\">".to_owned()
        + &inline("A1", "Body")
        + &inline("B1", "Recommendation")
        + &inline("C1", "Date")
        + "</row><row r=\"2\">"
        + &inline("A2", "CEDAW")
        + &inline("B2", "Adopt a law on equality")
        + "<c r=\"C2\"><v>43171</v></c></row><row r=\"3\">"
        + &inline("B3", "Abolish customs that harm")
        + "<c r=\"C3\"><v>43172</v></c></row><row r=\"4\">"
        + &inline("A4", "Second part")
        + "</row><row r=\"5\">"
        + &inline("A5", "CAT")
        + &inline("B5", "Punish torture")
        + "</row>";
    let mut markup = sheet("A1:C5", &styles);
    let merges = "</sheetData><mergeCells count=\"2\"><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"A4:C4\"/></mergeCells>";
    markup = markup.replace("</sheetData>", merges);
    let bytes = workbook(&markup, &format!("<sst {MAIN}/>"));
    let reading = read(&bytes, &plain()).unwrap();
    let bodies: Vec<Option<&str>> = reading
        .drafts
        .iter()
        .map(|draft| draft.body.as_deref())
        .collect();
    assert_eq!(bodies, [Some("CEDAW"), Some("CEDAW"), Some("CAT")]);
    assert!(reading.drafts.iter().all(|draft| draft.mechanism == "TB"));
    assert_eq!(
        reading.drafts[0].published_on.as_deref(),
        Some("2018-03-12")
    );
    assert_eq!(
        (reading.drafts[1].year, reading.drafts[2].year),
        (Some(2018), None)
    );
    assert_eq!(codes(&reading), ["import-heading-passed-over"]);
}

#[test]
fn a_word_table_is_read_with_its_merged_cells() {
    let merged = |restart: bool, text: &str| {
        let value = if restart { " w:val=\"restart\"" } else { "" };
        format!(
            "<w:tc><w:tcPr><w:vMerge{value}/></w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
        )
    };
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let rows = [
        row(&["Committee", "Observation", "Responsible ministry"]),
        heading(3, "Torture"),
        format!(
            "<w:tr>{}{}{}</w:tr>",
            merged(true, "CAT"),
            cell("Punish torture in all places"),
            cell("Justice")
        ),
        format!(
            "<w:tr>{}{}{}</w:tr>",
            merged(false, ""),
            cell("Train the police and the guards"),
            cell("Interior")
        ),
    ];
    let bytes = document("A plan of a ministry", &table(&rows));
    let recognised = ForeignFile::open(&bytes).unwrap().recognise().unwrap();
    assert_eq!(
        (recognised.format, recognised.layout.as_str()),
        (Format::Table, "docx")
    );
    let reading = read(&bytes, &plain()).unwrap();
    let found: Vec<(Option<&str>, &str)> = reading
        .drafts
        .iter()
        .map(|draft| (draft.body.as_deref(), draft.text.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (Some("CAT"), "Punish torture in all places"),
            (Some("CAT"), "Train the police and the guards")
        ]
    );
    assert_eq!(reading.drafts[1].agencies, ["Interior"]);
    assert_eq!(reading.drafts[0].row, 3);
}

#[test]
fn of_several_tables_the_likely_one_is_taken_and_another_can_be_said() {
    let small = table(&[row(&["Drawn up by", "Ministry"]), row(&["On", "Monday"])]);
    let large = table(&[
        row(&["Recommendation", "Position"]),
        row(&["Adopt it", "Noted"]),
    ]);
    let bytes = document("", &format!("{small}{large}"));
    let found = study(&bytes, TableWish::default());
    assert_eq!((found.sheet, found.sheets.len()), (2, 2));
    let wish = TableWish {
        sheet: Some(1),
        ..TableWish::default()
    };
    assert_eq!(study(&bytes, wish).columns[0].heading, "Drawn up by");
    let wish = TableWish {
        sheet: Some(3),
        ..TableWish::default()
    };
    let refused = ForeignFile::open(&bytes)
        .unwrap()
        .study(&by(wish))
        .unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.args["count"].as_str()),
        ("table-sheet-unknown", "2")
    );
}

#[test]
fn several_values_of_a_cell_are_split_and_commas_only_between_what_is_known() {
    let reading = of("Recommendation;Recommending States;Themes;Groups;SDGs\n\
        Adopt it;Chile, Peru and Spain;\"- Right to health\n- Water, sanitation\";Women|Children;\"16.2, 5.c; 3\"\n");
    let draft = &reading.drafts[0];
    assert_eq!(states(draft), ["CHL", "PER", "ESP"]);
    assert_eq!(draft.themes, ["Right to health", "Water, sanitation"]);
    assert_eq!(draft.groups, ["Women", "Children"]);
    assert_eq!(draft.sdg_targets, ["16.2", "5.c", "3"]);
    assert_eq!(codes(&reading), Vec::<&str>::new());
}

#[test]
fn ambiguous_dates_wait_for_an_answer_and_odd_ones_are_reported_with_their_place() {
    let text = "Body;Recommendation;Date\nCAT;Punish torture;03/04/2018\nCAT;Train guards;soon\n";
    let reading = of(text);
    let found: Vec<_> = reading
        .problems
        .iter()
        .map(|p| {
            (
                p.code.as_str(),
                p.row,
                p.cell.as_deref(),
                p.value.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            (
                "import-date-ambiguous",
                Some(2),
                Some("Date"),
                Some("03/04/2018")
            ),
            (
                "import-date-not-recognised",
                Some(3),
                Some("Date"),
                Some("soon")
            ),
        ]
    );
    assert_eq!(
        study(text.as_bytes(), TableWish::default()).ambiguous_dates,
        1
    );
    let ask = by(TableWish {
        date_order: Some(DateOrder::MonthFirst),
        ..TableWish::default()
    });
    let reading = read(text.as_bytes(), &ask).unwrap();
    assert_eq!(
        reading.drafts[0].published_on.as_deref(),
        Some("2018-03-04")
    );
    let telling =
        "Body;Recommendation;Date\nCAT;Punish torture;03/04/2018\nCAT;Train guards;25/04/2018\n";
    let reading = of(telling);
    assert_eq!(
        reading.drafts[0].published_on.as_deref(),
        Some("2018-04-03")
    );
}

#[test]
fn unknown_values_are_asked_once_and_an_answer_settles_them() {
    let text = "Recommendation;Recommending States;Position;Priority;Lead\n\
        Adopt it;Ruritania;Perhaps;top;Ministry of Love\n\
        Sign it;Slovennia;Noted;High;Ministry of Love\n";
    let found = study(text.as_bytes(), TableWish::default());
    let asked: Vec<(AnsweredField, &str, u32, Option<&str>)> = found
        .unknown
        .iter()
        .map(|u| (u.field, u.value.as_str(), u.rows, u.nearest.as_deref()))
        .collect();
    assert_eq!(
        asked,
        [
            (AnsweredField::State, "Ruritania", 1, None),
            (AnsweredField::State, "Slovennia", 1, Some("SVN")),
            (AnsweredField::Position, "Perhaps", 1, None),
            (AnsweredField::Priority, "top", 1, None),
            (AnsweredField::Agency, "Ministry of Love", 2, None),
        ]
    );
    let unanswered = of(text);
    assert!(codes(&unanswered).contains(&"import-state-not-recognised"));
    assert!(
        unanswered.drafts[1].states.is_empty(),
        "a near name is offered, not taken"
    );
    let wish = TableWish {
        answers: vec![
            answer(AnsweredField::State, "RURITANIA", ""),
            answer(AnsweredField::State, "Slovennia", "SVN"),
            answer(AnsweredField::Position, "perhaps", "PEN"),
            answer(AnsweredField::Priority, "top", "urgent"),
            answer(AnsweredField::Agency, "Ministry of Love", "note"),
        ],
        ..TableWish::default()
    };
    let reading = read(text.as_bytes(), &by(wish)).unwrap();
    assert_eq!(codes(&reading), Vec::<&str>::new());
    assert_eq!(states(&reading.drafts[1]), ["SVN"]);
    let first = &reading.drafts[0];
    assert_eq!(
        (
            first.position.as_deref(),
            first.priority,
            first.note.as_deref()
        ),
        (
            Some("PEN"),
            Some(Priority::Urgent),
            Some("Lead: Ministry of Love")
        )
    );
    assert!(first.agencies.is_empty());
}

#[test]
fn a_concern_and_a_recommendation_in_one_cell_stay_together() {
    let text = "Mecanismo;Recomendaci\u{f3}n\nCAT;\"12. Al Comit\u{e9} le preocupa la tortura.\n\t25. El Comit\u{e9} recomienda que se castigue.\"\n";
    let draft = &of(text).drafts[0];
    assert_eq!(
        draft.text,
        "12. Al Comit\u{e9} le preocupa la tortura. 25. El Comit\u{e9} recomienda que se castigue."
    );
    assert_eq!(
        (draft.paragraph.as_deref(), draft.language.as_str()),
        (None, "es")
    );
}

#[test]
fn numbers_in_front_and_states_behind_are_cut_where_most_texts_have_them() {
    let text = "Recommendation;Position\n\
        115.1 Ratify the Convention (Chile) (Peru);Supported\n\
        115.2. Adopt a law (Spain, Chad);Noted\n";
    let reading = of(text);
    let first = &reading.drafts[0];
    assert_eq!(
        (first.paragraph.as_deref(), first.text.as_str()),
        (Some("115.1"), "Ratify the Convention")
    );
    assert_eq!(states(first), ["CHL", "PER"]);
    assert_eq!(first.raw, "115.1 Ratify the Convention (Chile) (Peru)");
    let text = "Recommendation;Position\n2.5 per cent of the budget for schools;Noted\nAdopt it;Noted\nSign it;Noted\n";
    assert_eq!(of(text).drafts[0].paragraph, None);
}

#[test]
fn rows_of_one_recommendation_become_one_with_all_states_and_their_answers() {
    let text = "Session;Recommendation;Recommending State;Response;Theme\n\
        20;Ratify it;Chile;Supported;Treaties\n\
        20;Ratify it;Peru;Supported;Treaties\n\
        20;Sign it;Chile;Supported;Treaties\n\
        20;Sign it;Spain;Noted;Torture\n\
        20;Sign it;Spain;Noted;Torture\n";
    let reading = of(text);
    let found: Vec<(Vec<&str>, Option<&str>, u32)> = reading
        .drafts
        .iter()
        .map(|d| (states(d), d.position.as_deref(), d.cycle.unwrap_or(0)))
        .collect();
    assert_eq!(
        found,
        [
            (vec!["CHL", "PER"], Some("SUP"), 2),
            (vec!["CHL", "ESP"], Some("MIX"), 2)
        ]
    );
    assert_eq!(reading.drafts[1].states[1].position.as_deref(), Some("NOT"));
    assert_eq!(reading.drafts[1].themes, ["Treaties", "Torture"]);
    assert_eq!(codes(&reading), ["import-row-repeated"]);
    assert_eq!(reading.problems[0].args["first"], "4");
}

#[test]
fn only_the_rows_of_the_plans_state_are_read_and_unknown_names_are_listed() {
    let text = "Country;Recommendation;Position\nSlovenia;Adopt it;Noted\nSlov\u{e9}nie;Sign it;Noted\nKenya;Try it;Noted\nNowhere;Do it;Noted\n";
    let reading = of(text);
    assert_eq!((reading.state.as_deref(), reading.read), (Some("SVN"), 2));
    let found: Vec<(Option<&str>, u32)> = reading
        .states_found
        .iter()
        .map(|s| (s.iso3.as_deref(), s.rows))
        .collect();
    assert_eq!(found, [(Some("SVN"), 2), (Some("KEN"), 1), (None, 1)]);
    let ask = Ask {
        state: Some("KEN".to_owned()),
        ..plain()
    };
    assert_eq!(
        read(text.as_bytes(), &ask).unwrap().drafts[0].text,
        "Try it"
    );
    let ask = Ask {
        state: Some("CHL".to_owned()),
        ..plain()
    };
    assert_eq!(
        read(text.as_bytes(), &ask).unwrap_err().code,
        "import-state-not-in-file"
    );
}

#[test]
fn mechanism_body_document_and_year_are_put_together_from_what_the_row_says() {
    let text = "Mechanism;Document;Recommendation;Date\n\
        CEDAW;CEDAW/C/SVN/CO/6;Adopt a law on equality;2015\n\
        Special Rapporteur on water;A/HRC/18/33/Add.2;Give water to all;4 July 2011\n\
        ;A/HRC/28/15;Ratify it;\n\
        The neighbours;;Keep quiet;\n";
    let reading = of(text);
    let found: Vec<_> = reading
        .drafts
        .iter()
        .map(|d| {
            (
                d.mechanism.as_str(),
                d.body.as_deref(),
                d.year,
                d.document.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("TB", Some("CEDAW"), Some(2015), Some("CEDAW/C/SVN/CO/6")),
            (
                "SP",
                Some("Special Rapporteur on water"),
                Some(2011),
                Some("A/HRC/18/33/Add.2")
            ),
            ("UPR", None, None, Some("A/HRC/28/15")),
            ("UPR", None, None, None),
        ]
    );
    assert_eq!(codes(&reading), ["import-mechanism-not-recognised"]);
    let ask = by(TableWish {
        columns: columns(&[(3, Meaning::Text)]),
        for_all_rows: ForAllRows {
            mechanism: Some("TB".to_owned()),
            body: Some("CAT".to_owned()),
            year: Some(2011),
            ..ForAllRows::default()
        },
        ..TableWish::default()
    });
    let reading = read(text.as_bytes(), &ask).unwrap();
    let draft = &reading.drafts[0];
    assert_eq!(
        (draft.mechanism.as_str(), draft.body.as_deref(), draft.year),
        ("TB", Some("CAT"), Some(2011))
    );
    assert_eq!(codes(&reading), Vec::<&str>::new());
}

#[test]
fn columns_can_be_said_and_what_cannot_be_is_refused() {
    let text = "Recommendation;Comment\nAdopt it;Later\n";
    for (pairs, code) in [
        (&[(3, Meaning::Text)][..], "table-column-unknown"),
        (&[(0, Meaning::Text)][..], "table-column-unknown"),
        (
            &[(1, Meaning::Text), (2, Meaning::Text)][..],
            "table-column-twice",
        ),
        (&[(2, Meaning::Note)][..], "import-columns-needed"),
    ] {
        let ask = by(TableWish {
            columns: columns(pairs),
            ..TableWish::default()
        });
        assert_eq!(read(text.as_bytes(), &ask).unwrap_err().code, code);
    }
    let ask = by(TableWish {
        columns: columns(&[(1, Meaning::Note), (2, Meaning::Text)]),
        ..TableWish::default()
    });
    let reading = read(text.as_bytes(), &ask).unwrap();
    assert_eq!(
        (
            reading.drafts[0].text.as_str(),
            reading.drafts[0].note.as_deref()
        ),
        ("Later", Some("Adopt it"))
    );
}

#[test]
fn a_broken_row_stops_alone_and_can_be_put_right_or_left_out() {
    let text = "No;Recommendation;Position\n1;Adopt it;Noted\n2;;Noted\n3;Sign it\n";
    let reading = of(text);
    assert_eq!((reading.read, reading.drafts.len()), (3, 2));
    assert_eq!(
        codes(&reading),
        ["import-text-missing", "import-row-uneven"]
    );
    assert_eq!(reading.problems[0].severity, Severity::Error);
    let wish = TableWish {
        repairs: vec![CellRepair {
            row: 3,
            column: 2,
            part: None,
            text: "Try it".to_owned(),
        }],
        skipped: vec![4],
        ..TableWish::default()
    };
    let reading = read(text.as_bytes(), &by(wish)).unwrap();
    let texts: Vec<&str> = reading
        .drafts
        .iter()
        .map(|draft| draft.text.as_str())
        .collect();
    assert_eq!(texts, ["Adopt it", "Try it"]);
    assert_eq!(codes(&reading), Vec::<&str>::new());
}

#[test]
fn one_value_of_a_list_is_put_right_and_the_others_stay() {
    let text = "Recommendation;Recommending States;Position\nAdopt it;Chile, Slovennia;Noted\n";
    let mended = |part: &str| {
        let repairs = vec![CellRepair {
            row: 2,
            column: 2,
            part: Some(part.to_owned()),
            text: "Slovenia".to_owned(),
        }];
        let wish = TableWish {
            repairs,
            ..TableWish::default()
        };
        read(text.as_bytes(), &by(wish)).unwrap()
    };
    assert_eq!(states(&mended("Slovennia").drafts[0]), ["CHL", "SVN"]);
    assert_eq!(states(&mended("Chile, Slovennia").drafts[0]), ["SVN"]);
    let elsewhere = mended("Peru");
    assert_eq!(states(&elsewhere.drafts[0]), ["CHL"], "nothing is lost");
    assert_eq!(codes(&elsewhere), ["import-state-not-recognised"]);
}

#[test]
fn duplicate_headings_go_by_their_place_and_notes_are_put_together() {
    let text = "Remarks;Recommendation;Remarks;Title\nFirst;Adopt it;Second;A law\n";
    let found = study(text.as_bytes(), TableWish::default());
    let labels: Vec<&str> = found
        .columns
        .iter()
        .map(|column| column.label.as_str())
        .collect();
    assert_eq!(
        labels,
        ["A Remarks", "Recommendation", "C Remarks", "Title"]
    );
    let reading = of(text);
    assert_eq!(
        reading.drafts[0].note.as_deref(),
        Some("Title: A law\nA Remarks: First\nC Remarks: Second")
    );
}

#[test]
fn every_further_meaning_of_a_column_is_read() {
    let text = "ID;Ref;Type;Recommendation;Cycle;Action category;Cluster;Priority;Language;Para\n\
        u-77;2-UPR-1;Voluntary pledges;Adopt it;Third;5 - Specific action;Justice;haute;French;17 (b)\n";
    let draft = &of(text).drafts[0];
    assert_eq!(draft.reference.as_deref(), Some("2-UPR-1"));
    assert!(
        draft
            .foreign_id
            .as_deref()
            .is_some_and(|key| key.ends_with(":u-77"))
    );
    assert_eq!(draft.record_type, RecordType::VoluntaryPledge);
    assert_eq!((draft.cycle, draft.action_category), (Some(3), Some(5)));
    assert_eq!(
        (draft.cluster.as_deref(), draft.priority),
        (Some("Justice"), Some(Priority::High))
    );
    assert_eq!(draft.language, "fr");
    assert_eq!(
        (draft.paragraph.as_deref(), draft.letter.as_deref()),
        (Some("17"), Some("b"))
    );
}

const IMPACT: &str = "Ramme: 1 - HR [database:framework_id],Reference [database:reference],Title [database:title],Long text [database:description],Comment [database:response],Answer [database:support_level],category-short-title [rel:category-short-title],\n\
    Number,Text,Text,Text,Text,0 to 2,Text,DELETE THIS ROW\n\
    1,121.10,Torture,\"Punish torture, everywhere\",Later,2,\"Torture, Prisons\",\n\
    1,121.2,Death penalty,,,0,,\n\
    1,121.3,Police,Train the police,,1,,\n\
    1,CEDAW 12,Women,Protect women,,,,\n";

#[test]
fn the_template_of_impact_oss_is_told_by_its_brackets_and_its_hint_row_dropped() {
    let recognised = ForeignFile::open(IMPACT.as_bytes())
        .unwrap()
        .recognise()
        .unwrap();
    assert_eq!(
        (recognised.format, recognised.layout.as_str()),
        (Format::ImpactOss, "template")
    );
    let reading = read(IMPACT.as_bytes(), &Ask::default()).unwrap();
    let found: Vec<(Option<&str>, &str, Option<&str>)> = reading
        .drafts
        .iter()
        .map(|d| {
            (
                d.reference.as_deref(),
                d.text.as_str(),
                d.position.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            (Some("121.10"), "Punish torture, everywhere", Some("SUP")),
            (Some("121.2"), "Death penalty", Some("NOT")),
            (Some("121.3"), "Train the police", Some("SUP_PART")),
            (Some("CEDAW 12"), "Protect women", None),
        ]
    );
    assert_eq!(
        reading.drafts[0].note.as_deref(),
        Some("Title [database:title]: Torture\nComment [database:response]: Later")
    );
    let actions =
        "Reference [database:reference],Title [database:title],Due [database:target_date]\n1,a,\n";
    let refused = ForeignFile::open(actions.as_bytes())
        .unwrap()
        .recognise()
        .unwrap_err();
    assert_eq!(refused.code, "table-is-of-actions");
}

#[test]
fn the_export_of_impact_oss_is_read_with_its_lists() {
    let text = "id,reference,title,description,response,support_level,draft,human_rights_body,affected_person,connected_actions\n\
        7,139.1,Law,Adopt a law,,1,false,- UPR,\"- Women\n- Children\",\"- Act\"\n";
    let reading = read(text.as_bytes(), &Ask::default()).unwrap();
    assert_eq!(
        (reading.format, reading.layout.as_str()),
        (Format::ImpactOss, "export")
    );
    let draft = &reading.drafts[0];
    assert_eq!(
        (draft.mechanism.as_str(), draft.position.as_deref()),
        ("UPR", Some("SUP_PART"))
    );
    assert_eq!(draft.groups, ["Women", "Children"]);
}

#[test]
fn the_download_of_the_explorer_is_read_for_one_state() {
    let text = "mechanism,state,year,cycle,sdg_goals,response_upr,recommending_state_upr,paragraph,text,session,region\n\
        UPR,Slovenia,2019,3,16,Supported,Chile,112.4,Adopt a law,34,WEOG\n\
        CEDAW,Slovenia,2015,,5,,,17(b),Protect women,62,WEOG\n\
        UPR,Kenya,2020,3,,Noted,Chad,142.1,Ratify it,35,Africa\n";
    let ask = Ask {
        plan_state: Some("SVN".to_owned()),
        ..Ask::default()
    };
    let reading = read(text.as_bytes(), &ask).unwrap();
    assert_eq!((reading.format, reading.read), (Format::DihrExplorer, 2));
    let (first, second) = (&reading.drafts[0], &reading.drafts[1]);
    assert_eq!(
        (first.cycle, first.session, first.paragraph.as_deref()),
        (Some(3), Some(34), Some("112.4"))
    );
    assert_eq!(first.sdg_targets, ["16"]);
    assert_eq!(
        (
            second.body.as_deref(),
            second.year,
            second.paragraph.as_deref(),
            second.letter.as_deref()
        ),
        (Some("CEDAW"), Some(2015), Some("17"), Some("b"))
    );
    assert_eq!(codes(&reading), Vec::<&str>::new());
}

#[test]
fn the_layout_of_upr_info_today_is_read_by_labels_and_by_property_names() {
    let by_labels = "Title,State under review,Recommending State,Response,Issues,Action category,Session,Cycle,Related document,Published\n\
        Adopt a law,Slovenia,Chile|Peru,Supported,Justice|Torture and other CID treatment,5 - Specific action,34 - November 2019,3,A/HRC/43/15,Published\n";
    let by_names = "title,recommendation,state_under_review,recommending_state,response,issues,action_category,session,cycle,related_document\n\
        x,Adopt a law,Slovenia,Chile|Peru,Supported,Justice|Torture and other CID treatment,1 - Minimal,34 - November 2019,3,\n";
    for (text, category) in [(by_labels, 5), (by_names, 1)] {
        let reading = read(text.as_bytes(), &Ask::default()).unwrap();
        assert_eq!(
            (reading.format, reading.layout.as_str()),
            (Format::UprInfo, "uwazi")
        );
        let draft = &reading.drafts[0];
        assert_eq!(draft.text, "Adopt a law");
        assert_eq!(states(draft), ["CHL", "PER"]);
        assert_eq!(
            (draft.session, draft.cycle, draft.action_category),
            (Some(34), Some(3), Some(category))
        );
        assert_eq!(draft.themes, ["Justice", "Torture and other CID treatment"]);
        assert_eq!(codes(&reading), Vec::<&str>::new());
    }
}

#[test]
fn a_cell_of_another_world_harms_only_its_row() {
    let long = "x".repeat(70_000);
    let reading = of(&format!(
        "Recommendation;Position\n{long};Noted\n=cmd|' /C calc'!A0;Noted\n"
    ));
    assert_eq!(codes(&reading), ["import-cell-too-long"]);
    assert_eq!(
        reading.drafts[0].text, "=cmd|' /C calc'!A0",
        "text, and never a formula"
    );
}
