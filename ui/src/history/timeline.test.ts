import { describe, expect, it } from 'vitest';
import type { OperationEntry } from '../host';
import { byDay } from './timeline';

function operation(number: number, stated_at: string): OperationEntry {
  return {
    number,
    id: `operation-${number}`,
    kind: 'do',
    command: 'add_cluster',
    args: {},
    author: null,
    stated_at,
    origin_file: null,
    changes: 1,
    undone: false,
  };
}

describe('the days of the history', () => {
  it('have the operations made on them, in the order of the journal', () => {
    const days = byDay([
      operation(3, '2027-03-02T12:00:00Z'),
      operation(2, '2027-03-01T12:30:00Z'),
      operation(1, '2027-03-01T12:00:00Z'),
    ]);
    expect(days.map((day) => [day.on, day.operations.map(({ number }) => number)])).toEqual([
      ['2027-03-02', [3]],
      ['2027-03-01', [2, 1]],
    ]);
  });

  it('come twice where the clock of the computer was set back between', () => {
    const days = byDay([
      operation(3, '2027-03-02T12:00:00Z'),
      operation(2, '2027-03-05T12:00:00Z'),
      operation(1, '2027-03-02T12:00:00Z'),
    ]);
    expect(days.map(({ on }) => on)).toEqual(['2027-03-02', '2027-03-05', '2027-03-02']);
    expect(new Set(days.map(({ key }) => key)).size).toBe(3);
  });

  it('are none where nothing was done', () => {
    expect(byDay([])).toEqual([]);
  });
});
