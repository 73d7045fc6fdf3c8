//! No process of the program opens a socket to a network (SAFETY, "No network code"). The desktop's
//! own Unix sockets are its business.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::home::{Home, program};
use crate::journey;

/// Long enough to start, to make the demo plan and to show it, three times over.
const SECONDS: &str = "12";

/// The lines of a trace in which a socket of the Internet appears.
fn network_sockets(trace: &str) -> Vec<&str> {
    trace
        .lines()
        .filter(|line| line.contains("AF_INET"))
        .collect()
}

/// Debug as built for these tests, release where someone has built it.
fn programs() -> Vec<PathBuf> {
    let debug = program();
    let release = debug
        .parent()
        .and_then(Path::parent)
        .map(|target| target.join("release/upright"));
    let mut all = vec![debug];
    all.extend(release.filter(|program| program.is_file()));
    all
}

/// strace may be missing or forbidden (containers).
fn can_trace() -> bool {
    Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .output()
        .is_ok_and(|output| output.status.success())
}

#[test]
fn the_program_opens_no_socket_to_a_network() {
    if !can_trace() {
        println!("SKIPPED: strace is not installed or not permitted here");
        return;
    }
    for program in programs() {
        let home = Home::new();
        let log = home.files().join("trace");
        // Not driven: a driver would itself talk to the window over the loopback.
        let mut command = home.environment_of("strace");
        command
            .args(["-f", "-qq", "-e", "trace=socket,connect,bind,sendto", "-o"])
            .arg(&log);
        command
            .args(["timeout", "--signal=TERM", SECONDS])
            .arg(&program)
            .arg("--demo");
        command.output().expect("a traced run");
        let trace = std::fs::read_to_string(&log).expect("the trace");
        assert!(
            trace.contains("AF_UNIX"),
            "the trace sees the program talk to its desktop"
        );
        assert!(
            home.has_a_plan(),
            "the run was long enough to make the demo plan"
        );
        assert_eq!(
            network_sockets(&trace),
            Vec::<&str>::new(),
            "{}",
            program.display()
        );
    }
}

/// The whole way of the data: made, imported, undone, reported.
#[test]
fn the_command_line_opens_no_socket_at_all() {
    if !can_trace() {
        println!("SKIPPED: strace is not installed or not permitted here");
        return;
    }
    let home = Home::new();
    let at = |name: &str| home.files().join(name).display().to_string();
    std::fs::write(home.files().join("matrix.docx"), journey::matrix()).expect("the matrix");
    let steps: &[&[&str]] = &[
        &["demo", &at("plan.upright")],
        &["import", &at("plan.upright"), &at("matrix.docx")],
        &["undo", &at("plan.upright")],
        &["redo", &at("plan.upright")],
        &[
            "report",
            &at("plan.upright"),
            "progress",
            "--output",
            &at("progress.xlsx"),
        ],
    ];
    for step in steps {
        let mut command = home.environment_of("strace");
        command.args([
            "-f",
            "-qq",
            "-e",
            "trace=socket,connect",
            "-o",
            &at("trace"),
        ]);
        command
            .arg(program().with_file_name("uprightctl"))
            .args(*step);
        let output = command.output().expect("a traced step");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{step:?}: {said}");
        let trace = std::fs::read_to_string(at("trace")).expect("the trace");
        assert_eq!(trace.matches("socket(").count(), 0, "{step:?}: {trace}");
    }
}

#[test]
fn a_socket_to_a_network_is_caught() {
    let trace = "1 socket(AF_UNIX, SOCK_STREAM, 0) = 3\n2 socket(AF_INET6, SOCK_DGRAM, 0) = 4\n";
    assert_eq!(network_sockets(trace).len(), 1);
}
