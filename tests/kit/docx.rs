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
    let wrap = |root: &str, inside: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
             <w:{root} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
             {inside}</w:{root}>"
        )
    };
    let main = wrap("document", &format!("<w:body>{body}</w:body>"));
    let top = wrap("hdr", &paragraph(header));
    archive(&[
        ("word/document.xml", main.as_bytes()),
        ("word/header1.xml", top.as_bytes()),
    ])
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
