//! Backups of the open plan, and copying a working copy out.

use std::fs;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::handles::FileRef;
use super::{Desk, Lying};
use crate::base::{Error, Result};
use crate::dossier::{Backup, BackupFolder, BackupReason};

/// A backup as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupEntry {
    pub file: FileRef,
    pub made_at: String,
    pub reason: BackupReason,
    #[ts(type = "number")]
    pub bytes: u64,
}

/// A plan restored beside the one that lies open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Restored {
    pub file: FileRef,
}

/// Where a working copy was copied to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CopiedOut {
    /// Name of the file; another than before where somebody changed the original meanwhile.
    pub name: String,
}

/// After so long of changes without a backup one is made.
const INTERVAL: TimeDelta = TimeDelta::minutes(30);

impl Desk {
    fn backup_folder(&self) -> Result<BackupFolder> {
        let plan_id = self.dossier()?.plan_id()?;
        Ok(BackupFolder::new(
            self.home.folder("backups")?.join(plan_id),
        ))
    }

    /// Backups of the open plan, newest first.
    ///
    /// # Errors
    /// `no-plan-open`; the disk's own.
    pub fn list_backups(&mut self) -> Result<Vec<BackupEntry>> {
        let backups = self.backup_folder()?.list()?;
        Ok(backups
            .into_iter()
            .map(|backup| self.entry(&backup))
            .collect())
    }

    /// Makes a backup now.
    ///
    /// # Errors
    /// `no-plan-open`, `backup-failed`; the disk's own.
    pub fn make_backup(&mut self, reason: BackupReason) -> Result<BackupEntry> {
        let folder = self.backup_folder()?;
        let now = self.clock.now();
        let lying = self.lying_mut()?;
        let backup = folder.make(&mut lying.dossier, reason)?;
        lying.last_backup = Some(now);
        Ok(self.entry(&backup))
    }

    /// Writes a backup as a new plan beside the open one; the open one is backed up first and not
    /// touched.
    ///
    /// # Errors
    /// `no-plan-open`, `file-not-chosen`, `plan-damaged`; the disk's own.
    pub fn restore_backup(&mut self, handle: &str) -> Result<Restored> {
        let backup = self.path(handle)?;
        self.make_backup(BackupReason::BeforeRestore)?;
        let beside = self.lying()?.path.clone();
        let restored = BackupFolder::restore_beside(&backup, &beside)?;
        Ok(Restored {
            file: self.register_written(&restored),
        })
    }

    fn entry(&mut self, backup: &Backup) -> BackupEntry {
        BackupEntry {
            file: self.register_written(&backup.path),
            made_at: stamp(backup.made_at),
            reason: backup.reason,
            bytes: backup.bytes,
        }
    }

    /// At opening: a backup where the plan changed since the last one and that one is not fresh.
    pub(super) fn back_up_at_opening(&mut self) -> Result<()> {
        if self.dossier()?.read_only_reason().is_some() {
            return Ok(());
        }
        let newest = self.backup_folder()?.list()?.into_iter().next();
        let now = self.clock.now();
        let is_fresh = newest
            .as_ref()
            .is_some_and(|backup| now >= backup.made_at && now - backup.made_at < INTERVAL);
        let modified: Option<DateTime<Utc>> = fs::metadata(self.dossier()?.path())
            .and_then(|found| found.modified())
            .ok()
            .map(Into::into);
        let is_changed = match (&newest, modified) {
            (Some(backup), Some(modified)) => modified > backup.made_at,
            _ => true,
        };
        self.lying_mut()?.last_backup = newest.map(|backup| backup.made_at);
        if is_changed && !is_fresh {
            self.make_backup(BackupReason::Opening)?;
        }
        Ok(())
    }

    /// After a change: a backup every half hour. A backup that fails does not undo the change, which
    /// is on the disk; the next one tries again.
    pub(super) fn back_up_in_time(&mut self) {
        let now = self.clock.now();
        let is_due = self.open.as_ref().is_some_and(|lying: &Lying| {
            lying.dossier.operations_since_backup() > 0
                && lying
                    .last_backup
                    .is_none_or(|last| now - last >= INTERVAL || now < last)
        });
        if is_due
            && self.make_backup(BackupReason::Interval).is_err()
            && let Some(lying) = &mut self.open
        {
            lying.last_backup = Some(now);
        }
    }

    /// Copies the working copy out to where the plan came from; it stays open. Where it went beside
    /// an original that somebody changed, work goes on there and not in the other's plan.
    ///
    /// # Errors
    /// `no-plan-open`, `plan-in-place` where it needs no copying out, `copy-out-failed`.
    pub fn copy_out(&mut self) -> Result<CopiedOut> {
        if self.lying()?.working_copy.is_none() {
            return Err(Error::person("plan-in-place"));
        }
        let path = self.lying()?.path.clone();
        let author = self.dossier()?.author().map(|(_, name)| name.to_owned());
        let copied = self.close_plan()?;
        let name = copied.as_ref().map(|copied| copied.name.clone());
        let path = name.map_or(path.clone(), |name| path.with_file_name(name));
        self.open_path(&path, false)?;
        if let Some(author) = author {
            self.choose_author(&author)?;
        }
        copied.ok_or_else(|| Error::bug("plan-in-place"))
    }
}

pub(super) fn stamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}
