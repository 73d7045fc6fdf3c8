//! Foreign files → preview → plan. One file of code a source format; readers turn bytes into
//! [`draft::Draft`]s and never see a plan; they run in a child process ([`worker`]). What they
//! drafted is compared with the plan, shown, and written in one operation (I19).

mod addendum;
mod clean;
mod compare;
mod container;
mod content;
pub mod draft;
mod edit;
mod known;
mod list;
mod national;
mod ohchr_matrix;
mod papers;
pub mod recognise;
mod remembered;
mod result;
mod said;
mod review_text;
mod states;
pub mod table;
mod uhri;
mod upr_info;
mod working_group_report;
pub mod upright;
pub mod worker;

pub use draft::{Draft, DraftState, Format, MIXED, Reading, StateFound};
pub use edit::{apply, operation};
pub use list::preview;
pub use recognise::{Ask, ForeignFile, Recognition};
pub use remembered::{find_mapping, list_answers, recall, recall_answers, remember};
pub use result::{FieldDifference, ImportKind, ImportResult, ImportRow, tell};
pub use table::{TableStudy, TableWish};
pub use worker::{Parsed, SourceFile, Worker};
