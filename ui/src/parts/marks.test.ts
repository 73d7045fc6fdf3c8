import { expect, test } from 'vitest';
import { piecesOf } from './marks';

const marked = (text: string, words: string, is_beginning = false): string[] =>
  piecesOf(text, [{ words, is_beginning }]).filter((_, at) => at % 2 === 1);

test('words are marked whole, the last one also where it only begins', () => {
  expect(marked('Rights and right', 'right')).toEqual(['right']);
  expect(marked('Rights and right', 'right', true)).toEqual(['Rights', 'right']);
  expect(marked('copyright', 'right', true)).toEqual([]);
});

test('phrases are marked over signs and line ends', () => {
  expect(marked('Combat “domestic\nviolence”, now', 'domestic violence')).toEqual(['domestic\nviolence']);
  expect(marked('violence, domestic', 'domestic violence')).toEqual([]);
});

test('letters are folded as the core folds them', () => {
  expect(marked('Ещё раз', 'еще')).toEqual(['Ещё']);
  expect(marked('اتِّخَاذُ إجراءات', 'اتخاذ')).toEqual(['اتِّخَاذُ']);
  expect(marked('și justiţie', 'justitie')).toEqual(['justiţie']);
  expect(marked('确保儿童受教育', '儿 童')).toEqual(['儿童']);
});

test('the pieces together are the text', () => {
  const text = 'End violence, all violence.';
  expect(piecesOf(text, [{ words: 'violence', is_beginning: false }]).join('')).toBe(text);
  expect(piecesOf(text, [])).toEqual([text]);
});
