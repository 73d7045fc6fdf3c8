//! Lists the commands the page may call (all others are refused), and keeps the program's SQLite to
//! itself.

use std::path::Path;

const COMMANDS: &[&str] = &["call", "cancel"];

fn main() {
    keep_sqlite_inside();
    make_room_for_the_screens();
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    if let Err(error) =
        tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
    {
        println!("cargo::error={error:#}");
    }
}

/// WebKitGTK brings the system's SQLite. Symbols exported by this binary would be taken by that
/// library for its own (rusqlite #1329), so none is exported.
fn keep_sqlite_inside() {
    let system = std::env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    if system == "linux" {
        println!("cargo::rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    }
}

/// `generate_context!` embeds `ui/dist`; a bare check-out has none until the screens are built.
#[expect(
    clippy::disallowed_methods,
    reason = "a page of one line in the build folder, no file of a person"
)]
fn make_room_for_the_screens() {
    let screens = Path::new("../ui/dist");
    println!("cargo::rerun-if-changed=../ui/dist");
    if !screens.join("index.html").exists() {
        let page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Upright</title></html>\n";
        let made = std::fs::create_dir_all(screens)
            .and_then(|()| std::fs::write(screens.join("index.html"), page));
        if let Err(error) = made {
            println!("cargo::warning=ui/dist cannot be made: {error}");
        }
    }
}
