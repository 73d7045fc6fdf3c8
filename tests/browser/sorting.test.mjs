/** Sorting: 163 recommendations from a file to clustered, prioritised and assigned, by keys alone; the board. */
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { matrix } from './docx.mjs';
import { axeFindings, closeBrowser, open, root, textOf, until, wordsOutsideFluent } from './harness.mjs';

after(closeBrowser);

/** The aim: one sitting. */
const MOST_KEYS = 2500;

/** What each of the eight areas is about, in the words of recommendations; the theme as the file codes it. */
const MATTERS = [
  {
    theme: 'A12 Acceptance of international norms',
    texts: [
      'Ratify the Optional Protocol to the International Covenant on Economic, Social and Cultural Rights',
      'Ratify the Convention on the Protection of the Rights of All Migrant Workers',
      'Consider ratifying the Convention for the Protection of All Persons from Enforced Disappearance',
      'Accede to the Optional Protocol to the Convention on the Rights of the Child on a communications procedure',
    ],
  },
  {
    theme: 'B51 Administration of justice & fair trial',
    texts: [
      'Continue the reform of the judicial system in order to reduce the backlog of court cases',
      'Strengthen the independence of the judiciary and the training of judges',
      'Amend the Criminal Code so that all forms of torture are punished by law',
      'Reform its legislation on the length of pretrial detention',
    ],
  },
  {
    theme: 'G1 Members of minorities',
    texts: [
      'Take measures to protect the rights of vulnerable groups, in particular the Roma',
      'Improve the living conditions of persons with disabilities and of older persons',
      'Combat discrimination against Roma children and women belonging to minorities',
      'Protect lesbian, gay, bisexual and transgender persons against discrimination and hate speech',
    ],
  },
  {
    theme: 'E1 Economic, social & cultural rights',
    texts: [
      'Ensure access to adequate housing and safe drinking water in Roma settlements',
      'Reduce unemployment among young people and close the gender pay gap',
      'Continue efforts to guarantee access to health care for all',
      'Combat poverty and strengthen social protection of families with low incomes',
    ],
  },
  {
    theme: 'B33 Human trafficking',
    texts: [
      'Step up the fight against trafficking in persons and prosecute the perpetrators',
      'Provide shelter and legal aid to victims of human trafficking',
      'Adopt a national action plan against trafficking in women and children',
    ],
  },
  {
    theme: 'E51 Right to education',
    texts: [
      'Ensure inclusive education for children with disabilities in mainstream schools',
      'Improve the access of Roma children to quality education at all levels',
      'Include human rights education in the curricula of primary schools',
    ],
  },
  {
    theme: 'A42 National plans of action',
    texts: [
      'Adopt a comprehensive national human rights action plan with indicators',
      'Develop a national strategy on gender equality with sufficient resources',
      'Bring the national human rights institution into line with the Paris Principles',
    ],
  },
  {
    theme: 'A28 Cooperation with civil society',
    texts: [
      'Involve civil society in the follow-up to this review',
      'Consult non-governmental organizations before the next national report',
    ],
  },
];
const STATES = ['Croatia', 'Portugal', 'Slovakia', 'Spain', 'Tunisia', 'Belgium', 'Chile', 'Uruguay'];
const AGENCIES = [
  'Ministry of Foreign Affairs; MFA',
  'Ministry of Justice; MoJ',
  'Ministry of Labour; MoL',
  'Ministry of Health; MoH',
  'Ministry of the Interior; MoI',
  'Ministry of Education; MoE',
];
/** Which agency leads the recommendations of each area. */
const LEADS = [0, 1, 2, 3, 4, 5, 1, 0];

/** 163 of them, of which the test knows what they are about. */
function recommendations() {
  const found = [];
  const share = [24, 26, 30, 28, 15, 20, 14, 6];
  MATTERS.forEach(({ theme, texts }, area) => {
    for (let place = 0; place < share[area]; place += 1) {
      const state = STATES[(place + area) % STATES.length];
      found.push({
        area,
        paragraph: `115.${found.length + 1}`,
        text: `${texts[place % texts.length]}${place < texts.length ? '' : `, as step ${place} of the follow-up`}`,
        states: [state],
        position: place % 9 === 8 ? 'Noted' : 'Supported',
        themes: [theme],
      });
    }
  });
  return found;
}

