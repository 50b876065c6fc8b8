#!/usr/bin/env node
// Figures of speed are those that were measured last: docs/performance.md is what `scripts/bench.sh report` makes of
// the newest results, and every number in the text of a link to it is in it.
//
// Usage: scripts/checks/figures.mjs

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
/** A link to the page, on one line or two. */
const LINK = /\[([^\]]+)\]\([\w./-]*performance\.md\)/g;
/** A number, with spaces between its thousands or without. */
const NUMBER = /\d+(?: \d{3})*(?:\.\d+)?/g;

const report = ["--import", "tsx", "../benches/report.mts", "--check"];
const { status } = spawnSync("node", report, { cwd: join(ROOT, "e2e"), stdio: "inherit" });
if (status !== 0) process.exit(1);

const page = readFileSync(join(ROOT, "docs/performance.md"), "utf8");
const measured = new Set(page.match(NUMBER));
const pages = readdirSync(join(ROOT, "docs"), { recursive: true })
  .filter((path) => path.endsWith(".md"))
  .map((path) => join("docs", path));
for (const path of ["README.md", "CHANGELOG.md", ...pages]) {
  for (const [, text] of readFileSync(join(ROOT, path), "utf8").matchAll(LINK)) {
    for (const figure of text.match(NUMBER) ?? []) {
      if (measured.has(figure.replaceAll(" ", ""))) continue;
      console.error(`${path}: ${figure} is not in docs/performance.md: "${text}"`);
      process.exitCode = 1;
    }
  }
}
