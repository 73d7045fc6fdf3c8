/** The register's keys: Excel's where hands know Excel, single letters only while the grid has the focus. */
import { isTyping, keyOf, preferences } from '../../shell';
import { language } from '../../text';
import { copyRange, fillDown } from '../cells';
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
    rows: register.rows.total ?? 0,
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

function acts(key: string, doors: GridDoors): boolean {
  switch (key) {
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
      void register.tickAll();
      return true;
    case 'ctrl+c':
      void copyRange(doors.names);
      return true;
    case 'ctrl+d':
      void fillDown();
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
