//! Clusters: one primary each (I16), trees, further schemes, ready-made sets, merging and splitting.

use kit::host::{TestHost, text};
use kit::sample::Sample;
use serde_json::{Value, json};
use upright_core::clusters::{
    Cluster, ClusterChange, ClusterPatch, Filling, LoadClusterSet, MergeClusters, NewCluster,
    NewScheme, SplitCluster, add_cluster, add_scheme, cluster_recommendations, cluster_sets,
    edit_cluster, fill_scheme, list_clusters, list_memberships, list_scheme_clusters, list_schemes,
    load_cluster_set, merge_clusters, preview_filling, remove_cluster, remove_scheme,
    split_cluster,
};
use upright_core::recommendations::{
    RecommendationPatch, TagChange, Vocabulary, edit_recommendations, get_recommendation,
    remove_recommendations, tag_recommendations,
};

#[test]
fn a_recommendation_counts_in_one_cluster_only() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(2);
    let (first, second) = (sample.cluster("Ratification"), sample.cluster("Education"));
    for cluster in [&first, &second] {
        let patch = RecommendationPatch {
            cluster_id: Some(Some(cluster.clone())),
            ..RecommendationPatch::default()
        };
        sample.change(|tx| edit_recommendations(tx, &ids, &patch));
    }
    let clusters = sample.dossier.read(list_clusters).unwrap();
    let counts: Vec<_> = clusters
        .iter()
        .map(|cluster| cluster.recommendations)
        .collect();
    assert_eq!(counts, [0, 2], "exactly one primary cluster counts (I16)");
}

#[test]
fn clusters_are_named_once_moved_and_removed_without_taking_records_along() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(1);
    let cluster = sample.cluster("Ratification");
    sample.cluster("Education");
    let named = |name: &str| NewCluster {
        name: name.to_owned(),
        ..NewCluster::default()
    };
    assert_eq!(
        sample
            .refused(|tx| add_cluster(tx, &named(" RATIFICATION ")))
            .code,
        "name-taken"
    );
    assert_eq!(
        sample.refused(|tx| add_cluster(tx, &named("  "))).code,
        "name-missing"
    );
    let to_the_end = ClusterPatch {
        place: Some(9),
        ..ClusterPatch::default()
    };
    sample.change(|tx| edit_cluster(tx, &cluster, &to_the_end));
    let names = |sample: &Sample| -> Vec<String> {
        let clusters = sample.dossier.read(list_clusters).unwrap();
        clusters.into_iter().map(|cluster| cluster.name).collect()
    };
    assert_eq!(names(&sample), ["Education", "Ratification"]);
    let patch = RecommendationPatch {
        cluster_id: Some(Some(cluster.clone())),
        ..RecommendationPatch::default()
    };
    sample.change(|tx| edit_recommendations(tx, &ids, &patch));
    sample.change(|tx| remove_cluster(tx, &cluster));
    assert_eq!(names(&sample), ["Education"]);
    let found = sample
        .dossier
        .read(|reader| get_recommendation(reader, &ids[0]))
        .unwrap();
    assert_eq!(
        (found.cluster_id, found.cluster),
        (None, None),
        "unclustered, not gone"
    );
    assert_eq!(
        sample.refused(|tx| remove_cluster(tx, &cluster)).code,
        "record-not-found"
    );
}

#[test]
fn a_moved_cluster_makes_the_others_make_room() {
    let mut sample = Sample::new();
    let clusters = ["A", "B", "C"].map(|name| sample.cluster(name));
    let second = ClusterPatch {
        place: Some(2),
        ..ClusterPatch::default()
    };
    sample.change(|tx| edit_cluster(tx, &clusters[2], &second));
    let order: Vec<_> = sample
        .dossier
        .read(list_clusters)
        .unwrap()
        .into_iter()
        .map(|cluster| (cluster.name, cluster.place))
        .collect();
    let expected = [("A", 1), ("C", 2), ("B", 3)].map(|(name, place)| (name.to_owned(), place));
    assert_eq!(order, expected, "no two share a place");
}

