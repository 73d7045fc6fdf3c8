//! How long a person waits for the window, and what it takes of the memory (SPEED S1). The floor is
//! the same program's own welcome screen, which needs no plan; both are printed, the ratio is held.

use std::fs;
use std::time::{Duration, Instant};

use crate::driver::Browser;
use crate::home::Home;

/// The demo plan is made anew in this time: 172 recommendations, 60 actions and their history.
const MOST: Duration = Duration::from_secs(15);

fn time_to(arguments: &[&str], selector: &str) -> (Duration, Browser, Home) {
    let home = Home::new();
    let start = Instant::now();
    let window = home.open(arguments);
    window.wait(selector);
    (start.elapsed(), window, home)
}

/// Proportional memory of all processes at home there, in MiB.
fn memory(home: &Home) -> u64 {
    let mark = home
        .files()
        .parent()
        .map(|folder| folder.display().to_string())
        .unwrap_or_default();
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let kib: u64 = processes
        .filter(|process| {
            let environment = fs::read(process.path().join("environ")).unwrap_or_default();
            let program = fs::read_to_string(process.path().join("comm")).unwrap_or_default();
            String::from_utf8_lossy(&environment).contains(&mark) && !program.contains("Driver")
        })
        .filter_map(|process| fs::read_to_string(process.path().join("smaps_rollup")).ok())
        .filter_map(|text| {
            let line = text.lines().find(|line| line.starts_with("Pss:"))?;
            line.split_whitespace().nth(1)?.parse::<u64>().ok()
        })
        .sum();
    kib / 1024
}

#[test]
fn the_demo_plan_is_there_soon_after_the_window() {
    let (empty, window, home) = time_to(&[], "[data-test=welcome]");
    let empty_memory = memory(&home);
    window.quit();
    let (usable, window, home) = time_to(&["--demo"], "[data-test=nav-recommendations]");
    println!(
        "S1 window: welcome {empty:.2?}, {empty_memory} MiB; demo plan {usable:.2?}, {} MiB (debug build)",
        memory(&home)
    );
    window.quit();
    assert!(usable < MOST, "the demo plan took {usable:.1?}");
}
