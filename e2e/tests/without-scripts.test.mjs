// Every page without JavaScript: it is whole, and no button in it is idle.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { PAGES } from "../pages.mjs";
import { leave, open, visitor } from "../support.mjs";

// Buttons that only a script could give work to; one that opens a popover or a dialog needs none.
const IDLE = "main button[type=button]:not([popovertarget], [commandfor]):visible";

after(leave);

for (const about of PAGES) {
  test(`${about.name} · without scripts`, async () => {
    const { page, answer } = await open(await visitor({ ...about, scripts: false }), about);
    assert.equal(answer.status(), about.status ?? 200);
    assert.equal(await page.locator("main h1").isVisible(), true);
    assert.equal(await page.locator(IDLE).count(), 0, "a button does nothing");
  });
}
