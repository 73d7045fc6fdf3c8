//! Opening, pages and searches (S4, S5, S12).

use serde_json::{Value, json};
use upright_core::base::Clock;
use upright_core::desk::opening;
use upright_core::dossier::{Dossier, Storage};

use crate::floors::Bare;
use crate::growth::Growth;
use crate::office::Office;
use crate::texts::SEARCHES;
use crate::timing::{Line, Table, Times, once};

const PAGES: usize = 400;

pub fn measure(office: &mut Office, size: usize, table: &mut Table, growth: &mut Growth) {
    open(office, size, table, growth);
    pages(office, size, table);
    searches(office, size, table);
    shares(office, size, table);
    counts(office, size, table);
}

/// The menus of filters, each counted under a search or a filter that was not asked before.
fn counts(office: &Office, size: usize, table: &mut Table) {
    let columns = [
        "position", "theme", "lead", "state", "cluster", "standing", "document",
    ];
    let ask = |run: usize, filter: Value| {
        let column = columns[run % columns.len()];
        office.call("facet_values", json!({"column": column, "filter": filter}));
    };
    // The first question makes a column's values; the others find them made.
    for run in 0..columns.len() {
        ask(run, json!({}));
    }
    let plain = Times::of(120, |run| {
        let theme = crate::texts::THEMES[run % crate::texts::THEMES.len()];
        ask(run, json!({"theme": [theme], "position": ["SUP"]}));
    });
    let searched = Times::of(120, |run| {
        ask(
            run,
            json!({"words": SEARCHES[run % SEARCHES.len()], "position": ["SUP"]}),
        );
    });
    let wanted = if size <= 3_000 { 5.0 } else { 16.7 };
    for (name, times) in [("under two filters", plain), ("under a search", searched)] {
        table.add(Line {
            goal: "S5",
            work: format!("the counts of a filter's menu {name}"),
            size,
            figure: format!(
                "p50 {:.2} ms, p99 {:.2} ms",
                times.median(),
                times.percentile(99)
            ),
            beside: String::new(),
            wanted: format!("p99 ≤ {wanted} ms"),
            reached: Some(times.percentile(99) <= wanted),
        });
    }
}

fn open(office: &Office, size: usize, table: &mut Table, growth: &mut Growth) {
    office.call("close_plan", json!({}));
    let storage = || Storage::File(office.plan());
    let opened = Times::of(5, |_| {
        let dossier = Dossier::open(storage(), &opening(Clock::System)).expect("opens");
        dossier.close().expect("closes");
    });
    table.tell(
        "S12",
        "open the file, checks included, and close",
        size,
        format!("{:.1} ms", opened.median()),
    );
    let (_, first) = once(|| office.call("open_plan", json!({"file": office.plan()})));
    let (_, again) = once(|| {
        office.call("close_plan", json!({}));
        office.call("open_plan", json!({"file": office.plan()}))
    });
    table.tell(
        "S12",
        "open at the desk, with a backup where it changed",
        size,
        format!("{first:.0} ms with the backup, {again:.0} ms without"),
    );
    office.call("choose_author", json!({"name": "Ana Officer"}));
    let (_, page) = once(|| ask(office, &json!({"offset": 0, "limit": 100})));
    table.tell(
        "S12",
        "the first page of all, the board read for it",
        size,
        format!("{page:.1} ms"),
    );
    growth.note("the first page of all", size, page);
}

fn pages(office: &Office, size: usize, table: &mut Table) {
    let first = Times::of(PAGES, |_| {
        drop(ask(office, &json!({"offset": 0, "limit": 100})))
    });
    let last = Times::of(PAGES, |_| {
        let offset = size.saturating_sub(100);
        ask(office, &json!({"offset": offset, "limit": 100}));
    });
    let any = Times::of(PAGES, |run| {
        let offset = run * 7919 % size.saturating_sub(100).max(1);
        ask(office, &json!({"offset": offset, "limit": 100}));
    });
    let bytes = (0..10)
        .map(|tenth| {
            let page = ask(office, &json!({"offset": tenth * size / 10, "limit": 100}));
            page.to_string().len()
        })
        .max()
        .unwrap_or(0);
    let ratio = any.median() / first.median();
    table.add(Line {
        goal: "S4",
        work: "any page of 100 rows, as JSON".to_owned(),
        size,
        figure: format!(
            "p50 {:.2} ms, p99 {:.2} ms, {} KB",
            any.median(),
            any.percentile(99),
            bytes / 1000
        ),
        beside: format!(
            "{ratio:.2}× the first page ({:.2} ms); the last {:.2} ms",
            first.median(),
            last.median()
        ),
        wanted: "≤ 1.5×, p99 ≤ 1 ms, ≤ 100 KB".to_owned(),
        reached: Some(ratio <= 1.5 && any.percentile(99) <= 1.0 && bytes <= 100_000),
    });
}

