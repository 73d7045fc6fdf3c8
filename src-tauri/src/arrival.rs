//! What the program was started with: nothing, a plan, or the wish to see the demo plan.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager, Runtime};
use upright_core::commands::Host;
use upright_core::desk::FileRef;

use crate::window;

/// As the command line says it.
#[derive(Debug, PartialEq, Eq)]
pub enum Start {
    Welcome,
    Plan(PathBuf),
    Demo,
}

/// As the page hears it: a path becomes a handle.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Arrival {
    None,
    Plan(FileRef),
    Demo,
}

/// Reads the arguments; `folder` is where the program was started. The first word that is no option
/// is a plan. Unknown options are passed over: desktops and web drivers add their own.
pub fn read(arguments: impl IntoIterator<Item = String>, folder: &Path) -> Start {
    let mut start = Start::Welcome;
    for word in arguments {
        match word.as_str() {
            "--demo" => return Start::Demo,
            option if option.starts_with('-') => {}
            file => {
                if start == Start::Welcome {
                    start = Start::Plan(folder.join(file));
                }
            }
        }
    }
    start
}

/// Tells the page, which asks once it can show something.
pub fn tell<R: Runtime>(app: &AppHandle<R>) -> Arrival {
    match &*app.state::<Start>() {
        Start::Welcome => Arrival::None,
        Start::Demo => Arrival::Demo,
        Start::Plan(path) => Arrival::Plan(app.state::<Arc<Host>>().register(path)),
    }
}

/// The program was started a second time: the window comes forward, with the plan asked for.
pub fn again<R: Runtime>(app: &AppHandle<R>, arguments: Vec<String>, folder: &Path) {
    window::show(app);
    // The first argument is the program itself.
    if let Start::Plan(path) = read(arguments.into_iter().skip(1), folder) {
        let chosen = app.state::<Arc<Host>>().register(&path);
        let _ = app.emit("arrived", chosen);
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{Start, read};

    fn start(words: &[&str]) -> Start {
        read(
            words.iter().map(|word| (*word).to_owned()),
            Path::new("/home/officer"),
        )
    }

    #[test]
    fn a_plan_on_the_command_line_stands_in_the_folder_of_the_start() {
        assert_eq!(
            start(&["plan.upright"]),
            Start::Plan(PathBuf::from("/home/officer/plan.upright"))
        );
    }

    #[test]
    fn options_of_others_are_passed_over() {
        assert_eq!(start(&["--automation", "-x"]), Start::Welcome);
        assert_eq!(start(&["--demo", "plan.upright"]), Start::Demo);
    }
}
