/** Cells as text, and how a cell's value is written back: one at a time, down a range, or for many rows. */
import type { Priority, Row } from '../host';
import { host } from '../host';
import { act, complain } from '../shell';
import { toasts } from '../parts';
import { say, showDay, showList, showPercent } from '../text';
import { numberOf, type ColumnName, type Editable } from './columns';
import { wordOf, type Names } from './names.svelte';
import { register } from './register.svelte';

/** More would be slow to paste anywhere; the Excel report is the way for a whole register. */
const MOST_COPIED = 5000;

/** What a cell says, without colour and glyph. */
export function cellText(row: Row, column: ColumnName, names: Names): string {
  switch (column) {
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
  }
}

/** Writes one value for some records: one step of undo. */
export async function writeCells(ids: string[], edit: Editable, value: string, tell = false): Promise<void> {
  if (ids.length === 0) return;
  switch (edit) {
    case 'lead':
      if (value === '') await endLeads(ids, tell);
      else await act('assign', { subject: 'recommendation', ids, agency_id: value, role: 'lead' }, { tell });
      return;
    case 'position':
      if (value !== '') await act('set_position', { ids, answer: { position: value } }, { tell });
      return;
    case 'cluster':
      await act('edit_recommendations', { ids, patch: { cluster_id: value || null } }, { tell });
      return;
    case 'priority':
      await act(
        'edit_recommendations',
        { ids, patch: { priority: (value || null) as Priority | null } },
        { tell },
      );
      return;
    case 'category':
      await act(
        'edit_recommendations',
        { ids, patch: { action_category: value === '' ? null : Number(value) } },
        { tell },
      );
  }
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

/** Rows of the chosen range, those off the screen too. */
async function rowsOfRange(): Promise<Row[]> {
  const { top, bottom } = register.range;
  const rows: Row[] = [];
  for (let place = Math.max(0, top); place <= Math.min(bottom, top + MOST_COPIED - 1); place += 1) {
    const row = await register.rows.fetch(place);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** The chosen cells as tab-separated lines, as a spreadsheet takes them. */
export async function copyRange(names: Names): Promise<void> {
  try {
    const rows = await rowsOfRange();
    const { first, last } = register.range;
    const columns = register.columns.slice(first, last + 1).filter((column) => column.name !== 'tick');
    const lines = rows.map((row) =>
      columns.map((column) => cellText(row, column.name, names).replace(/[\t\r\n]+/g, ' ')).join('\t'),
    );
    await navigator.clipboard.writeText(lines.join('\n'));
    toasts.show({
      kind: 'done',
      text: say('recommendations-copied', { count: rows.length * columns.length }),
    });
  } catch (thrown) {
    complain(thrown);
  }
}

/** Excel's Ctrl+D: the top cell of the range goes to those below; a single cell takes the one above it. */
export async function fillDown(): Promise<void> {
  const edit = register.column?.edit;
  if (edit === undefined) {
    toasts.show({ kind: 'done', text: say('recommendations-not-fillable') });
    return;
  }
  const { top, bottom } = register.range;
  const rows = await rowsOfRange();
  const source = top === bottom ? await register.rows.fetch(top - 1) : rows[0];
  if (source === undefined) return;
  const targets = rows.filter((row) => row.id !== source.id).map((row) => row.id);
  await writeCells(targets, edit, cellValue(source, edit), true);
}
