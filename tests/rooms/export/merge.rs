//! Our own files into a plan that holds something: added and filled in, never overwritten.

use kit::own::{bring_in, out, out_of, parsed};
use kit::sample::{Sample, TODAY, day};
use serde_json::Value;
use upright_core::assignments::Role;
use upright_core::dossier::Dossier;
use upright_core::export::ExportFormat::{Csv, Json};
use upright_core::import::{Ask, ImportKind, ImportResult, preview};
use upright_core::recommendations::{
    PositionGiven, Priority, RecommendationPatch, edit_recommendations, list_recommendations,
    position_history, set_position,
};
use upright_core::search::{Filter, Query};

use super::{demonstration, empty, text};

fn codes(result: &ImportResult) -> Vec<&str> {
    result
        .problems
        .iter()
        .map(|problem| problem.code.as_str())
        .collect()
}

fn note(sample: &mut Sample, id: &str, text: &str) {
    let patch = RecommendationPatch {
        note: Some(Some(text.to_owned())),
        ..RecommendationPatch::default()
    };
    let ids = [id.to_owned()];
    sample.change(|tx| edit_recommendations(tx, &ids, &patch));
}

fn note_of(dossier: &Dossier, reference: &str) -> Option<String> {
    let all = dossier.read(list_recommendations).unwrap();
    let found = all.into_iter().find(|record| record.reference == reference);
    found.expect("the record").note
}

#[test]
fn the_demonstration_plan_comes_back_whole() {
    let first = demonstration();
    let file = out(&first, Json);
    let mut second = empty();
    // Another title and language than the demonstration's: an empty plan takes those of the file.
    let (result, _) = bring_in(&mut second, "plan.json", &file).unwrap();
    assert_eq!(result.added, 172);
    let json: Value = serde_json::from_slice(&file).unwrap();
    let tables = json["tables"].as_object().unwrap();
    assert!(tables["assignment"].as_array().unwrap().len() > 100);
    let differing = |a: &[u8], b: &[u8]| {
        let (a, b) = (text(a), text(b));
        let lines: Vec<String> = a
            .lines()
            .filter(|line| !b.contains(*line))
            .map(str::to_owned)
            .collect();
        lines
    };
    let left = differing(&file, &out(&second, Json));
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn a_plan_of_another_state_comes_in_only_when_asked_for() {
    let sample = Sample::new();
    let file = out(&sample.dossier, Json);
    let ask = |state: Option<&str>| Ask {
        plan_state: Some("MAR".to_owned()),
        state: state.map(str::to_owned),
        ..Ask::default()
    };
    let refused = parsed("plan.json", &file, &ask(None)).unwrap_err();
    assert_eq!(refused.code, "import-state-needed");
    assert!(parsed("plan.json", &file, &ask(Some("XUP"))).is_ok());
    let refused = parsed("plan.json", &file, &ask(Some("TUN"))).unwrap_err();
    assert_eq!(refused.code, "import-state-not-in-file");
}

#[test]
fn a_preview_says_what_the_import_does_and_writes_nothing() {
    let mut first = Sample::new();
    let ids = first.recommendations(3);
    let mut second = Sample { dossier: empty() };
    second.recommendation("1.2", "Ratify instrument 2");
    note(&mut first, &ids[1], "spoken of");
    let file = out(&first.dossier, Json);
    let parsed = parsed("plan.json", &file, &Ask::default()).unwrap();
    let before = second.hash();
    let said = second
        .dossier
        .read(|reader| preview(reader, &parsed))
        .unwrap();
    assert_eq!(second.hash(), before);
    let (done, _) = bring_in(&mut second.dossier, "plan.json", &file).unwrap();
    assert_eq!((said.added, said.changed, said.unchanged), (2, 1, 0));
    assert_eq!((done.added, done.changed, done.unchanged), (2, 1, 0));
    assert_eq!(codes(&said), codes(&done));
    // Found by document and paragraph, not by id; filled in, its own id kept.
    assert_eq!(
        note_of(&second.dossier, "3-UPR-1.2").as_deref(),
        Some("spoken of")
    );
    assert_eq!(second.dossier.read(list_recommendations).unwrap().len(), 3);
    assert!(
        done.rows
            .iter()
            .filter(|row| row.kind == ImportKind::Added)
            .all(|row| row.id.is_some())
    );
}

#[test]
fn what_both_sides_say_stays_as_it_stands_here_and_is_told() {
    let mut first = Sample::new();
    let id = first.recommendation("1.1", "Ratify it");
    let file_before = out(&first.dossier, Json);
    let mut second = empty();
    bring_in(&mut second, "plan.json", &file_before).unwrap();
    note(&mut first, &id, "theirs");
    let mut second = Sample { dossier: second };
    note(&mut second, &id, "ours");
    let (result, has_written) =
        bring_in(&mut second.dossier, "plan.json", &out(&first.dossier, Json)).unwrap();
    assert!(!has_written);
    assert_eq!(
        note_of(&second.dossier, "3-UPR-1.1").as_deref(),
        Some("ours")
    );
    let kept = result
        .problems
        .iter()
        .find(|problem| problem.code == "upright-kept-here");
    let kept = kept.expect("it is told");
    assert_eq!(kept.value.as_deref(), Some("theirs"));
    assert_eq!(
        (kept.args["here"].as_str(), kept.args["what"].as_str()),
        ("ours", "3-UPR-1.1")
    );
}

#[test]
fn what_was_taken_from_a_record_here_stays_taken_and_a_removed_record_comes_back_whole() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", "Ratify it");
    let agency = sample.agency("Ministry of Justice; MoJ");
    sample.assign(&id, &agency, Role::Lead);
    let file = out(&sample.dossier, Json);
    let whole = sample.hash();
    sample.change(|tx| {
        tx.execute(
            "update recommendation_state set deleted = 1 where deleted = 0",
            [],
        )
    });
    let without = sample.hash();
    let (result, has_written) = bring_in(&mut sample.dossier, "plan.json", &file).unwrap();
    assert!(
        !has_written && codes(&result).contains(&"upright-kept-out"),
        "{result:?}"
    );
    assert_eq!(sample.hash(), without);
    sample.dossier.undo().unwrap();
    assert_eq!(sample.hash(), whole);
    sample.change(|tx| {
        upright_core::recommendations::remove_recommendations(tx, std::slice::from_ref(&id))
    });
    let (result, _) = bring_in(&mut sample.dossier, "plan.json", &file).unwrap();
    assert_eq!((result.added, result.changed), (1, 0));
    assert_eq!(sample.hash(), whole, "removed and brought back: as it was");
}

