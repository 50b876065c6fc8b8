/**
 * Files that the node binary makes slowly and always the same, kept for other test processes with
 * the same binary.
 */

import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

import { E2E } from "../paths.ts";
import { nodeBinary } from "./binary.ts";

const CACHE = join(E2E, "node_modules/.cache/aitbc");
/** Files of older binaries that are left for whoever still uses those. */
const KEPT_BINARIES = 3;

/** Path of the file `name`; `make` writes it to the path it is given when it is not there. */
export async function cached(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const { size, mtimeMs } = await stat(nodeBinary());
  const directory = join(CACHE, `${Math.round(mtimeMs)}-${size}`);
  const path = join(directory, name);
  if (existsSync(path)) return path;

  if (!existsSync(directory)) await forgetOldBinaries();
  await mkdir(directory, { recursive: true });
  const draft = await mkdtemp(join(directory, "draft-"));
  await make(join(draft, name));
  await rename(join(draft, name), path);
  await rm(draft, { recursive: true });
  return path;
}

async function forgetOldBinaries(): Promise<void> {
  const binaries = existsSync(CACHE) ? (await readdir(CACHE)).sort().reverse() : [];
  for (const old of binaries.slice(KEPT_BINARIES)) {
    await rm(join(CACHE, old), { recursive: true, force: true });
  }
}
