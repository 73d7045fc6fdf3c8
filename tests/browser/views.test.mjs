/** Search by field words, saved views, columns, headings, blocks of cells: by keyboard, as people use them. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axeFindings, closeBrowser, open, textOf, until, wordsOutsideFluent } from './harness.mjs';

after(closeBrowser);

async function register(options = {}) {
  const app = await open({ plan: 'demo', ...options });
  await app.go('recommendations');
  await app.page.waitForSelector('[data-test="row-open"]');
  const status = async (name) => (await app.test(name).textContent())?.replace(/[\u2066-\u2069\u200f]/g, '');
  return {
    ...app,
    status,
    press: async (...keys) => {
      for (const key of keys) await app.page.keyboard.press(key);
      await app.page.waitForTimeout(80);
    },
    /** Waits until so many rows are shown. */
    shows: async (total) =>
      until(async () => (await status('register-count'))?.startsWith(`${total} of `), `${total} rows`),
    focusGrid: () => app.page.locator('[role="gridcell"]').nth(2).click(),
    paste: async (text) => {
      await app.page.evaluate((block) => navigator.clipboard.writeText(block), text);
      await app.page.keyboard.press('Control+v');
      await app.page.waitForSelector('[data-test="paste-dialog"][open]');
    },
  };
}

const totalOf = async (app, words) => (await app.call('page_rows', { filter: { words }, limit: 1 })).total;

test('a field word is completed by keys, narrows the rows and marks what it finds', async () => {
  const app = await register();
  await app.press('Control+f');
  await app.page.keyboard.type('women prio');
  await app.page.waitForSelector('[data-test="search-offer"]');
  await app.press('ArrowDown', 'Enter');
  assert.equal(await app.test('register-search').inputValue(), 'women priority:');
  await app.page.keyboard.type('hi');
  await until(async () => {
    const texts = await app.page.locator('[data-test="search-offer"] code').allTextContents();
    return texts.join() === 'priority:high';
  }, 'one offer');
  await app.press('ArrowDown', 'Tab');
  assert.equal((await app.test('register-search').inputValue()).trim(), 'women priority:high');
  await app.shows(await totalOf(app, 'women priority:high'));
  const marked = await app.page.locator('mark').allTextContents();
  assert.ok(marked.length > 0 && marked.every((word) => /^women/i.test(word)), marked.join());
  await app.close();
});

test('a word that is not understood is named, and the rows stay until it is mended', async () => {
  const app = await register();
  await app.test('register-search').fill('without:action');
  const total = await totalOf(app, 'without:action');
  await app.shows(total);
  await app.test('register-search').fill('withot:action');
  await app.test('search-problem').waitFor();
  assert.match(await textOf(app.test('search-problem')), /withot:/);
  await app.shows(total);
  assert.equal(await app.page.locator('[data-test="toast"]').count(), 0);
  await app.test('register-search').fill('');
  await until(async () => (await app.page.locator('[data-test="search-problem"]').count()) === 0, 'mended');
  await app.close();
});

test('a filter is taken off by keyboard, and the menus count the rows they would give', async () => {
  const app = await register();
  await app.test('filter').click();
  await app.page.locator('[data-test="filter-without"]').click();
  const choice = app.page.locator('[data-test="pick-choice"][data-value="action"]');
  await choice.waitFor();
  const count = Number(await choice.locator('.count').textContent());
  await choice.click();
  await app.press('Escape');
  await app.shows(count);
  await app.page.locator('[data-test="filter-without"]').focus();
  await app.press('Delete');
  await until(async () => (await app.status('register-count')) === '172 recommendations', 'all rows again');
  await app.close();
});

