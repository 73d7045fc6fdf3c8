//! Packages of the system: which, what for, and their installing on Debian and Ubuntu. On other
//! systems it says what is needed and goes on: the build then tells what is really missing.

use std::process::Command;

use crate::machine::{self, Outcome};

/// A package of Debian and what it is for.
pub struct Package {
    pub name: &'static str,
    pub purpose: &'static str,
}

const fn package(name: &'static str, purpose: &'static str) -> Package {
    Package { name, purpose }
}

/// What building the window takes.
pub const BUILD: &[Package] = &[
    package(
        "build-essential",
        "C compiler and linker, for the bundled SQLite",
    ),
    package("pkg-config", "finds the libraries below"),
    package("libwebkit2gtk-4.1-dev", "the window and its web view"),
    package("librsvg2-dev", "icons of the window"),
];

/// What the tests take besides.
pub const TEST: &[Package] = &[
    package("webkit2gtk-driver", "drives the real window"),
    package("xvfb", "a screen that nobody sees"),
    package("xauth", "access to that screen"),
    package("dbus-x11", "a session bus of the test's own"),
    package("fonts-dejavu-core", "letters on that screen"),
    package("chromium", "the screens in a second browser"),
    package(
        "libreoffice-calc-nogui",
        "opens the workbooks a second time",
    ),
    package(
        "libreoffice-writer-nogui",
        "reads and makes Word files for comparison",
    ),
    package("poppler-utils", "looks at printed pages"),
    package("strace", "shows that no network is used"),
    package("util-linux", "unshare and mount, for the fault tests"),
];

/// Installs what is missing, saying what and why.
pub fn install(wanted: &[Package]) -> Outcome {
    if !machine::has("apt-get") {
        say_what_is_needed(wanted);
        return Ok(());
    }
    let missing: Vec<&Package> = wanted
        .iter()
        .filter(|package| !is_installed(local_name(package.name)))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing with apt-get:");
    for package in &missing {
        println!("  {:26} {}", local_name(package.name), package.purpose);
    }
    machine::run(as_root().args(["apt-get", "update", "--quiet"]))?;
    let mut command = as_root();
    command.args([
        "apt-get",
        "install",
        "--yes",
        "--quiet",
        "--no-install-recommends",
    ]);
    machine::run(command.args(missing.iter().map(|package| local_name(package.name))))
}

/// Ubuntu gives one package another name than Debian does.
fn local_name(name: &'static str) -> &'static str {
    let is_ubuntu = std::fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line == "ID=ubuntu"));
    match name {
        "chromium" if is_ubuntu => "chromium-browser",
        same => same,
    }
}

fn is_installed(name: &str) -> bool {
    machine::answer(
        "dpkg-query",
        &["--show", "--showformat=${db:Status-Status}", name],
    )
    .is_some_and(|status| status == "installed")
}

/// `env` keeps apt from asking questions; `sudo` in front of it where we are not root.
fn as_root() -> Command {
    let is_root = machine::answer("id", &["-u"]).is_some_and(|id| id == "0");
    let mut command = Command::new(if is_root { "env" } else { "sudo" });
    if !is_root {
        command.arg("env");
    }
    command.arg("DEBIAN_FRONTEND=noninteractive");
    command
}

fn say_what_is_needed(wanted: &[Package]) {
    match std::env::consts::OS {
        "windows" => println!(
            "Needed on Windows: the Microsoft C++ Build Tools, WebView2 (part of Windows 11), Node 20.19 or newer."
        ),
        "macos" => println!("Needed on macOS: Xcode's command line tools, Node 20.19 or newer."),
        _ => {
            println!("No apt-get here. Needed, under the names Debian gives them:");
            for package in wanted {
                println!("  {:26} {}", package.name, package.purpose);
            }
        }
    }
}
