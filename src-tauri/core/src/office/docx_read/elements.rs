//! The elements of a part in which no text counts: styles and numbering.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::base::{Error, Result};

/// What is met on the way through a part.
pub(super) enum Step<'a> {
    Open(&'a BytesStart<'a>),
    /// The local name of the element that ends.
    Close(&'a str),
}

/// Walks through a part and shows each element as it begins and ends.
///
/// # Errors
/// `file-damaged`, `file-has-entities`; those of `see`.
pub(super) fn walk(xml: &str, mut see: impl FnMut(Step<'_>) -> Result<()>) -> Result<()> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event().map_err(super::damaged)? {
            Event::Eof => return Ok(()),
            Event::DocType(_) => return Err(Error::file("file-has-entities")),
            Event::Start(element) => see(Step::Open(&element))?,
            Event::Empty(element) => {
                see(Step::Open(&element))?;
                see(Step::Close(element.local_name().as_ref()))?;
            }
            Event::End(element) => see(Step::Close(element.local_name().as_ref()))?,
            _ => {}
        }
    }
}
