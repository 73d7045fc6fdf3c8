//! The built screens, under the policy of the window.

use std::net::TcpStream;
use std::path::{Component, Path, PathBuf};

use serde_json::Value;

use crate::http::respond;

/// Where the build of the screens lies; `UPRIGHT_DIST` names another place.
fn dist() -> PathBuf {
    std::env::var_os("UPRIGHT_DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist"),
        PathBuf::from,
    )
}

/// The window's own policy, read from its configuration; only the way to the commands differs.
fn policy() -> String {
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/tauri.conf.json");
    let config: Value = std::fs::read(config)
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .expect("the window's configuration");
    config["app"]["security"]["csp"]
        .as_str()
        .expect("a policy")
        .replace(
            "connect-src ipc: http://ipc.localhost",
            "connect-src 'self'",
        )
}

pub fn serve(stream: &mut TcpStream, path: &str) {
    let inside = path.trim_start_matches('/');
    let inside = Path::new(if inside.is_empty() {
        "index.html"
    } else {
        inside
    });
    let stays = inside
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    match std::fs::read(dist().join(inside)) {
        Ok(body) if stays => {
            let policy = policy();
            respond(
                stream,
                "200 OK",
                kind(inside),
                &[("content-security-policy", &policy)],
                &body,
            );
        }
        _ => respond(stream, "404 Not Found", "text/plain", &[], b"not here"),
    }
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
