/** What stands in the form of an action, all as text; and what of it was altered. */
import type { Action, ActionPatch, NewAction } from '../host';

export interface ActionDraft {
  title: string;
  description: string;
  deliverable: string;
  start_on: string;
  due_on: string;
  continuous: boolean;
  status: string;
  percent: number;
  done_on: string;
  note: string;
}

export const EMPTY_DRAFT: ActionDraft = {
  title: '',
  description: '',
  deliverable: '',
  start_on: '',
  due_on: '',
  continuous: false,
  status: 'NS',
  percent: 0,
  done_on: '',
  note: '',
};

export function draftOf(action: Action): ActionDraft {
  return {
    title: action.title,
    description: action.description ?? '',
    deliverable: action.deliverable ?? '',
    start_on: action.start_on ?? '',
    due_on: action.due_on ?? '',
    continuous: action.continuous,
    status: action.status,
    percent: action.percent,
    done_on: action.done_on ?? '',
    note: action.note ?? '',
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** What differs between two drafts; an emptied field is cleared. */
export function patchOf(before: ActionDraft, after: ActionDraft): ActionPatch {
  const patch: ActionPatch = {};
  if (after.title !== before.title) patch.title = after.title;
  if (after.continuous !== before.continuous) patch.continuous = after.continuous;
  if (after.status !== before.status) patch.status = after.status;
  if (after.percent !== before.percent) patch.percent = after.percent;
  for (const field of ['description', 'deliverable', 'start_on', 'due_on', 'done_on', 'note'] as const) {
    if (after[field] !== before[field]) patch[field] = orNull(after[field]);
  }
  return patch;
}

export function newActionOf(draft: ActionDraft, recommendationIds: string[]): NewAction {
  return {
    title: draft.title,
    description: orNull(draft.description),
    deliverable: orNull(draft.deliverable),
    start_on: orNull(draft.start_on),
    due_on: orNull(draft.due_on),
    continuous: draft.continuous,
    status: draft.status,
    percent: draft.percent,
    done_on: orNull(draft.done_on),
    note: orNull(draft.note),
    recommendation_ids: recommendationIds,
  };
}
