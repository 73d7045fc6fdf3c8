//! A plan of any size filled directly, past the journal, for what is measured of pages, searches and
//! counts alone. Opening it makes its full text, as it does for a plan of older rules.

use rusqlite::{Connection, named_params};
use serde_json::json;
use upright_core::recommendations::sort_key;

use crate::office::Office;
use crate::texts::{CLUSTERS, draft};

const AGENCIES: usize = 15;
const MECHANISMS: [&str; 3] = ["UPR", "TB", "SP"];

/// Fills the plan of an office, which is open again afterwards.
pub fn fill(office: &Office, size: usize) {
    office.call("close_plan", json!({}));
    let mut plan = Connection::open(office.plan()).expect("the plan");
    let fill = plan.transaction().expect("begun");
    for number in 0..AGENCIES {
        fill.execute(
            "insert into agency (id, name, short_name) values (:id, :name, :short)",
            named_params! {":id": format!("a{number}"), ":name": format!("Ministry number {number}"), ":short": format!("M{number}")},
        )
        .expect("an agency");
    }
    for (place, name) in CLUSTERS.iter().enumerate() {
        fill.execute(
            "insert into cluster (id, name, place) values (:id, :name, :place)",
            named_params! {":id": format!("c{place}"), ":name": name, ":place": whole(place)},
        )
        .expect("a cluster");
    }
    for (number, drafted) in draft(size).into_iter().enumerate() {
        let id = format!("r{number}");
        let mechanism = MECHANISMS[number % MECHANISMS.len()];
        let reference = format!("{}-{mechanism}-{}", 1 + number % 4, drafted.paragraph);
        fill.prepare_cached(
            "insert into recommendation (
               id, reference, sort_key, mechanism, cycle, document, paragraph, text, text_fingerprint,
               position, action_category, cluster_id, priority)
             values (
               :id, :reference, :sort_key, :mechanism, :cycle, :document, :paragraph, :text, :id,
               :position, :category, :cluster, :priority)",
        )
        .and_then(|mut insert| {
            insert.execute(named_params! {
                ":id": id,
                ":reference": reference,
                ":sort_key": sort_key(&reference),
                ":mechanism": mechanism,
                ":cycle": whole(1 + number % 4),
                ":document": format!("A/HRC/{}/10", 10 + number % 40),
                ":paragraph": drafted.paragraph,
                ":text": drafted.text,
                ":position": (mechanism == "UPR").then_some(drafted.position),
                ":category": whole(1 + number % 5),
                ":cluster": format!("c{}", drafted.cluster),
                ":priority": ["urgent", "high", "medium", "low"][number % 4],
            })
        })
        .expect("a recommendation");
        let child = |sql: &str, value: &str, place: usize| {
            fill.prepare_cached(sql)
                .and_then(|mut insert| {
                    insert.execute(named_params! {
                    ":row": format!("{id}-{value}"), ":id": id, ":value": value, ":place": whole(place)})
                })
                .expect("a row of it");
        };
        for (place, state) in drafted.states.iter().enumerate() {
            child(
                "insert into recommendation_state (id, recommendation_id, state, place)
                 values (:row, :id, :value, :place)",
                state,
                place,
            );
        }
        for (place, theme) in drafted.themes.iter().enumerate() {
            child(
                "insert into recommendation_tag (id, recommendation_id, vocabulary, label, confirmed)
                 values (:row, :id, 'theme', :value, :place % 2)",
                theme,
                place,
            );
        }
        if number % 5 != 0 {
            child(
                "insert into assignment (id, recommendation_id, agency_id, role, from_on)
                 values (:row, :id, :value, 'lead', '2020-01-0' || (1 + :place))",
                &format!("a{}", number % AGENCIES),
                0,
            );
        }
        if number % 5 == 1 {
            let status = ["NS", "IP", "DO"][number % 3];
            child(
                "insert into action (id, number, title, due_on, status, percent)
                 values ('x' || :row || :id, 1 + :place, 'A measure', '2027-06-30', :value, 20)",
                status,
                number,
            );
            child(
                "insert into action_recommendation (id, action_id, recommendation_id)
                 values (:row || :value || :place, 'x' || :row || :id, :id)",
                status,
                number,
            );
        }
    }
    fill.execute("delete from meta where key = 'derived_edition'", [])
        .expect("to be made anew");
    fill.commit().expect("filled");
    plan.close().map_err(|(_, error)| error).expect("closed");
    office.call("open_plan", json!({"file": office.plan()}));
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).expect("a small number")
}
