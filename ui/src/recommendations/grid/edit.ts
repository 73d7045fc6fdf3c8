/** What Enter, F2 or a double click do in a cell. */
import type { Row } from '../../host';
import { register, type Cell } from '../register.svelte';

interface Doors {
  canEdit: boolean;
  onopen: (row: Row, tab?: 'details' | 'actions') => void;
}

/** Status, dates and percentage are those of the actions. */
const OF_ACTIONS: readonly string[] = ['progress', 'due', 'percent', 'actions'];

export function editAt(by: 'keys' | 'pointer', at: Cell, { canEdit, onopen }: Doors): void {
  const column = register.columns[at.column];
  if (at.row < 0) {
    if (column?.sort !== undefined) register.sortBy(column.sort);
    return;
  }
  if (register.rows.headingAt(at.row) !== undefined) {
    toggleHeading(at.row);
    return;
  }
  const row = register.rows.at(at.row);
  register.cursor = at;
  if (row === undefined) return;
  if (canEdit && column?.edit !== undefined) register.editing = by;
  else onopen(row, OF_ACTIONS.includes(column?.name ?? '') ? 'actions' : 'details');
}

/** Closes an open heading, opens a closed one. */
export function toggleHeading(place: number): void {
  const { closed } = register.rows;
  const value = register.rows.headingAt(place)?.value;
  if (value !== undefined && !closed.delete(value)) closed.add(value);
}
