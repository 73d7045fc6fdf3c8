//! The desk at which one plan lies open: opening and closing, who works at it, recent plans, files a
//! person chose, backups, and the board that the register and all figures are read from.

mod handles;
mod home;
mod layout;
mod opening;
mod pasted;
mod safekeeping;
mod working_copy;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;
use ts_rs::TS;

pub use handles::FileRef;
pub use home::{Density, Home, Preferences, PreferencesPatch, Theme};
pub use opening::{DeskState, NewPlanWish, OpenPlan, RecentPlan, opening};
pub use safekeeping::{BackupEntry, CopiedOut, Restored};

use crate::base::{Clock, Error, Result};
use crate::dossier::{Changed, Dossier, Operation, Reader, Tx};
use crate::figures::Board;
use crate::search::{Query, View};
use handles::Handles;
use working_copy::WorkingCopy;

/// Tables that changed and how many of their rows, for the screen to refresh by.
pub type Tables = BTreeMap<String, u32>;

pub struct Desk {
    home: Home,
    clock: Clock,
    handles: Handles,
    open: Option<Lying>,
    /// Word of changes not yet told to the screen.
    untold: Tables,
}

/// The plan that lies open.
struct Lying {
    dossier: Dossier,
    /// Where the person knows it to be.
    path: PathBuf,
    working_copy: Option<WorkingCopy>,
    board: Option<Board>,
    view: Option<View>,
    last_backup: Option<chrono::DateTime<chrono::Utc>>,
}

/// Told to the screen after something changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChangedEvent {
    pub tables: Tables,
}

impl Desk {
    #[must_use]
    pub fn new(home: Home, clock: Clock) -> Self {
        Desk {
            home,
            clock,
            handles: Handles::default(),
            open: None,
            untold: Tables::new(),
        }
    }

    /// Lets a path stand for a handle: for the command line, where a person types paths.
    pub fn let_paths_be_handles(&mut self) {
        self.handles.are_paths_handles = true;
    }

    #[must_use]
    pub fn home(&self) -> &Home {
        &self.home
    }

    #[must_use]
    pub fn clock(&self) -> Clock {
        self.clock
    }

    pub fn register(&mut self, path: &Path) -> FileRef {
        self.handles.register(path)
    }

    pub fn register_written(&mut self, path: &Path) -> FileRef {
        self.handles.register_written(path)
    }

    /// The path behind a handle.
    ///
    /// # Errors
    /// `file-not-chosen`.
    pub fn path(&self, handle: &str) -> Result<PathBuf> {
        self.handles.path(handle)
    }

    #[must_use]
    pub fn written_path(&self, handle: &str) -> Option<PathBuf> {
        self.handles.written_path(handle)
    }

    /// Takes the word of changes not yet told.
    pub fn take_untold(&mut self) -> Tables {
        std::mem::take(&mut self.untold)
    }

    fn lying(&self) -> Result<&Lying> {
        self.open
            .as_ref()
            .ok_or_else(|| Error::person("no-plan-open"))
    }

    fn lying_mut(&mut self) -> Result<&mut Lying> {
        self.open
            .as_mut()
            .ok_or_else(|| Error::person("no-plan-open"))
    }

    /// Makes one step in the open plan. A working copy counts as ahead from before its first change:
    /// were it noted after, a crash in between would have the next opening copy the original over
    /// what was acknowledged. Where nothing came of the step the note is taken back.
    fn step<T>(&mut self, make: impl FnOnce(&mut Dossier) -> Result<Changed<T>>) -> Result<T> {
        let lying = self.lying_mut()?;
        let was_ahead = match &mut lying.working_copy {
            Some(copy) => copy.mark_ahead(true)?,
            None => true,
        };
        let outcome = make(&mut lying.dossier);
        let is_changed = match &outcome {
            Ok(changed) => changed.operation_id.is_some(),
            Err(error) => error.code == "commit-unknown",
        };
        if !is_changed
            && !was_ahead
            && let Some(copy) = &mut lying.working_copy
        {
            copy.mark_ahead(false)?;
        }
        self.after(outcome?)
    }

