/** What the command palette offers: screens, the open plan, what the room on the screen adds. */
import { say } from '../text';
import { operationName, redo, undo } from './act';
import { desk } from './desk.svelte';
import { chooseAndOpenPlan, closePlan } from './files';
import { preferences } from './preferences.svelte';
import { keysOf, route, SCREENS } from './route.svelte';
import { offered, showKeys } from './shortcuts.svelte';

export interface PaletteEntry {
  name: string;
  label: string;
  keys?: string | undefined;
  /** Shown before the label: a reference. */
  mark?: string;
  lang?: string;
  run: () => void;
}

export function commandsOf(onhelp: () => void): PaletteEntry[] {
  const theme = preferences.value?.theme === 'dark' ? 'light' : 'dark';
  return [
    ...offered.commands.map((command) => ({
      ...command,
      keys: command.keys === undefined ? undefined : showKeys(command.keys),
    })),
    ...screens(),
    ...steps(),
    {
      name: 'open',
      label: say('shell-plan-open'),
      keys: 'Ctrl+O',
      run: () => void chooseAndOpenPlan(),
    },
    { name: 'close', label: say('shell-plan-close'), keys: 'Ctrl+W', run: () => void closePlan() },
    {
      name: 'theme',
      label: say(`shell-theme-${theme}`),
      run: () => void preferences.change({ theme }),
    },
    { name: 'help', label: say('shell-help'), keys: 'F1', run: onhelp },
  ];
}

function screens(): PaletteEntry[] {
  return SCREENS.filter((screen) => screen !== 'import' || desk.isWritable).map((screen) => ({
    name: `go-${screen}`,
    label: say('shell-go', { screen: say(`shell-screen-${screen}`) }),
    keys: keysOf(screen),
    run: () => {
      route.go(screen);
    },
  }));
}

function steps(): PaletteEntry[] {
  const found: PaletteEntry[] = [];
  const next = desk.state?.undo;
  const again = desk.state?.redo;
  if (next !== undefined && next !== null) {
    found.push({
      name: 'undo',
      label: say('shell-undo-what', { operation: operationName(next) }),
      keys: 'Ctrl+Z',
      run: () => void undo(),
    });
  }
  if (again !== undefined && again !== null) {
    found.push({
      name: 'redo',
      label: say('shell-redo-what', { operation: operationName(again) }),
      keys: 'Ctrl+Y',
      run: () => void redo(),
    });
  }
  return found;
}

/** Those whose label has every word typed; all where nothing was. */
export function matching(entries: PaletteEntry[], words: string): PaletteEntry[] {
  const parts = fold(words).split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const label = fold(entry.label);
    return parts.every((part) => label.includes(part));
  });
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u2066-\u2069\u200f]/gu, '')
    .toLocaleLowerCase();
}
