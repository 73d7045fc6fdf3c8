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
