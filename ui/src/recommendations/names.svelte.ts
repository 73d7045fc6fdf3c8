/** How codes, ids and labels are called on the screen. */
import { ask } from '../host/questions';
import { language, say, sayIfKnown } from '../text';

/** Kebab-case of a code, as the words of the reference room have it. */
export function wordOf(code: string): string {
  return code.toLowerCase().replaceAll('_', '-');
}

/** Names of the things a recommendation points at; to be made while a component is set up. */
export function namesOf() {
  const states = ask('list_states', () => ({}));
  const positions = ask('list_positions', () => ({}));
  const agencies = ask('list_agencies', () => ({}));
  const clusters = ask('list_clusters', () => ({}));
  // The core has them by short name, as columns show them; a list to choose from shows full names.
  const collator = $derived(new Intl.Collator(language.locale));
  const byName = $derived((agencies.data ?? []).toSorted((a, b) => collator.compare(a.name, b.name)));
  const byIso3 = $derived(new Map((states.data ?? []).map((state) => [state.iso3, state.name])));
  const byCode = $derived(
    new Map((positions.data ?? []).map((position) => [position.code, position.label_key])),
  );
  return {
    get agencies() {
      return byName;
    },
    get clusters() {
      return clusters.data ?? [];
    },
    get positions() {
      return positions.data ?? [];
    },
    isProgress: (word: string): boolean => sayIfKnown(`reference-progress-${wordOf(word)}`) !== undefined,
    state: (iso3: string): string => byIso3.get(iso3) ?? iso3,
    position: (code: string | null): string => {
      const key = code === null ? undefined : byCode.get(code);
      return key === undefined ? (code ?? '') : say(key);
    },
    category: (code: number | null): string => (code === null ? '' : say(`reference-category-${code}`)),
    priority: (priority: string | null): string =>
      priority === null ? '' : say(`reference-priority-${wordOf(priority)}`),
  };
}

export type Names = ReturnType<typeof namesOf>;
