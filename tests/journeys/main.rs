//! User stories from beginning to end, through the command table.

mod first;
mod while_long_work_runs;
