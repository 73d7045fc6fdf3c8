//! Each verb as one or a few calls of the table.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::{Value, json};
use upright_core::base::lang::Words;
use upright_core::base::{Clock, Error, Progress, Result};
use upright_core::commands::{COMMANDS, Host, contract};
use upright_core::desk::Home;

use crate::import;
use crate::options::{Narrowed, Options, ReportKind, Verb, What};
use crate::output;
use crate::ways::{NewPlan, export, new_plan};

/// Runs what was typed.
pub fn run(options: &Options) -> ExitCode {
    let outcome = match &options.verb {
        Verb::Commands => Ok(list_commands(options.json)),
        Verb::Contract => {
            output::answer(contract().trim_end());
            Ok(ExitCode::SUCCESS)
        }
        verb => with_host(options, verb),
    };
    outcome.unwrap_or_else(|error| output::refuse(&error, &Words::of("en"), options.json))
}

fn list_commands(as_json: bool) -> ExitCode {
    let found: Vec<(&str, &str)> = COMMANDS
        .iter()
        .map(|command| (command.name, command.kind.word()))
        .collect();
    if as_json {
        let list: Vec<Value> = found
            .iter()
            .map(|(name, kind)| json!({"name": name, "kind": kind}))
            .collect();
        output::json(&Value::Array(list));
    } else {
        let rows: Vec<Vec<String>> = found
            .iter()
            .map(|(name, kind)| vec![(*kind).to_owned(), (*name).to_owned()])
            .collect();
        output::table(&rows);
    }
    ExitCode::SUCCESS
}

/// A host with the plan open, its author named, and closed again at the end whatever happens.
fn with_host(options: &Options, verb: &Verb) -> Result<ExitCode> {
    let host = Host::new(Home::of_user()?, Clock::System);
    host.desk().let_paths_be_handles();
    let outcome = open(&host, options, verb).and_then(|()| dispatch(&host, options, verb));
    // What was acknowledged stands; a working copy that could not be copied out is told.
    let closed = host.close();
    let code = outcome?;
    closed?;
    Ok(code)
}

fn open(host: &Host, options: &Options, verb: &Verb) -> Result<()> {
    match verb {
        Verb::Commands | Verb::Contract => return Ok(()),
        Verb::New {
            plan,
            state,
            title,
            language,
            from,
        } => {
            let wish = NewPlan {
                plan,
                state: state.as_deref(),
                title: title.as_deref(),
                language,
            };
            new_plan(host, &wish, from.as_deref())?;
        }
        Verb::Demo { plan } => {
            upright_core::demo::create(
                upright_core::dossier::Storage::File(plan.clone()),
                Clock::System,
            )?
            .close()?;
            call(host, "open_plan", json!({"file": path_text(plan)}))?;
        }
        Verb::Import(wish) => {
            call(host, "open_plan", json!({"file": path_text(&wish.plan)}))?;
        }
        Verb::Call { plan, .. }
        | Verb::Check { plan }
        | Verb::List { plan, .. }
        | Verb::Report { plan, .. }
        | Verb::Export { plan, .. }
        | Verb::Undo { plan }
        | Verb::Redo { plan }
        | Verb::History { plan, .. } => {
            call(host, "open_plan", json!({"file": path_text(plan)}))?;
        }
    }
    if let Some(author) = &options.author {
        call(host, "choose_author", json!({"name": author}))?;
    }
    Ok(())
}

fn dispatch(host: &Host, options: &Options, verb: &Verb) -> Result<ExitCode> {
    match verb {
        Verb::Commands | Verb::Contract => Ok(ExitCode::SUCCESS),
        Verb::New { .. } | Verb::Demo { .. } => {
            show(options, &call(host, "desk_state", json!({}))?)
        }
        Verb::Call {
            command, arguments, ..
        } => {
            let answer = call(host, command, read_arguments(arguments.as_deref())?)?;
            output::json(&answer);
            Ok(ExitCode::SUCCESS)
        }
        Verb::Check { .. } => check(host, options),
        Verb::Import(wish) => import::run(host, options, wish),
        Verb::List { what, narrowed, .. } => list(host, options, *what, narrowed),
        Verb::Report {
            kind,
            output,
            language,
            narrowed,
            ..
        } => {
            let ReportKind::Progress = kind;
            let file = path_text(&std::path::absolute(output).unwrap_or_else(|_| output.clone()));
            let mut args = narrowing(narrowed)?;
            args["kind"] = json!("progress");
            args["file"] = json!(file);
            args["language"] = json!(language);
            show(options, &call(host, "write_report", args)?)
        }
        Verb::Export {
            format,
            output,
            narrowed,
            language,
            ..
        } => {
            let narrowing = narrowing(narrowed)?;
            let args = json!({"format": format.word(), "file": path_text(output), "is_named": true,
                "language": language, "view": narrowing["view"],
                "query": {"filter": narrowing["filter"]}});
            export(options, &call(host, "write_export", args)?)
        }
        Verb::Undo { .. } => operation(host, options, "undo"),
        Verb::Redo { .. } => operation(host, options, "redo"),
        Verb::History { record, .. } => history(host, options, record.as_deref()),
    }
}

pub(crate) fn call(host: &Host, name: &str, args: Value) -> Result<Value> {
    host.call(name, args, &Progress::silent())
}

pub(crate) fn path_text(path: &Path) -> String {
    let absolute: PathBuf = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    absolute.to_string_lossy().into_owned()
}

