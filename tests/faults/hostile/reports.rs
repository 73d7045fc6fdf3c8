//! Hostile reports of the Working Group and addenda: lists, styles, sentences and numbers.

use kit::docx::{bold, document, document_with_lists, list, listed, paragraph, row, styled, table};

use super::{Hostile, hostile};

const DEMANDING: &[&str] = &["file-too-demanding"];
const ENTITIES: &[&str] = &["file-has-entities"];
const LEAD: &str = "115. The recommendations below enjoy the support of Morocco:";

fn page(body: &str) -> String {
    [
        paragraph("Report of the Working Group on the Universal Periodic Review"),
        paragraph("Morocco"),
        bold("II. Conclusions and/or recommendations"),
        body.to_owned(),
    ]
    .concat()
}

fn report(body: &str) -> Vec<u8> {
    document("A/HRC/52/7", &page(body))
}

fn with_lists(body: &str, styles: &str, numbering: &str) -> Vec<u8> {
    document_with_lists("A/HRC/52/7", &page(body), styles, numbering)
}

fn addendum(body: &str) -> Vec<u8> {
    let page = [
        paragraph("Views on conclusions and/or recommendations"),
        paragraph("Morocco"),
        body.to_owned(),
    ];
    document("A/HRC/52/7/Add.1", &page.concat())
}

pub fn corpus() -> Vec<Hostile> {
    let mut all = lists();
    all.extend(texts());
    all.extend(answers());
    all
}

/// Bombs of numbering and of styles.
fn lists() -> Vec<Hostile> {
    let recommendation = [paragraph(LEAD), paragraph("115.1 Adopt it (Chad);")].concat();
    let lists: String = (0..100_000)
        .map(|n| format!("<w:abstractNum w:abstractNumId=\"{n}\"/>"))
        .collect();
    let styles: String = (0..50_000)
        .map(|n| {
            format!(
                "<w:style w:styleId=\"s{n}\"><w:basedOn w:val=\"s{}\"/></w:style>",
                n + 1
            )
        })
        .collect();
    let circle = "<w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style>\
        <w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>\
        <w:style w:styleId=\"c\"><w:basedOn w:val=\"c\"/></w:style>";
    let long_pattern = format!("{}%1", "9".repeat(1 << 20));
    let (definition, own) = list(1, &[("decimal", &long_pattern, 1)]);
    let (letters, of_letters) = list(1, &[("lowerLetter", "%1)", 4_294_967_295)]);
    let (roman, of_roman) = list(1, &[("upperRoman", "%1.", 4_000_000_000)]);
    let (all_levels, of_all) = list(1, &[("decimal", "%1%2%3%4%5%6%7%8%9%1%2%3", 1); 9]);
    let linked = "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"x\"/></w:abstractNum>\
        <w:abstractNum w:abstractNumId=\"2\"><w:styleLink w:val=\"x\"/><w:numStyleLink w:val=\"x\"/>\
        </w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
    let bomb = "<!DOCTYPE x [<!ENTITY a \"ha\">]>";
    let items = listed(1, 0, "Adopt it (Chad);").repeat(2_000);
    let of = |items: &str| paragraph(LEAD) + items;
    let mut entity_styles = Vec::new();
    for part in ["styles", "numbering"] {
        let xml = format!("{bomb}<w:{part} xmlns:w=\"w\">&a;</w:{part}>");
        let main = kit::docx::wrapped("document", &format!("<w:body>{}</w:body>", page("")));
        entity_styles.push(kit::docx::archive(&[
            ("word/document.xml", main.as_bytes()),
            (&format!("word/{part}.xml"), xml.as_bytes()),
        ]));
    }
    let numbering_entities = entity_styles.pop().unwrap();
    let style_entities = entity_styles.pop().unwrap();
    vec![
        hostile(
            "a-hundred-thousand-lists.docx",
            with_lists(&recommendation, "", &lists),
            DEMANDING,
        ),
        hostile(
            "fifty-thousand-styles.docx",
            with_lists(&recommendation, &styles, ""),
            DEMANDING,
        ),
        hostile(
            "styles-in-a-circle.docx",
            with_lists(
                &(recommendation + &styled("a", "x") + &styled("c", "x")),
                circle,
                "",
            ),
            &["read 1"],
        ),
        hostile(
            "gigantic-pattern.docx",
            with_lists(&of(&items), "", &(definition + &own)),
            &["read 2000"],
        ),
        hostile(
            "letters-without-end.docx",
            with_lists(&of(&items), "", &(letters + &of_letters)),
            &["read 2000", "import-without-recommendations"],
        ),
        hostile(
            "roman-without-end.docx",
            with_lists(&of(&items), "", &(roman + &of_roman)),
            &["read 2000", "import-without-recommendations"],
        ),
        hostile(
            "every-level-in-each.docx",
            with_lists(&of(&items), "", &(all_levels + &of_all)),
            &["read 2000", "import-without-recommendations"],
        ),
        hostile(
            "lists-in-a-circle.docx",
            with_lists(&of(&items), "", linked),
            &["read 2000"],
        ),
        hostile("entities-in-styles.docx", style_entities, ENTITIES),
        hostile("entities-in-lists.docx", numbering_entities, ENTITIES),
        hostile(
            "a-list-of-no-number.docx",
            with_lists(
                &of(&listed(4_294_967_295, 4_294_967_295, "Adopt it (Chad);")),
                "",
                "",
            ),
            &["read 1"],
        ),
    ]
}

