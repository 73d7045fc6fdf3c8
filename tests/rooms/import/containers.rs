//! Containers of old and of other programs: workbooks in the XML of Excel 2003 are read, the rest is
//! refused with its own way out.

use kit::docx::archive;
use upright_core::base::lang::Words;
use upright_core::import::{Ask, Format, Reading};

use super::read;

const HEADER: [&str; 11] = [
    "SuR",
    "Rgrp",
    "Org",
    "Recommendation",
    "RS",
    "Rgrp",
    "Org",
    "Response",
    "Action",
    "Issue",
    "Session",
];

fn cells(texts: &[&str]) -> String {
    let cell = |text: &&str| format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>");
    texts.iter().map(cell).collect()
}

fn book(rows: &str) -> Vec<u8> {
    format!(
        "\u{feff}<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n\
         <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:html=\"http://www.w3.org/TR/REC-html40\">\n<Styles><Style ss:ID=\"s1\"/></Styles>\
         <Worksheet ss:Name=\"Export\"><Table>{rows}</Table></Worksheet></Workbook>"
    )
    .into_bytes()
}

fn read_all(bytes: &[u8]) -> Reading {
    read(bytes, &Ask::default()).unwrap()
}

#[test]
fn a_workbook_in_the_xml_of_excel_2003_is_read_whatever_its_name() {
    let header = format!("<Row>{}</Row>", cells(&HEADER));
    // Markup in a text, a comment on a cell, an empty cell skipped by its index, a day as a date.
    let row = "<Row ss:Index=\"4\"><Cell><Data ss:Type=\"String\">Morocco</Data></Cell>\
         <Cell ss:Index=\"4\"><ss:Data ss:Type=\"String\">Ratify <html:B>it</html:B> &amp; \
         go&#10;on</ss:Data><Comment><ss:Data>never this</ss:Data></Comment></Cell>\
         <Cell><Data ss:Type=\"String\">Chad</Data></Cell><Cell/><Cell/>\
         <Cell><Data ss:Type=\"String\">Accepted</Data></Cell>\
         <Cell><Data ss:Type=\"Number\">5</Data></Cell>\
         <Cell><Data ss:Type=\"String\">Justice</Data></Cell>\
         <Cell><Data ss:Type=\"Number\">1</Data></Cell></Row>";
    let reading = read_all(&book(&(header + row)));
    assert_eq!(reading.format, Format::UprInfo);
    assert_eq!(reading.state.as_deref(), Some("MAR"));
    let draft = &reading.drafts[0];
    assert_eq!((draft.text.as_str(), draft.row), ("Ratify it & go on", 4));
    assert_eq!((draft.action_category, draft.session), (Some(5), Some(1)));
    assert_eq!(draft.states[0].iso3, "TCD");
}

#[test]
fn a_file_of_another_kind_is_refused_with_its_way_out() {
    let words = Words::of("en");
    let page = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>1";
    let word =
        "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>";
    let flat = "<?xml version=\"1.0\"?><office:document \
        xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>";
    let open = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<x/>"),
    ]);
    let numbers = archive(&[
        ("Index/Document.iwa", b"x"),
        ("Metadata/Properties.plist", b"x"),
    ]);
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(page.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let archived = archive(&[("readme.txt", b"x")]);
    for (bytes, code) in [
        (b"%PDF-1.7 x".as_slice(), "file-is-pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.4", "file-is-pdf"),
        (b"{\\rtf1 x}", "file-is-rtf"),
        (page.as_bytes(), "file-is-web-page"),
        (&wide, "file-is-web-page"),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related",
            "file-is-web-page",
        ),
        (
            b"<!DOCTYPE html><title>Download</title>",
            "file-is-web-page",
        ),
        (word.as_bytes(), "file-is-old-word"),
        (flat.as_bytes(), "file-is-open-document"),
        (&open, "file-is-open-document"),
        (&numbers, "file-is-of-apple"),
        (&archived, "file-format-unknown"),
    ] {
        let refused = read(bytes, &Ask::default()).unwrap_err();
        assert_eq!(refused.code, code);
        let hint = words.find(&format!("{code}.hint"), &[]);
        assert!(hint.is_some(), "{code} says what to do");
    }
}
