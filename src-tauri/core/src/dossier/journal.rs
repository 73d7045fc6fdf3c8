//! The journal: every write recorded as field changes, by temporary triggers made from the schema
//! when a file is opened. No trigger lives in the file. On insert one entry with the whole row as
//! JSON, on update one entry per changed field; a delete is refused (I22).
//!
//! Operations are hash-chained: each carries the hash of the one before it in its session, the first
//! of a session that of the file's last. The hash of an entry is kept beside it, so that a person's
//! name can be blanked one day without breaking the chain.

use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, named_params};
use sha2::{Digest, Sha256};

use crate::base::Result;
use crate::base::text::hex;

/// Tables whose rows are facts about the journal or derived, not records.
const NOT_JOURNALED: [&str; 4] = ["meta", "session", "operation", "change"];

/// A table whose writes are recorded.
#[derive(Debug, Clone)]
pub struct Table {
    pub name: String,
    /// All but `key`, which is local to one file.
    pub columns: Vec<String>,
}

/// The journaled tables of the open file, by name.
pub fn journaled_tables(connection: &Connection) -> Result<Vec<Table>> {
    let mut statement = connection.prepare(
        "select name
         from main.sqlite_schema
         where type = 'table'
           and name not like 'sqlite!_%' escape '!'
           and name not like 'recommendation!_search%' escape '!'
         order by name",
    )?;
    let names = statement
        .query_map([], |row| row.get::<_, String>(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut tables = Vec::new();
    for name in names
        .into_iter()
        .filter(|name| !NOT_JOURNALED.contains(&name.as_str()))
    {
        let mut columns = connection.prepare(
            "select name from pragma_table_info(:name, 'main') where name <> 'key' order by cid",
        )?;
        let columns = columns
            .query_map(named_params! {":name": name}, |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<String>>>()?;
        tables.push(Table { name, columns });
    }
    Ok(tables)
}

/// Registers the hash, the place of the current operation, the triggers and the live views.
pub fn install(connection: &Connection) -> Result<()> {
    connection.create_scalar_function(
        "change_hash",
        5,
        FunctionFlags::SQLITE_UTF8
            | FunctionFlags::SQLITE_DETERMINISTIC
            | FunctionFlags::SQLITE_INNOCUOUS,
        |context| Ok(hash_of_arguments(context)),
    )?;
    let mut script = String::from("create temp table current_operation (id text not null);\n");
    for table in journaled_tables(connection)? {
        script.push_str(&triggers(&table));
        script.push_str(&live_view(&table, connection)?);
    }
    connection.execute_batch(&script)?;
    Ok(())
}

/// The live views alone, for a file opened read-only.
pub fn install_views(connection: &Connection) -> Result<()> {
    let mut script = String::new();
    for table in journaled_tables(connection)? {
        script.push_str(&live_view(&table, connection)?);
    }
    connection.execute_batch(&script)?;
    Ok(())
}

fn live_view(table: &Table, connection: &Connection) -> Result<String> {
    let has_key = connection
        .prepare("select 1 from pragma_table_info(:name, 'main') where name = 'key'")?
        .exists(named_params! {":name": table.name})?;
    let key = if has_key { "key, " } else { "" };
    Ok(format!(
        "create temp view live_{name} as select {key}{columns} from main.{name} where deleted = 0;\n",
        name = table.name,
        columns = table.columns.join(", "),
    ))
}

fn triggers(table: &Table) -> String {
    let name = &table.name;
    let object: Vec<String> = table
        .columns
        .iter()
        .map(|c| format!("'{c}', new.{c}"))
        .collect();
    let mut script = format!(
        "create temp trigger journal_{name}_made after insert on main.{name} begin
           insert into change (operation_id, table_name, row_id, field, before, after, hash)
           select (select id from current_operation), '{name}', new.id, null, null, made.row,
                  change_hash('{name}', new.id, null, null, made.row)
           from (select json_object({object}) as row) as made;
         end;
         create temp trigger journal_{name}_kept before delete on main.{name} begin
           select raise(abort, 'rows are never deleted');
         end;\n",
        object = object.join(", "),
    );
    // One trigger a table, not one a field: a third of the time a plan takes to open.
    let fields: Vec<String> = table
        .columns
        .iter()
        .filter(|column| *column != "id")
        .map(|column| {
            format!("select '{column}' as field, old.{column} as before, new.{column} as after")
        })
        .collect();
    script.push_str(&format!(
        "create temp trigger journal_{name}_changed after update on main.{name} begin
           insert into change (operation_id, table_name, row_id, field, before, after, hash)
           select (select id from current_operation), '{name}', new.id, field, before, after,
                  change_hash('{name}', new.id, field, before, after)
           from ({fields})
           where before is not after;
         end;\n",
        fields = fields.join(" union all "),
    ));
    script
}

fn hash_of_arguments(context: &Context<'_>) -> String {
    let mut digest = Sha256::new();
    for index in 0..context.len() {
        feed(&mut digest, context.get_raw(index));
    }
    hex(&digest.finalize())
}

/// The hash of one entry, as the triggers compute it.
pub fn change_hash(values: [ValueRef<'_>; 5]) -> String {
    let mut digest = Sha256::new();
    for value in values {
        feed(&mut digest, value);
    }
    hex(&digest.finalize())
}

/// Type and length before the bytes: no two different entries feed the same bytes.
fn feed(digest: &mut Sha256, value: ValueRef<'_>) {
    let (kind, bytes): (u8, Vec<u8>) = match value {
        ValueRef::Null => (0, Vec::new()),
        ValueRef::Integer(number) => (1, number.to_be_bytes().to_vec()),
        ValueRef::Real(number) => (2, number.to_be_bytes().to_vec()),
        ValueRef::Text(text) => (3, text.to_vec()),
        ValueRef::Blob(blob) => (4, blob.to_vec()),
    };
    digest.update([kind]);
    digest.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
    digest.update(bytes);
}

/// The parts of an operation its hash covers, in order; the hashes of its entries follow.
pub struct OperationParts<'a> {
    pub previous_hash: &'a str,
    pub id: &'a str,
    pub kind: &'a str,
    pub target_id: Option<&'a str>,
    pub command: &'a str,
    pub args: &'a str,
    pub author_id: Option<&'a str>,
    pub session_id: &'a str,
    pub lamport: i64,
    pub stated_at: &'a str,
    pub origin_file: Option<&'a str>,
}

/// The hash of an operation over its parts and the stored hashes of its entries.
pub fn operation_hash(connection: &Connection, parts: &OperationParts<'_>) -> Result<String> {
    let mut digest = Sha256::new();
    let texts = [
        Some(parts.previous_hash),
        Some(parts.id),
        Some(parts.kind),
        parts.target_id,
        Some(parts.command),
        Some(parts.args),
        parts.author_id,
        Some(parts.session_id),
        Some(parts.stated_at),
        parts.origin_file,
    ];
    for text in texts {
        feed(
            &mut digest,
            text.map_or(ValueRef::Null, |text| ValueRef::Text(text.as_bytes())),
        );
    }
    feed(&mut digest, ValueRef::Integer(parts.lamport));
    let mut statement = connection
        .prepare_cached("select hash from change where operation_id = :id order by number")?;
    let mut rows = statement.query(named_params! {":id": parts.id})?;
    while let Some(row) = rows.next()? {
        feed(&mut digest, row.get_ref(0)?);
    }
    Ok(hex(&digest.finalize()))
}
