//! The progress workbook (S2, S3), beside deflating its own bytes.

use serde_json::json;

use crate::floors;
use crate::growth::Growth;
use crate::office::Office;
use crate::timing::{Line, Table, once};

pub fn measure(office: &mut Office, size: usize, table: &mut Table, growth: &mut Growth) {
    let file = office.path().join("progress.xlsx");
    office.call("standing", json!({}));
    forget_peak();
    let before = memory("VmRSS:");
    let args = json!({"kind": "progress", "file": file});
    let (_, time) = once(|| office.call("write_report", args));
    let grown = memory("VmHWM:").saturating_sub(before) / 1024;
    let floor = floors::deflate(&file);
    growth.note("the progress workbook", size, time);
    let (goal, most, room) = if size <= 3_000 {
        ("S2", 1.5, 48)
    } else {
        ("S3", 1.7, 256)
    };
    let ratio = time / floor;
    let bytes = std::fs::metadata(&file).map_or(0, |file| file.len());
    table.add(Line {
        goal,
        work: "progress workbook, all sheets and charts".to_owned(),
        size,
        figure: format!("{time:.0} ms, {} KB, memory + {grown} MiB", bytes / 1000),
        beside: format!("{ratio:.2}× deflating its bytes at level 6 ({floor:.0} ms)"),
        wanted: format!("≤ {most}×, ≤ {room} MiB"),
        reached: Some(ratio <= most && grown <= room),
    });
}

/// Lets the system count the peak of memory from here on (Linux).
fn forget_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// A figure of this process in KiB; 0 where the system does not tell.
fn memory(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|line| {
            line.strip_prefix(name)?
                .trim()
                .strip_suffix(" kB")?
                .parse()
                .ok()
        })
        .unwrap_or(0)
}
