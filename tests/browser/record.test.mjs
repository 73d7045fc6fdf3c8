/** One recommendation in the panel: its text, answers, parts, pathway and labels; vocabularies in the settings. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axeFindings, closeBrowser, open, textOf, until, wordsOutsideFluent } from './harness.mjs';

after(closeBrowser);

/** The demo with the panel on a recommendation that asks for two things and was not accepted. */
async function record(options = {}) {
  const app = await open({ plan: 'demo', ...options });
  const all = await app.call('list_recommendations');
  const noted = all.find((each) => each.position === 'NOT' && / and /.test(each.text));
  await app.go('recommendations');
  await app.page.waitForSelector('[data-test="row-open"]');
  await app.test('register-search').fill(noted.reference);
  await until(async () => (await app.test('row-open').count()) === 1, 'the one row');
  await app.test('row-open').click();
  await app.page.waitForSelector('[data-test="panel-tab-text"]');
  return {
    ...app,
    noted,
    tab: (name) => app.test(`panel-tab-${name}`).click(),
    detail: () => app.call('get_recommendation', { id: noted.id }),
  };
}

test('a text is divided by the keyboard, its parts are answered, and the whole follows', async () => {
  const app = await record();
  await app.tab('answer');
  await app.test('parts-divide').click();
  const text = app.test('parts-text');
  await text.focus();
  await app.page.keyboard.press('Control+Home');
  for (let step = 0; step < 12; step += 1) await app.page.keyboard.press('Shift+ArrowRight');
  await app.test('parts-take').click();
  await app.test('parts-save').click();
  await until(async () => (await app.detail()).parts.length === 1, 'one part');
  const [part] = (await app.detail()).parts;
  assert.equal(part.text, app.noted.text.slice(0, 12).trim());
  assert.equal((await app.detail()).recommendation.text, app.noted.text, 'the text stays whole');

  await app.test('parts-divide').click();
  await app.test('parts-suggest').click();
  await app.test('parts-save').click();
  await until(async () => (await app.detail()).parts.length >= 3, 'the suggested parts');

  await app.test('part-answer').first().click();
  await app.test('answer-position').selectOption('SUP');
  await app.test('answer-given-on-day').click();
  await app.page.keyboard.type('01032027');
  await app.test('answer-document').fill('A/HRC/60/972/Add.1');
  await app.test('answer-save').click();
  await until(async () => (await app.detail()).recommendation.position === 'SUP_PART', 'in part');
  await until(async () => (await textOf(app.test('answer-now'))) === 'Supported in part', 'the panel tells');
  const answers = (await app.detail()).positions;
  assert.ok(answers.length >= 2 && answers.some((each) => each.part_id === part.id), 'I4');
  await app.close();
});

test('what is not accepted gets a pathway and a body suggested by its themes', async () => {
  const app = await record();
  await app.tab('answer');
  await app.test('pathway-choose').selectOption('dialogue_with_mechanism');
  await until(async () => (await app.detail()).noted_pathway !== null, 'a pathway');
  const suggested = await app.call('suggest_bodies', { id: app.noted.id });
  if (suggested.length > 0) {
    await app.test('pathway-suggested').first().click();
    await until(async () => (await app.detail()).noted_pathway.body === suggested[0].body, 'the body');
  }
  await app.close();
});

test('translation, reading, check and corrigendum stand beside the text', async () => {
  const app = await record();
  await app.tab('text');
  await app.test('plain-text').fill('Change the law');
  await app.test('plain-text').blur();
  await until(async () => (await app.detail()).recommendation.plain_text === 'Change the law', 'plain words');

  await app.test('translation-add').click();
  await app.test('translation-language').fill('Arabic');
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await app.test('translation-text').fill('تعديل القانون');
  await app.test('translation-official').check();
  await app.test('translation-save').click();
  await until(async () => (await app.test('translation').count()) === 1, 'the translation');
  assert.equal(await app.test('translation').locator('[lang="ar"]').getAttribute('dir'), 'rtl');

  await app.test('reading-add').click();
  await app.test('reading-text').fill('Within this cycle');
  await app.test('reading-save').click();
  await until(async () => (await app.test('reading').count()) === 1, 'the reading');

  await app.test('smart-measurable').selectOption('no');
  await until(async () => (await app.detail()).smart_check?.measurable === false, 'the tick');
  assert.equal((await app.detail()).smart_check.specific, null, 'the others stay open');

  await app.test('corrigendum-add').click();
  await app.test('corrigendum-text').fill(`${app.noted.text}, without delay`);
  await app.test('corrigendum-save').click();
  await until(async () => (await app.test('trouble').count()) === 1, 'a source is asked for');
  await app.test('corrigendum-document').fill('A/HRC/60/972/Corr.1');
  await app.test('corrigendum-save').click();
  await until(async () => (await app.test('corrigendum').count()) === 1, 'the corrigendum');
  assert.equal((await app.detail()).corrigenda[0].text_before, app.noted.text, 'I1');
  await app.close();
});

