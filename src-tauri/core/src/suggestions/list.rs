//! What is suggested for a selection.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Deserialize;
use ts_rs::TS;

use super::gathered::Gathered;
use super::names::Name;
use super::neighbours::{Known, Neighbourhood};
use super::records::{Record, Which, dismissed, records, retired, tags_by_record, uses_built_in};
use super::rules;
use super::texts::{TextSeen, look_at};
use super::{KINDS, Openings, RecordSuggestions, Suggestion, SuggestionKind, SuggestionReason};
use crate::base::Result;
use crate::base::word::word_of;
use crate::clusters;
use crate::dossier::Reader;

/// What counts less than this is not worth a look.
const LEAST: f64 = 0.2;
/// Suggestions of one kind and record.
const MOST: usize = 3;
/// A tag that came with the file and waits for a person.
const IMPORTED: f64 = 0.85;
/// The most that a name alone says.
const BY_NAME: f64 = 0.6;
const WORDS_SHOWN: usize = 4;

#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SuggestionQuestion {
    /// All recommendations where empty.
    #[ts(optional, as = "Option<Vec<String>>")]
    pub ids: Vec<String>,
    /// All kinds where empty.
    #[ts(optional, as = "Option<Vec<SuggestionKind>>")]
    pub kinds: Vec<SuggestionKind>,
    /// The least confidence, 0 to 1; 0.2 where absent.
    pub least: Option<f64>,
    /// The most suggestions of a kind and record; 3 where absent.
    pub most: Option<u32>,
}

/// What is suggested for each recommendation asked about, in the order of their reference; those for
/// which nothing is are left out. What a person has confirmed or dismissed is not suggested again.
///
/// # Errors
/// The storage's own.
pub fn list_suggestions(
    reader: &Reader<'_>,
    question: &SuggestionQuestion,
) -> Result<Vec<RecordSuggestions>> {
    let kinds = if question.kinds.is_empty() {
        KINDS.to_vec()
    } else {
        question.kinds.clone()
    };
    let desk = SortingDesk::read(reader, &kinds)?;
    let least = question.least.unwrap_or(LEAST);
    let most = question
        .most
        .map_or(MOST, |most| usize::try_from(most).unwrap_or(MOST));
    let which = if question.ids.is_empty() {
        Which::All
    } else {
        Which::These(&question.ids)
    };
    let mut found = Vec::new();
    for record in records(reader, which)? {
        let mut suggestions = Vec::new();
        let seen = desk.look_at(&record);
        for kind in &kinds {
            let mut of_kind = desk.suggest(&record, &seen, *kind);
            of_kind.retain(|one| one.confidence >= least && !desk.is_settled(&record, one));
            of_kind.sort_by(|a, b| {
                b.confidence
                    .total_cmp(&a.confidence)
                    .then_with(|| a.label.cmp(&b.label))
            });
            of_kind.truncate(most);
            suggestions.extend(of_kind);
        }
        if !suggestions.is_empty() {
            found.push(RecordSuggestions {
                recommendation_id: record.id,
                suggestions,
            });
        }
    }
    Ok(found)
}

/// A record's text, read once.
struct Seen {
    text: Arc<TextSeen>,
    likenesses: Vec<f64>,
    as_rules_see_it: Vec<String>,
}

/// Everything that suggestions rest on.
struct SortingDesk {
    neighbourhood: Neighbourhood,
    openings: Openings,
    /// What could be suggested, each with its shown label.
    names: BTreeMap<SuggestionKind, Vec<(String, String, Name)>>,
    tags: BTreeMap<String, Vec<(SuggestionKind, String, bool)>>,
    /// How far the plan uses the labels that the rules know, 0 to 1.
    uses_built_in: BTreeMap<SuggestionKind, f64>,
    dismissed: BTreeSet<(String, String, String)>,
    /// Kind and label.
    retired: BTreeSet<(String, String)>,
}

impl SortingDesk {
    fn read(reader: &Reader<'_>, kinds: &[SuggestionKind]) -> Result<Self> {
        let tags = tags_by_record(reader)?;
        let needs_neighbours = kinds.iter().any(|kind| *kind != SuggestionKind::Category);
        let mut openings = Openings::default();
        let mut known = Vec::new();
        for record in records(reader, Which::Known)? {
            if let Some(category) = record.category.filter(|_| record.is_category_confirmed) {
                openings.learn(&record.text, category);
            }
            let mut labels: BTreeMap<SuggestionKind, Vec<String>> = BTreeMap::new();
            for (kind, label, is_confirmed) in tags.get(&record.id).into_iter().flatten() {
                if *is_confirmed {
                    labels.entry(*kind).or_default().push(label.clone());
                }
            }
            if let Some(cluster) = record.cluster {
                labels
                    .entry(SuggestionKind::Cluster)
                    .or_default()
                    .push(cluster);
            }
            if !needs_neighbours {
                continue;
            }
            known.push(Known {
                text: look_at(&record.text),
                id: record.id,
                reference: record.reference,
                labels,
            });
        }
        let names = kinds
            .iter()
            .map(|kind| Ok((*kind, names_of(reader, *kind, &known)?)))
            .collect::<Result<_>>()?;
        Ok(SortingDesk {
            neighbourhood: Neighbourhood::of(known),
            openings,
            names,
            uses_built_in: uses_built_in(&tags),
            tags,
            dismissed: dismissed(reader)?,
            retired: retired(reader)?,
        })
    }