/** A keyboard that counts; a chord is one stroke, as is each letter typed. */
function countedKeys(page) {
  const keys = {
    count: 0,
    async press(...names) {
      for (const name of names) {
        keys.count += 1;
        await page.keyboard.press(name);
      }
    },
    async type(text) {
      keys.count += [...text].length;
      await page.keyboard.type(text);
    },
    /** Tab by Tab to a control; every one of them counts. */
    async tabTo(name, step = 'Tab') {
      const MOST_TABS = 60;
      const isThere = () =>
        page.evaluate((wanted) => document.activeElement?.closest(`[data-test="${wanted}"]`) !== null, name);
      for (let tried = 0; tried < MOST_TABS; tried += 1) {
        if (await isThere()) return;
        await keys.press(step);
      }
      assert.fail(`${name} is not reached by Tab`);
    },
  };
  return keys;
}

/** From the first screen to a plan with the file's recommendations, agencies and clusters. */
async function setUp(app, keys, file) {
  await app.test('welcome').waitFor();
  await keys.tabTo('welcome-new');
  await keys.press('Enter');
  await app.test('new-state').waitFor();
  await keys.tabTo('new-state');
  await keys.type('Slove');
  await app.page.locator('[data-value="SVN"]').waitFor();
  await keys.press('ArrowDown', 'Enter');
  await keys.tabTo('new-title');
  await keys.type('Follow-up');
  await keys.tabTo('new-author');
  await keys.type('Ada');
  await app.tell('choose', { path: join(app.folder, 'Slovenia.upright') });
  await keys.press('Enter');
  await app.test('set-up').waitFor();

  await keys.press('Control+8');
  await app.test('import-choose').waitFor();
  await app.tell('choose', { path: file });
  await keys.tabTo('import-choose');
  await keys.press('Enter');
  await app.test('import-recognised').waitFor();
  await keys.tabTo('import-next');
  await keys.press('Enter');
  await app.test('import-preview').waitFor();
  await keys.tabTo('import-confirm');
  await keys.press('Enter');
  await app.test('import-done').waitFor();

  await keys.press('Control+6');
  await app.page.waitForSelector('[data-screen="people"]');
  await keys.press('Control+n');
  await app.test('agency-lines').waitFor();
  // A list as somebody has it already: pasted.
  await app.page.evaluate((lines) => navigator.clipboard.writeText(lines), AGENCIES.join('\n'));
  await keys.press('Control+v');
  await keys.tabTo('agencies-add');
  await keys.press('Enter');
  await app.page.locator('[data-test="agency"]').first().waitFor();

  await keys.press('Control+3');
  await app.test('sort-list').waitFor();
  await keys.tabTo('sorting-sort');
  await keys.press('ArrowRight', 'ArrowRight');
  await app.test('tree-load').waitFor();
  await keys.tabTo('tree-load');
  await keys.press('Enter');
  await app.page.locator('[data-test="tree-load-SUHAKAM_C1"][data-highlighted]').waitFor();
  await keys.press('Enter');
  await app.test('tree-row').nth(7).waitFor();
  await until(
    () => app.page.evaluate(() => document.querySelector('[role="menu"]') === null),
    'the menu closes',
  );
  await keys.tabTo('sorting-tree', 'Shift+Tab');
  await keys.press('ArrowLeft', 'ArrowLeft');
  await app.test('sort-list').waitFor();
}

/** The record on the screen, as the core has it. */
async function current(app) {
  const id = await app.test('sort-reading').getAttribute('data-id');
  return (await app.call('get_recommendation', { id })).recommendation;
}

const focusIsOnTheList = (app) =>
  app.page.evaluate(() => document.activeElement?.getAttribute('data-test') === 'sort-list');

/** One record: accept, correct the cluster where it is another, priority, lead. */
async function sortOne(app, keys, clusters, areaOf) {
  await until(() => focusIsOnTheList(app), 'the keys are meant for the list');
  const record = await current(app);
  const { id } = record;
  const now = async () => (await app.call('get_recommendation', { id })).recommendation;
  await keys.press('Enter');
  await until(async () => {
    const record = await now();
    return record.action_category_confirmed || record.action_category === null;
  }, `${record.reference} is accepted`);
  const area = areaOf(record);
  const accepted = await now();
  const wanted = clusters[area ?? 0];
  const isRight = area === undefined ? accepted.cluster_id !== null : accepted.cluster_id === wanted.id;
  if (!isRight) {
    await keys.press(String((area ?? 0) + 1));
    await until(async () => (await now()).cluster_id === wanted.id, 'the cluster is set');
  }
  await keys.press(['u', 'h', 'm', 'w'][Number(record.reference.split('.').at(-1)) % 4]);
  await until(async () => (await now()).priority !== null, 'the priority is set');
  const cluster = clusters.findIndex((one) => one.name === wanted.name);
  const agency = AGENCIES[LEADS[isRight && area === undefined ? clusters.findIndex((one) => one.id === accepted.cluster_id) : cluster]].split(';')[0];
  await keys.press('l');
  const first = app.test('pick-choice').first();
  await first.waitFor();
  if ((await textOf(first)).trim() !== agency) await keys.type(agency.replace('Ministry of ', '').slice(0, 10));
  await keys.press('Enter');
  await until(
    async () => (await app.call('page_rows', {
      filter: { ids: [id] }, sort: 'reference', descending: false, offset: 0, limit: 1,
    }).catch(() => null))?.rows[0]?.lead_id != null,
    'the lead is set',
  );
  return isRight;
}

