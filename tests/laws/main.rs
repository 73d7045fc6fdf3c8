//! Laws: what must hold whatever people do, shown over many random histories.

mod imports;
mod round_trip;
mod undo;
