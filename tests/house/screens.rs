//! The screens: who imports whom, how long, no words of their own, no left and right.

use regex::Regex;

use crate::tree::{Source, assert_caught, assert_none, sources};

const SCREENS: &str = "ui/src/";
const LONGEST: usize = 200;

/// Floors every room stands on; the others are rooms.
const FLOORS: &[&str] = &["host", "text", "parts", "shell"];

/// Attributes that a person reads or hears.
const SPOKEN: &str = "title|aria-label|aria-description|aria-roledescription|aria-valuetext|placeholder|alt|label|summary";

/// Names of keys and the like that stand as literals in markup without being words for a person.
const KEYS: &[&str] = &[
    "Enter",
    "Escape",
    "Tab",
    "Space",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Delete",
    "Backspace",
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
];

fn all() -> Vec<Source> {
    sources("ui/src", &[".ts", ".svelte", ".css"])
}

/// `(file, folder of its room or floor)`; files at the root of the screens belong to none.
fn place(path: &str) -> Option<&str> {
    let inside = path.strip_prefix(SCREENS)?;
    inside.split_once('/').map(|(folder, _)| folder)
}

/// What a file imports by relative path, as a path from the root.
fn imports(source: &Source) -> Vec<String> {
    let pattern =
        Regex::new(r#"(?:from|import)\s*\(?\s*['"](\.{1,2}/[^'"]+)['"]"#).expect("a pattern");
    let folder: Vec<&str> = source.path.split('/').collect();
    let folder = &folder[..folder.len() - 1];
    pattern
        .captures_iter(&source.text)
        .map(|found| {
            let mut at: Vec<&str> = folder.to_vec();
            for step in found[1].split('/') {
                match step {
                    "." => {}
                    ".." => {
                        at.pop();
                    }
                    name => at.push(name),
                }
            }
            at.join("/")
        })
        .collect()
}

fn imports_across(all: &[Source]) -> Vec<String> {
    let mut breaches = Vec::new();
    for source in all {
        let Some(own) = place(&source.path) else {
            continue;
        };
        for target in imports(source) {
            let Some(other) = place(&target) else {
                continue;
            };
            // The shell frames rooms; the floors below it know none.
            let is_allowed = other == own
                || match own {
                    "shell" => true,
                    "host" | "text" | "parts" => matches!(other, "host" | "text" | "parts"),
                    _ => FLOORS.contains(&other),
                };
            if !is_allowed {
                breaches.push(format!("{}: {own} imports {other}", source.path));
            }
        }
    }
    breaches
}

fn tauri_outside_the_host(all: &[Source]) -> Vec<String> {
    all.iter()
        .filter(|source| {
            source.path != "ui/src/host/tauri.ts" && source.text.contains("@tauri-apps/")
        })
        .map(|source| source.path.clone())
        .collect()
}

fn physical_styles(all: &[Source]) -> Vec<String> {
    let property = r"(?m)(?:^|[;{\s])((?:margin|padding|border|scroll-margin|scroll-padding|inset)-(?:left|right)\b[\w-]*|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:";
    let value = r"\b(text-align|float|clear)\s*:\s*(left|right)\b";
    let patterns = [property, value].map(|text| Regex::new(text).expect("a pattern"));
    let style = Regex::new(r"(?s)<style[^>]*>(.*?)</style>").expect("a pattern");
    let mut breaches = Vec::new();
    for source in all {
        let css = match source.path.rsplit('.').next() {
            Some("css") => source.text.clone(),
            Some("svelte") => style
                .captures_iter(&source.text)
                .map(|css| css[1].to_owned())
                .collect(),
            _ => continue,
        };
        for pattern in &patterns {
            if let Some(found) = pattern.find(&css) {
                breaches.push(format!("{}: {}", source.path, found.as_str().trim()));
            }
        }
    }
    breaches
}

/// The markup of a component: without script, style and comments.
fn markup(text: &str) -> String {
    let not_markup =
        Regex::new(r"(?s)<script[^>]*>.*?</script>|<style[^>]*>.*?</style>|<!--.*?-->")
            .expect("a pattern");
    not_markup.replace_all(text, "").into_owned()
}

/// Markup with what stands in braces blanked, and what stood in braces.
fn split_braces(markup: &str) -> (String, Vec<String>) {
    let mut plain = String::new();
    let mut inside = Vec::new();
    let mut current = String::new();
    let mut depth = 0_u32;
    for letter in markup.chars() {
        match letter {
            '{' => {
                depth += 1;
                if depth > 1 {
                    current.push(letter);
                }
            }
            '}' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    inside.push(std::mem::take(&mut current));
                    plain.push('\u{0}');
                } else {
                    current.push(letter);
                }
            }
            _ if depth > 0 => current.push(letter),
            _ => plain.push(letter),
        }
    }
    (plain, inside)
}

