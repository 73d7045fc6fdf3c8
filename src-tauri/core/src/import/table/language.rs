//! In which language a text is written: by its script, then by its small words.

use crate::base::text::fold;

const SMALL_WORDS: [(&str, &[&str]); 5] = [
    (
        "en",
        &[
            "the", "and", "of", "to", "in", "for", "with", "that", "on", "its", "all", "is", "by",
        ],
    ),
    (
        "fr",
        &[
            "le", "la", "les", "des", "et", "de", "du", "en", "pour", "dans", "une", "aux", "qui",
            "sur", "par",
        ],
    ),
    (
        "es",
        &[
            "el", "la", "los", "las", "de", "del", "y", "en", "para", "que", "una", "con", "por",
            "se", "al",
        ],
    ),
    (
        "pt",
        &[
            "o", "os", "as", "do", "da", "dos", "das", "e", "em", "para", "que", "uma", "com",
            "por", "ao",
        ],
    ),
    (
        "de",
        &[
            "der", "die", "das", "und", "zu", "den", "von", "mit", "fur", "auf", "im", "ist",
            "des", "ein",
        ],
    ),
];

/// Letters that are looked at.
const LOOKED_AT: usize = 20_000;

/// The language of some texts (BCP 47); `None` where nothing tells.
pub(super) fn guess<'a>(texts: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let mut sample = String::new();
    for text in texts {
        sample.extend(text.chars().take(600));
        sample.push(' ');
        if sample.len() > LOOKED_AT {
            break;
        }
    }
    by_script(&sample).or_else(|| by_small_words(&sample))
}

fn by_script(sample: &str) -> Option<&'static str> {
    let count = |fits: &dyn Fn(char) -> bool| sample.chars().filter(|c| fits(*c)).count();
    let letters = count(&char::is_alphabetic);
    let most = |part: usize| part * 2 > letters;
    let has = |signs: &[char]| sample.contains(signs);
    if most(count(&|c| matches!(c, '\u{400}'..='\u{52f}'))) {
        return Some(match () {
            () if has(&['ї', 'є', 'Ї', 'Є', 'ґ']) => "uk",
            () if has(&['ў', 'Ў']) => "be",
            () if has(&['ң', 'ү', 'ө', 'қ', 'ғ', 'һ']) => match has(&['қ', 'ғ', 'ұ', 'і'])
            {
                true => "kk",
                false => "ky",
            },
            () => "ru",
        });
    }
    let scripts: [(&str, &dyn Fn(char) -> bool); 7] = [
        (
            "ar",
            &|c| matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}'),
        ),
        ("zh", &|c| matches!(c, '\u{4e00}'..='\u{9fff}')),
        (
            "ka",
            &|c| matches!(c, '\u{10a0}'..='\u{10ff}' | '\u{1c90}'..='\u{1cbf}'),
        ),
        ("hy", &|c| matches!(c, '\u{530}'..='\u{58f}')),
        ("el", &|c| matches!(c, '\u{370}'..='\u{3ff}')),
        ("he", &|c| matches!(c, '\u{590}'..='\u{5ff}')),
        ("th", &|c| matches!(c, '\u{e00}'..='\u{e7f}')),
    ];
    let found = scripts.iter().find(|(_, fits)| most(count(*fits)));
    match found {
        Some(("ar", _)) if has(&['پ', 'چ', 'گ', 'ژ']) => Some("fa"),
        Some((language, _)) if letters > 0 => Some(language),
        _ => None,
    }
}

fn by_small_words(sample: &str) -> Option<&'static str> {
    let folded = fold(sample);
    let words: Vec<&str> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let count = |small: &[&str]| words.iter().filter(|word| small.contains(word)).count();
    let counts = SMALL_WORDS.map(|(language, small)| (count(small), language));
    let (best, language) = counts.iter().max_by_key(|(count, _)| *count)?;
    // A few words in common with another language say nothing: one in twelve is little.
    (best * 12 >= words.len() && *best > 0).then_some(*language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_by_script_and_small_words() {
        for (text, language) in [
            ("Ratify the Optional Protocol to the Convention", Some("en")),
            (
                "Ratifier le Protocole facultatif et prendre des mesures pour les femmes",
                Some("fr"),
            ),
            (
                "Ratificar el Protocolo y adoptar las medidas para la protección de los niños",
                Some("es"),
            ),
            ("Ратифицировать Факультативный протокол", Some("ru")),
            ("التصديق على البروتوكول الاختياري", Some("ar")),
            ("批准任择议定书", Some("zh")),
            ("12.3", None),
        ] {
            assert_eq!(guess(std::iter::once(text)), language, "{text}");
        }
    }
}
