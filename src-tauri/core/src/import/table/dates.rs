//! Days as people write them in tables. A day that is not understood is told apart from none, and one
//! that can be read two ways is not read at all until a person says which.

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::base::date::iso;
use crate::base::text::fold;

/// Which number stands first in `03/04/2018`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    DayFirst,
    MonthFirst,
}

/// What a cell says of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Day {
    /// ISO.
    On(String),
    /// Only the year is said.
    Year(u32),
    /// Day and month could change places.
    Ambiguous,
    Unknown,
}

/// Months by their names in the languages tables come in, folded.
const MONTHS: [&[&str]; 12] = [
    &[
        "january",
        "jan",
        "janvier",
        "enero",
        "ene",
        "января",
        "январь",
        "янв",
        "يناير",
        "janeiro",
    ],
    &[
        "february",
        "feb",
        "fevrier",
        "febrero",
        "февраля",
        "февраль",
        "фев",
        "فبراير",
        "fevereiro",
    ],
    &[
        "march",
        "mar",
        "mars",
        "marzo",
        "марта",
        "март",
        "مارس",
        "marco",
    ],
    &[
        "april",
        "apr",
        "avril",
        "abril",
        "abr",
        "апреля",
        "апрель",
        "апр",
        "ابريل",
    ],
    &["may", "mai", "mayo", "мая", "маи", "مايو", "maio"],
    &[
        "june",
        "jun",
        "juin",
        "junio",
        "июня",
        "июнь",
        "يونيو",
        "junho",
    ],
    &[
        "july",
        "jul",
        "juillet",
        "julio",
        "июля",
        "июль",
        "يوليو",
        "julho",
    ],
    &[
        "august",
        "aug",
        "aout",
        "agosto",
        "ago",
        "августа",
        "август",
        "авг",
        "اغسطس",
    ],
    &[
        "september",
        "sep",
        "sept",
        "septembre",
        "septiembre",
        "setiembre",
        "сентября",
        "сентябрь",
        "сен",
        "سبتمبر",
        "setembro",
    ],
    &[
        "october",
        "oct",
        "octobre",
        "octubre",
        "октября",
        "октябрь",
        "окт",
        "اكتوبر",
        "outubro",
    ],
    &[
        "november",
        "nov",
        "novembre",
        "noviembre",
        "ноября",
        "ноябрь",
        "ноя",
        "نوفمبر",
        "novembro",
    ],
    &[
        "december",
        "dec",
        "decembre",
        "diciembre",
        "dic",
        "декабря",
        "декабрь",
        "дек",
        "ديسمبر",
        "dezembro",
    ],
];

/// Serial numbers of Excel from 1954 to 2119; other whole numbers are no days.
const SERIALS: std::ops::RangeInclusive<i64> = 20_000..=80_000;
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// Reads a cell.
pub(super) fn read(cell: &str, order: Option<DateOrder>) -> Day {
    let cell = latin_digits(cell.trim());
    if let Some(day) = cell.get(..10).and_then(|start| iso_day(start, &cell)) {
        return Day::On(iso(day));
    }
    if let Some(day) = serial(&cell) {
        return Day::On(iso(day));
    }
    let folded = fold(&cell);
    let (numbers, month, is_clean) = parts(&folded);
    if !is_clean {
        return Day::Unknown;
    }
    let day = match (month, numbers.as_slice()) {
        (Some(month), [year]) if YEARS.contains(year) && month > 0 => return Day::Year(*year),
        (Some(month), [day, year]) => date(*year, month, *day),
        (None, [year]) if YEARS.contains(year) => return Day::Year(*year),
        (None, [year, month]) | (None, [month, year])
            if YEARS.contains(year) && (1..=12).contains(month) =>
        {
            return Day::Year(*year);
        }
        (None, [year, month, day]) if *year > 31 => date(*year, *month, *day),
        (None, [first, second, year]) => {
            let order = match () {
                () if first == second || *first > 12 => DateOrder::DayFirst,
                () if *second > 12 => DateOrder::MonthFirst,
                () if cell.contains('.') => DateOrder::DayFirst,
                () => match order {
                    Some(order) => order,
                    None => return Day::Ambiguous,
                },
            };
            match order {
                DateOrder::DayFirst => date(*year, *second, *first),
                DateOrder::MonthFirst => date(*year, *first, *second),
            }
        }
        _ => None,
    };
    day.map_or(Day::Unknown, |day| Day::On(iso(day)))
}

/// What the days of a column say of their order; `None` where none of them needs it or all of them
/// could be read both ways.
pub(super) fn order_of<'a>(cells: impl Iterator<Item = &'a str>) -> Option<DateOrder> {
    let mut found = None;
    for cell in cells {
        let (numbers, month, is_clean) = parts(&fold(&latin_digits(cell)));
        let [first, second, year] = numbers.as_slice() else {
            continue;
        };
        if !is_clean || month.is_some() || *year <= 31 || cell.contains('.') {
            continue;
        }
        let says = match (*first > 12, *second > 12) {
            (true, false) if *first <= 31 => DateOrder::DayFirst,
            (false, true) => DateOrder::MonthFirst,
            _ => continue,
        };
        // Both orders in one column: none is right for all of it.
        if found.is_some_and(|found| found != says) {
            return None;
        }
        found = Some(says);
    }
    found
}