fn words_in_markup(source: &Source) -> Vec<String> {
    let (plain, inside) = split_braces(&markup(&source.text));
    let letters = Regex::new(r"\p{L}{2,}").expect("a pattern");
    let node = Regex::new(r">([^<>]*)<").expect("a pattern");
    let spoken = Regex::new(&format!(r#"\s(?:{SPOKEN})\s*=\s*"([^"]*)""#)).expect("a pattern");
    let sentence = Regex::new(r#"['"`](\p{Lu}\p{Ll}+[^'"`]*)['"`]"#).expect("a pattern");
    // An arrow in an attribute (`onclick={() => …}`) is blanked with its braces, so every `>` ends a tag.
    let padded = format!(">{plain}<");
    let mut found: Vec<String> = node
        .captures_iter(&padded)
        .chain(spoken.captures_iter(&plain))
        .map(|text| text[1].trim().to_owned())
        .filter(|text| letters.is_match(text))
        .collect();
    for code in &inside {
        found.extend(
            sentence
                .captures_iter(code)
                .map(|text| text[1].to_owned())
                .filter(|text| !KEYS.contains(&text.as_str())),
        );
    }
    found
        .iter()
        .map(|text| format!("{}: {text}", source.path))
        .collect()
}

fn words(all: &[Source]) -> Vec<String> {
    all.iter()
        .filter(|source| source.path.ends_with(".svelte"))
        .flat_map(words_in_markup)
        .collect()
}

fn too_long(all: &[Source]) -> Vec<String> {
    all.iter()
        .filter(|source| source.path.ends_with(".svelte"))
        .filter_map(|source| {
            let lines = source.text.lines().count();
            (lines > LONGEST).then(|| format!("{}: {lines} lines", source.path))
        })
        .collect()
}

/// Text that a plan or a file brought in is never read as markup.
fn raw_markup(all: &[Source]) -> Vec<String> {
    let pattern = Regex::new(
        r"\{@html\b|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|\beval\(|new Function\(",
    )
    .expect("a pattern");
    all.iter()
        .filter(|source| pattern.is_match(&source.text))
        .map(|source| source.path.clone())
        .collect()
}

#[test]
fn a_room_imports_only_floors_and_its_own_files() {
    assert_none("imports", &imports_across(&all()));
    for (path, text) in [
        (
            "ui/src/register/Grid.svelte",
            "import A from '../actions/A.svelte';",
        ),
        (
            "ui/src/parts/Button.svelte",
            "import { a } from \"../register/rows\";",
        ),
        (
            "ui/src/host/index.ts",
            "const a = await import('../shell/bar');",
        ),
    ] {
        assert_caught(&imports_across(&[Source::new(path, text)]), text);
    }
    let good = Source::new(
        "ui/src/register/deep/Grid.svelte",
        "import { call } from '../../host';\nimport B from '../Row.svelte';\nimport C from './C.svelte';",
    );
    assert_none("allowed imports", &imports_across(&[good]));
}

#[test]
fn only_the_host_knows_tauri() {
    assert_none("@tauri-apps", &tauri_outside_the_host(&all()));
    let elsewhere = Source::new(
        "ui/src/shell/bar.ts",
        "import { listen } from '@tauri-apps/api/event';",
    );
    assert_caught(&tauri_outside_the_host(&[elsewhere]), "@tauri-apps");
}

#[test]
fn styles_know_start_and_end_but_not_left_and_right() {
    assert_none("physical styles", &physical_styles(&all()));
    for css in [
        "a { margin-left: 1px; }",
        "a{padding-right:0}",
        "a { text-align: left; }",
        "a {\n  left: 0;\n}",
        "a { border-top-left-radius: 2px; }",
    ] {
        assert_caught(&physical_styles(&[Source::new("ui/src/a.css", css)]), css);
    }
    let good = Source::new(
        "ui/src/a.css",
        "a { margin-inline-start: 1px; inset-inline-end: 0; text-align: start; }",
    );
    assert_none("logical styles", &physical_styles(&[good]));
}

#[test]
fn screens_have_no_words_of_their_own() {
    assert_none("words outside Fluent", &words(&all()));
    for text in [
        "<p>Hello</p>",
        "<p>\n  {name} and more\n</p>",
        "<button title=\"Close it\">x</button>",
        "<p>{done ? 'Saved now' : ''}</p>",
        "Loose words",
    ] {
        assert_caught(&words(&[Source::new("ui/src/a/A.svelte", text)]), text);
    }
    let good = Source::new(
        "ui/src/a/A.svelte",
        "<script>const a = 'Words in code';</script>\n<p class=\"wide\" onkeydown={(e) => e.key === 'Enter' && a > 1}>{text('a-b')} · ✓</p>\n<!-- A remark -->",
    );
    assert_none("keys only", &words(&[good]));
}

#[test]
fn components_stay_short() {
    assert_none("too long", &too_long(&all()));
    let long = Source::new("ui/src/a/A.svelte", &"<p></p>\n".repeat(LONGEST + 1));
    assert_caught(&too_long(&[long]), "a long component");
}

#[test]
fn text_is_never_read_as_markup() {
    assert_none("raw markup", &raw_markup(&all()));
    assert_caught(
        &raw_markup(&[Source::new("a.svelte", "<p>{@html text}</p>")]),
        "{@html}",
    );
}
