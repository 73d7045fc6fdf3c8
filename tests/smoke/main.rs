//! The real window on a screen nobody sees, driven as a person would: `cargo xtask test` starts these
//! under `xvfb-run` and `dbus-run-session`. Each test has a home and a runtime folder of its own.

mod door;
mod driver;
mod home;
mod journey;
mod network;
mod opening;
mod pictures;
mod scripts;
mod start;
