/** A polkadot.js client of a node that somebody else runs. */

import { ApiPromise, WsProvider } from "@polkadot/api";

import { within } from "../deadline.ts";

/** Seconds until a node must have answered. */
const ANSWER_SECONDS = 30;

/** Connects to the node at `url` (ws or wss), once; throws when none answers there. */
export async function connect(url: string): Promise<ApiPromise> {
  if (!/^wss?:\/\//.test(url)) throw new Error(`'${url}' is not an address: ws://HOST:PORT is one`);
  const provider = new WsProvider(url, false);
  const failed = new Promise<never>((_, reject) => {
    provider.on("error", () => reject(new Error(`no node answers at ${url}`)));
  });
  const connected = provider
    .connect()
    .then(() => ApiPromise.create({ provider, noInitWarn: true, throwOnConnect: true }));
  return within(ANSWER_SECONDS, `the node at ${url} to answer`, Promise.race([connected, failed]));
}
