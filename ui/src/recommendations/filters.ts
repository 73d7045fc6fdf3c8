/** What the register can be narrowed by, and how the values are called. */
import type { FacetColumn, FacetValue, Filter } from '../host';
import { say } from '../text';
import { wordOf, type Names } from './names.svelte';

export type FilterName = FacetColumn | 'standing';

/** In the order in which they are offered. */
export const FILTERS: readonly FilterName[] = [
  'standing',
  'progress',
  'lead',
  'agency',
  'cluster',
  'position',
  'theme',
  'group',
  'sdg',
  'category',
  'priority',
  'state',
  'mechanism',
];

export const STANDINGS = [
  'late',
  'soon',
  'unassigned',
  'without_action',
  'unclustered',
  'unconfirmed',
] as const;

export function valuesIn(filter: Filter, name: FilterName): string[] {
  return filter[name];
}

/** The name of a filter's value; `name` is what the core knows it by, absent for codes that Fluent names. */
export function valueName(filter: FilterName, value: string, name: string | null, names: Names): string {
  if (value === 'none') return say('recommendations-not-set');
  if (filter === 'standing') return say(`recommendations-standing-${wordOf(value)}`);
  if (name !== null) return name;
  switch (filter) {
    case 'progress':
      return say(`reference-progress-${wordOf(value)}`);
    case 'category':
      return say(`reference-category-${value}`);
    case 'priority':
      return say(`reference-priority-${wordOf(value)}`);
    case 'mechanism':
      return say(`reference-mechanism-${wordOf(value)}`);
    case 'position':
      return names.position(value);
    case 'state':
      return names.state(value);
    case 'lead':
    case 'agency':
      return names.agencies.find((agency) => agency.id === value)?.name ?? value;
    case 'cluster':
      return names.clusters.find((cluster) => cluster.id === value)?.name ?? value;
    default:
      return value;
  }
}

/** The values offered: those that occur, and those chosen though they no longer do. */
export function offeredValues(found: readonly FacetValue[], chosen: readonly string[]): FacetValue[] {
  const missing = chosen.filter((value) => !found.some((other) => other.value === value));
  return [...found, ...missing.map((value) => ({ value, name: null, count: 0 }))];
}
