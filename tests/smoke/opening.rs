//! The window opens on its own page, closed as SAFETY draws it.

use serde_json::json;

use crate::home::Home;

#[test]
fn the_window_opens_on_its_own_page_and_stays_there() {
    let home = Home::new();
    let window = home.open(&[]);
    let page = || {
        window
            .run("return location.href", &[])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    window.wait_until("the page is loaded", |window| {
        window.run("return document.readyState", &[]) == json!("complete")
    });
    assert!(page().starts_with("tauri://localhost"), "{}", page());
    window.run("location.href = 'http://127.0.0.1:9/'", &[]);
    window.run("window.open('http://127.0.0.1:9/')", &[]);
    assert!(
        page().starts_with("tauri://localhost"),
        "navigation is denied: {}",
        page()
    );
    window.quit();
}

#[test]
fn the_page_has_no_powers_but_the_commands_of_the_window() {
    let home = Home::new();
    let window = home.open(&[]);
    assert_eq!(
        window.run("return typeof window.__TAURI__", &[]),
        json!("undefined")
    );
    assert_eq!(
        window.run("return Object.isFrozen(Object.prototype)", &[]),
        json!(true)
    );
    let eval = "try { return (0, eval)('1') } catch (error) { return error.name }";
    assert_eq!(
        window.run(eval, &[]),
        json!("EvalError"),
        "the policy refuses eval"
    );
    window.quit();
}
