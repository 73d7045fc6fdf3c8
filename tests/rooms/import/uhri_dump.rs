//! A dump of the whole Index: read as it comes, in little memory, and left at a word.

use std::path::Path;
use std::time::{Duration, Instant};

use kit::host::folder;
use kit::uhri::{STATE, about_the_state, read_in_child, write_dump};
use upright_core::base::Progress;
use upright_core::import::{Ask, Worker};

fn reader() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_foreign-file-reader"))
}

/// Beside the drafts themselves a few MiB are needed, however long the file is.
const MOST_MEMORY: u64 = 300;

#[test]
fn a_dump_is_filtered_to_one_state_in_little_memory() {
    let records = match std::env::var_os("UPRIGHT_LONG") {
        Some(_) => 250_000,
        None => 15_000,
    };
    let folder = folder();
    let path = folder.path().join("export-full-en.json");
    write_dump(&path, records).unwrap();
    let bytes = std::fs::metadata(&path).unwrap().len();
    let taken = read_in_child(reader(), &path);
    println!(
        "{records} records, {} MiB: {:.0} ms, peak {:?} MiB",
        bytes >> 20,
        taken.milliseconds,
        taken.peak
    );
    let reading = &taken.answer["answer"]["Read"];
    assert_eq!(reading["state"], STATE);
    let drafts = reading["drafts"].as_array().unwrap();
    assert_eq!(drafts.len(), about_the_state(records));
    let states = reading["states_found"].as_array().unwrap();
    let rows: u64 = states
        .iter()
        .map(|state| state["rows"].as_u64().unwrap())
        .sum();
    assert_eq!(
        rows,
        u64::try_from(records).unwrap(),
        "each record is counted"
    );
    let whole = upright_core::base::text::sha256(&std::fs::read(&path).unwrap());
    assert_eq!(taken.answer["sha256"], whole);
    if let Some(peak) = taken.peak {
        // The child of a short dump must not hold the file either.
        let most = MOST_MEMORY.min((bytes >> 20) + 60);
        assert!(peak < most, "{peak} MiB");
    }
}

#[test]
fn reading_a_dump_is_left_when_the_person_says_so() {
    let folder = folder();
    let path = folder.path().join("export-full-en.json");
    write_dump(&path, 15_000).unwrap();
    let start = Instant::now();
    let progress = Progress::silent();
    let stop = progress.clone();
    let waiting = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(20));
        stop.cancel();
    });
    let ask = Ask {
        plan_state: Some(STATE.to_owned()),
        ..Ask::default()
    };
    let error = Worker::at(reader())
        .read(&path, &ask, &progress)
        .unwrap_err();
    assert_eq!(error.code, "cancelled");
    assert!(start.elapsed() < Duration::from_secs(5));
    waiting.join().unwrap();
}
