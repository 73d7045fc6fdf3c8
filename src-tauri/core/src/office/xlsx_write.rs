//! Writing of Excel workbooks in the house look: fonts, headings, tones with a glyph beside each
//! colour, real dates, print set-up. No word of the domain stands here: rooms bring texts.
//!
//! Traps this file keeps shut: a text is always written as text, whatever it begins with, and keeps
//! its quote when a person edits it; nothing becomes a hyperlink; the document properties are blank
//! and the date of making is given, so that the same data is the same bytes; what Excel cannot hold
//! (more than 32,767 characters in a cell) is cut where a reader sees it and told to the caller.

mod cell;
mod chart;
mod look;
mod page;
mod table;
mod tone;
mod wrap;

use std::fs::File;
use std::io::BufWriter;
use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::base::{Error, Result};
use look::Look;

pub use cell::{Cell, MOST_IN_A_CELL};
pub use chart::{Bars, Series};
pub use page::Page;
pub use table::{Column, Cut, Table};
pub use tone::Tone;

/// Deflate level of the package: 0.7 of the time of level 6 for some 10 % more bytes (SPEED).
const COMPRESSION: u8 = 3;
/// A4.
const PAPER: u8 = 9;
/// The most Excel takes in a header or footer is 255; the program's own signs need some of them.
const MOST_IN_A_HEADER: usize = 100;

/// What stands on every printed page.
#[derive(Debug, Clone)]
pub struct Running {
    /// At the start of the head.
    pub title: String,
    /// At the end of the head.
    pub date: String,
    /// At the start of the foot.
    pub stamp: String,
    /// At the end of the foot; `&P` and `&N` stand for the page and the number of pages.
    pub pages: String,
}

/// A workbook being written.
pub struct Book {
    workbook: Workbook,
    /// Rows of one line, in the middle of their room.
    page_look: Look,
    /// Rows of many lines, all beginning at the top.
    table_look: Look,
    running: Running,
    is_right_to_left: bool,
}

impl Book {
    /// An empty workbook, said to be made on `made_on` and nothing else.
    ///
    /// # Errors
    /// `workbook-not-written` for a day Excel does not know.
    pub fn new(made_on: NaiveDate, running: Running, is_right_to_left: bool) -> Result<Self> {
        let properties = DocProperties::new().set_creation_datetime(&midnight(made_on)?);
        let mut workbook = Workbook::new();
        workbook.set_properties(&properties);
        workbook.set_zip_compression_level(COMPRESSION);
        Ok(Book {
            workbook,
            page_look: Look::new(is_right_to_left, FormatAlign::VerticalCenter),
            table_look: Look::new(is_right_to_left, FormatAlign::Top),
            running,
            is_right_to_left,
        })
    }

    /// Adds a sheet that is filled from top to bottom, for few cells: covers, figures, legends.
    ///
    /// # Errors
    /// `workbook-not-written` where the name cannot be one.
    pub fn page(&mut self, name: &str, widths: &[f64]) -> Result<Page<'_>> {
        let name = sheet_name(name);
        let sheet = self.workbook.add_worksheet();
        dress(sheet, &name, &self.running, self.is_right_to_left)?;
        Page::new(sheet, &self.page_look, name, widths, self.is_right_to_left)
    }

    /// Adds a sheet of rows under a heading, written row by row with little memory.
    ///
    /// # Errors
    /// `workbook-not-written` where the name cannot be one or there is no room to work.
    pub fn table(&mut self, name: &str, columns: Vec<Column>) -> Result<Table<'_>> {
        let name = sheet_name(name);
        let sheet = guarded(|| self.workbook.add_worksheet_with_low_memory())?;
        dress(sheet, &name, &self.running, self.is_right_to_left)?;
        Table::new(sheet, &self.table_look, name, columns)
    }

    /// Writes the workbook.
    ///
    /// # Errors
    /// `workbook-not-written`, the disk's own.
    pub fn save(mut self, file: &mut File) -> Result<()> {
        let mut writer = BufWriter::with_capacity(1 << 16, file);
        guarded(|| self.workbook.save_to_writer(&mut writer))?;
        writer.into_inner().map_err(|error| error.into_error())?;
        Ok(())
    }
}

/// The crate beneath panics where its own temporary file cannot be written: here that is an error.
fn guarded<T>(write: impl FnOnce() -> Result<T, XlsxError>) -> Result<T> {
    match catch_unwind(AssertUnwindSafe(write)) {
        Ok(written) => written.map_err(trouble),
        Err(said) => {
            let text = said.downcast_ref::<String>().map(String::as_str);
            let words = text.or_else(|| said.downcast_ref::<&str>().copied());
            Err(Error::file("workbook-not-written").detail(words.unwrap_or_default()))
        }
    }
}

/// What the crate beneath reports, as the house's error: the disk's troubles keep their own codes.
fn trouble(error: XlsxError) -> Error {
    match error {
        XlsxError::IoError(error) => Error::from(error),
        other => Error::file("workbook-not-written").detail(other),
    }
}

/// The beginning of a day, in the form of the crate beneath.
fn midnight(day: NaiveDate) -> Result<ExcelDateTime> {
    let number = |part: u32| u8::try_from(part).unwrap_or_default();
    let year = u16::try_from(day.year()).unwrap_or_default();
    ExcelDateTime::from_ymd(year, number(day.month()), number(day.day())).map_err(trouble)
}

/// What every sheet has: its name, its direction, A4 across, head and foot.
fn dress(sheet: &mut Worksheet, name: &str, running: &Running, right_to_left: bool) -> Result<()> {
    sheet.set_name(name).map_err(trouble)?;
    sheet
        .set_right_to_left(right_to_left)
        .set_screen_gridlines(false)
        .set_paper_size(PAPER)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3);
    sheet.set_header(format!(
        "&L&9{}&C&9{}&R&9{}",
        plain(&running.title),
        plain(name),
        plain(&running.date)
    ));
    sheet.set_footer(format!(
        "&L&9{}&R&9{}",
        plain(&running.stamp),
        running.pages
    ));
    Ok(())
}

/// A text that means nothing but itself in a head or foot, where `&` begins a sign.
fn plain(text: &str) -> String {
    let short: String = text.chars().take(MOST_IN_A_HEADER).collect();
    // A digit at the beginning would be read as part of the size before it.
    let short = if short.starts_with(|c: char| c.is_ascii_digit()) {
        format!(" {short}")
    } else {
        short
    };
    short.replace('&', "&&").replace(['\r', '\n'], " ")
}

/// A name Excel takes for a sheet: at most 31 characters, none of `[]:*?/\`, no quote at its ends.
fn sheet_name(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|c| if "[]:*?/\\".contains(c) { ' ' } else { c })
        .take(31)
        .collect();
    kept.trim_matches(['\'', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{guarded, plain, sheet_name};

    #[test]
    fn a_crash_beneath_is_an_error_that_says_what_was_said() {
        let error = guarded::<()>(|| panic!("no room: {}", 28)).unwrap_err();
        assert_eq!(error.code, "workbook-not-written");
        assert_eq!(error.detail.as_deref(), Some("no room: 28"));
    }

    #[test]
    fn an_ampersand_in_a_title_prints_as_one() {
        assert_eq!(plain("Law & order"), "Law && order");
        assert_eq!(plain("2027 plan"), " 2027 plan");
        assert_eq!(plain("a\nb"), "a b");
    }

    #[test]
    fn any_word_becomes_a_name_excel_takes() {
        assert_eq!(sheet_name("By: [cluster]/'"), "By   cluster");
        assert_eq!(sheet_name(&"x".repeat(40)).len(), 31);
    }
}
