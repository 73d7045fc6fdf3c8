//! A block of cells, as it is pasted from a spreadsheet.

use kit::host::{TestHost, text};
use serde_json::{Value, json};

fn register() -> (TestHost, Vec<String>, Vec<String>) {
    let test = TestHost::new();
    let agencies = test.agencies("Ministry of Justice; MoJ\nMinistry of Health; MoH");
    let ids = (1..=3)
        .map(|n| test.recommendation(&format!("1.{n}"), "Adopt a law"))
        .collect();
    (test, agencies, ids)
}

fn row(test: &TestHost, at: usize) -> Value {
    test.call(
        "page_rows",
        json!({"limit": 10, "columns": ["note", "cross_border"]}),
    )["rows"][at]
        .clone()
}

#[test]
fn a_block_over_several_columns_is_one_step() {
    let (test, agencies, ids) = register();
    let cell = |id: usize, column: &str, value: Value| json!({"id": ids[id], "column": column, "value": value});
    let cells = json!([
        cell(0, "lead", json!(agencies[0])),
        cell(0, "priority", json!("high")),
        cell(1, "lead", json!(agencies[1])),
        cell(1, "category", json!("5")),
        cell(2, "position", json!("NOT")),
        cell(2, "note", json!("Ask")),
        cell(2, "cross_border", json!("yes")),
    ]);
    let before = test.hash();
    assert_eq!(test.call("set_cells", json!({"cells": cells}))["count"], 7);
    assert_eq!(
        (
            text(&row(&test, 0)["lead"]),
            text(&row(&test, 0)["priority"])
        ),
        ("MoJ".into(), "high".into())
    );
    assert_eq!(
        (
            text(&row(&test, 1)["lead"]),
            row(&test, 1)["action_category"].clone()
        ),
        ("MoH".into(), json!(5))
    );
    let third = row(&test, 2);
    assert_eq!(
        (text(&third["position"]), &third["cells"]),
        (
            "NOT".into(),
            &json!({"note": ["Ask"], "cross_border": ["yes"]})
        )
    );
    let cleared = json!({"cells": [cell(0, "lead", Value::Null), cell(0, "priority", json!(" "))]});
    test.call("set_cells", cleared);
    let first = row(&test, 0);
    assert!(
        first["lead"].is_null() && first["priority"].is_null(),
        "{first}"
    );
    test.call("undo", json!({}));
    test.call("undo", json!({}));
    assert_eq!(test.hash(), before);
}

#[test]
fn one_wrong_cell_keeps_all_as_they_were() {
    let (test, agencies, ids) = register();
    let before = test.hash();
    let good = json!({"id": ids[0], "column": "lead", "value": agencies[0]});
    for (column, value, code) in [
        ("priority", json!("soonish"), "cell-value-unknown"),
        ("category", json!("many"), "cell-value-unknown"),
        ("category", json!("9"), "category-out-of-range"),
        ("position", Value::Null, "position-not-cleared"),
        ("position", json!("MAYBE"), "position-unknown"),
        ("cluster", json!("nothing"), "record-not-found"),
        ("lead", json!("nobody"), "record-not-found"),
    ] {
        let bad = json!({"id": ids[1], "column": column, "value": value});
        let refused = test.refused("set_cells", json!({"cells": [good, bad]}));
        assert_eq!(refused.code, code, "{column}");
        assert_eq!(test.hash(), before, "{column}");
    }
    assert_eq!(
        test.refused("set_cells", json!({"cells": []})).code,
        "selection-empty"
    );
    let text = json!({"cells": [{"id": ids[0], "column": "text", "value": "Another"}]});
    assert_eq!(
        test.refused("set_cells", text).code,
        "arguments-not-understood"
    );
}
