// Every page, on a desk and on a phone, by day and by night: nothing is said against it, and nobody is shut out.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { PAGES, SCHEMES, SCREENS } from "../pages.mjs";
import { faults, leave, open, overflow, visitor } from "../support.mjs";

after(leave);

for (const about of PAGES) {
  for (const screen of Object.keys(SCREENS)) {
    for (const scheme of SCHEMES) {
      test(`${about.name} · ${screen} · ${scheme}`, async () => {
        const { page, answer, complaints } = await open(await visitor({ ...about, screen, scheme }), about);
        assert.equal(answer.status(), about.status ?? 200);
        assert.equal(await page.locator("h1:not(.swagger-ui h1)").count(), 1, "one heading says what the page is");
        assert.notEqual((await page.title()).trim(), "");
        assert.deepEqual([...(await faults(page)), ...(await overflow(page)), ...complaints], []);
      });
    }
  }
}
