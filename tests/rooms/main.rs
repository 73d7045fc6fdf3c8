//! One behaviour a test, through public doors only.

mod import;
mod reference;
