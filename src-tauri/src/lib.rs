//! The window around the core: a web view without powers of its own, one door to the command table,
//! dialogs that only Rust can open.
//!
//! The page has no access to files, shell or network. It calls commands by name and holds opaque
//! handles of the files a person chose.

mod window;

use std::process::ExitCode;

/// Opens the window and stays until it is closed.
#[must_use]
pub fn run() -> ExitCode {
    window::choose_renderer();
    let mut builder = tauri::Builder::default();
    if std::env::var_os("UPRIGHT_ALLOW_SECOND").is_none() {
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| {
            window::show(app);
        }));
    }
    let outcome = builder
        .plugin(tauri_plugin_window_state::Builder::new().build())
        .plugin(tauri_plugin_dialog::init())
        .setup(|app| {
            window::open(app)?;
            Ok(())
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
