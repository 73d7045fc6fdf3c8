//! One example of every change command of the table. A new one without an example fails here.

use kit::host::TestHost;
use kit::sample::{TODAY, noon};
use rusqlite::Connection;
use serde_json::{Value, json};
use upright_core::commands::{COMMANDS, Kind};
use upright_core::dossier::Operation;
use upright_core::figures::Board;
use upright_core::figures::board::FacetColumn;

/// A plan with a little of everything.
struct World {
    test: TestHost,
    agencies: Vec<String>,
    focal_point: String,
    records: Vec<String>,
    cluster: String,
    other_cluster: String,
    scheme: String,
    themed: String,
    criterion: String,
    actions: Vec<String>,
    milestone: String,
    assignment: String,
    link: String,
    /// An answered part of the first record, and a demand.
    parts: Vec<String>,
    reading: String,
    translation: String,
    view: String,
    document: String,
    review: String,
    /// A recommendation of a committee.
    committee: String,
}

fn world() -> World {
    let test = TestHost::new();
    let agencies = test.agencies("Ministry of Justice\nMinistry of Health\nMinistry of Labour");
    let focal_point = test.added(
        "add_focal_point",
        json!({"agency_id": agencies[0], "focal_point": {"name": "Ben Contact"}}),
    );
    let records: Vec<String> = (1..=3)
        .map(|n| test.recommendation(&format!("1.{n}"), "Consider ratifying the convention"))
        .collect();
    suggest(&test, &records[0], "Right to health");
    let cluster = test.added("add_cluster", json!({"name": "Ratification"}));
    let other_cluster = test.added("add_cluster", json!({"name": "Health and care"}));
    let scheme = test.added("add_scheme", json!({"name": "Themes"}));
    let theme = json!({"name": "Right to education", "scheme_id": scheme});
    let themed = test.added("add_cluster", theme);
    let tag = json!({"ids": [records[2]], "vocabulary": "theme", "add": ["Right to education"]});
    test.call("tag_recommendations", tag);
    let criterion = test.added("add_criterion", json!({"name": "Severe", "weight": 2}));
    let score = json!({"ids": [records[0]], "criterion_id": criterion, "score": 3});
    test.call("score_recommendations", score);
    let in_cluster = json!({"ids": [records[0]], "patch": {"cluster_id": cluster}});
    test.call("edit_recommendations", in_cluster);
    let actions: Vec<String> = ["Draft a law", "Train judges"]
        .map(|title| {
            let action =
                json!({"title": title, "due_on": "2027-06-30", "recommendation_ids": [records[0]]});
            test.added("add_action", json!({"action": action}))
        })
        .to_vec();
    let milestone = test.added(
        "add_milestone",
        json!({"action_id": actions[0], "title": "First reading", "planned_on": "2027-01-31"}),
    );
    let lead = json!({
        "subject": "recommendation", "ids": [records[0]], "agency_id": agencies[0], "role": "lead",
        "from_on": "2026-01-01",
    });
    test.call("assign", lead);
    let found = test.call("get_recommendation", json!({"id": records[0]}));
    let assignment = kit::host::text(&found["assignments"][0]["id"]);
    let noted = json!({"ids": [records[1]], "answer": {"position": "NOT"}});
    test.call("set_position", noted);
    let parts = ["answer", "demand"]
        .map(|kind| {
            let part = json!({"recommendation_id": records[0], "kind": kind, "texts": ["ratifying the convention"]});
            kit::host::text(&test.call("add_parts", part)["ids"][0])
        })
        .to_vec();
    let reading = json!({"recommendation_id": records[0], "text": "Within the next cycle"});
    let reading = test.added("add_reading", reading);
    let translation =
        json!({"recommendation_id": records[0], "language": "fr", "text": "Envisager de ratifier"});
    let translation = test.added("put_translation", translation);
    let label = json!({"vocabulary": "territory", "label": "North"});
    test.call("add_vocabulary_entry", label);
    let view = test.added(
        "save_view",
        json!({"name": "Mine", "settings": {"sort": "lead"}}),
    );
    let link = json!([{"from_id": records[0], "to_id": records[2], "kind": "reinforces"}]);
    test.call("add_links", json!({"links": link}));
    let links = test.call("list_links", json!({"id": records[0]}));
    let link = kit::host::text(&links[0]["id"]);
    let review = test.added("add_review", json!({"mechanism": "UPR", "cycle": 3}));
    let document = test.added(
        "add_document",
        json!({"symbol": "A/HRC/44/10", "review_id": review}),
    );
    let committee = test.added(
        "add_recommendation",
        json!({"mechanism": "TB", "body": "CCPR", "year": 2016, "paragraph": "9", "text": "Repeal it"}),
    );
    World {
        view,
        test,
        link,
        agencies,
        focal_point,
        records,
        cluster,
        other_cluster,
        scheme,
        themed,
        criterion,
        actions,
        milestone,
        assignment,
        parts,
        reading,
        translation,
        document,
        review,
        committee,
    }
}

