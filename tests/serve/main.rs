//! The loopback host: the real screens over the real core in any browser, for tests only. It serves
//! `ui/dist` under the window's own policy and answers commands over plain HTTP on 127.0.0.1.
//!
//! Not part of the program that people install. What a desktop's dialogs would answer is told by the
//! test beforehand (`/choose`), in the order in which it will be asked.

mod desktop;
mod http;
mod pages;

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use serde_json::{Value, json};
use upright_core::base::{Clock, Error, Result};
use upright_core::commands::Host;
use upright_core::desk::Home;

use desktop::Desktop;
use http::Request;

fn main() {
    // The core reads foreign files in a child of this very program.
    upright_core::import::worker::run_if_child();
    let home = std::env::var_os("UPRIGHT_HOME").map_or_else(
        || std::env::temp_dir().join(format!("upright-serve-{}", std::process::id())),
        PathBuf::from,
    );
    std::fs::create_dir_all(&home).expect("a folder for recent plans and settings");
    let host = Arc::new(Host::new(Home::at(home), clock()));
    let desktop = Arc::new(Desktop::default());
    let heard = Arc::clone(&desktop);
    host.on_changed(move |event| heard.tell("changed", &json!(event)));
    let port = std::env::var("UPRIGHT_PORT").unwrap_or_else(|_| "0".to_owned());
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).expect("a free port");
    println!("http://{}/", listener.local_addr().expect("an address"));
    for stream in listener.incoming().flatten() {
        let (host, desktop) = (Arc::clone(&host), Arc::clone(&desktop));
        thread::spawn(move || answer(stream, &host, &desktop));
    }
}

/// `UPRIGHT_NOW` holds the clock still, so that "late" means the same in every run.
fn clock() -> Clock {
    match std::env::var("UPRIGHT_NOW") {
        Ok(instant) => Clock::Fixed(
            instant
                .parse()
                .expect("UPRIGHT_NOW as 2027-01-31T12:00:00Z"),
        ),
        Err(_) => Clock::System,
    }
}

/// Answers one connection; a browser that went away needs no answer.
fn answer(mut stream: TcpStream, host: &Host, desktop: &Desktop) {
    let Some(request) = Request::read(&mut stream) else {
        return;
    };
    let parts: Vec<&str> = request.path.trim_matches('/').split('/').collect();
    match (request.method.as_str(), parts.as_slice()) {
        ("GET", ["events"]) => desktop.listen(stream),
        ("GET", _) => pages::serve(&mut stream, &request.path),
        ("POST", ["call", name]) => reply(&mut stream, call(host, desktop, name, &request)),
        ("POST", ["cancel", job]) => {
            desktop.cancel(job);
            reply(&mut stream, Ok(Value::Null));
        }
        ("POST", ["register-file"]) => reply(
            &mut stream,
            path(&request).map(|file| json!(host.register(&file))),
        ),
        ("POST", ["choose"]) => {
            let next = path(&request).ok();
            desktop.will_choose(next);
            reply(&mut stream, Ok(Value::Null));
        }
        ("POST", ["drop"]) => {
            let dropped = path(&request).map(|file| json!([host.register(&file)]));
            if let Ok(files) = &dropped {
                desktop.tell("dropped", files);
            }
            reply(&mut stream, dropped);
        }
        _ => http::respond(&mut stream, "404 Not Found", "text/plain", &[], b"not here"),
    }
}

fn path(request: &Request) -> Result<PathBuf> {
    let body: Value = serde_json::from_slice(&request.body)?;
    body.get("path")
        .and_then(Value::as_str)
        .map(|path| Path::new(path).to_owned())
        .ok_or_else(|| Error::person("arguments-not-understood"))
}

fn call(host: &Host, desktop: &Desktop, name: &str, request: &Request) -> Result<Value> {
    let args: Value = serde_json::from_slice(&request.body)?;
    match name {
        "choose_file" => Ok(json!(desktop.choose().map(|file| host.register(&file)))),
        "show_file" | "close_window" => Ok(Value::Null),
        "arrival" => Ok(json!({"kind": "none"})),
        _ => match request.query("job") {
            Some(job) => desktop.follow(&job, |progress| host.call(name, args, progress)),
            None => host.call(name, args, &upright_core::base::Progress::silent()),
        },
    }
}

fn reply(stream: &mut TcpStream, outcome: Result<Value>) {
    let body = match outcome {
        Ok(value) => json!({ "ok": value }),
        Err(error) => json!({ "error": error }),
    };
    http::respond(
        stream,
        "200 OK",
        "application/json",
        &[],
        body.to_string().as_bytes(),
    );
}
