// A server of its own for the browser tests: the demo on a free port, with its data in a temporary folder.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

// The longest that it may take to say where it is and who may sign in.
const START_MS = 60_000;

// The longest that it may take to end when it is asked to.
const STOP_MS = 10_000;

const ROLES = ["admin", "owner", "agent", "viewer", "customer"];

// The program to test: the one that is named, or what cargo builds for tests.
export function program() {
  return process.env.TOUCHLINE_PROGRAM ?? join(import.meta.dirname, "../target/debug/touchline");
}

// Starts it and reads what it prints: its address, `role  email  password` for each role, and a link for feedback.
// `site` is plain data; `stop` ends the server and deletes its data.
export async function start(program) {
  const data = await mkdtemp(join(tmpdir(), "touchline-e2e-"));
  const server = spawn(program, ["demo", "--listen", "127.0.0.1:0", "--data", data], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => server.once("close", resolve).once("error", resolve));
  const stop = async () => {
    server.kill("SIGTERM");
    const stuck = setTimeout(() => server.kill("SIGKILL"), STOP_MS);
    await ended;
    clearTimeout(stuck);
    await rm(data, { recursive: true, force: true });
  };
  const late = setTimeout(() => server.kill("SIGKILL"), START_MS);
  try {
    const site = await introduction(server);
    return { site, stop };
  } catch (problem) {
    await stop();
    throw problem;
  } finally {
    clearTimeout(late);
  }
}

async function introduction(server) {
  const site = { address: undefined, people: {}, links: [] };
  const said = [];
  // Once it has introduced itself, what it says is still read, so that it never waits for a reader.
  const lines = createInterface({ input: server.stdout });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    lines.on("line", (line) => {
      said.push(line);
      note(line, site);
      if (site.address && site.links.length > 0 && ROLES.every((role) => site.people[role])) {
        resolve(site);
      }
    });
    lines.on("close", () => reject(new Error(`the demo did not introduce itself:\n${said.join("\n")}`)));
  });
}

function note(line, site) {
  for (const [url] of line.matchAll(/https?:\/\/[^\s"<>]+/g)) {
    const { origin, pathname } = new URL(url);
    site.address ??= origin;
    if (pathname !== "/") site.links.push(pathname);
  }
  const person = /(?<email>(?<role>\w+)@linden\.example)\s+(?<password>\S+)/.exec(line);
  if (person) site.people[person.groups.role] = { ...person.groups };
}
