//! Questions to the journal.

use rusqlite::types::ValueRef;
use rusqlite::{Row, named_params};
use serde_json::Value;

use super::{ChangeEntry, ChangeQuery, OperationEntry, OperationQuery};
use crate::base::Result;
use crate::dossier::Reader;

const OPERATION: &str = "
    o.number, o.id, o.kind, o.command, o.args, w.name, o.stated_at, o.origin_file,
    coalesce(s.kind = 'undo', 0)";

/// The last undo or redo that spoke of each operation: SQLite takes `kind` from the row of the `max`.
const LAST_STEP: &str = "
    select target_id, kind, max(number)
    from operation
    where target_id is not null
    group by target_id
    order by target_id";

/// Tables whose rows hang on one recommendation.
const OF_RECOMMENDATION: &[&str] = &[
    "recommendation_state",
    "recommendation_tag",
    "recommendation_part",
    "recommendation_cluster",
    "position_entry",
    "smart_check",
    "agreed_reading",
    "translation",
    "corrigendum",
    "noted_pathway",
    "grade_entry",
    "priority_score",
    "dismissed_suggestion",
];

/// Rows that hang on a record of another kind, or on two records.
const OF_OTHERS: &str = "
    c.row_id = :record
    or c.row_id in (
      select id from action_recommendation
      where recommendation_id = :record or action_id = :record)
    or c.row_id in (select id from recommendation_link where from_id = :record or to_id = :record)
    or c.row_id in (select id from milestone where action_id = :record)
    or c.row_id in (select id from focal_point where agency_id = :record)
    or c.row_id in (
      select id from assignment
      where recommendation_id = :record or action_id = :record or agency_id = :record)";

/// Rows that belong to a record: itself, and what hangs on it.
fn of_record() -> String {
    OF_RECOMMENDATION
        .iter()
        .fold(OF_OTHERS.to_owned(), |mut condition, table| {
            condition.push_str(" or c.row_id in (select id from ");
            condition.push_str(table);
            condition.push_str(" where recommendation_id = :record)");
            condition
        })
}

/// A page of the history, newest first.
///
/// # Errors
/// The storage's own.
pub fn list_operations(reader: &Reader<'_>, query: &OperationQuery) -> Result<Vec<OperationEntry>> {
    let narrowed = match query.record_id {
        None => ":record is null".to_owned(),
        Some(_) => {
            format!(
                "exists (select 1 from change c where c.operation_id = o.id and ({}))",
                of_record()
            )
        }
    };
    reader.rows(
        &format!(
            "select {OPERATION}, (select count(*) from change c where c.operation_id = o.id)
             from operation o
             left join author w on w.id = o.author_id
             left join ({LAST_STEP}) s on s.target_id = o.id
             where (:before is null or o.number < :before) and ({narrowed})
             order by o.number desc
             limit :limit"
        ),
        named_params! {
            ":record": query.record_id,
            ":before": query.before,
            ":limit": query.limit.unwrap_or(50).min(200),
        },
        |row| operation(row, row.get(9)?),
    )
}

/// Field changes, newest first.
///
/// # Errors
/// The storage's own.
pub fn list_changes(reader: &Reader<'_>, query: &ChangeQuery) -> Result<Vec<ChangeEntry>> {
    let narrowed = match query.record_id {
        None => ":record is null".to_owned(),
        Some(_) => of_record(),
    };
    let mut found = reader.rows(
        &format!(
            "select {OPERATION}, c.table_name, c.row_id, c.field, c.before, c.after
             from change c
             join operation o on o.id = c.operation_id
             left join author w on w.id = o.author_id
             left join ({LAST_STEP}) s on s.target_id = o.id
             where ({narrowed})
               and (:operation is null or c.operation_id = :operation)
               and (:field is null or c.field = :field)
             order by c.number desc
             limit :limit"
        ),
        named_params! {
            ":record": query.record_id,
            ":operation": query.operation_id,
            ":field": query.field,
            ":limit": query.limit.unwrap_or(100).min(500),
        },
        |row| {
            let field: Option<String> = row.get(11)?;
            let after = match (&field, row.get_ref(13)?) {
                // The whole new record, kept as JSON text.
                (None, ValueRef::Text(text)) => serde_json::from_slice(text).unwrap_or(Value::Null),
                (_, value) => json(value),
            };
            Ok(ChangeEntry {
                operation: operation(row, 1)?,
                table: row.get(9)?,
                row_id: row.get(10)?,
                field,
                before: json(row.get_ref(12)?),
                after,
                before_name: None,
                after_name: None,
                label: None,
                owner: None,
            })
        },
    )?;
    for change in &mut found {
        change.label = label(reader, &change.table, &change.row_id)?;
        change.owner = owner(reader, &change.table, &change.row_id)?;
        if let Some(table) = change.field.as_deref().and_then(table_of) {
            change.before_name = name_of(reader, table, &change.before)?;
            change.after_name = name_of(reader, table, &change.after)?;
        }
    }
    Ok(found)
}