    fn look_at(&self, record: &Record) -> Seen {
        let text = look_at(&record.text);
        Seen {
            likenesses: self.neighbourhood.likenesses(&record.id, &text),
            as_rules_see_it: rules::words_of(&record.text),
            text,
        }
    }

    fn suggest(&self, record: &Record, seen: &Seen, kind: SuggestionKind) -> Vec<Suggestion> {
        if kind == SuggestionKind::Category {
            return self.openings.suggest(&record.text).into_iter().collect();
        }
        let mut gathered = Gathered::new(kind);
        self.by_import(record, kind, &mut gathered);
        self.by_neighbours(seen, kind, &mut gathered);
        if kind == SuggestionKind::Issue {
            for (issue, likely, words) in seen.text.topics.issues() {
                let words = words
                    .iter()
                    .take(WORDS_SHOWN)
                    .map(|word| seen.text.words.spoken(word));
                let reason = SuggestionReason::Words {
                    words: words.collect(),
                };
                gathered.add(issue, issue, likely * 0.95, reason);
            }
        }
        let used = self.uses_built_in.get(&kind).copied().unwrap_or(1.0);
        for ruled in rules::tags_in(kind, &seen.as_rules_see_it) {
            let reason = SuggestionReason::Words { words: ruled.words };
            gathered.add(ruled.label, ruled.label, ruled.confidence * used, reason);
        }
        for (value, label, name) in self.names.get(&kind).into_iter().flatten() {
            let (speaks, words) = name.speaks_for(&seen.text);
            let reason = SuggestionReason::Name { words };
            gathered.add(value, label, speaks * BY_NAME, reason);
        }
        gathered.suggestions
    }

    fn by_import(&self, record: &Record, kind: SuggestionKind, gathered: &mut Gathered) {
        for (of_kind, label, is_confirmed) in self.tags.get(&record.id).into_iter().flatten() {
            if *of_kind == kind && !is_confirmed {
                gathered.add(label, label, IMPORTED, SuggestionReason::Imported);
            }
        }
    }

    fn by_neighbours(&self, seen: &Seen, kind: SuggestionKind, gathered: &mut Gathered) {
        for voted in self
            .neighbourhood
            .vote(kind, &seen.likenesses, &seen.text.words)
        {
            let label = self.label_of(kind, voted.label);
            let reason = SuggestionReason::Similar {
                recommendation_id: voted.nearest.id.clone(),
                reference: voted.nearest.reference.clone(),
                likeness: per_cent(voted.likeness),
                words: voted.words,
            };
            gathered.add(voted.label, label, voted.share * 0.95, reason);
        }
    }

    fn label_of<'a>(&'a self, kind: SuggestionKind, value: &'a str) -> &'a str {
        let names = self.names.get(&kind).into_iter().flatten();
        names
            .into_iter()
            .find(|(known, _, _)| known == value)
            .map_or(value, |(_, label, _)| label.as_str())
    }

    /// Whether a person has decided already, on the record or on the label.
    fn is_settled(&self, record: &Record, one: &Suggestion) -> bool {
        let kind = word_of(&one.kind).unwrap_or_default();
        let is_there =
            match one.kind {
                SuggestionKind::Category => record.is_category_confirmed,
                SuggestionKind::Cluster => record.cluster.is_some(),
                _ => self.tags.get(&record.id).into_iter().flatten().any(
                    |(kind, label, confirmed)| {
                        *confirmed && *kind == one.kind && *label == one.value
                    },
                ),
            };
        is_there
            || self.retired.contains(&(kind.clone(), one.value.clone()))
            || self
                .dismissed
                .contains(&(record.id.clone(), kind, one.value.clone()))
    }
}

/// What could be suggested by its name alone: the plan's clusters, and the labels it uses. The
/// built-in themes and groups have rules of their own.
fn names_of(
    reader: &Reader<'_>,
    kind: SuggestionKind,
    known: &[Known],
) -> Result<Vec<(String, String, Name)>> {
    Ok(match kind {
        SuggestionKind::Category | SuggestionKind::Sdg | SuggestionKind::Issue => Vec::new(),
        SuggestionKind::Cluster => clusters::list_clusters(reader)?
            .into_iter()
            .map(|cluster| {
                let spoken = format!("{} {}", cluster.name, cluster.note.unwrap_or_default());
                (cluster.id, cluster.name, Name::of(&spoken))
            })
            .collect(),
        SuggestionKind::Theme | SuggestionKind::Group => {
            let labels: BTreeSet<&String> = known
                .iter()
                .flat_map(|record| record.labels.get(&kind).into_iter().flatten())
                .collect();
            labels
                .into_iter()
                .map(|label| (label.clone(), label.clone(), Name::of(label)))
                .collect()
        }
    })
}

/// A share as a whole number for showing.
fn per_cent(share: f64) -> u8 {
    (0..=100)
        .rev()
        .find(|whole| f64::from(*whole) <= share * 100.0)
        .unwrap_or(0)
}
