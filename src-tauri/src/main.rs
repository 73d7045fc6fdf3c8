//! The program `upright`.

// A console window beside the program's own would puzzle people on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    // Foreign files are read in a child, which is this program once more, without a window.
    upright_core::import::worker::run_if_child();
    upright_window::run()
}