/// A tag as an import leaves it.
fn suggest(test: &TestHost, record: &str, label: &str) {
    let sql = "insert into recommendation_tag (id, recommendation_id, vocabulary, label)
               values (:tag, :record, 'theme', :label)";
    let mut desk = test.host.desk();
    desk.change(Operation::new("import_file"), |tx| {
        let params =
            rusqlite::named_params! {":tag": tx.new_id(), ":record": record, ":label": label};
        tx.execute(sql, params)
    })
    .unwrap();
}

impl World {
    /// Arguments with which a change command changes something here.
    fn example(&self, command: &str) -> Option<Value> {
        let (agencies, records, actions) = (&self.agencies, &self.records, &self.actions);
        Some(match command {
            "edit_profile" => json!({"title": "Second plan", "mechanism_name": "Council"}),
            "add_agencies" => {
                json!({"lines": "Ombudsman; NHRI\nMinistry of Finance", "kind": "other"})
            }
            "edit_agency" => json!({"id": agencies[0], "patch": {"name": "Law", "note": "Leads"}}),
            "remove_agency" => json!({"id": agencies[2]}),
            "add_focal_point" => {
                json!({"agency_id": agencies[1], "focal_point": {"name": "Eva", "email": "e@x.org"}})
            }
            "edit_focal_point" => {
                json!({"id": self.focal_point, "focal_point": {"name": "Ben", "kind": "alternate", "to_on": "2027-01-01"}})
            }
            "remove_focal_point" => json!({"id": self.focal_point}),
            "add_recommendation" => {
                json!({"mechanism": "UPR", "cycle": 3, "paragraph": "9.9", "text": "Adopt a plan", "recommending_states": ["CHL", "URY"], "position": "NOT"})
            }
            "edit_recommendations" => {
                json!({"ids": records, "patch": {"priority": "high", "note": "Ask", "action_category": 5, "cluster_id": null, "scope": "specific", "plain_text": "Join it"}})
            }
            "confirm_categories" => json!({"ids": records}),
            "tag_recommendations" => {
                json!({"ids": records, "vocabulary": "theme", "add": ["Education"], "confirm": ["Right to health"]})
            }
            "set_position" => {
                json!({"ids": records, "answer": {"position": "NOT", "given_on": "2026-11-01"}})
            }
            "add_parts" => {
                json!({"recommendation_id": records[1], "kind": "demand", "texts": ["Consider ratifying", "the convention"]})
            }
            "edit_part" => json!({"id": self.parts[1], "patch": {"status": "IP", "letter": "i"}}),
            "remove_part" => json!({"id": self.parts[0]}),
            "answer_part" => {
                json!({"id": self.parts[0], "answer": {"position": "NOT", "given_on": "2026-11-01"}})
            }
            "set_noted_pathway" => {
                json!({"ids": [records[1]], "patch": {"pathway": "long_term_advocacy", "review_on": "2027-05-01", "body": "SR Torture"}})
            }
            "edit_smart_check" => {
                json!({"id": records[0], "patch": {"is_vague": true, "time_bound": false, "note": "No date"}})
            }
            "add_reading" => {
                json!({"recommendation_id": records[1], "text": "First stage only", "agreed_on": "2026-10-01", "parties": "Government, NHRI"})
            }
            "edit_reading" => json!({"id": self.reading, "patch": {"agreed_on": "2026-09-01"}}),
            "remove_reading" => json!({"id": self.reading}),
            "put_translation" => {
                json!({"recommendation_id": records[0], "language": "ar", "text": "النظر في التصديق", "is_official": true})
            }
            "remove_translation" => json!({"id": self.translation}),
            "correct_text" => {
                json!({"recommendation_id": records[2], "text": "Consider ratifying the Convention", "document": "A/HRC/44/10/Corr.1"})
            }
            "add_vocabulary_entry" => {
                json!({"vocabulary": "territory", "label": "Highlands", "parent": "North"})
            }
            "edit_vocabulary_entry" => {
                json!({"vocabulary": "theme", "label": "Right to health", "patch": {"is_active": false}})
            }
            "remove_vocabulary_entry" => json!({"vocabulary": "territory", "label": "North"}),
            "import_vocabulary" => {
                json!({"vocabulary": "national", "csv": "label;active\nNational plan 4;yes\n"})
            }
            "remove_recommendations" => json!({"ids": [records[0], records[2]]}),
            "set_cells" => {
                json!({"cells": [
                    {"id": records[0], "column": "priority", "value": "low"},
                    {"id": records[1], "column": "lead", "value": agencies[1]},
                ]})
            }
            "save_view" => {
                json!({"name": "Late ones", "settings": {"filter": {"standing": ["late"]}}})
            }
            "edit_view" => {
                json!({"id": self.view, "patch": {"name": "Ours", "settings": {"group": "lead"}}})
            }
            "remove_view" => json!({"id": self.view}),
            "add_cluster" => json!({"name": "Education", "note": "Schools"}),
            "edit_cluster" => {
                json!({"id": self.cluster, "patch": {"name": "Treaties", "place": 4}})
            }
            "add_links" => {
                json!({"links": [{"from_id": records[0], "to_id": records[1], "kind": "overlaps"}]})
            }
            "reject_links" => {
                json!({"links": [{"from_id": records[1], "to_id": records[2], "kind": "same", "score": 80}]})
            }
            "remove_links" => json!({"ids": [self.link]}),
            "remove_cluster" => json!({"id": self.cluster}),
            "merge_clusters" => json!({"ids": [self.cluster], "into": self.other_cluster}),
            "split_cluster" => {
                json!({"id": self.cluster, "name": "Protocols", "recommendation_ids": [records[0]]})
            }
            "cluster_recommendations" => {
                json!({"ids": records, "add": [self.other_cluster, self.themed], "remove": [self.cluster]})
            }
            "add_scheme" => json!({"name": "Goals", "set": "SDG_GOALS"}),
            "edit_scheme" => json!({"id": self.scheme, "patch": {"name": "Topics"}}),
            "remove_scheme" => json!({"id": self.scheme}),
            "load_cluster_set" => json!({"set": "SUHAKAM_C1"}),
            "fill_scheme" => json!({"id": self.scheme}),
            "add_criterion" => json!({"name": "Repeated", "description": "Said before"}),
            "add_starter_criteria" => json!({}),
            "edit_criterion" => json!({"id": self.criterion, "patch": {"weight": 5}}),
            "remove_criterion" => json!({"id": self.criterion}),
            "score_recommendations" => {
                json!({"ids": records, "criterion_id": self.criterion, "score": 1})
            }
            "accept_priorities" => json!({"ids": records}),
            "accept_suggestions" => {
                json!({"suggestions": [{"recommendation_id": records[0], "kind": "theme", "value": "Right to health"}, {"recommendation_id": records[1], "kind": "category", "value": "5"}]})
            }
            "dismiss_suggestions" => {
                json!({"suggestions": [{"recommendation_id": records[0], "kind": "theme", "value": "Right to health"}]})
            }
            "add_document" => {
                json!({"symbol": "CEDAW/C/SVN/CO/5-6", "title": "Concluding observations", "published_on": "2015-11-24"})
            }
            "edit_document" => {
                json!({"id": self.document, "patch": {"title": "Report", "language": "en", "review_id": self.review}})
            }
            "remove_document" => json!({"id": self.document}),
            "add_review" => {
                json!({"mechanism": "TB", "body": "CAT", "document": "CAT/C/SVN/CO/3", "adopted_on": "2011-05-31"})
            }
            "edit_review" => {
                json!({"id": self.review, "patch": {"held_on": "2020-05-04", "next_due_on": "2024-11-04"}})
            }
            "remove_review" => json!({"id": self.review}),
            "set_follow_up" => {
                json!({"ids": [self.committee], "patch": {"is_selected": true, "due_on": "2027-03-01"}})
            }
            "add_grade" => {
                json!({"ids": [self.committee], "grade": {"grade": "B", "given_on": "2026-03-01"}})
            }
            "add_action" => {
                json!({"action": {"title": "Open shelters", "recommendation_ids": records}, "lead_agency_id": agencies[1]})
            }
            "draft_actions" => json!({"recommendation_ids": records}),
            "edit_actions" => {
                json!({"ids": actions, "patch": {"status": "DO", "percent": 100, "done_on": "2026-11-20", "note": "Done"}})
            }
            "remove_actions" => json!({"ids": actions}),
            "link_actions" => json!({"action_ids": actions, "recommendation_ids": records}),
            "unlink_actions" => json!({"action_ids": actions, "recommendation_ids": [records[0]]}),
            "add_milestone" => {
                json!({"action_id": actions[1], "title": "Curriculum", "kind": "benchmark", "planned_on": "2027-03-01"})
            }
            "edit_milestone" => {
                json!({"id": self.milestone, "patch": {"title": "Second reading", "actual_on": "2027-02-02"}})
            }
            "remove_milestone" => json!({"id": self.milestone}),
            "assign" => {
                json!({"subject": "recommendation", "ids": records, "agency_id": agencies[1], "role": "lead"})
            }
            "end_assignments" => json!({"ids": [self.assignment]}),
            _ => return None,
        })
    }
}

