//! Who leads, supports, is consulted, is informed or gives data, from when to when.

use kit::host::{TestHost, number, texts};
use kit::sample::{Sample, wish};
use serde_json::json;
use upright_core::assignments::{
    Assign, Assignment, Role, SubjectKind, assign, assignments_of, end_assignments,
    list_assignments,
};
use upright_core::dossier::{Operation, Tx};

fn of(sample: &Sample, id: &str) -> Vec<Assignment> {
    sample
        .dossier
        .read(|reader| assignments_of(reader, &SubjectKind::Recommendation, id))
        .unwrap()
}

/// Agency, first and last day of each lead, in the order of their days.
fn leads(sample: &Sample, id: &str) -> Vec<(String, String, Option<String>)> {
    let mut leads: Vec<_> = of(sample, id)
        .into_iter()
        .filter(|held| held.role == Role::Lead)
        .map(|held| (held.agency_short_name, held.from_on, held.to_on))
        .collect();
    leads.sort_by(|a, b| a.1.cmp(&b.1));
    leads
}

fn lead_from(record: &str, agency: &str, from_on: &str) -> Assign {
    Assign {
        from_on: Some(from_on.to_owned()),
        ..wish(SubjectKind::Recommendation, &[record], agency, Role::Lead)
    }
}

struct Scene {
    sample: Sample,
    record: String,
    justice: String,
    health: String,
}

fn scene() -> Scene {
    let mut sample = Sample::new();
    let record = sample.recommendation("1.1", "Ratify the convention");
    let justice = sample.agency("Ministry of Justice");
    let health = sample.agency("Ministry of Health");
    Scene {
        sample,
        record,
        justice,
        health,
    }
}

#[test]
fn a_new_lead_closes_the_old_one_the_day_before() {
    let Scene {
        mut sample,
        record,
        justice,
        health,
    } = scene();
    sample.change(|tx| assign(tx, &lead_from(&record, &justice, "2026-01-01")));
    sample.change(|tx| assign(tx, &lead_from(&record, &health, "2026-07-01")));
    let day = |text: &str| text.to_owned();
    assert_eq!(
        leads(&sample, &record),
        [
            (day("Justice"), day("2026-01-01"), Some(day("2026-06-30"))),
            (day("Health"), day("2026-07-01"), None),
        ],
        "at most one lead at a time (I6)"
    );
}

#[test]
fn a_lead_that_would_not_have_lasted_a_day_is_replaced() {
    let Scene {
        mut sample,
        record,
        justice,
        health,
    } = scene();
    sample.assign(&record, &justice, Role::Lead);
    sample.assign(&record, &health, Role::Lead);
    let leads = leads(&sample, &record);
    assert_eq!(leads.len(), 1);
    assert_eq!(leads[0].0, "Health");
    assert_eq!(
        sample.count("select count(*) from assignment"),
        2,
        "nothing is deleted (I22)"
    );
}

#[test]
fn the_lead_is_not_also_supporting() {
    let Scene {
        mut sample,
        record,
        justice,
        health,
    } = scene();
    sample.assign(&record, &justice, Role::Supporting);
    sample.assign(&record, &justice, Role::Lead);
    let roles: Vec<_> = of(&sample, &record)
        .into_iter()
        .map(|held| held.role)
        .collect();
    assert_eq!(
        roles,
        [Role::Lead],
        "one role of an agency on a subject at a time (I6)"
    );
    sample.assign(&record, &health, Role::Supporting);
    sample.assign(&record, &justice, Role::Supporting);
    let roles: Vec<_> = of(&sample, &record)
        .into_iter()
        .map(|held| held.role)
        .collect();
    assert_eq!(
        roles,
        [Role::Supporting, Role::Supporting],
        "a lead can step back to supporting"
    );
}

#[test]
fn several_agencies_may_support() {
    let Scene {
        mut sample,
        record,
        justice,
        health,
    } = scene();
    let labour = sample.agency("Ministry of Labour");
    sample.assign(&record, &justice, Role::Lead);
    sample.assign(&record, &labour, Role::Supporting);
    sample.assign(&record, &health, Role::Supporting);
    let order: Vec<_> = of(&sample, &record)
        .into_iter()
        .map(|held| held.agency_short_name)
        .collect();
    assert_eq!(
        order,
        ["Justice", "Health", "Labour"],
        "the lead first, then by name"
    );
}

#[test]
fn the_same_assignment_again_changes_nothing() {
    let Scene {
        mut sample,
        record,
        justice,
        ..
    } = scene();
    assert_eq!(sample.assign(&record, &justice, Role::Lead), 1);
    let before = sample.hash();
    assert_eq!(sample.assign(&record, &justice, Role::Lead), 0);
    assert_eq!(sample.hash(), before);
}

