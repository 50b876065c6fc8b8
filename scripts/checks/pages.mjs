#!/usr/bin/env node
// The pages of pallets have the sections of pallets/README.template.md, and what their examples name, calls
// and the tests that assert them, are functions that exist.
//
// Usage: scripts/checks/pages.mjs

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const TESTS_OF_THE_RUNTIME = sources("runtime/tests/runtime");

/** All Rust below a folder. */
function sources(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true })
    .filter((entry) => entry.endsWith(".rs"))
    .map((entry) => readFileSync(join(ROOT, folder, entry), "utf8"))
    .join("\n");
}

/** The sections of a page, by their headings. */
function sections(page) {
  const text = readFileSync(join(ROOT, page), "utf8");
  return new Map([...text.matchAll(/^## (.*)\n([^]*?)(?=^## |$(?![^]))/gm)].map(([, ...of]) => of));
}

const wanted = [...sections("pallets/README.template.md").keys()].join(", ");
for (const entry of readdirSync(join(ROOT, "pallets"), { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const page = `pallets/${entry.name}/README.md`;
  const found = sections(page);
  const complain = (fault) => {
    console.error(`${page}: ${fault}`);
    process.exitCode = 1;
  };
  if ([...found.keys()].join(", ") !== wanted) complain(`the sections must be ${wanted}`);

  const code = sources(`pallets/${entry.name}/src`) + TESTS_OF_THE_RUNTIME;
  for (const [, name] of (found.get("Example") ?? "").matchAll(
    /`([a-z][a-z0-9_]*)(?:\(.*?\))?`/g,
  )) {
    if (!code.includes(`fn ${name}(`))
      complain(`the example names \`${name}\`, which is no function`);
  }
}
