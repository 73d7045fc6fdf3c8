/** The history page by page, the newest first; asked again as a whole after each change. */
import { createInfiniteQuery } from '@tanstack/svelte-query';
import { host, type Error as Fault, type OperationEntry } from '../host';
import { questions } from '../host/questions';
import { dayOf } from '../text';

const PAGE = 50;

export function askTimeline(record: () => string | null) {
  return createInfiniteQuery<OperationEntry[], Fault, OperationEntry[], readonly unknown[], number | null>(
    () => ({
      queryKey: ['list_operations', 'timeline', record()],
      queryFn: ({ pageParam }) =>
        host.call('list_operations', { before: pageParam, limit: PAGE, record_id: record() }),
      initialPageParam: null,
      getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.number),
      select: ({ pages }) => pages.flat(),
    }),
    () => questions,
  );
}

export interface Day {
  /** Number of its newest operation. */
  key: number;
  /** ISO, on the clock of this computer. */
  on: string;
  operations: OperationEntry[];
}

/** Operations under the days on which they were made, in the order of the journal. */
export function byDay(operations: OperationEntry[]): Day[] {
  const days: Day[] = [];
  for (const operation of operations) {
    const on = dayOf(operation.stated_at);
    const last = days.at(-1);
    if (last?.on === on) last.operations.push(operation);
    else days.push({ key: operation.number, on, operations: [operation] });
  }
  return days;
}
