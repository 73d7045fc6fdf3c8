//! Comparing and folding of texts, the same everywhere: search, import identity, name matching.

use std::io::{BufRead, Read};

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents and with every run of white space as one blank.
#[must_use]
pub fn fold(text: &str) -> String {
    let folded: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == '\u{451}' { '\u{435}' } else { c })
        .collect();
    squeeze(&folded)
}

/// As [`fold`], further: letters that people write one for another become one, so that what is looked
/// for is found however it was typed. Arabic without tashkeel and tatweel, its alefs, yaas and taa
/// marbuta as one each; Romanian ş and ș; Chinese and Japanese signs apart, as words of their own.
#[must_use]
pub fn fold_words(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text
        .nfkd()
        .filter(|c| !is_combining_mark(*c) && *c != TATWEEL)
        .flat_map(char::to_lowercase)
    {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            _ if is_sign(c) => folded.extend([' ', c, ' ']),
            _ => folded.push(plain_letter(c)),
        }
    }
    squeeze(&folded)
}

const TATWEEL: char = '\u{640}';

/// One letter for those written for each other (marks are gone already).
fn plain_letter(c: char) -> char {
    match c {
        'ё' => 'е',
        'ł' => 'l',
        'ø' => 'o',
        'đ' | 'ð' => 'd',
        'ı' => 'i',
        'ς' => 'σ',
        // Alef wasla; alef maqsura and the Persian yaa; taa marbuta; the Persian kaaf.
        '\u{671}' => '\u{627}',
        '\u{649}' | '\u{6cc}' => '\u{64a}',
        '\u{629}' => '\u{647}',
        '\u{6a9}' => '\u{643}',
        other => other,
    }
}

/// A sign of Chinese or Japanese, which are written without blanks between words.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// Every run of white space as one blank, none at the ends.
#[must_use]
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lower-case hexadecimal SHA-256.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// A stream whose bytes are hashed as they pass.
pub struct Hashed<R> {
    input: R,
    hash: Sha256,
}

impl<R: BufRead> Hashed<R> {
    #[must_use]
    pub fn new(input: R) -> Self {
        Hashed {
            input,
            hash: Sha256::new(),
        }
    }

    /// Lower-case hexadecimal SHA-256 of the whole stream: what has not been read yet is passed over.
    ///
    /// # Errors
    /// The stream's own.
    pub fn finish(mut self) -> std::io::Result<String> {
        loop {
            let length = self.input.fill_buf()?.len();
            if length == 0 {
                return Ok(hex(&self.hash.finalize()));
            }
            self.consume(length);
        }
    }
}

impl<R: BufRead> Read for Hashed<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let length = self.input.read(into)?;
        self.hash.update(into.get(..length).unwrap_or_default());
        Ok(length)
    }
}

impl<R: BufRead> BufRead for Hashed<R> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        self.input.fill_buf()
    }

    fn consume(&mut self, length: usize) {
        // The buffer is filled: what is consumed has been looked at.
        if let Ok(bytes) = self.input.fill_buf() {
            self.hash.update(bytes.get(..length).unwrap_or(bytes));
        }
        self.input.consume(length);
    }
}

/// Lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
            let _ = write!(out, "{byte:02x}");
            out
        })
}

/// Identity of a text whatever its white space, capitals and accents (import: `FORMATS`, identity).
#[must_use]
pub fn fingerprint(text: &str) -> String {
    let letters: String = fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
    sha256(letters.as_bytes())
}
