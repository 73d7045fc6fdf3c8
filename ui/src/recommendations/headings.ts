/** Where rows and headings stand: a heading takes one place before its rows, a closed one has none. */
import type { GroupHead } from '../host';

export interface Places {
  /** The place of each heading, in order. */
  starts: readonly number[];
  isClosed: readonly boolean[];
  count: number;
}

export interface Place {
  /** The line among all rows; of a heading its first one. */
  line: number;
  /** There is a heading here. */
  head?: GroupHead;
}

export function placesOf(groups: readonly GroupHead[], closed: { has: (value: string) => boolean }): Places {
  const starts: number[] = [];
  const isClosed: boolean[] = [];
  let count = 0;
  for (const group of groups) {
    starts.push(count);
    isClosed.push(closed.has(group.value));
    count += 1 + (closed.has(group.value) ? 0 : group.count);
  }
  return { starts, isClosed, count };
}

export function slotAt(place: number, groups: readonly GroupHead[], places: Places): Place {
  if (groups.length === 0) return { line: place };
  const at = lastAtOrBefore(places.starts, place);
  const head = groups[at];
  if (head === undefined) return { line: 0 };
  const inside = place - (places.starts[at] ?? 0);
  return inside <= 0 ? { line: head.first, head } : { line: head.first + inside - 1 };
}

/** The place of a line; of its heading where that is closed. */
export function placeOfLine(line: number, groups: readonly GroupHead[], places: Places): number {
  if (groups.length === 0) return line;
  const at = lastAtOrBefore(
    groups.map((group) => group.first),
    line,
  );
  const start = places.starts[at] ?? 0;
  return places.isClosed[at] === true ? start : start + 1 + line - (groups[at]?.first ?? 0);
}

function lastAtOrBefore(starts: readonly number[], wanted: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
