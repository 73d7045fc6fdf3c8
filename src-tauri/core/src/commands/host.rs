//! The host: one desk behind a lock, and the door through which commands are called by name.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use serde_json::Value;

use super::COMMANDS;
use super::table::Run;
use crate::base::lang::Words;
use crate::base::{Clock, Error, Progress, Result};
use crate::desk::{ChangedEvent, Desk, FileRef, Home};
use crate::import::Worker;

type Listener = Box<dyn Fn(&ChangedEvent) + Send + Sync>;

pub struct Host {
    desk: Mutex<Desk>,
    listener: RwLock<Option<Listener>>,
    worker: RwLock<Option<Worker>>,
}

impl Host {
    #[must_use]
    pub fn new(home: Home, clock: Clock) -> Self {
        Host {
            desk: Mutex::new(Desk::new(home, clock)),
            listener: RwLock::new(None),
            worker: RwLock::new(None),
        }
    }

    /// Calls a command by name.
    ///
    /// # Errors
    /// `command-unknown`, `arguments-not-understood`, the command's own.
    pub fn call(&self, name: &str, args: Value, progress: &Progress) -> Result<Value> {
        let command = COMMANDS
            .iter()
            .find(|command| command.name == name)
            .ok_or_else(|| Error::person("command-unknown").with("command", name))?;
        let outcome = match command.run {
            Run::AtDesk(run) => run(&mut self.desk(), args),
            Run::Long(run) => run(self, args, progress),
        };
        // Told after a refusal too: a job may have written before it failed elsewhere.
        let tables = self.desk().take_untold();
        if !tables.is_empty() {
            self.tell(&ChangedEvent { tables });
        }
        outcome
    }

    /// The desk. Held only as long as one short question takes.
    pub fn desk(&self) -> MutexGuard<'_, Desk> {
        // A panic elsewhere leaves the file whole (every change is a transaction): go on.
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Names who is told of every change.
    pub fn on_changed(&self, listener: impl Fn(&ChangedEvent) + Send + Sync + 'static) {
        *self
            .listener
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Some(Box::new(listener));
    }

    fn tell(&self, event: &ChangedEvent) {
        if let Some(listener) = &*self.listener.read().unwrap_or_else(PoisonError::into_inner) {
            listener(event);
        }
    }

    /// Has foreign files read by another program than this one.
    pub fn read_foreign_files_with(&self, worker: Worker) {
        *self.worker.write().unwrap_or_else(PoisonError::into_inner) = Some(worker);
    }

    /// Who reads foreign files: this very program, started again.
    pub(super) fn worker(&self) -> Result<Worker> {
        let named = self
            .worker
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        named.map_or_else(Worker::this_program, Ok)
    }

    /// Gives a file chosen by a person a handle.
    pub fn register(&self, path: &Path) -> FileRef {
        self.desk().register(path)
    }

    /// The path of a file the program wrote, to be shown in its folder.
    pub fn written_path(&self, handle: &str) -> Option<PathBuf> {
        self.desk().written_path(handle)
    }

    /// The words in this person's language.
    pub fn words(&self) -> Words {
        Words::of(&self.desk().home().preferences().language)
    }

    /// Closes the open plan.
    ///
    /// # Errors
    /// As [`Desk::close_plan`].
    pub fn close(&self) -> Result<()> {
        self.desk().close_plan().map(|_| ())
    }
}
