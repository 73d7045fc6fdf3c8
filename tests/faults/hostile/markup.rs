//! Hostile workbooks in the XML of Excel 2003, and files that pretend to be one.

use super::{Hostile, hostile};

const SS: &str = "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
    xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"";
const ROWS: &[&str] = &["file-too-many-rows"];
const DAMAGED: &[&str] = &["file-damaged"];
const UNKNOWN: &[&str] = &["file-format-unknown"];

fn book(rows: &str) -> Vec<u8> {
    whole(&format!(
        "<Worksheet ss:Name=\"a\"><Table>{rows}</Table></Worksheet>"
    ))
}

fn whole(inside: &str) -> Vec<u8> {
    format!("<?xml version=\"1.0\"?><Workbook {SS}>{inside}</Workbook>").into_bytes()
}

fn cell(text: &str) -> String {
    format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>")
}

pub fn corpus() -> Vec<Hostile> {
    let doctype = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"&b;&b;\"><!ENTITY b \"ha\">]>\
         <Workbook {SS}><Worksheet/></Workbook>"
    );
    let cells = format!("<Row>{}</Row>", cell("x").repeat(10_000));
    let million = format!("<Row>{}</Row>", "<Cell/>".repeat(1_000_000));
    let many = "<Row><Cell ss:Index=\"250\"><Data>x</Data></Cell></Row>".repeat(100_000);
    let rows = "<Row><Cell><Data>x</Data></Cell></Row>".repeat(210_000);
    let sheets = "<Worksheet/>".repeat(300_000);
    let long = format!("<Row>{}</Row>", cell(&"x".repeat(40 << 20)));
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(
            String::from_utf8(book(&cells))
                .unwrap()
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .skip(1),
        )
        .collect();
    vec![
        hostile("doctype.xml", doctype.into_bytes(), &["file-has-entities"]),
        hostile(
            "entity.xml",
            book(&format!("<Row>{}</Row>", cell("&lol;"))),
            &["file-has-entities"],
        ),
        hostile(
            "far-row.xml",
            book("<Row ss:Index=\"4294967295\"><Cell><Data>x</Data></Cell></Row>"),
            ROWS,
        ),
        hostile(
            "far-cell.xml",
            book("<Row><Cell ss:Index=\"4294967295\"><Data>x</Data></Cell></Row>"),
            ROWS,
        ),
        hostile(
            "endless-span.xml",
            book("<Row ss:Span=\"4294967295\"><Cell ss:MergeAcross=\"4294967295\"/></Row><Row/>"),
            ROWS,
        ),
        hostile("ten-thousand-columns.xml", book(&cells), ROWS),
        hostile("a-million-columns.xml", book(&million), ROWS),
        hostile("far-cells.xml", book(&many), &["file-too-many-cells"]),
        hostile("too-many-rows.xml", book(&rows), ROWS),
        hostile("too-many-sheets.xml", whole(&sheets), ROWS),
        hostile("gigantic-text.xml", book(&long), &["import-columns-needed"]),
        hostile(
            "deep.xml",
            whole(&"<Worksheet>".repeat(200_000)),
            &["file-too-deep"],
        ),
        hostile("crossed.xml", book("<Row><Cell></Row></Cell>"), DAMAGED),
        hostile(
            "never-closed.xml",
            format!("<Workbook {SS}><Worksheet>").into_bytes(),
            DAMAGED,
        ),
        hostile(
            "cells-nowhere.xml",
            whole("<Cell><Data>x</Data></Cell>"),
            UNKNOWN,
        ),
        hostile("half-wide.xml", wide, &["file-row-too-long"]),
        hostile(
            "page.xls",
            format!("<html>{}", "<table>".repeat(300_000)).into_bytes(),
            &["file-is-web-page"],
        ),
        hostile(
            "rich.doc",
            format!("{{\\rtf1{}", "{".repeat(1 << 20)).into_bytes(),
            &["file-is-rtf"],
        ),
    ]
}
