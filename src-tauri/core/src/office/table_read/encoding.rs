//! Which letters the bytes of a text file stand for. The answer is shown to the person.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::base::{Error, Result};

/// The encodings a person can name, those of today first.
pub const ENCODINGS: [&str; 10] = [
    "UTF-8",
    "UTF-16",
    "windows-1252",
    "windows-1251",
    "windows-1256",
    "windows-1250",
    "windows-1254",
    "MacRoman",
    "KOI8-R",
    "gb18030",
];

/// The text of `bytes` in the encoding a person named.
///
/// # Errors
/// `encoding-unknown`.
pub fn decode_as(bytes: &[u8], name: &str) -> Result<(String, String)> {
    let encoding = match name {
        "MacRoman" => MACINTOSH,
        "UTF-16" => wide(bytes).unwrap_or(UTF_16LE),
        _ => Encoding::for_label(name.as_bytes())
            .ok_or_else(|| Error::person("encoding-unknown").with("encoding", name))?,
    };
    let (text, used, _) = encoding.decode(bytes);
    Ok((text.into_owned(), name_of(used).to_owned()))
}

/// Whether the text is written in units of two bytes: by its mark, or because every other byte of
/// its beginning is empty.
#[must_use]
pub fn is_wide(bytes: &[u8]) -> bool {
    wide(bytes).is_some()
}

fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.starts_with(&[0xff, 0xfe]) {
        return Some(UTF_16LE);
    }
    if bytes.starts_with(&[0xfe, 0xff]) {
        return Some(UTF_16BE);
    }
    let start = bytes.get(..bytes.len().min(2_000)).unwrap_or_default();
    let empty = |parity: usize| {
        let half = start.iter().skip(parity).step_by(2);
        half.filter(|byte| **byte == 0).count()
    };
    let (even, odd, half) = (empty(0), empty(1), start.len() / 2);
    // Letters of Europe only: in Arabic or Cyrillic the signs and blanks between them tell.
    match () {
        () if half < 4 => None,
        () if odd > half / 8 && even <= odd / 8 => Some(UTF_16LE),
        () if even > half / 8 && odd <= even / 8 => Some(UTF_16BE),
        () => None,
    }
}

/// The text of `bytes` and the usual name of their encoding.
///
/// A byte order mark decides; then valid UTF-8; then what chardetng recognises. It does not know
/// the encoding of old Macintosh computers, in which UPR Info exported: that one is taken where the
/// lines end in a bare carriage return, or where the letters fall into place only in it.
#[must_use]
pub fn decode(bytes: &[u8]) -> (String, String) {
    let encoding = recognise(bytes);
    let (text, used, _) = encoding.decode(bytes);
    (text.into_owned(), name_of(used).to_owned())
}

fn recognise(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = wide(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    if bytes.contains(&b'\r') && !bytes.contains(&b'\n') {
        return MACINTOSH;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess == WINDOWS_1252 && fit(bytes, MACINTOSH) > fit(bytes, WINDOWS_1252) {
        return MACINTOSH;
    }
    guess
}

/// How well the letters beyond ASCII fit into their words: a small letter or a curly apostrophe
/// after a letter fits, a capital or a sign inside a word does not.
fn fit(bytes: &[u8], encoding: &'static Encoding) -> i64 {
    let (text, _, _) = encoding.decode(bytes);
    let mut before = ' ';
    let mut score = 0;
    for letter in text.chars() {
        if !letter.is_ascii() && before.is_alphabetic() {
            score += match letter {
                '\u{2019}' => 1,
                _ if letter.is_lowercase() => 1,
                _ if letter.is_control() => -2,
                _ if before.is_lowercase() => -1,
                _ => 0,
            };
        }
        before = letter;
    }
    score
}

fn name_of(encoding: &'static Encoding) -> &'static str {
    if encoding == MACINTOSH {
        "MacRoman"
    } else if encoding == UTF_16LE || encoding == UTF_16BE {
        "UTF-16"
    } else {
        encoding.name()
    }
}
