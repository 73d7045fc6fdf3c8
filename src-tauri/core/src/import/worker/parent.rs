//! The parent: starts the child, watches the clock and the size of the answer, and says why a child
//! ended without one.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::{LONG_FILE_BYTES, Reply, Request, SUB_COMMAND, Worker};
use crate::base::{Error, Progress, Result};
use crate::import::recognise::is_stream;
use crate::office::parts::{MOST_DUMP_BYTES, MOST_FILE_BYTES};

/// How often the parent looks.
const GLANCE: Duration = Duration::from_millis(5);
/// So many times longer a long file may take.
const PATIENCE_WITH_DUMP: u32 = 20;
/// The most bytes of an answer: 20,000 recommendations of 5 kB.
const MOST_ANSWER_BYTES: u64 = 100 << 20;

/// The request travels as an argument; Windows allows 32,767 letters for all of them.
const MOST_REQUEST_BYTES: usize = 28_000;

pub(super) fn ask(
    worker: &Worker,
    path: &Path,
    request: &Request,
    progress: &Progress,
) -> Result<Reply> {
    let file = open(path).map_err(|error| error.with("file", super::name_of(path)))?;
    let patience = match file.metadata()?.len() > LONG_FILE_BYTES {
        true => worker.patience.saturating_mul(PATIENCE_WITH_DUMP),
        false => worker.patience,
    };
    let request = serde_json::to_string(request)?;
    if request.len() > MOST_REQUEST_BYTES {
        return Err(Error::person("import-too-many-corrections"));
    }
    let mut child = start(&worker.program, file, &request)?;
    let output = child.stdout.take().map(listen);
    let ended = wait(&mut child, patience, progress);
    // Whatever happened, no child is left behind.
    let _ = child.kill();
    let _ = child.wait();
    let status = ended.map_err(|error| error.with("file", super::name_of(path)))?;
    let answer = output
        .and_then(|output| output.join().ok())
        .unwrap_or_default();
    understand(status, &answer).map_err(|error| error.with("file", super::name_of(path)))
}

fn open(path: &Path) -> Result<File> {
    let about = std::fs::metadata(path)?;
    // A pipe or a device would be waited for without end.
    if !about.is_file() {
        return Err(Error::file("file-not-readable").detail("not a regular file"));
    }
    let mut file = File::open(path)?;
    let most = match about.len() > MOST_FILE_BYTES && is_dump(&mut file)? {
        true => MOST_DUMP_BYTES,
        false => MOST_FILE_BYTES,
    };
    if about.len() > most {
        return Err(Error::file("file-too-large").with("limit", most >> 20));
    }
    Ok(file)
}

/// Whether the file is one that is read as it comes; afterwards it stands at its beginning again.
fn is_dump(file: &mut File) -> Result<bool> {
    let mut head = Vec::new();
    file.by_ref().take(64).read_to_end(&mut head)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(is_stream(&head))
}

fn start(program: &Path, file: File, request: &str) -> Result<Child> {
    let mut command = Command::new(program);
    command
        .arg(SUB_COMMAND)
        .arg(request)
        .stdin(Stdio::from(file))
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    #[cfg(unix)]
    command.env_clear();
    command
        .spawn()
        .map_err(|error| Error::file("reader-not-started").detail(error))
}

/// Takes the answer as it comes, so that the child never waits for a full pipe.
fn listen(output: ChildStdout) -> JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut answer = Vec::new();
        // A broken pipe shows as a broken answer.
        let _ = output.take(MOST_ANSWER_BYTES + 1).read_to_end(&mut answer);
        answer
    })
}

fn wait(child: &mut Child, patience: Duration, progress: &Progress) -> Result<ExitStatus> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        progress.step(0, 0)?;
        if start.elapsed() > patience {
            return Err(Error::file("file-too-slow"));
        }
        thread::sleep(GLANCE);
    }
}

fn understand(status: ExitStatus, answer: &[u8]) -> Result<Reply> {
    if u64::try_from(answer.len()).unwrap_or(u64::MAX) > MOST_ANSWER_BYTES {
        return Err(Error::file("file-too-demanding"));
    }
    if !status.success() {
        return Err(cause_of_death(status));
    }
    serde_json::from_slice(answer).map_err(|error| Error::file("file-not-readable").detail(error))
}

/// Rust aborts (signal 6) where memory is refused; the kernel sends 24 at the end of processor time.
#[cfg(unix)]
fn cause_of_death(status: ExitStatus) -> Error {
    use std::os::unix::process::ExitStatusExt;
    let error = match status.signal() {
        Some(6) => Error::file("file-too-demanding"),
        Some(9 | 24) => Error::file("file-too-slow"),
        _ => Error::file("file-not-readable"),
    };
    error.detail(status)
}

#[cfg(not(unix))]
fn cause_of_death(status: ExitStatus) -> Error {
    Error::file("file-not-readable").detail(status)
}
