//! What goes out to anyone holds nothing that is not for anyone (G9): a text of its own in every field of
//! every table, then looked for in each file, raw, inflated, as UTF-16 and in Base64.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kit::full::{canary, content};
use kit::own::{bring_in, out};
use kit::sample::Sample;
use upright_core::dossier::{Dossier, Operation, content_shapes};
use upright_core::export::ExportFormat::{self, Csv, ImpactOss, Json, Matrix, Uhri};
use upright_core::people::add_author;

use super::empty;

/// Fields that may stand in a file for anyone. A new field of a recommendation is decided on here.
const PUBLIC: [&str; 24] = [
    "recommendation.body",
    "recommendation.document",
    "recommendation.paragraph",
    "recommendation.letter",
    "recommendation.text",
    "recommendation.plain_text",
    "recommendation_state.position",
    "recommendation_tag.label",
    "position_entry.document",
    "position_entry.paragraph",
    "cluster.name",
    "agency.name",
    "agency.short_name",
    "action.title",
    "action.deliverable",
    "profile.title",
    "profile.mechanism_name",
    "recommendation_source.foreign_id",
    "document.symbol",
    "action.status",
    "recommendation.id",
    "action.id",
    "recommendation.reference",
    "recommendation.cross_border_topic",
];

const FORMATS: [ExportFormat; 4] = [Csv, Matrix, Uhri, ImpactOss];

/// A full plan; beside it what was removed, what was undone, what stood there before, and an author.
fn plan() -> Dossier {
    let mut dossier = empty();
    let author = dossier.change(Operation::new("choose_author").lasting(), |tx| {
        add_author(tx, "CanaryAuthorAtWork")
    });
    dossier.set_author(&author.unwrap().value, "CanaryAuthorAtWork");
    for mark in ["gone", "undone", "here"] {
        let file = content(&dossier, mark).to_string();
        bring_in(&mut dossier, "canaryfile.json", file.as_bytes()).expect("comes in");
        match mark {
            "gone" => {
                let tables = content_shapes().unwrap().iter();
                let tables: Vec<&str> = tables.map(|shape| shape.name.as_str()).collect();
                dossier
                    .change(Operation::new("edit_profile"), |tx| {
                        for table in tables.iter().filter(|table| **table != "profile") {
                            tx.execute(
                                &format!("update {table} set deleted = 1 where deleted = 0"),
                                [],
                            )?;
                        }
                        Ok(())
                    })
                    .expect("removed");
            }
            "undone" => {
                dossier.undo().expect("undone");
            }
            _ => {}
        }
    }
    let mut sample = Sample { dossier };
    for words in ["CanaryFormerTitle", "heretitle"] {
        sample.change(|tx| {
            tx.execute(
                &format!("update action set title = '{words}' where deleted = 0"),
                [],
            )
        });
    }
    sample.dossier
}

/// Every text of the full plan, by its field.
fn texts(mark: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for shape in content_shapes().unwrap() {
        for column in shape.columns.iter().filter(|column| !column.is_integer) {
            let field = format!("{}.{}", shape.name, column.name);
            all.push((field, canary(mark, &shape.name, &column.name)));
        }
    }
    all
}

/// The file as it lies there and what its archive holds.
fn layers(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut layers = vec![bytes.to_vec()];
    if let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes.to_vec())) {
        for at in 0..archive.len() {
            let mut part = Vec::new();
            archive
                .by_index(at)
                .unwrap()
                .read_to_end(&mut part)
                .unwrap();
            layers.push(part);
        }
    }
    layers
}

fn needles(word: &str) -> Vec<Vec<u8>> {
    let utf16: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut needles = vec![word.as_bytes().to_vec(), utf16];
    // Base64 of a text inside another differs with its place modulo three.
    for shift in 0..3 {
        let shifted = STANDARD.encode([&b"xxx"[..shift], word.as_bytes()].concat());
        needles.push(shifted.as_bytes()[4..shifted.len() - 4].to_vec());
    }
    needles
}

fn holds(layers: &[Vec<u8>], word: &str) -> bool {
    needles(word).iter().any(|needle| {
        layers
            .iter()
            .any(|layer| layer.windows(needle.len()).any(|window| window == needle))
    })
}

#[test]
fn nothing_but_what_is_public_reaches_a_public_file() {
    let dossier = plan();
    let mut looked_for = 0;
    let mut met = BTreeSet::new();
    for format in FORMATS {
        let layers = layers(&out(&dossier, format));
        for (field, word) in texts("here") {
            let is_there = holds(&layers, &word);
            if PUBLIC.contains(&field.as_str()) {
                met.extend(is_there.then_some(field));
            } else {
                looked_for += 1;
                assert!(!is_there, "{format:?} holds {field}");
            }
        }
        let gone = texts("gone").into_iter().chain(texts("undone"));
        for (field, word) in gone {
            looked_for += 1;
            assert!(
                !holds(&layers, &word),
                "{format:?} holds a removed or undone {field}"
            );
        }
        for word in [
            "CanaryAuthorAtWork",
            "CanaryFormerTitle",
            "canaryfile",
            "Upright/",
        ] {
            looked_for += 1;
            assert!(!holds(&layers, word), "{format:?} holds {word}");
        }
    }
    // The control: the search finds what is there.
    assert!(looked_for >= 300 && met.len() >= 10, "{looked_for} {met:?}");
    println!(
        "discretion: {looked_for} texts looked for, {} public fields met",
        met.len()
    );
}

#[test]
fn the_whole_plan_holds_names_and_notes_but_nothing_removed_and_no_history() {
    let dossier = plan();
    let layers = layers(&out(&dossier, Json));
    for field in [
        "focal_point.name",
        "author.name",
        "recommendation.note",
        "action.note",
    ] {
        let all = texts("here");
        let (_, word) = all.iter().find(|(name, _)| name == field).unwrap();
        assert!(holds(&layers, word), "{field}");
    }
    for (field, word) in texts("gone").into_iter().chain(texts("undone")) {
        assert!(!holds(&layers, &word), "{field}");
    }
    assert!(!holds(&layers, "CanaryFormerTitle") && !holds(&layers, "canaryfile"));
}

#[test]
fn the_properties_of_every_workbook_are_blank() {
    let dossier = plan();
    for format in [Matrix, Uhri] {
        let bytes = out(&dossier, format);
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut core = String::new();
        archive
            .by_name("docProps/core.xml")
            .unwrap()
            .read_to_string(&mut core)
            .unwrap();
        assert!(core.contains("<dc:creator></dc:creator>"), "{format:?}");
        assert!(!core.contains("title>"), "{format:?}");
    }
}
