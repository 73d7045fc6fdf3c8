//! The formats of the house look, made once for a workbook.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use super::Tone;

pub(super) const TEXT: u32 = 0x1B_1F_24;
pub(super) const MUTED: u32 = 0x56_5F_6B;
pub(super) const ACCENT: u32 = 0x14_50_7F;
pub(super) const HAIRLINE: u32 = 0xD5_DA_E1;
pub(super) const GROUND: u32 = 0xF4_F6_F8;
/// The bar behind a share.
pub(super) const BAR: u32 = 0xC7_DD_F2;
/// Month by name, in the reader's own language: no one takes the day for the month.
const DAY: &str = "dd mmm yyyy";

/// Where the formats of one tone stand.
pub(super) struct Toned {
    pub heading: Format,
    pub chip: Format,
    pub number: Format,
    pub day: Format,
}

pub(super) struct Look {
    pub title: Format,
    pub subtitle: Format,
    pub section: Format,
    pub note: Format,
    /// The band over a title.
    pub band: Format,
    pub label: Format,
    pub day_at_start: Format,
    pub heading: Format,
    pub heading_number: Format,
    pub empty: Format,
    pub text: Format,
    pub quoted: Format,
    pub strong: Format,
    pub number: Format,
    pub day: Format,
    pub percent: Format,
    pub figure: Format,
    pub figure_label: Format,
    toned: BTreeMap<Tone, Toned>,
}

impl Look {
    pub fn new(is_right_to_left: bool, upright: FormatAlign) -> Self {
        // Only a side that is named takes an indent.
        let start = match is_right_to_left {
            true => FormatAlign::Right,
            false => FormatAlign::Left,
        };
        let centred = lined(TEXT, upright).set_align(FormatAlign::Center);
        let cell = indented(lined(TEXT, upright), start);
        Look {
            title: free(TEXT).set_align(start).set_font_size(24).set_bold(),
            subtitle: free(MUTED).set_align(start).set_font_size(12),
            section: free(ACCENT)
                .set_align(start)
                .set_font_size(14)
                .set_bold()
                .set_border_bottom(FormatBorder::Medium)
                .set_border_bottom_color(ACCENT),
            note: free(MUTED).set_align(start),
            band: Format::new().set_background_color(ACCENT),
            label: indented(lined(MUTED, upright), start).set_text_wrap(),
            day_at_start: cell.clone().set_num_format(DAY),
            heading: indented(heading(), start),
            heading_number: heading().set_align(FormatAlign::Center),
            text: cell.clone().set_text_wrap(),
            quoted: cell.clone().set_text_wrap().set_quote_prefix(),
            strong: cell.clone().set_text_wrap().set_bold(),
            number: centred.clone().set_num_format("0"),
            day: centred.clone().set_num_format(DAY),
            percent: centred.set_num_format("0%"),
            empty: cell,
            figure: free(ACCENT)
                .set_font_size(22)
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_background_color(GROUND)
                .set_border_top(FormatBorder::Medium)
                .set_border_top_color(ACCENT),
            figure_label: free(MUTED)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::Top)
                .set_text_wrap()
                .set_background_color(GROUND),
            toned: Tone::ALL
                .into_iter()
                .map(|tone| (tone, toned(tone, start, upright)))
                .collect(),
        }
    }

    /// The formats of a tone.
    pub fn of(&self, tone: Tone) -> Option<&Toned> {
        self.toned.get(&tone)
    }
}

fn free(colour: u32) -> Format {
    Format::new()
        .set_font_color(colour)
        .set_align(FormatAlign::Top)
}

fn lined(colour: u32, upright: FormatAlign) -> Format {
    free(colour)
        .set_align(upright)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(HAIRLINE)
}

fn indented(format: Format, start: FormatAlign) -> Format {
    format.set_align(start).set_indent(1)
}

fn heading() -> Format {
    Format::new()
        .set_bold()
        .set_font_color(0xFF_FF_FF_u32)
        .set_background_color(ACCENT)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
        .set_border_left(FormatBorder::Thin)
        .set_border_left_color(0xFF_FF_FF_u32)
}

fn toned(tone: Tone, start: FormatAlign, upright: FormatAlign) -> Toned {
    let (text, ground) = tone.chip();
    let mut chip = lined(text, upright);
    if let Some(ground) = ground {
        chip = chip.set_background_color(ground);
    }
    let centred = chip.clone().set_align(FormatAlign::Center);
    let before = match tone.glyph() {
        "" => String::new(),
        glyph => format!("\"{glyph} \""),
    };
    Toned {
        heading: centred
            .clone()
            .set_bold()
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap(),
        number: centred.clone().set_num_format(format!("{before}0")),
        day: centred.set_num_format(format!("{before}{DAY}")),
        chip: indented(chip, start).set_text_wrap(),
    }
}