fn iso_day(start: &str, cell: &str) -> Option<NaiveDate> {
    let behind = cell.get(10..)?;
    let is_moment = behind.is_empty() || behind.starts_with(['T', ' ']);
    crate::base::date::parse(start).ok().filter(|_| is_moment)
}

fn serial(cell: &str) -> Option<NaiveDate> {
    let (whole, fraction) = cell.split_once(['.', ',']).unwrap_or((cell, ""));
    let is_number = whole.len() == 5 && fraction.chars().all(|letter| letter.is_ascii_digit());
    let days: i64 = whole.parse().ok().filter(|_| is_number)?;
    let start = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let is_day = SERIALS.contains(&days);
    start
        .checked_add_signed(TimeDelta::try_days(days)?)
        .filter(|_| is_day)
}

fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = Some(year).filter(|year| YEARS.contains(year))?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// The numbers of a date, the month it names, and whether nothing else stands in it.
fn parts(folded: &str) -> (Vec<u32>, Option<u32>, bool) {
    let mut numbers = Vec::new();
    let mut month = None;
    let mut is_clean = true;
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    for word in words.filter(|word| !word.is_empty()).take(12) {
        let digits = word.trim_end_matches(|letter: char| letter.is_alphabetic());
        let tail = word.get(digits.len()..).unwrap_or_default();
        match digits.parse::<u32>() {
            Ok(number) if ["", "st", "nd", "rd", "th", "er", "o"].contains(&tail) => {
                numbers.push(number);
            }
            _ => match month_of(word) {
                Some(found) if month.is_none() => month = Some(found),
                _ if ["de", "del", "of", "г", "года", "le", "the"].contains(&word) => {}
                _ => is_clean = false,
            },
        }
    }
    // "March 12, 2018": the day before the year, however they stand.
    if month.is_some() && numbers.first().is_some_and(|first| *first > 31) {
        numbers.reverse();
    }
    (numbers, month, is_clean)
}

fn month_of(word: &str) -> Option<u32> {
    let place = MONTHS.iter().position(|names| names.contains(&word))?;
    u32::try_from(place + 1).ok()
}

/// Arabic-Indic and Persian digits as Latin ones.
pub(super) fn latin_digits(text: &str) -> String {
    let latin = |letter: char| {
        let zero = match letter {
            '\u{660}'..='\u{669}' => 0x660,
            '\u{6f0}'..='\u{6f9}' => 0x6f0,
            _ => return letter,
        };
        char::from_digit(u32::from(letter) - zero, 10).unwrap_or(letter)
    };
    text.chars().map(latin).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(cell: &str, order: Option<DateOrder>) -> String {
        match read(cell, order) {
            Day::On(day) => day,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for cell in [
            "2018-03-12",
            "2018-03-12T00:00:00Z",
            "2018-03-12 00:00:00",
            "2018/3/12",
            "12.03.2018",
            "12.3.2018 г.",
            "43171",
            "43171.5",
            "12 March 2018",
            "March 12, 2018",
            "12 mars 2018",
            "12 de marzo de 2018",
            "12 марта 2018 г.",
            "١٢ مارس ٢٠١٨",
            "12th March 2018",
        ] {
            assert_eq!(on(cell, None), "2018-03-12", "{cell}");
        }
        assert_eq!(on("13/03/2018", None), "2018-03-13");
        assert_eq!(on("03/13/2018", None), "2018-03-13");
    }

    #[test]
    fn a_day_that_can_be_read_two_ways_waits_for_the_order() {
        assert_eq!(read("03/04/2018", None), Day::Ambiguous);
        assert_eq!(on("03/04/2018", Some(DateOrder::DayFirst)), "2018-04-03");
        assert_eq!(on("03/04/2018", Some(DateOrder::MonthFirst)), "2018-03-04");
        assert_eq!(on("04/04/2018", None), "2018-04-04");
        let column = ["03/04/2018", "25/04/2018"];
        assert_eq!(order_of(column.into_iter()), Some(DateOrder::DayFirst));
        assert_eq!(
            order_of(["04/25/2018"].into_iter()),
            Some(DateOrder::MonthFirst)
        );
        assert_eq!(order_of(["25/04/2018", "04/25/2018"].into_iter()), None);
    }

    #[test]
    fn what_is_no_day_is_not_made_one() {
        for cell in [
            "",
            "soon",
            "2018-02-30",
            "32/01/2018",
            "12/03/18",
            "12",
            "Q3 2018",
            "99999",
        ] {
            assert_eq!(
                read(cell, Some(DateOrder::DayFirst)),
                Day::Unknown,
                "{cell}"
            );
        }
        assert_eq!(read("2018", None), Day::Year(2018));
        assert_eq!(read("March 2018", None), Day::Year(2018));
        assert_eq!(read("03/2018", None), Day::Year(2018));
    }
}
