/** The settings: preferences, the plan's title page, clusters, authors, backups. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axeFindings, closeBrowser, open, textOf, wordsOutsideFluent } from './harness.mjs';

after(closeBrowser);

const PAGES = ['computer', 'plan', 'clusters', 'authors', 'backups', 'shortcuts', 'about'];

async function openPage(app, name) {
  await app.test(`settings-${name}`).click();
  await app.test(`settings-page-${name}`).waitFor();
}

async function settings(options = {}) {
  const app = await open({ plan: 'demo', ...options });
  await app.go('settings');
  return app;
}

const names = (app) => app.test('cluster').locator('.name').allInnerTexts();

for (const language of ['en', 'ar-XB', 'en-XA']) {
  test(`no page of the settings has a serious finding of axe in ${language}`, async () => {
    const app = await settings({ language });
    for (const name of PAGES) {
      await openPage(app, name);
      assert.deepEqual(await axeFindings(app.page), [], name);
      if (language === 'en-XA') assert.deepEqual(await wordsOutsideFluent(app.page), [], name);
    }
    await app.close();
  });
}

test('preferences take effect at once and are kept', async () => {
  const app = await settings();
  await app.test('settings-theme').selectOption('dark');
  await app.page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  await app.test('language').selectOption('ar-XB');
  await app.page.waitForFunction(() => document.documentElement.dir === 'rtl');
  await app.test('settings-density').selectOption('compact');
  await app.test('settings-single-keys').uncheck();
  await app.page.waitForTimeout(200);
  const kept = await app.call('get_preferences');
  assert.deepEqual(
    [kept.theme, kept.language, kept.density, kept.single_keys],
    ['dark', 'ar-XB', 'compact', false],
  );
  await app.close();
});

test('the title page is saved as it is changed; a refused title stays in its field', async () => {
  const app = await settings();
  await openPage(app, 'plan');
  await app.test('settings-mechanism').fill('National Mechanism of Velmora');
  await app.test('settings-mechanism').press('Tab');
  await app.test('toast').waitFor();
  assert.equal((await app.call('get_profile')).mechanism_name, 'National Mechanism of Velmora');
  await app.test('settings-title').fill(' ');
  await app.test('settings-title').press('Tab');
  await app.test('settings-plan-trouble').waitFor();
  assert.equal(await app.test('settings-title').inputValue(), ' ');
  await app.close();
});

test('the plan is checked on demand', async () => {
  const app = await settings();
  await openPage(app, 'plan');
  await app.test('settings-check').click();
  await app.test('settings-check-result').waitFor();
  assert.match(await textOf(app.test('settings-check-result')), /whole and its history is unbroken/);
  await app.close();
});

test('clusters are added, named, moved by buttons and removed', async () => {
  const app = await settings();
  await openPage(app, 'clusters');
  const before = await names(app);
  await app.test('cluster-new').fill('Freedom of assembly');
  await app.test('cluster-add').click();
  await app.test('cluster').nth(before.length).waitFor();
  const added = app.test('cluster').filter({ hasText: 'Freedom of assembly' });
  await added.locator('[data-test="cluster-up"]').click();
  await app.page.waitForFunction(
    (at) => document.querySelectorAll('[data-test="cluster"]')[at]?.textContent.includes('Freedom of assembly'),
    before.length - 1,
  );
  await app.page.waitForFunction(() => document.activeElement?.getAttribute('data-test') === 'cluster-up');
  await added.locator('[data-test="cluster-edit"]').click();
  await app.test('cluster-note').fill('Peaceful gatherings');
  await app.test('cluster-save').click();
  await app.page.waitForFunction(() => document.body.textContent.includes('Peaceful gatherings'));
  await added.locator('[data-test="cluster-remove"]').click();
  await app.test('cluster-remove-confirm').click();
  await added.waitFor({ state: 'detached' });
  assert.deepEqual(await names(app), before);
  await app.close();
});

test('a name that is taken keeps the text in the field', async () => {
  const app = await settings();
  await openPage(app, 'clusters');
  const [first] = await names(app);
  await app.test('cluster-new').fill(first);
  await app.test('cluster-add').click();
  await app.page.waitForFunction(() => document.querySelector('[aria-invalid="true"]') !== null);
  assert.equal(await app.test('cluster-new').inputValue(), first);
  await app.close();
});

test('another author is chosen, and the top bar says so', async () => {
  const app = await settings();
  await openPage(app, 'authors');
  await app.test('settings-author-name').fill('Second Officer');
  await app.test('settings-author-add').click();
  await app.page.waitForFunction(() =>
    document.querySelector('[data-test="author"]')?.textContent.includes('Second Officer'),
  );
  assert.equal(await app.test('author-chosen').count(), 1);
  await app.close();
});

test('a backup is made, restored beside the plan and opened', async () => {
  const app = await settings();
  await openPage(app, 'backups');
  const before = await app.test('backup').count();
  await app.test('backup-make').click();
  await app.test('backup').nth(before).waitFor();
  await app.test('backup-restore').first().click();
  await app.test('backup-restored').waitFor();
  const plan = (await app.call('desk_state')).plan.file.name;
  await app.test('backup-open').click();
  await app.page.waitForSelector('[data-screen="standing"]');
  const opened = (await app.call('desk_state')).plan.file.name;
  assert.notEqual(opened, plan, 'another file beside the plan');
  await app.close();
});
