//! The window around the core: a web view without powers of its own, one door to the command table,
//! dialogs that only Rust can open.
//!
//! The page has no access to files, shell or network. It calls commands by name and holds opaque
//! handles of the files a person chose.

mod arrival;
mod call;
mod dialogs;
mod jobs;
mod window;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use upright_core::base::Clock;
use upright_core::base::lang::Words;
use upright_core::commands::Host;
use upright_core::desk::Home;

/// Opens the window and stays until it is closed.
#[must_use]
pub fn run() -> ExitCode {
    window::choose_renderer();
    let folder = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    let start = arrival::read(std::env::args().skip(1), &folder);
    let home = match Home::of_user() {
        Ok(home) => home,
        Err(error) => {
            eprintln!("{}", Words::of("en").explain(&error));
            return ExitCode::FAILURE;
        }
    };
    let host = Arc::new(Host::new(home, Clock::System));
    let mut builder = tauri::Builder::default();
    // Two window tests on one session bus would otherwise wait for each other.
    if std::env::var_os("UPRIGHT_ALLOW_SECOND").is_none() {
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, words, folder| {
            arrival::again(app, words, folder.as_ref());
        }));
    }
    let outcome = builder
        .plugin(tauri_plugin_window_state::Builder::new().build())
        .plugin(tauri_plugin_dialog::init())
        .manage(host)
        .manage(jobs::Jobs::default())
        .manage(dialogs::LastFolder::default())
        .manage(start)
        .invoke_handler(tauri::generate_handler![call::call, call::cancel])
        .on_window_event(window::on_event)
        .setup(|app| {
            call::tell_changes(app.handle());
            Ok(window::open(app)?)
        })
        .run(tauri::generate_context!());
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
