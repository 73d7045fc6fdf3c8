/** Filters as the core wants them: every field there, the unused ones empty. */
import type { ActionFilter, Filter } from './contract';

export const NO_FILTER: Filter = {
  words: '',
  position: [],
  mechanism: [],
  cluster: [],
  lead: [],
  agency: [],
  progress: [],
  theme: [],
  group: [],
  sdg: [],
  category: [],
  priority: [],
  state: [],
  standing: [],
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
