/** The register's columns: how wide, by what they sort, how they are changed in place. */
import type { Row, SortColumn } from '../host';

export type ColumnName =
  | 'tick'
  | 'reference'
  | 'text'
  | 'states'
  | 'position'
  | 'category'
  | 'cluster'
  | 'themes'
  | 'priority'
  | 'lead'
  | 'progress'
  | 'due'
  | 'percent';

/** What can be changed in the row itself. */
export type Editable = 'lead' | 'cluster' | 'priority' | 'category' | 'position';

export interface Column {
  name: ColumnName;
  /** Width as a track of CSS grid. */
  track: string;
  /** CSS pixels, for the width of all columns together. */
  least: number;
  sort?: SortColumn;
  edit?: Editable;
  /** Figures stand at the end of their cell. */
  isNumber?: boolean;
  /** Hidden until the person asks for it. */
  isOptional?: boolean;
}

export const COLUMNS: readonly Column[] = [
  { name: 'tick', track: '38px', least: 38 },
  { name: 'reference', track: '76px', least: 76, sort: 'reference', isNumber: true },
  { name: 'text', track: 'minmax(260px, 1fr)', least: 260, sort: 'text' },
  { name: 'states', track: '150px', least: 150, isOptional: true },
  { name: 'position', track: '130px', least: 130, sort: 'position', edit: 'position', isOptional: true },
  { name: 'category', track: '150px', least: 150, sort: 'category', edit: 'category', isOptional: true },
  { name: 'cluster', track: '170px', least: 170, sort: 'cluster', edit: 'cluster', isOptional: true },
  { name: 'themes', track: '200px', least: 200, isOptional: true },
  { name: 'priority', track: '96px', least: 96, sort: 'priority', edit: 'priority', isOptional: true },
  { name: 'lead', track: '130px', least: 130, sort: 'lead', edit: 'lead' },
  { name: 'progress', track: '160px', least: 160, sort: 'progress' },
  { name: 'due', track: '122px', least: 122, sort: 'due' },
  { name: 'percent', track: '58px', least: 58, sort: 'percent', isNumber: true },
];

/** The number a person knows a recommendation by: its paragraph where it has one. */
export function numberOf(row: Pick<Row, 'paragraph' | 'reference'>): string {
  return row.paragraph ?? row.reference;
}
