//! What becomes of a plan when the power goes, the disk fails, a process is killed, two people
//! open it, or somebody hands over a file that means harm.
//!
//! The cuts and failures run the program's own `dossier` over a file system in memory, through
//! SQLite's own interface. Every test stands beside one that must fail: a setting or a file for
//! which the same check finds the harm.

mod backups;
mod disk;
mod errors;
mod full;
mod fuzz;
mod hostile;
mod kill;
mod plans;
mod power;
mod program;
mod race;
mod sectors;
mod simulator;
mod strange;
mod vfs;
