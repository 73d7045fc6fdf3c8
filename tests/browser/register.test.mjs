/** The register and its panel, by hand and by eye: keyboard, both directions, many rows, no words of its own. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { axeFindings, closeBrowser, open, until, wordsOutsideFluent } from './harness.mjs';

after(closeBrowser);

/** Opens the demo's register with focus in its grid. */
async function register(options = {}) {
  const app = await open({ plan: 'demo', ...options });
  await app.go('recommendations');
  await app.page.waitForSelector('[data-test="row-open"]');
  return {
    ...app,
    /** Presses keys one after the other in the grid. */
    press: async (...keys) => {
      for (const key of keys) await app.page.keyboard.press(key);
      await app.page.waitForTimeout(80);
    },
    /** Row (from 1) and column (from 1) of the active cell, as a screen reader has them. */
    active: () =>
      app.page.evaluate(() => {
        const id = document.querySelector('[role="grid"]').getAttribute('aria-activedescendant');
        const cell = document.getElementById(id);
        return {
          row: Number(cell?.closest('[role="row"]')?.getAttribute('aria-rowindex')) - 1,
          column: Number(cell?.getAttribute('aria-colindex')),
        };
      }),
    focusGrid: () => app.page.locator('[role="gridcell"]').nth(2).click(),
    status: (name) => app.test(name).textContent(),
  };
}

const plain = (text) => (text ?? '').replace(/[\u2066-\u2069\u200f]/g, '');

for (const look of [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'ar-XB', theme: 'light' },
]) {
  test(`axe finds nothing serious in the register and its panel (${look.language}, ${look.theme})`, async () => {
    const app = await register(look);
    assert.deepEqual(await axeFindings(app.page), []);
    await app.page.locator('[data-test="row-open"]').nth(3).click();
    await app.page.waitForSelector('[data-test="panel-tab-actions"]');
    assert.deepEqual(await axeFindings(app.page), []);
    for (const tab of ['actions', 'history']) {
      await app.test(`panel-tab-${tab}`).click();
      await app.page.waitForTimeout(200);
      assert.deepEqual(await axeFindings(app.page), [], tab);
    }
    await app.page.locator('[data-test="row-tick"]').nth(1).click();
    await app.test('bulk-lead').click();
    await app.page.waitForSelector('[data-test="pick-choice"]');
    assert.deepEqual(await axeFindings(app.page), [], 'a list over the bulk bar');
    await app.close();
  });
}

test('no word on the screen comes from outside Fluent, and nothing is cut off by longer words', async () => {
  const app = await register({ language: 'en-XA' });
  await app.page.locator('[data-test="row-open"]').nth(3).click();
  await app.page.waitForSelector('[data-test="panel-tab-actions"]');
  await app.page.locator('[data-test="row-tick"]').nth(1).click();
  assert.deepEqual(await wordsOutsideFluent(app.page), []);
  await app.page.keyboard.press('F1');
  await app.page.waitForTimeout(200);
  assert.deepEqual(await wordsOutsideFluent(app.page), []);
  await app.close();
});

test('the negative control: a word of its own is seen', async () => {
  const app = await register({ language: 'en-XA' });
  await app.page.evaluate(() => document.querySelector('h1').append('Plain words'));
  assert.equal((await wordsOutsideFluent(app.page)).length, 1);
  await app.close();
});

test('arrows, Home, End and their Ctrl forms move through the rows', async () => {
  const app = await register();
  await app.focusGrid();
  await app.press('Control+Home');
  assert.deepEqual(await app.active(), { row: 1, column: 1 });
  await app.press('ArrowDown', 'ArrowRight', 'ArrowRight');
  assert.deepEqual(await app.active(), { row: 2, column: 3 });
  await app.press('End');
  assert.deepEqual(await app.active(), { row: 2, column: 7 });
  await app.press('Control+End');
  assert.deepEqual(await app.active(), { row: 172, column: 7 });
  await app.press('Control+Home', 'ArrowUp');
  assert.deepEqual(await app.active(), { row: 0, column: 1 }, 'above the first row is the header');
  await app.close();
});

test('from right to left the arrows follow the eye', async () => {
  const app = await register({ language: 'ar-XB' });
  await app.focusGrid();
  await app.press('Control+Home', 'ArrowLeft', 'ArrowLeft');
  assert.deepEqual(await app.active(), { row: 1, column: 3 });
  await app.close();
});

test('a lead agency is set by keyboard alone, and taken back', async () => {
  const app = await register();
  await app.focusGrid();
  await app.press('Control+Home', 'l');
  await app.page.waitForSelector('[data-test="cell-editor"]');
  const agencies = await app.call('list_agencies');
  const before = (await app.call('page_rows', { limit: 1 })).rows[0];
  const other = agencies.find((agency) => agency.id !== before.lead_id);
  await app.test('cell-editor').selectOption(other.id);
  await app.test('cell-editor').press('Enter');
  const lead = async () => (await app.call('page_rows', { limit: 1 })).rows[0].lead_id;
  await until(async () => (await lead()) === other.id, 'the new lead is stored');
  assert.equal((await app.active()).row, 2, 'Enter goes on below');
  await app.press('Control+z');
  await until(async () => (await lead()) === before.lead_id, 'the old lead is back');
  await app.close();
});

