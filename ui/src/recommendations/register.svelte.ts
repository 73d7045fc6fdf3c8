/** The register as the person has arranged it: which rows, in which order, which are ticked, where they are. */
import { SvelteSet } from 'svelte/reactivity';
import { filterOf, host, type Filter, type Row, type SortColumn } from '../host';
import { complain } from '../shell';
import { COLUMNS, type Column, type ColumnName } from './columns';
import { Rows } from './rows.svelte';

/** A cell: the place of its row in the view, and of its column among those shown. */
export interface Cell {
  row: number;
  column: number;
}

class Register {
  filter = $state.raw<Filter>(filterOf());
  sort = $state<SortColumn>('reference');
  isDescending = $state(false);
  hidden = new SvelteSet<ColumnName>(
    COLUMNS.filter((column) => column.isOptional).map((column) => column.name),
  );
  /** Records ticked, in this view or in another. */
  ticked = new SvelteSet<string>();
  cursor = $state.raw<Cell>({ row: 0, column: 2 });
  /** The other corner of a range, while there is one. */
  anchor = $state.raw<Cell>();
  /** A cell is being changed; what began it decides whether its list opens at once. */
  editing = $state<false | 'keys' | 'pointer'>(false);
  /** The record shown in the panel. */
  shown = $state<string>();
  /** The panel goes with the cursor: until it was asked for a record of its own. */
  follows = $state(false);
  rows = new Rows();

  columns = $derived<readonly Column[]>(COLUMNS.filter((column) => !this.hidden.has(column.name)));
  column = $derived(this.columns[this.cursor.column]);

  get row(): Row | undefined {
    return this.rows.at(this.cursor.row);
  }

  /** How many parts of the filter narrow the view, the words not counted. */
  narrowing = $derived(
    Object.entries(this.filter).filter(
      ([name, values]: [string, string | string[] | null]) => name !== 'words' && (values?.length ?? 0) > 0,
    ).length,
  );

  /** Moves the cursor; the panel goes with it. */
  moveTo(cell: Cell): void {
    this.cursor = cell;
    this.follows = this.shown !== undefined;
  }

  /** Shows a record in the panel. */
  show(id: string): void {
    this.shown = id;
    const place = this.rows.placeOf(id);
    if (place !== undefined) this.cursor = { row: place, column: this.cursor.column };
    this.follows = place !== undefined;
  }

  hide(): void {
    this.shown = undefined;
    this.follows = false;
  }

  setFilter(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
    this.toStart();
  }

  clearFilter(): void {
    this.filter = filterOf();
    this.toStart();
  }

  /** Sorts by a column; a second time the other way round. */
  sortBy(column: SortColumn): void {
    this.isDescending = this.sort === column ? !this.isDescending : false;
    this.sort = column;
    this.toStart();
  }

  toStart(): void {
    this.cursor = { row: 0, column: Math.min(this.cursor.column, this.columns.length - 1) };
    this.anchor = undefined;
    this.editing = false;
  }

  tick(id: string, isTicked = !this.ticked.has(id)): void {
    if (isTicked) this.ticked.add(id);
    else this.ticked.delete(id);
  }

  /** Every record of the view, also those never scrolled to. */
  async tickAll(): Promise<void> {
    try {
      for (const id of await this.idsInView()) this.ticked.add(id);
    } catch (thrown) {
      complain(thrown);
    }
  }

  idsInView(): Promise<string[]> {
    return host.call('select_ids', { ...this.view, offset: 0, limit: 0 });
  }

  get view(): { filter: Filter; sort: SortColumn; descending: boolean } {
    return { filter: this.filter, sort: this.sort, descending: this.isDescending };
  }

  /** The corners of the chosen range, first row and column first. */
  range = $derived.by(() => {
    const other = this.anchor ?? this.cursor;
    return {
      top: Math.min(this.cursor.row, other.row),
      bottom: Math.max(this.cursor.row, other.row),
      first: Math.min(this.cursor.column, other.column),
      last: Math.max(this.cursor.column, other.column),
    };
  });

  /** Forgets what belonged to another plan. */
  reset(): void {
    this.filter = filterOf();
    this.sort = 'reference';
    this.isDescending = false;
    this.ticked.clear();
    this.hide();
    this.toStart();
  }
}

export const register = new Register();
