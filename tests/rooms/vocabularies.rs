//! Vocabularies: entries added, renamed, retired; out and in as a table.

use kit::sample::Sample;
use upright_core::recommendations::{
    TagChange, Vocabulary, get_recommendation, tag_recommendations,
};
use upright_core::vocabularies::{
    Entry, EntryPatch, NewEntry, add_entry, as_csv, edit_entry, import_entries, list_entries,
    list_labels, remove_entry,
};

fn new(vocabulary: Vocabulary, label: &str, parent: Option<&str>) -> NewEntry {
    NewEntry {
        vocabulary,
        label: label.to_owned(),
        parent: parent.map(str::to_owned),
        edition: None,
        note: None,
    }
}

fn tag(sample: &mut Sample, ids: &[String], vocabulary: Vocabulary, label: &str) {
    let change = adding(ids, vocabulary, label);
    sample.change(|tx| tag_recommendations(tx, &change));
}

fn adding(ids: &[String], vocabulary: Vocabulary, label: &str) -> TagChange {
    TagChange {
        ids: ids.to_vec(),
        vocabulary,
        add: vec![label.to_owned()],
        remove: Vec::new(),
        confirm: Vec::new(),
    }
}

fn entry(sample: &Sample, vocabulary: Vocabulary, label: &str) -> Option<Entry> {
    let entries = sample
        .dossier
        .read(|reader| list_entries(reader, vocabulary));
    entries
        .unwrap()
        .into_iter()
        .find(|entry| entry.label == label)
}

fn named(label: &str) -> EntryPatch {
    EntryPatch {
        label: Some(label.to_owned()),
        ..EntryPatch::default()
    }
}

fn retired() -> EntryPatch {
    EntryPatch {
        is_active: Some(false),
        ..EntryPatch::default()
    }
}

#[test]
fn a_new_name_is_carried_over_to_every_record() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(3);
    tag(&mut sample, &ids[..2], Vocabulary::National, "Plan goal 4");
    tag(&mut sample, &ids[1..], Vocabulary::National, "Goal four");
    sample.change(|tx| edit_entry(tx, Vocabulary::National, "Plan goal 4", &named("Goal 4")));
    sample.change(|tx| edit_entry(tx, Vocabulary::National, "Goal four", &named("Goal Four")));
    let tags = |sample: &Sample, id: &str| {
        let found = sample.dossier.read(|reader| get_recommendation(reader, id));
        found.unwrap().national_tags
    };
    assert_eq!(tags(&sample, &ids[0]), ["Goal 4"]);
    assert_eq!(tags(&sample, &ids[1]), ["Goal 4", "Goal Four"]);
    assert!(entry(&sample, Vocabulary::National, "Plan goal 4").is_none());
    assert_eq!(
        entry(&sample, Vocabulary::National, "Goal 4")
            .unwrap()
            .records,
        2
    );
    let taken =
        sample.refused(|tx| edit_entry(tx, Vocabulary::National, "Goal 4", &named("goal four")));
    assert_eq!(taken.code, "label-taken");
    sample.dossier.undo().unwrap();
    sample.dossier.undo().unwrap();
    assert_eq!(tags(&sample, &ids[0]), ["Plan goal 4"], "undo carries back");
}

#[test]
fn a_retired_label_is_not_offered_and_records_keep_it() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(2);
    let label = "Right to health";
    tag(&mut sample, &ids[..1], Vocabulary::Theme, label);
    sample.change(|tx| edit_entry(tx, Vocabulary::Theme, label, &retired()));
    let offered = sample
        .dossier
        .read(|reader| list_labels(reader, Vocabulary::Theme));
    assert!(!offered.unwrap().iter().any(|other| other == label));
    let kept = sample
        .dossier
        .read(|reader| get_recommendation(reader, &ids[0]));
    assert_eq!(kept.unwrap().themes, [label], "I23");
    let found = entry(&sample, Vocabulary::Theme, label).unwrap();
    assert_eq!(
        (found.is_active, found.is_built_in, found.records),
        (false, true, 1)
    );
    let change = adding(&ids[1..], Vocabulary::Theme, label);
    assert_eq!(
        sample.refused(|tx| tag_recommendations(tx, &change)).code,
        "label-retired"
    );
    let again = EntryPatch {
        is_active: Some(true),
        ..EntryPatch::default()
    };
    sample.change(|tx| edit_entry(tx, Vocabulary::Theme, label, &again));
    sample.change(|tx| tag_recommendations(tx, &change));
}

