//! The open plan file (`*.upright`), the only place with a database connection.
//!
//! One plan is one SQLite file. Every write goes through [`Dossier::change`]: one transaction, one
//! operation, one step of undo, recorded field by field by temporary triggers ([`journal`]). What
//! is acknowledged is on the disk (SAFETY: DELETE + EXTRA + EXCLUSIVE). Rows are never deleted.
//!
//! Not here: any noun of the domain. Rooms above hand in SQL and get rows.

mod backup;
mod change;
mod check;
mod claim;
mod content;
mod hardening;
mod holder;
mod journal;
mod migrations;
mod open;
mod place;
mod reader;
mod remake;
mod replay;
mod undo;

pub use backup::{Backup, BackupFolder, BackupReason};
pub use change::{Changed, Operation, OperationName, Touched, Tx};
pub use check::CheckReport;
pub use content::{
    ColumnShape, Fields, PlanContent, TableShape, Unfit, content_shapes, prove, text_of,
};
pub use holder::Holder;
pub use migrations::{APPLICATION_ID, SCHEMA_VERSION, schema_text};
pub use open::{Derive, Dossier, NewPlan, OpenAs, Storage};
pub use place::{Place, place_of};
pub use reader::Reader;
pub use remake::Remake;
