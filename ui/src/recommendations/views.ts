/** Views: ready-made ones to begin with, and whether two of them show the same. */
import { filterOf, type Filter, type ViewSettings } from '../host';
import { say } from '../text';
import type { Names } from './names.svelte';

function settingsOf(filter: Partial<Filter>): ViewSettings {
  return {
    filter: filterOf(filter),
    sort: 'reference',
    descending: false,
    then: [],
    group: null,
    columns: [],
  };
}

/** What most secretariats ask for first. */
export function suggestedViews(names: Names): { name: string; settings: ViewSettings }[] {
  const noted = names.positions.filter((position) => position.group === 'noted').map(({ code }) => code);
  return [
    { name: say('recommendations-view-noted'), settings: settingsOf({ position: noted }) },
    {
      name: say('recommendations-standing-unassigned'),
      settings: settingsOf({ standing: ['unassigned'] }),
    },
    {
      name: say('recommendations-standing-without-action'),
      settings: settingsOf({ standing: ['without_action'] }),
    },
    { name: say('recommendations-standing-late'), settings: settingsOf({ standing: ['late'] }) },
    {
      name: say('recommendations-view-unclear'),
      settings: settingsOf({ standing: ['position_unclear', 'position_pending'] }),
    },
  ];
}

/** The same rows in the same order under the same headings; columns count where both name them. */
export function isSameView(a: ViewSettings, b: ViewSettings): boolean {
  const text = (settings: ViewSettings): string =>
    JSON.stringify([
      filterOf(settings.filter),
      settings.sort,
      settings.descending,
      settings.then,
      settings.group,
    ]);
  const columns = (settings: ViewSettings): string =>
    JSON.stringify(settings.columns.map(({ name, width }) => [name, width ?? null]));
  const areNamed = a.columns.length > 0 && b.columns.length > 0;
  return text(a) === text(b) && (!areNamed || columns(a) === columns(b));
}
