//! A sheet filled from top to bottom: titles, figures, small tables and the charts beneath them.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Chart, ColNum, RowNum, Worksheet, XlsxError};

use super::cell::Cell;
use super::chart::{Bars, draw};
use super::look::Look;
use super::table::{column_number, serial, write_cell};
use super::{Tone, guarded, wrap};
use crate::base::Result;

/// Height of a row that nobody set.
const ROW_POINTS: f64 = 15.0;
const POINTS_OF_A_PIXEL: f64 = 0.75;
/// Room for cells on a page of A4 across, in pixels.
const PAGE_WIDTH: f64 = 1_046.0;
const PAGE_HEIGHT: f64 = 660.0;
/// Room around the lines of a row, in points.
const AIR: f64 = 2.0;
/// Pixels of a character of the usual font, and of a cell's padding.
const CHARACTER_PIXELS: f64 = 7.0;
const PADDING_PIXELS: f64 = 5.0;

/// Rows and first column of a small table, for the chart that is drawn from it.
#[derive(Debug, Clone, Copy)]
pub struct Area {
    pub heading: RowNum,
    pub first: RowNum,
    pub last: RowNum,
}

impl Area {
    pub(super) fn rows(self) -> RowNum {
        self.last.saturating_sub(self.first).saturating_add(1)
    }
}

/// The sheet while it is filled.
pub struct Page<'b> {
    sheet: &'b mut Worksheet,
    look: &'b Look,
    name: String,
    widths: Vec<f64>,
    /// Points of the rows whose height was set.
    heights: BTreeMap<RowNum, f64>,
    /// Rows before which a printed page begins.
    breaks: Vec<RowNum>,
    next: RowNum,
    is_right_to_left: bool,
}

impl<'b> Page<'b> {
    pub(super) fn new(
        sheet: &'b mut Worksheet,
        look: &'b Look,
        name: String,
        widths: &[f64],
        is_right_to_left: bool,
    ) -> Result<Self> {
        let page = Page {
            sheet,
            look,
            name,
            widths: widths.to_vec(),
            heights: BTreeMap::new(),
            breaks: Vec::new(),
            next: 0,
            is_right_to_left,
        };
        guarded(|| {
            for (place, width) in widths.iter().enumerate() {
                page.sheet.set_column_width(column_number(place), *width)?;
            }
            Ok(())
        })?;
        Ok(page)
    }

    /// Leaves a row free.
    pub fn gap(&mut self) {
        self.next = self.next.saturating_add(1);
    }

    /// The sheet's title, under a band over its columns.
    ///
    /// # Errors
    /// `workbook-not-written`.
    pub fn title(&mut self, text: &str) -> Result<()> {
        let (band, row) = (self.step(), self.step());
        let last = column_number(self.widths.len().saturating_sub(1));
        guarded(|| {
            self.set_height(band, 9.0)?;
            for column in 0..=last {
                self.sheet.write_blank(band, column, &self.look.band)?;
            }
            self.set_height(row, 36.0)?;
            self.sheet
                .write_string_with_format(row, 0, text, &self.look.title)
        })?;
        Ok(())
    }

    /// A line under the title.
    ///
    /// # Errors
    /// `workbook-not-written`.
    pub fn subtitle(&mut self, text: &str) -> Result<()> {
        let row = self.step();
        guarded(|| {
            self.sheet
                .write_string_with_format(row, 0, text, &self.look.subtitle)
        })?;
        Ok(())
    }

    /// The title of a section, with its rule over the sheet's columns.
    ///
    /// # Errors
    /// `workbook-not-written`.
    pub fn section(&mut self, text: &str) -> Result<()> {
        let row = self.step();
        let last = column_number(self.widths.len().saturating_sub(1));
        guarded(|| {
            self.set_height(row, 24.0)?;
            for column in 1..=last {
                self.sheet.write_blank(row, column, &self.look.section)?;
            }
            self.sheet
                .write_string_with_format(row, 0, text, &self.look.section)
        })?;
        Ok(())
    }

    /// A remark that runs over the columns of the sheet in one line.
    ///
    /// # Errors
    /// `workbook-not-written`.
    pub fn remark(&mut self, text: &str) -> Result<()> {
        let row = self.step();
        guarded(|| {
            self.sheet
                .write_string_with_format(row, 0, text, &self.look.note)
        })?;
        Ok(())
    }

