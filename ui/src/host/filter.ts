/** Filters as the core wants them: every field there, the unused ones empty. */
import type { ActionFilter, Filter } from './contract';

export const NO_FILTER: Filter = {
  words: '',
  position: [],
  mechanism: [],
  body: [],
  cycle: [],
  session: [],
  year: [],
  document: [],
  cluster: [],
  lead: [],
  agency: [],
  progress: [],
  theme: [],
  issue: [],
  group: [],
  right: [],
  sdg: [],
  territory: [],
  country: [],
  national: [],
  category: [],
  priority: [],
  state: [],
  region: [],
  record_type: [],
  language: [],
  follow_up: [],
  scope: [],
  duration: [],
  cross_border: [],
  needs_law: [],
  standing: [],
  without: [],
  due_from: null,
  due_until: null,
  ids: [],
};

export const NO_ACTION_FILTER: ActionFilter = {
  words: '',
  status: [],
  lead: [],
  agency: [],
  cluster: [],
  standing: [],
  recommendation: [],
  ids: [],
};

export function filterOf(some: Partial<Filter> = {}): Filter {
  return { ...NO_FILTER, ...some };
}

export function actionFilterOf(some: Partial<ActionFilter> = {}): ActionFilter {
  return { ...NO_ACTION_FILTER, ...some };
}
