/**
 * The real screens over the real core in Chromium, through the loopback host. Each test gets a host and a
 * page of its own; whatever the page complains about (errors, the policy) fails it.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
// The packages of the screens; these scripts have none of their own.
const require = createRequire(join(root, 'ui/package.json'));
const { chromium } = require('playwright-core');
const axePath = require.resolve('axe-core/axe.min.js');

/** The day on which the tests happen. */
const NOW = '2027-03-01T09:00:00Z';
const SIZE = { width: 1366, height: 768 };

let browser;

const hosts = new Set();

/** At the end; a test that failed may have left its host running. */
export async function closeBrowser() {
  await browser?.close();
  for (const host of hosts) host.stop();
}

/** What a person reads of it, without the marks that keep names apart from the sentence around them. */
export async function textOf(locator) {
  return (await locator.innerText()).replace(/[\u2066-\u2069\u200f]/g, '');
}

function program() {
  const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
  return process.env.UPRIGHT_SERVE ?? join(target, 'debug/serve');
}

/** Starts a host with a home of its own; resolves with its address. */
async function startHost() {
  const folder = mkdtempSync(join(tmpdir(), 'upright-browser-'));
  const child = spawn(program(), {
    env: { ...process.env, UPRIGHT_HOME: join(folder, 'home'), UPRIGHT_NOW: NOW },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}`)));
    child.stdout.once('data', (line) => resolve(String(line).trim()));
  });
  const host = {
    address,
    folder,
    stop() {
      hosts.delete(host);
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  hosts.add(host);
  return host;
}

/**
 * Opens the screens. `language`, `theme`, `density` are preferences; `plan: 'demo'` opens the demo with
 * an author chosen.
 */
export async function open(options = {}) {
  const host = await startHost();
  browser ??= await chromium.launch({
    executablePath: process.env.UPRIGHT_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const context = await browser.newContext({
    viewport: options.size ?? SIZE,
    locale: 'en-GB',
    timezoneId: 'UTC',
    ...(options.forcedColors === undefined ? {} : { forcedColors: options.forcedColors }),
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  const call = async (name, args = {}) => {
    const response = await fetch(`${host.address}call/${name}`, {
      method: 'POST',
      body: JSON.stringify(args),
    });
    const answer = await response.json();
    if ('error' in answer) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.ok;
  };
  const tell = (door, body = {}) =>
    fetch(`${host.address}${door}`, { method: 'POST', body: JSON.stringify(body) }).then((r) => r.json());
  await call('set_preferences', {
    language: options.language ?? 'en',
    theme: options.theme ?? 'light',
    density: options.density ?? 'reading',
    text_size: options.textSize ?? 100,
  });
  if (options.plan === 'demo') {
    await call('open_demo');
    await call('choose_author', { name: 'Test Officer' });
  }
  await options.before?.({ call, tell, folder: host.folder });
  await page.goto(host.address);
  await page.waitForSelector('[data-screen]');
  await page.evaluate(() => document.fonts.ready);
  return {
    page,
    call,
    /** Tells the desktop: `choose` (the next dialog's answer), `drop`, `register-file`. */
    tell,
    folder: host.folder,
    test: (name) => page.locator(`[data-test="${name}"]`),
    async go(screen) {
      await page.locator(`[data-test="nav-${screen}"]`).click();
      await page.waitForSelector(`[data-screen="${screen}"]`);
    },
    async close() {
      await context.close();
      host.stop();
      assert.deepEqual(complaints, [], 'the page complains of nothing, its policy least of all');
    },
  };
}

/** Waits until `holds` is true; fails after a while. For what the core has to write first. */
export async function until(holds, what) {
  const PATIENCE_MS = 8000;
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`never came about: ${what}`);
}

/** Serious and critical findings of axe, as readable lines. */
export async function axeFindings(page) {
  // Through the debugger's door: the page's policy allows no script of others.
  await page.evaluate(await source(axePath));
  const results = await page.evaluate(() =>
    globalThis.axe.run(document, {
      resultTypes: ['violations'],
      rules: { 'color-contrast': { enabled: true } },
    }),
  );
  return results.violations
    .filter((violation) => ['serious', 'critical'].includes(violation.impact))
    .map(
      (violation) =>
        `${violation.id}: ${violation.nodes
          .map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)}`)
          .slice(0, 4)
          .join(' | ')}`,
    );
}

async function source(path) {
  const { readFile } = await import('node:fs/promises');
  return readFile(path, 'utf8');
}

/**
 * Visible words that did not come out of Fluent, on a page in the pseudo-locale `en-XA`: there every letter of
 * a message carries an accent, so that plain Latin letters are somebody's literal. Data is marked as such.
 */
export function wordsOutsideFluent(page) {
  return page.evaluate(() => {
    const isData =
      'bdi, mark, kbd, [data-value], option, input, textarea, blockquote, [lang]:not(html), code';
    const found = [];
    // What stands between isolation marks was put into a message; days are written by the language itself.
    const withoutData = (text) =>
      text.replace(/\u2068[^\u2069]*\u2069/g, '').replace(/\d{1,2} \p{L}+ \d{4}/gu, '');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = withoutData(node.data);
      if (!/[A-Za-z]{2,}/.test(text) || parent === null) continue;
      if (parent.closest(isData) !== null || parent.closest('script, style') !== null) continue;
      if (parent.getClientRects().length === 0) continue;
      found.push(`${parent.tagName.toLowerCase()}.${parent.className}: ${text.trim()}`);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const text = withoutData(element.getAttribute(name) ?? '').replace(/Ctrl\+\w+/g, '');
        if (/[A-Za-z]{2,}/.test(text) && element.closest(isData) === null) found.push(`${name}: ${text}`);
      }
    }
    return found;
  });
}
