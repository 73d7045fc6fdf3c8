//! Answers in sentences, under headings, and beneath the recommendations they answer.

use super::super::clean::{MOST_CELL_BYTES, plain};
use super::super::review_text::numbers::{Listed, Number, listed, open_with, split_front};
use super::super::review_text::positions::{Said, folded, said_in, settle};
use super::super::review_text::speaks_of_recommendations;
use super::super::states::cut_states;
use super::answers::{Answers, Place};
use crate::office::docx_read::Paragraph;

/// An answer stands within so many bytes of the beginning of what follows a recommendation.
const FRONT: usize = 60;
/// The longest heading.
const LONGEST_HEADING: usize = 250;

/// Recommendations whose answer is awaited.
struct Target {
    /// The paragraph that opened it has a number of the addendum's own.
    is_numbered: bool,
    numbers: Vec<String>,
    place: Place,
    said: Option<&'static str>,
    text: Vec<String>,
    /// The words of the State so far; the quoted recommendation is none of them.
    explanation: Vec<String>,
}

#[derive(Default)]
pub(super) struct Prose {
    /// The position a heading gives to what stands beneath it.
    section: Option<&'static str>,
    target: Option<Target>,
    /// The number of the addendum's own paragraph.
    own: Option<String>,
    /// The paragraph that is being read has one.
    is_numbered: bool,
}

