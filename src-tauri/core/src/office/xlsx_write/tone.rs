//! Tones: what a colour says, always with its glyph beside it (UX §4). The values are those of the
//! light screen, checked there for contrast and for the three kinds of colour blindness; they
//! survive print in black and white through the glyph and the hatch.

/// How a value is meant, shown by glyph and colour together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// There is nothing yet.
    Blank,
    /// Waits for its beginning.
    Waiting,
    /// Has begun.
    Begun,
    /// Is partly there.
    Half,
    /// Is whole.
    Whole,
    /// Was stopped.
    Stopped,
    /// Counts neither way.
    Aside,
    /// Presses: too late.
    Alarm,
    /// Presses soon.
    Soon,
    /// Stands without an end.
    Lasting,
    /// Plain, but less weighty.
    Quiet,
}

impl Tone {
    pub(super) const ALL: [Tone; 11] = [
        Tone::Blank,
        Tone::Waiting,
        Tone::Begun,
        Tone::Half,
        Tone::Whole,
        Tone::Stopped,
        Tone::Aside,
        Tone::Alarm,
        Tone::Soon,
        Tone::Lasting,
        Tone::Quiet,
    ];

    /// The sign that says the same as the colour.
    #[must_use]
    pub fn glyph(self) -> &'static str {
        match self {
            Tone::Blank => "◌",
            Tone::Waiting => "○",
            Tone::Begun => "◔",
            Tone::Half => "◑",
            Tone::Whole => "●",
            Tone::Stopped => "⊘",
            Tone::Aside => "—",
            Tone::Alarm => "▲",
            Tone::Soon => "◷",
            Tone::Lasting => "∞",
            Tone::Quiet => "",
        }
    }

    /// The glyph and the words, as they stand in a cell.
    #[must_use]
    pub fn with(self, words: &str) -> String {
        match self.glyph() {
            "" => words.to_owned(),
            glyph => format!("{glyph} {words}"),
        }
    }

    /// Text and ground of a cell.
    pub(super) fn chip(self) -> (u32, Option<u32>) {
        match self {
            Tone::Waiting => (0x47_4F_5A, Some(0xEC_EF_F2)),
            Tone::Begun | Tone::Half | Tone::Lasting => (0x14_50_7F, Some(0xE1_EF_FB)),
            Tone::Whole => (0x0A_5A_43, Some(0xDF_F3_EB)),
            Tone::Stopped => (0x64_17_5A, Some(0xF7_E6_F7)),
            Tone::Alarm => (0x8F_1F_10, Some(0xFD_E8_E4)),
            Tone::Soon => (0x7A_48_00, Some(0xFC_EF_D9)),
            Tone::Blank | Tone::Aside | Tone::Quiet => (0x56_5F_6B, None),
        }
    }

    /// Fill of a bar.
    pub(super) fn fill(self) -> u32 {
        match self {
            Tone::Blank | Tone::Waiting => 0xFF_FF_FF,
            Tone::Begun | Tone::Lasting => 0x5A_98_CB,
            Tone::Half => 0x19_6E_A9,
            Tone::Whole => 0x03_4A_2E,
            Tone::Stopped => 0x65_2A_72,
            Tone::Aside | Tone::Quiet => 0xD5_DA_E1,
            Tone::Alarm => 0xCB_48_38,
            Tone::Soon => 0xF3_CB_86,
        }
    }

    /// Whether white figures can be read on the fill.
    pub(super) fn is_dark(self) -> bool {
        matches!(
            self,
            Tone::Begun | Tone::Lasting | Tone::Half | Tone::Whole | Tone::Stopped | Tone::Alarm
        )
    }
}