    /// Large figures side by side, each over two columns but the first, which has one.
    ///
    /// # Errors
    /// `workbook-not-written`.
    pub fn figures(&mut self, figures: &[(String, u32)]) -> Result<()> {
        let (above, below) = (self.step(), self.step());
        guarded(|| {
            self.set_height(above, 34.0)?;
            self.set_height(below, 32.0)?;
            let mut first: ColNum = 0;
            for (label, number) in figures {
                let last = if first == 0 { 0 } else { first + 1 };
                if last > first {
                    let figure = &self.look.figure;
                    self.sheet
                        .merge_range(above, first, above, last, "", figure)?;
                    let under = &self.look.figure_label;
                    self.sheet
                        .merge_range(below, first, below, last, label, under)?;
                }
                self.sheet
                    .write_number_with_format(above, first, *number, &self.look.figure)?;
                self.sheet.write_string_with_format(
                    below,
                    first,
                    label,
                    &self.look.figure_label,
                )?;
                first = last.saturating_add(1);
            }
            Ok(())
        })
    }

    /// A label and its value in each row.
    ///
    /// # Errors
    /// `workbook-not-written`.
    pub fn pairs(&mut self, pairs: &[(String, Cell<'_>)]) -> Result<()> {
        for (label, value) in pairs {
            let row = self.high_step(std::slice::from_ref(value), 1);
            guarded(|| {
                self.sheet
                    .write_string_with_format(row.0, 0, label, &self.look.label)?;
                self.set_height(row.0, row.1)?;
                for column in 2..column_number(self.widths.len()) {
                    self.sheet.write_blank(row.0, column, &self.look.empty)?;
                }
                if let Cell::Day(day) = value {
                    let (day, format) = (serial(*day), &self.look.day_at_start);
                    self.sheet.write_number_with_format(row.0, 1, day, format)?;
                    return Ok(false);
                }
                write_cell(self.sheet, self.look, (row.0, 1), value, "")
            })?;
        }
        Ok(())
    }

    /// A small table; a heading with a tone stands on its ground with its glyph.
    ///
    /// # Errors
    /// `workbook-not-written`.
    pub fn grid(
        &mut self,
        headings: &[(Option<Tone>, String)],
        rows: &[Vec<Cell<'_>>],
    ) -> Result<Area> {
        let heading = self.step();
        let first_row = rows.first().map_or(&[][..], Vec::as_slice);
        guarded(|| self.headings(heading, headings, first_row))?;
        let first = self.next;
        self.rows(rows)?;
        Ok(Area {
            heading,
            first,
            last: self.next.saturating_sub(1),
        })
    }

    /// Rows without a heading.
    ///
    /// # Errors
    /// `workbook-not-written`.
    pub fn rows(&mut self, rows: &[Vec<Cell<'_>>]) -> Result<()> {
        for cells in rows {
            let (row, height) = self.high_step(cells, 0);
            guarded(|| self.set_height(row, height))?;
            for (place, cell) in cells.iter().enumerate() {
                let at = (row, column_number(place));
                guarded(|| write_cell(self.sheet, self.look, at, cell, ""))?;
            }
        }
        Ok(())
    }

    fn headings(
        &mut self,
        row: RowNum,
        headings: &[(Option<Tone>, String)],
        first_row: &[Cell<'_>],
    ) -> Result<(), XlsxError> {
        let texts: Vec<Cell<'_>> = headings
            .iter()
            .map(|(tone, text)| match tone {
                Some(tone) => Cell::strong(tone.with(text)),
                None => Cell::strong(text.as_str()),
            })
            .collect();
        let height = wrap::height(texts.iter().zip(self.widths.iter().copied()), 6.0);
        self.set_height(row, height)?;
        for (place, (tone, text)) in headings.iter().enumerate() {
            let format = match tone.and_then(|tone| self.look.of(tone)) {
                Some(toned) => &toned.heading,
                // A heading stands as what is beneath it stands.
                None if first_row.get(place).is_none_or(Cell::is_text) => &self.look.heading,
                None => &self.look.heading_number,
            };
            let text = tone.map_or_else(|| text.clone(), |tone| tone.with(text));
            self.sheet
                .write_string_with_format(row, column_number(place), text, format)?;
        }
        Ok(())
    }

    /// Draws bars from a small table of this sheet, beneath what was written last.
    ///
    /// # Errors
    /// `workbook-not-written`.
    pub fn bars(&mut self, area: Area, bars: &Bars) -> Result<()> {
        if self.is_page_full(bars.height(area.rows())) {
            self.break_page()?;
        } else {
            self.gap();
        }
        let row = self.next;
        let height = self.place(area, bars, row, 0)?;
        self.next = row.saturating_add(height).saturating_add(1);
        Ok(())
    }

    /// Draws bars beside a small table, from `column` on.
    ///
    /// # Errors
    /// `workbook-not-written`.
    pub fn bars_beside(&mut self, area: Area, bars: &Bars, column: ColNum) -> Result<()> {
        let height = self.place(area, bars, area.heading, column)?;
        let end = area.heading.saturating_add(height);
        self.next = self.next.max(end).saturating_add(1);
        Ok(())
    }

    /// Puts a chart over the columns from `column` to the last; returns the rows it covers.
    fn place(&mut self, area: Area, bars: &Bars, row: RowNum, column: ColNum) -> Result<RowNum> {
        let width: f64 = self
            .widths
            .iter()
            .skip(usize::from(column))
            .map(|width| breadth(*width))
            .sum();
        let mut chart: Chart = draw(&self.name, area, bars, self.is_right_to_left);
        let height = bars.height(area.rows());
        chart.set_width(pixels(width)).set_height(height);
        guarded(|| self.sheet.insert_chart(row, column, &chart))?;
        Ok(self.rows_beneath(row, height))
    }

    /// How many rows from `row` on lie under a picture of so many pixels.
    fn rows_beneath(&self, row: RowNum, pixels: u32) -> RowNum {
        let mut left = f64::from(pixels);
        let mut rows = 0;
        while left > 0.0 {
            left -= self.pixels_of(row.saturating_add(rows));
            rows = rows.saturating_add(1);
        }
        rows
    }

    fn set_height(&mut self, row: RowNum, points: f64) -> Result<(), XlsxError> {
        self.heights.insert(row, points);
        self.sheet.set_row_height(row, points)?;
        Ok(())
    }

    /// Begins a new printed page before what is written next.
    ///
    /// # Errors
    /// `workbook-not-written`.
    pub fn break_page(&mut self) -> Result<()> {
        self.breaks.push(self.next);
        guarded(|| self.sheet.set_page_breaks(&self.breaks))?;
        Ok(())
    }

    /// Whether a picture of so many pixels no longer fits on the printed page begun last.
    fn is_page_full(&self, pixels: u32) -> bool {
        let width: f64 = self.widths.iter().map(|width| breadth(*width)).sum();
        let room = PAGE_HEIGHT * (width / PAGE_WIDTH).max(1.0);
        let begin = self.breaks.last().copied().unwrap_or(0);
        let used: f64 = (begin..self.next).map(|row| self.pixels_of(row)).sum();
        used + f64::from(pixels) > room
    }

    fn pixels_of(&self, row: RowNum) -> f64 {
        let height = self.heights.get(&row).copied();
        height.unwrap_or(ROW_POINTS) / POINTS_OF_A_PIXEL
    }

    /// The next row, and how high it must be for cells that begin in column `first`.
    fn high_step(&mut self, cells: &[Cell<'_>], first: usize) -> (RowNum, f64) {
        let row = self.step();
        let widths = self.widths.iter().skip(first).copied();
        (row, wrap::height(cells.iter().zip(widths), AIR))
    }

    fn step(&mut self) -> RowNum {
        let row = self.next;
        self.next = row.saturating_add(1);
        row
    }
}

/// Pixels of a column.
fn breadth(width: f64) -> f64 {
    width * CHARACTER_PIXELS + PADDING_PIXELS
}

/// Whole pixels; a width is never larger than a screen.
fn pixels(width: f64) -> u32 {
    let mut whole = 0_u32;
    while f64::from(whole) < width && whole < 4_000 {
        whole += 1;
    }
    whole
}
