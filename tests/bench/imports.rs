//! Import and its undo (S7), beside the same rows inserted without journal and full text.

use serde_json::json;

use crate::floors;
use crate::growth::Growth;
use crate::office::{Office, parsed};
use crate::timing::{Line, Table, once};

pub fn measure(office: &mut Office, size: usize, table: &mut Table, growth: &mut Growth) {
    let parsed = parsed(size);
    let ((), import) = once(|| office.import(&parsed));
    growth.note("import", size, import);
    if size > crate::WHOLE {
        table.tell(
            "S7",
            "import, with journal and full text",
            size,
            format!("{import:.0} ms"),
        );
        return;
    }
    let rows = floors::rows_of(office);
    let bare = floors::insert(office.path(), &rows);
    let count = rows.count();
    table.add(Line {
        goal: "S7",
        work: "import, with journal and full text".to_owned(),
        size,
        figure: format!("{import:.0} ms ({count} rows)"),
        beside: format!(
            "{:.2}× the same rows inserted bare ({bare:.0} ms)",
            import / bare
        ),
        wanted: "≤ 2.0×".to_owned(),
        reached: Some(import / bare <= 2.0),
    });
    let ((), undo) = once(|| drop(office.call("undo", json!({}))));
    table.add(Line {
        goal: "S7",
        work: "undo of the import".to_owned(),
        size,
        figure: format!("{undo:.0} ms"),
        beside: format!("{:.2}× the import", undo / import),
        wanted: "≤ 1.0×".to_owned(),
        reached: Some(undo <= import),
    });
    let ((), redo) = once(|| drop(office.call("redo", json!({}))));
    table.tell("S7", "redo of the import", size, format!("{redo:.0} ms"));
    let bytes = std::fs::metadata(office.plan()).map_or(0, |file| file.len());
    table.tell(
        "",
        "size of the plan file",
        size,
        format!("{} KiB", bytes / 1024),
    );
}
