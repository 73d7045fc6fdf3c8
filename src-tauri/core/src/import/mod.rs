//! Foreign files → preview → plan. One file of code a source format; readers turn bytes into
//! [`draft::Draft`]s and never see a plan; they run in a child process ([`worker`]). What they
//! drafted is compared with the plan, shown, and written in one operation (I19).

mod addendum;
mod clean;
mod compare;
mod container;
pub mod draft;
mod edit;
mod known;
mod list;
mod ohchr_matrix;
mod papers;
pub mod recognise;
mod result;
mod said;
mod review_text;
mod states;
mod uhri;
mod upr_info;
mod working_group_report;
pub mod upright;
pub mod worker;

pub use draft::{Draft, DraftState, Format, MIXED, Reading, StateFound};
pub use edit::{apply, operation};
pub use list::preview;
pub use recognise::{Ask, ForeignFile, Recognition};
pub use result::{FieldDifference, ImportKind, ImportResult, ImportRow, tell};
pub use worker::{Parsed, SourceFile, Worker};
