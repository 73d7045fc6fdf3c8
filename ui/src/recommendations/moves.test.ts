import { describe, expect, it } from 'vitest';
import { move } from './moves';
import { scrollOf, scrollTo } from './scroll';

const bounds = { rows: 20_000, columns: 7, page: 10, isRightToLeft: false };

describe('moving in the register', () => {
  it('stays inside the rows and columns', () => {
    expect(move('arrowright', { row: 3, column: 6 }, bounds)).toEqual({ row: 3, column: 6 });
    expect(move('pagedown', { row: 19_995, column: 2 }, bounds)).toEqual({ row: 19_999, column: 2 });
  });

  it('follows the eye from right to left', () => {
    const mirrored = { ...bounds, isRightToLeft: true };
    expect(move('arrowleft', { row: 1, column: 2 }, mirrored)).toEqual({ row: 1, column: 3 });
    expect(move('arrowright', { row: 1, column: 2 }, mirrored)).toEqual({ row: 1, column: 1 });
    expect(move('ctrl+arrowleft', { row: 1, column: 2 }, mirrored)).toEqual({ row: 1, column: 6 });
  });

  it('reaches both ends of the table', () => {
    expect(move('ctrl+end', { row: 1, column: 2 }, bounds)).toEqual({ row: 19_999, column: 6 });
    expect(move('ctrl+home', { row: 700, column: 2 }, bounds)).toEqual({ row: 0, column: 0 });
  });

  it('goes from the first row to the header and back', () => {
    expect(move('arrowup', { row: 0, column: 3 }, bounds)).toEqual({ row: -1, column: 3 });
    expect(move('arrowright', { row: -1, column: 3 }, bounds)).toEqual({ row: -1, column: 4 });
    expect(move('arrowdown', { row: -1, column: 3 }, bounds)).toEqual({ row: 0, column: 3 });
  });

  it('leaves other keys alone', () => {
    expect(move('ctrl+k', { row: 0, column: 0 }, bounds)).toBeUndefined();
  });
});

describe('rows in a tall list', () => {
  it('draws few of many', () => {
    const scroll = scrollOf(20_000, 50, 500, 0);
    expect(scroll.last - scroll.first).toBeLessThan(25);
  });

  it('reaches the last row of a quarter of a million in a scroller of bearable height', () => {
    const total = 250_000;
    const top = scrollTo(total - 1, total, 50, 500, 0);
    const scroll = scrollOf(total, 50, 500, top);
    expect(scroll.height).toBeLessThanOrEqual(800_000);
    expect(scroll.last).toBe(total - 1);
    expect(scroll.top(total - 1) + 50).toBeCloseTo(top + 500, 3);
  });

  it('does not move for a row in sight', () => {
    expect(scrollTo(3, 100, 50, 500, 100)).toBe(100);
  });
});
