//! A written workbook read back with another program's eyes, row by row under its headings.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use zip::ZipArchive;

/// The cells of one sheet.
pub struct Sheet {
    pub cells: Vec<Vec<Data>>,
}

/// A row of a table by its headings.
pub type Row = BTreeMap<String, Data>;

impl Sheet {
    pub fn read(path: &Path, name: &str) -> Sheet {
        let mut book: Xlsx<_> = open_workbook(path).expect("a workbook");
        let range = book.worksheet_range(name).expect(name);
        let end = range.end().unwrap_or_default();
        let cell = |row, column| range.get_value((row, column)).cloned().unwrap_or_default();
        let cells = (0..=end.0)
            .map(|row| (0..=end.1).map(|column| cell(row, column)).collect())
            .collect();
        Sheet { cells }
    }

    /// The rows beneath the first one.
    pub fn rows(&self) -> Vec<Row> {
        self.beneath(0)
    }

    /// The rows beneath a heading row, down to one whose first cell is empty.
    pub fn beneath(&self, heading: usize) -> Vec<Row> {
        let names: Vec<String> = self.cells[heading].iter().map(text).collect();
        self.cells[heading + 1..]
            .iter()
            .take_while(|row| row[0] != Data::Empty)
            .map(|row| names.iter().cloned().zip(row.iter().cloned()).collect())
            .collect()
    }

    /// The small table under the title of a section.
    pub fn section(&self, title: &str) -> Vec<Row> {
        let at = self.cells.iter().position(|row| text(&row[0]) == title);
        self.beneath(at.expect(title) + 1)
    }

    /// The value beside a label.
    pub fn beside(&self, label: &str) -> String {
        let row = self.cells.iter().find(|row| text(&row[0]) == label);
        text(&row.expect(label)[1])
    }
}

/// The text of a cell, empty where it holds none.
pub fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        other => format!("{other:?}"),
    }
}

/// The whole number of a cell; 0 where it is empty.
pub fn number(cell: &Data) -> u32 {
    match cell {
        Data::Empty => 0,
        Data::Float(number) => format!("{number}").parse().expect("a whole number"),
        Data::Int(number) => u32::try_from(*number).expect("a count"),
        other => panic!("{other:?} is no number"),
    }
}

/// The parts of the package, inflated, by name.
pub fn parts(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let file = std::fs::File::open(path).expect("a file");
    let mut package = ZipArchive::new(file).expect("a package");
    (0..package.len())
        .map(|place| {
            let mut part = package.by_index(place).expect("a part");
            let name = part.name().expect("a name").into_owned();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("its bytes");
            (name, bytes)
        })
        .collect()
}

/// A part as text.
pub fn part(path: &Path, name: &str) -> String {
    let parts = parts(path);
    String::from_utf8(parts[name].clone()).expect("UTF-8")
}
