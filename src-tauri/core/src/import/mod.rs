//! Foreign files → preview → plan. One file of code a source format; readers turn bytes into
//! [`draft::Draft`]s and never see a plan.

mod clean;
pub mod draft;
mod ohchr_matrix;
pub mod recognise;
mod states;
mod upr_info;

pub use draft::{Draft, DraftState, Format, MIXED, Reading, StateFound};
pub use recognise::{Ask, ForeignFile, Recognition};
