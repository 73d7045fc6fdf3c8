//! The progress workbook (S2, S3), beside deflating its own bytes. Memory is not taken here: what
//! earlier work left in the heap would hide it.

use serde_json::json;

use crate::floors;
use crate::growth::Growth;
use crate::office::Office;
use crate::timing::{Line, Table, once};

pub fn measure(office: &mut Office, size: usize, table: &mut Table, growth: &mut Growth) {
    let file = office.path().join("progress.xlsx");
    office.call("standing", json!({}));
    let args = json!({"kind": "progress", "file": file});
    let (_, time) = once(|| office.call("write_report", args));
    let floor = floors::deflate(&file);
    growth.note("the progress workbook", size, time);
    let (goal, most) = if size <= 3_000 {
        ("S2", 1.5)
    } else {
        ("S3", 1.7)
    };
    let ratio = time / floor;
    let bytes = std::fs::metadata(&file).map_or(0, |file| file.len());
    table.add(Line {
        goal,
        work: "progress workbook, all sheets and charts".to_owned(),
        size,
        figure: format!("{time:.0} ms, {} KB", bytes / 1000),
        beside: format!("{ratio:.2}× deflating its bytes at level 6 ({floor:.0} ms)"),
        wanted: format!("≤ {most}×"),
        reached: Some(ratio <= most),
    });
}
