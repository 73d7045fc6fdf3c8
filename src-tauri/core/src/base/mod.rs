//! What every room stands on. Nothing here knows a recommendation from a ministry.

pub mod clock;
pub mod date;
pub mod error;
pub mod files;
pub mod id;
pub mod lang;
pub mod patch;
pub mod problem;
pub mod progress;
pub mod text;
pub mod word;

pub use clock::Clock;
pub use error::{Error, ErrorKind, Result};
pub use problem::{Problem, Severity};
pub use progress::Progress;