#[test]
fn a_lead_before_one_entered_for_later_is_refused() {
    let Scene {
        mut sample,
        record,
        justice,
        health,
    } = scene();
    sample.change(|tx| assign(tx, &lead_from(&record, &justice, "2027-01-01")));
    let error = sample.refused(|tx| assign(tx, &lead_from(&record, &health, "2026-06-01")));
    assert_eq!(error.code, "lead-begins-earlier");
    assert_eq!(
        (error.args["agency"].as_str(), error.args["date"].as_str()),
        ("Justice", "2027-01-01")
    );
}

#[test]
fn an_ended_lead_does_not_grow_into_the_time_of_the_next() {
    let Scene {
        mut sample,
        record,
        justice,
        health,
    } = scene();
    sample.change(|tx| assign(tx, &lead_from(&record, &justice, "2026-01-01")));
    sample.change(|tx| assign(tx, &lead_from(&record, &health, "2026-07-01")));
    let all = sample.dossier.read(list_assignments).unwrap();
    let old = all
        .iter()
        .find(|held| held.agency_short_name == "Justice")
        .unwrap();
    let ids = [old.id.clone()];
    let error = sample.refused(|tx| end_assignments(tx, &ids, Some("2026-12-31")));
    assert_eq!(
        (error.code.as_str(), error.args["date"].as_str()),
        ("assignment-ended", "2026-06-30"),
        "I6"
    );
    sample.change(|tx| end_assignments(tx, &ids, Some("2026-05-31")));
    assert_eq!(
        leads(&sample, &record)[0].2.as_deref(),
        Some("2026-05-31"),
        "ending earlier is free"
    );
}

#[test]
fn an_assignment_ends_yesterday_unless_a_day_is_named() {
    let Scene {
        mut sample,
        record,
        justice,
        ..
    } = scene();
    sample.change(|tx| assign(tx, &lead_from(&record, &justice, "2026-01-01")));
    let id = of(&sample, &record)[0].id.clone();
    sample.change(|tx| end_assignments(tx, &[id], None));
    assert_eq!(of(&sample, &record)[0].to_on.as_deref(), Some("2026-11-23"));
    assert!(
        sample.board().recommendations[0].lead.is_none(),
        "it no longer holds today"
    );
}

#[test]
fn an_assignment_of_today_that_ends_is_taken_back() {
    let Scene {
        mut sample,
        record,
        justice,
        ..
    } = scene();
    sample.assign(&record, &justice, Role::Lead);
    let id = of(&sample, &record)[0].id.clone();
    sample.change(|tx| end_assignments(tx, &[id], None));
    assert!(of(&sample, &record).is_empty());
}

#[test]
fn an_assignment_of_the_future_does_not_hold_today() {
    let Scene {
        mut sample,
        record,
        justice,
        ..
    } = scene();
    sample.change(|tx| assign(tx, &lead_from(&record, &justice, "2026-12-01")));
    assert!(sample.board().recommendations[0].lead.is_none());
    let later = sample.board_on(kit::sample::day("2026-12-01"));
    assert_eq!(
        later.recommendations[0].lead.as_deref(),
        Some(justice.as_str())
    );
}

#[test]
fn an_agency_taken_out_keeps_its_name_on_what_it_once_held() {
    let Scene {
        mut sample,
        record,
        justice,
        ..
    } = scene();
    sample.change(|tx| assign(tx, &lead_from(&record, &justice, "2026-01-01")));
    let id = of(&sample, &record)[0].id.clone();
    sample.change(|tx| end_assignments(tx, &[id], None));
    sample.change(|tx| upright_core::people::remove_agency(tx, &justice));
    assert_eq!(leads(&sample, &record)[0].0, "Justice");
}

#[test]
fn wrong_assignments_are_refused_by_name() {
    let Scene {
        mut sample,
        record,
        justice,
        ..
    } = scene();
    let none = Assign {
        ids: Vec::new(),
        ..lead_from(&record, &justice, "2026-01-01")
    };
    let stranger = lead_from(&record, "stranger", "2026-01-01");
    let no_record = lead_from("stranger", &justice, "2026-01-01");
    let no_day = lead_from(&record, &justice, "tomorrow");
    let not_an_action = Assign {
        subject: SubjectKind::Action,
        ..lead_from(&record, &justice, "2026-01-01")
    };
    for (wrong, code) in [
        (none, "selection-empty"),
        (stranger, "record-not-found"),
        (no_record, "record-not-found"),
        (no_day, "date-not-understood"),
        (not_an_action, "record-not-found"),
    ] {
        assert_eq!(sample.refused(|tx| assign(tx, &wrong)).code, code);
    }
    assert_eq!(
        sample.refused(|tx| end_assignments(tx, &[], None)).code,
        "selection-empty"
    );
    let error = sample.refused(|tx| end_assignments(tx, &["stranger".to_owned()], None));
    assert_eq!(error.code, "record-not-found");
}

