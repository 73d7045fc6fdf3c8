/** What the register can be narrowed by, and how the values are called. */
import type { FacetColumn, FacetValue, Filter } from '../host';
import { language, say, sayIfKnown } from '../text';
import { wordOf, type Names } from './names.svelte';

export type FilterName = FacetColumn | 'without' | 'due';

/** In the order in which they are offered. */
export const FILTERS: readonly FilterName[] = [
  'standing',
  'without',
  'progress',
  'due',
  'lead',
  'agency',
  'cluster',
  'position',
  'theme',
  'issue',
  'group',
  'right',
  'sdg',
  'category',
  'priority',
  'state',
  'region',
  'mechanism',
  'body',
  'cycle',
  'session',
  'year',
  'document',
  'record_type',
  'follow_up',
  'scope',
  'duration',
  'cross_border',
  'needs_law',
  'territory',
  'country',
  'national',
  'language',
];

export function filterLabel(name: FilterName): string {
  return say(`recommendations-filter-${wordOf(name)}`);
}

/** The values chosen; of the due date its two ends. */
export function valuesIn(filter: Filter, name: FilterName): string[] {
  if (name === 'due') {
    const ends = [filter.due_from ?? '', filter.due_until ?? ''];
    return ends.every((end) => end === '') ? [] : ends;
  }
  return filter[name];
}

/** The filter without this part of it. */
export function cleared(name: FilterName): Partial<Filter> {
  return name === 'due' ? { due_from: null, due_until: null } : { [name]: [] };
}

/** The name of a column's value; `name` is what the core knows it by, absent for codes that Fluent names. */
export function valueName(column: FilterName, value: string, name: string | null, names: Names): string {
  if (column === 'without') return say(`recommendations-without-${value}`);
  if (value === 'none') return say('recommendations-not-set');
  if (column === 'state' || column === 'country') return names.state(value);
  if (name !== null) return name;
  switch (column) {
    case 'progress':
    case 'priority':
    case 'mechanism':
    case 'record_type':
      return say(`reference-${wordOf(column)}-${wordOf(value)}`);
    case 'category':
      return say(`reference-category-${value}`);
    case 'standing':
    case 'scope':
    case 'duration':
    case 'needs_law':
      return say(`recommendations-${wordOf(column)}-${wordOf(value)}`);
    case 'follow_up':
    case 'cross_border':
      return say(`recommendations-${value}`);
    case 'region':
      return sayIfKnown(`recommendations-region-${value.toLowerCase()}`) ?? value;
    case 'position':
      return names.position(value);
    case 'lead':
    case 'agency':
      return names.agencies.find((agency) => agency.id === value)?.name ?? value;
    case 'cluster':
      return names.clusters.find((cluster) => cluster.id === value)?.name ?? value;
    case 'language':
      return languageName(value);
    default:
      return value;
  }
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([language.locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The values offered: those that occur, and those chosen though they no longer do. */
export function offeredValues(found: readonly FacetValue[], chosen: readonly string[]): FacetValue[] {
  const missing = chosen.filter((value) => !found.some((other) => other.value === value));
  return [...found, ...missing.map((value) => ({ value, name: null, count: 0 }))];
}
