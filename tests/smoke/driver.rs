//! A small client of the W3C WebDriver protocol, as far as these tests need it, talking to
//! WebKitWebDriver directly.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// The key under which the protocol hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long a person would wait before thinking that the program hangs.
const PATIENCE: Duration = Duration::from_secs(20);

/// One driven window.
pub struct Browser {
    agent: ureq::Agent,
    session: String,
    driver: Child,
}

/// An element of the page.
#[derive(Clone)]
pub struct Element(String);

/// What the driver answers when it refuses: the protocol's error name and its message.
#[derive(Debug)]
pub struct Refused(pub String);

type Answer = Result<Value, Refused>;

impl Browser {
    /// Starts the driver with `environment`, which the program inherits, and the program with it.
    pub fn start(environment: &Command, program: &str, arguments: &[&str]) -> Browser {
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}"));
        for (name, value) in environment.get_envs() {
            if let Some(value) = value {
                command.env(name, value);
            }
        }
        command
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let driver = command
            .spawn()
            .expect("WebKitWebDriver: package webkit2gtk-driver");
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(120)))
            .build()
            .into();
        let mut browser = Browser {
            agent,
            session: String::new(),
            driver,
        };
        let address = format!("http://127.0.0.1:{port}");
        patiently("the driver answers", || {
            browser.ask("GET", &format!("{address}/status"), None).ok()
        });
        let options = json!({ "binary": program, "args": arguments });
        let wanted =
            json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let session = browser
            .ask("POST", &format!("{address}/session"), Some(&wanted))
            .expect("a session with the window");
        let id = session["sessionId"].as_str().expect("a session's id");
        browser.session = format!("{address}/session/{id}");
        browser
    }

    fn ask(&self, method: &str, address: &str, body: Option<&Value>) -> Answer {
        let sent = match (method, body) {
            ("GET", _) => self.agent.get(address).call(),
            ("DELETE", _) => self.agent.delete(address).call(),
            (_, body) => self
                .agent
                .post(address)
                .send_json(body.unwrap_or(&json!({}))),
        };
        let mut response = sent.map_err(|error| Refused(error.to_string()))?;
        let status = response.status().as_u16();
        let answer: Value = response
            .body_mut()
            .read_json()
            .map_err(|error| Refused(error.to_string()))?;
        let value = answer["value"].clone();
        if status == 200 {
            Ok(value)
        } else {
            Err(Refused(value.to_string()))
        }
    }

    fn command(&self, method: &str, path: &str, body: Option<&Value>) -> Answer {
        self.ask(method, &format!("{}/{path}", self.session), body)
    }

    /// Runs `script` in the page; `arguments[0]` and so on are `arguments`.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        let body = json!({ "script": script, "args": arguments });
        self.command("POST", "execute/sync", Some(&body))
            .unwrap_or_else(|Refused(reason)| panic!("{script}: {reason}"))
    }

    /// Asks the window for something, as the page does; the answer or the refusal's code.
    pub fn invoke(&self, command: &str, arguments: &Value) -> Result<Value, String> {
        let script = "const done = arguments[arguments.length - 1]; \
             window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1]).then( \
             (value) => done({ value }), (error) => done({ error: error.code ?? String(error) }));";
        let body = json!({ "script": script, "args": [command, arguments] });
        let answer = self
            .command("POST", "execute/async", Some(&body))
            .unwrap_or_else(|Refused(reason)| panic!("{command}: {reason}"));
        match answer["error"].as_str() {
            Some(code) => Err(code.to_owned()),
            None => Ok(answer["value"].clone()),
        }
    }

    /// Calls a command of the core through the page.
    pub fn call(&self, name: &str, arguments: &Value) -> Result<Value, String> {
        self.invoke(
            "call",
            &json!({ "name": name, "args": arguments, "job": null }),
        )
    }

    /// All elements that a CSS selector finds now.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        let body = json!({ "using": "css selector", "value": selector });
        let found = self
            .command("POST", "elements", Some(&body))
            .unwrap_or_default();
        let elements = found.as_array().cloned().unwrap_or_default();
        elements
            .iter()
            .filter_map(|element| element[ELEMENT].as_str())
            .map(|id| Element(id.to_owned()))
            .collect()
    }

    pub fn find(&self, selector: &str) -> Option<Element> {
        self.all(selector).into_iter().next()
    }

    /// Waits until the element is there.
    #[track_caller]
    pub fn wait(&self, selector: &str) -> Element {
        patiently(&format!("{selector} is on the page"), || {
            self.find(selector)
        })
    }

    /// Waits until the element is gone.
    #[track_caller]
    pub fn wait_gone(&self, selector: &str) {
        patiently(&format!("{selector} is gone"), || {
            self.find(selector).is_none().then_some(())
        });
    }

    /// Waits until `claim` about the page holds.
    #[track_caller]
    pub fn wait_until(&self, what: &str, claim: impl Fn(&Browser) -> bool) {
        patiently(what, || claim(self).then_some(()));
    }

    /// Clicks, waiting until the element is there and takes the click.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        patiently(&format!("{selector} can be clicked"), || {
            let Element(id) = self.find(selector)?;
            self.command("POST", &format!("element/{id}/click"), None)
                .ok()
        });
    }

    /// Types into the element, after what stands in it.
    #[track_caller]
    pub fn type_into(&self, selector: &str, text: &str) {
        let Element(id) = self.wait(selector);
        let body = json!({ "text": text });
        self.command("POST", &format!("element/{id}/value"), Some(&body))
            .unwrap_or_else(|Refused(reason)| panic!("{selector}: {reason}"));
    }

    /// What a person reads in the element, as far as it is there.
    pub fn text(&self, selector: &str) -> String {
        let script = "const e = document.querySelector(arguments[0]); return e ? e.innerText : ''";
        self.run(script, &[json!(selector)])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// The window's outer size in pixels of the page.
    pub fn resize(&self, width: u32, height: u32) {
        let body = json!({ "width": width, "height": height });
        self.command("POST", "window/rect", Some(&body))
            .expect("a window of that size");
    }

    /// True where the page as a whole is wider than the window.
    pub fn scrolls_sideways(&self) -> bool {
        let script = "const d = document.documentElement; return d.scrollWidth > d.clientWidth";
        self.run(script, &[]) == json!(true)
    }

    /// A picture of the page, PNG in base64. The page is made to repaint: without that the driver
    /// waits for ever under Xvfb.
    pub fn picture(&self) -> String {
        self.run(
            "let n = 0; const d = document.documentElement; const t = setInterval(() => { \
             d.style.outline = (n % 2) ? '1px solid transparent' : ''; if (++n > 200) clearInterval(t); }, 16);",
            &[],
        );
        let picture = self.command("GET", "screenshot", None).expect("a picture");
        picture.as_str().unwrap_or_default().to_owned()
    }

    /// Closes the window as a person does; the program ends by itself.
    pub fn leave(self) {
        // The window may be gone before it has answered.
        let script = "window.__TAURI_INTERNALS__.invoke('call', { name: 'close_window', args: {}, job: null })";
        let _ = self.command(
            "POST",
            "execute/sync",
            Some(&json!({ "script": script, "args": [] })),
        );
        patiently("the window is gone", || {
            self.command("GET", "url", None).err()
        });
    }

    /// Ends the session; the driver ends the program.
    pub fn quit(mut self) {
        let _ = self.ask("DELETE", &self.session, None);
        self.stop();
    }

    fn stop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.stop();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its number").port()
}

/// Tries until it is there, or fails saying what never came.
#[track_caller]
pub fn patiently<T>(what: &str, mut attempt: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = attempt() {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "in {PATIENCE:?} never: {what}");
        thread::sleep(Duration::from_millis(50));
    }
}
