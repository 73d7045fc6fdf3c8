//! What each element of a Word document means to the reader, by its local name: Word's own prefix
//! is `w`, other programs choose others, and the strict variant has another namespace.

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Table,
    Row,
    RowProperties,
    Cell,
    Paragraph,
    ParagraphProperties,
    Run,
    RunProperties,
    Text,
    Tab,
    Break,
    NoBreakHyphen,
    Symbol,
    Vanish,
    /// `w:gridSpan`.
    Span,
    /// `w:gridBefore`: columns left out at the start of a row.
    Before,
    VerticalMerge,
    /// `w:del` without content: a mark on the row or the paragraph around it.
    Deletion,
    /// `w:pStyle` or `w:rStyle`.
    Style,
    /// `w:numId`.
    List,
    /// `w:ilvl`.
    ListLevel,
    OutlineLevel,
    Bold,
    /// Read past, with all that is in it.
    Aside,
    Other,
}

pub(super) fn mark_of(element: &BytesStart<'_>) -> Mark {
    let name = element.local_name();
    match name.as_ref() {
        "tbl" => Mark::Table,
        "tr" => Mark::Row,
        "trPr" => Mark::RowProperties,
        "tc" => Mark::Cell,
        "p" => Mark::Paragraph,
        "pPr" => Mark::ParagraphProperties,
        "r" => Mark::Run,
        "rPr" => Mark::RunProperties,
        "t" => Mark::Text,
        "tab" | "ptab" => Mark::Tab,
        "br" | "cr" => Mark::Break,
        "noBreakHyphen" => Mark::NoBreakHyphen,
        "sym" => Mark::Symbol,
        "vanish" => Mark::Vanish,
        "gridSpan" => Mark::Span,
        "gridBefore" => Mark::Before,
        "vMerge" => Mark::VerticalMerge,
        "del" | "moveFrom" => Mark::Deletion,
        "pStyle" | "rStyle" => Mark::Style,
        "numId" => Mark::List,
        "ilvl" => Mark::ListLevel,
        "outlineLvl" => Mark::OutlineLevel,
        "b" => Mark::Bold,
        // Earlier properties of a changed paragraph, row or cell are not those of today.
        "pPrChange" | "rPrChange" | "trPrChange" | "tcPrChange" | "tblPrChange" => Mark::Aside,
        "drawing" | "pict" | "object" | "txbxContent" | "Fallback" => Mark::Aside,
        "delText" | "instrText" | "delInstrText" | "sectPr" | "sdtPr" => Mark::Aside,
        _ => Mark::Other,
    }
}

/// The attribute `val`.
pub(super) fn value(element: &BytesStart<'_>) -> Option<String> {
    attribute(element, "val")
}

pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .and_then(|found| found.normalized_value(XmlVersion::Implicit1_0).ok())
        .map(|found| found.into_owned())
}

/// An on-off property holds unless it says otherwise (ECMA-376 part 1, §17.17.4).
pub(super) fn is_on(element: &BytesStart<'_>) -> bool {
    !matches!(value(element).as_deref(), Some("0" | "false" | "off"))
}

/// A letter of a symbol font: bullets are known, anything else is shown as missing.
pub(super) fn symbol(element: &BytesStart<'_>) -> &'static str {
    match attribute(element, "char").as_deref() {
        Some("F0B7" | "F0A7" | "F0D8") => "\u{2022}",
        Some("F02D" | "F0BE") => "-",
        _ => "\u{fffd}",
    }
}
