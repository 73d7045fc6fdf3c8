//! Times, and the table they end up in.

use std::time::{Duration, Instant};

/// Several runs of one thing.
#[derive(Debug, Clone)]
pub struct Times(Vec<Duration>);

impl Times {
    /// Runs `work` so often and keeps how long each took.
    pub fn of(runs: usize, mut work: impl FnMut(usize)) -> Self {
        let mut times: Vec<Duration> = (0..runs)
            .map(|run| {
                let start = Instant::now();
                work(run);
                start.elapsed()
            })
            .collect();
        times.sort();
        Times(times)
    }

    pub fn from(mut times: Vec<Duration>) -> Self {
        times.sort();
        Times(times)
    }

    pub fn all(self) -> Vec<Duration> {
        self.0
    }

    /// The time under which `percent` of 100 runs stayed, in milliseconds.
    pub fn percentile(&self, percent: usize) -> f64 {
        let last = self.0.len().saturating_sub(1);
        self.0
            .get(last * percent / 100)
            .map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
    }

    pub fn median(&self) -> f64 {
        self.percentile(50)
    }
}

/// Runs `work` once: what it gave, and the milliseconds it took.
pub fn once<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let value = work();
    (value, start.elapsed().as_secs_f64() * 1000.0)
}

/// One line of the table.
pub struct Line {
    pub goal: &'static str,
    pub work: String,
    pub size: usize,
    pub figure: String,
    pub beside: String,
    pub wanted: String,
    /// Nothing where the figure is only told.
    pub reached: Option<bool>,
}

#[derive(Default)]
pub struct Table {
    lines: Vec<Line>,
}

impl Table {
    pub fn add(&mut self, line: Line) {
        eprintln!(
            "  {} {} at {}: {}",
            line.goal, line.work, line.size, line.figure
        );
        self.lines.push(line);
    }

    /// A figure without a goal.
    pub fn tell(&mut self, goal: &'static str, work: &str, size: usize, figure: String) {
        self.add(Line {
            goal,
            work: work.to_owned(),
            size,
            figure,
            beside: String::new(),
            wanted: String::new(),
            reached: None,
        });
    }

    /// How many goals were missed.
    pub fn missed(&self) -> usize {
        self.lines
            .iter()
            .filter(|line| line.reached == Some(false))
            .count()
    }

    pub fn print(&self) {
        println!("| goal | work | recommendations | figure | beside | wanted | |");
        println!("|---|---|--:|---|---|---|---|");
        for line in &self.lines {
            let mark = match line.reached {
                Some(true) => "reached",
                Some(false) => "MISSED",
                None => "",
            };
            println!(
                "| {} | {} | {} | {} | {} | {} | {} |",
                line.goal, line.work, line.size, line.figure, line.beside, line.wanted, mark
            );
        }
    }
}

/// What this ran on, in one line.
pub fn machine() -> String {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let processor = read("/proc/cpuinfo")
        .lines()
        .find_map(|line| {
            line.strip_prefix("model name")?
                .split_once(": ")
                .map(|(_, name)| name.to_owned())
        })
        .unwrap_or_else(|| "unknown processor".to_owned());
    let memory = read("/proc/meminfo")
        .lines()
        .find_map(|line| {
            line.strip_prefix("MemTotal:")?
                .trim()
                .strip_suffix(" kB")?
                .parse::<u64>()
                .ok()
        })
        .map_or_else(
            || "unknown memory".to_owned(),
            |kib| format!("{} GiB", kib / 1024 / 1024),
        );
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let load = read("/proc/loadavg");
    format!(
        "{processor}, {cores} cores, {memory}, {}; load before: {}",
        std::env::consts::OS,
        load.split_whitespace().next().unwrap_or("unknown")
    )
}
