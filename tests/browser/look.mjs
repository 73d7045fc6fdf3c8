/**
 * Pictures of the screens, to look at: `node look.mjs FOLDER [screen…]` on the demo plan, in both sizes, in
 * English, from right to left, and dark.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, open } from './harness.mjs';

const [folder = 'pictures', ...wanted] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const screens = [
  'standing',
  'recommendations',
  'clusters',
  'lineage',
  'plan',
  'people',
  'documents',
  'import',
  'reports',
  'history',
  'settings',
];
const wide = { width: 1366, height: 768 };
const small = { width: 1024, height: 560 };
const looks = [
  { name: 'en', language: 'en', size: wide },
  { name: 'dark', language: 'en', theme: 'dark', size: wide },
  { name: 'rtl', language: 'ar-XB', size: wide },
  { name: 'small', language: 'en', size: small },
  { name: 'long', language: 'en-XA', size: small },
];
for (const look of looks) {
  const app = await open({ ...look, plan: 'demo' });
  for (const screen of screens.filter((name) => wanted.length === 0 || wanted.includes(name))) {
    await app.go(screen);
    await app.page.waitForTimeout(400);
    await app.page.screenshot({ path: join(folder, `${screen}-${look.name}.png`) });
  }
  await app.close().catch((error) => console.error(look.name, error.message));
}
await closeBrowser();
