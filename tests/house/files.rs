//! Lockfiles, assets and what the window is allowed.

use regex::Regex;
use serde_json::Value;

use crate::tree::{Source, assert_caught, assert_none, root, sources};

const CRATES: &str = "registry+https://github.com/rust-lang/crates.io-index";

fn named_registries(all: &[Source]) -> Vec<String> {
    let npm = Regex::new(r#""resolved"\s*:\s*"https?://[^"]*"#).expect("a pattern");
    let npmrc = Regex::new(r"(?m)^\s*(@[\w-]+:)?registry\s*=|_authToken").expect("a pattern");
    let source = Regex::new(r#"(?m)^source = "([^"]*)""#).expect("a pattern");
    let mut breaches = Vec::new();
    for file in all {
        match file.name() {
            "package-lock.json" => {
                breaches.extend(
                    npm.find(&file.text)
                        .map(|found| format!("{}: {}", file.path, found.as_str())),
                );
            }
            "Cargo.lock" => {
                let foreign = source
                    .captures_iter(&file.text)
                    .find(|found| &found[1] != CRATES);
                breaches.extend(foreign.map(|found| format!("{}: {}", file.path, &found[1])));
            }
            ".npmrc" => {
                breaches.extend(
                    npmrc
                        .find(&file.text)
                        .map(|found| format!("{}: {}", file.path, found.as_str())),
                );
            }
            _ => {}
        }
    }
    breaches
}

/// Small letters, digits and hyphens: the same name on every file system.
fn odd_names(all: &[Source]) -> Vec<String> {
    let name = Regex::new(r"^[a-z0-9]+([-_][a-z0-9]+)*(\.[a-z0-9]+)+$").expect("a pattern");
    all.iter()
        .filter(|source| source.name() != "README.md" && !name.is_match(source.name()))
        .map(|source| source.path.clone())
        .collect()
}

fn json(path: &str) -> Value {
    let text = std::fs::read_to_string(root().join(path)).expect("a file of the window");
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn lockfiles_name_no_host_of_a_registry() {
    let locks = sources("", &["Cargo.lock", "package-lock.json", ".npmrc"]);
    assert!(!locks.is_empty(), "there are lockfiles to look at");
    assert_none("registries named", &named_registries(&locks));
    for (name, text) in [
        (
            "package-lock.json",
            "\"resolved\": \"https://example.org/a.tgz\"",
        ),
        (
            "Cargo.lock",
            "source = \"registry+https://example.org/index\"",
        ),
        (".npmrc", "registry=https://example.org/"),
    ] {
        assert_caught(&named_registries(&[Source::new(name, text)]), text);
    }
}

#[test]
fn assets_have_names_that_stand_everywhere() {
    assert_none("odd names", &odd_names(&sources("assets", &[""])));
    for name in [
        "assets/sample/My File.tsv",
        "assets/icons/Ünder.svg",
        "assets/fonts/NotoSans.ttf",
    ] {
        assert_caught(&odd_names(&[Source::new(name, "")]), name);
    }
}

#[test]
fn the_page_may_ask_exactly_for_the_commands_of_the_window() {
    let build = std::fs::read_to_string(root().join("src-tauri/build.rs")).expect("build.rs");
    let list = build
        .split("const COMMANDS")
        .nth(1)
        .and_then(|rest| rest.split("];").next());
    let name = Regex::new(r#""([a-z_]+)""#).expect("a pattern");
    let mut expected: Vec<String> = name
        .captures_iter(list.expect("the list of commands"))
        .map(|found| format!("allow-{}", found[1].replace('_', "-")))
        .collect();
    expected.extend(["core:event:allow-listen", "core:event:allow-unlisten"].map(str::to_owned));
    expected.sort();
    let capability = json("src-tauri/capabilities/main.json");
    let mut allowed: Vec<String> =
        serde_json::from_value(capability["permissions"].clone()).expect("a list");
    allowed.sort();
    assert_eq!(allowed, expected);
    assert_eq!(
        sources("src-tauri/capabilities", &[".json"]).len(),
        1,
        "one capability file"
    );
}

#[test]
fn the_web_view_is_closed() {
    let config = json("src-tauri/tauri.conf.json");
    let app = &config["app"];
    assert_eq!(app["withGlobalTauri"], false);
    assert_eq!(app["security"]["freezePrototype"], true);
    assert_eq!(app["security"]["assetProtocol"]["enable"], false);
    assert_eq!(
        app["security"]["csp"],
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src ipc: http://ipc.localhost; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    let window = &app["windows"][0];
    assert_eq!(window["incognito"], true);
    assert_eq!(
        window["create"], false,
        "the window is made in Rust, where navigation is denied"
    );
    assert_eq!(
        (window["minWidth"].as_u64(), window["minHeight"].as_u64()),
        (Some(1024), Some(560))
    );
    assert!(
        app["windows"].as_array().is_some_and(|all| all.len() == 1),
        "one window"
    );
}

#[test]
fn neither_the_asset_protocol_nor_the_inspector_is_compiled_in() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml");
    let line = manifest
        .lines()
        .find(|line| line.starts_with("tauri = "))
        .expect("tauri");
    for feature in [
        "protocol-asset",
        "devtools",
        "isolation",
        "native-tls",
        "rustls-tls",
        "test",
    ] {
        assert!(!line.contains(feature), "{feature}");
    }
    assert!(
        line.contains("default-features = false"),
        "only the features that are named"
    );
}