impl Prose {
    pub(super) fn section(&self) -> Option<&'static str> {
        self.section
    }

    /// Takes one paragraph.
    pub(super) fn take(&mut self, paragraph: &Paragraph, answers: &mut Answers<'_>) {
        if paragraph.text.len() > MOST_CELL_BYTES {
            self.close(answers);
            let place = self.place(paragraph);
            answers.report("report-paragraph-too-long", "", "", &place);
            return;
        }
        let text = plain(&paragraph.text);
        let before = self.own.clone();
        let text = self.without_own_number(paragraph, &text);
        self.is_numbered = self.own != before;
        let is_answered = |target: &Target| target.is_numbered && target.said.is_some();
        if self.is_numbered && self.target.as_ref().is_some_and(is_answered) {
            self.close(answers);
        }
        if text.is_empty() {
            return;
        }
        let place = self.place(paragraph);
        if let Some((numbers, rest)) = open_with(text) {
            if self.opened(numbers, rest, &place, answers) {
                return;
            }
        } else if self.heads(paragraph, text, answers) {
            return;
        }
        self.sentences(text, &place, answers);
    }

    fn place(&self, paragraph: &Paragraph) -> Place {
        Place {
            table: None,
            row: paragraph.place,
            paragraph: self.own.clone(),
        }
    }

    /// Cuts the addendum's own number ("4.") and keeps it as the place of the answers that follow.
    fn without_own_number<'a>(&mut self, paragraph: &Paragraph, text: &'a str) -> &'a str {
        let printed = paragraph.number.as_deref();
        let printed = printed.and_then(|number| number.trim_end_matches('.').parse::<u32>().ok());
        if let Some(number) = printed {
            self.own = Some(number.to_string());
            return text;
        }
        match split_front(text) {
            Some((Number::Main(number), rest)) => {
                self.own = Some(number.to_string());
                rest
            }
            Some((Number::Letter(_), rest)) => rest,
            _ => text,
        }
    }

    /// A paragraph that begins with numbers: a heading, a quoted recommendation, or an answer at once.
    /// False where it is a sentence that goes on with other numbers.
    fn opened(
        &mut self,
        numbers: Vec<String>,
        rest: &str,
        place: &Place,
        answers: &mut Answers<'_>,
    ) -> bool {
        let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
        let is_quoted = !cut_states(rest).states.is_empty();
        if !is_quoted && !listed(rest).is_empty() && !said_in(&folded(rest)).is_empty() {
            return false;
        }
        self.close(answers);
        let front = first_sentence(rest);
        let said = match is_quoted {
            true => None,
            false => strictly(front, answers.cycle()),
        };
        let behind = rest.get(front.len()..).unwrap_or_default().trim();
        let explanation = said
            .and(Some(behind.to_owned()))
            .filter(|text| !text.is_empty());
        self.target = Some(Target {
            is_numbered: self.is_numbered,
            numbers,
            place: place.clone(),
            said: said.or(self.section),
            text: vec![rest.to_owned()],
            explanation: explanation.into_iter().collect(),
        });
        true
    }

    /// A heading or a sentence that leads in a list, and gives a position: "Recommendations that enjoy
    /// the support of Slovenia".
    fn heads(&mut self, paragraph: &Paragraph, text: &str, answers: &mut Answers<'_>) -> bool {
        let is_short = text.len() <= LONGEST_HEADING && !text.ends_with(['.', ';']);
        let leads_in = text.ends_with(':') && speaks_of_recommendations(text);
        if !(leads_in || (is_short && paragraph.is_heading)) || !listed(text).is_empty() {
            return false;
        }
        let said = said_in(&folded(text));
        if said.is_empty() {
            // The title of a theme: what stands under it is still of the same section.
            if paragraph.is_heading {
                self.close(answers);
            }
            return paragraph.is_heading;
        }
        self.close(answers);
        self.section = settle(&said, answers.cycle());
        if self.section.is_none() {
            let place = self.place(paragraph);
            answers.report("addendum-answer-without-number", "", text, &place);
        }
        true
    }

    fn sentences(&mut self, text: &str, place: &Place, answers: &mut Answers<'_>) {
        let mut mentioned = Vec::new();
        let mut is_used = false;
        for sentence in split(text) {
            let words = folded(sentence);
            let runs = listed(&words);
            let said = said_in(&words);
            match (runs.is_empty(), said.is_empty()) {
                (false, false) => {
                    // A new sentence about other numbers ends what was awaited.
                    self.close(answers);
                    for (number, code) in assign(&words, &said, answers.cycle()) {
                        is_used = true;
                        match code {
                            Some(code) => answers.give(&number, code, Some(text), place),
                            None => answers.report(
                                "addendum-answer-not-understood",
                                &number,
                                sentence,
                                place,
                            ),
                        }
                    }
                }
                (false, true) => mentioned.extend(runs.into_iter().flat_map(|run| run.paragraphs)),
                (true, false) => {
                    is_used |= self.said_without_number(sentence, &said, place, answers)
                }
                (true, true) => {}
            }
        }
        if !mentioned.is_empty() {
            self.mention(mentioned, text, place, answers);
        } else if let Some(target) = &mut self.target {
            target.explanation.push(text.to_owned());
        } else if !is_used && text.ends_with('.') {
            answers.pass_over();
        }
    }

    /// "With regard to recommendations 115.1 and 115.2, Slovenia has …": the answer may follow.
    fn mention(
        &mut self,
        numbers: Vec<String>,
        text: &str,
        place: &Place,
        answers: &mut Answers<'_>,
    ) {
        match &mut self.target {
            // A number named within an answer is an explanation of it.
            Some(target) if target.said.is_some() => target.explanation.push(text.to_owned()),
            _ => {
                self.close(answers);
                self.target = Some(Target {
                    is_numbered: self.is_numbered,
                    numbers,
                    place: place.clone(),
                    said: self.section,
                    text: vec![text.to_owned()],
                    explanation: vec![text.to_owned()],
                });
            }
        }
    }

    /// "Accepted.", "Slovenia supports this recommendation." beneath the recommendation; or "The
    /// remaining recommendations are noted", which names none.
    fn said_without_number(
        &mut self,
        sentence: &str,
        said: &[Said],
        place: &Place,
        answers: &mut Answers<'_>,
    ) -> bool {
        let speaks = speaks_of_recommendations(sentence);
        if is_general(sentence) {
            self.close(answers);
        }
        if let Some(target) = &mut self.target {
            if target.said.is_none() && (speaks || strictly(sentence, answers.cycle()).is_some()) {
                target.said = settle(said, answers.cycle());
            }
            return true;
        }
        if speaks {
            answers.report("addendum-answer-without-number", "", sentence, place);
        }
        speaks
    }

    /// Whatever was awaited has come, or will not.
    pub(super) fn close(&mut self, answers: &mut Answers<'_>) {
        let Some(target) = self.target.take() else {
            return;
        };
        let explanation = target.explanation.join("\n");
        for number in &target.numbers {
            match target.said {
                Some(code) => answers.give(number, code, Some(&explanation), &target.place),
                None => {
                    let text = target.text.join(" ");
                    answers.report(
                        "addendum-answer-not-understood",
                        number,
                        &text,
                        &target.place,
                    );
                }
            }
        }
    }
}

/// The position a text gives in its first words: "Accepted.", "The recommendation is noted".
pub(super) fn strictly(text: &str, cycle: Option<u32>) -> Option<&'static str> {
    let words = folded(first_sentence(text));
    let said = said_in(&words);
    let is_at_front = said.first().is_some_and(|said| said.place.start <= FRONT);
    if is_at_front {
        settle(&said, cycle)
    } else {
        None
    }
}

