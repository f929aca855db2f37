// Photographs the pages that the README shows, into the folder that is named.

import { join } from "node:path";
import { PAGES, PICTURES, SCREENS } from "./pages.mjs";
import { program, start } from "./server.mjs";

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("name the folder for the pictures");

const { site, stop } = await start(program());
process.env.TOUCHLINE_SITE = JSON.stringify(site);
const { leave, open, visitor } = await import("./support.mjs");

try {
  for (const { file, page: name, screen, scheme, height } of PICTURES) {
    const about = PAGES.find((page) => page.name === name);
    if (!about) throw new Error(`no page is called ${name}`);
    const window = await visitor({ who: about.who, screen, scheme, scale: 2 });
    const { page } = await open(window, about);
    if (height) await page.setViewportSize({ ...SCREENS[screen], height });
    const path = join(folder, `${file}.png`);
    await page.screenshot({ path, animations: "disabled", caret: "hide" });
    console.log(path);
  }
} finally {
  await leave();
  await stop();
}
