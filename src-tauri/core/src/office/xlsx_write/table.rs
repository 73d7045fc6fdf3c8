//! A sheet of rows: a frozen heading that repeats in print, filters, widths, wrapped texts. Written
//! row by row with little memory, so the order of writing is the order of rows.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ColNum, ConditionalFormatDataBar, RowNum, Worksheet, XlsxError};

use super::cell::{Cell, fitting, needs_quote};
use super::look::{BAR, Look};
use super::{guarded, trouble, wrap};
use crate::base::{Error, Result};

/// The height of a heading of two lines, in points.
const HEADING_HEIGHT: f64 = 33.0;
/// The most rows of a sheet.
const MOST_ROWS: RowNum = 1_048_576;

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    pub heading: String,
    /// In characters of the usual font.
    pub width: f64,
    /// Numbers, days and shares stand in the middle, texts at the start.
    pub is_centred: bool,
    /// A bar behind the share.
    pub has_bar: bool,
}

impl Column {
    #[must_use]
    pub fn text(heading: String, width: f64) -> Self {
        Column {
            heading,
            width,
            is_centred: false,
            has_bar: false,
        }
    }

    #[must_use]
    pub fn centred(heading: String, width: f64) -> Self {
        Column {
            is_centred: true,
            ..Self::text(heading, width)
        }
    }

    #[must_use]
    pub fn share(heading: String, width: f64) -> Self {
        Column {
            has_bar: true,
            ..Self::centred(heading, width)
        }
    }
}

/// A text that did not fit its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    pub sheet: String,
    /// Counted from 1, as Excel shows it.
    pub row: u32,
    /// The heading of the column.
    pub column: String,
}

/// The sheet while its rows are written.
pub struct Table<'b> {
    sheet: &'b mut Worksheet,
    look: &'b Look,
    name: String,
    columns: Vec<Column>,
    next: RowNum,
    cuts: Vec<Cut>,
}

impl<'b> Table<'b> {
    pub(super) fn new(
        sheet: &'b mut Worksheet,
        look: &'b Look,
        name: String,
        columns: Vec<Column>,
    ) -> Result<Self> {
        let mut table = Table {
            sheet,
            look,
            name,
            columns,
            next: 0,
            cuts: Vec::new(),
        };
        guarded(|| table.head())?;
        Ok(table)
    }

    /// Keeps the first `columns` in sight while the sheet scrolls, and on every printed page.
    ///
    /// # Errors
    /// `workbook-not-written`.
    pub fn hold(&mut self, columns: ColNum) -> Result<()> {
        self.sheet.set_freeze_panes(1, columns).map_err(trouble)?;
        Ok(())
    }

    /// Prints the columns over `pages` pages side by side, the first column on each.
    ///
    /// # Errors
    /// `workbook-not-written`.
    pub fn print_across(&mut self, pages: u16) -> Result<()> {
        self.sheet
            .set_print_fit_to_pages(pages, 0)
            .set_page_order(false);
        self.sheet.set_repeat_columns(0, 0).map_err(trouble)?;
        Ok(())
    }

