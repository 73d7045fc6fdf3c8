/** Dates, times and numbers as the reader's language writes them, always in the Gregorian calendar. */
import { language } from './text.svelte';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language.locale} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(language.locale, options);
    formats.set(key, found);
  }
  return found;
}

/** An ISO day, `2027-03-15`, as "15 Mar 2027". A day has no time zone: it is read and shown in UTC. */
export function showDay(iso: string | null | undefined, month: 'short' | 'long' = 'short'): string {
  if (iso === null || iso === undefined || iso === '') return '';
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return iso;
  return format({ day: 'numeric', month, year: 'numeric', timeZone: 'UTC' }).format(day);
}

/** An instant as the time on the clock of this computer, "10:42". */
export function showTime(instant: string | null | undefined): string {
  return showInstant(instant, { hour: '2-digit', minute: '2-digit' });
}

/** An instant as day and time of this computer. */
export function showMoment(instant: string | null | undefined): string {
  return showInstant(instant, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

function showInstant(instant: string | null | undefined, options: Intl.DateTimeFormatOptions): string {
  if (instant === null || instant === undefined || instant === '') return '';
  const moment = new Date(instant);
  return Number.isNaN(moment.getTime()) ? instant : format(options).format(moment);
}

export function showNumber(value: number): string {
  return new Intl.NumberFormat(language.locale).format(value);
}

/** 0–100 as "45%", the way the language writes it. */
export function showPercent(value: number): string {
  return new Intl.NumberFormat(language.locale, { style: 'percent' }).format(value / 100);
}

/** The day of an instant on the clock of this computer, as an ISO day. */
export function dayOf(instant: string): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return instant.slice(0, 10);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** A size of a file, "340 kB". */
export function showBytes(bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language.locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

/** Names one after the other, with the separator of the language. */
export function showList(names: readonly string[]): string {
  return new Intl.ListFormat(language.locale, { style: 'short', type: 'unit' }).format(names);
}