test('twelve recommendations get a lead in one go and in one step of undo', async () => {
  const app = await register();
  await app.focusGrid();
  await app.press('Control+Home', ...Array(11).fill('Shift+ArrowDown'), 'Space');
  assert.equal(plain(await app.status('bulk-count')), '12 selected');
  await app.test('bulk-lead').click();
  await app.page.locator('[data-test="pick-words"]').fill('justice');
  await app.press('Enter');
  await app.page.waitForSelector('[data-test="toast"]');
  assert.match(plain(await app.status('undo-name')), /^Undo: assign 12 recommendations/);
  const rows = (await app.call('page_rows', { limit: 12 })).rows;
  assert.equal(new Set(rows.map((row) => row.lead_id)).size, 1);
  await app.test('toast-action').click();
  await until(async () => {
    const undone = (await app.call('page_rows', { limit: 12 })).rows;
    return new Set(undone.map((row) => row.lead_id)).size > 1;
  }, 'one step takes all twelve back');
  await app.close();
});

test('Ctrl+A ticks the whole view, Ctrl+C copies cells as a spreadsheet takes them, Ctrl+D fills down', async () => {
  const app = await register();
  await app.focusGrid();
  await app.press('Control+a');
  await app.page.waitForSelector('[data-test="bulk-bar"]');
  assert.equal(plain(await app.status('register-selected')), '172 selected');
  await app.press('Escape', 'Control+Home', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c');
  await app.page.waitForTimeout(200);
  const copied = await app.page.evaluate(() => navigator.clipboard.readText());
  const lines = copied.split('\n').map((line) => line.split('\t'));
  assert.deepEqual([lines.length, lines[0].length, lines[0][0]], [2, 2, '121.1']);
  const top = (await app.call('page_rows', { limit: 1 })).rows[0];
  const lead = 4;
  await app.press(
    'Control+Home',
    ...Array(lead - 1).fill('ArrowRight'),
    ...Array(8).fill('Shift+ArrowDown'),
    'Control+d',
  );
  await until(async () => {
    const filled = (await app.call('page_rows', { limit: 9 })).rows;
    return filled.every((row) => row.lead_id === top.lead_id);
  }, 'the top lead goes down the range');
  await app.close();
});

test('search, a filter and the way back from none', async () => {
  const app = await register();
  await app.press('Control+f');
  await app.page.keyboard.type('violence');
  await app.page.waitForFunction(() => document.querySelectorAll('mark').length > 0);
  assert.match(plain(await app.status('register-count')), /^\d+ of 172 recommendations$/);
  await app.press('Escape');
  await app.page.waitForTimeout(400);
  await app.test('filter').click();
  await app.page.locator('[data-test="filter-progress"]').click();
  await app.page.locator('[data-test="pick-choice"][data-value="done"]').click();
  await app.press('Escape');
  await app.page.waitForTimeout(400);
  const done = await app.call('page_rows', { filter: { progress: ['done'] }, limit: 1 });
  assert.equal(plain(await app.status('register-count')), `${done.total} of 172 recommendations`);
  await app.test('register-search').fill('zzzzzz');
  await app.page.waitForSelector('[data-test="register-no-match"]');
  await app.test('no-match-clear').click();
  await app.page.waitForSelector('[data-test="row-open"]');
  assert.equal(plain(await app.status('register-count')), '172 recommendations');
  await app.close();
});

test('an action with a due date is made in the panel', async () => {
  const app = await register();
  await app.focusGrid();
  await app.press('Control+Home', 'Control+i');
  await app.test('panel-tab-actions').click();
  await app.test('panel-add-action').click();
  await app.test('action-title').fill('Draft the amendment');
  await app.test('action-due-day').click();
  await app.page.keyboard.type('15032028');
  await app.test('action-save').click();
  await app.page.waitForFunction(() => document.querySelector('dialog[open]') === null);
  const actions = await app.call('list_actions', {});
  const made = actions.find((action) => action.title === 'Draft the amendment');
  assert.equal(made?.due.on, '2028-03-15');
  await app.page.locator('[data-test="panel"]').getByText('Draft the amendment').waitFor();
  await app.close();
});

test(
  '20,000 rows scroll to the end with Ctrl+End, and few of them are drawn',
  { timeout: 300_000 },
  async () => {
    const app = await open({
      before: async ({ call, tell, folder }) => {
        const plan = await tell('register-file', { path: join(folder, 'many.upright') });
        await call('create_plan', {
          file: plan.ok.handle,
          title: 'Many',
          state: 'SVN',
          author: 'Test Officer',
        });
        const head = 'To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session';
        const rows = Array.from(
          { length: 20_000 },
          (_, at) =>
            `Slovenia,EEG,EU,Adopt measure number ${at + 1} of the national programme.,Austria,WEOG,EU,Accepted,5,Justice,33`,
        );
        writeFileSync(join(folder, 'many.csv'), [head, ...rows].join('\r\n'));
        const file = await tell('register-file', { path: join(folder, 'many.csv') });
        await call('import_file', { file: file.ok.handle });
      },
    });
    await app.go('recommendations');
    await app.page.waitForSelector('[data-test="row-open"]');
    await app.page.locator('[role="gridcell"]').nth(2).click();
    await app.page.keyboard.press('Control+End');
    await app.page.waitForFunction(() => {
      const rows = [...document.querySelectorAll('[data-test="row"]')];
      return rows.some(
        (row) => row.getAttribute('aria-rowindex') === '20001' && row.querySelector('[data-test="row-open"]'),
      );
    });
    const state = await app.page.evaluate(() => {
      const grid = document.querySelector('[role="grid"]');
      const last = document.querySelector('[aria-rowindex="20001"]').getBoundingClientRect();
      return {
        drawn: document.querySelectorAll('[data-test="row"]').length,
        height: grid.scrollHeight,
        isInSight: last.bottom <= grid.getBoundingClientRect().bottom + 1,
      };
    });
    assert.ok(state.isInSight, 'the last row is wholly in sight');
    assert.ok(state.drawn < 40, `${state.drawn} rows are drawn`);
    assert.ok(state.height < 1_000_000, `the scroller is ${state.height} pixels tall`);
    await app.close();
  },
);
