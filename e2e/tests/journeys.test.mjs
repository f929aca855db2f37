// What people come to do, from end to end, each with the role that does it.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { leave, site, visitor } from "../support.mjs";

after(leave);

// A window of its own at an address.
async function at(who, path, options = {}) {
  const page = await (await visitor({ who, ...options })).newPage();
  await page.goto(path);
  return page;
}

// The first open case of the agent's queue.
async function aCase() {
  const page = await at("agent", "/cases?view=open");
  const links = await page.locator("main a[href]").evaluateAll((all) => all.map((a) => new URL(a.href).pathname));
  await page.close();
  return links.find((path) => /^\/cases\/\d+$/.test(path));
}

for (const scripts of [true, false]) {
  test(`an agent comments on a case, ${scripts ? "with" : "without"} scripts, and markup stays text`, async () => {
    const page = await at("agent", await aCase(), { scripts });
    const words = `<b>Called</b> & <script>alert(1)</script> ${scripts}`;
    await page.locator("form[action$='/comments'] textarea").fill(words);
    await page.locator("form[action$='/comments'] button.primary").click();
    await page.locator(".story").getByText(words, { exact: true }).last().waitFor();
    assert.equal(await page.locator(".story b, .story script").count(), 0);
    await page.close();
  });
}

test("an agent adds a task and does it", async () => {
  const page = await at("agent", await aCase());
  const name = `Look at the cabinet ${Date.now()}`;
  await page.locator("details:has(form[action$='/tasks'])").evaluate((details) => (details.open = true));
  await page.locator("form[action$='/tasks'] input[name=title]").fill(name);
  await page.locator("form[action$='/tasks'] button").last().click();
  const task = page.locator(".tasks li", { hasText: name });
  await task.waitFor();
  await task.locator("button.check").click();
  await page.locator(".tasks li.done", { hasText: name }).waitFor();
  await page.close();
});

test("a case is closed and goes on", async () => {
  const page = await at("agent", await aCase());
  await page.locator("form[action$='/closure'] button").first().click();
  const reopen = page.locator("form[action$='/closure/delete']");
  await reopen.waitFor();
  await reopen.locator("input[name=reason], textarea[name=reason]").fill("It is broken again");
  await reopen.locator("button").click();
  await page.locator("form[action$='/closure']").waitFor();
  await page.close();
});

test("two people change a title at once: the second sees the first, and loses no word", async () => {
  const path = `${await aCase()}/edit`;
  const first = await at("agent", path);
  const second = await at("owner", path);
  const [hers, his] = [`Hers ${Date.now()}`, `His ${Date.now()}`];
  await first.locator("main input[name=title]").fill(hers);
  await first.locator("main form button.primary").first().click();
  await first.waitForURL((url) => !url.pathname.endsWith("/edit"));
  await second.locator("main input[name=title]").fill(his);
  const [answer] = await Promise.all([
    second.waitForResponse((response) => response.request().method() === "POST"),
    second.locator("main form button.primary").first().click(),
  ]);
  assert.equal(answer.status(), 409);
  const said = await second.locator("main").innerHTML();
  assert.ok(said.includes(hers) && said.includes(his), "both are shown");
  await first.close();
  await second.close();
});

test("a customer writes, and an agent finds it", async () => {
  const customer = await at("customer", "/cases/new");
  const title = `No line in the kitchen ${Date.now()}`;
  await customer.locator("input[name=title]").fill(title);
  await customer.locator("main form button.primary").click();
  await customer.waitForURL(/\/cases\/\d+/);
  const agent = await at("agent", `/search?q=${encodeURIComponent(title)}`);
  await agent.getByRole("link", { name: title }).click();
  await agent.getByRole("heading", { name: title }).waitFor();
  await customer.close();
  await agent.close();
});

test("a customer answers the question of a link, once", async () => {
  const link = site.links.find((path) => path.startsWith("/f/"));
  const page = await at(undefined, link, { screen: "phone" });
  await page.locator("label:has(input[name=score][value='9'])").click();
  await page.locator("textarea").fill("Quick <i>and</i> kind");
  await page.locator("main form button.primary").click();
  await page.waitForLoadState();
  assert.equal(await page.locator("input[name=score]").count(), 0, "it was taken");
  await page.goto(link);
  assert.equal(await page.locator("input[name=score]").count(), 0, "it is not asked again");
  await page.close();
});

