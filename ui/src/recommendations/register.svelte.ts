/** The register as the person has arranged it: which rows, in which order, which are ticked, where they are. */
import { SvelteSet } from 'svelte/reactivity';
import {
  filterOf,
  host,
  type FacetColumn,
  type Filter,
  type Row,
  type SavedView,
  type SortBy,
  type SortColumn,
  type ViewColumn,
  type ViewSettings,
} from '../host';
import { complain } from '../shell';
import { columnOf, FIRST_COLUMNS, tickColumn, type Column } from './columns';
import { Rows, type View } from './rows.svelte';

/** A cell: its place in the grid, and that of its column among those shown. */
export interface Cell {
  row: number;
  column: number;
}

const PLAIN: SortBy = { column: 'reference', descending: false };
const LEAST_WIDTH = 44;

class Register {
  filter = $state.raw<Filter>(filterOf());
  /** The first counts most. */
  sorts = $state.raw<readonly SortBy[]>([PLAIN]);
  group = $state<FacetColumn | null>(null);
  /** In their order, with the widths the person gave them. */
  layout = $state.raw<readonly ViewColumn[]>(firstLayout());
  /** The saved view that was opened last. */
  view = $state.raw<SavedView>();
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

  columns = $derived<readonly Column[]>([
    tickColumn,
    ...this.layout.flatMap(({ name, width }) => {
      const column = columnOf(name);
      if (column === undefined || name === 'tick') return [];
      return [width === null || width === undefined ? column : { ...column, width }];
    }),
  ]);
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

  isNarrowed = $derived(this.narrowing > 0 || this.filter.words !== '');

  /** Moves the cursor; the panel goes with it. */
  moveTo(cell: Cell): void {
    this.cursor = cell;
    this.follows = this.shown !== undefined;
  }

  /** Goes to the row above or below, wherever it is. */
  async step(by: 1 | -1): Promise<void> {
    const row = Math.min(Math.max(0, this.cursor.row + by), Math.max(0, this.rows.count - 1));
    try {
      await this.rows.fetch(row);
      this.moveTo({ row, column: this.cursor.column });
    } catch (thrown) {
      complain(thrown);
    }
  }

  /** Shows a record in the panel. */
  show(id: string): void {
    this.shown = id;
    const place = this.row?.id === id ? this.cursor.row : this.rows.placeOf(id);
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

  /** Sorts by a column, a second time the other way round; beside the others with `isAdded`. */
  sortBy(column: SortColumn, isAdded = false): void {
    const before = this.sorts.find((sort) => sort.column === column);
    const next = { column, descending: before === undefined ? false : !before.descending };
    if (!isAdded) this.sorts = [this.sorts[0]?.column === column ? next : { column, descending: false }];
    else if (before === undefined) this.sorts = [...this.sorts, next];
    else this.sorts = this.sorts.map((sort) => (sort.column === column ? next : sort));
    this.toStart();
  }

  groupBy(column: FacetColumn | null): void {
    this.group = column;
    this.rows.closed.clear();
    this.toStart();
  }

  /** Shows or hides a column; a new one stands at the end. */
  toggleColumn(name: string): void {
    const rest = this.layout.filter((column) => column.name !== name);
    this.setLayout(rest.length < this.layout.length ? rest : [...this.layout, { name, width: null }]);
  }

  moveColumn(name: string, by: 1 | -1): void {
    const at = this.layout.findIndex((column) => column.name === name);
    const moved = this.layout[at];
    const rest = this.layout.filter((column) => column.name !== name);
    if (moved === undefined) return;
    rest.splice(Math.min(rest.length, Math.max(0, at + by)), 0, moved);
    this.setLayout(rest);
  }

  setWidth(name: string, width: number | null): void {
    const wanted = width === null ? null : Math.round(Math.max(LEAST_WIDTH, width));
    this.setLayout(
      this.layout.map((column) => (column.name === name ? { ...column, width: wanted } : column)),
    );
  }

  setLayout(layout: readonly ViewColumn[]): void {
    this.layout = layout.length === 0 ? firstLayout() : layout;
    this.cursor = { row: this.cursor.row, column: Math.min(this.cursor.column, this.columns.length - 1) };
    this.anchor = undefined;
    this.editing = false;
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
    return host.call('select_ids', { ...this.asked, offset: 0, limit: 0 });
  }

  /** The question of the grid. */
  asked = $derived<View>({
    filter: this.filter,
    sort: this.sorts[0]?.column ?? 'reference',
    descending: this.sorts[0]?.descending ?? false,
    then: this.sorts.slice(1),
    group: this.group,
    columns: this.columns.flatMap((column) => (column.cell === undefined ? [] : [column.cell])),
  });

  /** What a saved view keeps. */
  settings = $derived<ViewSettings>({
    filter: this.filter,
    sort: this.asked.sort,
    descending: this.asked.descending,
    then: this.sorts.slice(1),
    group: this.group,
    columns: [...this.layout],
  });

  /** Looks as a view says; its columns stay as they are where it names none. */
  arrange(settings: ViewSettings): void {
    this.filter = filterOf(settings.filter);
    this.sorts = [{ column: settings.sort, descending: settings.descending }, ...settings.then];
    if (settings.columns.length > 0) this.setLayout(settings.columns);
    this.groupBy(settings.group ?? null);
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
    this.sorts = [PLAIN];
    this.view = undefined;
    this.group = null;
    this.layout = firstLayout();
    this.rows.closed.clear();
    this.ticked.clear();
    this.hide();
    this.toStart();
  }
}

function firstLayout(): ViewColumn[] {
  return FIRST_COLUMNS.map((name) => ({ name, width: null }));
}

export const register = new Register();
