//! Bytes of office files, in and out. No word of the domain stands here.

pub mod docx_read;
mod entities;
pub mod parts;
pub mod table_read;
pub mod xlsx_dump;
pub mod xlsx_write;
