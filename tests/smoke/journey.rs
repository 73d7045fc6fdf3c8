//! The first journey, as an officer makes it in the real window: a matrix from Word comes in, twelve
//! recommendations go to a ministry in one go, an action gets a date, a slip is undone, the day ends,
//! and the next morning the report goes out.

use std::fs;
use std::path::Path;
use std::process::Command;

use kit::docx::{document, heading, row, table};
use serde_json::{Value, json};

use crate::driver::Browser;
use crate::home::Home;

/// A word that only the imported recommendations have.
const WORD: &str = "lighthouses";
const IMPORTED: usize = 12;

/// OHCHR's matrix with twelve recommendations to the demo plan's State.
pub fn matrix() -> Vec<u8> {
    let mut rows = vec![
        row(&[
            "Recommendation",
            "Position",
            "Full list of themes",
            "Assessment/comments on level of implementation",
        ]),
        heading(4, "Theme: Right to health"),
    ];
    rows.extend((1..=IMPORTED).map(|number| {
        let text = format!(
            "201.{number} Adopt measure {number} for the keepers of {WORD} (Chile);\n\
             Source of Position: A/HRC/58/9/Add.1 - Para.5"
        );
        row(&[&text, "Supported", "- Right to health", ""])
    }));
    document(
        "UPR of Velmora (4th Cycle \u{2013} 49th session)",
        &table(&rows),
    )
}

/// The demo plan's own list of authors comes first.
pub fn choose_author(window: &Browser) {
    window.click("[data-test=author-pick-0]");
    window.wait_gone("[data-test=author-dialog][open]");
}

fn import(window: &Browser) {
    window.click("[data-test=nav-import]");
    window.click("[data-test=import-choose]");
    window.click("[data-test=import-next]");
    window.wait("[data-test=import-preview]");
    assert!(
        window.text("[data-test=import-added]").contains("12"),
        "the preview counts what is new"
    );
    window.click("[data-test=import-confirm]");
    window.wait("[data-test=import-done]");
}

/// Narrows the register to what was imported and gives it all to one ministry.
fn assign(window: &Browser) {
    window.click("[data-test=nav-recommendations]");
    window.type_into("[data-test=register-search]", WORD);
    window.wait_until("twelve rows are left", |window| {
        window.all("[data-test=row-open]").len() == IMPORTED
    });
    window.click("[data-test=tick-all]");
    window.wait_until("twelve are ticked", |window| {
        window.text("[data-test=bulk-count]").contains("12")
    });
    window.click("[data-test=bulk-lead]");
    window.type_into("[data-test=pick-words]", "Health");
    window.click("[data-test=pick-choice]");
    window.wait_until("the undo button says what was done", |window| {
        undo_name(window).contains("assign 12 ")
    });
}

fn add_action(window: &Browser) {
    window.click("[data-test=row-open]");
    window.click("[data-test=panel-tab-actions]");
    window.click("[data-test=panel-add-action]");
    window.type_into("[data-test=action-title]", "Train the keepers");
    for (part, digits) in [("day", "15"), ("month", "3"), ("year", "2028")] {
        window.type_into(&format!("[data-test=action-due-{part}]"), digits);
    }
    window.click("[data-test=action-save]");
    window.wait("[data-test=panel-action]");
}

fn undo_name(window: &Browser) -> String {
    // Isolation marks around names are for the eye's order, not for comparing.
    window
        .text("[data-test=undo-name]")
        .replace(['\u{2068}', '\u{2069}'], "")
}

fn list(window: &Browser, command: &str) -> Vec<Value> {
    let answer = window
        .call(command, &json!({}))
        .unwrap_or_else(|code| panic!("{command}: {code}"));
    answer.as_array().cloned().unwrap_or_default()
}

fn actions_due_on(window: &Browser, day: &str) -> usize {
    list(window, "list_actions")
        .iter()
        .filter(|action| action["due"]["on"] == day)
        .count()
}

fn opens_in_libreoffice(workbook: &Path) {
    let folder = workbook.parent().expect("a folder");
    let profile = format!("-env:UserInstallation=file://{}/office", folder.display());
    let output = Command::new("soffice")
        .args([
            profile.as_str(),
            "--headless",
            "--convert-to",
            "csv",
            "--outdir",
        ])
        .arg(folder)
        .arg(workbook)
        .output();
    let Ok(output) = output else {
        println!("SKIPPED: LibreOffice is not installed");
        return;
    };
    let table = workbook.with_extension("csv");
    assert!(
        table.is_file(),
        "LibreOffice: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}

fn opens_in_calamine(workbook: &Path) {
    use calamine::{Reader, Xlsx, open_workbook};
    let book: Xlsx<_> = open_workbook(workbook).expect("a workbook");
    let sheets = book.sheet_names();
    for name in ["Cover", "Summary", "Matrix", "Actions", "Overdue", "Legend"] {
        assert!(
            sheets.iter().any(|sheet| sheet == name),
            "{name} is among {sheets:?}"
        );
    }
}

#[test]
fn an_officer_imports_assigns_plans_undoes_goes_home_and_reports() {
    let home = Home::new();
    let file = home.files().join("matrix.docx");
    let report = home.files().join("progress.xlsx");
    fs::write(&file, matrix()).expect("the matrix");

    home.answer_dialogs(&[&file]);
    let window = home.open(&["--demo"]);
    choose_author(&window);
    let before = list(&window, "list_recommendations").len();
    import(&window);
    assert_eq!(
        list(&window, "list_recommendations").len(),
        before + IMPORTED
    );
    assign(&window);
    let assigned = undo_name(&window);
    assert_eq!(actions_due_on(&window, "2028-03-15"), 0);
    add_action(&window);
    assert_eq!(actions_due_on(&window, "2028-03-15"), 1);
    window.click("[data-test=undo]");
    window.wait_until("the assignment is what can be undone next", |window| {
        undo_name(window) == assigned
    });
    assert_eq!(actions_due_on(&window, "2028-03-15"), 0);
    window.leave();

    home.answer_dialogs(&[&report]);
    let window = home.open(&[]);
    window.click("[data-test=recent-0]");
    choose_author(&window);
    window.wait_until("undo is still there in the morning", |window| {
        undo_name(window) == assigned
    });
    window.click("[data-test=nav-reports]");
    window.click("[data-test=report-progress]");
    window.wait("[data-test=report-done]");
    window.leave();
    opens_in_calamine(&report);
    opens_in_libreoffice(&report);
}
