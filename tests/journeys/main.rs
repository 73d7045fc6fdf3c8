//! User stories from beginning to end, through the command table.

mod first;
