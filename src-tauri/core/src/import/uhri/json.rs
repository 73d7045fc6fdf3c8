//! The JSON file of the Index, read as it comes: 360 MB and 267,000 records pass through a buffer of
//! one record. A list of records, records one after another, or a single one.

use std::io::BufRead;

use super::annotation::{Annotation, Outline};
use super::fields;
use super::sifting::Sifting;
use super::{LAYOUT_JSON, LAYOUT_RECORDS};
use crate::base::{Error, Problem, Result, Severity};
use crate::import::draft::Reading;
use crate::import::recognise::{Ask, Recognition};

/// The most bytes of one record.
const MOST_RECORD_BYTES: usize = 1 << 20;

/// Whether bytes begin as a JSON file of records does.
pub(in crate::import) fn begins(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut rest = bytes.iter().filter(|byte| !byte.is_ascii_whitespace());
    match rest.next() {
        Some(b'{') => matches!(rest.next(), Some(b'"' | b'}') | None),
        Some(b'[') => matches!(rest.next(), Some(b'{' | b']') | None),
        _ => false,
    }
}

/// Says of which States the file speaks.
///
/// # Errors
/// `file-format-unknown`, `import-json-cut-off`, `import-json-not-understood`,
/// `import-too-many-states`.
pub(in crate::import) fn recognise(input: impl BufRead) -> Result<Recognition> {
    let (sifting, layout) = sift(input, Sifting::default(), |_, _, _| Ok(()))?;
    Ok(sifting.recognition(layout, None))
}

/// Reads what the file says about one State.
///
/// # Errors
/// As [`recognise`], and those of choosing a State.
pub(in crate::import) fn read(input: impl BufRead, ask: &Ask) -> Result<Reading> {
    let sifting = Sifting::for_state(ask);
    let (sifting, layout) = sift(input, sifting, |sifting, record, number| {
        match serde_json::from_slice::<Annotation>(record) {
            Ok(annotation) => sifting.take(&annotation, None, number),
            Err(error) => sifting.report(damaged(number, &error.to_string())),
        }
        Ok(())
    })?;
    sifting.reading(ask, layout, None)
}

fn damaged(number: u32, why: &str) -> Problem {
    Problem::new(Severity::Error, "import-record-damaged")
        .at(None, number, None)
        .value(why)
}

fn sift(
    input: impl BufRead,
    mut sifting: Sifting,
    mut take: impl FnMut(&mut Sifting, &[u8], u32) -> Result<()>,
) -> Result<(Sifting, &'static str)> {
    let mut records = Records::new(input);
    let mut layout = LAYOUT_JSON;
    while records.advance()? {
        let number = records.number;
        if records.is_too_long {
            let problem = Problem::new(Severity::Error, "import-record-too-long");
            sifting.report(
                problem
                    .at(None, number, None)
                    .with("limit", MOST_RECORD_BYTES >> 20),
            );
            continue;
        }
        match serde_json::from_slice::<Outline>(&records.record) {
            Ok(outline) => {
                if number == 1 {
                    if !fields::are_an_annotation(&outline.fields) {
                        return Err(Error::person("file-format-unknown"));
                    }
                    if outline.is_lower_case {
                        layout = LAYOUT_RECORDS;
                    }
                }
                if sifting.concerns(&outline.countries)? {
                    take(&mut sifting, &records.record, number)?;
                }
            }
            Err(error) => sifting.report(damaged(number, &error.to_string())),
        }
    }
    Ok((sifting, layout))
}

/// Cuts a stream into the records of its list, one in memory at a time.
struct Records<R> {
    input: R,
    /// The bytes of the record at hand.
    record: Vec<u8>,
    is_too_long: bool,
    /// Its place in the file, counted from 1.
    number: u32,
    /// Within the square brackets of a list.
    is_in_list: bool,
    is_at_end: bool,
}

/// How far a record has been read.
#[derive(Default)]
struct Inside {
    depth: u32,
    is_string: bool,
    is_escaped: bool,
}

impl Inside {
    /// Looks at one byte; gives whether the record ends with it.
    fn ends_with(&mut self, byte: u8) -> bool {
        if self.is_escaped {
            self.is_escaped = false;
        } else if self.is_string {
            match byte {
                b'"' => self.is_string = false,
                b'\\' => self.is_escaped = true,
                _ => {}
            }
        } else {
            match byte {
                b'"' => self.is_string = true,
                b'{' | b'[' => self.depth = self.depth.saturating_add(1),
                b'}' | b']' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
            return self.depth == 0;
        }
        false
    }
}

impl<R: BufRead> Records<R> {
    fn new(input: R) -> Self {
        Records {
            input,
            record: Vec::new(),
            is_too_long: false,
            number: 0,
            is_in_list: false,
            is_at_end: false,
        }
    }

    /// Goes to the next record; `false` at the end of the file.
    ///
    /// # Errors
    /// `import-json-cut-off` where the file ends inside a record or its list,
    /// `import-json-not-understood` where something else than a record stands in the list.
    fn advance(&mut self) -> Result<bool> {
        self.record.clear();
        self.is_too_long = false;
        if !self.find_start()? {
            return Ok(false);
        }
        self.number = self.number.saturating_add(1);
        let mut inside = Inside::default();
        loop {
            let bytes = self.input.fill_buf()?;
            if bytes.is_empty() {
                return Err(self.cut_off());
            }
            let end = bytes.iter().position(|byte| inside.ends_with(*byte));
            let used = end.map_or(bytes.len(), |end| end + 1);
            if self.record.len() + used > MOST_RECORD_BYTES {
                self.is_too_long = true;
                self.record.clear();
            } else if !self.is_too_long {
                self.record
                    .extend_from_slice(bytes.get(..used).unwrap_or_default());
            }
            self.input.consume(used);
            if end.is_some() {
                return Ok(true);
            }
        }
    }

    /// Passes over what stands between records, up to the next brace; `false` at the end.
    fn find_start(&mut self) -> Result<bool> {
        loop {
            let bytes = self.input.fill_buf()?;
            let Some(byte) = bytes.first().copied() else {
                return match self.is_in_list {
                    true => Err(self.cut_off()),
                    false => Ok(false),
                };
            };
            match byte {
                b'{' if !self.is_at_end => return Ok(true),
                b'[' if self.number == 0 && !self.is_in_list && !self.is_at_end => {
                    self.is_in_list = true;
                }
                b']' if self.is_in_list => {
                    self.is_in_list = false;
                    self.is_at_end = true;
                }
                b',' if self.number > 0 => {}
                0xef | 0xbb | 0xbf if self.number == 0 => {}
                byte if byte.is_ascii_whitespace() => {}
                _ => {
                    return Err(
                        Error::person("import-json-not-understood").with("record", self.number + 1)
                    );
                }
            }
            self.input.consume(1);
        }
    }

    fn cut_off(&self) -> Error {
        Error::file("import-json-cut-off").with("record", self.number)
    }
}
