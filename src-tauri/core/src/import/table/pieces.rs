//! Several values in one cell: on lines of their own, with bullets, between `;` or `|`; between
//! commas only where every piece is known by itself, as labels have commas of their own.

use crate::import::clean::plain;

/// The most values of one cell; more is no list.
const MOST: usize = 250;

/// The values of a cell, each once, in their order.
pub(super) fn pieces(cell: &str, is_known: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in lines(cell) {
        let values = match is_known(&line) {
            true => vec![line],
            false => split(&line, is_known),
        };
        for value in values {
            if found.len() < MOST && !found.contains(&value) {
                found.push(value);
            }
        }
    }
    found
}

/// The lines of a cell as plain text without their bullets, blank ones left out.
fn lines(cell: &str) -> Vec<String> {
    let marked = cell.replace("<br>", "\n").replace("<br/>", "\n");
    marked
        .split(['\n', '\r', '\u{2028}'])
        .map(plain)
        .map(|line| bare(&line).to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

/// Without a bullet in front: "- Women", "• Women". A number in front stays.
fn bare(line: &str) -> &str {
    let line = line.trim();
    let rest = line.trim_start_matches([
        '\u{2022}', '\u{b7}', '*', '\u{25aa}', '\u{25cf}', '\u{2023}',
    ]);
    let rest = rest.trim_start();
    match rest.strip_prefix(['-', '\u{2013}', '\u{2014}']) {
        Some(text) if text.starts_with(' ') => text.trim_start(),
        _ => rest,
    }
}

fn split(line: &str, is_known: &dyn Fn(&str) -> bool) -> Vec<String> {
    let parts = line
        .split([';', '|'])
        .map(bare)
        .filter(|part| !part.is_empty());
    parts
        .flat_map(|part| match by_commas(part, is_known) {
            Some(values) => values,
            None => vec![part.to_owned()],
        })
        .collect()
}

fn by_commas(part: &str, is_known: &dyn Fn(&str) -> bool) -> Option<Vec<String>> {
    let signs = [',', '\u{60c}', '\u{61b}', '/'];
    if !part.contains(signs) || is_known(part) {
        return None;
    }
    let values: Vec<String> = part
        .split(signs)
        .map(|value| value.trim().to_owned())
        .filter(|value| !value.is_empty())
        .take(MOST + 1)
        .collect();
    let is_list = values.len() <= MOST && values.iter().all(|value| is_known(value));
    is_list.then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(cell: &str) -> Vec<String> {
        let known = ["Women", "Children", "Water, sanitation"];
        pieces(cell, &|value| known.contains(&value))
    }

    #[test]
    fn lines_bullets_semicolons_and_bars_separate() {
        for cell in [
            "Women\nChildren",
            "- Women\r\n- Children",
            "\u{2022} Women\r\u{2022} Children",
            "Women; Children",
            "Women | Children",
            "Women;Children;Women",
        ] {
            assert_eq!(all(cell), ["Women", "Children"], "{cell}");
        }
    }

    #[test]
    fn a_comma_separates_only_what_is_known() {
        assert_eq!(all("Women, Children"), ["Women", "Children"]);
        assert_eq!(all("Water, sanitation"), ["Water, sanitation"]);
        assert_eq!(all("Women, elderly"), ["Women, elderly"]);
        assert_eq!(all("-5 per cent"), ["-5 per cent"]);
    }
}