test('a view is saved, changed, kept, renamed and removed; undo brings it back', async () => {
  const app = await register();
  await app.test('register-search').fill('torture');
  await app.shows(await totalOf(app, 'torture'));
  await app.test('view-menu').click();
  await app.test('view-menu-save').click();
  await app.test('view-name').fill('On torture');
  await app.press('Enter');
  await app.page.locator('[data-test="view"]').waitFor();
  assert.equal(await app.page.locator('[data-test="view"]').getAttribute('aria-pressed'), 'true');
  await app.test('view-all').click();
  await until(async () => (await app.status('register-count')) === '172 recommendations', 'all');
  await app.page.locator('[data-test="view"]').click();
  await app.shows(await totalOf(app, 'torture'));
  await app.test('sort-lead').click();
  await app.test('view-replace').click();
  await until(
    async () => (await app.call('list_views'))[0].settings.sort === 'lead',
    'the view keeps its new order',
  );
  await app.test('view-menu').click();
  await app.test('view-menu-rename').click();
  await app.test('view-name').fill('Torture');
  await app.press('Enter');
  await until(async () => (await app.call('list_views'))[0].name === 'Torture', 'renamed');
  await app.test('view-menu').click();
  await app.test('view-menu-remove').click();
  await until(async () => (await app.call('list_views')).length === 0, 'removed');
  await app.call('undo');
  assert.equal((await app.call('list_views'))[0].name, 'Torture');
  await app.close();
});

test('a ready-made view is added and opens its rows', async () => {
  const app = await register();
  await app.test('view-menu').click();
  await app.page.locator('[data-test="view-menu-suggested-0"]').click();
  await app.page.locator('[data-test="view"]').waitFor();
  await app.shows(await totalOf(app, 'position:noted'));
  await app.close();
});

test('columns are chosen, ordered and widened by keyboard, and the plan remembers them', async () => {
  const app = await register();
  await app.test('columns').click();
  await app.test('columns-find').fill('cycle');
  await app.test('columns-cycle').check();
  await app.test('columns-find').fill('');
  await app.test('columns-cycle-earlier').click();
  await app.test('columns-cycle-wider').click();
  await app.press('Escape');
  const heads = () =>
    app.page.locator('[role="columnheader"]').evaluateAll((all) => all.map((h) => h.dataset.test));
  assert.deepEqual((await heads()).slice(-2), ['column-cycle', 'column-percent']);
  const width = await app.test('column-cycle').evaluate((head) => head.getBoundingClientRect().width);
  assert.equal(Math.round(width), 94);
  await until(async () => (await app.call('get_layout')).columns.length === 7, 'kept for the plan');
  await app.page.reload();
  await app.page.waitForSelector('[data-screen]');
  await app.go('recommendations');
  await app.test('column-cycle').waitFor();
  await app.close();
});

test('rows stand under headings that close by keyboard', async () => {
  const app = await register();
  await app.test('group').click();
  await app.test('group-lead').click();
  await app.page.waitForSelector('[data-test="heading"]');
  const first = (await app.call('page_rows', { group: 'lead', limit: 1 })).groups[0];
  await app.page.locator('[data-test="register-grid"]').focus();
  await app.press('Control+Home', 'Enter');
  const second = app.page.locator('[data-test="heading"]').nth(1);
  assert.equal(await second.getAttribute('aria-rowindex'), '3', `${first.count} rows are left out`);
  await app.press('Enter');
  assert.equal(await second.getAttribute('aria-rowindex'), String(first.count + 3));
  await app.press('ArrowDown', 'Space');
  assert.match(await app.status('register-selected'), /^1 /);
  await app.close();
});

test('Shift sorts by a second column', async () => {
  const app = await register();
  await app.test('sort-progress').click();
  await app.test('sort-lead').click({ modifiers: ['Shift'] });
  await app.page.waitForTimeout(300);
  const expected = await app.call('page_rows', {
    sort: 'progress',
    then: [{ column: 'lead', descending: false }],
    limit: 5,
  });
  const shown = await app.page
    .locator('[data-test="row-open"]')
    .evaluateAll((all) => all.map((b) => b.textContent.trim()));
  assert.deepEqual(
    shown.slice(0, 5).map((text) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, '')),
    expected.rows.map((row) => row.paragraph),
  );
  await app.close();
});

