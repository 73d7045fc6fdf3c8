//! What is suggested for a selection.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::names::Name;
use super::neighbours::{Known, Neighbourhood};
use super::rules;
use super::topics::TopicsOf;
use super::words::TextWords;
use super::{KINDS, Openings, RecordSuggestions, Suggestion, SuggestionKind, SuggestionReason};
use crate::base::Result;
use crate::base::word::{value_of, word_of};
use crate::clusters;
use crate::dossier::Reader;

/// Sorted records that are compared with; enough to know how a plan sorts.
const MOST_KNOWN: u32 = 5_000;
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
pub fn suggest(
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
    let wanted: BTreeSet<&String> = question.ids.iter().collect();
    let mut found = Vec::new();
    for record in records(reader, false)? {
        if !wanted.is_empty() && !wanted.contains(&record.id) {
            continue;
        }
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

/// One recommendation's columns.
struct Record {
    id: String,
    reference: String,
    text: String,
    category: Option<u8>,
    is_category_confirmed: bool,
    cluster: Option<String>,
}

/// A record's text, read once.
struct Seen {
    words: TextWords,
    topics: TopicsOf,
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
    dismissed: BTreeSet<(String, String, String)>,
}

impl SortingDesk {
    fn read(reader: &Reader<'_>, kinds: &[SuggestionKind]) -> Result<Self> {
        let tags = tags_by_record(reader)?;
        let mut openings = Openings::default();
        let mut known = Vec::new();
        for record in records(reader, true)? {
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
            let words = TextWords::of(&record.text);
            known.push(Known {
                topics: TopicsOf::of(&words),
                words,
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
            tags,
            dismissed: dismissed(reader)?,
        })
    }

    fn look_at(&self, record: &Record) -> Seen {
        let words = TextWords::of(&record.text);
        let topics = TopicsOf::of(&words);
        Seen {
            likenesses: self.neighbourhood.likenesses(&record.id, &words, &topics),
            as_rules_see_it: rules::words_of(&record.text),
            words,
            topics,
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
            for (issue, likely, words) in seen.topics.issues() {
                let words = words
                    .iter()
                    .take(WORDS_SHOWN)
                    .map(|word| seen.words.spoken(word));
                let reason = SuggestionReason::Words {
                    words: words.collect(),
                };
                gathered.add(issue, issue, likely * 0.95, reason);
            }
        }
        for ruled in rules::tags_in(kind, &seen.as_rules_see_it) {
            let reason = SuggestionReason::Words { words: ruled.words };
            gathered.add(ruled.label, ruled.label, ruled.confidence, reason);
        }
        for (value, label, name) in self.names.get(&kind).into_iter().flatten() {
            let (speaks, words) = name.speaks_for(&seen.words, &seen.topics);
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
        for voted in self.neighbourhood.vote(kind, &seen.likenesses, &seen.words) {
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

    /// Whether a person has decided already.
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
            || self
                .dismissed
                .contains(&(record.id.clone(), kind, one.value.clone()))
    }
}

/// Suggestions of one kind as they come together: several grounds make one surer.
struct Gathered {
    kind: SuggestionKind,
    suggestions: Vec<Suggestion>,
}

impl Gathered {
    fn new(kind: SuggestionKind) -> Self {
        Gathered {
            kind,
            suggestions: Vec::new(),
        }
    }

    fn add(&mut self, value: &str, label: &str, confidence: f64, reason: SuggestionReason) {
        // A ground too weak to show would only blur the reasons.
        const LEAST_GROUND: f64 = 0.05;
        if confidence < LEAST_GROUND {
            return;
        }
        match self.suggestions.iter_mut().find(|one| one.value == value) {
            Some(one) => {
                one.confidence = 1.0 - (1.0 - one.confidence) * (1.0 - confidence);
                one.reasons.push(reason);
            }
            None => self.suggestions.push(Suggestion {
                kind: self.kind,
                value: value.to_owned(),
                label: label.to_owned(),
                confidence,
                reasons: vec![reason],
            }),
        }
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

/// All records, or those a person has sorted in some way.
fn records(reader: &Reader<'_>, only_known: bool) -> Result<Vec<Record>> {
    let narrowed = if only_known {
        "action_category_confirmed = 1
         or cluster_id is not null
         or exists (
           select 1 from live_recommendation_tag t
           where t.recommendation_id = r.id and t.confirmed = 1)"
    } else {
        "1 = 1"
    };
    reader.rows(
        &format!(
            "select id, reference, text, action_category, action_category_confirmed, cluster_id
             from live_recommendation r
             where {narrowed}
             order by sort_key, id
             limit :limit"
        ),
        named_params! {":limit": if only_known { i64::from(MOST_KNOWN) } else { -1 }},
        |row| {
            Ok(Record {
                id: row.get(0)?,
                reference: row.get(1)?,
                text: row.get(2)?,
                category: row.get(3)?,
                is_category_confirmed: row.get(4)?,
                cluster: row.get(5)?,
            })
        },
    )
}

type Tags = BTreeMap<String, Vec<(SuggestionKind, String, bool)>>;

fn tags_by_record(reader: &Reader<'_>) -> Result<Tags> {
    let rows = reader.rows(
        "select recommendation_id, vocabulary, label, confirmed
         from live_recommendation_tag
         order by recommendation_id, vocabulary, label",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
    )?;
    let mut tags = Tags::new();
    for (record, vocabulary, label, is_confirmed) in rows {
        let (record, vocabulary): (String, String) = (record, vocabulary);
        if let Some(kind) = value_of(&vocabulary) {
            tags.entry(record)
                .or_default()
                .push((kind, label, is_confirmed));
        }
    }
    Ok(tags)
}

fn dismissed(reader: &Reader<'_>) -> Result<BTreeSet<(String, String, String)>> {
    let rows = reader.rows(
        "select recommendation_id, kind, value
         from live_dismissed_suggestion
         order by recommendation_id, kind, value",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    Ok(rows.into_iter().collect())
}

/// A share as a whole number for showing.
fn per_cent(share: f64) -> u8 {
    (0..=100)
        .rev()
        .find(|whole| f64::from(*whole) <= share * 100.0)
        .unwrap_or(0)
}
