/** The register's columns: how wide, by what they sort and group, how they are changed in place. */
import type { CellColumn, FacetColumn, Row, SortColumn, ViewColumn } from '../host';
import { say } from '../text';

/** What can be changed in the row itself. */
export type Editable = CellColumn;

export interface Column {
  name: string;
  /** Fluent message of its head. */
  label: string;
  /** CSS pixels; of the text the least it has. */
  width: number;
  sort?: SortColumn;
  /** Rows can stand under headings of its values. */
  group?: FacetColumn;
  edit?: Editable;
  /** The column whose values its cells show; they are asked for with the page. */
  cell?: string;
  /** Figures stand at the end of their cell. */
  isNumber?: boolean;
}

const own = (name: string): string => `recommendations-column-${name.replaceAll('_', '-')}`;
const filter = (name: string): string => `recommendations-filter-${name.replaceAll('_', '-')}`;

/** A column whose cells are the values of a facet. */
function values(name: FacetColumn & SortColumn, width: number, edit?: Editable): Column {
  return { name, label: filter(name), width, sort: name, group: name, cell: name, ...(edit ? { edit } : {}) };
}

function listed(name: FacetColumn, width: number): Column {
  return { name, label: filter(name), width, group: name, cell: name };
}

function typed(name: string, width: number, edit?: Editable): Column {
  return { name, label: own(name), width, cell: name, ...(edit ? { edit } : {}) };
}

const TICK: Column = { name: 'tick', label: own('tick'), width: 38 };

/** In the order in which they are offered. */
export const COLUMNS: readonly Column[] = [
  TICK,
  { name: 'reference', label: own('reference'), width: 76, sort: 'reference', isNumber: true },
  { name: 'text', label: own('text'), width: 260, sort: 'text' },
  { name: 'lead', label: own('lead'), width: 130, sort: 'lead', group: 'lead', edit: 'lead' },
  { name: 'progress', label: own('progress'), width: 160, sort: 'progress', group: 'progress' },
  { name: 'due', label: own('due'), width: 122, sort: 'due' },
  { name: 'percent', label: own('percent'), width: 58, sort: 'percent', isNumber: true },
  { name: 'states', label: own('states'), width: 150, sort: 'state', group: 'state' },
  {
    name: 'position',
    label: own('position'),
    width: 130,
    sort: 'position',
    group: 'position',
    edit: 'position',
  },
  {
    name: 'category',
    label: own('category'),
    width: 150,
    sort: 'category',
    group: 'category',
    edit: 'category',
  },
  { name: 'cluster', label: own('cluster'), width: 170, sort: 'cluster', group: 'cluster', edit: 'cluster' },
  { name: 'themes', label: own('themes'), width: 200, sort: 'theme', group: 'theme' },
  {
    name: 'priority',
    label: own('priority'),
    width: 96,
    sort: 'priority',
    group: 'priority',
    edit: 'priority',
  },
  typed('priority_reason', 200),
  values('group', 180),
  values('sdg', 100),
  values('issue', 180),
  values('right', 160),
  listed('agency', 160),
  { name: 'actions', label: own('actions'), width: 72, sort: 'actions', isNumber: true },
  typed('note', 220, 'note'),
  typed('plain_text', 240, 'plain_text'),
  values('mechanism', 150),
  values('body', 140),
  values('cycle', 70),
  values('session', 76),
  values('year', 70),
  values('document', 130),
  values('record_type', 140),
  values('language', 90),
  listed('region', 150),
  values('follow_up', 100),
  typed('follow_up_due', 116),
  values('scope', 100, 'scope'),
  values('duration', 120, 'duration'),
  values('cross_border', 100, 'cross_border'),
  values('needs_law', 120, 'needs_law'),
  values('territory', 130),
  listed('country', 130),
  values('national', 130),
  listed('standing', 170),
];

/** What the register shows by itself. */
export const FIRST_COLUMNS: readonly string[] = ['reference', 'text', 'lead', 'progress', 'due', 'percent'];

const BY_NAME = new Map(COLUMNS.map((column) => [column.name, column]));

/** A column of this program; a view of a newer one may name others. */
export function columnOf(name: string): Column | undefined {
  return BY_NAME.get(name);
}

export const tickColumn = TICK;

export function columnLabel(column: Column): string {
  return say(column.label);
}

/** Widths as tracks of CSS grid. The text takes what is left, where it has no width of its own. */
export function tracksOf(columns: readonly Column[], layout: readonly ViewColumn[]): string {
  const isWide = layout.some((column) => column.name === 'text' && typeof column.width === 'number');
  return columns
    .map(({ name, width }) => (name === 'text' && !isWide ? `minmax(${width}px, 1fr)` : `${width}px`))
    .join(' ');
}

/** The number a person knows a recommendation by: its paragraph where it has one. */
export function numberOf(row: Pick<Row, 'paragraph' | 'reference'>): string {
  return row.paragraph ?? row.reference;
}
