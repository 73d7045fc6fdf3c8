/**
 * Which key was meant. By the letter where it is Latin, by the place on the keyboard where it is not: Ctrl+Z
 * works on Cyrillic, Arabic and Armenian layouts and on AZERTY. Never Ctrl+Alt, which is AltGr.
 */

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** `ctrl+z`, `shift+f6`, `f2`, `j`, `alt+arrowleft`: modifiers in this order, then the key. */
export function keyOf(event: KeyboardEvent): string {
  const isControl = isMac ? event.metaKey : event.ctrlKey;
  const parts: string[] = [];
  if (isControl) parts.push('ctrl');
  if (event.altKey) parts.push('alt');
  if (event.shiftKey) parts.push('shift');
  parts.push(plainKey(event));
  return parts.join('+');
}

function plainKey(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  if (key === ' ') return 'space';
  const isLatin = /^[\x21-\x7e]$/.test(key) || key.length > 1;
  if (isLatin) return key;
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  return letter?.toLowerCase() ?? digit ?? key;
}

/** Whether keys are text here: a field or something editable has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
