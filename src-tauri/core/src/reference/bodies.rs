//! Which body a label of a foreign file names: the UPR, a committee, a mandate, an inquiry.

use super::{special_procedures, treaty_bodies};
use crate::base::text::{fold, squeeze};

/// A body, and the mechanism it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Code of mechanisms.tsv.
    pub mechanism: String,
    /// Code of the committee or label of the mandate; `None` where the mechanism is one body.
    pub body: Option<String>,
}

impl Body {
    fn of(mechanism: &str, body: Option<&str>) -> Self {
        Body {
            mechanism: mechanism.to_owned(),
            body: body.map(str::to_owned),
        }
    }
}

/// The body a label names, in UHRI's short form ("CRC-OP-SC", "SR Torture") or with its whole name;
/// `None` where it is none that is known.
#[must_use]
pub fn named(label: &str) -> Option<Body> {
    let label = squeeze(label);
    let wanted = letters(&label);
    if matches!(
        wanted.as_str(),
        "upr" | "universalperiodicreview" | "uprworkinggroup"
    ) {
        return Some(Body::of("UPR", None));
    }
    committee(&wanted).or_else(|| mandate(&label, &wanted))
}

fn letters(text: &str) -> String {
    let folded = fold(text);
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn committee(wanted: &str) -> Option<Body> {
    let found = treaty_bodies::all().iter().find(|body| {
        [&body.code, &body.uhri_label, &body.name]
            .iter()
            .any(|name| letters(name) == wanted)
    })?;
    // The Subcommittee makes visits and is a mechanism of its own.
    let mechanism = if found.code == "SPT" { "SPT" } else { "TB" };
    Some(Body::of(mechanism, Some(&found.code)))
}

/// How the names of mandates begin.
const MANDATES: [&str; 8] = [
    "sr ",
    "ie ",
    "wg ",
    "srsg ",
    "special rapporteur",
    "independent expert",
    "working group",
    "special representative",
];

/// Words in the names of inquiries and of reports of the High Commissioner.
const INQUIRIES: [&str; 6] = [
    "commission of inquiry",
    "fact-finding",
    "fact finding",
    "investigat",
    "high commissioner",
    "ohchr",
];

fn mandate(label: &str, wanted: &str) -> Option<Body> {
    let mut known = special_procedures::all().iter();
    if let Some(found) = known.find(|mandate| letters(&mandate.label) == wanted) {
        return Some(Body::of("SP", Some(&found.label)));
    }
    let folded = fold(label);
    if MANDATES.iter().any(|start| folded.starts_with(start)) {
        let country = country_mandate(&folded);
        return Some(Body::of("SP", Some(country.unwrap_or(label))));
    }
    let is_inquiry = INQUIRIES.iter().any(|word| folded.contains(word));
    is_inquiry.then(|| Body::of("CoI", None))
}

/// "Independent Expert on the situation of human rights in Mali": the mandate on that country.
fn country_mandate(folded: &str) -> Option<&'static str> {
    let names = |name: &str| {
        folded.match_indices(name).any(|(place, _)| {
            let before = folded.get(..place).and_then(|text| text.chars().last());
            let after = folded
                .get(place + name.len()..)
                .and_then(|text| text.chars().next());
            let is_edge = |letter: Option<char>| letter.is_none_or(|c| !c.is_alphanumeric());
            is_edge(before) && is_edge(after)
        })
    };
    let mut mandates = special_procedures::all()
        .iter()
        .filter(|mandate| mandate.kind == "country");
    mandates
        .find(|mandate| {
            let country = mandate.label.split_once(' ').map_or("", |(_, name)| name);
            !country.is_empty() && names(&fold(country))
        })
        .map(|mandate| mandate.label.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(label: &str) -> Option<(String, Option<String>)> {
        named(label).map(|body| (body.mechanism, body.body))
    }

    fn is(mechanism: &str, body: &str) -> Option<(String, Option<String>)> {
        Some((
            mechanism.to_owned(),
            Some(body.to_owned()).filter(|b| !b.is_empty()),
        ))
    }

    #[test]
    fn committees_are_known_by_code_label_and_name() {
        assert_eq!(told("UPR"), is("UPR", ""));
        assert_eq!(told("CRC-OP-SC"), is("TB", "CRC-OPSC"));
        assert_eq!(told("Committee on Migrant Workers"), is("TB", "CMW"));
        assert_eq!(told("SPT"), is("SPT", "SPT"));
    }

    #[test]
    fn mandates_are_known_by_label_and_by_their_country() {
        assert_eq!(told("IE  Albinism"), is("SP", "IE Albinism"));
        assert_eq!(
            told("Independent Expert on the situation of human rights in Mali"),
            is("SP", "IE Mali")
        );
        assert_eq!(
            told("Independent Expert of the Secretary-General on human rights in Somalia"),
            is("SP", "IE Somalia")
        );
        assert_eq!(told("SR Moonlight"), is("SP", "SR Moonlight"));
        assert_eq!(told("Commission of Inquiry on Burundi"), is("CoI", ""));
        assert_eq!(told("Ministry of Justice"), None);
    }
}
