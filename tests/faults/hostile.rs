//! G6: foreign files made to harm. Each is read through the child process, ends in two seconds, and
//! leaves the program unharmed with a code to show. Every file is made here.

mod documents;
mod markup;
mod records;
mod reports;
mod tables;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use kit::docx::{document, row, table};
use upright_core::base::{Progress, Result};
use upright_core::import::{Ask, ForeignFile, Parsed, Worker};

const READER: &str = env!("CARGO_BIN_EXE_foreign-file-reader");

/// A hostile file, and the codes that say rightly what is wrong with it.
pub struct Hostile {
    name: &'static str,
    bytes: Vec<u8>,
    codes: &'static [&'static str],
}

fn hostile(name: &'static str, bytes: Vec<u8>, codes: &'static [&'static str]) -> Hostile {
    Hostile { name, bytes, codes }
}

fn read(path: &Path) -> Result<Parsed> {
    let ask = Ask {
        state: Some("MAR".to_owned()),
        ..Ask::default()
    };
    Worker::at(Path::new(READER)).read(path, &ask, &Progress::silent())
}

#[test]
fn every_hostile_file_ends_in_two_seconds_with_a_code() {
    let folder = tempfile::tempdir().unwrap();
    let mut corpus = documents::corpus();
    corpus.extend(tables::corpus());
    corpus.extend(markup::corpus());
    corpus.extend(records::corpus());
    corpus.extend(reports::corpus());
    assert!(corpus.len() >= 110, "{}", corpus.len());
    let names: std::collections::BTreeSet<&str> = corpus.iter().map(|file| file.name).collect();
    assert_eq!(names.len(), corpus.len(), "each file once");
    let mut amiss = Vec::new();
    for file in &corpus {
        let path = folder.path().join(file.name);
        std::fs::write(&path, &file.bytes).unwrap();
        let (outcome, took) = timed(&path);
        let code = match outcome {
            Ok(parsed) => format!("read {}", parsed.reading.drafts.len()),
            Err(error) => error.code,
        };
        println!(
            "{:5} ms  {:9} bytes  {:30} {code}",
            took.as_millis(),
            file.bytes.len(),
            file.name
        );
        if took > Duration::from_secs(2) || !file.codes.contains(&code.as_str()) {
            amiss.push(format!("{} {code} in {took:?}", file.name));
        }
    }
    assert_eq!(amiss, Vec::<String>::new());
    // The parent reads a good file after all of them.
    assert_eq!(good_file(folder.path()).unwrap().reading.drafts.len(), 1);
}

/// Time and outcome; on a machine busy with other work the best of three counts.
fn timed(path: &Path) -> (Result<Parsed>, Duration) {
    let once = || {
        let start = Instant::now();
        let outcome = read(path);
        (outcome, start.elapsed())
    };
    let first = once();
    if first.1 <= Duration::from_secs(2) {
        return first;
    }
    let further = [once(), once()].into_iter();
    further.fold(
        first,
        |best, next| if next.1 < best.1 { next } else { best },
    )
}

fn good_file(folder: &Path) -> Result<Parsed> {
    let path = folder.join("good.docx");
    std::fs::write(&path, good_matrix()).unwrap();
    Worker::at(Path::new(READER)).read(&path, &Ask::default(), &Progress::silent())
}

fn good_matrix() -> Vec<u8> {
    let rows = [
        row(&["Recommendation", "Position", "Full list of themes", ""]),
        row(&[
            "140.3 Adopt a law (Chile);",
            "Supported",
            "- Right to health",
            "",
        ]),
    ];
    document(
        "UPR of Morocco (3rd Cycle \u{2013} 27th session)",
        &table(&rows),
    )
}

#[test]
fn without_the_child_one_of_these_files_takes_the_program_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shared.xlsx");
    std::fs::write(&path, tables::shared_strings(100_000_000_000_000)).unwrap();
    let status = Command::new(READER)
        .arg("bare")
        .arg(&path)
        .status()
        .unwrap();
    assert_eq!(
        status.code(),
        None,
        "it was to be killed by a signal: {status}"
    );
}

#[test]
fn what_is_no_file_is_refused_without_waiting() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(read(folder.path()).unwrap_err().code, "file-not-readable");
    let missing = folder.path().join("missing.xls");
    assert_eq!(read(&missing).unwrap_err().code, "file-not-found");
    #[cfg(unix)]
    {
        let pipe = folder.path().join("pipe.csv");
        let made = Command::new("mkfifo").arg(&pipe).status().unwrap();
        assert!(made.success());
        assert_eq!(read(&pipe).unwrap_err().code, "file-not-readable");
    }
}

