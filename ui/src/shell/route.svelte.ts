/** Where the person is: one screen, perhaps narrowed to some records, and the way back. */
import type { ActionFilter, Filter, SortColumn } from '../host';

export const SCREENS = [
  'standing',
  'recommendations',
  'clusters',
  'lineage',
  'plan',
  'people',
  'documents',
  'import',
  'reports',
  'history',
  'settings',
] as const;
export type Screen = (typeof SCREENS)[number] | 'welcome';

/** The keys of a screen: the first nine have some. */
export function keysOf(screen: (typeof SCREENS)[number]): string | undefined {
  const number = SCREENS.indexOf(screen) + 1;
  return number <= 9 ? `Ctrl+${number}` : undefined;
}

/** What a screen is asked to show on arrival. */
export interface Place {
  screen: Screen;
  /** For the register. */
  filter?: Partial<Filter>;
  /** How the register was sorted: for what is written from it. */
  order?: { sort: SortColumn; descending: boolean };
  /** For the action plan. */
  actions?: Partial<ActionFilter>;
  /** A record to open: a recommendation, an action, an agency. */
  record?: string;
  /** A chosen or dropped file: for the import. */
  file?: { handle: string; name: string };
}

class Route {
  /** Replaced as a whole at every step, so that arriving twice at the same place is seen. */
  place = $state.raw<Place>({ screen: 'welcome' });
  #behind: Place[] = [];
  #ahead: Place[] = [];

  get screen(): Screen {
    return this.place.screen;
  }

  go(screen: Screen, more: Omit<Place, 'screen'> = {}): void {
    this.#behind.push(this.place);
    this.#ahead = [];
    this.place = { screen, ...more };
  }

  /** Without a way back: for opening and closing a plan. */
  start(screen: Screen, more: Omit<Place, 'screen'> = {}): void {
    this.#behind = [];
    this.#ahead = [];
    this.place = { screen, ...more };
  }

  back(): void {
    this.#step(this.#behind, this.#ahead);
  }

  forward(): void {
    this.#step(this.#ahead, this.#behind);
  }

  #step(from: Place[], to: Place[]): void {
    const next = from.pop();
    if (next === undefined) return;
    to.push(this.place);
    this.place = next;
  }
}

export const route = new Route();