/// Another word each time: a view that is kept would answer the second one for nothing.
fn searches(office: &Office, size: usize, table: &mut Table) {
    let wanted = if size <= 3_000 { 5.0 } else { 16.7 };
    let narrow = json!({"theme": ["Detention"], "position": ["SUP"]});
    let filtered = Times::of(100, |run| {
        let theme = crate::texts::THEMES[run % crate::texts::THEMES.len()];
        let filter = json!({"theme": [theme], "position": ["SUP"]});
        ask(office, &json!({"filter": filter, "limit": 100}));
    });
    table.tell(
        "S4",
        "the first page under two filters",
        size,
        format!(
            "p50 {:.2} ms, p99 {:.2} ms",
            filtered.median(),
            filtered.percentile(99)
        ),
    );
    let search = |filter: &Value| {
        Times::of(120, |run| {
            let mut filter = filter.clone();
            filter["words"] = json!(SEARCHES[run % SEARCHES.len()]);
            ask(office, &json!({"filter": filter, "limit": 50}));
        })
    };
    for (name, filter) in [("search", json!({})), ("search under two filters", narrow)] {
        let times = search(&filter);
        table.add(Line {
            goal: "S5",
            work: format!("{name}, first 50 rows"),
            size,
            figure: format!(
                "p50 {:.2} ms, p99 {:.2} ms",
                times.median(),
                times.percentile(99)
            ),
            beside: String::new(),
            wanted: format!("p99 ≤ {wanted} ms"),
            reached: Some(times.percentile(99) <= wanted),
        });
    }
    let ours = search(&json!({}));
    office.call("close_plan", json!({}));
    let bare = Bare::copy_of(&office.plan());
    let ranked = Times::of(48, |run| {
        let words: Vec<String> = SEARCHES[run % SEARCHES.len()]
            .split(' ')
            .map(|word| format!("{word}*"))
            .collect();
        bare.rank(&words.join(" "));
    });
    office.call("open_plan", json!({"file": office.plan()}));
    let ratio = ours.percentile(99) / ranked.percentile(99);
    table.add(Line {
        goal: "S5",
        work: "search beside plain `order by rank`".to_owned(),
        size,
        figure: format!("{ratio:.2}×"),
        beside: format!("plain p99 {:.1} ms", ranked.percentile(99)),
        wanted: "≤ 0.1× at 250,000".to_owned(),
        reached: (size >= 250_000).then_some(ratio <= 0.1),
    });
}

fn ask(office: &Office, query: &Value) -> Value {
    office.call("page_rows", query.clone())
}

/// Counts and shares: every recommendation by a property, on each basis.
fn shares(office: &Office, size: usize, table: &mut Table) {
    const DIMENSIONS: [&str; 6] = [
        "category",
        "position",
        "theme",
        "region",
        "cluster",
        "mechanism",
    ];
    const BASES: [&str; 3] = ["paragraph", "state", "part"];
    let ask = |run: usize| {
        let dimension = DIMENSIONS[run % DIMENSIONS.len()];
        let basis = BASES[run / DIMENSIONS.len() % BASES.len()];
        office.call(
            "list_shares",
            json!({"dimension": dimension, "basis": basis}),
        )
    };
    // The columns are indexed when they are first asked for.
    for run in 0..DIMENSIONS.len() {
        ask(run);
    }
    let times = Times::of(36, |run| drop(ask(run)));
    table.add(Line {
        goal: "S8",
        work: "counts and shares, six properties on three bases".to_owned(),
        size,
        figure: format!(
            "p50 {:.1} ms, p99 {:.1} ms",
            times.median(),
            times.percentile(99)
        ),
        beside: String::new(),
        wanted: "p99 ≤ 16.7 ms".to_owned(),
        reached: Some(times.percentile(99) <= 16.7),
    });
}
