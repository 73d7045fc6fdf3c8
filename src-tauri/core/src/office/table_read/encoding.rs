//! Which letters the bytes of a text file stand for. The answer is shown to the person.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

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