#[test]
fn the_same_reference_for_another_recommendation_and_the_same_number_for_another_action_are_told_apart()
 {
    let mut first = Sample::new();
    let id = first.recommendation("1.1", "Ratify it");
    first.action("Draft a bill", &[&id]);
    let file = text(&out(&first.dossier, Json));
    // A plan of another program: other ids, another document, the same paragraph.
    let foreign = file
        .replace("00000000-0000-0001", "00000000-0000-0009")
        .replace("A/HRC/44/10", "A/HRC/50/7")
        .replace("Ratify it", "Abolish it");
    let (result, _) = bring_in(&mut first.dossier, "plan.json", foreign.as_bytes()).unwrap();
    assert_eq!(result.added, 1, "{result:?}");
    let all = first.dossier.read(list_recommendations).unwrap();
    let references: Vec<&str> = all.iter().map(|record| record.reference.as_str()).collect();
    assert_eq!(references, ["3-UPR-1.1", "3-UPR-1.1 (A/HRC/50/7)"]);
    let actions = first
        .dossier
        .read(upright_core::plan::list_actions)
        .unwrap();
    let numbers: Vec<u32> = actions.iter().map(|action| action.number).collect();
    assert_eq!(numbers, [1, 2]);
    assert!(first.dossier.check().unwrap().is_chain_true);
}

