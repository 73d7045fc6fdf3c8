//! Hostile Word documents and archives.

use kit::docx::{archive, cell_of, document, paragraph, row, table};

use super::{Hostile, hostile};

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const NO_MATRIX: &[&str] = &["matrix-not-found", "import-without-recommendations"];
const NOTHING: &[&str] = &["import-without-recommendations"];
const DAMAGED: &[&str] = &["file-damaged"];
const ENTITIES: &[&str] = &["file-has-entities"];
const INFLATES: &[&str] = &["file-inflates-too-much"];

fn main_part(xml: &str) -> Vec<u8> {
    archive(&[("word/document.xml", xml.as_bytes())])
}

fn body(inside: &str) -> Vec<u8> {
    main_part(&format!(
        "<w:document {W}><w:body>{inside}</w:body></w:document>"
    ))
}

fn with_doctype(doctype: &str, inside: &str) -> Vec<u8> {
    main_part(&format!(
        "<?xml version=\"1.0\"?><!DOCTYPE x {doctype}><w:document {W}><w:body>\
         <w:p><w:r><w:t>{inside}</w:t></w:r></w:p></w:body></w:document>"
    ))
}

pub fn corpus() -> Vec<Hostile> {
    let mut all = bombs();
    all.extend(markup());
    all.extend(archives());
    all
}

fn bombs() -> Vec<Hostile> {
    let zeros = vec![b' '; 80 << 20];
    let third = &zeros[..50 << 20];
    let laughs: String = (1..10)
        .map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10)))
        .collect();
    vec![
        hostile(
            "one-part-bomb.docx",
            archive(&[("word/document.xml", &zeros)]),
            INFLATES,
        ),
        hostile(
            "several-parts-bomb.docx",
            archive(&[
                ("word/document.xml", b"<d/>"),
                ("word/header1.xml", third),
                ("word/header2.xml", third),
                ("word/header3.xml", third),
            ]),
            &["file-inflates-too-much", "file-damaged"],
        ),
        hostile(
            "billion-laughs.docx",
            with_doctype(&format!("[<!ENTITY l0 \"ha\">{laughs}]"), "&l9;"),
            ENTITIES,
        ),
        hostile(
            "external-entity.docx",
            with_doctype("[<!ENTITY x SYSTEM \"file:///etc/passwd\">]", "&x;"),
            ENTITIES,
        ),
        hostile(
            "external-doctype.docx",
            with_doctype("SYSTEM \"http://example.org/x.dtd\"", "x"),
            ENTITIES,
        ),
        hostile(
            "unknown-entity.docx",
            body("<w:p><w:r><w:t>&lol;</w:t></w:r></w:p>"),
            ENTITIES,
        ),
        hostile(
            "nul-character.docx",
            body("<w:p><w:r><w:t>&#0;</w:t></w:r></w:p>"),
            DAMAGED,
        ),
    ]
}