#[test]
fn a_clusters_note_can_be_cleared() {
    let mut sample = Sample::new();
    let new = NewCluster {
        name: "Ratification".to_owned(),
        note: Some("Treaties".to_owned()),
        ..NewCluster::default()
    };
    let id = sample.change(|tx| add_cluster(tx, &new));
    let patch = ClusterPatch {
        note: Some(" ".to_owned()),
        ..ClusterPatch::default()
    };
    sample.change(|tx| edit_cluster(tx, &id, &patch));
    assert_eq!(sample.dossier.read(list_clusters).unwrap()[0].note, None);
}

fn under(sample: &mut Sample, name: &str, parent: &str) -> String {
    let new = NewCluster {
        name: name.to_owned(),
        parent_id: Some(parent.to_owned()),
        ..NewCluster::default()
    };
    sample.change(|tx| add_cluster(tx, &new))
}

fn scheme(sample: &mut Sample, name: &str, set: Option<&str>) -> String {
    let new = NewScheme {
        name: name.to_owned(),
        set: set.map(str::to_owned),
    };
    sample.change(|tx| add_scheme(tx, &new))
}

fn in_scheme(sample: &mut Sample, name: &str, scheme: &str) -> String {
    let new = NewCluster {
        name: name.to_owned(),
        scheme_id: Some(scheme.to_owned()),
        ..NewCluster::default()
    };
    sample.change(|tx| add_cluster(tx, &new))
}

fn put(sample: &mut Sample, ids: &[String], cluster: &str) {
    let change = ClusterChange {
        ids: ids.to_vec(),
        add: vec![cluster.to_owned()],
        remove: Vec::new(),
    };
    sample.change(|tx| cluster_recommendations(tx, &change));
}

fn own(sample: &Sample) -> Vec<Cluster> {
    sample.dossier.read(list_clusters).unwrap()
}

/// Name, depth, own and total number of each.
fn drawn(clusters: &[Cluster]) -> Vec<(&str, u32, u32, u32)> {
    clusters
        .iter()
        .map(|c| (c.name.as_str(), c.depth, c.recommendations, c.total))
        .collect()
}

#[test]
fn clusters_form_a_tree_whose_totals_hold_what_stands_below() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(3);
    let equality = sample.cluster("Equality");
    let health = sample.cluster("Health");
    let women = under(&mut sample, "Women", &equality);
    let violence = under(&mut sample, "Violence", &women);
    put(&mut sample, &ids[..1], &equality);
    put(&mut sample, &ids[1..], &violence);
    assert_eq!(
        drawn(&own(&sample)),
        [
            ("Equality", 0, 1, 3),
            ("Women", 1, 0, 2),
            ("Violence", 2, 2, 2),
            ("Health", 0, 0, 0)
        ]
    );
    let into_itself = ClusterPatch {
        parent_id: Some(Some(violence.clone())),
        ..ClusterPatch::default()
    };
    let error = sample.refused(|tx| edit_cluster(tx, &equality, &into_itself));
    assert_eq!(error.code, "cluster-inside-itself");
    let to_health = ClusterPatch {
        parent_id: Some(Some(health)),
        ..ClusterPatch::default()
    };
    sample.change(|tx| edit_cluster(tx, &women, &to_health));
    sample.change(|tx| remove_cluster(tx, &women));
    assert_eq!(
        drawn(&own(&sample)),
        [
            ("Equality", 0, 1, 1),
            ("Health", 0, 0, 2),
            ("Violence", 1, 2, 2)
        ],
        "those under a removed cluster move up"
    );
}

#[test]
fn a_removed_recommendation_no_longer_counts() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(2);
    let cluster = sample.cluster("Health");
    let themes = scheme(&mut sample, "Themes", None);
    let theme = in_scheme(&mut sample, "Food", &themes);
    put(&mut sample, &ids, &cluster);
    put(&mut sample, &ids, &theme);
    sample.change(|tx| remove_recommendations(tx, &ids[..1]));
    assert_eq!(own(&sample)[0].recommendations, 1);
    let clusters = sample
        .dossier
        .read(|reader| list_scheme_clusters(reader, &themes))
        .unwrap();
    assert_eq!(clusters[0].total, 1);
    assert_eq!(
        sample.dossier.read(list_schemes).unwrap()[0].recommendations,
        1
    );
}

