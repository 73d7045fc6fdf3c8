//! Days as ISO dates. A date that is not one is refused with its text, never stored empty.

use chrono::{NaiveDate, TimeDelta};

use super::{Error, Result};

/// Reads an ISO date (`2027-03-15`).
///
/// # Errors
/// `date-not-understood` with the text.
pub fn parse(text: &str) -> Result<NaiveDate> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d")
        .ok()
        .filter(|_| text.trim().len() == 10)
        .ok_or_else(|| Error::person("date-not-understood").with("date", text))
}

/// ISO text of a day.
#[must_use]
pub fn iso(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// The day before.
#[must_use]
pub fn day_before(day: NaiveDate) -> NaiveDate {
    day.checked_sub_signed(TimeDelta::days(1)).unwrap_or(day)
}

/// Refuses dates that are not dates, and an end before its beginning (I8).
///
/// # Errors
/// `date-not-understood`, `dates-in-wrong-order`.
pub fn refuse_wrong_order(from: Option<&str>, to: Option<&str>) -> Result<()> {
    let (from, to) = (from.map(parse).transpose()?, to.map(parse).transpose()?);
    match (from, to) {
        (Some(from), Some(to)) if from > to => Err(Error::person("dates-in-wrong-order")
            .with("from", iso(from))
            .with("to", iso(to))),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_does_not_exist_is_refused_with_its_text() {
        let error = parse("2027-02-30").unwrap_err();
        assert_eq!(
            (error.code.as_str(), error.args["date"].as_str()),
            ("date-not-understood", "2027-02-30")
        );
        assert!(parse("15.03.2027").is_err() && parse("2027-3-5").is_err());
        assert_eq!(iso(parse(" 2027-03-15 ").unwrap()), "2027-03-15");
    }

    #[test]
    fn an_end_before_its_beginning_is_refused() {
        let error = refuse_wrong_order(Some("2027-03-15"), Some("2027-03-14")).unwrap_err();
        assert_eq!(error.code, "dates-in-wrong-order");
        assert!(refuse_wrong_order(Some("2027-03-15"), Some("2027-03-15")).is_ok());
        assert!(refuse_wrong_order(None, Some("2027-03-15")).is_ok());
    }
}
