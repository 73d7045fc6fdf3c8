/** What went wrong, in words: the sentence of its code, what to do, and the technical detail apart. */
import { asFault } from '../host';
import { toasts } from '../parts';
import { fromCore, say, sayIfKnown } from '../text';

export interface Explanation {
  text: string;
  hint?: string | undefined;
  detail?: string | undefined;
}

export function explain(thrown: unknown): Explanation {
  const fault = asFault(thrown);
  const args = fromCore(fault.args);
  const known = sayIfKnown(fault.code, args);
  return {
    text: known ?? say(`shell-fault-${fault.kind}`),
    hint: sayIfKnown(`${fault.code}.hint`, args),
    // A detail helps a support request only where the sentence says little.
    detail:
      fault.kind === 'person' && known !== undefined ? undefined : `${fault.code} ${fault.detail ?? ''}`,
  };
}

/** Whether it was the person who stopped a job. */
export function isCancelled(thrown: unknown): boolean {
  return asFault(thrown).code === 'cancelled';
}

/** Shows what went wrong at the edge of the window. */
export function complain(thrown: unknown): void {
  toasts.show({ kind: 'error', ...explain(thrown) });
}
