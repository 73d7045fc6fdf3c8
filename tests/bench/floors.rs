//! Floors: what the machine and SQLite could do with the same bytes and nothing else.

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use upright_core::dossier::schema_text;

use crate::office::Office;
use crate::timing::{Times, once};

/// The settings of a plan.
const SETTINGS: &str = "pragma locking_mode = exclusive; pragma mmap_size = 0;
    pragma temp_store = memory; pragma secure_delete = on; pragma foreign_keys = on;
    pragma cache_size = -32768; pragma journal_mode = delete; pragma synchronous = extra;";

/// Tables an import writes, in the order in which they refer to each other.
const TABLES: [&str; 6] = [
    "source_file",
    "recommendation",
    "recommendation_state",
    "recommendation_tag",
    "position_entry",
    "recommendation_source",
];

/// All rows of a few tables, in memory.
pub struct Rows(Vec<TableRows>);

struct TableRows {
    table: &'static str,
    columns: Vec<String>,
    rows: Vec<Vec<Value>>,
}

impl Rows {
    pub fn count(&self) -> usize {
        self.0.iter().map(|table| table.rows.len()).sum()
    }
}

pub fn rows_of(office: &Office) -> Rows {
    let read = |table: &'static str| {
        office
            .host
            .desk()
            .read(|reader| {
                let columns: Vec<String> = reader.rows(
                    &format!("select name from pragma_table_info('{table}') order by cid"),
                    [],
                    |row| row.get(0),
                )?;
                let rows = reader.rows(
                    &format!("select {} from {table} order by rowid", columns.join(", ")),
                    [],
                    |row| (0..columns.len()).map(|place| row.get(place)).collect(),
                )?;
                Ok(TableRows {
                    table,
                    columns,
                    rows,
                })
            })
            .expect("readable")
    };
    Rows(TABLES.into_iter().map(read).collect())
}

/// Milliseconds for inserting the rows into the same schema in one durable transaction: no journal,
/// no full text.
pub fn insert(folder: &Path, rows: &Rows) -> f64 {
    let path = folder.join("bare.db");
    let bare = a_bare_file(&path);
    bare.execute_batch("pragma foreign_keys = off")
        .expect("off");
    let ((), time) = once(|| {
        bare.execute_batch("begin immediate").expect("begun");
        for table in &rows.0 {
            let marks = vec!["?"; table.columns.len()].join(", ");
            let columns = table.columns.join(", ");
            let mut statement = bare
                .prepare(&format!(
                    "insert into {} ({columns}) values ({marks})",
                    table.table
                ))
                .expect("a statement");
            for row in &table.rows {
                statement.execute(params_from_iter(row)).expect("inserted");
            }
        }
        bare.execute_batch("commit").expect("committed");
    });
    drop(bare);
    std::fs::remove_file(path).expect("removed");
    time
}

fn a_bare_file(path: &Path) -> Connection {
    let bare = Connection::open(path).expect("a file");
    bare.execute_batch(SETTINGS).expect("settings");
    for migration in [
        include_str!("../../src-tauri/core/src/dossier/migrations/001_first_storeys.sql"),
        include_str!("../../src-tauri/core/src/dossier/migrations/002_the_register.sql"),
    ] {
        bare.execute_batch(migration).expect("the schema");
    }
    assert!(schema_text(&bare).is_ok_and(|text| text.contains("recommendation")));
    bare
}

/// A copy of a closed plan, opened without journal and full text.
pub struct Bare {
    connection: Connection,
    path: PathBuf,
}

impl Bare {
    pub fn copy_of(plan: &Path) -> Self {
        let path = plan.with_file_name("bare-copy.db");
        std::fs::copy(plan, &path).expect("a copy");
        let connection = Connection::open(&path).expect("the copy");
        connection.execute_batch(SETTINGS).expect("settings");
        Bare { connection, path }
    }

    /// The statement of one edit, committed durably.
    pub fn edit(&self, id: &str, note: &str) {
        self.connection
            .execute_batch("begin immediate")
            .expect("begun");
        self.connection
            .prepare_cached("update recommendation set note = ?2 where id = ?1")
            .and_then(|mut statement| statement.execute((id, note)))
            .expect("written");
        self.connection.execute_batch("commit").expect("committed");
    }

    /// The first fifty of a search the plain way, by rank.
    pub fn rank(&self, words: &str) {
        let mut statement = self
            .connection
            .prepare_cached(
                "select rowid from recommendation_search
                 where recommendation_search match ?1
                 order by rank
                 limit 50",
            )
            .expect("a statement");
        let found = statement
            .query_map([words], |row| row.get::<_, i64>(0))
            .expect("asked");
        assert!(found.count() > 0, "{words} is found");
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Writing 4 KiB and syncing them: what one durable write costs here.
pub fn write_and_sync(folder: &Path, runs: usize) -> Times {
    let path = folder.join("floor");
    let mut file = File::create(&path).expect("a file");
    let times = Times::of(runs, |_| {
        file.write_all(&[7; 4096]).expect("written");
        file.sync_data().expect("synced");
    });
    drop(file);
    std::fs::remove_file(path).expect("removed");
    times
}

/// Milliseconds for deflating the parts of a workbook again at level 6, and nothing else.
pub fn deflate(workbook: &Path) -> f64 {
    let mut archive =
        zip::ZipArchive::new(File::open(workbook).expect("the workbook")).expect("a zip");
    let mut parts = Vec::new();
    for number in 0..archive.len() {
        let mut part = Vec::new();
        archive
            .by_index(number)
            .expect("a part")
            .read_to_end(&mut part)
            .expect("inflated");
        parts.push(part);
    }
    let best = Times::of(3, |_| {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Deflated)
            .compression_level(Some(6));
        for (number, part) in parts.iter().enumerate() {
            writer
                .start_file(number.to_string(), options)
                .expect("a part");
            writer.write_all(part).expect("deflated");
        }
        writer.finish().expect("a zip");
    });
    best.percentile(0)
}