    /// The open plan.
    ///
    /// # Errors
    /// `no-plan-open`.
    pub fn dossier(&self) -> Result<&Dossier> {
        Ok(&self.lying()?.dossier)
    }

    /// Reads from the open plan.
    ///
    /// # Errors
    /// `no-plan-open`; `read`'s own.
    pub fn read<T>(&self, read: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        self.dossier()?.read(read)
    }

    /// Reads with the board at hand.
    ///
    /// # Errors
    /// `no-plan-open`; `read`'s own.
    pub fn read_board<T>(
        &mut self,
        read: impl FnOnce(&Reader<'_>, &Board) -> Result<T>,
    ) -> Result<T> {
        let today = self.clock.today();
        let lying = self.lying_mut()?;
        let dossier = &lying.dossier;
        let board = match lying.board.take().filter(|board| board.today == today) {
            Some(board) => board,
            None => {
                lying.view = None;
                dossier.read(|reader| Board::read(reader, today))?
            }
        };
        let board = lying.board.insert(board);
        dossier.read(|reader| read(reader, board))
    }

    /// Reads with the view of a query at hand; a view is kept while it is paged through.
    ///
    /// # Errors
    /// As [`Desk::read_board`].
    pub fn read_view<T>(
        &mut self,
        query: &Query,
        read: impl FnOnce(&Reader<'_>, &Board, &View) -> Result<T>,
    ) -> Result<T> {
        // A board of another day takes its view along.
        self.read_board(|_, _| Ok(()))?;
        let kept = self
            .lying_mut()?
            .view
            .take()
            .filter(|view| view.is_of(query));
        let (value, view) = self.read_board(|reader, board| {
            let view = match kept {
                Some(view) => view,
                None => View::of(reader, board, query)?,
            };
            Ok((read(reader, board, &view)?, view))
        })?;
        self.lying_mut()?.view = Some(view);
        Ok(value)
    }

    /// Makes one change in the open plan.
    ///
    /// # Errors
    /// `no-plan-open`; as [`Dossier::change`].
    pub fn change<T>(
        &mut self,
        operation: Operation,
        make: impl FnOnce(&Tx<'_>) -> Result<T>,
    ) -> Result<T> {
        self.step(|dossier| dossier.change(operation, make))
    }

    /// Takes the last operation back.
    ///
    /// # Errors
    /// As [`Dossier::undo`].
    pub fn undo(&mut self) -> Result<crate::dossier::OperationName> {
        self.step(Dossier::undo)
    }

    /// Takes back one operation that is not the last.
    ///
    /// # Errors
    /// As [`Dossier::undo_operation`].
    pub fn undo_operation(&mut self, id: &str) -> Result<crate::dossier::OperationName> {
        self.step(|dossier| dossier.undo_operation(id))
    }

    /// Brings back what the last undo took.
    ///
    /// # Errors
    /// As [`Dossier::redo`].
    pub fn redo(&mut self) -> Result<crate::dossier::OperationName> {
        self.step(Dossier::redo)
    }

    fn after<T>(&mut self, changed: Changed<T>) -> Result<T> {
        if changed.operation_id.is_none() {
            return Ok(changed.value);
        }
        let lying = self.lying_mut()?;
        lying.view = None;
        if let Some(mut board) = lying.board.take()
            // The change is on the disk: a board that cannot be kept is read anew when asked for.
            && lying
                .dossier
                .read(|reader| board.refresh(reader, &changed.touched))
                .unwrap_or(false)
        {
            lying.board = Some(board);
        }
        for (table, rows) in changed.touched.rows {
            let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            *self.untold.entry(table).or_default() += count;
        }
        self.back_up_in_time();
        Ok(changed.value)
    }
}
