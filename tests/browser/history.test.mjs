/** The history: what was done, each change, one record's, undo and redo. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axeFindings, closeBrowser, open, textOf, wordsOutsideFluent } from './harness.mjs';

after(closeBrowser);

/** Three recommendations get a cluster of their own, and one of them a priority. */
async function work({ call }) {
  const page = await call('page_rows', { filter: {}, sort: 'reference', descending: false, offset: 0, limit: 3 });
  const ids = page.rows.map((row) => row.id);
  const cluster = await call('add_cluster', { name: 'Freedom of assembly' });
  await call('edit_recommendations', { ids, patch: { cluster_id: cluster.id } });
  await call('edit_recommendations', { ids: [ids[0]], patch: { priority: 'urgent' } });
}

for (const language of ['en', 'ar-XB', 'en-XA']) {
  test(`the history has no serious finding of axe in ${language}`, async () => {
    const app = await open({ plan: 'demo', language, before: work });
    await app.go('history');
    await app.test('history-operation').first().click();
    await app.test('history-changes').waitFor();
    assert.deepEqual(await axeFindings(app.page), []);
    if (language === 'en-XA') assert.deepEqual(await wordsOutsideFluent(app.page), []);
    await app.close();
  });
}

test('an operation opens to what each field was before and is now', async () => {
  const app = await open({ plan: 'demo', before: work });
  await app.go('history');
  const newest = app.test('history-operation').first();
  assert.match(await textOf(newest), /Change a recommendation/);
  assert.match(await textOf(newest), /Test Officer/);
  await newest.click();
  const row = app.test('history-changes').locator('tbody tr').first();
  assert.match(await textOf(row), /Recommendation\s+4-UPR-[\s\S]*Priority[\s\S]*Urgent/);
  await app.close();
});

test('a cluster is told by its name, not by its id', async () => {
  const app = await open({ plan: 'demo', before: work });
  await app.go('history');
  await app.test('history-operation').nth(1).click();
  const changes = app.test('history-changes');
  await changes.waitFor();
  assert.equal(await changes.locator('tbody tr').count(), 3);
  assert.match(await textOf(changes), /Freedom of assembly/);
  await app.close();
});

test('what is undone is marked, and no longer once it is done again', async () => {
  const app = await open({ plan: 'demo', before: work });
  await app.go('history');
  await app.test('history-undo').click();
  await app.test('history-is-undone').waitFor();
  assert.match(await textOf(app.test('history-operation').first()), /Undid: change a recommendation/);
  await app.test('history-redo').click();
  await app.test('history-is-undone').waitFor({ state: 'detached' });
  await app.close();
});

test('the history of one record is found by its words', async () => {
  const app = await open({ plan: 'demo', before: work });
  await app.go('history');
  await app.test('history-pick').click();
  await app.test('history-pick-words').fill('assembly');
  const found = app.test('history-pick-record').filter({ hasText: 'Cluster' });
  await found.filter({ hasText: 'Freedom of assembly' }).click();
  await app.test('history-filter').waitFor();
  assert.match(await textOf(app.test('history-filter')), /Freedom of assembly/);
  await app.page.waitForFunction(
    () => document.querySelectorAll('[data-test="history-operation"]').length === 1,
  );
  assert.match(await textOf(app.test('history-operation')), /Add cluster Freedom of assembly/);
  await app.test('history-filter').locator('button').click();
  await app.page.waitForFunction(() => document.querySelectorAll('[data-test="history-operation"]').length > 3);
  await app.close();
});

test('earlier operations are fetched page by page', async () => {
  const app = await open({
    plan: 'demo',
    before: async ({ call }) => {
      for (let number = 1; number <= 55; number += 1) await call('add_cluster', { name: `Cluster ${number}` });
    },
  });
  await app.go('history');
  await app.test('history-operation').first().waitFor();
  assert.equal(await app.test('history-operation').count(), 50);
  await app.test('history-more').click();
  await app.page.waitForFunction(() => document.querySelectorAll('[data-test="history-operation"]').length > 55);
  assert.equal(await app.test('history-more').count(), 0, 'the beginning is reached');
  await app.close();
});
