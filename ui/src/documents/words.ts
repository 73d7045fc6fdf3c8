/** Names of bodies, kinds, sessions and distances as the person reads them. */
import type { Body, Distance, DueDate, Mechanism, Review } from '../host';
import type { Choice } from '../parts';
import { say, showDay } from '../text';

const wordOf = (code: string): string => code.toLowerCase().replaceAll('_', '-');

export const kindOfDocument = (kind: string): string => say(`reference-document-kind-${wordOf(kind)}`);
export const kindOfReview = (kind: string): string => say(`reference-review-kind-${wordOf(kind)}`);

/** "CEDAW" for a committee, "SR Food" for a mandate, else the mechanism. */
export function bodyName(
  mechanism: string,
  body: string | null,
  mechanisms: Mechanism[] | undefined,
): string {
  if (body !== null) return body;
  const found = mechanisms?.find((each) => each.code === mechanism);
  return found === undefined ? mechanism : say(found.label_key);
}

/** "cycle 4, session 48". */
export function rounds({ cycle, session }: Pick<Review, 'cycle' | 'session'>): string {
  const parts: string[] = [];
  if (cycle !== null) parts.push(say('documents-cycle', { cycle }));
  if (session !== null) parts.push(say('documents-session', { session }));
  return parts.join(', ');
}

/** "in 4 months", "34 days late". */
export function distanceOf({ unit, count, is_past }: Distance): string {
  if (unit === 'today') return say('calendar-today');
  return say(`calendar-${is_past ? 'past' : 'ahead'}-${unit}`, { count });
}

export function kindOfDue(date: DueDate): string {
  return say(`calendar-kind-${wordOf(date.kind)}`, { count: date.paragraphs });
}

export function basisOf(date: DueDate): string {
  return say(`calendar-basis-${date.basis}`, { day: showDay(date.basis_on) });
}

export const bodyChoices = (bodies: Body[] | undefined): Choice[] => [
  { value: '', label: say('documents-none') },
  ...(bodies ?? []).map((body) => ({ value: body.code, label: `${body.code} – ${body.name}` })),
];

/** An empty field is no value. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
export const numberOrNull = (text: string): number | null =>
  /^\d{1,3}$/.test(text.trim()) ? Number(text) : null;
