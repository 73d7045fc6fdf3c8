//! G5: importers fed with files that chance has changed. None may panic, and none may take more than
//! five seconds for a file below a mebibyte, whatever stands in it.
//!
//! The same seeds give the same files on every machine. A run takes a number of files an importer; with
//! `UPRIGHT_FUZZ_SECONDS=60` it goes on for so long. Files whose outcome was new are kept where
//! `UPRIGHT_FUZZ_KEEP` names a folder; the small ones stand in `fuzz/corpus` and are replayed each time.

mod importers;
mod mutation;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use kit::chance::Chance;
use upright_core::base::{Progress, Result};
use upright_core::import::{Ask, ForeignFile, Reading, Worker};

use self::importers::{Importer, importers};

const READER: &str = env!("CARGO_BIN_EXE_foreign-file-reader");
/// Files of one run, and the longest one.
const FILES: u32 = 150;
const LONGEST: usize = 1 << 20;
const PATIENCE: Duration = Duration::from_secs(5);

fn ask(importer: &Importer) -> Ask {
    Ask {
        state: Some(importer.state.to_owned()),
        ..Ask::default()
    }
}

fn in_process(importer: &Importer, bytes: &[u8]) -> Result<Reading> {
    ForeignFile::open(bytes)?.read(&ask(importer))
}

fn in_child(importer: &Importer, bytes: &[u8], path: &Path) -> Result<Reading> {
    std::fs::write(path, bytes).unwrap();
    let parsed = Worker::at(Path::new(READER)).read(path, &ask(importer), &Progress::silent())?;
    Ok(parsed.reading)
}

/// What became of one file, as short as outcomes can be told apart.
fn outcome(importer: &Importer, input: &[u8], path: &Path) -> String {
    let bytes = (importer.wrap)(input);
    let start = Instant::now();
    let reading = match importer.needs_child {
        true => Ok(in_child(importer, &bytes, path)),
        false => catch_unwind(AssertUnwindSafe(|| in_process(importer, &bytes))),
    };
    let took = start.elapsed();
    let told = match reading {
        Err(_) => "panicked".to_owned(),
        Ok(Err(error)) => error.code,
        Ok(Ok(reading)) => {
            let mut codes: Vec<String> = reading.problems.into_iter().map(|p| p.code).collect();
            codes.sort_unstable();
            codes.dedup();
            format!("read {} {}", reading.drafts.len().min(4), codes.join(" "))
        }
    };
    match took > PATIENCE {
        true => format!("too slow: {told}"),
        false => told,
    }
}

/// A child that ends without an answer is refused in words; only silence would be amiss.
fn is_amiss(outcome: &str) -> bool {
    outcome == "panicked" || outcome.starts_with("too slow") || outcome == "file-too-slow"
}

#[test]
fn files_that_chance_has_changed_stop_no_importer() {
    let seconds: Option<u64> = std::env::var("UPRIGHT_FUZZ_SECONDS")
        .ok()
        .map(|seconds| seconds.parse().unwrap());
    let only = std::env::var("UPRIGHT_FUZZ_ONLY").ok();
    let folder = tempfile::tempdir().unwrap();
    let mut amiss = Vec::new();
    for (seed, importer) in (1..).zip(importers()) {
        if only.as_ref().is_some_and(|only| only != importer.name) {
            continue;
        }
        let path = folder.path().join(importer.name);
        let mut chance = Chance::new(seed);
        let mut pool: Vec<Vec<u8>> = importer.seeds.clone();
        let mut outcomes: BTreeMap<String, u32> = BTreeMap::new();
        let start = Instant::now();
        let mut files = 0;
        let goes_on = |files: u32| match seconds {
            Some(seconds) => start.elapsed() < Duration::from_secs(seconds),
            None => files < FILES,
        };
        while goes_on(files) {
            files += 1;
            let mut input = chance.pick(&pool).clone();
            mutation::change(&mut input, &pool, importer.words, &mut chance);
            input.truncate(LONGEST);
            let told = outcome(&importer, &input, &path);
            if is_amiss(&told) {
                keep(importer.name, "amiss", &input);
                amiss.push(format!("{} {told} ({} bytes)", importer.name, input.len()));
            }
            // What ends in a new way is worth changing further.
            if !outcomes.contains_key(&told) && pool.len() < 500 && input.len() < 20_000 {
                keep(importer.name, "new", &input);
                pool.push(input);
            }
            *outcomes.entry(told).or_default() += 1;
        }
        let read: u32 = outcomes
            .iter()
            .filter(|(told, _)| told.starts_with("read"))
            .map(|(_, n)| n)
            .sum();
        println!(
            "{:16} {files:7} files in {:5.1} s, {read:6} read, {} outcomes",
            importer.name,
            start.elapsed().as_secs_f64(),
            outcomes.len()
        );
        assert!(outcomes.len() > 2, "{}: {outcomes:?}", importer.name);
    }
    assert_eq!(amiss, Vec::<String>::new());
}

/// Keeps a file for the corpus, where a folder is named.
fn keep(importer: &str, why: &str, input: &[u8]) {
    let Some(folder) = std::env::var_os("UPRIGHT_FUZZ_KEEP").map(PathBuf::from) else {
        return;
    };
    let folder = folder.join(importer);
    std::fs::create_dir_all(&folder).unwrap();
    let hash = upright_core::base::text::sha256(input);
    std::fs::write(folder.join(format!("{why}-{}", &hash[..12])), input).unwrap();
}

#[test]
fn the_corpus_is_replayed() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("faults/fuzz/corpus");
    let folder = tempfile::tempdir().unwrap();
    let mut amiss = Vec::new();
    for importer in importers() {
        let mut files: Vec<PathBuf> = std::fs::read_dir(corpus.join(importer.name))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        assert!(
            files.len() >= 4,
            "{} has {} files",
            importer.name,
            files.len()
        );
        let path = folder.path().join(importer.name);
        for file in files {
            let input = std::fs::read(&file).unwrap();
            let told = outcome(&importer, &input, &path);
            if is_amiss(&told) {
                amiss.push(format!("{} {told}", file.display()));
            }
        }
    }
    assert_eq!(amiss, Vec::<String>::new());
}

/// The same check must find a reader that panics.
#[test]
fn a_panic_would_be_found() {
    let told = catch_unwind(|| {
        let nothing: Vec<u8> = Vec::new();
        nothing[std::hint::black_box(0)]
    });
    assert!(told.is_err());
    assert!(is_amiss("panicked") && is_amiss("too slow: read 1") && !is_amiss("file-damaged"));
}
