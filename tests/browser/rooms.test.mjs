/** The rooms around the register: they read well in both directions, and what they are for can be done. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import {
  axeFindings,
  closeBrowser,
  open,
  wordsOutsideFluent,
} from "./harness.mjs";

after(closeBrowser);

const ROOMS = ["standing", "plan", "people", "import"];
/** Words as read, without the marks that keep names apart. */
const read = async (locator) =>
  (await locator.innerText()).replace(/[\u2066-\u2069]/g, "");
const settle = (app) => app.page.waitForTimeout(250);

/** Three rows about one State, two about another, as UPR Info's database writes them. */
const CSV = [
  "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session",
  "Kenya,Africa,AU,Ratify the Optional Protocol to the Convention against Torture,Uruguay,GRULAC,OAS,Accepted,5,International instruments,21",
  "Kenya,Africa,AU,Abolish the death penalty,Portugal,WEOG,EU,Noted,5,Death penalty,21",
  "Kenya,Africa,AU,Continue the training of law-enforcement officials,Ghana,Africa,AU,Accepted,2,Human rights education and training,21",
  "Nepal,Asia,OIC,Adopt a law against discrimination,Norway,WEOG,,Accepted,5,Women's rights,23",
  "Nepal,Asia,OIC,Continue its reform of the judiciary,Ghana,Africa,AU,Accepted,2,Justice,23",
].join("\n");

/** The State under review, in the wizard. */
async function chooseKenya(app) {
  await app.test("import-state").fill("Keny");
  await app.page.locator('[data-value="KEN"]').click();
  await app.test("import-next").click();
}

for (const language of ["en", "ar-XB"]) {
  test(`axe finds nothing serious in the rooms (${language})`, async () => {
    const app = await open({ plan: "demo", language });
    for (const room of ROOMS) {
      await app.go(room);
      await settle(app);
      assert.deepEqual(await axeFindings(app.page), [], room);
    }
    await app.go("standing");
    await app.test("standing-table").click();
    assert.deepEqual(await axeFindings(app.page), [], "figures as tables");
    await app.go("plan");
    await app.test("plan-open").first().click();
    await settle(app);
    assert.deepEqual(await axeFindings(app.page), [], "an action");
    await app.test("action-tab-milestones").click();
    assert.deepEqual(await axeFindings(app.page), [], "its milestones");
    await app.test("action-close").click();
    await app.go("people");
    await app.test("agency-open").first().click();
    await app.test("focal-add").click();
    await settle(app);
    assert.deepEqual(await axeFindings(app.page), [], "an agency");
    await app.close();
  });

  test(`axe finds nothing serious before a plan is open (${language})`, async () => {
    const app = await open({ language });
    await app.test("welcome").waitFor();
    assert.deepEqual(await axeFindings(app.page), []);
    await app.test("welcome-new").click();
    assert.deepEqual(await axeFindings(app.page), [], "a new plan");
    await app.close();
  });
}

test("every word of the rooms comes out of Fluent", async () => {
  const app = await open({ plan: "demo", language: "en-XA" });
  for (const room of ROOMS) {
    await app.go(room);
    await settle(app);
    assert.deepEqual(await wordsOutsideFluent(app.page), [], room);
  }
  await app.close();
});

test("no room scrolls sideways in the smallest window", async () => {
  const app = await open({
    plan: "demo",
    language: "en-XA",
    size: { width: 1024, height: 560 },
  });
  for (const room of ROOMS) {
    await app.go(room);
    await settle(app);
    const wider = await app.page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    assert.ok(wider <= 0, `${room} is ${wider} px too wide`);
  }
  await app.close();
});

test("a new plan is made, and its first page says how to set it up", async () => {
  const app = await open();
  await app.test("welcome-new").click();
  await app.test("new-create").click();
  assert.equal(
    await app.page.locator('[data-test="new-plan"] .error').count(),
    3,
    "each missing answer is named",
  );
  await app.test("new-state").fill("Keny");
  await app.page.locator('[data-value="KEN"]').click();
  await app.test("new-title").fill("Plan of Kenya");
  await app.test("new-author").fill("Ada");
  await app.tell("choose", { path: join(app.folder, "Kenya.upright") });
  await app.test("new-create").click();
  await app.test("set-up").waitFor();
  const state = await app.call("desk_state");
  assert.equal(state.plan.state, "KEN");
  assert.equal(state.author.name, "Ada");
  await app.close();
});

test("a file that is no plan is told in words", async () => {
  const app = await open();
  const file = join(app.folder, "empty.upright");
  writeFileSync(file, "no plan at all");
  await app.tell("choose", { path: file });
  await app.test("welcome-open").click();
  const told = await read(app.test("welcome-trouble"));
  assert.match(told, /not an Upright plan/);
  await app.close();
});

test("a figure of the first line opens exactly its rows", async () => {
  const app = await open({ plan: "demo" });
  await app.go("standing");
  const figure = app.test("standing-late");
  await figure.waitFor();
  const count = (await figure.locator(".count").innerText()).trim();
  await figure.click();
  await app.page.waitForSelector('[data-screen="recommendations"]');
  await app.page.waitForFunction(
    (wanted) =>
      document
        .querySelector('[data-test="register-count"]')
        ?.textContent?.includes(wanted),
    count,
  );
  await app.close();
});

