//! `uprightctl`: the command table on the command line.
//!
//! With `--json` the answer goes to standard output as JSON and nothing else does; messages go to
//! standard error. Exit: 0 done, 1 done with problems or refused, 2 usage, 3 file trouble.

mod import;
mod options;
mod output;
mod run;
mod ways;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    upright_core::import::worker::run_if_child();
    let options = options::Options::parse();
    run::run(&options)
}
