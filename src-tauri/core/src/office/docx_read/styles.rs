//! What the styles of a document say about its paragraphs: list, outline level, bold letters.
//!
//! A style takes from the one it is based on what it does not say itself. A circle of styles ends
//! after a few steps.

use std::collections::HashMap;

use super::elements::{Step, walk};
use super::marks::{attribute, is_on, value};
use crate::base::{Error, Result};

/// Styles based on one another; Word allows ten.
const DEEPEST: usize = 12;
/// The most styles; a document of the United Nations has some 150.
const MOST_STYLES: usize = 10_000;

#[derive(Debug, Default, Clone)]
struct Style {
    based_on: Option<String>,
    list: Option<u32>,
    level: Option<u32>,
    has_outline: Option<bool>,
    is_bold: Option<bool>,
}

/// The styles of one document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    usual: Option<String>,
}

impl Styles {
    pub(super) fn read(xml: &str) -> Result<Self> {
        let mut all = Styles::default();
        let mut open: Option<(String, Style)> = None;
        walk(xml, |step| {
            match step {
                Step::Open(element) if element.local_name().as_ref() == "style" => {
                    let id = attribute(element, "styleId").unwrap_or_default();
                    let is_usual = attribute(element, "default").as_deref() == Some("1")
                        && attribute(element, "type").as_deref() == Some("paragraph");
                    if is_usual {
                        all.usual = Some(id.clone());
                    }
                    open = Some((id, Style::default()));
                }
                Step::Open(element) => {
                    if let Some((_, style)) = &mut open {
                        style.take(element);
                    }
                }
                Step::Close("style") => {
                    if all.styles.len() >= MOST_STYLES {
                        return Err(Error::file("file-too-demanding"));
                    }
                    all.styles.extend(open.take());
                }
                Step::Close(_) => {}
            }
            Ok(())
        })?;
        Ok(all)
    }

    /// The list a style belongs to, and the level where the style says one.
    pub(super) fn list(&self, style: Option<&str>) -> Option<(u32, Option<u32>)> {
        let list = self.first(style, |style| style.list)?;
        Some((list, self.first(style, |style| style.level)))
    }

    pub(super) fn has_outline(&self, style: Option<&str>) -> bool {
        self.first(style, |style| style.has_outline)
            .unwrap_or(false)
    }

    pub(super) fn is_bold(&self, style: Option<&str>) -> bool {
        self.first(style, |style| style.is_bold).unwrap_or(false)
    }

    /// What the style says, else the style it is based on, and so on.
    fn first<T>(&self, name: Option<&str>, says: impl Fn(&Style) -> Option<T>) -> Option<T> {
        let mut next = name.or(self.usual.as_deref());
        for _ in 0..DEEPEST {
            let style = self.styles.get(next?)?;
            if let Some(said) = says(style) {
                return Some(said);
            }
            next = style.based_on.as_deref();
        }
        None
    }
}

impl Style {
    fn take(&mut self, element: &quick_xml::events::BytesStart<'_>) {
        let number = || value(element).and_then(|value| value.parse().ok());
        match element.local_name().as_ref() {
            "basedOn" => self.based_on = value(element),
            "numId" => self.list = number(),
            "ilvl" => self.level = number(),
            // Level 9 is that of the body of the text.
            "outlineLvl" => self.has_outline = number().map(|level| level < 9),
            "b" => self.is_bold = Some(is_on(element)),
            _ => {}
        }
    }
}
