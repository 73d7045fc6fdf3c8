//! The reference by which people speak of a recommendation, and its order.

/// `<cycle>-<mechanism>-<paragraph>` as `3-UPR-139.119`; a part's or treaty body's letter follows in
/// brackets, as in `CEDAW-17(b)` (DOMAIN §2.1, form used by the Austrian tool).
#[must_use]
pub fn reference_of(
    mechanism: &str,
    cycle: Option<u32>,
    paragraph: Option<&str>,
    letter: Option<&str>,
) -> String {
    let mut parts = Vec::new();
    parts.extend(cycle.map(|cycle| cycle.to_string()));
    parts.push(mechanism.to_owned());
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
        assert_eq!(
            reference_of("UPR", Some(3), Some("139.119"), None),
            "3-UPR-139.119"
        );
        assert_eq!(
            reference_of("CEDAW", None, Some("17"), Some("b")),
            "CEDAW-17(b)"
        );
    }

    #[test]
    fn paragraph_121_10_comes_after_121_2_and_is_not_121_1() {
        let mut references = ["121.10", "121.1", "121.2", "21.3"];
        references.sort_by_key(|reference| sort_key(reference));
        assert_eq!(references, ["21.3", "121.1", "121.2", "121.10"]);
    }
}
