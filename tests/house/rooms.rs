//! Who may use whom in the core.

use regex::Regex;

use crate::tree::{Source, assert_caught, assert_none, sources};

const CORE: &str = "src-tauri/core/src/";

/// The rooms in the order of `lib.rs`, from the ground up.
pub fn order(lib: &str) -> Vec<String> {
    let line = Regex::new(r"(?m)^pub mod (\w+);").expect("a pattern");
    line.captures_iter(lib)
        .map(|found| found[1].to_owned())
        .collect()
}

pub fn core() -> Vec<Source> {
    sources(CORE, &[".rs"])
}

pub fn real_order() -> Vec<String> {
    let all = core();
    let lib = all
        .iter()
        .find(|source| source.path.ends_with("core/src/lib.rs"));
    order(&lib.expect("the plan of the house").text)
}

/// The room a file stands in; `None` for `lib.rs`.
fn room_of(path: &str) -> Option<String> {
    let inside = path.strip_prefix(CORE)?;
    let room = inside.split('/').next()?.trim_end_matches(".rs");
    (room != "lib").then(|| room.to_owned())
}

/// The rooms that a text names: `crate::room`, `use crate::{room, …}`, `super::room` at a room's door.
fn named(source: &Source) -> Vec<String> {
    let code = source.code();
    let single = Regex::new(r"\bcrate::(\w+)").expect("a pattern");
    let group = Regex::new(r"\bcrate::\{([^;]*)\};").expect("a pattern");
    let first_word = Regex::new(r"^\s*(\w+)").expect("a pattern");
    let mut rooms: Vec<String> = single
        .captures_iter(&code)
        .map(|found| found[1].to_owned())
        .collect();
    for found in group.captures_iter(&code) {
        rooms.extend(
            top_level_parts(&found[1])
                .iter()
                .filter_map(|part| first_word.captures(part).map(|word| word[1].to_owned())),
        );
    }
    // Only at its own door (`room/mod.rs`) does `super` mean the house.
    if source.path.matches('/').count() == CORE.matches('/').count() + 1
        && source.path.ends_with("/mod.rs")
    {
        let above = Regex::new(r"\bsuper::(\w+)").expect("a pattern");
        rooms.extend(above.captures_iter(&code).map(|found| found[1].to_owned()));
    }
    rooms
}

/// Splits `a, b::{c, d}` at the commas that stand outside braces.
fn top_level_parts(list: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0_u32;
    for letter in list.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    parts
}

fn uses_of_rooms_below(order: &[String], all: &[Source]) -> Vec<String> {
    let place = |room: &str| order.iter().position(|known| known == room);
    let mut breaches = Vec::new();
    for source in all {
        let Some(room) = room_of(&source.path) else {
            continue;
        };
        let Some(own) = place(&room) else {
            breaches.push(format!("{}: the room {room} is not in lib.rs", source.path));
            continue;
        };
        for other in named(source) {
            if place(&other).is_some_and(|other| other > own) {
                breaches.push(format!(
                    "{}: {room} uses {other}, which stands after it in lib.rs",
                    source.path
                ));
            }
        }
    }
    breaches
}

fn naming(pattern: &str, all: &[Source], allowed: impl Fn(&str) -> bool) -> Vec<String> {
    let pattern = Regex::new(pattern).expect("a pattern");
    all.iter()
        .filter(|source| !allowed(&source.path) && pattern.is_match(&source.code()))
        .map(|source| source.path.clone())
        .collect()
}

const WINDOW: &str = r"\b(tauri|wry|webkit2gtk|tao)\b(::|_)";
const NETWORK: &str = r"\bstd::net\b|\b(TcpStream|TcpListener|UdpSocket|reqwest|ureq|hyper)\b";
const CONNECTION: &str = r"\bConnection::open";

#[test]
fn a_room_uses_only_rooms_that_stand_before_it_in_lib_rs() {
    assert_none(
        "rooms used out of order",
        &uses_of_rooms_below(&real_order(), &core()),
    );
}

#[test]
fn a_use_out_of_order_is_caught_in_every_spelling() {
    let order = order("pub mod base;\n\npub mod people;\n\npub mod plan;\n");
    assert_eq!(order, ["base", "people", "plan"]);
    for (path, text) in [
        ("people/edit.rs", "use crate::plan::Action;"),
        ("people/edit.rs", "fn a() -> crate::plan::Action {}"),
        (
            "people/edit.rs",
            "use crate::{\n    base::{Error, Result},\n    plan::Action,\n};",
        ),
        ("people/mod.rs", "use super::plan::Action;"),
        ("cellar/mod.rs", ""),
    ] {
        let source = Source::new(&format!("{CORE}{path}"), text);
        assert_caught(&uses_of_rooms_below(&order, &[source]), text);
    }
    let good = [
        Source::new(
            &format!("{CORE}plan/edit.rs"),
            "use crate::{base::Error, people};",
        ),
        Source::new(
            &format!("{CORE}people/edit.rs"),
            "// crate::plan is not used here",
        ),
        Source::new(
            &format!("{CORE}people/edit.rs"),
            "use super::plan::Plan; // its own file",
        ),
    ];
    assert_none("allowed uses", &uses_of_rooms_below(&order, &good));
}

#[test]
fn the_core_knows_no_window_and_no_network() {
    assert_none("a window in the core", &naming(WINDOW, &core(), |_| false));
    assert_none("network in the core", &naming(NETWORK, &core(), |_| false));
    let window = Source::new("a.rs", "use tauri::Manager;");
    assert_caught(&naming(WINDOW, &[window], |_| false), "tauri");
    let network = Source::new("a.rs", "let s = std::net::TcpStream::connect(a);");
    assert_caught(&naming(NETWORK, &[network], |_| false), "TcpStream");
}

#[test]
fn only_the_dossier_opens_connections() {
    let in_dossier = |path: &str| path.starts_with(&format!("{CORE}dossier/"));
    assert_none("connections", &naming(CONNECTION, &core(), in_dossier));
    let elsewhere = Source::new(
        &format!("{CORE}search/list.rs"),
        "Connection::open_in_memory()",
    );
    assert_caught(
        &naming(CONNECTION, &[elsewhere], in_dossier),
        "Connection::open",
    );
}
