/**
 * The rows of a view, a window at a time: the core answers pages of 100, those on the screen are asked for
 * first, and after a change they are asked for again while the old ones stay in sight.
 */
import { host, type Filter, type Page, type Row, type SortColumn } from '../host';
import { complain } from '../shell';

const PAGE = 100;
/** Pages kept; more would be rows nobody scrolls back to. */
const KEPT = 40;

export interface View {
  filter: Filter;
  sort: SortColumn;
  descending: boolean;
}

export class Rows {
  /** Rows in this view; `undefined` until the first answer. */
  total = $state<number>();
  /** Rows in the plan. */
  of = $state(0);
  #pages = $state.raw<ReadonlyMap<number, readonly Row[]>>(new Map());
  #fresh = new Set<number>();
  #asked = new Set<number>();
  #view: View | undefined;
  #generation = 0;

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

  /** Asks for the rows from `first` to `last` where they are not there. */
  need(first: number, last: number): void {
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
      if (page >= 0 && !this.#fresh.has(page) && !this.#asked.has(page)) void this.#ask(page);
    }
  }

  at(place: number): Row | undefined {
    return this.#pages.get(Math.floor(place / PAGE))?.[place % PAGE];
  }

  /** The place of a record among the rows that are here. */
  placeOf(id: string): number | undefined {
    for (const [page, rows] of this.#pages) {
      const at = rows.findIndex((row) => row.id === id);
      if (at >= 0) return page * PAGE + at;
    }
    return undefined;
  }

  /** Waits for a row that is not on the screen. */
  async fetch(place: number): Promise<Row | undefined> {
    if (this.at(place) === undefined) await this.#ask(Math.floor(place / PAGE));
    return this.at(place);
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
  }
}
