//! The window opens on its own page, closed as SAFETY draws it.

use serde_json::json;

use crate::home::{ALLOW_SECOND, Home, program};

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

#[test]
fn a_second_start_hands_its_plan_to_the_window_that_is_open() {
    let home = Home::new();
    let plan = home.files().join("second.upright");
    let mut maker = home.environment_of(program().with_file_name("uprightctl"));
    maker.args([
        "new",
        &plan.display().to_string(),
        "--state",
        "SVN",
        "--title",
        "Second",
    ]);
    assert!(
        maker.status().expect("uprightctl").success(),
        "a plan to open"
    );

    let window = home.open_alone(&[]);
    window.wait("[data-test=welcome]");
    let mut second = home.environment_of(program());
    second.env_remove(ALLOW_SECOND).arg(&plan);
    assert!(
        second.status().expect("a second start").success(),
        "it goes without a window"
    );
    window.wait("[data-test=nav-recommendations]");
    let state = window.call("desk_state", &json!({})).expect("the desk");
    assert_eq!(state["plan"]["file"]["name"], "second.upright");
    window.quit();
}
