/** What a key does wherever one is: those of the room on the screen come first. */
import { language } from '../text';
import { redo, undo } from './act';
import { desk } from './desk.svelte';
import { chooseAndOpenPlan, closePlan } from './files';
import { isTyping, keyOf } from './keys';
import { preferences } from './preferences.svelte';
import { stepRegion } from './regions';
import { route, SCREENS } from './route.svelte';
import { offered } from './shortcuts.svelte';

const everywhere: Record<string, () => void> = {
  'ctrl+o': () => void chooseAndOpenPlan(),
  'ctrl+w': () => void closePlan(),
  f6: () => {
    stepRegion(1);
  },
  'shift+f6': () => {
    stepRegion(-1);
  },
  'ctrl++': () => {
    changeTextSize(10);
  },
  'ctrl+=': () => {
    changeTextSize(10);
  },
  'ctrl+-': () => {
    changeTextSize(-10);
  },
  'ctrl+0': () => {
    changeTextSize(0);
  },
  'alt+arrowleft': () => {
    stepRoute(language.direction === 'rtl');
  },
  'alt+arrowright': () => {
    stepRoute(language.direction !== 'rtl');
  },
};

/** Inside a field these belong to the text. */
const outsideText: Record<string, () => void> = {
  'ctrl+z': () => void undo(),
  'ctrl+y': () => void redo(),
  'ctrl+shift+z': () => void redo(),
};

/** Keys with which a browser would leave the page or open something of its own. */
const swallowed = new Set([
  'f3',
  'f5',
  'f7',
  'ctrl+r',
  'ctrl+j',
  'ctrl+u',
  'ctrl+s',
  'ctrl+p',
  'ctrl+shift+r',
]);

function stepRoute(isForward: boolean): void {
  if (isForward) route.forward();
  else route.back();
}

const SMALLEST = 90;
const LARGEST = 200;

/** Per cent more or less; 0 is back to 100. */
function changeTextSize(step: number): void {
  const now = preferences.value?.text_size ?? 100;
  const next = step === 0 ? 100 : Math.min(LARGEST, Math.max(SMALLEST, now + step));
  void preferences.change({ text_size: next });
}

/** Finds what a key press means and does it. `own` are the frame's own, such as opening the palette. */
export function press(event: KeyboardEvent, own: Record<string, () => void>): void {
  if (event.defaultPrevented) return;
  const key = keyOf(event);
  const run = document.querySelector('dialog[open]') === null ? meaning(key, event.target, own) : undefined;
  if (run === undefined) {
    if (swallowed.has(key)) event.preventDefault();
    return;
  }
  event.preventDefault();
  run();
}

function meaning(
  key: string,
  target: EventTarget | null,
  own: Record<string, () => void>,
): (() => void) | undefined {
  const typing = isTyping(target);
  const ofRoom = offered.commands.find((command) => command.keys === key);
  if (ofRoom !== undefined && (!typing || ofRoom.whileTyping === true)) return ofRoom.run;
  const number = /^ctrl\+([1-9])$/.exec(key)?.[1];
  const screen = number === undefined ? undefined : SCREENS[Number(number) - 1];
  if (screen !== undefined && desk.plan !== null) {
    return () => {
      route.go(screen);
    };
  }
  return own[key] ?? everywhere[key] ?? (typing ? undefined : outsideText[key]);
}
