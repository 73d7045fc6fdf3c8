/** The keys of sorting, at the list of records: arrows move, single keys sort. */
import type { Priority } from '../host';
import { keyOf, preferences } from '../shell';
import { sorting } from './sorting.svelte';

export const PRIORITY_KEYS: Record<Priority, string> = { urgent: 'u', high: 'h', medium: 'm', low: 'w' };

/** What the keys open or do beside moving. */
export interface Doors {
  /** Accepts everything that stands ticked among the suggestions. */
  accept: () => void;
  acceptCategory: () => void;
  acceptTheme: () => void;
  acceptPriority: () => void;
  cluster: (place: number) => void;
  priority: (priority: Priority) => void;
  pick: (what: 'cluster' | 'lead' | 'tags') => void;
  asBefore: () => void;
}

/** Does what a key means; false where it means nothing here. */
export function press(event: KeyboardEvent, doors: Doors): boolean {
  const key = keyOf(event);
  if (moves(key)) return true;
  if (key === 'enter') {
    doors.accept();
    return true;
  }
  return preferences.value?.single_keys !== false && letters(key, doors);
}

function moves(key: string): boolean {
  const last = sorting.ids.length - 1;
  const steps: Record<string, number> = {
    arrowdown: sorting.at + 1,
    arrowup: sorting.at - 1,
    'shift+arrowdown': sorting.at + 1,
    'shift+arrowup': sorting.at - 1,
    pagedown: sorting.at + 10,
    pageup: sorting.at - 10,
    home: 0,
    end: last,
  };
  const place = steps[key];
  if (place !== undefined) {
    if (key.startsWith('shift+')) sorting.tick(sorting.ids[sorting.at], true);
    sorting.moveTo(place);
    if (key.startsWith('shift+')) sorting.tick(sorting.ids[sorting.at], true);
    return true;
  }
  if (key === 'space') sorting.tick(sorting.ids[sorting.at]);
  else if (key === 'ctrl+a') sorting.tickAll();
  else if (key === 'escape' && sorting.ticked.size > 0) sorting.ticked.clear();
  else return false;
  return true;
}

function letters(key: string, doors: Doors): boolean {
  if (/^[1-9]$/.test(key)) doors.cluster(Number(key) - 1);
  else if (key === 'c') doors.pick('cluster');
  else if (key === 'l') doors.pick('lead');
  else if (key === 't') doors.pick('tags');
  else if (key === 'g') doors.acceptCategory();
  else if (key === 'y') doors.acceptTheme();
  else if (key === 'p') doors.acceptPriority();
  else if (key === 'r') doors.asBefore();
  else if (key === 'j') sorting.moveTo(sorting.at + 1);
  else if (key === 'k') sorting.moveTo(sorting.at - 1);
  else {
    const found = (Object.keys(PRIORITY_KEYS) as Priority[]).find((each) => PRIORITY_KEYS[each] === key);
    if (found === undefined) return false;
    doors.priority(found);
  }
  return true;
}
