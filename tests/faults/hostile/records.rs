//! Hostile JSON in the layout of the Universal Human Rights Index.

use super::{Hostile, hostile};

const REFUSED: &[&str] = &[
    "import-json-cut-off",
    "import-json-not-understood",
    "import-state-not-in-file",
    "import-without-recommendations",
    "file-format-unknown",
    "read 0",
];

fn record(text: &str) -> String {
    format!(
        "{{\"AnnotationId\":\"1\",\"AnnotationType\":\"- Recommendations\",\"Body\":\"- UPR\",\
         \"Countries\":[\"Morocco\"],\"Symbol\":\"A/HRC/52/7\",\"Text\":\"{text}\"}}"
    )
}

fn list(records: &str) -> Vec<u8> {
    format!("[{records}]").into_bytes()
}

pub fn corpus() -> Vec<Hostile> {
    let deep = format!("[{{\"Text\":{}", "[".repeat(2_000_000));
    let objects = format!("[{}", "{\"Text\":".repeat(500_000));
    let long = list(&record(&"x".repeat(8 << 20)));
    let themes = format!(
        "{{\"Countries\":[\"Morocco\"],\"Themes\":[{}\"a\"]}}",
        "\"a\",".repeat(100_000)
    );
    let countries: String = (0..5_000)
        .map(|n| record("a").replace("Morocco", &format!("State {n}")) + ",")
        .collect();
    let number = format!("[{{\"AnnotationId\":{}}}]", "9".repeat(900_000));
    let keys: String = (0..40_000).map(|n| format!("\"k{n}\":1,")).collect();
    let same = "\"Text\":\"a\",".repeat(50_000);
    let surrogates = record(&"\\ud800".repeat(50_000));
    let nuls = record(&"\\u0000".repeat(50_000));
    let mut bytes = list(&record("abc"));
    let middle = bytes.len() - 10;
    bytes.splice(middle..middle, [0xff, 0xfe, 0xc0, 0x80]);
    vec![
        hostile("deep-lists.json", deep.into_bytes(), REFUSED),
        hostile("deep-objects.json", objects.into_bytes(), REFUSED),
        hostile("eight-megabyte-text.json", long, REFUSED),
        hostile("many-themes.json", list(&themes), REFUSED),
        hostile(
            "thousands-of-states.json",
            list(countries.trim_end_matches(',')),
            &["import-too-many-states"],
        ),
        hostile("endless-number.json", number.into_bytes(), REFUSED),
        hostile(
            "many-keys.json",
            list(&format!("{{{}\"z\":1}}", keys)),
            REFUSED,
        ),
        hostile(
            "one-key-again.json",
            list(&format!("{{{same}\"z\":1}}")),
            REFUSED,
        ),
        hostile("half-letters.json", list(&surrogates), REFUSED),
        hostile("nul-letters.json", list(&nuls), REFUSED),
        hostile("not-utf8.json", bytes, REFUSED),
        hostile(
            "open-string.json",
            format!("[{{\"Text\":\"{}", "x".repeat(9 << 20)).into_bytes(),
            REFUSED,
        ),
        hostile(
            "only-brackets.json",
            list("{},".repeat(300_000).trim_end_matches(',')),
            REFUSED,
        ),
        hostile(
            "blanks.json",
            format!("[{{{}", " ".repeat(30 << 20)).into_bytes(),
            REFUSED,
        ),
    ]
}
