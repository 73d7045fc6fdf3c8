/** What Upright is built from, and under which licence; names are the projects' own. */

export interface Piece {
  name: string;
  licence: string;
}

export const pieces: readonly Piece[] = [
  { name: 'bits-ui', licence: 'MIT' },
  { name: 'calamine', licence: 'MIT' },
  { name: 'Fluent', licence: 'Apache-2.0' },
  { name: 'Lucide', licence: 'ISC' },
  { name: 'quick-xml', licence: 'MIT' },
  { name: 'rusqlite', licence: 'MIT' },
  { name: 'rust_xlsxwriter', licence: 'MIT / Apache-2.0' },
  { name: 'SQLite', licence: 'Public Domain' },
  { name: 'Svelte', licence: 'MIT' },
  { name: 'TanStack Query', licence: 'MIT' },
  { name: 'Tauri', licence: 'MIT / Apache-2.0' },
];

const texts = import.meta.glob<string>('../../../assets/fonts/*-ofl.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const NAMES: Record<string, string> = {
  'noto-sans': 'Noto Sans',
  'noto-sans-armenian': 'Noto Sans Armenian',
  'noto-sans-georgian': 'Noto Sans Georgian',
  'ibm-plex-sans-arabic': 'IBM Plex Sans Arabic',
};

/** Bundled fonts with the text of their licence. */
export const fonts = Object.entries(texts).map(([path, text]) => {
  const file = path.split('/').at(-1)?.replace('-ofl.txt', '') ?? '';
  return { file, name: NAMES[file] ?? file, text };
});
