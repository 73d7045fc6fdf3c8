//! Programs of the machine, started from the repository's root.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;

/// Done, or why not, in one line for a person.
pub type Outcome = Result<(), String>;

/// The repository's root, two floors above this package.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A program built for debugging.
pub fn built(name: &str) -> PathBuf {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    target().join("debug").join(file)
}

/// True when a program of this name stands on the path.
pub fn has(program: &str) -> bool {
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(&file).is_file()))
}

/// What a program prints on standard output, or `None` where it is missing or fails.
pub fn answer(program: &str, words: &[&str]) -> Option<String> {
    let output = Command::new(program).args(words).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Runs and waits; what it prints goes straight to the person.
pub fn run(command: &mut Command) -> Outcome {
    let name = say(command);
    let status = command.current_dir(root()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name}: {status}")),
        Err(error) => Err(format!("{name}: {error}")),
    }
}

/// Runs and waits, shows what is printed and keeps it for counting.
pub fn run_and_keep(command: &mut Command) -> (Outcome, String) {
    let name = say(command);
    command.current_dir(root());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) => return (Err(format!("{name}: {error}")), String::new()),
    };
    let kept = Arc::new(Mutex::new(String::new()));
    let readers: Vec<_> = [
        child.stdout.take().map(|pipe| follow(pipe, &kept)),
        child.stderr.take().map(|pipe| follow(pipe, &kept)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let status = child.wait();
    for reader in readers {
        let _ = reader.join();
    }
    let text = kept.lock().map(|text| text.clone()).unwrap_or_default();
    let outcome = match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name}: {status}")),
        Err(error) => Err(format!("{name}: {error}")),
    };
    (outcome, text)
}

fn follow(pipe: impl Read + Send + 'static, kept: &Arc<Mutex<String>>) -> thread::JoinHandle<()> {
    let kept = Arc::clone(kept);
    thread::spawn(move || {
        let mut lines = BufReader::new(pipe);
        let mut bytes = Vec::new();
        while matches!(lines.read_until(b'\n', &mut bytes), Ok(read) if read > 0) {
            let line = String::from_utf8_lossy(&bytes).into_owned();
            print!("{line}");
            if let Ok(mut text) = kept.lock() {
                text.push_str(&line);
            }
            bytes.clear();
        }
    })
}

fn say(command: &Command) -> String {
    // The program's name alone: where it stands differs from machine to machine.
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let mut words = vec![name.to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    let line = words.join(" ");
    println!("$ {line}");
    line
}

/// The cargo that started us.
pub fn cargo_command(words: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(words);
    command
}

pub fn cargo(words: &[&str]) -> Outcome {
    run(&mut cargo_command(words))
}

/// npm and npx are scripts on Windows and need their ending there.
fn script(name: &str) -> String {
    if cfg!(windows) {
        format!("{name}.cmd")
    } else {
        name.to_owned()
    }
}

/// npm in the folder of the screens.
pub fn npm_command(words: &[&str]) -> Command {
    let mut command = Command::new(script("npm"));
    command.arg("--prefix").arg("ui").args(words);
    command
}

/// A program of the screens' node modules, run from the root.
pub fn npx(words: &[&str]) -> Outcome {
    let mut command = Command::new(script("npx"));
    run(command.args(["--prefix", "ui"]).args(words))
}
