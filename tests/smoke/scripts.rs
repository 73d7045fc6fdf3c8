//! Text that came in with a file stays text: no script in it runs, it loads nothing and goes nowhere.

use serde_json::json;

use crate::home::Home;
use crate::journey::choose_author;

/// Each would set `window.hit` if anything in it were taken for markup.
const PAYLOADS: &[&str] = &[
    "<img src=x onerror=\"window.hit=1\">",
    "<script>window.hit=1</script>",
    "\"><svg onload=window.hit=1>",
    "<a href=\"javascript:window.hit=1\">link</a>",
    "<iframe srcdoc=\"<script>parent.hit=1</script>\"></iframe>",
    "<style>@import url(http://127.0.0.1:9/);</style>",
    "{{window.hit=1}}${window.hit=1}",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=window.hit=1>",
];

const SCREENS: &[(&str, &str)] = &[
    ("nav-people", "agency"),
    ("nav-recommendations", "row-open"),
    ("row-open", "panel-reference"),
    ("nav-plan", "plan-row"),
    ("nav-history", "history-operation"),
    ("nav-standing", "standing-as-at"),
    ("nav-reports", "report-progress"),
];

#[test]
fn a_script_in_a_text_is_shown_and_never_run() {
    let home = Home::new();
    let window = home.open(&["--demo"]);
    choose_author(&window);
    let add_agency = |line: &str| {
        window
            .call("add_agencies", &json!({ "lines": line }))
            .expect("an agency by that name")
    };
    for (number, payload) in PAYLOADS.iter().enumerate() {
        add_agency(payload);
        let recommendation = json!({
            "mechanism": "UPR",
            "text": payload,
            "recommending_states": ["CHL"],
            "document": "A/HRC/99/1",
            "paragraph": format!("1.{}", number + 1),
        });
        let added = window
            .call("add_recommendation", &recommendation)
            .expect("a recommendation");
        let action = json!({ "action": { "title": payload, "recommendation_ids": [added["id"]] } });
        window.call("add_action", &action).expect("an action");
    }
    let here = window.run("return location.href", &[]);
    for (click, shown) in SCREENS {
        window.click(&format!("[data-test={click}]"));
        window.wait(&format!("[data-test={shown}]"));
        if *click == "nav-recommendations" {
            window.type_into("[data-test=register-search]", "window");
            window.wait_until("the texts are on the page", |window| {
                window.text("[data-test=register-grid]").contains("onerror")
            });
        }
        assert!(
            window
                .all("main img[src=x], main iframe, main script")
                .is_empty(),
            "{click}"
        );
    }
    assert!(
        window.run("return window.hit ?? null", &[]).is_null(),
        "a script has run"
    );
    assert_eq!(window.run("return location.href", &[]), here);
    window.quit();
}

/// The control: where markup is made on purpose, the policy of the page still stops the script.
#[test]
fn even_markup_made_on_purpose_runs_no_script() {
    let home = Home::new();
    let window = home.open(&[]);
    window.wait("[data-test=welcome]");
    window.run(
        "const box = document.createElement('div'); box.id = 'made'; \
         box.innerHTML = '<img src=x onerror=\"window.hit=1\">'; document.body.append(box); \
         const script = document.createElement('script'); script.textContent = 'window.hit=1'; \
         document.body.append(script);",
        &[],
    );
    window.wait("#made img");
    assert!(window.run("return window.hit ?? null", &[]).is_null());
    window.quit();
}