#[test]
fn a_record_stands_in_several_clusters_of_a_further_scheme_and_in_one_of_the_plans_own() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(2);
    let (first, second) = (sample.cluster("A"), sample.cluster("B"));
    let themes = scheme(&mut sample, "Themes", None);
    let (food, water) = (
        in_scheme(&mut sample, "Food", &themes),
        in_scheme(&mut sample, "Water", &themes),
    );
    for cluster in [&first, &second, &food, &water] {
        put(&mut sample, &ids, cluster);
    }
    assert_eq!(
        drawn(&own(&sample)),
        [("A", 0, 0, 0), ("B", 0, 2, 2)],
        "I16"
    );
    let leave = ClusterChange {
        ids: vec![ids[0].clone()],
        add: Vec::new(),
        remove: vec![food.clone(), first, second],
    };
    sample.change(|tx| cluster_recommendations(tx, &leave));
    let members = sample
        .dossier
        .read(|reader| list_memberships(reader, &themes))
        .unwrap();
    let members: Vec<_> = members
        .iter()
        .map(|one| (one.recommendation_id.as_str(), one.cluster_id.as_str()))
        .collect();
    let expected = [(&ids[0], &water), (&ids[1], &food), (&ids[1], &water)];
    assert_eq!(
        members,
        expected.map(|(id, cluster)| (id.as_str(), cluster.as_str()))
    );
    assert_eq!(
        own(&sample)[1].recommendations,
        1,
        "the unclustered inbox has the other"
    );
    put(&mut sample, &ids[..1], &food);
    assert_eq!(
        sample.count("select count(*) from recommendation_cluster"),
        4,
        "one that left comes back as the same row"
    );
}

#[test]
fn only_the_plans_own_clusters_are_primary() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(1);
    let themes = scheme(&mut sample, "Themes", None);
    let theme = in_scheme(&mut sample, "Food", &themes);
    let patch = RecommendationPatch {
        cluster_id: Some(Some(theme)),
        ..RecommendationPatch::default()
    };
    let error = sample.refused(|tx| edit_recommendations(tx, &ids, &patch));
    assert_eq!(error.code, "record-not-found");
    assert_eq!(
        own(&sample),
        [],
        "clusters of a scheme are not the plan's own"
    );
}

#[test]
fn merged_clusters_give_everything_to_the_one_that_stays() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(4);
    let clusters = ["Women", "Gender", "Girls"].map(|name| sample.cluster(name));
    let below = under(&mut sample, "Quotas", &clusters[1]);
    for (id, cluster) in ids
        .iter()
        .zip([&clusters[0], &clusters[1], &clusters[2], &below])
    {
        put(&mut sample, std::slice::from_ref(id), cluster);
    }
    let merge = |ids: &[&String], into: &str| MergeClusters {
        ids: ids.iter().map(|id| (*id).clone()).collect(),
        into: into.to_owned(),
    };
    let wish = merge(&[&clusters[1]], &clusters[1]);
    let error = sample.refused(|tx| merge_clusters(tx, &wish));
    assert_eq!(error.code, "cluster-merged-with-itself");
    let wish = merge(&[&clusters[1]], &below);
    let error = sample.refused(|tx| merge_clusters(tx, &wish));
    assert_eq!(error.code, "cluster-inside-itself");
    let wish = merge(&[&clusters[1], &clusters[2]], &clusters[0]);
    assert_eq!(
        sample.change(|tx| merge_clusters(tx, &wish)),
        2,
        "records moved"
    );
    assert_eq!(
        drawn(&own(&sample)),
        [("Women", 0, 3, 4), ("Quotas", 1, 1, 1)]
    );
}

