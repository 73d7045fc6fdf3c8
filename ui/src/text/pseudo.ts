/**
 * Two languages nobody speaks, made from English while the program runs. `en-XA` has accents on every
 * letter and is 45 % longer: text outside Fluent and labels that do not stretch show at once. `ar-XB` reads
 * from right to left: its English words keep their order, punctuation and layout do not.
 */
export type PseudoLanguage = (text: string) => string;

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ';
const LONGER = 0.45;
const RIGHT_TO_LEFT_MARK = '\u200f';

const accents = new Map([...PLAIN].map((letter, at) => [letter, [...ACCENTED][at] ?? letter]));

function accented(text: string): string {
  const letters = [...text].map((letter) => accents.get(letter) ?? letter);
  const count = letters.filter((letter, at) => letter !== [...text][at]).length;
  if (count === 0) return text;
  // Vowels at the end of the words, as long translations have them.
  const filling = 'ǿ'.repeat(Math.ceil(count * LONGER));
  const end = /\s*$/.exec(text)?.[0] ?? '';
  const body = letters.join('');
  return `${body.slice(0, body.length - end.length)}${filling}${end}`;
}

function mirrored(text: string): string {
  return /\p{L}/u.test(text) ? `${RIGHT_TO_LEFT_MARK}${text}${RIGHT_TO_LEFT_MARK}` : text;
}

/** How `tag` alters a text; `undefined` for a real language. */
export function pseudoOf(tag: string): PseudoLanguage | undefined {
  if (tag === 'en-XA') return accented;
  if (tag === 'ar-XB') return mirrored;
  return undefined;
}
