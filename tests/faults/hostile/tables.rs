//! Hostile workbooks and csv files.

use kit::docx::archive;
use kit::xlsx::{MAIN, sheet, workbook};

use super::{Hostile, hostile};

/// The header of UPR Info's csv file.
pub const HEADER: &str =
    "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session";
const ENDED: &[&str] = &[
    "file-too-demanding",
    "file-damaged",
    "file-not-readable",
    "file-format-unknown",
];
const UNKNOWN: &[&str] = &["file-format-unknown"];

/// calamine reserves room for as many strings as the file says it has.
pub fn shared_strings(count: u64) -> Vec<u8> {
    let strings =
        format!("<sst {MAIN} count=\"{count}\" uniqueCount=\"{count}\"><si><t>x</t></si></sst>");
    workbook(
        &sheet("A1", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"),
        &strings,
    )
}

pub fn corpus() -> Vec<Hostile> {
    let mut all = workbooks();
    all.extend(compound());
    all.extend(texts());
    all.extend(by_columns());
    all
}

fn workbooks() -> Vec<Hostile> {
    let none = format!("<sst {MAIN}/>");
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let rows: String = (1..=2_100)
        .map(|n| n * 100)
        .map(|n| format!("<row r=\"{n}\"><c r=\"A{n}\"><v>1</v></c></row>"))
        .collect();
    let formula = "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:XFD1048576\" si=\"0\">A1+1</f><v>1</v></c></row>";
    let laughs = format!(
        "<!DOCTYPE x [<!ENTITY a \"ha\">]>{}",
        sheet(
            "A1",
            "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&a;</v></c></row>"
        )
    );
    let deep = format!("<sst {MAIN}>{}", "<si>".repeat(200_000));
    let spaces = " ".repeat(100 << 20);
    vec![
        hostile(
            "shared-strings-without-end.xlsx",
            shared_strings(4_000_000_000),
            &["file-too-demanding"],
        ),
        hostile(
            "last-cell.xlsx",
            workbook(&sheet("A1", far), &none),
            &["file-too-many-rows"],
        ),
        hostile(
            "dimension-of-everything.xlsx",
            workbook(&sheet("A1:XFD1048576", ""), &none),
            UNKNOWN,
        ),
        hostile(
            "too-many-rows.xlsx",
            workbook(&sheet("A1", &rows), &none),
            &["file-too-many-rows"],
        ),
        hostile(
            "shared-formula.xlsx",
            workbook(&sheet("A1", formula), &none),
            ENDED,
        ),
        hostile(
            "string-that-is-not-there.xlsx",
            workbook(
                &sheet("A1", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>"),
                &none,
            ),
            ENDED,
        ),
        hostile(
            "row-number-overflow.xlsx",
            workbook(
                &sheet("A1", "<row r=\"4294967295\"><c><v>1</v></c></row>"),
                &none,
            ),
            &["file-too-many-rows", "file-damaged", "file-not-readable"],
        ),
        hostile("entities.xlsx", workbook(&laughs, &none), ENDED),
        hostile(
            "deep-strings.xlsx",
            workbook(&sheet("A1", ""), &deep),
            ENDED,
        ),
        hostile(
            "sheet-bomb.xlsx",
            workbook(&spaces, &none),
            &["file-inflates-too-much"],
        ),
        hostile(
            "no-sheets.xlsx",
            archive(&[("xl/workbook.xml", b"<workbook/>")]),
            ENDED,
        ),
    ]
}

/// Files in the old container of Microsoft (CFB).
fn compound() -> Vec<Hostile> {
    let signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let with = |rest: &[u8]| [signature.as_slice(), rest].concat();
    let mut circle = vec![0_u8; 2048];
    circle[..8].copy_from_slice(&signature);
    circle[24..34].copy_from_slice(&[0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    circle[44..48].copy_from_slice(&1_u32.to_le_bytes()); // one sector of the allocation table
    circle[48..52].copy_from_slice(&0_u32.to_le_bytes()); // the directory begins in sector 0
    circle[76..80].copy_from_slice(&0_u32.to_le_bytes()); // and the table is that sector too
    circle[512..516].copy_from_slice(&0_u32.to_le_bytes()); // whose chain leads to itself
    let mut many = circle.clone();
    many[44..48].copy_from_slice(&u32::MAX.to_le_bytes());
    many[72..76].copy_from_slice(&u32::MAX.to_le_bytes());
    let stream = |name: &str| {
        with(
            &name
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<_>>(),
        )
    };
    vec![
        hostile("only-the-signature.xls", with(&[]), ENDED),
        hostile("all-ones.xls", with(&[0xff; 4096]), ENDED),
        hostile("all-zeros.xls", with(&[0; 4096]), ENDED),
        hostile("chain-in-a-circle.xls", circle, ENDED),
        hostile("endless-table.xls", many, ENDED),
        hostile(
            "old-word.doc",
            stream("WordDocument"),
            &["file-is-old-word"],
        ),
        hostile(
            "encrypted.xlsx",
            stream("EncryptedPackage"),
            &["file-has-password"],
        ),
    ]
}

fn texts() -> Vec<Hostile> {
    let of = |rows: &str| format!("{HEADER}\n{rows}").into_bytes();
    let unclosed = format!("Morocco,,,\"{}", "Ratify it\n".repeat(300_000));
    let states: String = (0..100_000)
        .map(|n| format!("State {n},,,x,Chad,,,Noted,5,x,1\n"))
        .collect();
    let commas = format!("{}\n", ",".repeat(1 << 20 >> 1)).repeat(5);
    vec![
        hostile(
            "endless-line.csv",
            of(&"x".repeat(5 << 20)),
            &["file-row-too-long"],
        ),
        hostile("unclosed-quote.csv", of(&unclosed), &["file-row-too-long"]),
        hostile(
            "too-many-rows.csv",
            of(&"x\n".repeat(210_000)),
            &["file-too-many-rows"],
        ),
        hostile(
            "nothing-but-commas.csv",
            of(&commas),
            &["file-too-many-cells"],
        ),
        hostile(
            "a-hundred-thousand-states.csv",
            of(&states),
            &["import-too-many-states"],
        ),
        hostile("nul-bytes.csv", of("Morocco\0,,,"), UNKNOWN),
        hostile(
            "half-a-wide-letter.csv",
            [b"\xff\xfe".as_slice(), b"S\0u"].concat(),
            UNKNOWN,
        ),
        hostile(
            "too-large.csv",
            vec![b'x'; (64 << 20) + 1],
            &["file-too-large"],
        ),
        hostile("empty.csv", Vec::new(), &["file-empty"]),
        hostile("portable.pdf", b"%PDF-1.7\n".to_vec(), &["file-is-pdf"]),
    ]
}

/// Tables in no known layout, which are read by their columns.
fn by_columns() -> Vec<Hostile> {
    let of =
        |rows: &str| format!("Recommendation;Recommending States;Position\n{rows}").into_bytes();
    let many: String = (0..5_000)
        .map(|n| format!("Adopt law {n};Chad;Noted\n"))
        .collect();
    let states = format!("Adopt it;{};Noted\n", "Chad, Atlantis; ".repeat(4_000));
    let lines = format!("Adopt it;\"{}\";Noted\n", "- Chad\n".repeat(9_000));
    let unknown: String = (0..2_000)
        .map(|n| format!("Adopt law {n};Land {n};Word {n}\n"))
        .collect();
    let wide = format!(
        "{}\n{}\n",
        "Recommendation;".repeat(5_000),
        "x;".repeat(5_000)
    );
    let brackets = format!("Adopt {};Chad;Noted\n", "(".repeat(30_000));
    let numbers = format!("{}.{} Adopt it;;\n", "9".repeat(30_000), "9".repeat(30_000)).repeat(3);
    let dates = format!("Recommendation;Date\nAdopt it;{}\n", "1/".repeat(30_000)).into_bytes();
    let merged = |refs: &str| {
        let cell = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Recommendation</t></is></c></row>\
            <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Adopt it</t></is></c></row>";
        let end = format!("</sheetData><mergeCells>{refs}</mergeCells>");
        let markup = sheet("A1", cell).replace("</sheetData>", &end);
        workbook(&markup, &format!("<sst {MAIN}/>"))
    };
    let everything = "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(20_000);
    let mut ods = b"application/vnd.oasis.opendocument.spreadsheet".to_vec();
    ods.truncate(46);
    let content = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
        xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
        <table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"4000000000\">\
        <table:table-cell table:number-columns-repeated=\"4000000000\"><text:p>x</text:p></table:table-cell>\
        </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";
    let repeated = kit::docx::archive_stored(&[
        ("mimetype", ods.as_slice()),
        ("content.xml", content.as_bytes()),
    ]);
    const READ: &[&str] = &["read 1"];
    vec![
        hostile("five-thousand-rows.csv", of(&many), &["read 5000"]),
        hostile(
            "endless-list-of-states.csv",
            of(&states),
            &["read 1", "import-cell-too-long"],
        ),
        hostile("nine-thousand-lines-in-a-cell.csv", of(&lines), READ),
        hostile("nothing-is-known.csv", of(&unknown), &["read 2000"]),
        hostile("five-thousand-columns.csv", wide.into_bytes(), &["read 1"]),
        hostile("brackets-without-end.csv", of(&brackets), READ),
        hostile(
            "gigantic-numbers.csv",
            of(&numbers),
            &["read 1", "read 0", "import-without-recommendations"],
        ),
        hostile("gigantic-date.csv", dates, READ),
        hostile(
            "everything-merged.xlsx",
            merged(&everything),
            &["read 1", "import-without-recommendations"],
        ),
        hostile(
            "merged-upside-down.xlsx",
            merged("<mergeCell ref=\"C9:A1\"/><mergeCell ref=\"A0:B0\"/><mergeCell ref=\"x\"/>"),
            &["read 1", "file-not-readable"],
        ),
        hostile(
            "repeated-without-end.ods",
            repeated,
            &[
                "file-damaged",
                "file-too-many-cells",
                "file-too-many-rows",
                "file-too-demanding",
                "file-format-unknown",
                "file-not-readable",
                "file-too-slow",
            ],
        ),
        hostile(
            "no-content.ods",
            kit::docx::archive_stored(&[("mimetype", ods.as_slice())]),
            ENDED,
        ),
    ]
}
