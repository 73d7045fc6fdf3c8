/** A filter told by the names of its fields, as they stand on the cover of the report. */
import type { Filter } from '../host';
import { say } from '../text';

const NAMES: Record<keyof Filter, string> = {
  words: 'reports-filter-words',
  position: 'reports-column-position',
  mechanism: 'reports-filter-mechanism',
  cluster: 'reports-column-cluster',
  lead: 'reports-column-lead',
  agency: 'reports-filter-agency',
  progress: 'reports-column-progress',
  theme: 'reports-column-themes',
  group: 'reports-column-groups',
  sdg: 'reports-column-sdg',
  category: 'reports-column-category',
  priority: 'reports-column-priority',
  state: 'reports-column-states',
  standing: 'reports-filter-standing',
  body: 'recommendations-filter-body',
  cycle: 'recommendations-filter-cycle',
  session: 'recommendations-filter-session',
  year: 'recommendations-filter-year',
  document: 'recommendations-filter-document',
  issue: 'recommendations-filter-issue',
  right: 'recommendations-filter-right',
  territory: 'recommendations-filter-territory',
  country: 'recommendations-filter-country',
  national: 'recommendations-filter-national',
  region: 'recommendations-filter-region',
  record_type: 'recommendations-filter-record-type',
  language: 'recommendations-filter-language',
  follow_up: 'recommendations-filter-follow-up',
  scope: 'recommendations-filter-scope',
  duration: 'recommendations-filter-duration',
  cross_border: 'recommendations-filter-cross-border',
  needs_law: 'recommendations-filter-needs-law',
  without: 'recommendations-filter-without',
  due_from: 'recommendations-filter-due',
  due_until: 'recommendations-filter-due',
  ids: 'reports-filter-selection',
};

/** Names of the fields that narrow something; none where everything is shown. */
export function narrowed(filter: Partial<Filter> | undefined): string[] {
  return (Object.keys(NAMES) as (keyof Filter)[])
    .filter((field) => (filter?.[field]?.length ?? 0) > 0)
    .map((field) => say(NAMES[field]))
    .filter((name, at, names) => names.indexOf(name) === at);
}
