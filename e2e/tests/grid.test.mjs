// Editing a process in its grid: by dragging, by keys, without scripts, by two at once, and with 200 steps.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { leave, visitor } from "../support.mjs";

after(leave);

const KEY = "get-connected";
/** The longest that a key press may wait for what it shows. */
const LAG_MS = 100;

async function grid({ who = "owner", key = KEY, step = "", ...options } = {}) {
  const page = await (await visitor({ who, ...options })).newPage();
  page.problems = [];
  page.on("console", (message) => message.type() === "error" && !/status of (409|422)/.test(message.text()) && page.problems.push(message.text()));
  page.on("pageerror", (error) => page.problems.push(error.message));
  await page.goto(`/processes/${key}/map/grid${step && `?step=${step}`}`);
  return page;
}

const card = (page, name) => page.locator(".card", { has: page.locator(".name", { hasText: name }) }).first();
const said = (page, text) => page.locator("[data-grid-says]", { hasText: text }).waitFor();

// What a step lies in: the lane's name and its column.
async function place(page, name) {
  return card(page, name).evaluate((one) => [one.closest("tr").querySelector("th span").textContent, Number(one.closest("td").dataset.column)]);
}

test("a step is added, renamed, moved and taken back by keys alone, and the focus stays", async () => {
  const page = await grid();
  const [name, other] = [`Agree ${Date.now()}`, `Arrange ${Date.now()}`];
  await card(page, "Check the order").focus();
  await page.keyboard.press("n");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await said(page, "Step added");
  await page.waitForFunction((name) => document.activeElement.textContent.includes(name), name);
  await page.keyboard.press("F2");
  await page.keyboard.type(other);
  await page.keyboard.press("Enter");
  await said(page, "Step renamed");
  const [lane, column] = await place(page, other);
  await page.keyboard.press("Alt+ArrowDown");
  await said(page, "Step moved");
  assert.notEqual((await place(page, other))[0], lane);
  await page.waitForFunction((name) => document.activeElement.textContent.includes(name), other);
  await page.keyboard.press("Alt+ArrowRight");
  await page.waitForFunction(([name, column]) => Number([...document.querySelectorAll(".card")].find((one) => one.textContent.includes(name)).closest("td").dataset.column) !== column, [other, column]);
  for (let at = 0; at < 2; at++) {
    await page.keyboard.press("Control+z");
    await page.waitForTimeout(50);
  }
  await page.waitForFunction(([name, lane]) => [...document.querySelectorAll(".card")].find((one) => one.textContent.includes(name))?.closest("tr").querySelector("th span").textContent === lane, [other, lane]);
  await page.keyboard.press("Control+Shift+z");
  await said(page, "Done again");
  await page.keyboard.press("Control+z");
  await said(page, "Undone");
  await card(page, other).focus();
  await page.keyboard.press("Delete");
  await said(page, "Step removed");
  assert.equal(await card(page, other).count(), 0);
  await page.keyboard.press("?");
  assert.ok(await page.locator("#grid-keys").isVisible());
  assert.deepEqual(page.problems, []);
  await page.close();
});

test("a step is split in two and merged again by keys", async () => {
  const page = await grid();
  await card(page, "Book the line").focus();
  await page.keyboard.press("s");
  await page.keyboard.type("Tell the technician");
  await page.keyboard.press("Enter");
  await said(page, "Step split");
  await card(page, "Book the line").focus();
  await page.keyboard.press("m");
  await said(page, "Steps merged");
  assert.equal(await page.locator(".card .name", { hasText: "Book the line + Tell the technician" }).count(), 1);
  for (const count of [1, 2]) {
    await page.locator("[data-turn=undo] button").click();
    await page.waitForTimeout(count * 100);
  }
  await page.locator(".card .name", { hasText: /^Book the line$/ }).waitFor();
  assert.deepEqual(page.problems, []);
  await page.close();
});

