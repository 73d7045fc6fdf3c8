/** The suggestions for the record on the screen, and which of them Enter accepts. */
import { SvelteMap } from 'svelte/reactivity';
import { host, type Suggestion, type SuggestionKind } from '../host';
import { ask } from '../host/questions';
import { act } from '../shell';
import { sorting } from './sorting.svelte';

const KINDS: SuggestionKind[] = ['category', 'cluster', 'theme', 'group', 'sdg'];
/** Less is not worth a look. */
const LEAST = 0.35;
/** Tags from this confidence on stand ticked; of category and cluster the surest does. */
const LIKELY = 0.6;

/** To be made while a component is set up. */
export function offerOf() {
  const asked = ask(
    'list_suggestions',
    () => ({ ids: [sorting.current?.id ?? ''], kinds: KINDS, least: LEAST }),
    () => ({ enabled: sorting.current !== undefined }),
  );
  const turned = new SvelteMap<string, boolean>();
  const current = $derived(sorting.current?.id ?? '');
  const suggestions = $derived(
    asked.data?.find((one) => one.recommendation_id === current)?.suggestions ?? [],
  );
  const keyOf = (id: string, one: Suggestion): string => `${id} ${one.kind} ${one.value}`;

  function isTicked(id: string, one: Suggestion, all: Suggestion[]): boolean {
    const byHand = turned.get(keyOf(id, one));
    if (byHand !== undefined) return byHand;
    return one.kind === 'category' || one.kind === 'cluster' ? isSurest(one, all) : one.confidence >= LIKELY;
  }

  return {
    get suggestions() {
      return suggestions;
    },
    isTicked: (one: Suggestion): boolean => isTicked(current, one, suggestions),
    toggle(one: Suggestion): void {
      turned.set(keyOf(current, one), !isTicked(current, one, suggestions));
    },
    /** Everything ticked, or the surest of one kind; for each record meant its own. */
    accept: (kind?: SuggestionKind): Promise<void> =>
      sorting.change(async (ids) => {
        const found = await host.call('list_suggestions', {
          ids,
          kinds: kind === undefined ? KINDS : [kind],
          least: LEAST,
        });
        const refs = found.flatMap(({ recommendation_id, suggestions: all }) =>
          all
            .filter((one) =>
              kind === undefined ? isTicked(recommendation_id, one, all) : isSurest(one, all),
            )
            .map((one) => ({ recommendation_id, kind: one.kind, value: one.value })),
        );
        if (refs.length > 0) await act('accept_suggestions', { suggestions: refs }, { tell: ids.length > 1 });
      }),
    dismiss: (one: Suggestion): Promise<void> =>
      sorting.change(async (ids) => {
        const refs = ids.map((id) => ({ recommendation_id: id, kind: one.kind, value: one.value }));
        await act('dismiss_suggestions', { suggestions: refs });
      }),
  };
}

function isSurest(one: Suggestion, all: Suggestion[]): boolean {
  return all.find((other) => other.kind === one.kind) === one;
}

export type Offer = ReturnType<typeof offerOf>;