/// Every change command with arguments that change something in `world`.
fn examples(world: &World) -> Vec<(&'static str, Value)> {
    COMMANDS
        .iter()
        .filter(|command| command.kind == Kind::Change)
        .map(|command| {
            let example = world.example(command.name);
            let example =
                example.unwrap_or_else(|| panic!("give {} an example here", command.name));
            (command.name, example)
        })
        .collect()
}

#[test]
fn every_change_is_undone_and_redone_exactly() {
    let world = world();
    let test = &world.test;
    let examples = examples(&world);
    assert!(examples.len() >= 27, "the table was walked over");
    for (name, args) in examples {
        let before = test.hash();
        test.call(name, args);
        let after = test.hash();
        assert_ne!(after, before, "{name} changes something");
        assert_eq!(
            test.state()["undo"]["command"],
            name,
            "the step has the command's name"
        );
        assert_eq!(test.call("undo", json!({}))["command"], name);
        assert_eq!(test.hash(), before, "undo of {name}");
        assert_eq!(test.call("redo", json!({}))["command"], name);
        assert_eq!(test.hash(), after, "redo of {name}");
        test.call("undo", json!({}));
        assert_eq!(test.hash(), before, "undo of the redo of {name}");
    }
}

#[test]
fn every_change_is_undone_after_closing_and_opening() {
    let mut world = world();
    for (name, args) in examples(&world) {
        let before = world.test.hash();
        world.test.call(name, args);
        world.test = world.test.reopened(noon(TODAY));
        assert_eq!(world.test.state()["undo"]["command"], name);
        world.test.call("undo", json!({}));
        assert_eq!(
            world.test.hash(),
            before,
            "undo of {name} in another session"
        );
    }
    let report = world.test.call("check_plan", json!({}));
    assert_eq!(
        (&report["is_whole"], &report["is_chain_true"]),
        (&json!(true), &json!(true))
    );
}

