//! Opening, making and closing plans; the author; what the top bar shows.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::handles::{FileRef, name_of};
use super::home::Recent;
use super::safekeeping::CopiedOut;
use super::working_copy::WorkingCopy;
use super::{Desk, Lying};
use crate::base::{Clock, Error, Result};
use crate::dossier::{
    BackupFolder, Dossier, Holder, NewPlan, OpenAs, Operation, OperationName, Place, Storage,
    place_of,
};
use crate::people::{self, Author};
use crate::recommendations;
use crate::reference::states;

/// How plans are opened: with the derived tables of the rooms kept true.
#[must_use]
pub fn opening(clock: Clock) -> OpenAs {
    OpenAs {
        clock,
        author: None,
        derive: recommendations::refresh_words,
        remake: Some(recommendations::REMAKE_WORDS),
        read_only: false,
    }
}

/// What lies on the desk, for the frame around every screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeskState {
    pub plan: Option<OpenPlan>,
    pub author: Option<Author>,
    /// The short list to choose from.
    pub authors: Vec<Author>,
    /// What the next undo takes back.
    pub undo: Option<OperationName>,
    pub redo: Option<OperationName>,
    /// When the last change reached the disk, in this session.
    pub saved_at: Option<String>,
    pub today: String,
    pub program_version: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpenPlan {
    pub file: FileRef,
    pub title: String,
    /// ISO 3166-1 alpha-3, and its name.
    pub state: String,
    pub state_name: String,
    pub language: String,
    pub mechanism_name: Option<String>,
    /// Why nothing can be changed: `asked` or `newer`.
    pub read_only_reason: Option<String>,
    pub place: Place,
    /// A working copy is ahead of the file on the stick or share.
    pub is_ahead: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecentPlan {
    pub file: FileRef,
    pub title: String,
    pub folder: String,
    pub opened_at: String,
    /// False where the file is no longer there.
    pub exists: bool,
}

/// A plan to be made.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct NewPlanWish {
    /// Handle of the file to be made.
    pub file: String,
    pub title: String,
    /// ISO 3166-1 alpha-3.
    pub state: String,
    pub language: Option<String>,
    pub author: Option<String>,
}

impl Desk {
    /// What lies on the desk.
    ///
    /// # Errors
    /// The storage's own.
    pub fn state(&mut self) -> Result<DeskState> {
        let today = crate::base::date::iso(self.clock.today());
        let program_version = env!("CARGO_PKG_VERSION").to_owned();
        let Some(lying) = &self.open else {
            return Ok(DeskState {
                plan: None,
                author: None,
                authors: Vec::new(),
                undo: None,
                redo: None,
                saved_at: None,
                today,
                program_version,
            });
        };
        let dossier = &lying.dossier;
        let author = dossier.author();
        let state = DeskState {
            plan: Some(open_plan(lying, self.handles.register(&lying.path))?),
            author: author.map(|(id, name)| Author {
                id: id.to_owned(),
                name: name.to_owned(),
            }),
            authors: dossier.read(people::list_authors)?,
            undo: dossier.next_undo().cloned(),
            redo: dossier.next_redo().cloned(),
            saved_at: dossier.saved_at().map(str::to_owned),
            today,
            program_version,
        };
        Ok(state)
    }

    /// Plans opened before, the last first.
    pub fn list_recent_plans(&mut self) -> Vec<RecentPlan> {
        let recent = self.home.recent();
        recent
            .into_iter()
            .map(|recent| RecentPlan {
                file: self.handles.register(&recent.path),
                title: recent.title,
                folder: recent
                    .path
                    .parent()
                    .map(|p| p.display().to_string())
                    .unwrap_or_default(),
                opened_at: recent.opened_at,
                exists: recent.path.exists(),
            })
            .collect()
    }

    /// Makes a new plan and opens it.
    ///
    /// # Errors
    /// `state-unknown`, `title-missing`, `file-exists`; the disk's own.
    pub fn create_plan(&mut self, wish: &NewPlanWish) -> Result<DeskState> {
        let path = self.path(&wish.file)?;
        let plan = checked(wish)?;
        Dossier::create(Storage::File(path.clone()), &plan, &opening(self.clock))?.close()?;
        self.change_to(&path, false)?;
        if let Some(author) = &wish.author {
            self.choose_author(author)?;
        }
        self.state()
    }

    /// Opens a plan, closing the one that lies open.
    ///
    /// # Errors
    /// As [`Dossier::open`]; the plan that lay open then stays open.
    pub fn open_plan(&mut self, handle: &str) -> Result<DeskState> {
        let path = self.path(handle)?;
        self.change_to(&path, false)?;
        self.state()
    }

    /// Opens the newest backup of a plan that somebody else holds, for reading only.
    ///
    /// # Errors
    /// `backup-none` where this person has none of it.
    pub fn open_newest_backup(&mut self, handle: &str) -> Result<DeskState> {
        let none = || Error::person("backup-none");
        let plan_id = Holder::of(&self.path(handle)?).and_then(|holder| holder.plan_id);
        let folder = self.home.folder("backups")?.join(plan_id.ok_or_else(none)?);
        let newest = BackupFolder::new(folder)
            .list()?
            .into_iter()
            .next()
            .ok_or_else(none)?;
        self.change_to(&newest.path, true)?;
        self.state()
    }

