//! The only place that asks the computer what time it is. Tests hand in a fixed clock.

use chrono::{DateTime, Local, NaiveDate, SecondsFormat, TimeDelta, Utc};

#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The computer's clock.
    System,
    /// Always the same instant, for tests and for reproducible files.
    Fixed(DateTime<Utc>),
    /// The computer's clock moved by so much, for tests of wrong clocks.
    Shifted(TimeDelta),
}

impl Clock {
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the clock"
    )]
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Clock::System => Utc::now(),
            Clock::Fixed(instant) => *instant,
            Clock::Shifted(by) => Utc::now() + *by,
        }
    }

    /// The calendar day where the computer stands.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        match self {
            Clock::Fixed(instant) => instant.date_naive(),
            _ => self.now().with_timezone(&Local).date_naive(),
        }
    }

    /// ISO 8601 in UTC with milliseconds, the form in which instants are stored.
    #[must_use]
    pub fn stamp(&self) -> String {
        self.now().to_rfc3339_opts(SecondsFormat::Millis, true)
    }
}
