//! The numbers Word sets before paragraphs. They stand in no text: lists, their levels and where a
//! count begins anew stand in `word/numbering.xml` (ECMA-376 part 1, §17.9).

use std::collections::{HashMap, HashSet};

use quick_xml::events::BytesStart;

use super::elements::{Step, walk};
use super::marks::{attribute, is_on, value};
use crate::base::{Error, Result};

/// Levels of a list.
const LEVELS: usize = 9;
/// The most lists of one document; long ones have some hundred.
const MOST_LISTS: usize = 20_000;
/// The most bytes of a number's pattern, as in `115.%1`.
const LONGEST_PATTERN: usize = 64;

/// How the value of a level is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Form {
    #[default]
    Decimal,
    TwoDigits,
    SmallLetter,
    Letter,
    SmallRoman,
    Roman,
    /// A bullet, or nothing at all.
    None,
}

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    form: Form,
    pattern: String,
    /// Every value of the number in digits, whatever the levels say.
    is_legal: bool,
    /// The level, counted from 1, whose use begins this one anew; 0: none does.
    restart: Option<u32>,
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Level {
            start: 1,
            form: Form::Decimal,
            pattern: String::new(),
            is_legal: false,
            restart: None,
            style: None,
        }
    }
}

/// A definition that lists share, and so their count.
#[derive(Debug, Default)]
struct Definition {
    levels: HashMap<usize, Level>,
    /// The definition stands in the list style of this name.
    linked_to: Option<String>,
    /// It is the definition of this list style.
    style: Option<String>,
}

#[derive(Debug, Default)]
struct List {
    definition: u32,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

/// The lists of one document and how far each has been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: HashMap<u32, Definition>,
    lists: HashMap<u32, List>,
    counts: HashMap<u32, [Option<u32>; LEVELS]>,
    /// Lists whose own start has been used, by level.
    begun: HashSet<(u32, usize)>,
}

impl Numbering {
    pub(super) fn read(xml: &str) -> Result<Self> {
        let mut reading = Reading::default();
        walk(xml, |step| match step {
            Step::Open(element) => reading.open(element),
            Step::Close(name) => {
                reading.close(name);
                Ok(())
            }
        })?;
        Ok(reading.done)
    }

    /// The level of a list that belongs to a paragraph style.
    pub(super) fn level_of_style(&self, list: u32, style: &str) -> Option<u32> {
        let definition = self.definition(self.lists.get(&list)?.definition)?;
        let levels = definition.1.levels.iter();
        let of_style = |level: &Level| level.style.as_deref() == Some(style);
        let found = levels
            .filter(|(_, level)| of_style(level))
            .map(|(at, _)| *at);
        found.min().and_then(|at| u32::try_from(at).ok())
    }

    /// Counts one paragraph of a list; gives its number as it is printed, if it has one.
    pub(super) fn count(&mut self, list: u32, level: u32) -> Option<String> {
        let at = usize::try_from(level).ok().filter(|at| *at < LEVELS)?;
        let own_start = self.lists.get(&list)?.starts.get(&at).copied();
        let (key, _) = self.definition(self.lists.get(&list)?.definition)?;
        let first = own_start.unwrap_or_else(|| self.start(list, at));
        let begins_anew = own_start.is_some() && self.begun.insert((list, at));
        let anew: Vec<usize> = (at + 1..LEVELS)
            .filter(
                |deeper| match self.level(list, *deeper).and_then(|level| level.restart) {
                    None => true,
                    Some(0) => false,
                    Some(by) => usize::try_from(by).is_ok_and(|by| at < by),
                },
            )
            .collect();
        let counts = self.counts.entry(key).or_default();
        let count = counts.get_mut(at)?;
        let value = match count.filter(|_| !begins_anew) {
            Some(before) => before.saturating_add(1),
            None => first,
        };
        *count = Some(value);
        for deeper in anew {
            if let Some(count) = counts.get_mut(deeper) {
                *count = None;
            }
        }
        self.printed(list, key, at)
    }

    /// A definition, or the one its list style leads to.
    fn definition(&self, key: u32) -> Option<(u32, &Definition)> {
        let definition = self.definitions.get(&key)?;
        let Some(style) = &definition.linked_to else {
            return Some((key, definition));
        };
        let mut linked = self.definitions.iter();
        let found = linked.find(|(_, other)| other.style.as_ref() == Some(style));
        found.map(|(key, definition)| (*key, definition))
    }

    /// A level as the list has it: its own, else that of the definition it shares.
    fn level(&self, list: u32, at: usize) -> Option<&Level> {
        let list = self.lists.get(&list)?;
        let shared = || self.definition(list.definition)?.1.levels.get(&at);
        list.levels.get(&at).or_else(shared)
    }

    fn start(&self, list: u32, at: usize) -> u32 {
        self.level(list, at).map_or(1, |level| level.start)
    }

    fn printed(&self, list: u32, key: u32, at: usize) -> Option<String> {
        let level = self.level(list, at)?;
        if level.form == Form::None || level.pattern.is_empty() {
            return None;
        }
        let counts = self.counts.get(&key)?;
        let mut out = String::new();
        let mut letters = level.pattern.chars().peekable();
        while let Some(letter) = letters.next() {
            let digit = letters.peek().and_then(|next| next.to_digit(10));
            let place = match (letter, digit) {
                ('%', Some(digit)) if digit > 0 => usize::try_from(digit - 1).ok()?,
                _ => {
                    out.push(letter);
                    continue;
                }
            };
            letters.next();
            let counted = counts.get(place).copied().flatten();
            let value = counted.unwrap_or_else(|| self.start(list, place));
            let form = match self.level(list, place) {
                Some(shown) if !level.is_legal => shown.form,
                _ => Form::Decimal,
            };
            out.push_str(&written(value, form));
        }
        Some(out.trim().to_owned()).filter(|number| !number.is_empty())
    }
}

