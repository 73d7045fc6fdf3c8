/**
 * Questions to the core that refresh themselves: each `changed` event tells which tables were written,
 * and the questions that read them are asked again.
 */
import { QueryClient, createQuery, keepPreviousData, type CreateQueryResult } from '@tanstack/svelte-query';
import { host, type Args, type Name, type Result } from './index';
import type { Commands, Error as Fault } from './contract';

/** Built into the program: never asked twice. */
const BUILT_IN: ReadonlySet<Name> = new Set<Name>([
  'list_states',
  'list_positions',
  'list_mechanisms',
  'list_categories',
  'list_statuses',
  'list_document_kinds',
  'list_cluster_sets',
]);

/** Questions that read few tables; any other question is asked again after any change. */
const READS: Partial<Record<Name, readonly string[]>> = {
  get_profile: ['profile'],
  list_agencies: ['agency', 'focal_point'],
  get_agency: ['agency', 'focal_point'],
  list_labels: ['recommendation_tag', 'vocabulary_entry'],
  list_vocabulary: ['recommendation_tag', 'recommendation', 'vocabulary_entry'],
  list_bodies: [],
  inspect_wording: ['recommendation'],
  suggest_bodies: ['recommendation_tag'],
  list_clusters: ['cluster', 'recommendation'],
  list_links: ['recommendation_link', 'recommendation'],
  compare_recommendations: ['recommendation'],
  list_views: ['saved_view'],
  list_schemes: ['cluster', 'cluster_scheme', 'recommendation_cluster', 'recommendation'],
  list_scheme_clusters: ['cluster', 'recommendation_cluster', 'recommendation'],
  list_criteria: ['priority_criterion'],
  list_backups: [],
  list_recent_plans: [],
  get_preferences: [],
};

export const questions = new QueryClient({
  defaultOptions: {
    queries: {
      // The core is on this machine: a failed question fails again, and nothing changes behind our back.
      retry: false,
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** Asks `name` and keeps the answer fresh. `args` may depend on runes. */
export function ask<N extends Name>(
  name: N,
  args: () => Args<N>,
  options: () => { enabled?: boolean; keep?: boolean } = () => ({}),
): CreateQueryResult<Result<N>, Fault> {
  return createQuery<Result<N>, Fault>(
    () => ({
      queryKey: [name, args()],
      queryFn: () => host.call(name, args()),
      enabled: options().enabled ?? true,
      ...(options().keep === true ? { placeholderData: keepPreviousData } : {}),
    }),
    () => questions,
  );
}

/** Asks once, through the same store of answers. */
export function askOnce<N extends Name>(name: N, args: Args<N>): Promise<Result<N>> {
  return questions.fetchQuery({ queryKey: [name, args], queryFn: () => host.call(name, args) });
}

/** Asks again whatever read one of `tables`; everything where they are not known. */
export function refresh(tables?: readonly string[]): Promise<void> {
  return questions.invalidateQueries({
    predicate: (query) => {
      const name = query.queryKey[0] as keyof Commands;
      if (BUILT_IN.has(name)) return false;
      const reads = READS[name];
      return tables === undefined || reads === undefined || reads.some((table) => tables.includes(table));
    },
  });
}

/** Forgets every answer about a plan, when another one is opened. */
export function forgetPlan(): void {
  questions.removeQueries({ predicate: (query) => !BUILT_IN.has(query.queryKey[0] as Name) });
}
