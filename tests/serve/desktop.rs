//! What the window would do: dialogs, dropped files, events to the page, jobs under way.

use std::collections::{BTreeMap, VecDeque};
use std::io::Write;
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use upright_core::base::{Progress, Result};

#[derive(Default)]
pub struct Desktop {
    listeners: Arc<Mutex<Vec<TcpStream>>>,
    /// What the next dialogs answer; `None` is a cancelled one.
    choices: Mutex<VecDeque<Option<PathBuf>>>,
    jobs: Mutex<BTreeMap<String, Progress>>,
}

impl Desktop {
    /// Keeps a connection for server-sent events.
    pub fn listen(&self, mut stream: TcpStream) {
        let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncache-control: no-store\r\n\r\n: here\n\n";
        if stream.write_all(head.as_bytes()).is_ok() {
            held(&self.listeners).push(stream);
        }
    }

    pub fn tell(&self, event: &str, payload: &Value) {
        tell(&self.listeners, event, payload);
    }

    pub fn will_choose(&self, file: Option<PathBuf>) {
        held(&self.choices).push_back(file);
    }

    /// The next dialog's answer; a person who was not told what to choose cancels.
    pub fn choose(&self) -> Option<PathBuf> {
        held(&self.choices).pop_front().flatten()
    }

    /// Runs long work under a name by which it can be stopped.
    pub fn follow(
        &self,
        job: &str,
        work: impl FnOnce(&Progress) -> Result<Value>,
    ) -> Result<Value> {
        let listeners = Arc::clone(&self.listeners);
        let name = job.to_owned();
        let progress = Progress::new(move |step| {
            let report = json!({"job": name, "done": step.done, "total": step.total});
            tell(&listeners, "progress", &report);
        });
        held(&self.jobs).insert(job.to_owned(), progress.clone());
        let outcome = work(&progress);
        held(&self.jobs).remove(job);
        outcome
    }

    pub fn cancel(&self, job: &str) {
        if let Some(progress) = held(&self.jobs).get(job) {
            progress.cancel();
        }
    }
}

/// Who went away is no longer told.
fn tell(listeners: &Mutex<Vec<TcpStream>>, event: &str, payload: &Value) {
    let message = format!("event: {event}\ndata: {payload}\n\n");
    held(listeners).retain_mut(|stream| stream.write_all(message.as_bytes()).is_ok());
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
