//! The small kit every test stands on.

pub mod chance;
pub mod deeds;
pub mod docx;
pub mod full;
pub mod host;
pub mod json_schema;
pub mod own;
pub mod real;
pub mod xlsx;
pub mod sample;
pub mod uhri;
