//! The reference by which people speak of a recommendation, and its order.

/// Where a recommendation comes from, as far as its reference tells.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// Code of mechanisms.tsv.
    pub mechanism: &'a str,
    /// Treaty body or mandate; stands in place of the mechanism.
    pub body: Option<&'a str>,
    pub cycle: Option<u32>,
    /// Of the document, where the mechanism has no cycles.
    pub year: Option<u32>,
}

/// `<cycle>-<mechanism>-<paragraph>` as `3-UPR-139.119`; of a treaty body `CEDAW-2020-17(b)`, the
/// letter in brackets (DOMAIN §2.1, form used by the Austrian tool).
#[must_use]
pub fn reference_of(origin: &Origin<'_>, paragraph: Option<&str>, letter: Option<&str>) -> String {
    let mut parts = Vec::new();
    parts.extend(origin.cycle.map(|cycle| cycle.to_string()));
    parts.push(origin.body.unwrap_or(origin.mechanism).to_owned());
    if origin.cycle.is_none() {
        parts.extend(origin.year.map(|year| year.to_string()));
    }
    parts.extend(paragraph.map(str::to_owned));
    let mut reference = parts.join("-");
    if let Some(letter) = letter {
        reference.push_str(&format!("({letter})"));
    }
    reference
}

/// The reference with every number padded, so that 121.2 stands before 121.10.
#[must_use]
pub fn sort_key(reference: &str) -> String {
    let mut key = String::with_capacity(reference.len() + 16);
    let mut digits = String::new();
    for c in reference.chars().chain(std::iter::once('\0')) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            key.push_str(&format!("{digits:0>8}"));
            digits.clear();
        }
        if c != '\0' {
            key.push(c);
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_names_cycle_mechanism_and_paragraph() {
        let upr = Origin {
            mechanism: "UPR",
            body: None,
            cycle: Some(3),
            year: Some(2017),
        };
        assert_eq!(reference_of(&upr, Some("139.119"), None), "3-UPR-139.119");
        let committee = Origin {
            mechanism: "TB",
            body: Some("CEDAW"),
            cycle: None,
            year: Some(2020),
        };
        assert_eq!(
            reference_of(&committee, Some("17"), Some("b")),
            "CEDAW-2020-17(b)"
        );
    }

    #[test]
    fn paragraph_121_10_comes_after_121_2_and_is_not_121_1() {
        let mut references = ["121.10", "121.1", "121.2", "21.3"];
        references.sort_by_key(|reference| sort_key(reference));
        assert_eq!(references, ["21.3", "121.1", "121.2", "121.10"]);
    }
}
