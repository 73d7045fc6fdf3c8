import { describe, expect, it } from 'vitest';
import { isTyping, keyOf } from './keys';

const press = (init: KeyboardEventInit): string => keyOf(new KeyboardEvent('keydown', init));

describe('keys', () => {
  it('Ctrl+Z is Ctrl+Z on a Cyrillic and on an Arabic layout', () => {
    expect(press({ key: 'я', code: 'KeyZ', ctrlKey: true })).toBe('ctrl+z');
    expect(press({ key: 'ئ', code: 'KeyZ', ctrlKey: true })).toBe('ctrl+z');
  });

  it('goes by the letter where it is Latin: AZERTY has Z where W is elsewhere', () => {
    expect(press({ key: 'z', code: 'KeyW', ctrlKey: true })).toBe('ctrl+z');
  });

  it('names modifiers in one order', () => {
    expect(press({ key: 'ArrowDown', code: 'ArrowDown', shiftKey: true, ctrlKey: true })).toBe(
      'ctrl+shift+arrowdown',
    );
    expect(press({ key: ' ', code: 'Space' })).toBe('space');
  });

  it('knows where keys are text', () => {
    const input = document.createElement('input');
    expect(isTyping(input)).toBe(true);
    input.type = 'checkbox';
    expect(isTyping(input)).toBe(false);
    expect(isTyping(document.createElement('button'))).toBe(false);
  });
});
