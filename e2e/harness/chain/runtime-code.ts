/** Runtime code: what it says of itself, and copies that say something else. */

import { spawnSync } from "node:child_process";
import { TypeRegistry } from "@polkadot/types";
import { Struct, Text, u32 } from "@polkadot/types-codec";
import { u8aConcat } from "@polkadot/util";

/** What Substrate puts in front of compressed code; a zstd frame follows. */
const COMPRESSED = Uint8Array.of(0x52, 0xbc, 0x53, 0x76, 0x46, 0xdb, 0x8e, 0x05);
/** The section of the Wasm in which a runtime states its version. */
const VERSION_SECTION = "runtime_version";
/** Code is a few MB large. */
const MAX_BYTES = 64 * 1024 * 1024;

/** The version of a runtime, as far as upgrades look at it. */
export interface CodeVersion {
  specName: string;
  specVersion: number;
}

/** How that section begins. */
const Statement = Struct.with({
  specName: Text,
  implName: Text,
  authoringVersion: u32,
  specVersion: u32,
});
const registry = new TypeRegistry();

/** The version that runtime code states; throws when it is no runtime. */
export function versionOf(code: Uint8Array): CodeVersion {
  const statement = new Statement(registry, versionSection(uncompressed(code)));
  return {
    specName: statement.get("specName")!.toString(),
    specVersion: (statement.get("specVersion") as u32).toNumber(),
  };
}

/** The same code that states another version. A new name must be as long as the old one. */
export function restated(code: Uint8Array, version: Partial<CodeVersion>): Uint8Array {
  const wasm = Buffer.from(uncompressed(code));
  const section = versionSection(wasm);
  const before = new Statement(registry, section);
  const after = new Statement(registry, { ...before.toPrimitive(), ...version }).toU8a();
  if (after.length !== before.encodedLength) throw new Error("names must be of the same length");
  wasm.set(after, wasm.indexOf(section));
  return u8aConcat(COMPRESSED, zstd(["--compress"], wasm));
}

function versionSection(wasm: Uint8Array): Uint8Array {
  const [section] = WebAssembly.Module.customSections(wasmModule(wasm), VERSION_SECTION);
  if (section === undefined) throw new Error("it is Wasm, but it does not state a runtime version");
  return new Uint8Array(section);
}

function wasmModule(wasm: Uint8Array): WebAssembly.Module {
  try {
    return new WebAssembly.Module(new Uint8Array(wasm));
  } catch (error) {
    throw new Error("it is not Wasm", { cause: error });
  }
}

function uncompressed(code: Uint8Array): Uint8Array {
  const isCompressed = COMPRESSED.every((byte, index) => code[index] === byte);
  return isCompressed ? zstd(["--decompress"], code.subarray(COMPRESSED.length)) : code;
}

function zstd(args: string[], input: Uint8Array): Uint8Array {
  const program = [...args, "--stdout", "--quiet"];
  const { error, status, stdout, stderr } = spawnSync("zstd", program, {
    input,
    maxBuffer: MAX_BYTES,
  });
  if (error !== undefined) throw new Error("zstd does not run; is it installed?", { cause: error });
  if (status !== 0) throw new Error(`its compression is damaged: ${stderr.toString().trim()}`);
  return stdout;
}
