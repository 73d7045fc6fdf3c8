/** Names of things the action plan offers to choose from. */
import type { Agency, Status } from '../host';
import type { Choice } from '../parts';
import { say } from '../text';

/** Statuses a person may set; those worked out from dates are not offered. */
export function statusChoices(statuses: Status[] | undefined): Choice[] {
  return (statuses ?? [])
    .filter((status) => !status.computed)
    .map((status) => ({ value: status.code, label: say(status.label_key) }));
}

export function agencyChoices(agencies: Agency[] | undefined): Choice[] {
  return (agencies ?? []).map((agency) => ({ value: agency.id, label: agency.name }));
}