/** Sorts everything; gives what was counted. */
async function sortAll(app, keys, total, areaOf) {
  const clusters = await app.call('list_clusters');
  let right = 0;
  for (let sorted = 0; sorted < total; sorted += 1) {
    const id = await app.test('sort-reading').getAttribute('data-id');
    right += Number(await sortOne(app, keys, clusters, areaOf));
    if (sorted + 1 < total)
      await until(
        async () => (await app.test('sort-reading').getAttribute('data-id')) !== id,
        'the next record is shown',
      );
  }
  return right;
}

async function assertSorted(app, total) {
  const standing = await app.call('standing');
  assert.equal(standing.recommendations, total);
  assert.deepEqual([standing.unclustered, standing.unassigned], [0, 0]);
  const records = await app.call('list_recommendations', {});
  assert.ok(records.every((record) => record.cluster !== null && record.priority !== null));
}

test('163 recommendations are sorted in one sitting, by keys alone', async (context) => {
  const app = await open();
  const keys = countedKeys(app.page);
  const all = recommendations();
  assert.equal(all.length, 163);
  const file = join(app.folder, 'matrix.docx');
  const source = 'Source of position: A/HRC/28/15/Add.1 - Para. 3';
  writeFileSync(file, matrix('UPR of Slovenia (2nd Cycle – 20th session)', source, all));
  await setUp(app, keys, file);
  const before = keys.count;
  const areas = new Map(all.map((one) => [one.paragraph, one.area]));
  const right = await sortAll(app, keys, 163, (record) => areas.get(record.paragraph));
  await assertSorted(app, 163);
  context.diagnostic(
    `${keys.count} keystrokes, ${before} of them before the first was sorted; the suggested cluster was right for ${right} of 163`,
  );
  assert.ok(keys.count <= MOST_KEYS, `${keys.count} keystrokes`);
  await app.close();
});

test('the real matrix of Slovenia 2014 is sorted likewise', async (context) => {
  const folder = process.env.UPRIGHT_REAL ?? join(root, '../shared/real');
  const file = join(folder, 'ohchr-matrices/slovenia-2014.docx');
  if (!existsSync(file)) {
    context.skip(`no real file ${file}`);
    return;
  }
  const app = await open();
  const keys = countedKeys(app.page);
  await setUp(app, keys, file);
  const total = (await app.call('standing')).recommendations;
  const right = await sortAll(app, keys, total, () => undefined);
  await assertSorted(app, total);
  context.diagnostic(`${total} recommendations, ${keys.count} keystrokes; a cluster was suggested for ${right}`);
  assert.ok(keys.count <= MOST_KEYS, `${keys.count} keystrokes`);
  await app.close();
});

const VIEWS = ['sort', 'board', 'tree', 'criteria'];
const settle = (app) => app.page.waitForTimeout(400);

/** The demo with two records out of their clusters, criteria and a scheme. */
async function sorting(options = {}) {
  const app = await open({
    plan: 'demo',
    ...options,
    before: async ({ call }) => {
      await call('add_starter_criteria');
      await call('add_scheme', { name: 'SDGs', set: 'SDG_GOALS' });
      const ids = (await call('list_recommendations')).slice(0, 2).map((one) => one.id);
      await call('edit_recommendations', { ids, patch: { cluster_id: null, priority: null } });
    },
  });
  await app.go('clusters');
  await app.test('sort-list').waitFor();
  await app.test('sort-reading').waitFor();
  await settle(app);
  return app;
}

for (const language of ['en', 'ar-XB']) {
  test(`axe finds nothing serious in sorting (${language})`, async () => {
    const app = await sorting({ language });
    for (const view of VIEWS) {
      await app.test(`sorting-${view}`).click();
      await settle(app);
      assert.deepEqual(await axeFindings(app.page), [], view);
    }
    await app.close();
  });
}

test('every word of sorting comes out of Fluent, and nothing scrolls sideways', async () => {
  const app = await sorting({ language: 'en-XA', size: { width: 1024, height: 560 } });
  for (const view of VIEWS) {
    await app.test(`sorting-${view}`).click();
    await settle(app);
    assert.deepEqual(await wordsOutsideFluent(app.page), [], view);
    const wider = await app.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wider <= 0, `${view} is ${wider} px too wide`);
  }
  await app.close();
});

