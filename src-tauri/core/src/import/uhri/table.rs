//! The Excel file of the Index (FORMATS b1), or the same columns as CSV.

use super::annotation::Annotation;
use super::fields::{self, Field};
use super::sifting::Sifting;
use crate::base::Result;
use crate::import::draft::Reading;
use crate::import::recognise::{Ask, Recognition};
use crate::office::table_read::{Sheet, SheetRow, TableKind, Tables};
use crate::office::xlsx_dump;

/// Rows above the header that may hold a title.
const HEADER_WITHIN: usize = 10;

/// The columns of a sheet that are read: where they stand and what they mean.
pub(in crate::import) struct Columns(Vec<(usize, Field)>);

impl Columns {
    /// The columns, where a row is such a header. A name that stands twice counts once.
    pub(in crate::import) fn of(cells: &[String]) -> Option<Columns> {
        let mut columns: Vec<(usize, Field)> = Vec::new();
        for (place, cell) in cells.iter().enumerate() {
            if let Some(field) = fields::named(cell.trim())
                && !columns.iter().any(|(_, known)| *known == field)
            {
                columns.push((place, field));
            }
        }
        let found: Vec<Field> = columns.iter().map(|(_, field)| *field).collect();
        fields::are_an_annotation(&found).then_some(Columns(columns))
    }

    fn countries(&self, cells: &[String]) -> Vec<String> {
        let place = self
            .0
            .iter()
            .find(|(_, field)| *field == Field::Countries)
            .map(|(place, _)| *place);
        let cell = place.and_then(|place| cells.get(place));
        let lines = cell.map(String::as_str).unwrap_or_default().lines();
        let lines = lines.filter(|line| !line.trim().is_empty());
        lines.map(str::to_owned).collect()
    }

    fn annotation(&self, cells: &[String]) -> Annotation {
        let mut annotation = Annotation::default();
        for (place, field) in &self.0 {
            if let Some(cell) = cells.get(*place) {
                annotation.put_cell(*field, cell);
            }
        }
        annotation
    }
}

/// The sheet of a file that is such an export.
pub(in crate::import) struct Export<'a> {
    sheet: &'a Sheet,
    columns: Columns,
    header: usize,
    kind: TableKind,
    encoding: Option<String>,
}

/// Finds the export in a file's tables; `None` where it is something else.
pub(in crate::import) fn find_export(tables: &Tables) -> Option<Export<'_>> {
    tables.sheets.iter().find_map(|sheet| {
        let top = sheet.rows.iter().take(HEADER_WITHIN).enumerate();
        let (header, columns) = top
            .filter_map(|(place, row)| Some((place, Columns::of(&row.cells)?)))
            .next()?;
        Some(Export {
            sheet,
            columns,
            header,
            kind: tables.kind,
            encoding: tables.encoding.clone(),
        })
    })
}

/// Whether an xlsx file too long to be held is an export of the Index, by its first row.
///
/// # Errors
/// `file-damaged`.
pub(in crate::import) fn is_dump(bytes: &[u8]) -> Result<bool> {
    Ok(Columns::of(&xlsx_dump::first_row(bytes)?).is_some())
}

/// As [`Export::recognise`], for a sheet that is never held whole.
///
/// # Errors
/// `import-too-many-states` and those of reading the rows.
pub(in crate::import) fn recognise_dump(bytes: &[u8]) -> Result<Recognition> {
    let sifting = sift(bytes, Sifting::default(), false)?;
    Ok(sifting.recognition("xlsx", None))
}

/// As [`Export::read`], for a sheet that is never held whole.
///
/// # Errors
/// As [`recognise_dump`], and those of choosing a State.
pub(in crate::import) fn read_dump(bytes: &[u8], ask: &Ask) -> Result<Reading> {
    let sifting = sift(bytes, Sifting::for_state(ask), true)?;
    sifting.reading(ask, "xlsx", None)
}

fn sift(bytes: &[u8], mut sifting: Sifting, takes: bool) -> Result<Sifting> {
    let mut columns: Option<Columns> = None;
    xlsx_dump::each_row(bytes, |number, cells| {
        match &columns {
            None => columns = Columns::of(cells),
            Some(columns) => {
                if sifting.concerns(&columns.countries(cells))? && takes {
                    sifting.take(&columns.annotation(cells), None, number);
                }
            }
        }
        Ok(())
    })?;
    Ok(sifting)
}

impl Export<'_> {
    fn layout(&self) -> &'static str {
        self.kind.word()
    }

    fn rows(&self) -> impl Iterator<Item = &SheetRow> {
        self.sheet.rows.iter().skip(self.header + 1)
    }

    /// Says of which States the file speaks.
    ///
    /// # Errors
    /// `import-too-many-states`.
    pub(in crate::import) fn recognise(&self) -> Result<Recognition> {
        let mut sifting = Sifting::default();
        for row in self.rows() {
            sifting.concerns(&self.columns.countries(&row.cells))?;
        }
        Ok(sifting.recognition(self.layout(), self.encoding.clone()))
    }

    /// Reads what the file says about one State.
    ///
    /// # Errors
    /// `import-too-many-states` and those of choosing a State.
    pub(in crate::import) fn read(&self, ask: &Ask) -> Result<Reading> {
        let mut sifting = Sifting::for_state(ask);
        let sheet = Some(self.sheet.name.as_str()).filter(|name| !name.is_empty());
        for row in self.rows() {
            if sifting.concerns(&self.columns.countries(&row.cells))? {
                let annotation = self.columns.annotation(&row.cells);
                sifting.take(&annotation, sheet, row.number);
            }
        }
        sifting.reading(ask, self.layout(), self.encoding.clone())
    }
}
