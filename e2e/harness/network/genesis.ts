/** Rhythms of a chain that differ from those of its preset. */

import { LosslessNumber } from "lossless-json";

import type { PlainSpec } from "./spec.ts";

/** Sets parameters that governance may change later, such as `sessionsPerEra`. */
export function setParameters(spec: PlainSpec, values: Record<string, number>): void {
  const { parameters } = spec.genesis.runtimeGenesis.patch.chainSettings;
  for (const [name, value] of Object.entries(values)) {
    if (!(name in parameters)) throw new Error(`the preset has no parameter '${name}'`);
    parameters[name] = new LosslessNumber(String(value));
  }
}

/** Sets the duration of a slot for the life of the chain, in milliseconds. */
export function setSlotDuration(spec: PlainSpec, milliseconds: number): void {
  const { chainSettings } = spec.genesis.runtimeGenesis.patch;
  chainSettings.slotDuration = new LosslessNumber(String(milliseconds));
}

/** Sets by what durations of governance are divided for the life of the chain: 1 for real days. */
export function setTempo(spec: PlainSpec, tempo: number): void {
  const { chainSettings } = spec.genesis.runtimeGenesis.patch;
  chainSettings.tempo = new LosslessNumber(String(tempo));
}
