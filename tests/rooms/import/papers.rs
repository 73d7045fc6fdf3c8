//! Documents and reviews that imports meet are entered in the same step, once.

use serde_json::json;
use upright_core::documents::{Document, Review, list_documents, list_reviews, remove_document};
use upright_core::dossier::{Dossier, Operation};

use super::plan::{csv, import, matrix, operations, plan};
use super::sources::{index, upr};

fn documents(dossier: &Dossier) -> Vec<Document> {
    dossier.read(list_documents).unwrap()
}

fn reviews(dossier: &Dossier) -> Vec<Review> {
    dossier.read(list_reviews).unwrap()
}

fn told(dossier: &Dossier) -> Vec<(String, String, Option<String>, u32)> {
    let documents = documents(dossier).into_iter();
    documents
        .map(|d| (d.symbol, d.kind, d.published_on, d.recommendations))
        .collect()
}

const ROWS: [[&str; 3]; 1] = [["115.1 Ratify it (Chile)", "Supported", "A12 Norms"]];

#[test]
fn report_and_addendum_of_a_review_are_entered_with_it_and_taken_back_with_it() {
    let mut dossier = plan();
    let steps = operations(&dossier);
    import(&mut dossier, &matrix(&ROWS));
    assert_eq!(operations(&dossier), steps + 1);
    let report = ("A/HRC/28/15".to_owned(), "hrc_report".to_owned(), None, 1);
    let addendum = (
        "A/HRC/28/15/Add.1".to_owned(),
        "hrc_addendum".to_owned(),
        None,
        0,
    );
    assert_eq!(told(&dossier), [report, addendum]);
    let found = reviews(&dossier);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].cycle, found[0].session), (Some(2), Some(20)));
    assert_eq!(found[0].recommendations, 1);
    let review = Some(found[0].id.clone());
    assert!(documents(&dossier).iter().all(|d| d.review_id == review));
    dossier.undo().unwrap();
    assert!(documents(&dossier).is_empty() && reviews(&dossier).is_empty());
}

#[test]
fn a_later_source_completes_the_day_and_makes_no_second_entry() {
    let mut dossier = plan();
    import(
        &mut dossier,
        &csv(&["Slovenia;;;Ratify it;Chile;;;Accepted;5;Justice;20"]),
    );
    assert_eq!((documents(&dossier).len(), reviews(&dossier).len()), (0, 1));
    import(&mut dossier, &matrix(&ROWS));
    import(
        &mut dossier,
        &index(&[upr(
            "a-1",
            "115.1 Ratify it (Chile);",
            "Supported",
            &["Chile"],
        )]),
    );
    assert_eq!((documents(&dossier).len(), reviews(&dossier).len()), (2, 1));
    assert_eq!(
        documents(&dossier)[0].published_on.as_deref(),
        Some("2014-12-10")
    );
}

#[test]
fn observations_and_visits_are_reviews_of_their_bodies() {
    let mut dossier = plan();
    let record = |id: &str, body: &str, symbol: &str| {
        json!({
            "AnnotationId": id, "AnnotationType": "Recommendations", "Body": body,
            "Countries": ["Slovenia"], "Symbol": symbol, "PublicationDate": "2015-11-24",
            "Text": format!("9. Adopt what {body} says"), "Themes": [],
        })
    };
    import(
        &mut dossier,
        &index(&[
            record("1", "CEDAW", "CEDAW/C/SVN/CO/5-6"),
            record("2", "SR Water & sanitation", "A/HRC/18/33/Add.2"),
            record("3", "SPT", "CAT/OP/SVN/1"),
        ]),
    );
    let mut told: Vec<(String, Option<String>, String)> = reviews(&dossier)
        .into_iter()
        .map(|review| (review.mechanism, review.body, format!("{:?}", review.kind)))
        .collect();
    told.sort();
    let is = |mechanism: &str, body: &str, kind: &str| {
        (mechanism.to_owned(), Some(body.to_owned()), kind.to_owned())
    };
    assert_eq!(
        told,
        [
            is("SP", "SR Water & sanitation", "CountryVisit"),
            is("SPT", "SPT", "CountryVisit"),
            is("TB", "CEDAW", "ConcludingObservations"),
        ]
    );
}

#[test]
fn what_a_person_took_out_does_not_come_back_with_the_file() {
    let mut dossier = plan();
    let file = matrix(&ROWS);
    import(&mut dossier, &file);
    let id = documents(&dossier)[1].id.clone().unwrap();
    let operation = Operation::new("remove_document");
    dossier
        .change(operation, |tx| remove_document(tx, &id))
        .unwrap();
    let steps = operations(&dossier);
    import(&mut dossier, &file);
    assert_eq!(
        (documents(&dossier).len(), operations(&dossier)),
        (1, steps)
    );
}
