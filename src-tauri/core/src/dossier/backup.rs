//! Backups: made through SQLite's backup interface into an own folder, reopened and checked, synced,
//! then named. Thinned to all of two days, 12 daily, 10 weekly and 9 monthly ones; the newest five
//! always stay, whatever the clock says. A restore makes a file beside the plan, never over it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Utc};
use rusqlite::{Connection, OpenFlags};
use serde::Serialize;
use ts_rs::TS;

use super::open::Dossier;
use crate::base::files::{beside, move_over};
use crate::base::{Error, Result};

/// Why a backup was made; part of its file name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupReason {
    Opening,
    Interval,
    BeforeImport,
    BeforeRestore,
    Asked,
}

impl BackupReason {
    const ALL: [(BackupReason, &'static str); 5] = [
        (BackupReason::Opening, "opening"),
        (BackupReason::Interval, "interval"),
        (BackupReason::BeforeImport, "before-import"),
        (BackupReason::BeforeRestore, "before-restore"),
        (BackupReason::Asked, "asked"),
    ];

    fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(reason, _)| *reason == self)
            .map_or("asked", |(_, word)| word)
    }
}

/// One backup in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    pub path: PathBuf,
    pub made_at: DateTime<Utc>,
    /// Running number: what decides "newest", since clocks jump.
    pub number: u32,
    pub reason: BackupReason,
    pub bytes: u64,
}

/// The folder that holds the backups of one plan.
#[derive(Debug, Clone)]
pub struct BackupFolder {
    folder: PathBuf,
}

const STAMP: &str = "%Y%m%dT%H%M%S";
/// The newest so many stay whatever their dates say.
const ALWAYS_KEPT: usize = 5;

impl BackupFolder {
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        BackupFolder { folder }
    }

    /// All backups, newest first.
    ///
    /// # Errors
    /// The disk's own; a folder that is not there is empty.
    pub fn list(&self) -> Result<Vec<Backup>> {
        if !self.folder.exists() {
            return Ok(Vec::new());
        }
        let mut backups = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            if let Some(backup) = parse(&entry.path(), entry.metadata()?.len()) {
                backups.push(backup);
            }
        }
        backups.sort_by(|a, b| b.number.cmp(&a.number).then_with(|| a.path.cmp(&b.path)));
        Ok(backups)
    }

    /// Makes a backup of the open plan, checks it and thins the folder.
    ///
    /// # Errors
    /// `backup-failed` where the copy does not read back whole; the disk's own.
    pub fn make(&self, dossier: &mut Dossier, reason: BackupReason) -> Result<Backup> {
        fs::create_dir_all(&self.folder)?;
        let now = dossier.clock().now();
        let number = self
            .list()?
            .first()
            .map_or(1, |newest| newest.number.saturating_add(1));
        let name = format!(
            "{number:06}-{}-{}.upright",
            now.format(STAMP),
            reason.word()
        );
        let target = self.folder.join(name);
        copy_checked(dossier.connection()?, &target)?;
        dossier.operations_since_backup = 0;
        self.thin(now)?;
        let bytes = fs::metadata(&target)?.len();
        Ok(Backup {
            path: target,
            made_at: now,
            number,
            reason,
            bytes,
        })
    }

    /// Writes `backup` as a new file beside `plan` and gives its path. The plan is not touched.
    ///
    /// # Errors
    /// The disk's own; `plan-damaged` where the backup does not read whole.
    pub fn restore_beside(backup: &Path, plan: &Path) -> Result<PathBuf> {
        let stem = plan
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        let made =
            parse(backup, 0).map(|backup| backup.made_at.format("%Y-%m-%d %H%M").to_string());
        let made = made.unwrap_or_else(|| "backup".to_owned());
        let target = (0..1000)
            .map(|again| match again {
                0 => plan.with_file_name(format!("{stem} (restored {made}).upright")),
                _ => plan.with_file_name(format!("{stem} (restored {made}) {again}.upright")),
            })
            .find(|target| !target.exists())
            .ok_or_else(|| Error::person("file-exists"))?;
        let source = Connection::open_with_flags(backup, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        copy_checked(&source, &target)?;
        Ok(target)
    }

    fn thin(&self, now: DateTime<Utc>) -> Result<()> {
        let backups = self.list()?;
        let kept = kept(&backups, now);
        for backup in backups
            .iter()
            .filter(|backup| !kept.contains(&backup.number))
        {
            fs::remove_file(&backup.path)?;
        }
        Ok(())
    }
}

/// Copies a database and makes sure that the copy reads back whole before it gets its name.
pub(super) fn copy_checked(source: &Connection, target: &Path) -> Result<()> {
    let part = beside(target);
    let copied = (|| {
        let mut copy = Connection::open(&part)?;
        copy.execute_batch("pragma journal_mode = off; pragma synchronous = off;")?;
        rusqlite::backup::Backup::new(source, &mut copy)?.run_to_completion(
            1024,
            Duration::ZERO,
            None,
        )?;
        let found: String = copy.query_row("pragma integrity_check(1)", [], |row| row.get(0))?;
        copy.close().map_err(|(_, error)| error)?;
        if found != "ok" {
            return Err(Error::file("backup-failed").detail(found));
        }
        fs::File::options().write(true).open(&part)?.sync_all()?;
        move_over(&part, target)
    })();
    if copied.is_err() {
        let _ = fs::remove_file(&part);
    }
    copied
}

/// The day, week or month a backup stands for.
type Period = fn(&DateTime<Utc>) -> (i32, u32);

/// Numbers of the backups that stay.
fn kept(backups: &[Backup], now: DateTime<Utc>) -> BTreeSet<u32> {
    let mut kept: BTreeSet<u32> = backups.iter().take(ALWAYS_KEPT).map(|b| b.number).collect();
    let two_days_ago = now - TimeDelta::days(2);
    kept.extend(
        backups
            .iter()
            .filter(|b| b.made_at >= two_days_ago)
            .map(|b| b.number),
    );
    let periods: [(usize, Period); 3] = [
        (12, |at| (at.year(), at.ordinal())),
        (10, |at| (at.iso_week().year(), at.iso_week().week())),
        (9, |at| (at.year(), at.month())),
    ];
    for (count, period) in periods {
        let mut seen = BTreeSet::new();
        for backup in backups {
            if seen.len() < count && seen.insert(period(&backup.made_at)) {
                kept.insert(backup.number);
            }
        }
    }
    kept
}

fn parse(path: &Path, bytes: u64) -> Option<Backup> {
    let name = path.file_name()?.to_str()?.strip_suffix(".upright")?;
    let (number, rest) = name.split_once('-')?;
    let (stamp, word) = rest.split_once('-')?;
    let (reason, _) = BackupReason::ALL
        .into_iter()
        .find(|(_, known)| *known == word)?;
    Some(Backup {
        path: path.to_owned(),
        made_at: NaiveDateTime::parse_from_str(stamp, STAMP).ok()?.and_utc(),
        number: number.parse().ok()?,
        reason,
        bytes,
    })
}