#[test]
fn a_person_can_stop_the_reading() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("good.docx");
    std::fs::write(&path, good_matrix()).unwrap();
    let progress = Progress::silent();
    progress.cancel();
    let outcome = Worker::at(Path::new(READER)).read(&path, &Ask::default(), &progress);
    assert_eq!(outcome.unwrap_err().code, "cancelled");
}

#[test]
fn a_reader_that_is_another_program_is_told_by_its_answer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("good.docx");
    std::fs::write(&path, good_matrix()).unwrap();
    let outcome =
        Worker::at(Path::new("/bin/true")).read(&path, &Ask::default(), &Progress::silent());
    assert_eq!(outcome.unwrap_err().code, "file-not-readable");
}

#[cfg(unix)]
#[test]
fn a_reader_that_never_ends_is_ended() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("good.docx");
    std::fs::write(&path, good_matrix()).unwrap();
    let script = folder.path().join("reader");
    let started = folder.path().join("started");
    let text = format!(
        "#!/bin/sh\necho $$ > {}\nexec sleep 600\n",
        started.display()
    );
    std::fs::write(&script, text).unwrap();
    std::fs::set_permissions(&script, PermissionsExt::from_mode(0o700)).unwrap();
    let worker = Worker::at(&script).with_patience(Duration::from_millis(500));
    let outcome = worker.read(&path, &Ask::default(), &Progress::silent());
    assert_eq!(outcome.unwrap_err().code, "file-too-slow");
    let process = std::fs::read_to_string(&started).unwrap();
    let is_gone = !Path::new("/proc").join(process.trim()).exists();
    assert!(is_gone, "the child must not outlive the refusal");
}

/// A small generator, so that every run flips the same bytes.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }
}

#[test]
fn flipped_and_cut_files_never_stop_the_readers() {
    let seeds = [
        good_matrix(),
        format!(
            "{}\n{}\n",
            tables::HEADER,
            "Morocco,,,Ratify it,Chad,,,Accepted,5,Justice,1"
        )
        .into_bytes(),
        stored_matrix(),
    ];
    let mut dice = Dice(7);
    let mut read = 0;
    for seed in &seeds {
        for _ in 0..1_500 {
            let mut bytes = seed.clone();
            for _ in 0..=dice.below(4) {
                let place = dice.below(bytes.len());
                bytes[place] = u8::try_from(dice.below(256)).unwrap();
            }
            if dice.below(4) == 0 {
                bytes.truncate(dice.below(bytes.len()));
            }
            let outcome = ForeignFile::open(&bytes).and_then(|file| file.read(&Ask::default()));
            read += usize::from(outcome.is_ok());
        }
    }
    assert!(read > 0, "some flips leave a file readable");
}

#[test]
fn flipped_real_workbooks_end_in_the_child_with_an_answer_or_a_code() {
    let Some(seed) = kit::real::real("upr-info/voluntary.xls") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("flipped.xls");
    let mut dice = Dice(11);
    let mut codes = std::collections::BTreeMap::new();
    for _ in 0..40 {
        let mut bytes = seed.clone();
        for _ in 0..=dice.below(40) {
            // Half of the flips strike the first kilobytes, where the structure is told.
            let most = [4_096, bytes.len()][dice.below(2)];
            let place = dice.below(most);
            bytes[place] = u8::try_from(dice.below(256)).unwrap();
        }
        std::fs::write(&path, &bytes).unwrap();
        let start = Instant::now();
        let code = read(&path).map_or_else(|error| error.code, |_| "read".to_owned());
        assert!(start.elapsed() < Duration::from_secs(5), "{code}");
        *codes.entry(code).or_insert(0) += 1;
    }
    println!("{codes:?}");
    for code in codes.keys() {
        let is_known = code == "read" || code.starts_with("file-") || code.starts_with("import-");
        assert!(is_known, "{code}");
    }
}

/// As [`good_matrix`], not compressed: flips reach the markup.
fn stored_matrix() -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(good_matrix())).unwrap();
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut content).unwrap();
        parts.push((part.name().unwrap().into_owned(), content));
    }
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(n, c)| (n.as_str(), c.as_slice()))
        .collect();
    kit::docx::archive_stored(&parts)
}
