//! The rules of the house, as tests. Every rule has a control: a small text that must be caught, so
//! that a rule that no longer looks is noticed.

mod files;
mod linking;
mod rooms;
mod rust;
mod screens;
mod tree;
mod versions;
mod words;