test("an action is added, undone by its name and done again", async () => {
  const app = await open({ plan: "demo" });
  await app.go("plan");
  await app.test("plan-table").waitFor();
  const before = (await app.call("standing")).actions;
  await app.test("plan-new").click();
  await app.test("action-title").fill("Publish the annual report on detention");
  await app.test("link-find").fill("torture");
  await app.test("link-add").first().click();
  await app.test("action-save").click();
  await app.test("new-action").waitFor({ state: "hidden" });
  assert.equal((await app.call("standing")).actions, before + 1);
  await app.test("plan-search").fill("annual report on detention");
  await app.page.waitForFunction(
    () => document.querySelectorAll('[data-test="plan-row"]').length === 1,
  );
  await app.test("undo").click();
  await app.test("plan-nothing-found").waitFor();
  await app.test("redo").click();
  await app.test("plan-row").waitFor();
  await app.close();
});

test("several actions are set at once, and one undo takes it back", async () => {
  const app = await open({ plan: "demo" });
  await app.go("plan");
  const ticks = app.test("plan-tick");
  await ticks.first().waitFor();
  for (const at of [0, 1, 2]) await ticks.nth(at).check();
  const before = (await app.call("desk_state")).operations;
  await app.test("plan-bulk-status").click();
  await app.test("plan-bulk-status-SU").click();
  await app.test("toast").waitFor();
  await app.test("toast-action").click();
  await app.page.waitForFunction(
    () => document.querySelector('[data-test="redo"]')?.disabled === false,
  );
  assert.equal(before, (await app.call("desk_state")).operations);
  await app.close();
});

test("an action keeps what was typed where it is refused, and says why", async () => {
  const app = await open({ plan: "demo" });
  await app.go("plan");
  await app.test("plan-open").first().click();
  await app.test("action-percent").fill("140");
  await app.test("action-note").fill("Half a page of notes");
  await app.test("action-save").click();
  await app.test("trouble").waitFor();
  assert.match(await read(app.test("trouble")), /percentage/);
  assert.equal(
    await app.test("action-note").inputValue(),
    "Half a page of notes",
  );
  await app.close();
});

test("ministries are added from a pasted list", async () => {
  const app = await open({ plan: "demo" });
  await app.go("people");
  await app.test("people-add").click();
  await app
    .test("agency-lines")
    .fill("Ministry of Tourism; MoT\nMinistry of Energy\n\n");
  assert.match(await read(app.test("agency-lines-count")), /2 lines/);
  await app.test("agencies-add").click();
  await app.page
    .locator('[data-test="agency"]', { hasText: "Ministry of Tourism" })
    .waitFor();
  assert.equal((await app.call("list_agencies")).length, 17);
  await app.close();
});

test("an agency with work is not removed, in words", async () => {
  const app = await open({ plan: "demo" });
  await app.go("people");
  await app.page
    .locator('[data-test="agency-open"]', { hasText: "Ministry of Justice" })
    .click();
  await app.test("agency-remove").click();
  assert.match(await read(app.test("agency-trouble")), /assignments/);
  await app.close();
});

test("a file is imported after a look at it, and the same file brings nothing new", async () => {
  const app = await open({ plan: "demo" });
  const file = join(app.folder, "export.csv");
  writeFileSync(file, CSV);
  const before = (await app.call("standing")).recommendations;
  await app.go("import");
  await app.tell("choose", { path: file });
  await app.test("import-choose").click();
  await app.test("import-recognised").waitFor();
  await app.test("import-next").click();
  await chooseKenya(app);
  await app.test("import-preview").waitFor();
  assert.match(await read(app.test("import-added")), /3 new/);
  assert.deepEqual(await axeFindings(app.page), [], "the preview");
  assert.equal(
    (await app.call("standing")).recommendations,
    before,
    "a look changes nothing",
  );
  await app.test("import-confirm").click();
  await app.test("import-done").waitFor();
  assert.equal((await app.call("standing")).recommendations, before + 3);

  await app.test("import-another").click();
  await app.tell("drop", { path: file });
  await app.test("import-recognised").waitFor();
  await app.test("import-next").click();
  await chooseKenya(app);
  await app.test("import-preview").waitFor();
  assert.match(
    await read(app.test("import-preview")),
    /Everything is already here/,
  );
  assert.equal(await app.test("import-confirm").count(), 0);
  await app.close();
});

test("an import is taken back in one step", async () => {
  const app = await open({ plan: "demo" });
  const file = join(app.folder, "export.csv");
  writeFileSync(file, CSV.split("\n").slice(0, 4).join("\n"));
  const before = (await app.call("standing")).recommendations;
  await app.go("import");
  await app.tell("choose", { path: file });
  await app.test("import-choose").click();
  await app.test("import-next").click();
  // Another State than the plan's is asked for.
  await chooseKenya(app);
  await app.test("import-confirm").click();
  await app.test("import-done").waitFor();
  await app.test("import-undo").click();
  await app.test("import-choose").waitFor();
  assert.equal((await app.call("standing")).recommendations, before);
  await app.close();
});

test("a file of no known format is refused in words", async () => {
  const app = await open({ plan: "demo" });
  const file = join(app.folder, "letter.pdf");
  writeFileSync(file, "%PDF-1.4\n");
  await app.go("import");
  await app.tell("choose", { path: file });
  await app.test("import-choose").click();
  assert.match(
    await read(app.test("import-trouble")),
    /PDF/,
  );
  await app.test("import-choose").waitFor();
  await app.close();
});
