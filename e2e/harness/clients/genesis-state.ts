/**
 * The runtime of a chain at its genesis, for what storage alone does not tell: parameters have compiled
 * defaults. It runs inside of this process, so it can be asked on chains that nobody starts, as mainnet's
 * preset.
 */

import { readFile } from "node:fs/promises";

import {
  Api,
  Blockchain,
  ChopsticksProvider,
  destroyWorker,
  GenesisProvider,
  inherentProviders,
} from "@acala-network/chopsticks-core";
import { ApiPromise } from "@polkadot/api";
import {
  compactAddLength,
  compactStripLength,
  hexToU8a,
  u8aConcat,
  u8aToHex,
} from "@polkadot/util";

import { rawSpec } from "../network/spec.ts";

export interface GenesisState {
  api: ApiPromise;
  /** What a view function of a pallet returns, as JSON. Its arguments are encoded. */
  view(pallet: string, name: string, ...args: Uint8Array[]): Promise<unknown>;
  /** What a function of a runtime API returns that takes no arguments, as bytes in hex. */
  call(name: string): Promise<`0x${string}`>;
  close(): Promise<void>;
}

/** The genesis of a built-in chain. */
export async function genesisState(preset: string): Promise<GenesisState> {
  const spec = JSON.parse(await readFile(await rawSpec(preset), "utf8"));
  const source = new Api(new GenesisProvider(spec));
  await source.isReady;
  const hash = (await source.getBlockHash(0))!;
  const header = { hash, number: 0 };
  const chain = new Blockchain({ api: source, inherentProviders, header, registeredTypes: {} });
  const provider = new ChopsticksProvider(chain);
  const api = await ApiPromise.create({ provider, noInitWarn: true, throwOnConnect: true });

  const call = async (name: string, args = "0x"): Promise<`0x${string}`> => {
    const { result } = await chain.head.call(name, [args as `0x${string}`]);
    return result;
  };
  return {
    api,
    call,
    view: async (pallet, name, ...args) => {
      const { id, output } = viewFunction(api, pallet, name);
      const input = compactAddLength(u8aConcat(...args));
      const answer = await call(
        "RuntimeViewFunction_execute_view_function",
        u8aToHex(u8aConcat(id, input)),
      );
      if (!answer.startsWith("0x00")) throw new Error(`${pallet}.${name} failed: ${answer}`);
      const [, value] = compactStripLength(hexToU8a(answer).subarray(1));
      return api.createType(output, value).toJSON();
    },
    close: async () => {
      await api.disconnect();
      await chain.close();
      await destroyWorker();
    },
  };
}

/** Id and type of a view function; throws if the runtime has none of this name. */
function viewFunction(
  api: ApiPromise,
  pallet: string,
  name: string,
): { id: Uint8Array; output: string } {
  const found = api.runtimeMetadata.asV16.pallets
    .find((each) => each.name.eq(pallet))
    ?.viewFunctions.find((each) => each.name.eq(name));
  if (found === undefined) throw new Error(`the runtime has no view function ${pallet}.${name}`);
  return { id: found.id.toU8a(), output: api.registry.createLookupType(found.output) };
}
