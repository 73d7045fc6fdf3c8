//! One behaviour a test, through public doors only.

mod demo;
mod import;
mod reference;
