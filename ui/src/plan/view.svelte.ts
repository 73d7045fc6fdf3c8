/** What the action plan shows: its filter, its headings, its window of rows, the ticked ones. */
import { SvelteSet } from 'svelte/reactivity';
import type { ActionFilter, ActionGroup, ActionQuery } from '../host';
import { actionFilterOf } from '../host';

export type Narrowing = 'status' | 'agency' | 'standing' | 'cluster' | 'lead';
/** The most the core gives at once. */
export const WINDOW = 200;

class PlanView {
  filter = $state.raw<ActionFilter>(actionFilterOf());
  group = $state<ActionGroup>('cluster');
  offset = $state(0);
  readonly ticked = new SvelteSet<string>();

  query = $derived<ActionQuery>({
    filter: this.filter,
    group: this.group,
    offset: this.offset,
    limit: WINDOW,
  });
  isNarrowed = $derived(
    this.filter.words !== '' ||
      [
        this.filter.status,
        this.filter.agency,
        this.filter.standing,
        this.filter.cluster,
        this.filter.lead,
        this.filter.recommendation,
        this.filter.ids,
      ].some((values) => values.length > 0),
  );

  show(filter: Partial<ActionFilter>): void {
    this.filter = actionFilterOf(filter);
    this.offset = 0;
    this.ticked.clear();
  }

  search(words: string): void {
    this.show({ ...this.filter, words });
  }

  /** Takes a value in, or out again. */
  toggle(by: Narrowing, value: string): void {
    const now = this.filter[by];
    const next = now.includes(value) ? now.filter((other) => other !== value) : [...now, value];
    this.show({ ...this.filter, [by]: next });
  }

  arrange(group: ActionGroup): void {
    this.group = group;
    this.offset = 0;
  }

  turn(offset: number): void {
    this.offset = offset;
    this.ticked.clear();
  }

  tick(id: string, isTicked: boolean): void {
    if (isTicked) this.ticked.add(id);
    else this.ticked.delete(id);
  }
}

export const view = new PlanView();