fn markup() -> Vec<Hostile> {
    let deep = "<w:sdt>".repeat(200_000);
    let tables = "<w:tbl><w:tr><w:tc>".repeat(50_000);
    let wide = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", "<w:tc/>".repeat(250_000));
    let header = ["Recommendation", "Position", "Full list of themes", ""];
    let brackets = format!("140.3 Adopt {}", "(".repeat(300_000) + &")".repeat(300_000));
    let states = format!("140.3 Adopt ({})", "and Chad, ".repeat(100_000));
    let long = format!("140.3 {}", "long ".repeat(2_000_000));
    let short = format!("140.3 Adopt ({}", "(and Chad, ".repeat(5_000));
    let of = |text: &str| {
        document(
            "",
            &table(&[row(&header), row(&[text, "Supported", "- Health", ""])]),
        )
    };
    let many: Vec<String> = (0..5_000)
        .map(|n| {
            row(&[
                &format!("{}.{} Adopt it (Chad)", n / 999 + 1, n % 999),
                "Supported",
                "- a",
                "",
            ])
        })
        .collect();
    let mut rows = vec![row(&header)];
    rows.extend(many);
    let span = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"4294967295\"/></w:tcPr></w:tc></w:tr></w:tbl>";
    let attribute = format!("<w:p w:x=\"{}\"/>", "a".repeat(20 << 20));
    let attributes: String = (0..50_000).map(|n| format!(" w:a{n}=\"1\"")).collect();
    vec![
        hostile("deep-elements.docx", body(&deep), &["file-too-deep"]),
        hostile("deep-tables.docx", body(&tables), &["file-too-deep"]),
        hostile(
            "quarter-million-cells.docx",
            body(&wide),
            &["file-too-many-cells"],
        ),
        hostile("endless-brackets.docx", of(&brackets), NOTHING),
        hostile("many-states.docx", of(&short), &["read 1"]),
        hostile("endless-states.docx", of(&states), NOTHING),
        hostile("ten-megabyte-text.docx", of(&long), NOTHING),
        hostile(
            "five-thousand-rows.docx",
            document("", &table(&rows)),
            &["read 5000"],
        ),
        hostile("gigantic-span.docx", body(&span.repeat(1000)), NO_MATRIX),
        hostile("gigantic-attribute.docx", body(&attribute), NO_MATRIX),
        hostile(
            "fifty-thousand-attributes.docx",
            body(&format!("<w:gridSpan{attributes}/>")),
            NO_MATRIX,
        ),
        hostile("crossed-tags.docx", body("<w:p><w:r></w:p></w:r>"), DAMAGED),
        hostile(
            "never-closed.docx",
            main_part(&format!("<w:document {W}><w:body>")),
            DAMAGED,
        ),
        hostile("no-markup.docx", main_part(""), NO_MATRIX),
        hostile(
            "not-utf8.docx",
            archive(&[("word/document.xml", b"<d>\xff\xfe\xff</d>")]),
            DAMAGED,
        ),
        hostile(
            "only-nested.docx",
            body(&format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell_of(""))),
            NO_MATRIX,
        ),
        hostile(
            "cell-outside-a-table.docx",
            body(&format!("<w:tc>{}</w:tc></w:body>", paragraph("x"))),
            DAMAGED,
        ),
    ]
}

fn archives() -> Vec<Hostile> {
    let names: Vec<String> = (0..5_000).map(|n| format!("word/part{n}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = names
        .iter()
        .map(|n| (n.as_str(), b"<d/>".as_slice()))
        .collect();
    let mut just_over = parts[..200].to_vec();
    just_over.push(("word/document.xml", b"<d/>"));
    let good = document("", &table(&[row(&["a", "b"])]));
    let half = good[..good.len() / 2].to_vec();
    let mut lying = archive(&[("word/document.xml", &vec![b' '; 70 << 20])]);
    understate_sizes(&mut lying);
    let paths = archive(&[("../../../etc/passwd", b"x"), ("/tmp/evil", b"x")]);
    let mut offset = good.clone();
    let end = offset.len() - 6;
    offset[end..end + 4].copy_from_slice(&u32::MAX.to_le_bytes());
    vec![
        hostile(
            "two-hundred-and-one-parts.docx",
            archive(&just_over),
            &["file-too-many-parts"],
        ),
        hostile(
            "five-thousand-parts.docx",
            archive(&parts),
            &["file-too-many-parts"],
        ),
        hostile("half-an-archive.docx", half, DAMAGED),
        hostile(
            "lying-sizes.docx",
            lying,
            &["file-inflates-too-much", "file-damaged"],
        ),
        hostile("paths-upwards.zip", paths, &["file-format-unknown"]),
        hostile("directory-elsewhere.docx", offset, DAMAGED),
        hostile("only-the-signature.docx", b"PK\x03\x04".to_vec(), DAMAGED),
    ]
}

/// Writes a small size wherever the archive states how large a part becomes.
fn understate_sizes(archive: &mut [u8]) {
    let real = u32::try_from(70_u64 << 20).unwrap().to_le_bytes();
    for place in 0..archive.len() - 4 {
        if archive[place..place + 4] == real {
            archive[place..place + 4].copy_from_slice(&16_u32.to_le_bytes());
        }
    }
}
