//! The register answers while an import or a report runs.

use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use kit::host::TestHost;
use kit::sample::{TODAY, noon};
use serde_json::{Value, json};
use upright_core::base::Progress;
use upright_core::import::Worker;

const READER: &str = env!("CARGO_BIN_EXE_foreign-file-reader");
const ROWS: usize = 3000;

fn export(path: &Path) {
    let mut text =
        String::from("SuR;Rgrp;Org;Recommendation;RS;Rgrp;Org;Response;Action;Issue;Session\r\n");
    for n in 0..ROWS {
        text.push_str(&format!(
            "Morocco;Africa;OIC;Adopt measure number {n} of the national plan without delay;Chile;GRULAC;OAS;Supported;5;Justice;27\r\n"
        ));
    }
    std::fs::write(path, text).unwrap();
}

/// Runs a job and asks for pages meanwhile. Work that held the desk from its beginning to its end would
/// let one or two through.
fn assert_pages_between(test: &TestHost, job: &str, args: Value) -> Value {
    std::thread::scope(|scope| {
        let start = Instant::now();
        let work = scope.spawn(|| test.call(job, args));
        let (mut longest, mut pages) = (Duration::ZERO, 0);
        while !work.is_finished() {
            let asked = Instant::now();
            test.call("page_rows", json!({"limit": 60}));
            longest = longest.max(asked.elapsed());
            pages += 1;
        }
        let answer = work.join().unwrap();
        let whole = start.elapsed();
        println!("{job}: {whole:?}, {pages} pages, the longest after {longest:?}");
        assert!(
            pages >= 5 && longest < whole,
            "{job}: {pages} pages, {longest:?} of {whole:?}"
        );
        answer
    })
}

#[test]
fn pages_are_answered_while_an_import_and_a_report_run() {
    let test = TestHost::empty(noon(TODAY));
    test.host
        .read_foreign_files_with(Worker::at(Path::new(READER)));
    let wish = json!({"file": test.handle(&test.plan()), "title": "Plan", "state": "MAR"});
    test.call("create_plan", wish);
    let file = test.path().join("export.csv");
    export(&file);
    let wish = json!({"file": test.handle(&file)});
    assert_eq!(
        assert_pages_between(&test, "import_file", wish.clone())["added"],
        ROWS
    );
    assert_eq!(
        assert_pages_between(&test, "preview_import", wish)["unchanged"],
        ROWS
    );
    let report = test.handle(&test.path().join("progress.xlsx"));
    let wish = json!({"kind": "progress", "file": report});
    assert_eq!(
        assert_pages_between(&test, "write_report", wish)["problems"],
        json!([])
    );
    assert_eq!(test.call("standing", json!({}))["recommendations"], ROWS);
}

/// Progress that is stopped as soon as the work tells that it has begun.
fn stopped_at_once() -> Progress {
    let slot: Arc<OnceLock<Progress>> = Arc::default();
    let own = slot.clone();
    let progress = Progress::new(move |_| {
        if let Some(progress) = own.get() {
            progress.cancel();
        }
    });
    slot.set(progress.clone()).ok();
    progress
}

#[test]
fn work_that_is_stopped_leaves_nothing_behind() {
    let test = TestHost::empty(noon(TODAY));
    test.host
        .read_foreign_files_with(Worker::at(Path::new(READER)));
    let wish = json!({"file": test.handle(&test.plan()), "title": "Plan", "state": "MAR"});
    test.call("create_plan", wish);
    let file = test.path().join("export.csv");
    export(&file);
    let wish = json!({"file": test.handle(&file)});
    let before = test.hash();
    let stopped = test
        .host
        .call("import_file", wish.clone(), &stopped_at_once());
    assert_eq!(stopped.unwrap_err().code, "cancelled");
    assert_eq!(test.hash(), before);
    assert_eq!(test.state()["undo"], Value::Null);
    test.call("import_file", wish);
    let report = test.path().join("progress.xlsx");
    let wish = json!({"kind": "progress", "file": test.handle(&report)});
    let stopped = test.host.call("write_report", wish, &stopped_at_once());
    assert_eq!(stopped.unwrap_err().code, "cancelled");
    assert!(!report.exists());
    let parts = std::fs::read_dir(test.path()).unwrap();
    let parts = parts.filter(|entry| {
        entry
            .as_ref()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .ends_with(".part")
    });
    assert_eq!(parts.count(), 0, "no half file");
}
