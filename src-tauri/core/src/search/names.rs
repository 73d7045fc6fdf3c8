//! How the values of columns are called, spelled and ordered.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::base::Result;
use crate::base::lang::Words;
use crate::base::text::fold_words;
use crate::base::word::{value_of, word_of};
use crate::dossier::Reader;
use crate::figures::PROGRESS_ORDER;
use crate::figures::board::{FacetColumn, NONE};
use crate::recommendations::sort_key;
use crate::reference::{mechanisms, positions, states, vocabularies};

/// Names of what has an id in the plan, with their order.
pub(super) struct Names {
    /// Short name, full name and rank by id.
    agencies: HashMap<String, (String, String, u32)>,
    clusters: HashMap<String, (String, u32)>,
}

impl Names {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self> {
        let mut next = 0_u32;
        let mut rank = || {
            next += 1;
            next
        };
        let agencies = reader.rows(
            "select id, short_name, name from live_agency order by short_name collate nocase, id",
            [],
            |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?, rank()))),
        )?;
        let clusters = reader.rows(
            "select c.id, c.name
             from live_cluster c
             left join live_cluster_scheme s on s.id = c.scheme_id
             order by s.place, c.place, c.name, c.id",
            [],
            |row| Ok((row.get(0)?, (row.get(1)?, rank()))),
        )?;
        Ok(Names {
            agencies: agencies.into_iter().collect(),
            clusters: clusters.into_iter().collect(),
        })
    }

    pub(super) fn agency(&self, id: &str) -> Option<&str> {
        self.agencies.get(id).map(|(short, _, _)| short.as_str())
    }

    pub(super) fn cluster(&self, id: &str) -> Option<&str> {
        self.clusters.get(id).map(|(name, _)| name.as_str())
    }

    /// A value's name as it is stored; `None` for codes that Fluent names and labels that are their
    /// own name.
    pub(super) fn name(&self, column: FacetColumn, value: &str) -> Option<String> {
        match column {
            FacetColumn::Cluster => self.cluster(value).map(str::to_owned),
            FacetColumn::Lead | FacetColumn::Agency => self.agency(value).map(str::to_owned),
            FacetColumn::State | FacetColumn::Country => {
                states::by_iso3(value).map(|state| state.name.clone())
            }
            FacetColumn::Region => states::all()
                .iter()
                .find(|state| state.group_code == value)
                .map(|state| state.group_name.clone()),
            FacetColumn::Sdg => vocabularies::sdg_targets()
                .iter()
                .find(|target| target.target == value)
                .map(|target| format!("{} {}", target.target, target.title)),
            _ => None,
        }
    }

    /// Everything a person may type for a value, folded; its code first.
    pub(super) fn spellings(&self, column: FacetColumn, value: &str) -> Vec<String> {
        let mut spelled = vec![value.to_owned(), value.replace('_', " ")];
        spelled.extend(self.name(column, value));
        if let Some(key) = label_key(column, value) {
            spelled.push(english().say(&key));
        }
        match column {
            FacetColumn::Lead | FacetColumn::Agency => {
                spelled.extend(self.agencies.get(value).map(|(_, name, _)| name.clone()));
            }
            FacetColumn::State | FacetColumn::Country => {
                if let Some(state) = states::by_iso3(value) {
                    spelled.push(state.iso2.clone());
                    spelled.extend(state.aliases.iter().cloned());
                }
            }
            FacetColumn::Position => {
                if let Some(group) =
                    positions::by_code(value).and_then(|position| word_of(&position.group).ok())
                {
                    spelled.push(group);
                }
            }
            FacetColumn::Standing => {
                spelled.extend(value.strip_prefix("position_").map(str::to_owned));
            }
            _ => {}
        }
        let mut folded: Vec<String> = spelled.iter().map(|word| fold_words(word)).collect();
        folded.dedup();
        folded
    }

    /// Where a value stands among the others of its column; "not set" stands last.
    pub(super) fn order(&self, column: FacetColumn, value: &str) -> (u32, String) {
        const LAST: u32 = u32::MAX;
        let at = |place: Option<usize>| {
            place
                .and_then(|place| u32::try_from(place).ok())
                .unwrap_or(LAST - 1)
        };
        let rank = match column {
            _ if value == NONE => LAST,
            FacetColumn::Cluster => self.clusters.get(value).map_or(LAST - 1, |(_, rank)| *rank),
            FacetColumn::Lead | FacetColumn::Agency => self
                .agencies
                .get(value)
                .map_or(LAST - 1, |(_, _, rank)| *rank),
            FacetColumn::Position => at(positions::all()
                .iter()
                .position(|position| position.code == value)),
            FacetColumn::Mechanism => at(mechanisms::all()
                .iter()
                .position(|mechanism| mechanism.code == value)),
            FacetColumn::Progress => at(PROGRESS_ORDER
                .iter()
                .position(|progress| value_of(value) == Some(*progress))),
            FacetColumn::Priority => at(PRIORITIES.iter().position(|priority| *priority == value)),
            FacetColumn::Category
            | FacetColumn::Cycle
            | FacetColumn::Session
            | FacetColumn::Year => value.parse().unwrap_or(LAST - 1),
            _ => 0,
        };
        let text = match column {
            FacetColumn::State | FacetColumn::Country => {
                fold_words(&self.name(column, value).unwrap_or_else(|| value.to_owned()))
            }
            FacetColumn::Sdg | FacetColumn::Document | FacetColumn::Right => sort_key(value),
            _ => fold_words(value),
        };
        (rank, text)
    }
}

