//! See the list of rooms in `lib.rs`.
