//! Native charts of Excel, drawn from the cells beside them: bars from the start of the line, direct
//! figures, the tone's fill, a hatch for what was stopped. Colour is never alone: the legend carries
//! the glyph of its heading.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartLineDashType, ChartPatternFill, ChartPatternFillType, ChartPoint, ChartSolidFill,
    ChartType, ColNum, ObjectMovement,
};

use super::Tone;
use super::look::{HAIRLINE, MUTED, TEXT};
use super::page::Area;

/// Pixels of one bar with the room around it, and of all else.
const BAR_PIXELS: u32 = 30;
const FRAME_PIXELS: u32 = 110;
const PLAIN_BAR_PIXELS: u32 = 26;
const PLAIN_FRAME_PIXELS: u32 = 60;
/// A chart taller than this leaves its printed page, unless its names would no longer be read.
const TALLEST: u32 = 700;
const THINNEST_BAR_PIXELS: u32 = 17;

/// One column of the table as bars.
#[derive(Debug, Clone)]
pub struct Series {
    pub column: u16,
    pub tone: Tone,
}

/// What is drawn from a small table whose first column names the bars.
#[derive(Debug, Clone)]
pub enum Bars {
    /// Several columns laid end to end, one bar a row.
    Stacked { title: String, series: Vec<Series> },
    /// One column, each bar in the tone of its row.
    Toned {
        title: String,
        column: u16,
        tones: Vec<Tone>,
    },
}

impl Bars {
    pub(super) fn height(&self, rows: u32) -> u32 {
        let (frame, bar) = match self {
            Bars::Stacked { .. } => (FRAME_PIXELS, BAR_PIXELS),
            Bars::Toned { .. } => (PLAIN_FRAME_PIXELS, PLAIN_BAR_PIXELS),
        };
        rows.saturating_mul(bar)
            .saturating_add(frame)
            .min(TALLEST.max(rows.saturating_mul(THINNEST_BAR_PIXELS)))
    }

    fn title(&self) -> &str {
        match self {
            Bars::Stacked { title, .. } | Bars::Toned { title, .. } => title,
        }
    }
}

pub(super) fn draw(sheet: &str, area: Area, bars: &Bars, is_right_to_left: bool) -> Chart {
    let mut chart = match bars {
        Bars::Stacked { .. } => Chart::new(ChartType::BarStacked),
        Bars::Toned { .. } => Chart::new(ChartType::Bar),
    };
    frame(&mut chart, bars.title(), is_right_to_left);
    match bars {
        Bars::Stacked { series, .. } => {
            for one in series {
                add(&mut chart, sheet, area, one.column)
                    .set_format(&mut fill(one.tone))
                    .set_overlap(100)
                    .set_data_label(&figure(one.tone));
            }
            chart
                .legend()
                .set_position(ChartLegendPosition::Bottom)
                .set_font(&font(9.0, TEXT));
        }
        Bars::Toned { column, tones, .. } => {
            let points: Vec<ChartPoint> = tones
                .iter()
                .map(|tone| ChartPoint::new().set_format(&mut fill(*tone)))
                .collect();
            add(&mut chart, sheet, area, *column)
                .set_points(&points)
                .set_data_label(
                    ChartDataLabel::new()
                        .show_value()
                        .set_font(&font(9.0, TEXT)),
                );
            chart.legend().set_hidden();
        }
    }
    chart
}

fn add<'c>(
    chart: &'c mut Chart,
    sheet: &str,
    area: Area,
    column: ColNum,
) -> &'c mut rust_xlsxwriter::ChartSeries {
    chart
        .add_series()
        .set_name((sheet, area.heading, column))
        .set_categories((sheet, area.first, 0, area.last, 0))
        .set_values((sheet, area.first, column, area.last, column))
        .set_gap(45)
}

/// The frame: the first row on top, no lines that no one reads, bars from the start of the line.
fn frame(chart: &mut Chart, title: &str, is_right_to_left: bool) {
    chart
        .set_object_movement(ObjectMovement::MoveButDontSizeWithCells)
        .set_alt_text(title);
    let mut heading = font(12.0, TEXT);
    heading.set_bold();
    chart.title().set_name(title).set_font(&heading);
    let mut line = ChartLine::new();
    line.set_color(HAIRLINE);
    // Of a chart with lying bars the crate calls the upright axis y: it carries the names.
    chart
        .y_axis()
        .set_reverse()
        .set_font(&font(9.0, TEXT))
        .set_format(ChartFormat::new().set_line(&line));
    let values = chart.x_axis();
    values
        .set_major_gridlines(false)
        .set_font(&font(9.0, MUTED))
        .set_hidden(true);
    if is_right_to_left {
        values.set_reverse();
    }
    chart
        .chart_area()
        .set_format(ChartFormat::new().set_no_border());
}

fn font(size: f64, colour: u32) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_size(size).set_color(colour).unset_bold();
    font
}

/// The number on its bar; a zero has no bar and no number.
fn figure(tone: Tone) -> ChartDataLabel {
    let colour = if tone.is_dark() { 0xFF_FF_FF } else { TEXT };
    let mut label = ChartDataLabel::new();
    label
        .show_value()
        .set_num_format("0;;;")
        .set_font(&font(9.0, colour));
    label
}

fn fill(tone: Tone) -> ChartFormat {
    let mut format = ChartFormat::new();
    let mut edge = ChartLine::new();
    edge.set_width(0.75);
    match tone {
        Tone::Stopped => {
            format.set_pattern_fill(
                ChartPatternFill::new()
                    .set_pattern(ChartPatternFillType::DiagonalStripesWideUpwards)
                    .set_background_color(tone.fill())
                    .set_foreground_color(0x8C_5E_97_u32),
            );
            edge.set_color(0xFF_FF_FF_u32);
        }
        Tone::Blank => {
            format.set_solid_fill(ChartSolidFill::new().set_color(tone.fill()));
            edge.set_color(0x7C_86_93_u32)
                .set_dash_type(ChartLineDashType::RoundDot);
        }
        Tone::Waiting => {
            format.set_solid_fill(ChartSolidFill::new().set_color(tone.fill()));
            edge.set_color(0x6B_72_80_u32).set_width(1.25);
        }
        _ => {
            format.set_solid_fill(ChartSolidFill::new().set_color(tone.fill()));
            edge.set_color(0xFF_FF_FF_u32);
        }
    }
    format.set_border(&edge);
    format
}