fn read_arguments(arguments: Option<&str>) -> Result<Value> {
    match arguments {
        None => Ok(json!({})),
        Some("-") => {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text)?;
            parse_json(&text)
        }
        Some(text) => parse_json(text),
    }
}

pub(crate) fn parse_json(text: &str) -> Result<Value> {
    serde_json::from_str(text).map_err(|error| {
        Error::person("arguments-not-understood")
            .with("command", "")
            .with("reason", error)
    })
}

fn show(options: &Options, answer: &Value) -> Result<ExitCode> {
    if options.json {
        output::json(answer);
    } else {
        let title = answer
            .pointer("/plan/title")
            .or_else(|| answer.pointer("/file/name"));
        output::message(title.and_then(Value::as_str).unwrap_or_default());
    }
    Ok(ExitCode::SUCCESS)
}

fn check(host: &Host, options: &Options) -> Result<ExitCode> {
    let report = call(host, "check_plan", json!({}))?;
    let holds = |name: &str| report.get(name).and_then(Value::as_bool).unwrap_or(false);
    let is_good = holds("is_whole") && holds("is_chain_true");
    if options.json {
        output::json(&report);
    } else {
        let words = host.words();
        let key = if is_good {
            "cli-check-good"
        } else {
            "cli-check-bad"
        };
        output::message(&words.say(key));
    }
    Ok(if is_good {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(output::DONE_WITH_PROBLEMS)
    })
}

/// View and filter as arguments of a command. What begins like JSON is JSON, else it is a line as
/// typed in the register.
fn narrowing(narrowed: &Narrowed) -> Result<Value> {
    let filter = match narrowed.filter.as_deref() {
        Some(text) if text.trim_start().starts_with('{') => parse_json(text)?,
        Some(words) => json!({"words": words}),
        None => json!({}),
    };
    Ok(json!({"view": narrowed.view, "filter": filter}))
}

fn list(host: &Host, options: &Options, what: What, narrowed: &Narrowed) -> Result<ExitCode> {
    let is_narrowed = narrowed.view.is_some() || narrowed.filter.is_some();
    if is_narrowed && what != What::Recommendations {
        return Err(Error::person("list-not-narrowed"));
    }
    let (name, columns): (&str, &[&str]) = match what {
        What::Recommendations => (
            "list_recommendations",
            &["reference", "position", "cluster", "text"],
        ),
        What::Actions => ("list_actions", &["number", "status", "lead", "title"]),
        What::Agencies => ("list_agencies", &["short_name", "kind", "name"]),
    };
    let args = if what == What::Recommendations {
        narrowing(narrowed)?
    } else {
        json!({})
    };
    let found = call(host, name, args)?;
    if options.json {
        output::json(&found);
        return Ok(ExitCode::SUCCESS);
    }
    let rows: Vec<Vec<String>> = found
        .as_array()
        .map(|records| {
            records
                .iter()
                .map(|record| cells(record, columns))
                .collect()
        })
        .unwrap_or_default();
    output::table(&rows);
    Ok(ExitCode::SUCCESS)
}

fn cells(record: &Value, columns: &[&str]) -> Vec<String> {
    columns
        .iter()
        .map(|column| match record.get(column) {
            Some(Value::String(text)) => text.chars().take(100).collect(),
            Some(Value::Null) | None => String::new(),
            Some(other) => other.to_string(),
        })
        .collect()
}

fn operation(host: &Host, options: &Options, verb: &str) -> Result<ExitCode> {
    let name = call(host, verb, json!({}))?;
    if options.json {
        output::json(&name);
    } else {
        let key = format!("cli-{verb}-done");
        output::message(
            &host
                .words()
                .say_with(&key, &[("operation", &title(host, &name))]),
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// The name of an operation in words: `op-<command>` with its arguments.
fn title(host: &Host, name: &Value) -> String {
    let command = name
        .get("command")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let empty = serde_json::Map::new();
    let args = name
        .get("args")
        .and_then(Value::as_object)
        .unwrap_or(&empty);
    let args: Vec<(&str, &str)> = args
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str().unwrap_or_default()))
        .collect();
    host.words()
        .say_with(&format!("op-{}", command.replace('_', "-")), &args)
}

fn history(host: &Host, options: &Options, record: Option<&str>) -> Result<ExitCode> {
    let record_id = match record {
        None => None,
        Some(text) => Some(
            host.desk()
                .read(|reader| upright_core::recommendations::find_by_reference(reader, text))?
                .unwrap_or_else(|| text.to_owned()),
        ),
    };
    if options.json && record_id.is_some() {
        output::json(&call(
            host,
            "list_changes",
            json!({"record_id": record_id, "limit": 500}),
        )?);
        return Ok(ExitCode::SUCCESS);
    }
    let found = call(
        host,
        "list_operations",
        json!({"record_id": record_id, "limit": 200}),
    )?;
    if options.json {
        output::json(&found);
        return Ok(ExitCode::SUCCESS);
    }
    let rows: Vec<Vec<String>> = found
        .as_array()
        .map(|entries| {
            entries
                .iter()
                .map(|entry| {
                    let mut row = cells(entry, &["number", "stated_at", "author", "kind"]);
                    row.push(title(host, entry));
                    row
                })
                .collect()
        })
        .unwrap_or_default();
    output::table(&rows);
    Ok(ExitCode::SUCCESS)
}
