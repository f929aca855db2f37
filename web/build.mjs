// Builds dist/ from src/: the stylesheet and script of every page, those of the map editor, the drawings, and the API's page from its package.
import { build, context } from "esbuild";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const PICTURES = "../crates/chart/src/style/rules.css";

/** Pictures ask for colours by name: each must be one of ours. */
async function checkColours() {
  const [rules, colours] = await Promise.all([readFile(PICTURES, "utf8"), readFile("src/css/base/charts.css", "utf8")]);
  const missing = [...new Set(rules.match(/--chart-[a-z-]+/g))].filter((name) => !colours.includes(`${name}:`));
  if (missing.length > 0) throw new Error(`src/css/base/charts.css lacks ${missing.join(", ")}`);
}

/** What is worth it is packed once, here, rather than at each request; the program carries and sends it so. */
async function pack() {
  const names = (await readdir("dist")).filter((name) => /\.(css|js|svg)$/.test(name));
  await Promise.all(names.map(async (name) => {
    await writeFile(`dist/${name}.gz`, gzipSync(await readFile(`dist/${name}`), { level: 9 }));
    await rm(`dist/${name}`);
  }));
}

const options = {
  entryPoints: [
    { in: "src/ts/app.ts", out: "app" },
    { in: "src/ts/api.ts", out: "api" },
    { in: "src/ts/editor.ts", out: "editor" },
    { in: "src/css/editor.css", out: "editor" },
    { in: "src/css/app.css", out: "app" },
  ],
  outdir: "dist",
  bundle: true,
  minify: true,
  format: "iife",
  legalComments: "none",
  loader: { ".woff2": "file" },
  assetNames: "[name]",
  // What every browser of the last two years reads: nesting, layers and pairs of colours stay as written.
  target: ["chrome123", "firefox121", "safari17.5"],
  logLevel: "info",
};
await checkColours();
await rm("dist", { recursive: true, force: true });
await mkdir("dist");
await Promise.all([
  ...["icons.svg", "logo.svg", "favicon.svg"].map((name) => cp(`src/${name}`, `dist/${name}`)),
  ...["swagger-ui.css", "swagger-ui-bundle.js"].map((name) => cp(`node_modules/swagger-ui-dist/${name}`, `dist/${name}`)),
]);
if (process.argv.includes("--watch")) {
  await (await context(options)).watch();
} else {
  await build(options);
  await pack();
}
