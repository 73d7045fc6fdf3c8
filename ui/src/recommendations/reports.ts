/** From the register to what is written from it: a report, or the data taken out. */
import { route } from '../shell';
import { register } from './register.svelte';

/** What the register shows goes along, in its order. */
export function toReports(): void {
  const { filter, sort, descending } = register.asked;
  route.go('reports', { filter, order: { sort, descending } });
}

/** By the keyboard, also from the search field. */
export const EXPORT = { keys: 'ctrl+e', whileTyping: true, run: toReports };
