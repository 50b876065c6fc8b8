#!/usr/bin/env node
// The features of the runtime and of our pallets reach every pallet that these depend on. Nothing else
// notices a pallet that `try-runtime` leaves out: all compiles, and its invariants are not looked at.
//
// Usage: scripts/checks/features.mjs

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const FEATURES = ["std", "runtime-benchmarks", "try-runtime"];

/** Crates with the names of pallets that hold only their benchmarks or their runtime API. */
const NO_PALLET = /-(benchmarking|runtime-api)$/;
/** Pallets of the SDK that have no such feature. */
const WITHOUT = {
  "runtime-benchmarks": ["pallet-aura", "pallet-authority-discovery", "pallet-authorship"],
};

const manifests = readdirSync(join(ROOT, "pallets"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `pallets/${name}/Cargo.toml`);
for (const manifest of ["runtime/Cargo.toml", ...manifests]) {
  const text = readFileSync(join(ROOT, manifest), "utf8");
  const [, dependencies] = text.split(/^\[(?:.*-)?dependencies\]$/m);
  const pallets = [...dependencies.matchAll(/^(pallet-[\w-]+)/gm)].map(([name]) => name);
  for (const feature of FEATURES) {
    const [, list] = text.match(new RegExp(`^${feature} = \\[([^\\]]*)\\]`, "m")) ?? [];
    for (const pallet of pallets) {
      if (NO_PALLET.test(pallet) || WITHOUT[feature]?.includes(pallet)) continue;
      if (list?.includes(`"${pallet}/${feature}"`)) continue;
      console.error(`${manifest}: the feature ${feature} lacks "${pallet}/${feature}"`);
      process.exitCode = 1;
    }
  }
}
