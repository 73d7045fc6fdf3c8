/** Counts and shares: basis, table, the rows behind a figure, the copied table. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axeFindings, closeBrowser, open, textOf, until, wordsOutsideFluent } from './harness.mjs';

after(closeBrowser);

async function counts(options = {}) {
  const app = await open({ plan: 'demo', ...options });
  await app.go('standing');
  await app.test('standing-tab-counts').click();
  await app.test('counts-source').waitFor();
  return app;
}

for (const language of ['en', 'ar-XB', 'en-XA']) {
  test(`the counts have no serious finding of axe in ${language}`, async () => {
    const app = await counts({ language });
    assert.deepEqual(await axeFindings(app.page), []);
    await app.test('counts-table').click();
    assert.deepEqual(await axeFindings(app.page), []);
    if (language === 'en-XA') assert.deepEqual(await wordsOutsideFluent(app.page), []);
    await app.close();
  });
}

test('the basis stands under the figures, goes along when copied, and rows are one click away', async () => {
  const app = await counts();
  assert.match(await textOf(app.test('counts-source')), /^By paragraph\. All recommendations\. As at/);
  await app.test('counts-basis').selectOption('state');
  await until(async () => /By recommending State/.test(await textOf(app.test('counts-source'))), 'the basis');
  const shares = await app.call('list_shares', { dimension: 'category', basis: 'state' });
  assert.match(
    await textOf(app.test('counts-total')),
    new RegExp(`^${shares.total} recommendations by States`),
  );
  await app.test('counts-copy').click();
  const copied = await app.page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^Action category\tNumber\tShare/);
  assert.match(copied, /By recommending State/);
  await app.test('counts-lines').locator('button').first().click();
  await app.page.waitForSelector('[data-screen="recommendations"]');
  await app.close();
});
