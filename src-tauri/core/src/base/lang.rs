//! Words: Fluent messages from `assets/text/<lang>/*.ftl`, for reports, problems and messages of
//! the command line. Numbers and dates arrive preformatted: no `NUMBER()` or `DATETIME()`.
//! Isolation marks are off here, as Excel and CSV break on them (filters, look-ups).

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};

use super::{Error, Problem};

static TEXT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../assets/text");

/// All messages of one language, English behind it where one is missing.
pub struct Words {
    language: String,
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Words {
    /// The words of `language` (BCP 47, for instance `en` or `ar`).
    #[must_use]
    pub fn of(language: &str) -> Self {
        let mut bundles = Vec::new();
        if language != "en" {
            bundles.extend(bundle(language));
        }
        bundles.extend(bundle("en"));
        Words {
            language: language.to_owned(),
            bundles,
        }
    }

    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether this language is written from right to left. `ar-XB` is the mirrored test language.
    #[must_use]
    pub fn is_right_to_left(&self) -> bool {
        let language = self.language.split(['-', '_']).next().unwrap_or_default();
        [
            "ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi",
        ]
        .contains(&language)
    }

    /// The message `key`; the key itself where there is none, so that a gap is seen.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The message `key` with arguments. A whole number selects plural forms.
    #[must_use]
    pub fn say_with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.find(key, args).unwrap_or_else(|| key.to_owned())
    }

    /// The message, or `None` where no language has it.
    #[must_use]
    pub fn find(&self, key: &str, args: &[(&str, &str)]) -> Option<String> {
        let (id, attribute) = key
            .split_once('.')
            .map_or((key, None), |(id, at)| (id, Some(at)));
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            fluent.set((*name).to_owned(), argument(value));
        }
        self.bundles.iter().find_map(|bundle| {
            let message = bundle.get_message(id)?;
            let pattern = match attribute {
                Some(name) => message.get_attribute(name)?.value(),
                None => message.value()?,
            };
            Some(
                bundle
                    .format_pattern(pattern, Some(&fluent), &mut Vec::new())
                    .into_owned(),
            )
        })
    }

    /// The sentence of an error, with its hint where it has one.
    #[must_use]
    pub fn explain(&self, error: &Error) -> String {
        let args = pairs(&error.args);
        let sentence = self.say_with(&error.code, &args);
        match self.find(&format!("{}.hint", error.code), &args) {
            Some(hint) => format!("{sentence} {hint}"),
            None => sentence,
        }
    }

    /// Fills a problem's sentence. An argument `thing_key` is a Fluent id; its words stand in the
    /// sentence as `thing`.
    pub fn tell(&self, problem: &mut Problem) {
        let said: Vec<(String, String)> = problem
            .args
            .iter()
            .filter_map(|(name, id)| Some((name.strip_suffix("_key")?.to_owned(), self.say(id))))
            .collect();
        let mut args = pairs(&problem.args);
        args.extend(
            said.iter()
                .map(|(name, words)| (name.as_str(), words.as_str())),
        );
        let row = problem.row.map(|row| row.to_string()).unwrap_or_default();
        args.push(("row", row.as_str()));
        args.push(("value", problem.value.as_deref().unwrap_or_default()));
        args.push(("sheet", problem.sheet.as_deref().unwrap_or_default()));
        args.push(("cell", problem.cell.as_deref().unwrap_or_default()));
        problem.message = self.say_with(&problem.code, &args);
    }
}

fn pairs(args: &BTreeMap<String, String>) -> Vec<(&str, &str)> {
    args.iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

/// Short whole numbers become Fluent numbers for the sake of plural forms; all else stays text.
fn argument(value: &str) -> FluentValue<'static> {
    match value.parse::<u32>() {
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value.to_owned()),
    }
}

fn bundle(language: &str) -> Option<FluentBundle<FluentResource>> {
    let folder = TEXT.get_dir(language)?;
    let mut bundle = FluentBundle::new_concurrent(vec![language.parse().ok()?]);
    bundle.set_use_isolating(false);
    for file in folder.files() {
        let source = file.contents_utf8()?.to_owned();
        let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    Some(bundle)
}
