/** Blocks of cells out to a spreadsheet and back: tab-separated, quoted as Excel quotes. */
import type { CellGiven, Row } from '../host';
import { complain } from '../shell';
import { foldLetters, toasts } from '../parts';
import { say } from '../text';
import { writeBlock } from './block';
import { cellText, cellValue, choicesOf, mayBeEmptied, setCells, TEXTS } from './cells';
import { columnLabel, numberOf, type Column, type Editable } from './columns';
import type { Names } from './names.svelte';
import { register } from './register.svelte';

/** More would be slow to paste anywhere; the Excel report is the way for a whole register. */
const MOST_CELLS = 5000;

/** Rows of the chosen range, those off the screen too. */
export async function rowsOfRange(least = 1): Promise<Row[]> {
  const { top, bottom, first, last } = register.range;
  const columns = last - first + 1;
  const most = Math.floor(MOST_CELLS / columns);
  const end = Math.min(Math.max(bottom, top + least - 1), top + most - 1, register.rows.count - 1);
  const rows: Row[] = [];
  for (let place = Math.max(0, top); place <= end; place += 1) {
    const row = await register.rows.fetch(place);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** Columns of the range, those that hold something. */
function columnsOfRange(): Column[] {
  const { first, last } = register.range;
  return register.columns.slice(first, last + 1).filter((column) => column.name !== 'tick');
}

export async function copyRange(names: Names): Promise<boolean> {
  try {
    const { top, bottom } = register.range;
    const rows = await rowsOfRange();
    const columns = columnsOfRange();
    await navigator.clipboard.writeText(
      writeBlock(rows.map((row) => columns.map((column) => cellText(row, column, names)))),
    );
    const count = rows.length * columns.length;
    const isWhole = rows.length * columns.length < MOST_CELLS || bottom - top + 1 === rows.length;
    toasts.show({
      kind: 'done',
      text: say(isWhole ? 'recommendations-copied' : 'recommendations-copied-part', { count }),
    });
    return true;
  } catch (thrown) {
    complain(thrown);
    return false;
  }
}

/** One cell that a paste would change. */
export interface CellChange {
  number: string;
  column: string;
  before: string;
  after: string;
  given: CellGiven;
}

/** One cell that a paste cannot write, and why. */
export interface Refusal {
  number: string;
  column: string;
  value: string;
  reason: 'not-editable' | 'unknown' | 'not-emptied';
}

export interface PastePlan {
  changes: CellChange[];
  refused: Refusal[];
  same: number;
  /** Rows of the block beyond the last of the view. */
  beyond: number;
}

/** What a block would do from the cursor on. One value fills the whole range, as in a spreadsheet. */
export async function planPaste(block: string[][], names: Names): Promise<PastePlan> {
  const plan: PastePlan = { changes: [], refused: [], same: 0, beyond: 0 };
  const { top, bottom, first, last } = register.range;
  const single = block.length === 1 && block[0]?.length === 1;
  const height = single ? bottom - top + 1 : block.length;
  const rows = await rowsOfRange(height);
  plan.beyond = Math.max(0, height - rows.length);
  const width = single ? last - first + 1 : Math.max(...block.map((row) => row.length));
  const columns = register.columns.slice(first).filter((column) => column.name !== 'tick');
  for (const [at, row] of rows.slice(0, height).entries()) {
    for (const [place, column] of columns.slice(0, width).entries()) {
      const value = single ? block[0]?.[0] : block[at]?.[place];
      if (value !== undefined) planCell(plan, row, column, value.trim(), names);
    }
  }
  return plan;
}

function planCell(plan: PastePlan, row: Row, column: Column, value: string, names: Names): void {
  const before = cellText(row, column, names);
  const told = { number: numberOf(row), column: columnLabel(column) };
  const meant = column.edit === undefined ? undefined : meaning(column.edit, value, names);
  if (value === before || (column.edit !== undefined && meant === cellValue(row, column.edit))) {
    plan.same += 1;
  } else if (column.edit === undefined) {
    plan.refused.push({ ...told, value, reason: 'not-editable' });
  } else if (meant === undefined) {
    plan.refused.push({ ...told, value, reason: 'unknown' });
  } else if (meant === '' && !mayBeEmptied(column.edit)) {
    plan.refused.push({ ...told, value, reason: 'not-emptied' });
  } else {
    const given = { id: row.id, column: column.edit, value: meant === '' ? null : meant };
    plan.changes.push({ ...told, before, after: value, given });
  }
}

/** The stored value of what was pasted: by its name, a short name or its code. Empty clears. */
export function meaning(edit: Editable, text: string, names: Names): string | undefined {
  if (text === '' || TEXTS.includes(edit)) return text;
  const folded = foldLetters(text);
  const found = choicesOf(edit, names).find((choice) =>
    [choice.label, ...(choice.also ?? [])].some((name) => foldLetters(name) === folded),
  );
  return found?.value;
}

/** Excel's Ctrl+X, as far as a register goes: copied, and emptied where a cell can be. */
export async function cutRange(names: Names): Promise<void> {
  const rows = await rowsOfRange();
  const columns = columnsOfRange();
  const cells = rows.flatMap((row) =>
    columns.flatMap((column): CellGiven[] =>
      column.edit !== undefined && mayBeEmptied(column.edit) && cellValue(row, column.edit) !== ''
        ? [{ id: row.id, column: column.edit, value: null }]
        : [],
    ),
  );
  if (cells.length === 0) {
    toasts.show({ kind: 'done', text: say('recommendations-not-editable') });
    return;
  }
  if (await copyRange(names)) await setCells(cells, true);
}

/** Excel's Ctrl+D: the top cells of the range go to those below; a single row takes the one above it. */
export async function fillDown(): Promise<void> {
  const { top, bottom } = register.range;
  const columns = columnsOfRange().filter((column) => column.edit !== undefined);
  if (columns.length === 0) {
    toasts.show({ kind: 'done', text: say('recommendations-not-fillable') });
    return;
  }
  const rows = await rowsOfRange();
  const source = top === bottom ? await register.rows.fetch(top - 1) : rows[0];
  if (source === undefined) return;
  const cells = rows
    .filter((row) => row.id !== source.id)
    .flatMap((row) =>
      columns.flatMap((column): CellGiven[] => {
        const edit = column.edit as Editable;
        const value = cellValue(source, edit);
        if (value === cellValue(row, edit) || (value === '' && !mayBeEmptied(edit))) return [];
        return [{ id: row.id, column: edit, value: value === '' ? null : value }];
      }),
    );
  await setCells(cells, true);
}
