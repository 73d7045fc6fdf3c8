//! One behaviour a test, through public doors only.

mod assignments;
mod demo;
mod import;
mod people;
mod plan;
mod recommendations;
mod reference;
mod reports;
