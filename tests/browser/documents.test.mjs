/** Documents and calendar: what is due next is worked out and can be typed; a document opens its rows. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { axeFindings, closeBrowser, open, textOf } from "./harness.mjs";

after(closeBrowser);

const settle = (app) => app.page.waitForTimeout(300);

/** Types a day into a field of segments. */
async function typeDay(app, name, [day, month, year]) {
  await app.test(`${name}-day`).click();
  await app.page.keyboard.type(day);
  await app.test(`${name}-month`).click();
  await app.page.keyboard.type(month);
  await app.test(`${name}-year`).click();
  await app.page.keyboard.type(year);
}

test("a review is entered, its due dates are worked out, one is typed and undone", async () => {
  const app = await open({ plan: "demo" });
  await app.go("documents");
  await settle(app);
  const before = await app.test("due-date").count();
  await app.test("review-add").click();
  await app.test("review-mechanism").selectOption("TB");
  await app.test("review-body").fill("CEDAW");
  await app.page.locator('[data-value="CEDAW"]').click();
  await typeDay(app, "review-adopted", ["20", "02", "2024"]);
  await app.test("review-save").click();
  await settle(app);
  assert.equal(await app.test("due-date").count(), before + 1);
  const line = app
    .test("due-date")
    .filter({ hasText: "Next report to the committee" });
  assert.match(await textOf(line), /20 Feb 2028/);
  assert.match(
    await textOf(line.locator('[data-test="due-distance"]')),
    /in 11 months/,
  );
  await line.locator('[data-test="due-open"]').click();
  await typeDay(app, "review-next", ["01", "02", "2027"]);
  await app.test("review-save").click();
  await settle(app);
  assert.match(await textOf(line), /28 days late/);
  assert.equal(await line.locator('[data-test="due-typed"]').count(), 1);
  await app.page.keyboard.press("Control+z");
  await settle(app);
  assert.match(await textOf(line), /in 11 months/);
  await app.close();
});

test("a document opens the register with its recommendations", async () => {
  const app = await open({ plan: "demo" });
  await app.go("documents");
  await app.test("documents-tab-documents").click();
  await app.test("document-recommendations").first().click();
  await settle(app);
  const { total, of } = await app.call("page_rows", {
    filter: { document: ["A/HRC/60/972"] },
    limit: 1,
  });
  assert.equal(total, of);
  assert.equal(await app.page.locator('[data-test="panel"]').count(), 0);
  assert.ok(
    (await app.page.locator('[role="row"]').count()) > 5,
    "rows are shown",
  );
  await app.close();
});

test("a document is entered by its symbol; a second one of the name is refused in words", async () => {
  const app = await open({ plan: "demo" });
  await app.go("documents");
  await app.test("documents-tab-documents").click();
  const before = await app.test("document").count();
  for (const expected of [before + 1, before + 1]) {
    await app.test("document-add").click();
    await app.test("document-symbol").fill("CEDAW/C/XUP/CO/4");
    await app.test("document-save").click();
    await settle(app);
    assert.equal(await app.test("document").count(), expected);
  }
  assert.match(
    await textOf(app.test("document-trouble")),
    /in the register already/,
  );
  await app.close();
});

test("a paragraph of a committee is selected for follow-up and graded in the panel", async () => {
  const app = await open({ plan: "demo" });
  const { id } = await app.call("add_recommendation", {
    mechanism: "TB",
    body: "CCPR",
    year: 2025,
    document: "CCPR/C/XUP/CO/2",
    paragraph: "9",
    text: "Repeal the provision on defamation",
    recommending_states: [],
  });
  await app.call("add_document", {
    symbol: "CCPR/C/XUP/CO/2",
    published_on: "2025-11-06",
  });
  await app.go("documents");
  await app.test("documents-tab-documents").click();
  const line = app.test("document").filter({ hasText: "CCPR/C/XUP/CO/2" });
  await line.locator('[data-test="document-recommendations"]').click();
  await settle(app);
  await app.page
    .getByText("Repeal the provision on defamation")
    .first()
    .click();
  await app.page.keyboard.press("Enter");
  await app.test("follow-up-selected").check();
  await settle(app);
  assert.match(
    await textOf(app.test("follow-up")),
    /Worked out from the day of the document/,
  );
  await app.test("grade-add").click();
  await app.test("grade-value").selectOption("B");
  await app.test("grade-save").click();
  await settle(app);
  assert.equal(await app.test("grade").count(), 1);
  const { follow_up } = await app.call("get_recommendation", { id });
  assert.equal(follow_up.due_on, "2028-11-06");
  assert.equal(follow_up.grades[0].grade, "B");
  await app.close();
});

test("one step in the middle of the history is taken back by itself", async () => {
  const app = await open({ plan: "demo" });
  await app.call("add_document", { symbol: "CEDAW/C/XUP/CO/3" });
  await app.call("add_document", { symbol: "CEDAW/C/XUP/CO/4" });
  await app.go("history");
  await settle(app);
  const step = app
    .test("history-operation")
    .filter({ hasText: "CEDAW/C/XUP/CO/3" })
    .first();
  await step.click();
  await app.test("history-take-back").click();
  await settle(app);
  const symbols = (await app.call("list_documents", {})).map(
    ({ symbol }) => symbol,
  );
  assert.ok(
    !symbols.includes("CEDAW/C/XUP/CO/3") &&
      symbols.includes("CEDAW/C/XUP/CO/4"),
  );
  await app.close();
});

for (const language of ["en", "ar-XB"]) {
  test(`axe finds nothing serious in documents and calendar (${language})`, async () => {
    const app = await open({ plan: "demo", language });
    await app.go("documents");
    await settle(app);
    for (const tab of ["calendar", "reviews", "documents"]) {
      await app.test(`documents-tab-${tab}`).click();
      await settle(app);
      assert.deepEqual(await axeFindings(app.page), [], tab);
    }
    await app.test("document-add").click();
    await settle(app);
    assert.deepEqual(await axeFindings(app.page), [], "a document");
    await app.close();
  });
}
