/** The data out of the plan, from the screen: form, scope, warning, writing; and back in. */
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { closeBrowser, open, textOf } from './harness.mjs';

after(closeBrowser);

test('every form is written where the person chose and can be shown in its folder', async () => {
  const app = await open({ plan: 'demo' });
  await app.go('reports');
  for (const [form, name] of [
    ['matrix', 'matrix.xlsx'],
    ['csv', 'register.csv'],
    ['json', 'plan.json'],
    ['uhri', 'uhri.xlsx'],
    ['impact-oss', 'impact.zip'],
  ]) {
    const file = join(app.folder, name);
    await app.test(`take-out-${form}`).check();
    await app.tell('choose', { path: file });
    await app.test('take-out-write').click();
    await app.test('take-out-done').filter({ hasText: name }).waitFor();
    assert.ok(statSync(file).size > 1000, name);
    assert.equal(await app.test('take-out-show').count(), 1);
  }
  await app.close();
});

test('the whole plan warns before it is written, the other forms do not', async () => {
  const app = await open({ plan: 'demo' });
  await app.go('reports');
  assert.doesNotMatch(await textOf(app.test('take-out-note')), /focal points/);
  await app.test('take-out-json').check();
  assert.match(await textOf(app.test('take-out-note')), /names of focal points and authors/);
  await app.close();
});

test('Ctrl+E takes out what the register shows, in its order', async () => {
  const app = await open({ plan: 'demo' });
  await app.go('recommendations');
  await app.test('register-search').fill('torture');
  await app.page
    .getByText(/of [\u2066-\u2069]*172/)
    .first()
    .waitFor();
  await app.page.keyboard.press('Control+e');
  await app.page.waitForSelector('[data-screen="reports"]');
  assert.equal(await app.test('take-out-scope-view').isChecked(), true);
  const file = join(app.folder, 'part.csv');
  await app.test('take-out-csv').check();
  await app.tell('choose', { path: file });
  await app.test('take-out-write').click();
  await app.test('take-out-done').waitFor();
  const { total } = await app.call('page_rows', {
    filter: { words: 'torture' },
    sort: 'reference',
    descending: false,
    offset: 0,
    limit: 1,
  });
  assert.match(await textOf(app.test('take-out-done')), new RegExp(`with ${total} rows`));
  assert.match(readFileSync(file, 'utf8'), /^\uFEFF"id","record_type","reference"/);
  await app.close();
});

test('a plan taken out comes in by the import, previewed first', async () => {
  const app = await open({ plan: 'demo' });
  const file = join(app.folder, 'plan.json');
  await app.go('reports');
  await app.test('take-out-json').check();
  await app.tell('choose', { path: file });
  await app.test('take-out-write').click();
  await app.test('take-out-done').waitFor();
  const { handle } = await app
    .tell('register-file', { path: join(app.folder, 'new.upright') })
    .then((r) => r.ok);
  await app.call('create_plan', {
    file: handle,
    title: 'Another',
    state: 'XUP',
    author: 'Test Officer',
  });
  await app.page.reload();
  await app.page.waitForSelector('[data-screen]');
  await app.go('import');
  await app.tell('choose', { path: file });
  await app.test('import-choose').click();
  await app.test('import-recognised').waitFor();
  assert.match(await textOf(app.test('import-recognised')), /Plan exported from Upright/);
  await app.test('import-next').click();
  await app.test('import-confirm').click();
  await app.test('import-done').waitFor();
  const all = await app.call('list_recommendations', {});
  assert.equal(all.length, 172);
  await app.close();
});
