/**
 * One sitting of sorting: which recommendations, where the person is, what is ticked. The list stays as it is
 * while records are sorted, so that nothing jumps away under the hands.
 */
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { filterOf, host, type Filter, type Row } from '../host';
import { act, complain } from '../shell';

export const SHOWN = ['open', 'cluster', 'priority', 'lead', 'all'] as const;
export type Shown = (typeof SHOWN)[number];
export type Missing = 'cluster' | 'priority' | 'lead';
const MISSING: readonly Missing[] = ['cluster', 'priority', 'lead'];
const PAGE = 100;

export interface Sorted {
  cluster: string | null;
  priority: Row['priority'];
  lead: string | null;
}

class Sorting {
  shown = $state<Shown>('open');
  /** Records of this sitting in the order of their reference. */
  ids = $state.raw<readonly string[]>([]);
  rows = new SvelteMap<string, Row>();
  at = $state(0);
  ticked = new SvelteSet<string>();
  isLoaded = $state(false);
  /** What the last sorted record got, for "as before". */
  last = $state.raw<Sorted>();
  #asked = new Set<string>();
  #queue: Promise<unknown> = Promise.resolve();

  get current(): Row | undefined {
    const id = this.ids[this.at];
    return id === undefined ? undefined : this.rows.get(id);
  }

  /** The records an action is meant for: those ticked, else the one shown. */
  get targets(): string[] {
    const id = this.ids[this.at];
    if (this.ticked.size > 0) return this.ids.filter((each) => this.ticked.has(each));
    return id === undefined ? [] : [id];
  }

  /** Begins a sitting: the records that are meant, and the first of them that still misses something. */
  async begin(shown: Shown = this.shown): Promise<void> {
    this.shown = shown;
    try {
      const select = (filter: Partial<Filter>) =>
        host.call('select_ids', {
          filter: filterOf(filter),
          sort: 'reference',
          descending: false,
          offset: 0,
          limit: 0,
        });
      const all = await select({});
      let ids: readonly string[] = all;
      if (shown === 'open') {
        const lists = await Promise.all(MISSING.map((what) => select({ without: [what] })));
        const open = new Set(lists.flat());
        ids = all.filter((id) => open.has(id));
      } else if (shown !== 'all') {
        ids = await select({ without: [shown] });
      }
      const before = this.ids[this.at];
      this.ids = ids;
      this.rows.clear();
      this.#asked.clear();
      for (const id of [...this.ticked]) if (!ids.includes(id)) this.ticked.delete(id);
      const kept = before === undefined ? -1 : ids.indexOf(before);
      this.at = Math.max(0, kept >= 0 ? kept : Math.min(this.at, ids.length - 1));
      await this.need(this.at - PAGE / 2, this.at + PAGE / 2);
      this.isLoaded = true;
    } catch (thrown) {
      complain(thrown);
    }
  }

  /** Asks for the rows of these places where they are not there. */
  async need(from: number, to: number): Promise<void> {
    const wanted = this.ids.slice(Math.max(0, from), Math.max(0, to)).filter((id) => !this.#asked.has(id));
    if (wanted.length > 0) await this.#fetch(wanted);
  }

  async #fetch(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#asked.add(id);
    for (let at = 0; at < ids.length; at += PAGE) {
      const chunk = ids.slice(at, at + PAGE);
      const page = await host.call('page_rows', {
        filter: filterOf({ ids: [...chunk] }),
        sort: 'reference',
        descending: false,
        offset: 0,
        limit: PAGE,
      });
      for (const row of page.rows) this.rows.set(row.id, row);
    }
  }

  /** One after the other, in the order of the keys pressed. */
  inTurn(run: () => Promise<void>): Promise<void> {
    const next = this.#queue.then(run).catch((thrown: unknown) => {
      complain(thrown);
    });
    this.#queue = next;
    return next;
  }

  /** Something was written: the rows around may be others. What an undo has opened again is shown. */
  refresh(): Promise<void> {
    return this.inTurn(async () => {
      const ids = this.ids.slice(Math.max(0, this.at - PAGE / 2), this.at + PAGE / 2);
      const done = ids.filter((id) => {
        const row = this.rows.get(id);
        return row !== undefined && isDone(row);
      });
      await this.#fetch(ids);
      const opened = done.find((id) => {
        const row = this.rows.get(id);
        return row !== undefined && !isDone(row);
      });
      if (opened !== undefined) this.moveTo(this.ids.indexOf(opened));
    });
  }

  /** Runs changes on the records meant, shows what became of them, and goes on where all is done. */
  change(run: (ids: string[]) => Promise<unknown>): Promise<void> {
    return this.inTurn(async () => {
      const ids = this.targets;
      if (ids.length === 0) return;
      const many = this.ticked.size > 0;
      await run(ids);
      await this.#fetch(ids);
      const first = this.rows.get(ids[0] ?? '');
      if (first !== undefined)
        this.last = { cluster: first.cluster_id, priority: first.priority, lead: first.lead_id };
      this.ticked.clear();
      if (many || (first !== undefined && isDone(first))) await this.#goOn();
    });
  }

  /** Cluster, priority and lead of the record sorted before this one, where this one misses them. */
  asBefore(): Promise<void> {
    const before = this.last;
    if (before === undefined) return Promise.resolve();
    return this.change(async (ids) => {
      const missing = (has: (row: Row) => unknown) => ids.filter((id) => !has(this.rows.get(id) as Row));
      const cluster = missing((row) => row.cluster_id);
      const priority = missing((row) => row.priority);
      const lead = missing((row) => row.lead_id);
      if (before.cluster !== null && cluster.length > 0)
        await act('edit_recommendations', { ids: cluster, patch: { cluster_id: before.cluster } });
      if (before.priority !== null && priority.length > 0)
        await act('edit_recommendations', { ids: priority, patch: { priority: before.priority } });
      if (before.lead !== null && lead.length > 0)
        await act('assign', {
          subject: 'recommendation',
          ids: lead,
          agency_id: before.lead,
          role: 'lead',
        });
    });
  }

  async #goOn(): Promise<void> {
    const count = this.ids.length;
    for (let step = 1; step <= count; step += 1) {
      const place = (this.at + step) % count;
      await this.need(place, place + 1);
      const row = this.rows.get(this.ids[place] ?? '');
      if (row !== undefined && !isDone(row)) {
        this.moveTo(place);
        return;
      }
    }
  }

  moveTo(place: number): void {
    this.at = Math.min(Math.max(0, place), Math.max(0, this.ids.length - 1));
    void this.need(this.at - PAGE / 2, this.at + PAGE / 2);
  }

  tick(id: string | undefined, isTicked?: boolean): void {
    if (id === undefined) return;
    if (isTicked ?? !this.ticked.has(id)) this.ticked.add(id);
    else this.ticked.delete(id);
  }

  tickAll(): void {
    for (const id of this.ids) this.ticked.add(id);
  }
}

export function missingOf(row: Row): Missing[] {
  return MISSING.filter((what) =>
    what === 'cluster'
      ? row.cluster_id === null
      : what === 'lead'
        ? row.lead_id === null
        : row.priority === null,
  );
}

function isDone(row: Row): boolean {
  return missingOf(row).length === 0;
}

export const sorting = new Sorting();
