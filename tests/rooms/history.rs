//! The history as people ask for it.

mod told;

use kit::sample::Sample;
use upright_core::assignments::Role;
use upright_core::history::{
    ChangeEntry, ChangeQuery, OperationEntry, OperationQuery, list_changes, list_operations,
};
use upright_core::recommendations::{RecommendationPatch, edit_recommendations};

fn operations(sample: &Sample) -> Vec<OperationEntry> {
    let query = OperationQuery::default();
    sample
        .dossier
        .read(|reader| list_operations(reader, &query))
        .unwrap()
}

fn changes_of(sample: &Sample, record: &str) -> Vec<ChangeEntry> {
    let query = ChangeQuery {
        record_id: Some(record.to_owned()),
        ..ChangeQuery::default()
    };
    sample
        .dossier
        .read(|reader| list_changes(reader, &query))
        .unwrap()
}

fn put_in(sample: &mut Sample, recommendation: &str, cluster: &str) {
    let patch = RecommendationPatch {
        cluster_id: Some(Some(cluster.to_owned())),
        ..RecommendationPatch::default()
    };
    sample.change(|tx| edit_recommendations(tx, &[recommendation.to_owned()], &patch));
}

#[test]
fn what_is_undone_is_marked_until_it_is_done_again() {
    let mut sample = Sample::new();
    sample.cluster("Education");
    let is_undone = |sample: &Sample| {
        operations(sample)
            .into_iter()
            .find(|operation| operation.kind == "do")
            .unwrap()
            .undone
    };
    assert!(!is_undone(&sample));
    sample.dossier.undo().unwrap();
    assert!(is_undone(&sample), "taken back");
    sample.dossier.redo().unwrap();
    assert!(!is_undone(&sample), "brought again");
    sample.dossier.undo().unwrap();
    assert!(is_undone(&sample), "the last step counts");
    let steps = operations(&sample);
    let steps = steps.iter().filter(|step| step.kind != "do");
    assert!(
        steps.into_iter().all(|step| !step.undone),
        "an undo is not itself undone"
    );
}

#[test]
fn a_change_of_cluster_is_told_by_name() {
    let mut sample = Sample::new();
    let recommendation = sample.recommendation("1.1", "Ratify the Convention");
    let (first, second) = (sample.cluster("Ratification"), sample.cluster("Education"));
    put_in(&mut sample, &recommendation, &first);
    put_in(&mut sample, &recommendation, &second);
    let newest = changes_of(&sample, &recommendation).remove(0);
    assert_eq!(newest.field.as_deref(), Some("cluster_id"));
    assert_eq!(newest.before_name.as_deref(), Some("Ratification"));
    assert_eq!(newest.after_name.as_deref(), Some("Education"));
}

#[test]
fn what_hangs_on_a_record_names_it() {
    let mut sample = Sample::new();
    let recommendation = sample.recommendation("1.1", "Ratify the Convention");
    let agency = sample.agency("Ministry of Justice; MOJ");
    sample.assign(&recommendation, &agency, Role::Lead);
    let newest = changes_of(&sample, &recommendation).remove(0);
    assert_eq!(newest.table, "assignment");
    assert_eq!(newest.label.as_deref(), Some("MOJ"));
    assert_eq!(newest.owner.as_deref(), Some("3-UPR-1.1"));
}

#[test]
fn the_history_is_read_page_by_page() {
    let mut sample = Sample::new();
    sample.recommendations(5);
    let all = operations(&sample);
    let query = OperationQuery {
        before: Some(all[1].number),
        limit: Some(2),
        record_id: None,
    };
    let page = sample
        .dossier
        .read(|reader| list_operations(reader, &query))
        .unwrap();
    assert_eq!(
        page,
        all[2..4],
        "newest first, from where the last page ended"
    );
}
