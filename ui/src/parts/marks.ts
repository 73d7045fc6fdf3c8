/**
 * Where the words of a search stand in a text. Both are folded as the core folds them (`fold_words`): letters
 * people write one for another are one, marks above and below do not count.
 */
import type { SoughtWords } from '../host';

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ё: 'е',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ς: 'σ',
  '\u0671': '\u0627',
  '\u0649': '\u064a',
  '\u06cc': '\u064a',
  '\u0629': '\u0647',
  '\u06a9': '\u0643',
  '\u0640': '',
};

export function foldLetters(text: string): string {
  return [...text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()]
    .map((letter) => LETTERS[letter] ?? letter)
    .join('');
}

interface Token {
  from: number;
  to: number;
  word: string;
}

/** Signs of Chinese and Japanese are words of their own; elsewhere a word is a run of letters and digits. */
const WORD = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[\p{L}\p{N}\p{M}\p{Co}]+/gu;
const SIGN = /([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])/u;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(WORD)) {
    let { index } = found;
    // A run of letters may end in signs.
    for (const part of found[0].split(SIGN)) {
      if (part !== '') tokens.push({ from: index, to: index + part.length, word: foldLetters(part) });
      index += part.length;
    }
  }
  return tokens;
}

/** The text in pieces; every second one is marked. */
export function piecesOf(text: string, marks: readonly SoughtWords[]): string[] {
  const tokens = tokensOf(text);
  const isMarked = new Set<number>();
  for (const mark of marks) {
    const words = tokensOf(mark.words).map((token) => token.word);
    if (words.length === 0) continue;
    for (let at = 0; at + words.length <= tokens.length; at += 1) {
      const isHere = words.every((word, step) => {
        const found = tokens[at + step]?.word ?? '';
        return mark.is_beginning && step === words.length - 1 ? found.startsWith(word) : found === word;
      });
      if (isHere) for (let step = 0; step < words.length; step += 1) isMarked.add(at + step);
    }
  }
  const pieces: string[] = [];
  let done = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isMarked.has(at)) continue;
    let last = at;
    while (isMarked.has(last + 1)) last += 1;
    const from = tokens[at]?.from ?? 0;
    const to = tokens[last]?.to ?? from;
    pieces.push(text.slice(done, from), text.slice(from, to));
    done = to;
    at = last;
  }
  pieces.push(text.slice(done));
  return pieces;
}
