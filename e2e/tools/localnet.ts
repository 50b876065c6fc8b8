/** A network of validators on this machine; see scripts/localnet.sh for its options. */

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { faucet } from "../harness/chain/accounts.ts";
import { closeAll, interrupted } from "../harness/cleanup.ts";
import { Network } from "../harness/network/network.ts";
import type { Exit, Node } from "../harness/node/node.ts";
import { keepWorkspace, useWorkspace, workspace } from "../harness/workspace.ts";

/** Blocks after which a healthy network has finalised something. */
const LIMIT = 15;

/** The options, as scripts/localnet.sh has checked them. */
const { values: options } = parseArgs({
  options: {
    size: { type: "string", default: "4" },
    base: { type: "string" },
    keep: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    "rpc-port": { type: "string" },
  },
});

function say(message: string): void {
  console.log(`==> ${message}`);
}

/** Where everything is, for people and, in `localnet.json`, for programs. */
function announce(network: Network): void {
  const nodes = network.nodes.map((node) => ({
    name: node.name,
    rpc: node.wsUrl,
    p2p: node.multiaddress("tcp"),
    lightClients: node.multiaddress("ws"),
    log: node.log.path,
  }));
  const summary = { directory: workspace(), chainSpec: network.spec, nodes };
  writeFileSync(join(workspace(), "localnet.json"), `${JSON.stringify(summary, null, 2)}\n`);

  say(`${nodes.length} validators run in ${workspace()}`);
  for (const { name, rpc, log } of nodes) console.log(`    ${name}  ${rpc}  ${log}`);
  console.log(`    stash accounts //Validator//0 and so on; the faucet is ${faucet.address}`);
  console.log(`    to join: --chain ${network.spec} --bootnodes ${nodes[0]!.p2p}`);
}

/** Resolves, with the reason, when a node ends although nobody asked it to. */
async function firstToEnd(nodes: Node[]): Promise<string> {
  const ends = nodes.map(async (node) => [node, await node.exited] as [Node, Exit]);
  const [node, { code, signal }] = await Promise.race(ends);
  return `${node.name} ended with ${signal ?? `code ${code}`}\n${node.log.tail()}`;
}

/** Prints how far finality is, every ten blocks. */
async function report(network: Network): Promise<void> {
  const api = await network.nodes[0]!.api();
  await api.rpc.chain.subscribeFinalizedHeads((header) => {
    const number = header.number.toNumber();
    if (number % 10 === 0) say(`block ${number} is finalised`);
  });
}

async function run(): Promise<void> {
  const { base, keep, check, size, "rpc-port": port } = options;
  useWorkspace(base ?? mkdtempSync(join(tmpdir(), "aitbc-localnet-")));
  if (keep || base !== undefined) keepWorkspace();

  const network = await Network.start({
    size: Number(size),
    progress: say,
    ...(port === undefined ? {} : { rpcPort: Number(port) }),
  });
  announce(network);
  const ended = firstToEnd(network.nodes);
  const result = await Promise.race([network.finality(LIMIT), ended]);
  if (typeof result === "string") throw new Error(result);
  say(`block ${result} is finalised: the network works`);
  if (check) return;

  say("Ctrl-C stops the network");
  await report(network);
  throw new Error(await ended);
}

try {
  await run();
} catch (error) {
  // After Ctrl-C whatever was under way fails; that is no error, and the process is about to end.
  if (interrupted) await new Promise(() => undefined);
  keepWorkspace();
  console.error(`error: ${(error as Error).message}\nsee ${workspace()}`);
  process.exitCode = 1;
}
await closeAll();
process.exit();
