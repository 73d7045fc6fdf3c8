//! What the columns of a table probably mean: by their headings, checked against their values; by the
//! values alone where the heading tells nothing.

use super::dates::{self, Day};
use super::grid::{Grid, Line};
use super::meaning::Meaning;
use super::numbers;
use super::pieces::pieces;
use super::values::{self, Value};
use super::wish::TableWish;
use crate::base::text::fold;
use crate::import::clean::plain;
use crate::import::states::read_list;
use crate::reference::spellings;

/// A meaning and how sure it is, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Guess {
    pub meaning: Meaning,
    pub confidence: f32,
}

const NOTHING: Guess = Guess {
    meaning: Meaning::Ignore,
    confidence: 0.0,
};

/// Values that are looked at.
const LOOKED_AT: usize = 60;
/// Longer values on average are texts, and nothing else is looked for in them.
const LONGEST_VALUE: usize = 100;
/// A heading as it stands in the list, and one that only holds such words.
const BY_HEADING: f32 = 0.95;
const BY_WORDS: f32 = 0.7;
/// Values alone.
const BY_VALUES: f32 = 0.65;
/// A guess below this is none.
const LEAST: f32 = 0.45;

/// One guess a column.
pub(super) fn columns(grid: &Grid) -> Vec<Guess> {
    let mut guesses: Vec<Guess> = (0..grid.width).map(|column| guess(grid, column)).collect();
    if !guesses.iter().any(|guess| guess.meaning == Meaning::Text) {
        name_the_text(grid, &mut guesses);
    }
    settle(&mut guesses);
    guesses
}

/// Of several columns with one meaning the surest has it.
fn settle(guesses: &mut [Guess]) {
    for meaning in Meaning::ALL {
        if meaning.may_repeat() {
            continue;
        }
        let best = guesses
            .iter()
            .enumerate()
            .filter(|(_, guess)| guess.meaning == meaning)
            .max_by(|a, b| {
                a.1.confidence
                    .total_cmp(&b.1.confidence)
                    .then(b.0.cmp(&a.0))
            })
            .map(|(at, _)| at);
        for (at, guess) in guesses.iter_mut().enumerate() {
            if guess.meaning == meaning && Some(at) != best {
                *guess = NOTHING;
            }
        }
    }
}

/// The column with the longest texts, where no heading names the text.
fn name_the_text(grid: &Grid, guesses: &mut [Guess]) {
    let open = |guess: &Guess| matches!(guess.meaning, Meaning::Ignore | Meaning::Title);
    let longest = guesses
        .iter()
        .enumerate()
        .filter(|(_, guess)| open(guess))
        .map(|(column, _)| (average_length(&sample(grid, column)), column))
        .max();
    if let Some((length, column)) = longest.filter(|(length, _)| *length >= 40)
        && let Some(guess) = guesses.get_mut(column)
    {
        let confidence = if length >= 80 { BY_VALUES } else { 0.5 };
        *guess = Guess {
            meaning: Meaning::Text,
            confidence,
        };
    }
}

fn guess(grid: &Grid, column: usize) -> Guess {
    let values = sample(grid, column);
    let by_heading = by_heading(&grid.heading(column)).map(|(meaning, confidence)| {
        let confidence = match fit(meaning, &values) {
            Some(fit) => confidence * (doubt(meaning) + (1.0 - doubt(meaning)) * fit),
            None => confidence,
        };
        Guess {
            meaning,
            confidence,
        }
    });
    match by_heading {
        Some(guess) if guess.confidence >= LEAST => guess,
        _ => by_values(&values).unwrap_or(NOTHING),
    }
}

/// The first values of a column that are not empty.
pub(super) fn sample(grid: &Grid, column: usize) -> Vec<&str> {
    let cells = grid.lines().map(|line: &Line| line.cell(column));
    let filled = cells.filter(|cell| !cell.trim().is_empty());
    filled.take(LOOKED_AT).collect()
}

fn average_length(values: &[&str]) -> usize {
    let letters: usize = values.iter().map(|value| value.chars().count()).sum();
    letters.checked_div(values.len()).unwrap_or(0)
}

/// The meaning of a heading: as it stands, without what is in brackets, then by the longest known
/// heading among its words.
fn by_heading(heading: &str) -> Option<(Meaning, f32)> {
    let of = |words: &str| spellings::meaning_of(words).and_then(Meaning::by_word);
    if heading.is_empty() {
        return None;
    }
    if let Some(meaning) = of(heading) {
        return Some((meaning, BY_HEADING));
    }
    let bare = heading.split(['(', '[', ':']).next().unwrap_or_default();
    if let Some(meaning) = of(bare) {
        return Some((meaning, BY_HEADING * 0.9));
    }
    let folded = fold(heading);
    let words: Vec<&str> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(12)
        .collect();
    let runs = (1..=words.len())
        .rev()
        .flat_map(|length| words.windows(length));
    let mut runs = runs.filter(|run| run.iter().map(|word| word.len()).sum::<usize>() > 3);
    runs.find_map(|run| of(&run.join(" ")))
        .map(|meaning| (meaning, BY_WORDS))
}