/// To each number of a sentence the position that belongs to it: where numbers come first, that behind
/// them ("115.1 and 115.2 are accepted, 115.3 is noted"), else that before them ("Slovenia accepts 115.1
/// and notes 115.3"). Where a position is left over that could be meant, none is taken.
fn assign(words: &str, said: &[Said], cycle: Option<u32>) -> Vec<(String, Option<&'static str>)> {
    let runs = listed(words);
    let start = |run: &Listed| run.place.start;
    let between = |from: usize, to: usize| -> Vec<Said> {
        let within = said
            .iter()
            .filter(|said| said.place.start >= from && said.place.start < to);
        within.cloned().collect()
    };
    let (Some(first), Some(first_said)) = (runs.first(), said.first()) else {
        return Vec::new();
    };
    let numbers_first = start(first) < first_said.place.start;
    let mut all = Vec::new();
    for run in &runs {
        let own = if numbers_first {
            // Up to the next number that stands behind a position.
            let mut behind = runs.iter().map(start).filter(|at| *at > start(run));
            let end = behind.find(|at| !between(start(run), *at).is_empty());
            between(start(run), end.unwrap_or(usize::MAX))
        } else {
            let mut before = runs.iter().rev().map(start).filter(|at| *at < start(run));
            let from = before.find(|at| !between(*at, start(run)).is_empty());
            let mut own = between(from.unwrap_or(0), start(run));
            let is_followed = runs.iter().any(|other| {
                start(other) > start(run) && !between(start(run), start(other)).is_empty()
            });
            if !is_followed {
                own.extend(between(start(run), usize::MAX));
            }
            own
        };
        let code = settle(&own, cycle);
        all.extend(run.paragraphs.iter().map(|number| (number.clone(), code)));
    }
    all
}

/// "The remaining recommendations": those that no other sentence names.
fn is_general(sentence: &str) -> bool {
    let words = folded(sentence);
    [
        "remaining recommend",
        "other recommend",
        "all recommend",
        "all the recommend",
        "rest of the recommend",
        "autres recommand",
        "demas recomend",
        "остальные рекоменд",
    ]
    .iter()
    .any(|phrase| words.contains(phrase))
}

/// The first sentence: up to a full stop before a capital, or a line break.
fn first_sentence(text: &str) -> &str {
    split(text).first().copied().unwrap_or(text)
}

/// The sentences of a text. A full stop inside "115.4" or before a small letter ends none.
fn split(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut from = 0;
    for (at, letter) in text.char_indices() {
        if !matches!(letter, '.' | ';' | '!' | '?' | '\n') {
            continue;
        }
        let end = at + letter.len_utf8();
        let rest = text.get(end..).unwrap_or_default();
        let next = rest.trim_start().chars().next();
        let is_apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
        let begins_anew = || {
            let until = rest
                .find([';', '.'])
                .and_then(|end| rest.get(..end))
                .unwrap_or(rest);
            !said_in(&folded(until)).is_empty()
        };
        if letter == ';' && !begins_anew() {
            continue;
        }
        let begins = next.is_none_or(|c| c.is_uppercase() || !c.is_alphanumeric() || letter != '.');
        if is_apart && begins {
            sentences.push(text.get(from..end).unwrap_or_default());
            from = end;
        }
    }
    if text.get(from..).is_some_and(|rest| !rest.trim().is_empty()) {
        sentences.extend(text.get(from..));
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(sentence: &str) -> Vec<(String, Option<&'static str>)> {
        let words = folded(sentence);
        assign(&words, &said_in(&words), Some(3))
    }

    #[test]
    fn each_number_gets_the_position_that_belongs_to_it() {
        let told = codes("Recommendations 115.1-115.2 are accepted, while 115.3 is noted.");
        let told: Vec<_> = told.iter().map(|(n, c)| (n.as_str(), *c)).collect();
        assert_eq!(
            told,
            [
                ("115.1", Some("SUP")),
                ("115.2", Some("SUP")),
                ("115.3", Some("NOT"))
            ]
        );
        let told = codes("Slovenia accepts 115.1 and 115.2 and does not accept 115.3.");
        let told: Vec<_> = told.iter().map(|(n, c)| (n.as_str(), *c)).collect();
        assert_eq!(
            told,
            [
                ("115.1", Some("SUP")),
                ("115.2", Some("SUP")),
                ("115.3", Some("NOT"))
            ]
        );
    }

    #[test]
    fn a_full_stop_in_a_number_ends_no_sentence() {
        assert_eq!(
            split("115.4. Accepted. It is law no. 5 of 2014."),
            ["115.4.", " Accepted.", " It is law no. 5 of 2014."]
        );
    }
}
