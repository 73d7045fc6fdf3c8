//! Ways out and back in: what goes out is whole, what comes in adds and never overwrites.

mod discretion;
mod merge;
mod schema;
mod tables;

use kit::sample::Sample;
use upright_core::demo;
use upright_core::dossier::{Dossier, Storage};

/// The demonstration plan, which has something in most tables.
fn demonstration() -> Dossier {
    demo::create(Storage::Memory, kit::sample::noon(kit::sample::TODAY)).expect("the demo")
}

fn empty() -> Dossier {
    Sample::elsewhere(kit::sample::TODAY).dossier
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}
