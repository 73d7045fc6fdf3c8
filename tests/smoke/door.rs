//! The one door from the page to the core, with files that only the window can choose.

use serde_json::json;

use crate::driver::patiently;
use crate::home::Home;

#[test]
fn a_plan_is_made_changed_and_undone_through_the_door() {
    let home = Home::new();
    let plan = home.files().join("first.upright");
    home.answer_dialogs(&[&plan]);
    let window = home.open(&[]);
    let wish = json!({ "purpose": "new_plan", "suggested_name": "first" });
    let file = window.call("choose_file", &wish).expect("a chosen file");
    assert_eq!(file["name"], "first.upright");
    assert!(
        !file["handle"].as_str().unwrap_or_default().contains('/'),
        "the page holds no path"
    );
    let made = json!({ "file": file["handle"], "title": "Follow-up", "state": "SVN" });
    window.call("create_plan", &made).expect("a new plan");
    assert!(plan.is_file(), "the plan stands where the person chose");
    window
        .call(
            "add_agencies",
            &json!({ "lines": "Ministry of Justice; MoJ" }),
        )
        .expect("an agency");
    let agencies = || window.call("list_agencies", &json!({})).expect("a list");
    assert_eq!(agencies().as_array().map(Vec::len), Some(1));
    window.call("undo", &json!({})).expect("undone");
    assert_eq!(agencies().as_array().map(Vec::len), Some(0));
    window.quit();
}

#[test]
fn closing_the_window_leaves_the_plan_alone_in_its_folder() {
    let home = Home::new();
    let plan = home.files().join("first.upright");
    home.answer_dialogs(&[&plan]);
    let window = home.open(&[]);
    let file = window
        .call("choose_file", &json!({ "purpose": "new_plan" }))
        .expect("a file");
    let made = json!({ "file": file["handle"], "title": "Follow-up", "state": "SVN" });
    window.call("create_plan", &made).expect("a new plan");
    assert!(
        home.file_names().len() > 1,
        "while it is open, who holds it stands beside it"
    );
    window.leave();
    patiently("only the plan is left", || {
        (home.file_names() == ["first.upright"]).then_some(())
    });
}

#[test]
fn a_dialog_that_is_closed_answers_nothing() {
    let home = Home::new();
    let window = home.open(&[]);
    let answer = window
        .call("choose_file", &json!({ "purpose": "import" }))
        .expect("an answer");
    assert!(answer.is_null());
    window.quit();
}

#[test]
fn what_is_not_in_the_capability_is_refused() {
    let home = Home::new();
    let window = home.open(&[]);
    for command in [
        "plugin:dialog|open",
        "plugin:opener|open_url",
        "plugin:window|close",
        "no_such",
    ] {
        assert!(window.invoke(command, &json!({})).is_err(), "{command}");
    }
    let elsewhere = json!({ "file": "/etc/passwd" });
    assert_eq!(
        window.call("open_plan", &elsewhere),
        Err("file-not-chosen".to_owned())
    );
    let shown = json!({ "handle": "/etc/passwd" });
    assert_eq!(
        window.call("show_file", &shown),
        Err("window-nothing-to-show".to_owned())
    );
    window.quit();
}

#[test]
fn a_plan_on_the_command_line_arrives_at_the_page() {
    let home = Home::new();
    let window = home.open(&["/nowhere/my plan.upright"]);
    let arrival = window
        .call("arrival", &json!({}))
        .expect("what was asked for");
    assert_eq!(
        (&arrival["kind"], &arrival["name"]),
        (&json!("plan"), &json!("my plan.upright"))
    );
    window.quit();
    let window = home.open(&["--demo"]);
    assert_eq!(
        window.call("arrival", &json!({})),
        Ok(json!({ "kind": "demo" }))
    );
    window.quit();
}
