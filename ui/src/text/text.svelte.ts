/**
 * Words: Fluent messages of `assets/text/<language>/*.ftl`, the same files that Rust reads for reports.
 * Isolation marks are on, so that a name in another script does not reorder the sentence around it.
 */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { negotiateLanguages } from '@fluent/langneg';
import { pseudoOf, type PseudoLanguage } from './pseudo';

const sources = import.meta.glob<string>('../../../assets/text/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Languages that have words. */
export const languages: readonly string[] = Object.keys(sources)
  .map((path) => path.split('/').at(-2) ?? 'en')
  .filter((tag, at, all) => all.indexOf(tag) === at);

const RIGHT_TO_LEFT = /^(ar|fa|he|ur|ps|ckb|dv)\b/;

class Language {
  /** BCP 47, or a pseudo-locale of the tests. */
  tag = $state('en');
  bundles = $derived(bundlesOf(this.tag));
  direction = $derived<'ltr' | 'rtl'>(RIGHT_TO_LEFT.test(this.tag) ? 'rtl' : 'ltr');
  /** For Intl: always the Gregorian calendar, and English dates as the UN writes them: day, month, year. */
  locale = $derived(
    `${pseudoOf(this.tag) === undefined && this.tag !== 'en' ? this.tag : 'en-GB'}-u-ca-gregory`,
  );
}

export const language = new Language();

/** Chooses a language; the nearest there are words for where it has none. */
export function speak(tag: string): void {
  const found =
    pseudoOf(tag) === undefined
      ? (negotiateLanguages([tag], [...languages], { defaultLocale: 'en', strategy: 'lookup' })[0] ?? 'en')
      : tag;
  language.tag = found;
  if (typeof document !== 'undefined') {
    document.documentElement.lang = found;
    document.documentElement.dir = language.direction;
  }
}

function bundlesOf(tag: string): FluentBundle[] {
  const pseudo = pseudoOf(tag);
  if (pseudo !== undefined) return [bundle('en', pseudo)];
  return tag === 'en' ? [bundle('en')] : [bundle(tag), bundle('en')];
}

function bundle(tag: string, pseudo?: PseudoLanguage): FluentBundle {
  const made = new FluentBundle(tag, pseudo === undefined ? {} : { transform: pseudo });
  for (const [path, source] of Object.entries(sources)) {
    if (path.split('/').at(-2) === tag) made.addResource(new FluentResource(source));
  }
  return made;
}

export type Arguments = Record<string, FluentVariable | undefined | null>;

/** The message `id`, or `id.attribute`; `undefined` where no language has it. */
export function sayIfKnown(id: string, args: Arguments = {}): string | undefined {
  const [message = id, attribute] = id.split('.');
  const given = Object.fromEntries(
    Object.entries(args).filter(
      (pair): pair is [string, FluentVariable] => pair[1] !== undefined && pair[1] !== null,
    ),
  );
  for (const bundle of language.bundles) {
    const found = bundle.getMessage(message);
    const pattern = attribute === undefined ? found?.value : found?.attributes[attribute];
    if (pattern !== undefined && pattern !== null) return bundle.formatPattern(pattern, given, []);
  }
  return undefined;
}

/** The message `id`; the id itself where there is none, so that a gap is seen. */
export function say(id: string, args: Arguments = {}): string {
  return sayIfKnown(id, args) ?? id;
}

/** Arguments of the core are text; short whole numbers choose plural forms, as in Rust. */
export function fromCore(args: Record<string, string | undefined>): Arguments {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      value !== undefined && /^(0|[1-9]\d{0,8})$/.test(value) ? Number(value) : value,
    ]),
  );
}