test('a block is pasted after a look at what changes and what is refused: one step of undo', async () => {
  const app = await register();
  const agencies = await app.call('list_agencies');
  const [one, two] = agencies.filter((agency) => agency.short_name !== 'MLSP');
  await app.focusGrid();
  await app.press('Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await app.paste(`${one.name}\tDone\r\n${two.short_name.toLowerCase()}\t\r\n"No such ""agency"""\t`);
  const summary = await textOf(app.test('paste-summary'));
  assert.match(summary, /2 cells change/);
  const refused = await textOf(app.test('paste-refused'));
  assert.match(refused, /No such "agency"/);
  assert.match(refused, /cannot be changed here/);
  await app.test('paste-confirm').click();
  const leads = async () => (await app.call('page_rows', { limit: 3 })).rows.map((row) => row.lead_id);
  const before = await leads();
  await until(async () => (await leads())[0] === one.id && (await leads())[1] === two.id, 'written');
  assert.equal((await leads())[2], before[2]);
  await until(async () => /set 2 cells/.test(await app.status('undo-name')), 'the step has its name');
  await app.page.locator('[data-test="register-grid"]').focus();
  await app.press('Control+z');
  await until(async () => (await leads())[0] !== one.id && (await leads())[1] !== two.id, 'taken back');
  await app.close();
});

test('one value is pasted over a range, and cells are cut', async () => {
  const app = await register();
  const [agency] = await app.call('list_agencies');
  const leads = async () => (await app.call('page_rows', { limit: 4 })).rows.map((row) => row.lead_id);
  await app.focusGrid();
  await app.press(
    'Control+Home',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    ...Array(3).fill('Shift+ArrowDown'),
  );
  await app.paste(agency.name);
  await app.test('paste-confirm').click();
  await until(async () => (await leads()).every((lead) => lead === agency.id), 'all four');
  await app.page.locator('[data-test="register-grid"]').focus();
  await app.press('Control+x');
  await until(async () => (await leads()).every((lead) => lead === null), 'emptied');
  assert.equal(
    await app.page.evaluate(() => navigator.clipboard.readText()).then((t) => t.split('\r\n').length),
    4,
  );
  await app.close();
});

test('the menu of a cell opens by Shift+F10 and narrows to its value; F3 goes on to the next match', async () => {
  const app = await register();
  await app.focusGrid();
  await app.press('Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+F10');
  await app.test('cell-menu-filter').waitFor();
  const lead = (await app.call('page_rows', { limit: 1 })).rows[0].lead_id;
  await app.test('cell-menu-filter').click();
  await app.shows((await app.call('page_rows', { filter: { lead: [lead] }, limit: 1 })).total);
  await app.test('filter-clear').click();
  await app.test('register-search').fill('women');
  await app.shows(await totalOf(app, 'women'));
  await app.press('Enter', 'Control+Home', 'F3', 'F3', 'Shift+F3');
  const at = await app.page.evaluate(() => {
    const id = document.querySelector('[role="grid"]').getAttribute('aria-activedescendant');
    return document.getElementById(id).closest('[role="row"]').getAttribute('aria-rowindex');
  });
  assert.equal(at, '3');
  await app.close();
});

for (const language of ['en', 'ar-XB']) {
  test(`axe finds nothing serious in views, offers, headings and the dialog of a paste (${language})`, async () => {
    const app = await register({ language });
    await app.test('register-search').fill('state:');
    await app.page.waitForSelector('[data-test="search-offer"]');
    assert.deepEqual(await axeFindings(app.page), [], 'offers');
    await app.test('register-search').fill('');
    await app.page.waitForTimeout(400);
    await app.test('columns').click();
    await app.test('columns-find').waitFor();
    assert.deepEqual(await axeFindings(app.page), [], 'columns');
    await app.press('Escape');
    await app.test('group').click();
    await app.test('group-cluster').click();
    await app.page.waitForSelector('[data-test="heading"]');
    assert.deepEqual(await axeFindings(app.page), [], 'headings');
    await app.page.locator('[role="gridcell"]').nth(3).click();
    await app.paste('x\ty');
    assert.deepEqual(await axeFindings(app.page), [], 'paste');
    await app.close();
  });
}

test('no word of views, columns and the dialog of a paste comes from outside Fluent', async () => {
  const app = await register({ language: 'en-XA' });
  await app.test('columns').click();
  await app.test('columns-find').waitFor();
  assert.deepEqual(await wordsOutsideFluent(app.page), []);
  await app.press('Escape');
  await app.focusGrid();
  await app.paste('x\ty');
  assert.deepEqual(await wordsOutsideFluent(app.page), []);
  await app.close();
});
