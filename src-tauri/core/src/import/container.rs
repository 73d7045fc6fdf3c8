//! Files that are something else than what is read, told by their first bytes: each is refused with its
//! own way out. Names do not count; a web page is often called `.xls`.

use crate::base::Error;
use crate::office::parts::Parts;

/// How much of a file is looked at.
const FRONT: usize = 4096;

/// The refusal of a file that no reader takes; `None` where one may.
pub(super) fn refusal(bytes: &[u8]) -> Option<Error> {
    let front = bytes.get(..FRONT.min(bytes.len())).unwrap_or_default();
    if front.windows(5).take(1024).any(|window| window == b"%PDF-") || front.starts_with(b"%PDF") {
        return Some(Error::person("file-is-pdf"));
    }
    if front.starts_with(b"{\\rtf") {
        return Some(Error::person("file-is-rtf"));
    }
    let text = readable(front);
    let holds = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if text.starts_with("mime-version:") || holds(&["content-type: multipart/related"]) {
        return Some(Error::person("file-is-web-page"));
    }
    if !text.starts_with('<') || is_spreadsheet_xml(bytes) {
        return None;
    }
    if holds(&[
        "office/word/2003/wordml",
        "word.document",
        "office/2006/xmlpackage",
    ]) {
        return Some(Error::person("file-is-old-word"));
    }
    if holds(&["urn:oasis:names:tc:opendocument"]) {
        return Some(Error::person("file-is-open-document"));
    }
    let is_page = holds(&["<html", "<!doctype html", "<table", "<body", "<meta "]);
    is_page.then(|| Error::person("file-is-web-page"))
}

/// Whether the file is a workbook in the XML of Excel 2003.
pub(super) fn is_spreadsheet_xml(bytes: &[u8]) -> bool {
    let front = readable(bytes.get(..FRONT.min(bytes.len())).unwrap_or_default());
    front.starts_with('<')
        && (front.contains("urn:schemas-microsoft-com:office:spreadsheet")
            || front.contains("progid=\"excel.sheet\""))
}

/// The refusal of an archive that holds no document of Office.
pub(super) fn refusal_of_archive(bytes: &[u8]) -> Error {
    let Ok(mut parts) = Parts::open(bytes) else {
        return Error::person("file-format-unknown");
    };
    let names = parts.names().unwrap_or_default();
    if names.iter().any(|name| name.ends_with(".iwa")) {
        return Error::person("file-is-of-apple");
    }
    let kind = parts.text("mimetype").ok().flatten().unwrap_or_default();
    match kind.contains("opendocument") {
        true => Error::person("file-is-open-document"),
        false => Error::person("file-format-unknown"),
    }
}

/// Small letters of the front of a text, whatever its encoding: the marks that are looked for are ASCII.
fn readable(front: &[u8]) -> String {
    let plain = front.iter().filter(|byte| **byte != 0 && byte.is_ascii());
    let text: String = plain
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    text.trim_start().to_owned()
}
