//! What every room stands on: texts, words, progress, files.

use std::fs;
use std::sync::{Arc, Mutex};

use kit::host::folder;
use upright_core::base::files::{write_whole, write_with};
use upright_core::base::id::Ids;
use upright_core::base::lang::Words;
use upright_core::base::text::{fingerprint, fold, sha256, squeeze};
use upright_core::base::{Clock, Error, ErrorKind, Progress};

#[test]
fn texts_are_compared_without_capitals_accents_and_spacing() {
    assert_eq!(fold("  CÔTE  d’Ivoire "), fold("cote d’ivoire"));
    assert_eq!(fold("Ёлка"), fold("елка"));
    assert_eq!(squeeze(" a \t b\u{a0}c\r\n"), "a b c");
    assert_ne!(fold("Niger"), fold("Nigeria"));
}

#[test]
fn a_fingerprint_hears_letters_and_figures_only() {
    assert_eq!(
        fingerprint("Ratify the CRPD;"),
        fingerprint("“Ratify  the C.R.P.D.”")
    );
    assert_ne!(fingerprint("Article 12"), fingerprint("Article 21"));
    assert_eq!(fingerprint("…"), sha256(b""));
}

#[test]
fn a_whole_file_is_written_or_none() {
    let folder = folder();
    let path = folder.path().join("report.xlsx");
    write_whole(&path, b"first").unwrap();
    let failed = write_with(&path, |_| Err(Error::person("cancelled")));
    assert_eq!(failed.unwrap_err().code, "cancelled");
    assert_eq!(
        fs::read(&path).unwrap(),
        b"first",
        "the old file still stands"
    );
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        1,
        "no half file is left"
    );
    let nowhere = folder.path().join("missing/report.xlsx");
    let error = write_whole(&nowhere, b"x").unwrap_err();
    assert_eq!(
        (error.kind, error.code.as_str()),
        (ErrorKind::File, "file-not-found")
    );
}

#[test]
fn long_work_stops_at_the_step_after_it_was_cancelled() {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let listener = heard.clone();
    let progress =
        Progress::new(move |step| listener.lock().unwrap().push((step.done, step.total)));
    progress.step(1, 3).unwrap();
    progress.clone().cancel();
    assert_eq!(progress.step(2, 3).unwrap_err().code, "cancelled");
    assert_eq!(*heard.lock().unwrap(), [(1, 3)]);
}

#[test]
fn counted_ids_come_again_and_random_ones_do_not() {
    let three = |ids: &mut Ids| [ids.make(), ids.make(), ids.make()];
    assert_eq!(three(&mut Ids::counted(7)), three(&mut Ids::counted(7)));
    assert_ne!(three(&mut Ids::counted(7)), three(&mut Ids::counted(8)));
    let random = three(&mut Ids::Random);
    assert!(
        random[0] < random[1] && random[1] < random[2],
        "sorted by time of making"
    );
    assert_ne!(three(&mut Ids::Random), random);
}

#[test]
fn an_error_is_explained_in_a_sentence_with_its_values() {
    let words = Words::of("en");
    let error = Error::person("dates-in-wrong-order")
        .with("from", "2027-02-01")
        .with("to", "2027-01-01");
    let said = words.explain(&error);
    assert!(
        said.contains("2027-02-01") && said.contains("2027-01-01"),
        "{said}"
    );
    assert!(
        !said.contains("dates-in-wrong-order"),
        "no code in the text: {said}"
    );
    assert!(
        said.contains(&words.say("dates-in-wrong-order.hint")),
        "the hint follows: {said}"
    );
}

#[test]
fn a_missing_word_is_seen_and_a_missing_language_falls_back_to_english() {
    assert_eq!(Words::of("en").say("no-such-word"), "no-such-word");
    let (foreign, english) = (Words::of("tlh"), Words::of("en"));
    assert_eq!(foreign.say("name-missing"), english.say("name-missing"));
    assert_eq!(foreign.language(), "tlh");
}

#[test]
fn a_fixed_clock_stands_still_and_a_shifted_one_is_off_by_so_much() {
    let fixed = kit::sample::instant("2026-11-24T23:59:59.5Z");
    assert_eq!(fixed.stamp(), "2026-11-24T23:59:59.500Z");
    assert_eq!(fixed.today().to_string(), "2026-11-24");
    let hour = chrono::TimeDelta::hours(1);
    let ahead = Clock::Shifted(hour).now() - Clock::System.now();
    assert!((ahead - hour).abs() < chrono::TimeDelta::seconds(5));
}