    /// Writes one row. A text that does not fit is cut, ends with `mark` and is remembered.
    ///
    /// # Errors
    /// `workbook-too-long`, `workbook-not-written`.
    pub fn row(&mut self, cells: &[Cell<'_>], mark: &str) -> Result<()> {
        if self.next >= MOST_ROWS {
            return Err(Error::person("workbook-too-long").with("sheet", &self.name));
        }
        let row = self.next;
        let widths = self.columns.iter().map(|column| column.width);
        let height = wrap::height(cells.iter().zip(widths), 0.0);
        self.sheet.set_row_height(row, height).map_err(trouble)?;
        for (place, cell) in cells.iter().enumerate() {
            let column = column_number(place);
            let was_cut = guarded(|| write_cell(self.sheet, self.look, (row, column), cell, mark))?;
            if was_cut {
                self.cuts.push(Cut {
                    sheet: self.name.clone(),
                    row: row.saturating_add(1),
                    column: self
                        .columns
                        .get(place)
                        .map(|column| column.heading.clone())
                        .unwrap_or_default(),
                });
            }
        }
        self.next = row.saturating_add(1);
        Ok(())
    }

    /// Rows written beneath the heading.
    #[must_use]
    pub fn rows(&self) -> u32 {
        self.next.saturating_sub(1)
    }

    /// Sets the filters and the bars over what was written; returns the texts that did not fit.
    ///
    /// # Errors
    /// `workbook-not-written`.
    pub fn finish(self) -> Result<Vec<Cut>> {
        let last_row = self.next.saturating_sub(1);
        let last_column = column_number(self.columns.len().saturating_sub(1));
        self.sheet
            .autofilter(0, 0, last_row, last_column)
            .map_err(trouble)?;
        for (place, column) in self.columns.iter().enumerate() {
            if column.has_bar && last_row > 0 {
                let column = column_number(place);
                self.sheet
                    .add_conditional_format(1, column, last_row, column, &bar())
                    .map_err(trouble)?;
            }
        }
        Ok(self.cuts)
    }

    fn head(&mut self) -> Result<(), XlsxError> {
        for (place, column) in self.columns.iter().enumerate() {
            self.sheet
                .set_column_width(column_number(place), column.width)?;
        }
        self.sheet.set_row_height(0, HEADING_HEIGHT)?;
        for (place, column) in self.columns.iter().enumerate() {
            let format = if column.is_centred {
                &self.look.heading_number
            } else {
                &self.look.heading
            };
            self.sheet.write_string_with_format(
                0,
                column_number(place),
                &column.heading,
                format,
            )?;
        }
        self.sheet.set_freeze_panes(1, 0)?;
        self.sheet.set_repeat_rows(0, 0)?;
        self.next = 1;
        Ok(())
    }
}

/// The number under which Excel keeps a day: days since the last of 1899, and one more from March
/// 1900 on, as Excel believes in a 29 February of that year.
pub(super) fn serial(day: NaiveDate) -> i32 {
    let since = NaiveDate::default().num_days_from_ce() - 25_569;
    let number = day.num_days_from_ce() - since;
    if number > 60 { number } else { number - 1 }
}

/// Writes one cell; true where its text was cut.
pub(super) fn write_cell(
    sheet: &mut Worksheet,
    look: &Look,
    (row, column): (RowNum, ColNum),
    cell: &Cell<'_>,
    mark: &str,
) -> Result<bool, XlsxError> {
    let toned = |tone| look.of(tone);
    let mut was_cut = false;
    match cell {
        Cell::Empty => sheet.write_blank(row, column, &look.empty)?,
        Cell::Text(text) => {
            let (text, cut) = fitting(text, mark);
            was_cut = cut;
            let format = if needs_quote(&text) {
                &look.quoted
            } else {
                &look.text
            };
            sheet.write_string_with_format(row, column, text, format)?
        }
        Cell::Strong(text) => {
            let (text, cut) = fitting(text, mark);
            was_cut = cut;
            sheet.write_string_with_format(row, column, text, &look.strong)?
        }
        Cell::Chip(tone, text) => {
            let format = toned(*tone).map_or(&look.text, |toned| &toned.chip);
            sheet.write_string_with_format(row, column, text.as_ref(), format)?
        }
        Cell::Number(number) => {
            sheet.write_number_with_format(row, column, *number, &look.number)?
        }
        Cell::Counted(tone, number) => {
            let format = toned(*tone).map_or(&look.number, |toned| &toned.number);
            sheet.write_number_with_format(row, column, *number, format)?
        }
        Cell::Day(day) => sheet.write_number_with_format(row, column, serial(*day), &look.day)?,
        Cell::Marked(tone, day) => {
            let format = toned(*tone).map_or(&look.day, |toned| &toned.day);
            sheet.write_number_with_format(row, column, serial(*day), format)?
        }
        Cell::Percent(percent) => {
            let share = f64::from(*percent) / 100.0;
            sheet.write_number_with_format(row, column, share, &look.percent)?
        }
    };
    Ok(was_cut)
}

pub(super) fn column_number(place: usize) -> ColNum {
    ColNum::try_from(place).unwrap_or(ColNum::MAX)
}

fn bar() -> ConditionalFormatDataBar {
    use rust_xlsxwriter::ConditionalFormatType;
    ConditionalFormatDataBar::new()
        .set_fill_color(BAR)
        .set_solid_fill(true)
        .set_border_off(true)
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_maximum(ConditionalFormatType::Number, 1)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::serial;

    #[test]
    fn days_have_the_numbers_of_excel() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(serial(day(1900, 1, 1)), 1);
        assert_eq!(serial(day(1900, 2, 28)), 59);
        assert_eq!(serial(day(1900, 3, 1)), 61);
        assert_eq!(serial(day(1970, 1, 1)), 25_569);
        assert_eq!(serial(day(2026, 11, 24)), 46_350);
    }
}
