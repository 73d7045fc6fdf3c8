//! Foreign files: what is read of them, what is refused, and what becomes of a plan.

use upright_core::base::Result;
use upright_core::import::{Ask, ForeignFile, Reading};

mod addendum;
mod answers;
mod commands;
mod containers;
mod matrix;
mod papers;
mod plan;
mod real_files;
mod sources;
mod uhri;
mod uhri_dump;
mod uhri_real;
mod tables;
mod tables_in_a_plan;
mod upr_info;
mod working_group_report;

fn read(bytes: &[u8], ask: &Ask) -> Result<Reading> {
    ForeignFile::open(bytes)?.read(ask)
}