#[test]
fn every_change_is_one_operation_of_its_author() {
    let world = world();
    for (name, args) in examples(&world) {
        world.test.call(name, args);
        let newest = &world.test.call("list_operations", json!({"limit": 1}))[0];
        assert_eq!(
            (newest["command"].as_str(), newest["kind"].as_str()),
            (Some(name), Some("do"))
        );
        assert_eq!(newest["author"], "Ana Officer");
        world.test.call("undo", json!({}));
    }
}

#[test]
fn no_change_touches_the_verbatim_text_or_where_it_stands() {
    let world = world();
    for (name, args) in examples(&world) {
        // A corrigendum by the body itself, which keeps the old text.
        if name == "correct_text" {
            continue;
        }
        world.test.call(name, args);
        world.test.call("undo", json!({}));
    }
    let plan = world.test.plan();
    let _closed = world.test.closed(noon(TODAY));
    let touched: Vec<String> = Connection::open(plan)
        .unwrap()
        .prepare(
            "select distinct field
             from change
             where table_name = 'recommendation' and field is not null
             order by field",
        )
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(|field| field.unwrap())
        .collect();
    let free = [
        "action_category",
        "action_category_confirmed",
        "cluster_id",
        "deleted",
        "followup_due_on",
        "followup_selected",
        "note",
        "plain_text",
        "position",
        "priority",
        "priority_reason",
        "scope",
    ];
    assert_eq!(touched, free, "I1");
}

#[test]
fn no_change_and_no_undo_makes_a_row_vanish() {
    let mut world = world();
    let rows = |plan: &std::path::Path| -> Vec<(String, u32)> {
        let connection = Connection::open(plan).unwrap();
        let sql = "select name from sqlite_schema where type = 'table'
                   and name not like 'sqlite%' and name not like '%search%' order by name";
        let mut tables = connection.prepare(sql).unwrap();
        let tables = tables.query_map([], |row| row.get::<_, String>(0)).unwrap();
        tables
            .map(|table| {
                let table = table.unwrap();
                let count = format!("select count(*) from {table}");
                let count = connection.query_row(&count, [], |row| row.get(0)).unwrap();
                (table, count)
            })
            .collect()
    };
    let plan = world.test.plan();
    world.test = world.test.closed(noon(TODAY));
    let before = rows(&plan);
    world.test.open(&plan).unwrap();
    for (name, args) in examples(&world) {
        world.test.call(name, args);
        world.test.call("undo", json!({}));
    }
    let _closed = world.test.closed(noon(TODAY));
    for ((table, before), (_, after)) in before.into_iter().zip(rows(&plan)) {
        assert!(
            after >= before,
            "{table}: {before} rows became {after} (I22)"
        );
    }
}

