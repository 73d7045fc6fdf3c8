//! How days follow from days.

use chrono::{Datelike, Months, NaiveDate, TimeDelta};

use super::{Distance, DistanceUnit};

/// Months from one review of the UPR to the next.
const CYCLE_MONTHS: u32 = 54;
/// Months from the adoption of the outcome to the mid-term.
const MID_TERM_MONTHS: u32 = 30;
/// Weeks from the national report to the session.
const REPORT_WEEKS: i64 = 14;
/// Below so many days they are counted one by one.
const DAYS_COUNTED: u32 = 60;
/// Below so many months they are counted one by one.
const MONTHS_COUNTED: u32 = 24;

/// Where the State stands four and a half years after its review.
pub(super) fn next_review(review: NaiveDate) -> Option<NaiveDate> {
    review.checked_add_months(Months::new(CYCLE_MONTHS))
}

/// Half-way between two reviews, counted from the adoption.
pub(super) fn mid_term(adoption: NaiveDate) -> Option<NaiveDate> {
    adoption.checked_add_months(Months::new(MID_TERM_MONTHS))
}

/// The State's report before the session that begins on this day.
pub(super) fn national_report(session: NaiveDate) -> Option<NaiveDate> {
    session.checked_sub_signed(TimeDelta::weeks(REPORT_WEEKS))
}

/// So many years after the concluding observations.
pub(super) fn treaty_report(observations: NaiveDate, years: u32) -> Option<NaiveDate> {
    observations.checked_add_months(Months::new(years.checked_mul(12)?))
}

/// So many months after the concluding observations.
pub(super) fn follow_up_report(observations: NaiveDate, months: u32) -> Option<NaiveDate> {
    observations.checked_add_months(Months::new(months))
}

/// Days up to two months, then whole months up to two years, then whole years.
pub(super) fn distance(day: NaiveDate, today: NaiveDate) -> Distance {
    let days = u32::try_from((day - today).num_days().abs()).unwrap_or(u32::MAX);
    let (earlier, later) = (day.min(today), day.max(today));
    let months = whole_months(earlier, later);
    let (unit, count) = match () {
        () if days == 0 => (DistanceUnit::Today, 0),
        () if days < DAYS_COUNTED => (DistanceUnit::Days, days),
        () if months < MONTHS_COUNTED => (DistanceUnit::Months, months),
        () => (DistanceUnit::Years, months / 12),
    };
    Distance {
        unit,
        count,
        is_past: day < today,
    }
}

fn whole_months(earlier: NaiveDate, later: NaiveDate) -> u32 {
    let years = u32::try_from(later.year() - earlier.year()).unwrap_or(0);
    let months = years * 12 + later.month();
    let months = months.saturating_sub(earlier.month());
    months.saturating_sub(u32::from(later.day() < earlier.day()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date;

    fn day(text: &str) -> NaiveDate {
        date::parse(text).unwrap()
    }

    fn told(found: Option<NaiveDate>) -> String {
        date::iso(found.unwrap())
    }

    #[test]
    fn days_follow_from_the_review() {
        assert_eq!(told(next_review(day("2025-01-20"))), "2029-07-20");
        assert_eq!(told(mid_term(day("2025-06-30"))), "2027-12-30");
        assert_eq!(told(national_report(day("2029-07-20"))), "2029-04-13");
        assert_eq!(told(treaty_report(day("2024-02-29"), 5)), "2029-02-28");
        assert_eq!(told(follow_up_report(day("2024-11-30"), 24)), "2026-11-30");
    }

    #[test]
    fn a_distance_is_told_in_the_unit_a_person_would_use() {
        let far = |text: &str| {
            let found = distance(day(text), day("2026-11-24"));
            (found.unit, found.count, found.is_past)
        };
        assert_eq!(far("2026-11-24"), (DistanceUnit::Today, 0, false));
        assert_eq!(far("2026-10-21"), (DistanceUnit::Days, 34, true));
        assert_eq!(far("2027-03-30"), (DistanceUnit::Months, 4, false));
        assert_eq!(far("2028-11-23"), (DistanceUnit::Months, 23, false));
        assert_eq!(far("2028-11-24"), (DistanceUnit::Years, 2, false));
        assert_eq!(far("2021-11-25"), (DistanceUnit::Years, 4, true));
    }
}
