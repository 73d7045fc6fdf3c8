//! Pictures for the README and the guide, taken from the real window on the demo plan when
//! `UPRIGHT_PICTURES` names a folder (`cargo xtask screenshots`).

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::driver::Browser;
use crate::home::Home;

/// The laptop that officers have, and the smallest window.
const SIZES: &[(u32, u32)] = &[(1366, 768), (1024, 560)];

/// What a PNG file begins with.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

fn take(window: &Browser) -> Vec<u8> {
    STANDARD
        .decode(window.picture())
        .expect("a picture in base64")
}

#[test]
fn the_window_shows_itself_in_both_sizes() {
    let home = Home::new();
    let window = home.open(&["--demo"]);
    window.wait("[data-test=nav-standing]");
    for (width, height) in SIZES {
        window.resize(*width, *height);
        let picture = take(&window);
        assert!(picture.starts_with(PNG), "a PNG");
        if let Some(folder) = std::env::var_os("UPRIGHT_PICTURES") {
            let folder = Path::new(&folder);
            fs::create_dir_all(folder).expect("a folder for pictures");
            fs::write(folder.join(format!("window-{width}x{height}.png")), picture)
                .expect("a picture");
        }
    }
    window.quit();
}
