//! The program's SQLite stays its own: WebKitGTK brings the system's, which would bind to any
//! `sqlite3_*` that the program exports (SAFETY G16).

use std::path::PathBuf;
use std::process::Command;

use crate::tree::{assert_caught, root};

fn exported_sqlite(symbols: &str) -> Vec<String> {
    symbols
        .lines()
        .filter_map(|line| line.split_whitespace().last())
        .filter(|symbol| symbol.starts_with("sqlite3_"))
        .map(str::to_owned)
        .collect()
}

fn built_windows() -> Vec<PathBuf> {
    let target = match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    };
    ["debug", "release"]
        .map(|profile| target.join(profile).join("upright"))
        .into_iter()
        .filter(|program| program.is_file())
        .collect()
}

#[test]
fn the_window_exports_no_sqlite() {
    let programs = built_windows();
    if programs.is_empty() {
        println!("SKIPPED: the window is not built");
        return;
    }
    for program in programs {
        let Ok(output) = Command::new("nm")
            .args(["-D", "--defined-only"])
            .arg(&program)
            .output()
        else {
            println!("SKIPPED: nm is not installed");
            return;
        };
        let symbols = String::from_utf8_lossy(&output.stdout);
        let exported = exported_sqlite(&symbols);
        assert!(exported.is_empty(), "{}: {exported:?}", program.display());
    }
}

#[test]
fn an_exported_sqlite_is_caught() {
    let symbols = "0000000000a1b2c3 T main\n0000000000a1b2c4 T sqlite3_open_v2\n";
    assert_caught(&exported_sqlite(symbols), "sqlite3_open_v2");
}
