//! What lies with each agency today.

use super::board::Board;
use super::standing::count;
use super::{DueKind, Workload};
use crate::people::Agency;

/// The workload of every agency, in the order given.
#[must_use]
pub fn workload(
    board: &Board,
    agencies: &[Agency],
    supports: &[(String, String)],
) -> Vec<Workload> {
    agencies
        .iter()
        .map(|agency| {
            let is_it = |lead: Option<&str>| lead == Some(agency.id.as_str());
            let with_role = |wanted: bool| {
                let held = supports.iter().filter(|(id, _)| *id == agency.id);
                count(held.filter(|(_, role)| (role == "supporting") == wanted))
            };
            let led: Vec<_> = board
                .actions
                .iter()
                .filter(|action| is_it(action.lead.as_deref()))
                .collect();
            Workload {
                agency_id: agency.id.clone(),
                leads: count(
                    board
                        .recommendations
                        .iter()
                        .filter(|entry| is_it(entry.lead.as_deref())),
                ),
                supports: with_role(true),
                other_roles: with_role(false),
                actions_led: count(led.iter()),
                actions_late: count(led.iter().filter(|action| action.due.kind == DueKind::Late)),
            }
        })
        .collect()
}
