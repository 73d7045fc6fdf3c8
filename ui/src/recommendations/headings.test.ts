import { expect, test } from 'vitest';
import { placeOfLine, placesOf, slotAt } from './headings';

const groups = [
  { value: 'a', name: null, first: 0, count: 2 },
  { value: 'b', name: null, first: 2, count: 3 },
  { value: 'none', name: null, first: 5, count: 1 },
];

test('a heading stands before its rows', () => {
  const places = placesOf(groups, new Set());
  expect(places.count).toBe(9);
  const seen = Array.from({ length: 9 }, (_, at) => {
    const { line, head } = slotAt(at, groups, places);
    return head?.value ?? line;
  });
  expect(seen).toEqual(['a', 0, 1, 'b', 2, 3, 4, 'none', 5]);
  for (let line = 0; line < 6; line += 1)
    expect(slotAt(placeOfLine(line, groups, places), groups, places)).toEqual({ line });
});

test('a closed heading leaves its rows out', () => {
  const places = placesOf(groups, new Set(['b']));
  expect(places.count).toBe(6);
  expect(slotAt(4, groups, places).head?.value).toBe('none');
  expect(placeOfLine(3, groups, places)).toBe(3);
});

test('without headings places are lines', () => {
  const places = placesOf([], new Set());
  expect(slotAt(7, [], places)).toEqual({ line: 7 });
  expect(placeOfLine(7, [], places)).toBe(7);
});
