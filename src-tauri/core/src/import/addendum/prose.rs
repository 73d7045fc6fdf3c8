//! Answers in sentences, under headings, and beneath the recommendations they answer.

use super::super::clean::{MOST_CELL_BYTES, plain};
use super::super::review_text::numbers::{Number, listed, open_with, split_front};
use super::super::review_text::positions::{Said, folded, said_in, settle};
use super::super::review_text::{names_recommendations, speaks_of_recommendations};
use super::super::states::cut_states;
use super::answers::{Answers, Place};
use super::sentences::{assign, first_sentence, is_at_front, is_general, split, strictly};
use crate::office::docx_read::Paragraph;

/// The longest paragraph that is kept beside each answer it gives.
const LONGEST_REASONS: usize = 4_000;
/// The longest heading.
const LONGEST_HEADING: usize = 250;

/// Recommendations whose answer is awaited.
struct Target {
    /// The paragraph that opened it has a number of the addendum's own.
    is_numbered: bool,
    /// More was said than is kept.
    is_cut: bool,
    numbers: Vec<String>,
    place: Place,
    said: Option<&'static str>,
    text: Vec<String>,
    /// The words of the State so far; the quoted recommendation is none of them.
    explanation: Vec<String>,
}

impl Target {
    fn explain(&mut self, text: &str) {
        let so_far: usize = self.explanation.iter().map(String::len).sum();
        if so_far + text.len() <= MOST_CELL_BYTES {
            self.explanation.push(text.to_owned());
        } else {
            self.is_cut = true;
        }
    }
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
            is_cut: false,
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
        // Once answered, what names no other recommendation is its explanation.
        if let Some(target) = self.target.as_mut().filter(|target| target.said.is_some()) {
            let words = folded(text);
            if listed(&words).is_empty() && !is_general(&words) {
                target.explain(text);
                return;
            }
        }
        // A long paragraph that lists numbers holds more than the reasons for one of them.
        let reasons = Some(text).filter(|text| text.len() <= LONGEST_REASONS);
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
                            Some(code) => answers.give(&number, code, reasons, place),
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
                    is_used |= self.said_without_number(sentence, &words, &said, place, answers);
                }
                (true, true) => {}
            }
        }
        if !mentioned.is_empty() {
            self.mention(mentioned, text, place, answers);
        } else if let Some(target) = &mut self.target {
            target.explain(text);
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
            Some(target) if target.said.is_some() => target.explain(text),
            _ => {
                self.close(answers);
                self.target = Some(Target {
                    is_numbered: self.is_numbered,
                    is_cut: false,
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
        words: &str,
        said: &[Said],
        place: &Place,
        answers: &mut Answers<'_>,
    ) -> bool {
        let speaks = names_recommendations(words);
        if speaks && is_general(words) {
            self.close(answers);
        }
        if let Some(target) = &mut self.target {
            if target.said.is_none() && (speaks || is_at_front(said)) {
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
        if target.is_cut {
            let numbers = target.numbers.first().map_or("", String::as_str);
            answers.report("addendum-explanation-cut", numbers, "", &target.place);
        }
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