#[test]
fn one_agency_leads_at_a_time() {
    let mut first = Sample::new();
    let id = first.recommendation("1.1", "Ratify it");
    let mut second = empty();
    bring_in(&mut second, "plan.json", &out(&first.dossier, Json)).unwrap();
    let mut second = Sample { dossier: second };
    let theirs = first.agency("Ministry of Health; MoH");
    first.assign(&id, &theirs, Role::Lead);
    let ours = second.agency("Ministry of Justice; MoJ");
    second.assign(&id, &ours, Role::Lead);
    let (result, _) =
        bring_in(&mut second.dossier, "plan.json", &out(&first.dossier, Json)).unwrap();
    assert!(codes(&result).contains(&"upright-lead-stays"), "{result:?}");
    let leads = second
        .dossier
        .read(|reader| {
            reader.count(
                "select count(*) from live_assignment where role = 'lead'",
                [],
            )
        })
        .unwrap();
    assert_eq!(leads, 1);
}

#[test]
fn two_histories_of_answers_become_one_and_the_later_answer_is_the_position() {
    let mut first = Sample::new();
    let id = first.recommendation("1.1", "Ratify it");
    let mut second = empty();
    bring_in(&mut second, "plan.json", &out(&first.dossier, Json)).unwrap();
    let mut later = Sample::elsewhere("2026-12-24");
    bring_in(&mut later.dossier, "plan.json", &out(&first.dossier, Json)).unwrap();
    let answer = PositionGiven {
        position: "NOT".to_owned(),
        document: Some("A/HRC/44/10/Add.1".to_owned()),
        ..PositionGiven::default()
    };
    later.change(|tx| set_position(tx, std::slice::from_ref(&id), &answer));
    let (result, _) = bring_in(&mut second, "plan.json", &out(&later.dossier, Json)).unwrap();
    assert_eq!(result.changed, 1);
    let record = second.read(list_recommendations).unwrap().remove(0);
    assert_eq!(record.position.as_deref(), Some("NOT"));
    let history = second.read(|reader| position_history(reader, &id)).unwrap();
    let positions: Vec<&str> = history
        .iter()
        .map(|entry| entry.position.as_str())
        .collect();
    assert_eq!(positions, ["SUP", "NOT"]);
}

#[test]
fn a_register_filled_in_elsewhere_brings_what_was_empty() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(2);
    let file = text(&out(&sample.dossier, Csv));
    let header: Vec<String> = file
        .lines()
        .next()
        .unwrap()
        .split(',')
        .map(str::to_owned)
        .collect();
    let at = |name: &str| {
        header
            .iter()
            .position(|cell| cell.contains(&format!("\"{name}\"")))
            .unwrap()
    };
    let mut lines: Vec<String> = file.lines().map(str::to_owned).collect();
    let mut cells: Vec<String> = lines[1].split(',').map(str::to_owned).collect();
    cells[at("priority")] = "\"high\"".to_owned();
    cells[at("cluster")] = "\"Fair trial\"".to_owned();
    cells[at("lead")] = "\"Ministry of Justice\"".to_owned();
    cells[at("lead_short")] = "\"MoJ\"".to_owned();
    cells[at("themes")] = "\"Detention; \"\"Torture; ill-treatment\"\"\"".to_owned();
    cells[at("session")] = "\"twenty\"".to_owned();
    lines[1] = cells.join(",");
    let (result, _) = bring_in(
        &mut sample.dossier,
        "register.csv",
        lines.join("\r\n").as_bytes(),
    )
    .unwrap();
    assert_eq!((result.added, result.changed, result.unchanged), (0, 1, 1));
    assert!(
        codes(&result).contains(&"upright-value-not-understood"),
        "{result:?}"
    );
    let all = sample.dossier.read(list_recommendations).unwrap();
    let record = all.iter().find(|record| record.id == ids[0]).unwrap();
    let row = result
        .rows
        .iter()
        .find(|row| row.kind == ImportKind::Changed);
    let cluster = row.and_then(|row| row.differences.iter().find(|d| d.field == "cluster_id"));
    let cluster = cluster.map(|difference| difference.after.as_str());
    assert_eq!(cluster, Some("Fair trial"), "told by its name");
    assert_eq!(record.priority, Some(Priority::High));
    assert_eq!(record.cluster.as_deref(), Some("Fair trial"));
    assert_eq!(record.themes, ["Detention", "Torture; ill-treatment"]);
    let lead = sample
        .dossier
        .read(|reader| {
            reader.find(
                "select a.short_name || ' ' || s.from_on
                 from live_assignment s join live_agency a on a.id = s.agency_id
                 order by s.id",
                [],
                |row| row.get::<_, String>(0),
            )
        })
        .unwrap();
    assert_eq!(lead, Some(format!("MoJ {TODAY}")));
}