#[test]
fn clusters_of_two_schemes_do_not_mix() {
    let mut sample = Sample::new();
    let cluster = sample.cluster("Women");
    let themes = scheme(&mut sample, "Themes", None);
    let theme = in_scheme(&mut sample, "Food", &themes);
    let wish = MergeClusters {
        ids: vec![theme.clone()],
        into: cluster.clone(),
    };
    let error = sample.refused(|tx| merge_clusters(tx, &wish));
    assert_eq!(error.code, "cluster-of-other-scheme");
    let patch = ClusterPatch {
        parent_id: Some(Some(cluster)),
        ..ClusterPatch::default()
    };
    let error = sample.refused(|tx| edit_cluster(tx, &theme, &patch));
    assert_eq!(error.code, "cluster-of-other-scheme");
    in_scheme(&mut sample, "Women", &themes);
    let twice = NewCluster {
        name: "food".to_owned(),
        scheme_id: Some(themes),
        ..NewCluster::default()
    };
    let error = sample.refused(|tx| add_cluster(tx, &twice));
    assert_eq!(error.code, "name-taken", "once in each scheme");
}

#[test]
fn a_cluster_is_split_by_the_records_that_go() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(3);
    let (women, other) = (sample.cluster("Women"), sample.cluster("Other"));
    put(&mut sample, &ids[..2], &women);
    put(&mut sample, &ids[2..], &other);
    let wish = |ids: &[String]| SplitCluster {
        id: women.clone(),
        name: "Girls".to_owned(),
        recommendation_ids: ids.to_vec(),
    };
    let error = sample.refused(|tx| split_cluster(tx, &wish(&ids[1..])));
    assert_eq!(error.code, "not-in-cluster");
    sample.change(|tx| split_cluster(tx, &wish(&ids[1..2])));
    assert_eq!(
        drawn(&own(&sample)),
        [("Women", 0, 1, 1), ("Other", 0, 1, 1), ("Girls", 0, 1, 1)]
    );
}

#[test]
fn merging_and_splitting_also_work_within_a_further_scheme() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(2);
    let themes = scheme(&mut sample, "Themes", None);
    let (food, water) = (
        in_scheme(&mut sample, "Food", &themes),
        in_scheme(&mut sample, "Water", &themes),
    );
    put(&mut sample, &ids, &food);
    put(&mut sample, &ids[..1], &water);
    let split = SplitCluster {
        id: food.clone(),
        name: "Hunger".to_owned(),
        recommendation_ids: vec![ids[1].clone()],
    };
    sample.change(|tx| split_cluster(tx, &split));
    let merge = MergeClusters {
        ids: vec![food],
        into: water,
    };
    sample.change(|tx| merge_clusters(tx, &merge));
    let clusters = sample
        .dossier
        .read(|reader| list_scheme_clusters(reader, &themes))
        .unwrap();
    assert_eq!(drawn(&clusters), [("Water", 0, 1, 1), ("Hunger", 0, 1, 1)]);
}

#[test]
fn ready_made_sets_are_loaded_once_into_the_plans_own_clusters() {
    let mut sample = Sample::new();
    sample.cluster("trafficking in persons");
    let load = LoadClusterSet {
        set: "SUHAKAM_C1".to_owned(),
        scheme_id: None,
    };
    assert_eq!(
        sample.change(|tx| load_cluster_set(tx, &load)),
        7,
        "one was there"
    );
    assert_eq!(sample.change(|tx| load_cluster_set(tx, &load)), 0);
    assert_eq!(
        own(&sample).len(),
        8,
        "the eight areas of the Malaysian commission"
    );
    let unknown = LoadClusterSet {
        set: "NOWHERE".to_owned(),
        scheme_id: None,
    };
    let error = sample.refused(|tx| load_cluster_set(tx, &unknown));
    assert_eq!(error.code, "cluster-set-unknown");
}

#[test]
fn every_ready_made_set_has_a_name_and_makes_a_scheme() {
    let mut sample = Sample::new();
    let words = upright_core::base::lang::Words::of("en");
    let sets = cluster_sets();
    assert!(sets.len() >= 9, "{} sets", sets.len());
    for set in sets {
        assert_ne!(words.say(&set.label_key), set.label_key, "{}", set.id);
        let id = scheme(&mut sample, &set.id, Some(&set.id));
        let clusters = sample
            .dossier
            .read(|reader| list_scheme_clusters(reader, &id))
            .unwrap();
        assert_eq!(clusters.len(), set.headings.len(), "{}", set.id);
        let tops = set
            .headings
            .iter()
            .filter(|heading| heading.parent.is_none());
        let drawn_tops = clusters.iter().filter(|cluster| cluster.depth == 0);
        assert_eq!(drawn_tops.count(), tops.count(), "{}", set.id);
    }
}

