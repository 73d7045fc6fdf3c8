//! A paragraph as it is being read: its text, its list and whether it is set as a heading.

use quick_xml::events::BytesStart;

use super::marks::{Mark, is_on, value};
use super::numbering::Numbering;
use super::styles::Styles;

/// A paragraph of the body of the document.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Counted from 1 over the paragraphs outside tables, empty ones among them.
    pub place: u32,
    /// The number Word sets before it, as it is printed: `115.1.`; it stands in no text.
    pub number: Option<String>,
    /// Set as a heading: an outline level, or all of its letters bold.
    pub is_heading: bool,
    /// Line breaks inside it are `\n`.
    pub text: String,
}

/// What styles and lists of a document say.
#[derive(Default)]
pub(super) struct Setting {
    pub styles: Styles,
    pub numbering: Numbering,
}

#[derive(Default)]
pub(super) struct OpenParagraph {
    style: Option<String>,
    list: Option<u32>,
    level: Option<u32>,
    has_outline: Option<bool>,
    run_style: Option<String>,
    run_is_bold: Option<bool>,
    letters: usize,
    bold_letters: usize,
    text: String,
}

impl OpenParagraph {
    /// A paragraph begins; what an earlier one left, whose end is deleted, stays at its front.
    pub(super) fn begin(&mut self) {
        *self = OpenParagraph {
            text: std::mem::take(&mut self.text),
            letters: self.letters,
            bold_letters: self.bold_letters,
            ..OpenParagraph::default()
        };
    }

    pub(super) fn begin_run(&mut self) {
        self.run_style = None;
        self.run_is_bold = None;
    }

    /// A property of the paragraph or of the run in it.
    pub(super) fn set(&mut self, mark: Mark, around: &[Mark], element: &BytesStart<'_>) {
        let number = || value(element).and_then(|value| value.parse::<u32>().ok());
        let mut outwards = around.iter().rev();
        let is_of_run =
            outwards.next() == Some(&Mark::RunProperties) && outwards.next() == Some(&Mark::Run);
        match mark {
            Mark::Style if is_of_run => self.run_style = value(element),
            Mark::Bold if is_of_run => self.run_is_bold = Some(is_on(element)),
            Mark::Style if around.last() == Some(&Mark::ParagraphProperties) => {
                self.style = value(element);
            }
            Mark::List => self.list = number(),
            Mark::ListLevel => self.level = number(),
            Mark::OutlineLevel => self.has_outline = number().map(|level| level < 9),
            _ => {}
        }
    }

    pub(super) fn write(&mut self, text: &str, setting: &Setting) {
        self.text.push_str(text);
        let letters = text
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .count();
        self.letters += letters;
        let is_bold = self.run_is_bold.unwrap_or_else(|| {
            let of_run = self.run_style.as_deref();
            of_run.is_some_and(|style| setting.styles.is_bold(Some(style)))
                || setting.styles.is_bold(self.style.as_deref())
        });
        if is_bold {
            self.bold_letters += letters;
        }
    }

    pub(super) fn break_line(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// The paragraph ends: it is counted in its list, whether it has a text or not.
    pub(super) fn end(&mut self, place: u32, setting: &mut Setting) -> Paragraph {
        let open = std::mem::take(self);
        let style = open.style.as_deref();
        let number = open
            .list_level(setting)
            .and_then(|(list, level)| setting.numbering.count(list, level));
        let has_outline = open
            .has_outline
            .unwrap_or_else(|| setting.styles.has_outline(style));
        // A bold paragraph may end in a footnote's sign that is not.
        let is_bold = open.letters > 0 && open.bold_letters * 10 >= open.letters * 9;
        Paragraph {
            place,
            number,
            is_heading: has_outline || is_bold,
            text: open.text,
        }
    }

    /// The list the paragraph or its style names; list 0 takes a paragraph out of the style's list.
    fn list_level(&self, setting: &Setting) -> Option<(u32, u32)> {
        let style = self.style.as_deref();
        let of_style = setting.styles.list(style);
        let list = self.list.or(of_style.map(|(list, _)| list))?;
        let by_style = || {
            let level = style.and_then(|style| setting.numbering.level_of_style(list, style));
            level.or(of_style.and_then(|(_, level)| level))
        };
        (list != 0).then(|| (list, self.level.or_else(by_style).unwrap_or(0)))
    }
}
