//! The chain of operations followed by another program, from `docs/file-format.md` alone.

use kit::host::TestHost;
use kit::sample::{TODAY, noon};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use serde_json::json;
use upright_core::base::text::sha256;

/// Type, length, bytes: as the description says a value is fed.
fn feed(bytes: &mut Vec<u8>, value: ValueRef<'_>) {
    let (kind, content) = match value {
        ValueRef::Null => (0, Vec::new()),
        ValueRef::Integer(number) => (1, number.to_be_bytes().to_vec()),
        ValueRef::Real(number) => (2, number.to_be_bytes().to_vec()),
        ValueRef::Text(text) => (3, text.to_vec()),
        ValueRef::Blob(blob) => (4, blob.to_vec()),
    };
    bytes.push(kind);
    bytes.extend(u64::try_from(content.len()).unwrap().to_be_bytes());
    bytes.extend(content);
}

fn fed(row: &Row<'_>, columns: std::ops::Range<usize>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for column in columns {
        feed(&mut bytes, row.get_ref(column).unwrap());
    }
    bytes
}

fn text(row: &Row<'_>, column: usize) -> String {
    row.get(column).unwrap()
}

#[test]
fn another_program_can_follow_the_chain_from_the_description() {
    let test = TestHost::new();
    test.agencies("Ministry of Justice; MoJ\nMinistère de la Santé; Santé");
    let record = test.recommendation("1.1", "Consider ratifying the convention");
    test.call(
        "edit_recommendations",
        json!({"ids": [record], "patch": {"priority": "high"}}),
    );
    test.call("undo", json!({}));
    let plan = test.plan();
    let _closed = test.closed(noon(TODAY));
    let connection = Connection::open(plan).unwrap();

    let mut entries = connection
        .prepare(
            "select table_name, row_id, field, before, after, hash from change order by number",
        )
        .unwrap();
    let mut rows = entries.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        assert_eq!(sha256(&fed(row, 0..5)), text(row, 5), "change.hash");
    }

    let mut operations = connection
        .prepare(
            "select previous_hash, id, kind, target_id, command, args, author_id, session_id,
                    stated_at, origin_file, lamport, hash
             from operation
             order by number",
        )
        .unwrap();
    let mut of_operation = connection
        .prepare("select hash from change where operation_id = ? order by number")
        .unwrap();
    let mut rows = operations.query([]).unwrap();
    let (mut last, mut count) = (String::new(), 0);
    while let Some(row) = rows.next().unwrap() {
        let mut bytes = fed(row, 0..11);
        let mut hashes = of_operation.query([text(row, 1)]).unwrap();
        while let Some(hash) = hashes.next().unwrap() {
            feed(&mut bytes, hash.get_ref(0).unwrap());
        }
        assert_eq!(text(row, 0), last, "previous_hash");
        last = text(row, 11);
        assert_eq!(sha256(&bytes), last, "operation.hash");
        count += 1;
    }
    assert_eq!(count, 6);
}
