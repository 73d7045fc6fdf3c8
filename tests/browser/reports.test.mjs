/** The progress report from the screen: scope, writing, result, refusal. */
import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { axeFindings, closeBrowser, open, textOf, wordsOutsideFluent } from './harness.mjs';

after(closeBrowser);

for (const language of ['en', 'ar-XB', 'en-XA']) {
  test(`the reports have no serious finding of axe in ${language}`, async () => {
    const app = await open({ plan: 'demo', language });
    await app.go('reports');
    await app.test('report-progress').waitFor();
    assert.deepEqual(await axeFindings(app.page), []);
    if (language === 'en-XA') assert.deepEqual(await wordsOutsideFluent(app.page), []);
    await app.close();
  });
}

test('the workbook is written where the person chose', async () => {
  const app = await open({ plan: 'demo' });
  const file = join(app.folder, 'progress.xlsx');
  await app.go('reports');
  await app.tell('choose', { path: file });
  await app.test('report-progress').click();
  await app.test('report-done').waitFor();
  assert.match(await textOf(app.test('report-done')), /progress\.xlsx.* rows/);
  assert.ok(existsSync(file) && statSync(file).size > 20_000, 'a whole workbook lies there');
  assert.equal(await app.test('report-show').count(), 1);
  await app.close();
});

test('what the register shows can be reported on alone', async () => {
  const app = await open({ plan: 'demo' });
  await app.go('recommendations');
  await app.test('register-search').fill('torture');
  await app.page.waitForTimeout(600);
  await app.test('register-export').click();
  await app.test('report-scope-view').waitFor();
  assert.equal(await app.test('report-scope-view').isChecked(), true);
  const shown = await app.call('page_rows', {
    filter: { words: 'torture' },
    sort: 'reference',
    descending: false,
    offset: 0,
    limit: 1,
  });
  assert.match(await textOf(app.test('report-scope')), new RegExp(`${shown.total} of 172[^]*Words searched for`));
  const written = async (name) => {
    await app.tell('choose', { path: join(app.folder, name) });
    await app.test('report-progress').click();
    await app.test('report-done').filter({ hasText: name }).waitFor();
    return Number(/with (\d+) rows/.exec(await textOf(app.test('report-done')))[1]);
  };
  const some = await written('some.xlsx');
  await app.test('report-scope-whole').check();
  const all = await written('all.xlsx');
  assert.ok(some < all, `${some} rows of the view, ${all} of the plan`);
  await app.close();
});

test('a cancelled dialog writes nothing and says nothing', async () => {
  const app = await open({ plan: 'demo' });
  await app.go('reports');
  await app.test('report-progress').click();
  await app.page.waitForTimeout(200);
  assert.equal(await app.test('report-done').count(), 0);
  assert.equal(await app.test('report-trouble').count(), 0);
  assert.equal(await app.test('report-progress').isEnabled(), true);
  await app.close();
});

test('a folder that is not there is told in the page', async () => {
  const app = await open({ plan: 'demo' });
  await app.go('reports');
  await app.tell('choose', { path: join(app.folder, 'nowhere', 'progress.xlsx') });
  await app.test('report-progress').click();
  await app.test('report-trouble').waitFor();
  assert.equal(await app.test('report-progress').isEnabled(), true, 'it can be tried again');
  await app.close();
});

test('a plan without recommendations leads to the import', async () => {
  const app = await open({
    before: async ({ call, tell, folder }) => {
      const { handle } = await tell('register-file', { path: join(folder, 'empty.upright') }).then((r) => r.ok);
      await call('create_plan', { file: handle, title: 'Empty', state: 'CHL', author: 'Test Officer' });
    },
  });
  await app.go('reports');
  await app.test('reports-empty').waitFor();
  await app.test('reports-import').click();
  await app.page.waitForSelector('[data-screen="import"]');
  await app.close();
});