fn offered(sample: &Sample, scheme: &str) -> Filling {
    let filling = sample
        .dossier
        .read(|reader| preview_filling(reader, scheme));
    filling.unwrap()
}

#[test]
fn a_scheme_is_filled_from_confirmed_tags_after_a_look() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(3);
    let tag = |ids: &[String], vocabulary, label: &str| TagChange {
        ids: ids.to_vec(),
        vocabulary,
        add: vec![label.to_owned()],
        remove: Vec::new(),
        confirm: Vec::new(),
    };
    let theme = tag(&ids[..2], Vocabulary::Theme, "Right to health");
    sample.change(|tx| tag_recommendations(tx, &theme));
    for target in ["16.2", "16.3"] {
        let goal = tag(&ids[2..], Vocabulary::Sdg, target);
        sample.change(|tx| tag_recommendations(tx, &goal));
    }
    let themes = scheme(&mut sample, "Themes", Some("UHRI_THEMES"));
    let goals = scheme(&mut sample, "Goals", Some("SDG_GOALS"));
    for (scheme, name, many) in [(&themes, "Right to health", 2), (&goals, "16 Peace", 1)] {
        let filling = offered(&sample, scheme);
        assert_eq!((filling.recommendations, filling.clusters.len()), (many, 1));
        assert!(filling.clusters[0].name.starts_with(name), "{filling:?}");
        assert_eq!(filling.clusters[0].recommendations, many);
        assert_eq!(sample.change(|tx| fill_scheme(tx, scheme)), many);
        assert_eq!(offered(&sample, scheme).recommendations, 0, "nothing twice");
    }
}

#[test]
fn a_suggested_tag_fills_nothing() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(1);
    let sql = "insert into recommendation_tag (id, recommendation_id, vocabulary, label)
               values (:tag, :id, 'theme', 'Right to health')";
    sample.change(|tx| {
        let params = rusqlite::named_params! {":tag": tx.new_id(), ":id": ids[0]};
        tx.execute(sql, params)
    });
    let themes = scheme(&mut sample, "Themes", Some("UHRI_THEMES"));
    assert_eq!(offered(&sample, &themes).recommendations, 0);
}

#[test]
fn a_removed_scheme_takes_its_clusters_along_and_no_recommendation() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(1);
    let themes = scheme(&mut sample, "Themes", Some("SDG_GOALS"));
    sample.change(|tx| remove_scheme(tx, &themes));
    assert_eq!(sample.dossier.read(list_schemes).unwrap(), []);
    assert_eq!(sample.count("select count(*) from live_cluster"), 0);
    let kept = sample
        .dossier
        .read(|reader| get_recommendation(reader, &ids[0]));
    assert!(kept.is_ok());
    let error = sample.refused(|tx| remove_scheme(tx, &themes));
    assert_eq!(error.code, "record-not-found");
}

#[test]
fn the_history_names_clusters_and_schemes() {
    let test = TestHost::new();
    let record = test.recommendation("1.1", "Ratify");
    let scheme = test.added("add_scheme", json!({"name": "Themes"}));
    let cluster = test.added(
        "add_cluster",
        json!({"name": "Treaties", "scheme_id": scheme}),
    );
    test.call(
        "cluster_recommendations",
        json!({"ids": [record], "add": [cluster]}),
    );
    let changes = test.call("list_changes", json!({"record_id": record, "limit": 1}));
    let newest: &Value = &changes[0];
    assert_eq!(text(&newest["table"]), "recommendation_cluster");
    assert_eq!(
        (&newest["label"], &newest["owner"]),
        (&json!("Treaties"), &json!("3-UPR-1.1"))
    );
}
