//! Reading. A `Reader` has no method that writes. Rooms select from the `live_…` views, which show
//! the rows that are not deleted: the one mechanism nobody can forget (`tests/house` looks).

use rusqlite::{Connection, Params, Row};

use crate::base::Result;

pub struct Reader<'a> {
    pub(super) connection: &'a Connection,
}

impl Reader<'_> {
    /// Every row of a select, each made into `T`.
    ///
    /// # Errors
    /// SQLite's own, as `Error`.
    pub fn rows<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut make: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params, |row| make(row))?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    }

    /// The first row, or `None`.
    ///
    /// # Errors
    /// SQLite's own, as `Error`.
    pub fn find<T>(
        &self,
        sql: &str,
        params: impl Params,
        make: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        match rows.next()? {
            Some(row) => Ok(Some(make(row)?)),
            None => Ok(None),
        }
    }

    /// The number a `select count(…)` gives.
    ///
    /// # Errors
    /// SQLite's own, as `Error`.
    pub fn count(&self, sql: &str, params: impl Params) -> Result<u32> {
        Ok(self.find(sql, params, |row| row.get(0))?.unwrap_or(0))
    }

    /// SQLite's plan for a select, for tests that guard the indexes.
    ///
    /// # Errors
    /// SQLite's own, as `Error`.
    pub fn explain(&self, sql: &str, params: impl Params) -> Result<Vec<String>> {
        self.rows(&format!("explain query plan {sql}"), params, |row| {
            row.get(3)
        })
    }
}