test("a step is dragged to another lane", async () => {
  const page = await grid({ key: "mend-fault" });
  const dragged = page.locator(".card:not(.start):not(.end-good):not(.end-bad)").first();
  const name = await dragged.locator(".name").innerText();
  const [lane, column] = await place(page, name);
  const row = dragged.locator("xpath=ancestor::tr/following-sibling::tr[1]");
  const cell = row.locator(`td[data-column="${column}"]`);
  await cell.scrollIntoViewIfNeeded();
  const [from, to] = [await dragged.boundingBox(), await cell.boundingBox()];
  await page.mouse.move(from.x + 20, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y + 30, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
  assert.equal(await page.locator("td.target").count(), 1);
  await page.mouse.up();
  await said(page, "Step moved");
  assert.notEqual((await place(page, name))[0], lane);
  await page.locator("[data-turn=undo] button").click();
  await said(page, "Undone");
  assert.equal((await place(page, name))[0], lane);
  assert.deepEqual(page.problems, []);
  await page.close();
});

test("two who name the same step otherwise see what each did, and one chooses", async () => {
  const [mine, theirs] = [await grid(), await grid({ who: "admin" })];
  const step = await card(mine, "Check the order").getAttribute("data-step");
  await theirs.locator(`.card[data-step="${step}"]`).focus();
  await theirs.keyboard.press("Enter");
  await theirs.keyboard.type("Theirs");
  await theirs.keyboard.press("Enter");
  await said(theirs, "Step renamed");
  await mine.locator(`.card[data-step="${step}"]`).focus();
  await mine.keyboard.press("Enter");
  await mine.keyboard.type("Check the order");
  await mine.keyboard.type(" anew");
  await mine.keyboard.press("Enter");
  const dialog = mine.locator("dialog.grid-conflict[open]");
  // Whether the poll or the edit was first, nothing was overwritten unseen.
  await Promise.race([dialog.waitFor(), said(mine, "Step renamed")]);
  if (await dialog.isVisible()) {
    assert.ok((await dialog.innerText()).includes("Theirs"));
    await dialog.locator("[data-again]").click();
  }
  await mine.locator(`.card[data-step="${step}"] .name`, { hasText: "Check the order anew" }).waitFor();
  // They are told without asking.
  await theirs.locator(`.card[data-step="${step}"] .name`, { hasText: "Check the order anew" }).waitFor();
  await mine.locator(`.card[data-step="${step}"]`).focus();
  await mine.keyboard.press("Enter");
  await mine.keyboard.type("Check the order");
  await mine.keyboard.press("Enter");
  await said(mine, "Step renamed");
  await Promise.all([mine.close(), theirs.close()]);
});

test("without scripts each verb is a form", async () => {
  const page = await grid({ scripts: false, step: "" });
  await card(page, "Book the line").click();
  await page.locator("#g-new").fill("Without scripts");
  await page.locator("form[data-verb=add-step] button").click();
  assert.equal(await card(page, "Without scripts").count(), 1);
  await page.locator("[data-turn=undo] button").click();
  assert.equal(await card(page, "Without scripts").count(), 0);
  await page.locator("[data-turn=redo] button").click();
  assert.equal(await card(page, "Without scripts").count(), 1);
  await card(page, "Without scripts").click();
  await page.locator("form[data-verb=remove-step] button").click();
  assert.equal(await card(page, "Without scripts").count(), 0);
  await page.close();
});

// A document of so many steps in four lanes, each leading to the next; it brings no drawing.
function long(count) {
  const lanes = ["front", "back", "back", "system"];
  const numbers = [...Array(count).keys()];
  const lane = (line, at) =>
    `<lane id="l${at}" name="Lane ${at}"><extensionElements><t:lane line="${line}"/></extensionElements>${numbers
      .filter((step) => Math.floor(step / 3) % 4 === at)
      .map((step) => `<flowNodeRef>s${step}</flowNodeRef>`)
      .join("")}</lane>`;
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:t="urn:touchline:bpmn:1" id="d" targetNamespace="urn:t">
    <collaboration id="c"><participant id="customer" name="Customer" processRef="own"/><participant id="shop" name="Shop" processRef="p"/></collaboration>
    <process id="own"/><process id="p"><laneSet id="lanes">${lanes.map(lane).join("")}</laneSet>
    ${numbers.map((step) => `<task id="s${step}" name="Step ${step}"/>`).join("")}
    ${numbers.slice(1).map((step) => `<sequenceFlow id="f${step}" sourceRef="s${step - 1}" targetRef="s${step}"/>`).join("")}
    </process></definitions>`;
}

test("a key press in a grid of 200 steps is answered without lag", async () => {
  const page = await grid({ key: "planned-works" });
  const made = await page.evaluate(async (bpmn) => {
    const csrf = document.querySelector('meta[name="csrf"]').content;
    const headers = { "X-CSRF-Token": csrf, "Content-Type": "application/json" };
    const grid = await (await fetch("/api/v1/processes/planned-works/grid")).json();
    const body = JSON.stringify({ bpmn, version: grid.version });
    return (await fetch("/api/v1/processes/planned-works/map", { method: "PUT", headers, body })).status;
  }, long(200));
  assert.equal(made, 200);
  await page.reload();
  assert.ok((await page.locator(".card").count()) >= 200);
  await page.locator('.card[data-step="s150"]').focus();
  const moved = await page.evaluate(async () => {
    const times = [];
    for (let at = 0; at < 20; at++) {
      const before = performance.now();
      const was = document.activeElement;
      was.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true, cancelable: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      if (document.activeElement === was) return [`nothing at ${at}`];
      times.push(performance.now() - before);
    }
    return times.sort((one, other) => one - other);
  });
  assert.ok(moved[10] < LAG_MS, `the focus took ${moved[10]} ms`);
  await page.keyboard.press("F2");
  await page.keyboard.type("Named among 200");
  const began = Date.now();
  await page.keyboard.press("Enter");
  await said(page, "Step renamed");
  const saved = Date.now() - began;
  console.log(`# focus moved in ${moved[10].toFixed(1)} ms (median of 20), a name was saved and shown in ${saved} ms`);
  assert.deepEqual(page.problems, []);
  await page.close();
});
