//! The one window: where it may go (nowhere), what it looks like, how it closes.

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, Runtime, WebviewWindowBuilder};

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
    match (address.scheme(), address.host_str()) {
        ("tauri", Some("localhost")) => true,
        ("http" | "https", Some("tauri.localhost")) => true,
        _ => false,
    }
}

/// Brings the window forward, when the program is started a second time.
pub fn show<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // Best effort: a desktop may refuse to raise a window.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
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