pub(super) const PRIORITIES: [&str; 4] = ["urgent", "high", "medium", "low"];

/// The Fluent message that names a code.
fn label_key(column: FacetColumn, value: &str) -> Option<String> {
    let word = value.to_lowercase().replace('_', "-");
    Some(match column {
        FacetColumn::Position => return positions::by_code(value).map(|p| p.label_key.clone()),
        FacetColumn::Mechanism => return mechanisms::by_code(value).map(|m| m.label_key.clone()),
        FacetColumn::Progress => format!("reference-progress-{word}"),
        FacetColumn::Category => format!("reference-category-{word}"),
        FacetColumn::Priority => format!("reference-priority-{word}"),
        FacetColumn::RecordType => format!("reference-record-type-{word}"),
        FacetColumn::Standing => format!("recommendations-standing-{word}"),
        _ => return None,
    })
}

/// Field words and the codes behind them are English in every language of the screens.
fn english() -> &'static Words {
    static ENGLISH: OnceLock<Words> = OnceLock::new();
    ENGLISH.get_or_init(|| Words::of("en"))
}

/// Codes that may be asked for though no record has them.
pub(super) fn known_values(column: FacetColumn) -> Vec<String> {
    match column {
        FacetColumn::Position => positions::all().iter().map(|p| p.code.clone()).collect(),
        FacetColumn::Mechanism => mechanisms::all().iter().map(|m| m.code.clone()).collect(),
        FacetColumn::Progress => PROGRESS_ORDER
            .iter()
            .filter_map(|p| word_of(p).ok())
            .collect(),
        FacetColumn::Priority => PRIORITIES.map(str::to_owned).to_vec(),
        FacetColumn::Category => (1..=5).map(|category| category.to_string()).collect(),
        FacetColumn::State => states::all()
            .iter()
            .map(|state| state.iso3.clone())
            .collect(),
        FacetColumn::Region => {
            let mut groups: Vec<String> = states::all()
                .iter()
                .map(|state| state.group_code.clone())
                .collect();
            groups.sort();
            groups.dedup();
            groups
        }
        FacetColumn::Sdg => vocabularies::sdg_targets()
            .iter()
            .map(|t| t.target.clone())
            .collect(),
        FacetColumn::Theme => vocabularies::themes()
            .iter()
            .map(|t| t.label.clone())
            .collect(),
        FacetColumn::Group => vocabularies::groups()
            .iter()
            .map(|g| g.label.clone())
            .collect(),
        FacetColumn::RecordType => ["recommendation", "concern_observation", "voluntary_pledge"]
            .map(str::to_owned)
            .to_vec(),
        FacetColumn::Standing => crate::figures::board::STANDINGS.map(str::to_owned).to_vec(),
        _ => Vec::new(),
    }
}

impl Names {
    /// Ids that may be asked for though no record has them.
    pub(super) fn known_ids(&self, column: FacetColumn) -> Vec<String> {
        match column {
            FacetColumn::Cluster => self.clusters.keys().cloned().collect(),
            FacetColumn::Lead | FacetColumn::Agency => self.agencies.keys().cloned().collect(),
            _ => known_values(column),
        }
    }
}