test('kind and a dated answer are given to many rows at once', async () => {
  const app = await open({ plan: 'demo' });
  await app.go('recommendations');
  await app.page.waitForSelector('[data-test="row-tick"]');
  for (const row of [0, 1, 2]) await app.test('row-tick').nth(row).click();
  await app.test('bulk-reading').click();
  await app.test('bulk-duration').selectOption('continuing');
  const continuing = async () =>
    (await app.call('list_recommendations')).filter((each) => each.duration === 'continuing').length;
  await until(async () => (await continuing()) === 3, 'three records');
  await app.test('bulk-answer').click();
  await app.test('answer-position').selectOption('SUP_PROC');
  await app.test('answer-given-on-day').click();
  await app.page.keyboard.type('01032027');
  await app.test('answer-save').click();
  const answered = async () =>
    (await app.call('list_recommendations')).filter((each) => each.position === 'SUP_PROC').length;
  await until(async () => (await answered()) >= 3, 'three answers');
  await app.close();
});

test('a label is added, put under another, renamed with its records, retired', async () => {
  const app = await record();
  await app.call('add_vocabulary_entry', {
    vocabulary: 'territory',
    label: 'North',
  });
  await app.call('tag_recommendations', {
    ids: [app.noted.id],
    vocabulary: 'territory',
    add: ['North'],
  });
  await app.go('settings');
  await app.test('settings-vocabularies').click();
  await app.test('vocabulary').selectOption('territory');
  await app.test('vocabulary-new').fill('Highlands');
  await app.test('vocabulary-add').click();
  const row = (label) => app.page.locator(`[data-test="vocabulary-entry"][data-label="${label}"]`);
  await row('Highlands').locator('[data-test="vocabulary-edit"]').click();
  await app.test('vocabulary-parent').fill('North');
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await app.test('vocabulary-save').click();
  await until(async () => {
    const entries = await app.call('list_vocabulary', {
      vocabulary: 'territory',
    });
    return entries.some((entry) => entry.label === 'Highlands' && entry.parent === 'North');
  }, 'under North');
  await row('North').locator('[data-test="vocabulary-edit"]').click();
  await app.test('vocabulary-label').fill('Northern region');
  await app.test('vocabulary-save').click();
  await until(
    async () => (await app.detail()).recommendation.territories[0] === 'Northern region',
    'carried over',
  );
  await row('Northern region').locator('[data-test="vocabulary-retire"]').click();
  await until(async () => (await app.detail()).retired_tags.length === 1, 'retired, and kept');
  assert.equal(await row('Northern region').locator('[data-test="vocabulary-remove"]').count(), 0, 'I23');
  await app.close();
});

for (const look of [{ language: 'en' }, { language: 'ar-XB' }]) {
  test(`axe finds nothing serious in the tabs of the panel and in the vocabularies (${look.language})`, async () => {
    const app = await record(look);
    for (const tab of ['text', 'answer', 'sources']) {
      await app.tab(tab);
      await app.page.waitForTimeout(250);
      assert.deepEqual(await axeFindings(app.page), [], tab);
    }
    await app.tab('answer');
    await app.test('parts-divide').click();
    await app.page.waitForTimeout(250);
    assert.deepEqual(await axeFindings(app.page), [], 'dividing');
    await app.page.keyboard.press('Escape');
    await app.go('settings');
    await app.test('settings-vocabularies').click();
    await app.page.waitForTimeout(250);
    assert.deepEqual(await axeFindings(app.page), [], 'vocabularies');
    await app.close();
  });
}

test('no word of the panel and the vocabularies comes from outside Fluent', async () => {
  const app = await record({ language: 'en-XA' });
  for (const tab of ['text', 'answer', 'sources']) {
    await app.tab(tab);
    await app.page.waitForTimeout(250);
    assert.deepEqual(await wordsOutsideFluent(app.page), [], tab);
  }
  await app.close();
});
