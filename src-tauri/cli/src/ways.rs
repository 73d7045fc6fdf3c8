//! Ways in and out: a plan made from a file, the data taken out.

use std::path::Path;
use std::process::ExitCode;

use serde_json::{Value, json};
use upright_core::base::lang::Words;
use upright_core::base::{Error, Result};
use upright_core::commands::Host;

use crate::options::Options;
use crate::output;
use crate::run::{call, path_text};

/// What was typed about a plan to be made.
pub struct NewPlan<'o> {
    pub plan: &'o Path,
    pub state: Option<&'o str>,
    pub title: Option<&'o str>,
    pub language: &'o str,
}

/// Makes a plan; one made `from` a file gets its State, title and everything else from there.
pub fn new_plan(host: &Host, wish: &NewPlan<'_>, from: Option<&Path>) -> Result<()> {
    let found = match from {
        Some(from) => call(host, "recognise_file", json!({"file": path_text(from)}))?,
        None => Value::Null,
    };
    let found_state = found.pointer("/states/0/iso3").and_then(Value::as_str);
    let state = wish.state.or(found_state);
    let state = state.ok_or_else(|| Error::person("cli-state-needed"))?;
    let stem = wish.plan.file_stem().unwrap_or_default().to_string_lossy();
    let title = wish.title.unwrap_or(&stem);
    let args = json!({"file": path_text(wish.plan), "title": title, "state": state,
        "language": wish.language});
    call(host, "create_plan", args)?;
    if let Some(from) = from {
        let args = json!({"file": path_text(from), "state": found_state});
        call(host, "import_file", args)?;
        if let Some(title) = wish.title {
            call(host, "edit_profile", json!({"title": title}))?;
        }
    }
    Ok(())
}

/// Says what was written and what a reader of it should know.
pub fn export(options: &Options, answer: &Value) -> Result<ExitCode> {
    if options.json {
        output::json(answer);
        return Ok(ExitCode::SUCCESS);
    }
    let words = Words::of("en");
    let text = |at: &str| {
        answer
            .pointer(at)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let rows = answer
        .pointer("/rows")
        .map(Value::to_string)
        .unwrap_or_default();
    output::message(&words.say_with(
        "export-done",
        &[("file", text("/file/name")), ("rows", rows.as_str())],
    ));
    output::message(&words.say(&format!("export-audience-{}", text("/audience"))));
    let problems = answer.pointer("/problems").and_then(Value::as_array);
    for problem in problems.into_iter().flatten() {
        let message = problem.get("message").and_then(Value::as_str);
        output::message(message.unwrap_or_default());
    }
    Ok(ExitCode::SUCCESS)
}

/// Says what came in and what was not understood.
pub fn import(options: &Options, result: &Value) -> Result<ExitCode> {
    let count = |name: &str| {
        result
            .get(name)
            .and_then(Value::as_u64)
            .unwrap_or(0)
            .to_string()
    };
    let empty = Vec::new();
    let problems = result
        .get("problems")
        .and_then(Value::as_array)
        .unwrap_or(&empty);
    for problem in problems {
        output::message(
            problem
                .get("message")
                .and_then(Value::as_str)
                .unwrap_or_default(),
        );
    }
    if options.json {
        output::json(result);
    } else {
        let words = Words::of("en");
        let names = ["read", "added", "changed", "unchanged", "withdrawn"];
        let counts: Vec<(String, String)> = names
            .iter()
            .map(|name| ((*name).to_owned(), count(name)))
            .collect();
        let args: Vec<(&str, &str)> = counts
            .iter()
            .map(|(name, count)| (name.as_str(), count.as_str()))
            .collect();
        output::message(&words.say_with("cli-import-done", &args));
    }
    let is_serious = problems.iter().any(|problem| {
        problem
            .get("severity")
            .and_then(Value::as_str)
            .is_some_and(|severity| severity != "notice")
    });
    Ok(if is_serious {
        ExitCode::from(output::DONE_WITH_PROBLEMS)
    } else {
        ExitCode::SUCCESS
    })
}
