//! Document symbols of the United Nations: what kind of document a symbol names, of which body, about
//! which State. The patterns stand in `assets/reference/document_symbols.json`, tried in its order.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use regex::{Captures, Regex};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a document symbol says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Symbol {
    /// The symbol without blanks.
    pub symbol: String,
    /// Stable: `upr_national_report`, `hrc_report`, `tb_concluding_observations`, … .
    pub kind: String,
    /// Code of a mechanism; `None` where the symbol leaves it open, as A/HRC/34/12 does between a
    /// review and a country visit.
    pub mechanism: Option<String>,
    /// Code of the committee.
    pub body: Option<String>,
    /// Session of the UPR Working Group or of the committee.
    pub session: Option<u32>,
    /// Session of the Human Rights Council.
    pub council_session: Option<u32>,
    /// ISO 3166-1 alpha-3 of the State the document is about.
    pub iso3: Option<String>,
    /// Number of the document or report, combined reports as "2-3".
    pub number: Option<String>,
    /// Number of the addendum.
    pub addendum: Option<u32>,
}

#[derive(Deserialize)]
struct File {
    treaty_prefix: BTreeMap<String, String>,
    patterns: Vec<Pattern>,
}

#[derive(Deserialize)]
struct Pattern {
    kind: String,
    mechanism: String,
    pattern: String,
}

struct Patterns {
    bodies: BTreeMap<String, String>,
    kinds: Vec<(Regex, String, String)>,
}

fn patterns() -> &'static Patterns {
    static PATTERNS: OnceLock<Patterns> = OnceLock::new();
    PATTERNS.get_or_init(|| {
        let text = include_str!("../../../../assets/reference/document_symbols.json");
        let file: File = serde_json::from_str(text).unwrap_or_else(|_| File {
            treaty_prefix: BTreeMap::new(),
            patterns: Vec::new(),
        });
        Patterns {
            bodies: file.treaty_prefix,
            kinds: file
                .patterns
                .into_iter()
                .filter_map(|p| Some((Regex::new(&p.pattern).ok()?, p.kind, p.mechanism)))
                .collect(),
        }
    })
}

/// Every kind a document can be of, in the order of the patterns; `other` is the last.
#[must_use]
pub fn kinds() -> Vec<String> {
    let mut kinds: Vec<String> = Vec::new();
    for (_, kind, _) in &patterns().kinds {
        if !kinds.contains(kind) {
            kinds.push(kind.clone());
        }
    }
    kinds.push("other".to_owned());
    kinds
}

/// Reads a symbol, blanks inside it forgiven; `None` where no pattern fits.
#[must_use]
pub fn parse(text: &str) -> Option<Symbol> {
    let symbol: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| {
            if matches!(c, '\u{2010}'..='\u{2015}') {
                '-'
            } else {
                c
            }
        })
        .collect();
    let symbol = symbol.trim_end_matches(['.', ',', ';']).to_owned();
    let patterns = patterns();
    let (found, kind, mechanism) = patterns
        .kinds
        .iter()
        .find_map(|(regex, kind, mechanism)| Some((regex.captures(&symbol)?, kind, mechanism)))?;
    let number = ["report_no", "doc", "n"]
        .iter()
        .find_map(|name| part(&found, name));
    Some(Symbol {
        kind: kind.clone(),
        mechanism: Some(mechanism.clone()).filter(|code| !code.is_empty()),
        body: body(&patterns.bodies, &symbol),
        session: whole(&found, "session"),
        council_session: whole(&found, "hrc_session"),
        iso3: part(&found, "iso3"),
        number,
        addendum: whole(&found, "add"),
        symbol,
    })
}

fn part(found: &Captures<'_>, name: &str) -> Option<String> {
    found.name(name).map(|part| part.as_str().to_owned())
}

fn whole(found: &Captures<'_>, name: &str) -> Option<u32> {
    found.name(name)?.as_str().parse().ok()
}

fn body(bodies: &BTreeMap<String, String>, symbol: &str) -> Option<String> {
    bodies
        .iter()
        .find(|(prefix, _)| symbol.starts_with(prefix.as_str()))
        .map(|(_, code)| code.clone())
}
