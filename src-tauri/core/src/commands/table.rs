//! How a line of the table becomes a command.

use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::Config;

use super::contract::Collector;
use super::host::Host;
use crate::base::{Error, Progress, Result};
use crate::desk::Desk;

/// What a command may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Concerns the open file or this person's settings; no undo of its own.
    Desk,
    Read,
    /// One transaction, one step of undo.
    Change,
    /// Long work with progress and cancel.
    Job,
}

impl Kind {
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Kind::Desk => "desk",
            Kind::Read => "read",
            Kind::Change => "change",
            Kind::Job => "job",
        }
    }
}

pub(super) enum Run {
    /// Holds the desk while it runs.
    AtDesk(fn(&mut Desk, Value) -> Result<Value>),
    /// Takes the desk briefly, as often as it needs.
    Long(fn(&Host, Value, &Progress) -> Result<Value>),
}

/// One line of the table.
pub struct Command {
    pub name: &'static str,
    pub kind: Kind,
    pub(super) run: Run,
    pub(super) args: fn(&Config, &mut Collector<'_>) -> String,
    pub(super) result: fn(&Config, &mut Collector<'_>) -> String,
}

/// Reads a command's arguments.
pub(super) fn arguments<T: DeserializeOwned>(command: &str, args: Value) -> Result<T> {
    // No arguments at all is an empty set of them.
    let args = if args.is_null() {
        Value::Object(serde_json::Map::new())
    } else {
        args
    };
    serde_json::from_value(args).map_err(|error| {
        Error::person("arguments-not-understood")
            .with("command", command)
            .with("reason", error)
    })
}

macro_rules! run {
    (change, $name:ident, $args:ty, $result:ty, $run:expr) => {
        crate::commands::table::Run::AtDesk(|desk, args| {
            let args: $args = crate::commands::table::arguments(stringify!($name), args)?;
            let make: fn(&crate::dossier::Tx<'_>, $args) -> crate::base::Result<$result> = $run;
            let operation = crate::dossier::Operation::new(stringify!($name));
            Ok(serde_json::to_value(
                desk.change(operation, |tx| make(tx, args))?,
            )?)
        })
    };
    (job, $name:ident, $args:ty, $result:ty, $run:expr) => {
        crate::commands::table::Run::Long(|host, args, progress| {
            let args: $args = crate::commands::table::arguments(stringify!($name), args)?;
            let result: $result = $run(host, args, progress)?;
            Ok(serde_json::to_value(result)?)
        })
    };
    ($kind:ident, $name:ident, $args:ty, $result:ty, $run:expr) => {
        crate::commands::table::Run::AtDesk(|desk, args| {
            let args: $args = crate::commands::table::arguments(stringify!($name), args)?;
            let answer: fn(&mut crate::desk::Desk, $args) -> crate::base::Result<$result> = $run;
            Ok(serde_json::to_value(answer(desk, args)?)?)
        })
    };
}

macro_rules! kind {
    (desk) => {
        crate::commands::table::Kind::Desk
    };
    (read) => {
        crate::commands::table::Kind::Read
    };
    (change) => {
        crate::commands::table::Kind::Change
    };
    (job) => {
        crate::commands::table::Kind::Job
    };
}

macro_rules! table {
    ($($kind:ident $name:ident($args:ty) -> $result:ty = $run:expr;)*) => {
        /// Every command, in the order of the table.
        pub static COMMANDS: &[Command] = &[$(Command {
            name: stringify!($name),
            kind: crate::commands::table::kind!($kind),
            run: crate::commands::table::run!($kind, $name, $args, $result, $run),
            args: |config, collector| collector.name_of::<$args>(config),
            result: |config, collector| collector.name_of::<$result>(config),
        },)*];
    };
}

pub(super) use {kind, run, table};
