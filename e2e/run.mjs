// Runs the browser tests against one server: all of them, or the files that are named.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { program, start } from "./server.mjs";

const folder = join(import.meta.dirname, "tests");
const named = process.argv.slice(2);
const all = readdirSync(folder).filter((name) => name.endsWith(".test.mjs")).map((name) => join(folder, name));

const { site, stop } = await start(program());
// Each file of tests runs in a process of its own, which takes this over.
process.env.TOUCHLINE_SITE = JSON.stringify(site);

const tests = run({ files: named.length > 0 ? named : all, concurrency: 1 });
tests.on("test:fail", () => (process.exitCode = 1));
tests.once("end", stop);
tests.compose(new spec()).pipe(process.stdout);
