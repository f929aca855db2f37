// Drawing a process: the editor, what it saves, and two who draw at once.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { leave, visitor } from "../support.mjs";

after(leave);

const KEY = "try-and-buy";

async function at(who, path, options = {}) {
  const page = await (await visitor({ who, ...options })).newPage();
  page.problems = [];
  page.on("console", (message) => message.type() === "error" && page.problems.push(message.text()));
  page.on("pageerror", (error) => page.problems.push(error.message));
  await page.goto(path);
  return page;
}

async function editor(key = KEY) {
  const page = await at("owner", `/processes/${key}/map/edit`);
  await page.locator("#editor[data-ready]").waitFor();
  return page;
}

// Chooses a step and calls it otherwise in the panel.
async function rename(page, step, name) {
  await page.locator(`.djs-element[data-element-id="${step}"]`).first().click();
  const field = page.locator("[data-properties] input").first();
  await field.fill(name);
  await field.press("Tab");
}

async function saved(page) {
  await page.locator("[data-do=save]").click();
  await page.locator("[data-state]", { hasText: "Saved at" }).waitFor();
}

async function firstTask(page) {
  return page.evaluate(() => {
    const tasks = [...document.querySelectorAll(".djs-shape")].filter((shape) => shape.querySelector(":scope .djs-visual > rect[rx='10']"));
    return tasks[0].dataset.elementId;
  });
}

test("an owner renames a task, sees it in the comparison, publishes it, and the process shows it", async () => {
  const page = await editor();
  const [step, name] = [await firstTask(page), `Look ${Date.now()}`];
  await rename(page, step, name);
  await saved(page);
  await page.locator("[data-do=undo]").click();
  await page.locator("[data-state]", { hasText: "Not saved yet" }).waitFor();
  await page.locator("[data-do=redo]").click();
  await saved(page);
  assert.deepEqual(page.problems, []);
  await page.goto(`/processes/${KEY}/map/compare`);
  await page.locator(".differences li.renamed", { hasText: name }).waitFor();
  await page.goto(`/processes/${KEY}/map/versions`);
  await page.locator("form[action$='/publication'] button").click();
  await page.waitForURL((url) => url.pathname.endsWith("/versions"));
  await page.goto(`/processes/${KEY}`);
  assert.ok((await page.locator("main").innerText()).includes(name) || (await page.content()).includes(name));
  await page.close();
});

test("what is said of a step is kept in the file, and findings are shown as one edits", async () => {
  const page = await editor("neighbourhood-fibre");
  const step = await firstTask(page);
  await page.locator(`.djs-element[data-element-id="${step}"]`).first().click();
  await page.locator("[data-properties] .field", { hasText: "Channel" }).first().locator("input").fill("Shop");
  const failures = page.locator("[data-properties] details", { hasText: "Failure points" });
  await failures.evaluate((details) => (details.open = true));
  await failures.locator("button", { hasText: "Add" }).click();
  await failures.locator(".parts input").first().fill("Nobody comes");
  await failures.locator(".parts input").first().press("Tab");
  const name = page.locator("[data-properties] input").first();
  await name.fill("");
  await name.press("Tab");
  await page.locator(".editor .found li", { hasText: "It has no name" }).first().waitFor();
  await saved(page);
  const bpmn = await (await page.request.get("/processes/neighbourhood-fibre/map/export/bpmn?version=draft")).text();
  assert.match(bpmn, /touchline:step[^>]*channel="Shop"/);
  assert.match(bpmn, /touchline:failure[^>]*what="Nobody comes"/);
  assert.deepEqual(page.problems, []);
  await page.close();
});

test("two who draw at once see the difference and choose; nothing is lost", async () => {
  const [mine, theirs] = [await editor("landlord-contract"), await editor("landlord-contract")];
  const step = await firstTask(mine);
  await rename(theirs, step, "Theirs");
  await saved(theirs);
  await rename(mine, step, "Mine");
  await mine.locator("[data-do=save]").click();
  const dialog = mine.locator("#editor-conflict[open]");
  await dialog.waitFor();
  await dialog.locator("li.renamed", { hasText: "Mine" }).waitFor();
  await dialog.locator("[data-take=mine]").click();
  await mine.locator("[data-state]", { hasText: "Saved at" }).waitFor();
  await mine.goto("/processes/landlord-contract/map?version=draft");
  await mine.locator(".board", { hasText: "Mine" }).waitFor();
  await mine.goto("/processes/landlord-contract/map?version=2");
  await mine.locator(".board", { hasText: "Theirs" }).waitFor();
  await mine.close();
  await theirs.evaluate(() => window.removeEventListener("beforeunload", () => {}));
  await theirs.close();
});

test("on a phone the drawing is shown, and drawing is kindly put off", async () => {
  const page = await at("owner", "/processes/get-connected/map/edit", { screen: "phone" });
  await page.getByText("wants a wider screen").waitFor();
  assert.ok(await page.locator(".still svg").isVisible());
  assert.equal(await page.locator("#editor").isVisible(), false);
  await page.close();
});
