//! Floors of versions, each for a known hole (SAFETY T13), read from `Cargo.lock`.

use crate::tree::{assert_caught, assert_none, root};

/// Package, oldest version allowed, why.
const FLOORS: &[(&str, &str, &str)] = &[
    ("tauri", "2.11.1", "CVE-2026-42184"),
    (
        "quick-xml",
        "0.41.0",
        "entities and name spaces that blow up",
    ),
    ("zip", "2.3.0", "links that leave the folder"),
];

/// SQLite below this can damage a file when checkpoints and resets meet.
const OLDEST_SQLITE: &str = "3.51.3";

fn numbers(version: &str) -> Vec<u64> {
    let plain = version.split(['-', '+']).next().unwrap_or(version);
    plain
        .split('.')
        .filter_map(|part| part.parse().ok())
        .collect()
}

/// Name and version of every package in a lockfile.
fn locked(lock: &str) -> Vec<(String, String)> {
    let value = |block: &str, key: &str| {
        let line = block.lines().find_map(|line| line.strip_prefix(key))?;
        Some(line.trim_matches(|c| c == '"' || c == ' ').to_owned())
    };
    lock.split("[[package]]")
        .filter_map(|block| Some((value(block, "name = ")?, value(block, "version = ")?)))
        .collect()
}

fn below_floor(lock: &str) -> Vec<String> {
    let packages = locked(lock);
    let mut breaches = Vec::new();
    for (name, floor, why) in FLOORS {
        for (_, version) in packages.iter().filter(|(package, _)| package == name) {
            if numbers(version) < numbers(floor) {
                breaches.push(format!("{name} {version} is older than {floor}: {why}"));
            }
        }
    }
    breaches
}

/// Packages that would bring a second SQLite or the network into the program.
fn unwanted(lock: &str) -> Vec<String> {
    let packages = locked(lock);
    let sqlite = packages
        .iter()
        .filter(|(name, _)| name == "libsqlite3-sys")
        .count();
    let mut breaches: Vec<String> = packages
        .iter()
        .filter(|(name, _)| {
            ["native-tls", "openssl-sys", "rustls", "sqlx", "libsql-ffi"].contains(&name.as_str())
        })
        .map(|(name, version)| format!("{name} {version}"))
        .collect();
    if sqlite > 1 {
        breaches.push(format!("{sqlite} versions of libsqlite3-sys"));
    }
    breaches
}

fn real_lock() -> String {
    std::fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock")
}

#[test]
fn no_dependency_is_older_than_its_floor() {
    let lock = real_lock();
    assert!(locked(&lock).len() > 50, "the lockfile is understood");
    assert_none("below the floor", &below_floor(&lock));
    let old = "[[package]]\nname = \"tauri\"\nversion = \"2.9.0\"\n";
    assert_caught(&below_floor(old), "an old tauri");
    let old = "[[package]]\nname = \"quick-xml\"\nversion = \"0.9.9\"\n";
    assert_caught(&below_floor(old), "an old quick-xml");
}

#[test]
fn one_sqlite_and_no_encryption_of_network_links() {
    assert_none("unwanted", &unwanted(&real_lock()));
    let two = "[[package]]\nname = \"libsqlite3-sys\"\nversion = \"0.1.0\"\n".repeat(2);
    assert_caught(&unwanted(&two), "two SQLites");
}

#[test]
fn the_bundled_sqlite_is_new_enough() {
    let bundled = rusqlite::version();
    assert!(
        numbers(bundled) >= numbers(OLDEST_SQLITE),
        "SQLite {bundled}"
    );
    assert!(
        numbers("3.51.2") < numbers(OLDEST_SQLITE),
        "an older one is caught"
    );
}
