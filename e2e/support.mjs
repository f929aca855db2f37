// What the browser tests share: one browser, who is signed in, and what was said against a page.

import { existsSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { chromium } from "playwright-core";
import { SCREENS } from "./pages.mjs";

// The longest that one act on a page may take.
const TIMEOUT_MS = 15_000;

// The demo's address, people and links, as the runner found them.
export const site = JSON.parse(process.env.TOUCHLINE_SITE ?? "null");

let browser;
const sessions = new Map();
const contexts = new Map();

// A window on the site. Asked again for one like it, it is the same.
export async function visitor({ who, screen = "desk", scheme = "light", language = "en", scripts = true, scale = 1 }) {
  return kept(contexts, [who, screen, scheme, language, scripts, scale].join(" "), async () =>
    context({
      viewport: SCREENS[screen],
      deviceScaleFactor: scale,
      hasTouch: screen === "phone",
      colorScheme: scheme,
      locale: language,
      javaScriptEnabled: scripts,
      storageState: who && (await kept(sessions, who, () => session(who))),
    }),
  );
}

async function context(options) {
  browser ??= chromium.launch({
    executablePath: executable(process.env.TOUCHLINE_CHROMIUM ?? "chromium"),
    args: ["--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const common = { baseURL: site.address, timezoneId: "Europe/Sofia", reducedMotion: "reduce" };
  const made = await (await browser).newContext({ ...common, ...options });
  made.setDefaultTimeout(TIMEOUT_MS);
  return made;
}

// Signs in as people do, and keeps what the browser then has.
async function session(who) {
  const { email, password } = site.people[who];
  const visit = await context({});
  const page = await visit.newPage();
  await page.goto("/sign-in");
  await page.fill("input[name=email]", email);
  await page.fill("input[name=password]", password);
  await page.locator("input[name=password]").press("Enter");
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  const state = await visit.storageState();
  await visit.close();
  return state;
}

// The path of a program that is named as one calls it.
function executable(name) {
  const folders = name.includes("/") ? [""] : (process.env.PATH ?? "").split(":");
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (!found) throw new Error(`there is no ${name}; name Chromium in TOUCHLINE_CHROMIUM`);
  return found;
}

function kept(map, key, make) {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
}

// Ends the browser; the tests of a file call it after the last.
export async function leave() {
  await (await browser)?.close();
}

// Opens a page of the table; gives the page, the answer to it, and what was said against it so far.
// The tab is the same each time: a new one takes longer than most pages.
export async function open(context, { path }) {
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints = [];
  for (const event of ["console", "pageerror", "requestfailed", "request"]) page.removeAllListeners(event);
  const address = new URL(await found(page, path), site.address).href;
  page.on("console", (message) => {
    const itself = message.location().url === address && message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !itself) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // A page that is left while its live updates still run ends them itself.
    if (why !== "net::ERR_ABORTED") complaints.push(`request: ${request.url()} ${why}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== site.address && url.protocol !== "data:") complaints.push(`foreign: ${url}`);
  });
  const answer = await page.goto(address);
  await page.waitForLoadState("load");
  return { page, answer, complaints };
}

// The faults that axe calls serious or critical, a line each; but for what Swagger UI and bpmn-js draw, which is not ours.
export async function faults(page) {
  // The policy of a page holds for its own scripts, not for what the browser's driver evaluates.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => {
    const ours = { exclude: [[".swagger-ui"], [".djs-container"]] };
    return window.axe.run(ours, { resultTypes: ["violations"] });
  });
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return grave.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const [, remedy = ""] = failureSummary.split("\n");
      return `${id}: ${help}: ${target.join(" ")}: ${remedy.trim()}`;
    }),
  );
}

// What sticks out at the side of the window, the widest first; nothing, if the page does not scroll sideways.
export async function overflow(page) {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].map((element) => {
      const { right, width } = element.getBoundingClientRect();
      const name = `${element.localName}.${element.getAttribute("class") ?? ""}`;
      return { right: Math.round(right), width: Math.round(width), name };
    });
    const out = wide.filter(({ right }) => right > window.innerWidth).sort((a, b) => b.right - a.right);
    return out.slice(0, 5).map(({ name, right, width }) => `${name} is ${width} wide and ends at ${right}`);
  });
}

// The address that a path means: itself, a link that the demo named, or the first fitting link on another page.
async function found(page, path) {
  if (typeof path === "string") {
    return path.endsWith("/") ? (site.links.find((link) => link.startsWith(path) && path !== "/") ?? path) : path;
  }
  const [from, pattern] = path;
  await page.goto(from);
  const links = await page.locator("a[href]").evaluateAll((all) => all.map((a) => new URL(a.href).pathname));
  const link = links.find((one) => pattern.test(one));
  if (!link) throw new Error(`${from} has no link like ${pattern}`);
  return link;
}
