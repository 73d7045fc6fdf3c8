/** Keys of the review: arrows move; single letters decide, where the person lets them. */
import { desk, isTyping, keyOf, preferences } from '../shell';
import { KINDS, queue } from './queue.svelte';

export function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || isTyping(event.target)) return;
  const key = keyOf(event);
  // A button does what it says on Enter.
  const isOnButton = event.target instanceof HTMLButtonElement;
  if (moves(key) || (!(isOnButton && key === 'enter') && decides(key))) event.preventDefault();
}

function moves(key: string): boolean {
  const steps: Record<string, number> = {
    arrowdown: 1,
    arrowup: -1,
    pagedown: 10,
    pageup: -10,
    home: -queue.pairs.length,
    end: queue.pairs.length,
    ...(lettersAct() ? { j: 1, k: -1, s: 1 } : {}),
  };
  const by = steps[key];
  if (by === undefined) return false;
  queue.move(by);
  return true;
}

function decides(key: string): boolean {
  if (!desk.isWritable) return false;
  if (key === 'enter') return run(queue.accept());
  if (key === 'delete') return run(queue.setAside());
  if (!lettersAct()) return false;
  const kind = /^[1-6]$/.test(key) ? KINDS[Number(key) - 1] : undefined;
  if (kind !== undefined) return run(queue.accept(kind));
  if (key === 'a') return run(queue.accept());
  if (key === 'r') return run(queue.setAside());
  return false;
}

function lettersAct(): boolean {
  return preferences.value?.single_keys !== false;
}

function run(step: Promise<void>): true {
  void step;
  return true;
}
