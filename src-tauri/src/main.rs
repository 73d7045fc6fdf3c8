//! The program `upright`.

// A console window beside the program's own would puzzle people on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    upright_window::run()
}
