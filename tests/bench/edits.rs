//! One edit until it is on the disk (S6), and where things stand after it (S8).

use serde_json::{Value, json};

use crate::floors::{Bare, write_and_sync};
use crate::office::Office;
use crate::timing::{Line, Table, Times};

const EDITS: usize = 200;

pub fn measure(office: &mut Office, size: usize, table: &mut Table) {
    let ids: Value = office.call("select_ids", json!({"limit": 100}));
    let ids: Vec<String> = serde_json::from_value(ids).expect("ids");
    let id = |number: usize| ids[number * 7919 % ids.len()].clone();
    office.call("close_plan", json!({}));
    let bare = Bare::copy_of(&office.plan());
    office.call("open_plan", json!({"file": office.plan()}));
    office.call("choose_author", json!({"name": "Ana Officer"}));
    office.call("standing", json!({}));

    // Pair by pair, so that both meet the same machine.
    let (mut ours, mut theirs, mut standings) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..EDITS {
        let note = format!("spoken of in meeting {number}");
        let patch = json!({"ids": [id(number)], "patch": {"note": note}});
        let edit = Times::of(1, |_| {
            drop(office.call("edit_recommendations", patch.clone()))
        });
        ours.extend(edit.all());
        theirs.extend(Times::of(1, |_| bare.edit(&id(number), &note)).all());
        standings.extend(Times::of(1, |_| drop(office.call("standing", json!({})))).all());
    }
    let (ours, theirs, standings) = (
        Times::from(ours),
        Times::from(theirs),
        Times::from(standings),
    );
    let floor = write_and_sync(office.path(), 200);
    let ratio = ours.percentile(95) / theirs.percentile(95);
    table.add(Line {
        goal: "S6",
        work: "one edit, journal and full text included, until it is on the disk".to_owned(),
        size,
        figure: format!("p50 {:.2} ms, p95 {:.2} ms", ours.median(), ours.percentile(95)),
        beside: format!(
            "{ratio:.2}× the same statement bare (p50 {:.2} ms, p95 {:.2} ms); one write + fdatasync p50 {:.2} ms",
            theirs.median(),
            theirs.percentile(95),
            floor.median()
        ),
        wanted: "p95 ≤ 1.2×, ≤ 150 ms".to_owned(),
        reached: Some(ratio <= 1.2 && ours.percentile(95) <= 150.0),
    });
    let wanted = if size <= 3_500 { 5.0 } else { 16.7 };
    table.add(Line {
        goal: "S8",
        work: "where things stand, after an edit".to_owned(),
        size,
        figure: format!(
            "p50 {:.2} ms, p99 {:.2} ms",
            standings.median(),
            standings.percentile(99)
        ),
        beside: String::new(),
        wanted: format!("≤ {wanted} ms"),
        reached: Some(standings.percentile(99) <= wanted),
    });
}
