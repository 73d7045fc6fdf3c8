//! Counts over the board: where things stand, and progress by cluster, agency, position, category.

use std::collections::BTreeMap;

use super::board::{ActionEntry, Board, Entry};
use super::{Count, DueKind, ProgressCount, ProgressState, Standing, Summary};
use crate::base::date;
use crate::clusters::Cluster;
use crate::people::Agency;
use crate::reference::{positions, scales};

/// Progress in the order in which it is shown.
pub const PROGRESS_ORDER: [ProgressState; 7] = [
    ProgressState::NoAction,
    ProgressState::NotStarted,
    ProgressState::InProgress,
    ProgressState::Partial,
    ProgressState::Done,
    ProgressState::Stopped,
    ProgressState::NotApplicable,
];

/// The first look at where things stand.
#[must_use]
pub fn standing(board: &Board) -> Standing {
    let all = &board.recommendations;
    let in_group = |entry: &&Entry, wanted: positions::PositionGroup| {
        let position = entry
            .position
            .as_ref()
            .and_then(|code| positions::by_code(code));
        position.is_some_and(|position| position.group == wanted)
    };
    let late = |action: &&ActionEntry| action.due.kind == DueKind::Late;
    let soon = |action: &&ActionEntry| action.due.kind == DueKind::Soon;
    let with = |wanted: DueKind| {
        count(
            all.iter()
                .filter(|e| board.actions_of(e).any(|action| action.due.kind == wanted)),
        )
    };
    Standing {
        as_at: date::iso(board.today),
        recommendations: count(all.iter()),
        supported: count(
            all.iter()
                .filter(|e| in_group(e, positions::PositionGroup::Accepted)),
        ),
        noted: count(
            all.iter()
                .filter(|e| in_group(e, positions::PositionGroup::Noted)),
        ),
        actions: count(board.actions.iter()),
        late_actions: count(board.actions.iter().filter(late)),
        due_soon_actions: count(board.actions.iter().filter(soon)),
        late: with(DueKind::Late),
        due_soon: with(DueKind::Soon),
        unassigned: count(all.iter().filter(|entry| entry.lead.is_none())),
        without_action: count(all.iter().filter(|entry| entry.actions.is_empty())),
        unclustered: count(all.iter().filter(|entry| entry.cluster.is_none())),
        actions_unassigned: count(board.actions.iter().filter(|action| action.lead.is_none())),
        actions_without_due: count(
            board
                .actions
                .iter()
                .filter(|action| action.due.kind == DueKind::None),
        ),
        unconfirmed: count(all.iter().filter(|entry| entry.is_unconfirmed)),
    }
}

/// Progress by every property, over the places of a view (`None`: all).
#[must_use]
pub fn summary(
    board: &Board,
    view: Option<&[usize]>,
    clusters: &[Cluster],
    agencies: &[Agency],
) -> Summary {
    let entries: Vec<&Entry> = match view {
        Some(places) => places
            .iter()
            .filter_map(|p| board.recommendations.get(*p))
            .collect(),
        None => board.recommendations.iter().collect(),
    };
    let actions = actions_in(board, &entries, view.is_none());
    let cluster_keys = keys(
        clusters
            .iter()
            .map(|c| (c.id.clone(), Some(c.name.clone()))),
    );
    let agency_keys = keys(
        agencies
            .iter()
            .map(|a| (a.id.clone(), Some(a.short_name.clone()))),
    );
    let position_keys = keys(positions::all().iter().map(|p| (p.code.clone(), None)));
    let category_keys = keys((1..=5).map(|category: u8| (category.to_string(), None)));
    Summary {
        as_at: date::iso(board.today),
        by_progress: by_progress(entries.iter().map(|entry| entry.progress)),
        by_position: counts(board, &entries, position_keys, |e| {
            e.position.as_deref().map(str::to_owned)
        }),
        by_category: counts(board, &entries, category_keys, |e| {
            e.category.map(|c| c.to_string())
        }),
        by_cluster: counts(board, &entries, cluster_keys, |e| {
            e.cluster.as_deref().map(str::to_owned)
        }),
        by_agency: counts(board, &entries, agency_keys, |e| {
            e.lead.as_deref().map(str::to_owned)
        }),
        actions_by_status: actions_by_status(&actions),
    }
}

/// The actions of a view: all, or those of its recommendations, each once.
#[must_use]
pub fn actions_in<'a>(board: &'a Board, entries: &[&Entry], is_all: bool) -> Vec<&'a ActionEntry> {
    if is_all {
        return board.actions.iter().collect();
    }
    let mut places: Vec<usize> = entries
        .iter()
        .flat_map(|entry| entry.actions.clone())
        .collect();
    places.sort_unstable();
    places.dedup();
    places
        .into_iter()
        .filter_map(|place| board.actions.get(place))
        .collect()
}

/// How many have each progress; all kinds, in their order.
#[must_use]
pub fn by_progress(states: impl Iterator<Item = ProgressState>) -> Vec<ProgressCount> {
    let mut found: BTreeMap<ProgressState, u32> = BTreeMap::new();
    for state in states {
        *found.entry(state).or_default() += 1;
    }
    PROGRESS_ORDER
        .into_iter()
        .map(|progress| ProgressCount {
            progress,
            count: found.get(&progress).copied().unwrap_or(0),
        })
        .collect()
}

type Keys = Vec<(Option<String>, Option<String>)>;

/// The vocabulary's keys in order, "not set" at the end.
fn keys(known: impl Iterator<Item = (String, Option<String>)>) -> Keys {
    known
        .map(|(key, name)| (Some(key), name))
        .chain([(None, None)])
        .collect()
}

fn counts(
    board: &Board,
    entries: &[&Entry],
    keys: Keys,
    key_of: impl Fn(&Entry) -> Option<String>,
) -> Vec<Count> {
    let mut groups: BTreeMap<Option<String>, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        groups.entry(key_of(entry)).or_default().push(entry);
    }
    keys.into_iter()
        .filter_map(|(key, name)| {
            let group = groups.get(&key)?;
            let is_late = |entry: &&&Entry| entry.due.kind == DueKind::Late;
            let is_done = |entry: &&&Entry| entry.progress == ProgressState::Done;
            Some(Count {
                key,
                name,
                recommendations: count(group.iter()),
                actions: count(actions_in(board, group, false).iter()),
                late: count(group.iter().filter(is_late)),
                done: count(group.iter().filter(is_done)),
                by_progress: by_progress(group.iter().map(|entry| entry.progress)),
            })
        })
        .collect()
}

fn actions_by_status(actions: &[&ActionEntry]) -> Vec<Count> {
    scales::scale("CORE_ACT")
        .into_iter()
        .filter_map(|status| {
            let own: Vec<&&ActionEntry> = actions
                .iter()
                .filter(|action| *action.status == *status.code)
                .collect();
            if own.is_empty() {
                return None;
            }
            Some(Count {
                key: Some(status.code.clone()),
                name: None,
                recommendations: 0,
                actions: count(own.iter()),
                late: count(own.iter().filter(|action| action.due.kind == DueKind::Late)),
                done: count(
                    own.iter()
                        .filter(|action| action.progress == ProgressState::Done),
                ),
                by_progress: by_progress(own.iter().map(|action| action.progress)),
            })
        })
        .collect()
}

pub(super) fn count(things: impl Iterator) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}
