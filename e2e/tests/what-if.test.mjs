// Asking what if: people are changed, the simulation runs, the result is read, stopped and taken along.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { leave, visitor } from "../support.mjs";

after(leave);

const AT = "/processes/mend-fault/what-if";

async function at(path, options = {}) {
  const page = await (await visitor({ who: "owner", ...options })).newPage();
  await page.goto(path);
  return page;
}

for (const scripts of [true, false]) {
  test(`one more engineer is simulated, ${scripts ? "with" : "without"} scripts`, async () => {
    const page = await at(`${AT}/new`, { scripts });
    await page.fill("#name", `Engineers ${scripts}`);
    await page.fill("[name='people/back-3']", "2");
    await page.click("form.whatif button.primary");
    // Without scripts one looks again oneself.
    for (let tries = 0; tries < 60 && (await page.locator("#result").count()) === 0; tries++) {
      await page.waitForTimeout(500);
      if (!scripts) await page.reload();
    }
    assert.match(await page.locator("section[aria-labelledby=result] .says").innerText(), /Customers would wait .+ less/);
    assert.ok((await page.locator("svg.chart .heat-5").count()) > 0, "the longest wait is the darkest");
    await page.close();
  });
}

test("a long simulation is stopped", async () => {
  const page = await at(`${AT}/new`);
  await page.fill("#name", "Long");
  await page.fill("#cases", "20000");
  await page.fill("#replications", "20");
  await page.click("form.whatif button.primary");
  const stop = page.locator("form[action$='/run/delete'] button");
  await stop.click();
  await page.getByText("The simulation was stopped.").waitFor();
  await page.close();
});

test("a curve that takes long is given up", async () => {
  const page = await at(`${AT}/sweep`);
  // The answer does not come.
  await page.route("**/what-if/sweep?*", () => {});
  assert.ok(!(await page.locator("[data-stop]").isVisible()));
  // A page that waits for another one is not to be asked for anything, so it gives up by itself.
  const given_up = page.evaluate(
    () =>
      new Promise((done) => {
        document.querySelector("form[action$='/sweep'] button.primary").click();
        setTimeout(() => {
          const stop = document.querySelector("[data-stop]");
          const could_stop = stop.checkVisibility();
          stop.click();
          done(could_stop && !stop.checkVisibility());
        }, 300);
      }),
  );
  assert.ok(await given_up);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Draw the curve");
  await page.close();
});

test("what is wrong is said where it stands, and nothing is lost", async () => {
  const page = await at(`${AT}/new`);
  await page.fill("#name", "Shares");
  await page.fill("[name='share/confirm/remote']", "50");
  await page.click("form.whatif button.primary");
  await page.getByRole("alert").getByText(/sum to/).waitFor();
  assert.equal(await page.inputValue("#name"), "Shares");
  assert.equal(await page.inputValue("[name='share/confirm/remote']"), "50");
  await page.close();
});

test("cases go over the map until they are paused", async () => {
  const page = await at(AT);
  await page.getByRole("link", { name: "One more engineer on Mondays" }).click();
  await page.locator("#result").waitFor();
  const play = page.getByRole("button", { name: "Show cases on their way" });
  await play.click();
  await page.locator(".tokens-layer circle").first().waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Pause" }).click();
  const still = () => page.locator(".tokens-layer").innerHTML();
  const before = await still();
  await page.waitForTimeout(300);
  assert.equal(await still(), before);
  await page.close();
});
