//! Pictures for the README and the guide, taken from the real window on the demo plan when
//! `UPRIGHT_PICTURES` names a folder (`cargo xtask screenshots`).

use std::fs;
use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::driver::Browser;
use crate::home::Home;
use crate::journey;

/// The laptop that officers have, and the smallest window.
const LAPTOP: (u32, u32) = (1366, 768);
const SMALLEST: (u32, u32) = (1024, 560);

/// What a PNG file begins with; width and height follow at bytes 16 and 20.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Name of the picture, what is clicked, what then must be there.
const SCREENS: &[(&str, &[&str], &str)] = &[
    ("standing", &["nav-standing"], "standing-as-at"),
    ("register", &["nav-recommendations"], "row-open"),
    ("recommendation", &["row-open"], "panel-reference"),
    ("plan", &["nav-plan"], "plan-row"),
    ("agencies", &["nav-people"], "agency"),
    ("import", &["nav-import"], "import-choose"),
    ("reports", &["nav-reports"], "report-progress"),
    ("history", &["nav-history"], "history-operation"),
    ("settings", &["nav-settings"], "settings-theme"),
];

fn take(window: &Browser) -> Vec<u8> {
    let picture = STANDARD
        .decode(window.picture())
        .expect("a picture in base64");
    assert!(picture.starts_with(PNG), "a PNG");
    picture
}

fn size(picture: &[u8]) -> (u32, u32) {
    let number = |from: usize| {
        let bytes = picture[from..from + 4].try_into().expect("four bytes");
        u32::from_be_bytes(bytes)
    };
    (number(16), number(20))
}

#[test]
fn every_screen_shows_itself_from_the_smallest_window_up() {
    let home = Home::new();
    let window = home.open(&["--demo"]);
    let folder = std::env::var_os("UPRIGHT_PICTURES").map(PathBuf::from);
    let keep = |name: &str, picture: &[u8]| {
        if let Some(folder) = &folder {
            fs::create_dir_all(folder).expect("a folder for pictures");
            fs::write(folder.join(format!("{name}.png")), picture).expect("a picture");
        }
    };
    journey::choose_author(&window);
    for (name, clicks, shown) in SCREENS {
        window.resize(LAPTOP.0, LAPTOP.1);
        for click in *clicks {
            window.click(&format!("[data-test={click}]"));
        }
        window.wait(&format!("[data-test={shown}]"));
        let picture = take(&window);
        assert_eq!(size(&picture), LAPTOP, "{name}");
        keep(name, &picture);
        window.resize(SMALLEST.0, SMALLEST.1);
        let picture = take(&window);
        assert_eq!(size(&picture), SMALLEST, "{name}");
        assert!(
            !window.scrolls_sideways(),
            "{name} fits into the smallest window"
        );
        keep(&format!("{name}-small"), &picture);
    }
    window.quit();
}
