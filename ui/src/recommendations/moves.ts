/** Where a key takes the cursor. Arrows are visual: to the left is towards later columns from right to left. */
import type { Cell } from './register.svelte';

export interface Bounds {
  rows: number;
  columns: number;
  /** Rows that fit into the window. */
  page: number;
  isRightToLeft: boolean;
}

/** The cell `key` leads to from `from` (without Shift); `undefined` for keys that do not move. */
export function move(key: string, from: Cell, bounds: Bounds): Cell | undefined {
  const lastRow = Math.max(0, bounds.rows - 1);
  const lastColumn = bounds.columns - 1;
  const sideways = key.includes('arrowright') === bounds.isRightToLeft ? -1 : 1;
  const at = (row: number, column: number): Cell => ({
    row: Math.min(lastRow, Math.max(0, row)),
    column: Math.min(lastColumn, Math.max(0, column)),
  });
  switch (key) {
    case 'arrowdown':
      return at(from.row + 1, from.column);
    case 'arrowup':
      // Above the first row is the header, where Enter sorts and Space ticks all.
      return from.row <= 0 ? { row: -1, column: from.column } : at(from.row - 1, from.column);
    case 'arrowleft':
    case 'arrowright':
      return { row: from.row, column: at(0, from.column + sideways).column };
    case 'ctrl+arrowdown':
      return at(lastRow, from.column);
    case 'ctrl+arrowup':
      return at(0, from.column);
    case 'ctrl+arrowleft':
    case 'ctrl+arrowright':
      return { row: from.row, column: sideways > 0 ? lastColumn : 0 };
    case 'home':
      return at(from.row, 0);
    case 'end':
      return at(from.row, lastColumn);
    case 'ctrl+home':
      return at(0, 0);
    case 'ctrl+end':
      return at(lastRow, lastColumn);
    case 'pagedown':
      return at(from.row + bounds.page, from.column);
    case 'pageup':
      return at(from.row - bounds.page, from.column);
    default:
      return undefined;
  }
}
