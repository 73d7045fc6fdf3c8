//! Cleaning of texts: markup goes, words stay. What a person of the United Nations wrote is never
//! edited; the raw value is kept beside the cleaned one.

/// The most bytes of a cell that is read; Excel allows 32,767 letters. A longer one is a mistake or
/// an attack, and its row is not taken.
pub(super) const MOST_CELL_BYTES: usize = 1 << 16;

/// How much of a label is compared.
const LONGEST_LABEL: usize = 4096;

/// The text without entities, tags, soft hyphens and invisible letters, white space as single blanks.
#[must_use]
pub fn plain(raw: &str) -> String {
    let decoded = decode_entities(&without_tags(raw));
    let letters: String = decoded
        .chars()
        .filter(|letter| !is_invisible(*letter))
        .map(|letter| if is_blank(letter) { ' ' } else { letter })
        .collect();
    crate::base::text::squeeze(&letters)
}

/// A header or label for comparing: letters and digits only, without case and accents.
#[must_use]
pub fn key(text: &str) -> String {
    // No label is that long; a cell of megabytes is not folded to see that it is none.
    let text = text
        .get(..text.floor_char_boundary(LONGEST_LABEL))
        .unwrap_or_default();
    crate::base::text::fold(text)
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{2060}')
}

fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}' | '\u{feff}')
        || (letter.is_control() && !letter.is_whitespace())
}

const TAGS: [&str; 16] = [
    "p", "br", "b", "i", "u", "em", "strong", "span", "div", "ul", "ol", "li", "a", "sup", "sub",
    "font",
];

/// Removes the usual tags of HTML and nothing else: "<10 per cent" stays.
fn without_tags(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        match after.split_once('>').filter(|(inside, _)| is_tag(inside)) {
            Some((inside, behind)) => {
                if is_line_tag(inside) {
                    out.push(' ');
                }
                rest = behind;
            }
            None => {
                out.push('<');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn tag_name(inside: &str) -> String {
    inside
        .trim_start_matches('/')
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase()
}

fn is_tag(inside: &str) -> bool {
    let name = tag_name(inside);
    let tail = inside.trim_start_matches('/').get(name.len()..);
    let ends = tail.is_some_and(|tail| tail.is_empty() || tail.starts_with([' ', '/']));
    ends && TAGS.contains(&name.as_str()) && !inside.contains('<')
}

fn is_line_tag(inside: &str) -> bool {
    matches!(
        tag_name(inside).as_str(),
        "p" | "br" | "div" | "li" | "ul" | "ol"
    )
}

/// Entities met in exports of data bases; an unknown one stays as it is, for a person to see.
fn decode_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let found = after
            .split_once(';')
            .filter(|(name, _)| name.len() <= 8)
            .and_then(|(name, behind)| Some((entity(name)?, behind)));
        match found {
            Some((letter, behind)) => {
                out.push(letter);
                rest = behind;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "shy" => '\u{ad}',
        "ndash" => '\u{2013}',
        "mdash" => '\u{2014}',
        "lsquo" => '\u{2018}',
        "rsquo" => '\u{2019}',
        "ldquo" => '\u{201c}',
        "rdquo" => '\u{201d}',
        "hellip" => '\u{2026}',
        "eacute" => '\u{e9}',
        "egrave" => '\u{e8}',
        "ocirc" => '\u{f4}',
        "ccedil" => '\u{e7}',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_and_hard_blanks_become_plain_letters() {
        assert_eq!(
            plain("&#40;Unknown&#41;&nbsp;A\u{a0}&amp; B "),
            "(Unknown) A & B"
        );
    }

    #[test]
    fn an_unknown_entity_and_a_bare_ampersand_stay() {
        assert_eq!(plain("R&D &bogus; AT&T"), "R&D &bogus; AT&T");
    }

    #[test]
    fn tags_go_and_comparisons_stay() {
        assert_eq!(
            plain("<p>Keep <b>it</b><br/>below <10 % and > 5</p>"),
            "Keep it below <10 % and > 5"
        );
    }

    #[test]
    fn soft_hyphens_go_and_written_line_breaks_become_blanks() {
        assert_eq!(plain("co\u{ad}operate\r\n fully\ton"), "cooperate fully on");
    }
}