/// What is open while the part is read.
#[derive(Default)]
struct Reading {
    done: Numbering,
    definition: Option<u32>,
    list: Option<u32>,
    /// The level of an override, outside `w:lvl` too.
    at: Option<usize>,
    level: Option<Level>,
}

impl Reading {
    fn open(&mut self, element: &BytesStart<'_>) -> Result<()> {
        let number = || value(element).and_then(|value| value.parse::<u32>().ok());
        let named = |name: &str| attribute(element, name).and_then(|id| id.parse::<u32>().ok());
        match element.local_name().as_ref() {
            "abstractNum" => {
                self.definition = named("abstractNumId");
                let key = self.definition.unwrap_or_default();
                self.done.definitions.insert(key, Definition::default());
            }
            "num" => {
                self.list = named("numId");
                let key = self.list.unwrap_or_default();
                self.done.lists.insert(key, List::default());
            }
            "abstractNumId" => {
                if let (Some(list), Some(definition)) = (self.open_list(), number()) {
                    list.definition = definition;
                }
            }
            "lvl" | "lvlOverride" => {
                let at = named("ilvl").and_then(|at| usize::try_from(at).ok());
                self.at = at.filter(|at| *at < LEVELS);
                if element.local_name().as_ref() == "lvl" {
                    self.level = Some(Level::default());
                }
            }
            "startOverride" => {
                let (at, start) = (self.at, number());
                if let (Some(list), Some(at), Some(start)) = (self.open_list(), at, start) {
                    list.starts.insert(at, start);
                }
            }
            "numStyleLink" => self.in_definition(|open| open.linked_to = value(element)),
            "styleLink" => self.in_definition(|open| open.style = value(element)),
            _ => {
                if let Some(level) = &mut self.level {
                    level.take(element);
                }
            }
        }
        if self.done.lists.len() + self.done.definitions.len() > MOST_LISTS {
            return Err(Error::file("file-too-demanding"));
        }
        Ok(())
    }

    fn open_list(&mut self) -> Option<&mut List> {
        self.done.lists.get_mut(&self.list?)
    }

    fn in_definition(&mut self, set: impl FnOnce(&mut Definition)) {
        let open = self.definition;
        if let Some(found) = open.and_then(|key| self.done.definitions.get_mut(&key)) {
            set(found);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "abstractNum" => self.definition = None,
            "num" => self.list = None,
            "lvlOverride" => self.at = None,
            "lvl" => {
                let (Some(at), Some(level)) = (self.at, self.level.take()) else {
                    return;
                };
                if let Some(list) = self.open_list() {
                    list.levels.insert(at, level);
                } else {
                    self.in_definition(|open| {
                        open.levels.insert(at, level);
                    });
                }
            }
            _ => {}
        }
    }
}

impl Level {
    fn take(&mut self, element: &BytesStart<'_>) {
        let number = || value(element).and_then(|value| value.parse::<u32>().ok());
        match element.local_name().as_ref() {
            "start" => self.start = number().unwrap_or(1),
            "numFmt" => self.form = form_of(value(element).as_deref()),
            "lvlText" => {
                let pattern = value(element).unwrap_or_default();
                self.pattern = match pattern.len() <= LONGEST_PATTERN {
                    true => pattern,
                    false => String::new(),
                };
            }
            "isLgl" => self.is_legal = is_on(element),
            "lvlRestart" => self.restart = number(),
            "pStyle" => self.style = value(element),
            _ => {}
        }
    }
}

fn form_of(word: Option<&str>) -> Form {
    match word {
        Some("bullet" | "none") => Form::None,
        Some("decimalZero") => Form::TwoDigits,
        Some("lowerLetter") => Form::SmallLetter,
        Some("upperLetter") => Form::Letter,
        Some("lowerRoman") => Form::SmallRoman,
        Some("upperRoman") => Form::Roman,
        // Numerals of other scripts, ordinals and words: the value is the same.
        _ => Form::Decimal,
    }
}

fn written(value: u32, form: Form) -> String {
    match form {
        Form::Decimal | Form::None => value.to_string(),
        Form::TwoDigits => format!("{value:02}"),
        Form::SmallLetter => letters(value),
        Form::Letter => letters(value).to_uppercase(),
        Form::SmallRoman => roman(value),
        Form::Roman => roman(value).to_uppercase(),
    }
}

/// a, b, … z, aa, bb, …: Word repeats the letter.
fn letters(value: u32) -> String {
    let letter = value
        .checked_sub(1)
        .and_then(|place| char::from_digit(place % 26 + 10, 36));
    match (letter, (value.saturating_sub(1)) / 26 + 1) {
        (Some(letter), times @ 1..=30) => (0..times).map(|_| letter).collect(),
        _ => value.to_string(),
    }
}

fn roman(value: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if !(1..4000).contains(&value) {
        return value.to_string();
    }
    let mut left = value;
    let mut out = String::new();
    for (worth, sign) in SIGNS {
        while left >= worth {
            out.push_str(sign);
            left -= worth;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_repeat_and_romans_subtract() {
        assert_eq!(letters(1), "a");
        assert_eq!(letters(26), "z");
        assert_eq!(letters(28), "bb");
        assert_eq!(roman(49), "xlix");
        assert_eq!(written(7, Form::TwoDigits), "07");
        assert_eq!(written(4_000_000_000, Form::SmallRoman), "4000000000");
        assert_eq!(written(4_000_000_000, Form::Letter), "4000000000");
    }
}
