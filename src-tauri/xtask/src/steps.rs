//! One step after the other, each with its time; a list of what failed at the end.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::machine::{self, Outcome};

/// What has been done so far.
#[derive(Default)]
pub struct Steps {
    done: Vec<Step>,
    passed: u32,
    failed: u32,
}

struct Step {
    name: String,
    took: Duration,
    trouble: Option<String>,
}

impl Steps {
    /// Does one step; a failure is kept for the end and the next step still runs.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Outcome) -> bool {
        self.timed(name, |_| work())
    }

    /// As [`Steps::step`], for a program whose output tells how many tests passed.
    pub fn tests(&mut self, name: &str, command: &mut Command) -> bool {
        self.timed(name, |steps| {
            let (outcome, text) = machine::run_and_keep(command);
            let (passed, failed) = text.lines().filter_map(count).fold((0, 0), add);
            steps.passed += passed;
            steps.failed += failed;
            // A program that fails before its first test still counts as something that failed.
            if outcome.is_err() && failed == 0 {
                steps.failed += 1;
            }
            outcome
        })
    }

    fn timed(&mut self, name: &str, work: impl FnOnce(&mut Self) -> Outcome) -> bool {
        println!("\n==> {name}");
        let start = Instant::now();
        let trouble = work(self).err();
        let took = start.elapsed();
        match &trouble {
            None => println!("<== {name}: {}", seconds(took)),
            Some(reason) => println!("<== {name}: FAILED after {}: {reason}", seconds(took)),
        }
        let is_good = trouble.is_none();
        self.done.push(Step {
            name: name.to_owned(),
            took,
            trouble,
        });
        is_good
    }

    /// Prints the times, what failed and the count; fails where anything did.
    pub fn finish(self) -> Outcome {
        let troubles: Vec<&Step> = self
            .done
            .iter()
            .filter(|step| step.trouble.is_some())
            .collect();
        println!("\nTimes");
        for step in &self.done {
            println!("  {:>8}  {}", seconds(step.took), step.name);
        }
        let all: Duration = self.done.iter().map(|step| step.took).sum();
        println!("  {:>8}  in all", seconds(all));
        for step in &troubles {
            println!(
                "FAILED {}: {}",
                step.name,
                step.trouble.as_deref().unwrap_or_default()
            );
        }
        println!("{} passed, {} failed", self.passed, self.failed);
        // The list above says it all, and the count stays the last line.
        if troubles.is_empty() {
            Ok(())
        } else {
            Err(String::new())
        }
    }
}

fn add(sum: (u32, u32), more: (u32, u32)) -> (u32, u32) {
    (sum.0 + more.0, sum.1 + more.1)
}

fn seconds(took: Duration) -> String {
    let all = took.as_secs();
    match all {
        0..60 => format!("{:.1} s", took.as_secs_f64()),
        _ => format!("{} min {:02} s", all / 60, all % 60),
    }
}

/// How many passed and failed, in the closing lines of cargo test, nextest, Vitest and Node's runner.
fn count(line: &str) -> Option<(u32, u32)> {
    let line = without_colours(line);
    let line = line.trim();
    let is_closing = line.starts_with("test result:")
        || line.starts_with("Summary [")
        || line.starts_with("Tests  ");
    if is_closing {
        return Some((before(line, "passed"), before(line, "failed")));
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    match words.as_slice() {
        ["#" | "ℹ", "pass", number] => Some((number.parse().ok()?, 0)),
        ["#" | "ℹ", "fail", number] => Some((0, number.parse().ok()?)),
        _ => None,
    }
}

/// Some runners colour what they print even where nobody sees it.
fn without_colours(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        // `[`, numbers, a letter: that letter ends the colour.
        let end = part.find(|c: char| c.is_ascii_alphabetic());
        plain.push_str(end.and_then(|end| part.get(end + 1..)).unwrap_or_default());
    }
    plain
}

/// The number in front of a word, 0 where there is none.
fn before(line: &str, word: &str) -> u32 {
    let words: Vec<&str> = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    words
        .iter()
        .zip(words.iter().skip(1))
        .find(|(_, next)| **next == word)
        .and_then(|(number, _)| number.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn closing_lines_of_every_runner_are_counted() {
        let lines = [
            (
                "test result: ok. 3 passed; 1 failed; 0 ignored; 0 measured",
                (3, 1),
            ),
            (
                "     Summary [   0.012s] 12 tests run: 11 passed, 1 failed, 2 skipped",
                (11, 1),
            ),
            ("      Tests  2 failed | 40 passed (42)", (40, 2)),
            (
                "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m40 passed\u{1b}[39m\u{1b}[22m",
                (40, 0),
            ),
            ("# pass 7", (7, 0)),
            ("ℹ fail 2", (0, 2)),
        ];
        for (line, expected) in lines {
            assert_eq!(count(line), Some(expected), "{line}");
        }
    }

    #[test]
    fn other_lines_are_not_counted() {
        assert_eq!(count("test rooms::3 passed"), None);
        assert_eq!(count("# passing 7"), None);
    }
}
