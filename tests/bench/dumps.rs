//! A dump of the Universal Human Rights Index filtered to one State, beside reading the same bytes
//! and doing nothing with them.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use kit::uhri::{about_the_state, read_in_child, write_dump};

use crate::timing::{Line, Table, once};

const RECORDS: usize = 250_000;
/// The child may hold so many MiB at most.
const MOST_MEMORY: u64 = 300;

pub fn measure(table: &mut Table) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("export-full-en.json");
    write_dump(&path, RECORDS).expect("a dump");
    read_plainly(&path);
    let ((), plain) = once(|| read_plainly(&path));
    let program = std::env::current_exe().expect("this program");
    let taken = read_in_child(&program, &path);
    let drafts = taken.answer["answer"]["Read"]["drafts"].as_array();
    assert_eq!(drafts.map(Vec::len), Some(about_the_state(RECORDS)));
    let mebibytes = std::fs::metadata(&path).map_or(0, |file| file.len() >> 20);
    table.add(Line {
        goal: "",
        work: format!("a UHRI dump of {mebibytes} MiB filtered to one State, memory"),
        size: RECORDS,
        figure: taken
            .peak
            .map_or("not told".to_owned(), |peak| format!("{peak} MiB")),
        beside: format!("{} of its records are drafted", about_the_state(RECORDS)),
        wanted: format!("< {MOST_MEMORY} MiB"),
        reached: taken.peak.map(|peak| peak < MOST_MEMORY),
    });
    table.tell(
        "",
        "the same, time beside plain reading of the same bytes",
        RECORDS,
        format!(
            "{:.0} ms, {:.1}× plain reading ({plain:.0} ms)",
            taken.milliseconds,
            taken.milliseconds / plain
        ),
    );
}

fn read_plainly(path: &Path) {
    let mut file = File::open(path).expect("the dump");
    let mut buffer = vec![0; 1 << 18];
    while file.read(&mut buffer).expect("readable") > 0 {}
}
