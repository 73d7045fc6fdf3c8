//! A view: the places on the board that a filter means, in the order asked for. Held while it is
//! paged through, so that the last page costs what the first does.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::filter::Sieve;
use super::{Filter, Query, SortColumn};
use crate::base::Result;
use crate::dossier::Reader;
use crate::figures::board::{Board, Entry};
use crate::reference::positions;

#[derive(Debug, Clone)]
pub struct View {
    filter: Filter,
    sort: SortColumn,
    descending: bool,
    /// Places in [`Board::recommendations`].
    pub places: Vec<usize>,
}

impl View {
    /// Sieves and sorts.
    ///
    /// # Errors
    /// The storage's own.
    pub fn of(reader: &Reader<'_>, board: &Board, query: &Query) -> Result<Self> {
        let sieve = Sieve::new(reader, board, &query.filter)?;
        let mut places: Vec<usize> = board
            .recommendations
            .iter()
            .enumerate()
            .filter(|(_, entry)| sieve.passes(entry, None))
            .map(|(place, _)| place)
            .collect();
        sort(reader, board, query, &mut places)?;
        Ok(View {
            filter: query.filter.clone(),
            sort: query.sort,
            descending: query.descending,
            places,
        })
    }

    /// Whether this is the view `query` asks for.
    #[must_use]
    pub fn is_of(&self, query: &Query) -> bool {
        self.filter == query.filter
            && self.sort == query.sort
            && self.descending == query.descending
    }
}

/// Sorts by one column, the order of references within equals; "not set" comes last either way.
fn sort(reader: &Reader<'_>, board: &Board, query: &Query, places: &mut [usize]) -> Result<()> {
    if query.sort == SortColumn::Reference {
        if query.descending {
            places.reverse();
        }
        return Ok(());
    }
    let ranks = Ranks::read(reader, query.sort)?;
    let mut keyed: Vec<(Option<Rank>, usize)> = places
        .iter()
        .map(|place| {
            (
                board
                    .recommendations
                    .get(*place)
                    .and_then(|e| ranks.rank(e, query.sort)),
                *place,
            )
        })
        .collect();
    keyed.sort_by(|(a, a_place), (b, b_place)| {
        let by_rank = match (a, b) {
            (Some(a), Some(b)) if query.descending => b.cmp(a),
            (Some(a), Some(b)) => a.cmp(b),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        };
        by_rank.then(a_place.cmp(b_place))
    });
    for (slot, (_, place)) in places.iter_mut().zip(keyed) {
        *slot = place;
    }
    Ok(())
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Number(i64),
    Text(String),
}

/// The order of what has a name: by the name, not by the id.
struct Ranks {
    by_key: HashMap<i64, i64>,
    by_id: HashMap<String, i64>,
}

impl Ranks {
    fn read(reader: &Reader<'_>, column: SortColumn) -> Result<Self> {
        let mut ranks = Ranks {
            by_key: HashMap::new(),
            by_id: HashMap::new(),
        };
        let sql = match column {
            SortColumn::Text => {
                "select key, '' from live_recommendation order by text collate nocase, key"
            }
            SortColumn::Cluster => "select 0, id from live_cluster order by place, name, id",
            SortColumn::Lead => {
                "select 0, id from live_agency order by short_name collate nocase, id"
            }
            _ => return Ok(ranks),
        };
        let mut next = 0_i64;
        reader.rows(sql, [], |row| {
            next += 1;
            if column == SortColumn::Text {
                ranks.by_key.insert(row.get(0)?, next);
            } else {
                ranks.by_id.insert(row.get(1)?, next);
            }
            Ok(())
        })?;
        Ok(ranks)
    }

    fn rank(&self, entry: &Entry, column: SortColumn) -> Option<Rank> {
        let named = |id: Option<&str>| id.and_then(|id| self.by_id.get(id)).copied();
        let number = match column {
            SortColumn::Reference => None,
            SortColumn::Text => self.by_key.get(&entry.key).copied(),
            SortColumn::Cluster => named(entry.cluster.as_deref()),
            SortColumn::Lead => named(entry.lead.as_deref()),
            SortColumn::Category => entry.category.map(i64::from),
            SortColumn::Percent => entry.percent.map(i64::from),
            SortColumn::Priority => entry.priority.map(|priority| match priority {
                crate::recommendations::Priority::Urgent => 0,
                crate::recommendations::Priority::High => 1,
                crate::recommendations::Priority::Medium => 2,
                crate::recommendations::Priority::Low => 3,
            }),
            SortColumn::Progress => crate::figures::PROGRESS_ORDER
                .iter()
                .position(|progress| *progress == entry.progress)
                .and_then(|place| i64::try_from(place).ok()),
            SortColumn::Position => entry.position.as_deref().map(|code| {
                let place = positions::all()
                    .iter()
                    .position(|position| position.code == code);
                place
                    .and_then(|place| i64::try_from(place).ok())
                    .unwrap_or(i64::MAX)
            }),
            SortColumn::Due => return entry.due.on.clone().map(Rank::Text),
        };
        number.map(Rank::Number)
    }
}
