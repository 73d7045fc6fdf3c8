import { describe, expect, it } from 'vitest';
import { pseudoOf } from './pseudo';
import { fromCore, language, say, sayIfKnown, speak } from './text.svelte';

describe('the pseudo-locales', () => {
  it('en-XA puts an accent on every letter and is at least 45 % longer', () => {
    const text = 'Search or run a command';
    const long = pseudoOf('en-XA')?.(text) ?? '';
    expect(long).not.toMatch(/[A-Za-z]/);
    expect([...long].length).toBeGreaterThanOrEqual(Math.floor(text.length * 1.35));
  });

  it('leave numbers and punctuation alone', () => {
    expect(pseudoOf('en-XA')?.(' · 12 %')).toBe(' · 12 %');
    expect(pseudoOf('ar-XB')?.(' · ')).toBe(' · ');
  });

  it('are no real languages', () => {
    expect(pseudoOf('ar')).toBeUndefined();
  });
});

describe('speaking', () => {
  it('turns the page round for languages from right to left', () => {
    speak('ar-XB');
    expect([document.documentElement.dir, language.direction]).toEqual(['rtl', 'rtl']);
    speak('en');
    expect(document.documentElement.dir).toBe('ltr');
  });

  it('falls back to English for a language without words', () => {
    speak('tlh');
    expect(language.tag).toBe('en');
  });

  it('shows a missing message by its id, so that the gap is seen', () => {
    expect(say('no-such-message')).toBe('no-such-message');
    expect(sayIfKnown('no-such-message')).toBeUndefined();
  });

  it('chooses plural forms by the numbers that the core sends as text', () => {
    expect(fromCore({ count: '12', name: '007', empty: undefined })).toEqual({
      count: 12,
      name: '007',
      empty: undefined,
    });
    expect(say('parts-due-late', fromCore({ days: '1' }))).toBe('1 day late');
  });
});