test('one undo takes a key back, and the record opened again is shown', async () => {
  const app = await sorting();
  const record = await current(app);
  const now = async () => (await app.call('get_recommendation', { id: record.id })).recommendation;
  await app.page.keyboard.press('2');
  await until(async () => (await now()).cluster_id !== null, 'the cluster is set');
  await app.page.keyboard.press('Control+z');
  await until(async () => (await now()).cluster_id === null, 'the cluster is taken back');
  await app.close();
});

test('keys act on all that are ticked', async () => {
  const app = await sorting();
  await app.page.keyboard.press('Home');
  await app.page.keyboard.press('Shift+ArrowDown');
  await app.test('sort-ticked').waitFor();
  await app.page.keyboard.press('3');
  const third = (await app.call('list_clusters'))[2].id;
  await until(async () => {
    const records = (await app.call('list_recommendations')).slice(0, 2);
    return records.every((one) => one.cluster_id === third);
  }, 'both stand in the third cluster');
  await app.close();
});

test('a card is moved by its menu as well as by dragging', async () => {
  const app = await sorting();
  await app.test('sorting-board').click();
  const inbox = app.page.locator('[data-test="board-column"][data-id="none"]');
  await inbox.locator('[data-test="board-card"]').first().waitFor();
  const clusters = await app.call('list_clusters');
  const id = await inbox.locator('[data-test="board-card"]').first().getAttribute('data-id');
  const clusterOf = async (record) =>
    (await app.call('get_recommendation', { id: record })).recommendation.cluster_id;
  await inbox.locator('[data-test="card-move"]').first().click();
  await app.test(`card-move-${clusters[1].id}`).click();
  await until(async () => (await clusterOf(id)) === clusters[1].id, 'moved by the menu');
  const card = inbox.locator('[data-test="board-card"]').first();
  await until(async () => (await card.count()) === 1 && (await card.getAttribute('data-id')) !== id, 'shown');
  const other = await card.getAttribute('data-id');
  await card.dragTo(app.page.locator(`[data-test="board-column"][data-id="${clusters[0].id}"]`));
  await until(async () => (await clusterOf(other)) === clusters[0].id, 'moved by dragging');
  await app.close();
});

test('many suggestions are accepted at once after their number is shown', async () => {
  const app = await sorting();
  await app.test('accept-many').click();
  await until(async () => /[1-9]/.test(await textOf(app.test('accept-count'))), 'there are some');
  await app.test('accept-do').click();
  await app.test('accept-dialog').waitFor({ state: 'detached' });
  const [newest, before] = await app.call('list_operations', { limit: 2 });
  assert.equal(newest.command, 'accept_suggestions');
  assert.notEqual(before.command, 'accept_suggestions', 'one step');
  await app.close();
});

test('a scored recommendation gets a suggested priority with its reason', async () => {
  const app = await sorting();
  const record = await current(app);
  const scores = app.test('scores');
  for (const row of [0, 1, 2]) {
    const score = scores.locator('[role="radiogroup"]').nth(row).locator('[data-test="score-3"]');
    await score.click();
    await until(async () => (await score.getAttribute('aria-checked')) === 'true', 'the score stands');
  }
  assert.match(await textOf(app.test('verdict')), /Urgent: 3 of 5 criteria high \(100 %\)/);
  await app.test('verdict-accept').click();
  await until(
    async () => (await app.call('get_recommendation', { id: record.id })).recommendation.priority === 'urgent',
    'the priority is set',
  );
  await app.close();
});

test('tags and clusters of a selection: all, some, none', async () => {
  const app = await sorting();
  await app.page.keyboard.press('Home');
  await app.page.keyboard.press('Shift+ArrowDown');
  await app.page.keyboard.press('t');
  await app.test('tag-dialog').waitFor();
  await app.test('pick-words').fill('Right to food');
  await app.test('pick-choice').first().click();
  await app.test('tags-apply').click();
  await app.test('tag-dialog').waitFor({ state: 'detached' });
  const records = (await app.call('list_recommendations')).slice(0, 2);
  assert.ok(records.every((one) => one.themes.includes('Right to food')));
  await app.close();
});

test('clusters are merged and undone from the tree', async () => {
  const app = await sorting();
  await app.test('sorting-tree').click();
  await app.test('tree-row').first().waitFor();
  const before = await app.call('list_clusters');
  await app.test('tree-merge').first().click();
  await app.test('pick-choice').first().click();
  await until(async () => (await app.call('list_clusters')).length === before.length - 1, 'merged');
  await app.test('undo').click();
  await until(async () => (await app.call('list_clusters')).length === before.length, 'undone');
  await app.close();
});