#[test]
fn a_change_on_nothing_says_so() {
    let world = world();
    for (name, args) in [
        ("edit_recommendations", json!({"ids": [], "patch": {}})),
        ("confirm_categories", json!({"ids": []})),
        (
            "tag_recommendations",
            json!({"ids": [], "vocabulary": "sdg"}),
        ),
        (
            "set_position",
            json!({"ids": [], "answer": {"position": "SUP"}}),
        ),
        ("remove_recommendations", json!({"ids": []})),
        ("draft_actions", json!({"recommendation_ids": []})),
        ("edit_actions", json!({"ids": [], "patch": {}})),
        ("remove_actions", json!({"ids": []})),
        (
            "link_actions",
            json!({"action_ids": [], "recommendation_ids": []}),
        ),
        (
            "unlink_actions",
            json!({"action_ids": [], "recommendation_ids": []}),
        ),
        (
            "assign",
            json!({"subject": "action", "ids": [], "agency_id": "x", "role": "lead"}),
        ),
        ("end_assignments", json!({"ids": []})),
        ("set_follow_up", json!({"ids": [], "patch": {}})),
        ("add_grade", json!({"ids": [], "grade": {"grade": "A"}})),
        ("cluster_recommendations", json!({"ids": []})),
        (
            "merge_clusters",
            json!({"ids": [], "into": world.cluster.clone()}),
        ),
        (
            "split_cluster",
            json!({"id": world.cluster.clone(), "name": "x", "recommendation_ids": []}),
        ),
        (
            "score_recommendations",
            json!({"ids": [], "criterion_id": world.criterion.clone(), "score": 1}),
        ),
        ("accept_priorities", json!({"ids": []})),
        ("accept_suggestions", json!({"suggestions": []})),
        ("dismiss_suggestions", json!({"suggestions": []})),
    ] {
        assert_eq!(
            world.test.refused(name, args).code,
            "selection-empty",
            "{name}"
        );
    }
}

/// The board the desk keeps, and one read anew, as texts.
fn boards(test: &TestHost) -> (String, String) {
    let mut desk = test.host.desk();
    let told = |board: &Board| {
        // The columns' values are made when first asked for, and kept true from then on.
        let values = FacetColumn::ALL.map(|column| board.values(column));
        format!(
            "{:#?}\n{:#?}\n{values:?}",
            board.recommendations, board.actions
        )
    };
    desk.read_board(|reader, kept| {
        let fresh = Board::read(reader, kept.today)?;
        Ok((told(kept), told(&fresh)))
    })
    .unwrap()
}

fn assert_board_is_true(test: &TestHost, after: &str) {
    let (kept, fresh) = boards(test);
    let differs = kept
        .lines()
        .zip(fresh.lines())
        .find(|(kept, fresh)| kept != fresh);
    assert!(
        kept == fresh,
        "the kept board after {after} differs: {differs:?}"
    );
}

#[test]
fn the_board_kept_over_a_change_is_the_board_read_anew() {
    let world = world();
    let test = &world.test;
    for (name, args) in examples(&world) {
        assert_board_is_true(test, "the start");
        test.call(name, args);
        assert_board_is_true(test, name);
        for step in ["undo", "redo", "undo"] {
            test.call(step, json!({}));
            assert_board_is_true(test, &format!("{step} of {name}"));
        }
    }
}

#[test]
fn the_board_stays_true_over_changes_in_any_order() {
    let world = world();
    let test = &world.test;
    let mut steps = examples(&world);
    steps.extend([
        ("undo", json!({})),
        ("undo", json!({})),
        ("redo", json!({})),
    ]);
    // A fixed sequence of made-up numbers: the same order every time.
    let mut seed: u32 = 2026;
    let mut accepted = 0;
    for _ in 0..600 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let place = usize::try_from(seed >> 16).unwrap() % steps.len();
        let (name, args) = steps[place].clone();
        // What no longer fits (a record taken out meanwhile) is refused and changes nothing.
        accepted += usize::from(test.try_call(name, args).is_ok());
        assert_board_is_true(test, name);
    }
    assert!(accepted > 100, "only {accepted} steps were accepted");
}
