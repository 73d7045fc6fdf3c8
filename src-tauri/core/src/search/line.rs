//! The line a person types to search: words, "phrases", beginnings*, -exclusions and field words
//! (`state:FRA`, `theme:"torture"`), all of which must hold. Signs that mean nothing here are text.

use std::ops::Range;

use crate::base::text::fold_words;

/// One part of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands in the line, in bytes.
    pub at: Range<usize>,
    /// With a minus before it.
    pub is_excluded: bool,
    /// The word before the colon, in lower case, where there is one.
    pub field: Option<String>,
    /// As typed, without quotes and the final star.
    pub value: String,
    pub is_quoted: bool,
    /// With a star at its end.
    pub is_beginning: bool,
}

/// A word to be marked in what was found, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    pub words: String,
    pub is_beginning: bool,
}

const QUOTES: [char; 5] = ['"', '“', '”', '„', '\u{201f}'];

fn is_quote(c: char) -> bool {
    QUOTES.contains(&c)
}

/// Takes a line apart. It never fails: an open quote ends with the line.
#[must_use]
pub fn read_line(line: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = line;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\0');
        if rest.is_empty() {
            return pieces;
        }
        let start = line.len() - rest.len();
        let (piece, after) = read_piece(rest, start);
        rest = after;
        pieces.push(piece);
    }
}

fn read_piece(text: &str, start: usize) -> (Piece, &str) {
    let unsigned = text.strip_prefix('-').filter(|after| {
        after
            .chars()
            .next()
            .is_some_and(|c| c.is_alphanumeric() || is_quote(c))
    });
    let mut rest = unsigned.unwrap_or(text);
    let field = field_of(rest);
    if let Some((_, after)) = &field {
        rest = after;
    }
    let (value, after, is_quoted) = match rest.chars().next().filter(|c| is_quote(*c)) {
        Some(quote) => {
            let inner = rest.get(quote.len_utf8()..).unwrap_or_default();
            match inner.find(is_quote) {
                Some(end) => {
                    let (value, closing) = inner.split_at(end);
                    let after = closing.trim_start_matches(is_quote);
                    (value, after, true)
                }
                None => (inner, "", true),
            }
        }
        None => {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let (value, after) = rest.split_at(end);
            (value, after, false)
        }
    };
    let (after, has_star) = match (is_quoted, after.strip_prefix('*')) {
        (true, Some(after)) => (after, true),
        _ => (after, false),
    };
    let is_beginning = has_star || (!is_quoted && value.ends_with('*'));
    let value = if is_quoted {
        value
    } else {
        value.trim_end_matches('*')
    };
    let piece = Piece {
        at: start..start + (text.len() - after.len()),
        is_excluded: unsigned.is_some(),
        field: field.map(|(name, _)| name),
        value: value.replace('\0', " "),
        is_quoted,
        is_beginning,
    };
    (piece, after)
}

/// A field word and what stands after its colon. An address (`https://…`) has none.
fn field_of(text: &str) -> Option<(String, &str)> {
    let (name, after) = text.split_once(':')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphabetic() || c == '_');
    (is_name && !after.starts_with('/')).then(|| (name.to_ascii_lowercase(), after))
}

impl Piece {
    /// What is looked for in the full text, for the engine: a phrase of folded words, or `None`
    /// where no letter or digit is in it.
    #[must_use]
    pub fn question(&self, is_last: bool) -> Option<String> {
        let sought = self.sought(is_last)?;
        let star = if sought.is_beginning { "*" } else { "" };
        Some(format!("\"{}\"{star}", sought.words))
    }

    /// The words to be found. The last word of a line may be a beginning, as it is being typed; one
    /// letter alone would be a beginning of too much.
    #[must_use]
    pub fn sought(&self, is_last: bool) -> Option<Sought> {
        let plain: String = self
            .value
            .chars()
            .map(|c| if is_quote(c) { ' ' } else { c })
            .collect();
        let words = fold_words(&plain);
        let last: String = words
            .chars()
            .rev()
            .take_while(|c| c.is_alphanumeric())
            .collect();
        let may_begin = is_last && !self.is_quoted && !self.is_excluded;
        words.chars().any(char::is_alphanumeric).then(|| Sought {
            is_beginning: self.is_beginning || (may_begin && last.chars().count() > 1),
            words,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<String> {
        let pieces = read_line(line);
        for piece in &pieces {
            assert!(line.get(piece.at.clone()).is_some(), "{line}: {piece:?}");
        }
        pieces
            .iter()
            .map(|piece| {
                let minus = if piece.is_excluded { "-" } else { "" };
                let field = piece
                    .field
                    .as_ref()
                    .map_or(String::new(), |f| format!("{f}:"));
                let star = if piece.is_beginning { "*" } else { "" };
                let quote = if piece.is_quoted { "\"" } else { "" };
                format!("{minus}{field}{quote}{}{quote}{star}", piece.value)
            })
            .collect()
    }

    #[test]
    fn a_line_is_words_phrases_beginnings_exclusions_and_fields() {
        assert_eq!(read("  torture  law "), ["torture", "law"]);
        assert_eq!(read("traffick* \"pay gap\""), ["traffick*", "\"pay gap\""]);
        assert_eq!(
            read("-women -\"domestic violence\""),
            ["-women", "-\"domestic violence\""]
        );
        assert_eq!(
            read("state:FRA theme:\"torture and\" -Lead:moj"),
            ["state:FRA", "theme:\"torture and\"", "-lead:moj"]
        );
        assert_eq!(read("“open quote"), ["\"open quote\""]);
        assert_eq!(read("theme:"), ["theme:"]);
    }

    #[test]
    fn other_signs_are_text() {
        for line in [
            "ill-treatment",
            "-",
            "--x",
            "a:/b",
            "12:30",
            "(art.",
            "A/HRC/44/10",
        ] {
            assert_eq!(read(line), [line], "{line}");
        }
        assert!(read_line("\0 \n").is_empty());
    }

    #[test]
    fn only_the_word_being_typed_is_a_beginning_and_one_letter_is_none() {
        let ask = |line: &str| {
            read_line(line)
                .last()
                .and_then(|piece| piece.question(true))
        };
        assert_eq!(ask("tortu").as_deref(), Some("\"tortu\"*"));
        assert_eq!(ask("\"tortu\"").as_deref(), Some("\"tortu\""));
        assert_eq!(ask("a").as_deref(), Some("\"a\""));
        assert_eq!(ask("a*").as_deref(), Some("\"a\"*"));
        assert_eq!(ask("art. 4").as_deref(), Some("\"4\""));
        assert_eq!(ask("…"), None);
    }
}
