//! Makes JSON files laid out like the dump of the Universal Human Rights Index, of any length.

use std::io::{BufWriter, Result, Write};
use std::path::Path;

use serde_json::json;

/// The State whose records are wanted; every sixtieth record is about it.
pub const STATE: &str = "SVN";
const EVERY: usize = 60;

const STATES: [&str; 12] = [
    "Albania", "Chile", "Chad", "Denmark", "Fiji", "Ghana", "Kenya", "Nepal", "Peru", "Spain",
    "Togo", "Viet Nam",
];
const BODIES: [(&str, &str); 6] = [
    ("UPR", "A/HRC/28/15"),
    ("CEDAW", "CEDAW/C/SVN/CO/5-6"),
    ("UPR", "A/HRC/44/10"),
    ("CRC-OP-SC", "CRC/C/OPSC/SVN/CO/1"),
    ("SR Torture", "A/HRC/40/59/Add.1"),
    ("CCPR", "CCPR/C/SVN/CO/3"),
];

/// So many of `records` are about [`STATE`].
pub fn about_the_state(records: usize) -> usize {
    records.div_ceil(EVERY)
}

/// Writes a dump of so many records, some 1,450 bytes each.
pub fn write_dump(path: &Path, records: usize) -> Result<()> {
    let mut out = BufWriter::new(std::fs::File::create(path)?);
    out.write_all(b"[")?;
    for number in 0..records {
        if number > 0 {
            out.write_all(b",\n")?;
        }
        out.write_all(record(number).as_bytes())?;
    }
    out.write_all(b"]")?;
    out.flush()
}

fn record(number: usize) -> String {
    let is_meant = number.is_multiple_of(EVERY);
    // A number of the State's own, so that each of its records has a paragraph of its own.
    let own = number / EVERY;
    let (body, symbol) = BODIES[own % BODIES.len()];
    let state = if is_meant {
        "Slovenia"
    } else {
        STATES[number % STATES.len()]
    };
    let is_upr = body == "UPR";
    let paragraph = if is_upr {
        format!("{}.{}", 100 + own / 900, 1 + own % 900)
    } else {
        format!("{}.", 1 + own % 900)
    };
    let words = "take all measures needed for the protection of everyone concerned, \
                 with a budget, a date and a body that answers for it, ";
    let text = format!(
        "{paragraph} Recommendation number {number}: {}and report on it (Chile) (Peru);",
        words.repeat(4)
    );
    json!({
        "AffectedPersons": ["Children", "Women & girls", "Persons deprived of their liberty"],
        "AnnotationId": format!("{number:08x}-aeb5-586a-821b-aa546c794bc1"),
        "AnnotationType": "- Recommendations", "Body": format!("- {body}"),
        "Countries": [state], "DocumentId": "4a4468ce-9e57-500a-9b1f-d7adf7058685",
        "PublicationDate": "2025-03-24T00:00:00", "PublicationDateOnUhri": "2025-07-03T14:10:00.0",
        "Regions": ["Eastern Europe"],
        "Sdgs": ["1 - NO POVERTY", "3 - GOOD HEALTH AND WELL-BEING", "5 - GENDER EQUALITY",
                 "10 - REDUCED INEQUALITIES", "16 - PEACE, JUSTICE AND STRONG INSTITUTIONS"],
        "Symbol": symbol, "Text": text,
        "Themes": ["Equality & non-discrimination", "Conditions of detention",
                   "Prohibition of torture & ill-treatment (including cruel, inhuman or degrading treatment)"],
        "UprCycle": null, "UprPositions": if is_upr { vec!["- Supported"] } else { Vec::new() },
        "UprRecommendingCountry": if is_upr { vec!["Chile", "Peru"] } else { Vec::new() },
        "UprRecommendingRegions": [], "UprSession": if is_upr { vec!["20"] } else { Vec::new() },
    })
    .to_string()
}

/// What reading a dump in a child process took.
pub struct Taken {
    /// The child's answer.
    pub answer: serde_json::Value,
    pub milliseconds: f64,
    /// The most memory the child held at once, in MiB; `None` where the system does not tell.
    pub peak: Option<u64>,
}

/// Reads a dump as the program does, and watches the child's memory.
pub fn read_in_child(program: &Path, path: &Path) -> Taken {
    let ask = upright_core::import::Ask {
        plan_state: Some(STATE.to_owned()),
        ..Default::default()
    };
    let mut child = std::process::Command::new(program)
        .arg(upright_core::import::worker::SUB_COMMAND)
        .arg(json!({"Read": ask}).to_string())
        .stdin(std::fs::File::open(path).unwrap())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let start = std::time::Instant::now();
    let mut output = child.stdout.take().unwrap();
    let listening = std::thread::spawn(move || {
        let mut answer = Vec::new();
        std::io::Read::read_to_end(&mut output, &mut answer).unwrap();
        answer
    });
    let about = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child.try_wait().unwrap().is_none() {
        peak = peak.max(high_water(&about));
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    let milliseconds = start.elapsed().as_secs_f64() * 1_000.0;
    let answer = listening.join().unwrap();
    Taken {
        answer: serde_json::from_slice(&answer).unwrap(),
        milliseconds,
        peak,
    }
}

fn high_water(about: &str) -> Option<u64> {
    let status = std::fs::read_to_string(about).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes >> 10)
}
