/** What kind of recommendation it is: four short lists, the same in the panel and over a selection. */
import type { RecommendationPatch } from '../host';
import type { Choice } from '../parts';
import { say } from '../text';

export const FACTS = ['scope', 'duration', 'needs_law', 'cross_border'] as const;
export type FactName = (typeof FACTS)[number];

const VALUES = {
  scope: ['general', 'specific'],
  duration: ['one_off', 'multi_step', 'continuing'],
  needs_law: ['none', 'law', 'budget', 'ratification'],
  cross_border: ['yes', 'no'],
} as const;

/** What can be chosen, "not set" first. */
export function choicesOf(fact: FactName): Choice[] {
  const word = fact.replaceAll('_', '-');
  return [
    { value: '', label: say('recommendations-not-set') },
    ...VALUES[fact].map((value) => ({
      value,
      label: say(`readings-${word}-${value.replaceAll('_', '-')}`),
    })),
  ];
}

/** The change that sets a fact; an empty value clears it. */
export function patchOf(fact: FactName, value: string): RecommendationPatch {
  switch (fact) {
    case 'scope':
      return { scope: VALUES.scope.find((each) => each === value) ?? null };
    case 'duration':
      return { duration: VALUES.duration.find((each) => each === value) ?? null };
    case 'needs_law':
      return { needs_law: VALUES.needs_law.find((each) => each === value) ?? null };
    case 'cross_border':
      return { cross_border: value === '' ? null : value === 'yes' };
  }
}