test("an owner brings in a log, says what its columns mean, and sees what it shows", async () => {
  const page = await at("owner", "/logs");
  const rows = ["ticket,what,when"];
  for (let n = 0; n < 40; n += 1) {
    const day = String((n % 27) + 1).padStart(2, "0");
    rows.push(`T${n},Asked,2026-03-${day} 09:00:00`, `T${n},Answered,2026-03-${day} 1${n % 5}:30:00`);
  }
  rows.push("T99,Asked,someday");
  const file = { name: "tickets.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) };
  await page.locator("input[type=file]").setInputFiles(file);
  const send = page.locator("main form button.primary").first();
  if (await send.isVisible()) await send.click();
  await page.waitForURL(/\/logs\/[\w-]+\/mapping/);
  for (const [number, meaning] of [["ticket", "case"], ["what", "activity"], ["when", "time"]]) {
    await page.getByLabel(number, { exact: true }).selectOption(meaning);
  }
  await page.locator("main form button.primary").click();
  await page.waitForURL(/\/logs\/[\w-]+$/);
  await page.goto(`${page.url()}/problems`);
  assert.ok((await page.locator("main").innerText()).includes("82"), "the line of the wrong time is named");
  await page.close();
});

test("an owner takes processes in from a spreadsheet, finds them, changes them all, and takes that back", async () => {
  const page = await at("owner", "/processes/import");
  const mark = `trial${Date.now()}`;
  const rows = ["Name\tStage\tArea\tTags", `Water a garden ${mark}\tDevelop\tGardens\t${mark}`];
  rows.push(`Mow a lawn ${mark}\tMaintain\tGardens\t${mark}`, `Rake leaves ${mark}\tSomeday\tGardens\t${mark}`);
  await page.locator("textarea[name=rows]").fill(rows.join("\n"));
  await page.locator("form[action='/processes/import'] button.primary").click();
  await page.waitForURL(/\/processes\/imports\//);
  assert.ok((await page.locator("main").innerText()).includes("“Someday” is no stage"));
  await page.locator("main form button.primary").click();
  await page.waitForURL(/added=2/);

  await page.goto("/processes?sort=name");
  await page.locator("#q").pressSequentially(mark.toUpperCase());
  await page.waitForURL((url) => url.searchParams.get("q") === mark.toUpperCase());
  assert.equal(await page.locator("table.list tbody tr").count(), 2, "found while one types");
  await page.locator("[data-pick-all]").check();
  assert.equal(await page.locator("[data-picked]").innerText(), "2");
  await page.locator(".picked button").first().click();
  await page.waitForURL(/\/processes\/edits\//);
  await page.locator("select[name=state]").selectOption("review");
  await page.locator("form[method=get] button").last().click();
  await page.locator("ins", { hasText: "Under review" }).first().waitFor();
  await page.locator("section form button.primary").click();
  await page.locator("form[action$='/undo'] button").first().waitFor();
  await page.goto(`/processes?tag=${mark}&state=review`);
  assert.equal(await page.locator("table.list tbody tr").count(), 2);
  await page.locator(".toast form button").click();
  await page.waitForURL(/back=2/);

  await page.goto(`/processes/landscape?tag=${mark}`);
  assert.equal(await page.locator(".marks li").count(), 2);
  await page.locator(".marks a", { hasText: "Mow a lawn" }).click();
  await page.getByRole("heading", { name: `Mow a lawn ${mark}` }).waitFor();
  await page.close();
});

test("a program reads cases with a token that its person made", async () => {
  const page = await at("owner", "/settings/tokens");
  await page.locator("main input[name=name]").fill("Nightly export");
  await page.locator("main form[action='/settings/tokens'] button.primary").click();
  const token = await page.locator("#token").innerText();
  await page.close();
  const asks = (headers) => fetch(new URL("/api/v1/cases?limit=3", site.address), { headers });
  const answer = await asks({ authorization: `Bearer ${token}` });
  assert.equal(answer.status, 200);
  assert.equal((await answer.json()).cases.length, 3);
  assert.equal((await asks({ authorization: "Bearer tl_guessed" })).status, 401);
});
