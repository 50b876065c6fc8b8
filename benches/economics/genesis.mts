/** Reads the parameters of mainnet at its genesis from the runtime itself. */

import { genesisState } from "../../e2e/harness/clients/genesis-state.ts";
import type { Parameters } from "./parameters.mts";

const DAY_MILLIS = 86_400_000;
/** Domain `Block`, encoded. */
const BLOCK = Uint8Array.of(0);

/** Throws if the runtime does not tell one of them: none has a default here. */
export async function readParameters(preset: string): Promise<Parameters> {
  const state = await genesisState(preset);
  try {
    const view = async <T,>(pallet: string, name: string, ...args: Uint8Array[]) =>
      (await state.view(pallet, name, ...args)) as T;
    const whole = async (pallet: string, name: string, ...args: Uint8Array[]) =>
      BigInt(await view<number | string>(pallet, name, ...args));

    const contract = await view<Record<string, number>>("ValidationPool", "contract");
    const big = (name: string) => BigInt(contractValue(contract, name));
    const small = (name: string) => contractValue(contract, name);
    const schedule = await view<{ length: number; producers: unknown[] }>(
      "Availability",
      "schedule",
    );
    const slot = littleEndian(await state.call("AuraApi_slot_duration"));
    return {
      contract: {
        blockShare: big("blockShare"),
        mintRatio: big("mintRatio"),
        mintCap: big("mintCap"),
        authorShare: big("authorShare"),
        benchSeats: small("benchSeats"),
        window: small("window"),
        quorum: big("quorum"),
        voteLoss: big("voteLoss"),
        authorLoss: big("authorLoss"),
        authorLossCap: big("authorLossCap"),
      },
      contractShare: await whole("Forum", "contract_share"),
      subsidy: await whole("Work", "subsidy"),
      day: DAY_MILLIS / slot,
      sessionLength: schedule.length,
      equalShare: await whole("Availability", "equal_share"),
      maxShare: await whole("Availability", "max_share"),
      genesis: await whole("Reputation", "issuance", BLOCK),
      genesisValidators: schedule.producers.length,
      seats: Number((await state.api.query["staking"]!["validatorCount"]!()).toString()),
    };
  } finally {
    await state.close();
  }
}

/** The number of a `u64` that is encoded in hex. */
function littleEndian(hex: string): number {
  return Number(Buffer.from(hex.slice(2), "hex").readBigUInt64LE());
}

function contractValue(contract: Record<string, number>, name: string): number {
  const value = contract[name];
  if (value === undefined) throw new Error(`ValidationPool.contract has no ${name}`);
  return value;
}
