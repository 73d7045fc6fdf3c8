/**
 * The rows of a view, a window at a time: the core answers pages of 100, those on the screen are asked for
 * first, and after a change they are asked for again while the old ones stay in sight. Where the view has
 * headings they take places of their own among the rows; those of a closed one are left out.
 */
import { SvelteSet } from 'svelte/reactivity';
import { host, type GroupHead, type SoughtWords, type Page, type Query, type Row } from '../host';
import { complain } from '../shell';
import { placeOfLine, placesOf, slotAt, type Place } from './headings';

const PAGE = 100;
/** Pages kept; more would be rows nobody scrolls back to. */
const KEPT = 40;

export type View = Pick<Query, 'filter' | 'sort' | 'descending' | 'then' | 'group' | 'columns'>;

export class Rows {
  /** Recommendations in this view; `undefined` until the first answer. */
  total = $state<number>();
  /** Recommendations in the plan. */
  of = $state(0);
  /** Lines without headings. */
  lines = $state(0);
  groups = $state.raw<readonly GroupHead[]>([]);
  marks = $state.raw<readonly SoughtWords[]>([]);
  /** Values of headings whose rows are left out. */
  closed = new SvelteSet<string>();
  #pages = $state.raw<ReadonlyMap<number, readonly Row[]>>(new Map());
  #fresh = new Set<number>();
  #asked = new Set<number>();
  #view: View | undefined;
  #generation = 0;

  #places = $derived(placesOf(this.groups, this.closed));
  /** Places in the grid: rows and headings. */
  count = $derived(this.groups.length === 0 ? this.lines : this.#places.count);

  /** Goes over to another view; its rows are new, their number is not known. */
  show(view: View): void {
    this.#view = view;
    this.#generation += 1;
    this.#fresh.clear();
    this.#asked.clear();
    this.#pages = new Map();
    void this.#ask(0);
  }

  /** Something was written: every row may be another. */
  refresh(first: number, last: number): void {
    this.#generation += 1;
    this.#fresh.clear();
    this.#asked.clear();
    this.need(first, last);
  }

  /** What stands at a place. */
  slot(place: number): Place {
    return slotAt(place, this.groups, this.#places);
  }

  headingAt(place: number): GroupHead | undefined {
    return this.groups.length === 0 ? undefined : this.slot(place).head;
  }

  /** Asks for the rows at the places from `first` to `last` where they are not there. */
  need(first: number, last: number): void {
    const from = Math.max(0, this.slot(first).line);
    const to = Math.max(from, this.slot(Math.min(last, Math.max(0, this.count - 1))).line);
    for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page += 1) {
      if (!this.#fresh.has(page) && !this.#asked.has(page)) void this.#ask(page);
    }
  }

  at(place: number): Row | undefined {
    const { line, head } = this.slot(place);
    return head === undefined ? this.#line(line) : undefined;
  }

  #line(line: number): Row | undefined {
    return this.#pages.get(Math.floor(line / PAGE))?.[line % PAGE];
  }

  /** The place of a record among the rows that are here. */
  placeOf(id: string): number | undefined {
    for (const [page, rows] of this.#pages) {
      const at = rows.findIndex((row) => row.id === id);
      if (at >= 0) return placeOfLine(page * PAGE + at, this.groups, this.#places);
    }
    return undefined;
  }

  /** Waits for a row that is not on the screen. */
  async fetch(place: number): Promise<Row | undefined> {
    const { line, head } = this.slot(place);
    if (head !== undefined) return undefined;
    if (this.#line(line) === undefined) await this.#ask(Math.floor(line / PAGE));
    return this.#line(line);
  }

  async #ask(page: number): Promise<void> {
    const view = this.#view;
    if (view === undefined) return;
    const generation = this.#generation;
    this.#asked.add(page);
    try {
      const answer = await host.call('page_rows', { ...view, offset: page * PAGE, limit: PAGE });
      if (generation === this.#generation) this.#take(page, answer);
    } catch (thrown) {
      if (generation === this.#generation) complain(thrown);
    }
  }

  #take(page: number, answer: Page): void {
    const kept = [...this.#pages].filter(([other]) => other !== page).slice(-KEPT);
    this.#pages = new Map([...kept, [page, answer.rows]]);
    this.#fresh.add(page);
    for (const known of [...this.#fresh]) if (!this.#pages.has(known)) this.#fresh.delete(known);
    this.#asked.delete(page);
    this.total = answer.total;
    this.of = answer.of;
    this.lines = answer.lines;
    this.groups = answer.groups;
    this.marks = answer.marks;
  }
}
