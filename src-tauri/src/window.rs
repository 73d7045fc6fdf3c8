//! The one window: where it may go (nowhere), what it looks like, how it closes.

use std::sync::Arc;

use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, DragDropEvent, Emitter, Manager, Runtime, WebviewWindowBuilder, Window, WindowEvent,
};
use upright_core::base::Result;
use upright_core::commands::Host;

use crate::jobs::Jobs;

/// The label in `tauri.conf.json` and in the capability.
pub const MAIN: &str = "main";

/// WebKitGTK's DMA-BUF renderer shows an empty window on many drivers and in virtual machines. To be
/// called before GTK starts; a person who has set the variable knows better.
pub fn choose_renderer() {
    #[cfg(target_os = "linux")]
    // Failing means an unusual name or no memory; the window then tries the other renderer.
    let _ = glib::setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1", false);
}

/// Builds the window of `tauri.conf.json`. It stays on its own page: navigation and further windows
/// are denied, whatever a text in a plan may try.
pub fn open<R: Runtime, M: Manager<R>>(app: &M) -> tauri::Result<()> {
    let config = app
        .config()
        .app
        .windows
        .iter()
        .find(|window| window.label == MAIN)
        .ok_or(tauri::Error::WindowNotFound)?
        .clone();
    WebviewWindowBuilder::from_config(app, &config)?
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .incognito(!is_driven_by_a_test())
        .build()?;
    Ok(())
}

/// wry gives a private web view a context that no web driver may enter. So a debug build that is
/// started for automation goes without the private one; a release is always private.
fn is_driven_by_a_test() -> bool {
    cfg!(debug_assertions)
        && std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|value| value == "true")
}

/// The embedded page, under the two addresses that Tauri gives it.
fn is_own_page(address: &tauri::Url) -> bool {
    matches!(
        (address.scheme(), address.host_str()),
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost"))
    )
}

/// Brings the window forward, when the program is started a second time.
pub fn show<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // Best effort: a desktop may refuse to raise a window.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// Closing and dropping of files.
pub fn on_event<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    match event {
        WindowEvent::CloseRequested { api, .. } => {
            api.prevent_close();
            close(window.clone());
        }
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            let host = window.state::<Arc<Host>>();
            let files: Vec<_> = paths.iter().map(|path| host.register(path)).collect();
            // A window that is closing hears nothing more.
            let _ = window.emit("dropped", files);
        }
        _ => {}
    }
}

/// The page's own way of closing goes the same way as the system's.
///
/// # Errors
/// Never: a window that is gone already is closed.
pub fn ask_to_close<R: Runtime>(app: &AppHandle<R>) -> Result<()> {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.close();
    }
    Ok(())
}

/// Stops what is under way, closes the plan, then the window. Not on the window's own thread: a job
/// needs a moment to hear that it should stop.
fn close<R: Runtime>(window: Window<R>) {
    tauri::async_runtime::spawn_blocking(move || {
        window.state::<Jobs>().cancel_all();
        // Every change is already on the disk; a plan that does not close neatly is checked when it
        // is next opened. The person still gets rid of the window.
        let _ = window.state::<Arc<Host>>().close();
        let _ = window.destroy();
    });
}

#[cfg(test)]
mod tests {
    use super::is_own_page;

    #[test]
    fn the_window_stays_on_its_own_page() {
        let allowed = |address: &str| is_own_page(&address.parse().expect("an address"));
        assert!(allowed("tauri://localhost/index.html"));
        assert!(allowed("http://tauri.localhost/"));
        for elsewhere in [
            "https://example.org/",
            "file:///etc/passwd",
            "data:text/html,x",
            "http://tauri.localhost.example.org/",
            "javascript:alert(1)",
            "about:blank",
        ] {
            assert!(!allowed(elsewhere), "{elsewhere} must be refused");
        }
    }
}
