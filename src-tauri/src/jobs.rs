//! Long work under way: the page names a job, hears how far it is and may ask it to stop.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde::Serialize;
use tauri::{AppHandle, Emitter, Runtime};
use upright_core::base::Progress;

/// The page needs no more than this to draw a bar that moves.
const BETWEEN_REPORTS: Duration = Duration::from_millis(50);

/// The jobs under way, by the name the page gave them.
#[derive(Default)]
pub struct Jobs(Mutex<BTreeMap<String, Progress>>);

/// How far a job is, as the event `progress` tells it. `total` is 0 while it is not known.
#[derive(Clone, Serialize)]
struct Report {
    job: String,
    done: u32,
    total: u32,
}

impl Jobs {
    /// A new job whose steps reach the page as events.
    pub fn begin<R: Runtime>(&self, app: &AppHandle<R>, job: &str) -> Progress {
        let progress = reporting(app.clone(), job.to_owned());
        self.lock().insert(job.to_owned(), progress.clone());
        progress
    }

    pub fn end(&self, job: &str) {
        self.lock().remove(job);
    }

    /// Asks one job to stop; a job that is over is none.
    pub fn cancel(&self, job: &str) {
        if let Some(progress) = self.lock().get(job) {
            progress.cancel();
        }
    }

    /// Asks all to stop, before the window closes.
    pub fn cancel_all(&self) {
        for progress in self.lock().values() {
            progress.cancel();
        }
    }

    /// A panic elsewhere leaves the map as true as it was.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Progress>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn reporting<R: Runtime>(app: AppHandle<R>, job: String) -> Progress {
    let last = Arc::new(Mutex::new(None::<Instant>));
    Progress::new(move |step| {
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        let is_end = step.total > 0 && step.done >= step.total;
        let is_early = last.is_some_and(|instant| instant.elapsed() < BETWEEN_REPORTS);
        if is_early && !is_end {
            return;
        }
        *last = Some(Instant::now());
        let report = Report {
            job: job.clone(),
            done: step.done,
            total: step.total,
        };
        // A window that is closing hears nothing more.
        let _ = app.emit("progress", report);
    })
}

#[cfg(test)]
mod tests {
    use upright_core::base::Progress;

    use super::Jobs;

    #[test]
    fn cancelling_all_stops_every_job_under_way() {
        let jobs = Jobs::default();
        let progress = Progress::silent();
        jobs.lock().insert("import".to_owned(), progress.clone());
        jobs.cancel("report");
        assert!(!progress.is_cancelled(), "another job's name stops nothing");
        jobs.cancel_all();
        assert!(progress.is_cancelled());
    }
}
