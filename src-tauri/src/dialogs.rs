//! Dialogs of the system. Only Rust opens them; the page says what for and gets a name and an opaque
//! handle, never a path.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Deserialize;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};
use upright_core::base::{Error, Result};
use upright_core::commands::Host;
use upright_core::desk::FileRef;

use crate::window;

/// What a file is wanted for.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    OpenPlan,
    NewPlan,
    Import,
    SaveReport,
    SaveTable,
    SavePlanData,
    SaveArchive,
    Restore,
}

/// A dialog opens what is there or asks where to put something new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Open,
    Save,
}

/// One kind of dialog: its words and the file endings it shows.
struct Dialog {
    way: Way,
    title: &'static str,
    kind: &'static str,
    endings: &'static [&'static str],
}

const PLAN: &[&str] = &["upright"];

impl Purpose {
    const fn dialog(self) -> Dialog {
        let (way, title, kind, endings) = match self {
            Purpose::OpenPlan => (Way::Open, "window-open-plan", "window-kind-plan", PLAN),
            Purpose::NewPlan => (Way::Save, "window-new-plan", "window-kind-plan", PLAN),
            Purpose::Restore => (Way::Save, "window-restore-plan", "window-kind-plan", PLAN),
            Purpose::Import => {
                let endings: &[&str] = &["xls", "xlsx", "csv", "docx", "json"];
                (Way::Open, "window-import", "window-kind-matrix", endings)
            }
            Purpose::SaveTable => {
                let endings: &[&str] = &["csv"];
                (Way::Save, "window-save-data", "window-kind-table", endings)
            }
            Purpose::SavePlanData => {
                let endings: &[&str] = &["json"];
                (Way::Save, "window-save-data", "window-kind-json", endings)
            }
            Purpose::SaveArchive => {
                let endings: &[&str] = &["zip"];
                (
                    Way::Save,
                    "window-save-data",
                    "window-kind-archive",
                    endings,
                )
            }
            Purpose::SaveReport => {
                let endings: &[&str] = &["xlsx"];
                (
                    Way::Save,
                    "window-save-report",
                    "window-kind-workbook",
                    endings,
                )
            }
        };
        Dialog {
            way,
            title,
            kind,
            endings,
        }
    }
}

/// What the page asks: `suggested_name` where something new is saved.
#[derive(Debug, Deserialize)]
pub struct Wish {
    purpose: Purpose,
    #[serde(default)]
    suggested_name: Option<String>,
}

/// A file that the page holds by its handle.
#[derive(Debug, Deserialize)]
pub struct Shown {
    handle: String,
}

/// Asks the person for a file; a dialog that is closed answers `None`.
pub fn choose(app: &AppHandle, wish: Wish) -> Result<Option<FileRef>> {
    let dialog = wish.purpose.dialog();
    let path = match scripted_answer() {
        Some(answer) => answer,
        None => ask(app, &dialog, wish.suggested_name),
    };
    let host = app.state::<Arc<Host>>();
    Ok(path.map(|path| host.register(&with_ending(path, &dialog))))
}

/// Shows a file that the program wrote itself in the system's file browser.
///
/// # Errors
/// `window-nothing-to-show` for any other file, or where the system cannot.
pub fn show(app: &AppHandle, shown: &Shown) -> Result<()> {
    let written = app.state::<Arc<Host>>().written_path(&shown.handle);
    let path = written.ok_or_else(|| Error::person("window-nothing-to-show"))?;
    tauri_plugin_opener::reveal_item_in_dir(path)
        .map_err(|error| Error::person("window-nothing-to-show").detail(error))
}

fn ask(app: &AppHandle, dialog: &Dialog, name: Option<String>) -> Option<PathBuf> {
    let words = app.state::<Arc<Host>>().words();
    let mut builder: FileDialogBuilder<_> = app
        .dialog()
        .file()
        .set_title(words.say(dialog.title))
        .add_filter(words.say(dialog.kind), dialog.endings);
    if let Some(main) = app.get_webview_window(window::MAIN) {
        builder = builder.set_parent(&main);
    }
    if let Some(name) = name {
        builder = builder.set_file_name(name);
    }
    let last = app.state::<LastFolder>();
    if let Some(folder) = last.get().or_else(|| app.path().document_dir().ok()) {
        builder = builder.set_directory(folder);
    }
    let chosen = match dialog.way {
        Way::Open => builder.blocking_pick_file(),
        Way::Save => builder.blocking_save_file(),
    };
    let path = chosen.and_then(|file| file.into_path().ok())?;
    last.set(&path);
    Some(path)
}

/// Where the person chose a file last since the program started: the next dialog begins there.
#[derive(Default)]
pub struct LastFolder(Mutex<Option<PathBuf>>);

impl LastFolder {
    fn get(&self) -> Option<PathBuf> {
        let folder = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        folder.filter(|folder| folder.is_dir())
    }

    fn set(&self, file: &Path) {
        let folder = file.parent().map(Path::to_owned);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = folder;
    }
}

/// GTK's save dialog adds no ending; a report without one opens nowhere.
fn with_ending(path: PathBuf, dialog: &Dialog) -> PathBuf {
    match (dialog.way, path.extension(), dialog.endings.first()) {
        (Way::Save, None, Some(ending)) => path.with_extension(ending),
        _ => path,
    }
}

/// Tests drive the page but cannot drive the system's dialogs: in debug builds
/// `UPRIGHT_DIALOG_ANSWERS` names a file with one path a line, taken in order; an empty line is a
/// dialog that was closed. Not compiled into a release, where only a person chooses files.
#[cfg(debug_assertions)]
fn scripted_answer() -> Option<Option<PathBuf>> {
    use std::sync::atomic::{AtomicUsize, Ordering};

    static ASKED: AtomicUsize = AtomicUsize::new(0);
    let answers = std::env::var_os("UPRIGHT_DIALOG_ANSWERS")?;
    let text = std::fs::read_to_string(answers).unwrap_or_default();
    let number = ASKED.fetch_add(1, Ordering::SeqCst);
    let line = text.lines().nth(number).unwrap_or_default().trim();
    Some((!line.is_empty()).then(|| PathBuf::from(line)))
}

#[cfg(not(debug_assertions))]
fn scripted_answer() -> Option<Option<PathBuf>> {
    None
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Purpose, with_ending};

    #[test]
    fn a_saved_file_gets_the_ending_of_its_kind() {
        let report = Purpose::SaveReport.dialog();
        assert_eq!(
            with_ending(PathBuf::from("/a/report"), &report),
            PathBuf::from("/a/report.xlsx")
        );
        assert_eq!(
            with_ending(PathBuf::from("/a/r.ods"), &report),
            PathBuf::from("/a/r.ods")
        );
        let import = Purpose::Import.dialog();
        assert_eq!(
            with_ending(PathBuf::from("/a/matrix"), &import),
            PathBuf::from("/a/matrix")
        );
    }
}
