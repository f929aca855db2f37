// Every page in every language: it says so, and its longer words still fit a phone.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { LANGUAGES, PAGES } from "../pages.mjs";
import { leave, open, overflow, visitor } from "../support.mjs";

after(leave);

for (const about of PAGES) {
  for (const language of LANGUAGES) {
    test(`${about.name} · ${language}`, async () => {
      const { page, complaints } = await open(await visitor({ ...about, screen: "phone", language }), about);
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      assert.deepEqual([...(await overflow(page)), ...complaints], []);
    });
  }
}