/// What a heading is worth whose values cannot be read so. Names and words can be new ones, which are
/// asked about; numbers and days cannot.
fn doubt(meaning: Meaning) -> f32 {
    match meaning {
        Meaning::StateUnderReview
        | Meaning::RecommendingStates
        | Meaning::Position
        | Meaning::Priority
        | Meaning::Mechanism => 0.55,
        _ => 0.4,
    }
}

/// The share of values that can be read so; `None` where any value can.
fn fit(meaning: Meaning, values: &[&str]) -> Option<f32> {
    let wish = TableWish::default();
    let is_state = |value: &str| values::state(&wish, value).known().is_some();
    let reads: &dyn Fn(&str) -> bool = match meaning {
        Meaning::Text => return Some(fit_of_text(values)),
        Meaning::StateUnderReview => &|value: &str| is_state(value),
        Meaning::RecommendingStates => &|value: &str| {
            let names = pieces(value, &is_state).join(";");
            !read_list(&names).states.is_empty()
        },
        Meaning::Position => &|value: &str| values::position(&wish, value, None) != Value::Unknown,
        Meaning::Priority => &|value: &str| values::priority(&wish, value) != Value::Unknown,
        Meaning::RecordType => &|value: &str| values::record_type(value) != Value::Unknown,
        Meaning::ActionCategory => &|value: &str| numbers::category(value) != Value::Unknown,
        Meaning::Cycle => &|value: &str| numbers::cycle(value) != Value::Unknown,
        Meaning::Session => &|value: &str| numbers::session(value) != Value::Unknown,
        Meaning::Paragraph => &|value: &str| numbers::paragraph(value) != Value::Unknown,
        Meaning::Date => &|value: &str| dates::read(&plain(value), None) != Day::Unknown,
        Meaning::Language => &|value: &str| values::language(value).is_some(),
        Meaning::Sdg => &|value: &str| {
            let pieces = pieces(value, &values::is_one_sdg);
            pieces.iter().any(|piece| values::is_one_sdg(piece))
        },
        Meaning::Mechanism => &|value: &str| values::source(&wish, value) != Value::Unknown,
        Meaning::Reference | Meaning::ForeignId => &|value: &str| value.chars().count() <= 60,
        // A column called "note" that only counts is none.
        Meaning::Note => &|value: &str| value.trim().parse::<f64>().is_err(),
        _ => return None,
    };
    share(values, reads)
}

fn fit_of_text(values: &[&str]) -> f32 {
    match average_length(values) {
        0 => 0.5,
        1..20 => 0.6,
        20..40 => 0.85,
        _ => 1.0,
    }
}

/// `None` where there is no value to look at.
fn share(values: &[&str], reads: &dyn Fn(&str) -> bool) -> Option<f32> {
    let fitting = values.iter().filter(|value| reads(value)).count();
    let of = |count: usize| u16::try_from(count).map_or(f32::MAX, f32::from);
    (!values.is_empty()).then(|| of(fitting) / of(values.len()))
}

/// The meaning that the values show by themselves.
fn by_values(values: &[&str]) -> Option<Guess> {
    // One value proves nothing.
    if values.len() < 2 || average_length(values) > LONGEST_VALUE {
        return None;
    }
    let is_symbol = |value: &str| values::symbol_in(&plain(value)).is_some() && value.len() < 60;
    let is_place = |value: &str| {
        let mut parts = value.trim().split('.');
        let is_number = |part: Option<&str>| {
            part.is_some_and(|part| (1..=3).contains(&part.len()) && part.parse::<u32>().is_ok())
        };
        is_number(parts.next()) && is_number(parts.next()) && parts.next().is_none()
    };
    // A bare number could be anything.
    let is_number = |value: &str| value.trim().parse::<f64>().is_ok();
    let of = |meaning: Meaning, share: Option<f32>| {
        share.filter(|share| *share >= 0.7).map(|share| Guess {
            meaning,
            confidence: BY_VALUES * share,
        })
    };
    let words = share(values, &|value| !is_number(value)).filter(|share| *share > 0.9);
    let by_words = |meaning: Meaning| of(meaning, words.and(fit(meaning, values)));
    let mut distinct: Vec<String> = values.iter().map(|value| fold(value)).collect();
    distinct.sort();
    distinct.dedup();
    let states = match distinct.len() {
        1 => Meaning::StateUnderReview,
        _ => Meaning::RecommendingStates,
    };
    None.or_else(|| of(Meaning::Paragraph, share(values, &is_place)))
        .or_else(|| of(Meaning::Document, share(values, &is_symbol)))
        .or_else(|| by_words(states))
        .or_else(|| by_words(Meaning::Position))
        .or_else(|| by_words(Meaning::Date))
        .or_else(|| by_words(Meaning::Sdg))
        .or_else(|| by_words(Meaning::Mechanism))
        .filter(|guess| guess.confidence >= LEAST)
}
