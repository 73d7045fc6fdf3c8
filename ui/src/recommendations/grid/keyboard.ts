/** The register's keys: Excel's where hands know Excel, single letters only while the grid has the focus. */
import { complain, isTyping, keyOf, preferences } from '../../shell';
import { language } from '../../text';
import { copyRange, cutRange, fillDown } from '../clipboard';
import type { Names } from '../names.svelte';
import { move } from '../moves';
import { register } from '../register.svelte';

export interface GridDoors {
  names: Names;
  /** Rows that fit into the window. */
  page: () => number;
  edit: () => void;
  openPanel: (tab?: 'details' | 'actions') => void;
  togglePanel: () => void;
  openPage: () => void;
  canEdit: boolean;
  /** Goes to the search. */
  find: () => void;
  /** Opens the menu of the cell. */
  menu: () => void;
  paste: (text: string) => void;
  toggleHeading: () => void;
}

/** True where the key was the grid's. */
export function pressInGrid(event: KeyboardEvent, doors: GridDoors): boolean {
  if (register.editing || (isTyping(event.target) && event.target !== event.currentTarget)) return false;
  const key = keyOf(event);
  if (key === 'tab' || key === 'shift+tab') return false;
  return (
    moves(key, doors) || acts(key, doors) || (preferences.value?.single_keys !== false && letters(key, doors))
  );
}

function moves(key: string, doors: GridDoors): boolean {
  const isRange = key.includes('shift+arrow') || key.includes('shift+page') || /shift\+(home|end)/.test(key);
  const plain = isRange ? key.replace('shift+', '') : key;
  const target = move(plain, register.cursor, {
    rows: register.rows.count,
    columns: register.columns.length,
    page: doors.page(),
    isRightToLeft: language.direction === 'rtl',
  });
  if (target === undefined) return false;
  if (isRange) register.anchor ??= register.cursor;
  else register.anchor = undefined;
  register.moveTo(target);
  return true;
}

/** From the clipboard where no paste event brings it: the menu. */
export async function pasteFromClipboard(doors: GridDoors): Promise<void> {
  try {
    doors.paste(await navigator.clipboard.readText());
  } catch (thrown) {
    complain(thrown);
  }
}

/** The next row that is found; every row of the view is, where words are looked for. */
function toMatch(by: 1 | -1, doors: GridDoors): void {
  if (register.filter.words.trim() === '') {
    doors.find();
    return;
  }
  const { count } = register.rows;
  for (let step = 1; step <= count; step += 1) {
    const row = (((register.cursor.row + by * step) % count) + count) % count;
    if (register.rows.headingAt(row) === undefined) {
      register.anchor = undefined;
      register.moveTo({ row, column: register.cursor.column });
      return;
    }
  }
}

/** The whole view as a range, for copying; its rows are ticked too. */
function chooseAll(): void {
  register.cursor = { row: 0, column: 1 };
  register.anchor = { row: Math.max(0, register.rows.count - 1), column: register.columns.length - 1 };
  void register.tickAll();
}

function acts(key: string, doors: GridDoors): boolean {
  const isHeading = register.rows.headingAt(register.cursor.row) !== undefined && register.cursor.row >= 0;
  if (isHeading && ['space', 'enter', 'f2'].includes(key)) {
    doors.toggleHeading();
    return true;
  }
  switch (key) {
    case 'f3':
    case 'shift+f3':
      toMatch(key === 'f3' ? 1 : -1, doors);
      return true;
    case 'shift+f10':
    case 'contextmenu':
      doors.menu();
      return true;
    case 'ctrl+x':
      if (doors.canEdit) void cutRange(doors.names);
      return true;
    case 'f2':
    case 'enter':
    case 'alt+arrowdown':
      doors.edit();
      return true;
    case 'ctrl+enter':
      doors.openPage();
      return true;
    case 'ctrl+i':
      doors.togglePanel();
      return true;
    case 'space':
      tickRange();
      return true;
    case 'shift+space':
      register.anchor = { row: register.range.top, column: 0 };
      register.cursor = { row: register.range.bottom, column: register.columns.length - 1 };
      return true;
    case 'ctrl+a':
      chooseAll();
      return true;
    case 'ctrl+c':
      void copyRange(doors.names);
      return true;
    case 'ctrl+d':
      if (doors.canEdit) void fillDown();
      return true;
    case 'escape':
      if (register.anchor !== undefined) register.anchor = undefined;
      else register.ticked.clear();
      return true;
    default:
      return false;
  }
}

function letters(key: string, doors: GridDoors): boolean {
  switch (key) {
    case 'j':
      return moves('arrowdown', doors);
    case 'k':
      return moves('arrowup', doors);
    case 'x':
      tickRange();
      return true;
    case 's':
    case 'd':
      // Status and due date are those of the actions.
      doors.openPanel('actions');
      return true;
    case 'l': {
      const at = register.columns.findIndex((column) => column.name === 'lead');
      if (at < 0) return false;
      register.cursor = { row: register.cursor.row, column: at };
      doors.edit();
      return true;
    }
    default:
      return false;
  }
}

/** Ticks the rows of the range; all of them are unticked where all were ticked. */
function tickRange(): void {
  if (register.cursor.row < 0) {
    if (register.ticked.size > 0) register.ticked.clear();
    else void register.tickAll();
    return;
  }
  const ids: string[] = [];
  for (let row = register.range.top; row <= register.range.bottom; row += 1) {
    const id = register.rows.at(row)?.id;
    if (id !== undefined) ids.push(id);
  }
  const isTicked = !ids.every((id) => register.ticked.has(id));
  for (const id of ids) register.tick(id, isTicked);
}
