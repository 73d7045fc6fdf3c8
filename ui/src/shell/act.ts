/** Changes: one command, one step of undo, one short message that says what was done. */
import { host, type Args, type Commands, type Name, type OperationName, type Result } from '../host';
import { toasts } from '../parts';
import { fromCore, language, say, sayIfKnown } from '../text';
import { desk } from './desk.svelte';
import { complain } from './explain';

/** "Assign 12 recommendations": the name of an operation in the reader's language. */
export function operationName(name: Pick<OperationName, 'command' | 'args'>): string {
  const id = `op-${name.command.replaceAll('_', '-')}`;
  return sayIfKnown(id, fromCore(name.args)) ?? say('shell-op-other');
}

/** The same at the beginning of a line; scripts without capitals stay as they are. */
export function operationTitle(name: Pick<OperationName, 'command' | 'args'>): string {
  const text = operationName(name);
  return `${text.charAt(0).toLocaleUpperCase(language.tag)}${text.slice(1)}`;
}

/**
 * Runs a change. Failures are shown, and give `undefined`. With `tell`, what was done is shown with Undo.
 */
export async function act<N extends Name & keyof Commands>(
  name: N,
  args: Args<N>,
  options: { tell?: boolean } = {},
): Promise<Result<N> | undefined> {
  try {
    const result = await host.call(name, args);
    await desk.load();
    if (options.tell === true) tellLast();
    return result;
  } catch (thrown) {
    complain(thrown);
    return undefined;
  }
}

/** Shows what was done last, with Undo. */
export async function tellDone(): Promise<void> {
  await desk.load();
  tellLast();
}

function tellLast(): void {
  const last = desk.state?.undo;
  if (last === null || last === undefined) return;
  toasts.show({
    kind: 'done',
    text: say('shell-done', { operation: operationName(last) }),
    action: { label: say('shell-undo'), run: () => void undo() },
  });
}

export async function undo(): Promise<void> {
  await step('undo', 'shell-undone');
}

export async function redo(): Promise<void> {
  await step('redo', 'shell-redone');
}

async function step(command: 'undo' | 'redo', message: string): Promise<void> {
  if (desk.state?.[command] === null) return;
  try {
    const operation = await host.call(command, {});
    await desk.load();
    toasts.show({ kind: 'done', text: say(message, { operation: operationName(operation) }) });
  } catch (thrown) {
    complain(thrown);
  }
}