fn operation(row: &Row<'_>, changes: u32) -> rusqlite::Result<OperationEntry> {
    let args: String = row.get(4)?;
    Ok(OperationEntry {
        number: row.get(0)?,
        id: row.get(1)?,
        kind: row.get(2)?,
        command: row.get(3)?,
        args: serde_json::from_str(&args).unwrap_or_default(),
        author: row.get(5)?,
        stated_at: row.get(6)?,
        origin_file: row.get(7)?,
        changes,
        undone: row.get(8)?,
    })
}

fn json(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Integer(number) => Value::from(number),
        ValueRef::Real(number) => Value::from(number),
        ValueRef::Text(text) => Value::from(String::from_utf8_lossy(text)),
        ValueRef::Null | ValueRef::Blob(_) => Value::Null,
    }
}

/// What a record is called, deleted or not.
fn label(reader: &Reader<'_>, table: &str, id: &str) -> Result<Option<String>> {
    let sql = match table {
        "recommendation" => "select reference from recommendation where id = :id",
        "recommendation_tag" => "select label from recommendation_tag where id = :id",
        "recommendation_state" => "select state from recommendation_state where id = :id",
        "position_entry" => "select position from position_entry where id = :id",
        "recommendation_part" => "select letter from recommendation_part where id = :id",
        "translation" => "select language from translation where id = :id",
        "agreed_reading" => "select agreed_on from agreed_reading where id = :id",
        "corrigendum" => "select document from corrigendum where id = :id",
        "vocabulary_entry" => "select label from vocabulary_entry where id = :id",
        "cluster" => "select name from cluster where id = :id",
        "cluster_scheme" => "select name from cluster_scheme where id = :id",
        "priority_criterion" => "select name from priority_criterion where id = :id",
        "recommendation_cluster" => {
            "select c.name
             from recommendation_cluster m
             join cluster c on c.id = m.cluster_id
             where m.id = :id"
        }
        "dismissed_suggestion" => "select value from dismissed_suggestion where id = :id",
        "priority_score" => {
            "select c.name
             from priority_score s
             join priority_criterion c on c.id = s.criterion_id
             where s.id = :id"
        }
        "agency" => "select short_name from agency where id = :id",
        "focal_point" => "select name from focal_point where id = :id",
        "author" => "select name from author where id = :id",
        "action" => "select number || '. ' || title from action where id = :id",
        "milestone" => "select title from milestone where id = :id",
        "document" => "select symbol from document where id = :id",
        "review" => {
            "select coalesce(document, coalesce(body, mechanism) || coalesce(' ' || session, ''))
             from review
             where id = :id"
        }
        "grade_entry" => "select grade from grade_entry where id = :id",
        "profile" => "select title from profile where id = :id",
        "source_file" => "select name from source_file where id = :id",
        "assignment" => {
            "select a.short_name
             from assignment s
             join agency a on a.id = s.agency_id
             where s.id = :id"
        }
        "recommendation_link" => {
            "select f.reference || ' – ' || t.reference
             from recommendation_link l
             join recommendation f on f.id = l.from_id
             join recommendation t on t.id = l.to_id
             where l.id = :id"
        }
        "action_recommendation" => {
            "select a.number || ' – ' || r.reference
             from action_recommendation l
             join action a on a.id = l.action_id
             join recommendation r on r.id = l.recommendation_id
             where l.id = :id"
        }
        _ => return Ok(None),
    };
    Ok(reader
        .find(sql, named_params! {":id": id}, |row| {
            row.get::<_, Option<String>>(0)
        })?
        .flatten())
}

/// What the record is called that a record belongs to, deleted or not.
fn owner(reader: &Reader<'_>, table: &str, id: &str) -> Result<Option<String>> {
    let sql = match table {
        table if table == "recommendation_source" || OF_RECOMMENDATION.contains(&table) => {
            format!(
                "select r.reference
                 from {table} p
                 join recommendation r on r.id = p.recommendation_id
                 where p.id = :id"
            )
        }
        "milestone" => "select a.number || '. ' || a.title
             from milestone m
             join action a on a.id = m.action_id
             where m.id = :id"
            .to_owned(),
        "focal_point" => "select a.short_name
             from focal_point f
             join agency a on a.id = f.agency_id
             where f.id = :id"
            .to_owned(),
        "assignment" => "select coalesce(r.reference, t.number || '. ' || t.title)
             from assignment s
             left join recommendation r on r.id = s.recommendation_id
             left join action t on t.id = s.action_id
             where s.id = :id"
            .to_owned(),
        _ => return Ok(None),
    };
    reader.find(&sql, named_params! {":id": id}, |row| row.get(0))
}

/// The table whose ids a field holds.
fn table_of(field: &str) -> Option<&'static str> {
    match field {
        "cluster_id" | "parent_id" => Some("cluster"),
        "scheme_id" => Some("cluster_scheme"),
        "criterion_id" => Some("priority_criterion"),
        "agency_id" => Some("agency"),
        "from_id" | "to_id" => Some("recommendation"),
        "part_id" => Some("recommendation_part"),
        _ => None,
    }
}

fn name_of(reader: &Reader<'_>, table: &str, id: &Value) -> Result<Option<String>> {
    match id.as_str() {
        Some(id) => Ok(label(reader, table, id)?),
        None => Ok(None),
    }
}
