/** Cells as text, what can be chosen for them, and how a cell's value is written: one at a time or many. */
import type { CellGiven, FacetColumn, Row } from '../host';
import { host } from '../host';
import { act, complain } from '../shell';
import { say, showDay, showList, showNumber, showPercent } from '../text';
import { numberOf, type Column, type Editable } from './columns';
import { valueName } from './filters';
import { wordOf, type Names } from './names.svelte';

/** Columns whose cells are text as it was typed. */
export const TEXTS: readonly string[] = ['note', 'plain_text', 'priority_reason'];

/** The values of a further column, as a person reads them. */
export function cellValues(row: Row, column: Column, names: Names): string[] {
  const values = row.cells[column.cell ?? ''] ?? [];
  if (TEXTS.includes(column.name)) return values;
  if (column.name === 'follow_up_due') return values.map((day) => showDay(day));
  // Agencies come by their names.
  if (column.name === 'agency') return values;
  return values.map((value) => valueName(column.cell as FacetColumn, value, null, names));
}

/** What a cell says, without colour and glyph. */
export function cellText(row: Row, column: Column, names: Names): string {
  switch (column.name) {
    case 'tick':
      return '';
    case 'reference':
      return numberOf(row);
    case 'text':
      return row.text;
    case 'states':
      return showList(row.recommending_states.map(names.state));
    case 'position':
      return names.position(row.position);
    case 'category':
      return names.category(row.action_category);
    case 'cluster':
      return row.cluster ?? '';
    case 'themes':
      return showList(row.themes);
    case 'priority':
      return names.priority(row.priority);
    case 'lead':
      return row.lead ?? '';
    case 'progress':
      return say(`reference-progress-${wordOf(row.progress)}`);
    case 'due':
      return row.due.kind === 'continuous' ? say('parts-due-continuous') : showDay(row.due.on);
    case 'percent':
      return row.percent === null ? '' : showPercent(row.percent);
    case 'actions':
      return row.actions === 0 ? '' : showNumber(row.actions);
    default:
      return showList(cellValues(row, column, names));
  }
}

/** The value that is stored, as the editor's choices have it; empty for none. */
export function cellValue(row: Row, edit: Editable): string {
  switch (edit) {
    case 'lead':
      return row.lead_id ?? '';
    case 'cluster':
      return row.cluster_id ?? '';
    case 'priority':
      return row.priority ?? '';
    case 'category':
      return row.action_category === null ? '' : String(row.action_category);
    case 'position':
      return row.position ?? '';
    default:
      return row.cells[edit]?.[0] ?? '';
  }
}

export interface CellChoice {
  value: string;
  label: string;
  /** Other spellings that mean it. */
  also?: readonly string[];
}

const WORDS: Partial<Record<Editable, readonly string[]>> = {
  priority: ['urgent', 'high', 'medium', 'low'],
  category: ['1', '2', '3', '4', '5'],
  scope: ['general', 'specific'],
  duration: ['one_off', 'multi_step', 'continuing'],
  cross_border: ['yes', 'no'],
  needs_law: ['none', 'law', 'budget', 'ratification'],
};

/** The values of an editable column; none for one of free text. */
export function choicesOf(edit: Editable, names: Names): CellChoice[] {
  switch (edit) {
    case 'lead':
      return names.agencies.map((agency) => ({
        value: agency.id,
        label: agency.name,
        also: [agency.short_name],
      }));
    case 'cluster':
      return names.clusters.map((cluster) => ({ value: cluster.id, label: cluster.name }));
    case 'position':
      return names.positions.map((position) => ({
        value: position.code,
        label: say(position.label_key),
        also: [position.code],
      }));
    case 'needs_law':
      return (WORDS.needs_law ?? []).map((value) => ({
        value,
        label: say(`recommendations-needs-law-${value}`),
        also: [value],
      }));
    default:
      return (WORDS[edit] ?? []).map((value) => ({
        value,
        label: valueName(edit as FacetColumn, value, null, names),
        also: [value],
      }));
  }
}

/** Whether cells of the column can be emptied: an answer, once given, is answered by another one. */
export function mayBeEmptied(edit: Editable): boolean {
  return edit !== 'position';
}

/** Writes cells, all of them or none: one step of undo. */
export async function setCells(cells: CellGiven[], tell: boolean): Promise<boolean> {
  if (cells.length === 0) return true;
  return (await act('set_cells', { cells }, { tell })) !== undefined;
}

/** Writes one value for some records. */
export async function writeCells(ids: string[], edit: Editable, value: string, tell = false): Promise<void> {
  if (value === '' && !mayBeEmptied(edit)) return;
  await setCells(
    ids.map((id) => ({ id, column: edit, value: value === '' ? null : value })),
    tell,
  );
}

/** Ends whoever leads these records now. */
export async function endLeads(ids: string[], tell: boolean): Promise<void> {
  try {
    const details = await Promise.all(ids.map((id) => host.call('get_recommendation', { id })));
    const leads = details.flatMap((detail) =>
      detail.assignments.filter((held) => held.role === 'lead' && held.to_on === null),
    );
    if (leads.length > 0) await act('end_assignments', { ids: leads.map((lead) => lead.id) }, { tell });
  } catch (thrown) {
    complain(thrown);
  }
}
