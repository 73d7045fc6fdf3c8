//! Lateness and progress, worked out from dates and statuses on the day asked for (I20).

use chrono::NaiveDate;

use super::{Due, DueKind, ProgressState};
use crate::base::date;
use crate::reference::scales;

/// "Due soon" is within so many days, today included.
pub const DUE_SOON_DAYS: i64 = 30;

/// Where an action's due date stands on `today`. Done, stopped and not applicable settle it.
#[must_use]
pub fn due_of(
    progress: ProgressState,
    is_continuous: bool,
    due_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Due {
    let settled = [
        ProgressState::Done,
        ProgressState::Stopped,
        ProgressState::NotApplicable,
    ]
    .contains(&progress);
    let Some(day) = due_on else {
        let kind = match (settled, is_continuous) {
            (true, _) => DueKind::Settled,
            (false, true) => DueKind::Continuous,
            (false, false) => DueKind::None,
        };
        return Due {
            kind,
            on: None,
            days: None,
        };
    };
    let left = (day - today).num_days();
    let kind = match left {
        _ if settled => DueKind::Settled,
        ..0 => DueKind::Late,
        0..=DUE_SOON_DAYS => DueKind::Soon,
        _ => DueKind::Later,
    };
    Due {
        kind,
        on: Some(date::iso(day)),
        days: (!settled).then(|| u32::try_from(left.abs()).unwrap_or(u32::MAX)),
    }
}

/// The most pressing of several: the latest late one first, then the nearest to come.
#[must_use]
pub fn most_pressing<'a>(dues: impl Iterator<Item = &'a Due>) -> Due {
    let pressing = |due: &&Due| match due.kind {
        DueKind::Late => (0, due.on.clone()),
        DueKind::Soon | DueKind::Later => (1, due.on.clone()),
        DueKind::None => (2, None),
        DueKind::Continuous => (3, None),
        DueKind::Settled => (4, due.on.clone()),
    };
    dues.min_by_key(pressing).cloned().unwrap_or(Due {
        kind: DueKind::None,
        on: None,
        days: None,
    })
}

/// The progress a status of scale CORE_ACT stands for.
#[must_use]
pub fn progress_of_status(code: &str) -> ProgressState {
    scales::of_action(code).map_or(ProgressState::NotStarted, |status| match status.progress {
        scales::ProgressKind::NotStarted => ProgressState::NotStarted,
        scales::ProgressKind::InProgress => ProgressState::InProgress,
        scales::ProgressKind::Partial => ProgressState::Partial,
        scales::ProgressKind::Done => ProgressState::Done,
        scales::ProgressKind::Stopped => ProgressState::Stopped,
        scales::ProgressKind::NotApplicable => ProgressState::NotApplicable,
    })
}

/// The progress of a recommendation from that of its actions: done when all that count are done,
/// partly when some are, in progress when anything began. Not applicable ones do not count.
#[must_use]
pub fn progress_of_actions(actions: &[ProgressState]) -> ProgressState {
    let counting: Vec<ProgressState> = actions
        .iter()
        .copied()
        .filter(|p| *p != ProgressState::NotApplicable)
        .collect();
    let all = |state: ProgressState| counting.iter().all(|progress| *progress == state);
    let any = |states: &[ProgressState]| counting.iter().any(|progress| states.contains(progress));
    if actions.is_empty() {
        ProgressState::NoAction
    } else if counting.is_empty() {
        ProgressState::NotApplicable
    } else if all(ProgressState::Done) {
        ProgressState::Done
    } else if all(ProgressState::Stopped) {
        ProgressState::Stopped
    } else if any(&[ProgressState::Done, ProgressState::Partial]) {
        ProgressState::Partial
    } else if any(&[ProgressState::InProgress]) {
        ProgressState::InProgress
    } else {
        ProgressState::NotStarted
    }
}

#[cfg(test)]
mod tests {
    use super::ProgressState::{
        Done, InProgress, NoAction, NotApplicable, NotStarted, Partial, Stopped,
    };
    use super::*;

    fn day(text: &str) -> NaiveDate {
        date::parse(text).unwrap()
    }

    #[test]
    fn an_action_is_late_from_the_day_after_its_due_date() {
        let due = |on| due_of(InProgress, false, Some(day(on)), day("2026-11-24"));
        assert_eq!(
            (due("2026-11-23").kind, due("2026-11-23").days),
            (DueKind::Late, Some(1))
        );
        assert_eq!(
            (due("2026-11-24").kind, due("2026-11-24").days),
            (DueKind::Soon, Some(0))
        );
        assert_eq!(due("2026-12-24").kind, DueKind::Soon);
        assert_eq!(due("2026-12-25").kind, DueKind::Later);
    }

    #[test]
    fn what_is_done_or_stopped_is_not_late() {
        for progress in [Done, Stopped, NotApplicable] {
            let due = due_of(progress, false, Some(day("2020-01-01")), day("2026-11-24"));
            assert_eq!((due.kind, due.days), (DueKind::Settled, None));
        }
    }

    #[test]
    fn a_recommendation_is_as_far_as_its_actions_together() {
        assert_eq!(progress_of_actions(&[]), NoAction);
        assert_eq!(progress_of_actions(&[NotStarted, NotStarted]), NotStarted);
        assert_eq!(progress_of_actions(&[NotStarted, InProgress]), InProgress);
        assert_eq!(progress_of_actions(&[Done, NotStarted]), Partial);
        assert_eq!(progress_of_actions(&[Done, NotApplicable]), Done);
        assert_eq!(progress_of_actions(&[Done, Stopped]), Partial);
        assert_eq!(progress_of_actions(&[Stopped]), Stopped);
        assert_eq!(progress_of_actions(&[NotApplicable]), NotApplicable);
    }

    #[test]
    fn the_latest_late_date_presses_most() {
        let today = day("2026-11-24");
        let of = |on: &str| due_of(InProgress, false, Some(day(on)), today);
        let dues = [of("2027-01-01"), of("2026-10-01"), of("2026-11-01")];
        assert_eq!(most_pressing(dues.iter()).on.as_deref(), Some("2026-10-01"));
        assert_eq!(most_pressing([].iter()).kind, DueKind::None);
    }
}
