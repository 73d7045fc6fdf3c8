//! Faults.

mod hostile;
