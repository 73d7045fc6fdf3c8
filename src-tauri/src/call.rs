//! The one door from the page to the command table. The work runs on a thread that may block, so that
//! a long command never holds up a short one. What only a desktop can do is answered here.

use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tauri::{AppHandle, Emitter, Manager, State};
use upright_core::base::{Error, Progress, Result};
use upright_core::commands::Host;

use crate::jobs::Jobs;
use crate::{arrival, dialogs, window};

/// Calls the command `name`. `job` names long work, to follow it and to stop it.
///
/// # Errors
/// The command's own, as `{kind, code, args, detail}`.
#[tauri::command]
pub async fn call(app: AppHandle, name: String, args: Value, job: Option<String>) -> Result<Value> {
    let work = move || match name.as_str() {
        "choose_file" => answer(dialogs::choose(&app, read(args)?)),
        "show_file" => answer(dialogs::show(&app, &read(args)?)),
        "arrival" => answer(Ok(arrival::tell(&app))),
        "close_window" => answer(window::ask_to_close(&app)),
        _ => core(&app, &name, args, job),
    };
    // A panic in a command becomes an error: the window stays.
    match tauri::async_runtime::spawn_blocking(work).await {
        Ok(outcome) => outcome,
        Err(error) => Err(Error::bug("window-work-stopped").detail(error)),
    }
}

/// Tells the page of every change, so that what it shows is fresh.
pub fn tell_changes(app: &AppHandle) {
    let told = app.clone();
    app.state::<Arc<Host>>().on_changed(move |event| {
        // A window that is closing hears nothing more.
        let _ = told.emit("changed", event);
    });
}

/// Asks a job to stop; it answers its own call with the error `cancelled`.
#[tauri::command]
pub fn cancel(jobs: State<'_, Jobs>, job: String) {
    jobs.cancel(&job);
}

fn core(app: &AppHandle, name: &str, args: Value, job: Option<String>) -> Result<Value> {
    let host = app.state::<Arc<Host>>();
    let Some(job) = job else {
        return host.call(name, args, &Progress::silent());
    };
    let jobs = app.state::<Jobs>();
    let progress = jobs.begin(app, &job);
    let outcome = host.call(name, args, &progress);
    jobs.end(&job);
    outcome
}

fn read<T: DeserializeOwned>(args: Value) -> Result<T> {
    Ok(serde_json::from_value(args)?)
}

fn answer<T: Serialize>(outcome: Result<T>) -> Result<Value> {
    Ok(serde_json::to_value(outcome?)?)
}
