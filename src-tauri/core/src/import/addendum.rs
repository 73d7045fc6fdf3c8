//! Reads addenda to reports of the UPR Working Group in Word: the State's views on the recommendations,
//! for instance A/HRC/59/15/Add.1. What was pending is settled on the records of the report (I4).
//!
//! Addenda have no fixed form. Three are read: sentences that list paragraph numbers ("Recommendations
//! 115.1–115.4 and 115.7 are accepted"), tables (number, position, comment), and recommendations one by
//! one, each with its answer beneath. A number whose answer is not clear is listed, never guessed.

mod answers;
mod prose;
mod sentences;
mod table;

use super::draft::{Format, Reading};
use super::recognise::{Ask, choose_state};
use super::review_text::about::{self, About};
use super::working_group_report::{MOST_TEXT_BYTES, text_bytes};
use crate::base::{Error, Problem, Result, Severity};
use crate::office::docx_read::{Block, Document};

use self::answers::Answers;
use self::prose::Prose;

/// A document that is an addendum.
pub(super) struct Addendum<'a> {
    document: &'a Document,
    about: About,
}

/// `None` where neither symbol nor title say that it is an addendum to a report of the Working Group.
pub(super) fn find_addendum(document: &Document) -> Option<Addendum<'_>> {
    let about = about::read(document);
    let is_one = about.is_addendum && about::has_title(document);
    (is_one && text_bytes(document) <= MOST_TEXT_BYTES).then_some(Addendum { document, about })
}

impl Addendum<'_> {
    pub(super) fn about(&self) -> &About {
        &self.about
    }

    /// Reads every answer.
    ///
    /// # Errors
    /// `import-state-needed`, `import-state-not-in-file`, `addendum-without-answers`.
    pub(super) fn read(&self, ask: &Ask) -> Result<Reading> {
        let mut answers = Answers::new(&self.about);
        let mut prose = Prose::default();
        for block in &self.document.blocks {
            match block {
                Block::Paragraph(paragraph) => prose.take(paragraph, &mut answers),
                Block::Table(number) => {
                    prose.close(&mut answers);
                    let tables = self.document.tables.iter();
                    for table in tables.filter(|table| table.number == *number) {
                        table::read(table, prose.section(), &mut answers);
                    }
                }
            }
        }
        prose.close(&mut answers);
        let (drafts, mut problems) = answers.finish();
        if drafts.is_empty() {
            return Err(Error::person("addendum-without-answers"));
        }
        let found = self.about.states(drafts.len());
        let state = choose_state(&found, ask)?;
        if self.about.state.is_none() {
            let problem = Problem::new(Severity::Notice, "import-state-not-stated");
            problems.push(problem.value(self.about.name.clone().unwrap_or_default()));
        }
        if self.about.symbol.is_none() {
            problems.push(Problem::new(Severity::Warning, "addendum-symbol-missing"));
        }
        Ok(Reading {
            format: Format::Addendum,
            layout: "docx".to_owned(),
            confidence: self.about.confidence(),
            encoding: None,
            state,
            states_found: found,
            read: u32::try_from(drafts.len()).unwrap_or(u32::MAX),
            drafts,
            problems,
        })
    }
}
