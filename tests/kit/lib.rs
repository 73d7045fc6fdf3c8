//! The small kit every test stands on.

pub mod docx;
pub mod real;
