// The keyboard: it comes past the places at once, reaches what can be used, and one always sees where it is.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { PAGES } from "../pages.mjs";
import { leave, open, visitor } from "../support.mjs";

// So many steps show whether the focus is seen; a long table has more.
const STEPS = 40;

after(leave);

for (const about of PAGES.filter(({ who }) => who)) {
  test(`${about.name} · skips to what it is about`, async () => {
    const { page } = await open(await visitor(about), about);
    await page.keyboard.press("Tab");
    const target = await page.evaluate(() => document.activeElement.getAttribute("href"));
    assert.match(target ?? "", /^#./, "the first step reaches the link that skips the places");
    assert.equal(await page.locator(`main${target}, main ${target}`).count(), 1, `${target} is in main`);
  });
}

for (const about of PAGES) {
  test(`${about.name} · shows where the keyboard is`, async () => {
    const { page } = await open(await visitor(about), about);
    for (let step = 0; step < STEPS; step += 1) {
      await page.keyboard.press("Tab");
      const hidden = await page.evaluate(unseen);
      assert.equal(hidden, null, `after ${step + 1} steps`);
    }
  });
}

// In the page: what has the focus without being seen; nothing, if all is well.
function unseen() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  // A box that is drawn by its label lends it the focus.
  const shown = [element, ...(element.labels ?? []), element.nextElementSibling, element.parentElement].filter(Boolean);
  // A link that covers its whole tile or row wears the ring on the cover.
  const worn = [...shown.map((one) => getComputedStyle(one)), getComputedStyle(element, "::after")];
  const rings = worn.some((style) => {
    const outlined = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0;
    return outlined || style.boxShadow !== "none";
  });
  return rings ? null : element.outerHTML.slice(0, 200);
}
