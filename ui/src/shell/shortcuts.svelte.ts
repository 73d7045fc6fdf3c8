/** Commands a room offers while it is on the screen: to the keyboard and to the command palette. */

import { untrack } from 'svelte';

export interface RoomCommand {
  /** Stable name. */
  name: string;
  label: string;
  /** As `keyOf` writes it, for instance `ctrl+f`; shown in the palette. */
  keys?: string;
  /** Also while a field has the focus. */
  whileTyping?: boolean;
  run: () => void;
}

class Offered {
  #lists = $state.raw<readonly (() => RoomCommand[])[]>([]);

  get commands(): RoomCommand[] {
    return this.#lists.flatMap((list) => list());
  }

  add(list: () => RoomCommand[]): () => void {
    // Not a question of the caller: an effect that adds would otherwise run for ever.
    this.#lists = [...untrack(() => this.#lists), list];
    return () => {
      this.#lists = this.#lists.filter((other) => other !== list);
    };
  }
}

export const offered = new Offered();

/** Offers commands as long as the component lives. */
export function offer(list: () => RoomCommand[]): void {
  $effect(() => offered.add(list));
}

/** `ctrl+shift+z` as "Ctrl+Shift+Z". */
export function showKeys(keys: string): string {
  return keys
    .split('+')
    .map((key) => key.charAt(0).toUpperCase() + key.slice(1))
    .join('+');
}
