/** A smoldot light client that connects to nodes by their WebSocket addresses. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { createClient, type PolkadotClient } from "polkadot-api";
import { getSmProvider } from "polkadot-api/sm-provider";
import { start } from "smoldot";

import { onClose } from "../cleanup.ts";
import { Log } from "../node/log.ts";
import type { Node } from "../node/node.ts";
import { workspace } from "../workspace.ts";

export interface LightClient {
  /** The chain as polkadot-api shows it. */
  papi: PolkadotClient;
  log: Log;
  stop(): Promise<void>;
}

/** Starts a light client of the chain with this raw spec; it knows the addresses of `nodes` only. */
export async function lightClient(rawSpecPath: string, nodes: Node[]): Promise<LightClient> {
  const spec = JSON.parse(await readFile(rawSpecPath, "utf8")) as Record<string, unknown>;
  const chainSpec = JSON.stringify({
    ...spec,
    bootNodes: nodes.map((node) => node.multiaddress("ws")),
  });

  const log = new Log(join(workspace(), "smoldot.log"));
  const lines = new PassThrough();
  log.follow(lines);
  const smoldot = start({
    maxLogLevel: 3,
    logCallback: (level, target, message) => lines.write(`${level} ${target}: ${message}\n`),
  });
  const papi = createClient(getSmProvider(() => smoldot.addChain({ chainSpec })));

  // What fails stops all that is open, before the suite does.
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    forget();
    papi.destroy();
    await smoldot.terminate();
    log.close();
  };
  const forget = onClose(stop);
  return { papi, log, stop };
}