#[test]
fn recommendations_and_actions_are_assigned_apart() {
    let Scene {
        mut sample,
        record,
        justice,
        health,
    } = scene();
    let action = sample.action("Draft a law", &[&record]);
    sample.assign(&record, &justice, Role::Lead);
    sample.assign_action(&action, &health, Role::Lead);
    let board = sample.board();
    assert_eq!(
        board.recommendations[0].lead.as_deref(),
        Some(justice.as_str())
    );
    assert_eq!(board.actions[0].lead.as_deref(), Some(health.as_str()));
    assert_eq!(
        board.recommendations[0].agencies.len(),
        2,
        "both have a part in it"
    );
}

#[test]
fn on_no_day_are_there_two_leads_or_two_roles_of_one_agency_whatever_the_order_of_entering() {
    let days: Vec<String> = (1..=28).map(|day| format!("2026-02-{day:02}")).collect();
    // A fixed sequence of made-up numbers: the same every time.
    let mut seed: u32 = 1948;
    let mut pick = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(seed >> 16).unwrap() % below
    };
    let (mut accepted, mut refused) = (0, 0);
    for _ in 0..60 {
        let Scene {
            mut sample,
            record,
            justice,
            health,
        } = scene();
        let labour = sample.agency("Ministry of Labour");
        let agencies = [&justice, &health, &labour];
        for _ in 0..12 {
            let role = [Role::Lead, Role::Lead, Role::Supporting, Role::Informed][pick(4)];
            let from_on = days[pick(days.len())].clone();
            let wish = Assign {
                from_on: Some(from_on.clone()),
                ..wish(
                    SubjectKind::Recommendation,
                    &[&record],
                    agencies[pick(3)],
                    role,
                )
            };
            let held = of(&sample, &record);
            let outcome = if pick(4) == 0 && !held.is_empty() {
                let id = held[pick(held.len())].id.clone();
                let operation = Operation::new("end_assignments");
                let end = |tx: &Tx<'_>| end_assignments(tx, &[id], Some(&from_on));
                sample.dossier.change(operation, end)
            } else {
                let operation = Operation::new("assign");
                sample.dossier.change(operation, |tx| assign(tx, &wish))
            };
            accepted += usize::from(outcome.is_ok());
            refused += usize::from(outcome.is_err());
            assert_one_lead_and_one_role(&of(&sample, &record), &days);
        }
    }
    assert!(
        accepted > 200 && refused > 50,
        "{accepted} accepted, {refused} refused"
    );
}

fn assert_one_lead_and_one_role(held: &[Assignment], days: &[String]) {
    for day in days {
        let holds = |held: &&Assignment| {
            held.from_on <= *day && held.to_on.as_ref().is_none_or(|to_on| to_on >= day)
        };
        let today: Vec<&Assignment> = held.iter().filter(holds).collect();
        let leads = today.iter().filter(|held| held.role == Role::Lead).count();
        assert!(leads <= 1, "{leads} leads on {day} (I6): {held:#?}");
        let mut agencies: Vec<&str> = today.iter().map(|held| held.agency_id.as_str()).collect();
        agencies.sort_unstable();
        let all = agencies.len();
        agencies.dedup();
        assert_eq!(
            agencies.len(),
            all,
            "two roles of one agency on {day}: {held:#?}"
        );
    }
}

#[test]
fn twelve_recommendations_are_assigned_in_one_operation_with_its_name() {
    let test = TestHost::new();
    let agency = test.agencies("Ministry of Justice; MoJ").remove(0);
    let ids: Vec<String> = (1..=12)
        .map(|n| test.recommendation(&format!("1.{n}"), "Ratify the convention"))
        .collect();
    let before = test.hash();
    let wish =
        json!({"subject": "recommendation", "ids": ids, "agency_id": agency, "role": "lead"});
    assert_eq!(number(&test.call("assign", wish)["count"]), 12);
    let operations = test.call("list_operations", json!({"limit": 1}));
    assert_eq!(operations[0]["changes"], 12);
    let name = test.state()["undo"].clone();
    assert_eq!(name["command"], "assign");
    assert_eq!(
        (&name["args"]["count"], &name["args"]["agency"]),
        (&json!("12"), &json!("MoJ"))
    );
    let said = test.host.words().say_with(
        "op-assign",
        &[
            ("count", "12"),
            ("agency", "MoJ"),
            ("role", "lead"),
            ("subject", "recommendation"),
        ],
    );
    assert!(said.contains("12") && said.contains("MoJ"), "{said}");
    let filter = json!({"filter": {"lead": [agency]}});
    assert_eq!(texts(&test.call("select_ids", filter)).len(), 12);
    test.call("undo", json!({}));
    assert_eq!(test.hash(), before, "one undo takes all twelve back");
}
