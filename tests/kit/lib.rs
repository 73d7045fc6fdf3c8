//! The small kit every test stands on.