fn texts() -> Vec<Hostile> {
    let many: String = (1..=4_000)
        .map(|n| paragraph(&format!("115.{} Adopt it (Chad);", n % 1_000)))
        .collect();
    let leads = paragraph(LEAD).repeat(6_000) + &paragraph("115.1 Adopt it (Chad);");
    let headings = bold("II. Conclusions and/or recommendations").repeat(6_000);
    let long = format!(
        "115. {}",
        "recommendations enjoy the support ".repeat(300_000)
    );
    let open = "without an end ".repeat(4_000);
    let continued = paragraph("115.1 Adopt measures") + &paragraph(&open).repeat(20);
    let huge = paragraph(&"word ".repeat(12_000)).repeat(100);
    vec![
        hostile(
            "four-thousand-recommendations.docx",
            report(&(paragraph(LEAD) + &many)),
            &["read 1000"],
        ),
        hostile("nothing-but-leads.docx", report(&leads), &["read 1"]),
        hostile(
            "nothing-but-headings.docx",
            report(&headings),
            &["matrix-not-found"],
        ),
        hostile(
            "a-lead-of-ten-megabytes.docx",
            report(&paragraph(&long)),
            &["matrix-not-found", "import-without-recommendations"],
        ),
        hostile(
            "never-ending-recommendation.docx",
            report(&(paragraph(LEAD) + &continued)),
            &["read 1"],
        ),
        hostile(
            "six-megabytes-of-words.docx",
            report(&(paragraph(LEAD) + &huge)),
            &["matrix-not-found"],
        ),
    ]
}

fn answers() -> Vec<Hostile> {
    let numbers: String = (0..20_000).map(|n| format!("115.{}, ", n % 999)).collect();
    let listed = format!("Recommendations {} are accepted.", &numbers[..60_000]);
    let ranges = "Recommendations 1.1-1.400, 2.1-2.400, 3.1-3.400 are accepted. ".repeat(200);
    let ranged: String = (0..200)
        .map(|n| paragraph(&format!("Recommendations {n}.1-{n}.400 are accepted.")))
        .collect();
    let twice = paragraph("Recommendation 115.1 is accepted.")
        + &paragraph("Recommendation 115.1 is noted.");
    let sentences = "It is supported. ".repeat(3_500);
    let opened = paragraph("115.1 Adopt it (Chad)") + &paragraph(&sentences).repeat(15);
    let wide = table(&[row(&vec!["115.1 Accepted"; 5_000])]);
    let rows: Vec<String> = (0..20_000)
        .map(|n| row(&[&format!("115.{}", n % 999), "Accepted"]))
        .collect();
    vec![
        hostile(
            "endless-numbers.docx",
            addendum(&paragraph(&listed)),
            &["read 999", "read 998"],
        ),
        hostile(
            "ranges-again-and-again.docx",
            addendum(&paragraph(&ranges)),
            &["read 1200"],
        ),
        hostile(
            "eighty-thousand-answers.docx",
            addendum(&ranged),
            &["read 5000"],
        ),
        hostile(
            "only-contradictions.docx",
            addendum(&twice),
            &["addendum-without-answers"],
        ),
        hostile("an-answer-without-end.docx", addendum(&opened), &["read 1"]),
        hostile(
            "five-thousand-answers-in-a-row.docx",
            addendum(&wide),
            &["read 1", "addendum-without-answers"],
        ),
        hostile(
            "twenty-thousand-rows-of-answers.docx",
            addendum(&table(&rows)),
            &["read 999"],
        ),
    ]
}