#[test]
fn a_register_saved_again_by_excel_is_known() {
    let mut sample = Sample::new();
    sample.recommendations(2);
    let bytes = out(&sample.dossier, Csv);
    // Semicolons and no byte order mark, as some Excels save.
    let again = text(&bytes)
        .trim_start_matches('\u{feff}')
        .replace("\",\"", "\";\"");
    let mut other = empty();
    let (result, _) = bring_in(&mut other, "register.csv", again.as_bytes()).unwrap();
    assert_eq!(result.added, 2);
}

#[test]
fn a_part_holds_what_hangs_on_the_chosen_records_and_comes_in() {
    let dossier = demonstration();
    let query = Query {
        filter: Filter {
            words: "torture".to_owned(),
            ..Filter::default()
        },
        ..Query::default()
    };
    let file = out_of(&dossier, Json, &query, day(TODAY));
    let json: Value = serde_json::from_slice(&file).unwrap();
    assert_eq!(json["scope"], "part");
    let rows = |table: &str| json["tables"][table].as_array().unwrap().clone();
    let records = rows("recommendation");
    assert!((1..172).contains(&records.len()), "{}", records.len());
    let ids: Vec<&Value> = records.iter().map(|row| &row["id"]).collect();
    for table in [
        "recommendation_state",
        "position_entry",
        "action_recommendation",
    ] {
        let rows = rows(table);
        assert!(!rows.is_empty(), "{table}");
        assert!(
            rows.iter()
                .all(|row| ids.contains(&&row["recommendation_id"])),
            "{table}"
        );
    }
    let mut other = empty();
    let (result, _) = bring_in(&mut other, "part.json", &file).unwrap();
    assert_eq!(usize::try_from(result.added).unwrap(), records.len());
    assert!(
        !codes(&result).iter().any(|code| code.contains("unfit")),
        "{:?}",
        codes(&result)
    );
}

#[test]
fn what_does_not_fit_a_plan_is_left_out_and_told() {
    let mut sample = Sample::new();
    let id = sample.recommendation("1.1", "Ratify it");
    sample.recommendation("1.2", "Sign it");
    let file = text(&out(&sample.dossier, Json));
    let mut other = empty();
    let spoiled = file
        .replacen(
            "\"record_type\":\"recommendation\"",
            "\"record_type\":\"riddle\"",
            1,
        )
        .replacen("\"version\": 1", "\"version\": 1, \"surprise\": true", 1)
        .replacen("\"place\":0", "\"place\":\"first\"", 1)
        .replacen(
            "\"language\":\"en\"",
            "\"language\":\"en\",\"colour\":\"red\"",
            1,
        );
    let (result, _) = bring_in(&mut other, "plan.json", spoiled.as_bytes()).unwrap();
    assert_eq!(result.added, 1, "{result:?}");
    let mut found = codes(&result);
    found.sort_unstable();
    found.dedup();
    assert_eq!(
        found,
        [
            "upright-brings",
            "upright-field-unknown",
            "upright-row-unfit"
        ]
    );
    assert!(
        result
            .problems
            .iter()
            .any(|problem| problem.args.get("id") == Some(&id))
    );
}

#[test]
fn broken_and_newer_files_are_refused_whole() {
    let sample = Sample::new();
    let file = text(&out(&sample.dossier, Json));
    let refused = |bytes: &str| {
        parsed("plan.json", bytes.as_bytes(), &Ask::default())
            .unwrap_err()
            .code
    };
    assert_eq!(refused(&file[..file.len() - 9]), "file-damaged");
    assert_eq!(
        refused(&file.replace("\"version\": 1", "\"version\": 2")),
        "upright-json-newer"
    );
    assert_eq!(
        refused(&file.replace("upright-plan", "another-plan")),
        "file-format-unknown"
    );
    let deep = format!(
        "{{\"format\": \"upright-plan\", \"version\": 1, \"tables\": {}",
        "[".repeat(100_000)
    );
    assert_eq!(refused(&deep), "file-damaged");
}
