//! `cargo xtask bench [N …]`: how fast the core is, beside floors taken in the same run. Without
//! numbers it takes 3,000, 100,000 and, for opening, pages, searches and counts, 250,000
//! recommendations. The word `pages` among them measures nothing else at any size.
//!
//! Times drift on shared machines: goals are ratios wherever a floor can stand beside the work.

mod dumps;
mod edits;
mod filled;
mod floors;
mod growth;
mod imports;
mod likeness;
mod office;
mod register;
mod report;
mod texts;
mod timing;

use std::process::ExitCode;

use growth::Growth;
use office::Office;
use timing::{Table, machine};

/// Above this only opening, pages, searches and counts are measured.
const WHOLE: usize = 100_000;

fn main() -> ExitCode {
    // The dump is read in a child of this program, as the program itself does.
    upright_core::import::worker::run_if_child();
    let is_paged_only = std::env::args().any(|word| word == "pages");
    let sizes: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|word| word.replace(',', "").parse().ok())
        .collect();
    let sizes = if sizes.is_empty() {
        vec![3_000, 100_000, 250_000]
    } else {
        sizes
    };
    let machine = machine();
    println!("{machine}");
    let mut table = Table::default();
    let mut growth = Growth::default();
    for size in sizes {
        eprintln!("{size} recommendations");
        let mut office = Office::furnish();
        if size > WHOLE || is_paged_only {
            filled::fill(&office, size);
            register::measure(&mut office, size, &mut table, &mut growth);
        } else {
            imports::measure(&mut office, size, &mut table, &mut growth);
            office.employ(size);
            register::measure(&mut office, size, &mut table, &mut growth);
            edits::measure(&mut office, size, &mut table);
            report::measure(&mut office, size, &mut table, &mut growth);
            likeness::measure(size, &mut table);
        }
    }
    if !is_paged_only {
        dumps::measure(&mut table);
    }
    growth.tell(&mut table);
    println!();
    table.print();
    println!("\n{machine}");
    println!(
        "S1 (start of the window) is taken by the window's own script; S9 and S10 have no room yet."
    );
    match table.missed() {
        0 => ExitCode::SUCCESS,
        missed => {
            println!("{missed} goals missed");
            ExitCode::FAILURE
        }
    }
}
