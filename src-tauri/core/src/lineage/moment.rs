//! When a recommendation was made, as far as the plan knows: what a predecessor is judged by (I21).

use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use crate::base::{Result, date};
use crate::dossier::Reader;
use crate::reference::sessions;

/// First and last day on which it may have been made.
type Span = (NaiveDate, NaiveDate);

/// Where a recommendation stands in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    mechanism: String,
    cycle: Option<u32>,
    span: Option<Span>,
}

/// Columns that [`moment`] reads, of `r`, its document `d` and the review `v` of that.
pub const COLUMNS: &str =
    "r.mechanism, r.cycle, r.session, r.year, d.published_on, v.held_on, v.adopted_on";
pub const JOINS: &str = "left join live_document d on d.symbol = r.document
             left join live_review v on v.id = d.review_id";

/// The moment of one record; `None` where there is no such record.
///
/// # Errors
/// The storage's own.
pub fn moment_of(reader: &Reader<'_>, id: &str) -> Result<Option<Moment>> {
    reader.find(
        &format!(
            "select {COLUMNS}
             from live_recommendation r
             {JOINS}
             where r.id = :id
             order by v.held_on"
        ),
        named_params! {":id": id},
        |row| moment(row, 0),
    )
}

/// Reads a moment from the columns that begin at `first`.
///
/// # Errors
/// The storage's own.
pub fn moment(row: &Row<'_>, first: usize) -> rusqlite::Result<Moment> {
    let mechanism: String = row.get(first)?;
    let cycle: Option<u32> = row.get(first + 1)?;
    let session: Option<u32> = row.get(first + 2)?;
    let year: Option<i32> = row.get(first + 3)?;
    let day = |column: usize| -> rusqlite::Result<Option<Span>> {
        let text: Option<String> = row.get(first + column)?;
        let day = text.and_then(|text| date::parse(&text).ok());
        Ok(day.map(|day| (day, day)))
    };
    let is_upr = mechanism == "UPR";
    let span = day(5)?
        .or(day(6)?)
        .or(day(4)?)
        .or_else(|| session.filter(|_| is_upr).and_then(of_session))
        .or_else(|| year.and_then(of_year))
        .or_else(|| cycle.filter(|_| is_upr).and_then(of_cycle));
    Ok(Moment {
        mechanism,
        cycle,
        span,
    })
}

impl Moment {
    /// Whether this was made before `other`; `None` where that is not known. Of two cycles of one
    /// mechanism the cycle decides, else the dates.
    #[must_use]
    pub fn is_before(&self, other: &Moment) -> Option<bool> {
        if self.mechanism == other.mechanism
            && let (Some(own), Some(others)) = (self.cycle, other.cycle)
            && own != others
        {
            return Some(own < others);
        }
        let (own, others) = (self.span?, other.span?);
        if own.1 < others.0 {
            Some(true)
        } else if others.1 <= own.0 || own == others {
            Some(false)
        } else {
            None
        }
    }

    #[must_use]
    pub fn mechanism(&self) -> &str {
        &self.mechanism
    }

    #[must_use]
    pub fn cycle(&self) -> Option<u32> {
        self.cycle
    }
}

fn of_session(number: u32) -> Option<Span> {
    let session = sessions::by_number(number)?;
    span(&session.start_on, &session.end_on)
}

fn of_year(year: i32) -> Option<Span> {
    Some((
        NaiveDate::from_ymd_opt(year, 1, 1)?,
        NaiveDate::from_ymd_opt(year, 12, 31)?,
    ))
}

fn of_cycle(cycle: u32) -> Option<Span> {
    let mut own = sessions::all()
        .iter()
        .filter(|session| u32::from(session.cycle) == cycle);
    let first = own.next()?;
    let last = own.next_back().unwrap_or(first);
    span(&first.start_on, &last.end_on)
}

fn span(from: &str, to: &str) -> Option<Span> {
    Some((date::parse(from).ok()?, date::parse(to).ok()?))
}
