//! Where a plan may be worked on in place. A stick can be pulled, a share can drop, a sync folder
//! copies half-written files: there a working copy is used and copied out (SAFETY, "Where").

use std::fs;
use std::path::Path;

use serde::Serialize;
use ts_rs::TS;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// A fixed disk: work in place.
    Fixed,
    Removable,
    Network,
    SyncFolder,
}

const SYNC_FOLDERS: [&str; 9] = [
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "nextcloud",
    "owncloud",
    "icloud drive",
    "seafile",
    "pcloud",
];
const REMOVABLE_KINDS: [&str; 5] = ["vfat", "exfat", "msdos", "udf", "iso9660"];
const NETWORK_KINDS: [&str; 9] = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "9p", "davfs", "sshfs",
];

/// Where `path` lies, by its folders' names and the system's table of mounts.
#[must_use]
pub fn place_of(path: &Path) -> Place {
    let absolute = fs::canonicalize(path)
        .or_else(|_| {
            path.parent()
                .map_or_else(|| fs::canonicalize("."), fs::canonicalize)
        })
        .unwrap_or_else(|_| path.to_owned());
    let mounts = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    place_among(&absolute, &mounts)
}

/// As [`place_of`], the table of mounts given.
fn place_among(path: &Path, mounts: &str) -> Place {
    let is_synced = path
        .ancestors()
        .skip(1)
        .filter_map(Path::file_name)
        .any(|folder| {
            let folder = folder.to_string_lossy().to_lowercase();
            SYNC_FOLDERS.iter().any(|name| {
                folder
                    .strip_prefix(name)
                    .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
            })
        });
    if is_synced {
        return Place::SyncFolder;
    }
    if path.to_string_lossy().starts_with(r"\\") {
        return Place::Network;
    }
    let kind = mount_kind(path, mounts);
    let is_under = |folder: &str| path.starts_with(folder);
    if kind.is_some_and(|kind| NETWORK_KINDS.contains(&kind) || kind.starts_with("fuse.sshfs")) {
        Place::Network
    } else if kind.is_some_and(|kind| REMOVABLE_KINDS.contains(&kind))
        || is_under("/media")
        || is_under("/run/media")
        || is_under("/Volumes")
    {
        Place::Removable
    } else {
        Place::Fixed
    }
}

/// The file system of the longest mount point above `path`.
fn mount_kind<'a>(path: &Path, mounts: &'a str) -> Option<&'a str> {
    mounts
        .lines()
        .filter_map(|line| {
            let mut parts = line.split(' ');
            let (_, point, kind) = (parts.next()?, parts.next()?, parts.next()?);
            let point = point.replace("\\040", " ");
            path.starts_with(&point).then_some((point.len(), kind))
        })
        .max_by_key(|(length, _)| *length)
        .map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "/dev/sda1 / ext4 rw 0 0\n\
        /dev/sdb1 /mnt/my\\040stick vfat rw 0 0\n\
        server:/plans /mnt/share nfs4 rw 0 0\n";

    #[test]
    fn a_stick_a_share_and_a_sync_folder_are_told_from_a_fixed_disk() {
        let place = |path: &str| place_among(Path::new(path), MOUNTS);
        assert_eq!(place("/home/officer/plan.upright"), Place::Fixed);
        assert_eq!(place("/mnt/my stick/plan.upright"), Place::Removable);
        assert_eq!(place("/media/officer/USB/plan.upright"), Place::Removable);
        assert_eq!(place("/mnt/share/plan.upright"), Place::Network);
        assert_eq!(
            place("/home/officer/OneDrive - Ministry/plan.upright"),
            Place::SyncFolder
        );
        assert_eq!(
            place("/home/officer/Dropbox/plan.upright"),
            Place::SyncFolder
        );
        assert_eq!(
            place("/home/officer/dropboxes/plan.upright"),
            Place::Fixed,
            "a name that only begins alike is no sync folder"
        );
    }
}
