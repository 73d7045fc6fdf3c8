//! Makes small Word documents and zip archives, in memory.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A zip archive of these parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    archive_with(SimpleFileOptions::default(), parts)
}

/// A zip archive of these parts, not compressed.
pub fn archive_stored(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let options = SimpleFileOptions::default();
    archive_with(options.compression_method(CompressionMethod::Stored), parts)
}

fn archive_with(options: SimpleFileOptions, parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A document whose body is `body` (markup), with one page header.
pub fn document(header: &str, body: &str) -> Vec<u8> {
    let main = wrapped("document", &format!("<w:body>{body}</w:body>"));
    let top = wrapped("hdr", &paragraph(header));
    archive(&[
        ("word/document.xml", main.as_bytes()),
        ("word/header1.xml", top.as_bytes()),
    ])
}

/// A document with lists and styles of its own; all three are markup without their root.
pub fn document_with_lists(header: &str, body: &str, styles: &str, numbering: &str) -> Vec<u8> {
    let main = wrapped("document", &format!("<w:body>{body}</w:body>"));
    let top = wrapped("hdr", &paragraph(header));
    archive(&[
        ("word/document.xml", main.as_bytes()),
        ("word/header1.xml", top.as_bytes()),
        ("word/styles.xml", wrapped("styles", styles).as_bytes()),
        (
            "word/numbering.xml",
            wrapped("numbering", numbering).as_bytes(),
        ),
    ])
}

/// A part of Word with this root.
pub fn wrapped(root: &str, inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <w:{root} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         {inside}</w:{root}>"
    )
}

/// A paragraph of a list.
pub fn listed(list: u32, level: u32, text: &str) -> String {
    with_properties(
        &format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"),
        text,
    )
}

/// A paragraph of a style.
pub fn styled(style: &str, text: &str) -> String {
    with_properties(&format!("<w:pStyle w:val=\"{style}\"/>"), text)
}

fn with_properties(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{}</w:p>", run(text))
}

/// A paragraph in bold letters.
pub fn bold(text: &str) -> String {
    let run = run(text).replacen("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>", 1);
    format!("<w:p>{run}</w:p>")
}

/// A definition of a list and the list itself, both of this number: the pattern of each level.
pub fn list(number: u32, levels: &[(&str, &str, u32)]) -> (String, String) {
    let levels: String = (0..)
        .zip(levels)
        .map(|(at, (form, pattern, start)): (u32, _)| {
            format!(
                "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{form}\"/>\
                 <w:lvlText w:val=\"{pattern}\"/></w:lvl>"
            )
        })
        .collect();
    (
        format!("<w:abstractNum w:abstractNumId=\"{number}\">{levels}</w:abstractNum>"),
        format!("<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"{number}\"/></w:num>"),
    )
}

pub fn table(rows: &[String]) -> String {
    format!("<w:tbl>{}</w:tbl>", rows.concat())
}

/// A row of cells; each line of a cell is a paragraph.
pub fn row(cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|cell| cell_of(cell)).collect();
    format!("<w:tr>{cells}</w:tr>")
}

/// One cell across `span` columns.
pub fn heading(span: u32, text: &str) -> String {
    format!(
        "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/></w:tcPr>{}</w:tc></w:tr>",
        paragraph(text)
    )
}

pub fn cell_of(text: &str) -> String {
    let paragraphs: String = text.lines().map(paragraph).collect();
    format!("<w:tc>{paragraphs}</w:tc>")
}

pub fn paragraph(text: &str) -> String {
    format!("<w:p>{}</w:p>", run(text))
}

pub fn run(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}
