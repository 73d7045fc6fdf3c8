//! Foreign files → preview → plan. One file of code a source format; readers turn bytes into
//! [`draft::Draft`]s and never see a plan; they run in a child process ([`worker`]).

mod clean;
pub mod draft;
mod ohchr_matrix;
pub mod recognise;
mod states;
mod upr_info;
pub mod worker;

pub use draft::{Draft, DraftState, Format, MIXED, Reading, StateFound};
pub use recognise::{Ask, ForeignFile, Recognition};
pub use worker::{Parsed, SourceFile, Worker};
