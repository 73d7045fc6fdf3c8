//! How long work tells how far it is, and learns that it should stop.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{Error, Result};

type Listener = dyn Fn(Step) + Send + Sync;

/// How far a job is. `total` is 0 while it is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub done: u32,
    pub total: u32,
}

/// Handed to every job. Cheap to clone; clones share the wish to stop.
#[derive(Clone)]
pub struct Progress {
    cancelled: Arc<AtomicBool>,
    listener: Arc<Listener>,
}

impl Progress {
    #[must_use]
    pub fn new(listener: impl Fn(Step) + Send + Sync + 'static) -> Self {
        Progress {
            cancelled: Arc::new(AtomicBool::new(false)),
            listener: Arc::new(listener),
        }
    }

    /// Tells nobody and is never cancelled from outside.
    #[must_use]
    pub fn silent() -> Self {
        Self::new(|_| {})
    }

    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Reports how far the work is.
    ///
    /// # Errors
    /// `cancelled` when the person asked to stop: return it upwards, the transaction rolls back.
    pub fn step(&self, done: u32, total: u32) -> Result<()> {
        if self.is_cancelled() {
            return Err(Error::person("cancelled"));
        }
        (self.listener)(Step { done, total });
        Ok(())
    }
}
