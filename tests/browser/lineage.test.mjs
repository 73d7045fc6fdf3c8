/** Similar recommendations: offers, decisions by keys, many at once, and the links in the panel. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axeFindings, closeBrowser, open, textOf, until, wordsOutsideFluent } from './harness.mjs';

after(closeBrowser);

/** An earlier cycle in the demo plan: it asked four times for what is asked again. */
async function earlierCycle({ call }) {
  const { rows } = await call('page_rows', {
    filter: {},
    sort: 'reference',
    descending: false,
    offset: 0,
    limit: 4,
  });
  for (const [at, row] of rows.entries()) {
    await call('add_recommendation', {
      mechanism: 'UPR',
      cycle: 3,
      document: 'A/HRC/99/9',
      paragraph: `201.${at + 1}`,
      text: `Continue its efforts to ${row.text.charAt(0).toLowerCase()}${row.text.slice(1)}`,
      recommending_states: ['CHL'],
    });
  }
}

for (const language of ['en', 'ar-XB', 'en-XA']) {
  test(`the similar ones have no serious finding of axe in ${language}`, async () => {
    const app = await open({ plan: 'demo', language, before: earlierCycle });
    await app.go('lineage');
    await app.test('lineage-side').first().waitFor();
    assert.deepEqual(await axeFindings(app.page), []);
    if (language === 'en-XA') assert.deepEqual(await wordsOutsideFluent(app.page), []);
    await app.close();
  });
}

test('pairs are decided by keys, and a decision is taken back by Undo', async () => {
  const app = await open({ plan: 'demo', before: earlierCycle });
  await app.go('lineage');
  await app.test('lineage-side').first().waitFor();
  const before = await app.call('find_similar', {});
  const first = before.pairs[0];
  await app.test('lineage-offers').focus();
  await app.page.keyboard.press('a');
  const linked = async () => (await app.call('list_links', { id: first.from_id })).map((link) => link.kind);
  await until(async () => (await linked()).length === 1, 'the link');
  assert.deepEqual(await linked(), [first.kind]);
  await app.page.keyboard.press('r');
  await until(async () => (await app.call('find_similar', {})).total === before.total - 2, 'set aside');
  await app.page.keyboard.press('j');
  assert.equal(await app.page.locator('[role=option][aria-selected=true]').count(), 1);
  await app.page.keyboard.press('2');
  await until(async () => (await app.call('find_similar', {})).total === before.total - 3, 'as chosen');
  for (let times = 0; times < 3; times += 1) {
    await app.page.keyboard.press('Control+z');
    await app.page.waitForTimeout(150);
  }
  await until(async () => (await app.call('find_similar', {})).total === before.total, 'all taken back');
  await until(async () => (await app.test('lineage-offer').count()) === before.pairs.length, 'offered again');
  await app.close();
});

test('many are linked above a score as one step', async () => {
  const app = await open({ plan: 'demo', before: earlierCycle });
  await app.go('lineage');
  await app.test('lineage-bulk').click();
  await app.test('lineage-bulk-least').fill('200');
  assert.equal(await app.test('lineage-bulk-link').isDisabled(), true, 'no such score');
  await app.test('lineage-bulk-least').fill('90');
  const told = Number(/^(\d+)/.exec(await textOf(app.test('lineage-bulk-count')))[1]);
  assert.ok(told >= 4, `${told} pairs`);
  const before = (await app.call('find_similar', {})).total;
  await app.test('lineage-bulk-link').click();
  await until(async () => (await app.call('find_similar', {})).total === before - told, 'as many as told');
  const again = await app.call('page_rows', {
    filter: { standing: ['repeated'] },
    sort: 'reference',
    descending: false,
    offset: 0,
    limit: 10,
  });
  assert.ok(again.total >= 4, 'as previously recommended');
  await app.page.keyboard.press('Control+z');
  await until(async () => (await app.call('find_similar', {})).total === before, 'one Undo');
  await app.close();
});

test('the panel shows the links, makes one and takes it out', async () => {
  const app = await open({ plan: 'demo', before: earlierCycle });
  const found = await app.call('find_similar', {});
  const pair = found.pairs.find((each) => each.kind === 'follow_up_of');
  await app.call('add_links', {
    links: [
      {
        from_id: pair.from_id,
        to_id: pair.to_id,
        kind: 'follow_up_of',
        score: pair.score,
      },
    ],
  });
  await app.go('recommendations');
  await app.test('register-search').fill(pair.from_reference);
  await app.page.waitForTimeout(600);
  await app.test('row-open').first().click();
  await app.test('panel-links').waitFor();
  await app.test('panel-repeated').waitFor();
  await app.test('panel-link-new').click();
  await app.test('panel-link-kind').selectOption('overlaps');
  await app.test('panel-link-find').fill('torture');
  await app.test('panel-link-add').first().click();
  const many = 2;
  await until(
    async () => (await app.test('panel-link').count()) === many,
    'the new link stands in the panel',
  );
  await app.test('panel-link-remove').last().click();
  await until(async () => (await app.test('panel-link').count()) === many - 1, 'taken out');
  await app.test('panel-find-similar').click();
  await app.test('lineage-record').waitFor();
  await app.close();
});