#[test]
fn what_is_built_in_or_in_use_is_not_removed_and_states_are_not_invented() {
    let mut sample = Sample::new();
    let ids = sample.recommendations(1);
    sample.change(|tx| add_entry(tx, &new(Vocabulary::Territory, "North", None)));
    tag(&mut sample, &ids, Vocabulary::Territory, "North");
    let in_use = sample.refused(|tx| remove_entry(tx, Vocabulary::Territory, "North"));
    assert_eq!(
        (in_use.code.as_str(), in_use.args["count"].as_str()),
        ("label-in-use", "1")
    );
    let built_in = sample.refused(|tx| remove_entry(tx, Vocabulary::Group, "Children"));
    assert_eq!(built_in.code, "label-built-in");
    let renamed =
        sample.refused(|tx| edit_entry(tx, Vocabulary::Group, "Children", &named("Kids")));
    assert_eq!(renamed.code, "label-built-in");
    let unknown = sample.refused(|tx| remove_entry(tx, Vocabulary::Territory, "South"));
    assert_eq!(unknown.code, "label-unknown");
    let state = sample.refused(|tx| add_entry(tx, &new(Vocabulary::Country, "ATL", None)));
    assert_eq!(state.code, "vocabulary-closed");
    let tagged = adding(&ids, Vocabulary::Country, "ATL");
    let tagged = sample.refused(|tx| tag_recommendations(tx, &tagged));
    assert_eq!(tagged.code, "state-unknown");
    let blank = sample.refused(|tx| add_entry(tx, &new(Vocabulary::National, " ", None)));
    assert_eq!(blank.code, "label-empty");
    let twice = sample.refused(|tx| add_entry(tx, &new(Vocabulary::Territory, "NORTH", None)));
    assert_eq!(twice.code, "label-taken");
}

#[test]
fn territories_stand_in_a_tree_without_circles() {
    let mut sample = Sample::new();
    let territory = Vocabulary::Territory;
    sample.change(|tx| add_entry(tx, &new(territory, "North", None)));
    sample.change(|tx| add_entry(tx, &new(territory, "Highlands", Some("North"))));
    sample.change(|tx| add_entry(tx, &new(territory, "Upper valley", Some("Highlands"))));
    let under = |parent: &str| EntryPatch {
        parent: Some(Some(parent.to_owned())),
        ..EntryPatch::default()
    };
    let circle = sample.refused(|tx| edit_entry(tx, territory, "North", &under("Upper valley")));
    assert_eq!(circle.code, "parent-below-itself");
    let stranger = sample.refused(|tx| edit_entry(tx, territory, "North", &under("South")));
    assert_eq!(stranger.code, "parent-unknown");
    sample.change(|tx| edit_entry(tx, territory, "Highlands", &named("Uplands")));
    let child = entry(&sample, territory, "Upper valley").unwrap();
    assert_eq!(
        child.parent.as_deref(),
        Some("Uplands"),
        "what stands under it follows"
    );
    sample.change(|tx| remove_entry(tx, territory, "Uplands"));
    assert_eq!(
        entry(&sample, territory, "Upper valley").unwrap().parent,
        None
    );
}

#[test]
fn a_vocabulary_goes_out_as_a_table_and_comes_back_the_same() {
    let mut sample = Sample::new();
    sample.change(|tx| add_entry(tx, &new(Vocabulary::Territory, "=North, \"upper\"", None)));
    sample.change(|tx| {
        add_entry(
            tx,
            &new(Vocabulary::Territory, "A valley", Some("=North, \"upper\"")),
        )
    });
    sample.change(|tx| edit_entry(tx, Vocabulary::Territory, "A valley", &retired()));
    let out = sample
        .dossier
        .read(|reader| as_csv(reader, Vocabulary::Territory))
        .unwrap();
    assert!(out.contains("\"'=North"), "no formula leaves: {out}");
    let same = sample.change(|tx| import_entries(tx, Vocabulary::Territory, &out));
    assert_eq!((same.added, same.changed, same.unchanged), (0, 0, 2));
    let mut other = Sample::new();
    let taken = other.change(|tx| import_entries(tx, Vocabulary::Territory, &out));
    assert_eq!((taken.added, taken.changed), (2, 0));
    let read = |sample: &Sample| {
        sample
            .dossier
            .read(|reader| list_entries(reader, Vocabulary::Territory))
            .unwrap()
    };
    assert_eq!(read(&other), read(&sample));
}

#[test]
fn a_table_is_taken_over_whole_or_not_at_all() {
    let mut sample = Sample::new();
    for (csv, code) in [
        ("name\nNorth\n", "table-without-label"),
        ("", "table-without-label"),
        ("label,active\nNorth,yes\n,no\n", "row-label-empty"),
        ("label\nNorth\nnorth\n", "row-label-twice"),
        ("label;active\nNorth;perhaps\n", "row-active-unclear"),
        ("label,parent\nNorth,Nowhere\n", "parent-unknown"),
        (
            "label,parent\nNorth,South\nSouth,North\n",
            "parent-below-itself",
        ),
    ] {
        let error = sample.refused(|tx| import_entries(tx, Vocabulary::Territory, csv));
        assert_eq!(error.code, code, "{csv:?}");
    }
    let closed = sample.refused(|tx| import_entries(tx, Vocabulary::Sdg, "label\n99.9\n"));
    assert_eq!(closed.code, "vocabulary-closed");
    let taken = sample.change(|tx| {
        import_entries(
            tx,
            Vocabulary::Theme,
            "label\tactive\tedition\nRight to health\tno\t2026\nHousing first\tyes\t\n",
        )
    });
    assert_eq!((taken.added, taken.changed), (1, 1));
    let health = entry(&sample, Vocabulary::Theme, "Right to health").unwrap();
    assert_eq!(
        (health.is_active, health.edition.as_deref()),
        (false, Some("2026"))
    );
}
