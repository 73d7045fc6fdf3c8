/** Counts as they are told: names of values, shares in per cent, a table to paste. */
import type { FacetColumn, ShareLine, Shares } from '../host';
import { language, say, sayIfKnown } from '../text';

export const DIMENSIONS = [
  'category',
  'position',
  'theme',
  'group',
  'region',
  'state',
  'cycle',
  'cluster',
  'mechanism',
  'priority',
  'sdg',
  'issue',
  'lead',
] as const satisfies readonly FacetColumn[];

export type NamedLine = ShareLine & { label: { text: string; isData: boolean } };

export const ANSWERS = ['accepted', 'partial', 'noted', 'pending', 'open', 'not_asked'] as const;

/** Tenths of a per cent, as the reader's language writes them. */
export function share(tenths: number): string {
  return new Intl.NumberFormat(language.tag, {
    style: 'percent',
    minimumFractionDigits: tenths % 10 === 0 ? 0 : 1,
    maximumFractionDigits: 1,
  }).format(tenths / 1000);
}

export function nameOf(
  dimension: FacetColumn,
  line: ShareLine,
  mechanism: (code: string) => string | undefined,
): { text: string; isData: boolean } {
  if (line.value === 'none') return { text: say('standing-counts-not-set'), isData: false };
  if (line.name !== null) return { text: line.name, isData: true };
  const code = line.value.toLowerCase().replaceAll('_', '-');
  const known: Partial<Record<FacetColumn, string | undefined>> = {
    category: sayIfKnown(`reference-category-${code}`),
    position: sayIfKnown(`reference-position-${code}`),
    priority: sayIfKnown(`recommendations-priority-${code}`),
    cycle: say('standing-counts-cycle', { cycle: line.value }),
    mechanism: mechanism(line.value),
  };
  const text = known[dimension];
  return text === undefined ? { text: line.value, isData: true } : { text, isData: false };
}

/** Rows and columns for a spreadsheet, with what was counted under them. */
export function asText(shares: Shares, lines: NamedLine[], source: string): string {
  const head = [
    say(`standing-dimension-${shares.dimension}`),
    say('standing-counts-number'),
    say('standing-counts-share'),
    ...ANSWERS.map((answer) => say(`standing-answer-${answer.replaceAll('_', '-')}`)),
  ];
  const rows = lines.map((line) => [
    line.label.text,
    String(line.count),
    share(line.share),
    ...ANSWERS.map((answer) => String(line.answers[answer])),
  ]);
  const total = [
    say('standing-counts-all'),
    String(shares.total),
    '',
    ...ANSWERS.map((answer) => String(shares.answers[answer])),
  ];
  return [head, ...rows, total, [source]].map((row) => row.map(cell).join('\t')).join('\n');
}

/** A cell that no spreadsheet takes for a formula or breaks. */
function cell(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ').replace(/[\u2066-\u2069]/g, '');
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}