    /// Opens the demonstration plan in the person's own folder, made there where it is missing.
    ///
    /// # Errors
    /// As [`Dossier::open`].
    pub fn open_demo(&mut self) -> Result<DeskState> {
        let path = self.home.folder("demo")?.join("Demo plan.upright");
        if !path.exists() {
            crate::demo::create(Storage::File(path.clone()), self.clock)?.close()?;
        }
        self.change_to(&path, false)?;
        self.state()
    }

    /// Opens `path` in place of what lies open; where it is refused, that stays open.
    fn change_to(&mut self, path: &Path, is_to_read: bool) -> Result<()> {
        if self.open.as_ref().is_some_and(|lying| lying.path == path) {
            return Ok(());
        }
        let old = self.open.take();
        if let Err(error) = self.open_path(path, is_to_read) {
            self.open = old;
            return Err(error);
        }
        let new = std::mem::replace(&mut self.open, old);
        let closed = self.close_plan();
        self.open = new;
        closed.map(|_| ())
    }

    pub(super) fn open_path(&mut self, path: &Path, is_to_read: bool) -> Result<()> {
        let working_copy = match place_of(path) {
            _ if is_to_read || !path.exists() => None,
            Place::Fixed => None,
            _ => Some(WorkingCopy::take(&self.home, path)?),
        };
        let storage = working_copy
            .as_ref()
            .map_or_else(|| path.to_owned(), WorkingCopy::path);
        let opening = OpenAs {
            read_only: is_to_read,
            ..opening(self.clock)
        };
        let dossier = Dossier::open(Storage::File(storage), &opening)?;
        let profile = dossier.read(crate::people::get_profile)?;
        self.open = Some(Lying {
            dossier,
            path: path.to_owned(),
            working_copy,
            board: None,
            view: None,
            last_backup: None,
        });
        if is_to_read {
            return Ok(());
        }
        self.back_up_at_opening()?;
        let opened_at = self.clock.stamp();
        self.home.remember(Recent {
            path: absolute(path),
            title: profile.title,
            opened_at,
        })?;
        Ok(())
    }

    /// Closes the plan that lies open, if any. A working copy that is ahead is copied out.
    ///
    /// # Errors
    /// `copy-out-failed`: the plan is closed and its working copy kept.
    pub fn close_plan(&mut self) -> Result<Option<CopiedOut>> {
        let Some(lying) = self.open.take() else {
            return Ok(None);
        };
        self.forget_pasted();
        lying.dossier.close()?;
        match lying.working_copy {
            Some(mut copy) if copy.is_ahead() => Ok(Some(CopiedOut {
                name: name_of(&copy.copy_out()?),
            })),
            Some(copy) => Ok(Some(CopiedOut {
                name: name_of(copy.original()),
            })),
            None => Ok(None),
        }
    }

    /// Names the author of the changes to come, adding the name to the plan's list where it is new.
    ///
    /// # Errors
    /// `no-plan-open`, `name-missing`, `plan-read-only`.
    pub fn choose_author(&mut self, name: &str) -> Result<DeskState> {
        let operation = Operation::new("choose_author").with("name", name).lasting();
        let id = self.change(operation, |tx| people::add_author(tx, name))?;
        let authors = self.read(people::list_authors)?;
        let author = authors.into_iter().find(|author| author.id == id);
        let author = author.ok_or_else(|| Error::bug("record-not-found"))?;
        self.lying_mut()?
            .dossier
            .set_author(&author.id, &author.name);
        self.state()
    }

    /// Takes a plan from the list of recent ones. The file is not touched.
    ///
    /// # Errors
    /// The disk's own.
    pub fn forget_recent_plan(&mut self, handle: &str) -> Result<()> {
        self.home.forget(&self.path(handle)?)
    }
}

fn open_plan(lying: &Lying, file: FileRef) -> Result<OpenPlan> {
    let profile = lying.dossier.read(people::get_profile)?;
    let state = states::by_iso3(&profile.state);
    Ok(OpenPlan {
        file,
        title: profile.title,
        state_name: state.map_or_else(|| profile.state.clone(), |state| state.name.to_string()),
        state: profile.state,
        language: profile.language,
        mechanism_name: profile.mechanism_name,
        read_only_reason: lying.dossier.read_only_reason().map(str::to_owned),
        place: place_of(&lying.path),
        is_ahead: lying
            .working_copy
            .as_ref()
            .is_some_and(WorkingCopy::is_ahead),
    })
}

fn checked(wish: &NewPlanWish) -> Result<NewPlan> {
    let title = crate::base::text::squeeze(&wish.title);
    if title.is_empty() {
        return Err(Error::person("title-missing"));
    }
    if states::by_iso3(&wish.state).is_none() {
        return Err(Error::person("state-unknown").with("state", &wish.state));
    }
    let language = wish.language.clone().unwrap_or_else(|| "en".to_owned());
    Ok(NewPlan {
        title,
        state: wish.state.clone(),
        language,
    })
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
