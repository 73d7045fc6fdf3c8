//! The child: limits first, then the file, then the answer.

use std::io::{BufRead, BufReader, BufWriter, Read, Write};

use super::{Answer, LONG_FILE_BYTES, Reply, Request, SUB_COMMAND};
use crate::base::text::{Hashed, sha256};
use crate::base::{Error, Result};
use crate::import::recognise::{is_stream, read_stream, recognise_stream};
use crate::import::{ForeignFile, TableWish};
use crate::office::parts::MOST_FILE_BYTES;

/// Memory the child may take beyond what the program itself occupies when it starts.
#[cfg(target_os = "linux")]
const MOST_MEMORY: u64 = 512 << 20;
/// Processor time in seconds.
#[cfg(unix)]
const MOST_SECONDS: u64 = 20;
/// The same for a long file, as the dumps of UHRI are.
#[cfg(unix)]
const MOST_SECONDS_OF_DUMP: u64 = 300;
/// How much of a stream is held at a time.
const STREAM_BUFFER: usize = 1 << 18;

/// Does the child's work and ends the process, if that is what the program was started for.
///
/// Every `main` calls it before anything else, so that the child never opens a window or a plan.
pub fn run_if_child() {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_none_or(|first| first != SUB_COMMAND) {
        return;
    }
    let request = arguments.next().unwrap_or_default();
    let done = limit()
        .and_then(|()| Ok(serde_json::from_str(&request.to_string_lossy())?))
        .and_then(|request| reply(&request))
        .and_then(|reply| send(&reply));
    std::process::exit(i32::from(done.is_err()));
}

fn reply(request: &Request) -> Result<Reply> {
    let mut input = BufReader::with_capacity(STREAM_BUFFER, std::io::stdin().lock());
    if is_stream(input.fill_buf()?) {
        return reply_to_stream(request, input);
    }
    let mut bytes = Vec::new();
    input.take(MOST_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    let mut own = None;
    let none = TableWish::default();
    let wish = match request {
        Request::Recognise => &none,
        Request::Read(ask) | Request::Study(ask) | Request::Rows(ask, _) => &ask.table,
    };
    let answer = ForeignFile::open_as(&bytes, wish).and_then(|file| match request {
        Request::Recognise => file.recognise().map(Answer::Recognised),
        Request::Read(ask) => {
            let reading = file.read(ask)?;
            own = file.into_own();
            Ok(Answer::Read(Box::new(reading)))
        }
        Request::Study(ask) => file
            .study(ask)
            .map(|study| Answer::Studied(Box::new(study))),
        Request::Rows(ask, numbers) => file.rows(ask, numbers).map(Answer::Rows),
    });
    Ok(Reply {
        sha256: sha256(&bytes),
        answer: answer.unwrap_or_else(Answer::Refused),
        own,
    })
}

fn reply_to_stream(request: &Request, input: impl BufRead) -> Result<Reply> {
    let mut input = Hashed::new(input);
    let answer = match request {
        Request::Recognise => recognise_stream(&mut input).map(Answer::Recognised),
        Request::Read(ask) => {
            read_stream(&mut input, ask).map(|reading| Answer::Read(Box::new(reading)))
        }
        Request::Study(_) | Request::Rows(..) => Err(Error::person("table-not-found")),
    };
    // A refusal needs no hash, and the rest of the file may be long.
    let sha256 = match &answer {
        Ok(_) => input.finish()?,
        Err(_) => String::new(),
    };
    Ok(Reply {
        sha256,
        answer: answer.unwrap_or_else(Answer::Refused),
        own: None,
    })
}

fn send(reply: &Reply) -> Result<()> {
    let mut output = BufWriter::new(std::io::stdout().lock());
    serde_json::to_writer(&mut output, reply)?;
    output.flush()?;
    Ok(())
}

/// Memory, processor time, no core dump and no file written.
#[cfg(unix)]
fn limit() -> Result<()> {
    use rlimit::Resource;
    let limit = |resource: Resource, most: u64| -> Result<()> {
        resource
            .set(most, most)
            .map_err(|error| Error::bug("reader-not-limited").detail(error))
    };
    limit(Resource::CORE, 0)?;
    limit(Resource::FSIZE, 0)?;
    limit(
        Resource::CPU,
        match length_of_input() > LONG_FILE_BYTES {
            true => MOST_SECONDS_OF_DUMP,
            false => MOST_SECONDS,
        },
    )?;
    // Elsewhere address space is not what memory costs: macOS ignores the limit.
    #[cfg(target_os = "linux")]
    limit(Resource::AS, occupied() + MOST_MEMORY)?;
    Ok(())
}

/// Bytes of the file that is the input; 0 where it is none.
#[cfg(unix)]
fn length_of_input() -> u64 {
    use std::os::fd::AsFd;
    let input = std::io::stdin().as_fd().try_clone_to_owned();
    let about = input.and_then(|input| std::fs::File::from(input).metadata());
    about.map_or(0, |about| about.len())
}

/// Windows would need a Job Object with a memory limit. Until there is one, the limits of the
/// readers and the wall clock of the parent hold there.
#[cfg(not(unix))]
fn limit() -> Result<()> {
    Ok(())
}

/// Bytes of address space in use: a program with a web view maps a few hundred megabytes of
/// libraries before `main`.
#[cfg(target_os = "linux")]
fn occupied() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmSize:"))
        .and_then(|size| {
            size.trim()
                .trim_end_matches("kB")
                .trim()
                .parse::<u64>()
                .ok()
        })
        .map_or(0, |kilobytes| kilobytes << 10)
}
