import { expect, test } from 'vitest';
import { readBlock, writeBlock } from './block';

test('a block comes back as it went', () => {
  const block = [
    ['plain', 'with\ttab', 'with "quotes"'],
    ['two\nlines', '', 'end'],
  ];
  expect(readBlock(writeBlock(block))).toEqual(block);
});

test('what a spreadsheet would take for a formula stays text, and figures stay figures', () => {
  expect(writeBlock([['=1+1', '@sum', '-2', '-cmd', '+41 22']])).toBe("'=1+1\t'@sum\t-2\t'-cmd\t'+41 22");
  expect(readBlock("'=1+1\t'tis")).toEqual([['=1+1', "'tis"]]);
});

test('blocks of Excel and LibreOffice are read', () => {
  expect(readBlock('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(readBlock('"x ""y"" z"\t\n')).toEqual([['x "y" z', '']]);
  expect(readBlock('one')).toEqual([['one']]);
  expect(readBlock('')).toEqual([]);
  expect(readBlock('"open')).toEqual([['open']]);
});
