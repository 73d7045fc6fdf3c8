/** Kinds of agencies to choose from. */
import type { AgencyKind } from '../host';
import type { Choice } from '../parts';
import { say } from '../text';

const KINDS: readonly AgencyKind[] = [
  'ministry',
  'agency',
  'parliament',
  'judiciary',
  'local',
  'statistics',
  'nhri',
  'civil_society',
  'international',
  'other',
];

export function kindChoices(): Choice[] {
  return KINDS.map((value) => ({ value, label: say(`reference-agency-kind-${value.replaceAll('_', '-')}`) }));
}
