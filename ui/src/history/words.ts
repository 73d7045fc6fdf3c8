/** What the journal holds, as people call it: records, fields and their values. */
import type { ChangeEntry, OperationEntry } from '../host';
import { operationName } from '../shell';
import { language, say, sayIfKnown, showDay, showMoment, showPercent } from '../text';

type Value = string | number | null;

/** What is worth telling of a record that was made; its label is told anyway. */
const TOLD_OF: Record<string, readonly string[]> = {
  profile: ['state', 'language'],
  agency: ['name', 'kind'],
  focal_point: ['function', 'kind'],
  cluster: ['note'],
  recommendation: ['text', 'position'],
  recommendation_state: ['position'],
  recommendation_tag: ['vocabulary', 'confirmed'],
  position_entry: ['given_on', 'document', 'explanation'],
  action: ['deliverable', 'start_on', 'due_on', 'status'],
  milestone: ['planned_on'],
  assignment: ['role', 'from_on', 'to_on'],
};

/** Fields whose values are codes, and the beginning of their words. */
const CODES: Record<string, (code: string, table: string) => string | undefined> = {
  position: (code) => sayIfKnown(`reference-position-${code}`),
  mechanism: (code) => sayIfKnown(`reference-mechanism-${code}`),
  status: (code) => sayIfKnown(`reference-status-core-act-${code}`),
  priority: (code) => sayIfKnown(`reference-priority-${code}`),
  role: (code) => sayIfKnown(`reference-role-${code}`),
  record_type: (code) => sayIfKnown(`reference-record-type-${code}`),
  action_category: (code) => sayIfKnown(`reference-category-${code}`),
  kind: (code, table) =>
    table === 'agency' ? sayIfKnown(`reference-agency-kind-${code}`) : sayIfKnown(`history-value-${code}`),
  vocabulary: (code) => sayIfKnown(`history-value-${code}`),
};
const YES_OR_NO: ReadonlySet<string> = new Set(['continuous', 'confirmed', 'action_category_confirmed']);

/** "Assign 12 recommendations", and for an undo or redo what it spoke of. */
export function sentenceOf(operation: OperationEntry): string {
  const name = operationName(operation);
  if (operation.kind === 'undo') return say('history-undone', { operation: name });
  if (operation.kind === 'redo') return say('history-redone', { operation: name });
  return capital(name);
}

/** As at the beginning of a sentence, in scripts that know one. */
function capital(text: string): string {
  return text.replace(/\p{Ll}/u, (letter, at: number) =>
    /\p{L}/u.test(text.slice(0, at)) || /\p{Script=Georgian}/u.test(letter)
      ? letter
      : letter.toLocaleUpperCase(language.locale),
  );
}

export function tableName(table: string): string {
  return sayIfKnown(`history-record-${table.replaceAll('_', '-')}`) ?? table;
}

export function fieldName(field: string): string {
  return sayIfKnown(`history-field-${field.replaceAll('_', '-')}`) ?? field;
}

/** What the record is called; codes of States and positions by their names. */
export function recordName(change: ChangeEntry, states: ReadonlyMap<string, string>): string {
  const label = change.label ?? '';
  if (change.table === 'recommendation_state') return states.get(label) ?? label;
  if (change.table === 'position_entry') return show('position', change.table, label, states);
  return label;
}

/** Whether the whole record was made, removed or brought back; absent where a field changed. */
export function fateOf(change: ChangeEntry): 'made' | 'removed' | 'back' | undefined {
  if (change.field === null) return 'made';
  if (change.field !== 'deleted') return undefined;
  return change.after === 1 ? 'removed' : 'back';
}

export interface Told {
  field: string;
  text: string;
}

/** The fields of a record that was made. */
export function madeOf(change: ChangeEntry, states: ReadonlyMap<string, string>): Told[] {
  const { after, table } = change;
  if (after === null || typeof after !== 'object') return [];
  return (TOLD_OF[table] ?? [])
    .filter((field) => (after[field] ?? '') !== '')
    .map((field) => ({ field: fieldName(field), text: show(field, table, after[field] ?? null, states) }));
}

export function before(change: ChangeEntry, states: ReadonlyMap<string, string>): string {
  return change.before_name ?? show(change.field ?? '', change.table, change.before, states);
}

export function after(change: ChangeEntry, states: ReadonlyMap<string, string>): string {
  if (change.after !== null && typeof change.after === 'object') return '';
  return change.after_name ?? show(change.field ?? '', change.table, change.after, states);
}

function show(field: string, table: string, value: Value, states: ReadonlyMap<string, string>): string {
  if (value === null || value === '') return say('history-nothing');
  const text = String(value);
  if (YES_OR_NO.has(field)) return say(value === 1 ? 'history-yes' : 'history-no');
  if (field.endsWith('_on')) return showDay(text);
  if (field.endsWith('_at')) return showMoment(text);
  if (field === 'percent') return showPercent(Number(value));
  if (field === 'state') return states.get(text) ?? text;
  return CODES[field]?.(text.toLowerCase().replaceAll('_', '-'), table) ?? text;
}
