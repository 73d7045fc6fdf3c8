/** A table of one's own, by its columns: as read by a person, with its questions, and by keys alone. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import {
  axeFindings,
  closeBrowser,
  open,
  textOf,
  until,
  wordsOutsideFluent,
} from "./harness.mjs";

after(closeBrowser);

const TABLE = [
  "Nr;Recommendation;Recommending States;Position;Date;Responsible ministry",
  "1;Adopt a law on equality and apply it everywhere;Chile;Supported;03/04/2018;Ministry of Love",
  "2;Ratify the Optional Protocol to the Convention;Slovennia;Perhaps;05/04/2018;Ministry of Love",
  "3;;Chad;Noted;;",
].join("\n");

async function withTable(options = {}) {
  const app = await open({ plan: "demo", ...options });
  await app.go("import");
  const path = join(app.folder, "table.csv");
  writeFileSync(path, TABLE);
  await app.tell("choose", { path });
  await app.test("import-choose").click();
  await app.test("import-recognised").waitFor();
  return app;
}

const next = (app) => app.test("import-next").click();

for (const language of ["en", "ar-XB"]) {
  test(`a table goes in by its columns, asked about what nobody knows (${language})`, async () => {
    const app = await withTable({ language });
    await next(app);
    await app.test("import-top").waitFor();
    assert.deepEqual(await axeFindings(app.page), [], "the table");
    await next(app);
    await app.test("import-columns").waitFor();
    assert.deepEqual(await axeFindings(app.page), [], "the columns");
    assert.equal(await app.test("import-meaning-2").inputValue(), "text");
    assert.equal(
      await app.test("import-meaning-6").inputValue(),
      "lead_agency",
    );
    await next(app);
    await app.test("import-values").waitFor();
    assert.deepEqual(await axeFindings(app.page), [], "the values");
    await app.test("import-nearest").click();
    await app.test("import-dates").selectOption("day_first");
    await next(app);
    await app.test("import-preview").waitFor();
    await app.page
      .locator('[data-test="import-tab-problems"], [role="tab"]')
      .last()
      .click();
    await app.test("import-problems").waitFor();
    assert.deepEqual(await axeFindings(app.page), [], "the problems");
    await app.close();
  });
}

test("a cell is put right in the preview, and the rows left over are saved", async () => {
  const app = await withTable();
  await next(app);
  await next(app);
  await next(app);
  await app.test("import-values").waitFor();
  await next(app);
  await app.test("import-preview").waitFor();
  await app.page.locator('[role="tab"]').last().click();
  const rows = app.test("import-problems").locator("tbody tr");
  const missing = rows.filter({ hasText: "no text" });
  const path = join(app.folder, "left.xlsx");
  await app.tell("choose", { path });
  await app.test("import-failed").click();
  await app.page.getByText("left.xlsx").first().waitFor();
  await missing.locator('[data-test="import-mend"]').click();
  await app.test("import-mend-text").fill("Train the police");
  await app.test("import-mend-put").click();
  await until(
    async () => (await textOf(app.test("import-added"))).startsWith("3"),
    "three new ones",
  );
  await app.test("import-confirm").click();
  await app.test("import-done").waitFor();
  await app.close();
});

test("a pasted table goes in by keys alone", async () => {
  const app = await open({ plan: "demo" });
  await app.go("import");
  await app
    .test("import-paste")
    .fill("Recommendation\tPosition\nAdopt a law on equality now\tNoted\n");
  await app.test("import-paste-next").press("Enter");
  for (const mark of ["import-recognised", "import-top", "import-columns"]) {
    await app.test(mark).waitFor();
    await app.test("import-next").press("Enter");
  }
  await app.test("import-confirm").press("Enter");
  await app.test("import-done").waitFor();
  await app.close();
});

test("every word of the pages for tables comes out of Fluent, and none is too wide", async () => {
  const app = await withTable({
    language: "en-XA",
    size: { width: 1024, height: 560 },
  });
  for (const mark of ["import-top", "import-columns", "import-values"]) {
    await next(app);
    await app.test(mark).waitFor();
    assert.deepEqual(await wordsOutsideFluent(app.page), [], mark);
    const wider = await app.page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    assert.ok(wider <= 0, `${mark} is ${wider} px too wide`);
  }
  await app.close();
});
